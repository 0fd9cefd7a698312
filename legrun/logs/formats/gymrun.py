"""GymRun: one row per set, semicolons, day and clock in two columns."""

from __future__ import annotations

import numpy as np

from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.times import local_times, read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_clocks import timed_workouts
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "GymRun"

_COLUMNS = {
    "date": ("Date", "Datum"),
    "time": ("Time", "Zeit", "Uhrzeit"),
    "title": ("Routine",),
    "exercise": ("Exercise", "Übung"),
    "set": ("Set", "Satz"),
    "weight": ("Weight", "Gewicht"),
    "reps": ("Reps", "Wdh", "Wiederholungen"),
    "duration": ("Duration", "Dauer"),
    "distance": ("Distance", "Distanz"),
    "para": ("Para6",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    dates = read_times(columns, "date", Notes(notes.choices))
    joined = [f"{date} {time}".strip() for date, time in zip(columns.texts("date"), columns.texts("time"), strict=True)]
    clocks = local_times(joined, columns.name("date"), notes)
    kinds: list[SetKind] = ["work"] * len(joined)
    seconds, _ = clock_minutes(columns.texts("duration"))
    bare = columns.numbers("duration", Notes(), low=0, high=86_400, what="")
    sets = read_sets(
        columns,
        dates,
        kinds,
        ("date", "title"),
        notes,
        counted=columns.texts("set"),
        seconds=np.where(seconds > 0, seconds * 60, bare),
        distance_km=columns.numbers("distance", notes, low=0, high=500, what="distance"),
    )
    workouts = timed_workouts(sets, [clocks[text] for text in joined])
    return sessions_from_sets(workouts, sets.rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("date", "title", "exercise", "set", "reps", "para"), _read),)
