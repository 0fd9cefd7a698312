"""Options side by side: equal to the advice for what they stand for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

import pytest

from legrun.alternatives.options import build_grid, list_options, recommended
from legrun.alternatives.options.today import why_not
from legrun.answering import advise, answer
from legrun.decision.advice import plan_fits
from legrun.model.readiness import VERDICTS
from legrun.wording.plan import instead, plan_sentence
from tests.scenarios import MORNING, legs, scenario
from tests.situations import SITUATIONS, asked, options_of, planned, start, with_session

KEYS = ["rest", "walk", "cross", "easy_run", "changed", "planned"]


@pytest.mark.parametrize("name", SITUATIONS)
def test_an_option_equals_the_advice_for_a_scenario_that_holds_it(name: str) -> None:
    of = SITUATIONS[name]
    for option in options_of(of).values():
        held = of if option.session is None else with_session(of, option.session)
        advice = advise(held, at=option.morning)
        assert option.verdict == advice.verdict
        assert option.recovery.median == pytest.approx(advice.score, abs=1e-3)
        assert option.soreness.low80 == pytest.approx(advice.soreness.low80, abs=1e-4)
        assert option.fatigue_pct.high80 == pytest.approx(advice.fatigue_pct.high80, abs=1e-3)


@pytest.mark.parametrize("name", SITUATIONS)
def test_hard_running_is_back_when_the_advice_after_it_says_so(name: str) -> None:
    of = SITUATIONS[name]
    for option in options_of(of).values():
        held = answer(of if option.session is None else with_session(of, option.session))
        end = start(of) if option.session is None or option.load_au == 0 else option.session.end
        after = (end - of.now) / dt.timedelta(hours=1)
        if held.advice.no_dates:
            assert option.hard is None, "nobody knows when it is over"
        else:
            assert option.hard == held.outlook.windows(len(VERDICTS) - 2, after)[0]


@pytest.mark.parametrize("name", SITUATIONS)
def test_more_load_never_leaves_more_recovery(name: str) -> None:
    options = options_of(SITUATIONS[name])
    assert list(options) == [key for key in KEYS if key in options]
    rest = options["rest"]
    assert rest.difference.low80 == rest.difference.high80 == 0
    for key in ("easy_run", "planned"):
        if key in options:
            assert options[key].recovery.median <= rest.recovery.median
            assert options[key].difference.high80 <= 0
            assert options[key].soreness.median >= rest.soreness.median - 1e-5
            back, rested = options[key].hard, rest.hard
            assert (back is None) == (rested is None)
            assert not back or not rested or not back.likely or back.likely >= (rested.likely or MORNING)
    for key in ("walk", "cross"):
        assert rest.recovery.median - 3.5 <= options[key].recovery.median <= rest.recovery.median
        assert options[key].load_au > rest.load_au == 0


def test_walking_and_riding_load_the_legs_in_part() -> None:
    options = options_of(SITUATIONS["Morning after legs"])
    assert (options["walk"].load_au, options["cross"].load_au) == (60, 90)
    walked = options["walk"].session
    assert walked is not None
    assert (walked.kind, options["cross"].name) == ("walk", "Easy bike or swim")


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_fits_is_what_the_limits_hold_and_what_does_not_says_why(name: str) -> None:
    of = SITUATIONS[name]
    _, advice = asked(of)
    for option in options_of(of).values():
        assert option.fits == (option.why_not == "")
        assert option.fits or option.why_not.endswith(".")
        if option.session is not None and option.session.kind == "run":
            assert option.fits == plan_fits(advice, option.session)
    assert options_of(of)["rest"].fits
    if VERDICTS.index(advice.verdict) >= VERDICTS.index("easy"):
        assert options_of(of)["easy_run"].fits


@pytest.mark.parametrize(
    ("name", "key", "says"),
    [
        ("Morning after legs", "planned", "Too much for today: at most 35 min."),
        ("Sore, nothing logged", "planned", "Too much for today: at most 25 min at effort 3."),
        ("Marathon yesterday", "easy_run", "Today's verdict is walk: no run."),
        ("Too sore to walk normally", "walk", "Today's verdict is rest: move only as far as it is comfortable."),
        ("Marathon build", "planned", ""),
    ],
)
def test_why_not_is_one_short_sentence(name: str, key: str, says: str) -> None:
    assert options_of(SITUATIONS[name])[key].why_not == says


@pytest.mark.parametrize("soreness", [0, 2, 4, 6, 8])
@pytest.mark.parametrize("ago", [1, 3, 12])
def test_why_not_and_the_card_agree_on_the_hour_and_the_day(ago: float, soreness: float) -> None:
    told = answer(scenario("recreational", legs(ago, 60, 8), sore=soreness, planned=planned(40, 4)))
    card, assumed = (plan_sentence(told.for_plan, planned(40, 4), MORNING, assumed=each) for each in (False, True))
    table = {option.key: option.why_not for option in told.options}["planned"]
    assert ("at 07:00" in card) == ("at 07:00" in assumed) == ("at 07:00" in table)
    assert card.endswith("fits.") == (table == "")


@pytest.mark.parametrize("run", [(40, 4), (20, 8), (90, 8), (34, 8), (300, 2), (150, 4)])
@pytest.mark.parametrize("soreness", [0, 3, 5, 7, 9])
def test_the_option_to_take_is_what_the_card_says(run: tuple[float, float], soreness: float) -> None:
    plan = planned(*run, downhill_minutes=10, downhill_grade_pct=5)
    told = answer(scenario("recreational", legs(60, 60, 8), sore=soreness, planned=plan))
    ours = recommended(told.options, told.for_plan)
    assert ours is not None
    assert ours.fits
    change = instead(told.for_plan, plan)
    if plan_fits(told.for_plan, plan):
        assert ours.key == "planned"
    elif change.startswith(("skip", "walk")):
        assert ours.key == told.for_plan.verdict
    else:
        assert ours.session is not None
        how = f"{ours.session.minutes:.0f} min", f"effort {ours.session.rpe:g}"
        told_of = re.findall(r"\d+ min|effort \d+", change)
        assert told_of
        assert set(told_of) <= set(how)


def test_what_fits_in_the_evening_is_too_much_at_its_hour_alone() -> None:
    told = answer(scenario("recreational", legs(12, 60, 8), sore=0, planned=planned(40, 4)))
    assert told.options[-1].why_not == "Too much at 07:00: at most 35 min."
    walk = dataclasses.replace(told.for_plan, verdict="walk", max_rpe=2.0, limits=((2.0, 40.0),))
    assert why_not(walk, planned(40, 4), told.scenario) == "The verdict at 07:00 is walk: no run."


def test_a_limp_allows_a_walk_and_no_ride() -> None:
    options = options_of(scenario("recreational", flags={"limping"}))
    assert options["walk"].fits
    assert options["cross"].why_not == "With a limp, walking is enough."


def test_a_plan_on_another_day_is_held_against_that_days_limits() -> None:
    of = scenario("recreational", legs(12, 60, 8), sore=4, planned=planned(90, 8, in_h=48))
    assert options_of(of)["planned"].why_not.startswith("Too much for Friday: at most")
    assert options_of(of)["rest"].morning == dt.datetime(2026, 3, 7, 7)


def test_the_easy_run_stays_within_the_limits_or_is_the_gentlest() -> None:
    easy = options_of(SITUATIONS["Sore, nothing logged"])["easy_run"].session
    none = options_of(SITUATIONS["Marathon yesterday"])["easy_run"].session
    assert easy is not None
    assert none is not None
    assert (easy.minutes, easy.rpe) == (25, 3)
    assert (none.minutes, none.rpe) == (20, 3)


def test_relief_is_short_and_never_called_recovery() -> None:
    options = options_of(SITUATIONS["Morning after legs"])
    assert options["walk"].relief == (
        "May ease soreness for about an hour (4 feels like 3); not shown to speed recovery."
    )
    assert options["rest"].relief == ""
    assert options["planned"].relief == "", "nothing is promised of what does not fit"
    assert options_of(SITUATIONS["Rested"])["walk"].relief == "", "nothing to ease"
    barely = options_of(scenario("recreational", legs(12, 60, 8), sore=1, planned=planned()))
    assert barely["walk"].relief == "", "1 that feels like 1 is no relief"


def test_without_a_plan_there_are_four_options() -> None:
    assert list(options_of(scenario("recreational", legs(12, 60, 8)))) == KEYS[:-2]


def test_nothing_is_offered_behind_a_red_flag() -> None:
    reply, advice = asked(scenario("recreational", legs(12, 60, 8), flags={"rhabdo"}, planned=planned()))
    assert list_options(reply.ensemble, reply.course, reply.gates, advice) == ()
    assert build_grid(reply.ensemble, reply.course, reply.gates, advice) is None
