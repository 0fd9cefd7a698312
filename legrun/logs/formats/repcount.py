"""RepCount: one row per set, with start and end of the workout, and the body part that an exercise is filed under.

Header seen in two public readers: ``Workout Start,Workout End,Exercise,Weight,Reps,Notes,Kcal,Distance,Duration,
Category,Name,Bodyweight``. Units stand nowhere.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.times import elapsed_minutes, read_times
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "RepCount"

_COLUMNS = {
    "start": ("Workout Start",),
    "end": ("Workout End",),
    "exercise": ("Exercise",),
    "reps": ("Reps",),
    "category": ("Category",),
    "title": ("Name",),
    "distance": ("Distance",),
    "duration": ("Duration",),
}
_METRES = 200.0  # nobody goes so far in kilometres or miles


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    kinds: list[SetKind] = ["work"] * len(columns.table.numbers)
    clocks, _ = clock_minutes(columns.texts("duration"))
    bare = columns.numbers("duration", Notes(), low=0, high=86_400, what="")
    sets = read_sets(
        columns,
        starts,
        kinds,
        ("start", "title", "end"),
        notes,
        what="start time",
        seconds=np.where(clocks > 0, clocks * 60, bare),
        distance_km=_distances(columns, notes),
    )
    categories = dict(zip(sets.rows.exercise, columns.texts("category"), strict=True))
    return sessions_from_sets(sets.workouts(_durations(columns, notes)), sets.rows, _NAME, notes, categories)


def _durations(columns: Columns, notes: Notes) -> Callable[[int], float | None]:
    """Return what gives the minutes of the workout that begins in a row."""
    lasts: list[float] = elapsed_minutes(columns.texts("start"), columns.texts("end"), notes).tolist()
    return lambda index: lasts[index] if lasts[index] > 0 else None


def _distances(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    values = columns.numbers("distance", notes, low=0, high=500_000, what="distance")
    if not np.any(values > 0):
        return values
    unit = "m" if float(np.nanmedian(values[values > 0])) > _METRES else "km"
    factors = {"km": 1.0, "mi": KM_PER_MILE, "m": 0.001}
    chosen = notes.choose("distance_unit", unit, "the file does not say; by the size of the numbers", tuple(factors))
    return np.asarray(values * factors[chosen])


FORMATS = (Format(_NAME, _COLUMNS, ("start", "end", "exercise", "reps", "category"), _read),)
