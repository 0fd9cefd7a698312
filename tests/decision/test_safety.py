"""Red flags, and soreness that lasts."""

import dataclasses
import datetime as dt

import pytest

import legrun
from legrun.decision.advice import plan_fits
from legrun.decision.safety import AFTER_FEVER, STOP, lasting_soreness, safety_notes
from legrun.scenario import RED_FLAGS, CheckIn, Scenario, Session
from legrun.scenario.sessions import Kind
from legrun.wording.verdict import verdict_sentence
from legrun.wording.why import why_sentences
from tests.scenarios import MORNING, legs, run, scenario


@pytest.mark.parametrize("flag", ["illness", "limping", "too_sore_to_walk"])
def test_a_flag_names_no_date_and_tomorrow_is_an_easy_run_at_most(flag: str) -> None:
    inputs = scenario(flags={flag})
    advice = legrun.advise(inputs)
    assert advice.no_dates
    assert advice.windows == ()
    said = verdict_sentence(advice, MORNING)
    assert "check again" in said.lower()
    assert "likely" not in said
    tomorrow = legrun.advise(inputs, MORNING + dt.timedelta(hours=30))
    assert (tomorrow.verdict, tomorrow.windows) == ("easy", ())


def test_behind_a_red_flag_no_number_is_given() -> None:
    told = legrun.answer(scenario(sore=2, flags={"heart"})).to_dict()
    assert told["week"] is None
    assert set(told["advice"]) == {"at", "verdict", "stop"}
    assert told["advice"]["verdict"] is None


def test_while_no_date_may_be_named_none_is_named_for_the_planned_run() -> None:
    plan = run(-1, 40, 6)
    asked = [
        scenario("recreational", legs(12, 60, 8), sore=3, planned=plan, flags=flags) for flags in ((), {"limping"})
    ]
    well, limping = (legrun.answer(each).for_plan for each in asked)
    assert not plan_fits(well, plan)
    assert well.plan_time is not None
    assert not plan_fits(limping, plan)
    assert limping.plan_time is None


def test_every_red_flag_has_what_to_do() -> None:
    assert set(STOP) == set(RED_FLAGS)


def test_the_way_back_after_a_fever_is_told_of_a_fever_alone() -> None:
    assert safety_notes(Scenario(MORNING, flags={"illness"})) == (AFTER_FEVER,)
    assert safety_notes(Scenario(MORNING, flags={"limping", "returning"})) == ()


def test_a_red_flag_replaces_the_score() -> None:
    advice = legrun.advise(scenario(flags={"rhabdo"}))
    assert advice.stop == ("rhabdo",)
    assert advice.score is None
    assert advice.max_minutes == 0
    assert not plan_fits(advice, run(0, 10, 1))
    assert why_sentences(advice, MORNING) == []


def moved(kind: Kind, ago_h: float, minutes: float, rpe: float) -> Session:
    return dataclasses.replace(run(ago_h, minutes, rpe), kind=kind)


@pytest.mark.parametrize(
    ("sessions", "ratings", "lasting"),
    [
        ((legs(170, 60, 8),), ((170, 3), (100, 3), (0, 3)), True),
        ((legs(170, 60, 8),), ((170, 3), (100, 2.5), (0, 3)), False),
        ((legs(170, 60, 8), run(20, 40, 4), run(60, 40, 4)), ((170, 3), (100, 4), (0, 3)), True),
        ((), ((170, 4), (90, 5), (0, 4)), True),
        ((), ((160, 4), (90, 5), (0, 4)), False),
        ((legs(100, 60, 8),), ((0, 5),), False),
        ((legs(100, 60, 8),), ((20, 3), (0, 5)), True),
        ((legs(100, 60, 8),), ((20, 3), (0, 4)), False),
        ((), ((0, 8),), False),
        # Football yesterday explains what a walk does not.
        ((legs(100, 60, 8), moved("other", 20, 90, 8)), ((20, 3), (0, 5)), False),
        ((legs(100, 60, 8), moved("walk", 20, 30, 2)), ((20, 3), (0, 5)), True),
        # A newest rating of a week ago still counts, an older one does not.
        ((), ((336, 4), (250, 5), (168, 4)), True),
        ((), ((336, 4), (250, 5), (169, 4)), False),
    ],
)
def test_soreness_that_lasts_is_noticed(
    sessions: tuple[Session, ...], ratings: tuple[tuple[float, float], ...], lasting: bool
) -> None:
    check_ins = [CheckIn(MORNING - dt.timedelta(hours=ago), sore) for ago, sore in ratings]
    assert lasting_soreness(Scenario(now=MORNING, sessions=sessions, check_ins=check_ins)) is lasting


def test_while_soreness_lasts_no_date_is_named() -> None:
    rated = [CheckIn(MORNING - dt.timedelta(days=day), 4) for day in range(9)]
    advice = legrun.advise(Scenario(MORNING, sessions=(run(30, 30, 3),), check_ins=rated))
    assert advice.no_dates
    assert advice.windows == ()
