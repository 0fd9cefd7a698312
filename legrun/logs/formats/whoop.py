"""Whoop: workouts, physiological cycles and sleeps; local times with a zone column, newest first.

A cycle starts the night before, so the workout's own start dates it; a night belongs to the day of waking up.
"""

from __future__ import annotations

import numpy as np

from legrun.logs.endurance.sessions import Activities, read_heart, read_starts, sessions_from_activities
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.nights import nights

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
    wakes, _ = read_starts(columns, "wake", quiet)
    asleep = columns.numbers("asleep", notes, low=0, high=1440, what="sleep in minutes") / 60
    naps = np.array([text.casefold() == "true" for text in columns.texts("nap")], dtype=bool)
    if np.any(naps):
        reason = "naps are not added to the night's sleep"
        notes.assume("naps", f"{int(np.count_nonzero(naps)):,} left out", reason)
    rows = [
        (number, wake and wake.date(), hours)
        for number, wake, hours, nap in zip(columns.table.numbers, wakes, asleep.tolist(), naps.tolist(), strict=True)
        if not nap
    ]
    for number, wake, hours in rows:
        if wake is None and hours > 0:
            notes.problem(
                number, columns.name("wake"), "The time of waking was not understood; the night was left out."
            )
    return Findings(sleep_h=nights(rows, columns.name("asleep"), notes))


FORMATS = (
    Format(f"{_NAME} workouts", _WORKOUTS, ("cycle", "start", "type"), _read),
    Format(f"{_NAME} cycles", _CYCLES, ("cycle", "wake", "asleep", "recovery"), _read_nights),
    Format(f"{_NAME} sleeps", _SLEEPS, ("cycle", "wake", "asleep", "nap"), _read_nights),
)
