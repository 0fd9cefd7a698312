"""Fitbod: `WorkoutExport.csv`, one row per set; one UTC stamp for all sets of a workout, no duration.

Weights are always in kilograms and distances in metres, whatever the user lifts in. The file of 2019 has the day only.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.times import read_times
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Fitbod"

_COLUMNS = {
    "date": ("Date",),
    "exercise": ("Exercise",),
    "sets": ("Sets",),
    "reps": ("Reps",),
    "weight": ("Weight(kg)", "Weight (kg)", "Weight(lb)", "Weight(lbs)", "Weight (lb)", "Weight"),
    "seconds": ("Duration(s)", "Duration (s)"),
    "metres": ("Distance(m)", "Distance (m)"),
    "miles": ("Distance(mi)", "Distance (mi)"),
    "warm_up": ("isWarmup",),
    "note": ("Note",),
    "multiplier": ("multiplier",),
}
_TRUE = frozenset({"true", "1", "yes", "wahr", "vrai"})
_MOST_SETS = 20


def _read(columns: Columns, notes: Notes) -> Findings:
    times = read_times(columns, "date", notes)
    kinds: list[SetKind] = ["warm_up" if text.casefold() in _TRUE else "work" for text in columns.texts("warm_up")]
    if "lb" in (columns.name("weight") or ""):
        notes.assume("weight_unit", "lb", f"the column is called {columns.name('weight')}")
    else:
        notes.assume("weight_unit", "kg", "Fitbod writes kilograms whatever the app shows")
    metres = columns.numbers("metres", notes, low=0, high=500_000, what="distance in metres")
    miles = columns.numbers("miles", notes, low=0, high=500, what="distance in miles")
    sets = read_sets(columns, times, kinds, ("date",), notes, distance_km=np.fmax(metres / 1000, miles * KM_PER_MILE))
    rows = sets.rows.take(_times_sets(columns, notes))
    return sessions_from_sets(sets.workouts(), rows, _NAME, notes)


def _times_sets(columns: Columns, notes: Notes) -> NDArray[np.intp]:
    """Return row places, each as often as it stands for a set: the file of 2019 counts them in a column."""
    count = len(columns.table.numbers)
    sets = columns.numbers("sets", notes, low=0, high=1000, what="number of sets")
    if not columns.has("sets"):
        return np.arange(count)
    keys = list(zip(columns.texts("date"), columns.texts("exercise"), strict=True))
    numbered = any(
        keys[row] == keys[row - 1] and sets[row] == sets[row - 1] + 1 for row in range(1, count)
    )  # 1, 2, 3 under one exercise are the sets' own numbers
    times = np.ones(count) if numbered else np.clip(np.nan_to_num(sets, nan=1.0), 1, _MOST_SETS)
    return np.repeat(np.arange(count), times.astype(np.intp))


FORMATS = (Format(_NAME, _COLUMNS, ("date", "exercise", "reps", "warm_up"), _read),)
