"""Sheets of one workbook that are parts of one table: a sheet for each month, each sport or each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legrun.logs.log import Problem
from legrun.logs.reading.table import Table

__all__ = ["Group", "alike", "place_rows"]


@dataclass(frozen=True, eq=False)
class Group:
    """Sheets with the same columns as one table.

    Attributes
    ----------
    names : tuple of str
        Their names, in the order of the workbook.
    table : Table
        Their rows one below the other; of several sheets they are counted through.
    places : sequence of (str, int)
        Sheet and row of each row; empty where there is one sheet alone.
    """

    names: tuple[str, ...]
    table: Table
    places: Sequence[tuple[str, int]] = field(default=(), repr=False)

    def with_column(self, header: str, told: Callable[[str], str]) -> Group:
        """Return the group with one more column, which says of each row what its sheet's name tells."""
        rows = self.table.rows
        says = [told(sheet) for sheet, _ in self.places] or [told(self.names[0])] * len(rows)
        width = len(self.table.header)
        longer = [[*row[:width], *[""] * (width - len(row)), cell] for row, cell in zip(rows, says, strict=True)]
        table = replace(self.table, header=(*self.table.header, header), given_rows=longer, given_columns=None)
        return replace(self, table=table)


def alike(tables: Mapping[str, Table], *, of_one: bool = True) -> list[Group]:
    """Return tables by sheet as groups of those that have the same columns, in whichever order they stand.

    A dated row that stands on two sheets counts once where they are `of_one` person.

    Examples
    --------
    >>> may = Table(("Date", "km"), range(2, 3), [["2026-05-02", "8"]])
    >>> june = Table((" date", "KM"), range(2, 3), [["2026-06-02", "9"]])
    >>> (group,) = alike({"May": may, "June": june})
    >>> group.names, group.table.rows, group.places
    (('May', 'June'), [['2026-05-02', '8'], ['2026-06-02', '9']], [('May', 2), ('June', 2)])
    """
    by_columns: dict[tuple[str, ...], list[str]] = {}
    for sheet, table in tables.items():
        names = set(table.keys)
        is_plain = len(names) == len(table.keys) and "" not in names
        by_columns.setdefault(tuple(sorted(names)) if is_plain else table.keys, []).append(sheet)
    return [_group({sheet: tables[sheet] for sheet in sheets}, of_one) for sheets in by_columns.values()]


def _group(tables: Mapping[str, Table], of_one: bool) -> Group:
    first, *others = tables.values()
    if not others:
        return Group(tuple(tables), first)
    tables = {sheet: _in_order(table, first.keys) for sheet, table in tables.items()}
    kept, again = _once(tables) if of_one and _is_dated(first) else ([*_every_row(tables)], 0)
    problems = [problem for table in tables.values() for problem in table.problems]
    if again:
        stand = "1 row stands" if again == 1 else f"{again:,} rows stand"
        problems.append(Problem(None, None, f"{stand} on two sheets; counted once."))
    rows, places = [row for row, _ in kept], [place for _, place in kept]
    numbers = range(1, len(rows) + 1)
    whole = replace(first, numbers=numbers, given_rows=rows, given_columns=None, problems=tuple(problems))
    return Group(tuple(tables), whole, places)


def _in_order(table: Table, keys: Sequence[str]) -> Table:
    """Return a table with its columns in another order."""
    if table.keys == tuple(keys):
        return table
    places = [table.keys.index(key) for key in keys]
    rows = [[row[place] if place < len(row) else "" for place in places] for row in table.rows]
    header = tuple(table.header[place] for place in places)
    return replace(table, header=header, given_rows=rows, given_columns=None)


def _is_dated(table: Table) -> bool:
    return bool({"date", "start"} & set(table.guess.values()))


def _every_row(tables: Mapping[str, Table]) -> Iterator[tuple[list[str], tuple[str, int]]]:
    for sheet, table in tables.items():
        for number, row in zip(table.numbers, table.rows, strict=True):
            yield row, (sheet, number)


def _once(tables: Mapping[str, Table]) -> tuple[list[tuple[list[str], tuple[str, int]]], int]:
    """Return the rows without those that an earlier sheet has too: a sheet of everything beside one for each month."""
    most: Counter[tuple[str, ...]] = Counter()
    here: Counter[tuple[str, ...]] = Counter()
    kept, again, now = [], 0, ""
    for row, (sheet, number) in _every_row(tables):
        if sheet != now:
            most |= here
            here, now = Counter(), sheet
        cells = tuple(cell.strip() for cell in row)
        here[cells] += 1
        if here[cells] > most[cells]:
            kept.append((row, (sheet, number)))
        else:
            again += 1
    return kept, again


def place_rows(problems: Iterable[Problem], places: Sequence[tuple[str, int]]) -> tuple[Problem, ...]:
    """Return problems of a group's rows with the sheet and the row that a person can look up."""
    return tuple(_placed(problem, places) if places else problem for problem in problems)


def _placed(problem: Problem, places: Sequence[tuple[str, int]]) -> Problem:
    if problem.row is None or not 0 < problem.row <= len(places):
        return problem
    sheet, row = places[problem.row - 1]
    return replace(problem, row=row, file=sheet)
