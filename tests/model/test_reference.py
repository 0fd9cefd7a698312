"""The reference numbers of the model, as written down when it was tried on realistic people."""

import datetime as dt

import numpy as np
import pytest

import legrun
from legrun.forecast.ensemble import draw
from legrun.model.kinetics import combined_soreness
from legrun.scenario import CheckIn, Scenario, Session
from tests.scenarios import MORNING, legs, run, scenario

# Experience, minutes, rpe, novelty; soreness at 24, 48, 72 h; strength at 0, 24, 48 h.
FIRST_TABLE = (
    ("trained", 60, 8, 0, (2.7, 2.7, 1.7), (81, 97, 98)),
    ("recreational", 60, 8, 0, (4.1, 3.9, 2.6), (77, 94, 96)),
    ("novice", 60, 8, 1, (7.4, 7.3, 4.6), (61, 80, 86)),
    ("trained", 75, 9.5, 0, (3.7, 3.5, 2.3), (74, 95, 98)),
)


def fresh(experience: str, minutes: float, rpe: float, novelty: float, *, sleep: float = 8.0) -> Scenario:
    day = legs(0, minutes, rpe, novelty=novelty)
    return scenario(experience, day, sleep=sleep, usual=sleep)  # type: ignore[arg-type]  # a literal above


@pytest.mark.parametrize(("experience", "minutes", "rpe", "novelty", "sore", "strength"), FIRST_TABLE)
def test_strength_of_the_first_table(
    experience: str, minutes: float, rpe: float, novelty: float, sore: tuple[float, ...], strength: tuple[float, ...]
) -> None:
    week = legrun.project(fresh(experience, minutes, rpe, novelty))
    assert 100 - week.fatigue_pct.median[[0, 24, 48]] == pytest.approx(strength, abs=1.0)


@pytest.mark.parametrize(("experience", "minutes", "rpe", "novelty", "sore", "strength"), FIRST_TABLE)
def test_soreness_of_the_first_table_at_central_parameters(
    experience: str, minutes: float, rpe: float, novelty: float, sore: tuple[float, ...], strength: tuple[float, ...]
) -> None:
    bouts = draw(fresh(experience, minutes, rpe, novelty)).bouts
    found = combined_soreness(bouts, np.array([24.0, 48.0, 72.0]), [np.ones(1)], np.ones(1))[0]
    assert found == pytest.approx(sore, abs=0.2)


@pytest.mark.parametrize(
    ("experience", "minutes", "rpe", "novelty", "sore", "strength"), [r for r in FIRST_TABLE if r[0] != "novice"]
)
def test_soreness_of_the_first_table_as_the_median_of_the_draws(
    experience: str, minutes: float, rpe: float, novelty: float, sore: tuple[float, ...], strength: tuple[float, ...]
) -> None:
    # The novice's row holds at central parameters only: the median over draws is 7.1, 6.9 and 4.4, since a
    # spread of time scales lowers a curve near its ceiling wherever it is not at its peak.
    week = legrun.project(fresh(experience, minutes, rpe, novelty))
    assert week.soreness.median[[24, 48, 72]] == pytest.approx(sore, abs=0.2)


@pytest.mark.parametrize(
    ("experience", "minutes", "rpe", "novelty", "hours", "rested", "short"),
    [
        ("trained", 60, 8, 0, (24, 48, 60, 72), (73, 76, 81, 85), (67, 70, 74, 77)),
        ("recreational", 60, 8, 0, (24, 48, 72, 96), (58, 63, 76, 86), (54, 58, 68, 78)),
        ("novice", 60, 8, 1, (24, 48, 72, 96, 120), (26, 32, 51, 69, 81), (24, 29, 45, 61, 73)),
        ("recreational", 45, 6, 0, (24, 48, 72), (73, 76, 85), (68, 70, 77)),
    ],
)
def test_scores_with_eight_and_with_five_and_a_half_hours_of_sleep(
    experience: str,
    minutes: float,
    rpe: float,
    novelty: float,
    hours: tuple[int, ...],
    rested: tuple[float, ...],
    short: tuple[float, ...],
) -> None:
    for sleep, expected in ((8.0, rested), (5.5, short)):
        week = legrun.project(fresh(experience, minutes, rpe, novelty, sleep=sleep))
        found = week.recovery.median[list(hours)]
        # From 72 h on the written numbers for short sleep are up to 3 lower: they stem from when soreness,
        # too, ran on the recovery clock, which would let more sleep lower recovery while soreness rises.
        late = np.array(hours) >= 72
        assert found[~late] == pytest.approx(np.array(expected)[~late], abs=2.0)
        assert found[late] == pytest.approx(np.array(expected)[late], abs=3.0 if sleep < 8 else 2.0)


