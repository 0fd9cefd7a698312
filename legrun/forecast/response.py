"""What a person's soreness ratings say about how strongly and how slowly they react.

A grid over the log amplitude a and the log time scale b, with a normal prior and a normal likelihood for
each rating.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.evidence import value
from legrun.model.bout import Bout
from legrun.model.kinetics import SORENESS_GAIN, Array, gamma
from legrun.scenario import Response

__all__ = [
    "Learner",
    "Posterior",
    "Rating",
    "Waves",
    "likelihood",
    "merged",
    "newest_bout",
    "on_grid",
    "posterior",
    "prior_density",
    "prior_response",
    "too_early",
]

AMPLITUDE_SD = value("ensemble.amplitude_sd")
TIME_SD = value("ensemble.time_sd")
AMPLITUDE_LIMIT = value("ensemble.amplitude_limit")
TIME_LIMIT = value("ensemble.time_limit")
RATING_SD = value("rating.sd")
MERGE_H = value("rating.merge_h")
TOO_EARLY_H = value("rating.too_early_h")
TIMING_FROM_H = value("rating.timing_from_h")
TIMING_PAIRED_FROM_H = value("rating.timing_paired_from_h")
REACH_AMPLITUDE = value("rating.reach_amplitude")
NEXT_SD = value("rating.next_sd")
NEW_BOUT_DOSE = value("rating.new_bout_dose")

GRID_A = np.linspace(-AMPLITUDE_LIMIT, AMPLITUDE_LIMIT, 121)
GRID_B = np.linspace(-TIME_LIMIT, TIME_LIMIT, 41)
PEOPLE = Response(0.0, AMPLITUDE_SD, 0.0, TIME_SD)
# A probability as good as none: smaller numbers still would lose their digits, and with them their speed.
IMPOSSIBLE = 1e-200


def _nodes(grid: Array, count: int) -> tuple[Array, Array]:
    """Return Chebyshev nodes over the span of a grid, and the matrix that takes a curve from them to the grid."""
    limit = grid[-1]
    nodes = limit * np.cos(np.pi * (np.arange(count) + 0.5) / count)
    basis = [np.polynomial.chebyshev.chebvander(points / limit, count - 1) for points in (grid, nodes)]
    return nodes, basis[0] @ np.linalg.inv(basis[1])


# Soreness is so smooth in a and b that the polynomial through 28 x 25 points has it on the grid of 121 x 41 within
# 1e-7, at a seventh of the work, even for forty sessions of the largest doses. An odd number: the middle one is b = 0.
NODES = (28, 25)
NODES_A, TO_GRID_A = _nodes(GRID_A, NODES[0])
NODES_B, TO_GRID_B = _nodes(GRID_B, NODES[1])
NO_STRETCH = NODES_B.size // 2
# The factors on the dose at the nodes, and at last the largest one that is plausible.
AMPLITUDES = np.exp([*NODES_A, REACH_AMPLITUDE])


@dataclass(frozen=True)
class Rating:
    """A soreness rating: hours from now (0 or negative) and value 0-10."""

    hour: float
    soreness: float


@dataclass(frozen=True)
class Posterior:
    """A person's log amplitude and log time scale, given their ratings.

    Attributes
    ----------
    density : array, shape (121, 41)
        Probability over `GRID_A` x `GRID_B`; sums to 1.
    rated_at_h : float or None
        Time of the newest rating that counted, from now. [h]
    reach : float
        The highest soreness that the sessions could plausibly explain at that time. [0-10]
    joint : bool
        Whether the time scale hangs on the amplitude; before a rating that tells of time it does not.
    """

    density: Array
    rated_at_h: float | None
    reach: float = 0.0
    joint: bool = False

    @functools.cached_property
    def of_amplitude(self) -> Array:
        """Probability over `GRID_A` alone."""
        return np.asarray(self.density.sum(axis=1))

    @functools.cached_property
    def amplitude_mean(self) -> float:
        """Mean log amplitude."""
        return float(self.of_amplitude @ GRID_A)

    @functools.cached_property
    def amplitude_sd(self) -> float:
        """Standard deviation of the log amplitude."""
        return float(np.sqrt(self.of_amplitude @ (GRID_A - self.amplitude_mean) ** 2))

    @property
    def next_stretch(self) -> float:
        """How much wider than now the log amplitude is for the next bout; 1 where nothing was rated."""
        return max(1.0, NEXT_SD / self.amplitude_sd) if self.rated_at_h is not None else 1.0

    def quantiles(self, u_amplitude: Array, u_time: Array) -> tuple[Array, Array]:
        """Return log amplitudes and log time scales at given probabilities, by the inverse CDF."""
        a = np.interp(u_amplitude, _cdf(self.of_amplitude), GRID_A)
        if not self.joint:
            return a, np.interp(u_time, _cdf(self.density.sum(axis=0)), GRID_B)
        # Where the density of a has underflowed, the row of its marginal stands in for the conditional one.
        rows = self.density + IMPOSSIBLE * self.density.sum(axis=0)
        cdfs = _cdf(rows)
        position = (a - GRID_A[0]) / (GRID_A[1] - GRID_A[0])
        left = np.minimum(position.astype(np.intp), GRID_A.size - 2)
        weight = (position - left)[:, None]
        cdf, above = cdfs.take(left, axis=0), cdfs.take(left + 1, axis=0)
        above -= cdf
        above *= weight
        cdf += above
        return a, _invert(cdf, u_time)


def _cdf(density: Array) -> Array:
    """Return the cumulative trapezoid along the last axis, from 0 to 1."""
    found = np.zeros(density.shape)
    np.cumsum(density[..., 1:] + density[..., :-1], axis=-1, out=found[..., 1:])
    found /= found[..., -1:]
    return found


def _invert(cdf: Array, u: Array) -> Array:
    """Return, for each row of `cdf` over `GRID_B`, the point at which it reaches `u`."""
    right = np.maximum((cdf >= u[:, None]).argmax(axis=1), 1)
    rows = np.arange(u.size)
    low, high = cdf[rows, right - 1], cdf[rows, right]
    weight = (u - low) / np.where(high > low, high - low, 1.0)
    return np.asarray(GRID_B[right - 1] + weight * (GRID_B[right] - GRID_B[right - 1]))


def prior_response(response: Response | None) -> Response:
    """Return the spread between people, unless the person's own response is known."""
    return response or PEOPLE


