"""The effect of every session of a week on every other, on every pair of days: the tables that a search reads.

On central-parameter curves soreness and strength combine as products over sessions, so the recovery of a session
on a day is made of one factor for each other session and its day. The curves are those of `legrun.model.kinetics`;
only the protection that earlier leg days give is held at what it is when the plan begins.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.decision.events import active_gates, leg_day_gates, run_gates
from legrun.decision.gates import Gate, breaks
from legrun.decision.limits import longest_run
from legrun.forecast.ensemble import Ensemble, central, drank, draw
from legrun.forecast.projection import course
from legrun.forecast.sparing import Sparing
from legrun.model.bout import Bout, as_bout
from legrun.model.dose import Dose, session_doses
from legrun.model.joining import soreness_headroom
from legrun.model.kinetics import Array, Draws, habit_factor
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day
from legrun.week.arrange.rules import fatigue_limit, soreness_limit
from legrun.week.arrange.slots import SLOTS, Flags, in_slot, too_near

__all__ = ["Counts", "Flags", "Tables", "build_tables", "fixed_dose"]

Counts = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True)
class Tables:
    """A week as a search sees it: n sessions, their slots, and the weeks in which recovery is looked at.

    A slot is a day, at the session's own hour or in the other half of the day (`legrun.week.arrange.slots`).

    Attributes
    ----------
    headroom, strength_left : array, shape (n, slots, n, slots, weeks)
        Factor that session j in slot e puts on the room for soreness, and on the strength, of session i in slot d.
    clash : array of int, shape (n, slots, n, slots)
        1 where a gate of session j in slot e is broken by session i in slot d.
    base_headroom, base_strength, residual, sleep_h : array, shape (n, slots, weeks)
        The same factors of what was done before and of the session's own week before; the resting level and
        what no session explains [0-10]; sleep in force [h].
    base_clash : array of int, shape (n, slots)
        Gates broken by the session in that slot whatever stands around it.
    soreness_limit, fatigue_limit : array, shape (n,)
        From which soreness [0-10] and above which loss of strength [0-1] the session breaks a gate.
    allowed : array of bool, shape (n, slots)
        Slots in which the session may stand.
    near : array of bool, shape (n, slots, n, slots)
        Where two sessions, not both fixed, may not stand together.
    present : array of int, shape (n,)
        The slot in which each stands now.
    is_key, is_run, is_fixed, loads : array of bool, shape (n,)
        What it is; `loads` when it does something to the legs. A session that has begun is neither key nor run.
    kinds : tuple of int
        Equal for sessions that may be exchanged for each other.
    habit : float
        Factor of habits on soreness. [-]
    sparing : Sparing
        How much of soreness costs nothing.
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
    near: Flags
    present: Counts
    is_key: Flags
    is_run: Flags
    is_fixed: Flags
    loads: Flags
    kinds: tuple[int, ...]
    habit: float
    sparing: Sparing


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
    asked: dict[tuple[object, ...], list[int]] = field(default_factory=dict)

    @functools.cached_property
    def longest(self) -> float:
        """The longest run that limits are counted from. [min]"""
        return longest_run(self.start)

    @functools.cached_property
    def ascending(self) -> tuple[Array, Counts]:
        """The hours, each once and in order, and where each of `hours` is among them."""
        once, index = np.unique(self.hours, return_inverse=True)
        return once, index.reshape(self.hours.shape)

    def along(self, curve: Callable[[Array], Draws]) -> Array:
        """Return a curve of one draw at `hours`."""
        once, index = self.ascending
        return np.asarray(curve(once)[0].astype(float)[index])

    def bout(self, item: int, slot: int, week: int) -> tuple[Session, Bout]:
        """Return a session of the plan in a slot of a week and what it does to the legs."""
        session = self.session(item, slot, week)
        start_h = hours_from(self.start.now, session.start)
        drunk = drank(self.start, session)
        return session, as_bout(session, self.doses[item], self.start.athlete, start_h=start_h, alcohol=drunk)

    def session(self, item: int, slot: int, week: int) -> Session:
        """Return a session of the plan in a slot of a week."""
        return at_day(in_slot(self.plan, self.plan.items[item].session, slot), DAYS * week)

    def breaking(self, gate: Gate) -> list[int]:
        """Return which sessions of the plan break a gate at an hour at which it holds; gates alike are asked once."""
        rule = gate.key, gate.code, gate.max_rpe, gate.max_minutes
        if rule not in self.asked:
            items = enumerate(self.plan.items)
            self.asked[rule] = [place for place, item in items if breaks(gate, item.session, self.longest)]
        return self.asked[rule]

    def gates(self, item: int, session: Session) -> list[Gate]:
        """Return the gates of a session of the plan."""
        of_legs = leg_day_gates(self.start, session, self.doses[item])
        return [*of_legs, *run_gates(self.start, session)]


def _bench(plan: WeekPlan, today: Scenario, slots: int) -> _Bench:
    start = plan.before(today)
    ensemble = central(draw(start, plan.hours(start)))
    # From rested legs the second week is never better than the first.
    weeks = (0, 1) if plan.repeats and start.now != plan.begins else (plan.weeks - 1,)
    starts = [[in_slot(plan, item.session, slot).start for slot in range(slots)] for item in plan.items]
    hours = np.array([[hours_from(start.now, each) for each in row] for row in starts])[:, :, None]
    hours = hours + 24.0 * DAYS * np.array(weeks)
    doses = tuple(fixed_dose(start, item.session, plan) for item in plan.items)
    return _Bench(plan, start, ensemble, weeks, hours, doses)


