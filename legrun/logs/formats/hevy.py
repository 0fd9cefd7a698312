"""Hevy: one row per set; a workout is its title, start and end.

Header in metric, imperial or mixed units (weight and distance each on its own); dates in the phone's
language to the minute, local; `set_type` normal, warmup, dropset or failure; RPE 6 to 10 in halves.
"""

from __future__ import annotations

from collections.abc import Callable

from legrun.logs.fields.headed import distances_by_header
from legrun.logs.fields.times import Times, elapsed_minutes, read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind, set_kinds
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Hevy"

_COLUMNS = {
    "start": ("start_time", "workout_start_time"),
    "end": ("end_time", "workout_end_time"),
    "title": ("title", "workout_title"),
    "exercise": ("exercise_title",),
    "set_index": ("set_index",),
    "set_type": ("set_type",),
    "weight_kg": ("weight_kg",),
    "weight_lb": ("weight_lbs", "weight_lb"),
    "reps": ("reps",),
    "distance_km": ("distance_km",),
    "distance_mi": ("distance_miles", "distance_mi"),
    "distance_m": ("distance_meters", "distance_m"),
    "seconds": ("duration_seconds",),
    "rpe": ("rpe",),
}

_SET_TYPES: dict[str, SetKind] = {
    "normal": "work",
    "warmup": "warm_up",
    "warm_up": "warm_up",
    "dropset": "drop",
    "drop_set": "drop",
    "failure": "failure",
}


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    kinds = set_kinds(columns, "set_type", _SET_TYPES, notes, numbered=False)
    _note_weight_unit(columns, notes)
    sets = read_sets(
        columns,
        starts,
        kinds,
        ("start", "title", "end"),
        notes,
        what="start time",
        counted=columns.texts("set_index"),
        distance_km=distances_by_header(columns, notes),
    )
    return sessions_from_sets(sets.workouts(_durations(columns, starts, notes)), sets.rows, _NAME, notes)


def _durations(columns: Columns, starts: Times, notes: Notes) -> Callable[[int], float | None]:
    """Return what gives the minutes from start to end of the workout that begins in a row."""
    begun, ended = columns.texts("start"), columns.texts("end")
    rows = columns.first_rows("start", "end")
    pairs = [begun[row] for row in rows], [ended[row] for row in rows]
    lasts = elapsed_minutes(*pairs, notes, parsed=starts.parsed).tolist()
    lengths = {(begun[row], ended[row]): each for row, each in zip(rows, lasts, strict=True)}

    def minutes(index: int) -> float | None:
        each: float = lengths[begun[index], ended[index]]
        if each > 0:
            return each
        if starts[begun[index]] is not None:
            message = "The end is missing or not after the start; the duration was estimated."
            notes.problem(columns.table.numbers[index], columns.name("end"), message)
        return None

    return minutes


def _note_weight_unit(columns: Columns, notes: Notes) -> None:
    key = columns.first("weight_kg", "weight_lb")
    if columns.has(key):
        notes.assume("weight_unit", key.removeprefix("weight_"), f"the column is called {columns.name(key)}")


FORMATS = (Format(_NAME, _COLUMNS, ("start", "exercise", "set_index", "set_type"), _read),)
