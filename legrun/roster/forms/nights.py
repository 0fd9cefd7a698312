"""Hours of sleep that a form asks for otherwise: in minutes, in two columns, between two clocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.columns.durations import header_unit
from legrun.logs.mapping.shapes.night_clocks import with_night
from legrun.logs.reading.table import Table
from legrun.roster.forms.roles import sample
from legrun.roster.forms.words import tells

__all__ = ["with_night_of_clocks", "with_nights"]

_LEAST_MIN, _MOST_MIN = 100.0, 960.0  # of a night: fewer are hours, or no sleep at all
_LEAST_H, _MOST_H = 2.0, 15.0
_EVENING, _MORNING = 18, 5  # when a night begins
_HOUR_MIN = 60
_FROM_TO = re.compile(r"\s*(?:-|\u2013|\u2014|\u2192|/|\b(?:to|until|till|bis|a|\u00e0|al?|tot|do|til)\b)\s*")
_CLOCK = re.compile(r"\d\s?[:h.]\s?\d\d|\d\s?[ap]\.?m|\d\s?(?:uhr|h)\b", re.I)


def with_nights(table: Table) -> Table:
    """Return a table whose sleep is told as hours, where it was in minutes, in two columns, or between two clocks.

    Examples
    --------
    >>> table = Table(("Name", "Sleep (h)", "Sleep (min)"), range(2, 4), [["Ana", "6", "30"], ["Ben", "8", "0"]])
    >>> with_nights(table).rows
    [['Ana', '6 h 30 min', ''], ['Ben', '8 h 0 min', '']]
    >>> with_nights(Table(("Name", "Sleep"), range(2, 4), [["Ana", "390"], ["Ben", "23:00-6:30"]])).rows
    [['Ana', '390 min'], ['Ben', '450 min']]
    """
    of_sleep = [
        place
        for place, label in enumerate(table.labels)
        if tells(label, "sleep") and not tells(label, "sleep", "not") and sample(table, place)
    ]
    if (parts := _hours_and_minutes(table, of_sleep)) is not None:
        hours, minutes = parts
        return _changed(table, {hours: lambda row: f"{row[hours]} h {row[minutes] or 0} min", minutes: lambda _: ""})
    told = {place: _in_minutes(place) for place in of_sleep if any(map(_is_long, set(table.column(place))))}
    return _changed(table, told) if told else table


def with_night_of_clocks(table: Table) -> Table | None:
    """Return a table with the hours between falling asleep and waking up, or between going to bed and getting up.

    Examples
    --------
    >>> table = Table(("Name", "Bedtime", "Got up"), range(2, 3), [["Ana", "22:30", "5:30"]])
    >>> with_night_of_clocks(table).rows
    [['Ana', '22:30', '5:30', '420 min']]
    """
    return with_night(table) or with_night(table, in_bed=True)


def _hours_and_minutes(table: Table, places: Sequence[int]) -> tuple[int, int] | None:
    """Return the two columns that tell the hours of a night and the minutes beside them."""
    units = {header_unit(table.labels[place]): place for place in reversed(places)}
    if not {"h", "min"} <= units.keys():
        return None
    numbers = [parse_number(cell) for cell in sample(table, units["min"])]
    is_part = all(number is not None and number < _HOUR_MIN for number in numbers)
    return (units["h"], units["min"]) if is_part else None


def _in_minutes(place: int) -> Callable[[Sequence[str]], str]:
    return lambda row: f"{minutes:g} min" if (minutes := _minutes(row[place])) is not None else row[place]


def _is_long(text: str) -> bool:
    return _minutes(text) is not None


def _minutes(text: str) -> float | None:
    """Return the length of a night that a cell tells as a number of minutes, or as two clocks. [min]"""
    number = parse_number(text)
    if number is not None:
        return number if _LEAST_MIN <= number <= _MOST_MIN else None
    ends = _FROM_TO.split(text.strip().casefold())
    clocks = [parse_hour(end) for end in ends]
    if len(clocks) != 2 or not any(map(_CLOCK.search, ends)):
        return None
    fell, woke = clocks
    if fell is None or woke is None or _MORNING <= fell.hour < _EVENING:
        return None
    hours = (woke.hour - fell.hour + (woke.minute - fell.minute) / 60) % 24
    return 60 * hours if _LEAST_H <= hours <= _MOST_H else None


def _changed(table: Table, cells: dict[int, Callable[[Sequence[str]], str]]) -> Table:
    rows = []
    for row in table.rows:
        whole = [*row, *[""] * (len(table.header) - len(row))]
        rows.append([cells[at](whole) if at in cells and cell else cell for at, cell in enumerate(whole)])
    return replace(table, given_rows=rows, given_columns=None)
