"""Any table, read by what a person says its columns are: `choices` such as ``map:start`` = ``When``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from legrun.errors import LogFormatError
from legrun.logs.endurance.sessions import Activities, read_heart, sessions_from_activities
from legrun.logs.fields.times import Times, local_times
from legrun.logs.format import Columns, Findings, Notes
from legrun.logs.mapping.guess import ROLES
from legrun.logs.mapping.units import distances_km, durations_min, efforts, hours_asleep, soreness_10
from legrun.logs.nights import check_in_hour, nights, ratings
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, fold, quoted
from legrun.logs.strength.sets import SetKind, SetRows, Workout, group_rows
from legrun.logs.strength.workouts import sessions_from_sets
from legrun.scenario import CheckIn

__all__ = ["NAME", "mapped_columns", "read_mapped"]

NAME = "Table"
_PREFIX = "map:"
_MOST_SETS = 30
_MOST_BLOCKS = 40  # exercises of one row
_IN_BLOCK = frozenset({"exercise", "sets", "reps", "rpe", "distance", "weight"})
_ACTIVITY = ("end", "duration", "kind", "distance", "hr", "rpe", "name")


def mapped_columns(table: Table, choices: Mapping[str, str]) -> Columns | None:
    """Return the table's columns by role as the user mapped them, or None when nothing was mapped.

    Raises
    ------
    LogFormatError
        When a column that was named is not there, or none holds the date.

    Examples
    --------
    >>> table = Table(("When", "Mins"), range(2, 3), [["2026-03-03 18:00", "60"]])
    >>> dict(mapped_columns(table, {"map:start": "When", "map:duration": "Mins"}).places)
    {'start': 0, 'duration': 1}
    """
    chosen = {key[len(_PREFIX) :]: name for key, name in choices.items() if key.startswith(_PREFIX) and name}
    if not chosen:
        return None
    places = {}
    for role, name in chosen.items():
        if role not in ROLES:
            raise LogFormatError(f"{quoted(role)} is not one of {', '.join(ROLES)}.", table=table)
        place = table.labels.index(name) if name in table.labels else table.find(name)
        if place is None:
            raise LogFormatError(f"The file has no column {quoted(name)} for the {role}.", table=table)
        places[role] = place
    if not {"start", "date"} & places.keys():
        raise LogFormatError("Say which column holds the date or the start.", table=table)
    return Columns(table, places)


def read_mapped(columns: Columns, notes: Notes) -> Findings:
    """Return what a mapped table holds: sessions, ratings and nights, whichever it has columns for."""
    texts = _start_texts(columns)
    name = columns.name(columns.first("start", "date"))
    times = local_times(texts, name, notes)
    starts = [times[text] for text in texts]
    for number, text, start in zip(columns.table.numbers, texts, starts, strict=True):
        if start is None:
            message = f"The date {quoted(text)} was not understood; the row was left out."
            notes.problem(number, name, message if text else "The date is missing; the row was left out.")
    check_ins = _check_ins(columns, starts, times, notes)
    sleep = hours_asleep(columns, notes)
    days = [start and start.date() for start in starts]
    sleep_h = nights(zip(columns.table.numbers, days, sleep.tolist(), strict=True), columns.name("sleep"), notes)
    lifts = _lifts(columns, texts, starts, times, notes)
    others = _activities(columns, texts, starts, times, notes)
    return Findings(
        sessions=[*lifts.sessions, *others.sessions],
        check_ins=check_ins,
        sleep_h=sleep_h,
        workouts=lifts.workouts + others.workouts,
        unknown_exercises=lifts.unknown_exercises,
    )


def _start_texts(columns: Columns) -> list[str]:
    """Return each row's start as one text; a day and a clock in two columns are put together."""
    starts, dates, clocks = (columns.texts(role) for role in ("start", "date", "time"))
    if not columns.has("date"):
        return starts
    if columns.has("time"):
        return [f"{date} {clock}".strip() for date, clock in zip(dates, clocks, strict=True)]
    if columns.has("start"):
        pairs = zip(dates, starts, strict=True)
        return [start if len(start) > 8 or not start else f"{date} {start}".strip() for date, start in pairs]
    return dates


def _check_ins(columns: Columns, starts: list[dt.datetime | None], times: Times, notes: Notes) -> list[CheckIn]:
    soreness = soreness_10(columns, notes)
    if not np.any(np.isfinite(soreness)):
        return []
    moments = starts
    if times.dates_only:
        hour = check_in_hour(notes)
        moments = [start and start.replace(hour=hour) for start in starts]
    rows = zip(columns.table.numbers, moments, soreness.tolist(), strict=True)
    return list(dict.fromkeys(ratings(rows, columns.name("soreness"), notes)))


