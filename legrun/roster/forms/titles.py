"""The day of a sheet that no column names: in the line above its header, or in the file's name."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from legrun.logs.fields.dates import Order, parse_moments
from legrun.logs.log import Problem
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted

__all__ = ["week_of_title", "with_day_of_title"]

DATE = "Date"
_WEEK = re.compile(
    r"\b(?:kw|cw|wk|week|woche|semaine|semana|settimana|uke|vecka|uge|tydzien)\.?\s*(\d{1,2})\s*[,/ -]\s*"
    r"((?:19|20)\d\d)\b"
    r"|\b((?:19|20)\d\d)\s*[,/ -]?\s*(?:kw|cw|w|week)\s*(\d{1,2})\b",
    re.I,
)
_ENDING = re.compile(r"\b(?:end(?:ing|s)?|bis|until|to|w/e|jusqu|hasta|fino|tot)\b", re.I)
_SUNDAY = 6
_LONGEST = 4  # words of a date: "Wed 6 May 2026"


def week_of_title(title: str, name: str) -> dt.date | None:
    """Return a day of the week that a title names, or a file's name by its number; None where neither names one.

    A date in a file's name may be when the file was saved. Of two readings of a date the Monday counts; a week that
    begins on a Sunday is no week of ours, and asked about.

    Examples
    --------
    >>> week_of_title("Week of 4 May 2026", ""), week_of_title("", "plan_KW19_2026.csv"), week_of_title("Week 3", "")
    (datetime.date(2026, 5, 4), datetime.date(2026, 5, 4), None)
    """
    for day in _days(title):
        return _begun(day, is_end=_ENDING.search(title) is not None)
    match = _WEEK.search(_unaccented(title)) or _WEEK.search(_plain(name))
    if match is None:
        return None
    try:
        return dt.date.fromisocalendar(int(match[2] or match[3]), int(match[1] or match[4]), 1)
    except ValueError:
        return None


def _begun(day: str, *, is_end: bool) -> dt.date | None:
    """Return the day of a week that a date names; None where it may be of two weeks."""
    orders: tuple[Order, Order] = ("dmy", "mdy")
    read = [parse_moments([day], order=order).values[day] for order in orders]
    dates = list(dict.fromkeys(moment.date() for moment in read if moment is not None))
    mondays = [date for date in dates if date.weekday() == 0]
    if len(mondays) == 1 and not is_end:
        return mondays[0]
    return dates[0] if len(dates) == 1 and (is_end or dates[0].weekday() != _SUNDAY) else None


def with_day_of_title(table: Table, title: str) -> Table:
    """Return a sheet without days with the one that its title, or the file's name, names.

    Examples
    --------
    >>> sheet = Table(("Athlete", "Soreness"), range(2, 3), [["Ana", "4"]])
    >>> with_day_of_title(sheet, "Check-in Wed 6 May 2026").rows, with_day_of_title(sheet, "Check-in").header
    ([['Wed 6 May 2026', 'Ana', '4']], ('Athlete', 'Soreness'))
    """
    day = next((day for text in (title, _plain(table.name)) for day in _days(text)), "")
    if not day:
        return table
    rows = [[day, *row] for row in table.rows]
    said = Problem(None, None, f"The day of every row is {quoted(day)}, by the title of the sheet or the file's name.")
    problems = (*table.problems, said)
    return replace(table, header=(DATE, *table.header), given_rows=rows, given_columns=None, problems=problems)


def _plain(name: str) -> str:
    """Return a file's name as words."""
    return PurePath(name).stem.replace("_", " ")


def _unaccented(text: str) -> str:
    """Return a title without accents, its signs kept: "Tydzie\u0144 47/2026"."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def _days(text: str) -> Iterator[str]:
    """Yield the dates with a year that a text names, the longest writing of each first."""
    words = text.replace(",", " ").split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            said = " ".join(words[at : at + length])
            if sum(map(str.isdigit, said)) > _LONGEST and parse_moments([said]).values[said] is not None:
                yield said
