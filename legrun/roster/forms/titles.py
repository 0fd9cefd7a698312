"""The day of a sheet that no column names: in the line above its header, or in the file's name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from legrun.logs.fields.dates import parse_moments
from legrun.logs.log import Problem
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted

__all__ = ["with_day_of_title"]

DATE = "Date"
_LONGEST = 4  # words of a date: "Wed 6 May 2026"


def with_day_of_title(table: Table, title: str) -> Table:
    """Return a sheet without days with the one that its title, or the file's name, names.

    Examples
    --------
    >>> sheet = Table(("Athlete", "Soreness"), range(2, 3), [["Ana", "4"]])
    >>> with_day_of_title(sheet, "Check-in Wed 6 May 2026").rows, with_day_of_title(sheet, "Check-in").header
    ([['Wed 6 May 2026', 'Ana', '4']], ('Athlete', 'Soreness'))
    """
    day = next((day for text in (title, PurePath(table.name).stem.replace("_", " ")) for day in _days(text)), "")
    if not day:
        return table
    rows = [[day, *row] for row in table.rows]
    said = Problem(None, None, f"The day of every row is {quoted(day)}, by the title of the sheet or the file's name.")
    problems = (*table.problems, said)
    return replace(table, header=(DATE, *table.header), given_rows=rows, given_columns=None, problems=problems)


def _days(text: str) -> Iterator[str]:
    """Yield the dates with a year that a text names, the longest writing of each first."""
    words = text.replace(",", " ").split()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        for at in range(len(words) - length + 1):
            said = " ".join(words[at : at + length])
            if sum(map(str.isdigit, said)) > _LONGEST and parse_moments([said]).values[said] is not None:
                yield said
