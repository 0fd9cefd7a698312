"""Times in UTC beside a column that says how far the clock on the wall was from it, or in which time zone it hung."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Callable, Sequence

from legrun.logs.fields.dates import find_zone, parse_moments
from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.reading.table import Table

__all__ = ["with_local_times"]

_ZONE = frozenset({"zone", "timezone", "tz", "utc", "time"})
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2}):?(\d{2})?", re.I)
_IN_UTC = re.compile(r".*(?:Z|\bUTC|\bGMT|[+-]00:?00)|\d{10}(?:\d{3})?", re.I)
_HAS_ZONE = re.compile(r"(?:Z|:\d{2}(?:\.\d+)?\s?[+-]\d{2}:?\d{2}|[A-Z]{3,4})$")
_UTC_NAMES = frozenset({"utc", "gmt", "z", "etc/utc", "etc/gmt", "zulu"})
_FARTHEST_MIN, _STEP_MIN = 14 * 60, 15
_MOST = 0.9


def with_local_times(table: Table) -> Table | None:
    """Return a table with its times in UTC as the clock on the wall showed them, or None where no column tells it.

    Examples
    --------
    >>> rows = [["2026-03-02T23:30:00Z", "+01:00", "run"]]
    >>> with_local_times(Table(("start", "timezone_offset", "sport"), range(2, 3), rows)).rows
    [['2026-03-03 00:30:00', '+01:00', 'run']]
    """
    columns = columns_of(table)
    offset = next((each for each in columns if _ZONE & set(each.words) and each.sample and _names_zones(each)), None)
    if offset is None:
        return None
    if all(text.casefold() in _UTC_NAMES for text in offset.sample):
        return _marked_as_utc(table, columns)
    minutes = _reader(offset)
    # A local time is written with a Z too: Strava's "start_date_local".
    timed = [each for each in columns if each.is_moment and each.mostly(_is_utc, _MOST) and "local" not in each.words]
    if minutes is None or not timed:
        return None
    moments = {column.place: parse_moments(table.column(column.place)).values for column in timed}
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        for place, read in moments.items():
            moment = read.get(cells[place].strip())
            if moment is None or not 1 < moment.year < dt.MAXYEAR:
                continue
            passed = minutes(cells[offset.place].strip(), moment)
            if passed is not None:
                cells[place] = f"{moment + dt.timedelta(minutes=passed):%Y-%m-%d %H:%M:%S}"
        rows.append(cells)
    said = f"The clock is the one on the wall, by {offset.label}."
    return rebuilt(table, table.header, list(table.numbers), rows, said)


def _names_zones(column: Column) -> bool:
    """Tell a column of offsets by its header or its cells, or one of time zones: Europe/Paris."""
    return "offset" in column.words or column.mostly(
        lambda text: _OFFSET.fullmatch(text) is not None or text.casefold() in _UTC_NAMES or _zone(text) is not None,
        _MOST,
    )


def _zone(text: str) -> dt.tzinfo | None:
    return find_zone(text) if "/" in text else None


def _marked_as_utc(table: Table, columns: Sequence[Column]) -> Table | None:
    """Return a table whose times bear the mark of UTC that a column of its own gives them."""
    places = [each.place for each in columns if each.has_clock and not any(map(_HAS_ZONE.search, each.sample))]
    rows = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    rows = [[f"{cell}Z" if at in places and cell.strip() else cell for at, cell in enumerate(row)] for row in rows]
    return rebuilt(table, table.header, list(table.numbers), rows, "") if places else None


def _is_utc(text: str) -> bool:
    return _IN_UTC.fullmatch(text) is not None


def _reader(column: Column) -> Callable[[str, dt.datetime], float | None] | None:
    """Return what reads the cells of a column of offsets: +01:00, Europe/Paris, or seconds, or minutes. [min]"""
    if column.mostly(lambda text: _zone(text) is not None, _MOST):
        return _of_zone
    if column.mostly(lambda text: _OFFSET.fullmatch(text) is not None and not text.lstrip("+-").isdecimal(), _MOST):
        return _of_clock
    numbers = column.numbers
    if not column.is_number or len(numbers) < len(column.sample):
        return None
    for per, unit in ((60.0, "s"), (1.0, "min"), (60_000.0, "ms")):
        inside = all(abs(n) <= _FARTHEST_MIN * per and n % (_STEP_MIN * per) == 0 for n in numbers.tolist())
        if inside and any(numbers) and not (unit == "min" and all(abs(numbers) <= _STEP_MIN)):
            return functools.partial(_of_number, per=per)
    return None


def _of_zone(text: str, moment: dt.datetime) -> float | None:
    passed = zone.utcoffset(moment.replace(tzinfo=dt.UTC).astimezone(zone)) if (zone := _zone(text)) else None
    return None if passed is None else passed.total_seconds() / 60


def _of_number(text: str, _moment: dt.datetime, per: float) -> float | None:
    number = parse_number(text)
    return None if number is None else number / per


def _of_clock(text: str, _moment: dt.datetime) -> float | None:
    match = _OFFSET.fullmatch(text)
    if match is None:
        return None
    passed = 60.0 * int(match[2]) + float(match[3] or 0)
    return -passed if match[1] == "-" else passed
