"""Bands: which quantiles they are, and how narrow they may be."""

import numpy as np
import pytest

from legrun.forecast.projection import Course, medians, project, quantiles
from legrun.forecast.sparing import Sparing
from tests.scenarios import MORNING


def certain(soreness: float, fatigue: float) -> Course:
    """Return a course of draws that agree."""
    same = np.full((512, 1), soreness, dtype=np.float32), np.zeros((512, 1), dtype=np.float32)
    return Course(np.zeros(1), *same, np.full((512, 1), fatigue, dtype=np.float32), np.full(1, 8.0), Sparing(0.0, 0.0))


def test_the_ranges_hold_half_and_four_in_five_of_the_draws() -> None:
    at = {name: float(row[0]) for name, row in quantiles(np.arange(101.0)[:, None]).items()}
    assert at == {"low80": 10, "low50": 25, "median": 50, "high50": 75, "high80": 90}
    assert medians(np.arange(100, dtype=np.float32)[None])[0] == 49.5


@pytest.mark.parametrize("least", [-3.0, -0.0, 0.0, 2.0])
def test_singles_have_the_quantiles_that_numpy_gives_them(least: float) -> None:
    draws = np.linspace(least, 9, 512, dtype=np.float32)[(np.arange(512) * 211) % 512][:, None]
    places = {"low80": 0.1, "low50": 0.25, "median": 0.5, "high50": 0.75, "high80": 0.9}
    wanted = {name: np.quantile(draws.astype(float), place) for name, place in places.items()}
    assert {name: float(row[0]) for name, row in quantiles(draws).items()} == pytest.approx(wanted, abs=1e-12)


def test_a_range_is_never_narrower_than_studies_and_ratings_differ_by() -> None:
    here = project(MORNING, certain(4.0, 0.2)).moment(0)
    assert (here.soreness.low80, here.soreness.high80) == pytest.approx((3.3, 4.7))
    assert (here.fatigue_pct.low80, here.fatigue_pct.high80) == pytest.approx((20 - 3 - 20 / 3, 20 + 5 + 20 / 2))
    assert here.recovery.low80 == pytest.approx(here.recovery.median - 5)
    assert here.recovery.high80 == pytest.approx(here.recovery.median + 5)


def test_a_range_ends_where_its_scale_does() -> None:
    rested, spent = (project(MORNING, certain(*each)).moment(0) for each in ((0.0, 0.0), (10.0, 1.0)))
    assert (rested.soreness.low80, rested.fatigue_pct.low80, rested.recovery.high80) == (0, 0, 100)
    assert (spent.soreness.high80, spent.fatigue_pct.high80, spent.recovery.low80) == (10, 100, 0)
