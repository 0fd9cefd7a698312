"""Times as a spreadsheet keeps or shows them: parts of a day, a clock with the day zero, lengths with AM."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence

import numpy as np

from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.columns.durations import header_unit
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.reading.table import Table

__all__ = ["as_shown"]

_DAY_ZERO = re.compile(
    r"(?:1899-12-3[01]|1900-01-0[01]|1904-01-01|3[01][./]12[./]1899|0?[01][./]0?1[./]1900|12/3[01]/1899)"
    r"[T ]+(?=\d{1,2}:)"
)
_OF_UTC = re.compile(r"(?<=:\d\d)\.0+Z?$|(?<=:\d\d)Z$")  # 00:40:12.000Z, as a spreadsheet's JSON has it
_WITH_AM = re.compile(r"(\d{1,2}):([0-5]\d)(?::([0-5]\d))?\s*([ap])\.?\s?m\.?", re.I)
_DAY_S = 86_400.0
_NEAR_S = 0.06  # how far a part of a day of six places may lie from whole seconds
_FEWEST_PLACES = 4
_LONGEST_MIDDLE = 0.1  # of a length as a part of a day; as hours it would be six minutes
_NOON = 12
_NAMED = 5.0  # a header below it says little
_DAY_ZERO_DATE = dt.date(1899, 12, 30)
_FIRST_DAY, _LAST_DAY = 36_526, 73_050  # of 2000 and 2099
_MOST = 0.9


def as_shown(table: Table) -> Table | None:
    """Return a table with such times as they are shown, or None where there are none.

    Examples
    --------
    >>> rows = [["2 May 2026", "0.752778", "0.0277778"], ["3 May 2026", "0.291667", "0.0416667"]]
    >>> as_shown(Table(("Date", "Start", "Duration"), range(2, 4), rows)).rows[0]
    ['2 May 2026', '18:04', '0:40:00']
    """
    changed: dict[int, Callable[[str], str]] = {}
    for column in columns_of(table):
        if (shown := _shown(column)) is not None:
            changed[column.place] = shown
    if not changed:
        return None
    rows = [
        [changed[place](cell.strip()) if place in changed else cell for place, cell in enumerate(row)]
        for row in table.rows
    ]
    named = ", ".join(table.labels[place] for place in changed)
    return rebuilt(table, table.header, list(table.numbers), rows, f"Read as a spreadsheet shows it: {named}.")


def _shown(column: Column) -> Callable[[str], str] | None:
    if not column.sample:
        return None
    if column.mostly(lambda text: _DAY_ZERO.match(text) is not None, _MOST):
        return lambda text: _OF_UTC.sub("", _DAY_ZERO.sub("", text))
    lasts = role_words()["duration"].score(column.words) > 0
    if column.is_number and role_words()["date"].score(column.words) >= _NAMED and column.mostly(_is_serial, _MOST):
        return _of_serial
    starts = max(role_words()[role].score(column.words) for role in ("time", "end", "date")) > 0
    if lasts and not starts and column.mostly(lambda text: _WITH_AM.fullmatch(text) is not None, _MOST):
        return _without_am
    if column.is_number and header_unit(column.label) is None and _are_below_one(column.sample):
        if lasts and not starts and float(np.median(column.numbers)) < _LONGEST_MIDDLE:
            return lambda text: _clock(text, "{:d}:{:02d}:{:02d}")
        if not _are_parts_of_a_day(column.sample):
            return None
        if starts:
            return lambda text: _clock(text, "{:d}:{:02d}")
        if lasts and float(np.median(column.numbers)) < _LONGEST_MIDDLE:
            return lambda text: _clock(text, "{:d}:{:02d}:{:02d}")
        if role_words()["sleep"].score(column.words) > 0 and float(np.median(column.numbers)) >= _LONGEST_MIDDLE:
            return lambda text: _clock(text, "{:d}:{:02d}:{:02d}")  # of a night: as hours it would be a nap
    return None


def _is_serial(text: str) -> bool:
    return text.isdecimal() and _FIRST_DAY <= int(text) <= _LAST_DAY


def _of_serial(text: str) -> str:
    """Return the day that a spreadsheet counts: 46083 is 2 March 2026."""
    return f"{_DAY_ZERO_DATE + dt.timedelta(days=int(text)):%Y-%m-%d}" if _is_serial(text) else text


def _without_am(text: str) -> str:
    """Return a length that a spreadsheet shows as a clock: 12:40:00 AM is 40 minutes."""
    match = _WITH_AM.fullmatch(text)
    if match is None:
        return text
    hour = int(match[1]) % _NOON + (_NOON if match[4].casefold() == "p" else 0)
    return f"{hour}:{match[2]}:{match[3] or '00'}"


def _are_below_one(texts: Sequence[str]) -> bool:
    return all((number := parse_number(text)) is not None and 0 <= number < 1 for text in texts)


def _are_parts_of_a_day(texts: Sequence[str]) -> bool:
    """Tell numbers below one that are whole seconds of a day."""
    numbers = [parse_number(text) for text in texts]
    long = [text for text in texts if len(re.sub(r"^.*[.,]", "", text)) >= _FEWEST_PLACES]
    seconds = np.array([number or 0.0 for number in numbers]) * _DAY_S
    near = np.abs(seconds / 60 - np.round(seconds / 60)) * 60 <= 10 * _NEAR_S
    exact = np.abs(seconds - np.round(seconds)) <= _NEAR_S
    return bool(long) and float(np.mean(near | exact)) >= _MOST


def _clock(text: str, layout: str) -> str:
    number = parse_number(text)
    if number is None or not 0 <= number < 1:
        return text
    seconds = round(number * _DAY_S)
    return layout.format(seconds // 3600, seconds // 60 % 60, seconds % 60)
