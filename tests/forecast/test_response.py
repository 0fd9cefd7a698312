"""What ratings say: believed both ways, fading into what a person is otherwise, without an edge anywhere."""

import datetime as dt
import itertools
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import legrun
from legrun.forecast.ensemble import draw
from legrun.forecast.projection import course
from legrun.forecast.response import (
    GRID_A,
    POPULATION_PRIOR,
    Rating,
    counted_ratings,
    covariance,
    posterior,
)
from legrun.model.readiness import VERDICTS
from legrun.scenario import CheckIn, Scenario, Session
from legrun.scenario.hours import DAY
from tests.scenarios import MORNING, legs, rated, run, scenario

NOW = np.zeros(1)
HOURS = np.arange(0.0, 169.0)


def shown(inputs: Scenario, hour: float = 0.0) -> float:
    return float(np.median(course(draw(inputs), np.array([hour])).soreness))


SESSIONS = {
    "nothing": (),
    "leg day 2 h ago": (legs(2, 60, 8),),
    "leg day 14 h ago": (legs(14, 60, 8),),
    "leg day 38 h ago": (legs(38, 60, 8),),
    "marathon 18 h ago": (run(18, 216, 8),),
}


@pytest.mark.parametrize("name", SESSIONS)
@pytest.mark.parametrize("sore", [0, 0.5, 2, 4, 7, 10])
def test_at_its_moment_the_soreness_shown_is_the_rating(name: str, sore: float) -> None:
    assert shown(scenario("recreational", *SESSIONS[name], sore=sore)) == pytest.approx(sore, abs=0.1)


def test_a_rating_counts_in_full_downward_too() -> None:
    day = legs(14, 60, 8)
    calm, none, sore = (scenario("recreational", day, sore=y) for y in (0, None, 6))
    assert shown(calm) < 0.05
    assert legrun.advise(calm).points.soreness == 0
    for hour in (0, 6, 24):
        assert shown(calm, hour) < shown(none, hour) < shown(sore, hour)


def test_a_rating_fades_within_hours_and_days_into_what_the_person_is_otherwise() -> None:
    usual = [(24.0 * day, 2.0) for day in range(1, 15)]
    drawn = draw(rated(*usual, (0, 7)))
    beyond = [float(np.median(drawn.residual(np.array([hour])))) - drawn.posterior.resting for hour in (0, 8, 36, 168)]
    assert all(a > b for a, b in itertools.pairwise(beyond))
    assert beyond[0] > 3.5
    assert 0.15 < beyond[2] / beyond[0] < 0.45
    assert beyond[3] < 0.3


def test_a_scale_whose_normal_is_five_is_learned_within_two_weeks() -> None:
    result = rated(*[(24.0 * day, 5.0) for day in range(14)])
    advice = legrun.advise(result)
    assert advice.resting == pytest.approx(5, abs=0.4)
    assert advice.unattributed < 0.5
    assert advice.counted_soreness == pytest.approx(3.5, abs=0.15)  # 1.5 of it cost nothing
    band = legrun.answer(result).week.soreness
    assert band.high80[24] - band.low80[24] < 2.5


def test_ratings_all_equal_mean_a_narrow_band_and_ratings_in_turns_a_wide_one() -> None:
    calm, wild = (rated(*[(24.0 * day + 24, (5.0, y)[day % 2]) for day in range(40)]) for y in (5.0, 0.0))
    widths = [float(w.high80[0] - w.low80[0]) for w in (legrun.answer(value).week.soreness for value in (calm, wild))]
    assert widths[0] < 1.8 < 4 < widths[1]


@pytest.mark.parametrize(
    "pairs",
    [
        [(24.0 * day, 10.0 * (day % 2)) for day in range(42)],
        [(5.0 * n, 3.0) for n in range(200)],
        [(0.0, 3.0), (1 / 60, 9.0)],
        [(900.0, 4.0)],
        [(0.0, 10.0)] * 5,
    ],
    ids=["0 and 10 in turns", "200 in 42 days", "two in one minute", "before any session", "the same time again"],
)
@pytest.mark.parametrize("sessions", [(), (legs(13, 60, 8), run(40, 50, 5))])
def test_odd_ratings_are_answered(pairs: list[tuple[float, float]], sessions: tuple[Session, ...]) -> None:
    answered = legrun.answer(rated(*pairs, sessions=sessions))
    for band in (answered.week.soreness, answered.week.fatigue_pct, answered.week.recovery):
        assert np.isfinite([band.low80, band.median, band.high80]).all()
    assert sum(answered.advice.chances.values()) == pytest.approx(1)


def test_a_rating_in_the_future_is_refused() -> None:
    with pytest.raises(legrun.LegrunError, match=r"check_ins\.time"):
        Scenario(MORNING, check_ins=[CheckIn(MORNING + dt.timedelta(minutes=1), 3)])


def test_of_ratings_within_an_hour_the_latest_counts_and_old_ones_do_not() -> None:
    ratings = [Rating(-0.2, 1), Rating(-0.9, 2), Rating(-3, 3), Rating(-41.9 * 24, 4), Rating(-42.1 * 24, 5)]
    assert [rating.soreness for rating in counted_ratings(ratings)] == [4, 3, 1]
    assert len(counted_ratings([Rating(-float(n), 3) for n in range(2, 200, 2)])) == 60