def build_tables(plan: WeekPlan, today: Scenario, *, hours: bool = True) -> Tables:
    """Return the tables of a plan.

    Parameters
    ----------
    plan : WeekPlan
        At least one session.
    today : Scenario
        Who it is for and what was done before.
    hours : bool
        Whether a session may go to the other half of the day too.

    Examples
    --------
    A leg day on Monday leaves about a quarter of the room for soreness taken on Tuesday:

    >>> import datetime as dt
    >>> legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    >>> easy = Session("run", dt.datetime(2026, 3, 3, 18), 40, 4)
    >>> plan = WeekPlan(dt.date(2026, 3, 2), (PlanItem(legs), PlanItem(easy)), repeats=False)
    >>> build_tables(plan, Scenario(dt.datetime(2026, 3, 2, 7)), hours=False).headroom[0, 0, 1, 1].round(2)
    array([0.75])
    """
    slots = SLOTS if hours else DAYS
    bench = _bench(plan, today, slots)
    items, upcoming = plan.items, bench.hours[:, :, 0] >= 0
    allowed = _allowed(bench, upcoming)
    base, (headroom, strength_left, clash) = _base(bench), _effects(bench, allowed)
    _take_own_week(base, headroom, strength_left, clash)
    present = np.array([(i.session.start.date() - plan.first).days for i in items], dtype=np.intp)
    counts = upcoming[np.arange(len(items)), present]
    is_fixed = np.array([not i.may_move for i in items]) | ~counts
    return Tables(
        headroom=headroom,
        strength_left=strength_left,
        clash=clash,
        base_headroom=base["headroom"],
        base_strength=base["strength_left"],
        residual=base["residual"],
        sparing=bench.ensemble.posterior.sparing,
        sleep_h=base["sleep_h"],
        base_clash=base["clash"],
        soreness_limit=np.array([soreness_limit(i.session, bench.longest) for i in items]),
        fatigue_limit=np.array([fatigue_limit(i.session, bench.longest) for i in items]),
        allowed=allowed,
        near=too_near(plan, slots) & ~(is_fixed[:, None, None, None] & is_fixed[:, None]),
        present=present,
        is_key=np.array([i.key for i in items]) & counts,
        is_run=np.array([i.session.kind == "run" for i in items]) & counts,
        is_fixed=is_fixed,
        loads=np.array([i.session.kind != "upper" for i in items]),
        kinds=_exchangeable(items),
        habit=habit_factor(bench.start.habits),
    )


def _allowed(bench: _Bench, upcoming: Flags) -> Flags:
    """Return in which slots each session may stand: its own where it is fixed or has begun."""
    plan = bench.plan
    weekdays = [(plan.first.weekday() + slot) % DAYS for slot in range(upcoming.shape[1])]
    allowed = np.zeros(upcoming.shape, dtype=bool)
    for number, item in enumerate(plan.items):
        present = (item.session.start.date() - plan.first).days
        if not item.may_move or not upcoming[number, present]:
            allowed[number, present] = True
            continue
        allowed[number] = [day in item.days and day not in plan.rest_days for day in weekdays]
        allowed[number] &= upcoming[number]
    return allowed


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
    for gate in gates:
        for number in bench.breaking(gate):
            clash[number] += gate.holds_at(hours[number]).any(axis=-1)
    return {
        "headroom": soreness_headroom(bench.along(ensemble.explained_soreness), habit_factor(bench.start.habits)),
        "strength_left": 1 - bench.along(ensemble.fatigue),
        "residual": bench.along(ensemble.residual),
        "sleep_h": ensemble.sleep(hours.ravel()).reshape(hours.shape),
        "clash": clash,
    }


def _take_own_week(base: dict[str, Any], headroom: Array, strength_left: Array, clash: Counts) -> None:
    """Count what a session does to itself in the week after to what was done before: it moves with it."""
    own = np.arange(len(clash))
    for slot in range(clash.shape[1]):
        base["headroom"][own, slot] *= headroom[own, slot, own, slot]
        base["strength_left"][own, slot] *= strength_left[own, slot, own, slot]
        base["clash"][own, slot] += clash[own, slot, own, slot]
    clash[own, :, own] = 0


def _copies(bench: _Bench, allowed: Flags) -> Iterator[tuple[int, int, int]]:
    """Yield every session, each slot it may stand in, and each week it then stands in."""
    for item, row in enumerate(allowed):
        for slot in np.flatnonzero(row):
            for week in range(max(bench.weeks) + 1):
                yield item, int(slot), week


def _effects(bench: _Bench, allowed: Flags) -> tuple[Array, Array, Counts]:
    """Return what every session in every slot does to every other in every slot."""
    shape = (*allowed.shape, *bench.hours.shape)
    headroom, strength_left = np.ones(shape), np.ones(shape)
    clash = np.zeros(shape, dtype=bool)
    habit = habit_factor(bench.start.habits)
    for item, slot, week in _copies(bench, allowed):
        session, one = bench.bout(item, slot, week)
        if not one.waves:
            continue
        alone = dataclasses.replace(bench.ensemble, bouts=(one,))
        later = [index for index, each in enumerate(bench.weeks) if each >= week]
        hours = bench.hours[:, :, later]
        headroom[item, slot][:, :, later] *= soreness_headroom(bench.along(alone.explained_soreness), habit)[..., later]
        strength_left[item, slot][:, :, later] *= 1 - bench.along(alone.fatigue)[..., later]
        for gate in bench.gates(item, session):
            for other in bench.breaking(gate):
                held = gate.holds_at(hours[other])
                if other == item:
                    # Its own gates begin with it and hold others back.
                    held = held & (hours[other] > one.start_h)
                clash[item, slot, other][:, later] |= held
    return headroom, strength_left, np.any(clash, axis=-1).astype(np.int16)
