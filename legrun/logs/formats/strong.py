"""Strong: one row per set; a workout is its date and name.

Ten years of headers: iOS with commas, Android with semicolons, French, Chinese and German. Set Order is a
number, W (warm-up), D (drop), F (failure), or a rest timer or note that is no set. Newer iOS files say
neither the unit of weight nor that of distance.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.times import read_times
from legrun.logs.fields.units import KM_PER_MILE, weight_unit
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.text import quoted
from legrun.logs.strength.set_table import read_sets
from legrun.logs.strength.set_words import set_word
from legrun.logs.strength.sets import SetKind, set_kinds
from legrun.logs.strength.workouts import sessions_from_sets

_NAME = "Strong"

_COLUMNS = {
    "start": ("Date", "Datum", "日期"),
    "title": ("Workout Name", "Nom de l'entraînement", "锻炼名称", "Workout-Name"),
    "duration": ("Duration", "Workout Duration", "Durée", "时长", "Dauer"),
    "duration_s": ("Duration (sec)",),
    "exercise": ("Exercise Name", "Nom de l'exercice", "运动名称", "Name der Übung"),
    "set_order": ("Set Order", "Ordre de la série", "设置顺序", "Reihenfolge festlegen"),
    "weight": ("Weight", "Poids", "重量", "Gewicht"),
    "weight_kg": ("kg", "Weight (kg)"),
    "weight_lb": ("lb", "lbs", "Weight (lb)", "Weight (lbs)"),
    "weight_unit": ("Weight Unit",),
    "reps": ("Reps", "Réps", "次", "Wiederh."),
    "distance": ("Distance", "距离", "Entfernung"),
    "distance_km": ("km", "Distance (km)", "Distance (kilometers)"),
    "distance_mi": ("mi", "Distance (mi)", "Distance (miles)"),
    "distance_m": ("Distance (meters)", "Distance (m)"),
    "distance_unit": ("Distance Unit",),
    "seconds": ("Seconds", "Secondes", "秒", "Sekunden"),
    "rpe": ("RPE",),
    "set_type": ("Set Type",),
    "warm_up": ("Warmup", "Warm-up", "Is Warmup"),
    "notes": ("Notes", "Notizen", "备注"),
}

_SET_ORDERS: dict[str, SetKind] = {
    "w": "warm_up",
    "d": "drop",
    "f": "failure",
    "rest timer": "rest",
    "ruhezeit": "rest",
    "minuteur de repos": "rest",
    "休息计时器": "rest",
    "note": "note",
    "notiz": "note",
}

_TOLD: frozenset[SetKind] = frozenset({"warm_up", "drop", "failure"})
_TRUE = frozenset({"true", "1", "yes"})
_KM = {"km": 1.0, "kilometers": 1.0, "mi": KM_PER_MILE, "miles": KM_PER_MILE, "m": 0.001, "meters": 0.001}
_LONGEST_KM = 500.0


def _read(columns: Columns, notes: Notes) -> Findings:
    starts = read_times(columns, "start", notes)
    kinds = set_kinds(columns, "set_order", _SET_ORDERS, notes, numbered=True)
    if any(columns.has(key) for key in ("set_type", "warm_up", "notes")):
        pairs = zip(kinds, _remarks(columns), strict=True)
        kinds = [said if kind == "work" and said and said in _TOLD else kind for kind, said in pairs]
    filled = sum(map(bool, columns.texts("duration_s")))
    of_sets = columns.has("duration_s") and not columns.has("seconds") and filled * 2 < len(kinds)  # of planks alone
    pounds = _note_weight_unit(columns, notes) == "lb"
    sets = read_sets(
        columns,
        starts,
        kinds,
        ("start", "title"),
        notes,
        # Two equal neighbours marked W, D or F may both have been done; two with the same number may not.
        counted=[text if text[:1].isdecimal() else "" for text in columns.texts("set_order")],
        seconds=columns.numbers("duration_s", notes, low=0, high=86_400, what="duration") if of_sets else None,
        distance_km=_distances(columns, pounds, notes),
    )
    workouts = sets.workouts() if of_sets else sets.workouts(_durations(columns, notes))
    return sessions_from_sets(workouts, sets.rows, _NAME, notes)


def _remarks(columns: Columns) -> list[SetKind | None]:
    """Return the kind of set that a remark on each is: Android marks no warm-ups, so people write it there.

    Other apps that write Strong's columns have one for it.
    """
    said: list[SetKind | None] = [None] * len(columns.table.numbers)
    for key in ("set_type", "notes"):
        kinds = {text: set_word(text) if text else None for text in dict.fromkeys(columns.texts(key))}
        said = [kind or kinds[text] for kind, text in zip(said, columns.texts(key), strict=True)]
    flags = columns.texts("warm_up")
    return ["warm_up" if flag.casefold() in _TRUE else kind for kind, flag in zip(said, flags, strict=True)]


def _durations(columns: Columns, notes: Notes) -> Callable[[int], float | None]:
    """Return what gives the minutes of the workout that begins in a row."""
    texts, seconds = columns.texts("duration"), columns.texts("duration_s")
    lengths = {pair: _minutes(*pair) for pair in set(zip(texts, seconds, strict=True))}

    def minutes(index: int) -> float | None:
        lasts = lengths[texts[index], seconds[index]]
        if lasts is None and (text := texts[index] or seconds[index]):
            column = columns.name("duration" if texts[index] else "duration_s")
            message = f"The duration {quoted(text)} was not understood; it was estimated."
            notes.problem(columns.table.numbers[index], column, message)
        return lasts

    return minutes


def _minutes(text: str, seconds: str) -> float | None:
    minutes = parse_duration(text)
    if minutes is None and (number := parse_number(seconds or text)) is not None and number >= 0:
        minutes = number / 60  # a bare number is seconds, as newer Android files have it
    return minutes


def _distances(columns: Columns, pounds: bool, notes: Notes) -> NDArray[np.float64]:
    for key, unit in (("distance_km", "km"), ("distance_mi", "mi"), ("distance_m", "m")):
        if columns.has(key):
            return columns.numbers(key, notes, low=0, high=_LONGEST_KM / _KM[unit], what="distance") * _KM[unit]
    values = columns.numbers("distance", notes, low=0, high=_LONGEST_KM * 1000, what="distance")
    if not np.any(values > 0):
        return values
    if columns.has("distance_unit"):
        units = columns.texts("distance_unit")
        factors: NDArray[np.float64] = np.array([_KM.get(unit.casefold(), 1.0) for unit in units])
        return values * factors
    unit = "mi" if pounds else "km"
    reason = "the file does not say; weights are in " + ("pounds" if pounds else "kilograms, as far as can be told")
    factor = _KM[notes.choose("distance_unit", unit, reason, ("km", "mi", "m"))]
    return values * factor


def _note_weight_unit(columns: Columns, notes: Notes) -> str:
    """Return ``kg`` or ``lb``; no session depends on weights, but distances probably go along with them."""
    for key, unit in (("weight_kg", "kg"), ("weight_lb", "lb")):
        if columns.has(key):
            notes.assume("weight_unit", unit, f"the column is called {columns.name(key)}")
            return unit
    if columns.has("weight_unit"):
        units = columns.texts("weight_unit")
        pounds = sum(unit.casefold().startswith("lb") for unit in units)
        unit = "lb" if pounds > len(units) / 2 else "kg"
        notes.assume("weight_unit", unit, f"the column {columns.name('weight_unit')} says so")
        return unit
    weights = (parse_number(text) for text in dict.fromkeys(columns.texts("weight")))
    if fingerprints := weight_unit(weight for weight in weights if weight):
        reason = f"{fingerprints[1]} weights are round only when converted from the other unit"
        return notes.choose("weight_unit", fingerprints[0], reason, ("kg", "lb"))
    reason = "the file does not say; the advice does not depend on it"
    return notes.choose("weight_unit", "kg", reason, ("kg", "lb"))


FORMATS = (Format(_NAME, _COLUMNS, ("start", "title", "exercise", "set_order"), _read),)