def test_a_rating_an_hour_after_another_counts_by_itself() -> None:
    assert counted_ratings([Rating(-1, 3), Rating(0, 4)]) == [Rating(-1, 3), Rating(0, 4)]
    assert counted_ratings([Rating(-0.99, 3), Rating(0, 4)]) == [Rating(0, 4)]


def test_the_residual_is_what_the_covariance_says() -> None:
    """The same numbers from a plain solve, for one amplitude."""
    ratings = [Rating(-50.0, 6.0), Rating(-20.0, 2.0), Rating(-1.0, 4.0)]
    explained = np.outer([1.0, 2.0, 0.5], np.ones(GRID_A.size))
    result = posterior(ratings, explained, POPULATION_PRIOR)
    hours = np.array([0.0, 30.0])
    both = covariance(np.concatenate([result.hours, hours]), result.variances)
    known, cross = both[:3, :3], both[3:, :3]
    left = np.array([6.0, 2.0, 4.0]) - 0.7 - explained[:, 0]
    mean = 0.7 + cross @ np.linalg.solve(known, left)
    sd = np.sqrt(result.scatter * np.diag(both[3:, 3:] - 0.01 * np.eye(2) - cross @ np.linalg.solve(known, cross.T)))
    drawn = result.residual(hours, np.zeros(3), np.array([-1.0, 0.0, 1.0]))
    assert drawn[1] == pytest.approx(mean, abs=1e-4)
    assert drawn[2] - drawn[1] == pytest.approx(sd, abs=1e-4)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.floats(0, 240), st.floats(0, 10)), min_size=1, max_size=12), st.floats(0, 10))
def test_a_higher_newest_rating_never_loosens_a_verdict_without_sessions(
    pairs: list[tuple[float, float]], other: float
) -> None:
    newest, *before = sorted(pairs)
    lower, higher = sorted((newest[1], other))

    def path(value: float) -> np.ndarray:
        return np.asarray(legrun.answer(rated(*before, (newest[0], value))).outlook.path)

    assert (path(higher) <= path(lower)).all()


@pytest.mark.slow
def test_the_unattributed_caps_one_step_at_a_time() -> None:
    codes, seen = [], []
    for sore in np.arange(0, 10.01, 0.1):
        usual = [(24.0 * day, 1.0) for day in range(1, 15)]
        advice = legrun.advise(rated(*usual, (0, float(sore))))
        codes.append(VERDICTS.index(advice.verdict))
        seen.append(advice.unattributed)
    assert min(codes) == 0
    assert max(np.abs(np.diff(codes))) == 1
    assert max(np.abs(np.diff(seen))) < 0.12


def test_what_nothing_explains_has_a_range_and_fades() -> None:
    answered = legrun.answer(scenario(sore=5))
    band = answered.week.soreness
    assert band.high80[24] - band.low80[24] > 2.5
    assert band.median[24] < band.median[0]
    steady = answered.advice.windows[0]
    assert steady.earliest is not None
    assert steady.likely is not None
    assert steady.earliest < steady.likely
    assert steady.latest is None or steady.latest > steady.likely


def test_six_weeks_of_daily_ratings_and_sessions_are_answered() -> None:
    days = [MORNING - n * DAY for n in range(42)]
    sessions = [legs(24 * n + 13, 60, 8) for n in range(1, 42, 3)] + [run(24 * n + 12, 50, 5) for n in range(0, 42, 2)]
    ratings = [CheckIn(day, (3 * n) % 7) for n, day in enumerate(days)]
    answered = legrun.answer(Scenario(MORNING, sessions=sessions, check_ins=ratings))
    for band in (answered.week.soreness, answered.week.fatigue_pct, answered.week.recovery):
        assert np.isfinite([band.low80, band.median, band.high80]).all()


# Fine sweeps: no edge is larger than a point of soreness, an hour or a step of effort may move the score.


def scores(some: list[Scenario]) -> np.ndarray:
    return np.array([legrun.advise(each).score for each in some], dtype=float)


def steps(some: list[Scenario]) -> float:
    return float(np.abs(np.diff(scores(some))).max())


def score(inputs: Scenario) -> float:
    value = legrun.advise(inputs).score
    assert value is not None
    return float(value)


def hours_to_easy(inputs: Scenario) -> float:
    """Return when a verdict of at least easy holds on the median path. [h]"""
    path = legrun.answer(inputs).outlook.path
    return float(np.argmax(path >= 2)) if (path >= 2).any() else 169.0


