"""Workouts whose sets carry a clock of their own: when they began, and how long they took."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from legrun.evidence import value
from legrun.logs.strength.set_table import SetTable
from legrun.logs.strength.sets import Workout

__all__ = ["timed_workouts"]


def timed_workouts(
    sets: SetTable, moments: Sequence[dt.datetime | None], *, from_start: bool = False
) -> list[Workout | None]:
    """Return the workouts of a table of sets, with what the clocks of their sets say.

    Parameters
    ----------
    sets : SetTable
        The sets.
    moments : sequence of datetime or None
        Local clock of each row.
    from_start : bool
        Whether the table has a start of the workout itself, which then holds, rather than the day alone.

    Notes
    -----
    A set's clock is when it was done, so the first one took place before its own: the time of one set is added, or
    the time since the start of the workout where that is longer.
    """
    workouts: list[Workout | None] = []
    spans: list[tuple[dt.datetime, dt.datetime] | None] = [None] * len(sets.first)
    for place, moment in zip(sets.rows.workout, moments, strict=True):
        if moment is not None:
            low, high = spans[place] or (moment, moment)
            spans[place] = min(low, moment), max(high, moment)
    for workout, span in zip(sets.workouts(), spans, strict=True):
        if workout is None or span is None:
            workouts.append(workout)
            continue
        first, last = span
        start = workout.start if from_start else first
        minutes = (last - first).total_seconds() / 60
        # One clock for all sets says only when the workout began.
        lasts = max(minutes + value("log.set_min"), (last - start).total_seconds() / 60) if minutes else None
        workouts.append(workout._replace(start=start, minutes=lasts, estimated=frozenset()))
    return workouts
