"""A planned week as a value: which weeks are judged, what it stands on, and the same week from another day on."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from legrun.scenario import Habits, PlanItem, Scenario, Session
from legrun.scenario.hours import DAY, HOUR
from legrun.scenario.week_plan import MOST_AHEAD, WeekPlan

MONDAY = dt.datetime(2026, 3, 2)
ITEMS = (
    PlanItem(Session("legs", MONDAY + 18 * HOUR, 60, 8)),
    PlanItem(Session("run", MONDAY + 3 * DAY + 7 * HOUR, 40, 4)),
)
PLAN = WeekPlan(MONDAY.date(), ITEMS)


def test_a_week_that_repeats_from_rested_legs_is_judged_in_its_second_week_alone() -> None:
    again = dataclasses.replace(PLAN, repeats=True)
    assert list(again.weeks_reviewed(again.begins)) == [1]
    assert list(again.weeks_reviewed(again.begins - HOUR)) == [0, 1]
    # What was done before may stand before its first day though it begins at this very hour.
    assert list(dataclasses.replace(again, on_past=True).weeks_reviewed(again.begins)) == [0, 1]
    once = dataclasses.replace(PLAN, repeats=False)
    assert list(once.weeks_reviewed(once.begins)) == list(once.weeks_reviewed(once.begins - HOUR)) == [0]
    assert [s.start for s in again.sessions] == [i.session.start + week * 7 * DAY for week in (0, 1) for i in ITEMS]


@pytest.mark.parametrize(
    ("now", "stands"),
    [
        (MONDAY - MOST_AHEAD - DAY, False),
        (MONDAY - MOST_AHEAD, True),
        (MONDAY + 23 * HOUR, True),
        (MONDAY + DAY, False),
    ],
)
def test_what_was_done_counts_where_the_week_begins_soon_enough(now: dt.datetime, stands: bool) -> None:
    done, ahead = Session("legs", now, 60, 8), Session("run", now + HOUR, 40, 4)
    today = Scenario(now, sessions=(done, ahead))
    on_past = dataclasses.replace(PLAN, on_past=True)
    assert on_past.stands_on(today) is stands
    assert not dataclasses.replace(PLAN, on_past=False).stands_on(today)
    before = on_past.before(today)
    assert (before.now, before.sessions) == ((now, (done,)) if stands else (PLAN.begins, ()))
    assert on_past.scenario(today).sessions == tuple(
        sorted((*before.sessions, *on_past.sessions), key=lambda each: each.start)
    )


def test_from_another_day_on_each_session_keeps_its_weekday_and_hour() -> None:
    moved = PLAN.starting(dt.date(2026, 3, 12))
    assert {item.session.kind: item.session.start for item in moved.items} == {
        "legs": dt.datetime(2026, 3, 16, 18),
        "run": dt.datetime(2026, 3, 12, 7),
    }
    assert moved.first == dt.date(2026, 3, 12)


@pytest.mark.parametrize("on_past", [False, True])
def test_last_evenings_alcohol_does_not_reach_a_week_that_begins_later(on_past: bool) -> None:
    habits = Habits(alcohol_g_per_kg=1.5, massage=True)
    plan = dataclasses.replace(PLAN, on_past=on_past)
    far, soon = (Scenario(MONDAY - ahead, habits=habits) for ahead in (MOST_AHEAD + DAY, HOUR))
    assert plan.before(far).habits == Habits(massage=True)
    assert plan.before(soon).habits == (habits if on_past else Habits(massage=True))
