"""Parts of the body with their ratings in one cell, "quads 7, calves 2", as a column for each part."""

from __future__ import annotations

import re
from dataclasses import replace

from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.roster.forms.parts import is_leg_part
from legrun.roster.forms.words import tells

__all__ = ["with_listed_parts"]

_RATED = re.compile(
    r"\s*([^\W\d_][^\d,;:=|/\n]*?)\s*[:=\u2013-]?\s*\(?(\d{1,2}(?:[.,]\d)?)(?:\s*/\s*\d{1,2})?\)?\s*(?:[,;|/\n]|$|(?=\s[^\W\d_]))"
)
_LONGEST_NAME = 4  # words


def with_listed_parts(table: Table) -> Table:
    """Return a table with a column for each part of the body that cells of soreness rate.

    A cell of one rating stands in the column of the first part of the legs: it is of the legs too.

    Examples
    --------
    >>> table = Table(("Name", "Soreness (0-10)"), range(2, 4), [["Ana", "quads 7, arms: 9"], ["Ben", "2"]])
    >>> with_listed_parts(table).header
    ('Name', 'Soreness (0-10) [quads]', 'Soreness (0-10) [arms]')
    >>> with_listed_parts(table).rows
    [['Ana', '7', '9'], ['Ben', '2', '']]
    """
    for place, label in enumerate(table.labels):
        cells = table.column(place) if tells(label, "soreness") else []
        told = {cell: _parts(cell) for cell in set(cells) if cell[:1].isalpha()}
        names = dict.fromkeys(name for cell in cells for name in told.get(cell, ()))
        if not any(map(is_leg_part, names)):
            continue
        first, *others = sorted(names, key=is_leg_part, reverse=True)
        rows = []
        for row, cell in zip(table.rows, cells, strict=True):
            rated = told.get(cell) or {first: cell}
            whole = [*row, *[""] * (len(table.header) - len(row))]
            whole[place] = rated.get(first, "")
            rows.append([*whole, *(rated.get(name, "") for name in others)])
        named = [f"{label} [{name}]" for name in (first, *others)]
        header = (*table.header[:place], named[0], *table.header[place + 1 :], *named[1:])
        return replace(table, header=header, given_rows=rows, given_columns=None)
    return table


def _parts(cell: str) -> dict[str, str]:
    """Return the ratings of a cell by the parts that they are of; none where it is anything else."""
    rated: dict[str, str] = {}
    at = 0
    while at < len(cell) and (match := _RATED.match(cell, at)):
        name = fold(match[1])
        if not name or name in rated or len(name.split()) > _LONGEST_NAME:
            return {}
        rated[name] = match[2]
        at = match.end()
    return rated if at >= len(cell) and any(map(is_leg_part, rated)) else {}
