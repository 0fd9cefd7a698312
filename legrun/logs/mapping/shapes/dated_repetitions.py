"""Repetitions that a spreadsheet took for a date: ``8-10`` comes back as ``2026-08-10``, ``12/10/8`` as ``2008-12-10``.

csvkit does the same with the year 2001 (csvkit 2.2.0 with agate 1.14.2).
"""

from __future__ import annotations

import re

from legrun.logs.fields.months import MONTHS
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["undated_repetitions"]

_YEAR_FIRST = re.compile(r"(20\d\d)([-/.])(\d\d?)\2(\d\d?)(?:[T ]00:00(?::00)?)?")
_YEAR_LAST = re.compile(r"(\d\d?)([-/.])(\d\d?)\2(20\d\d)")
# "10-set" may be September, and sets as well.
_DAY_AND_MONTH = re.compile(r"(\d\d?)(?:[-/]|\. ?)(?!set\b)([^\W\d_]{3,10})\.?", re.I)


def undated_repetitions(table: Table) -> Table | None:
    """Return a table with repetitions as they were typed, or None where no spreadsheet made dates of them.

    Examples
    --------
    >>> rows = [["2026-03-02", "Squat", "2026-08-10"], ["2026-03-02", "Lunge", "5x5"]]
    >>> table = undated_repetitions(Table(("Date", "Exercise", "Reps"), range(2, 4), rows))
    >>> table.column(2), table.problems[0].message
    (['8-10', '5x5'], 'A spreadsheet made dates of the repetitions in Reps: 2026-08-10 is read as 8-10.')
    """
    spoilt = [column for column in columns_of(table) if _holds_dates(column)]
    if not spoilt:
        return None
    rows = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    for row in rows:
        for column in spoilt:
            row[column.place] = _as_typed(row[column.place])
    return rebuilt(table, table.header, list(table.numbers), rows, " ".join(_said(table, each) for each in spoilt))


def _holds_dates(column: Column) -> bool:
    roles = role_words()
    is_of_sets = roles["reps"].score(column.words) > 0 and not roles["date"].score(column.words)
    return is_of_sets and any(text != _as_typed(text) for text in column.sample)


def _as_typed(text: str) -> str:
    """Return a cell as it was typed, were it no date: a range of two numbers, or the repetitions of three sets.

    Examples
    --------
    >>> [_as_typed(text) for text in ("2026-08-10 00:00:00", "10-Aug", "2008-12-10", "2001-08-10", "8/10/2026", "8-10")]
    ['8-10', '8-10', '12,10,8', '8-10', '8-10', '8-10']
    """
    cell = text.strip()
    if match := _YEAR_FIRST.fullmatch(cell):
        year, month, day = (int(match[part]) for part in (1, 3, 4))
    elif match := _YEAR_LAST.fullmatch(cell):
        month, day, year = (int(match[part]) for part in (1, 3, 4))
    elif (match := _DAY_AND_MONTH.fullmatch(cell)) and (named := MONTHS.get(fold(match[2]))):
        year, month, day = 0, named, int(match[1])
    else:
        return text
    less, more, last = min(month, day), max(month, day), year % 100
    # Sets get shorter, so a year below both numbers is the third set; csvkit gives 2001 to a range, the less first.
    is_list = 0 < last <= less and (last > 1 or month > day)
    return f"{more},{less},{last}" if is_list else f"{less}-{more}"


def _said(table: Table, column: Column) -> str:
    first = next(text for text in table.column(column.place) if text != _as_typed(text))
    return f"A spreadsheet made dates of the repetitions in {column.label}: {first} is read as {_as_typed(first)}."
