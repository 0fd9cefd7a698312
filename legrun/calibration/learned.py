"""A person's own response learned from their ratings, judged on forecasts of ratings it had not seen."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from legrun.calibration.hindcast import Hindcast
from legrun.calibration.results import Calibration, Errors, Forecast, Span
from legrun.evidence import value
from legrun.forecast.response import (
    AMPLITUDE_SD,
    GRID_A,
    POPULATION_PRIOR,
    TIME_SD,
    covariance,
    log_likelihood,
)
from legrun.forecast.sparing import RESTING_MEAN
from legrun.logs import Log
from legrun.logs.starting_point import StartingPoint, starting_point
from legrun.model.kinetics import Array, soreness_from
from legrun.scenario import Athlete, Response

__all__ = ["calibrate", "own_starting_point"]

TIME_LIMIT = value("ensemble.time_limit")
BOUT_SD = value("ensemble.bout_sd")
BLOCK_H = 24 * value("calibration.block_d")
GRID_B = np.linspace(-TIME_LIMIT, TIME_LIMIT, 13)
PERSON_SD = float(np.sqrt(AMPLITUDE_SD**2 - BOUT_SD**2))
LEAST_TIME_SD = float(GRID_B[1] - GRID_B[0]) / 2  # the grid cannot tell apart what is much closer


def calibrate(log: Log, athlete: Athlete, *, until: dt.datetime | None = None) -> Calibration:
    """Return a person's own response and how well it predicts.

    Parameters
    ----------
    log : Log
        Sessions and check-ins.
    athlete : Athlete
        How used to leg days, and how old; a response of theirs is not looked at.
    until : datetime.datetime, optional
        The last moment that counts.

    Returns
    -------
    Calibration
        The average person, with nothing to judge by, where there are no ratings.

    Notes
    -----
    Ratings of two weeks make a block; its likelihood over the log amplitude a and the log time scale b is that of the
    forecast (`legrun.forecast.response`), spread by how bouts of one person differ. Every rating is forecast twice as
    Today would have: by the average person, and by the person learned from the blocks before. The response for the
    next bout has the person's spread and that of bouts together, within what `Response` allows.

    Examples
    --------
    >>> calibrate(Log("legrun"), Athlete()).missing
    12
    """
    known = Hindcast.of(log, athlete, until=until)
    learner = _Learner.at_start()
    average, forecasts = known.active(1.0), []
    actives = [known.active(float(np.exp(b))) for b in GRID_B]
    for block in _blocks(known.hours):
        own = learner.response
        own_active = known.active(float(np.exp(own.time_mean))) if learner.informed else average
        forecasts += [_forecast(known, index, own, own_active, average) for index in range(block.start, block.stop)]
        learner = learner.update(known, block, actives)
    return Calibration(
        _span(learner.density.sum(axis=1), GRID_A),
        _span(learner.density.sum(axis=0), GRID_B),
        learner.response,
        tuple(forecasts),
        _errors(forecasts),
        _left_out(log, len(forecasts), until),
        sum(session.kind == "legs" for session in log.sessions),
    )


def own_starting_point(log: Log, *, now: dt.datetime | None = None) -> tuple[StartingPoint, Calibration]:
    """Return the scenario that a log makes, with the person's own response where it proved better.

    Parameters
    ----------
    log : Log
        A training log.
    now : datetime.datetime, optional
        The moment to stand at; the end of the log unless said otherwise.

    Returns
    -------
    (StartingPoint, Calibration)
        What Today and a coach's view start from, and how the response was judged.
    """
    point = starting_point(log, now=now)
    scenario = point.scenario
    calibration = calibrate(log, scenario.athlete, until=scenario.now)
    response = scenario.athlete.response if calibration.missing else calibration.response
    athlete = replace(scenario.athlete, response=response)
    return replace(point, scenario=replace(scenario, athlete=athlete)), calibration


@dataclass(frozen=True, eq=False)
class _Learner:
    """What is known of a person's response while blocks of ratings come in.

    Attributes
    ----------
    density : array, shape (a, b)
        Probability over `GRID_A` x `GRID_B`.
    informed : bool
        Whether any rating has come in.
    """

    density: Array
    informed: bool = False

    @classmethod
    def at_start(cls) -> _Learner:
        """Return what is known before any rating."""
        density = np.outer(_normal(GRID_A, PERSON_SD), _normal(GRID_B, TIME_SD))
        return cls(density / density.sum())

    @property
    def response(self) -> Response:
        """The response for the next bout: the person's, and the spread of bouts around it."""
        if not self.informed:
            return POPULATION_PRIOR
        (a, a_sd), (b, b_sd) = _moments(self.density.sum(axis=1), GRID_A), _moments(self.density.sum(axis=0), GRID_B)
        return Response.clamped(a, float(np.hypot(a_sd, BOUT_SD)), b, max(b_sd, LEAST_TIME_SD))

    def update(self, known: Hindcast, block: slice, actives: Sequence[Array]) -> _Learner:
        """Return what is known after a block of ratings."""
        rated = np.array([rating.soreness for rating in known.ratings[block]])
        whitening = np.linalg.inv(np.linalg.cholesky(covariance(known.hours[block])))
        likelihood = np.stack([_log_likelihood(rated, active[block], whitening) for active in actives], axis=1)
        # The bouts of a block differ from the person by chance; their mean does so the less the more there are.
        spread = _spread(BOUT_SD / np.sqrt(max(1, known.bouts_in(block))))
        density = self.density * (spread @ np.exp(likelihood - likelihood.max()))
        return _Learner(density / density.sum(), informed=True)


