"""Sets whose left and right side stand in rows of their own: one set for both, as a leg day counts them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["both_sides"]

_LEFT, _RIGHT = word_set("left"), word_set("right")
_LETTERS = frozenset({"li", "re", "sol", "sag"})  # not in a name, where "re" is a word
_SIDES = _LEFT | _RIGHT
_AT_END = re.compile(r"[\s(\[,:/–-]+([^\W\d_]+)[)\]]?\s*$")
_PART = 0.9  # of the cells of a column of sides


def both_sides(table: Table) -> Table | None:
    """Return a table with one row for both sides of a set, or None where no rows are of one side.

    Examples
    --------
    >>> rows = [["2 May 2026", "Split Squat", "L", "8"], ["2 May 2026", "Split Squat", "R", "8"]]
    >>> both_sides(Table(("Date", "Exercise", "Side", "Reps"), range(2, 4), rows)).rows
    [['2 May 2026', 'Split Squat', 'L', '8']]
    """
    columns = columns_of(table)
    exercise = next((column for column in columns if column.is_text and column.exercises >= 0.5), None)
    if exercise is None:
        return None
    column = next((each for each in columns if _is_of_sides(each)), None)
    names = table.column(exercise.place)
    parted = [_parted(name) for name in names]
    sides = [fold(text) for text in table.column(column.place)] if column else [side for _, side in parted]
    if not {side in _LEFT for side in sides if side in _SIDES} >= {True, False}:
        return None
    kept = _first_sides(list(zip(_days(table, columns), (name for name, _ in parted), strict=True)), sides)
    if len(kept) == len(names):
        return None
    rows = [list(table.row(place)) for place in kept]
    for place, row in zip(kept, rows, strict=True):
        if column is None and exercise.place < len(row):
            row[exercise.place] = parted[place][0]
    said = "Left and right side of a set stand in rows of their own; both count as one set."
    return rebuilt(table, table.header, [table.numbers[place] for place in kept], rows, said)


def _is_of_sides(column: Column) -> bool:
    """Tell a column of sides; a leg named in it is no exercise of its own."""
    folded = {fold(text) for text in column.sample}
    return bool(folded & _LEFT) and bool(folded & _RIGHT) and column.mostly(lambda text: fold(text) in _SIDES, _PART)


def _parted(name: str) -> tuple[str, str]:
    """Return the name of an exercise without its side, and the side."""
    match = _AT_END.search(name)
    side = fold(match[1]) if match else ""
    return (name[: match.start()].strip(), side) if match and side in _SIDES - _LETTERS else (name, "")


def _days(table: Table, columns: Sequence[Column]) -> list[tuple[str, ...]]:
    cells = [table.column(column.place) for column in columns if column.is_moment]
    return list(zip(*cells, strict=True)) if cells else [()] * len(table.numbers)


def _first_sides(keys: Sequence[object], sides: Sequence[str]) -> list[int]:
    """Return the rows to keep: of each exercise of a day those without a side, and those of the side with most."""
    counts: dict[object, Counter[bool]] = defaultdict(Counter)
    for key, side in zip(keys, sides, strict=True):
        if side in _SIDES:
            counts[key][side in _LEFT] += 1
    most = {key: max(count, key=count.__getitem__) for key, count in counts.items()}
    pairs = enumerate(zip(keys, sides, strict=True))
    return [place for place, (key, side) in pairs if side not in _SIDES or (side in _LEFT) == most[key]]
