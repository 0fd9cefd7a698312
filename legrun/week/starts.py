"""Why here: the recovery that every day and hour of a planned week leaves a session, or a leg day leaves the runs.

Each start is judged as the review judges the plan: the plan with the session there is a scenario of its own, with its
own doses and gates. What does not depend on the start is worked out once.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.answering import Answer, own_gates
from legrun.decision.events import active_gates
from legrun.decision.gates import FLAT_ONLY, Gate, breaks, threshold_gates, verdict_codes
from legrun.decision.limits import longest_run, minutes_within
from legrun.decision.verdict import effort_limits
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble, bouts_of
from legrun.forecast.projection import medians
from legrun.model.bout import Bout
from legrun.model.joining import join_fatigue, join_soreness, with_residual
from legrun.model.kinetics import Array, Draws, habit_factor
from legrun.model.readiness import VERDICTS, Verdict, score
from legrun.scenario import Scenario, Session
from legrun.scenario.hours import DAY, HOUR, hours_from
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day
from legrun.week.clashes import OVER_LIMIT
from legrun.week.review import review_plan

__all__ = ["CandidateStart", "StartAlternatives", "start_alternatives"]

FIRST_HOUR, LAST_HOUR = int(value("planner.first_hour")), int(value("planner.last_hour"))


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
        The verdict then.
    rule : str
        The rule that the session would break there, or empty.
    """

    start: dt.datetime
    recovery: float
    verdict: Verdict
    rule: str


@dataclass(frozen=True)
class StartAlternatives:
    """Every start of the week for one session, all others staying where they are.

    Attributes
    ----------
    session : Session
        The session.
    starts : tuple of CandidateStart
        Its starts. Those of a leg day hold the recovery of the run that it leaves least, a key one where there is any.
    of_runs : bool
        Whether they are about the runs and not about the session itself.
    """

    session: Session
    starts: tuple[CandidateStart, ...]
    of_runs: bool = False

    @property
    def here(self) -> dt.datetime:
        """The start nearest to its present one."""
        return min((candidate.start for candidate in self.starts), key=lambda start: abs(start - self.session.start))


def start_alternatives(plan: WeekPlan, index: int, today: Scenario) -> StartAlternatives:
    """Return every day and hour of the week as a start of one session, all others staying where they are.

    Parameters
    ----------
    plan : WeekPlan
        The week.
    index : int
        Which of its items.
    today : Scenario
        The person, and what was done before.

    Examples
    --------
    >>> from legrun.week.templates import TEMPLATES
    >>> monday = dt.datetime(2026, 3, 2)
    >>> alternatives = start_alternatives(TEMPLATES[0].plan(monday.date()), 1, Scenario(monday))
    >>> best = max(alternatives.starts, key=lambda each: each.recovery)
    >>> len(alternatives.starts), f"{best.start:%a %H:%M}"
    (112, 'Mon 18:00')
    """
    answer = review_plan(plan, today).answer
    item = plan.items[index]
    runs = _runs_to_watch(plan, index, answer.scenario.now) if item.session.kind == "legs" else ()
    starts = [start for start in _starts(plan) if start >= answer.scenario.now]
    variants = [_Variant.of(plan, index, today, start, runs) for start in starts]
    comparison = _Comparison(answer, tuple(variants))
    rows = zip(starts, map(comparison.judge, variants), strict=True)
    return StartAlternatives(item.session, tuple(CandidateStart(start, *row) for start, row in rows), bool(runs))


def _starts(plan: WeekPlan) -> list[dt.datetime]:
    """Return the starts that a session could have, whole hours of the seven days."""
    hours = range(FIRST_HOUR, LAST_HOUR + 1)
    return [plan.begins + day * DAY + hour * HOUR for day in range(DAYS) for hour in hours]


def _runs_to_watch(plan: WeekPlan, index: int, now: dt.datetime) -> tuple[Session, ...]:
    """Return the key runs of a plan that are still to come, or all such runs where none is key."""
    others = [item for place, item in enumerate(plan.items) if place != index]
    last = DAYS * (plan.weeks - 1)
    runs = [item for item in others if item.session.kind == "run" and at_day(item.session, last).start >= now]
    return tuple(item.session for item in runs if item.key) or tuple(item.session for item in runs)


