"""From draws to hourly soreness, fatigue and recovery with their bands."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.forecast.ensemble import Ensemble
from legrun.forecast.sparing import Sparing
from legrun.model.kinetics import Array, Draws
from legrun.model.readiness import score
from legrun.scenario.plain import plain

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Band", "Course", "Moment", "Projection", "Spread", "clipped", "course", "medians", "project"]

LEAST_SORENESS = value("bands.soreness")
LEAST_SCORE = value("bands.score")
FATIGUE_MORE = value("bands.fatigue_more")
FATIGUE_MORE_GROWTH = value("bands.fatigue_more_growth")
# The most that one session takes. [%]
MOST_LOST = 100 * value("leg_fatigue.cap")
FATIGUE_LESS = value("bands.fatigue_less")
FATIGUE_LESS_GROWTH = value("bands.fatigue_less_growth")
QUANTILES = {"low80": 0.1, "low50": 0.25, "median": 0.5, "high50": 0.75, "high80": 0.9}
SECONDS = np.dtype("timedelta64[s]")
Times = npt.NDArray[np.datetime64]


@dataclass(frozen=True)
class Course:
    """Every draw along some hours.

    Attributes
    ----------
    hours : array, shape (hours,)
        Times from now. [h]
    explained, residual : array, shape (draws, hours)
        Soreness that sessions explain, and the resting level with what they do not. [0-10]
    fatigue : array, shape (draws, hours)
        Fraction of strength lost. [0-1]
    sleep_h : array, shape (hours,)
        Sleep in force. [h]
    sparing : Sparing
        How much of soreness costs nothing in score and gates.
    """

    hours: Array
    explained: Draws
    residual: Draws
    fatigue: Draws
    sleep_h: Array
    sparing: Sparing

    @functools.cached_property
    def soreness(self) -> Draws:
        """The one soreness of chart and card, shape (draws, hours). [0-10]"""
        return clipped(self.explained + self.residual)

    @functools.cached_property
    def counted(self) -> Draws:
        """The soreness that counts in score and gates: beyond what of the resting level costs nothing. [0-10]"""
        return np.asarray(self.sparing.counted(self.soreness))

    def place(self, hour: float) -> int | None:
        """Return which of its hours an hour is; None where it is none of them."""
        place = int(self.hours.searchsorted(hour))
        return place if place < self.hours.size and self.hours[place] == hour else None

    def at(self, place: int) -> Course:
        """Return every draw at one of its hours."""
        here = slice(place, place + 1)
        explained, residual, fatigue = (each[:, here] for each in (self.explained, self.residual, self.fatigue))
        return Course(self.hours[here], explained, residual, fatigue, self.sleep_h[here], self.sparing)

    @functools.cached_property
    def score(self) -> Draws:
        """Readiness score, shape (draws, hours). [0-100]"""
        return np.asarray(score(self.counted, self.fatigue, self.sleep_h))


def clipped(soreness: Draws) -> Draws:
    """Return soreness within its scale, in its own memory. [0-10]"""
    return np.asarray(np.clip(soreness, 0, 10, out=soreness))


@dataclass(frozen=True)
class Spread:
    """Median, 50 % and 80 % range of one quantity at one time."""

    median: float
    low50: float
    high50: float
    low80: float
    high80: float

    @classmethod
    def of(cls, quantiles: Mapping[str, Array], place: int = 0) -> Spread:
        """Return the spread at one place of the quantiles of a quantity."""
        return cls(**{name: float(quantiles[name][place]) for name in QUANTILES})


@dataclass(frozen=True)
class Band:
    """Median, 50 % and 80 % range of one quantity over time; all arrays of one length."""

    times: Times
    median: Array
    low50: Array
    high50: Array
    low80: Array
    high80: Array

    def spread(self, place: int) -> Spread:
        """Return the values at one of its times."""
        return Spread.of(vars(self), place)

    def at(self, time: dt.datetime) -> Spread:
        """Return the values at one time, interpolated between the hours."""
        hour = (np.datetime64(time, "s") - self.times[0]) / np.timedelta64(1, "h")
        grid = (self.times - self.times[0]) / np.timedelta64(1, "h")
        if not 0 <= hour <= grid[-1]:
            raise ValueError(f"{time} lies outside the projection, {self.times[0]} to {self.times[-1]}.")
        return Spread(**{name: float(np.interp(hour, grid, getattr(self, name))) for name in QUANTILES})


@dataclass(frozen=True)
class Moment:
    """Soreness, fatigue and recovery at one time."""

    soreness: Spread
    fatigue_pct: Spread
    recovery: Spread


@dataclass(frozen=True, repr=False)
class Projection:
    """Hourly projection with bands.

    Attributes
    ----------
    times : array of datetime64, shape (hours + 1,)
        Local times; the first is now.
    soreness : Band
        Soreness. [0-10]
    fatigue_pct : Band
        Share of leg strength lost. [%]
    recovery : Band
        Readiness score. [0-100]
    """

    times: Times
    soreness: Band
    fatigue_pct: Band
    recovery: Band

    def at(self, time: dt.datetime) -> Moment:
        """Return all three at one time.

        Raises
        ------
        ValueError
            If the time lies outside the projection.
        """
        return Moment(self.soreness.at(time), self.fatigue_pct.at(time), self.recovery.at(time))

    def moment(self, place: int) -> Moment:
        """Return all three at one of its times."""
        return Moment(*(band.spread(place) for band in (self.soreness, self.fatigue_pct, self.recovery)))

    def __repr__(self) -> str:
        first, last = self.times[0].item(), self.times[-1].item()
        return f"<Projection of soreness, leg strength lost and recovery, {first} to {last}, {len(self.times)} moments>"

    def to_frame(self) -> pd.DataFrame:
        """Return it as a table: a row for each moment, a column for each quantity and quantile.

        Returns
        -------
        pandas.DataFrame
            Indexed by local time; columns like ``soreness``, ``soreness_low80``, ``fatigue_pct_high50``,
            ``recovery``, in the units of this class.

        Examples
        --------
        >>> from legrun.answering import project
        >>> from legrun.scenario import Scenario
        >>> frame = project(Scenario(now=dt.datetime(2026, 3, 4, 7)), hours=24).to_frame()
        >>> frame.shape, frame["recovery"].tolist()[-1]
        ((25, 15), 100.0)
        """
        import pandas as pd  # takes longer to load than a projection takes to work out

        columns = {
            name if quantile == "median" else f"{name}_{quantile}": getattr(band, quantile)
            for name, band in self._bands().items()
            for quantile in ("median", *(each for each in QUANTILES if each != "median"))
        }
        return pd.DataFrame(columns, index=pd.DatetimeIndex(self.times, name="time"))

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON: ``times``, and for each quantity its median and ranges."""
        bands = {name: {each: getattr(band, each) for each in QUANTILES} for name, band in self._bands().items()}
        return dict(plain({"times": self.times, **bands}))

    def _bands(self) -> dict[str, Band]:
        return {"soreness": self.soreness, "fatigue_pct": self.fatigue_pct, "recovery": self.recovery}


