"""Gates, limits, reasons, windows and the words around them."""

import datetime as dt
from typing import Any

import numpy as np
import pytest

import legrun
from legrun.decision.safety import lasting_soreness
from legrun.decision.verdict import plan_fits
from legrun.forecast.ensemble import draw
from legrun.scenario import CheckIn, Habits, Scenario, Session
from legrun.wording.words import effort_words, part_of_day, plan_sentence, question, verdict_sentence, why_sentences
from tests.scenarios import MORNING, legs, run, scenario

EVENING = dt.datetime(2026, 3, 4, 18)


def keys(found: Scenario, at: dt.datetime | None = None) -> set[str]:
    """Return the gates that bind."""
    return {reason.key for reason in legrun.advise(found, at).reasons if reason.points is None}


@pytest.mark.parametrize(
    ("found", "verdict", "minutes", "rpe", "gate"),
    [
        (scenario("recreational", legs(60, 45, 6), sore=2.6), "moderate", 50, 6, None),
        (scenario("recreational", legs(60, 45, 6), sore=3.6), "easy", 35, 4, None),
        (scenario("recreational", legs(3, 30, 7)), "easy", 35, 3, "leg_day_first"),
        (scenario("trained", legs(13, 45, 7)), "moderate", 70, 6, "leg_day_later"),
        (scenario("novice", legs(71, 20, 7)), "moderate", 30, 6, "leg_day_later"),
        (scenario("recreational", run(10, 48, 8)), "easy", 35, 4, "run"),
        (scenario("recreational", run(20, 48, 8)), "moderate", 50, 6, "run_later"),
        (scenario("recreational", run(20, 216, 8)), "walk", 40, 2, "run_walk"),
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
    found: Scenario, verdict: str, minutes: float, rpe: float, gate: str | None
) -> None:
    advice = legrun.advise(found)
    assert (advice.verdict, advice.max_minutes, advice.max_rpe) == (verdict, minutes, rpe)
    assert gate is None or gate in keys(found)


def test_a_log_without_any_run_does_not_call_for_a_comeback() -> None:
    found = scenario("recreational", legs(200, 60, 5), log_since=MORNING - dt.timedelta(days=42))
    assert legrun.advise(found).verdict == "hard"


def test_a_short_night_lets_go_once_slept() -> None:
    tomorrow = MORNING + dt.timedelta(days=1)
    assert legrun.advise(scenario(sleep=4.5), tomorrow).verdict == "hard"


def test_unexplained_soreness_holds_for_a_day() -> None:
    found = scenario(sore=4.0)
    assert "unexplained" in keys(found)
    assert legrun.advise(found).unexplained == pytest.approx(4.0)
    assert "unexplained" not in keys(found, MORNING + dt.timedelta(hours=25))


def test_a_rating_too_soon_after_a_leg_day_says_little() -> None:
    day = legs(2, 60, 8)
    calm, sore = scenario("recreational", day, sore=0), scenario("recreational", day, sore=6)
    later = MORNING + dt.timedelta(hours=24)
    first, second = (legrun.answer(s).week.soreness.at(later).median for s in (calm, sore))
    assert first == pytest.approx(second, abs=0.01)
    assert legrun.advise(sore).soreness.median == pytest.approx(6, abs=0.05)


def test_a_red_flag_replaces_the_score() -> None:
    advice = legrun.advise(scenario(flags={"rhabdo"}))
    assert advice.stop == ("rhabdo",)
    assert advice.score is None
    assert advice.max_minutes == 0
    assert not plan_fits(advice, run(0, 10, 1))
    assert why_sentences(advice, MORNING) == []


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


@pytest.mark.parametrize(
    ("found", "start"),
    [
        (scenario(flags={"illness"}), "Rest from running today. Walk gently if that is comfortable, and check again"),
        (scenario("recreational", run(20, 216, 8)), "Walk, don't run: up to 40 min at effort 2 or below. An easy run"),
        (scenario(sore=4), "Easy run only: up to 35 min at effort 4 or below, slow enough to talk. Intervals"),
        (scenario(sleep=4.5), "Steady run: up to 35 min at effort 6 or below. Keep intervals, tempo and sprints for"),
        (scenario(), "A hard run fits: up to 75 min, effort up to 9. Nothing you entered speaks against it."),
    ],
)
def test_the_sentence_of_each_verdict(found: Scenario, start: str) -> None:
    assert verdict_sentence(legrun.advise(found), MORNING).startswith(start)


def test_the_plan_is_cut_or_moved() -> None:
    found = scenario("recreational", legs(12, 60, 8), sore=4)
    advice = legrun.advise(found)
    assert plan_sentence(advice, run(0, 30, 4), MORNING) == "Your run (30 min at effort 4) fits."
    said = plan_sentence(advice, run(0, 45, 6), MORNING)
    assert said.startswith("Your run (45 min at effort 6) is too much today: shorten it to 35 min at effort 4, or move")


def test_a_slow_long_run_may_go_beyond_the_steady_limit() -> None:
    found = scenario("recreational", legs(36, 45, 7), sore=3, sleep=7, longest_run_minutes=140)
    advice = legrun.advise(found)
    assert advice.verdict == "moderate"
    assert plan_fits(advice, run(0, 150, 4))
    assert not plan_fits(advice, run(0, 150, 6))


def test_a_downhill_run_after_a_hard_leg_day_should_be_flat() -> None:
    plan = run(0, 30, 4, downhill_minutes=25, downhill_grade_pct=10)
    tired = legrun.advise(scenario("recreational", legs(60, 60, 8), sore=2))
    assert "on flat ground" in plan_sentence(tired, plan, MORNING)
    assert "on flat ground" not in plan_sentence(legrun.advise(scenario()), plan, MORNING)


def test_soreness_above_the_sessions_is_asked_about() -> None:
    said = question(legrun.advise(scenario(sore=6)))
    assert said is not None
    assert "Is a session missing, or is it one sharp spot?" in said
    early = question(legrun.advise(scenario("recreational", legs(2, 60, 8), sore=6)))
    assert early is not None
    assert early.startswith("Too early to rate")
    assert question(legrun.advise(scenario("recreational", legs(24, 60, 8), sore=4))) is None


@pytest.mark.parametrize(
    ("sessions", "ratings", "lasting"),
    [
        ((legs(170, 60, 8),), ((0, 3),), True),
        ((legs(170, 60, 8),), ((0, 2.5),), False),
        ((legs(100, 60, 8),), ((0, 5),), False),
        ((legs(100, 60, 8),), ((20, 3), (0, 5)), True),
        ((legs(100, 60, 8),), ((20, 3), (0, 4)), False),
        ((), ((0, 8),), False),
    ],
)
def test_soreness_that_lasts_is_noticed(
    sessions: tuple[Session, ...], ratings: tuple[tuple[float, float], ...], lasting: bool
) -> None:
    check_ins = [CheckIn(MORNING - dt.timedelta(hours=ago), sore) for ago, sore in ratings]
    assert lasting_soreness(Scenario(now=MORNING, sessions=sessions, check_ins=check_ins)) is lasting


def test_a_new_leg_day_widens_again_what_ratings_had_narrowed() -> None:
    old, rated = legs(100, 60, 8), CheckIn(MORNING - dt.timedelta(hours=60), 6)
    drawn = draw(Scenario(now=MORNING, sessions=(old,), check_ins=[rated]))
    assert np.std(drawn.log_amplitude) < 0.35
    assert np.std(drawn.next_log_amplitude) == pytest.approx(0.35, abs=0.02)
    assert np.median(drawn.next_log_amplitude) == pytest.approx(np.median(drawn.log_amplitude), abs=0.05)


def test_why_names_the_gate_that_lowers_the_score() -> None:
    said = " ".join(why_sentences(legrun.advise(scenario(sleep=4.5)), MORNING))
    assert "The score alone would allow a hard run; a night under 5 h lowers it" in said


def test_rising_soreness_is_announced() -> None:
    said = why_sentences(legrun.advise(scenario("novice", legs(10, 60, 8, novelty=1))), MORNING)
    assert any(line.startswith("Soreness is still rising:") for line in said)


@pytest.mark.parametrize("banned", ["safe", "cleared", "injury risk", "heal", "03:00"])
@pytest.mark.parametrize(
    "found",
    [scenario(), scenario(sore=9), scenario("novice", legs(10, 60, 8, novelty=1)), scenario("recreational", run(2, 216, 8))],
)  # fmt: skip
def test_words_that_are_never_said(found: Scenario, banned: str) -> None:
    advice = legrun.advise(found)
    said = " ".join([verdict_sentence(advice, MORNING), *why_sentences(advice, MORNING)])
    assert banned not in said.lower()


@pytest.mark.parametrize(
    ("hours", "said"),
    [(0, "this morning"), (5, "midday today"), (8, "this afternoon"), (16, "tomorrow morning"), (20, "tomorrow morning"),
     (24 * 3 + 11, "Sat evening"), (24 * 8, "morning of Thu 12 Mar")],
)  # fmt: skip
def test_parts_of_the_day(hours: float, said: str) -> None:
    assert part_of_day(MORNING + dt.timedelta(hours=hours), MORNING) == said


@pytest.mark.parametrize(("rpe", "said"), [(2, "freely"), (6, "short sentences"), (9, "a few words")])
def test_effort_in_a_runners_words(rpe: float, said: str) -> None:
    assert effort_words(rpe) == said


def test_the_same_scenario_gives_the_same_answer_to_the_last_digit() -> None:
    def numbers() -> list[Any]:
        found = legrun.answer(scenario("recreational", legs(12, 60, 8), sore=4, sleep=5.0))
        return [found.week.soreness.median.tobytes(), found.week.recovery.low80.tobytes(), found.advice]

    assert numbers() == numbers()


def test_check_ins_without_a_soreness_do_not_count() -> None:
    bare = Scenario(now=MORNING, sessions=(legs(12, 60, 8),), check_ins=(CheckIn(MORNING),))
    assert legrun.advise(bare) == legrun.advise(scenario("recreational", legs(12, 60, 8)))
