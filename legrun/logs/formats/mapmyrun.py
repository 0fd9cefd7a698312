"""MapMyRun and its sisters: `workout_history.csv`; the day of the workout beside the day it was sent in.

Days only, time in seconds, unit of distance in the header. Seen in public readers of the export; one of them shows both
dates apart on half of its rows.
"""

from __future__ import annotations

from legrun.logs.endurance.cells import read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.headed import distances_by_header
from legrun.logs.format import Columns, Findings, Format, Notes

_NAME = "MapMyRun"

_COLUMNS = {
    "date": ("Workout Date",),
    "submitted": ("Date Submitted",),
    "type": ("Activity Type",),
    "distance_km": ("Distance (km)",),
    "distance_mi": ("Distance (mi)",),
    "seconds": ("Workout Time (seconds)",),
    "heart": ("Avg Heart Rate",),
    "notes": ("Notes",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "date", notes)
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("type"),
        minutes=columns.numbers("seconds", notes, low=0, high=1e9, what="workout time") / 60,
        distance_km=distances_by_header(columns, notes),
        heart=read_heart(columns, "heart", notes),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("date", "submitted", "type", "seconds"), _read),)
