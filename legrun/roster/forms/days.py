"""Days as sheets name them without a year: a weekday, "Mo 2.3.", "3 Mar"."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass

from legrun.logs.fields.date_text import fold_date
from legrun.logs.fields.months import MONTHS
from legrun.logs.mapping.words.weekdays import weekday as weekday_of
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.text import fold
from legrun.roster.forms.words import phrases
from legrun.scenario.hours import DAY

__all__ = ["Day", "PartDay", "asked_ahead", "day_of", "in_week", "is_of_a_day", "names_of_days", "told_day"]

_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.|er)?")
_MARK = re.compile(r"(?<=\d)(?:st|nd|rd|th)?[-/.\s](?=[^\W\d])|(?<=[^\W\d])[-/.](?=\d)")  # "16-Nov", "16th Nov"
_NEAR = 45  # days within which a day without its month, or without its year, is looked for
_DAY_MONTH = re.compile(r"(\d{1,2})\s?[./-]\s?(\d{1,2})\.?")
_ROW_OF_GRID = re.compile(r"\[([^\[\]]+)\]\s*$")
_SCALE = re.compile(r"\s*[01]\s*[-\u2013]\s*(?:[3-79]|10|100)\s*")  # and no day of a month
_DAY_AND_MONTH = 2
_WEEK = 7
_DAYS_AGO = {"today": 0, "yesterday": 1, "before yesterday": 2}
_TOMORROW = "tomorrow"


@dataclass(frozen=True)
class PartDay:
    """A day without its year: its numbers as they stand, and the weekday that it is said to be.

    Attributes
    ----------
    first : int
        Its first number; the day where that is sure.
    second : int or None
        Its second number, the month where that is sure; None where it has a day and its weekday alone.
    weekday : int or None
        The weekday, Monday being 0.
    is_sure : bool
        Whether the day is known to stand first.
    is_named : bool
        Whether the month is told by its name.
    """

    first: int
    second: int | None
    weekday: int | None = None
    is_sure: bool = False
    is_named: bool = False

    def nearest(self, base: dt.date) -> dt.date | None:
        """Return its date nearest to another; of two readings the one that is the weekday it should be.

        Examples
        --------
        >>> PartDay(3, 4, weekday=2).nearest(dt.date(2026, 3, 1))
        datetime.date(2026, 3, 4)
        >>> PartDay(30, 12, None, True).nearest(dt.date(2026, 1, 2))
        datetime.date(2025, 12, 30)
        >>> PartDay(30, None, weekday=1).nearest(dt.date(2026, 1, 2)), PartDay(30, None, 0).nearest(dt.date(2026, 1, 2))
        (datetime.date(2025, 12, 30), None)
        """
        if self.second is None:
            near = (base + days * DAY for days in sorted(range(-_NEAR, _NEAR + 1), key=abs))
            return next((date for date in near if (date.day, date.weekday()) == (self.first, self.weekday)), None)
        ways = [(self.first, self.second)] if self.is_sure else [(self.first, self.second), (self.second, self.first)]
        dates = []
        for day, month in ways:
            for year in (base.year - 1, base.year, base.year + 1):
                try:
                    dates.append(dt.date(year, month, day))
                except ValueError:
                    continue
        fitting = [date for date in dates if self.weekday is None or date.weekday() == self.weekday] or dates
        return min(fitting, key=lambda date: abs(date - base), default=None)


Day = dt.date | PartDay | int


def day_of(label: str) -> Day | None:
    """Return the day that a header names without its year: "Mon", "Mo 2.3.", "3 Mar"; None where it names none."""
    words = fold_date(label).replace(",", " ").split()
    if len(words) > 1 and words[-1].strip("().") in word_set("day_parts"):
        words = words[:-1]  # "Tue 5 May AM"
    weekday = weekday_of(words[0].rstrip(".")) if words else None
    rest = " ".join(words if weekday is None else words[1:]).strip(" ()")
    if not rest:
        return weekday
    if weekday is not None and (match := _DAY.fullmatch(rest)):
        return PartDay(int(match[1]), None, weekday, is_sure=True)
    if match := _DAY_MONTH.fullmatch(rest):
        return PartDay(int(match[1]), int(match[2]), weekday, is_sure="." in rest)
    rest = _MARK.sub(" ", rest)
    names = [MONTHS[word.rstrip(".")] for word in rest.split() if word.rstrip(".") in MONTHS]
    numbers = re.findall(r"\d{1,2}", rest)
    if len(names) == 1 and len(numbers) == 1 and len(rest.split()) == _DAY_AND_MONTH:
        return PartDay(int(numbers[0]), names[0], weekday, is_sure=True, is_named=True)
    return None


def is_of_a_day(label: str) -> bool:
    """Return whether a row of a form's grid is a day: its rating is of that day, not of the answer's.

    Examples
    --------
    >>> is_of_a_day("Soreness [Mon]"), is_of_a_day("Soreness [Quads]"), is_of_a_day("Soreness [0-10]")
    (True, False, False)
    """
    match = _ROW_OF_GRID.search(label)
    return match is not None and not _SCALE.fullmatch(match[1]) and day_of(match[1]) is not None


@functools.cache
def _names() -> dict[str, frozenset[str]]:
    return {name: frozenset(" ".join(phrase) for phrase in phrases("days", name)) for name in (*_DAYS_AGO, _TOMORROW)}


def names_of_days(name: str) -> frozenset[str]:
    """Return the words for "today", "yesterday", "before yesterday" or "tomorrow", folded."""
    return _names()[name]


def asked_ahead(label: str) -> dt.timedelta:
    """Return how far from the day of the answer the day is that a question about training is of.

    Examples
    --------
    >>> [asked_ahead(text).days for text in ("Yesterday's session", "Plan for tomorrow", "Plan")]
    [-1, 1, 0]
    """
    words = f" {fold(label)} ".replace("yesterdays ", "yesterday ")
    for name, ahead in (("today", 0), ("yesterday", -1), (_TOMORROW, 1)):
        if any(f" {day} " in words for day in names_of_days(name)):
            return ahead * DAY
    return 0 * DAY


def told_day(text: str, answered: dt.date) -> dt.date | None:
    """Return the day that an answer names by a word: "yesterday", or a weekday, the last one up to the answer.

    Examples
    --------
    >>> wednesday = dt.date(2026, 5, 6)
    >>> [told_day(text, wednesday).day for text in ("Today", "gestern", "Mon", "Wed")], told_day("soon", wednesday)
    ([6, 5, 4, 6], None)
    """
    words = fold(re.sub(r"\(.*\)", " ", text))
    for name, back in _DAYS_AGO.items():
        if words in names_of_days(name):
            return answered - back * DAY
    weekday = weekday_of(words) if words else None
    return None if weekday is None else answered - (answered.weekday() - weekday) % _WEEK * DAY


def in_week(base: dt.date | None, day: Day, today: dt.date | None = None) -> dt.date | None:
    """Return the date of a day in a week, or of a day without its year the nearest one; None where no week is known.

    A day with a weekday needs no week, for near today only one year fits it; nor does a day of a named month that is
    near.
    """
    if isinstance(day, dt.date):
        return day
    if isinstance(day, PartDay):
        if base is not None:
            return day.nearest(base)
        date = day.nearest(today) if today is not None else None
        if date is None or today is None or day.weekday is None:
            is_near = date is not None and today is not None and day.is_named and abs(date - today) <= _NEAR * DAY
            return date if is_near else None
        return date if date.weekday() == day.weekday else None
    return None if base is None else base + (day - base.weekday()) * DAY
