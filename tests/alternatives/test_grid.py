"""Minutes by effort, and the question reversed: equal to the advice for what a cell stands for."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from typing import Any

import numpy as np
import pytest

from legrun.answering import advise, answer
from legrun.decision.advice import plan_fits
from legrun.decision.limits import longest_run, needed_verdict
from legrun.model.readiness import VERDICTS
from legrun.scenario import Scenario, Session
from legrun.wording.reverse import goal_words, reverse_sentence
from tests.scenarios import MORNING, legs, run, scenario
from tests.situations import SITUATIONS, asked, grid_of, options_of, planned, start, with_session


@pytest.mark.parametrize("name", SITUATIONS)
@pytest.mark.parametrize("later_h", [None, 10.0, 50.5])
def test_a_cell_equals_the_advice_for_a_scenario_that_holds_its_run(name: str, later_h: float | None) -> None:
    of = SITUATIONS[name]
    at = None if later_h is None else start(of) + dt.timedelta(hours=later_h)
    grid = grid_of(of, ready_at=at)
    rng = random.Random(f"{name} {later_h}")
    places = [(rng.randrange(len(grid.minutes)), rng.randrange(len(grid.efforts))) for _ in range(4)]
    for place in [*places, *([grid.planned] if grid.planned else [])]:
        cell = grid.cell(*place)
        added = Session("run", start(of), cell.minutes, cell.rpe)
        if of.planned is not None and of.planned.downhill_minutes:
            share = of.planned.downhill_minutes / of.planned.minutes
            grade = of.planned.downhill_grade_pct
            added = dataclasses.replace(added, downhill_minutes=share * cell.minutes, downhill_grade_pct=grade)
        advice = advise(with_session(of, added), at=grid.ready_at)
        assert cell.verdict == advice.verdict
        assert cell.score == pytest.approx(advice.score, abs=1e-3)
        assert cell.soreness == pytest.approx(advice.soreness.median, abs=1e-4)
        enough = VERDICTS[VERDICTS.index(grid.needed) :]
        assert cell.chance == pytest.approx(sum(advice.chances[verdict] for verdict in enough), abs=3 / 512)


def test_a_run_so_long_that_the_next_follows_at_once_is_one_with_it() -> None:
    of = scenario("recreational", run(-5, 40, 6), planned=planned(60, 5))
    grid = grid_of(of)
    for minutes in (40, 120):  # the next begins after 260 min
        cell = grid.cell(grid.minutes.index(minutes), 4)
        held = advise(with_session(of, Session("run", MORNING, minutes, 5)), at=grid.ready_at)
        assert cell.verdict == held.verdict
        assert cell.score == pytest.approx(held.score, abs=0.05)


@pytest.mark.parametrize("name", SITUATIONS)
def test_the_planned_cell_is_the_planned_option(name: str) -> None:
    of = SITUATIONS[name]
    grid, option = grid_of(of), options_of(of)["planned"]
    assert grid.planned is not None
    cell = grid.cell(*grid.planned)
    assert (cell.verdict, cell.load_au, cell.inside) == (option.verdict, option.load_au, option.fits)
    assert cell.score == pytest.approx(option.recovery.median, abs=1e-3)
    assert grid.rest.score == pytest.approx(options_of(of)["rest"].recovery.median, abs=1e-4)


@pytest.mark.parametrize("name", SITUATIONS)
def test_longer_or_harder_never_leaves_more(name: str) -> None:
    grid = grid_of(SITUATIONS[name])
    for axis in (0, 1):
        assert np.all(np.diff(grid.score, axis=axis) <= 1e-3)
        assert np.all(np.diff(grid.chance, axis=axis) <= 1e-9)
        assert np.all(np.diff(grid.codes, axis=axis) <= 0)
    if name != "back after a break":  # there a run ends what holds one back
        assert np.all(grid.codes <= VERDICTS.index(grid.rest.verdict))
    assert grid.needed == grid.rest.verdict
    assert np.array_equal(grid.load_au, np.outer(grid.minutes, grid.efforts))


def test_the_rows_hold_the_usual_lengths_the_limits_and_the_plan() -> None:
    grid = grid_of(SITUATIONS["Marathon build"])
    assert set(range(10, 121, 10)) <= set(grid.minutes)
    assert {140, 150, 155} <= set(grid.minutes), "the plan, what is near it and the longest run that is allowed"
    assert max(grid.minutes) == 155
    assert grid.efforts == tuple(range(1, 10))
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
    grid = grid_of(SITUATIONS["Rested"], ready_at=MORNING + dt.timedelta(hours=12))
    light, loaded = grid.cell(grid.minutes.index(30), 3), grid.cell(grid.minutes.index(60), 3)
    assert (light.load_au, light.verdict) == (120, "hard")
    assert (loaded.load_au, loaded.verdict) == (240, "moderate")
    assert loaded.score > 80, "the score alone would allow more"


def test_one_run_does_not_end_what_a_break_holds_back() -> None:
    grid = grid_of(SITUATIONS["back after a break"])
    assert grid.rest.verdict == grid.cell(0, 0).verdict == "moderate"


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
    [
        (35, 4, "easy"),
        (36, 4, "moderate"),
        (77, 4, "moderate"),
        (52, 6, "moderate"),
        (35, 7, "hard"),
        (30, 9, "hard"),
        # No verdict allows it: the lowest whose limit is longest.
        (78, 4, "moderate"),
        (53, 6, "moderate"),
    ],
)
def test_the_verdict_a_session_needs_follows_from_the_limits(minutes: float, rpe: float, verdict: str) -> None:
    assert needed_verdict(planned(minutes, rpe), longest_run(scenario("recreational"))) == verdict


def test_a_walk_needs_no_more_than_walk() -> None:
    assert needed_verdict(Session("walk", MORNING, 60, 2), 70) == "walk"


def asked_back(of: Scenario, goal: Session | None = None, verdict: Any = None) -> str:
    _, advice = asked(of)
    at = goal.start if goal is not None else None
    grid = grid_of(of, ready_at=at, ready_verdict=verdict)
    return reverse_sentence(grid, advice, of, goal_words(goal, of.now) if goal is not None else "")


LONG = Session("run", dt.datetime(2026, 3, 7, 9), 75, 4, style="long")


@pytest.mark.parametrize(
    ("name", "verdict", "says"),
    [
        (
            "Marathon build",
            "moderate",
            "You can still do up to 155 min at effort 4 today and be ready for Saturday's long run: likely (9 in 10).",
        ),
        (
            "Sore, nothing logged",
            "moderate",
            "Even with rest today, being ready for Saturday's long run is unlikely (4 in 10).",
        ),
        (
            "Too sore to walk normally",
            "moderate",
            "Nobody knows when what holds you back is over, so no chance is named for Sat mid-morning: check again then.",
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
    assert said == (
        "You can still do up to 35 min at effort 4 today, the longest that today's limits allow at that effort, and be "
        "ready for an easy run tomorrow morning: likely (9 in 10)."
    )
    said = asked_back(SITUATIONS["First leg day ever"])
    assert said == "No run fits today; with a walk, being ready for a walk tomorrow morning is likely (7 in 10)."
    said = asked_back(scenario("novice", legs(2, 75, 9, novelty=1), sore=8))
    assert said == "Tomorrow morning we expect you to need rest from running, whatever you do today."


def test_the_limit_that_ends_a_run_is_that_of_its_effort() -> None:
    # Not rated, rested: the card allows effort 4 and more; the easiest effort that is long enough is not the highest.
    of = scenario("recreational", legs(12, 60, 8), planned=planned(40, 3))
    _, advice = asked(of)
    assert advice.max_rpe > 3
    assert "at effort 3 today, the longest that today's limits allow at that effort, and be ready" in asked_back(of)


def test_nothing_beyond_a_walk_is_said_when_every_run_costs_it() -> None:
    # Hard running this evening: ready now, but not within hours of any run.
    of = scenario("recreational", legs(60, 60, 7), sore=1.5, planned=planned(20, 4))
    _, advice = asked(of)
    grid = grid_of(of, ready_at=MORNING + dt.timedelta(hours=1), ready_verdict="hard")
    grid = dataclasses.replace(grid, chance=np.zeros_like(grid.chance))
    assert grid.rest.ready
    said = reverse_sentence(grid, advice, of, "the race")
    assert said.startswith("Walk at most today: then being ready for the race is ")


def test_another_day_is_named() -> None:
    of = scenario("recreational", legs(12, 60, 8), sore=4, planned=planned(30, 4, in_h=48))
    assert " on Friday" in asked_back(of, dataclasses.replace(LONG, start=dt.datetime(2026, 3, 9, 9)), "easy")
    # A part of it is written as on the card.
    assert "Sat morning" in asked_back(of)


@pytest.mark.parametrize("hours", [100, 143.5, 160, 166.5, 167.5, 168])
@pytest.mark.parametrize("minutes", [40, 300, 1440])
def test_a_run_late_in_the_week_has_its_alternatives(hours: float, minutes: float) -> None:
    plan = Session("run", MORNING + dt.timedelta(hours=hours), minutes, 5)
    late = answer(scenario("recreational", legs(12, 60, 8), sore=3, planned=plan, longest_run_minutes=1440))
    assert {option.key for option in late.options} - {"changed"} == {"rest", "walk", "cross", "easy_run", "planned"}
    assert late.levers
    grid = late.grid()
    assert (grid is None) == (hours > 160)  # the morning after lies beyond the week
    if grid is not None:
        assert grid.minutes[-1] == 1440
        assert grid.planned is not None
