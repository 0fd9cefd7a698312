"""A person's own response: known people are found again, noise is not taken for one, and what is used proved better."""

import dataclasses
import datetime as dt
import math

import numpy as np
import pytest

import legrun
from legrun.calibration import Calibration, calibrate, own_starting_point
from legrun.calibration.hindcast import Hindcast
from legrun.calibration.learned import LEAST_TIME_SD
from legrun.evidence import value
from legrun.forecast.response import AMPLITUDE_SD, TIME_SD
from legrun.logs import Log, read_log
from legrun.model.kinetics import active_dose
from legrun.scenario import Athlete, CheckIn, Session
from legrun.scenario.hours import DAY
from tests.people import ATHLETE, FIRST_DAY, simulate


def rated(log: Log, soreness: np.ndarray) -> Log:
    """Return the log with other ratings at the same times."""
    pairs = zip(log.check_ins, soreness.tolist(), strict=True)
    return dataclasses.replace(log, check_ins=tuple(CheckIn(c.time, round(2 * y) / 2) for c, y in pairs))


@pytest.fixture(scope="module")
def strong() -> tuple[Log, Calibration]:
    """Return someone who gets much sorer for much longer than most, and their calibration."""
    log = simulate(2, ratings=80, amplitude=1.1, time_scale=0.45, scatter=0.25).log
    return log, calibrate(log, ATHLETE)


@pytest.mark.slow
def test_known_people_lie_within_their_range_about_eight_times_in_ten() -> None:
    strong_enough = slow_enough = 0
    for seed in range(200):
        person = simulate(seed, ratings=30)
        response = calibrate(person.log, ATHLETE)
        strong_enough += response.amplitude.low80 <= math.exp(person.amplitude) <= response.amplitude.high80
        slow_enough += response.time_scale.low80 <= math.exp(person.time_scale) <= response.time_scale.high80
    # 160 expected; 200 people leave a standard error of 6.
    assert 145 <= strong_enough <= 182
    assert 145 <= slow_enough <= 182


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["anything", "always three", "hardly any"])
def test_noise_is_not_taken_for_a_person(kind: str) -> None:
    used = 0
    for seed in range(13):
        log, rng = simulate(seed, ratings=50).log, np.random.default_rng(1000 + seed)
        soreness = {
            "anything": rng.uniform(0, 10, 50),
            "always three": np.clip(rng.normal(3, 1.2, 50), 0, 10),
            "hardly any": np.clip(np.abs(rng.normal(0, 1, 50)), 0, 10),
        }[kind]
        used += calibrate(rated(log, soreness), ATHLETE).better
    assert used <= 1


def test_someone_unusual_is_predicted_better_by_their_own_response(strong: tuple[Log, Calibration]) -> None:
    _, calibration = strong
    assert calibration.better
    assert calibration.errors is not None
    assert calibration.errors.own < min(calibration.errors.default, calibration.errors.last, calibration.errors.mean)
    assert calibration.response == calibration.learned
    assert calibration.amplitude.median > 1.3
    assert calibration.time_scale.median > 1.1
    assert 0.7 <= calibration.errors.inside80 <= 0.92


def test_without_ratings_the_person_is_the_average_one() -> None:
    response = calibrate(Log("legrun", sessions=simulate(1).log.sessions), ATHLETE)
    learned = dataclasses.astuple(response.learned)
    assert learned == pytest.approx((0.0, AMPLITUDE_SD, 0.0, TIME_SD), abs=3e-3)
    assert (response.missing, response.better, response.response, response.errors) == (12, False, None, None)


def test_more_ratings_are_asked_for_until_there_are_enough() -> None:
    log = simulate(2, ratings=80, amplitude=1.1, time_scale=0.45, scatter=0.25).log
    few = dataclasses.replace(log, check_ins=log.check_ins[:8])
    response = calibrate(few, ATHLETE)
    assert response.missing == 12 - (len(response.forecasts) - 1) > 0
    assert response.response is None