@dataclass(frozen=True)
class _Variant:
    """The plan with the session at another start.

    Attributes
    ----------
    scenario : Scenario
        That plan as a scenario.
    bouts : tuple of Bout
        Its bouts.
    watched : tuple of Session
        The sessions whose starts are judged, still to come, of the weeks that a review looks at.
    """

    scenario: Scenario
    bouts: tuple[Bout, ...]
    watched: tuple[Session, ...]

    @classmethod
    def of(cls, plan: WeekPlan, index: int, today: Scenario, start: dt.datetime, runs: Sequence[Session]) -> _Variant:
        """Return the plan with a session at a start; without runs to watch it is itself watched."""
        sessions = [item.session for item in plan.items]
        sessions[index] = dataclasses.replace(sessions[index], start=start)
        scenario = plan.moved(tuple(sessions)).scenario(today)
        weeks = plan.weeks_reviewed(scenario.now)
        copies = [at_day(each, DAYS * week) for each in (runs or (sessions[index],)) for week in weeks]
        return cls(scenario, bouts_of(scenario), tuple(each for each in copies if each.start >= scenario.now))

    @functools.cached_property
    def hours(self) -> Array:
        """The starts of the watched sessions, from now. [h]"""
        return np.array([hours_from(self.scenario.now, each.start) for each in self.watched])


@dataclass(frozen=True)
class _Comparison:
    """The variants of a plan, and the answer to the plan as it is, whose draws serve them all."""

    answer: Answer
    variants: tuple[_Variant, ...]

    @functools.cached_property
    def shared(self) -> Ensemble:
        """The draws with the bouts that are the same wherever the session starts."""
        same = set.intersection(*(set(variant.bouts) for variant in self.variants))
        first = self.variants[0]
        return dataclasses.replace(self.answer.ensemble, bouts=tuple(each for each in first.bouts if each in same))

    @functools.cached_property
    def hours(self) -> Array:
        """Every hour that is looked at, ascending. [h]"""
        return np.unique(np.concatenate([variant.hours for variant in self.variants]))

    @functools.cached_property
    def course(self) -> tuple[Draws, Draws, Draws, Array]:
        """Soreness that the shared bouts explain, their fatigue, the residual and the sleep, at those hours."""
        hours, shared = self.hours, self.shared
        residual = self.answer.ensemble.residual(hours)
        return shared.explained_soreness(hours), shared.fatigue(hours), residual, shared.sleep(hours)

    def states(self, variant: _Variant) -> tuple[Array, Array, Array, Array]:
        """Return median recovery, soreness that counts, fatigue and sleep at the start of each watched session."""
        at = np.searchsorted(self.hours, variant.hours)
        explained, fatigue, residual, sleep_h = self.course
        explained, fatigue = explained[:, at], fatigue[:, at]
        further = tuple(each for each in variant.bouts if each not in self.shared.bouts)
        if further:
            order = np.argsort(variant.hours)
            alone = dataclasses.replace(self.shared, bouts=further)
            back = np.argsort(order)
            sore, weak = (f(variant.hours[order])[:, back] for f in (alone.explained_soreness, alone.fatigue))
            explained = join_soreness(explained, sore, habit_factor(variant.scenario.habits))
            fatigue = join_fatigue(fatigue, weak)
        soreness = self.shared.posterior.sparing.counted(with_residual(explained, residual[:, at]))
        scores = score(soreness, fatigue, sleep_h[at])
        recovery, sore_median, weak_median = (medians(each.T) for each in (scores, soreness, fatigue))
        return recovery, sore_median, weak_median, sleep_h[at]

    def judge(self, variant: _Variant) -> tuple[float, Verdict, str]:
        """Return recovery and verdict of the watched session that has least, and the first rule that any breaks."""
        scenario = variant.scenario
        gates = active_gates(dataclasses.replace(self.shared, scenario=scenario), self.answer.course)
        rows = []
        for session, hour, *state in zip(variant.watched, variant.hours, *self.states(variant), strict=True):
            own = own_gates(scenario, session)
            active = [gate for gate in gates if gate not in own and gate.holds_at(np.array([hour]))[0]]
            rows.append(_judge(scenario, session, float(hour), active, state))
        code, recovery, _ = min(rows, key=lambda row: (row[0], round(row[1])))
        return recovery, VERDICTS[code], next((rule for _, _, rule in sorted(rows) if rule), "")


def _judge(
    scenario: Scenario, session: Session, hour: float, active: Sequence[Gate], state: Sequence[float]
) -> tuple[int, float, str]:
    """Return the verdict's code, the recovery and the rule that a session breaks at its start."""
    recovery, soreness, fatigue, sleep_h = map(float, state)
    hold = np.array(min((gate.code for gate in active), default=len(VERDICTS) - 1), dtype=np.int8)
    code = int(verdict_codes(np.array(recovery), np.array(soreness), np.array(fatigue), hold))
    gates, longest = [*active, *threshold_gates(soreness, fatigue)], longest_run(scenario)
    broken = [gate for gate in gates if breaks(gate, session, longest)]
    max_rpe, limits = effort_limits(VERDICTS[code], gates, longest, sleep_h)
    if session.kind != "run" or session.minutes <= minutes_within(limits, max_rpe, session.rpe):
        broken = [gate for gate in broken if gate.key == FLAT_ONLY]
    elif not broken:
        return code, recovery, OVER_LIMIT
    rule = min(broken, key=lambda gate: gate.code).said_at(hour) if broken else ""
    return code, recovery, rule
