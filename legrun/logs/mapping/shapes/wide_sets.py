"""Sets that stand side by side: “Set 1”, “Set 2”, or the repetitions and the weight of each in turn."""

from __future__ import annotations

import re

from legrun.logs.fields.repetitions import parse_repetitions
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table

__all__ = ["joined_sets"]

_LEAST_COLUMNS = 2
_S1, _W1 = re.compile(r"[sr]\d{1,2}"), re.compile(r"(?:w|kg|lb)\d{1,2}")
_MOST_WORDS = 5  # of a header that numbers a set
_LOADS = word_set("set_loads")


def joined_sets(table: Table) -> Table | None:
    """Return a table whose sets stand side by side, “Set 1”, “Set 2” ..., with them in one column, or None.

    Examples
    --------
    >>> table = Table(("Date", "Lift", "Set 1", "Set 2", "Set 3"), [2], [["1 May 2026", "Squat", "8", "8", "7"]])
    >>> joined_sets(table).header, joined_sets(table).rows
    (('Date', 'Lift', 'Sets x Reps'), [['1 May 2026', 'Squat', '3x7']])
    """
    columns = columns_of(table)
    numbered = [column for column in columns if _is_numbered_set(column) or _is_numbered_load(column)]
    sets = [each for each in numbered if not (_LOADS & set(each.words) or _is_numbered_load(each))] or numbered
    if len(sets) < _LEAST_COLUMNS or any(
        word.isdecimal() for each in columns if each not in numbered for word in each.words
    ):
        return None
    places = {column.place for column in sets}
    kept = [column.place for column in columns if column not in numbered]
    rows = []
    for row in table.rows:
        done = [read for place in places if place < len(row) and (read := parse_repetitions(row[place])) and read.sets]
        reps = min((each.reps for each in done), default=0.0)
        joined = f"{len(done)}x{reps:.0f}" if done else ""
        rows.append([*(row[place] if place < len(row) else "" for place in kept), joined])
    header = (*(table.header[place] for place in kept), "Sets x Reps")
    return rebuilt(table, header, list(table.numbers), rows, "")


def _is_numbered_set(column: Column) -> bool:
    words = column.words
    numbered = len(words) <= _MOST_WORDS and any(word.strip("sr").isdecimal() for word in words)
    named = any(
        word.startswith(("set", "satz", "serie", "sarja", "rep", "wdh", "wiederh")) or _S1.fullmatch(word)
        for word in words
    )
    return numbered and named and (not column.sample or column.is_number or column.is_repetitions or column.counts_sets)


def _is_numbered_load(column: Column) -> bool:
    """Tell the weight of a set, “Weight 2”, “kg 2” or “W2”, beside its repetitions."""
    words = column.words
    plain = any(word in _LOADS for word in words) and any(word.isdecimal() for word in words)
    return (plain or (len(words) == 1 and _W1.fullmatch(words[0]) is not None)) and (
        not column.sample or column.is_number
    )
