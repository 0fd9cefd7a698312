"""The effect of every session of a week on every other, on every pair of days: the tables that a search reads.

On central-parameter curves soreness and strength combine as products over sessions, so the recovery of a session
on a day is made of one factor for each other session and its day. The curves are those of `legrun.model.kinetics`;
only the protection that earlier leg days give is held at what it is when the plan begins.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.decision.gates import Gate, active_gates, breaks, leg_day_gates, run_gates
from legrun.decision.limits import longest_run
from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble, central, drank, draw
from legrun.forecast.projection import course
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import Dose, session_doses
from legrun.model.joining import soreness_headroom
from legrun.model.kinetics import Array, Draws, habit_factor
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.hours import DAY, HOUR, hours_from
from legrun.week.arrange.rules import fatigue_limit, soreness_limit
from legrun.week.plan import DAYS, WeekPlan, at_day

__all__ = ["Counts", "Flags", "Tables", "build_tables", "fixed_dose"]

Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.signedinteger[Any]]
GAP_H = value("planner.gap_h")
LEGS_APART = int(value("planner.legs_apart_d"))


@dataclass(frozen=True)
class Tables:
    """A week as a search sees it: n sessions, 7 days, and the weeks in which recovery is looked at.

    Attributes
    ----------
    headroom, strength_left : array, shape (n, 7, n, 7, weeks)
        Factor that session j on day e puts on the room for soreness, and on the strength, of session i on day d.
    clash : array of int, shape (n, 7, n, 7)
        1 where a gate of session j on day e is broken by session i on day d.
    base_headroom, base_strength, residual, sleep_h : array, shape (n, 7, weeks)
        The same factors of what was done before and of the session's own week before; the resting level and
        what no session explains [0-10]; sleep in force [h].
    base_clash : array of int, shape (n, 7)
        Gates broken by the session on that day whatever stands around it.
    soreness_limit, fatigue_limit : array, shape (n,)
        From which soreness [0-10] and above which loss of strength [0-1] the session breaks a gate.
    allowed : array of bool, shape (n, 7)
        Days on which the session may stand.
    apart : array of int, shape (n, n)
        Days that must lie between two sessions: 0 where they may share a day.
    cyclic : bool
        Whether the first day follows on the last.
    present : array of int, shape (n,)
        The day on which each stands now.
    is_key, is_run, is_fixed, loads : array of bool, shape (n,)
        What it is; `loads` when it does something to the legs. A session that has begun is neither key nor run.
    kinds : tuple of int
        Equal for sessions that may be exchanged for each other.
    habit : float
        Factor of habits on soreness. [-]
    spared : float
        The part of the resting level that costs nothing. [0-10]
    """

    headroom: Array
    strength_left: Array
    clash: Counts
    base_headroom: Array
    base_strength: Array
    residual: Array
    sleep_h: Array
    base_clash: Counts
    soreness_limit: Array
    fatigue_limit: Array
    allowed: Flags
    apart: Counts
    cyclic: bool
    present: Counts
    is_key: Flags
    is_run: Flags
    is_fixed: Flags
    loads: Flags
    kinds: tuple[int, ...]
    habit: float
    spared: float


def fixed_dose(start: Scenario, session: Session, plan: WeekPlan) -> Dose:
    """Return the dose of a planned session with the protection that is in force when the plan begins."""
    first = dataclasses.replace(session, start=max(start.now, plan.begins))
    done = tuple(s for s in start.sessions if s.start <= first.start)
    return session_doses((*done, first), start.athlete.experience, log_since=start.log_since)[-1]


@dataclass(frozen=True)
class _Bench:
    """What the tables are worked out from."""

    plan: WeekPlan
    start: Scenario
    ensemble: Ensemble
    weeks: tuple[int, ...]
    hours: Array
    doses: tuple[Dose, ...]

    def bout(self, item: int, day: int, week: int) -> tuple[Session, Bout]:
        """Return a session of the plan on a day of a week and what it does to the legs."""
        session = self.session(item, day, week)
        start_h = hours_from(self.start.now, session.start)
        drunk = drank(self.start, session)
        return session, as_bout(session, self.doses[item], self.start.athlete, start_h=start_h, alcohol=drunk)

    def session(self, item: int, day: int, week: int) -> Session:
        """Return a session of the plan on a day of a week."""
        session = self.plan.items[item].session
        return at_day(session, day + DAYS * week - (session.start.date() - self.plan.first).days)

    def gates(self, item: int, session: Session) -> list[Gate]:
        """Return the gates of a session of the plan."""
        of_legs = leg_day_gates(self.start, session, self.doses[item])
        return [*of_legs, *run_gates(self.start, session)]


def _bench(plan: WeekPlan, today: Scenario) -> _Bench:
    start = plan.before(today)
    ensemble = central(draw(start, plan.hours(start)))
    # From rested legs the second week is never better than the first.
    weeks = (0, 1) if plan.repeats and start.now != plan.begins else (plan.weeks - 1,)
    starts = [(item.session.start - plan.begins) % DAY + plan.begins - start.now for item in plan.items]
    days = np.arange(DAYS)[:, None] + DAYS * np.array(weeks)
    hours = np.array([s / HOUR for s in starts])[:, None, None] + 24.0 * days
    doses = tuple(fixed_dose(start, item.session, plan) for item in plan.items)
    return _Bench(plan, start, ensemble, weeks, hours, doses)


def build_tables(plan: WeekPlan, today: Scenario) -> Tables:
    """Return the tables of a plan.

    Parameters
    ----------
    plan : WeekPlan
        At least one session.
    today : Scenario
        Who it is for and what was done before.

    Examples
    --------
    A leg day on Monday leaves about a quarter of the room for soreness taken on Tuesday:

    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    >>> easy = Session("run", dt.datetime(2026, 3, 3, 18), 40, 4)
    >>> plan = WeekPlan(dt.date(2026, 3, 2), (PlanItem(legs), PlanItem(easy)), repeats=False)
    >>> build_tables(plan, Scenario(dt.datetime(2026, 3, 2, 7))).headroom[0, 0, 1, 1].round(2)
    array([0.75])
    """
    bench = _bench(plan, today)
    items, upcoming = plan.items, bench.hours[:, :, 0] >= 0
    allowed = _allowed(bench, upcoming)
    base, (headroom, strength_left, clash) = _base(bench), _effects(bench, allowed)
    _take_own_week(base, headroom, strength_left, clash)
    longest = longest_run(bench.start)
    present = np.array([(i.session.start.date() - plan.first).days for i in items], dtype=np.intp)
    counts = upcoming[np.arange(len(items)), present]
    return Tables(
        headroom=headroom,
        strength_left=strength_left,
        clash=clash,
        base_headroom=base["headroom"],
        base_strength=base["strength_left"],
        residual=base["residual"],
        spared=bench.ensemble.posterior.spared,
        sleep_h=base["sleep_h"],
        base_clash=base["clash"],
        soreness_limit=np.array([soreness_limit(i.session, longest) for i in items]),
        fatigue_limit=np.array([fatigue_limit(i.session, longest) for i in items]),
        allowed=allowed,
        apart=_apart(plan),
        cyclic=plan.repeats,
        present=present,
        is_key=np.array([i.key for i in items]) & counts,
        is_run=np.array([i.session.kind == "run" for i in items]) & counts,
        is_fixed=np.array([not i.may_move for i in items]) | ~counts,
        loads=np.array([i.session.kind != "upper" for i in items]),
        kinds=_exchangeable(items),
        habit=habit_factor(bench.start.habits),
    )


def _allowed(bench: _Bench, upcoming: Flags) -> Flags:
    """Return on which days each session may stand: its own where it is fixed or has begun."""
    plan = bench.plan
    weekdays = [(plan.first.weekday() + day) % DAYS for day in range(DAYS)]
    allowed = np.zeros((len(plan.items), DAYS), dtype=bool)
    for number, item in enumerate(plan.items):
        present = (item.session.start.date() - plan.first).days
        if not item.may_move or not upcoming[number, present]:
            allowed[number, present] = True
            continue
        allowed[number] = [day in item.days and day not in plan.rest_days for day in weekdays]
        allowed[number] &= upcoming[number]
    return allowed


def _apart(plan: WeekPlan) -> Counts:
    """Return how many days must lie between two sessions.

    Two may share a day when there are hours enough between them and not both are key.
    """
    sessions = [item.session for item in plan.items]
    legs = [session.kind == "legs" for session in sessions]
    # More leg days than every second day cannot be kept apart.
    spread = LEGS_APART if plan.spread_legs and LEGS_APART * sum(legs) <= DAYS else 1
    apart = np.zeros((len(sessions), len(sessions)), dtype=np.int16)
    for i, j in itertools.combinations(range(len(sessions)), 2):
        close = _hours_between(sessions[i], sessions[j]) < GAP_H
        both_key = plan.items[i].key and plan.items[j].key
        apart[i, j] = apart[j, i] = spread if legs[i] and legs[j] else int(close or both_key)
    return apart


def _hours_between(one: Session, two: Session) -> float:
    """Return the hours from the end of the one to the start of the other, were they on one day. [h]"""
    first, later = sorted((one, two), key=lambda session: session.start.time())
    later = at_day(later, (first.start.date() - later.start.date()).days)
    return hours_from(first.end, later.start)


def _exchangeable(items: tuple[PlanItem, ...]) -> tuple[int, ...]:
    """Return a number for each session, equal for those that differ by their day alone."""
    first = items[0].session.start.date()
    plain = [dataclasses.replace(i, session=at_day(i.session, (first - i.session.start.date()).days)) for i in items]
    return tuple(plain.index(each) for each in plain)


def _base(bench: _Bench) -> dict[str, Any]:
    """Return what was done before the plan does to every session on every day."""
    ensemble, hours = bench.ensemble, bench.hours
    along = course(ensemble, np.arange(np.ceil(hours.max()) + 2))
    # Whether a run comes after a long break hangs on the order of the runs; no arrangement is blamed for it.
    gates = [gate for gate in active_gates(ensemble, along) if gate.key != "comeback"]
    clash = np.zeros(hours.shape[:2], dtype=np.int16)
    for number, item in enumerate(bench.plan.items):
        for gate in gates:
            if breaks(gate, item.session, longest_run(bench.start)):
                clash[number] += gate.holds_at(hours[number]).any(axis=-1)
    return {
        "headroom": soreness_headroom(_along(ensemble.explained_soreness, hours), habit_factor(bench.start.habits)),
        "strength_left": 1 - _along(ensemble.fatigue, hours),
        "residual": _along(ensemble.residual, hours),
        "sleep_h": ensemble.sleep(hours.ravel()).reshape(hours.shape),
        "clash": clash,
    }


def _take_own_week(base: dict[str, Any], headroom: Array, strength_left: Array, clash: Counts) -> None:
    """Count what a session does to itself in the week after to what was done before: it moves with it."""
    own = np.arange(len(clash))
    for day in range(DAYS):
        base["headroom"][own, day] *= headroom[own, day, own, day]
        base["strength_left"][own, day] *= strength_left[own, day, own, day]
        base["clash"][own, day] += clash[own, day, own, day]
    clash[own, :, own] = 0


def _along(curve: Callable[[Array], Draws], hours: Array) -> Array:
    """Return a curve of one draw at hours of any shape and order."""
    ascending, index = np.unique(hours, return_inverse=True)
    return np.asarray(curve(ascending)[0].astype(float)[index.reshape(hours.shape)])


def _copies(bench: _Bench, allowed: Flags) -> Iterator[tuple[int, int, int]]:
    """Yield every session, each day it may stand on, and each week it then stands in."""
    for item, row in enumerate(allowed):
        for day in np.flatnonzero(row):
            for week in range(max(bench.weeks) + 1):
                yield item, int(day), week


def _effects(bench: _Bench, allowed: Flags) -> tuple[Array, Array, Counts]:
    """Return what every session on every day does to every other on every day."""
    n = len(bench.plan.items)
    shape = (n, DAYS, n, DAYS, len(bench.weeks))
    headroom, strength_left = np.ones(shape), np.ones(shape)
    clash = np.zeros(shape, dtype=bool)
    habit = habit_factor(bench.start.habits)
    for item, day, week in _copies(bench, allowed):
        session, one = bench.bout(item, day, week)
        if not one.waves:
            continue
        alone = dataclasses.replace(bench.ensemble, bouts=(one,))
        later = [index for index, each in enumerate(bench.weeks) if each >= week]
        hours = bench.hours[:, :, later]
        headroom[item, day][:, :, later] *= soreness_headroom(_along(alone.explained_soreness, hours), habit)
        strength_left[item, day][:, :, later] *= 1 - _along(alone.fatigue, hours)
        for gate in bench.gates(item, session):
            for other, target in enumerate(bench.plan.items):
                if not breaks(gate, target.session, longest_run(bench.start)):
                    continue
                held = gate.holds_at(hours[other])
                if other == item:
                    # Its own gates begin with it and hold others back.
                    held = held & (hours[other] > one.start_h)
                clash[item, day, other][:, later] |= held
    return headroom, strength_left, np.any(clash, axis=-1).astype(np.int16)
