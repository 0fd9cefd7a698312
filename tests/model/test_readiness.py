"""The score and its zones at their borders."""

import numpy as np
import pytest

from legrun.model.readiness import VERDICTS, Verdict, points_off, score, zone, zone_of
from legrun.model.sleep_clock import protein_factor


@pytest.mark.parametrize(("sleep_h", "left"), [(9, 100), (7, 100), (6, 95), (3, 80), (0, 80)])
def test_no_night_costs_more_than_a_fifth(sleep_h: float, left: float) -> None:
    rested = np.zeros(1), np.zeros(1)
    assert score(*rested, np.array([float(sleep_h)]))[0] == pytest.approx(left)
    # Where nights differ along the hours, the same of each.
    assert score(np.zeros(2), np.zeros(2), np.array([8.0, sleep_h]))[1] == pytest.approx(left)


def test_half_of_the_strength_lost_leaves_nothing() -> None:
    assert score(np.zeros(3), np.array([0.5, 0.6, 1.0]), np.full(3, 8.0)).tolist() == [0, 0, 0]


@pytest.mark.parametrize(
    ("points", "verdict"),
    [(0, "rest"), (24.99, "rest"), (25, "walk"), (45, "easy"), (69.99, "easy"), (70, "moderate"), (80, "hard")],
)
def test_a_zone_begins_at_its_floor(points: float, verdict: Verdict) -> None:
    assert VERDICTS[zone_of(points)] == verdict
    assert zone(np.array([points]))[0] == zone_of(points)


def test_the_points_that_terms_take_add_up_to_what_is_missing() -> None:
    soreness, fatigue, sleep_h = 4.0, 0.1, 5.0
    taken = points_off(soreness, fatigue, sleep_h)
    left = score(np.array([soreness]), np.array([fatigue]), np.array([sleep_h]))[0]
    assert taken.soreness + taken.fatigue + taken.sleep == pytest.approx(100 - left, abs=0.2)
    assert taken.soreness > taken.fatigue > taken.sleep > 0


@pytest.mark.parametrize(("grams", "factor"), [(1.19, 0.98), (1.2, 1.0), (1.59, 1.0), (1.6, 1.03)])
def test_protein_counts_from_its_borders_on(grams: float, factor: float) -> None:
    assert protein_factor(grams) == factor
