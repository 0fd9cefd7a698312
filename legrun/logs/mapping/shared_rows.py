"""Rows that name two kinds of training and give one length for both: “Run + Legs, 100 min”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.column import Column, columns_of, is_missing
from legrun.logs.mapping.fitting import names_kinds
from legrun.logs.mapping.parted import parts_of
from legrun.logs.mapping.turned import rebuilt
from legrun.logs.mapping.vocabulary import role_words
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted

__all__ = ["shared_rows"]

_JOINT = re.compile(r"\s*(?:[+&/]|\b(?:and|und|et|y|e|en|og|och|then|dann|puis|luego)\b)\s*", re.I)
_MOST = 4  # kinds of training in a row
_PART = 0.9  # of the rows below a header that names what was done


def shared_rows(table: Table) -> Table | None:
    """Return a table with a row for each kind of training that a row names, its length shared out, or None.

    Examples
    --------
    >>> rows = [["2 May 2026", "Run + Legs", "100"], ["3 May 2026", "Run", "40"]]
    >>> shared_rows(Table(("Date", "Training", "Min"), range(2, 4), rows)).rows
    [['2 May 2026', 'Run', '50'], ['2 May 2026', 'Legs', '50'], ['3 May 2026', 'Run', '40']]
    """
    columns = columns_of(table)
    kind = next((column for column in columns if column.is_text and any(map(_kinds, column.sample))), None)
    if kind is None or not role_words()["kind"].score(kind.words) or any(each.exercises > _PART for each in columns):
        return None
    if any(each is not kind and each.is_text and _measures(each, "kind") and names_kinds(each) for each in columns):
        return None  # a title beside a type: "Leg day + 20 min jog" was one session of strength
    lasting, far = ([c.place for c in columns if _measures(c, role)] for role in ("duration", "distance"))
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        parts = _kinds(cells[kind.place]) or [cells[kind.place]]
        lengths = [parts_of(part)[1] for part in parts]
        for place, part in enumerate(parts):
            own = list(cells)
            own[kind.place] = part
            if len(parts) > 1:
                given = lengths[place] if all(lengths) else ""  # "Run 30 min + legs 45 min", whatever their sum
                own = [
                    given or _own_part(cell, place, len(parts)) if at in lasting else cell
                    for at, cell in enumerate(own)
                ]
                own = ["" if at in far and part != _farthest(parts) else cell for at, cell in enumerate(own)]
            numbers.append(number)
            rows.append(own)
    shown = next(text for text in kind.sample if _kinds(text))
    said = f"{quoted(shown)} names several sessions; each was read as one, and one length of several shared out evenly."
    return rebuilt(table, table.header, numbers, rows, said)


def _measures(column: Column, role: str) -> bool:
    return role_words()[role].score(column.words) > 0


def _kinds(text: str) -> Sequence[str]:
    """Return the kinds of training that a cell names, where they are several and each is known."""
    parts = [part for part in _JOINT.split(text[:80]) if part]
    if not 1 < len(parts) <= _MOST:
        return []
    known = [activity(part) for part in parts]
    if not all(each.known and not each.style and each.kind != "off" for each in known):
        return []
    kinds = {each.kind for each in known}
    if kinds == {"run", "walk"} and "/" in text:
        return []  # walking breaks are part of the run
    return parts if len(kinds) == len(parts) and kinds & {"run", "strength"} else []


def _farthest(parts: Sequence[str]) -> str:
    """Return the part that a distance is of."""
    return next((part for part in parts if activity(part).kind != "strength"), parts[0])


def _own_part(text: str, place: int, count: int) -> str:
    """Return the length of one of several sessions: its own, "40 / 60", or an even part of one that they share."""
    parts = [part for part in _JOINT.split(text[:80]) if part]
    own = len(parts) == count and all(
        parse_number(each) is not None or parse_duration(each) is not None for each in parts
    )
    return parts[place] if own else _shared(text, count)


def _shared(text: str, count: int) -> str:
    """Return the part of a length that each of several has, in its own unit."""
    if is_missing(text):
        return text
    number = parse_number(text)
    if number is not None:
        return f"{number / count:g}"
    minutes = parse_duration(text)
    return "" if minutes is None else f"{minutes / count:g} min"
