"""Tables that name the columns of a session twice: “Sport, Min, Sport, Min” for the first and the second of a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.mapping.columns.column import Column, columns_of, is_missing
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.titles import strength_kind

__all__ = ["lifting_beside", "unrolled_blocks"]

_LEAST = 2  # columns of a block
_PARTS_OF_DAY = word_set("day_parts")
_NAMED = 0.5  # part of the cells that name what was done


def unrolled_blocks(table: Table) -> Table | None:
    """Return a table with a row for each session where a row holds several, or None for any other.

    Examples
    --------
    >>> rows = [["2 May 2026", "Run", "45", "Legs", "60"], ["4 May 2026", "Run", "40", "", ""]]
    >>> table = Table(("Date", "Sport", "Min", "Sport", "Min"), range(2, 4), rows)
    >>> unrolled_blocks(table).rows
    [['2 May 2026', 'Run', '45'], ['2 May 2026', 'Legs', '60'], ['4 May 2026', 'Run', '40']]
    """
    columns = columns_of(table)
    blocks = _blocks(columns)
    if len(blocks) < _LEAST or not all(any(_names_sessions(column) for column in block) for block in blocks):
        return None
    inside = {column.place for block in blocks for column in block}
    before = [column.place for column in columns if column.place not in inside]
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        done = [[cells[column.place] for column in block] for block in blocks]
        filled = [session for session in done if not all(map(is_missing, session))]
        for session in filled or done[:1]:
            numbers.append(number)
            rows.append([*(cells[place] for place in before), *session])
    named = ("Session" if _is_title(column, columns) else table.header[column.place] for column in blocks[0])
    header = (*(table.header[place] for place in before), *named)
    return rebuilt(table, header, numbers, rows, "A row names several sessions; each was read as a row of its own.")


def lifting_beside(table: Table) -> Table | None:
    """Return a table with rows of their own for strength work in a column beside that of other sports, or None.

    What a row measures is of the other sport where both were done.

    Examples
    --------
    >>> rows = [["2 May 2026", "Run", "45", ""], ["4 May 2026", "Bike", "30", "Legs"]]
    >>> lifting_beside(Table(("Date", "Cardio", "Min", "Weights"), range(2, 4), rows)).rows
    [['2 May 2026', 'Run', '45'], ['4 May 2026', 'Bike', '30'], ['4 May 2026', 'Legs', '']]
    """
    columns = columns_of(table)
    named = [column for column in columns if _names_sessions(column)]
    lifted = [column for column in named if _is_of_gym(column.label) and all(map(_lifts, column.distinct))]
    others = [column for column in named if column not in lifted and not any(map(_lifts, column.distinct))]
    if len(lifted) != 1 or len(others) != 1 or not any(column.is_moment for column in columns):
        return None
    (lifts,), (other,) = lifted, others
    kept = [column.place for column in columns if column.place != lifts.place]
    dated = [column.place for column in columns if column.is_moment]
    numbers: list[int] = []
    rows: list[list[str]] = []
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        strength, both = cells[lifts.place], not is_missing(cells[other.place])
        if both or is_missing(strength):
            numbers.append(number)
            rows.append([cells[place] for place in kept])
        if not is_missing(strength):
            measured = {place: cells[place] for place in (dated if both else kept)} | {other.place: strength}
            numbers.append(number)
            rows.append([measured.get(place, "") for place in kept])
    header = tuple("Session" if place == other.place else table.header[place] for place in kept)
    said = f"{other.label} and {lifts.label} name sessions; each was read as a row of its own."
    return rebuilt(table, header, numbers, rows, said)


def _is_of_gym(label: str) -> bool:
    """Tell a header of strength work of any kind, “Weights”; “Sore legs” is none."""
    return activity(label).kind == "strength" and strength_kind(label) is None


def _lifts(text: str) -> bool:
    return strength_kind(text) is not None or activity(text).kind == "strength"


def _blocks(columns: Sequence[Column]) -> list[list[Column]]:
    """Return the columns whose names come again, in groups with the same names in the same order."""
    named = {column: _name(column) for column in columns}
    return _alike(named) or _alike({column: _within(column, columns) for column in columns})


def _alike(named: Mapping[Column, tuple[str, ...]]) -> list[list[Column]]:
    names = list(named.values())
    again = [column for column, name in named.items() if name and names.count(name) > 1]
    width = len({named[column] for column in again})
    if width < _LEAST or len(again) % width:
        return []
    blocks = [again[at : at + width] for at in range(0, len(again), width)]
    same = [[named[column] for column in block] for block in blocks]
    return blocks if all(each == same[0] for each in same) else []


def _within(column: Column, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return a header's words behind those of what was done, “min” of “Weights min” beside “Weights”; () for others."""
    first = column.words[:1]
    titles = [each for each in columns if first and each.words[:1] == first and _names_sessions(each)]
    if len(titles) != 1 or len([each for each in columns if each.words[:1] == first]) < _LEAST:
        return ()
    return ("",) if column is titles[0] else column.words[1:]


def _name(column: Column) -> tuple[str, ...]:
    """Return a header's words without what tells the session: its number, or its part of the day."""
    bare = tuple(word for word in column.words if not word.isdecimal() and word not in _PARTS_OF_DAY)
    return bare or ("" if _is_part_of_day(column) else " ".join(column.words),)


def _is_title(column: Column, columns: Sequence[Column]) -> bool:
    return _is_part_of_day(column) or _within(column, columns) == ("",)


def _is_part_of_day(column: Column) -> bool:
    """Tell a header that names a part of the day and nothing else, above what was done in it."""
    return bool(column.words) and set(column.words) <= _PARTS_OF_DAY


def _names_sessions(column: Column) -> bool:
    # Numbered exercises are read as the sets of one workout.
    is_exercise = role_words()["exercise"].score(column.words) > 0
    return column.is_text and column.activities >= _NAMED and not is_exercise
