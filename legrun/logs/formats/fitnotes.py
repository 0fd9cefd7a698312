"""FitNotes: one row per set, the day only, no duration.

Three headers of the Android app and one of FitNotes 2 on iOS. Nothing is quoted but comments, so a comma in an
exercise's name makes a row too long; everything after the name has a fixed width, so the surplus belongs to it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.times import read_times
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.sets import SetKind
from legrun.logs.strength.workouts import sessions_from_sets
from legrun.wording.rounding import counted

_NAME = "FitNotes"

_COLUMNS = {
    "date": ("Date",),
    "exercise": ("Exercise",),
    "category": ("Category",),
    "weight": ("Weight",),
    "weight_kg": ("Weight (kgs)", "Weight (kg)"),
    "weight_lb": ("Weight (lbs)", "Weight (lb)"),
    "weight_unit": ("Weight Unit",),
    "reps": ("Reps",),
    "distance": ("Distance",),
    "distance_unit": ("Distance Unit",),
    "time": ("Time",),
    "kind": ("Kind",),
}

_KM = {"km": 1.0, "kms": 1.0, "mi": KM_PER_MILE, "miles": KM_PER_MILE, "m": 0.001, "ft": 0.0003048, "cm": 0.00001}
_KINDS: dict[str, SetKind] = {"warmup": "warm_up", "warm-up": "warm_up", "warm up": "warm_up", "drop": "drop"}


def _prepare(table: Table, notes: Notes) -> Table:
    """Join what an unquoted comma cut out of an exercise's name."""
    width, at = len(table.header), table.find("Exercise")
    if table.given_rows is None or at is None:
        return table
    weight = table.find("Weight", *_COLUMNS["weight_kg"], *_COLUMNS["weight_lb"])
    numbers = [place for place in (weight, table.find("Reps"), table.find("Distance")) if place is not None]
    mended, rows = 0, []
    for row in table.given_rows:
        surplus = len(row) - width
        if surplus <= 0:
            rows.append(row)
            continue
        name = f"{table.delimiter} ".join(cell.strip() for cell in row[at : at + 1 + surplus])
        whole = [*row[:at], name, *row[at + 1 + surplus :]]
        fits = all(not whole[place].strip() or _is_number(whole[place]) for place in numbers)
        mended += fits
        rows.append(whole if fits else row)  # otherwise the comma stands in a comment, at the end
    if mended:
        reason = "the names have commas and the app does not quote them; everything after the name has a fixed width"
        notes.assume("comma_in_name", f"{counted(mended, 'row')} mended", reason)
    return replace(table, given_rows=rows)


def _is_number(text: str) -> bool:
    return parse_number(text) is not None


def _read(columns: Columns, notes: Notes) -> Findings:
    dates = read_times(columns, "date", notes)
    kinds: list[SetKind] = [_KINDS.get(text.casefold(), "work") for text in columns.texts("kind")]
    _note_weight_unit(columns, notes)
    # Two equal rows are two equal sets: nothing numbers them.
    sets = read_sets(
        columns,
        dates,
        kinds,
        ("date",),
        notes,
        seconds=_seconds(columns, notes),
        distance_km=_distances(columns, notes),
    )
    categories = dict(zip(sets.rows.exercise, columns.texts("category"), strict=True))
    return sessions_from_sets(sets.workouts(), sets.rows, _NAME, notes, categories)


def _seconds(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    texts = columns.texts("time")
    read: dict[str, float] = {}
    for text in dict.fromkeys(texts):
        minutes = parse_duration(text)
        read[text] = np.nan if minutes is None else minutes * 60
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text and np.isnan(read[text]) and text != columns.name("time"):
            notes.problem(number, columns.name("time"), f"The time {quoted(text)} was not understood; it was not used.")
    return np.array([read[text] for text in texts], dtype=np.float64)


def _distances(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    values = columns.numbers("distance", notes, low=0, high=1_000_000, what="distance")
    units = columns.texts("distance_unit")
    km = np.array([_KM.get(unit.casefold(), 1.0) for unit in units], dtype=np.float64) * values
    km[km > 500] = np.nan
    return km


def _note_weight_unit(columns: Columns, notes: Notes) -> None:
    for key, unit in (("weight_kg", "kg"), ("weight_lb", "lb")):
        if columns.has(key):
            notes.assume("weight_unit", unit, f"the column is called {columns.name(key)}")
            return
    units = [unit.casefold()[:2] for unit in columns.texts("weight_unit") if unit]
    unit = "lb" if units.count("lb") > len(units) / 2 else "kg"
    notes.assume("weight_unit", unit, f"the column {columns.name('weight_unit') or 'Weight Unit'} says so row by row")


FORMATS = (Format(_NAME, _COLUMNS, ("date", "exercise", "category", "reps", "distance_unit"), _read, prepare=_prepare),)
