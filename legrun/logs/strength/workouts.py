"""Set rows to sessions: leg work, effort and minutes of each workout, runs found inside.

A workout is a leg day when the leg shares of its working sets add up to four sets or to 30 % of them.
"""

from __future__ import annotations

import datetime as dt
import math
import statistics
from collections.abc import Mapping, Sequence

import numpy as np

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.efforts import Efforts, highest_heart_rate
from legrun.logs.format import Findings, Notes
from legrun.logs.lengths import Row, UsualSpeeds
from legrun.logs.strength.cardio import Endurance, sum_endurance
from legrun.logs.strength.judged import judge_exercises
from legrun.logs.strength.sets import WORK, SetKind, SetRows, Workout
from legrun.logs.strength.tally import Tally, tally_sets, undone_sets
from legrun.logs.strength.titles import strength_kind
from legrun.scenario import Session
from legrun.wording.languages import dated
from legrun.wording.rounding import counted

__all__ = ["sessions_from_sets"]

MOST_HARD_SETS = 100.0  # what a Session may hold [sets]
_NAMED = 5  # mixed workouts named one by one, the newest
_MINUTES = frozenset({"minutes"})
_NOTHING: frozenset[str] = frozenset()
_NO_SPEEDS = UsualSpeeds()  # a workout of sets is too rare a run to tell how fast one usually goes


