"""Which sessions may share a day, and how far leg days stand apart."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.scenario import PlanItem, Session
from legrun.scenario.week_plan import DAYS, WeekPlan
from legrun.week.arrange.slots import too_near

MONDAY = dt.date(2026, 3, 2)


def at(hour: float, kind: str = "run", minutes: float = 60) -> Session:
    start = dt.datetime.combine(MONDAY, dt.time()) + dt.timedelta(hours=hour)
    return Session(kind, start, minutes, 6)  # type: ignore[arg-type]  # a literal below


def near(one: PlanItem, other: PlanItem, *, repeats: bool = True) -> list[int]:
    """Return how many days apart two sessions may not stand, the first on Monday."""
    items = WeekPlan(MONDAY, (one, other), repeats=repeats)
    which = items.items.index(one)
    return [day for day in range(DAYS) if too_near(items, DAYS)[which, 0, 1 - which, day]]


@pytest.mark.parametrize(("hour", "days"), [(14, []), (13.9, [0])])
def test_six_hours_lie_between_two_sessions_of_a_day(hour: float, days: list[int]) -> None:
    assert near(PlanItem(at(7)), PlanItem(at(hour))) == days


def test_two_key_sessions_share_no_day_and_legs_come_after_a_key_run() -> None:
    assert near(PlanItem(at(6), key=True), PlanItem(at(20), key=True)) == [0]
    assert near(PlanItem(at(6, "legs")), PlanItem(at(20), key=True)) == [0]
    assert near(PlanItem(at(20, "legs")), PlanItem(at(6), key=True)) == []
    assert near(PlanItem(at(6, "legs")), PlanItem(at(20))) == []


@pytest.mark.parametrize(("repeats", "days"), [(True, [0, 1, 6]), (False, [0, 1])])
def test_leg_days_stand_two_days_apart_also_from_next_weeks(repeats: bool, days: list[int]) -> None:
    assert near(PlanItem(at(6, "legs")), PlanItem(at(20, "legs")), repeats=repeats) == days
