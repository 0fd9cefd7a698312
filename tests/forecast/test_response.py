"""What ratings say: the grid is the same curve as the chart, and weeks of daily ratings are answered too."""

import datetime as dt
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import legrun
from legrun.forecast.ensemble import _bouts
from legrun.forecast.response import GRID_A, GRID_B, Rating, Waves, on_grid, posterior, prior_response
from legrun.model.kinetics import combined_soreness
from tests.scenarios import MORNING, legs, run, scenario


@pytest.mark.parametrize("hour", [-300.0, -52.5, -21.3, 0.0])
def test_the_grid_asks_the_same_curve_as_the_chart(hour: float) -> None:
    downhill: dict[str, Any] = {"downhill_minutes": 20, "downhill_grade_pct": 10}
    bouts = _bouts(scenario("recreational", legs(20.8, 60, 8), run(52, 90, 6, **downhill), legs(280, 45, 7)))
    a, b = (grid.ravel() for grid in np.meshgrid(GRID_A, GRID_B, indexing="ij"))
    paired = combined_soreness(bouts, np.array([hour]), [np.exp(a)] * len(bouts), np.exp(b), habit=0.9)
    found = on_grid(Waves.of(bouts).soreness(np.array([hour]), 0.9)[0][0])
    assert found.shape == (121, 41)
    assert found.ravel() == pytest.approx(paired[:, 0], abs=2e-5)


@pytest.mark.parametrize("rated", [(), (0,), (0, 24)])
def test_without_timing_the_time_scale_does_not_hang_on_the_amplitude(rated: tuple[int, ...]) -> None:
    # The rating of the day before is of the leg day before: what it taught is carried over to the newer one.
    bouts = _bouts(scenario("recreational", legs(13, 60, 8), legs(37, 60, 8)))
    found = posterior(bouts, [Rating(-hour, 5.0) for hour in sorted(rated, reverse=True)], prior_response(None))
    u = np.random.default_rng(0).random((2, 200))
    assert not found.joint
    assert np.array(found.quantiles(*u)) == pytest.approx(np.array(replace(found, joint=True).quantiles(*u)), abs=1e-9)


@pytest.mark.parametrize("hours", [(0,), (0, 6)])
def test_a_rating_two_days_later_ties_the_time_scale_to_the_amplitude(hours: tuple[int, ...]) -> None:
    bouts = _bouts(scenario("recreational", legs(60, 60, 8)))
    found = posterior(bouts, [Rating(-hour, 7.0) for hour in sorted(hours, reverse=True)], prior_response(None))
    _, b = found.quantiles(np.array([0.1, 0.9]), np.array([0.5, 0.5]))
    assert found.joint
    assert b[0] > b[1] + 0.01


def test_six_weeks_of_daily_ratings_and_sessions_are_answered() -> None:
    days = [MORNING - dt.timedelta(days=n) for n in range(42)]
    sessions = [legs(24 * n + 13, 60, 8) for n in range(1, 42, 3)] + [run(24 * n + 12, 50, 5) for n in range(0, 42, 2)]
    ratings = [legrun.CheckIn(day, (3 * n) % 7) for n, day in enumerate(days)]
    found = legrun.answer(legrun.Scenario(now=MORNING, sessions=sessions, check_ins=ratings))
    for band in (found.week.soreness, found.week.fatigue_pct, found.week.recovery):
        assert np.isfinite([band.low80, band.median, band.high80]).all()
    assert sum(found.advice.chances.values()) == pytest.approx(1)
    # What was rated before every session that still counts tells nothing.
    recent = tuple(c for c in found.scenario.check_ins if c.time > MORNING - dt.timedelta(days=28))
    assert legrun.advise(legrun.Scenario(now=MORNING, sessions=sessions, check_ins=recent)) == found.advice


def test_a_leg_day_three_weeks_ahead_wears_as_one_soon() -> None:
    def lost(days: int) -> list[float]:
        session = legrun.Session("legs", MORNING + dt.timedelta(days=days), 60, 8)
        found = legrun.project(legrun.Scenario(now=MORNING, sessions=[session]), hours=504)
        return list(found.fatigue_pct.median[24 * days + 1 :][:20])

    assert max(lost(3)) > 20
    assert lost(20) == pytest.approx(lost(3), abs=1e-3)


def test_further_ahead_than_three_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match="504"):
        legrun.project(legrun.Scenario(now=MORNING), hours=505)
