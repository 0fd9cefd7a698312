"""What is said of an advice: its sentence, the reasons, the plan, the people."""

import dataclasses
import datetime as dt
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legrun
from legrun.decision.advice import plan_fits
from legrun.decision.outlook import Window
from legrun.model.readiness import VERDICTS, Verdict, zone
from legrun.scenario import CheckIn, Scenario, Session
from legrun.scenario.presets import PRESETS, Preset
from legrun.scenario.sessions import Kind
from legrun.wording.limits import effort_words, limits_words
from legrun.wording.outlook import chances_sentence
from legrun.wording.plan import better_time, plan_sentence
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day
from legrun.wording.verdict import verdict_sentence
from legrun.wording.why import why_sentences
from tests.scenarios import MORNING, legs, run, scenario


def test_minutes_that_are_the_same_at_an_easier_effort_are_said_once() -> None:
    back = scenario(sore=0, flags={"rebuilding"})
    advice = legrun.advise(back)
    assert len({minutes for _, minutes in advice.limits}) == 1
    assert limits_words(advice) == f"{advice.max_minutes:.0f} min at effort {advice.max_rpe:g}"


@pytest.mark.parametrize(
    ("inputs", "start"),
    [
        (scenario(flags={"illness"}), "Rest from running today. Walk gently if that is comfortable, and check again"),
        (scenario("recreational", run(20, 216, 8)), "Walk, don't run: up to 40 min at effort 2 or below. An easy run"),
        (scenario(sore=4.2), "Easy run only: up to 35 min at effort 4 or below, slow enough to talk. Intervals"),
        (
            scenario(sleep=4.5),
            "Steady run: up to 35 min at effort 6, or 55 at effort 4. Keep intervals, tempo and sprints for",
        ),
        (
            scenario(),
            "A hard run fits: up to 30 min at effort 9, 50 at effort 6, or 75 at effort 4. Nothing you entered stands",
        ),
    ],
)
def test_the_sentence_of_each_verdict(inputs: Scenario, start: str) -> None:
    assert verdict_sentence(legrun.advise(inputs), MORNING).startswith(start)


def test_the_plan_is_cut_or_moved() -> None:
    plan = Session("run", MORNING, 45, 6)
    told = legrun.answer(scenario("recreational", legs(12, 60, 8), sore=4, planned=plan))
    assert plan_sentence(told.for_plan, run(0, 30, 4), MORNING) == "Your run (30 min at effort 4) fits."
    said = plan_sentence(told.for_plan, plan, MORNING)
    assert said.startswith("Your run (45 min at effort 6) is too much today: shorten it to 35 min at effort 4, or move")
    time = better_time(told.for_plan, plan)
    assert time is not None
    assert plan_fits(told.advice_at(time), plan)


@settings(deadline=None, max_examples=30)
@given(st.floats(10, 200), st.floats(1, 10), st.none() | st.floats(0, 10), st.floats(1, 80))
def test_a_limit_never_lies_below_a_plan_that_fits_and_a_time_is_one_at_which_it_does(
    minutes: float, rpe: float, sore: float | None, ago: float
) -> None:
    plan = Session("run", MORNING, minutes, rpe)
    told = legrun.answer(scenario("recreational", legs(ago, 60, 8), sore=sore, planned=plan))
    advice = told.for_plan
    said = limits_words(advice) if advice.limits else ""
    printed = [float(number) for number in re.findall(r"(\d+)(?: min)? at effort", said)]
    if plan_fits(advice, plan):
        assert minutes <= max(printed)
        assert better_time(advice, plan) is None
    elif (time := better_time(advice, plan)) is not None:
        assert plan_fits(told.advice_at(time), plan)


def test_nothing_stands_in_the_way_only_from_ninety_on() -> None:
    short = [scenario(sleep=sleep, usual=sleep) for sleep in (4.5, 5, 5.5, 6.5)]
    for value in (scenario("recreational", legs(60, 60, 8)), scenario(sleep=6.2), scenario(), *short):
        advice = legrun.advise(value)
        clear = "Nothing you entered stands in the way" in verdict_sentence(advice, MORNING)
        assert clear == (advice.verdict == "hard" and advice.nothing_in_the_way)
        assert not clear or (advice.score or 0) >= 90
        assert not (clear and any("sleep" in line for line in why_sentences(advice, MORNING)))


