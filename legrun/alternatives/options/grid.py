"""How long, how hard: what every length and effort of today's run leaves for later."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legrun.alternatives.options.added import at_one_hour, course_without, gates_with, morning_after, parts_of
from legrun.decision.advice import Advice, plan_fits
from legrun.decision.events import run_gates
from legrun.decision.gates import Gate, at_least, verdict_codes
from legrun.evidence import value
from legrun.forecast.ensemble import HORIZON_H, Ensemble, drank
from legrun.forecast.projection import Course, course, medians
from legrun.forecast.sparing import Sparing
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import protections, session_dose
from legrun.model.kinetics import Array, Draws
from legrun.model.readiness import VERDICTS, Codes, Verdict
from legrun.model.whole import whole_sessions, whole_with
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.scenario.sessions import MOST_MINUTES

__all__ = ["Cell", "Grid", "build_grid"]

STEP = value("options.grid_step_minutes")
ALWAYS_TO = value("options.grid_minutes")
LONG_STEP = value("options.grid_long_step_minutes")
MOST_RPE = value("options.grid_rpe")
Bools = npt.NDArray[np.bool_]
States = tuple[Draws, Draws, Draws]
# A run with those that it makes one session with, and these.
Whole = tuple[Session, tuple[Session, ...]]


@dataclass(frozen=True)
class Cell:
    """What one length and effort leaves.

    Attributes
    ----------
    minutes, rpe : float
        Length [min] and effort [CR10].
    verdict : str
        The verdict at the time to be ready.
    score, soreness : float
        Median readiness score [0-100] and soreness [0-10] then.
    chance : float
        Share of the draws that have at least the verdict that is needed. [0-1]
    ready : bool
        Whether the verdict is at least the one that is needed.
    inside : bool
        Whether the run lies within the limits of its own time.
    load_au : float
        Load it adds. [AU]
    """

    minutes: float
    rpe: float
    verdict: Verdict
    score: float
    soreness: float
    chance: float
    ready: bool
    inside: bool
    load_au: float


@dataclass(frozen=True)
class Grid:
    """Lengths by efforts.

    Attributes
    ----------
    start : datetime.datetime
        When the run starts.
    ready_at : datetime.datetime
        The time that the values are for.
    needed : str
        The verdict needed then.
    minutes, efforts : tuple of float
        Rows [min] and columns [CR10].
    codes : array of int, shape (rows, columns)
        Verdict at `ready_at`, as an index into `VERDICTS`.
    score, soreness, chance, load_au : array, shape (rows, columns)
        As in `Cell`.
    inside : array of bool, shape (rows, columns)
        Whether a run lies within the limits of its own time.
    rest : Cell
        What no run at all leaves.
    planned : (int, int) or None
        Row and column of the run in mind.
    """

    start: dt.datetime
    ready_at: dt.datetime
    needed: Verdict
    minutes: tuple[float, ...]
    efforts: tuple[float, ...]
    codes: Codes
    score: Array
    soreness: Array
    chance: Array
    load_au: Array
    inside: Bools
    rest: Cell
    planned: tuple[int, int] | None

    @property
    def ready(self) -> Bools:
        """Whether a run leaves at least the verdict that is needed, shape (rows, columns)."""
        return np.asarray(self.codes >= VERDICTS.index(self.needed))

    def cell(self, row: int, column: int) -> Cell:
        """Return one cell."""
        at = row, column
        return Cell(
            minutes=self.minutes[row],
            rpe=self.efforts[column],
            verdict=VERDICTS[self.codes[at]],
            score=float(self.score[at]),
            soreness=float(self.soreness[at]),
            chance=float(self.chance[at]),
            ready=bool(self.ready[at]),
            inside=bool(self.inside[at]),
            load_au=float(self.load_au[at]),
        )

    def cells(self) -> list[Cell]:
        """Return every cell, row by row."""
        return [self.cell(i, j) for i in range(len(self.minutes)) for j in range(len(self.efforts))]


def build_grid(
    ensemble: Ensemble,
    week: Course,
    gates: Sequence[Gate],
    advice: Advice,
    *,
    ready_at: dt.datetime | None = None,
    ready_verdict: Verdict | None = None,
) -> Grid | None:
    """Return what runs of many lengths and efforts leave for a later time.

    Parameters
    ----------
    ensemble : Ensemble
        The draws; the same for every cell.
    week : Course
        Every draw, hour by hour through the week, without the run.
    gates : sequence of Gate
        The gates of that week.
    advice : Advice
        What may be done when the run starts.
    ready_at : datetime.datetime, optional
        When to be ready, within the week; 07:00 of the day after unless given. A session that starts then has
        not happened yet.
    ready_verdict : str, optional
        The verdict needed then; what rest would leave unless given.

    Returns
    -------
    Grid or None
        None behind a red flag, and where the morning after the run lies beyond the week.

    Notes
    -----
    Each cell equals the advice for a scenario that holds the run, its own gates included. Where the run in
    mind goes downhill, every cell does for the same share of its time.
    """
    scenario = ensemble.scenario
    at = ready_at or morning_after(advice.at)
    if advice.stop or (ready_at is None and at > _last(scenario)):
        return None
    hour = _checked_hour(scenario, advice.at, at)
    minutes, efforts = _rows(scenario, advice), _columns(scenario)
    runs = [[_run(scenario, advice.at, length, rpe) for rpe in efforts] for length in minutes]
    wholes = [[whole_with(scenario.sessions, run) for run in row] for row in runs]
    there = course(ensemble, np.array([hour]))
    judge = _Judge(there.sparing)
    rested = there.soreness[:, 0], there.fatigue[:, 0], there.score[:, 0]
    rest_caps = np.array(_gate_cap(gates, hour), dtype=np.int8)
    needed = ready_verdict or VERDICTS[int(judge.verdicts(rested, rest_caps)[0])]
    caps = _caps(ensemble, week, advice.at, wholes, hour)
    states = _states(ensemble, there, wholes)
    codes, scores, sore = judge.verdicts(states, caps)
    return Grid(
        start=advice.at,
        ready_at=at,
        needed=needed,
        minutes=minutes,
        efforts=efforts,
        codes=codes,
        score=scores,
        soreness=sore,
        chance=judge.chance(states, caps, needed),
        load_au=np.outer(minutes, efforts),
        inside=np.array([[plan_fits(advice, run) for run in row] for row in runs]),
        rest=judge.rest(rested, rest_caps, needed),
        planned=_index_of(scenario.planned, minutes, efforts),
    )


def _checked_hour(scenario: Scenario, start: dt.datetime, at: dt.datetime) -> float:
    """Return the hour to be ready, which must lie between the run's start and the end of the week."""
    if not start < at <= _last(scenario):
        raise ValueError(f"ready_at is {at}; it must lie after {start} and not after {_last(scenario)}.")
    return hours_from(scenario.now, at)


