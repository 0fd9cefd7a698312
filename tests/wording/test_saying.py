"""Numbers, times and notes as they are said."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legrun.answering import answer
from legrun.decision.safety import AFTER_FEVER, URINE_QUESTION
from legrun.evidence import value
from legrun.model.readiness import zone_of
from legrun.scenario import Athlete, CheckIn, Scenario, Session
from legrun.wording.card import answer_card
from legrun.wording.languages import full_moment
from legrun.wording.reverse import reverse_sentence
from legrun.wording.rounding import of_hundred
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day
from legrun.wording.unrated import as_guess, guess_sentences, is_estimate
from tests.scenarios import MORNING

LEAST = value("roster.unrated_score")


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5).filter(lambda shares: sum(shares) > 0))
def test_people_of_a_hundred_add_up(shares: list[float]) -> None:
    whole = [share / sum(shares) for share in shares]
    counts = of_hundred(whole)
    assert sum(counts) == 100
    assert all(abs(count - 100 * share) < 1 for count, share in zip(counts, whole, strict=True))


@given(st.floats(0, 100), st.sampled_from([1, 5]))
def test_a_score_is_never_rounded_into_another_verdict(score: float, to: float) -> None:
    rounded = rounded_score(score, to=to)
    assert zone_of(rounded) == zone_of(score)
    assert abs(rounded - score) < 5


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "this morning"),
        (0.9, "this morning"),
        (1, "mid-morning today"),  # past the hour at which people run before work
        (3.9, "mid-morning today"),
        (4, "midday today"),
        (7, "this afternoon"),
        (10, "this evening"),
        (11.9, "this evening"),
        (12, "late this evening"),
        (14.9, "late this evening"),
        (37, "late tomorrow evening"),
        (49, "Fri mid-morning"),
        (15, "tomorrow morning"),  # ten at night: nobody runs before the morning
        (21.9, "tomorrow morning"),
        (6 * 24, "Tue morning"),
        (7 * 24 - 9, "morning of Wed 11 Mar"),
        (7 * 24, "morning of Wed 11 Mar"),
    ],
)
def test_a_time_is_said_as_a_part_of_a_day(hours: float, said: str) -> None:
    assert part_of_day(MORNING + dt.timedelta(hours=hours), MORNING) == said


def test_a_night_before_the_morning_is_of_that_morning() -> None:
    night = dt.datetime(2026, 3, 4, 1)
    assert part_of_day(night, night) == "this morning"


@pytest.mark.parametrize(
    ("rated_h_ago", "flags", "estimate"),
    [(None, [], True), (0, [], False), (7, [], False), (7.1, [], True), (None, ["limping"], False)],
)
def test_a_verdict_is_an_estimate_unless_today_was_rated_or_a_flag_decides(
    rated_h_ago: float | None, flags: list[str], *, estimate: bool
) -> None:
    ratings = [] if rated_h_ago is None else [CheckIn(MORNING - dt.timedelta(hours=rated_h_ago), 2)]
    assert is_estimate(Scenario(MORNING, check_ins=ratings, flags=flags)) is estimate


@pytest.mark.parametrize(
    ("score", "range80", "guessed"),
    [(60, (58, 62), (60 - LEAST, 60 + LEAST)), (60, (10, 95), (10, 95)), (3, (0, 8), (0, 3 + LEAST))],
)
def test_an_estimate_has_a_range_at_least_as_wide_as_the_model_and_within_the_scale(
    score: float, range80: tuple[float, float], guessed: tuple[float, float]
) -> None:
    advice = dataclasses.replace(answer(Scenario(MORNING)).advice, score=score, score_range80=range80)
    assert as_guess(advice).score_range80 == guessed


def test_what_safety_asks_for_comes_first_on_the_card() -> None:
    ill = Scenario(MORNING, check_ins=[CheckIn(MORNING, 9)], flags={"illness"})
    assert answer_card(answer(ill))[:2] == [URINE_QUESTION, AFTER_FEVER]


@pytest.mark.parametrize("days", [-1, 20])
def test_a_run_outside_the_week_is_not_judged_as_one_of_today(days: int) -> None:
    far = Session("run", MORNING + dt.timedelta(days=days), 60, 8)
    lines = answer_card(answer(Scenario(MORNING, check_ins=[CheckIn(MORNING, 0)], planned=far)))
    assert not any("too much" in line or "fits." in line for line in lines)
    assert lines[-1] == f"Your run of {full_moment(far.start)} lies outside the week that legrun looks at."


def test_a_leg_day_in_mind_is_not_called_a_run() -> None:
    legs = Session("legs", MORNING + dt.timedelta(hours=11), 60, 8)
    lines = answer_card(answer(Scenario(MORNING, check_ins=[CheckIn(MORNING, 0)], planned=legs)))
    assert not any("Your run" in line for line in lines)


@pytest.mark.parametrize("hour", [0, 3, 5])
@pytest.mark.parametrize("ahead_h", [0, 30])
def test_in_the_small_hours_nobody_is_told_of_tomorrow(hour: int, ahead_h: float) -> None:
    now = MORNING.replace(hour=hour)
    legs = Session("legs", now - dt.timedelta(hours=7), 60, 8)
    plan = Session("run", now + dt.timedelta(hours=ahead_h), 60, 8)
    told = answer(Scenario(now, sessions=(legs,), check_ins=(CheckIn(now, 5),), planned=plan))
    grid = told.grid()
    assert grid is not None
    said = [*answer_card(told), reverse_sentence(grid, told.for_plan, told.scenario)]
    said += [option.why_not for option in told.options] + [lever.name for lever in told.levers]
    assert "tomorrow" not in " ".join(said)
    assert "Thu" in " ".join(said)


@pytest.mark.parametrize(("effort", "asked"), [(10, False), (3, True)])
def test_who_is_to_rest_is_not_told_to_do_less(effort: float, *, asked: bool) -> None:
    hard = Session("legs", MORNING - dt.timedelta(hours=16), 120, effort, novelty=1.0)
    told = answer(Scenario(MORNING, athlete=Athlete("novice"), sessions=(hard,)))
    assert (told.advice.verdict == "rest") != asked
    assert ("do less" in " ".join(guess_sentences(told))) == asked
