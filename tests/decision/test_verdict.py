"""Gates, limits, reasons and windows."""

import dataclasses
import datetime as dt
from typing import Any

import numpy as np
import pytest

import legrun
from legrun.decision.advice import plan_fits
from legrun.decision.gates import breaks, threshold_gates
from legrun.model.readiness import VERDICTS
from legrun.scenario import CheckIn, Experience, Habits, Scenario, Session
from legrun.wording.plan import plan_sentence
from legrun.wording.verdict import verdict_sentence
from legrun.wording.why import question
from tests.scenarios import MORNING, legs, run, scenario


def keys(inputs: Scenario) -> set[str]:
    """Return the gates that bind."""
    return {reason.key for reason in legrun.advise(inputs).reasons if reason.points is None}


@pytest.mark.parametrize(
    ("inputs", "verdict", "minutes", "rpe", "gate"),
    [
        (scenario(sore=3.2), "moderate", 50, 6, None),
        (scenario(sore=4.2), "easy", 35, 4, None),
        (scenario(sore=6.2), "easy", 25, 3, None),
        (scenario("recreational", legs(3, 30, 7)), "easy", 35, 3, "leg_day_first"),
        (scenario("trained", legs(13, 45, 7)), "moderate", 70, 6, "leg_day_later"),
        (scenario("novice", legs(71, 30, 7), sore=0.5), "moderate", 30, 6, "leg_day_later"),
        (scenario("recreational", run(10, 48, 8)), "easy", 35, 4, "run"),
        (scenario("recreational", run(20, 48, 8)), "moderate", 50, 6, "run_later"),
        (scenario("recreational", run(20, 216, 8)), "walk", 40, 2, "run_walk"),
        (scenario("recreational", Session("other", MORNING - dt.timedelta(hours=13), 90, 9)), "easy", 35, 4, "run"),
        (scenario(sleep=4.5), "moderate", 35, 6, "sleep_moderate"),
        (scenario(sleep=3.0), "easy", 25, 4, "sleep_easy"),
        (scenario(flags={"limping"}), "walk", 40, 2, "limping"),
        (scenario(flags={"illness"}), "rest", 0, 0, "illness"),
        (scenario(flags={"too_sore_to_walk"}), "rest", 0, 0, "too_sore_to_walk"),
        (scenario(habits=Habits(alcohol_g_per_kg=1.2)), "moderate", 50, 6, "alcohol"),
        (
            scenario("recreational", run(20 * 24, 60, 4), log_since=MORNING - dt.timedelta(days=42)),
            "moderate", 35, 6, "comeback",
        ),
    ],
)  # fmt: skip
def test_each_gate_lowers_the_verdict(
    inputs: Scenario, verdict: str, minutes: float, rpe: float, gate: str | None
) -> None:
    advice = legrun.advise(inputs)
    assert (advice.verdict, advice.max_minutes, advice.max_rpe) == (verdict, minutes, rpe)
    assert gate is None or gate in keys(inputs)


def test_a_log_without_any_run_does_not_call_for_a_comeback() -> None:
    inputs = scenario("recreational", legs(200, 60, 5), log_since=MORNING - dt.timedelta(days=42))
    assert legrun.advise(inputs).verdict == "hard"
    # Nor does a run that is only planned.
    planned = Session("run", MORNING + dt.timedelta(hours=9), 30, 4)
    answer = legrun.answer(dataclasses.replace(inputs, sessions=(*inputs.sessions, planned)))
    assert answer.advice_for(planned).verdict == "hard"


def test_the_first_week_after_a_break_stays_gentle() -> None:
    since = MORNING - dt.timedelta(days=60)
    for hours, allowed in ((14, "moderate"), (6 * 24, "moderate"), (8 * 24, "hard")):
        first = Session("run", MORNING - dt.timedelta(hours=hours), 30, 4)
        before = Session("run", first.start - dt.timedelta(days=20), 60, 4)
        inputs = Scenario(MORNING, sessions=(before, first), log_since=since)
        advice = legrun.advise(inputs)
        assert advice.verdict == allowed, hours
        said = [str(reason.text) for reason in advice.reasons if reason.key == "comeback"]
        assert said == ["first week after 14 days without a run"] * (allowed != "hard")
    # Whoever begins to log runs does not come back with the first of them.
    assert legrun.advise(Scenario(MORNING, sessions=(first,), log_since=since)).verdict == "hard"


def test_one_easy_run_after_a_break_brings_no_hard_run_nearer() -> None:
    last = Session("run", MORNING - dt.timedelta(days=20), 60, 4)
    answered = legrun.answer(Scenario(MORNING, sessions=(last,), log_since=MORNING - dt.timedelta(days=60)))
    hard = {option.key: option.hard.likely for option in answered.options if option.hard}
    assert (hard["easy_run"], hard["rest"]) == (None, None)


