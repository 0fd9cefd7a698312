"""One more session on known curves, and the windows that come of it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import numpy as np
import pytest

from legrun.alternatives.options.added import addition, course_with, hard_window, part_of
from legrun.answering import answer
from legrun.decision.gates import at_least, verdict_codes
from legrun.decision.outlook import window
from legrun.forecast.projection import course, medians, quantiles
from legrun.model.readiness import VERDICTS, Verdict
from tests.scenarios import MORNING, legs, run, scenario
from tests.situations import SITUATIONS, planned, with_session


@pytest.mark.parametrize("name", SITUATIONS)
def test_one_more_bout_on_known_curves_is_the_scenario_that_holds_it(name: str) -> None:
    of = SITUATIONS[name]
    answered, hours = answer(of), np.arange(0.0, 60.0, 0.25)
    added = dataclasses.replace(of.planned or planned(), start=of.now + dt.timedelta(hours=3))
    once = course_with(answered.ensemble, course(answered.ensemble, hours), addition(of, added))
    whole = course(answer(with_session(of, added)).ensemble, hours)
    for field in ("soreness", "fatigue", "score"):
        np.testing.assert_allclose(getattr(once, field), getattr(whole, field), atol=2e-4, err_msg=field)


def test_medians_are_those_of_the_bands() -> None:
    answered = answer(SITUATIONS["Morning after legs"]).course
    assert np.array_equal(medians(answered.score.T), quantiles(answered.score)["median"])


def test_no_window_where_the_gates_never_open() -> None:
    answered = answer(SITUATIONS["Rested"])
    week = part_of(answered.course, slice(0, 1))
    assert hard_window(MORNING, week.hours, [], lambda span: part_of(week, span)).likely is None


def test_a_run_that_starts_as_soreness_is_rated_does_not_change_what_the_rating_says() -> None:
    of = scenario("recreational", legs(24, 60, 8), sore=6)
    before, after = answer(of).ensemble, answer(with_session(of, run(-1.5, 90, 8))).ensemble
    assert np.array_equal(before.log_amplitude, after.log_amplitude)
    assert np.array_equal(before.residual(np.zeros(1)), after.residual(np.zeros(1)))


@pytest.mark.parametrize("verdict", VERDICTS)
def test_asking_about_one_verdict_agrees_with_asking_for_it(verdict: Verdict) -> None:
    rng = np.random.default_rng(1)
    scores, sore, weak = (top * rng.random((50, 40)) for top in (100, 9, 0.3))
    hold = rng.integers(0, len(VERDICTS), 40).astype(np.int8)
    expected = verdict_codes(scores, sore, weak, hold) >= VERDICTS.index(verdict)
    assert np.array_equal(at_least(verdict, scores, sore, weak, hold), expected)


@pytest.mark.parametrize("step_h", [0.25, 1.0, 5.0])
@pytest.mark.parametrize("size", [2, 9, 40])
def test_a_window_is_the_first_hour_that_holds_for_twelve(step_h: float, size: int) -> None:
    reached = np.random.default_rng(2).random((64, size)) < 0.93
    hours, steps = np.linspace(0.0, step_h * (size - 1), size), round(12 / step_h)
    first = [next((hours[i] for i in range(size) if row[i : i + steps + 1].all()), np.inf) for row in reached]
    middle = np.quantile(first, 0.5, method="inverted_cdf")
    result = window(MORNING, hours, reached, "hard").likely
    assert result == (MORNING + dt.timedelta(hours=float(middle)) if np.isfinite(middle) else None)
