"""Sheets with a measure in each row and people, or days, across: turned, so that each is a row."""

from __future__ import annotations

from dataclasses import replace

from legrun.logs.reading.table import Table
from legrun.roster.forms.shaped import ATHLETE, DATE
from legrun.roster.forms.split_headers import is_day, is_told, may_be_person

__all__ = ["has_measures_down", "with_measures_across"]

_LEAST = 2  # measures, and people or days


def has_measures_down(table: Table) -> bool:
    """Return whether each row of a table is a measure, and each column a person or a day.

    Examples
    --------
    >>> rows = [["Leg soreness (0-10)", "7", "2"], ["Sleep (h)", "6.5", "8"]]
    >>> has_measures_down(Table(("", "Ana", "Ben"), range(2, 4), rows))
    True
    """
    across = [name.strip() for name in table.header[1:]]
    if len(across) < _LEAST or not len(table.numbers) >= _LEAST or not all(across):
        return False
    # Rows of people stand below measures nearly always, so this is looked at first.
    if not (all(map(is_day, across)) or all(map(may_be_person, across))):
        return False
    return all(row and is_told(row[0].strip()) for row in table.rows if any(map(str.strip, row)))


def with_measures_across(table: Table) -> Table:
    """Return such a table with a row for each person, or each day.

    Examples
    --------
    >>> rows = [["Leg soreness (0-10)", "7", "2"], ["Sleep (h)", "6.5", "8"]]
    >>> turned = with_measures_across(Table(("", "Ana", "Ben"), range(2, 4), rows))
    >>> turned.header, turned.rows
    (('Athlete', 'Leg soreness (0-10)', 'Sleep (h)'), [['Ana', '7', '6.5'], ['Ben', '2', '8']])
    """
    if not has_measures_down(table):
        return table
    told = [row for row in table.rows if any(map(str.strip, row))]
    rows = [
        [name.strip(), *(row[place].strip() if place < len(row) else "" for row in told)]
        for place, name in enumerate(table.header)
        if place
    ]
    first = DATE if is_day(table.header[1]) else ATHLETE
    header = (first, *(row[0].strip() for row in told))
    return replace(table, header=header, numbers=[1] * len(rows), given_rows=rows, given_columns=None)
