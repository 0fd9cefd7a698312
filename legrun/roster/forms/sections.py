"""A question that stands in several sections of a form, each answered by another group, as one column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legrun.logs.log import Problem
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold, quoted
from legrun.roster.forms.role_cells import fits_role
from legrun.roster.forms.roles import sample
from legrun.roster.forms.words import tells

__all__ = ["with_one_of_each"]


def with_one_of_each(table: Table) -> Table:
    """Return a table with one column for a question that comes again, and one for names that stand in several.

    They are one where no row has an answer in more than one of them, and each has some.

    Examples
    --------
    >>> rows = [["Ana", "", "4", ""], ["", "Ben", "", "2"]]
    >>> table = Table(("Name (U18)", "Name (U20)", "Sore legs?", "Sore legs?"), range(2, 4), rows)
    >>> joined = with_one_of_each(table)
    >>> joined.header, joined.rows
    (('Name (U18)', 'Sore legs?'), [['Ana', '4'], ['Ben', '2']])
    """
    groups = [group for group in _groups(table) if _part_the_rows(table, group)]
    if not groups:
        return table
    of = {place: group[0] for group in groups for place in group}
    kept = [place for place in range(len(table.header)) if of.get(place, place) == place]
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        for place, first in of.items():
            cells[first] = cells[first] or cells[place]
        rows.append([cells[place] for place in kept])
    named = "; ".join(" and ".join(quoted(table.labels[place]) for place in group) for group in groups)
    said = Problem(None, None, f"One question of several sections of the form: {named}.")
    header = tuple(table.header[place] for place in kept)
    return replace(table, header=header, given_rows=rows, given_columns=None, problems=(*table.problems, said))


def _groups(table: Table) -> list[list[int]]:
    """Return columns that may be one: of the same words, or of names."""
    same: dict[str, list[int]] = {}
    for place, name in enumerate(table.header):
        same.setdefault("a name" if _asks_for_a_name(table, place) else fold(name), []).append(place)
    return [places for name, places in same.items() if name and len(places) > 1]


def _asks_for_a_name(table: Table, place: int) -> bool:
    label = table.header[place]
    if not tells(label, "athlete") or tells(label, "athlete", "not"):
        return False
    cells = sample(table, place)
    return bool(cells) and fits_role("athlete", cells)


def _part_the_rows(table: Table, places: Sequence[int]) -> bool:
    """Return whether no row has a cell in more than one of the columns, and each of them has some."""
    columns = [table.column(place) for place in places]
    alone = all(sum(map(bool, cells)) <= 1 for cells in zip(*columns, strict=True))
    return alone and all(map(any, columns))
