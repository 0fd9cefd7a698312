"""Rows that are of several people: names beside each other in a cell, and "everyone"."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from legrun.logs.log import Problem
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold, quoted
from legrun.roster.forms.words import phrases
from legrun.roster.names import name_key

__all__ = ["with_each_name"]

_MARKS = re.compile(r"\s*[;&+/\n]\s*")
# A comma, and words that are part of a name, too: "Ruiz, Ana", "João Costa e Silva", "José Ortega y Gasset".
_COMMA = re.compile(r"\s*,\s*")
_AND = re.compile(r"\s+(?:and|und|et|y|e|en|och|og)\s+")
_LINK = re.compile(r"\s*\(https?://[^()\s]*\)")
_SEVERAL = 3  # names in a list: "Ana, Ben and Cid"
_OF_ALL = ("plan", "done")  # what may be said of everybody at once


def with_each_name(table: Table, roles: Mapping[str, str]) -> Table:
    """Return a table with a row for each person, where some rows name several, or all.

    Examples
    --------
    >>> rows = [["2026-05-06", "Ana & Ben", "Easy 40"], ["2026-05-06", "Cid", "Rest"], ["2026-05-07", "All", "Legs"]]
    >>> table = Table(("Date", "Athlete", "Plan"), range(2, 5), rows)
    >>> each = with_each_name(table, {"date": "Date", "athlete": "Athlete", "plan": "Plan"})
    >>> each.column(1), list(each.numbers)
    (['Ana', 'Ben', 'Cid', 'Ana', 'Ben', 'Cid'], [2, 2, 3, 4, 4, 4])
    """
    if "athlete" not in roles:
        return table
    place = table.labels.index(roles["athlete"])
    table = _without_links(table, place)
    cells = table.column(place)
    alone = {name_key(cell) for cell in set(cells) if len(_parts(cell)) == 1 and not _is_all(cell)}
    names = {cell: _names(cell, alone) for cell in dict.fromkeys(cells)}
    everybody = list({name_key(name): name for each in names.values() for name in each if not _is_all(name)}.values())
    of_all = bool(everybody and roles.keys() & set(_OF_ALL)) and any(map(_is_all, names))
    if not of_all and all(len(each) == 1 for each in names.values()):
        return table
    day = roles.get("date") or roles.get("time")
    days = table.column(table.labels.index(day)) if day else cells
    own = {(said, name_key(name)) for said, cell in zip(days, cells, strict=True) for name in names[cell]}
    rows: list[list[str]] = []
    numbers: list[int] = []
    for number, row, cell, said in zip(table.numbers, map(list, table.rows), cells, days, strict=True):
        people = names[cell]
        if of_all and _is_all(cell):  # who has a row of that day is no part of it: "Ben: Rest"
            people = [name for name in everybody if (said, name_key(name)) not in own]
        rows += [[*row[:place], name, *row[place + 1 :]] for name in people]
        numbers += [number] * len(people)
    problems = [*table.problems, *_said(table, place, names, of_all=of_all)]
    return replace(table, numbers=numbers, given_rows=rows, given_columns=None, problems=tuple(problems))


def _without_links(table: Table, place: int) -> Table:
    """Return a table with the names of people without the addresses that Notion writes behind them."""
    if not any(map(_LINK.search, table.column(place))):
        return table
    rows = [[_LINK.sub("", cell) if at == place else cell for at, cell in enumerate(row)] for row in table.rows]
    return replace(table, given_rows=rows, given_columns=None)


def _said(table: Table, place: int, names: Mapping[str, Sequence[str]], *, of_all: bool) -> list[Problem]:
    """Return what is said of the rows that are of several."""
    several = [cell for cell, each in names.items() if len(each) > 1 or (of_all and _is_all(cell))]
    named = ", ".join(quoted(cell) for cell in several[:3])
    return [Problem(None, table.labels[place], f"A row for each: {named}.")] if several else []


def _names(cell: str, alone: Collection[str]) -> list[str]:
    """Return the people that a cell names; one where it may be one with two names."""
    parts = _parts(cell)
    if len(parts) < 2 or not all(map(name_key, parts)):
        return [cell]
    by_marks = [part for part in _MARKS.split(cell) if part]
    if len(by_marks) == len(parts) or all(name_key(part) in alone for part in parts):
        return parts
    before, comma, _ = cell.rpartition(",")
    if comma and _AND.search(before):
        return by_marks or [cell]  # a list has its last name behind the word: "Costa e Silva, João" is none
    # Of as many words as names that stand alone.
    lengths, own = {len(name.split()) for name in alone}, {len(part.split()) for part in parts}
    alike = len(own) == 1 and own <= lengths
    return parts if alike or (comma and len(parts) >= _SEVERAL) else by_marks or [cell]


def _parts(cell: str) -> list[str]:
    return [name for part in _MARKS.split(cell) for by in _COMMA.split(part) for name in _AND.split(by) if name]


def _is_all(name: str) -> bool:
    return tuple(fold(name).split()) in phrases("rows", "everybody")
