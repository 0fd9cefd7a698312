"""What a person's soreness ratings say about how strongly and how slowly they react.

A grid over the log amplitude a and the log time scale b, with a normal prior and a normal likelihood for
each rating.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.evidence import value
from legrun.recovery import Array, Bout, combined_soreness
from legrun.scenario import Response

__all__ = ["Posterior", "Rating", "merged", "posterior", "prior_response"]

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
    """

    density: Array
    rated_at_h: float | None

    @property
    def amplitude_mean(self) -> float:
        """Mean log amplitude."""
        return float(self.density.sum(axis=1) @ GRID_A)

    @property
    def amplitude_sd(self) -> float:
        """Standard deviation of the log amplitude."""
        spread = (GRID_A - self.amplitude_mean) ** 2
        return float(np.sqrt(self.density.sum(axis=1) @ spread))

    @property
    def next_stretch(self) -> float:
        """How much wider than now the log amplitude is for the next bout; 1 where nothing was rated."""
        return max(1.0, NEXT_SD / self.amplitude_sd) if self.rated_at_h is not None else 1.0

    def quantiles(self, u_amplitude: Array, u_time: Array) -> tuple[Array, Array]:
        """Return log amplitudes and log time scales at given probabilities, by the inverse CDF."""
        marginal = self.density.sum(axis=1)
        a = np.interp(u_amplitude, _cdf(marginal), GRID_A)
        # Where the density of a has underflowed, the row of its marginal stands in for the conditional one.
        rows = self.density + np.finfo(float).tiny * self.density.sum(axis=0)
        cdfs = _cdf(rows)
        position = np.clip((a - GRID_A[0]) / (GRID_A[1] - GRID_A[0]), 0, GRID_A.size - 1)
        left = np.minimum(position.astype(np.intp), GRID_A.size - 2)
        weight = (position - left)[:, None]
        cdf = cdfs[left] * (1 - weight) + cdfs[left + 1] * weight
        return a, _invert(cdf, u_time)


def _cdf(density: Array) -> Array:
    """Return the cumulative trapezoid along the last axis, from 0 to 1."""
    steps = (density[..., 1:] + density[..., :-1]) / 2
    total = np.cumsum(steps, axis=-1)
    return np.concatenate([np.zeros((*density.shape[:-1], 1)), total / total[..., -1:]], axis=-1)


def _invert(cdf: Array, u: Array) -> Array:
    """Return, for each row of `cdf` over `GRID_B`, the point at which it reaches `u`."""
    right = np.clip((cdf < u[:, None]).sum(axis=1), 1, GRID_B.size - 1)
    rows = np.arange(u.size)
    low, high = cdf[rows, right - 1], cdf[rows, right]
    weight = (u - low) / np.where(high > low, high - low, 1.0)
    return np.asarray(GRID_B[right - 1] + weight * (GRID_B[right] - GRID_B[right - 1]))


def prior_response(response: Response | None) -> Response:
    """Return the spread between people, unless the person's own response is known."""
    return response or Response(0.0, AMPLITUDE_SD, 0.0, TIME_SD)


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


def expected(bouts: Sequence[Bout], hour: float, a: Array, b: Array, habit: float) -> Array:
    """Return the soreness expected at one hour for paired log amplitudes and log time scales."""
    amplitude = np.exp(a)
    found = combined_soreness(bouts, np.array([hour]), [amplitude] * len(bouts), np.exp(b), habit=habit)
    return np.asarray(found[:, 0])


def reach(bouts: Sequence[Bout], hour: float, habit: float) -> float:
    """Return the highest soreness that the bouts can plausibly explain at one hour. [0-10]"""
    return float(expected(bouts, hour, np.array([REACH_AMPLITUDE]), np.zeros(1), habit)[0])


def _likelihood(bouts: Sequence[Bout], rating: Rating, habit: float, *, timing_from_h: float) -> Array:
    """Return the likelihood of one rating over the grid, up to a factor."""
    explained = min(rating.soreness, reach(bouts, rating.hour, habit))
    newest = newest_bout(bouts, rating.hour)
    if newest is not None and rating.hour - newest.end_h < timing_from_h:
        # On the rising limb a rating says how much, not how long.
        predicted = expected(bouts, rating.hour, GRID_A, np.zeros_like(GRID_A), habit)[:, None]
    else:
        a, b = (grid.ravel() for grid in np.meshgrid(GRID_A, GRID_B, indexing="ij"))
        predicted = expected(bouts, rating.hour, a, b, habit).reshape(GRID_A.size, GRID_B.size)
    misfit = (explained - predicted) / RATING_SD
    misfit2 = misfit**2
    return np.asarray(np.exp(-(misfit2 - misfit2.min()) / 2))


def _normal(grid: Array, mean: float, sd: float) -> Array:
    return np.asarray(np.exp(-(((grid - mean) / sd) ** 2) / 2))


def _carried_over(found: Posterior) -> Array:
    """Return the prior for a new bout: the amplitude learned so far with its spread widened again."""
    sd = max(found.amplitude_sd, NEXT_SD)
    prior = _normal(GRID_A, found.amplitude_mean, sd)[:, None] * found.density.sum(axis=0)
    return np.asarray(prior / prior.sum())


def posterior(
    bouts: Sequence[Bout],
    ratings: Sequence[Rating],
    prior: Response,
    *,
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
    between two ratings, the amplitude's spread returns to 0.35.
    """
    sd = float(np.hypot(prior.amplitude_sd, dose_sd))
    density = _normal(GRID_A, prior.amplitude_mean, sd)[:, None] * _normal(GRID_B, prior.time_mean, prior.time_sd)
    found = Posterior(density / density.sum(), None)
    about: Bout | None = None
    for rating in ratings:
        if too_early(bouts, rating.hour):
            continue
        newest = newest_bout(bouts, rating.hour)
        first_of_bout = found.rated_at_h is None or newest is not about
        base = _carried_over(found) if first_of_bout and found.rated_at_h is not None else found.density
        timing_from_h = TIMING_FROM_H if first_of_bout else TIMING_PAIRED_FROM_H
        weighed = base * _likelihood(bouts, rating, habit, timing_from_h=timing_from_h)
        found = Posterior(weighed / weighed.sum(), rating.hour)
        about = newest
    return found
