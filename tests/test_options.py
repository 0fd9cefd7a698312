"""Options side by side, the grid, and the question reversed: equal to the advice for what they stand for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from typing import Any

import numpy as np
import pytest

from legrun.answer import Answer, advise, answer
from legrun.gates import allowed, reaches
from legrun.options import Grid, Option, goal_words, grid, needed_verdict, options, reverse_question
from legrun.options.added import bout_of, course_with, hard_window, medians, part_of
from legrun.outlook import window
from legrun.presets import PRESETS
from legrun.projection import course, quantiles
from legrun.readiness import VERDICTS, Verdict
from legrun.scenario import Habits, Scenario, Session
from legrun.verdict import Advice, longest_run, plan_fits
from tests.scenarios import MORNING, legs, run, scenario

DAY = MORNING.date()
KEYS = ["rest", "walk", "cross", "easy_run", "planned"]


def planned(minutes: float = 40, rpe: float = 4, *, in_h: float = 0, **more: Any) -> Session:
    return Session("run", MORNING + dt.timedelta(hours=in_h), minutes, rpe, **more)


def situations() -> dict[str, Scenario]:
    """Return the presets and what they leave out: later plans, downhill, habits, alcohol, a break, half hours."""
    found = {preset.name: preset.scenario(DAY) for preset in PRESETS}
    found["this evening, downhill"] = scenario(
        "recreational",
        legs(12, 60, 8),
        sore=4,
        planned=planned(50, 5, in_h=11, downhill_minutes=20, downhill_grade_pct=8),
    )
    found["habits and alcohol"] = scenario(
        "trained",
        legs(12.5, 60, 8),
        run(40, 90, 6),
        sore=2,
        sleep=6,
        usual=6.5,
        habits=Habits(foam_rolling=True, massage=True, alcohol_g_per_kg=1.2, protein_g_per_kg=1.8),
        planned=planned(30, 6, in_h=0.5),
    )
    found["back after a break"] = scenario(
        "recreational", run(500, 40, 4), log_since=MORNING - dt.timedelta(days=40), planned=planned()
    )
    found["far too sore"] = scenario("novice", legs(24, 30, 5), sore=8, planned=planned())
    found["half past"] = scenario(
        "recreational",
        legs(30, 60, 8),
        sore=3,
        now=MORNING + dt.timedelta(minutes=30),
        planned=planned(60, 5, in_h=2.5),
    )
    return found


SITUATIONS = situations()


def start(of: Scenario) -> dt.datetime:
    return of.planned.start if of.planned is not None else of.now


def asked(of: Scenario) -> tuple[Answer, Advice]:
    found = answer(of)
    return found, found.advice_at(start(of))


def options_of(of: Scenario) -> dict[str, Option]:
    found, advice = asked(of)
    return {each.key: each for each in options(found.ensemble, found.course, found.gates, advice)}


def grid_of(of: Scenario, **more: Any) -> Grid:
    found, advice = asked(of)
    made = grid(found.ensemble, found.course, found.gates, advice, **more)
    assert made is not None
    return made


def with_session(of: Scenario, session: Session) -> Scenario:
    return dataclasses.replace(of, sessions=(*of.sessions, session), planned=None)


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
        if option.key in ("walk", "cross"):
            end = start(of)  # it does nothing to the legs, so it counts from the start as rest does
        after = held.outlook.from_hour((end - of.now) / dt.timedelta(hours=1))
        assert option.hard == after.windows(len(VERDICTS) - 2)[0]


@pytest.mark.parametrize("name", SITUATIONS)
def test_more_load_never_leaves_more_recovery(name: str) -> None:
    found = options_of(SITUATIONS[name])
    assert list(found) == [key for key in KEYS if key in found]
    rest = found["rest"]
    assert rest.difference.low80 == rest.difference.high80 == 0
    for key in ("easy_run", "planned"):
        if key in found:
            assert found[key].recovery.median <= rest.recovery.median
            assert found[key].difference.high80 <= 0
            assert found[key].soreness.median >= rest.soreness.median - 1e-5
            back = found[key].hard.likely
            assert back is None or back >= (rest.hard.likely or MORNING)
    for key in ("walk", "cross"):
        assert found[key].recovery == rest.recovery
        assert found[key].load_au > rest.load_au == 0


def test_walking_and_riding_add_load_but_no_leg_dose() -> None:
    found = options_of(SITUATIONS["Morning after legs"])
    assert (found["walk"].load_au, found["cross"].load_au) == (60, 90)
    assert (found["walk"].session and found["walk"].session.kind, found["cross"].name) == ("walk", "Easy bike or swim")


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
        ("Morning after legs", "planned", "Over today's limit of 35 min."),
        ("Sore, nothing logged", "planned", "Over today's limit of 25 min at effort 3."),
        ("Marathon yesterday", "easy_run", "Today's verdict is walk: no run."),
        ("Too sore to walk normally", "walk", "Today's verdict is rest: move only as far as it is comfortable."),
        ("Marathon build", "planned", ""),
    ],
)
def test_why_not_is_one_short_sentence(name: str, key: str, says: str) -> None:
    assert options_of(SITUATIONS[name])[key].why_not == says


def test_a_limp_allows_a_walk_and_no_ride() -> None:
    found = options_of(scenario("recreational", flags={"limping"}))
    assert found["walk"].fits
    assert found["cross"].why_not == "With a limp, walking is enough."


def test_a_plan_on_another_day_is_held_against_that_days_limits() -> None:
    of = scenario("recreational", legs(12, 60, 8), sore=4, planned=planned(90, 8, in_h=48))
    assert options_of(of)["planned"].why_not.startswith("Over Friday's limit of")
    assert options_of(of)["rest"].morning == dt.datetime(2026, 3, 7, 7)


def test_the_easy_run_stays_within_the_limits_or_is_the_gentlest() -> None:
    easy = options_of(SITUATIONS["Sore, nothing logged"])["easy_run"].session
    none = options_of(SITUATIONS["Marathon yesterday"])["easy_run"].session
    assert easy is not None
    assert none is not None
    assert (easy.minutes, easy.rpe) == (25, 3)
    assert (none.minutes, none.rpe) == (20, 3)


def test_relief_is_short_and_never_called_recovery() -> None:
    found = options_of(SITUATIONS["Morning after legs"])
    assert found["walk"].relief == (
        "May feel better for about an hour (soreness 4 as 3); has not been shown to speed recovery."
    )
    assert found["rest"].relief == ""
    assert found["planned"].relief == "", "nothing is promised of what does not fit"
    assert options_of(SITUATIONS["Rested"])["walk"].relief == "", "nothing to ease"


def test_without_a_plan_there_are_four_options() -> None:
    assert list(options_of(scenario("recreational", legs(12, 60, 8)))) == KEYS[:-1]


def test_nothing_is_offered_behind_a_red_flag() -> None:
    found, advice = asked(scenario("recreational", legs(12, 60, 8), flags={"rhabdo"}, planned=planned()))
    assert options(found.ensemble, found.course, found.gates, advice) == ()
    assert grid(found.ensemble, found.course, found.gates, advice) is None


@pytest.mark.parametrize("name", SITUATIONS)
@pytest.mark.parametrize("later_h", [None, 10.0, 50.5])
def test_a_cell_equals_the_advice_for_a_scenario_that_holds_its_run(name: str, later_h: float | None) -> None:
    of = SITUATIONS[name]
    at = None if later_h is None else start(of) + dt.timedelta(hours=later_h)
    found = grid_of(of, ready_at=at)
    rng = random.Random(f"{name} {later_h}")
    places = [(rng.randrange(len(found.minutes)), rng.randrange(len(found.efforts))) for _ in range(4)]
    for place in [*places, *([found.planned] if found.planned else [])]:
        cell = found.cell(*place)
        added = Session("run", start(of), cell.minutes, cell.rpe)
        if of.planned is not None and of.planned.downhill_minutes:
            share = of.planned.downhill_minutes / of.planned.minutes
            grade = of.planned.downhill_grade_pct
            added = dataclasses.replace(added, downhill_minutes=share * cell.minutes, downhill_grade_pct=grade)
        advice = advise(with_session(of, added), at=found.ready_at)
        assert cell.verdict == advice.verdict
        assert cell.score == pytest.approx(advice.score, abs=1e-3)
        assert cell.soreness == pytest.approx(advice.soreness.median, abs=1e-4)
        enough = VERDICTS[VERDICTS.index(found.needed) :]
        assert cell.chance == pytest.approx(sum(advice.chances[verdict] for verdict in enough), abs=3 / 512)


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_planned_cell_is_the_planned_option(name: str) -> None:
    of = SITUATIONS[name]
    found, option = grid_of(of), options_of(of)["planned"]
    assert found.planned is not None
    cell = found.cell(*found.planned)
    assert (cell.verdict, cell.load_au, cell.inside) == (option.verdict, option.load_au, option.fits)
    assert cell.score == pytest.approx(option.recovery.median, abs=1e-3)
    assert found.rest.score == pytest.approx(options_of(of)["rest"].recovery.median, abs=1e-4)


@pytest.mark.parametrize("name", SITUATIONS)
def test_longer_or_harder_never_leaves_more(name: str) -> None:
    found = grid_of(SITUATIONS[name])
    for axis in (0, 1):
        assert np.all(np.diff(found.score, axis=axis) <= 1e-3)
        assert np.all(np.diff(found.chance, axis=axis) <= 1e-9)
        assert np.all(np.diff(found.codes, axis=axis) <= 0)
    if name != "back after a break":  # there a run ends what holds one back
        assert np.all(found.codes <= VERDICTS.index(found.rest.verdict))
    assert found.needed == found.rest.verdict
    assert np.array_equal(found.load_au, np.outer(found.minutes, found.efforts))


def test_the_rows_hold_the_usual_lengths_the_limits_and_the_plan() -> None:
    found = grid_of(SITUATIONS["Marathon build"])
    assert set(range(10, 121, 10)) <= set(found.minutes)
    assert {140, 150, 155} <= set(found.minutes), "the plan, what is near it and the longest run that is allowed"
    assert max(found.minutes) == 155
    assert found.efforts == tuple(range(1, 10))
    odd = grid_of(scenario("recreational", planned=planned(37, 4.5)))
    assert {27, 37, 47} <= set(odd.minutes)
    assert odd.efforts == (1, 2, 3, 4, 4.5, 5, 6, 7, 8, 9)
    assert odd.planned == (odd.minutes.index(37), 4)


def test_a_cell_is_inside_where_a_plan_of_its_size_fits() -> None:
    of = SITUATIONS["Marathon build"]
    _, advice = asked(of)
    for cell in grid_of(of).cells():
        assert cell.inside == plan_fits(advice, Session("run", MORNING, cell.minutes, cell.rpe))


def test_the_gates_of_the_run_itself_count() -> None:
    found = grid_of(SITUATIONS["Rested"], ready_at=MORNING + dt.timedelta(hours=12))
    light, loaded = found.cell(found.minutes.index(40), 3), found.cell(found.minutes.index(50), 3)
    assert (light.load_au, light.verdict) == (160, "hard")
    assert (loaded.load_au, loaded.verdict) == (200, "moderate")
    assert loaded.score > 80, "the score alone would allow more"


def test_a_run_ends_the_break_that_held_one_back() -> None:
    of = SITUATIONS["back after a break"]
    found = grid_of(of)
    assert found.rest.verdict == "moderate"
    assert found.cell(0, 0).verdict == "hard"


def test_what_starts_when_one_must_be_ready_has_not_happened_yet() -> None:
    key = Session("run", MORNING + dt.timedelta(hours=50), 120, 5, style="long")
    of = scenario("recreational", planned=planned())
    without, held = grid_of(of, ready_at=key.start), grid_of(with_session_kept(of, key), ready_at=key.start)
    assert held.rest.verdict == without.rest.verdict == "hard"
    assert np.array_equal(held.codes, without.codes)


def with_session_kept(of: Scenario, session: Session) -> Scenario:
    return dataclasses.replace(of, sessions=(*of.sessions, session))


@pytest.mark.parametrize("hours", [-1, 0, 169])
def test_the_time_to_be_ready_lies_ahead_within_the_week(hours: float) -> None:
    with pytest.raises(ValueError, match="ready_at"):
        grid_of(scenario("recreational", planned=planned()), ready_at=MORNING + dt.timedelta(hours=hours))


@pytest.mark.parametrize(
    ("minutes", "rpe", "verdict"),
    [(35, 4, "easy"), (36, 4, "moderate"), (77, 4, "moderate"), (78, 4, "hard"), (52, 6, "moderate"), (53, 6, "hard")],
)
def test_the_verdict_a_session_needs_follows_from_the_limits(minutes: float, rpe: float, verdict: str) -> None:
    assert needed_verdict(planned(minutes, rpe), longest_run(scenario("recreational"))) == verdict


def test_a_walk_needs_no_more_than_walk() -> None:
    assert needed_verdict(Session("walk", MORNING, 60, 2), 70) == "walk"


def asked_back(of: Scenario, goal: Session | None = None, verdict: Any = None) -> str:
    _, advice = asked(of)
    at = goal.start if goal is not None else None
    found = grid_of(of, ready_at=at, ready_verdict=verdict)
    return reverse_question(found, advice, of, goal_words(goal, of.now) if goal is not None else "")


LONG = Session("run", dt.datetime(2026, 3, 7, 9), 75, 4, style="long")


@pytest.mark.parametrize(
    ("name", "verdict", "says"),
    [
        (
            "Marathon build",
            "moderate",
            "You can still do up to 155 min at effort 4 today and be ready for Saturday's long run: "
            "likely (more than 9 in 10).",
        ),
        (
            "Sore, nothing logged",
            "moderate",
            "You can still do up to 25 min at effort 3 today, all that today's limits allow, and be ready for "
            "Saturday's long run: likely (more than 9 in 10).",
        ),
        (
            "Too sore to walk normally",
            "moderate",
            "No run fits today; with rest, being ready for Saturday's long run is likely (about 8 in 10).",
        ),
        (
            "Marathon yesterday",
            "hard",
            "Even with rest today, being ready for Saturday's long run is unlikely (less than 1 in 10).",
        ),
    ],
)
def test_the_question_reversed_is_answered_in_one_sentence(name: str, verdict: str, says: str) -> None:
    assert asked_back(SITUATIONS[name], LONG, verdict) == says


def test_without_a_goal_it_is_about_tomorrow_morning() -> None:
    said = asked_back(SITUATIONS["Morning after legs"])
    assert "and be ready for an easy run tomorrow morning: about even (about 6 in 10)." in said
    said = asked_back(SITUATIONS["First leg day ever"])
    assert said == "Tomorrow morning likely means rest from running, whatever you do today."


def test_nothing_beyond_a_walk_is_said_when_every_run_costs_it() -> None:
    # Hard running this evening: ready now, but not within hours of any run.
    of = scenario("recreational", legs(60, 60, 7), sore=1.5, planned=planned(20, 4))
    _, advice = asked(of)
    found = grid_of(of, ready_at=MORNING + dt.timedelta(hours=1), ready_verdict="hard")
    assert found.rest.ready
    said = reverse_question(found, advice, of, "the race")
    assert said.startswith("Nothing beyond a walk today keeps you ready for the race; with one it is ")


def test_another_day_is_named() -> None:
    of = scenario("recreational", legs(12, 60, 8), sore=4, planned=planned(30, 4, in_h=48))
    assert " on Friday" in asked_back(of, dataclasses.replace(LONG, start=dt.datetime(2026, 3, 9, 9)), "easy")


@pytest.mark.parametrize("name", SITUATIONS)
def test_one_more_bout_on_known_curves_is_the_scenario_that_holds_it(name: str) -> None:
    of = SITUATIONS[name]
    found, hours = answer(of), np.arange(0.0, 60.0, 0.25)
    added = dataclasses.replace(of.planned or planned(), start=of.now + dt.timedelta(hours=3))
    once = course_with(found.ensemble, course(found.ensemble, hours), bout_of(of, added))
    whole = course(answer(with_session(of, added)).ensemble, hours)
    for field in ("soreness", "fatigue", "score"):
        np.testing.assert_allclose(getattr(once, field), getattr(whole, field), atol=2e-4, err_msg=field)


def test_medians_are_those_of_the_bands() -> None:
    found = answer(SITUATIONS["Morning after legs"]).course
    assert np.array_equal(medians(found.score.T), quantiles(found.score)["median"])


def test_no_window_where_the_gates_never_open() -> None:
    found = answer(SITUATIONS["Rested"])
    week = part_of(found.course, slice(0, 1))
    assert hard_window(MORNING, week.hours, [], lambda span: part_of(week, span)).likely is None


def test_a_run_that_starts_as_soreness_is_rated_does_not_change_what_the_rating_says() -> None:
    of = scenario("recreational", legs(24, 60, 8), sore=6)
    before, after = answer(of).ensemble, answer(with_session(of, run(-1.5, 90, 8))).ensemble
    assert np.array_equal(before.log_amplitude, after.log_amplitude)
    assert before.rated_at_h == after.rated_at_h == 0


@pytest.mark.parametrize("verdict", VERDICTS)
def test_asking_about_one_verdict_agrees_with_asking_for_it(verdict: Verdict) -> None:
    rng = np.random.default_rng(1)
    scores, sore, weak = (top * rng.random((50, 40)) for top in (100, 9, 0.3))
    hold = rng.integers(0, len(VERDICTS), 40).astype(np.int8)
    expected = allowed(scores, sore, weak, hold) >= VERDICTS.index(verdict)
    assert np.array_equal(reaches(verdict, scores, sore, weak, hold), expected)


@pytest.mark.parametrize("step_h", [0.25, 1.0, 5.0])
@pytest.mark.parametrize("size", [2, 9, 40])
def test_a_window_is_the_first_hour_that_holds_for_twelve(step_h: float, size: int) -> None:
    reached = np.random.default_rng(2).random((64, size)) < 0.93
    hours, steps = np.linspace(0.0, step_h * (size - 1), size), round(12 / step_h)
    first = [next((hours[i] for i in range(size) if row[i : i + steps + 1].all()), np.inf) for row in reached]
    middle = np.quantile(first, 0.5, method="inverted_cdf")
    found = window(MORNING, hours, reached, "hard").likely
    assert found == (MORNING + dt.timedelta(hours=float(middle)) if np.isfinite(middle) else None)
