"""StrongLifts: until about 2025 one wide row per workout, since 2026 one row per exercise.

The wide file repeats its column names for every exercise and its rows are ragged, so it is read by position. A set
with 0 reps, ``-`` or nothing was not done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np

from legrun.logs.fields.dates import Order
from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.times import local_times, read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.text import clean, quoted
from legrun.logs.strength.sets import SetKind, SetRows, Workout
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "StrongLifts"

_WIDE = {
    "date": ("Date",),
    "note": ("Note", "Notes"),
    "title": ("Workout",),
    "exercise": ("Exercise 1",),
    "set": ("Set 1",),
}
_LONG = {
    "date": ("Date (yyyy/mm/dd)", "Date (dd/mm/yyyy)", "Date (mm/dd/yyyy)", "Date (dd.mm.yyyy)", "Date"),
    "number": ("Workout",),
    "title": ("Workout Name",),
    "exercise": ("Exercise",),
    "scheme": ("Sets×Reps", "SetsxReps", "Sets*Reps"),
    "times": ("Sets×Time", "SetsxTime", "Sets*Time"),
    "hours": ("Duration (hours)",),
    "start": ("Start Time (h:mm)", "Start Time"),
    "end": ("End Time (h:mm)", "End Time"),
}
_EXERCISE = re.compile(r"exercise \d+")
_SET = re.compile(r"set \d+(?:\.\d+)?")
_SET_REPS = re.compile(r"set \d+ \(reps\)")
_SCHEME = re.compile(r"(\d{1,2})[×x*](\d{1,4})")
_MOST_REPS = 5000


@dataclass
class _Sets:
    """Sets as they are read, one after another."""

    numbers: list[int] = field(default_factory=list)
    workout: list[int] = field(default_factory=list)
    exercise: list[str] = field(default_factory=list)
    reps: list[float] = field(default_factory=list)

    def add(self, row: int, workout: int, exercise: str, reps: float) -> None:
        self.numbers.append(row)
        self.workout.append(workout)
        self.exercise.append(exercise)
        self.reps.append(reps)

    def rows(self) -> SetRows:
        nothing = np.full(len(self.numbers), np.nan)
        kinds: list[SetKind] = ["work"] * len(self.numbers)
        reps = np.array(self.reps, dtype=np.float64)
        return SetRows(self.numbers, self.workout, self.exercise, kinds, reps, nothing, nothing, nothing)


def _reps(text: str, row: int, column: str, notes: Notes) -> float | None:
    """Return the reps of one cell; None where there is no set, 0 where it was not done."""
    text = text.strip()
    if not text:
        return None
    if text == "-":
        return 0.0
    number = parse_number(text)
    if number is None or not 0 <= number <= _MOST_REPS:
        notes.problem(row, column, f"The number of reps is {quoted(text)}; it was not used.")
        return None
    return number


def _read_wide(columns: Columns, notes: Notes) -> Findings:
    table = columns.table
    dates = read_times(columns, "date", notes)
    exercises = [place for place, key in enumerate(table.keys) if _EXERCISE.fullmatch(key)]
    blocks = [
        (place, [at for at in range(place + 1, end) if _SET.fullmatch(table.keys[at])])
        for place, end in zip(exercises, [*exercises[1:], len(table.keys)], strict=True)
    ]
    done, workouts, seen = _Sets(), list[Workout | None](), set[tuple[str, ...]]()
    titles, texts = columns.texts("title"), columns.texts("date")
    for index, number in enumerate(table.numbers):
        row, start = table.row(index), dates[texts[index]]
        if start is None or tuple(row) in seen:
            message = "The same as an earlier row; it was counted once."
            if start is None:
                message = f"The date {quoted(texts[index])} was not understood; the row was left out."
            notes.problem(number, columns.name("date"), message)
            continue
        seen.add(tuple(row))
        for place, sets in blocks:
            name = clean(row[place]) if place < len(row) else ""
            for at in sets if name else ():
                if at < len(row) and (reps := _reps(row[at], number, table.header[at], notes)) is not None:
                    done.add(number, len(workouts), name, reps)
        workouts.append(Workout(start, None, clean(titles[index]), number, estimated=dates.estimated))
    return sessions_from_sets(workouts, done.rows(), _NAME, notes)


def _read_long(columns: Columns, notes: Notes) -> Findings:
    table = columns.table
    starts, ends = _joined(columns, "start"), _joined(columns, "end")
    order = _order(columns.name("date") or "")
    moments = local_times(starts, columns.name("date"), notes, order=order)
    closes = local_times(ends, columns.name("end"), Notes(notes.choices, notes.zone_name), order=order)
    hours = columns.numbers("hours", notes, low=0, high=10_000, what="duration in hours")
    places = [place for place, key in enumerate(table.keys) if _SET_REPS.fullmatch(key)]
    done, workouts, known, seen = _Sets(), list[Workout | None](), dict[tuple[str, str], int](), set[tuple[str, ...]]()
    numbers, titles, names = columns.texts("number"), columns.texts("title"), columns.texts("exercise")
    for index, row_number in enumerate(table.numbers):
        row, start, name = table.row(index), moments[starts[index]], clean(names[index])
        if start is None or not name or tuple(row) in seen:
            _note_row(columns, row_number, starts[index], name, start is None, notes)
            continue
        seen.add(tuple(row))
        key = (starts[index], numbers[index])
        if key not in known:
            known[key] = len(workouts)
            minutes = hours[index] * 60 if hours[index] > 0 else None
            end = closes[ends[index]]
            if minutes is None and end is not None and end > start and columns.has("end"):
                minutes = (end - start).total_seconds() / 60
            title = clean(titles[index])
            workouts.append(Workout(start, minutes, title, row_number, estimated=moments.estimated))
        for reps in _sets_of(columns, index, row, places, row_number, notes):
            done.add(row_number, known[key], name, reps)
    return sessions_from_sets(workouts, done.rows(), _NAME, notes)


def _joined(columns: Columns, clock: str) -> list[str]:
    pairs = zip(columns.texts("date"), columns.texts(clock), strict=True)
    return [f"{date} {time}".strip() for date, time in pairs]


def _note_row(columns: Columns, row: int, date: str, name: str, undated: bool, notes: Notes) -> None:
    if undated:
        notes.problem(row, columns.name("date"), f"The date {quoted(date)} was not understood; the row was left out.")
    elif not name:
        notes.problem(row, columns.name("exercise"), "The exercise name is missing; the row was left out.")
    else:
        notes.problem(row, None, "The same as an earlier row; it was counted once.")


def _order(header: str) -> Order | None:
    folded = header.casefold()
    return "dmy" if "(dd" in folded else "mdy" if "(mm" in folded else None


def _sets_of(columns: Columns, index: int, row: list[str], places: list[int], number: int, notes: Notes) -> list[float]:
    """Return the reps of each set: from the set columns, else from a text like ``5/5/5/-`` or ``3×5``."""
    header = columns.table.header
    cells = [(row[at], header[at]) for at in places if at < len(row)]
    read = [reps for text, name in cells if (reps := _reps(text, number, name, notes)) is not None]
    if read:
        return read
    scheme = columns.texts("scheme")[index]
    if match := _SCHEME.fullmatch(scheme):
        return [float(match[2])] * int(match[1])
    if scheme:
        parts = [_reps(part, number, columns.name("scheme") or "", notes) for part in scheme.split("/")[:50]]
        return [reps for reps in parts if reps is not None]
    timed = columns.texts("times")[index]  # a plank: what counts is that it was done
    return [1.0 for part in timed.split("/")[:50] if part.strip() not in ("", "-", "0")]


FORMATS = (
    Format(_NAME, _WIDE, ("date", "exercise", "set"), _read_wide),
    Format(_NAME, _LONG, ("date", "title", "exercise", "scheme"), _read_long),
)
