"""Cells of a spreadsheet as the texts of a CSV: dates, clocks, durations, numbers, and headers over several rows.

A spreadsheet keeps a duration, a time of day and ``45:12`` typed for minutes and seconds alike as a part of a day, so
the whole column tells which it is.
"""

from __future__ import annotations

import datetime as dt
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from typing import Any

__all__ = ["header_of", "texts_of"]

Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]
_LOOK = 25  # rows in which a header is looked for
_MOST_FILLED = 1_000_000  # cells that merged ranges may fill
_FIRST_YEAR = 1910  # no log is older: an earlier date is a duration of more than a day in a cell for times of day
_ZERO_1900, _LEAP_1900 = dt.datetime(1899, 12, 31), dt.datetime(1900, 3, 1)
_ZERO_1904 = dt.datetime(1904, 1, 1)
_DAY = dt.timedelta(days=1)
_ISO_LASTS = re.compile(r"PT([0-9]{1,5})H([0-9]{1,2})M([0-9]{1,2})(?:[.,][0-9]{1,9})?S")
_LONG_H, _USUAL_TYPED_H = 5, 20  # hours: more than a workout lasts; and what minutes typed as hours mostly exceed


def header_of(rows: list[list[Any]], merged: Merged) -> tuple[tuple[str, ...], int]:
    """Return the header of a sheet, and the index of the first row below it.

    Lines that hold one cell alone stand above the header and are no part of it. A header in two rows, with merged
    groups above the names, becomes one. Cells that are merged over several rows are filled in each.

    Examples
    --------
    >>> header_of([["My log", ""], ["Date", "km"], ["2 March", 5]], [])
    (('Date', 'km'), 2)
    >>> header_of([["Day", "Run", "", "Gym"], ["", "km", "min", "min"], ["2 March", 5.0, 31.0, ""]], [])
    (('Day', 'km', 'Run min', 'Gym min'), 2)
    """
    _fill_down(rows, merged)
    at = next((place for place, row in enumerate(rows) if any(_filled(cell) for cell in row)), len(rows))
    while at + 1 < len(rows) and at < _LOOK and _count(rows[at]) < 2 and _wider_below(rows, at):
        at += 1
    if at >= len(rows):
        return (), at
    names = [_name(cell) for cell in rows[at]]
    if at + 2 < len(rows) and _is_group(rows, at):
        names = _joined(_spread(names, at, merged), [_name(cell) for cell in rows[at + 1]])
        at += 1
    while names and not names[-1] and not any(_filled(row[len(names) - 1]) for row in rows[at:]):
        names.pop()
    return tuple(names), at + 1


def _filled(cell: Any) -> bool:
    return cell is not None and cell != "" and not (isinstance(cell, str) and not cell.strip())


def _count(row: Sequence[Any]) -> int:
    return sum(_filled(cell) for cell in row)


def _wider_below(rows: Sequence[Sequence[Any]], at: int) -> bool:
    return any(_count(row) > 1 for row in rows[at + 1 : at + 6])


