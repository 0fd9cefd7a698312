"""Alpha Progression: blocks, parted by semicolons, with no header of the whole file.

A session is a line with its name, date and length; under it each exercise has a numbered line (with its warm-ups in a
second cell), a small header (``#;KG;REPS;RIR``) and its sets. Decimal comma; repetitions in reserve rate each set. Seen
in a public reader of the export and its notes on the format (FreeReps); other languages differ in the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.times import read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Alpha Progression"

_HEADER = ("Start", "Duration", "Workout", "Exercise", "Set", "Reps", "RIR", "Seconds")
_COLUMNS = {
    "start": ("Start",),
    "duration": ("Duration",),
    "title": ("Workout",),
    "exercise": ("Exercise",),
    "set": ("Set",),
    "reps": ("Reps",),
    "reserve": ("RIR",),
    "seconds": ("Seconds",),
}
_START = re.compile(r"(\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}),? \d{1,2}:\d\d(?: ?[AaPp][Mm])?(?: (?:h|Uhr))?")
_CLOCK_WORD = re.compile(r"\s+(?:h|uhr|hr|hrs|std\.?|min)\s*$", re.I)
_EXERCISE = re.compile(r"\d{1,3}\. (.+)")
_REPS, _RESERVE, _SECONDS = ("reps", "wdh", "wdh."), ("rir",), ("sec", "sek", "s", "time", "zeit")


def _flat(table: Table) -> Table | None:
    """Return one row per set, or None when the first line is no session."""
    if len(table.header) < 2 or not _START.fullmatch(table.header[1].strip()):
        return None
    numbers, rows = [], []
    for number, row in _sets([(1, list(table.header)), *zip(table.numbers, table.rows, strict=True)]):
        numbers.append(number)
        rows.append(row)
    return replace(table, header=_HEADER, numbers=numbers, given_rows=rows, given_columns=None)


def _sets(lines: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """Yield row number and cells of each set."""
    session, exercise, places = ["", "", ""], "", (2, 3, 99)
    for number, line in lines:
        cells = [cell.strip() for cell in line]
        first = cells[0] if cells else ""
        if len(cells) > 1 and _START.fullmatch(cells[1]):
            lasts = cells[2] if len(cells) > 2 else ""
            lasts = _CLOCK_WORD.sub("", lasts) if ":" in lasts else lasts
            session, exercise = [_CLOCK_WORD.sub("", cells[1]), lasts, first.partition(" · ")[0]], ""
        elif match := _EXERCISE.fullmatch(first):
            exercise = " ".join(match[1].split(" · ")[:2])
        elif first == "#":
            places = _places(cells)
        elif first.rstrip(".").isdecimal() and exercise:
            reps, reserve, seconds = (cells[place] if place < len(cells) else "" for place in places)
            yield number, [*session, exercise, first, reps, reserve, seconds]


def _places(header: Sequence[str]) -> tuple[int, int, int]:
    """Return where repetitions, repetitions in reserve and seconds stand; past the end where they do not."""
    names = [cell.casefold() for cell in header]
    reps, reserve, seconds = (
        next((place for place, name in enumerate(names) if name in words), 99) for words in (_REPS, _RESERVE, _SECONDS)
    )
    return reps, reserve, seconds


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    kinds: list[SetKind] = ["work"] * len(columns.table.numbers)
    minutes, _ = clock_minutes(columns.texts("duration"), "h:mm")
    sets = read_sets(columns, starts, kinds, ("start", "title"), notes, counted=columns.texts("set"))
    reserve = [parse_number(text, ",") for text in columns.texts("reserve")]
    # No repetition in reserve is an effort of ten, each one a point less.
    rpe = np.array([np.nan if left is None or not 0 <= left < 10 else 10 - left for left in reserve], dtype=np.float64)
    lasts = minutes.tolist()
    workouts = sets.workouts(lambda index: lasts[index] if lasts[index] > 0 else None)
    return sessions_from_sets(workouts, replace(sets.rows, rpe=rpe), _NAME, notes)


FORMATS = (Format(_NAME, _COLUMNS, ("start", "exercise", "set", "reps", "reserve"), _read, reshape=_flat),)
