"""What would help, and what fits this run: effects, what is not offered, and how plainly it is said."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import Any

import pytest

from legrun.alternatives.levers import Lever, find_levers
from legrun.alternatives.options import list_options
from legrun.alternatives.tips import choose_tips
from legrun.answering import answer
from legrun.evidence import claims, constant, studies, value
from legrun.scenario import Habits, Scenario, Session
from legrun.scenario.presets import PRESETS
from legrun.wording.levers import effect_words, grade_words, hard_again_words
from legrun.wording.score import rounded_score
from tests.evidence.test_claims import TOO_SURE
from tests.scenarios import MORNING, legs, run, scenario

UNPROVEN = ["bedroom", "water", "antioxidants", "epsom_salt", "stretching"]
IN_USE = Habits(foam_rolling=True, compression=True, massage=True, cold_water=True, protein_g_per_kg=1.6)
SITUATIONS = {preset.name: preset.scenario(MORNING.date()) for preset in PRESETS}


def planned(minutes: float = 60, rpe: float = 6, **more: Any) -> Session:
    return Session("run", MORNING, minutes, rpe, **more)


def base(**more: Any) -> Scenario:
    return scenario("recreational", legs(12, 60, 8), **{"sore": 4, "planned": planned(), **more})


def levers_of(of: Scenario) -> dict[str, Lever]:
    reply = answer(of)
    start = of.planned.start if of.planned is not None else of.now
    return {each.key: each for each in find_levers(reply.ensemble, reply.course, reply.gates, reply.advice_at(start))}


def effect(lever: Lever) -> float:
    assert lever.effect is not None
    return lever.effect.median


@pytest.mark.parametrize("name", SITUATIONS)
def test_no_lever_lowers_tomorrows_recovery(name: str) -> None:
    levers = levers_of(SITUATIONS[name])
    for lever in levers.values():
        if lever.effect is not None:
            assert lever.effect.low80 >= -1e-3, lever.key
            assert lever.effect.low80 <= lever.effect.median <= lever.effect.high80
    assert list(levers)[-5:] == UNPROVEN


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_most_helpful_stands_first_and_what_has_no_number_last(name: str) -> None:
    ranked = list(levers_of(SITUATIONS[name]).values())
    numbered = [lever for lever in ranked if lever.effect is not None]
    assert ranked[: len(numbered)] == numbered
    helpful = [lever.recovery - lever.without for lever in numbered if not lever.no_effect]
    assert helpful == sorted(helpful, reverse=True)
    assert all(lever.no_effect for lever in numbered[len(helpful) :])


def test_levers_on_the_run_are_the_difference_to_the_plan() -> None:
    of = base()
    levers, there = levers_of(of), answer(of)
    plan = {each.key: each for each in list_options(there.ensemble, there.course, there.gates, there.advice)}["planned"]
    # Tomorrow at the same hour the moved run is only about to start: the morning is that after rest.
    assert effect(levers["wait"]) == pytest.approx(-plan.difference.median, abs=1e-3)
    for key, other in (("shorter", planned(minutes=30)), ("easier", planned(rpe=4))):
        seen = {e.key: e for e in _options(dataclasses.replace(of, planned=other))}["planned"]
        assert effect(levers[key]) == pytest.approx(seen.recovery.median - plan.recovery.median, abs=0.3)
        assert (levers[key].hours_sooner or 0) >= 0


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_points_of_a_lever_are_those_between_the_numbers_that_options_shows(name: str) -> None:
    reply = answer(SITUATIONS[name])
    shown = {option.key: rounded_score(option.recovery.median, 1) for option in reply.options}
    levers = {lever.key: lever for lever in reply.levers}
    if "wait" not in levers or "just before" in levers["wait"].why or "planned" not in shown:
        return
    points = shown["rest"] - shown["planned"]
    said = effect_words(levers["wait"], "tomorrow morning")
    assert said.startswith(f"+{points} point") or (points < 1 and said.startswith(("No effect", "Less than 1")))


@pytest.mark.parametrize(
    ("hour", "in_h", "name"),
    [(7, 0, "tonight"), (7, 24, "in the night to Fri"), (0, 0, "in the night to Thu"), (23, 0, "tonight")],
)
def test_the_night_to_sleep_longer_in_is_the_one_before_the_morning_after_the_run(
    hour: int, in_h: float, name: str
) -> None:
    now = dt.datetime(2026, 3, 4, hour)
    planned_later = Session("run", now + dt.timedelta(hours=in_h), 40, 4)
    levers = {each.key: each for each in answer(Scenario(now, planned=planned_later)).levers}
    assert levers["sleep"].name == f"An hour more sleep {name}"


def _options(of: Scenario) -> Any:
    reply = answer(of)
    return list_options(reply.ensemble, reply.course, reply.gates, reply.advice)


def test_waiting_a_day_brings_hard_running_back_later() -> None:
    lever = levers_of(base(planned=planned(60, 7)))["wait"]
    sooner = lever.hours_sooner or 0
    assert sooner < 0
    assert hard_again_words(lever) == f"Hard running is back about {-sooner:.0f}\u00a0h later."


def test_flat_is_offered_for_a_downhill_run_only() -> None:
    downhill = levers_of(base(planned=planned(downhill_minutes=30, downhill_grade_pct=8)))
    assert effect(downhill["flat"]) > 5
    assert "flat" not in levers_of(base())


def test_without_a_run_in_mind_nothing_is_said_about_one() -> None:
    assert not {"wait", "shorter", "easier", "flat"} & set(levers_of(base(planned=None)))


def test_a_run_that_can_hardly_be_shorter_or_easier_is_left_alone() -> None:
    assert not {"shorter", "easier"} & set(levers_of(base(planned=planned(15, 2))))


def test_what_is_in_use_is_not_offered() -> None:
    habits = {"foam_rolling", "compression", "massage", "cold_water", "protein"}
    assert habits <= set(levers_of(base()))
    assert not habits & set(levers_of(base(habits=IN_USE)))
    assert "warm_up" not in levers_of(scenario("recreational", legs(12, 60, 8, warm_up=True)))


def test_alcohol_is_a_lever_for_those_who_drank() -> None:
    assert "alcohol" not in levers_of(base())
    some = levers_of(base(habits=Habits(alcohol_g_per_kg=0.5)))["alcohol"]
    assert some.no_effect
    # A leg day late this evening: more than a day after last evening's drink, which slows nothing of it.
    later = legs(-15.5, 60, 8)
    much = levers_of(scenario("recreational", later, habits=Habits(alcohol_g_per_kg=1.5), planned=None))["alcohol"]
    assert effect(much) > 0.5


def test_an_hour_more_sleep_helps_who_sleeps_short_and_nobody_else() -> None:
    assert levers_of(base(sleep=5))["sleep"].no_effect, "the night ahead is a usual one of 7.5 h"
    short = levers_of(base(sleep=6, usual=5.5))["sleep"]
    assert effect(short) == pytest.approx(2.5, abs=1)
    assert "beyond 7 h" in levers_of(base())["sleep"].why


def test_one_more_hour_can_lift_the_gate_of_a_short_night() -> None:
    of = scenario("recreational", sleep=4.5, usual=4.5, planned=planned(30, 3))
    lever = levers_of(of)["sleep"]
    assert lever.hard is not None
    assert effect(lever) > 3


def test_more_sleep_is_the_advice_for_the_longer_night() -> None:
    of = base(sleep=6, usual=6)
    longer = dataclasses.replace(of, sleep_h={MORNING.date(): 6.0, MORNING.date() + dt.timedelta(days=1): 7.0})
    before, after = (
        next(each for each in _options(one) if each.key == "planned").recovery.median for one in (of, longer)
    )
    assert effect(levers_of(of)["sleep"]) == pytest.approx(after - before, abs=0.3)


def test_habits_take_their_share_of_soreness_and_together_never_more_than_a_fifth() -> None:
    levers = levers_of(scenario("recreational", legs(24, 60, 8)))
    assert effect(levers["massage"]) == pytest.approx(2 * effect(levers["foam_rolling"]), rel=0.15)
    assert levers["foam_rolling"].effect is not None
    assert levers["foam_rolling"].effect.low80 == pytest.approx(0.3, abs=0.3), "its range in the registry ends at none"
    three = Habits(massage=True, cold_water=True, foam_rolling=True)
    assert levers_of(scenario("recreational", legs(24, 60, 8), habits=three))["compression"].no_effect


def test_a_habit_from_now_on_takes_the_more_the_more_sessions_explain() -> None:
    rated, unrated = (levers_of(scenario("recreational", legs(24, 60, 8), sore=s))["massage"] for s in (4.1, None))
    assert 0 < effect(unrated) < effect(rated) < 2 * effect(unrated)


def test_no_effect_is_said_plainly() -> None:
    lever = levers_of(dataclasses.replace(SITUATIONS["Rested"], planned=None))["massage"]
    assert lever.no_effect
    assert effect_words(lever, "tomorrow morning") == "No effect on recovery tomorrow morning."
    assert hard_again_words(lever) == "", "hard running is possible already"


def test_an_effect_is_said_in_whole_points_with_its_range() -> None:
    levers = levers_of(base())
    assert re.fullmatch(
        r"\+\d+ points? tomorrow morning( \(range (0|\+\d+) to \+\d+\))?\.",
        effect_words(levers["massage"], "tomorrow morning"),
    )
    assert "Regular cold water after lifting may blunt" in levers["cold_water"].caveat


@pytest.mark.parametrize(
    ("key", "grade", "says"),
    [
        ("bedroom", "plausible", "No number: untested."),
        ("water", "mixed", "No number: no clear effect."),
        ("antioxidants", "mixed", "No number: no clear effect."),
        ("epsom_salt", "no evidence", "No number: no evidence."),
        ("stretching", "contradicted", "No number: shown not to help."),
        ("warm_up", "not graded", "For the next leg day, not for the morning after."),
    ],
)
def test_what_has_no_evidence_has_no_number(key: str, grade: str, says: str) -> None:
    lever = levers_of(base())[key]
    assert lever.effect is None
    assert lever.hours_sooner is None
    assert (lever.grade, effect_words(lever, "tomorrow morning"), hard_again_words(lever)) == (grade, says, "")


@pytest.mark.parametrize(("hour", "says"), [(0, "just before that morning"), (7, "fresher the morning after")])
def test_a_run_a_day_later_says_what_becomes_of_the_morning_after(hour: int, says: str) -> None:
    now = dt.datetime(2026, 3, 4, hour)
    told = Scenario(now, sessions=(legs(12, 60, 8),), planned=Session("run", now, 40, 4))
    assert says in levers_of(told)["wait"].why


def test_the_warm_up_says_what_it_takes_off_a_leg_day_like_the_last() -> None:
    assert re.search(r"about 0\.\d of 10 after one like your last\.$", levers_of(base())["warm_up"].why)
    assert levers_of(scenario("recreational"))["warm_up"].why.endswith("but not the strength it costs.")


def test_the_grade_says_what_it_grades() -> None:
    levers = levers_of(base())
    said = {key: grade_words(levers[key]) for key in ("massage", "foam_rolling", "bedroom", "warm_up")}
    assert said == {
        "massage": "evidence weak", "foam_rolling": "supported, evidence moderate", "bedroom": "plausible", "warm_up": ""
    }  # fmt: skip


def test_grades_strengths_and_studies_come_from_the_registry() -> None:
    levers = levers_of(base())
    assert levers["foam_rolling"].grade == claims()[15].grade
    assert levers["foam_rolling"].strength == constant("habits.foam_rolling").strength
    for lever in levers.values():
        assert set(lever.studies) <= set(studies())
        assert lever.why.endswith(".")
        assert not TOO_SURE.search(f"{lever.why} {lever.caveat}".lower())


def test_nothing_is_offered_behind_a_red_flag() -> None:
    assert levers_of(base(flags={"heart"})) == {}
    of = base(flags={"heart"})
    assert choose_tips(answer(of).advice, of) == ()


def tips_of(of: Scenario) -> list[int]:
    return [tip.claim for tip in choose_tips(answer(of).advice, of)]


@pytest.mark.parametrize("name", SITUATIONS)
def test_tips_are_few_graded_and_tagged(name: str) -> None:
    of = SITUATIONS[name]
    reply = choose_tips(answer(of).advice, of)
    assert 1 <= len(reply) <= 4
    for tip in reply:
        claim = claims()[tip.claim]
        assert tip.text == claim.claim
        assert tip.grade.startswith(claim.grade)
        assert tip.why == claim.verdict
        assert tip.against == (claim.grade in ("contradicted", "no evidence"))
        assert claim.tips or tip.against


def test_running_to_be_less_sore_is_offered_as_no_reason_where_it_tempts() -> None:
    assert 1 in tips_of(SITUATIONS["Morning after legs"])
    assert 1 not in tips_of(SITUATIONS["Rested"]), "nothing is sore"
    assert 1 not in tips_of(SITUATIONS["Marathon yesterday"]), "no run is allowed"


@pytest.mark.parametrize("soreness", [0, 3, 4, 5, 6])
def test_a_tip_on_a_run_after_leg_day_is_for_a_leg_day_that_is_known(soreness: float) -> None:
    after = base(sore=soreness)
    unknown = dataclasses.replace(after, sessions=())
    assert [tip for tip in choose_tips(answer(unknown).advice, unknown) if "leg day" in tip.text] == []
    assert soreness not in (3, 4) or {1, 13} <= set(tips_of(after))


@pytest.mark.parametrize(
    ("of", "numbers"),
    [
        (SITUATIONS["First leg day ever"], [7, 28, 15, 14]),
        (SITUATIONS["Morning after legs"], [13, 1, 12, 15]),
        (SITUATIONS["Lifts twice a week"], [12, 15, 14, 18]),
        (SITUATIONS["Short nights"], [21, 12, 32]),
        (SITUATIONS["Too sore to walk normally"], [11, 7, 21, 15]),
        (SITUATIONS["Marathon yesterday"], [7, 21, 32]),
        (SITUATIONS["Sore, nothing logged"], [12, 29, 4, 16]),
        (SITUATIONS["Rested"], [12, 27, 10]),
        (scenario(sore=9), [11, 7]),  # rest without the flag
        (scenario(usual=7, sleep=7), [12, 27, 10]),  # a night of 7 h is not short
        (scenario(usual=6.5, sleep=7), [21, 12, 27, 10]),
    ],
)
def test_the_tips_fit_the_situation_the_most_useful_first(of: Scenario, numbers: list[int]) -> None:
    assert tips_of(of) == numbers


@pytest.mark.parametrize(
    ("of", "claim"),
    [
        (base(), 8),
        (base(habits=Habits(alcohol_g_per_kg=0.8)), 20),
        (scenario("recreational", run(18, 216, 8), sore=6), 7),
    ],
)
def test_a_tip_fits_what_is_planned_and_done(of: Scenario, claim: int) -> None:
    assert claim in tips_of(of)


def test_what_is_in_use_is_no_tip() -> None:
    assert 15 not in tips_of(base(habits=IN_USE, planned=None))
    assert 14 not in tips_of(base(habits=IN_USE, planned=None))


@pytest.mark.parametrize(("rpe", "offered"), [(0.0, True), (-0.5, False)])
def test_an_easier_run_is_offered_from_its_border_on(rpe: float, *, offered: bool) -> None:
    effort = value("levers.least_rpe") + rpe
    assert ("easier" in levers_of(base(planned=planned(60, effort)))) is offered


def test_alcohol_slows_a_session_once_however_near_both_evenings_are() -> None:
    drunk = Habits(alcohol_g_per_kg=1.5)
    # Within a day of last evening and of tonight: the first has slowed it already.
    assert levers_of(scenario("recreational", legs(1, 60, 8), habits=drunk))["alcohol"].no_effect
    late = MORNING.replace(hour=23)
    assert (
        effect(levers_of(scenario("recreational", legs(0.5, 60, 8, now=late), now=late, habits=drunk))["alcohol"]) > 0
    )


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_the_evidence_is_against_is_offered_as_no_reason_to_run_alone(name: str) -> None:
    reply = answer(SITUATIONS[name])
    for tip in choose_tips(reply.for_plan, reply.scenario):
        assert tip.against == (claims()[tip.claim].grade in ("contradicted", "no evidence"))
        assert not tip.against or tip.claim in (1, 4)
