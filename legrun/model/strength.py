"""How strength is lost and returns: losses fade exponentially on the recovery clock, and bouts combine as products."""

from __future__ import annotations

import functools
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


def _outer(rows: Array, columns: Array, out: Draws | None = None) -> Draws:
    """Return the products of two vectors, the draws of each hour next to one another: quantiles sort along them."""
    return np.multiply(_single(rows)[:, None], _single(columns), out=out, order="F")


@functools.lru_cache(maxsize=16)
def _faded_evenly(rates_bytes: bytes, times_bytes: bytes) -> Draws:
    """Return ``exp(rates times)`` for evenly spaced hours; the draws and the hours ahead are mostly the same ones."""
    rates, times = (np.frombuffer(each, dtype=np.float32) for each in (rates_bytes, times_bytes))
    within, blocks = (np.exp(some[:, None] * rates) for some in (times[:BLOCK], times[::BLOCK]))
    faded = (blocks[:, None] * within).reshape(-1, rates.size)[: times.size].T
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
class _Elapsed:
    """What the recovery clock shows at each hour, beyond the first.

    Attributes
    ----------
    exact : array, shape (draws or 1, hours)
        The clock. [h]
    """

    exact: Array

    @functools.cached_property
    def hours(self) -> Draws:
        """The clock as singles."""
        return _single(self.exact)

    @functools.cached_property
    def even(self) -> bool:
        """Whether they are the same in every draw, many and evenly spaced."""
        if len(self.exact) > 1 or self.exact.size <= BLOCK:
            return False
        steps = np.diff(self.exact[0])
        return bool(steps.max() - steps.min() < EVEN_H)


@dataclass(frozen=True, eq=False)
class _Kind:
    """Losses that fade alike.

    Attributes
    ----------
    tau_h : float
        Their time constant in most people. [h]
    rate : array, shape (draws or 1,)
        Inverse of it in each draw. [1/h]
    elapsed : _Elapsed
        The recovery clock.
    """

    tau_h: float
    rate: Array
    elapsed: _Elapsed

    @functools.cached_property
    def fading(self) -> Draws:
        """Fraction of the loss remaining at each hour, relative to the first, shape (draws or 1, hours).

        An evenly spaced hour is the first of a block and some steps more, so that a few exponentials make all of them.
        """
        rates, hours = _single(-self.rate), self.elapsed.hours
        if rates.size > 1 and self.elapsed.even:
            return _faded_evenly(rates.tobytes(), hours.tobytes())
        faded = np.multiply(rates[:, None], hours, order="F")
        return np.exp(faded, out=faded)


@dataclass(frozen=True, eq=False)
class _Felt:
    """A loss that is felt.

    Attributes
    ----------
    kind : _Kind
        How it fades.
    size, at_first : array, shape (draws,)
        How large it is at the end of its bout, and at the first hour: had it always faded, where it ends later. [0-1]
    most : float
        The most of `at_first`. [0-1]
    """

    kind: _Kind
    size: Array
    at_first: Array
    most: float

    def over(self) -> int:
        """Return from which hour on a single cannot tell the loss from nothing beside 1."""
        return int(np.count_nonzero(self.kind.fading.max(axis=0) * self.most >= UNSEEN))

    def along(self, hours: slice, out: Draws | None = None) -> Draws:
        """Return the loss at some hours, as if it had always faded."""
        return np.multiply(self.kind.fading[:, hours], _single(self.at_first)[:, None], out=out, order="F")


def _kinds(losses: Sequence[tuple[int, Loss]], slow_tau: Array, elapsed: Array) -> dict[Rate, _Kind]:
    """Return the kinds of losses there are; the time constant of the fast ones is one and the same for everybody."""
    factors, shared = {"fast": np.ones(1), "slow": slow_tau}, _Elapsed(elapsed)
    rates = {loss.rate for _, loss in losses}
    return {(tau_h, pace): _Kind(tau_h, 1 / (tau_h * factors[pace]), shared) for tau_h, pace in rates}