def _name(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else _text(cell, with_clock=False) if _filled(cell) else ""


def _fill_down(rows: list[list[Any]], merged: Merged) -> None:
    """Write what is merged over several rows into each of them."""
    filled = 0
    for (top, left), (bottom, _) in merged:
        if bottom <= top or top >= len(rows) or left >= len(rows[top]):
            continue
        last = min(bottom, len(rows) - 1)
        filled += last - top
        if filled > _MOST_FILLED:
            return
        for row in range(top + 1, last + 1):
            if left < len(rows[row]) and not _filled(rows[row][left]):
                rows[row][left] = rows[top][left]


def _is_group(rows: Sequence[Sequence[Any]], at: int) -> bool:
    """Return whether a row names groups of columns that are named in the row below it."""
    above, names, first = rows[at], rows[at + 1], rows[at + 2]
    if not all(isinstance(cell, str) for cell in (*above, *names)) or all(isinstance(cell, str) for cell in first):
        return False
    gaps = [place for place, cell in enumerate(above) if not _filled(cell) and _filled(names[place])]
    return bool(gaps) and any(_filled(above[place]) and _filled(names[place]) for place in range(gaps[0]))


def _spread(groups: list[str], at: int, merged: Merged) -> list[str]:
    """Return each column's group: a merged cell reaches as far as it is merged, others up to the next one."""
    ends = {left: right for (top, left), (bottom, right) in merged if top <= at <= bottom and right > left}
    spread, group, end = [], "", 0
    for place, name in enumerate(groups):
        if name:
            group, end = name, ends.get(place, place if ends else len(groups))
        spread.append(name or (group if place <= end else ""))
    return spread


def _joined(groups: list[str], names: list[str]) -> list[str]:
    """Return names of columns, with the group in front where the name alone would occur twice."""
    times = Counter(names)
    return [
        group if not name or name == group else name if times[name] == 1 or not group else f"{group} {name}"
        for group, name in zip(groups, names, strict=True)
    ]


def texts_of(rows: Sequence[Sequence[Any]], width: int) -> list[list[str]]:
    """Return the cells of a sheet as texts, each column by what all of its cells say.

    Examples
    --------
    >>> typed, long = dt.timedelta(hours=45, minutes=12), dt.time(1, 2, 33)
    >>> texts_of([[dt.date(2026, 3, 2), typed], [dt.date(2026, 3, 4), long]], 2)
    [['2026-03-02', '45:12'], ['2026-03-04', '1:02:33']]
    """
    columns = [_column([row[place] if place < len(row) else "" for row in rows]) for place in range(width)]
    return [list(cells) for cells in zip(*columns, strict=True)]


def _column(cells: list[Any]) -> list[str]:
    spans = [_span(cell) for cell in cells]
    with_clock = any(isinstance(cell, dt.datetime) and span is None for cell, span in zip(cells, spans, strict=True))
    known = [span for span in spans if span is not None]
    if not known:
        return [_text(cell, with_clock) for cell in cells]
    typed = _is_typed(known)
    return [
        _text(cell, with_clock) if span is None else _clock(span, typed)
        for cell, span in zip(cells, spans, strict=True)
    ]


def _span(cell: Any) -> int | None:
    """Return a cell's time of day or duration, None where it is something else. [s]"""
    if isinstance(cell, str):
        # What python-calamine hands over of a duration over a day in an .ods.
        lasts = _ISO_LASTS.fullmatch(cell)
        return int(lasts[1]) * 3600 + int(lasts[2]) * 60 + int(lasts[3]) if lasts else None
    if isinstance(cell, dt.timedelta):
        return round(cell.total_seconds())
    if isinstance(cell, dt.time):
        return round(cell.hour * 3600 + cell.minute * 60 + cell.second + cell.microsecond / 1e6)
    if isinstance(cell, dt.date) and cell.year < _FIRST_YEAR:
        moment = cell if isinstance(cell, dt.datetime) else dt.datetime.combine(cell, dt.time())
        if moment >= _ZERO_1904:
            return round((moment - _ZERO_1904).total_seconds())
        # Excel counts a 29 February 1900 that never was.
        return round((moment - _ZERO_1900 + (_DAY if moment >= _LEAP_1900 else 0 * _DAY)).total_seconds())
    return None


def _is_typed(spans: Sequence[int]) -> bool:
    """Return whether a column holds minutes and seconds that were typed as hours and minutes, or times of day.

    A cell without seconds that is longer than a workout is either; beside cells with seconds, which a spreadsheet keeps
    of ``1:02:33``, it is so where such cells are longer than any day of training.
    """
    whole = [span / 3600 for span in spans if span % 60 == 0]
    long = [hours for hours in whole if hours >= _LONG_H]
    if not long or 2 * len(long) < len(whole):
        return False
    return len(whole) == len(spans) or statistics.median(long) >= _USUAL_TYPED_H


def _clock(span: int, typed: bool) -> str:
    sign, span = ("-" if span < 0 else ""), abs(span)
    hours, minutes, seconds = span // 3600, span // 60 % 60, span % 60
    if typed and not seconds and hours >= _LONG_H:
        return f"{sign}{hours}:{minutes:02}"  # whoever reads the column settles by its size what it means
    return f"{sign}{hours}:{minutes:02}:{seconds:02}"


def _text(cell: Any, with_clock: bool) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, dt.datetime):
        rounded = (cell + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
        return rounded.isoformat(sep=" ")
    if isinstance(cell, dt.date):
        return f"{cell.isoformat()} 00:00:00" if with_clock else cell.isoformat()
    if isinstance(cell, int | float):
        return _number(float(cell))
    return "" if cell is None else str(cell)


def _number(number: float) -> str:
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    text = f"{number:.15g}"
    return f"{number:f}" if "e" in text else text