def merged(ratings: Sequence[Rating]) -> list[Rating]:
    """Return the ratings in order, those less than 6 h apart counted once (the latest).

    Examples
    --------
    >>> merged([Rating(-5, 3), Rating(0, 4), Rating(-20, 6)])
    [Rating(hour=-20, soreness=6), Rating(hour=0, soreness=4)]
    """
    kept: list[Rating] = []
    for rating in sorted(ratings, key=lambda r: r.hour, reverse=True):
        if not kept or kept[-1].hour - rating.hour >= MERGE_H:
            kept.append(rating)
    return kept[::-1]


def newest_bout(bouts: Sequence[Bout], hour: float) -> Bout | None:
    """Return the newest bout hard enough to be felt that began before `hour`."""
    begun = [b for b in bouts if b.soreness_dose >= NEW_BOUT_DOSE and b.start_h < hour]
    return max(begun, key=lambda b: b.end_h, default=None)


def too_early(bouts: Sequence[Bout], hour: float) -> bool:
    """Return whether a rating falls within 6 h of a leg day, before soreness has come."""
    return any(b.start_h < hour < b.end_h + TOO_EARLY_H and b.delayed for b in bouts)


@dataclass(frozen=True, eq=False)
class Waves:
    """The waves of all bouts as columns, to ask what soreness they explain at one hour.

    The same curve as `kinetics.combined_soreness`. There the draws pair an amplitude with a time scale; here every
    amplitude meets every time scale, so what a wave does splits into a factor of each.
    """

    start_h: Array
    end_h: Array
    dose: Array
    peak_h: Array
    exponent: Array
    head_start_h: Array

    @classmethod
    def of(cls, bouts: Sequence[Bout]) -> Waves:
        """Return the waves of some bouts."""
        rows = [
            (each.start_h, each.end_h, wave.dose, wave.peak_h, wave.exponent, wave.head_start_h)
            for each in bouts
            for wave in each.waves
        ]
        return cls(*np.array(rows, dtype=float).reshape(-1, 6).T)

    def _shapes(self, hours: Array, time_scale: Array) -> Array:
        """Return how far each wave stands at each hour, as a share of its peak, shape (hours, waves, time scales)."""
        since = hours[:, None] - self.end_h
        done = np.minimum(1.0, np.maximum(0.0, 1 + since / (self.end_h - self.start_h)))
        elapsed = np.maximum(since, 0.0) + self.head_start_h
        x = elapsed[:, :, None] / (self.peak_h[:, None] * time_scale)
        return np.asarray(done[:, :, None] * gamma(x, self.exponent[:, None]))

    def soreness(self, hours: Array, habit: float) -> tuple[Array, Array]:
        """Return the soreness at some hours, in order, at every node of a and b, and the highest plausible one.

        Returns
        -------
        array, shape (hours, a, b), and array, shape (hours,)
            Soreness at the nodes, and what a strong reaction of the usual length explains at most. [0-10]
        """
        sizes = -np.expm1(-SORENESS_GAIN * self.dose[:, None] * AMPLITUDES)
        shapes = self._shapes(hours, np.exp(NODES_B)).swapaxes(0, 1)
        calm = np.ones((hours.size, AMPLITUDES.size, NODES_B.size))
        for size, shape, begun in zip(sizes, shapes, np.searchsorted(hours, self.start_h).tolist(), strict=True):
            calm[begun:] *= 1 - size[:, None] * shape[begun:, None]
        found = 10 * habit * (1 - calm)
        return found[:, :-1], found[:, -1, NO_STRETCH]


def on_grid(soreness: Array, *, timed: bool = True) -> Array:
    """Return a soreness known at the nodes on the grid, shape (a, b); (a, 1) where b is 0 for want of timing."""
    of_a = TO_GRID_A @ (soreness if timed else soreness[:, NO_STRETCH, None])
    return np.asarray(of_a @ TO_GRID_B.T if timed else of_a)


