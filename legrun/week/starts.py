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

from legrun.answering import Answer
from legrun.decision.events import active_gates, gates_before
from legrun.decision.gates import (
    FATIGUE_GATES,
    FLAT_ONLY,
    SORENESS_GATES,
    Gate,
    breaks,
    threshold_gates,
    verdict_codes,
)
from legrun.decision.limits import EASY, longest_run, minutes_within
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
from legrun.week.clashes import OVER_LIMIT, event_of
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
    avoidable : bool
        Whether a rule would be broken there that is not broken at every start.
    """

    start: dt.datetime
    recovery: float
    verdict: Verdict
    rule: str
    avoidable: bool


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
    everywhere : tuple of str
        The rules that are broken wherever the session starts.
    """

    session: Session
    starts: tuple[CandidateStart, ...]
    of_runs: bool = False
    everywhere: tuple[str, ...] = ()

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
    judged = [comparison.judge(variant) for variant in variants]
    everywhere = set.intersection(*(set(each.broken) for each in judged)) if judged else set()
    candidates = tuple(
        CandidateStart(start, each.recovery, VERDICTS[each.code], each.rule, bool(set(each.broken) - everywhere))
        for start, each in zip(starts, judged, strict=True)
    )
    words = dict.fromkeys(text for rule, text in (judged[0].broken if judged else {}).items() if rule in everywhere)
    return StartAlternatives(item.session, candidates, bool(runs), tuple(words))


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

    def judge(self, variant: _Variant) -> _Judged:
        """Return what the watched session that has least meets, with the rules that any of them breaks."""
        scenario = variant.scenario
        gates = active_gates(dataclasses.replace(self.shared, scenario=scenario), self.answer.course)
        rows = []
        for session, hour, *state in zip(variant.watched, variant.hours, *self.states(variant), strict=True):
            before = gates_before(scenario, gates, session)
            active = [gate for gate in before if gate.holds_at(np.array([hour]))[0]]
            rows.append(_judge(scenario, session, float(hour), active, state))
        least = min(rows, key=lambda each: (each.code, round(each.recovery)))
        first = sorted(rows, key=lambda each: (each.code, each.recovery))
        broken = {(place, *rule): text for place, each in enumerate(rows) for rule, text in each.broken.items()}
        return _Judged(least.code, least.recovery, next((each.rule for each in first if each.rule), ""), broken)


@dataclass(frozen=True)
class _Judged:
    """What a session meets at a start.

    Attributes
    ----------
    code : int
        Of the verdict.
    recovery : float
        Median. [0-100]
    rule : str
        The strictest rule that it breaks, as it is said there; empty where it breaks none.
    broken : dict of tuple to str
        Every rule that it breaks in words, by what is the same rule at another start.
    """

    code: int
    recovery: float
    rule: str
    broken: dict[tuple[object, ...], str]


def _judge(
    scenario: Scenario, session: Session, hour: float, active: Sequence[Gate], state: Sequence[float]
) -> _Judged:
    """Return what a session meets at its start."""
    recovery, soreness, fatigue, sleep_h = map(float, state)
    hold = np.array(min((gate.code for gate in active), default=len(VERDICTS) - 1), dtype=np.int8)
    code = int(verdict_codes(np.array(recovery), np.array(soreness), np.array(fatigue), hold))
    gates, longest = [*active, *threshold_gates(soreness, fatigue)], longest_run(scenario)
    broken = [gate for gate in gates if breaks(gate, session, longest)]
    max_rpe, limits = effort_limits(VERDICTS[code], gates, longest, sleep_h)
    most = minutes_within(limits, max_rpe, session.rpe) if code >= EASY else 0.0
    over = session.kind == "run" and session.minutes > most
    if not over:
        broken = [gate for gate in broken if gate.key == FLAT_ONLY]
    rule = min(broken, key=lambda gate: gate.code).said_at(hour) if broken else OVER_LIMIT if over else ""
    names = {(each.key, *event_of(each)): str(each.reason) for gate in broken for each in _and_lower(gate)}
    return _Judged(code, recovery, rule, names | ({(OVER_LIMIT,): OVER_LIMIT} if over else {}))


def _and_lower(gate: Gate) -> Sequence[Gate]:
    """Return a gate with those that were closed on the way to it: more soreness closes what less does, too."""
    steps = next((gates for gates in (SORENESS_GATES, FATIGUE_GATES) if gate in gates), (gate,))
    return steps[: steps.index(gate) + 1]
