"""Nights that are told by two clocks: when somebody fell asleep, and when they woke up."""

from __future__ import annotations

import math
from collections.abc import Sequence

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.hours import parse_hour
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.columns.fitting import bed_clock
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["with_night"]


# Headers that mean a clock beside each other alone, "Asleep 23:10, Awake 6:40"; each alone may be a length.
_ASLEEP, _IN_BED = (("fell_asleep",), ("woke_up",)), (("went_to_bed", "fell_asleep"), ("got_up", "woke_up"))
_BARE = {"asleep": "fell_asleep", "awake": "woke_up"}


def with_night(table: Table, *, in_bed: bool = False) -> Table | None:
    """Add the hours from falling asleep to waking up, where no column holds them, or None where nothing tells them.

    With `in_bed` they are from going to bed to getting up, of which a little is spent awake.

    Examples
    --------
    >>> table = Table(("Date", "Fell asleep", "Woke up"), range(2, 3), [["3 May 2026", "23:15", "6:45"]])
    >>> with_night(table).rows
    [['3 May 2026', '23:15', '6:45', '450 min']]
    """
    columns = columns_of(table)
    ends = [
        next((each for each in columns if any(_is_moment_of(each, listed) for listed in words)), None)
        for words in (_IN_BED if in_bed else _ASLEEP)
    ]
    named = [each for each in columns if role_words()["sleep"].score(each.words) > 0 and each.is_duration]
    first, last = ends
    bare = [each for each in (first, last) if each is not None and " ".join(each.words) in _BARE]
    if len(bare) == 1 or first is None or last is None or first is last or any(each not in ends for each in named):
        return None
    hours = [_clock_hours(table.column(each.place)) for each in (first, last)]
    rows = [
        [*row, *[""] * (len(table.header) - len(row)), _between(fell, woke)]
        for row, fell, woke in zip(table.rows, *hours, strict=True)
    ]
    said = f"Hours asleep are the time from {first.label} to {last.label}{', all of the time in bed' * in_bed}."
    return rebuilt(table, (*table.header, "Slept (min)"), list(table.numbers), rows, said)


def _is_moment_of(column: Column, listed: str) -> bool:
    words = " ".join(column.words)
    if words in _BARE and listed == _BARE[words]:
        return bed_clock(column) if words == "asleep" else column.is_clock
    said = any(f" {' '.join(map(fold, each.split()))} " in f" {words} " for each in word_set(listed))
    return said and (column.has_clock or column.is_clock or column.is_hour)


def _clock_hours(cells: Sequence[str]) -> list[float]:
    """Return the hour of the day of each cell, NaN where it has none. [h]"""
    moments = parse_moments(cells).values
    read: dict[str, float] = {}
    for text in dict.fromkeys(cells):
        moment = moments[text]
        clock = parse_hour(text) if moment is None else moment.time()
        read[text] = math.nan if clock is None else clock.hour + clock.minute / 60
    return [read[text] for text in cells]


def _between(first: float, last: float) -> str:
    """Return how long it is from one hour of the day to the next such hour, as a cell has it."""
    return "" if math.isnan(first + last) else f"{60 * ((last - first) % 24):.0f} min"