def test_a_rating_is_predicted_from_the_ones_before_it_only(strong: tuple[Log, Calibration]) -> None:
    log, calibration = strong
    cut = calibration.forecasts[40].time
    past = dataclasses.replace(log, check_ins=tuple(c for c in log.check_ins if c.time <= cut))
    assert calibrate(past, ATHLETE).forecasts == calibration.forecasts[:41]
    assert calibrate(log, ATHLETE, until=cut).forecasts == calibration.forecasts[:41]
    assert calibrate(log, ATHLETE, until=cut).left_out["in the future"] == 39
    changed = [*log.check_ins[:-1], CheckIn(log.check_ins[-1].time, 10.0)]
    other = calibrate(dataclasses.replace(log, check_ins=tuple(changed)), ATHLETE).forecasts
    assert other[:-1] == calibration.forecasts[:-1]
    assert dataclasses.replace(other[-1], rated=0.0) == dataclasses.replace(calibration.forecasts[-1], rated=0.0)


def test_a_rating_soon_after_another_replaces_it_and_that_is_said() -> None:
    evening = FIRST_DAY + dt.timedelta(hours=18)
    legs = Session("legs", evening, minutes=60, rpe=8)
    times = {
        evening - 2 * DAY: 1,  # before any session
        evening + dt.timedelta(hours=13): 4,
        evening + dt.timedelta(hours=13, minutes=40): 5,  # within an hour: this one counts
        evening + 60 * DAY: 0,  # long after
    }
    log = Log("legrun", sessions=(legs,), check_ins=tuple(CheckIn(t, y) for t, y in times.items()))
    response = calibrate(log, ATHLETE)
    assert [forecast.rated for forecast in response.forecasts] == [1, 5, 0]
    assert response.left_out == {"less than an hour before another": 1}


def test_check_ins_without_soreness_and_logs_without_sessions_do_no_harm() -> None:
    nothing = Log("legrun", check_ins=(CheckIn(FIRST_DAY), CheckIn(FIRST_DAY + DAY, 3.0)))
    response = calibrate(nothing, ATHLETE)
    assert [forecast.rated for forecast in response.forecasts] == [3.0]
    assert response.response is None


def test_what_is_learned_is_never_surer_than_bouts_and_the_grid_allow(strong: tuple[Log, Calibration]) -> None:
    _, calibration = strong
    assert calibration.learned.amplitude_sd > value("ensemble.bout_sd")
    assert calibration.learned.time_sd >= LEAST_TIME_SD


def test_sessions_of_long_ago_are_left_out_and_change_nothing() -> None:
    known = Hindcast.of(simulate(3, ratings=150).log, ATHLETE)
    assert known.hours[-1] > 2 * 42 * 24
    for time_scale in (0.6, 1.0, 1.6):
        everything = active_dose(known.bouts, known.hours, time_scale=time_scale)
        assert known.active(time_scale) == pytest.approx(everything, abs=1e-6)


def test_leg_days_of_a_block_are_counted() -> None:
    days = tuple(Session("legs", FIRST_DAY + n * DAY, 60, 8) for n in (-1, 0, 3, 6, 9))
    ratings = tuple(CheckIn(FIRST_DAY + n * DAY, 3.0) for n in range(8))
    known = Hindcast.of(Log("legrun", sessions=days, check_ins=ratings), ATHLETE)
    assert known.bouts_in(slice(0, 8)) == 3
    assert known.bouts_in(slice(4, 6)) == 0


def test_without_leg_days_nothing_is_adopted(strong: tuple[Log, Calibration]) -> None:
    _, calibration = strong
    assert calibration.better
    assert not dataclasses.replace(calibration, leg_days=0).better


