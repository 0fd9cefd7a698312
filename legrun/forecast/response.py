"""Posterior over a person's soreness: how strongly they react, their resting level, and what no session explains.

Reported soreness is ``y(t) = clip(B + S(t; a) + R(t) + Q(t), 0, 10)``: a resting level, what the sessions explain,
and two residuals, one that lasts for days and one that passes within hours. ``B + R + Q`` is a Gaussian process with
one covariance for every log amplitude ``a``, so that a single Cholesky factor of the ratings serves a grid of them.
How much of a residual lasts, and for how long, differs between people: the ratings before the newest tell.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.forecast.sparing import NOISE_SD, RESTING_MEAN, Sparing
from legrun.model.kinetics import Array, Draws
from legrun.scenario import Response

__all__ = [
    "GRID_A",
    "MOST_RATINGS",
    "POPULATION_PRIOR",
    "Posterior",
    "Rating",
    "counted_ratings",
    "covariance",
    "log_likelihood",
    "merged_ratings",
    "own_variances",
    "posterior",
    "scatter",
]

AMPLITUDE_SD = value("ensemble.amplitude_sd")
TIME_SD = value("ensemble.time_sd")
AMPLITUDE_LIMIT = value("ensemble.amplitude_limit")
RESTING_SD = value("rating.resting_sd")
LASTING_SD = value("rating.lasting_sd")
LASTING_TAU_H = value("rating.lasting_tau_h")
PASSING_SD = value("rating.passing_sd")
PASSING_TAU_H = value("rating.passing_tau_h")
DRIFT_SD = value("rating.drift_sd")
DRIFT_TAU_H = value("rating.drift_tau_h")
DRIFTING_LASTING_SD = value("rating.drifting_lasting_sd")
DRIFTING_SHARE = value("rating.drifting_share")
FLEETING_LASTING_SD = value("rating.fleeting_lasting_sd")
FLEETING_PASSING_SD = value("rating.fleeting_passing_sd")
FLEETING_TAU_H = value("rating.fleeting_tau_h")
FLEETING_SHARE = value("rating.fleeting_share")
SCATTER = value("rating.scatter")
SCATTER_RATINGS = value("rating.scatter_ratings")
SAME_H = value("rating.same_h")
MEMORY_H = 24 * value("rating.memory_d")
MOST_RATINGS = int(value("rating.most"))

F = TypeVar("F", np.float32, np.float64)
# Multiplications of a matrix product up to which OpenBLAS keeps to one thread.
ONE_THREAD = int(value("compute.one_thread"))
GRID_A = np.linspace(-AMPLITUDE_LIMIT, AMPLITUDE_LIMIT, 121)
# Log amplitudes enough to tell the kinds of people apart.
COARSE_A = slice(None, None, GRID_A.size // 6)
TAUS_H = np.array([LASTING_TAU_H, PASSING_TAU_H, DRIFT_TAU_H, FLEETING_TAU_H])
# Of the parts that vary, the one that belongs to the resting level, and the others.
DRIFT, PASSES = 2, np.array([1.0, 1.0, 0.0, 1.0])
POPULATION_PRIOR = Response(0.0, AMPLITUDE_SD, 0.0, TIME_SD)


@dataclass(frozen=True)
class Rating:
    """A soreness rating: hours from now (0 or negative) and value 0-10."""

    hour: float
    soreness: float


def counted_ratings(ratings: Sequence[Rating], hour: float = 0.0) -> list[Rating]:
    """Return the ratings that count at an hour, oldest first: of those within an hour the latest, of 42 days.

    No more than the newest sixty: what older ones would add is too little to be seen.

    Examples
    --------
    >>> counted_ratings([Rating(-0.5, 3), Rating(0, 4), Rating(-20, 6), Rating(-2000, 1)])
    [Rating(hour=-20, soreness=6), Rating(hour=0, soreness=4)]
    """
    return merged_ratings([rating for rating in ratings if rating.hour > hour - MEMORY_H])[-MOST_RATINGS:]


def merged_ratings(ratings: Sequence[Rating]) -> list[Rating]:
    """Return the ratings, oldest first, of those within an hour the latest."""
    merged: list[Rating] = []
    for rating in sorted(ratings, key=lambda rating: rating.hour):
        while merged and rating.hour - merged[-1].hour < SAME_H:
            merged.pop()
        merged.append(rating)
    return merged


def in_one_thread(rows: npt.NDArray[F], columns: npt.NDArray[F]) -> npt.NDArray[F]:
    """Return the matrix product of rows and columns, in blocks of rows too small to be shared out to threads.

    OpenBLAS shares larger ones out, and waits for threads that a busy server has no processor for: 50 ms instead of 1.
    """
    made = np.empty((rows.shape[0], columns.shape[1]), dtype=rows.dtype)
    step = max(1, ONE_THREAD // max(1, columns.size))
    for first in range(0, rows.shape[0], step):
        np.matmul(rows[first : first + step], columns, out=made[first : first + step])
    return made


@functools.cache
def _kinds() -> tuple[Array, Array]:
    """Return the share of each kind of people, and the variances of what varies in their ratings, shape (kinds, 4).

    Most people's ratings have a part that lasts for days and one that passes within hours. Those of some begin anew
    every morning and hold for the day; the resting level of others drifts over weeks.
    """
    shares = np.array([1 - FLEETING_SHARE - DRIFTING_SHARE, FLEETING_SHARE, DRIFTING_SHARE])
    sds = [
        (LASTING_SD, PASSING_SD, 0.0, 0.0),
        (FLEETING_LASTING_SD, 0.0, 0.0, FLEETING_PASSING_SD),
        (DRIFTING_LASTING_SD, PASSING_SD, DRIFT_SD, 0.0),
    ]
    return shares, np.square(sds)


def _varying(hours: Array, others: Array, variances: Array) -> Array:
    """Return the covariance, between some hours and others, of parts that last, pass, drift, or stay for a day.

    What stays for a day hardly fades towards the evening and is gone the next morning, so it fades with the square.
    """
    elapsed = np.abs(hours[:, None] - others).reshape(1, -1) / -TAUS_H[:, None]
    elapsed[-1] *= -elapsed[-1]
    varying = variances @ np.exp(elapsed, out=elapsed)
    return np.asarray(varying.reshape(*variances.shape[:-1], hours.size, others.size))


def covariance(hours: Array, variances: Array | None = None) -> Array:
    """Return the covariance of ratings at some hours, ``B + R + Q`` and a hair of noise, shape (..., hours, hours).

    `variances` are those of what lasts, passes, drifts and stays for a day, shape (..., 4); of people in general unless
    given.
    """
    if variances is None:
        variances = np.matmul(*_kinds())
    return np.asarray(RESTING_SD**2 + _varying(hours, hours, variances) + NOISE_SD**2 * np.eye(hours.size))


def own_variances(hours: Array, left: Array, density: Array) -> Array:
    """Return the variances of what varies in a person's ratings: of each kind of people, by how likely it is.

    Parameters
    ----------
    hours : array, shape (ratings,)
        Times of the ratings that tell. [h]
    left : array, shape (ratings, 121)
        What sessions leave of them, at every log amplitude of `GRID_A`. [0-10]
    density : array, shape (121,)
        Probability of the log amplitudes before any rating.

    Returns
    -------
    array, shape (4,)
        Of what lasts for days, passes within hours, drifts over weeks, and stays for a day.

    Examples
    --------
    Ratings that have nothing to do with the day before leave little that lasts; a slow climb is a drift:

    >>> hours, flat = np.arange(-480.0, 0.0, 24.0), np.ones(GRID_A.size)
    >>> turns, climb = np.tile([-2.0, 2.0], 10), np.linspace(-3.0, 3.0, 20)
    >>> density = prior_density(POPULATION_PRIOR)
    >>> [own_variances(hours, np.outer(each, flat), density).round(1).tolist() for each in (turns, climb)]
    [[0.3, 0.0, 0.0, 2.2], [0.7, 0.8, 1.0, 0.0]]
    """
    shares, variances = _kinds()
    if hours.size == 0:
        return np.asarray(shares @ variances)
    factor = np.linalg.cholesky(covariance(hours, variances))
    white = np.linalg.solve(factor, left[None, :, COARSE_A])
    likelihood = log_likelihood(np.einsum("kra,kra->ka", white, white), hours.size)
    likelihood -= np.log(np.einsum("krr->kr", factor)).sum(axis=1)[:, None]
    weights = shares * (np.exp(likelihood - likelihood.max()) @ density[COARSE_A])
    return np.asarray(weights / weights.sum() @ variances)


def scatter(misfit2: Array, count: int) -> Array:
    """Return how much a person's ratings scatter, as a factor on the variance of most people's. [-]

    Notes
    -----
    ``s^2 = (5 * 0.85^2 + r' K^-1 r) / (5 + n)``: most people's count as much as five ratings (a conjugate prior).
    """
    return np.asarray((SCATTER_RATINGS * SCATTER**2 + misfit2) / (SCATTER_RATINGS + count))


def log_likelihood(misfit2: Array, count: int) -> Array:
    """Return the log likelihood of so many ratings, their scatter integrated out, up to a constant."""
    return np.asarray(-(SCATTER_RATINGS + count) / 2 * np.log(scatter(misfit2, count)))


@dataclass(frozen=True, eq=False)
class Posterior:
    """What a person's ratings say: their log amplitude, and what they rate beside what sessions explain.

    Attributes
    ----------
    hours : array, shape (ratings,)
        Times of the ratings, from now. [h]
    density : array, shape (121,)
        Probability over `GRID_A`; sums to 1.
    whitening : array, shape (ratings, ratings)
        Inverse of the Cholesky factor of their covariance.
    weights : array, shape (ratings, 121)
        ``K^-1 (y - mean - S)`` at every log amplitude.
    variances : array, shape (4,)
        Of what lasts, passes, drifts, and stays for a day.
    scatter : float
        Factor on the variance of the residual. [-]
    sparing : Sparing
        How much of soreness costs nothing, as the ratings before the newest tell.
    """

    hours: Array
    density: Array
    whitening: Array
    weights: Array
    variances: Array
    scatter: float
    sparing: Sparing

    @functools.cached_property
    def mean_weights(self) -> Array:
        """The weights averaged over the log amplitude, shape (ratings,)."""
        return np.asarray(self.weights @ self.density)

    @functools.cached_property
    def resting(self) -> float:
        """Mean of the resting level now, what drifts included. [0-10]"""
        return _resting(self.hours, self.mean_weights, self.variances)

    def amplitudes(self, u: Array) -> Array:
        """Return the log amplitudes at given probabilities, by the inverse CDF."""
        cdf = np.concatenate([[0.0], np.cumsum(self.density[1:] + self.density[:-1])])
        return np.interp(u, cdf / cdf[-1], GRID_A)

    def unattributed(self, hours: Array) -> Array:
        """Return the mean of ``R + Q``: what is beyond the resting level and no session explains. [0-10]"""
        return np.asarray(_varying(hours, self.hours, self.variances * PASSES) @ self.mean_weights)

    def residual(self, hours: Array, log_amplitude: Array, normals: Array) -> Draws:
        """Return draws of ``B + R + Q`` at some hours, shape (draws, hours). [0-10]

        The mean depends on the amplitude of the draw, its spread at an hour on the ratings' times alone.
        """
        cross = RESTING_SD**2 + _varying(hours, self.hours, self.variances)
        known = (in_one_thread(cross, self.whitening.T) ** 2).sum(axis=1)
        total = RESTING_SD**2 + self.variances.sum()
        sd = np.sqrt(self.scatter * np.maximum(total - known, 0.0))
        position = (log_amplitude - GRID_A[0]) / (GRID_A[1] - GRID_A[0])
        left = np.minimum(position.astype(np.intp), GRID_A.size - 2)
        share = position - left
        # `take` keeps the draws side by side; an index would lay the ratings so, and the product take twice as long.
        weights = self.weights.take(left, axis=1) * (1 - share) + self.weights.take(left + 1, axis=1) * share
        rows = np.concatenate([cross, sd[:, None], np.full((hours.size, 1), RESTING_MEAN)], axis=1)
        columns = np.concatenate([weights, normals[None], np.ones((1, normals.size))])
        return np.asarray(in_one_thread(rows.astype(np.float32), columns.astype(np.float32))).T


def _resting(hours: Array, weights: Array, variances: Array) -> float:
    """Return the mean of the resting level at hour 0, what drifts included, from ``K^-1 (y - mean - S)``. [0-10]"""
    here = RESTING_SD**2 + variances[DRIFT] * np.exp(-np.abs(hours) / DRIFT_TAU_H)
    return RESTING_MEAN + float(here @ weights)


def _sparing(hours: Array, whitening: Array, white: Array, variances: Array, before: Array) -> Sparing:
    """Return how much of soreness costs nothing, as the ratings before the newest tell.

    The Cholesky factor of those is the upper left part of that of all, and so is its inverse. A resting level is known
    by the share of its variance that they have taken away.
    """
    if hours.size < 2:
        return Sparing.rated() if hours.size else Sparing.unrated()
    whitening, white = whitening[:-1, :-1], white[:-1]
    likelihood = log_likelihood(np.einsum("ra,ra->a", white, white), hours.size - 1)
    density = before * np.exp(likelihood - likelihood.max())
    weights = whitening.T @ (white @ (density / density.sum()))
    known = RESTING_SD**2 * float((whitening.sum(axis=1) ** 2).sum())
    return Sparing.rated(_resting(hours[:-1], weights, variances), known)


def prior_density(prior: Response, *, dose_sd: float = 0.0) -> Array:
    """Return the density over `GRID_A` before any rating; `dose_sd` is the spread of the log dose if estimated."""
    sd = float(np.hypot(prior.amplitude_sd, dose_sd))
    density = np.exp(-(((GRID_A - prior.amplitude_mean) / sd) ** 2) / 2)
    return np.asarray(density / density.sum())


def posterior(
    ratings: Sequence[Rating], explained: Array | Draws, prior: Response, *, dose_sd: float = 0.0
) -> Posterior:
    """Return what ratings say about a person.

    Parameters
    ----------
    ratings : sequence of Rating
        Ratings that count, oldest first.
    explained : array, shape (ratings, 121)
        The soreness that sessions explain at the time of each, at every log amplitude of `GRID_A`. [0-10]
    prior : Response
        What is known of the amplitude before them.
    dose_sd : float
        Spread of the log dose of estimated sessions, added to the amplitude's. [-]

    Returns
    -------
    Posterior
        Over the log amplitude, the resting level and the residuals.

    Notes
    -----
    ``K(t, t') = sB^2 + sR^2 exp(-|t-t'|/36 h) + sQ^2 exp(-|t-t'|/8 h)`` and a hair of noise, the same for every
    amplitude. Of some people less lasts, of some B drifts over weeks: K is the mean over these kinds of people, each
    as likely as the ratings before the newest make it, which says how somebody is and not who. The likelihood of
    ``r = y - S - mean`` is Gaussian with a factor on K integrated out, since some people's ratings scatter little and
    others' much. Ratings at an end of the scale count as what they say.

    Examples
    --------
    Someone who always says 5 is at rest at nearly 5, and nothing is left to explain:

    >>> said = [Rating(-24.0 * day, 5.0) for day in range(14)][::-1]
    >>> quiet = posterior(said, np.zeros((14, GRID_A.size)), POPULATION_PRIOR)
    >>> round(quiet.resting, 1), round(float(quiet.unattributed(np.zeros(1))[0]), 1)
    (4.7, 0.3)
    """
    hours = np.array([rating.hour for rating in ratings])
    rated = np.array([rating.soreness for rating in ratings])
    density = prior_density(prior, dose_sd=dose_sd)
    left = rated[:, None] - RESTING_MEAN - explained
    variances = own_variances(hours[:-1], left[:-1], density)
    whitening = np.linalg.inv(np.linalg.cholesky(covariance(hours, variances)))
    white = in_one_thread(whitening, left)
    misfit2 = np.einsum("ra,ra->a", white, white)
    likelihood = log_likelihood(misfit2, hours.size)
    sparing = _sparing(hours, whitening, white, variances, density)
    density = density * np.exp(likelihood - likelihood.max())
    density /= density.sum()
    spread = float(density @ scatter(misfit2, hours.size))
    return Posterior(hours, density, whitening, in_one_thread(whitening.T, white), variances, spread, sparing)
