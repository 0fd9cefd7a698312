"""Sheets of names and days: which columns are days, which are people, and which are neither."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.logs.strength.titles import strength_kind
from legrun.roster.forms.days import Day, day_of
from legrun.roster.forms.role_cells import mostly
from legrun.roster.forms.roles import sample
from legrun.roster.forms.row_names import is_measure, is_total
from legrun.roster.forms.words import tells
from legrun.roster.sessions.text import parse_sessions

__all__ = [
    "are_measures",
    "are_names",
    "day_columns",
    "is_day_down",
    "is_heading",
    "is_moment_column",
    "names_down",
    "people_columns",
    "without_weekdays",
]

_ASKS = frozenset("?\uff1f")
_NAME = re.compile(r"[^\W\d_][^\d]{0,39}")
_ANY_DAY = dt.date(2000, 1, 1)
# A plan in a coach's own short words is a plan as long as so many of its cells are understood.
_LEAST_PLANNED = 0.25


def day_columns(table: Table) -> dict[int, Day]:
    """Return the columns whose names are days."""
    read = parse_moments(table.header).values
    days = {}
    for place, label in enumerate(table.header):
        moment = read.get(label)
        day = moment.date() if moment is not None else day_of(label)
        if day is not None:
            days[place] = day
    return days


def is_day_down(table: Table) -> bool:
    """Return whether days stand below each other, so that "Sam" and "Mo" above columns are people and no weekdays."""
    return is_moment_column(table, 0) and not word_set("weeks") & set(fold(table.header[0]).split())


def without_weekdays(table: Table) -> Table:
    """Return a table without the weekdays that stand beside its dates.

    Examples
    --------
    >>> table = Table(("Day", "Date", "Ana"), range(2, 3), [["Wed", "2026-05-06", "Legs 60"]])
    >>> without_weekdays(table).header
    ('Date', 'Ana')
    """
    for place, dates in ((0, 1), (1, 0)):
        cells = sample(table, place) if len(table.header) > 2 else []
        if cells and all(isinstance(day_of(cell), int) for cell in cells) and is_moment_column(table, dates):
            rows = [[*row[:place], *row[place + 1 :]] for row in map(table.row, range(len(table.numbers)))]
            header = (*table.header[:place], *table.header[place + 1 :])
            return replace(table, header=header, given_rows=rows, given_columns=None)
    return table


def names_down(table: Table) -> list[str]:
    """Return what stands first in the rows that hold something more: a group's name alone in its row is of no row."""
    rows = map(table.row, range(len(table.numbers)))
    return [row[0].strip() for row in rows if row and row[0].strip() and any(cell.strip() for cell in row[1:])]


def is_heading(name: str, cells: Sequence[str]) -> bool:
    """Return whether a row of names and days without a cell is a group's name or a remark, and nobody's.

    Examples
    --------
    >>> is_heading("Sprint group", ["", ""]), is_heading("* optional", [""]), is_heading("Ana", [""])
    (True, True, False)
    """
    return not any(cells) and (is_measure(name) or _NAME.fullmatch(name) is None)


def people_columns(table: Table, roles: dict[str, str]) -> list[int]:
    """Return the columns that are people, where the first one holds days and no other says what it measures."""
    first = [cell for cell in sample(table, 0) if not is_total(cell, table.column(0))]
    # A sheet has days; a form's answers have clocks, and its questions are no names.
    read = parse_moments(first)
    is_day = any(
        mostly(first, told)
        for told in (lambda cell: read.values[cell] is not None, lambda cell: day_of(cell) is not None)
    )
    has_clocks = any(read.values.values()) and not read.dates_only
    is_form = has_clocks or any(set(label) & _ASKS for label in table.header[1:])
    # A diary of one person has columns for what was done, how long and how hard.
    measured = set(table.guess.values()) - {"kind", "name", "exercise", "workout"}
    labels = [label for label in table.header[1:] if not tells(label, "note")]
    is_diary = len(roles.keys() - {"date", "time", "note"}) >= 2 or len(measured) >= 3 or are_measures(labels)
    is_diary = is_diary or any(activity(label).known and strength_kind(label) is None for label in labels)
    if not first or not is_day or is_form or is_diary or len(table.header) <= 2 or not _alike(table):
        return []
    return [
        place
        for place, label in enumerate(table.header)
        if place
        and _NAME.fullmatch(label)
        and not (is_total(label, table.header) or tells(label, "note"))
        and not _are_parts(sample(table, place))
    ]


def _are_parts(cells: Sequence[str]) -> bool:
    """Return whether cells are parts of a day, as below "Time": "AM", "evening"."""
    return bool(cells) and all(fold(cell) in word_set("day_parts") for cell in cells)


def _alike(table: Table) -> bool:
    """Return whether the columns after the first hold one sort of thing, as they do where each is a person's.

    It is ratings, or what was planned or done: a bank's payees and amounts are nobody's.
    """
    cells = [sample(table, place) for place in range(1, len(table.header))]
    rated = [mostly(each, lambda cell: parse_rating(cell) is not None) for each in cells if each]
    if any(rated):
        return all(rated)
    told = [cell for each in cells for cell in each]
    planned = sum(parse_sessions(cell, _ANY_DAY) is not None for cell in told)
    return planned >= _LEAST_PLANNED * len(told)


def are_measures(names: Sequence[str]) -> bool:
    """Return whether what stands where names should are measures: minutes, effort, soreness."""
    names = [name for name in names if not is_total(name)]
    return bool(names) and sum(is_measure(name) for name in names) >= max(1, len(names) / 3)


def are_names(cells: Sequence[str]) -> bool:
    """Return whether cells are names of people."""
    return bool(cells) and mostly(cells, lambda cell: _NAME.fullmatch(cell) is not None)


def is_moment_column(table: Table, place: int) -> bool:
    """Return whether a column holds dates."""
    cells = sample(table, place)
    read = parse_moments(cells).values
    return bool(cells) and mostly(cells, lambda cell: read[cell] is not None)
