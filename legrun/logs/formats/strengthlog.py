"""StrengthLog: one row per set; start and end of the workout in milliseconds since 1970, a flag for warm-ups.

Headers seen in the tests of two public readers, of 2025 and of 2026: the newer one has distances in two units, the
clock of each set (``checked``) and ratings of form, sleep and stress on a scale that it does not name; those are not
used. Sets of the plan that were not done stand there with 0 repetitions.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.times import elapsed_minutes, read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "StrengthLog"

_COLUMNS = {
    "start": ("start",),
    "end": ("end",),
    "title": ("workout",),
    "exercise": ("exercise",),
    "body_weight": ("bodyweight",),
    "reps": ("reps",),
    "time": ("time",),
    "distance_km": ("distanceKM",),
    "distance_m": ("distanceM",),
    "warm_up": ("warmup",),
    "failure": ("fail",),
}
_TRUE = "true"


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    flags = zip(columns.texts("warm_up"), columns.texts("failure"), strict=True)
    kinds: list[SetKind] = [
        "warm_up" if warm_up == _TRUE else "failure" if failed == _TRUE else "work" for warm_up, failed in flags
    ]
    minutes, _ = clock_minutes(columns.texts("time"))
    kilometres = columns.numbers("distance_km", notes, low=0, high=500, what="distance")
    metres = columns.numbers("distance_m", notes, low=0, high=500_000, what="distance")
    sets = read_sets(
        columns,
        starts,
        kinds,
        ("start", "title", "end"),
        notes,
        what="start time",
        seconds=minutes * 60,
        distance_km=np.fmax(kilometres, metres / 1000),
    )
    return sessions_from_sets(sets.workouts(_durations(columns, notes)), sets.rows, _NAME, notes)


def _durations(columns: Columns, notes: Notes) -> Callable[[int], float | None]:
    """Return what gives the minutes of the workout that begins in a row; some have their start as their end."""
    lasts: list[float] = elapsed_minutes(columns.texts("start"), columns.texts("end"), notes).tolist()
    return lambda index: lasts[index] if lasts[index] > 0 else None


FORMATS = (Format(_NAME, _COLUMNS, ("start", "end", "title", "exercise", "body_weight", "reps", "warm_up"), _read),)
