"""GymRun: one row per set, semicolons, day and clock in two columns."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import numpy as np

from legrun.evidence import value
from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.times import local_times, read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_table import SetTable, read_sets
from legrun.logs.strength.sets import SetKind, Workout
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
    spans = _spans(sets.rows.workout, [clocks[text] for text in joined], len(sets.first))
    return sessions_from_sets(_workouts(sets, spans), sets.rows, _NAME, notes)


Span = tuple[dt.datetime, dt.datetime]


def _spans(workout: list[int], moments: list[dt.datetime | None], count: int) -> list[Span | None]:
    """Return the first and the last clock of each workout's rows."""
    spans: list[Span | None] = [None] * count
    for place, moment in zip(workout, moments, strict=True):
        if moment is not None:
            low, high = spans[place] or (moment, moment)
            spans[place] = min(low, moment), max(high, moment)
    return spans


def _workouts(sets: SetTable, spans: list[Span | None]) -> list[Workout | None]:
    """Return the workouts, begun at the first clock of their rows."""
    found: list[Workout | None] = []
    for workout, span in zip(sets.workouts(), spans, strict=True):
        if workout is None or span is None:
            found.append(workout)
            continue
        minutes = (span[1] - span[0]).total_seconds() / 60
        # A clock of its own on each set says how long it took; one clock for all says only when it began.
        lasts = minutes + value("log.set_min") if minutes else None
        found.append(replace(workout, start=span[0], minutes=lasts, estimated=frozenset()))
    return found


FORMATS = (Format(_NAME, _COLUMNS, ("date", "title", "exercise", "set", "reps", "para"), _read),)
