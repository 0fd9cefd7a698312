"""Zepp (Amazfit): `SPORT_*.csv` and `SLEEP_*.csv` of its export, in UTC; sports are numbers of Zepp's own.

Headers were seen in public readers of the export (the tests of a Zepp importer and amazfit2garmin). Of the numbers
only those seen there are known; others are asked about.
"""

from __future__ import annotations

import numpy as np

from legrun.logs.endurance.cells import read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.times import elapsed_minutes
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h

_NAME = "Zepp"
_NIGHTS = "Zepp sleep"

_SPORT = {
    "type": ("type",),
    "start": ("startTime",),
    "seconds": ("sportTime(s)",),
    "metres": ("distance(m)",),
    "pace": ("avgPace(/meter)",),
    "heart": ("avgHeartRate", "averageHeartRate"),
}
_SLEEP = {
    "date": ("date",),
    "deep": ("deepSleepTime",),
    "shallow": ("shallowSleepTime",),
    "rem": ("REMTime",),
    "wake": ("wakeTime",),
    "start": ("start",),
    "end": ("stop",),
}
_SPORTS = {
    1: "Running",
    6: "Walking",
    8: "Treadmill running",
    9: "Cycling",
    10: "Indoor cycling",
    14: "Pool swimming",
    17: "Tennis",
    52: "Strength training",
    85: "Basketball",
}
_SLACK = 1.05  # stages are rounded to minutes


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "start", notes)
    types = [_sport(text) for text in columns.texts("type")]
    metres = columns.numbers("metres", notes, low=-1, high=2_000_000, what="distance")  # -1 stands for none
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=types,
        names=types,
        minutes=columns.numbers("seconds", notes, low=0, high=1e9, what="time in seconds") / 60,
        distance_km=metres / 1000,
        heart=columns.numbers("heart", notes, low=-1, high=300, what="heart rate"),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _sport(code: str) -> str:
    return _SPORTS.get(int(code), f"Zepp sport {code}") if code.isdecimal() else code


def _read_nights(columns: Columns, notes: Notes) -> Findings:
    quiet = Notes(notes.choices, notes.zone_name)
    (starts, _), (ends, _) = read_starts(columns, "start", notes), read_starts(columns, "end", quiet)
    stages = [
        columns.numbers(key, notes, low=0, high=1440, what="sleep in minutes") for key in ("deep", "shallow", "rem")
    ]
    lasts = elapsed_minutes(columns.texts("start"), columns.texts("end"), notes)
    light, whole = np.nansum(stages[:2], axis=0), np.nansum(stages, axis=0)
    # Older versions count REM within the light sleep; the two together then exceed the night.
    minutes = np.where(whole > lasts * _SLACK, light, whole)
    rows = zip(columns.table.numbers, (minutes / 60).tolist(), starts, ends, strict=True)
    sleeps = [Sleep(number, hours, start, end) for number, hours, start, end in rows if hours > 0]
    return Findings(sleep_h=sleep_h(sleeps, columns.name("shallow"), notes))


FORMATS = (
    Format(_NAME, _SPORT, ("type", "start", "seconds", "metres"), _read),
    Format(_NIGHTS, _SLEEP, ("deep", "shallow", "start", "end"), _read_nights),
)