def course(
    ensemble: Ensemble, hours: Array, *, same_nights: Course | None = None, same_ratings: Course | None = None
) -> Course:
    """Return every draw along `hours` from now. [h]

    `same_nights` and `same_ratings` are those of the draws that the ensemble was made from, along the same hours.
    """
    return Course(
        hours,
        same_ratings.explained if same_ratings else ensemble.explained_soreness(hours),
        same_ratings.residual if same_ratings else ensemble.residual(hours),
        same_nights.fatigue if same_nights else ensemble.fatigue(hours),
        same_nights.sleep_h if same_nights else ensemble.sleep(hours),
        ensemble.posterior.sparing,
    )


@functools.cache
def _ranks(draws: int) -> tuple[list[int], Array]:
    """Return the ranks on both sides of every quantile of so many draws, and the weights of those above."""
    position = (draws - 1) * np.array(list(QUANTILES.values()))
    below = np.floor(position)
    ranks = np.concatenate([below, np.minimum(below + 1, draws - 1)])
    return ranks.astype(np.intp).tolist(), (position - below)[:, None]


def _ranked(draws: Draws | Array, ranks: list[int]) -> Array:
    """Return the draws of some ranks over the first axis.

    Singles that are not negative stand in the order of their bits, and whole numbers are sorted sooner, by a third.
    """
    if draws.dtype == np.float32 and draws.min(initial=0.0) >= 0:
        return np.sort(draws.view(np.int32), axis=0)[ranks].view(np.float32).astype(float)
    return np.sort(draws, axis=0)[ranks].astype(float)


