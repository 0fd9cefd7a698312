"""Why here: what every day and hour of a planned week would leave one of its sessions, or a leg day the runs."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.alternatives.options.added import medians
from legrun.decision.gates import Gate, allowed, ceiling, holds, leg_day_gates, run_gates, threshold_gates
from legrun.decision.verdict import longest_run
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble, draw
from legrun.forecast.projection import Course, course, fatigue_quantiles, score_quantiles, soreness_quantiles
from legrun.model.bout import Bout, bout
from legrun.model.dose import session_doses
from legrun.model.kinetics import Array, habit_factor
from legrun.model.readiness import VERDICTS, Codes, Verdict, score
from legrun.scenario import Scenario, Session
from legrun.week.arrange import breaks
from legrun.week.plan import DAYS, WeekPlan, called

__all__ = ["CandidateStart", "StartAlternatives", "start_alternatives"]

FIRST_HOUR, LAST_HOUR = value("planner.first_hour"), value("planner.last_hour")
HOUR = dt.timedelta(hours=1)


@dataclass(frozen=True)
class CandidateStart:
    """A start that a session could have.

    Attributes
    ----------
    start : datetime.datetime
        The start.
    recovery : float
        Median recovery then, in the worse week of a plan that repeats. [0-100]
    verdict : str
        What is allowed then.
    rule : str
        The rule that the session would break there, or empty.
    """

    start: dt.datetime
    recovery: float
    verdict: Verdict
    rule: str


@dataclass(frozen=True)
class StartAlternatives:
    """Every start of the week for one session, with all others where they stand.

    Attributes
    ----------
    session : Session
        The session.
    starts : tuple of CandidateStart
        Its starts. Of a leg day they tell of the run that it leaves least, a key one where there is any.
    of_runs : bool
        Whether they tell of the runs and not of the session itself.
    """

    session: Session
    starts: tuple[CandidateStart, ...]
    of_runs: bool = False

    @property
    def here(self) -> dt.datetime:
        """The start nearest to its own."""
        return min((place.start for place in self.starts), key=lambda start: abs(start - self.session.start))


def start_alternatives(plan: WeekPlan, number: int, today: Scenario) -> StartAlternatives:
    """Return what every day and hour of the week would leave one session, all others staying where they are.

    Parameters
    ----------
    plan : WeekPlan
        The week.
    number : int
        Which of its items.
    today : Scenario
        Who it is for and what was done before.

    Examples
    --------
    >>> from legrun.week.templates import TEMPLATES
    >>> monday = dt.datetime(2026, 3, 2)
    >>> found = start_alternatives(TEMPLATES[0].plan(monday.date()), 1, Scenario(monday))
    >>> best = max(found.starts, key=lambda place: place.recovery)
    >>> len(found.starts), f"{best.start:%a %H:%M}"
    (112, 'Mon 18:00')
    """
    item = plan.items[number]
    others = dataclasses.replace(plan, items=(*plan.items[:number], *plan.items[number + 1 :]))
    start = plan.before(today)
    hours = plan.hours(start)
    ensemble = draw(others.scenario(today), hours)
    begins = (plan.begins - start.now) / HOUR
    week = begins + 24 * np.arange(DAYS)[:, None] + np.arange(FIRST_HOUR, LAST_HOUR + 1.0)
    weeks = range(plan.weeks - 1 if start.now == plan.begins else 0, plan.weeks)
    runs = _runs(others) if item.session.kind == "legs" else ()
    if runs:
        ahead = [hour for hour in week.ravel() if hour >= 0]
        left = _Left.of(ensemble, runs, [24.0 * DAYS * n for n in weeks])
        copies = [24.0 * DAYS * n for n in range(plan.weeks)]
        leaves = left.by(item.session, ahead, copies)
        found = [CandidateStart(start.now + hour * HOUR, *each) for hour, each in zip(ahead, leaves, strict=True)]
        return StartAlternatives(item.session, tuple(found), of_runs=True)
    own = _bout(ensemble.scenario, item.session, begins) if plan.repeats else None
    told = [_told(ensemble, item.session, week.ravel() + 24 * DAYS * n, own if n else None) for n in weeks]
    found = []
    for each in zip(week.ravel(), *told, strict=True):
        hour, worst = each[0], min(each[1:], key=lambda state: (VERDICTS.index(state[1]), state[0]))
        if hour >= 0:
            found.append(CandidateStart(start.now + hour * HOUR, *worst))
    return StartAlternatives(item.session, tuple(found))


def _bout(scenario: Scenario, session: Session, start_h: float) -> Bout:
    """Return what a session that starts at an hour from now does to the legs."""
    dose = session_doses([session], scenario.athlete.experience)[0]
    return bout(session, dose, scenario.athlete, start_h=start_h)


def _with_own(ensemble: Ensemble, along: Course, own: Bout) -> Course:
    """Return a course with what the session itself has left of the week before, the same wherever it stands."""
    alone = dataclasses.replace(ensemble, bouts=(own,), unexplained=())
    later = np.array([own.start_h + 24.0 * DAYS])
    return _joined(along, alone, habit_factor(ensemble.scenario.habits), later)


def _told(ensemble: Ensemble, session: Session, hours: Array, own: Bout | None) -> list[tuple[float, Verdict, str]]:
    """Return recovery, verdict and the first rule broken at each of some hours; nothing before now."""
    ahead = hours[hours >= 0]
    along = course(ensemble, ahead)
    if own is not None and own.waves:
        along = _with_own(ensemble, along, own)
    recovery, soreness = score_quantiles(along)["median"], soreness_quantiles(along)["median"]
    fatigue = fatigue_quantiles(along)["median"] / 100
    gates, longest = holds(ensemble, along), longest_run(ensemble.scenario)
    codes = allowed(recovery, soreness, fatigue, ceiling(gates, ahead))
    found = []
    for place, hour in enumerate(ahead):
        here = [gate for gate in gates if gate.holds_at(np.array([hour]))[0]]
        states = threshold_gates(float(soreness[place]), float(fatigue[place]))
        broken = [gate for gate in (*here, *states) if breaks(gate, session, longest)]
        rule = min(broken, key=lambda gate: gate.code).said_at(float(hour)) if broken else ""
        found.append((float(recovery[place]), VERDICTS[codes[place]], rule))
    nothing: tuple[float, Verdict, str] = (0.0, VERDICTS[0], "")
    return [nothing] * (hours.size - ahead.size) + found


def _runs(plan: WeekPlan) -> tuple[Session, ...]:
    """Return the key runs of a plan, or all its runs where none is key."""
    runs = [item for item in plan.items if item.session.kind == "run"]
    return tuple(item.session for item in runs if item.key) or tuple(item.session for item in runs)


@dataclass(frozen=True)
class _Left:
    """The starts of some runs as they are without a leg day, and what one leaves them.

    Attributes
    ----------
    ensemble : Ensemble
        The draws, of everything but the leg day.
    runs : tuple of Session
        Which run each hour is the start of.
    along : Course
        Every draw at those hours.
    gates : tuple of tuple of Gate
        What holds at each of them, the run's own gates left out.
    """

    ensemble: Ensemble
    runs: tuple[Session, ...]
    along: Course
    gates: tuple[tuple[Gate, ...], ...]

    @classmethod
    def of(cls, ensemble: Ensemble, runs: Sequence[Session], weeks: Sequence[float]) -> _Left:
        """Return the starts of runs in some weeks, each told by its first hour; those past are left out."""
        scenario = ensemble.scenario
        starts = sorted(
            ((run.start - scenario.now) / HOUR + week, place) for place, run in enumerate(runs) for week in weeks
        )
        ahead = [(hour, place) for hour, place in starts if hour >= 0]
        along = course(ensemble, np.array([hour for hour, _ in ahead]))
        gates = holds(ensemble, along)
        held = []
        for hour, place in ahead:
            moved = dataclasses.replace(runs[place], start=scenario.now + hour * HOUR)
            own = list(run_gates(scenario, moved))
            held.append(tuple(g for g in gates if g not in own and g.holds_at(np.array([hour]))[0]))
        return cls(ensemble, tuple(runs[place] for _, place in ahead), along, tuple(held))

    def by(self, legs: Session, hours: Sequence[float], weeks: Sequence[float]) -> list[tuple[float, Verdict, str]]:
        """Return recovery, verdict and a rule broken at the run that a leg day at each hour leaves least."""
        scenario = self.ensemble.scenario
        dose = session_doses([legs], scenario.athlete.experience)[0]
        gates, states = [], []
        for hour in hours:
            starts = [hour + week for week in weeks]
            moved = [dataclasses.replace(legs, start=scenario.now + start * HOUR) for start in starts]
            gates.append([gate for each in moved for gate in leg_day_gates(scenario, each, dose)])
            bouts = tuple(bout(legs, dose, scenario.athlete, start_h=start) for start in starts)
            alone = dataclasses.replace(self.ensemble, bouts=bouts, unexplained=())
            with_legs = _joined(self.along, alone, habit_factor(scenario.habits), self.along.hours)
            states.append([medians(each.T) for each in (with_legs.score, with_legs.soreness, with_legs.fatigue)])
        recovery, sore, weak = np.moveaxis(np.array(states), 1, 0)
        codes = allowed(recovery, sore, weak, np.full(recovery.shape, len(VERDICTS), dtype=np.int8))
        return [
            self._least(gates[place], codes[place], recovery[place], sore[place], weak[place])
            for place in range(len(hours))
        ]

    def _least(
        self, of_legs: Sequence[Gate], codes: Codes, recovery: Array, sore: Array, weak: Array
    ) -> tuple[float, Verdict, str]:
        """Return recovery and verdict of the run that has least, and the first rule that any of them breaks."""
        longest, told = longest_run(self.ensemble.scenario), []
        for place, (run, hour) in enumerate(zip(self.runs, self.along.hours.tolist(), strict=True)):
            here = [*self.gates[place], *(gate for gate in of_legs if gate.from_h <= hour < gate.to_h)]
            broken = [
                gate
                for gate in (*here, *threshold_gates(float(sore[place]), float(weak[place])))
                if breaks(gate, run, longest)
            ]
            rule = f"{called(run)}: {min(broken, key=lambda gate: gate.code).said_at(hour)}" if broken else ""
            code = min([int(codes[place]), *(gate.code for gate in here)])
            told.append((code, float(recovery[place]), rule))
        code, least, _ = min(told)
        return least, VERDICTS[code], next((rule for _, _, rule in sorted(told) if rule), "")


def _joined(along: Course, alone: Ensemble, habit: float, hours: Array) -> Course:
    """Return a course with what an ensemble of further bouts adds at those hours, or at one hour for all of them."""
    sore, weak = alone.explained_soreness(hours), alone.fatigue(hours)
    soreness = np.minimum(10.0, along.soreness + sore - along.soreness * sore / (10 * habit))
    fatigue = along.fatigue + weak - along.fatigue * weak
    return Course(along.hours, soreness, fatigue, score(soreness, fatigue, along.sleep_h), along.sleep_h)
