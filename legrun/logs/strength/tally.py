"""What a workout's set rows add up to, all workouts at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from legrun.evidence import value
from legrun.logs.strength.cardio import CardioRow
from legrun.logs.strength.exercises import Exercise
from legrun.logs.strength.sets import WORK, SetRows
from legrun.scenario import Kind

__all__ = ["Tally", "tally_sets", "undone_sets"]

LEG_SETS = value("log.leg_sets")  # leg shares that make a leg day whatever else was done [sets]
LEG_PART = value("log.leg_part")  # or this part of all working sets [-]
_ENDURANCE = frozenset({"run", "treadmill", "walk", "cardio"})
_IDLE = frozenset({"warm_up", "mobility"})


@dataclass(slots=True)
class Tally:
    """Sums of one workout.

    Attributes
    ----------
    leg_sets : float
        Leg shares of its working sets. [sets]
    work_sets, unknown_sets, idle_sets : int
        Working sets of known and of unknown exercises; warm-ups and stretches, which only take time.
    failures, leg_failures : float
        Sets to failure, and their leg shares. [sets]
    rated : sequence of float
        RPE of its working sets. [0-10]
    cardio : sequence of CardioRow
        Endurance entries.
    strength_row : int
        Place of its first working set among the rows.
    """

    leg_sets: float = 0.0
    work_sets: int = 0
    unknown_sets: int = 0
    idle_sets: int = 0
    failures: float = 0.0
    leg_failures: float = 0.0
    rated: Sequence[float] = ()
    cardio: Sequence[CardioRow] = ()
    strength_row: int = 0

    @property
    def kind(self) -> Kind:
        """Legs by the rule of four sets or 30 %, else upper; other when no known strength work was done."""
        if self.leg_sets > 0 and (self.leg_sets >= LEG_SETS or self.leg_sets >= LEG_PART * self.work_sets):
            return "legs"
        return "upper" if self.work_sets else "other"

    @property
    def strength_sets(self) -> int:
        """Working sets, of known exercises or not."""
        return self.work_sets + self.unknown_sets

    @property
    def sets(self) -> int:
        """Everything that took the time of a set."""
        return self.strength_sets + self.idle_sets

    @property
    def to_failure(self) -> bool:
        """Whether most working sets, on a leg day most leg sets, went to failure."""
        if self.kind == "legs":
            return self.leg_failures > 0.5 * self.leg_sets
        return self.failures > 0.5 * self.work_sets


def undone_sets(sets: SetRows) -> NDArray[np.bool_]:
    """Mark working sets without reps, time, distance or rating: they stand in the file but were not done."""
    done = np.zeros(len(sets.workout), dtype=bool)
    for column in (sets.reps, sets.seconds, sets.distance_km, sets.rpe):
        done |= column > 0
    if not np.any(sets.reps > 0):
        return np.zeros_like(done)  # a log that does not count reps
    return sets.of_kinds(WORK) & ~done


def tally_sets(
    sets: SetRows, undone: NDArray[np.bool_], exercises: Mapping[str, Exercise], workouts: int
) -> list[Tally]:
    """Return the tally of each workout.

    Parameters
    ----------
    sets : SetRows
        The rows.
    undone : array of bool
        Rows to leave out.
    exercises : mapping of str to Exercise
        What is known of each name among the working sets.
    workouts : int
        How many workouts the rows refer to.
    """
    workout = np.array(sets.workout, dtype=np.intp)
    names, codes = sets.exercises
    places = {name: place for place, name in enumerate(exercises)}
    name = np.array([places.get(name, -1) for name in names], dtype=np.intp)[codes]
    work = sets.of_kinds(WORK) & ~undone & (name >= 0)
    known = list(exercises.values()) or [Exercise("unknown")]
    strength = work & np.array([exercise.is_strength for exercise in known])[name]
    unknown = work & np.array([exercise.region == "unknown" for exercise in known])[name]
    idle = work & np.array([exercise.region in _IDLE for exercise in known])[name]
    idle |= sets.of_kinds(frozenset({"warm_up"}))
    share = np.where(strength, np.array([exercise.share for exercise in known])[name], 0.0)
    failed = strength & sets.of_kinds(frozenset({"failure"}))

    def summed(weights: NDArray[np.bool_] | NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(workout, weights=weights, minlength=workouts).astype(np.float64)

    counted = (summed(rows).astype(np.intp) for rows in (strength, unknown, idle))
    failures = (summed(rows) for rows in (failed, np.where(failed, share, 0.0)))
    columns = (np.round(summed(share), 6), *counted, *failures)
    tallies = list(map(Tally, *(column.tolist() for column in columns)))
    rated = np.flatnonzero((strength | unknown) & (sets.rpe > 0))
    for place, ratings in _by_workout(workout[rated], sets.rpe[rated]):
        tallies[place].rated = ratings
    _add_cardio(sets, work, strength | unknown, exercises, tallies)
    return tallies


def _by_workout(workout: NDArray[np.intp], numbers: NDArray[np.float64]) -> Iterator[tuple[int, list[float]]]:
    """Yield each workout with its numbers, in the order of the rows."""
    order = np.argsort(workout, kind="stable")
    workout, listed = workout[order], numbers[order].tolist()
    bounds = np.flatnonzero(np.diff(workout, prepend=-1)).tolist()
    for first, last in pairwise([*bounds, len(listed)]):
        yield int(workout[first]), listed[first:last]


def _add_cardio(
    sets: SetRows,
    work: NDArray[np.bool_],
    strength: NDArray[np.bool_],
    exercises: Mapping[str, Exercise],
    tallies: list[Tally],
) -> None:
    names, codes = sets.exercises
    lasting = np.array([name in exercises and exercises[name].region in _ENDURANCE for name in names], dtype=bool)
    rows = np.flatnonzero(work & ~strength & lasting[codes]) if lasting.any() else np.empty(0, dtype=np.intp)
    if not len(rows):
        return
    measured = zip(*(_numbers(column[rows]) for column in (sets.seconds, sets.distance_km, sets.rpe)), strict=True)
    for row, (seconds, distance, rpe) in zip(rows.tolist(), measured, strict=True):
        name = sets.exercise[row]
        cardio = CardioRow(
            row, sets.numbers[row], name, exercises[name].region, seconds / 60, distance or None, rpe or None
        )
        tally = tallies[sets.workout[row]]
        tally.cardio = (*tally.cardio, cardio)
    lifted = np.flatnonzero(strength)
    for place, first in zip(*np.unique(np.array(sets.workout)[lifted], return_index=True), strict=True):
        tallies[place].strength_row = int(lifted[first])


def _numbers(column: NDArray[np.float64]) -> list[float]:
    """Return numbers with 0 for what is missing or below it."""
    numbers: list[float] = np.where(column > 0, column, 0.0).tolist()
    return numbers
