"""What was estimated of sessions, as effort from heart rate, widens every range and moves no middle."""

import dataclasses

import numpy as np
import pytest

import legrun
from legrun.forecast.ensemble import central, draw
from legrun.model.bout import estimate_sd
from legrun.model.kinetics import felt_sd
from legrun.scenario import Scenario, Session
from tests.scenarios import legs, run, scenario

GUESSED = frozenset({"rpe"})
SESSIONS = {"run": run(14, 120, 5), "long run": run(3, 180, 5), "leg day": legs(14, 60, 8), "intervals": run(8, 50, 8)}


def guessed(session: Session, estimated: frozenset[str] = GUESSED) -> Session:
    return Session(session.kind, session.start, session.minutes, session.rpe, estimated=estimated)


def widths(inputs: Scenario) -> np.ndarray:
    """Return the widths of the 80 % range of soreness, strength and recovery over the first two days."""
    week = legrun.project(inputs)
    return np.array([(b.high80 - b.low80)[:48].mean() for b in (week.soreness, week.fatigue_pct, week.recovery)])


@pytest.mark.parametrize("name", SESSIONS)
def test_ranges_are_wider_where_the_effort_was_estimated(name: str) -> None:
    known, unsure, more = (
        scenario("recreational", session)
        for session in (
            SESSIONS[name],
            guessed(SESSIONS[name]),
            guessed(SESSIONS[name], frozenset({"rpe", "minutes"})),
        )
    )
    assert (widths(unsure) - widths(known) > (0.1, 0.01, 1.0)).all()
    # The range of strength is never narrower than studies differ by: its draws show more.
    losses = [draw(each).fatigue(np.zeros(1)).std() for each in (known, unsure)]
    assert losses[1] > 1.02 * losses[0]
    assert (widths(more) >= widths(unsure) - 0.01).all()
    middles = [legrun.project(each) for each in (known, unsure)]
    for band in ("soreness", "fatigue_pct", "recovery"):
        assert getattr(middles[1], band).median == pytest.approx(getattr(middles[0], band).median, abs=3.0)


def test_a_chance_is_less_certain_where_the_effort_was_estimated() -> None:
    known, unsure = (
        legrun.advise(scenario("recreational", day)) for day in (legs(30, 60, 7), guessed(legs(30, 60, 7)))
    )
    assert max(unsure.chances.values()) <= max(known.chances.values())


@pytest.mark.parametrize("sore", [0.0, 3.0, 7.0])
def test_a_rating_is_believed_beside_an_estimate(sore: float) -> None:
    week = legrun.project(scenario("recreational", guessed(run(14, 120, 5)), sore=sore))
    assert week.soreness.median[0] == pytest.approx(sore, abs=0.1)


def test_an_estimate_counts_as_much_as_it_is_felt() -> None:
    new, old = guessed(run(14, 120, 5)), guessed(legs(24 * 6, 60, 8))
    both, recent, neither = (
        felt_sd(draw(scenario("recreational", *done)).bouts, 0.0)
        for done in ((new, legs(14, 60, 8)), (old, legs(14, 60, 8)), (legs(14, 60, 8),))
    )
    assert recent < 0.1 < both < estimate_sd(new)
    assert neither == 0.0


def test_a_session_ahead_widens_nothing_before_it() -> None:
    ahead = guessed(run(-30, 120, 5))
    one, other = (legrun.project(scenario("recreational", legs(14, 60, 8), *more)) for more in ((), (ahead,)))
    assert other.soreness.high80[:24] == pytest.approx(one.soreness.high80[:24], abs=1e-5)
    assert other.fatigue_pct.high80[:24] == pytest.approx(one.fatigue_pct.high80[:24], abs=1e-4)


def test_the_one_draw_in_place_of_all_takes_an_estimate_as_it_is() -> None:
    hours = np.arange(48.0)
    one, other = (
        central(draw(scenario("recreational", session))).fatigue(hours)
        for session in (run(14, 120, 5), guessed(run(14, 120, 5)))
    )
    assert one == pytest.approx(other, abs=1e-6)


def test_minutes_that_were_estimated_matter_not_where_sets_take_their_place() -> None:
    minutes = frozenset({"minutes"})
    leg_day = guessed(legs(14, 60, 8), minutes)
    assert estimate_sd(leg_day) > 0
    assert estimate_sd(dataclasses.replace(leg_day, hard_sets=15)) == 0
    assert estimate_sd(dataclasses.replace(leg_day, hard_sets=15, estimated=GUESSED | minutes)) > 0