def test_a_score_is_not_rounded_across_a_border() -> None:
    scores = np.arange(0, 100.01, 0.1)
    rounded = np.array([float(rounded_score(score)) for score in scores])
    assert scores[zone(rounded) != zone(scores)].tolist() == []
    assert scores[np.abs(rounded - scores) > 2.6].tolist() == []
    # What is no step of five is what Compare says, to the point.
    points = np.array([float(rounded_score(score, to=1)) for score in scores])
    assert scores[(rounded % 5 != 0) & (rounded != points)].tolist() == []


@pytest.mark.parametrize(("ago", "said"), [(12, True), (47, True), (49, False)])
def test_upper_body_work_takes_nothing_from_the_legs_and_that_is_said(ago: float, *, said: bool) -> None:
    bench = Session("upper", MORNING - dt.timedelta(hours=ago, minutes=90), 90, 9)
    worked, rested = (legrun.advise(each) for each in (scenario("recreational", bench), scenario()))
    assert (worked.score, worked.verdict, worked.limits) == (rested.score, rested.verdict, rested.limits)
    assert any(line.startswith(f"Upper-body work {ago} h ago") for line in why_sentences(worked, MORNING)) == said
    assert worked.nothing_in_the_way != said


@pytest.mark.parametrize("rpe", [4.3, 5.0, 5.5, 6.7])
@pytest.mark.parametrize("sore", [0, 3])
def test_a_run_is_shortened_to_what_fits(rpe: float, sore: float) -> None:
    plan = Session("run", MORNING, 100, rpe)
    told = legrun.answer(scenario("novice", sore=sore, planned=plan))
    minutes = re.search(r"shorten it to (\d+) min(?! at)", plan_sentence(told.for_plan, plan, MORNING))
    assert (minutes is None) == (rpe > told.for_plan.max_rpe)
    if minutes is not None:
        assert plan_fits(told.for_plan, dataclasses.replace(plan, minutes=float(minutes[1])))
        assert not plan_fits(told.for_plan, dataclasses.replace(plan, minutes=float(minutes[1]) + 1))


def test_sleep_is_named_when_it_costs_points() -> None:
    said = why_sentences(legrun.advise(scenario("recreational", legs(12, 60, 8), sore=5, sleep=5.5)), MORNING)
    assert any("sleep 5.5 h" in line for line in said)


def test_why_names_the_gate_that_lowers_the_score() -> None:
    said = " ".join(why_sentences(legrun.advise(scenario(sleep=4.5)), MORNING))
    assert "The score alone would allow a hard run; a night under 5 h lowers it" in said


@pytest.mark.parametrize(
    "ahead", [legs(-12, 60, 8), run(-25, 60, 8)], ids=["leg day this evening", "intervals tomorrow"]
)
def test_what_is_planned_is_not_told_as_legs_that_get_worse(ahead: Session) -> None:
    """After a week was sent to Today, tomorrow's intervals made “it gets worse before it gets better” of good legs."""
    said = why_sentences(legrun.advise(scenario("recreational", legs(60, 60, 8), ahead)), MORNING)
    assert not [line for line in said if "worse before" in line or "still rising" in line]
    assert [line for line in said if line.startswith("With what is planned until then, ")]


def test_rising_soreness_is_announced() -> None:
    said = why_sentences(legrun.advise(scenario("novice", legs(10, 60, 8, novelty=1))), MORNING)
    assert any(line.startswith("Soreness is still rising:") for line in said)


@pytest.mark.parametrize("banned", ["safe", "cleared", "injury risk", "heal", "03:00"])
@pytest.mark.parametrize(
    "inputs",
    [scenario(), scenario(sore=9), scenario("novice", legs(10, 60, 8, novelty=1)), scenario("recreational", run(2, 216, 8))],
)  # fmt: skip
def test_words_that_are_never_said(inputs: Scenario, banned: str) -> None:
    advice = legrun.advise(inputs)
    said = " ".join([verdict_sentence(advice, MORNING), *why_sentences(advice, MORNING)])
    assert banned not in said.lower()


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, "this morning"), (5, "midday today"), (8, "this afternoon"), (16, "tomorrow morning"), (20, "tomorrow morning"),
     (24 * 3 + 11, "Sat evening"), (24 * 8, "morning of Thu 12 Mar")],
)  # fmt: skip
def test_parts_of_the_day(hours: float, said: str) -> None:
    assert part_of_day(MORNING + dt.timedelta(hours=hours), MORNING) == said


