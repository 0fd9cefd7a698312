"""TrainingPeaks: `workouts.csv`, one row per workout, planned or done; the day only, hours as decimals, metres.

A row without `TimeTotalInHours` is a plan, and `Day Off` is a row: neither is training.
"""

from __future__ import annotations

import numpy as np

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.cells import read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.format import Columns, Findings, Format, Notes

_NAME = "TrainingPeaks"

_COLUMNS = {
    "date": ("WorkoutDay",),
    "title": ("Title",),
    "type": ("WorkoutType",),
    "hours": ("TimeTotalInHours",),
    "metres": ("DistanceInMeters",),
    "heart": ("HeartRateAverage",),
    "heart_max": ("HeartRateMax",),
    "rpe": ("Rpe",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes)
    hours = columns.numbers("hours", notes, low=0, high=240, what="duration in hours")
    types = columns.texts("type")
    planned = 0
    for index, done in enumerate((hours > 0).tolist()):
        if not done and starts[index] is not None:
            planned += activity(types[index]).kind != "off"
            starts[index] = None
    if planned:
        notes.assume("planned_rows", f"{planned:,} left out", "rows without a time done are plans, not training")
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=types,
        names=columns.texts("title"),
        minutes=np.asarray(hours * 60),
        distance_km=columns.numbers("metres", notes, low=0, high=2_000_000, what="distance") / 1000,
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        rpe=columns.numbers("rpe", notes, low=0, high=10, what="RPE"),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("date", "type", "hours"), _read),)
