"""The starts that the arranger may give a session: each day, at its own hour or in the other half of the day."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.scenario import Session
from legrun.scenario.hours import hours_from
from legrun.scenario.week_plan import DAYS, WeekPlan, at_day

__all__ = ["EVENING", "GAP_H", "LEGS_APART", "MORNING", "SLOTS", "in_slot", "too_near"]

# Slots 0 to 6 are the days at the session's own hour, 7 to 13 the same days in the other half.
SLOTS = 2 * DAYS
NOON = dt.time(12)
MORNING, EVENING = dt.time(int(value("planner.morning_hour"))), dt.time(int(value("planner.evening_hour")))
GAP_H = value("planner.gap_h")
LEGS_APART = int(value("planner.legs_apart_d"))

Flags = npt.NDArray[np.bool_]


def in_slot(plan: WeekPlan, session: Session, slot: int) -> Session:
    """Return a session of a plan in a slot of its first week.

    Examples
    --------
    >>> legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    >>> plan = WeekPlan(dt.date(2026, 3, 2))
    >>> [f"{in_slot(plan, legs, slot).start:%a %H:%M}" for slot in (0, 2, 9)]
    ['Mon 18:00', 'Wed 18:00', 'Wed 07:00']
    """
    moved = at_day(session, slot % DAYS - (session.start.date() - plan.first).days)
    if slot < DAYS:
        return moved
    other = EVENING if session.start.time() < NOON else MORNING
    return dataclasses.replace(moved, start=dt.datetime.combine(moved.start.date(), other))


def too_near(plan: WeekPlan, slots: int) -> Flags:
    """Return which sessions may not stand in which slots together, shape (n, slots, n, slots).

    Leg days stand `LEGS_APART` days apart where that is asked for. On one day two sessions have 6 h between them, not
    both are key, and a leg day comes after a key run.
    """
    days = np.arange(slots) % DAYS
    between = np.abs(days[:, None] - days)
    between = np.minimum(between, DAYS - between) if plan.repeats else between
    legs = [item.session.kind == "legs" for item in plan.items]
    # More leg days than every second day cannot be kept apart.
    spread = LEGS_APART if plan.spread_legs and LEGS_APART * sum(legs) <= DAYS else 1
    near = np.zeros((len(legs), slots, len(legs), slots), dtype=bool)
    for i, one in enumerate(plan.items):
        for j, other in enumerate(plan.items):
            if i == j:
                continue
            both_legs, both_key = legs[i] and legs[j], one.key and other.key
            near[i, :, j] = (
                between < spread if both_legs else (between == 0) & (both_key | _clashing(plan, i, j, slots))
            )
    return near


def _clashing(plan: WeekPlan, i: int, j: int, slots: int) -> Flags:
    """Return in which slots of one day two sessions are too close, or a leg day is before a key run."""
    halves = [[in_slot(plan, plan.items[n].session, half) for half in range(0, slots, DAYS)] for n in (i, j)]
    keys = plan.items[i].key, plan.items[j].key
    shut = np.array([[_shut(one, other, keys) for other in halves[1]] for one in halves[0]])
    half = np.arange(slots) // DAYS
    return np.asarray(shut[half[:, None], half])


def _shut(one: Session, other: Session, keys: tuple[bool, bool]) -> bool:
    """Return whether two sessions may not share a day at their hours."""
    days = (one.start.date() - other.start.date()).days
    pair = sorted([(one, keys[0]), (at_day(other, days), keys[1])], key=lambda each: each[0].start)
    (first, _), (later, later_key) = pair
    legs_first = first.kind == "legs" and later.kind == "run" and later_key
    return legs_first or hours_from(first.end, later.start) < GAP_H
