"""Set rows to sessions: leg work, effort and minutes of each workout, runs found inside.

A workout is a leg day when the leg shares of its working sets add up to four sets or to 30 % of them.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from legrun.errors import ScenarioError
from legrun.logs.cardio import Endurance, endurance
from legrun.logs.format import Findings, Notes
from legrun.logs.judged import judge_exercises
from legrun.logs.sets import WORK, SetKind, SetRows, Workout
from legrun.logs.tally import Tally, tally_sets, undone_sets
from legrun.scenario import Kind, Session

__all__ = ["sessions_from_sets"]

LONGEST_MINUTES = 240.0  # longer was left running: four hours are past the longest real sessions seen [min]
LEAST_MINUTES_PER_SET = 0.5  # shorter was typed in afterwards [min/set]
MINUTES_PER_SET = 3.0  # a set with its rest, where the file has no duration [min/set]
ESTIMATE_MINUTES = (10.0, 180.0)  # bounds of such an estimate [min]
LONGEST_ENDURANCE = 600.0  # a run or ride that lasted longer was left running [min]
DEFAULT_ENDURANCE = 30.0  # a run or ride without any time [min]
RATED_SETS = 3  # rated working sets that make a session's effort, [sets]
RATED_PART = 0.5  # or this part of the working sets [-]
DEFAULT_RPE: Mapping[Kind, float] = {
    "legs": 7.0,
    "upper": 6.0,
    "run": 4.0,
    "walk": 2.0,
    "other": 4.0,
}  # [0-10]
MOST_HARD_SETS = 100.0  # [sets]
_EFFORTS = tuple(str(effort) for effort in range(1, 11))


def sessions_from_sets(workouts: Sequence[Workout | None], sets: SetRows, source: str, notes: Notes) -> Findings:
    """Return the sessions of a strength log.

    Parameters
    ----------
    workouts : sequence of Workout or None
        The workouts that the rows refer to; None for one that could not be dated.
    sets : SetRows
        The rows.
    source : str
        Name of the app, kept with each session.
    notes : Notes
        Takes what was assumed and left out.

    Returns
    -------
    Findings
    """
    undone = undone_sets(sets)
    left = zip(sets.exercise, sets.kind, undone.tolist(), strict=True)
    counts = Counter(name for name, kind, skipped in left if kind in WORK and not skipped)
    exercises = judge_exercises(counts, notes)
    tallies = tally_sets(sets, undone, exercises, len(workouts))
    _note_left_out(Counter(sets.kind), int(undone.sum()), tallies, notes)
    efforts = _Efforts(notes)
    sessions: list[Session] = []
    count = 0
    for workout, tally in zip(workouts, tallies, strict=True):
        found = _sessions(workout, tally, source, efforts, notes) if workout else []
        sessions += found
        count += bool(found)
    efforts.note(notes)
    unknown = {name: n for name, n in counts.items() if exercises[name].region == "unknown"}
    return Findings(sessions=sessions, workouts=count, unknown_exercises=unknown)


def _sessions(workout: Workout, tally: Tally, source: str, efforts: _Efforts, notes: Notes) -> list[Session]:
    """Return the sessions of one workout: the strength work, and a run of its own if there was one."""
    if not (tally.sets or tally.cardio):
        notes.problem(workout.row, None, "Nothing of this workout could be counted.")
        return []
    aside = endurance(tally.cardio, alone=not tally.strength_sets, notes=notes) if tally.cardio else Endurance()
    try:
        if not tally.strength_sets:
            return [_endurance_session(workout, aside, source, efforts, notes)]
        strength = _strength_session(workout, tally, aside, source, efforts, notes)
        if not aside.minutes:
            return [strength]
        run = _endurance_session(replace(workout, name=aside.name), aside, source, efforts, notes)
        efforts.runs_aside += 1
        before, after = (run, strength) if aside.first_row < tally.strength_row else (strength, run)
        return [before, replace(after, start=before.end)]
    except (ScenarioError, OverflowError) as error:
        notes.problem(workout.row, None, f"This workout was left out: {error}")
        return []


def _strength_session(
    workout: Workout, tally: Tally, aside: Endurance, source: str, efforts: _Efforts, notes: Notes
) -> Session:
    kind = tally.kind
    minutes, guessed = _minutes(workout, tally, aside.minutes, notes)
    rpe, estimated = efforts.of(kind, tally.rated, tally.strength_sets)
    hard_sets = None
    if kind == "legs":
        hard_sets = round(tally.leg_sets, 2)
        if hard_sets > MOST_HARD_SETS:
            message = f"{hard_sets:,.0f} leg sets in one workout; counted as {MOST_HARD_SETS:.0f}."
            notes.problem(workout.row, None, message)
            hard_sets = MOST_HARD_SETS
    return Session(
        kind=kind,
        start=workout.start,
        minutes=round(minutes, 1),
        rpe=rpe,
        hard_sets=hard_sets,
        to_failure=tally.to_failure,
        name=workout.name,
        source=source,
        estimated=estimated | (frozenset({"minutes"}) if guessed else frozenset()),
    )


def _minutes(workout: Workout, tally: Tally, aside: float, notes: Notes) -> tuple[float, bool]:
    """Return the minutes of the strength work and whether they were estimated."""
    low, high = ESTIMATE_MINUTES
    estimate = min(max(tally.sets * MINUTES_PER_SET, low), high)
    if workout.minutes is None:
        return estimate, True
    if workout.minutes > LONGEST_MINUTES:
        message = (
            f"It lasts {_hours(workout.minutes)}, so it was probably left running; "
            f"taken as {estimate:.0f} min by its {tally.sets} sets."
        )
        notes.problem(workout.row, None, message)
        return estimate, True
    left = workout.minutes - aside
    if left < max(LEAST_MINUTES_PER_SET * tally.sets, 1.0):
        message = f"{tally.sets} sets in {max(left, 0):.0f} min were probably typed in afterwards; "
        message += f"taken as {estimate:.0f} min."
        notes.problem(workout.row, None, message)
        return estimate, True
    return left, False


def _hours(minutes: float) -> str:
    return f"{int(minutes // 60)} h {int(minutes % 60)} min"


def _endurance_session(workout: Workout, aside: Endurance, source: str, efforts: _Efforts, notes: Notes) -> Session:
    minutes, estimated = aside.minutes, frozenset[str]()
    if not minutes and workout.minutes is not None and 1 <= workout.minutes <= LONGEST_ENDURANCE:
        minutes = workout.minutes
    elif not minutes:
        minutes, estimated = DEFAULT_ENDURANCE, frozenset({"minutes"})
        message = f"It has no time that could be used; taken as {DEFAULT_ENDURANCE:.0f} min."
        notes.problem(workout.row, None, message)
    if aside.rated:
        rpe = statistics.median(aside.rated)  # the rating of the run itself: nothing is estimated
    else:
        rpe, guessed = efforts.of(aside.kind, [], 0)
        estimated |= guessed
    return Session(
        kind=aside.kind,
        start=workout.start,
        minutes=max(round(minutes, 1), 1.0),
        rpe=rpe,
        distance_km=aside.distance_km,
        name=workout.name,
        source=source,
        estimated=estimated,
    )


class _Efforts:
    """Gives each session its effort and counts where it came from."""

    def __init__(self, notes: Notes) -> None:
        self.from_sets = 0
        self.runs_aside = 0
        self.by_kind: Counter[Kind] = Counter()
        self.chosen = {
            kind: float(notes.choices[f"effort:{kind}"])
            for kind in DEFAULT_RPE
            if notes.choices.get(f"effort:{kind}") in _EFFORTS
        }

    def of(self, kind: Kind, rated: list[float], sets: int) -> tuple[float, frozenset[str]]:
        """Return the effort and what of it was estimated."""
        if rated and (len(rated) >= RATED_SETS or len(rated) >= RATED_PART * sets):
            self.from_sets += 1
            return statistics.median(rated), frozenset({"rpe"})
        self.by_kind[kind] += 1
        return self.chosen.get(kind, DEFAULT_RPE[kind]), frozenset({"rpe"})

    def note(self, notes: Notes) -> None:
        """Note how efforts were estimated, and runs told apart."""
        if self.runs_aside:
            reason = "runs of ten minutes or more inside a workout are sessions of their own, by their order in it"
            notes.assume("runs_inside", _counted(self.runs_aside, "run"), reason)
        if self.from_sets:
            reason = "effort is estimated as the median RPE of a session's working sets, warm-ups left out"
            notes.assume("effort:rated", _counted(self.from_sets, "session"), reason)
        for kind, count in sorted(self.by_kind.items()):
            reason = f"{_counted(count, 'session')} of this kind without a rating; this effort is usual for them"
            notes.choose(f"effort:{kind}", f"{DEFAULT_RPE[kind]:.0f}", reason, _EFFORTS)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _note_left_out(kinds: Counter[SetKind], undone: int, tallies: list[Tally], notes: Notes) -> None:
    if undone:
        notes.assume("empty_sets", f"{undone:,} left out", "sets without reps, time or distance were not done")
    if warm_ups := kinds["warm_up"]:
        notes.assume("warm_up_sets", f"{warm_ups:,} left out", "warm-up sets are not counted as work")
    if rests := kinds["rest"]:
        notes.assume("rest_rows", f"{rests:,} left out", "rest timers are not sets")
    idle = sum(tally.idle_sets for tally in tallies) - warm_ups
    if note_rows := kinds["note"]:
        notes.assume("note_rows", f"{note_rows:,} left out", "notes are not sets")
    if idle > 0:
        notes.assume(
            "no_work",
            f"{idle:,} left out",
            "entries named warm-up, stretching or mobility are not counted as work",
        )