def test_a_short_night_lets_go_once_slept() -> None:
    tomorrow = MORNING + dt.timedelta(days=1)
    assert legrun.advise(scenario(sleep=4.5), tomorrow).verdict == "hard"


def usual(*pairs: tuple[float, float]) -> Scenario:
    """Return two weeks of mornings at 1 of 10, and some more ratings, each so many hours ago."""
    mornings = [(24.0 * day, 1.0) for day in range(1, 15)]
    rated = [CheckIn(MORNING - dt.timedelta(hours=ago), sore) for ago, sore in (*mornings, *pairs)]
    return Scenario(MORNING, check_ins=rated)


def test_soreness_that_no_session_explains_caps_the_verdict_while_it_lasts() -> None:
    some, much = usual((0, 4.8)), usual((0, 6.8))
    assert 3 <= legrun.advise(some).unattributed < 4.5 <= legrun.advise(much).unattributed
    gates = [{gate.key: gate for gate in legrun.answer(each).gates} for each in (some, much)]
    assert "unattributed_easy" not in gates[0]
    assert gates[0]["unattributed_moderate"].verdict == "moderate"
    assert gates[1]["unattributed_easy"].verdict == "easy"
    assert 0 < gates[1]["unattributed_easy"].to_h < gates[1]["unattributed_moderate"].to_h < 72


def test_soreness_above_the_sessions_is_asked_about() -> None:
    said = question(legrun.advise(usual((0, 6))))
    assert said is not None
    assert "Is a session missing, or is it one sharp spot?" in said
    assert question(legrun.advise(usual((0, 3)))) is None
    assert question(legrun.advise(scenario("recreational", legs(24, 60, 8), sore=4))) is None


def test_below_three_points_the_unattributed_is_only_said() -> None:
    assert not [gate for gate in legrun.answer(usual((0, 3.5))).gates if gate.key.startswith("unattributed")]


def tired(fatigue: float, **more: Any) -> Scenario:
    inputs = scenario(**more)
    rating = inputs.check_ins[0].soreness if inputs.check_ins else None
    return dataclasses.replace(inputs, check_ins=[CheckIn(MORNING, rating, fatigue)])


@pytest.mark.parametrize("sore", [None, 0, 4.2, 5.2, 7.0, 10.0])
@pytest.mark.parametrize("fatigue", [1, 2, 3, 4, 4.5, 5])
def test_overall_fatigue_takes_a_verdict_one_step_down_at_most_and_never_up(fatigue: float, sore: float | None) -> None:
    fresh, weary = (legrun.answer(each) for each in (scenario(sore=sore), tired(fatigue, sore=sore)))
    down = fresh.outlook.path - weary.outlook.path
    assert down.min() == 0
    assert down.max() == (1 if fatigue >= 4 and fresh.outlook.path[:25].max() > 1 else 0)
    assert down[25:].max() == 0
    if fatigue >= 4 and fresh.advice.verdict not in ("rest", "walk"):
        assert weary.advice.verdict == VERDICTS[VERDICTS.index(fresh.advice.verdict) - 1]
        assert any(reason.key == "overall_fatigue" for reason in weary.advice.reasons)


def test_the_newest_rating_of_overall_fatigue_counts() -> None:
    def rated(*pairs: tuple[float, float]) -> str:
        check_ins = [CheckIn(MORNING - dt.timedelta(hours=ago), 0, fatigue) for ago, fatigue in pairs]
        return legrun.advise(Scenario(MORNING, check_ins=check_ins)).verdict

    assert rated((20, 2), (0, 5)) == "moderate"
    assert rated((20, 5), (0, 2)) == "hard"


def test_overall_fatigue_beyond_its_scale_is_refused() -> None:
    with pytest.raises(legrun.LegrunError, match=r"check_in\.fatigue"):
        CheckIn(MORNING, fatigue=6)


@pytest.mark.parametrize(("rpe", "minutes"), [(2, 75), (4, 75), (6, 50), (7, 35), (9, 30), (9.5, 0)])
def test_minutes_and_effort_are_capped_together(rpe: float, minutes: float) -> None:
    advice = legrun.advise(scenario())
    assert advice.verdict == "hard"
    assert advice.minutes_at(rpe) == minutes
    assert plan_fits(advice, run(0, 20, rpe)) == (minutes > 0)


def test_minutes_fall_evenly_as_effort_grows() -> None:
    advice = legrun.advise(scenario())
    minutes = [advice.minutes_at(rpe) for rpe in np.arange(0, 9.01, 0.1)]
    assert (np.diff(minutes) <= 1e-9).all()
    assert np.abs(np.diff(minutes)).max() <= 2


