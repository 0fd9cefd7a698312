"""Whether a planned run fits, and what would: the whole sentence for each kind of answer."""

from __future__ import annotations

import dataclasses

import pytest

import legrun
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.hours import DAY
from legrun.scenario.week_plan import WeekPlan
from legrun.week.review import review_plan
from legrun.wording.plan import instead_in_short, plan_sentence
from legrun.wording.unrated import unrated_plan_sentence
from tests.scenarios import MORNING, legs, scenario

AFTER_LEGS = scenario("recreational", legs(12, 60, 8), sore=4)


@pytest.mark.parametrize(
    ("inputs", "minutes", "effort", "said", "short"),
    [
        (AFTER_LEGS, 35, 4, "fits.", None),
        (AFTER_LEGS, 60, 4, "is too much today: shorten it to 35 min.", "35 min"),
        (AFTER_LEGS, 30, 7, "is too much today: slow down to effort 4.", "easy"),
        (AFTER_LEGS, 35, 7, "is too much today: slow down to effort 4.", "easy"),
        (AFTER_LEGS, 60, 7, "is too much today: shorten it to 35 min at effort 4.", "easy 35"),
        (scenario(sore=3), 40, 9, "is too much today: slow down to effort 6.", "steady"),
        (scenario(sore=0), 35, 9, "is too much today: shorten it to 30 min.", "30 min"),
        (scenario(sore=7), 30, 4, "is too much today: walk up to 40 min instead.", "walk"),
        (scenario(sore=9), 30, 4, "is too much today: skip it.", "no run"),
    ],
)
def test_a_run_that_is_too_much_is_told_what_fits(
    inputs: Scenario, minutes: int, effort: int, said: str, short: str | None
) -> None:
    plan, advice = Session("run", MORNING, minutes, effort), legrun.advise(inputs)
    size = f"{minutes} min at effort {effort}"
    assert plan_sentence(advice, plan, MORNING) == f"Your run ({size}) {said}"
    elsewhere = "fits." if short is None else "is too much today; change it under My planned run."
    assert plan_sentence(advice, plan, MORNING, assumed=True) == f"A run of {size} {elsewhere}"
    unrated = unrated_plan_sentence(advice, plan, MORNING, assumed=True)
    rate = f"Rate your legs to see whether a run of {size} fits."
    assert unrated == (rate if short is None else f"A run of {size} {elsewhere}")
    if short is not None:
        assert instead_in_short(advice, plan) == short


@pytest.mark.parametrize("inputs", [scenario(sore=7), scenario("recreational", flags={"limping"})])
def test_no_run_fits_where_one_walks_however_easy(inputs: Scenario) -> None:
    told = legrun.answer(dataclasses.replace(inputs, planned=Session("run", MORNING, 20, 1)))
    said = plan_sentence(told.for_plan, Session("run", MORNING, 20, 1), MORNING)
    assert "walk up to 40 min instead" in said
    fits = {option.key: option.fits for option in told.options}
    assert (fits["walk"], fits["easy_run"], fits["planned"]) == (True, False, False)
    grid = told.grid()
    assert grid is not None
    assert not grid.inside.any()
    items = (PlanItem(Session("run", MORNING, 20, 1)),)
    plan = WeekPlan(MORNING.date(), items, repeats=False, on_past=True)
    assert review_plan(plan, inputs).sessions[0].fits is False


@pytest.mark.parametrize(("ago", "moved"), [(1, "midday today"), (3, "later this morning")])
def test_a_run_that_fits_later_on_its_day_is_not_too_much_for_the_day(ago: float, moved: str) -> None:
    told = scenario("recreational", legs(ago, 60, 8), sore=2, planned=Session("run", MORNING, 30, 4))
    said = plan_sentence(legrun.answer(told).for_plan, Session("run", MORNING, 30, 4), MORNING)
    assert said.endswith(f" is too much at 07:00: slow down to effort 3, or move it to {moved}.")


def test_a_run_of_another_day_is_too_much_that_day() -> None:
    plan = Session("run", MORNING + DAY, 90, 4)
    said = plan_sentence(legrun.advise(AFTER_LEGS, plan.start), plan, MORNING)
    assert said == "Your run (90 min at effort 4) is too much that day: shorten it to 35 min."


def test_downhill_soon_after_a_leg_day_is_told_from_more_minutes_than_a_gate_allows() -> None:
    advice = legrun.advise(scenario("recreational", legs(30, 60, 8), sore=1))
    assert advice.flat_only
    allowed = Session("run", MORNING, 40, 4, downhill_minutes=20, downhill_grade_pct=8)
    assert plan_sentence(advice, allowed, MORNING).endswith(" fits.")
    more = dataclasses.replace(allowed, downhill_minutes=21)
    assert plan_sentence(advice, more, MORNING).endswith(" fits on flat ground: downhill adds to a hard leg day.")