def likelihood(rating: Rating, predicted: Array, most: float) -> Array:
    """Return the likelihood of a rating where some soreness was predicted, up to a factor; `most` is its reach."""
    misfit = (min(rating.soreness, most) - predicted) / RATING_SD
    misfit2 = misfit**2
    return np.asarray(np.exp(-(misfit2 - misfit2.min()) / 2))


def _normal(grid: Array, mean: float, sd: float) -> Array:
    return np.asarray(np.exp(-(((grid - mean) / sd) ** 2) / 2))


def _carried_over(found: Posterior) -> Array:
    """Return the prior for a new bout: the amplitude learned so far with its spread widened again."""
    sd = max(found.amplitude_sd, NEXT_SD)
    prior = _normal(GRID_A, found.amplitude_mean, sd)[:, None] * found.density.sum(axis=0)
    return np.asarray(prior / prior.sum())


def prior_density(prior: Response, *, dose_sd: float = 0.0) -> Array:
    """Return the density over the grid before any rating, shape (a, b)."""
    sd = float(np.hypot(prior.amplitude_sd, dose_sd))
    density = _normal(GRID_A, prior.amplitude_mean, sd)[:, None] * _normal(GRID_B, prior.time_mean, prior.time_sd)
    return np.asarray(density / density.sum())


@dataclass(frozen=True, eq=False)
class Learner:
    """What is known about a person's response while their ratings come in, one after the other.

    Attributes
    ----------
    found : Posterior
        After the newest rating that counted.
    start : array, shape (a, b)
        Density before any rating.
    own : bool
        Whether that is the person's own response, from which every new bout starts again.
    about : Bout or None
        The bout that the newest rating is about.
    """

    found: Posterior
    start: Array
    own: bool = False
    about: Bout | None = None

    @classmethod
    def of(cls, prior: Response, *, own: bool = False, dose_sd: float = 0.0) -> Learner:
        """Return what is known before any rating."""
        start = prior_density(prior, dose_sd=dose_sd)
        return cls(Posterior(start, None), start, own)

    def before(self, newest: Bout | None) -> Array:
        """Return the density just before a rating that is about `newest`, shape (a, b)."""
        if self.found.rated_at_h is None or newest is self.about:
            return self.found.density
        return self.start if self.own else _carried_over(self.found)

    def timed(self, rating: Rating, newest: Bout | None) -> bool:
        """Return whether a rating says how long; on the rising limb it says how much, and no more."""
        first_of_bout = self.found.rated_at_h is None or newest is not self.about
        timing_from_h = TIMING_FROM_H if first_of_bout else TIMING_PAIRED_FROM_H
        return newest is None or rating.hour - newest.end_h >= timing_from_h

    def told(self, rating: Rating, newest: Bout | None, likelihood: Array, most: float) -> Learner:
        """Return what is known after one more rating, which is about `newest` and reaches `most`."""
        weighed = self.before(newest) * likelihood
        weighed /= weighed.sum()
        weighed *= weighed >= IMPOSSIBLE
        joint = likelihood.shape[1] > 1 or (self.found.joint and newest is self.about)
        return Learner(Posterior(weighed, rating.hour, most, joint), self.start, self.own, newest)


def posterior(
    bouts: Sequence[Bout],
    ratings: Sequence[Rating],
    prior: Response,
    *,
    own: bool = False,
    dose_sd: float = 0.0,
    habit: float = 1.0,
) -> Posterior:
    """Return what the ratings say about a person's response.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    ratings : sequence of Rating
        Ratings, merged and in order.
    prior : Response
        What is known before them.
    own : bool
        Whether the prior is the person's own response, learned from ratings.
    dose_sd : float
        Spread of the log dose of estimated sessions, added to the amplitude's. [-]
    habit : float
        Factor of habits on soreness. [-]

    Returns
    -------
    Posterior
        Density over the grid.

    Notes
    -----
    Each rating y counts as ``min(y, reach)`` with sd 1.2 around the curve; within 6 h of a leg day it does
    not count. From 42 h after the newest bout a rating also speaks for the time scale, and from the usual
    peak (34 h) when an earlier rating of the same bout has already said how much. When a new bout lies
    between two ratings, the amplitude's spread returns to 0.35. A person's own response already holds what
    ratings of earlier bouts said, so a new bout starts from it again and nothing counts twice.
    """
    learner = Learner.of(prior, own=own, dose_sd=dose_sd)
    counted = [rating for rating in ratings if not too_early(bouts, rating.hour)]
    if not counted:
        return learner.found
    waves = Waves.of(bouts)
    hours = np.array([rating.hour for rating in counted])
    felt, reach = waves.soreness(hours, habit)
    for rating, soreness, most in zip(counted, felt, reach.tolist(), strict=True):
        newest = newest_bout(bouts, rating.hour)
        predicted = on_grid(soreness, timed=learner.timed(rating, newest))
        learner = learner.told(rating, newest, likelihood(rating, predicted, most), most)
    return learner.found
