"""The recovery clock: how fast strength comes back, given sleep and protein.

Soreness runs on plain hours: two trials found no effect of sleep on soreness or on the return of strength,
so the clock acts on fatigue only, and only a little.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.model.kinetics import Array
from legrun.scenario.hours import hours_from

__all__ = ["SleepClock", "effective_sleep_h", "protein_factor", "recovery_clock"]

NIGHT_STARTS = value("clock.night_starts")
NIGHT_ENDS = value("clock.night_ends")
SLEEP_FROM_H = value("clock.sleep_from_h")
SLEEP_SLOPE = value("clock.sleep_slope")
SLEEP_FLOOR = value("clock.sleep_floor")
FLOOR = value("clock.floor")
CEILING = value("clock.ceiling")
PROTEIN_HIGH = value("clock.protein_high_g_per_kg")
PROTEIN_LOW = value("clock.protein_low_g_per_kg")
FASTER = value("clock.protein_faster")
SLOWER = value("clock.protein_slower")
DAY_H = 24


@dataclass(frozen=True, eq=False)
class SleepClock:
    """The integral of the recovery rate: an hour is an hour, less what short nights cost each draw.

    Attributes
    ----------
    first_h : float
        Hour of the first knot, from now; one knot an hour. [h]
    pace : float
        Recovery hours of an hour after enough sleep. [-]
    slope : array, shape (draws or 1,)
        Share of the pace that an hour of sleep too little costs in each draw. [1/h]
    short : array, shape (knots,)
        Hours of sleep too little, summed over the hours from each knot to now. [h^2]
    bound : array, shape (some draws,)
        Draws in which a limit of the pace binds.
    readings : array, shape (some draws, knots)
        Recovery hours of those at each knot; 0 now. [h]
    ahead : array, shape (draws, 1), or float
        Factor on the hours to come. [-]
    """

    first_h: float
    pace: float
    slope: Array
    short: Array
    bound: npt.NDArray[np.intp]
    readings: Array
    ahead: Array | float = 1.0

    @property
    def knots(self) -> Array:
        """Hours at which it is known, from now. [h]"""
        return np.arange(self.first_h, self.first_h + self.short.size)

    def at(self, hours: Array) -> Array:
        """Return the clock at some hours from now, shape (draws or 1, hours). [h]"""
        # Hours by draws and then turned, as everything that is worked out of it.
        read: Array = np.multiply.outer(np.interp(hours, self.knots, self.short), self.slope)
        read += hours[:, None]
        read *= self.pace
        if self.bound.size:
            read[:, self.bound] = self._limited_at(hours).T
        if not isinstance(self.ahead, float):
            read = np.where(read > 0, read * self.ahead.T, read)
        return np.asarray(read.T)

    def _limited_at(self, hours: Array) -> Array:
        """Return the clock of the draws in which a limit binds, shape (some draws, hours). [h]"""
        last = self.short.size - 1
        position = np.clip(hours - self.first_h, 0.0, last)
        left = np.minimum(position.astype(np.intp), last - 1)
        weight = position - left
        return np.asarray(self.readings[:, left] * (1 - weight) + self.readings[:, left + 1] * weight)

    def middle(self) -> SleepClock:
        """Return the clock of one draw in place of all: the median at every knot."""
        readings = np.median(self.at(self.knots), axis=0, keepdims=True)
        return SleepClock(self.first_h, self.pace, np.zeros(1), self.short, np.zeros(1, np.intp), readings)


def effective_sleep_h(now: dt.datetime, hours: Array, nights: Mapping[dt.date, float], usual_h: float) -> Array:
    """Return the sleep that counts at each hour: the last night's, changing from 23:00 to 07:00 to the next.

    Parameters
    ----------
    now : datetime.datetime
        Local time at hour 0.
    hours : array, shape (hours,)
        Times from now. [h]
    nights : mapping of date to float
        Sleep by the date a night ends on. [h]
    usual_h : float
        Sleep of every other night. [h]

    Returns
    -------
    array, shape (hours,)
        Sleep in force. [h]

    Examples
    --------
    >>> nights = {dt.date(2026, 3, 4): 5.0}
    >>> effective_sleep_h(dt.datetime(2026, 3, 4, 7), np.array([0.0, 16.0, 20.0, 24.0]), nights, 7.0)
    array([5., 5., 6., 7.])
    >>> effective_sleep_h(dt.datetime(2026, 3, 4, 5), np.array([-3.0, 0.0, 2.0]), nights, 7.0)
    array([6., 5., 5.])
    """
    if not nights:
        return np.full(hours.shape, usual_h)
    midnight = dt.datetime.combine(now.date(), dt.time())
    clock_h = hours + hours_from(midnight, now)
    first, last = int(np.floor(clock_h.min() / DAY_H)), int(np.floor(clock_h.max() / DAY_H)) + 1
    slept = np.array([nights.get(now.date() + dt.timedelta(days=day), usual_h) for day in range(first, last + 1)])
    # Knots: the end of each night, and the start of the next one, at which the night's value still holds.
    days = DAY_H * np.arange(first, last + 1)
    knots = np.add.outer(days, [NIGHT_ENDS, NIGHT_STARTS])
    if now.date() in nights and first <= 0:
        # Who tells of last night is up: it counts in full, however early it is.
        knots[-first, 0] = min(NIGHT_ENDS, hours_from(midnight, now))
    before = nights.get(now.date() + dt.timedelta(days=first - 1), usual_h)
    start = [DAY_H * (first - 1) + NIGHT_STARTS]
    values = np.concatenate([[before], np.repeat(slept, 2)])
    return np.asarray(np.interp(clock_h, np.concatenate([start, knots.ravel()]), values))


def protein_factor(protein_g_per_kg: float | None) -> float:
    """Return the clock factor of daily protein: 1.03 from 1.6 g/kg, 0.98 below 1.2, else 1. [-]

    Examples
    --------
    >>> [protein_factor(p) for p in (None, 1.0, 1.4, 1.8)]
    [1.0, 0.98, 1.0, 1.03]
    """
    if protein_g_per_kg is None:
        return 1.0
    if protein_g_per_kg >= PROTEIN_HIGH:
        return FASTER
    return SLOWER if protein_g_per_kg < PROTEIN_LOW else 1.0


def recovery_clock(
    now: dt.datetime,
    first_h: float,
    last_h: float,
    nights: Mapping[dt.date, float],
    usual_h: float,
    protein_g_per_kg: float | None,
    slope_factor: Array,
) -> SleepClock:
    """Return the recovery clock over a span of hours.

    Parameters
    ----------
    now : datetime.datetime
        Local time at hour 0.
    first_h, last_h : float
        Span that must be covered, from now. [h]
    nights, usual_h, protein_g_per_kg
        As in `effective_sleep_h` and `protein_factor`.
    slope_factor : array, shape (draws,)
        Factor on the effect of sleep in each draw. [-]

    Returns
    -------
    SleepClock
        The clock from its first hour on; the same for every draw when no night was short.

    Notes
    -----
    ``u = integral of rho dt``, ``rho = clip(rho_sleep * rho_protein, 0.8, 1.1)``,
    ``rho_sleep = max(0.85, 1 - 0.03 f max(0, 7 - sleep))``. The slope is our judgement: Dattilo 2020 and
    Ribeiro 2025 found none.

    Examples
    --------
    One night of four hours:

    >>> nights = {dt.date(2026, 3, 5): 4.0}
    >>> clock = recovery_clock(dt.datetime(2026, 3, 4, 7), 0, 48, nights, 7.5, None, np.ones(1))
    >>> clock.at(np.array([24.0, 48.0])).round(1)
    array([[23.7, 45.9]])
    """
    start = float(np.floor(min(first_h, 0.0)))
    knots = np.arange(start, np.ceil(max(last_h, 1.0)) + 1)
    protein, none, nobody = protein_factor(protein_g_per_kg), np.zeros(1), np.zeros(0, dtype=np.intp)
    even = SleepClock(start, min(max(protein, FLOOR), CEILING), none, np.zeros(knots.size), nobody, none[:0, None])
    if min([usual_h, *nights.values()]) >= SLEEP_FROM_H:
        return even
    short = np.maximum(0.0, SLEEP_FROM_H - effective_sleep_h(now, knots, nights, usual_h))
    if not short.any():
        return even
    slope = SLEEP_SLOPE * slope_factor
    # As long as no limit binds, what is lost is in proportion to the hours short: no sum over the hours of every draw.
    lost, now_at = np.concatenate([[0.0], np.cumsum((short[1:] + short[:-1]) / 2)]), int(-start)
    slowest, fastest = 1 - slope * short.max(), 1 - slope * short.min()
    bound = np.flatnonzero((slowest < SLEEP_FLOOR) | (slowest * protein < FLOOR) | (fastest * protein > CEILING))
    limited = _limited(slope[bound, None] * short, protein, now_at)
    return SleepClock(start, protein, slope, lost[now_at] - lost, bound, limited)


def _limited(lost: Array, protein: float, now_at: int) -> Array:
    """Return the readings of draws in which a limit binds at some hours, shape (draws, knots); 0 at `now_at`. [h]

    `lost` is the part of the pace that sleep would cost at each knot without limits. [-]
    """
    pace = np.clip(np.maximum(SLEEP_FLOOR, 1 - lost) * protein, FLOOR, CEILING)
    readings = np.zeros_like(pace)
    np.cumsum((pace[:, 1:] + pace[:, :-1]) / 2, axis=1, out=readings[:, 1:])
    return np.asarray(readings - readings[:, [now_at]])
