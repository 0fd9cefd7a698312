"""One more session in a week: its day, and what the week comes to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools

import pytest

from legrun.decision.advice import plan_fits
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.week_plan import MOST_ITEMS, WeekPlan
from legrun.week.adding import EASY_RUN, LEG_DAY, add_session, volume_sentence
from legrun.week.review import review_plan
from legrun.week.table import read_rows, rows_of
from legrun.week.templates import TEMPLATES, Template

MONDAY = dt.date(2026, 3, 2)
FRESH = Scenario(dt.datetime.combine(MONDAY, dt.time()))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
@pytest.mark.parametrize("added", [EASY_RUN, LEG_DAY], ids=["run", "legs"])
def test_a_week_is_filled_until_no_day_is_free_and_no_two_sessions_meet(template: Template, added: Session) -> None:
    plan: WeekPlan | None = template.plan(MONDAY)
    before, count = plan, 0
    while plan is not None:
        before, count = plan, count + 1
        plan = add_session(plan, PlanItem(added))
        assert count <= MOST_ITEMS
    assert before is not None
    assert not read_rows(rows_of(before), before)[1]
    assert not {item.session.start.weekday() for item in before.items} & before.rest_days


def test_a_duplicate_keeps_everything_but_its_day() -> None:
    plan = TEMPLATES[0].plan(MONDAY)
    for item in plan.items:
        after = add_session(plan, item)
        if after is None:
            continue
        (new,) = [each for each in after.items if each not in plan.items]
        start = new.session.start
        assert dataclasses.replace(item, session=dataclasses.replace(item.session, start=start)) == new
        assert start.time() == item.session.start.time()
        assert start.weekday() in item.days


@pytest.mark.parametrize("repeats", [True, False])
@pytest.mark.parametrize("added", [EASY_RUN, LEG_DAY], ids=["run", "legs"])
def test_what_is_added_by_hand_stands_apart(added: Session, repeats: bool) -> None:
    plan = WeekPlan(MONDAY, repeats=repeats)
    for _ in range(3):
        after = add_session(plan, PlanItem(added))
        assert after is not None
        plan = after
    days = [item.session.start.weekday() for item in plan.items]
    assert min(later - day for day, later in itertools.pairwise(days)) >= 2, days


def test_a_leg_day_is_added_no_day_after_another_where_one_is_free_for_it() -> None:
    busy = [PlanItem(dataclasses.replace(EASY_RUN, start=EASY_RUN.start.replace(day=day))) for day in (4, 7, 8)]
    plan = add_session(WeekPlan(dt.date(2026, 1, 4), tuple(busy)), PlanItem(LEG_DAY))
    assert plan is not None
    days = [item.session.start.day for item in plan.items if item.session.kind == "legs"]
    twice = add_session(plan, PlanItem(LEG_DAY))
    assert twice is not None
    (new,) = [i.session.start.day for i in twice.items if i.session.kind == "legs" and i not in plan.items]
    assert min((new - days[0]) % 7, (days[0] - new) % 7) >= 2


def test_the_week_before_one_that_begins_from_what_was_done_is_not_the_same() -> None:
    plan = TEMPLATES[0].plan(MONDAY)
    assert "The week before is the same" in volume_sentence(plan, FRESH)
    assert "The week before" not in volume_sentence(dataclasses.replace(plan, on_past=True), FRESH)


def test_the_weeks_minutes_stand_beside_those_of_a_log_that_holds_them() -> None:
    plan = TEMPLATES[0].plan(MONDAY)
    done = Session("run", FRESH.now - dt.timedelta(days=2), 50, 4)
    older = Session("run", FRESH.now - dt.timedelta(days=9), 90, 4)
    log = dataclasses.replace(FRESH, sessions=(done, older), log_since=FRESH.now - dt.timedelta(days=30))
    assert "log" not in volume_sentence(plan, dataclasses.replace(log, log_since=None))
    assert (
        "last seven days of your log: 50 min of running and 0 min of other training, load 200 AU."
        in volume_sentence(plan, log)
    )


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_the_easier_version_is_less_than_the_run_and_within_its_limits(template: Template) -> None:
    for reviewed in review_plan(template.plan(MONDAY), FRESH).sessions:
        if not reviewed.is_run:
            assert reviewed.if_tired == ""
            continue
        assert reviewed.advice is not None
        if reviewed.if_tired.endswith("easy"):
            minutes = float(reviewed.if_tired.split()[0])
            assert minutes < reviewed.session.minutes or reviewed.session.rpe > 4
            easier = dataclasses.replace(reviewed.session, minutes=minutes, rpe=min(4, reviewed.advice.max_rpe))
            assert plan_fits(reviewed.advice, easier)
        else:
            assert reviewed.if_tired.startswith("walk") or reviewed.if_tired == "rest"


def test_a_session_may_begin_when_another_ends() -> None:
    def every_day(hour: int, minutes: float) -> WeekPlan:
        start = dt.datetime.combine(MONDAY, dt.time(hour))
        runs = (Session("run", start + dt.timedelta(days=day), minutes, 3) for day in range(7))
        return WeekPlan(MONDAY, tuple(map(PlanItem, runs)))

    assert add_session(every_day(17, 60), PlanItem(LEG_DAY)) is not None
    assert add_session(every_day(19, 60), PlanItem(LEG_DAY)) is not None
    assert add_session(every_day(17, 61), PlanItem(LEG_DAY)) is None
