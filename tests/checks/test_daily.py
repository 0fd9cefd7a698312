"""How well a log's own mornings were forecast, and the constants tried against logs of daily ratings."""

import dataclasses
import datetime as dt
from pathlib import Path

import numpy as np
import pytest

import legrun
from legrun.calibration.results import Expected
from legrun.checks import ForecastScore, score_log
from legrun.checks.daily import Morning
from legrun.checks.refit import CONSTANTS, people
from legrun.evidence import value
from legrun.logs import Log
from legrun.scenario import Athlete, CheckIn, Session
from legrun.scenario.hours import DAY
from tests.people import ATHLETE, simulate

FIRST = dt.datetime(2026, 1, 5, 7)
# Public logs of daily ratings, where somebody has them beside the repository; nothing here needs them.
LOGS = Path(__file__).parents[3] / "shared" / "daily_logs"


def log_of(*soreness: float) -> Log:
    return Log("legrun", check_ins=tuple(CheckIn(FIRST + day * DAY, y) for day, y in enumerate(soreness)))


def test_mornings_are_those_with_ratings_enough_before_them() -> None:
    score = score_log(log_of(*[2.0] * 20))
    assert [morning.time for morning in score.mornings] == [FIRST + day * DAY for day in range(7, 20)]
    assert not score.enough
    assert score_log(log_of(*[2.0] * 21)).enough


@pytest.mark.parametrize(("hours", "scored"), [(11.9, False), (12, True), (36, True), (36.1, False)])
def test_a_morning_comes_half_a_day_to_a_day_and_a_half_after_the_rating_before(hours: float, *, scored: bool) -> None:
    before = log_of(*[2.0] * 7).check_ins
    newest = CheckIn(before[-1].time + dt.timedelta(hours=hours), 2.0)
    assert bool(score_log(Log("legrun", check_ins=(*before, newest))).mornings) is scored


def test_the_simple_forecasts_are_what_they_say() -> None:
    score = score_log(log_of(*range(8), 4.0))
    morning = score.mornings[-1]
    assert (morning.last, morning.mean, morning.rated) == (7.0, 3.5, 4.0)
    assert morning.shrunk == pytest.approx(4.9)
    assert score.mae["last"] == pytest.approx((1 + 3) / 2)
    assert score.pinball["last"] == pytest.approx(score.mae["last"] / 2)


def test_a_morning_is_forecast_as_today_would_have_shown_it() -> None:
    log = simulate(4, ratings=30).log
    morning = score_log(log, ATHLETE).mornings[-1]
    shown = legrun.project(
        legrun.Scenario(
            morning.time, ATHLETE, sessions=[s for s in log.sessions if s.end <= morning.time],
            check_ins=[c for c in log.check_ins if c.time < morning.time],
        ),
        hours=1,
    ).soreness  # fmt: skip
    assert morning.forecast.median == pytest.approx(shown.median[0], abs=1e-3)
    assert morning.forecast.high80 == pytest.approx(shown.high80[0], abs=1e-3)


def test_people_of_the_model_lie_inside_their_bands() -> None:
    scores = [score_log(simulate(seed, ratings=60).log, ATHLETE) for seed in range(12)]
    assert np.mean([score.inside80 for score in scores]) == pytest.approx(0.82, abs=0.05)
    assert np.mean([score.inside50 for score in scores]) == pytest.approx(0.54, abs=0.08)
    best = [min(s.rmse[name] for name in ("last", "mean", "shrunk")) for s in scores]
    assert np.mean([s.rmse["forecast"] for s in scores]) < 0.97 * np.mean(best)


@pytest.mark.parametrize("step", [10 / 6, 2.5], ids=["1 to 7", "1 to 5"])
def test_on_a_coarse_scale_a_rating_is_anywhere_within_its_step(step: float) -> None:
    """People who feel as the model has it and can only say so in steps: the range holds what they feel."""
    scores = []
    for seed in range(12):
        log, rng = simulate(seed, ratings=60).log, np.random.default_rng(seed)
        felt = [(c.soreness or 0.0) + rng.uniform(-0.25, 0.25) for c in log.check_ins]
        said = np.clip(np.round(np.array(felt) / step) * step, 0, 10).tolist()
        coarse = tuple(CheckIn(c.time, y) for c, y in zip(log.check_ins, said, strict=True))
        scores.append(score_log(dataclasses.replace(log, check_ins=coarse), ATHLETE))
    # Who always says the same shows no step.
    assert {round(m.step, 3) for score in scores for m in score.mornings} <= {0.0, round(step, 3)}
    assert np.mean([score.inside80 for score in scores]) == pytest.approx(0.8, abs=0.05)
    assert np.mean([score.inside50 for score in scores]) == pytest.approx(0.5, abs=0.08)


