"""Runkeeper: `cardioActivities.csv`, one row per activity; units stand in the header, times are local.

Durations are ``26:42`` or ``1:06:06`` in one column.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.cells import read_heart, read_minutes, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.durations import clock_minutes, clock_style
from legrun.logs.fields.headed import distances_by_header
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.wording.rounding import counted

_NAME = "Runkeeper"
_NEAR = 0.15  # how far time x speed may lie from the distance

_COLUMNS = {
    "id": ("Activity Id",),
    "date": ("Date",),
    "type": ("Type",),
    "title": ("Route Name",),
    "distance_km": ("Distance (km)",),
    "distance_mi": ("Distance (mi)",),
    "duration": ("Duration",),
    "pace": ("Average Pace",),
    "speed": ("Average Speed (km/h)", "Average Speed (mph)"),
    "heart": ("Average Heart Rate (bpm)",),
    "file": ("GPX File",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes)
    distance_km = distances_by_header(columns, notes, most_km=2000)
    # Pace and speed are in the unit of the distance.
    distance = distance_km / (1.0 if columns.has("distance_km") else KM_PER_MILE)
    pace, _ = clock_minutes(columns.texts("pace"))
    style, _ = clock_style(columns.texts("duration"), (pace * distance).tolist())
    minutes = read_minutes(columns, "duration", notes, style)
    speed = columns.numbers("speed", Notes(), low=0, high=200, what="")
    minutes = _unspoilt(minutes, distance, speed, notes)
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("title"),
        minutes=minutes,
        distance_km=distance_km,
        heart=read_heart(columns, "heart", notes),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _unspoilt(
    minutes: NDArray[np.float64], distance: NDArray[np.float64], speed: NDArray[np.float64], notes: Notes
) -> NDArray[np.float64]:
    """Return the minutes; a spreadsheet that takes ``26:42`` for a clock saves it as ``26:42:00``."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = minutes * speed / 60 / distance
        spoilt = (np.abs(ratio / 60 - 1) < _NEAR) & np.isfinite(ratio)
    if np.any(spoilt):
        reason = "by their distance and speed they are minutes and seconds; a spreadsheet made hours of them"
        notes.assume("clock_style", f"{counted(int(np.count_nonzero(spoilt)), 'row')} in mm:ss:00", reason)
    return np.where(spoilt, minutes / 60, minutes)


FORMATS = (Format(_NAME, _COLUMNS, ("date", "type", "title", "duration", "file"), _read),)
