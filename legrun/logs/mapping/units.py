"""Units and scales of a mapped table: by the header, else by the size of the numbers, always open to choice."""

from __future__ import annotations

import datetime as dt

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import ClockStyle, clock_minutes
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.fields.times import elapsed_minutes
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Notes
from legrun.logs.reading.text import fold

__all__ = ["distances_km", "durations_min", "efforts", "hours_asleep", "soreness_10"]

_MINUTES = {"s": 1 / 60, "min": 1.0, "h": 60.0}
_DURATION_WORDS = {
    "s": "s sec secs second seconds sek sekunden secondes segundos",
    "min": "min mins minute minutes minuten minutos",
    "h": "h hr hrs hour hours std stunden heures horas",
}
_KM = {"km": 1.0, "mi": KM_PER_MILE, "m": 0.001}
_DISTANCE_WORDS = {
    "km": "km kms kilometer kilometers kilometre kilometres",
    "mi": "mi mile miles meilen",
    "m": "m meter meters metre metres",
}
# Name of a scale -> its lowest and its highest step.
_SCALES = {"0-10": (0.0, 10.0), "1-10": (0.0, 10.0), "0-5": (0.0, 5.0), "1-5": (1.0, 5.0), "0-100": (0.0, 100.0)}
_EFFORT_SCALES = {"0-10": (0.0, 10.0), "1-5": (0.0, 5.0), "6-20": (6.0, 20.0), "0-100": (0.0, 100.0)}


def _by_header(columns: Columns, role: str, words: dict[str, str]) -> str | None:
    parts = set(fold(columns.name(role) or "").split())
    return next((unit for unit, listed in words.items() if parts & set(listed.split())), None)


def _plain(columns: Columns, role: str) -> NDArray[np.float64]:
    """Return the bare numbers of a column, NaN for everything else."""
    texts = columns.texts(role)
    values = parse_numbers(texts).values
    found = [np.nan if (value := values[text]) is None or value < 0 else value for text in texts]
    return np.array(found, dtype=np.float64)


def _median(values: NDArray[np.float64]) -> float:
    seen = values[values > 0]
    return float(np.median(seen)) if len(seen) else 0.0


def durations_min(
    columns: Columns, starts: list[str], moments: list[dt.datetime | None], notes: Notes
) -> NDArray[np.float64]:
    """Return durations, from the duration column or from start to end; NaN where not given. [min]"""
    minutes = _stated(columns, notes) if columns.has("duration") else np.full(len(moments), np.nan)
    if columns.has("end"):
        lasts = elapsed_minutes(starts, columns.texts("end"), notes)
        minutes = np.where(minutes > 0, minutes, lasts)
    return minutes


def _stated(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    texts = columns.texts("duration")
    numbers = _plain(columns, "duration")
    unit = _by_header(columns, "duration", _DURATION_WORDS)
    if np.any(numbers > 0):
        middle = _median(numbers)
        by_size = "s" if middle > 300 else "h" if middle <= 6 else "min"
        reason = f"the column is called {columns.name('duration')}" if unit else "by the size of the numbers"
        unit = notes.choose("duration_unit", unit or by_size, reason, tuple(_MINUTES))
    short, _ = clock_minutes(texts, "mm:ss")
    style: ClockStyle = "mm:ss"
    if any(":" in text for text in texts):
        wanted = "h:mm" if 0 < _median(short) < 10 else "mm:ss"
        found = notes.choose("clock_style", wanted, "by the size of the durations", ("mm:ss", "h:mm"))
        style = "h:mm" if found == "h:mm" else "mm:ss"
    clocks, bad = clock_minutes(texts, style)
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text in bad and parse_numbers([text]).values[text] is None:
            notes.problem(number, columns.name("duration"), "The duration was not understood.")
    return np.where(clocks > 0, clocks, numbers * _MINUTES[unit or "min"])


def distances_km(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return distances; NaN where not given. [km]"""
    if not columns.has("distance"):
        return np.full(len(columns.table.numbers), np.nan)
    values = columns.numbers("distance", notes, low=0, high=1_000_000, what="distance")
    unit = _by_header(columns, "distance", _DISTANCE_WORDS)
    reason = f"the column is called {columns.name('distance')}"
    if unit is None:
        unit, reason = "m" if _median(values) > 200 else "km", "the header does not say; by the size of the numbers"
    factor = _KM[notes.choose("distance_unit", unit, reason, tuple(_KM))]
    km = values * factor
    km[km > 500] = np.nan
    return km


def efforts(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return session efforts, whatever scale they were rated on. [0-10]"""
    if not columns.has("rpe"):
        return np.full(len(columns.table.numbers), np.nan)
    values = columns.numbers("rpe", notes, low=0, high=100, what="effort")
    highest = float(np.nanmax(values)) if np.any(np.isfinite(values)) else 0.0
    scale = "0-10" if highest <= 10 else "6-20" if highest <= 20 else "0-100"
    low, high = _EFFORT_SCALES[notes.choose("effort_scale", scale, "by its highest value", tuple(_EFFORT_SCALES))]
    return np.clip((values - low) / (high - low), 0, 1) * 10


def soreness_10(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return soreness, whatever scale it was rated on; NaN where not rated. [0-10]"""
    if not columns.has("soreness"):
        return np.full(len(columns.table.numbers), np.nan)
    values = columns.numbers("soreness", notes, low=0, high=100, what="soreness")
    seen = values[np.isfinite(values)]
    if not len(seen):
        return values
    highest = float(seen.max())
    fifths = highest <= 5 and float(seen.min()) >= 1 and len(seen) >= 5 and bool(np.all(seen == np.round(seen)))
    scale = "0-100" if highest > 10 else "1-5" if fifths else "0-10"
    reason = "by its lowest and highest values; please check"
    low, high = _SCALES[notes.choose("soreness_scale", scale, reason, tuple(_SCALES))]
    return np.clip((values - low) / (high - low), 0, 1) * 10


def hours_asleep(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return sleep, written as a clock, with units, or as a number; NaN where not given. [h]"""
    if not columns.has("sleep"):
        return np.full(len(columns.table.numbers), np.nan)
    minutes, _ = clock_minutes(columns.texts("sleep"), "h:mm")
    numbers = _plain(columns, "sleep")
    if np.any(numbers > 0):
        middle = _median(numbers)
        unit = "s" if middle > 1440 else "min" if middle > 24 else "h"
        unit = notes.choose("sleep_unit", unit, "by the size of the numbers", tuple(_MINUTES))
        numbers = numbers * _MINUTES[unit] / 60
    return np.where(minutes > 0, minutes / 60, numbers)
