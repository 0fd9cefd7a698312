"""FIT files of watches, as `legrun.logs.reading.fit` lays them out: a row per session, and one per set.

The athlete's own rating (``workout_rpe``, 0 to 100) stands in no CSV of theirs. Sets say which exercise was done by a
category and a number within it, from Garmin's profile 21.218; the number's name is judged first, for leg extensions
are filed under crunches. What the person called it counts where it is more work for the legs: apps that write workouts
for a watch may file a back squat under burpees (amakaflow-fitfiletool 0.2.6).
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.cells import read_heart
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.times import Times, read_times
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.reading.fit import COLUMNS
from legrun.logs.reading.table import Table
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.sets import SetKind, SetRows, Workout
from legrun.logs.strength.workouts import sessions_from_sets
from legrun.wording.rounding import counted

_NAME = "FIT"
_UNNAMED = "Exercise without a name"
# Garmin's word for a category, and a usual exercise of it, where legrun's own words do not know the category.
_USUAL = {"olympic lift": "power clean", "plyo": "jump squat", "tire": "tire flip"}
_KINDS: dict[str, SetKind] = {"active": "work", "rest": "rest"}
_FEELS = {0: "very weak", 25: "weak", 50: "normal", 75: "strong", 100: "very strong"}
_LONGEST = 1e6  # s


def _read(columns: Columns, notes: Notes) -> Findings:
    rows = _Rows(columns, _starts(columns, notes), _ratings(columns, notes))
    _note_feelings(columns, rows.sessions, notes)
    lifts = _lifts(rows, notes)
    others = _activities(rows, [index for index in rows.sessions if rows.numbers[index] not in rows.lifted], notes)
    return Findings(
        sessions=[*lifts.sessions, *others.sessions],
        workouts=lifts.workouts + others.workouts,
        unknown_exercises=lifts.unknown_exercises,
    )


class _Rows:
    """The table with the places of its sessions and sets, and which sessions are made of sets."""

    def __init__(self, columns: Columns, starts: list[dt.datetime | None], ratings: NDArray[np.float64]) -> None:
        self.columns = columns
        self.starts = starts
        self.ratings = ratings
        self.numbers = columns.texts("fit_session")
        kinds = columns.texts("set_type")
        self.sessions = [index for index, kind in enumerate(kinds) if not kind]
        self.sets = [index for index, kind in enumerate(kinds) if kind]
        exercises, sports = columns.texts("exercise"), columns.texts("sport")
        named = {self.numbers[index] for index in self.sets if exercises[index] and kinds[index] != "rest"}
        # A watch may list sets in a run too; only lifting is made of them.
        self.lifted = {self.numbers[index] for index in self.sessions if _may_be_lifting(sports[index])} & named


def _may_be_lifting(sport: str) -> bool:
    known = activity(sport)
    return known.kind == "strength" or (known.kind == "other" and not known.sport)


def _starts(columns: Columns, notes: Notes) -> list[dt.datetime | None]:
    """Return the start of each row: by the watch's own clock where it says so, else from UTC."""
    local, utc = columns.texts("local_start"), columns.texts("utc_start")
    by_clock, by_utc = Times(), Times()
    if any(local):
        by_clock = read_times(columns, "local_start", Notes())
        notes.assume("time_zone", "local", "the recordings tell the clock on the wall")
    lacking = sum(bool(moment and not clock) for clock, moment in zip(local, utc, strict=True))
    if lacking:
        # Where most say it, the rest is no reason to call the whole log UTC.
        quiet = Notes(notes.choices, notes.zone_name)
        by_utc = read_times(columns, "utc_start", quiet if any(local) else notes, utc=True)
        if any(local) and quiet.zone is None:
            message = f"{counted(lacking, 'recording')} with UTC alone, and no time zone is known: hours may be off."
            notes.problem(None, None, message)
    return [by_clock.get(clock) if clock else by_utc.get(moment) for clock, moment in zip(local, utc, strict=True)]


