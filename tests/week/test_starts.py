"""Why here: every start of a session is judged as the week's table would judge it there."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random

import pytest

from legrun.model.readiness import VERDICTS
from legrun.scenario import Athlete, CheckIn, Habits, PlanItem, Scenario, Session
from legrun.scenario.hours import HOUR
from legrun.scenario.week_plan import WeekPlan
from legrun.week.clashes import OVER_LIMIT
from legrun.week.review import PlanReview, review_plan
from legrun.week.starts import CandidateStart, start_alternatives

MONDAY = dt.datetime(2026, 3, 2)


def random_session(rng: random.Random) -> PlanItem:
    kind = rng.choice(["legs", "legs", "run", "run", "run", "upper"])
    start = MONDAY + dt.timedelta(days=rng.randint(0, 6), hours=rng.randint(6, 21))
    session = Session(kind, start, rng.choice([30, 45, 60, 120]), rng.choice([3, 4, 6, 8, 9]))  # type: ignore[arg-type]
    if kind == "run" and rng.random() < 0.4:
        session = dataclasses.replace(session, downhill_minutes=20, downhill_grade_pct=8)
    return PlanItem(session, key=rng.random() < 0.4)


def random_week(seed: int) -> tuple[WeekPlan, Scenario]:
    """Return a week, and a person with ratings that their sessions explain or do not."""
    rng = random.Random(seed)
    now = MONDAY + rng.choice([-5, 0, 7, 13]) * HOUR
    done = [
        Session(rng.choice(["legs", "run"]), now - rng.randint(3, 90) * HOUR, 60, rng.choice([5, 8]))
        for _ in range(rng.randint(0, 2))
    ]
    ratings = [CheckIn(now - ago * HOUR, rng.choice([0, 2, 4.5, 6, 8])) for ago in rng.sample([0, 12, 24], 2)]
    today = Scenario(
        now, Athlete(rng.choice(["novice", "recreational", "trained"])), done, ratings,
        sleep_h=rng.choice([None, 4.5, 6.0]), habits=Habits(foam_rolling=rng.random() < 0.5),
        log_since=rng.choice([None, now - dt.timedelta(days=40)]),
    )  # fmt: skip
    items = tuple(random_session(rng) for _ in range(rng.randint(2, 6)))
    return WeekPlan(MONDAY.date(), items, repeats=rng.random() < 0.6, on_past=rng.random() < 0.8), today


def expect_as_in_table(start: CandidateStart, review: PlanReview, item: PlanItem, *, of_runs: bool) -> None:
    """Expect that a start says what the table says of the session there, or of the run that has least."""
    rows = [each for each in review.sessions if each.item == item]
    if of_runs:
        runs = [each for each in review.sessions if each.is_run and each.advice is not None]
        rows = [each for each in runs if each.item.key] or runs
    told = [(VERDICTS.index(each.advice.verdict), each.advice.score or 0.0) for each in rows if each.advice is not None]
    code, recovery = min(told, key=lambda each: (each[0], round(each[1])))
    assert start.verdict == VERDICTS[code]
    assert start.recovery == pytest.approx(recovery, abs=0.01)
    assert bool(start.rule) == any(each.clashes for each in rows)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(12))
def test_why_here_and_the_table_agree(seed: int) -> None:
    plan, today = random_week(seed)
    rng, review = random.Random(seed), review_plan(plan, today)
    index = rng.randrange(len(plan.items))
    item = plan.items[index]
    alternatives = start_alternatives(plan, index, today)
    here = [each for each in alternatives.starts if each.start == item.session.start]
    for candidate in here:
        expect_as_in_table(candidate, review, item, of_runs=alternatives.of_runs)
    other = rng.choice(alternatives.starts)
    moved = PlanItem(dataclasses.replace(item.session, start=other.start), item.may_move, item.key, item.days)
    items = (*plan.items[:index], moved, *plan.items[index + 1 :])
    after = review_plan(dataclasses.replace(plan, items=items), today)
    expect_as_in_table(other, after, moved, of_runs=alternatives.of_runs)


def test_unexplained_soreness_stays_outside_the_product() -> None:
    """A leg day this evening, soreness 6 that nothing explains: the run after it is judged the same in both places."""
    now = MONDAY + 7 * HOUR
    today = Scenario(now, check_ins=[CheckIn(now, 6)])
    legs = PlanItem(Session("legs", now + 11 * HOUR, 60, 8))
    run = PlanItem(Session("run", now + 24 * HOUR, 40, 4), key=True)
    plan = WeekPlan(MONDAY.date(), (legs, run), repeats=False, on_past=True)
    alternatives = start_alternatives(plan, 0, today)
    here = next(each for each in alternatives.starts if each.start == legs.session.start)
    expect_as_in_table(here, review_plan(plan, today), legs, of_runs=True)


def test_a_leg_day_with_no_run_to_come_is_judged_itself() -> None:
    now = MONDAY + 20 * HOUR
    today = Scenario(now)
    run, legs = PlanItem(Session("run", now - 12 * HOUR, 40, 4)), PlanItem(Session("legs", now + 30 * HOUR, 60, 8))
    plan = WeekPlan(MONDAY.date(), (run, legs), repeats=False, on_past=True)
    alternatives = start_alternatives(plan, 1, today)
    assert not alternatives.of_runs
    assert {each.verdict for each in alternatives.starts} == {"hard"}


def test_a_start_is_faint_for_what_it_breaks_and_not_for_what_every_start_does() -> None:
    """The intervals are over their limit on any day; the leg day is to stand where it does not hit them besides."""
    legs = PlanItem(Session("legs", MONDAY + 18 * HOUR, 60, 8))
    fits = PlanItem(Session("run", MONDAY + (3 * 24 + 18) * HOUR, 30, 8, style="intervals"), key=True)
    over = dataclasses.replace(fits, session=dataclasses.replace(fits.session, minutes=60))
    told = {}
    for run in (fits, over):
        plan = WeekPlan(MONDAY.date(), (legs, run), repeats=False)
        told[run] = start_alternatives(plan, 0, Scenario(MONDAY))
    assert told[fits].everywhere == ()
    assert told[over].everywhere == (OVER_LIMIT,)
    assert all(start.rule for start in told[over].starts)
    faint = {run: [start.start for start in each.starts if start.avoidable] for run, each in told.items()}
    assert faint[fits] == [start.start for start in told[fits].starts if start.rule]
    assert faint[over] == faint[fits] != []


@pytest.mark.parametrize("seed", range(3))
def test_a_start_is_faint_only_where_a_rule_is_broken_and_never_at_all_alike(seed: int) -> None:
    plan, today = random_week(seed)
    for index in range(len(plan.items)):
        alternatives = start_alternatives(plan, index, today)
        assert all(start.rule for start in alternatives.starts if start.avoidable)
        if any(not start.rule for start in alternatives.starts):
            assert alternatives.everywhere == ()
            assert [start.avoidable for start in alternatives.starts] == [bool(s.rule) for s in alternatives.starts]
