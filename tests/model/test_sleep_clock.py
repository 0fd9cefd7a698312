"""The recovery clock is the integral of the pace, whether a limit binds or not."""

from __future__ import annotations

import datetime as dt

import numpy as np
import pytest

from legrun.model.kinetics import Array
from legrun.model.sleep_clock import (
    CEILING,
    FLOOR,
    SLEEP_FLOOR,
    SLEEP_FROM_H,
    SLEEP_SLOPE,
    effective_sleep_h,
    protein_factor,
    recovery_clock,
)

NOW = dt.datetime(2026, 3, 4, 7, 20)
FACTORS = np.linspace(0.0, 2.0, 9)


@pytest.mark.parametrize("protein", [None, 1.0, 1.8])
@pytest.mark.parametrize("slept", [(6.5, 6.0, 7.5), (3.0, 7.5, 2.0), (1.0, 1.0, 1.0), (8.0, 9.0, 8.0)])
def test_the_clock_is_the_sum_of_its_pace_hour_by_hour(slept: tuple[float, ...], protein: float | None) -> None:
    nights = {NOW.date() - dt.timedelta(days=day): hours for day, hours in enumerate(slept)}
    clock = recovery_clock(NOW, -90.5, 120.0, nights, 6.8, protein, FACTORS)
    knots: Array = clock.knots
    short = np.maximum(0.0, SLEEP_FROM_H - effective_sleep_h(NOW, knots, nights, 6.8))
    pace = np.maximum(SLEEP_FLOOR, 1 - SLEEP_SLOPE * np.multiply.outer(FACTORS, short)) * protein_factor(protein)
    pace = np.clip(pace, FLOOR, CEILING)
    here = int(np.flatnonzero(knots == 0)[0])
    for hour in (0, 30, here, here + 1, knots.size - 1):
        first, last = sorted((hour, here))
        steps = (pace[:, first:last] + pace[:, first + 1 : last + 1]) / 2
        expected = np.sign(hour - here) * steps.sum(axis=1)
        np.testing.assert_allclose(clock.at(knots)[:, hour], expected, atol=1e-9)
    binds = bool((1 - SLEEP_SLOPE * 2 * short.max()) < SLEEP_FLOOR)
    assert binds == (min(slept) < 4), "both kinds are tried"


def test_whole_hours_are_read_at_their_knots_and_others_between() -> None:
    clock = recovery_clock(NOW, -10.0, 40.0, {NOW.date(): 5.0}, 7.5, None, FACTORS)
    between = (clock.at(np.array([3.0])) + clock.at(np.array([4.0]))) / 2
    np.testing.assert_allclose(clock.at(np.array([3.5])), between, atol=1e-12)
    np.testing.assert_array_equal(clock.at(np.array([0.0, 40.0]))[:, 0], np.zeros(FACTORS.size))
