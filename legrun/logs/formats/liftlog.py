"""LiftLog: its plain-text export, one row per completed set, each with a clock of its own, newest first.

Header from the app's documentation: ``SessionId,Timestamp,Exercise,Weight,WeightUnit,Reps,TargetReps,Notes``. A workout
is its session, also where it goes on past midnight.
"""

from __future__ import annotations

from legrun.logs.fields.times import read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.strength.set_clocks import timed_workouts
from legrun.logs.strength.set_table import SetTable, read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "LiftLog"

_COLUMNS = {
    "session": ("SessionId",),
    "start": ("Timestamp",),
    "exercise": ("Exercise",),
    "weight_unit": ("WeightUnit",),
    "reps": ("Reps",),
    "target": ("TargetReps",),
}


def _read(columns: Columns, notes: Notes) -> Findings:
    clocks = read_times(columns, "start", notes)
    kinds: list[SetKind] = ["work"] * len(columns.table.numbers)
    sets: SetTable = read_sets(columns, clocks, kinds, ("session",), notes, start="start")
    workouts = timed_workouts(sets, [clocks[text] for text in columns.texts("start")])
    return sessions_from_sets(workouts, sets.rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("session", "start", "exercise", "reps", "target"), _read),)