def test_a_rating_is_inside_by_the_share_of_its_step() -> None:
    forecast = Expected(median=3.0, low50=2.0, high50=4.0, low80=0.0, high80=5.0)
    morning = Morning(FIRST, 5.0, forecast, 0.0, 0.0)
    assert (morning.inside80, morning.inside50) == (1.0, 0.0)
    coarse = dataclasses.replace(morning, step=2.5)
    assert coarse.inside80 == 0.5
    assert coarse.inside50 == pytest.approx(0.1)
    # A range from 0 on holds what lies below.
    assert dataclasses.replace(coarse, rated=0.0).inside80 == 1.0
    assert score_log(log_of(*[3.0] * 30)).mornings[0].step == 0.0


def test_worse_than_same_as_last_time_is_said() -> None:
    assert score_log(log_of(*[3.0] * 30)).worse_than_last
    assert not score_log(log_of(*[0.0, 6.0] * 15)).worse_than_last


def test_a_log_without_ratings_has_no_score() -> None:
    for log in (Log("legrun"), log_of(1.0), Log("legrun", sessions=(Session("legs", FIRST, 60, 8),))):
        assert score_log(log) == ForecastScore((), {}, {}, {}, None, None)


def test_the_constants_that_are_refitted_are_those_of_the_registry() -> None:
    for key, (module, name, entry) in CONSTANTS.items():
        kept = getattr(module, name)
        assert (kept[entry] if entry is not None else kept) == value(key)


@pytest.mark.slow
@pytest.mark.skipif(not LOGS.exists(), reason="the public daily logs are not beside the repository")
@pytest.mark.parametrize(
    ("named", "rmse", "pinball"), [("pmdata:5:3:recreational", 0.97, 0.84), ("rugby:7:4:trained", 0.97, 0.72)]
)
@pytest.mark.parametrize("reading", [0, 1], ids=["linear", "normal as 0"])
def test_real_mornings_are_forecast_better_than_by_any_simple_rule(
    named: str, rmse: float, pinball: float, reading: int
) -> None:
    mornings = [m for person in people(LOGS, named)[reading::2] for m in score_log(person.log, person.athlete).mornings]
    rated = np.array([morning.rated for morning in mornings])
    said = {name: np.array([getattr(m, name) for m in mornings]) for name in ("last", "mean", "shrunk")}
    shown = np.array([morning.forecast.median for morning in mornings])

    def off(forecast: np.ndarray) -> float:
        return float(np.sqrt(np.mean((forecast - rated) ** 2)))

    assert off(shown) <= rmse * min(map(off, said.values()))
    levels = {"low80": 0.1, "low50": 0.25, "median": 0.5, "high50": 0.75, "high80": 0.9}
    errors = {name: rated - np.array([getattr(m.forecast, name) for m in mornings]) for name in levels}
    loss = np.mean([np.maximum(q * errors[name], (q - 1) * errors[name]).mean() for name, q in levels.items()])
    assert loss <= pinball * min(float(np.abs(each - rated).mean()) / 2 for each in said.values())


def test_a_novice_is_scored_as_one() -> None:
    log = simulate(4, ratings=30).log
    novice, usual = (score_log(log, Athlete(each)) for each in ("novice", "recreational"))
    assert novice.mae["forecast"] != usual.mae["forecast"]


# What lasts, for how many hours, what is new every morning, and how close the best simple rule may come: to each kind of
# people one of the three rules fits exactly.
KINDS_OF_PEOPLE = {
    "lasting": (1.3, 36.0, 0.9, 1.02),
    "new every morning": (0.3, 36.0, 2.0, 1.04),
    "drifting": (2.5, 600.0, 0.5, 1.08),
}


@pytest.mark.parametrize("kind", KINDS_OF_PEOPLE)
def test_each_kind_of_people_is_forecast_about_as_well_as_by_the_rule_that_fits_it(kind: str) -> None:
    """People made of one part that lasts and one that is new every morning, not of the model's own mixture."""
    sd, tau, noise, margin = KINDS_OF_PEOPLE[kind]
    hours = 24.0 * np.arange(60)
    shape = sd**2 * np.exp(-np.abs(hours[:, None] - hours) / tau) + noise**2 * np.eye(hours.size)
    factor = np.linalg.cholesky(shape)
    scores = []
    for seed in range(10):
        felt = 4 + factor @ np.random.default_rng(seed).normal(size=hours.size)
        scores.append(score_log(log_of(*np.clip(np.round(2 * felt) / 2, 0, 10).tolist())))
    forecast, *simple = (
        float(np.sqrt(np.mean([s.rmse[name] ** 2 for s in scores]))) for name in ("forecast", "last", "mean", "shrunk")
    )
    assert forecast <= margin * min(simple)
    assert 0.7 <= np.mean([s.inside80 for s in scores]) <= 0.9
    assert 0.4 <= np.mean([s.inside50 for s in scores]) <= 0.62
