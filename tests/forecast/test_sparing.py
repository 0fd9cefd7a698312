"""What of soreness costs nothing: what is known of a person at rest, and near rest what most people rate there."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import legrun
from legrun.forecast.ensemble import draw
from legrun.forecast.sparing import NO_RUN_FROM, RESTING_FREE, Sparing
from legrun.model.readiness import VERDICTS
from legrun.scenario import EXPERIENCES
from legrun.scenario.person import Experience
from tests.scenarios import legs, rated, scenario

SCALE = np.linspace(0, 10, 201)


@given(st.floats(-2, 10), st.floats(0, 1))
def test_the_sorer_the_more_counts_and_never_more_than_there_is(resting: float, known: float) -> None:
    sparing = Sparing.rated(resting, known)
    counted = sparing.counted(SCALE)
    assert (np.diff(counted) >= 0).all()
    assert (counted <= SCALE).all()
    assert (counted >= SCALE - RESTING_FREE - 1e-9).all()


def test_what_is_only_guessed_of_a_person_opens_no_run() -> None:
    first = Sparing.rated()
    assert first.counted(0.7) == 0
    assert first.counted(2.0) < 1.5
    assert first.counted(NO_RUN_FROM) == pytest.approx(NO_RUN_FROM)
    assert first.counted(9.0) == 9.0


@pytest.mark.parametrize("experience", EXPERIENCES)
@pytest.mark.parametrize("ago", [14.0, 38.0, 62.0])
def test_seven_rated_for_the_first_time_is_a_walk_and_eight_is_rest(experience: Experience, ago: float) -> None:
    day = legs(ago, 60, 8)
    verdicts = [legrun.advise(scenario(experience, day, sore=sore, sleep=8.0)).verdict for sore in (7.0, 8.0)]
    assert verdicts == ["walk", "rest"]


def test_seven_is_an_easy_run_for_somebody_known_to_be_at_five() -> None:
    usual = [(24.0 * day, 5.0) for day in range(1, 22)]
    advice = legrun.advise(rated(*usual, (0, 7.0)))
    assert (advice.verdict, advice.max_rpe) == ("easy", 3)
    assert advice.counted_soreness == pytest.approx(5.5, abs=0.15)


@pytest.mark.parametrize("before", [(), (1.0, 2.0), (3.0,) * 10, (0.0, 6.0) * 5])
def test_the_newest_rating_teaches_nothing_of_what_it_spares(before: tuple[float, ...]) -> None:
    usual = [(24.0 * (day + 1), sore) for day, sore in enumerate(before)]
    sparings = {draw(rated(*usual, (0, sore))).posterior.sparing for sore in (0.0, 3.0, 10.0)}
    assert len(sparings) == 1


@pytest.mark.parametrize("before", [(), (4.0,) * 14])
@pytest.mark.parametrize("experience", EXPERIENCES)
@pytest.mark.slow
def test_feeling_worse_never_gets_more(experience: Experience, before: tuple[float, ...]) -> None:
    usual = [(24.0 * (day + 1), sore) for day, sore in enumerate(before)]
    some = [
        legrun.advise(rated(*usual, (0, sore), sessions=(legs(38, 60, 8),), experience=experience))
        for sore in np.arange(0, 10.01, 0.25)
    ]
    for what in ([VERDICTS.index(a.verdict) for a in some], [a.score for a in some], [a.max_rpe for a in some]):
        assert (np.diff(np.array(what, dtype=float)) <= 1e-9).all()


def test_an_unrated_soreness_holds_what_most_people_rate_at_rest() -> None:
    assert draw(scenario()).posterior.sparing == Sparing.unrated()
    assert legrun.advise(scenario()).score == pytest.approx(100, abs=0.5)
