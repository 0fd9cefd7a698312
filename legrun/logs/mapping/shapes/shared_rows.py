"""Cells that name two kinds of training, and rows that give one length for both: “Run + Legs, 100 min”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.columns.column import Column, columns_of, is_missing
from legrun.logs.mapping.columns.fitting import names_kinds
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold, quoted
from legrun.logs.strength.titles import title_of_lifting

__all__ = ["listed_sessions", "measured_sessions", "shared_rows"]

_THEN = r"(?:followed by|and|und|et|y|e|en|og|och|then|dann|danach|puis|ensuite|luego)"
_JOINT = re.compile(rf"\s*(?:[+&/]|\b{_THEN}\b)\s*", re.I)
# What stands before a remark as often as before a session.
_COMMA = re.compile(rf"(?:\s*[,;|\n]|\s[-\u2013\u2014]\s)(?![^()]*\))\s*(?:\b{_THEN}\b\s*)?", re.I)
_REMARKS = frozenset({"heavy", "light", "back"})  # "Run 8 km, legs heavy", "Run, out and back"
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_SETS = re.compile(r"\d\s*[x×]\s*\d")
_LONGEST = 80  # of a cell that names them [characters]
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
    if len(text) > _LONGEST:
        return []
    parts = _one_of_strength([part for part in _JOINT.split(text) if part])
    if not 1 < len(parts) <= _MOST:
        return listed_sessions(text)
    known = [activity(part) for part in parts]
    if not all(each.known and not each.style and each.kind != "off" for each in known):
        return []
    kinds = {each.kind for each in known}
    if kinds == {"run", "walk"} and "/" in text:
        return []  # walking breaks are part of the run
    return parts if len(kinds) == len(parts) and kinds & {"run", "strength"} else []


def listed_sessions(text: str) -> Sequence[str]:
    """Return the sessions that a cell lists behind commas, lifting among them, where each is one and no remark.

    Examples
    --------
    >>> listed_sessions("Run 30 min, legs 40 min"), listed_sessions("Run 8 km, legs heavy")
    (['Run 30 min', 'legs 40 min'], [])
    """
    parts = [part for part in _COMMA.split(text) if part] if len(text) <= _LONGEST else []
    if not all(map(_is_session, parts)):
        return []
    parts = _one_of_strength(parts)
    kinds = {activity(part).kind for part in parts}
    return parts if 1 < len(parts) == len(kinds) <= _MOST and "strength" in kinds else []


def measured_sessions(text: str) -> Sequence[str]:
    """Return the sessions that a cell names, where some of them have a length or a distance of their own.

    Examples
    --------
    >>> measured_sessions("Run 5 km / squats 5x5"), measured_sessions("Run / squats")
    (['Run 5 km', 'squats 5x5'], [])
    """
    parts = _kinds(text)
    return parts if any(any(parts_of(part)[1:3]) for part in parts) else []


def _one_of_strength(parts: Sequence[str]) -> list[str]:
    """Return the parts of a cell, those of lifting as one: “Run, legs, core” is a run and a leg day."""
    lifted = [part for part in parts if activity(part).kind == "strength"]
    return [" + ".join(lifted) if part in lifted[:1] else part for part in parts if part not in lifted[1:]]


def _is_session(text: str) -> bool:
    rest, lasts, _, effort, _ = parts_of(_IN_BRACKETS.sub(" ", text))
    named = activity(rest)
    if not rest or not named.known or named.style or named.kind == "off":
        return False
    if named.kind != "strength" or lasts or _SETS.search(rest):
        return True
    rated = bool(effort) and "/" in text  # how sore they are: "legs 3/10"
    digits = any(map(str.isdecimal, rest))
    lifted = title_of_lifting(rest) or len(rest.split()) == 1  # "gym"
    return lifted and not (rated or digits or _REMARKS & set(fold(rest).split()))


def _farthest(parts: Sequence[str]) -> str:
    """Return the part that a distance is of."""
    return next((part for part in parts if activity(part).kind != "strength"), parts[0])


def _own_part(text: str, place: int, count: int) -> str:
    """Return the length of one of several sessions: its own, "40 / 60", or an even part of one that they share."""
    parts = [part for part in _JOINT.split(text[:_LONGEST]) if part]
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
