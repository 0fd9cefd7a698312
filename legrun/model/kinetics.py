"""How soreness and strength loss run their course after a session: closed forms only.

Every session becomes a `Bout`: waves of soreness, which run on plain hours, and losses of strength, which
run on the recovery clock. Bouts combine as products, so their order does not matter.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.model.bout import FATIGUE_CAP, Bout, Loss
from legrun.scenario import Habits

__all__ = [
    "Array",
    "Draws",
    "active_dose",
    "combined_fatigue",
    "eased",
    "gamma",
    "habit_factor",
    "soreness_from",
]

Array = npt.NDArray[np.float64]
# Draws along hours: half the memory and half the time, and an error of a millionth, far below what is shown.
Draws = npt.NDArray[np.float32]
Rate = tuple[float, str]

SORENESS_GAIN = value("leg_soreness.gain")
NEGLIGIBLE = value("leg_fatigue.negligible")
UNSEEN = float(np.finfo(np.float32).eps)
# Hours whose steps differ by less are evenly spaced: far more than a rounding error, and far too little to be seen.
EVEN_H = float(np.sqrt(np.finfo(float).eps))
# Hours of a day, where they are whole.
BLOCK = 24
RELIEF = value("habits.relief")
RELIEF_TAU_H = value("habits.relief_tau_h")


def gamma(x: Array, exponent: float | Array) -> Array:
    """Return the wave ``x^k exp(k (1 - x))``: 0 at 0, 1 at its peak x = 1.

    Examples
    --------
    >>> gamma(np.array([0.0, 1.0, 58 / 34]), 1.5).round(2)
    array([0.  , 1.  , 0.77])
    """
    return x**exponent * np.exp(exponent * (1 - x))


def eased(soreness: float, hours_since: float) -> float:
    """Return the soreness felt after easy movement: relief for about an hour, nothing that lasts.

    Parameters
    ----------
    soreness : float
        Soreness without it. [0-10]
    hours_since : float
        Hours since the movement ended. [h]

    Returns
    -------
    float
        Soreness felt. [0-10]

    Notes
    -----
    ``S (1 - 0.25 exp(-dt / 0.75 h))``, after Zainuddin 2006 (10.1139/H05-010); shown, never carried forward:
    no trial found that an easy run speeds recovery.

    Examples
    --------
    >>> [round(eased(4.0, h), 1) for h in (0, 1, 4)]
    [3.0, 3.7, 4.0]
    """
    return soreness * (1 - RELIEF * math.exp(-hours_since / RELIEF_TAU_H))


def habit_factor(habits: Habits) -> float:
    """Return the factor that habits put on soreness, together never below 0.8. [-]

    Examples
    --------
    >>> habit_factor(Habits(massage=True, cold_water=True, compression=True))
    0.8
    """
    factor = 1.0
    for name in ("foam_rolling", "compression", "massage", "cold_water"):
        if getattr(habits, name):
            factor *= value(f"habits.{name}")
    return max(factor, value("habits.floor"))


def _single(values: Array) -> Draws:
    return values.astype(np.float32)


def _exp(values: Draws) -> Draws:
    return np.exp(values, out=values)


def _outer(rows: Array, columns: Array, out: Draws | None = None) -> Draws:
    """Return the products of two vectors, the draws of each hour next to one another: quantiles sort along them."""
    return np.multiply(_single(rows)[:, None], _single(columns), out=out, order="F")


def _even(hours: Array) -> bool:
    """Return whether hours are evenly spaced."""
    steps = hours[1:] - hours[:-1]
    return bool(steps.max() - steps.min() < EVEN_H)


def _faded(rate: Array, elapsed: Array) -> Draws:
    """Return ``exp(-rate elapsed)`` for some hours or, shape (draws, hours), for those of each draw; the first is 0.

    An evenly spaced hour is the first of a block and some steps more, so that a few exponentials make all of them.
    """
    times, rates = _single(elapsed), _single(-rate)
    if len(elapsed) > 1 or rate.size == 1 or times.size <= BLOCK or not _even(elapsed[0]):
        return _exp(np.multiply(rates[:, None], times, order="F"))
    return _faded_evenly(rates.tobytes(), times.tobytes())


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


def active_dose(bouts: Sequence[Bout], hours: Array, *, time_scale: float = 1.0) -> Array:
    """Return the dose that is felt at each hour, of all bouts together.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    hours : array, shape (hours,)
        Times from now. [h]
    time_scale : float
        Factor on the times to the peaks. [-]

    Returns
    -------
    array, shape (hours,)
        Sum of ``D x^k exp(k (1 - x))`` over all waves, x = (u + u0) / (peak q), u the hours since the end of the
        session; until then it grows in proportion to what has been done. [-]

    Examples
    --------
    >>> from legrun.model.bout import Wave
    >>> one = Bout(-25.0, -24.0, (Wave(1.0, 24.0, 1.5),), ())
    >>> active_dose([one], np.array([-24.0, 0.0, 24.0])).round(2)
    array([0.  , 1.  , 0.63])
    """
    rows = [
        (each.start_h, each.end_h, wave.dose, wave.peak_h, wave.exponent, wave.head_start_h)
        for each in bouts
        for wave in each.waves
    ]
    start_h, end_h, dose, peak_h, exponent, head_start_h = np.array(rows, dtype=float).reshape(-1, 6).T[:, :, None]
    since = hours - end_h
    done = np.clip(1 + since / (end_h - start_h), 0.0, 1.0)
    x = (np.maximum(since, 0.0) + head_start_h) / (peak_h * time_scale)
    return np.asarray((dose * done * gamma(x, exponent)).sum(axis=0))


def soreness_from(active: Array, amplitude: Array, *, habit: float = 1.0) -> Draws:
    """Return the soreness that an active dose makes in each draw.

    Parameters
    ----------
    active : array, shape (hours,)
        The active dose. [-]
    amplitude : array, shape (draws,)
        Factor on the dose in each draw. [-]
    habit : float
        Factor of habits on soreness. [-]

    Returns
    -------
    array of float32, shape (draws, hours)
        ``S = 10 (1 - exp(-0.6 m L))``. [0-10]

    Examples
    --------
    >>> soreness_from(np.array([1.0]), np.ones(1)).round(2)
    array([[4.51]], dtype=float32)
    """
    # Hours by draws and then turned, so that the draws of an hour lie next to one another: quantiles sort along them.
    soreness = _exp(np.einsum("h,d->hd", _single(active), _single(-SORENESS_GAIN * amplitude))).T
    soreness *= -10 * habit
    soreness += 10 * habit
    return soreness


@dataclass(frozen=True, eq=False)
class _Kind:
    """Losses that fade alike.

    Attributes
    ----------
    rate : array, shape (draws or 1,)
        Inverse of their time constant. [1/h]
    clock : array, shape (draws or 1, hours)
        The recovery clock. [h]
    """

    rate: Array
    clock: Array

    @functools.cached_property
    def fading(self) -> Draws:
        """Fraction of the loss remaining at each hour, relative to the first."""
        return _faded(self.rate, self.clock - self.clock[:, :1])


@dataclass(frozen=True, eq=False)
class _Felt:
    """A loss that is felt.

    Attributes
    ----------
    kind : _Kind
        How it fades.
    size, at_first : array, shape (draws,)
        How large it is at the end of its bout, and at the first hour: had it always faded, where it ends later. [0-1]
    """

    kind: _Kind
    size: Array
    at_first: Array

    def over(self) -> int:
        """Return from which hour on a single cannot tell the loss from nothing beside 1."""
        return int(np.count_nonzero(self.kind.fading.max(axis=0) * self.at_first.max() >= UNSEEN))

    def along(self, hours: slice, out: Draws | None = None) -> Draws:
        """Return the loss at some hours, as if it had always faded."""
        return np.multiply(self.kind.fading[:, hours], _single(self.at_first)[:, None], out=out, order="F")


def _kinds(bouts: Sequence[Bout], slow_tau: Array, clock: Array) -> dict[Rate, _Kind]:
    """Return the kinds of losses there are; the time constant of the fast ones is one and the same for everybody."""
    rates = {loss.rate for each in bouts for loss in each.losses}
    factors = {"fast": np.ones(1), "slow": slow_tau}
    return {(tau_h, pace): _Kind(1 / (tau_h * factors[pace]), clock) for tau_h, pace in rates}


def _felt(losses: Sequence[Loss], kinds: dict[Rate, _Kind], factors: dict[str, Array], end: Array) -> list[_Felt]:
    """Return the losses, not negligible, of a bout that ends when the clock shows `end`: the longest first."""
    felt = []
    for loss in sorted(losses, key=lambda loss: loss.tau_h, reverse=True):
        kind = kinds[loss.rate]
        size = np.minimum(loss.size * factors[loss.pace], loss.cap)
        at_first = size * np.exp(kind.rate * (end - kind.clock[:, 0]))
        if at_first.max() >= NEGLIGIBLE:
            felt.append(_Felt(kind, size, at_first))
    return felt


def _lost(felt: Sequence[_Felt], first: int, ramp: Array, scratch: Draws) -> Draws:
    """Return what a bout takes from its first hour on: it grows along `ramp` until the bout ends, and then fades."""
    longest, *others = felt
    lost = longest.along(slice(first, None), out=scratch[:, first:])
    for other in others:
        span = slice(first, other.over())
        scratch[:, span] += other.along(span)
    if ramp.size:
        _outer(np.sum([one.size for one in felt], axis=0), ramp, out=lost[:, : ramp.size])
    most = sum(float(one.at_first.max()) for one in felt)
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
    kinds, factors = _kinds(bouts, slow_tau, clock), {"fast": fast, "slow": slow}
    alike: dict[_Kind, list[Array]] = {}
    for index, first, ended in _begun(bouts, hours):
        each = bouts[index]
        felt = _felt(each.losses, kinds, factors, ends[:, index])
        if ended == 0 and len(felt) == 1:
            alike.setdefault(felt[0].kind, []).append(felt[0].at_first)
        elif felt:
            # Before it starts a bout does nothing.
            lost = _lost(felt, first, _ramp(each, hours[first:ended]), scratch)
            strength[:, first:] *= np.subtract(1, lost, out=lost)
    for kind, sizes in alike.items():
        _wear(strength, sizes, kind.fading, scratch)
    return np.subtract(1, strength, out=strength)
