"""Runkeeper: `cardioActivities.csv`, one row per activity; units stand in the header, times are local.

Durations are ``26:42`` or ``1:06:06`` in one column.
"""

from __future__ import annotations

import numpy as np

from legrun.logs.durations import clock_minutes, clock_style
from legrun.logs.endurance import Activities, read_starts, sessions_from_activities
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.text import quoted
from legrun.logs.units import KM_PER_MILE

_NAME = "Runkeeper"

_COLUMNS = {
    "id": ("Activity Id",),
    "date": ("Date",),
    "type": ("Type",),
    "title": ("Route Name",),
    "distance_km": ("Distance (km)",),
    "distance_mi": ("Distance (mi)",),
    "duration": ("Duration",),
    "pace": ("Average Pace",),
    "heart": ("Average Heart Rate (bpm)",),
    "file": ("GPX File",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes)
    key = columns.first("distance_km", "distance_mi")
    unit, factor = ("mi", KM_PER_MILE) if key == "distance_mi" else ("km", 1.0)
    distance = columns.numbers(key, notes, low=0, high=1000, what="distance")
    if columns.has(key):
        notes.assume("distance_unit", unit, f"the column is called {columns.name(key)}")
    pace, _ = clock_minutes(columns.texts("pace"))
    style, _ = clock_style(columns.texts("duration"), (pace * distance).tolist())
    minutes, bad = clock_minutes(columns.texts("duration"), style)
    for number, text in zip(columns.table.numbers, columns.texts("duration"), strict=True):
        if text in bad and text != columns.name("duration"):
            notes.problem(number, columns.name("duration"), f"The duration {quoted(text)} was not understood.")
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("title"),
        minutes=minutes,
        distance_km=np.asarray(distance * factor),
        heart=columns.numbers("heart", notes, low=0, high=300, what="heart rate"),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("date", "type", "title", "duration", "file"), _read),)