def _last(scenario: Scenario) -> dt.datetime:
    """Return the end of the week that is looked at."""
    return scenario.now + dt.timedelta(hours=HORIZON_H)


def _rows(scenario: Scenario, advice: Advice) -> tuple[float, ...]:
    """Return the lengths: every 10 min to 120, on to the longest allowed or planned, a day at most. [min]"""
    limits = {each for each in (advice.max_minutes, advice.easy_minutes) if each > 0}
    planned: set[float] = set()
    if scenario.planned is not None:
        near = (scenario.planned.minutes + step for step in (-STEP, 0.0, STEP))
        planned = {each for each in near if STEP <= each <= max(ALWAYS_TO, scenario.planned.minutes, *limits)}
    top = max(limits | planned, default=0.0)
    usual = np.arange(STEP, ALWAYS_TO + 1, STEP).tolist()
    beyond = np.arange(ALWAYS_TO + LONG_STEP, top + 1, LONG_STEP).tolist()
    return tuple(sorted(each for each in {*usual, *beyond, *limits, *planned} if each <= MOST_MINUTES))


def _columns(scenario: Scenario) -> tuple[float, ...]:
    """Return the efforts: 1 to 9, and the planned one. [CR10]"""
    efforts = set(np.arange(1, MOST_RPE + 1).tolist())
    if scenario.planned is not None and scenario.planned.rpe >= 1:
        efforts.add(scenario.planned.rpe)
    return tuple(sorted(efforts))


def _index_of(
    planned: Session | None, minutes: tuple[float, ...], efforts: tuple[float, ...]
) -> tuple[int, int] | None:
    """Return the row and column of the run in mind."""
    if planned is None or planned.minutes not in minutes or planned.rpe not in efforts:
        return None
    return minutes.index(planned.minutes), efforts.index(planned.rpe)


