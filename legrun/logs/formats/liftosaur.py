"""Liftosaur: its history as CSV, one row per set, in UTC; what was asked for stands beside what was done.

Two headers, both seen in the app's own source and documentation: since 2024 with `Required` and `Completed` columns and
`Completed RPE`, before with `RPE`, `Equipment` and `Weight Value`. A row without completed reps was not done.
"""

from __future__ import annotations

from legrun.logs.fields.times import read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_clocks import timed_workouts
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Liftosaur"

_COLUMNS = {
    "start": ("Workout DateTime",),
    "program": ("Program",),
    "title": ("Day Name",),
    "exercise": ("Exercise",),
    "warm_up": ("Is Warmup Set?",),
    "reps": ("Completed Reps",),
    "rpe": ("Completed RPE", "RPE"),
    "done": ("Completed Reps Time",),
}
_TRUE = frozenset({"1", "true", "yes"})


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    clocks = read_times(columns, "done", Notes(notes.choices, notes.zone_name))
    undone = 0
    kinds: list[SetKind] = []
    for warm_up, reps in zip(columns.texts("warm_up"), columns.texts("reps"), strict=True):
        undone += not reps
        kinds.append("skip" if not reps else "warm_up" if warm_up.casefold() in _TRUE else "work")
    if undone:
        notes.assume("empty_sets", f"{undone:,} left out", "sets without completed reps were not done")
    sets = read_sets(columns, starts, kinds, ("start", "title"), notes, what="start time")
    workouts = timed_workouts(sets, [clocks[text] for text in columns.texts("done")], from_start=True)
    return sessions_from_sets(workouts, sets.rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("start", "exercise", "warm_up", "reps", "done"), _read),)
