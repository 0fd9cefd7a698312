"""How strength is lost and returns: losses fade exponentially on the recovery clock, and bouts combine as products."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from legrun.evidence import value
from legrun.model.bout import FATIGUE_CAP, Bout, Loss
from legrun.model.kinetics import Array, Draws

__all__ = ["combined_fatigue"]

NEGLIGIBLE = value("leg_fatigue.negligible")
UNSEEN = float(np.finfo(np.float32).eps)
# Hours whose steps differ by less are evenly spaced: far more than a rounding error, and far too little to be seen.
EVEN_H = float(np.sqrt(np.finfo(float).eps))
# Hours of a day, where they are whole.
BLOCK = 24
Rate = tuple[float, str]


def _single(values: Array) -> Draws:
    return values.astype(np.float32)


@functools.lru_cache(maxsize=16)
def _faded_evenly(rates_bytes: bytes, times_bytes: bytes) -> Draws:
    """Return ``exp(rates times)`` for evenly spaced hours; the draws and the hours ahead are mostly the same ones."""
    rates, times = (np.frombuffer(each, dtype=np.float32) for each in (rates_bytes, times_bytes))
    within, blocks = (np.exp(some[:, None] * rates) for some in (times[:BLOCK], times[::BLOCK]))
    faded = (blocks[:, None] * within).reshape(-1, rates.size)[: times.size]
    faded.flags.writeable = False
    return np.asarray(faded)


def _begun(bouts: Sequence[Bout], hours: Array) -> list[tuple[int, int, int]]:
    """Return (bout, start, end) indices of the bouts that start before the last hour."""
    first = hours.searchsorted([each.start_h for each in bouts]).tolist()
    after = hours.searchsorted([each.end_h for each in bouts]).tolist()
    return [row for row in zip(range(len(bouts)), first, after, strict=True) if row[1] < hours.size]


def _ramp(bout: Bout, hours: Array) -> Array:
    """Return how much of a bout has been done at each hour: 0 before it, rising to 1 at its end."""
    return np.clip((hours - bout.start_h) / (bout.end_h - bout.start_h), 0.0, 1.0)


@dataclass(frozen=True, eq=False)
class _Fading:
    """How losses fade along the recovery clock, from the first hour on; hours by draws, as quantiles sort them.

    Attributes
    ----------
    elapsed : array, shape (draws or 1, hours)
        The clock since the first hour. [h]
    slow_tau : array, shape (draws,)
        Factor on the slow times in each draw; the fast ones are the same for everybody. [-]
    known : dict
        What has been worked out, by its rate.
    """

    elapsed: Array
    slow_tau: Array
    known: dict[Rate, Draws]

    @functools.cached_property
    def _even(self) -> bool:
        """Whether the hours are the same in every draw, many and evenly spaced."""
        if len(self.elapsed) > 1 or self.elapsed.size <= BLOCK:
            return False
        steps = np.diff(self.elapsed[0])
        return bool(steps.max() - steps.min() < EVEN_H)

    @functools.cached_property
    def _hours(self) -> Draws:
        return _single(self.elapsed.T)

    def of(self, rate: Rate) -> Draws:
        """Return the fraction of a loss remaining at each hour, relative to the first, shape (hours, draws or 1).

        An evenly spaced hour is the first of a block and some steps more, so that a few exponentials make all of them.
        """
        if rate not in self.known:
            tau_h, pace = rate
            rates = _single(-1 / (tau_h * self.slow_tau) if pace == "slow" else np.array([-1 / tau_h]))
            if rates.size > 1 and self._even:
                self.known[rate] = _faded_evenly(rates.tobytes(), self._hours.tobytes())
            else:
                self.known[rate] = np.exp(self._hours * rates)
        return self.known[rate]


@dataclass(frozen=True, eq=False)
class _Felt:
    """A loss that is felt.

    Attributes
    ----------
    rate : Rate
        What makes it fade.
    size, at_first : array, shape (draws,)
        How large it is at the end of its bout, and at the first hour: had it always faded, where it ends later. [0-1]
    most : float
        The most of `at_first`. [0-1]
    """

    rate: Rate
    size: Array
    at_first: Array
    most: float

    def over(self, fading: Draws) -> int:
        """Return from which hour on a single cannot tell the loss from nothing beside 1."""
        if fading.shape[1] > 1:
            return len(fading)  # of slow ones, and where short nights differ by draw: looking costs what it saves
        return len(fading) - int(fading[::-1, 0].searchsorted(UNSEEN / self.most))


def _under_way(
    bouts: Sequence[Bout], last_h: float, ended: Array, *, fast: Array, slow: Array, slow_tau: Array
) -> list[tuple[int, Loss]]:
    """Return the losses that begin by the last hour and are not over by the first, each with its bout's index.

    A loss is over where it is negligible whatever the draw; `ended` is the clock at the end of each bout since the
    first hour, shape (draws or 1, bouts).
    """
    most, slowest = {"fast": fast.max(), "slow": slow.max()}, {"fast": 1.0, "slow": slow_tau.max()}
    kept = []
    for index, (bout, since) in enumerate(zip(bouts, ended.max(axis=0, initial=-np.inf).tolist(), strict=True)):
        for loss in bout.losses if bout.start_h <= last_h else ():
            # What was estimated may be any multiple, up to its cap.
            size = loss.cap if bout.log_sd else min(loss.cap, loss.size * most[loss.pace])
            if size * math.exp(min(0.0, since) / (loss.tau_h * slowest[loss.pace])) >= NEGLIGIBLE or since > 0:
                kept.append((index, loss))
    return kept


def _felt(
    losses: Sequence[tuple[int, Loss]], unsure: Array | None, ended: Array, *, fast: Array, slow: Array, slow_tau: Array
) -> dict[int, list[_Felt]]:
    """Return the losses, not negligible, of each bout by its index, the longest first.

    `unsure` is a factor on each, shape (losses, draws), where any was estimated; `ended` the clock at the end of each
    bout since the first hour, shape (draws or 1, bouts).
    """
    if not losses:
        return {}
    slowly = [int(loss.pace == "slow") for _, loss in losses]
    usual, cap, tau_h = np.array([(loss.size, loss.cap, loss.tau_h) for _, loss in losses]).T[:, :, None]
    size = usual * np.stack([fast, slow])[slowly]
    size = np.minimum(size if unsure is None else size * unsure, cap)
    quicker = np.stack([np.ones(slow_tau.size), 1 / slow_tau])[slowly]
    at_first = size * np.exp(ended.T[[index for index, _ in losses]] / tau_h * quicker)
    felt: dict[int, list[_Felt]] = {}
    for row, most in enumerate(at_first.max(axis=1).tolist()):
        if most >= NEGLIGIBLE:
            index, loss = losses[row]
            felt.setdefault(index, []).append(_Felt(loss.rate, size[row], at_first[row], most))
    return {index: sorted(each, key=lambda one: one.rate, reverse=True) for index, each in felt.items()}


def _left_by(felt: Sequence[_Felt], fading: _Fading, first: int, ramp: Array) -> Draws:
    """Return what a bout leaves of the strength; what it takes grows along `ramp` until it ends, and then fades."""
    longest, *others = felt
    left = fading.of(longest.rate) * _single(-longest.at_first)
    for other in others:
        faded = fading.of(other.rate)
        span = slice(first, other.over(faded))
        left[span] -= faded[span] * _single(other.at_first)
    if ramp.size:
        size = np.sum([one.size for one in felt], axis=0)
        np.multiply(_single(-ramp)[:, None], _single(size), out=left[first : first + ramp.size])
    if sum(one.most for one in felt) > FATIGUE_CAP:
        np.maximum(left, -FATIGUE_CAP, out=left)
    left += 1
    # Before it starts a bout does nothing.
    left[:first] = 1
    return left


def _multiplied_out(sizes: Sequence[Array]) -> list[Draws]:
    """Return the product of 1 - size x over some sizes as a polynomial in x: its coefficients, but for the leading 1.

    They are the elementary symmetric polynomials of -size, by Newton's identities from the sums of powers; powers of x
    whose coefficient a single cannot tell from nothing beside 1 are left out.
    """
    negative = -np.array(sizes)
    power, sums, coefficients = negative, [negative.sum(axis=0)], [np.ones(1), negative.sum(axis=0)]
    for degree in range(2, len(sizes) + 1):
        power = power * -negative
        sums.append(power.sum(axis=0))
        coefficient = sum(lower * each for lower, each in zip(coefficients, reversed(sums), strict=True)) / degree
        if np.abs(coefficient).max() < UNSEEN:
            break
        coefficients.append(coefficient)
    return [_single(coefficient) for coefficient in coefficients[1:]]


def _left_by_alike(sizes: Sequence[Array], faded: Draws) -> Draws:
    """Return what losses that fade alike leave: Horner's scheme, two steps a power instead of three a loss."""
    *lower, highest = _multiplied_out(sizes) if len(sizes) > 1 else [_single(-sizes[0])]
    left = faded * highest
    for coefficient in reversed(lower):
        left += coefficient
        left *= faded
    left += 1
    return left


