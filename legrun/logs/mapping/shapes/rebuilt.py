"""A table with other rows or columns than its file's, and what is said of that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from legrun.logs.log import Problem
from legrun.logs.mapping.columns.column import Column
from legrun.logs.reading.table import Table

__all__ = ["rebuilt", "replaced"]


def rebuilt(table: Table, header: tuple[str, ...], numbers: list[int], rows: list[list[str]], said: str) -> Table:
    """Return a table of other rows, with a sentence on what was done to it."""
    problems = (*table.problems, Problem(None, None, said)) if said else table.problems
    return Table(header, numbers, rows, None, table.delimiter, table.encoding, table.name, problems)


def replaced(table: Table, parts: Sequence[Column], name: str, value: Callable[[Sequence[str]], str]) -> Table:
    """Return a table with one column in the place of several; `value` makes its cell of a row's."""
    places = {part.place for part in parts}
    first = min(places)
    rows = []
    for row in table.rows:
        cells = [*row, *[""] * (len(table.header) - len(row))]
        text = value(cells)
        rows.append([text if at == first else cell for at, cell in enumerate(cells) if at == first or at not in places])
    header = tuple(
        name if at == first else cell for at, cell in enumerate(table.header) if at == first or at not in places
    )
    shown = ", ".join(part.label for part in sorted(parts, key=lambda part: part.place))
    return rebuilt(table, header, list(table.numbers), rows, f"{name} was put together from {shown}.")