def largest_step(number: Callable[[Scenario], float], some: list[Scenario], allowed: float) -> float:
    """Return the largest step of a number from one scenario to the next, if it is more than is allowed.

    Of a long sweep every eighth is looked at, and all between two of these that differ by half of what is allowed, or by
    that much more or less than the two beside them: an edge lies there, or the number is on its way.
    """
    places = [*range(0, len(some) - 1, 8), len(some) - 1]
    known = {place: number(some[place]) for place in places}
    moved = np.diff([known[place] for place in places])
    bent = np.abs(np.diff(moved, prepend=moved[0], append=moved[-1]))
    doubtful = np.maximum.reduce([np.abs(moved), bent[:-1], bent[1:]]) >= allowed / 2
    largest = 0.0
    for (low, high), look in zip(itertools.pairwise(places), doubtful, strict=True):
        between = [known[low], *(number(each) for each in some[low + 1 : high] if look), known[high]]
        largest = max(largest, float(np.abs(np.diff(between)).max()))
    return largest


@pytest.mark.slow
@pytest.mark.parametrize("ago", [1.0, 5.9, 14.0, 38.0, 42.0])
def test_soreness_has_no_edge(ago: float) -> None:
    some = [scenario("recreational", legs(ago, 60, 8), sore=y) for y in np.arange(0, 10.01, 0.1)]
    assert largest_step(score, some, 1.2) <= 1.2  # 9 a point


@pytest.mark.slow
@pytest.mark.parametrize("sore", [1.5, 4.0, 6.0])
def test_hours_since_the_session_have_no_edge(sore: float) -> None:
    some = [scenario("recreational", legs(h, 60, 8), sore=sore) for h in np.arange(0.1, 60, 0.1)]
    assert largest_step(score, some, 0.6) <= 0.6
    soon = some[int(np.argmin(np.abs(np.arange(0.1, 60, 0.1) - 5.9))) :][:2]
    assert largest_step(hours_to_easy, soon, 2) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("sore", [3.0, 6.0])
def test_the_hour_of_a_rating_has_no_edge(sore: float) -> None:
    some = [rated((h, sore), sessions=(legs(60, 60, 8),)) for h in np.arange(0.0, 60, 0.1)]
    assert largest_step(score, some, 0.5) <= 0.5
    assert largest_step(hours_to_easy, some, 2) <= 2


@pytest.mark.slow
@pytest.mark.parametrize("ago", [3.0, 40.0])
def test_effort_minutes_and_sets_have_no_edge(ago: float) -> None:
    efforts = [scenario("recreational", legs(ago, 60, r)) for r in np.arange(0, 10.01, 0.1)]
    minutes = [scenario("recreational", legs(ago, float(m), 8)) for m in np.arange(1, 200, 1)]
    sets = [scenario("recreational", legs(ago, 60, 8, hard_sets=float(n))) for n in np.arange(0, 40, 0.5)]
    runs = [scenario("recreational", run(ago, float(m), 6)) for m in np.arange(1, 240, 1)]
    assert largest_step(score, efforts, 1.3) <= 1.3  # 13 a point
    assert steps(minutes[4::5]) <= 5
    assert largest_step(score, minutes, 1.5) <= 1.5
    assert largest_step(score, sets, 2.7) <= 2.7  # half a set; 5 a set and more would be 13 a point of effort
    assert largest_step(score, runs, 1.0) <= 1.0


@pytest.mark.parametrize("find", ["legs", "run", "walk"])
def test_gates_open_gradually(find: str) -> None:
    """Nothing a session grows by shuts a gate for hours all at once."""
    grown = {
        "legs": [scenario("recreational", legs(1, 60, r)) for r in np.arange(4.5, 8.0, 0.02)],
        "run": [scenario("recreational", run(1, float(m), 5)) for m in np.arange(20, 60, 0.25)],
        "walk": [scenario("trained", run(1, float(m), 8)) for m in np.arange(80, 140, 0.25)],
    }[find]
    held = [[g for g in legrun.answer(each).gates if g.happened_h is not None] for each in grown]
    for verdict in ("walk", "easy", "moderate"):
        until = [max([0.0, *(g.to_h for g in gates if g.code <= VERDICTS.index(verdict))]) for gates in held]
        assert max(np.abs(np.diff(until))) <= 2.0, verdict


@pytest.mark.slow
def test_sleep_has_no_edge() -> None:
    some = [scenario(sleep=h) for h in np.arange(2, 9, 0.05)]
    assert steps(some) <= 0.3  # 3 in half an hour
    minutes = [legrun.advise(each).easy_minutes for each in some]
    assert max(np.abs(np.diff(minutes))) <= 40  # the verdict's own step at most
    around = [a.easy_minutes for a in map(legrun.advise, some) if a.verdict == "moderate"]
    assert max(np.abs(np.diff(around))) <= 5


def test_a_leg_day_three_weeks_ahead_wears_as_one_soon() -> None:
    def lost(days: int) -> list[float]:
        session = legrun.Session("legs", MORNING + dt.timedelta(days=days), 60, 8)
        projection = legrun.project(legrun.Scenario(now=MORNING, sessions=[session]), hours=504)
        return list(projection.fatigue_pct.median[24 * days + 1 :][:20])

    assert max(lost(3)) > 20
    assert lost(20) == pytest.approx(lost(3), abs=1e-3)


def test_further_ahead_than_three_weeks_is_refused() -> None:
    with pytest.raises(ValueError, match="504"):
        legrun.project(legrun.Scenario(now=MORNING), hours=505)