def _log_likelihood(rated: Array, active: Array, whitening: Array) -> Array:
    """Return the log likelihood of ratings at every log amplitude."""
    explained = soreness_from(active, np.exp(GRID_A)).T
    white = whitening @ (rated[:, None] - RESTING_MEAN - explained)
    return log_likelihood(np.einsum("ra,ra->a", white, white), rated.size)


@functools.lru_cache(maxsize=32)
def _spread(sd: float) -> Array:
    """Return the matrix that spreads a likelihood over log amplitudes by a deviation of some bouts, shape (a, a)."""
    kernel = np.exp(-((GRID_A[:, None] - GRID_A) ** 2) / (2 * sd**2))
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True))


def _blocks(hours: Array) -> Iterator[slice]:
    """Yield the ratings of each two weeks together."""
    edges = np.flatnonzero(np.diff(np.floor(hours / BLOCK_H))) + 1
    bounds = [0, *edges.tolist(), hours.size] if hours.size else []
    yield from (slice(*pair) for pair in itertools.pairwise(bounds))


def _normal(grid: Array, sd: float) -> Array:
    return np.asarray(np.exp(-((grid / sd) ** 2) / 2))


def _moments(marginal: Array, grid: Array) -> tuple[float, float]:
    mean = float(marginal @ grid)
    return mean, float(np.sqrt(marginal @ (grid - mean) ** 2))


def _span(marginal: Array, grid: Array) -> Span:
    cdf = np.cumsum((marginal[1:] + marginal[:-1]) / 2)
    low, median, high = np.exp(np.interp((0.1, 0.5, 0.9), np.concatenate([[0.0], cdf / cdf[-1]]), grid))
    return Span(float(median), float(low), float(high))


def _forecast(known: Hindcast, index: int, own: Response, own_active: Array, average: Array) -> Forecast:
    """Return what was to be expected for a rating before it was seen."""
    before = [rating.soreness for rating in known.ratings[:index]]
    default = known.expected(index, POPULATION_PRIOR, average)
    return Forecast(
        known.start + dt.timedelta(hours=known.ratings[index].hour),
        known.ratings[index].soreness,
        default if own is POPULATION_PRIOR else known.expected(index, own, own_active),
        default,
        before[-1] if before else None,
        float(np.mean(before)) if before else None,
    )


def _left_out(log: Log, used: int, until: dt.datetime | None) -> dict[str, int]:
    """Return how many ratings do not count, and why."""
    times = [c.time for c in log.check_ins if c.soreness is not None]
    future = sum(until is not None and time > until for time in times)
    reasons = {"in the future": future, "less than an hour before another": len(times) - future - used}
    return {reason: count for reason, count in reasons.items() if count}


def _errors(forecasts: Sequence[Forecast]) -> Errors | None:
    """Return how far each way of predicting was off, on all ratings but the first."""
    scored = [forecast for forecast in forecasts if forecast.last is not None]
    if not scored:
        return None
    rated = np.array([forecast.rated for forecast in scored])
    said = {
        "own": [forecast.own.median for forecast in scored],
        "default": [forecast.default.median for forecast in scored],
        "last": [forecast.last for forecast in scored],
        "mean": [forecast.mean for forecast in scored],
    }
    off = {name: np.abs(np.array(each, dtype=float) - rated) for name, each in said.items()}
    gain = off["default"] - off["own"]
    spread = float(gain.std(ddof=1)) if gain.size > 1 else np.inf
    return Errors(
        **{name: float(each.mean()) for name, each in off.items()},
        gain=float(gain.mean()),
        gain_error=spread / float(np.sqrt(gain.size)),
        inside80=float(np.mean([forecast.is_inside(own=True) for forecast in scored])),
    )
