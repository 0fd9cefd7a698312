"""Units and scales of a mapped table: by the header, else by the size of the numbers, always open to choice."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.distances import KM, distance_unit, read_distances
from legrun.logs.fields.durations import clock_minutes, parse_hours
from legrun.logs.fields.effort_words import effort_number, effort_of_words
from legrun.logs.fields.judged_words import Quality
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.fields.ratings import ASKED, Ratings, read_ratings
from legrun.logs.fields.scales import SCALES
from legrun.logs.fields.scores import NO_RATING, asks_for_effort
from legrun.logs.fields.times import elapsed_minutes
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.columns.durations import MINUTES, header_unit, stated_minutes
from legrun.logs.mapping.columns.rates import find_rate
from legrun.logs.mapping.columns.sore_columns import further_parts
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted

__all__ = ["distances_km", "durations_min", "efforts", "elapsed_min", "hours_asleep", "soreness_10"]

_DISTANCE_UNITS = ("km", "mi", "m", "yd", "cm")
_HOOPERS, _MOST_OF_HOOPER = ("sleep", "stress", "fatigue", "soreness"), 7.0
_LEAST_RATED = 20  # of ten, some answers among so many are over 7
_NEAR = 0.1  # of the time that a distance at a pace takes; the units are farther apart
_USUAL_KMH = (7.5, 13.5)  # most runs of most people
_FASTEST_KMH = 100.0  # on wheels; what would be faster in metres is in centimetres
_LEAST_METRES = 100.0  # a distance of so much among others below it is in metres
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}")  # digits in groups of three, or too few of them for one
_FARTHEST = 500.0  # [km]


def _plain(columns: Columns, role: str) -> NDArray[np.float64]:
    """Return the bare numbers of a column, NaN for everything else."""
    texts = columns.texts(role)
    values = parse_numbers(texts).values
    numbers = [np.nan if (value := values[text]) is None or value < 0 else value for text in texts]
    return np.array(numbers, dtype=np.float64)


def _median(values: NDArray[np.float64]) -> float:
    seen = values[values > 0]
    return float(np.median(seen)) if len(seen) else 0.0


def durations_min(
    columns: Columns, starts: list[str], distance_km: NDArray[np.float64], notes: Notes
) -> NDArray[np.float64]:
    """Return durations, from the duration column or from start to end; NaN where not given. [min]"""
    minutes = np.full(len(starts), np.nan)
    if columns.has("duration"):
        minutes = stated_minutes(columns, "duration", distance_km, notes)
    if columns.has("end"):
        lasts = elapsed_minutes(starts, columns.texts("end"), notes)
        minutes = np.where(minutes > 0, minutes, lasts)
    return minutes


def elapsed_min(
    columns: Columns, starts: list[str], distance_km: NDArray[np.float64], notes: Notes
) -> NDArray[np.float64]:
    """Return the time from start to end, pauses included; NaN where not given. [min]"""
    if columns.has("elapsed"):
        return stated_minutes(columns, "elapsed", distance_km, notes)
    if columns.has("end") and columns.has("duration"):
        return elapsed_minutes(starts, columns.texts("end"), notes)
    return np.full(len(starts), np.nan)


def distances_km(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return distances; NaN where not given. [km]"""
    if not columns.has("distance"):
        return np.full(len(columns.table.numbers), np.nan)
    texts = _ungrouped(columns.texts("distance"), columns.name("distance") or "")
    read = read_distances(texts)
    values = np.where((read.values >= 0) & (read.values <= 1_000_000), read.values, np.nan)
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text in read.bad and text != columns.name("distance"):
            notes.problem(number, columns.name("distance"), f"The distance is {quoted(text)}; it was not used.")
    own = np.array([KM.get(unit, np.nan) for unit in read.units], dtype=np.float64)
    own[_in_metres(columns, values) & np.isnan(own)] = KM["m"]
    bare = values[np.isnan(own)]
    factor = 1.0
    if np.any(bare > 0):
        factor = KM[_bare_unit(columns, values, own, notes)]
    km = values * np.where(np.isnan(own), factor, own)
    for place in np.flatnonzero(km > _FARTHEST).tolist():
        message = f"{km[place]:,.0f} km is farther than a session goes; the distance was not used."
        notes.problem(columns.table.numbers[place], columns.name("distance"), message)
    km[km > _FARTHEST] = np.nan
    return km


def _ungrouped(texts: list[str], label: str) -> list[str]:
    """Return distances in metres without the points that part thousands: nobody logs “8.200 m” of eight metres."""
    bare = [text for text in texts if text]
    if distance_unit(label) != "m" or not bare or not all(map(_GROUPED.fullmatch, bare)):
        return texts
    return [text.replace(".", "") for text in texts]


