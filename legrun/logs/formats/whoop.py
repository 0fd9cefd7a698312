"""Whoop: workouts, physiological cycles and sleeps; local times with a zone column, newest first.

A cycle starts the night before, so the workout's own start dates it; a night belongs to the day of waking up.
Headers as in public copies of the zip of the app's *Data export*, which bears no version, looked at in November 2026. A
broken night has a row for each of its parts, all with one cycle's start.
"""

from __future__ import annotations

import numpy as np

from legrun.logs.endurance.cells import read_heart, read_starts
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import Sleep, sleep_h

_NAME = "Whoop"

_WORKOUTS = {
    "cycle": ("Cycle start time",),
    "zone": ("Cycle timezone",),
    "start": ("Workout start time",),
    "type": ("Activity name",),
    "minutes": ("Duration (min)",),
    "metres": ("Distance (meters)",),
    "heart": ("Average HR (bpm)",),
    "heart_max": ("Max HR (bpm)",),
}
_NIGHTS = {
    "cycle": ("Cycle start time",),
    "onset": ("Sleep onset",),
    "wake": ("Wake onset",),
    "asleep": ("Asleep duration (min)",),
}
_CYCLES = {**_NIGHTS, "recovery": ("Recovery score %",)}
_SLEEPS = {**_NIGHTS, "nap": ("Nap",)}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts, estimated = read_starts(columns, "start", notes)
    minutes = columns.numbers("minutes", notes, low=0, high=14_400, what="duration")
    rows = Activities(
        table=columns.table,
        starts=starts,
        types=columns.texts("type"),
        names=columns.texts("type"),
        minutes=minutes,
        distance_km=columns.numbers("metres", notes, low=0, high=2_000_000, what="distance") / 1000,
        heart=read_heart(columns, "heart", notes),
        heart_max=read_heart(columns, "heart_max", notes),
        elapsed=np.array(minutes),
        estimated=estimated,
    )
    return sessions_from_activities(rows, _NAME, notes)


def _read_nights(columns: Columns, notes: Notes) -> Findings:
    quiet = Notes(notes.choices, notes.zone_name)
    onsets, wakes = (read_starts(columns, key, quiet)[0] for key in ("onset", "wake"))
    hours = columns.numbers("asleep", notes, low=0, high=1440, what="sleep in minutes") / 60
    says_naps = columns.has("nap")
    sleeps = []
    for index, number in enumerate(columns.table.numbers):
        nap = columns.texts("nap")[index].casefold() == "true"
        if wakes[index] is None and hours[index] > 0 and not nap:
            message = "The time of waking was not understood; the night was left out."
            notes.problem(number, columns.name("wake"), message)
        sleeps.append(Sleep(number, float(hours[index]), onsets[index], wakes[index], nap=nap if says_naps else None))
    return Findings(sleep_h=sleep_h(sleeps, columns.name("asleep"), notes))


FORMATS = (
    Format(f"{_NAME} workouts", _WORKOUTS, ("cycle", "start", "type"), _read),
    Format(f"{_NAME} cycles", _CYCLES, ("cycle", "wake", "asleep", "recovery"), _read_nights),
    Format(f"{_NAME} sleeps", _SLEEPS, ("cycle", "wake", "asleep", "nap"), _read_nights),
)
