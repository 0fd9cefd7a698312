"""How well a log's own mornings were forecast: each rating against what the app would have shown before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.calibration import Expected
from legrun.calibration.hindcast import Hindcast
from legrun.evidence import value
from legrun.forecast.projection import QUANTILES
from legrun.forecast.response import POPULATION_PRIOR
from legrun.logs import Log
from legrun.model.kinetics import Array
from legrun.scenario import Athlete

__all__ = ["LEAST_MORNINGS", "ForecastScore", "Morning", "score_log"]

LEAST_BEFORE = int(value("score_log.least_before"))
LEAST_GAP_H = value("score_log.least_gap_h")
MOST_GAP_H = value("score_log.most_gap_h")
SHRUNK = value("score_log.shrunk")
LEAST_MORNINGS = int(value("score_log.least_mornings"))
COARSEST = value("score_log.coarsest_step")
TOP = 10.0


@dataclass(frozen=True)
class Morning:
    """One rating and what was forecast for it from the sessions and ratings before it.

    Attributes
    ----------
    time : datetime.datetime
        When it was rated.
    rated : float
        What was rated. [0-10]
    forecast : Expected
        What the app would have shown. [0-10]
    last, mean : float
        Two simple forecasts: the rating before, and the mean of all before. [0-10]
    step : float
        What the scale of the ratings tells apart: what was felt lies anywhere within half a step. [0-10]
    """

    time: dt.datetime
    rated: float
    forecast: Expected
    last: float
    mean: float
    step: float = 0.0

    @property
    def shrunk(self) -> float:
        """The mean moved 0.4 of the way to the rating before. [0-10]"""
        return self.mean + SHRUNK * (self.last - self.mean)

    @property
    def inside80(self) -> float:
        """How much of the rating, spread evenly over its step, lies within the 80 % range. [0-1]"""
        return self._inside(self.forecast.low80, self.forecast.high80)

    @property
    def inside50(self) -> float:
        """How much of the rating, spread evenly over its step, lies within the 50 % range. [0-1]"""
        return self._inside(self.forecast.low50, self.forecast.high50)

    def _inside(self, low: float, high: float) -> float:
        if self.step == 0:
            return float(low <= self.rated <= high)
        # A range that reaches an end of the scale holds whatever would be beyond it.
        low, high = (-np.inf if low <= 0 else low), (np.inf if high >= TOP else high)
        first, last = self.rated - self.step / 2, self.rated + self.step / 2
        return float(max(0.0, min(last, high) - max(first, low)) / self.step)


@dataclass(frozen=True)
class ForecastScore:
    """How far forecasts of a log's own mornings were off, beside three simple ones.

    Attributes
    ----------
    mornings : tuple of Morning
        Every rating that could be forecast, oldest first.
    rmse, mae, pinball : dict of str to float
        Root mean square error, mean absolute error and mean pinball loss of the five quantiles (for a simple forecast
        half its absolute error), each of "forecast", "last", "mean" and "shrunk"; empty without mornings. [0-10]
    inside80, inside50 : float or None
        Share of the ratings, each spread over its step of the scale, within the ranges; None without mornings. [0-1]
    """

    mornings: tuple[Morning, ...]
    rmse: dict[str, float]
    mae: dict[str, float]
    pinball: dict[str, float]
    inside80: float | None
    inside50: float | None

    @property
    def enough(self) -> bool:
        """Whether there are mornings enough to say how well a person has been known."""
        return len(self.mornings) >= LEAST_MORNINGS

    @property
    def worse_than_last(self) -> bool:
        """Whether "same as last time" came closer than the forecast."""
        return bool(self.mornings) and self.mae["forecast"] > self.mae["last"]


def score_log(log: Log, athlete: Athlete | None = None, *, until: dt.datetime | None = None) -> ForecastScore:
    """Return how well the mornings of a log have been forecast.

    Parameters
    ----------
    log : Log
        Sessions and ratings.
    athlete : Athlete, optional
        Who it is; as the log says unless given, else a recreational lifter.
    until : datetime.datetime, optional
        The last moment that counts.

    Returns
    -------
    ForecastScore
        One row for every rating with at least 7 before it, the last of them 12 to 36 h old.

    Examples
    --------
    Someone who always says 3 is soon known:

    >>> from legrun.scenario import CheckIn
    >>> days = [dt.datetime(2026, 1, 5, 7) + dt.timedelta(days=day) for day in range(21)]
    >>> score = score_log(Log("legrun", check_ins=tuple(CheckIn(day, 3) for day in days)))
    >>> len(score.mornings), score.inside80, round(score.mae["forecast"], 1), score.worse_than_last
    (14, 1.0, 0.1, True)
    """
    person = athlete or log.athlete or Athlete()
    response = person.response or POPULATION_PRIOR
    known = Hindcast.of(log, person, until=until)
    active = known.active(float(np.exp(response.time_mean)))
    step = _step([rating.soreness for rating in known.ratings])
    mornings = []
    for index in range(LEAST_BEFORE, len(known.ratings)):
        rating, before = known.ratings[index], known.ratings[:index]
        if LEAST_GAP_H <= rating.hour - before[-1].hour <= MOST_GAP_H:
            time = known.start + dt.timedelta(hours=rating.hour)
            mean = float(np.mean([each.soreness for each in before]))
            forecast = known.expected(index, response, active)
            mornings.append(Morning(time, rating.soreness, forecast, before[-1].soreness, mean, step))
    return _scored(mornings)


def _step(ratings: Sequence[float]) -> float:
    """Return what a scale tells apart, as its ratings show: the least difference, at most that of five steps. [0-10]"""
    apart = np.diff(np.unique(np.round(ratings, 6)))
    return min(float(apart.min()), COARSEST) if apart.size else 0.0


def _scored(mornings: Sequence[Morning]) -> ForecastScore:
    """Return the score of some mornings."""
    if not mornings:
        return ForecastScore((), {}, {}, {}, None, None)
    rated = np.array([morning.rated for morning in mornings])
    said = {name: np.array([getattr(morning, name) for morning in mornings]) for name in ("last", "mean", "shrunk")}
    said = {"forecast": np.array([morning.forecast.median for morning in mornings]), **said}
    off = {name: np.abs(each - rated) for name, each in said.items()}
    mae = {name: float(each.mean()) for name, each in off.items()}
    return ForecastScore(
        tuple(mornings),
        {name: float(np.sqrt((each**2).mean())) for name, each in off.items()},
        mae,
        {name: each / 2 for name, each in mae.items()} | {"forecast": _pinball(mornings, rated)},
        float(np.mean([morning.inside80 for morning in mornings])),
        float(np.mean([morning.inside50 for morning in mornings])),
    )


def _pinball(mornings: Sequence[Morning], rated: Array) -> float:
    """Return the mean pinball loss of the five quantiles. [0-10]"""
    losses = []
    for name, level in QUANTILES.items():
        above = rated - np.array([getattr(morning.forecast, name) for morning in mornings])
        losses.append(np.maximum(level * above, (level - 1) * above).mean())
    return float(np.mean(losses))