def _in_metres(columns: Columns, values: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark swims and the like that stand in metres among distances in kilometres or miles."""
    metres = {text: activity(text).metres for text in dict.fromkeys(columns.texts("kind"))}
    swum = np.array([metres[text] for text in columns.texts("kind")], dtype=bool)
    others = values[~swum & (values > 0)]
    return swum & (values >= _LEAST_METRES) & bool(len(others) and np.median(others) < _LEAST_METRES)


def _bare_unit(columns: Columns, values: NDArray[np.float64], own: NDArray[np.float64], notes: Notes) -> str:
    """Return the unit of the numbers that stand alone: by the header, by cells with a unit, by speed, by size."""
    label = columns.name("distance") or ""
    named, reason, doubtful = distance_unit(label), f"the column is called {label}", False
    middle, with_unit = _median(values[np.isnan(own)]), _median((values * own)[~np.isnan(own)])
    if named not in _DISTANCE_UNITS:
        named = None
    if named is None and with_unit > 0:
        named = min(_DISTANCE_UNITS, key=lambda unit: abs(math.log(middle * KM[unit] / with_unit)))
        reason = "so do they fit the cells that name a unit"
    if named is None and (named := _by_rate(columns, values)):
        reason = "only so do the paces or speeds fit the times"
    if named is None:
        named, doubtful = _by_size_and_speed(columns, values, middle)
        reason = "the header does not say; by the size of the numbers"
    return notes.choose("distance_unit", named, reason, _DISTANCE_UNITS, instead="mi" if doubtful else "")


def _by_rate(columns: Columns, values: NDArray[np.float64]) -> str | None:
    """Return the unit in which distances give the times beside them at paces or speeds whose own unit is named."""
    rate = find_rate(columns.table) if columns.has("duration") else None
    if rate is None or rate.per is None:
        return None
    minutes = stated_minutes(columns, "duration", np.full(len(values), np.nan), Notes())
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = values * rate.paces / KM[rate.per] / minutes
    parts = parts[np.isfinite(parts) & (parts > 0)]
    fitting = [unit for unit in ("km", "mi", "m") if abs(_median(parts * KM[unit]) - 1) < _NEAR]
    return next(iter(fitting), None)


def _by_size_and_speed(columns: Columns, values: NDArray[np.float64], middle: float) -> tuple[str, bool]:
    """Return kilometres, metres or centimetres by size and speed, and whether miles would give speeds as usual."""
    is_long = middle > 200
    if not columns.has("duration"):
        return "m" if is_long else "km", False
    minutes = stated_minutes(columns, "duration", np.full(len(values), np.nan), Notes())
    with np.errstate(divide="ignore", invalid="ignore"):
        speeds = values / minutes * 60
    speed = _median(speeds[np.isfinite(speeds)])
    if is_long:
        return "cm" if speed * KM["m"] > _FASTEST_KMH else "m", False
    as_km, as_mi = (_USUAL_KMH[0] <= speed * KM[unit] <= _USUAL_KMH[1] for unit in ("km", "mi"))
    return "km", bool(speed) and as_mi and not as_km


def efforts(columns: Columns, notes: Notes) -> tuple[NDArray[np.float64], frozenset[int]]:
    """Return session efforts, whatever scale they were rated on [0-10], and the places of those in words."""
    if not columns.has("rpe"):
        return np.full(len(columns.table.numbers), np.nan), frozenset()
    texts = columns.texts("rpe")
    shares = _shares(columns, texts)
    plain = {text: text.rstrip("% ") if text in shares else effort_number(text) for text in dict.fromkeys(texts)}
    read = parse_numbers(plain.values())
    numbers = [read.values[plain[text]] for text in texts]
    values = np.array([np.nan if each is None or each < 0 else each for each in numbers], dtype=np.float64)
    worded: set[int] = set()
    label = f"{columns.name('rpe') or ''}{' (%)' if shares else ''}"
    ratings = _on_scale(label, columns, values, notes) if np.any(np.isfinite(values)) else values
    for place, (number, text) in enumerate(zip(columns.table.numbers, texts, strict=True)):
        if np.isfinite(values[place]) or text == columns.name("rpe") or plain[text] not in read.bad | {text}:
            continue
        effort = effort_of_words(text) if plain[text] in read.bad else None
        if effort is not None:
            ratings[place] = effort
            worded.add(place)
        elif numbers[place] is not None or plain[text] in read.bad:
            notes.problem(number, columns.name("rpe"), f"The effort is {quoted(text)}; it was not used.")
    return ratings, frozenset(worded)


def _shares(columns: Columns, texts: list[str]) -> frozenset[str]:
    """Return the cells of percentages, where no person was asked for them: of a pulse, a pace, a lift, or an effort."""
    if asks_for_effort(columns.name("rpe") or ""):
        return frozenset()
    return frozenset(text for text in texts if text.endswith("%"))


def _on_scale(label: str, columns: Columns, values: NDArray[np.float64], notes: Notes) -> NDArray[np.float64]:
    texts = ["" if np.isnan(number) else f"{number:g}" for number in values.tolist()]
    ratings = read_ratings(label, texts, "effort", chosen=notes.choices.get("effort_scale", ""))
    _note_scale("effort", ratings, columns, "rpe", texts, notes)
    return np.array([ratings.values[text] for text in texts], dtype=np.float64)


def soreness_10(
    columns: Columns, notes: Notes, moments: Sequence[dt.datetime | None], leg_days: Collection[dt.date]
) -> NDArray[np.float64]:
    """Return soreness, whatever scale it was rated on; NaN where not rated, or where its scale is a question. [0-10]"""
    texts = columns.texts("soreness")
    if not columns.has("soreness"):
        return np.full(len(texts), np.nan)
    day = dt.timedelta(days=1)
    after_legs = [None if moment is None else moment.date() - day in leg_days for moment in moments]
    chosen, name = notes.choices.get("soreness_scale", ""), columns.name("soreness") or ""
    asked = f"{name} (Hooper)" if _is_hoopers(columns.table) else name
    ratings = read_ratings(asked, texts, chosen=chosen, after_legs=after_legs if leg_days else ())
    parts = [columns.table.column(columns.table.labels.index(part)) for part in further_parts(columns.table, name)]
    parts = parts if chosen or not ratings.settled else []  # else they are one column already
    told = [text for column in (texts, *parts) for text in column]
    if parts:
        ratings = read_ratings(name, told, chosen=chosen, after_legs=after_legs * (len(parts) + 1) if leg_days else ())
        notes.problem(None, name, "The soreness is that of the sorest part of the legs.")
    _note_scale("soreness", ratings, columns, "soreness", texts, notes, told)
    rated = np.array([[ratings.values[text] for text in column] for column in (texts, *parts)], dtype=np.float64)
    sorest = np.where(np.isnan(rated), -1.0, rated).max(axis=0)
    return np.where(sorest < 0, np.nan, sorest)


def _is_hoopers(table: Table) -> bool:
    """Tell Hooper's four ratings, from 1 to 7 each, by their names and a 7 among whole numbers from 1 on."""
    items = [next((c for c in columns_of(table) if item in c.words and c.is_number), None) for item in _HOOPERS]
    rated = [value for column in items if column is not None for value in column.numbers.tolist()]
    return (
        all(items)
        and len(rated) >= _LEAST_RATED
        and max(rated) == _MOST_OF_HOOPER
        and all(value >= 1 and value.is_integer() for value in rated)
    )


def _note_scale(
    quality: Quality,
    ratings: Ratings,
    columns: Columns,
    role: str,
    texts: Sequence[str],
    notes: Notes,
    told: Sequence[str] = (),
) -> None:
    """Note on which scale a column is read, or that it waits for an answer, and the cells that say nothing."""
    name = columns.name(role)
    key, options = f"{quality}_scale", (*SCALES[quality], *((NO_RATING,) if quality == "effort" else ()))
    if ratings.doubt == "score":
        notes.choose(key, NO_RATING, ratings.reason, options)
        notes.problem(None, name, f"{quoted(name or '')} holds a score and no ratings; it was not used.")
    elif ratings.scale is not None:
        options = tuple(dict.fromkeys((ratings.scale.name, *options)))
        notes.choose(key, ratings.scale.name, ratings.reason, options)
    elif not ratings.settled:
        readings = (scale.name for scale in ratings.readings)
        asked = ratings.question(told or texts)
        reason = f"{ratings.reason}: {asked}. Until you choose, these ratings are not used"
        notes.choose(key, ASKED, reason, tuple(dict.fromkeys((ASKED, *readings, *options))))
        notes.problem(None, name, f"{quoted(name or '')} can be read in several ways: {asked}. Choose one.")
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text in ratings.bad and text != name:  # a header repeated inside is noted once
            notes.problem(number, name, f"The {quality} is {quoted(text)}; it was not used.")


def hours_asleep(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return sleep, written as a clock, with units, or as a number; NaN where not given or not understood. [h]"""
    if not columns.has("sleep"):
        return np.full(len(columns.table.numbers), np.nan)
    texts = columns.texts("sleep")
    minutes, bad = clock_minutes(texts, "h:mm")
    numbers = _plain(columns, "sleep")
    # About 8, 7 to 8 hours: what people write beside plain numbers.
    plain = parse_numbers(bad).values
    spoken = {text: hours for text in bad if plain[text] is None and (hours := parse_hours(text)) is not None}
    said = np.array([spoken.get(text, np.nan) for text in texts], dtype=np.float64)
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text in spoken or text == columns.name("sleep"):
            continue
        if text in bad and plain[text] is None:
            notes.problem(
                number, columns.name("sleep"), f"The sleep {quoted(text)} was not understood; it was not used."
            )
    if np.any(numbers > 0):
        middle, named = _median(numbers), header_unit(columns.name("sleep") or "")
        by_size = "ms" if middle > 1_000_000 else "s" if middle > 1440 else "min" if middle > 24 else "h"
        reason = f"the column is called {columns.name('sleep')}" if named else "by the size of the numbers"
        numbers = numbers * MINUTES[notes.choose("sleep_unit", named or by_size, reason, tuple(MINUTES))] / 60
    return np.where(said > 0, said, np.where(minutes > 0, minutes / 60, numbers))