@pytest.mark.parametrize(
    ("ago", "sore", "score", "verdict"),
    [
        (14, None, 63, "easy"),
        (14, 2, 66, "easy"),
        (14, 4, 54, "easy"),
        (14, 7, 34, "walk"),
        (38, 2, 71, "moderate"),
        (38, 4, 62, "easy"),
        (38, 7, 39, "walk"),
    ],
)
def test_people_who_rate_their_soreness(ago: float, sore: float | None, score: float, verdict: str) -> None:
    advice = legrun.advise(scenario("recreational", legs(ago, 60, 8), sore=sore, sleep=8.0))
    assert advice.score == pytest.approx(score, abs=2)
    assert advice.verdict == verdict


def test_fresh_legs_after_a_short_night_are_held_to_a_steady_run() -> None:
    advice = legrun.advise(scenario(sleep=4.5))
    assert advice.score == pytest.approx(88, abs=2)
    assert (advice.verdict, advice.zone) == ("moderate", "hard")


def test_two_weeks_of_nothing() -> None:
    assert legrun.advise(scenario("recreational", legs(14 * 24, 60, 8), sleep=8.0)).score == pytest.approx(100, abs=2)


def test_soreness_nine_without_a_session() -> None:
    advice = legrun.advise(scenario(sore=9, sleep=8.0))
    assert advice.score == pytest.approx(28, abs=2)
    assert advice.verdict == "rest"


@pytest.mark.parametrize(
    ("rated", "at_24", "at_48", "extra"),
    [
        (0, 2.20, 2.11, 0),
        (1, 2.51, 2.41, 0),
        (2.5, 3.12, 2.99, 0),
        (4.2, 4.03, 3.86, 0),
        (6, 5.19, 4.97, 0),
        (7, 5.85, 5.61, 0),
        (8, 6.12, 5.87, 0.59),
        (10, 6.12, 5.87, 2.59),
    ],
)
def test_what_a_rating_at_24_h_makes_of_the_forecast(rated: float, at_24: float, at_48: float, extra: float) -> None:
    drawn = draw(scenario("recreational", legs(24, 60, 8), sore=rated, sleep=8.0))
    explained = np.median(drawn.explained_soreness(np.array([0.0, 24.0])), axis=0)
    assert explained == pytest.approx([at_24, at_48], abs=0.1)
    assert drawn.unexplained[0].extra == pytest.approx(extra, abs=0.01)


@pytest.mark.parametrize(
    ("ratings", "expected"), [(((14, 7), (38, 2)), (3.9, 3.7, 2.4)), (((14, 2), (38, 7)), (5.0, 5.4, 4.1))]
)
def test_two_ratings(ratings: tuple[tuple[float, float], ...], expected: tuple[float, ...]) -> None:
    check_ins = [CheckIn(MORNING - dt.timedelta(hours=38 - after), sore) for after, sore in ratings]
    drawn = draw(Scenario(now=MORNING, sessions=(legs(38, 60, 8),), check_ins=tuple(check_ins), sleep_h=8.0))
    explained = np.median(drawn.explained_soreness(np.array([-14.0, 0.0, 24.0])), axis=0)
    assert explained == pytest.approx(expected, abs=0.12)


@pytest.mark.parametrize(
    ("session", "hours", "expected"),
    [(run(0, 216, 8), (0, 12, 24, 48, 72, 96), (4.1, 5.5, 5.3, 3.5, 1.9, 0.9))],
)
def test_soreness_after_a_marathon(session: Session, hours: tuple[int, ...], expected: tuple[float, ...]) -> None:
    bouts = draw(scenario("recreational", session)).bouts
    found = combined_soreness(bouts, np.array(hours, dtype=float), [np.ones(1)], np.ones(1))[0]
    assert found == pytest.approx(expected, abs=0.1)


@pytest.mark.parametrize(
    ("experience", "minutes", "rpe", "novelty", "expected"),
    [
        ("trained", 45, 7, 0, {"moderate": 12, "hard": 48}),
        ("trained", 60, 8, 0, {"moderate": 12, "hard": 59}),
        ("recreational", 60, 8, 0, {"moderate": 61, "hard": 81}),
        ("novice", 60, 8, 1, {"easy": 66, "moderate": 98, "hard": 119}),
    ],
)
def test_hours_to_each_verdict(
    experience: str, minutes: float, rpe: float, novelty: float, expected: dict[str, float]
) -> None:
    evening = MORNING + dt.timedelta(hours=12)
    day = Session("legs", evening - dt.timedelta(minutes=minutes), minutes, rpe, novelty=novelty)
    found = legrun.advise(scenario(experience, day, sleep=8.0, usual=8.0, now=evening))  # type: ignore[arg-type]
    likely = {w.verdict: (w.likely - evening) / dt.timedelta(hours=1) for w in found.windows if w.likely}
    assert {verdict: likely[verdict] for verdict in expected} == pytest.approx(expected, abs=4)  # type: ignore[index]