@pytest.mark.parametrize("worse", ["last", "mean"])
def test_what_a_simple_forecast_does_as_well_is_not_adopted(strong: tuple[Log, Calibration], worse: str) -> None:
    _, calibration = strong
    assert calibration.errors is not None
    errors = dataclasses.replace(calibration.errors, **{worse: calibration.errors.own - 0.01})
    assert not dataclasses.replace(calibration, errors=errors).better
    little = dataclasses.replace(calibration.errors, gain=0.09, gain_error=0.001)
    assert not dataclasses.replace(calibration, errors=little).better


def test_the_forecast_that_is_judged_is_the_one_that_is_shown() -> None:
    log = simulate(7, ratings=40).log
    forecast = calibrate(log, ATHLETE).forecasts[30]
    before = Log("legrun", sessions=log.sessions, check_ins=log.check_ins[:30])
    done = tuple(s for s in log.sessions if s.end <= forecast.time)
    shown = legrun.project(
        legrun.Scenario(forecast.time, ATHLETE, sessions=done, check_ins=before.check_ins), hours=1
    ).soreness
    names = ("median", "low50", "high50", "low80", "high80")
    assert [getattr(forecast.default, name) for name in names] == pytest.approx(
        [float(getattr(shown, name)[0]) for name in names], abs=1e-3
    )


HOSTILE = {
    "all equal": [3.0] * 60,
    "0 and 10 in turns": [0.0, 10.0] * 30,
    "two humps": [0.0] * 30 + [10.0] * 30,
    "always 10": [10.0] * 60,
    "always 0": [0.0] * 60,
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("sessions", [True, False])
def test_no_log_makes_it_raise(name: str, *, sessions: bool) -> None:
    log = simulate(2, ratings=60).log
    check_ins = tuple(CheckIn(c.time, y) for c, y in zip(log.check_ins, HOSTILE[name], strict=True))
    response = calibrate(Log("legrun", sessions=log.sessions if sessions else (), check_ins=check_ins), ATHLETE)
    assert np.isfinite(dataclasses.astuple(response.learned)).all()
    point, _ = own_starting_point(Log("legrun", sessions=log.sessions, check_ins=check_ins))
    assert legrun.advise(point.scenario).score is not None


def test_the_response_reaches_the_answer(strong: tuple[Log, Calibration]) -> None:
    log, _ = strong
    point, calibration = own_starting_point(log)
    assert point.scenario.athlete.response == calibration.response is not None
    plain = dataclasses.replace(
        point.scenario, athlete=dataclasses.replace(point.scenario.athlete, response=None), check_ins=()
    )
    own = dataclasses.replace(point.scenario, check_ins=())
    assert legrun.answer(own).week.soreness.median.max() > legrun.answer(plain).week.soreness.median.max() + 0.3


def test_the_file_brings_back_the_same_answer_to_the_digit(strong: tuple[Log, Calibration]) -> None:
    log, _ = strong
    nights = {(FIRST_DAY + n * DAY).date(): 5.5 + (n * 7 % 5) / 3 for n in range(80)}
    told = dataclasses.replace(log, sleep_h=nights, athlete=Athlete("trained", age=41))
    again = read_log(told.to_csv(), name="legrun.csv")
    (one, calibration), (two, found_again) = own_starting_point(told), own_starting_point(again)
    assert one.scenario == two.scenario
    assert calibration == found_again
    first, second = legrun.answer(one.scenario), legrun.answer(two.scenario)
    assert repr(first.advice) == repr(second.advice)
    for name in ("recovery", "soreness", "fatigue_pct"):
        for edge in ("low80", "median", "high80"):
            a, b = (getattr(getattr(each.week, name), edge) for each in (first, second))
            assert (a == b).all()


@pytest.mark.slow
def test_years_of_ratings_never_leave_the_range_of_a_response() -> None:
    response = calibrate(simulate(5, ratings=900).log, ATHLETE)
    assert response.learned.time_sd >= 0.05  # what the grid can tell apart, not less
    assert response.learned.amplitude_sd >= 0.35
