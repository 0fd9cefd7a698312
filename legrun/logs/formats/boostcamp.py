"""Boostcamp: one row per workout, its exercises and sets as JSON in one cell.

Nineteen columns, seen in a public reader of the export: days before months with an offset of whole hours, length in
seconds, supersets as exercises inside an exercise without sets of its own. A set's intensity is what the programme asks
for, so it is no rating.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from legrun.logs.fields.times import read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Boostcamp"

_REQUIRED = ("created_at", "finished_at", "records", "program_log_id", "title", "duration")
_HEADER = ("Workout", "Start", "Title", "Workout seconds", "Exercise", "Set", "Reps", "Seconds", "Skipped")
_COLUMNS = {
    "session": ("Workout",),
    "start": ("Start",),
    "title": ("Title",),
    "lasts": ("Workout seconds",),
    "exercise": ("Exercise",),
    "set": ("Set",),
    "reps": ("Reps",),
    "seconds": ("Seconds",),
    "skipped": ("Skipped",),
}
_TRUE = "True"


def _flat(table: Table) -> Table | None:
    """Return one row per set, or None when the table is no list of Boostcamp's workouts."""
    places = [table.find(name) for name in ("id", *_REQUIRED)]
    if any(place is None for place in places):
        return None
    rows: list[list[str]] = []
    numbers: list[int] = []
    cells = zip(table.numbers, *map(table.column, places), strict=True)
    for number, own, created, _, records, _, title, lasts in cells:
        for row in _sets(records) or [["", "", "", "", ""]]:
            numbers.append(number)
            rows.append([own, created, title, lasts, *row])
    return replace(table, header=_HEADER, numbers=numbers, given_rows=rows, given_columns=None)


def _sets(records: str) -> list[list[str]]:
    """Return exercise, number, repetitions, seconds and whether it was left out, of each set in a cell."""
    try:
        exercises = json.loads(records)
    except (ValueError, RecursionError):
        return []
    rows = []
    for exercise in _exercises(exercises):
        sets = exercise.get("sets")
        for place, each in enumerate(sets if isinstance(sets, list) else [], 1):
            if isinstance(each, dict):
                amount = str(each.get("amount", "")).strip().rstrip("+")  # 5+ is five or more
                timed = each.get("target_type") == "time"
                skipped = each.get("skipped") is True or exercise.get("skipped") is True
                reps, seconds = ("", amount) if timed else (amount, "")
                rows.append([str(exercise.get("name", "")), str(place), reps, seconds, str(skipped)])
    return rows


def _exercises(records: Any) -> Iterator[Mapping[str, Any]]:
    """Yield the exercises of a workout, those inside supersets one by one."""
    for exercise in records if isinstance(records, list) else ():
        if isinstance(exercise, dict):
            yield exercise
            inside = exercise.get("supersets")
            yield from (each for each in inside if isinstance(each, dict)) if isinstance(inside, list) else ()


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    kinds: list[SetKind] = ["skip" if text == _TRUE else "work" for text in columns.texts("skipped")]
    if skipped := kinds.count("skip"):
        notes.assume("empty_sets", f"{skipped:,} left out", "sets that were skipped were not done")
    sets = read_sets(columns, starts, kinds, ("session", "start"), notes, start="start", what="start time")
    lasts = (columns.numbers("lasts", notes, low=0, high=1e7, what="duration in seconds") / 60).tolist()
    workouts = sets.workouts(lambda index: lasts[index] if lasts[index] > 0 else None)
    return sessions_from_sets(workouts, sets.rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("session", "start", "exercise", "skipped"), _read, reshape=_flat),)