@pytest.mark.parametrize(
    ("verdict", "code", "said"),
    [
        ("walk", "easy", "An easy run is likely from later this morning (range this morning to tomorrow morning)."),
        ("easy", "hard", "Intervals and tempo: not before later this morning."),
        ("moderate", "hard", "Intervals and tempo: not before later this morning."),
    ],
)
def test_what_is_likely_in_the_same_part_of_the_day_is_likely_later_in_it(
    verdict: Verdict, code: Verdict, said: str
) -> None:
    window = Window(code, MORNING + dt.timedelta(hours=2), MORNING, MORNING + dt.timedelta(hours=24))
    advice = dataclasses.replace(legrun.advise(scenario(sore=5)), verdict=verdict, windows=(window,))
    assert verdict_sentence(advice, MORNING).endswith(said)


@pytest.mark.parametrize(("rpe", "said"), [(2, "freely"), (6, "short sentences"), (9, "a few words")])
def test_effort_in_a_runners_words(rpe: float, said: str) -> None:
    assert effort_words(rpe) == said


@pytest.mark.parametrize("preset", PRESETS, ids=lambda preset: preset.name)
def test_a_verdict_that_is_not_the_likeliest_says_why(preset: Preset) -> None:
    advice = legrun.answer(preset.scenario(dt.date(2026, 3, 4))).for_plan
    for verdict in VERDICTS:
        said = chances_sentence(dataclasses.replace(advice, verdict=verdict))
        assert ("Our verdict" in said) == (advice.chances[verdict] < max(advice.chances.values()))


@pytest.mark.parametrize("seed", range(40))
def test_the_people_at_each_verdict_are_a_hundred(seed: int) -> None:
    advice = legrun.answer(PRESETS[0].scenario(dt.date(2026, 3, 4))).advice
    shares = np.random.default_rng(seed).multinomial(512, [0.12, 0.2, 0.38, 0.28, 0.02]) / 512
    said = chances_sentence(dataclasses.replace(advice, chances=dict(zip(VERDICTS, shares.tolist(), strict=True))))
    assert sum(map(int, re.findall(r"\d+", said)[1:])) == 100


@pytest.mark.parametrize(("kind", "minutes", "rpe"), [("legs", 45, 8), ("run", 90, 9), ("upper", 90, 9)])
@pytest.mark.parametrize("minutes_ago", [0, 5, 20, 29])
def test_what_has_just_ended_is_not_0_hours_ago(kind: Kind, minutes: float, rpe: float, minutes_ago: int) -> None:
    done = Session(kind, MORNING - dt.timedelta(minutes=minutes + minutes_ago), minutes, rpe)
    advice = legrun.advise(Scenario(now=MORNING, sessions=(done,)))
    said = " ".join(why_sentences(advice, MORNING))
    assert re.search(r"\b1 h (ago|before)", said)
    assert not re.search(r"\b0 h", said)


@pytest.mark.parametrize("minute", range(0, 23 * 60 + 1, 115))
def test_the_sleep_that_is_entered_is_the_sleep_that_is_told_at_any_hour(minute: int) -> None:
    """Who runs at 05:30 has slept: the night is not on its way any more, and the slider says so."""
    now = MORNING.replace(hour=0) + dt.timedelta(minutes=minute)
    advice = legrun.advise(Scenario(now, check_ins=[CheckIn(now, 0)], sleep_h=4))
    assert [str(reason.text) for reason in advice.reasons if reason.key == "sleep"] == ["sleep 4 h"]
    later = legrun.answer(Scenario(now, check_ins=[CheckIn(now, 0)], sleep_h=4)).week.recovery.median
    assert later[0] <= later[1:24].min() + 1e-6, "the night after is not yet in force"
