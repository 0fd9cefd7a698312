"""First and last names that stand in two columns, as one."""

from __future__ import annotations

from dataclasses import replace

from legrun.logs.reading.table import Table
from legrun.roster.forms.role_cells import mostly
from legrun.roster.forms.roles import sample
from legrun.roster.forms.words import label_words, phrases, tells

__all__ = ["with_full_names"]


def with_full_names(table: Table) -> Table:
    """Return a table with one column of names where first and last names stand in two.

    Beside one of them a bare "Name" is the other, unless it holds whole names.

    Examples
    --------
    >>> table = Table(("Name", "Vorname", "Legs"), range(2, 4), [["Roth", "Ana", "4"], ["Roth", "Ben", "2"]])
    >>> with_full_names(table).header, with_full_names(table).column(0)
    (('Vorname Name', 'Legs'), ['Ana Roth', 'Ben Roth'])
    """
    parts = _parts(table)
    if parts is None:
        return table
    first, last = parts
    rows = []
    for index in range(len(table.numbers)):
        cells = [*table.row(index), *([""] * (len(table.header) - len(table.row(index))))]
        cells[first] = f"{cells[first].strip()} {cells[last].strip()}".strip()
        rows.append([cells[first], *(cell for place, cell in enumerate(cells) if place not in parts)])
    others = [cell for place, cell in enumerate(table.header) if place not in parts]
    header = (f"{table.header[first]} {table.header[last]}", *others)
    return replace(table, header=header, given_rows=rows, given_columns=None)


def _parts(table: Table) -> tuple[int, int] | None:
    """Return where first and last names stand; None where they do not stand in two columns."""
    first, last = _named(table, "first_name", "last_name"), _named(table, "last_name", "first_name")
    if (first is None) != (last is None):
        other = _bare_name(table)
        first, last = (other, last) if first is None else (first, other)
    return None if first is None or last is None else (first, last)


def _named(table: Table, name: str, other: str) -> int | None:
    bare = name.removesuffix("_name")  # "First" and "Last" alone, not "Last night"
    for place, label in enumerate(table.labels):
        is_named = tells(label, name, "words") and not tells(label, other, "words")
        if (is_named or label_words(label) == (bare,)) and sample(table, place):
            return place
    return None


def _bare_name(table: Table) -> int | None:
    """Return the column that is called a name and nothing more, if it holds parts of names."""
    for place, label in enumerate(table.labels):
        cells = sample(table, place)
        if label_words(label) in phrases("words", "bare_name") and cells and mostly(cells, _is_one_word):
            return place
    return None


def _is_one_word(cell: str) -> bool:
    return len(cell.split()) == 1