def test_runs_stay_short_for_a_week_after_a_marathon() -> None:
    done = run(1, 216, 8)
    for days in (4, 6):
        advice = legrun.advise(scenario("recreational", done), MORNING + dt.timedelta(days=days))
        assert advice.verdict in ("easy", "moderate")
        assert 30 <= advice.easy_minutes <= 45


def test_a_run_at_just_the_effort_of_a_gate_breaks_nothing() -> None:
    (short,) = threshold_gates(4.5, 0.0)
    assert short.max_rpe is not None
    assert not breaks(short, run(-1, 20, short.max_rpe), 70)
    assert breaks(short, run(-1, 20, short.max_rpe + 0.5), 70)


def test_chances_add_up_and_agree_with_the_verdict_of_a_clear_case() -> None:
    advice = legrun.advise(scenario("recreational", legs(108, 60, 7), sore=0, sleep=8))
    assert sum(advice.chances.values()) == pytest.approx(1)
    assert max(advice.chances, key=advice.chances.__getitem__) == "hard"


def test_points_add_up_to_what_the_score_lacks() -> None:
    advice = legrun.advise(scenario("recreational", legs(12, 60, 8), sore=4, sleep=5.5))
    points = advice.points
    assert advice.score is not None
    assert points.soreness + points.fatigue + points.sleep == pytest.approx(100 - advice.score, abs=1.5)


def test_windows_open_in_order_and_not_before_their_earliest() -> None:
    advice = legrun.advise(scenario("novice", legs(12, 60, 8, novelty=1), sore=5))
    likely = [w.likely for w in advice.windows]
    assert [w.verdict for w in advice.windows] == ["easy", "moderate", "hard"]
    assert likely == sorted(t for t in likely if t)
    for window in advice.windows:
        assert window.earliest is not None
        assert window.likely is not None
        assert window.earliest <= window.likely <= (window.latest or dt.datetime.max)


def test_a_planned_leg_day_shuts_the_window_behind_it() -> None:
    ahead = Session("legs", MORNING + dt.timedelta(hours=11), 75, 9.5)
    hard = legrun.advise(scenario("recreational", legs(40, 60, 7), ahead)).windows[-1]
    assert hard.likely is not None
    assert hard.likely > ahead.end


def test_marathon_puts_hard_running_beyond_the_week() -> None:
    advice = legrun.advise(scenario("recreational", run(1, 216, 8)))
    assert advice.windows[-1].likely is None
    assert "not likely within this week" not in verdict_sentence(advice, MORNING)


def test_at_must_lie_within_the_week() -> None:
    with pytest.raises(ValueError, match="at is"):
        legrun.advise(scenario(), MORNING - dt.timedelta(hours=1))


def test_a_slow_long_run_may_go_beyond_the_steady_limit() -> None:
    inputs = scenario("recreational", legs(36, 45, 7), sore=3, sleep=7, longest_run_minutes=140)
    advice = legrun.advise(inputs)
    assert advice.verdict == "moderate"
    assert plan_fits(advice, run(0, 150, 4))
    assert not plan_fits(advice, run(0, 150, 6))


def test_a_downhill_run_after_a_hard_leg_day_should_be_flat() -> None:
    plan = run(0, 30, 4, downhill_minutes=25, downhill_grade_pct=10)
    tired = legrun.advise(scenario("recreational", legs(60, 60, 8), sore=2))
    assert "on flat ground" in plan_sentence(tired, plan, MORNING)
    assert "on flat ground" not in plan_sentence(legrun.advise(scenario()), plan, MORNING)


def test_the_same_scenario_gives_the_same_answer_to_the_last_digit() -> None:
    def numbers() -> list[Any]:
        answered = legrun.answer(scenario("recreational", legs(12, 60, 8), sore=4, sleep=5.0))
        return [answered.week.soreness.median.tobytes(), answered.week.recovery.low80.tobytes(), answered.advice]

    assert numbers() == numbers()


def test_check_ins_without_a_soreness_do_not_count() -> None:
    bare = Scenario(now=MORNING, sessions=(legs(12, 60, 8),), check_ins=(CheckIn(MORNING),))
    assert legrun.advise(bare) == legrun.advise(scenario("recreational", legs(12, 60, 8)))


@pytest.mark.parametrize(
    ("experience", "novelty", "together"), [("recreational", 0.0, 4), ("novice", 0.0, 11), ("recreational", 1.0, 17)]
)
def test_the_first_minutes_of_a_leg_day_cost_what_the_page_on_the_model_says(
    experience: Experience, novelty: float, together: int
) -> None:
    first, second, last = (
        legrun.advise(scenario(experience, legs(24, minutes, 8, novelty=novelty))).score or 0.0 for minutes in (1, 2, 6)
    )
    assert round(first - last) == together
    # Smooth from the first minute: none of them is an edge.
    assert first - second < 0.3 * together