def _felt(
    losses: Sequence[tuple[int, Loss]], kinds: dict[Rate, _Kind], factors: dict[str, Array], ended: Array
) -> dict[int, list[_Felt]]:
    """Return the losses, not negligible, of each bout by its index, the longest first; `ended` as `_Elapsed` counts."""
    felt: dict[int, list[_Felt]] = {}
    for pace, factor in factors.items():
        alike = [(index, loss) for index, loss in losses if loss.pace == pace]
        if not alike:
            continue
        size = np.minimum(_column(loss.size for _, loss in alike) * factor, _column(loss.cap for _, loss in alike))
        own = [kinds[loss.rate] for _, loss in alike]
        when = ended[:, [index for index, _ in alike]].T
        at_first = size * np.exp(np.stack([kind.rate for kind in own]) * when)
        most = at_first.max(axis=1)
        for row in np.flatnonzero(most >= NEGLIGIBLE):
            one = _Felt(own[row], size[row], at_first[row], float(most[row]))
            felt.setdefault(alike[row][0], []).append(one)
    return {index: sorted(each, key=lambda one: one.kind.tau_h, reverse=True) for index, each in felt.items()}


def _column(values: Iterable[float]) -> Array:
    return np.array(list(values))[:, None]


def _lost(felt: Sequence[_Felt], first: int, ramp: Array, scratch: Draws) -> Draws:
    """Return what a bout takes from its first hour on: it grows along `ramp` until the bout ends, and then fades."""
    longest, *others = felt
    lost = longest.along(slice(first, None), out=scratch[:, first:])
    for other in others:
        span = slice(first, other.over())
        scratch[:, span] += other.along(span)
    if ramp.size:
        _outer(np.sum([one.size for one in felt], axis=0), ramp, out=lost[:, : ramp.size])
    most = sum(one.most for one in felt)
    return np.minimum(lost, FATIGUE_CAP, out=lost) if most > FATIGUE_CAP else lost


def _multiplied_out(sizes: Sequence[Array]) -> list[Draws]:
    """Return the product of 1 - size x over some sizes as a polynomial in x: its coefficients, but for the leading 1.

    Powers whose coefficient a single cannot tell from nothing beside 1 are left out.
    """
    coefficients: list[Array] = []
    for size in sizes:
        coefficients = [
            same - size * lower
            for same, lower in zip([*coefficients, np.zeros(1)], [np.ones(1), *coefficients], strict=True)
        ]
        if np.abs(coefficients[-1]).max() < UNSEEN:
            coefficients.pop()
    return [_single(coefficient)[:, None] for coefficient in coefficients]


def _wear(strength: Draws, sizes: Sequence[Array], fading: Draws, scratch: Draws) -> None:
    """Take losses that fade alike off the strength: Horner's scheme, two steps a power instead of four a loss."""
    *lower, highest = _multiplied_out(sizes)
    np.multiply(fading, highest, out=scratch)
    for coefficient in reversed(lower):
        scratch += coefficient
        scratch *= fading
    scratch += 1
    strength *= scratch


def combined_fatigue(
    bouts: Sequence[Bout],
    hours: Array,
    clock: Array,
    ends: Array,
    *,
    fast: Array,
    slow: Array,
    slow_tau: Array,
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
    strength = np.ones((fast.size, hours.size), dtype=np.float32, order="F")
    scratch = np.empty_like(strength)
    begun = _begun(bouts, hours)
    losses = [(index, loss) for index, _, _ in begun for loss in bouts[index].losses]
    kinds = _kinds(losses, slow_tau, clock - clock[:, :1])
    felt = _felt(losses, kinds, {"fast": fast, "slow": slow}, ends - clock[:, :1])
    alike: dict[_Kind, list[Array]] = {}
    for index, first, ended in begun:
        own = felt.get(index, [])
        if ended == 0 and len(own) == 1:
            alike.setdefault(own[0].kind, []).append(own[0].at_first)
        elif own:
            # Before it starts a bout does nothing.
            lost = _lost(own, first, _ramp(bouts[index], hours[first:ended]), scratch)
            strength[:, first:] *= np.subtract(1, lost, out=lost)
    for kind, sizes in alike.items():
        _wear(strength, sizes, kind.fading, scratch)
    return np.subtract(1, strength, out=strength)
