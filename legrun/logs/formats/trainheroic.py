"""TrainHeroic: `training_data.csv` of the data export, one row per exercise with its sets as text in one cell.

``6, 6, 6 rep x 40, 40, 40 pound`` is three sets; so is ``30, 30, 30 second x``. A cell without numbers is an exercise
of the plan that nothing was entered for: ``rep x pound``. Days only; the day that a workout was moved to stands in a
column of its own. Header and cells as two public readers of the export describe them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.times import read_times
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "TrainHeroic"

_REQUIRED = ("WorkoutTitle", "ScheduledDate", "RescheduledDate", "ExerciseTitle", "ExerciseData")
_HEADER = ("Title", "Scheduled", "Date", "Exercise", "Reps", "Seconds", "Kilometres")
_COLUMNS = {
    "title": ("Title",),
    "scheduled": ("Scheduled",),
    "date": ("Date",),
    "exercise": ("Exercise",),
    "reps": ("Reps",),
    "seconds": ("Seconds",),
    "km": ("Kilometres",),
}
_KM = {"meter": 0.001, "metre": 0.001, "yard": 0.0009144, "mile": KM_PER_MILE, "kilometer": 1.0, "feet": 0.0003048}
_SECONDS = {"second": 1.0, "sec": 1.0, "minute": 60.0, "min": 60.0}
_DONE = re.compile(r"\s*((?:(?:\d[\d.:]*|max|amrap)\s*\+?\s*,?\s*)+)([^\W\d_]*)", re.I)
_CLOCK = re.compile(r"(\d+):(\d\d)")


def _flat(table: Table) -> Table | None:
    """Return one row per set, or None when the table is not TrainHeroic's."""
    places = [table.find(name) for name in _REQUIRED]
    if any(place is None for place in places):
        return None
    rows: list[list[str]] = []
    numbers: list[int] = []
    cells = zip(table.numbers, *map(table.column, places), strict=True)
    for number, title, scheduled, moved, exercise, data in cells:
        for measured in _sets(data) or [("0", "", "")]:
            numbers.append(number)
            rows.append([title, scheduled, moved or scheduled, exercise, *measured])
    return replace(table, header=_HEADER, numbers=numbers, given_rows=rows, given_columns=None)


def _sets(data: str) -> list[tuple[str, str, str]]:
    """Return repetitions, seconds and kilometres of each set that a cell holds."""
    match = _DONE.match(data)
    if match is None:
        return []
    unit = match[2].casefold().removesuffix("s")
    amounts = [each.strip(" +") for each in match[1].split(",") if each.strip()]
    return [_measured(amount, unit) for amount in amounts]


def _measured(amount: str, unit: str) -> tuple[str, str, str]:
    if clock := _CLOCK.fullmatch(amount):
        return "", str(int(clock[1]) * 60 + int(clock[2])), ""
    number = parse_number(amount, ".")
    if number is None:
        return "1", "", ""  # as many as possible: it was done
    if unit in _SECONDS:
        return "", f"{number * _SECONDS[unit]:g}", ""
    return ("", "", f"{number * _KM[unit]:g}") if unit in _KM else (amount, "", "")


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "date", notes)
    kinds: list[SetKind] = ["work"] * len(columns.table.numbers)
    kilometres = columns.numbers("km", notes, low=0, high=500, what="distance")
    sets = read_sets(columns, starts, kinds, ("date", "scheduled", "title"), notes, distance_km=kilometres)
    return sessions_from_sets(sets.workouts(), sets.rows, _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("title", "scheduled", "date", "exercise", "reps"), _read, reshape=_flat),)
