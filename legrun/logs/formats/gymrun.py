"""GymRun: one row per set, semicolons, day and clock in two columns."""

from __future__ import annotations

import datetime as dt

import numpy as np

from legrun.evidence import value
from legrun.logs.durations import clock_minutes
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.sets import SetKind, SetRows, Workout, exercise_names, group_rows, mark_unusable
from legrun.logs.strength import sessions_from_sets
from legrun.logs.text import clean
from legrun.logs.times import Times, local_times, read_times

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
    mark_unusable(columns, "date", dates, kinds, notes, "date")
    exercises = exercise_names(columns, "exercise", kinds, notes)
    workout, first = group_rows(columns, ("date", "title"), kinds, columns.texts("set"), notes)
    seconds, _ = clock_minutes(columns.texts("duration"))
    bare = columns.numbers("duration", Notes(), low=0, high=86_400, what="")
    sets = SetRows(
        numbers=columns.table.numbers,
        workout=workout,
        exercise=exercises,
        kind=kinds,
        reps=columns.numbers("reps", notes, low=0, high=5000, what="number of reps"),
        seconds=np.where(seconds > 0, seconds * 60, bare),
        distance_km=columns.numbers("distance", notes, low=0, high=500, what="distance"),
        rpe=np.full(len(kinds), np.nan),
    )
    spans = _spans(workout, [clocks[text] for text in joined], len(first))
    return sessions_from_sets(_workouts(columns, first, spans, dates, notes), sets, _NAME, notes)


Span = tuple[dt.datetime, dt.datetime]


def _spans(workout: list[int], moments: list[dt.datetime | None], count: int) -> list[Span | None]:
    """Return the first and the last clock of each workout's rows."""
    spans: list[Span | None] = [None] * count
    for place, moment in zip(workout, moments, strict=True):
        if moment is not None:
            low, high = spans[place] or (moment, moment)
            spans[place] = min(low, moment), max(high, moment)
    return spans


def _workouts(
    columns: Columns, first: list[int], spans: list[Span | None], dates: Times, notes: Notes
) -> list[Workout | None]:
    workouts: list[Workout | None] = []
    for index, span in zip(first, spans, strict=True):
        title, row, date = columns.texts("title")[index], columns.table.numbers[index], columns.texts("date")[index]
        day = dates[date]
        if span is None:
            estimated = frozenset({"start"})
            workouts.append(None if day is None else Workout(day, None, clean(title), row, estimated=estimated))
            continue
        minutes = (span[1] - span[0]).total_seconds() / 60
        # A clock of its own on each set says how long it took; one clock for all says only when it began.
        workouts.append(Workout(span[0], minutes + value("log.set_min") if minutes else None, clean(title), row))
    missing = sum(workout is not None and workout.minutes is None for workout in workouts)
    if missing:
        reason = "the file does not say how long these workouts took; about 3 minutes a set were taken"
        notes.assume("missing_durations", f"{missing:,} estimated", reason)
    return workouts


FORMATS = (Format(_NAME, _COLUMNS, ("date", "title", "exercise", "set", "reps", "para"), _read),)