def quantiles(draws: Draws | Array) -> dict[str, Array]:
    """Return the quantiles of `QUANTILES` over the first axis, by sort and index."""
    ranks, weight = _ranks(draws.shape[0])
    beside = _ranked(draws, ranks)
    below, above = beside[: len(QUANTILES)], beside[len(QUANTILES) :]
    return dict(zip(QUANTILES, below * (1 - weight) + above * weight, strict=True))


def medians(draws: Draws) -> Array:
    """Return the median over the last axis, as the bands have it: the mean of the two in the middle."""
    right = draws.shape[-1] // 2
    middle = np.partition(draws, (right - 1, right), axis=-1)[..., right - 1 : right + 1]
    return np.asarray(middle.astype(float).mean(axis=-1))


def _at_least(q: dict[str, Array], below: Any, above: Any, top: float) -> dict[str, Array]:
    """Return the quantiles with the 80 % range no narrower than stated, within 0 and `top`."""
    low = np.maximum(np.minimum(q["low80"], q["median"] - below), 0.0)
    high = np.minimum(np.maximum(q["high80"], q["median"] + above), top)
    return {**q, "low80": low, "high80": high}


def soreness_quantiles(draws: Draws) -> dict[str, Array]:
    """Return the quantiles of draws of soreness; the range is at least what a single rating is off by. [0-10]"""
    return _at_least(quantiles(draws), LEAST_SORENESS, LEAST_SORENESS, 10.0)


def fatigue_quantiles(along: Course) -> dict[str, Array]:
    """Return the quantiles of fatigue; the range is at least what studies differ by. [%]"""
    q = {name: 100 * row for name, row in quantiles(along.fatigue).items()}
    less = FATIGUE_LESS + FATIGUE_LESS_GROWTH * q["median"]
    more = FATIGUE_MORE + FATIGUE_MORE_GROWTH * q["median"]
    # Nobody loses all strength: past the most that a session takes, what studies differ by is a share of what is left.
    high, left = q["median"] + more, 100 - MOST_LOST
    high = np.minimum(high, MOST_LOST) - left * np.expm1(-np.maximum(high - MOST_LOST, 0.0) / left)
    return _at_least(q, less, high - q["median"], 100.0)


def score_quantiles(along: Course) -> dict[str, Array]:
    """Return the quantiles of the readiness score. [0-100]"""
    return _at_least(quantiles(along.score), LEAST_SCORE, LEAST_SCORE, 100.0)


def project(
    now: dt.datetime,
    along: Course,
    *,
    same_nights: Projection | None = None,
    same_ratings: Projection | None = None,
) -> Projection:
    """Return the bands of a course.

    Parameters
    ----------
    now : datetime.datetime
        Local time at hour 0.
    along : Course
        Draws along evenly spaced hours.
    same_nights, same_ratings : Projection, optional
        Those of the courses with the same fatigue and with the same soreness, along the same hours.

    Returns
    -------
    Projection
        Bands with the least half-widths of the registry: 0.7 soreness, 5 points, 3 + F/3 to 5 + F/2 % of
        strength.
    """
    times = np.datetime64(now, "s") + np.rint(along.hours * 3600).astype(SECONDS)
    return Projection(
        times,
        same_ratings.soreness if same_ratings else Band(times, **soreness_quantiles(along.soreness)),
        same_nights.fatigue_pct if same_nights else Band(times, **fatigue_quantiles(along)),
        Band(times, **score_quantiles(along)),
    )