def _run(scenario: Scenario, start: dt.datetime, minutes: float, rpe: float) -> Session:
    """Return a run like the one in mind, of another length and effort."""
    planned = scenario.planned
    if planned is None or not planned.downhill_minutes:
        return Session("run", start, minutes, rpe)
    share = planned.downhill_minutes / planned.minutes
    grade = planned.downhill_grade_pct
    return Session("run", start, minutes, rpe, downhill_minutes=share * minutes, downhill_grade_pct=grade)


def _states(ensemble: Ensemble, there: Course, wholes: list[list[Whole]]) -> States:
    """Return soreness, fatigue and score with each run, in the place of those that it makes one session with."""
    scenario, states = ensemble.scenario, []
    # The longer ones may reach a later run that the shorter ones leave alone, and then start at other times.
    for (parts, _), rows in itertools.groupby(wholes, key=lambda row: (row[0][1], row[0][0].start)):
        others = course_without(ensemble, there, parts_of(scenario, parts))
        bouts = _bouts(scenario, [[whole for whole, _ in row] for row in rows], parts)
        states.append(at_one_hour(ensemble, others, bouts))
    soreness, fatigue, scores = (np.concatenate(each) for each in zip(*states, strict=True))
    return soreness, fatigue, scores


def _bouts(scenario: Scenario, runs: list[list[Session]], parts: Sequence[Session]) -> list[list[Bout]]:
    """Return what each run would do to the legs; the protection is the same for all, as they start together."""
    first = runs[0][0]
    others = [each for each in whole_sessions(tuple(scenario.sessions)) if each not in parts]
    ordered = sorted((*others, first), key=lambda each: each.start)
    rows = protections(ordered, scenario.athlete.experience, log_since=scenario.log_since)
    protection, _ = rows[ordered.index(first)]

    def one(run: Session) -> Bout:
        dose = session_dose(run, scenario.athlete.experience, protection)
        start_h = hours_from(scenario.now, run.start)
        return as_bout(run, dose, scenario.athlete, start_h=start_h, alcohol=drank(scenario, run))

    return [[one(run) for run in row] for row in runs]


def _caps(ensemble: Ensemble, week: Course, start: dt.datetime, wholes: list[list[Whole]], hour: float) -> Codes:
    """Return what gates allow at an hour after each run: those of the week with any run, and the run's own."""
    with_any = _gate_cap(gates_with(ensemble, week, Session("run", start, 1, 0)), hour)
    own = [[_gate_cap(run_gates(ensemble.scenario, whole), hour) for whole, _ in row] for row in wholes]
    return np.minimum(np.array(own, dtype=np.int8), np.int8(with_any))


def _gate_cap(gates: Iterable[Gate], hour: float) -> int:
    """Return the highest verdict that gates allow at an hour; what begins just then has not happened yet."""
    top = len(VERDICTS) - 1
    return min((g.code for g in gates if g.from_h <= hour < g.to_h and not _begins(g, hour)), default=top)


def _begins(gate: Gate, hour: float) -> bool:
    """Return whether a gate belongs to a session that starts at just this hour."""
    return gate.from_h == hour and gate.happened_h is not None and gate.happened_h > hour


@dataclass(frozen=True)
class _Judge:
    """What follows from soreness, fatigue and score at one hour.

    Attributes
    ----------
    sparing : Sparing
        How much of soreness costs nothing.
    """

    sparing: Sparing

    def verdicts(self, states: States, caps: Codes) -> tuple[Codes, Array, Array]:
        """Return the verdict of the medians, the median score and the median soreness."""
        soreness, fatigue, scores = (medians(each) for each in states)
        return verdict_codes(scores, self.sparing.counted(soreness), fatigue, caps), scores, soreness

    def chance(self, states: States, caps: Codes, needed: Verdict) -> Array:
        """Return the share of the draws that have at least the verdict needed. [0-1]"""
        soreness, fatigue, scores = states
        reached = at_least(needed, scores, self.sparing.counted(soreness), fatigue, caps[..., None])
        return np.asarray(reached.mean(axis=-1))

    def rest(self, states: States, caps: Codes, needed: Verdict) -> Cell:
        """Return what no run at all leaves."""
        codes, scores, soreness = self.verdicts(states, caps)
        ready, chance = bool(codes >= VERDICTS.index(needed)), float(self.chance(states, caps, needed))
        verdict = VERDICTS[int(codes)]
        return Cell(0.0, 0.0, verdict, float(scores), float(soreness), chance, ready, inside=True, load_au=0.0)
