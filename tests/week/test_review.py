"""The review of a plan, as it is kept for a visit."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

import legrun
from legrun.charts import calendar_figure, week_figure, week_table
from legrun.model.readiness import VERDICTS, zone_of
from legrun.report import plan_html
from legrun.scenario import Athlete, CheckIn, PlanItem, Scenario, Session
from legrun.scenario.hours import HOUR
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.week_plan import WeekPlan
from legrun.week.cells import verdict_cells
from legrun.week.plan import from_today, sent_to_today
from legrun.week.review import PlanReview, review_plan
from legrun.week.templates import TEMPLATES, Template
from tests.scenarios import MORNING, legs, run
from tests.week.test_starts import random_week

MOST_BYTES = 500_000
MONDAY = Scenario(MORNING.replace(day=2))


def arrays(held: Any, seen: set[int]) -> Iterator[np.ndarray]:
    """Yield every array that a value keeps in memory."""
    if id(held) in seen:
        return
    seen.add(id(held))
    if isinstance(held, np.ndarray):
        yield from arrays(held.base, seen) if isinstance(held.base, np.ndarray) else [held]
    elif isinstance(held, (dict, list, tuple)):
        for each in held.values() if isinstance(held, dict) else held:
            yield from arrays(each, seen)
    elif hasattr(held, "__dict__") and not isinstance(held, type):
        yield from arrays(vars(held), seen)


def size(review: PlanReview) -> int:
    return sum(each.nbytes for each in arrays(review, set()))


@pytest.mark.parametrize("rpe", [6.5, 7, 7.5, 8, 8.5])
@pytest.mark.parametrize("longest", [57, 70, 95])
def test_the_limit_beside_a_run_is_what_the_run_is_to_be_shortened_to(rpe: float, longest: float) -> None:
    item = PlanItem(Session("run", MONDAY.now + dt.timedelta(days=2), 90, rpe))
    plan = WeekPlan(MONDAY.now.date(), (item,))
    (only,) = review_plan(plan, dataclasses.replace(MONDAY, longest_run_minutes=longest)).sessions
    limit = verdict_cells(only)["Limit"].split(" min")[0]
    assert only.outcome == f"Shorten it to {limit} min"
    assert f"shorten it to {limit} min" in only.clashes[0].text


def test_a_review_without_its_draws_is_small_and_draws_the_same_page() -> None:
    review = review_plan(TEMPLATES[0].plan(dt.date(2026, 3, 2)), Scenario(MORNING))
    figures = [calendar_figure(review), week_figure(review.answer, before=review.answer.before(1))[0]]
    table = week_table(review.answer)
    light = review.without_draws()
    assert size(light) < MOST_BYTES < size(review)
    again = [calendar_figure(light), week_figure(light.answer, before=light.answer.before(1))[0]]
    assert [each.datasets for each in again] == [each.datasets for each in figures]
    assert week_table(light.answer).equals(table)
    assert size(light) < MOST_BYTES, "drawing the page made the draws anew"
    assert plan_html(light) == plan_html(review)
    # What was never asked for is worked out when it is.
    assert light.answer.advice_for(light.plan.items[1].session) == review.answer.advice_for(
        review.plan.items[1].session
    )


@pytest.mark.parametrize("minutes", [600, 1440])
@pytest.mark.parametrize("start", range(3))
def test_a_session_of_every_week_is_named_once_by_each_run_that_it_holds_back(minutes: int, start: int) -> None:
    plan = TEMPLATES[0].plan(dt.date(2026, 3, 2))
    runs = [place for place, item in enumerate(plan.items) if item.session.kind == "run"]
    item = plan.items[runs[start]]
    extreme = dataclasses.replace(item, session=dataclasses.replace(item.session, minutes=minutes, rpe=8))
    review = review_plan(plan.holding([*plan.items[: runs[start]], extreme, *plan.items[runs[start] + 1 :]]), MONDAY)
    assert plan.repeats
    for reviewed in review.sessions:
        gates = [clash.gate for clash in reviewed.clashes if clash.gate is not None]
        events = [(gate.reason, gate.happened_h % 168) for gate in gates if gate.happened_h is not None]
        assert len({(reason, round(hour, 6)) for reason, hour in events}) == len(events)
    assert review.clashes


@pytest.mark.parametrize("sore", [4, 5, 6, 7, 8])
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_the_conflicts_of_a_run_allow_no_more_than_its_verdict(template: Template, sore: float) -> None:
    today = dataclasses.replace(
        MONDAY, check_ins=(CheckIn(MONDAY.now, sore),), sessions=(legs(12, 75, 9, now=MONDAY.now),)
    )
    review = review_plan(dataclasses.replace(template.plan(MONDAY.now.date()), on_past=True), today)
    for reviewed in review.sessions:
        if reviewed.clashes and reviewed.advice is not None:
            said = " ".join(clash.text for clash in reviewed.clashes).lower()
            verdict = VERDICT_NAMES[reviewed.advice.verdict].lower()
            assert verdict in said or "over its limit" in said


def test_a_run_that_is_too_long_after_a_break_is_told_of_the_break() -> None:
    now = MORNING
    before = tuple(run(24 * days, 60, 4) for days in (20, 22))
    today = Scenario(now, sessions=before, log_since=now - dt.timedelta(days=60), check_ins=[CheckIn(now, 0)])
    ahead = (Session("run", now + dt.timedelta(days=days), 60, 3) for days in (0, 2))
    plan = WeekPlan(now.date(), tuple(map(PlanItem, ahead)), on_past=True, repeats=False)
    causes = [[clash.cause for clash in each.clashes] for each in review_plan(plan, today).sessions]
    assert causes == [["no run for 14 days"], ["first week after 14 days without a run"]]
    texts = [clash.text for clash in review_plan(plan, today).clashes]
    assert all("steady run of up to 35 min at most" in text for text in texts)
    short = plan.holding(
        dataclasses.replace(item, session=dataclasses.replace(item.session, minutes=35)) for item in plan.items
    )
    assert not review_plan(short, today).clashes


# Weeks with a run to come. The last four are of people whose log has no run, and of runs that follow each other at once.
@pytest.mark.parametrize("seed", [501, *range(507, 513), *range(514, 518), *range(523, 530), 832, 891, 687, 751])
def test_the_next_run_gets_the_same_verdict_on_today(seed: int) -> None:
    plan, today = random_week(seed)
    review = review_plan(plan, today)
    start = review.answer.scenario.now
    run = review.next_run(max(today.now, start) if plan.stands_on(today) else dt.datetime.min)
    assert run is not None
    assert run.advice is not None
    sent = legrun.answer(sent_to_today(plan, today, run.item.session, run.week)).for_plan
    assert (sent.verdict, sent.limits) == (run.advice.verdict, run.advice.limits)
    assert sent.score == pytest.approx(run.advice.score, abs=0.5)


@pytest.mark.parametrize("gap", [dt.timedelta(), dt.timedelta(minutes=30), dt.timedelta(hours=2)])
@pytest.mark.parametrize("on_past", [False, True])
@pytest.mark.parametrize("minutes", [15, 180])
def test_a_run_soon_after_another_is_judged_before_it_begins_as_on_today(
    gap: dt.timedelta, minutes: float, on_past: bool
) -> None:
    first = Session("run", MONDAY.now + dt.timedelta(days=2), 60, 6)
    second = Session("run", first.end + gap, minutes, 5)
    plan = WeekPlan(MONDAY.now.date(), (PlanItem(first), PlanItem(second)), repeats=False, on_past=on_past)
    for reviewed in review_plan(plan, MONDAY).sessions:
        sent = legrun.answer(sent_to_today(plan, MONDAY, reviewed.item.session)).for_plan
        assert reviewed.advice is not None
        assert (sent.verdict, sent.limits) == (reviewed.advice.verdict, reviewed.advice.limits)
        assert sent.score == pytest.approx(reviewed.advice.score, abs=0.01)


def test_a_run_does_not_clash_with_itself_where_another_follows_at_once() -> None:
    first = Session("run", MORNING + HOUR, 60, 6)
    then = dataclasses.replace(first, start=first.end, minutes=30, rpe=4)
    today = Scenario(MORNING, longest_run_minutes=120)
    review = review_plan(WeekPlan(MORNING.date(), (PlanItem(first), PlanItem(then)), repeats=False), today)
    assert review.sessions[0].clashes == ()
    assert review.sessions[0].advice is not None
    assert review.sessions[0].advice.verdict == "hard"
    # The second is held back by the first alone, which ended as it begins.
    alone = review_plan(WeekPlan(MORNING.date(), (PlanItem(first),), repeats=False), today)
    assert review.answer.gates != alone.answer.gates
    assert review.sessions[1].advice is not None
    assert review.sessions[1].advice.verdict == alone.answer.advice_at(then.start).verdict


def plan_of(*sessions: Session) -> WeekPlan:
    return WeekPlan(MORNING.date(), tuple(map(PlanItem, sessions)), on_past=True, repeats=False)


def test_a_run_that_need_only_be_flat_does_not_fit_as_it_is() -> None:
    today = Scenario(MORNING, Athlete("trained"), sessions=(legs(40, 60, 8),), check_ins=[CheckIn(MORNING, 0)])
    level = Session("run", MORNING + dt.timedelta(hours=11), 30, 3)
    descent = dataclasses.replace(level, downhill_minutes=25, downhill_grade_pct=8)
    (flat,), (down,) = (review_plan(plan_of(each), today).sessions for each in (level, descent))
    assert (flat.fits, flat.outcome) == (True, "Fits")
    assert (down.fits, down.outcome) == (False, "Run it on the flat")


def test_a_run_of_another_day_fits_only_if_what_feels_wrong_is_over() -> None:
    planned = (PlanItem(run(-11, 40, 4)), PlanItem(run(-74, 50, 6)))
    plan = WeekPlan(MORNING.date(), planned, on_past=True)
    said = [
        [each.outcome for each in review_plan(plan, Scenario(MORNING, flags=frozenset(flags))).sessions]
        for flags in ((), ("illness",))
    ]
    assert said == [["Fits", "Fits"], ["Skip it", "Fits if what feels wrong is over"]]


def test_who_may_only_walk_rests_if_tired() -> None:
    today = Scenario(MORNING, check_ins=[CheckIn(MORNING, 7)])
    (reviewed,) = review_plan(plan_of(Session("run", MORNING, 40, 3)), today).sessions
    assert reviewed.advice is not None
    assert (reviewed.advice.verdict, reviewed.if_tired) == ("walk", "rest")


def test_a_plan_from_today_ends_before_the_same_weekday() -> None:
    within, beyond = (Session("run", MORNING + dt.timedelta(days=days), 40, 3) for days in (6, 7))
    assert [item.session for item in from_today(Scenario(MORNING, sessions=(within, beyond))).items] == [within]


@pytest.mark.parametrize("seed", range(500, 540))
def test_what_is_allowed_at_most_is_put_down_to_what_allows_it(seed: int) -> None:
    plan, today = random_week(seed)
    for clash in review_plan(plan, today).clashes:
        assert "hard run at most" not in clash.text
        for score, verdict in re.findall(r"Recovery about (\d+): ([a-z ]+) at most", clash.text):
            assert VERDICT_NAMES[VERDICTS[zone_of(float(score))]].lower() == verdict


def test_a_long_race_days_ago_limits_the_minutes_and_not_the_verdict() -> None:
    race = Session("run", MORNING - dt.timedelta(days=5, minutes=240), 240, 9, style="race")
    easy = PlanItem(Session("run", MORNING + HOUR, 60, 4))
    told = review_plan(
        WeekPlan(MORNING.date(), (easy,), repeats=False, on_past=True), Scenario(MORNING, sessions=[race])
    )
    (clash,) = told.clashes
    assert "; at most 40 min. Our judgement." in clash.text


@pytest.mark.parametrize("hour", [0, 1])
def test_at_midnight_too_a_run_of_today_is_judged_on_what_was_done(hour: int) -> None:
    now = MORNING.replace(hour=hour)
    planned = Session("run", now + HOUR, 40, 6)
    today = Scenario(now, sessions=(legs(12, 60, 9, now=now),), check_ins=[CheckIn(now, 6)], planned=planned)
    (reviewed,) = review_plan(from_today(today), today).sessions
    assert reviewed.advice is not None
    assert (reviewed.week, reviewed.advice.verdict) == (0, legrun.answer(today).for_plan.verdict)
    assert reviewed.advice.verdict in ("walk", "easy")