def _ratings(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return the athlete's ratings. [0-10]

    The profile of garmin-fit-sdk 21.218 says "0-10 RPE scale, multiplied 10x"; a number below ten shows that another
    app wrote 0 to 10.
    """
    given = columns.numbers("workout_rpe", notes, low=0, high=100, what="effort")
    given = np.where(given > 0, given, np.nan)
    return given if bool(np.any(given < 10)) else given / 10


def _note_feelings(columns: Columns, sessions: Sequence[int], notes: Notes) -> None:
    cells = columns.texts("workout_feel")
    felt = Counter(_FEELS.get(int(cells[index]), cells[index]) for index in sessions if cells[index].isdecimal())
    if felt:
        shown = ", ".join(f"{feel} {count}" for feel, count in felt.most_common(5))
        reason = f"how you felt, as you entered it on the watch ({shown}); the model does not use it"
        notes.assume("workout_feel", counted(felt.total(), "session"), reason)


def _lifts(rows: _Rows, notes: Notes) -> Findings:
    """Return the sessions that are made of sets."""
    columns = rows.columns
    titles, elapsed = columns.texts("title"), _seconds(columns, "elapsed_s", notes)
    timer = _seconds(columns, "timer_s", notes)
    hearts, highest = read_heart(columns, "heart_rate", notes), read_heart(columns, "max_heart_rate", notes)
    workouts: list[Workout | None] = []
    places: dict[str, int] = {}
    for index in rows.sessions:
        start = rows.starts[index]
        if rows.numbers[index] not in rows.lifted:
            continue
        places[rows.numbers[index]] = len(workouts)
        if start is None:
            notes.problem(columns.table.numbers[index], None, "The session has no start; it was left out.")
            workouts.append(None)
            continue
        lasts = (
            elapsed[index] if elapsed[index] > 0 else timer[index]
        )  # a watch that pauses between sets records little
        workouts.append(
            Workout(
                start,
                float(lasts) / 60 if lasts > 0 else None,
                titles[index],
                columns.table.numbers[index],
                rpe=_or_zero(rows.ratings[index]),
                heart=_or_zero(hearts[index]),
                heart_max=_or_zero(highest[index]),
            )
        )
    if not workouts:
        return Findings()
    taken = [index for index in rows.sets if rows.numbers[index] in places]
    return sessions_from_sets(workouts, _set_rows(rows, taken, places, notes), _NAME, notes, _categories(columns))


def _set_rows(rows: _Rows, taken: list[int], places: Mapping[str, int], notes: Notes) -> SetRows:
    columns = rows.columns
    types, exercises = columns.texts("set_type"), _exercises(columns)
    nothing = np.full(len(taken), np.nan)
    return SetRows(
        numbers=[columns.table.numbers[index] for index in taken],
        workout=[places[rows.numbers[index]] for index in taken],
        exercise=[exercises[index] or _UNNAMED for index in taken],
        kind=[_KINDS.get(types[index], "work") for index in taken],
        reps=columns.numbers("reps", notes, low=0, high=5000, what="number of reps")[taken],
        seconds=_seconds(columns, "set_s", notes)[taken],
        distance_km=nothing,
        rpe=nothing,
    )


def _exercises(columns: Columns) -> list[str]:
    """Return the exercise of each set by its number, or as it was called where that is more work for the legs."""
    pairs = zip(columns.texts("exercise"), columns.texts("called"), strict=True)
    return [called if classify(called).share > classify(name).share else name for name, called in pairs]


def _categories(columns: Columns) -> dict[str, str]:
    pairs = zip(columns.texts("exercise"), columns.texts("category"), strict=True)
    return {exercise: _USUAL.get(category, category) for exercise, category in pairs if exercise and category}


def _activities(rows: _Rows, places: list[int], notes: Notes) -> Findings:
    """Return the sessions that are rows of a list: runs, rides, and lifting without sets."""
    if not places:
        return Findings()
    columns = rows.columns
    table = columns.table
    listed = Table(
        table.header,
        [table.numbers[index] for index in places],
        [table.row(index) for index in places],
        name=table.name,
    )
    part = Columns(listed, columns.places)
    for index in places:
        if rows.starts[index] is None:
            notes.problem(table.numbers[index], None, "The session has no start; it was left out.")
    activities = Activities(
        table=listed,
        starts=[rows.starts[index] for index in places],
        types=part.texts("sport"),
        names=part.texts("title"),
        minutes=_seconds(part, "timer_s", notes) / 60,
        distance_km=part.numbers("distance_m", notes, low=0, high=2e6, what="distance") / 1000,
        heart=read_heart(part, "heart_rate", notes),
        heart_max=read_heart(part, "max_heart_rate", notes),
        rpe=rows.ratings[places],
        elapsed=_seconds(part, "elapsed_s", notes) / 60,
    )
    return sessions_from_activities(activities, _NAME, notes)


def _seconds(columns: Columns, key: str, notes: Notes) -> NDArray[np.float64]:
    return columns.numbers(key, notes, low=0, high=_LONGEST, what="duration in seconds")


def _or_zero(number: float) -> float:
    return float(number) if number > 0 else 0.0


FORMATS = (Format(_NAME, {name: (name,) for name in COLUMNS}, ("fit_session", "utc_start", "workout_rpe"), _read),)
