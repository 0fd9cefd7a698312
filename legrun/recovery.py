"""How soreness and strength loss run their course after a session: closed forms only.

Every session becomes a `Bout`: waves of soreness, which run on plain hours, and losses of strength, which
run on the recovery clock. Bouts combine as products, so their order does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from legrun.bout import FATIGUE_CAP, Bout
from legrun.evidence import value
from legrun.scenario import Habits

__all__ = [
    "Array",
    "Draws",
    "combined_fatigue",
    "combined_soreness",
    "eased",
    "gamma",
    "habit_factor",
]

Array = npt.NDArray[np.float64]
# Draws along hours: half the memory and half the time, and an error of a millionth, far below what is shown.
Draws = npt.NDArray[np.float32]

SORENESS_GAIN = value("leg_soreness.gain")
NEGLIGIBLE = value("leg_fatigue.negligible")
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


def _outer(rows: Array, columns: Array) -> Draws:
    """Return the products of two vectors, the draws of each hour next to one another: quantiles sort along them."""
    return np.multiply.outer(_single(columns), _single(rows)).T


def _ramp(bout: Bout, hours: Array) -> Array:
    """Return how much of a bout has been done at each hour: 0 before it, rising to 1 at its end."""
    return np.clip((hours - bout.start_h) / (bout.end_h - bout.start_h), 0.0, 1.0)


def combined_soreness(
    bouts: Sequence[Bout], hours: Array, amplitudes: Sequence[Array], time_scale: Array, *, habit: float = 1.0
) -> Draws:
    """Return the soreness of all bouts together.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    hours : array, shape (hours,)
        Times from now, ascending. [h]
    amplitudes : sequence of array, shape (draws,)
        For each bout, the factor on its dose in each draw. [-]
    time_scale : array, shape (draws,)
        Factor on the time scale in each draw. [-]
    habit : float
        Factor of habits on soreness. [-]

    Returns
    -------
    array of float32, shape (draws, hours)
        Soreness. [0-10]

    Notes
    -----
    One wave is ``10 (1 - exp(-0.6 D m)) x^k exp(k (1 - x))`` with x = (u + u0) / (peak q); several combine
    as ``10 (1 - prod(1 - s/10))``. ``exp(-k x)`` splits into a factor of the hour and one of the session,
    so that one exponential per time scale serves every session.

    Examples
    --------
    >>> from legrun.bout import Wave
    >>> one = Bout(-25.0, -24.0, (Wave(1.0, 34.0, 1.5),), ())
    >>> combined_soreness([one], np.array([0.0]), [np.ones(1)], np.ones(1)).round(2)
    array([[4.16]], dtype=float32)
    """
    calm = np.ones((time_scale.size, hours.size), dtype=np.float32, order="F")
    shared: dict[tuple[float, float], tuple[Array, Array, Draws]] = {}
    for each, amplitude in zip(bouts, amplitudes, strict=True):
        # Before it starts a bout does nothing.
        first, ended = np.searchsorted(hours, [each.start_h, each.end_h])
        later, running = hours[first:], slice(0, ended - first)
        for wave in each.waves if later.size else ():
            k, key = wave.exponent, (wave.peak_h, wave.exponent)
            if key not in shared:
                rate = k / wave.peak_h / time_scale
                # From the first hour on: weeks before now, exp(-rate * hours) would be too large for a single.
                shared[key] = rate, k + k * np.log(rate / k), _exp(_outer(-rate, hours - hours[0]))
            rate, log_scale, fading = shared[key]
            size = -np.expm1(-SORENESS_GAIN * wave.dose * amplitude)
            size *= np.exp(log_scale + rate * (each.end_h - hours[0] - wave.head_start_h))
            since = later - each.end_h + wave.head_start_h
            if ended == first:
                sore = _outer(size, -(since**k))
            else:
                # Until the session ends its own clock stands still, while exp(-rate * hours) already runs.
                sore = _outer(size, -_ramp(each, later) * np.maximum(since, wave.head_start_h) ** k)
                sore[:, running] *= _exp(_outer(rate, later[running] - each.end_h))
            sore *= fading[:, first:]
            sore += 1
            calm[:, first:] *= sore
    calm *= -10 * habit
    calm += 10 * habit
    return calm


def combined_fatigue(
    bouts: Sequence[Bout],
    hours: Array,
    clock: Array,
    ends: Array,
    *,
    fast: Array,
    slow: Sequence[Array],
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
    slow : sequence of array, shape (draws,)
        For each bout, the factor on its slow losses in each draw. [-]
    slow_tau : array, shape (draws,)
        Factor on the slow times in each draw. [-]

    Returns
    -------
    array of float32, shape (draws, hours)
        Fraction of strength lost. [0-1]
    """
    strength = np.ones((fast.size, hours.size), dtype=np.float32, order="F")
    whole, added = np.empty_like(strength), np.empty_like(strength)
    fading: dict[tuple[float, str], Draws] = {}
    for each, end, slow_amplitude in zip(bouts, ends.T[:, :, None], slow, strict=True):
        # Before it starts a bout does nothing.
        first, ended = np.searchsorted(hours, [each.start_h, each.end_h])
        lost, part, running = whole[:, first:], added[:, first:], slice(0, ended - first)
        most, any_lost = 0.0, False
        for loss in each.losses if lost.size else ():
            tau = (slow_tau * loss.tau_h)[:, None] if loss.pace == "slow" else np.full((1, 1), loss.tau_h)
            amplitude = slow_amplitude if loss.pace == "slow" else fast
            size = np.minimum(loss.size * amplitude, loss.cap)[:, None]
            most += float(size.max())
            size = size * np.exp((end - clock[:, :1]) / tau)
            if float(size.max()) < NEGLIGIBLE:
                continue
            key = (loss.tau_h, loss.pace)
            if key not in fading:
                fading[key] = _exp(np.multiply(_single(1 / tau), _single(clock[:, :1] - clock), order="F"))
            into = part if any_lost else lost
            np.multiply(fading[key][:, first:], _single(size), out=into)
            if ended > first:
                # As in `combined_soreness`: the loss starts to fade at the session's end.
                still = _single(clock[:, first:ended] - end)
                into[:, running] *= _exp(np.multiply(_single(1 / tau), still, order="F"))
            if any_lost:
                lost += part
            any_lost = True
        if not any_lost:
            continue
        if ended > first:
            lost[:, running] *= _single(_ramp(each, hours[first:ended]))
        if most > FATIGUE_CAP:
            np.minimum(lost, FATIGUE_CAP, out=lost)
        strength[:, first:] *= np.subtract(1, lost, out=lost)
    return np.subtract(1, strength, out=strength)