def _parts_left(bouts: Sequence[Bout], hours: Array, felt: dict[int, list[_Felt]], fading: _Fading) -> Iterable[Draws]:
    """Yield what bouts leave of the strength, each its part, shape (hours, draws)."""
    alike: dict[Rate, list[Array]] = {}
    for index, first, ended in _begun(bouts, hours):
        own = felt.get(index, [])
        if ended == 0 and len(own) == 1:
            alike.setdefault(own[0].rate, []).append(own[0].at_first)
        elif own:
            ramp = _ramp(bouts[index], hours[first:ended]) if ended > first else hours[:0]
            yield _left_by(own, fading, first, ramp)
    for rate, sizes in alike.items():
        yield _left_by_alike(sizes, fading.of(rate))


def combined_fatigue(
    bouts: Sequence[Bout],
    hours: Array,
    clock: Array,
    ends: Array,
    *,
    fast: Array,
    slow: Array,
    slow_tau: Array,
    doubt: Array,
) -> Draws:
    """Return the share of leg strength lost to all bouts together.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    hours : array, shape (hours,)
        Times from now, ascending. [h]
    clock : array, shape (draws or 1, hours)
        The recovery clock at each of them. [h]
    ends : array, shape (draws or 1, bouts)
        The clock at the end of each bout. [h]
    fast : array, shape (draws,)
        Factor on the fast losses in each draw. [-]
    slow : array, shape (draws,)
        Factor on the slow losses in each draw. [-]
    slow_tau : array, shape (draws,)
        Factor on the slow times in each draw. [-]
    doubt : array, shape (draws,)
        By how many sds of its log each draw misjudges what was estimated of bouts.

    Returns
    -------
    array of float32, shape (draws, hours)
        Fraction of strength lost. [0-1]

    Notes
    -----
    One loss is ``size exp(-u / tau)``; those of a bout add up to F_i, and bouts combine as ``1 - prod(1 - F_i)``. Of
    an older bout only its slow loss is left, and ``prod(1 - size_i x)`` over those of one tau is a polynomial in
    ``x = exp(-u / tau)``.
    """
    since_first = ends - clock[:, :1]
    losses = _under_way(bouts, float(hours[-1]), since_first, fast=fast, slow=slow, slow_tau=slow_tau)
    log_sds = [bouts[index].log_sd for index, _ in losses]
    unsure = np.exp(np.outer(log_sds, doubt)) if any(log_sds) else None
    felt = _felt(losses, unsure, since_first, fast=fast, slow=slow, slow_tau=slow_tau)
    parts = iter(_parts_left(bouts, hours, felt, _Fading(clock - clock[:, :1], slow_tau, {})))
    strength = next(parts, None)
    if strength is None:
        return np.zeros((hours.size, fast.size), dtype=np.float32).T
    for part in parts:
        strength *= part
    return np.subtract(1, strength, out=strength).T