def _lifts(
    columns: Columns, texts: list[str], starts: list[dt.datetime | None], times: Times, notes: Notes
) -> Findings:
    """Return the strength workouts of rows that name an exercise."""
    if not columns.has("exercise"):
        return Findings()
    blocks = _blocks(columns)
    named = [any(texts) for texts in zip(*(block.texts("exercise") for block in blocks), strict=True)]
    kinds: list[SetKind] = [
        "work" if name and start is not None else "skip" for name, start in zip(named, starts, strict=True)
    ]
    keys = [role for role in ("start", "date", "time", "kind", "name") if columns.has(role)]
    workout, first = group_rows(columns, keys, kinds, [""] * len(kinds), notes)
    minutes = _longest(durations_min(columns, texts, starts, notes), workout, len(first))
    # What is noted of scale and unit is noted once, of the first block.
    quiet = Notes(notes.choices)
    sets = _joined([_sets(block, workout, kinds, quiet if place else notes) for place, block in enumerate(blocks)])
    titles = columns.texts("name" if columns.has("name") else "kind")
    used = {place for place, kind in zip(workout, kinds, strict=True) if kind != "skip"}
    workouts: list[Workout | None] = []
    for place, index in enumerate(first):
        start = starts[index]
        if start is None or place not in used:
            workouts.append(None)
            continue
        lasts = minutes[place] if minutes[place] > 0 else None
        row = columns.table.numbers[index]
        workouts.append(Workout(start, lasts, clean(titles[index]), row, estimated=times.estimated))
    return sessions_from_sets(workouts, sets, NAME, notes)


def _blocks(columns: Columns) -> list[Columns]:
    """Return the columns once for each exercise of a row: forms ask for “Exercise 1”, “Sets 1”, “Exercise 2” ..."""
    header = [fold(cell) for cell in columns.table.header]
    first = header[columns.places["exercise"]]
    number = next((word for word in first.split() if word.isdecimal()), None)
    if number is None:
        return [columns]
    blocks = [columns]
    for other in range(int(number) + 1, int(number) + _MOST_BLOCKS):
        places = dict(columns.places)
        for role in _IN_BLOCK & places.keys():
            name = [str(other) if word == number else word for word in header[places[role]].split()]
            if number in header[places[role]].split():
                place = header.index(" ".join(name)) if " ".join(name) in header else None
                places = {key: at for key, at in places.items() if key != role} | (
                    {role: place} if place is not None else {}
                )
        if "exercise" not in places:
            break
        blocks.append(Columns(columns.table, places))
    return blocks


def _sets(columns: Columns, workout: list[int], kinds: list[SetKind], notes: Notes) -> SetRows:
    """Return the sets that one exercise of each row stands for."""
    names = [clean(text) for text in columns.texts("exercise")]
    count = columns.numbers("sets", notes, low=0, high=1000, what="number of sets")
    rows = np.repeat(np.arange(len(kinds)), np.clip(np.nan_to_num(count, nan=1.0), 1, _MOST_SETS).astype(np.intp))
    order = rows.tolist()
    return SetRows(
        numbers=[columns.table.numbers[row] for row in order],
        workout=[workout[row] for row in order],
        exercise=[names[row] for row in order],
        kind=[kinds[row] if names[row] else "skip" for row in order],
        reps=columns.numbers("reps", Notes(), low=0, high=5000, what="")[rows],
        seconds=np.full(len(order), np.nan),
        distance_km=distances_km(columns, notes)[rows],
        rpe=efforts(columns, notes)[rows],
    )


def _joined(blocks: list[SetRows]) -> SetRows:
    if len(blocks) == 1:
        return blocks[0]
    return SetRows(
        numbers=[number for block in blocks for number in block.numbers],
        workout=[place for block in blocks for place in block.workout],
        exercise=[name for block in blocks for name in block.exercise],
        kind=[kind for block in blocks for kind in block.kind],
        reps=np.concatenate([block.reps for block in blocks]),
        seconds=np.concatenate([block.seconds for block in blocks]),
        distance_km=np.concatenate([block.distance_km for block in blocks]),
        rpe=np.concatenate([block.rpe for block in blocks]),
    )


def _longest(minutes: NDArray[np.float64], workout: list[int], count: int) -> list[float]:
    """Return each workout's duration; a table repeats it on every row, or gives it on the first."""
    longest = [0.0] * count
    for place, lasts in zip(workout, minutes.tolist(), strict=True):
        if lasts > longest[place]:
            longest[place] = lasts
    return longest


def _activities(
    columns: Columns, texts: list[str], starts: list[dt.datetime | None], times: Times, notes: Notes
) -> Findings:
    """Return the sessions of rows that name no exercise."""
    mapped = [role for role in _ACTIVITY if columns.has(role)]
    if not mapped:
        return Findings()
    cells = list(zip(*(columns.texts(role) for role in mapped), strict=True))
    lifts = columns.texts("exercise")
    own = [start if any(row) and not lift else None for start, row, lift in zip(starts, cells, lifts, strict=True)]
    if not any(own):
        return Findings()
    distance = distances_km(columns, notes)
    rows = Activities(
        table=columns.table,
        starts=own,
        types=_types(columns, distance, notes),
        names=columns.texts("name"),
        minutes=durations_min(columns, texts, starts, notes),
        distance_km=distance,
        heart=read_heart(columns, "hr", notes),
        rpe=efforts(columns, notes),
        estimated=times.estimated,
    )
    return sessions_from_activities(rows, NAME, notes)


def _types(columns: Columns, distance: NDArray[np.float64], notes: Notes) -> list[str]:
    kinds = columns.texts("kind") if columns.has("kind") else columns.texts("name")
    if any(kinds):
        return kinds
    usual = "run" if np.any(distance > 0) else "other"
    reason = "no column says what the sessions were" + ("; they have distances" if usual == "run" else "")
    return [notes.choose("usual_kind", usual, reason, ("run", "walk", "legs", "upper", "other"))] * len(kinds)
