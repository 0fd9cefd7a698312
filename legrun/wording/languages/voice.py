"""A language that is not English: its catalogue, its decimal sign, its names and patterns of days."""

from __future__ import annotations

import datetime as dt
import functools
import gettext
from importlib import resources
from typing import Any, Literal

from babel import Locale
from babel.dates import get_day_names, get_month_names, parse_pattern
from babel.numbers import get_decimal_symbol, get_group_symbol

__all__ = ["Voice", "voice"]

DOMAIN = "legrun"


class Voice:
    """One language, loaded.

    Parameters
    ----------
    language : str
        Its code.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.locale = Locale(language)
        self.decimal = get_decimal_symbol(self.locale)
        place = resources.files("legrun.wording.languages") / "catalogues" / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
        with place.open("rb") as file:
            self._catalogue = gettext.GNUTranslations(file)
        # The order of the parts of a date is the locale's; the patterns are read once.
        self._patterns = {
            "short_weekday": parse_pattern("ccc"),
            "weekday": parse_pattern("EEEE"),
            "date": parse_pattern(str(self.locale.datetime_skeletons["MMMEd"])),
            "full_date": parse_pattern(str(self.locale.date_formats["full"])),
        }

    def message(self, message: str) -> str:
        """Return a text of the catalogue."""
        return self._catalogue.gettext(message)

    def counted(self, one: str, many: str, count: int) -> str:
        """Return a text of the catalogue in the form for a count."""
        return self._catalogue.ngettext(one, many, count)

    def date(self, date: dt.date, pattern: str) -> str:
        """Return a date by the name of a pattern."""
        return self._patterns[pattern].apply(date, self.locale)

    def chart_numbers(self) -> dict[str, Any]:
        """Return how a chart writes numbers: a locale of d3-format."""
        group = get_group_symbol(self.locale)
        return {"decimal": self.decimal, "thousands": group, "grouping": [3], "currency": ["", "\u00a0€"]}

    def chart_times(self) -> dict[str, Any]:
        """Return how a chart writes times: a locale of d3-time-format."""
        names: dict[str, Any] = {"dateTime": "%A %-d %B %Y, %H:%M", "date": "%d/%m/%Y", "time": "%H:%M:%S"}
        names["periods"] = ["AM", "PM"]
        widths: tuple[tuple[str, str, Literal["wide", "abbreviated"]], ...]
        widths = ("days", "months", "wide"), ("shortDays", "shortMonths", "abbreviated")
        for days, months, width in widths:
            weekdays = get_day_names(width, "stand-alone", self.locale)
            # Babel's weeks begin on Monday, those of d3 on Sunday.
            names[days] = [weekdays[(day - 1) % 7] for day in range(7)]
            names[months] = list(get_month_names(width, "stand-alone", self.locale).values())
        return names


@functools.cache
def voice(language: str) -> Voice:
    """Return a language, loaded when it is first asked for."""
    return Voice(language)