def sessions_from_sets(
    workouts: Sequence[Workout | None],
    sets: SetRows,
    source: str,
    notes: Notes,
    categories: Mapping[str, str] | None = None,
) -> Findings:
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
    categories : mapping of str to str, optional
        The body part that the app files an exercise under; it decides where the name is not known.

    Returns
    -------
    Findings
    """
    undone = undone_sets(sets)
    names, codes = sets.exercises
    done = np.bincount(codes[sets.of_kinds(WORK) & ~undone], minlength=len(names)).tolist()
    counts = {name: number for name, number in zip(names, done, strict=True) if number}
    exercises = judge_exercises(counts, notes, categories)
    tallies = tally_sets(sets, undone, exercises, len(workouts))
    _note_left_out(sets.counts, int(undone.sum()), tallies, notes)
    highest = highest_heart_rate(workout.heart_max for workout in workouts if workout)
    rules = _Rules(notes, Efforts(notes, highest), source)
    sessions: list[Session] = []
    count = 0
    for workout, tally in zip(workouts, tallies, strict=True):
        of_workout = _sessions(workout, tally, rules) if workout else []
        sessions += of_workout
        count += bool(of_workout)
    rules.note()
    unknown = {name: n for name, n in counts.items() if exercises[name].region == "unknown"}
    return Findings(sessions=sessions, workouts=count, unknown_exercises=unknown)


class _Rules:
    """What holds for every workout of a log, and what is counted over all of them."""

    def __init__(self, notes: Notes, efforts: Efforts, source: str) -> None:
        self.notes = notes
        self.efforts = efforts
        self.source = source
        self.low, self.high = value("log.estimate_low_min"), value("log.estimate_high_min")
        self.set_minutes = value("log.set_min")
        self.least_set_minutes = value("log.least_set_min")
        self.longest = value("log.longest_strength_min")
        self.mixed_sets = value("log.mixed_sets")
        self.mixed_as_legs = notes.choices.get("mixed_sessions") == "legs"
        self.mixed: list[tuple[dt.datetime, float, int]] = []
        self.runs_aside = 0
        self.by_title = 0
        self.without_minutes = 0

    def note(self) -> None:
        """Note durations, efforts, mixed workouts, and runs told apart."""
        if self.without_minutes:
            reason = "the file does not say how long these workouts took; about 3 minutes a set were taken"
            self.notes.assume("missing_durations", f"{self.without_minutes:,} estimated", reason)
        if self.by_title:
            reason = (
                "none of their exercises is known, and their titles name the legs: all of their sets count as leg sets"
            )
            self.notes.assume("strength_by_title", counted(self.by_title, "session"), reason)
        if self.runs_aside:
            reason = (
                f"runs of {value('log.run_min'):.0f} minutes or more inside a workout are sessions of their own, "
                "by their order in it"
            )
            self.notes.assume("runs_inside", counted(self.runs_aside, "run"), reason)
        if self.mixed:
            more = len(self.mixed) - _NAMED
            newest = sorted(self.mixed, reverse=True)[:_NAMED]
            shown = "; ".join(f"{dated(start)} ({legs:g} of {sets} sets)" for start, legs, sets in newest)
            shown += f"; and {more} before" if more > 0 else ""
            reason = (
                f"{counted(len(self.mixed), 'mixed workout')} with some leg sets, but fewer than "
                f"{value('log.leg_sets'):g} and under {100 * value('log.leg_part'):.0f} % of the work: {shown}"
            )
            self.notes.choose("mixed_sessions", "upper", reason, ("upper", "legs"))
        self.efforts.note()


def _sessions(workout: Workout, tally: Tally, rules: _Rules) -> list[Session]:
    """Return the sessions of one workout: the strength work, and a run of its own if there was one."""
    notes = rules.notes
    if not (tally.sets or tally.cardio):
        notes.problem(workout.row, None, "Nothing of this workout could be counted.")
        return []
    asides = sum_endurance(tally.cardio, alone=not tally.strength_sets, notes=notes) if tally.cardio else []
    try:
        if not tally.strength_sets:
            return _endurance_sessions(workout, asides or [Endurance()], rules)
        if not asides:
            return [_strength_session(workout, tally, 0.0, rules)]
        rules.runs_aside += 1
        return _with_a_run(workout, tally, asides[0], rules)
    except (ScenarioError, OverflowError) as error:
        notes.problem(workout.row, None, f"This workout was left out: {error}")
        return []


def _with_a_run(workout: Workout, tally: Tally, aside: Endurance, rules: _Rules) -> list[Session]:
    """Return the strength work and the run of a workout, one after the other."""
    running = workout._replace(name=aside.name, rpe=0.0, heart=0.0)
    if aside.first_row < tally.strength_row:
        run = _endurance_session(running, aside, rules)
        return [run, _strength_session(workout._replace(start=run.end), tally, aside.minutes, rules)]
    strength = _strength_session(workout, tally, aside.minutes, rules)
    return [strength, _endurance_session(running._replace(start=strength.end), aside, rules)]


def _endurance_sessions(workout: Workout, asides: Sequence[Endurance], rules: _Rules) -> list[Session]:
    """Return the run, walk and ride of a workout without strength work, one after the other."""
    if len(asides) == 1:
        return [_endurance_session(workout, asides[0], rules)]
    sessions: list[Session] = []
    for aside in asides:
        start = sessions[-1].end if sessions else workout.start
        sessions.append(_endurance_session(workout._replace(start=start, name=aside.name), aside, rules))
    return sessions


def _strength_session(workout: Workout, tally: Tally, aside: float, rules: _Rules) -> Session:
    kind = tally.kind
    by_title = not tally.work_sets and tally.unknown_sets > 0 and strength_kind(workout.name) == "legs"
    if by_title:
        rules.by_title += 1
        kind = "legs"
    if kind == "upper" and tally.leg_sets >= rules.mixed_sets:
        rules.mixed.append((workout.start, tally.leg_sets, tally.work_sets))
        kind = "legs" if rules.mixed_as_legs else kind
    minutes, guessed = _minutes(workout, tally, aside, rules)
    rpe, estimated = rules.efforts.of(kind, rpe=workout.rpe, rated=tally.rated, sets=tally.strength_sets)
    hard_sets = None
    if kind == "legs":
        hard_sets = float(tally.unknown_sets) if by_title else round(tally.leg_sets, 2)
        if hard_sets > MOST_HARD_SETS:
            message = f"{hard_sets:,.0f} leg sets in one workout; counted as {MOST_HARD_SETS:.0f}."
            rules.notes.problem(workout.row, None, message)
            hard_sets = MOST_HARD_SETS
    return Session(
        kind=kind,
        start=workout.start,
        minutes=round(minutes, 1),
        rpe=rpe,
        hard_sets=hard_sets,
        to_failure=tally.to_failure,
        name=workout.name,
        source=rules.source,
        estimated=_together(estimated, workout.estimated, _MINUTES if guessed else _NOTHING),
        sport="strength",
    )


def _together(*fields: frozenset[str]) -> frozenset[str]:
    """Return the fields of several sets as one, which is one of them where the others are empty."""
    filled = [each for each in fields if each]
    return filled[0] if len(filled) == 1 else _NOTHING.union(*filled)


def _minutes(workout: Workout, tally: Tally, aside: float, rules: _Rules) -> tuple[float, bool]:
    """Return the minutes of the strength work and whether they were estimated."""
    estimate = min(max(tally.sets * rules.set_minutes, rules.low), rules.high)
    if workout.minutes is None:
        rules.without_minutes += 1
        return estimate, True
    if workout.minutes > rules.longest:
        message = (
            f"It lasts {_hours(workout.minutes)}, so it was probably left running; "
            f"taken as {estimate:.0f} min by its {tally.sets} sets."
        )
        rules.notes.problem(workout.row, None, message)
        return estimate, True
    left = workout.minutes - aside
    if left < max(rules.least_set_minutes * tally.sets, 1.0):
        message = f"{tally.sets} sets in {max(left, 0):.0f} min were probably typed in afterwards; "
        message += f"taken as {estimate:.0f} min."
        rules.notes.problem(workout.row, None, message)
        return estimate, True
    return left, False


def _hours(minutes: float) -> str:
    return f"{int(minutes // 60)} h {int(minutes % 60)} min"


def _endurance_session(workout: Workout, aside: Endurance, rules: _Rules) -> Session:
    minutes = aside.minutes or workout.minutes or math.nan
    group = aside.kind if aside.kind in ("run", "walk") else "other"
    length = _NO_SPEEDS.settle(Row(group, minutes, distance_km=aside.distance_km or math.nan))
    if length.message:
        rules.notes.problem(workout.row, None, length.message)
    minutes, estimated = length.minutes, _together(workout.estimated, _MINUTES if length.estimated else _NOTHING)
    if aside.rated:
        rpe = statistics.median(aside.rated)  # the rating of the run itself: nothing is estimated
    else:
        rpe, guessed = rules.efforts.of(aside.kind, rpe=workout.rpe, heart=workout.heart, minutes=minutes)
        estimated = _together(estimated, guessed)
    return Session(
        kind=aside.kind,
        start=workout.start,
        minutes=round(minutes, 1),
        rpe=rpe,
        distance_km=aside.distance_km,
        name=workout.name,
        source=rules.source,
        estimated=estimated,
    )


def _note_left_out(kinds: Mapping[SetKind, int], undone: int, tallies: list[Tally], notes: Notes) -> None:
    if undone:
        notes.assume("empty_sets", f"{undone:,} left out", "sets without reps, time or distance were not done")
    if warm_ups := kinds.get("warm_up", 0):
        notes.assume("warm_up_sets", f"{warm_ups:,} left out", "warm-up sets are not counted as work")
    if rests := kinds.get("rest", 0):
        notes.assume("rest_rows", f"{rests:,} left out", "rest timers are not sets")
    idle = sum(tally.idle_sets for tally in tallies) - warm_ups
    if note_rows := kinds.get("note", 0):
        notes.assume("note_rows", f"{note_rows:,} left out", "notes are not sets")
    if idle > 0:
        notes.assume(
            "no_work",
            f"{idle:,} left out",
            "entries named warm-up, stretching or mobility are not counted as work",
        )
