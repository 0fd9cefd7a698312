"""A table with one row per set, as most strength apps export: its rows, and the workouts they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.times import Times
from legrun.logs.format import Columns, Notes
from legrun.logs.reading.text import clean
from legrun.logs.strength.sets import SetKind, SetRows, Workout, exercise_names, group_rows, mark_unusable

__all__ = ["SetTable", "read_sets"]

_DAY = 86_400.0  # s


@dataclass(frozen=True, eq=False)
class SetTable:
    """The rows of a table of sets, and where each workout begins.

    Attributes
    ----------
    columns : Columns
        The table.
    starts : Times
        Local start for each text of the date column.
    texts : list of str
        The date column.
    rows : SetRows
        The rows.
    first : list of int
        Index of each workout's first row.
    """

    columns: Columns
    starts: Times
    texts: list[str]
    rows: SetRows
    first: list[int]

    def workouts(self, minutes: Callable[[int], float | None] = lambda index: None) -> list[Workout | None]:
        """Return each workout, None for one that could not be dated; `minutes` is asked by its first row's index."""
        titles, numbers = self.columns.texts("title"), self.columns.table.numbers
        cleaned = {title: clean(title) for title in {titles[index] for index in self.first}}
        workouts: list[Workout | None] = []
        estimated = self.starts.estimated
        for index in self.first:
            start = self.starts[self.texts[index]]
            workout = None
            if start is not None:
                title = cleaned[titles[index]]
                workout = Workout(start, minutes(index), title, numbers[index], estimated=estimated)
            workouts.append(workout)
        return workouts


def read_sets(
    columns: Columns,
    starts: Times,
    kinds: list[SetKind],
    keys: Sequence[str],
    notes: Notes,
    *,
    start: str = "",
    what: str = "date",
    counted: Sequence[str] = (),
    seconds: NDArray[np.float64] | None = None,
    distance_km: NDArray[np.float64] | None = None,
) -> SetTable:
    """Return the rows of a table of sets, in workouts, with what cannot be used marked and noted.

    Parameters
    ----------
    columns : Columns
        The table; its keys ``exercise``, ``reps``, ``seconds``, ``rpe`` and ``title`` are read.
    starts : Times
        Local start for each text of the first of `keys`.
    kinds : list
        Kind of each row; rows that cannot be used become ``skip`` here.
    keys : sequence of str
        Our keys of the columns that together tell one workout from another, the start's first unless `start` is given.
    notes : Notes
        Takes what could not be used.
    start : str, optional
        Our key of the column that `starts` are of, where a workout is not told by it.
    what : str
        What the start is called in a message.
    counted : sequence of str, optional
        The set's number, where the row carries one; see `group_rows`.
    seconds, distance_km : array of float, optional
        Time and distance of each row [s, km], where the format has them otherwise than in a column of their own.
    """
    start = start or keys[0]
    mark_unusable(columns, start, starts, kinds, notes, what)
    exercises = exercise_names(columns, "exercise", kinds, notes)
    workout, first = group_rows(columns, keys, kinds, counted or [""] * len(kinds), notes)
    if first and starts.dates_only and len(keys) == 1:
        reason = "the file gives the day only, so two workouts on one day cannot be told apart"
        notes.assume("workouts_by_day", "one a day", reason)
    if seconds is None:
        seconds = columns.numbers("seconds", notes, low=0, high=_DAY, what="duration in seconds")
    rows = SetRows(
        numbers=columns.table.numbers,
        workout=workout,
        exercise=exercises,
        kind=kinds,
        reps=columns.numbers("reps", notes, low=0, high=5000, what="number of reps"),
        seconds=seconds,
        distance_km=np.full(len(kinds), np.nan) if distance_km is None else distance_km,
        rpe=columns.numbers("rpe", notes, low=0, high=10, what="RPE"),
    )
    return SetTable(columns, starts, columns.texts(start), rows, first)
