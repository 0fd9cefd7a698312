"""How soreness runs its course after a session, on plain hours: closed forms only.

Every session becomes a `Bout`: waves of soreness, and losses of strength, for which see `legrun.model.strength`. Bouts
combine as sums of doses and as products of strength, so their order does not matter.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.model.bout import Bout
from legrun.scenario import Habits

__all__ = [
    "Array",
    "Draws",
    "active_dose",
    "eased",
    "felt_sd",
    "gamma",
    "habit_factor",
    "soreness_from",
]

Array = npt.NDArray[np.float64]
# Draws along hours: half the memory and half the time, and an error of a millionth, far below what is shown.
Draws = npt.NDArray[np.float32]

SORENESS_GAIN = value("leg_soreness.gain")
RELIEF = value("habits.relief")
RELIEF_TAU_H = value("habits.relief_tau_h")
# From an hour until a session that has just ended is felt most. [h]
SOON_H = np.linspace(0.0, value("leg_soreness.peak_h"), 3)


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


def active_dose(
    bouts: Sequence[Bout], hours: Array, *, time_scale: float = 1.0, weights: Sequence[float] | None = None
) -> Array:
    """Return the dose that is felt at each hour, of all bouts together.

    Parameters
    ----------
    bouts : sequence of Bout
        Sessions.
    hours : array, shape (hours,)
        Times from now. [h]
    time_scale : float
        Factor on the times to the peaks. [-]
    weights : sequence of float, optional
        Factor on the dose of each bout; 1 unless given. [-]

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
        (each.start_h, each.end_h, wave.dose * weight, wave.peak_h, wave.exponent, wave.head_start_h)
        for each, weight in zip(bouts, weights or [1.0] * len(bouts), strict=True)
        for wave in each.waves
    ]
    start_h, end_h, dose, peak_h, exponent, head_start_h = np.array(rows, dtype=float).reshape(-1, 6).T[:, :, None]
    since = hours - end_h
    done = np.clip(1 + since / (end_h - start_h), 0.0, 1.0)
    x = (np.maximum(since, 0.0) + head_start_h) / (peak_h * time_scale)
    return np.asarray((dose * done * gamma(x, exponent)).sum(axis=0))


def felt_sd(bouts: Sequence[Bout], hour: float) -> float:
    """Return the spread of the log of the dose that is felt from an hour on, where it was estimated. [-]

    Estimates of one person err alike, so that of several bouts it is the mean, each as much as it is felt.

    Examples
    --------
    >>> from legrun.model.bout import Wave
    >>> guessed, known = (Bout(-13.0, -12.0, (Wave(1.0, 24.0, 1.5),), (), sd) for sd in (0.4, 0.0))
    >>> felt_sd([guessed], 0.0), round(felt_sd([guessed, known], 0.0), 2), felt_sd([known], 0.0)
    (0.4, 0.2, 0.0)
    """
    begun = [each for each in bouts if each.start_h <= hour and each.waves]
    if not any(each.log_sd for each in begun):
        return 0.0
    hours = hour + SOON_H
    felt = active_dose(begun, hours).sum()
    unsure = active_dose(begun, hours, weights=[each.log_sd for each in begun]).sum()
    return float(unsure / felt) if felt else 0.0


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
    exponent = active.astype(np.float32)[:, None] * (-SORENESS_GAIN * amplitude).astype(np.float32)
    soreness: Draws = np.exp(exponent, out=exponent).T
    soreness *= -10 * habit
    soreness += 10 * habit
    return soreness
