"""Gates, limits, reasons, windows and the words around them."""

import dataclasses
import datetime as dt
import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legrun
from legrun.decision.advice import plan_fits
from legrun.decision.gates import breaks, threshold_gates
from legrun.decision.safety import AFTER_FEVER, STOP, lasting_soreness, safety_notes
from legrun.model.readiness import VERDICTS, zone
from legrun.scenario import RED_FLAGS, CheckIn, Habits, Scenario, Session
from legrun.scenario.presets import PRESETS, Preset
from legrun.scenario.sessions import Kind
from legrun.wording.limits import effort_words, limits_words
from legrun.wording.outlook import chances_sentence
from legrun.wording.plan import better_time, plan_sentence
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day
from legrun.wording.verdict import verdict_sentence
from legrun.wording.why import question, why_sentences
from tests.scenarios import MORNING, legs, run, scenario

EVENING = dt.datetime(2026, 3, 4, 18)


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
    hard = {option.key: option.hard.likely for option in answered.options}
    assert hard["easy_run"] is None
    assert hard["rest"] is None


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


def test_below_three_points_the_unattributed_is_only_said() -> None:
    assert not [gate for gate in legrun.answer(usual((0, 3.5))).gates if gate.key.startswith("unattributed")]


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


def test_minutes_that_are_the_same_at_an_easier_effort_are_said_once() -> None:
    back = scenario(sore=0, flags={"rebuilding"})
    advice = legrun.advise(back)
    assert len({minutes for _, minutes in advice.limits}) == 1
    assert limits_words(advice) == f"{advice.max_minutes:.0f} min at effort {advice.max_rpe:g}"


def test_every_red_flag_has_what_to_do() -> None:
    assert set(STOP) == set(RED_FLAGS)


def test_the_way_back_after_a_fever_is_told_of_a_fever_alone() -> None:
    assert safety_notes(Scenario(MORNING, flags={"illness"})) == (AFTER_FEVER,)
    assert safety_notes(Scenario(MORNING, flags={"limping", "returning"})) == ()


def test_a_run_at_just_the_effort_of_a_gate_breaks_nothing() -> None:
    (short,) = threshold_gates(4.5, 0.0)
    assert short.max_rpe is not None
    assert not breaks(short, run(-1, 20, short.max_rpe), 70)
    assert breaks(short, run(-1, 20, short.max_rpe + 0.5), 70)


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


def test_soreness_above_the_sessions_is_asked_about() -> None:
    said = question(legrun.advise(usual((0, 6))))
    assert said is not None
    assert "Is a session missing, or is it one sharp spot?" in said
    assert question(legrun.advise(usual((0, 3)))) is None
    assert question(legrun.advise(scenario("recreational", legs(24, 60, 8), sore=4))) is None


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


def test_why_names_the_gate_that_lowers_the_score() -> None:
    said = " ".join(why_sentences(legrun.advise(scenario(sleep=4.5)), MORNING))
    assert "The score alone would allow a hard run; a night under 5 h lowers it" in said


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


@pytest.mark.parametrize(("rpe", "said"), [(2, "freely"), (6, "short sentences"), (9, "a few words")])
def test_effort_in_a_runners_words(rpe: float, said: str) -> None:
    assert effort_words(rpe) == said


def test_the_same_scenario_gives_the_same_answer_to_the_last_digit() -> None:
    def numbers() -> list[Any]:
        answered = legrun.answer(scenario("recreational", legs(12, 60, 8), sore=4, sleep=5.0))
        return [answered.week.soreness.median.tobytes(), answered.week.recovery.low80.tobytes(), answered.advice]

    assert numbers() == numbers()


def test_check_ins_without_a_soreness_do_not_count() -> None:
    bare = Scenario(now=MORNING, sessions=(legs(12, 60, 8),), check_ins=(CheckIn(MORNING),))
    assert legrun.advise(bare) == legrun.advise(scenario("recreational", legs(12, 60, 8)))


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
