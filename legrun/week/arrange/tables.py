"""The effect of every session of a week on every other, on every pair of days: the tables that a search reads.

On central-parameter curves soreness and strength combine as products over sessions, so the recovery of a session
on a day is made of one factor for each other session and its day. The curves are those of `legrun.model.kinetics`;
only the protection that earlier leg days give is held at what it is when the plan begins.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from legrun.decision.events import active_gates
from legrun.decision.gates import Gate
from legrun.forecast.projection import course
from legrun.forecast.sparing import Sparing
from legrun.model.joining import soreness_headroom
from legrun.model.kinetics import Array, habit_factor
from legrun.scenario import PlanItem, Scenario
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day
from legrun.week.arrange.basis import Basis, Counts, make_basis
from legrun.week.arrange.rules import NONE, fatigue_codes, fatigue_limit, soreness_codes, soreness_limit
from legrun.week.arrange.slots import SLOTS, Flags, too_near
from legrun.week.clashes import event_of

__all__ = ["Counts", "Flags", "Tables", "build_tables"]


@dataclass(frozen=True)
class Tables:
    """A week as a search sees it: n sessions, their slots, and the weeks in which recovery is looked at.

    A slot is a day, at the session's own hour or in the other half of the day (`legrun.week.arrange.slots`).

    Attributes
    ----------
    headroom, strength_left : array, shape (n, slots, n, slots, weeks)
        Factor that session j in slot e puts on the room for soreness, and on the strength, of session i in slot d.
    clash, strictest : array of int, shape (n, slots, n, slots)
        Rules of session j in slot e that session i in slot d breaks, and the code of the strictest.
    base_headroom, base_strength, residual, sleep_h : array, shape (n, slots, weeks)
        The same factors of what was done before and of the session's own week before; the resting level and
        what no session explains [0-10]; sleep in force [h].
    base_clash, base_strictest : array of int, shape (n, slots)
        Rules broken by the session in that slot whatever stands around it, and the code of the strictest.
    soreness_codes, fatigue_codes : array of int, shape (n, limits + 1)
        Code of the gate that the session breaks past so many limits of soreness or of lost strength.
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
    strictest: Counts
    base_headroom: Array
    base_strength: Array
    residual: Array
    sleep_h: Array
    base_clash: Counts
    base_strictest: Counts
    soreness_codes: Counts
    fatigue_codes: Counts
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
    >>> from legrun.scenario import Session
    >>> legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    >>> easy = Session("run", dt.datetime(2026, 3, 3, 18), 40, 4)
    >>> plan = WeekPlan(dt.date(2026, 3, 2), (PlanItem(legs), PlanItem(easy)), repeats=False)
    >>> build_tables(plan, Scenario(dt.datetime(2026, 3, 2, 7)), hours=False).headroom[0, 0, 1, 1].round(2)
    array([0.75])
    """
    slots = SLOTS if hours else DAYS
    basis = make_basis(plan, today, slots)
    items, upcoming = plan.items, basis.hours[:, :, 0] >= 0
    allowed = _allowed(basis, upcoming)
    base, effects = _base(basis), _effects(basis, allowed)
    _take_own_week(base, effects)
    present = np.array([(i.session.start.date() - plan.first).days for i in items], dtype=np.intp)
    counts = upcoming[np.arange(len(items)), present]
    is_fixed = np.array([not i.may_move for i in items]) | ~counts
    return Tables(
        **effects,
        base_headroom=base["headroom"],
        base_strength=base["strength_left"],
        residual=base["residual"],
        sparing=basis.ensemble.posterior.sparing,
        sleep_h=base["sleep_h"],
        base_clash=base["clash"],
        base_strictest=base["strictest"],
        soreness_codes=np.array([soreness_codes(i.session, basis.longest) for i in items], dtype=np.int8),
        fatigue_codes=np.array([fatigue_codes(i.session, basis.longest) for i in items], dtype=np.int8),
        soreness_limit=np.array([soreness_limit(i.session, basis.longest) for i in items]),
        fatigue_limit=np.array([fatigue_limit(i.session, basis.longest) for i in items]),
        allowed=allowed,
        near=too_near(plan, slots) & ~(is_fixed[:, None, None, None] & is_fixed[:, None]),
        present=present,
        is_key=np.array([i.key for i in items]) & counts,
        is_run=np.array([i.session.kind == "run" for i in items]) & counts,
        is_fixed=is_fixed,
        loads=np.array([i.session.kind != "upper" for i in items]),
        kinds=_exchangeable(items),
        habit=habit_factor(basis.start.habits),
    )


def _allowed(basis: Basis, upcoming: Flags) -> Flags:
    """Return in which slots each session may stand: its own where it is fixed or has begun."""
    plan = basis.plan
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


def _base(basis: Basis) -> dict[str, Any]:
    """Return what was done before the plan does to every session on every day."""
    ensemble, hours = basis.ensemble, basis.hours
    along = course(ensemble, np.arange(np.ceil(hours.max()) + 2))
    # Whether a run comes after a long break hangs on the order of the runs; no arrangement is blamed for it.
    gates = [gate for gate in active_gates(ensemble, along) if gate.key != "comeback"]
    clash, strictest = np.zeros(hours.shape[:2], dtype=np.int16), np.full(hours.shape[:2], NONE, dtype=np.int8)
    for alike in _by_event(gates):
        broken = np.zeros(hours.shape[:2], dtype=bool)
        for gate in alike:
            for number in basis.breaking(gate):
                held = gate.holds_at(hours[number]).any(axis=-1)
                broken[number] |= held
                strictest[number][held] = np.minimum(strictest[number][held], gate.code)
        clash += broken
    return {
        "headroom": soreness_headroom(basis.along(ensemble.explained_soreness), habit_factor(basis.start.habits)),
        "strength_left": 1 - basis.along(ensemble.fatigue),
        "residual": basis.along(ensemble.residual),
        "sleep_h": ensemble.sleep(hours.ravel()).reshape(hours.shape),
        "clash": clash,
        "strictest": strictest,
    }


def _by_event(gates: Iterable[Gate]) -> Iterable[list[Gate]]:
    """Return gates by what happened: a review tells one of each."""
    events: dict[tuple[object, ...], list[Gate]] = {}
    for gate in gates:
        events.setdefault(event_of(gate), []).append(gate)
    return events.values()


def _take_own_week(base: dict[str, Any], effects: dict[str, Any]) -> None:
    """Count what a session does to itself in the week after to what was done before: it moves with it."""
    own = np.arange(len(base["clash"]))
    for slot in range(base["clash"].shape[1]):
        alone = {name: each[own, slot, own, slot] for name, each in effects.items()}
        base["headroom"][own, slot] *= alone["headroom"]
        base["strength_left"][own, slot] *= alone["strength_left"]
        base["clash"][own, slot] += alone["clash"]
        base["strictest"][own, slot] = np.minimum(base["strictest"][own, slot], alone["strictest"])
    effects["clash"][own, :, own] = 0
    effects["strictest"][own, :, own] = NONE


def _copies(basis: Basis, allowed: Flags) -> Iterator[tuple[int, int, int]]:
    """Yield every session, each slot it may stand in, and each week it then stands in."""
    for item, row in enumerate(allowed):
        for slot in np.flatnonzero(row):
            for week in range(max(basis.weeks) + 1):
                yield item, int(slot), week


def _effects(basis: Basis, allowed: Flags) -> dict[str, Any]:
    """Return what every session in every slot does to every other in every slot."""
    shape = (*allowed.shape, *basis.hours.shape)
    headroom, strength_left = np.ones(shape), np.ones(shape)
    clash, strictest = np.zeros(shape[:-1], dtype=np.int16), np.full(shape[:-1], NONE, dtype=np.int8)
    habit = habit_factor(basis.start.habits)
    for item, slot, week in _copies(basis, allowed):
        session, one = basis.bout(item, slot, week)
        if not one.waves:
            continue
        alone = dataclasses.replace(basis.ensemble, bouts=(one,))
        later = [index for index, each in enumerate(basis.weeks) if each >= week]
        hours = basis.hours[:, :, later]
        headroom[item, slot][:, :, later] *= soreness_headroom(basis.along(alone.explained_soreness), habit)[..., later]
        strength_left[item, slot][:, :, later] *= 1 - basis.along(alone.fatigue)[..., later]
        codes = [_broken(basis, item, one.start_h, alike, hours) for alike in _by_event(basis.gates(item, session))]
        for broken in codes:
            strictest[item, slot] = np.minimum(strictest[item, slot], broken)
        clash[item, slot] = np.maximum(clash[item, slot], sum(broken < NONE for broken in codes))
    return {"headroom": headroom, "strength_left": strength_left, "clash": clash, "strictest": strictest}


def _broken(basis: Basis, item: int, start_h: float, gates: Sequence[Gate], hours: Array) -> Counts:
    """Return the code of the strictest gate of a session that each session breaks in each slot; `NONE` where none."""
    codes = np.full(hours.shape[:2], NONE, dtype=np.int8)
    for gate in gates:
        for other in basis.breaking(gate):
            held = gate.holds_at(hours[other])
            if other == item:
                # Its own gates begin with it and hold others back.
                held = held & (hours[other] > start_h)
            there = held.any(axis=-1)
            codes[other][there] = np.minimum(codes[other][there], gate.code)
    return codes
