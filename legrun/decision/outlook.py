"""The verdicts of the week ahead: how likely each is, when a better one is reached, whether it gets worse first."""

from __future__ import annotations

import datetime as dt
import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from legrun.decision.gates import Gate, gate_caps, verdict_codes
from legrun.evidence import value
from legrun.forecast.projection import Course, Projection
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS, Codes, Verdict

__all__ = ["Outlook", "Window", "Worsening", "first_held", "outlook", "window", "window_of"]

L = TypeVar("L", np.bool_, np.int8)
HOLD_H = value("windows.hold_h")
WORSENING_H = value("windows.worsening_h")


@dataclass(frozen=True)
class Window:
    """When a better verdict is likely reached and then lasts for 12 h.

    Attributes
    ----------
    verdict : str
        The verdict.
    likely, earliest, latest : datetime.datetime or None
        Median and 80 % range over the draws; None when not within the week.
    """

    verdict: Verdict
    likely: dt.datetime | None
    earliest: dt.datetime | None
    latest: dt.datetime | None


@dataclass(frozen=True)
class Worsening:
    """A lower verdict that is likely within the day.

    Attributes
    ----------
    verdict : str
        The verdict.
    time : datetime.datetime
        When it is reached.
    sorer : bool
        Whether soreness has risen by then.
    planned : bool
        Whether a session is planned until then, so that it may be its doing.
    """

    verdict: Verdict
    time: dt.datetime
    sorer: bool
    planned: bool = False


@dataclass(frozen=True)
class Outlook:
    """The verdicts of the week ahead.

    Attributes
    ----------
    now : datetime.datetime
        Local time at hour 0.
    hours : array, shape (hours,)
        Times from now, evenly spaced. [h]
    codes : array of int, shape (draws, hours)
        The verdict of each draw, gates included, as an index into `VERDICTS`.
    path : array of int, shape (hours,)
        The verdict of the medians.
    soreness : array, shape (hours,)
        Median soreness. [0-10]
    """

    now: dt.datetime
    hours: Array
    codes: Codes
    path: Codes
    soreness: Array

    def chances(self) -> Array:
        """Return the share of the draws in each verdict, shape (verdicts, hours). [0-1]"""
        return np.stack([(self.codes == code).mean(axis=0) for code in range(len(VERDICTS))])

    @functools.cached_property
    def _lasting(self) -> Codes:
        """The lowest verdict of each hour and the 12 h after it, the same from whichever hour the week is looked at."""
        return _lasting(self.hours, self.codes)

    def windows(self, present: int, hour: float = 0.0) -> tuple[Window, ...]:
        """Return when each verdict better than `present` is first reached from an hour on and then holds for 12 h.

        Median and 80 % range over the draws, gates included.
        """
        later = slice(int(self.hours.searchsorted(hour)), None)
        hours = self.hours[later]
        if hours.size < 2:
            return ()
        lasting = self._lasting[:, later]
        first = ((code, _first(hours, lasting >= code)) for code in range(present + 1, len(VERDICTS)))
        return tuple(window_of(self.now, each, VERDICTS[code]) for code, each in first)

    def worsening(self, present: int, hour: float = 0.0) -> Worsening | None:
        """Return the lowest verdict of the median path within a day of an hour, where it is below `present`."""
        now = int(self.hours.searchsorted(hour))
        soon = self.path[now:][self.hours[now:] <= self.hours[now : now + 1] + WORSENING_H]
        if not soon.size or soon.min() >= present:
            return None
        first = now + int(np.argmax(soon == soon.min()))
        sorer = bool(self.soreness[first] > self.soreness[now])
        return Worsening(VERDICTS[self.path[first]], self.now + dt.timedelta(hours=float(self.hours[first])), sorer)


def first_held(hours: Array, reached: npt.NDArray[np.bool_]) -> Array:
    """Return when each draw first reaches something and then holds it for 12 h; infinite where it never does. [h]

    Parameters
    ----------
    hours : array, shape (hours,)
        Times from now, evenly spaced, at least two. [h]
    reached : array of bool, shape (draws, hours)
        Whether it is reached.
    """
    return _first(hours, _lasting(hours, reached))


def _lasting(hours: Array, levels: npt.NDArray[L]) -> npt.NDArray[L]:
    """Return the least level of each hour and the 12 h after it, shape (draws, hours), a draw's hours side by side."""
    least, span, steps = levels, 0, round(HOLD_H / float(hours[1] - hours[0]))
    while span < steps:
        # What holds now and again `step` later holds in between too; past the end everything does.
        step = min(span + 1, steps - span, hours.size)
        later, least = least[:, step:], least.copy(order="K")
        soon = least[:, : hours.size - step]
        np.minimum(soon, later, out=soon)
        span += step
    return np.ascontiguousarray(least)


def _first(hours: Array, held: npt.NDArray[np.bool_]) -> Array:
    """Return the first hour at which each draw holds; infinite where it never does. [h]"""
    first = held.argmax(axis=1)
    return np.where(held[np.arange(len(held)), first], hours[first], np.inf)


def window(now: dt.datetime, hours: Array, reached: npt.NDArray[np.bool_], verdict: Verdict) -> Window:
    """Return when a verdict is first reached and then holds for 12 h: median and 80 % range over the draws.

    Parameters
    ----------
    now : datetime.datetime
        Local time at hour 0.
    hours : array, shape (hours,)
        Times from now, evenly spaced, at least two. [h]
    reached : array of bool, shape (draws, hours)
        Whether the verdict is at least this one.
    verdict : str
        The verdict looked for.
    """
    return window_of(now, first_held(hours, reached), verdict)


def window_of(now: dt.datetime, first: Array, verdict: Verdict) -> Window:
    """Return the window of a verdict from the hour at which each draw first holds it. [h]"""
    # The inverse of the empirical distribution: the least hour by which so many draws hold it.
    ranks = [math.ceil(share * first.size) - 1 for share in (0.5, 0.1, 0.9)]
    hours = np.sort(first)[ranks].tolist()
    times = [now + dt.timedelta(hours=hour) if math.isfinite(hour) else None for hour in hours]
    return Window(verdict, *times)


def outlook(now: dt.datetime, week: Course, bands: Projection, gates: Sequence[Gate]) -> Outlook:
    """Return the verdicts of the week ahead, of every draw and of the medians."""
    caps = gate_caps(gates, week.hours)
    codes = verdict_codes(week.score, week.counted, week.fatigue, caps)
    soreness = bands.soreness.median
    path = verdict_codes(bands.recovery.median, week.sparing.counted(soreness), bands.fatigue_pct.median / 100, caps)
    return Outlook(now, week.hours, codes, path, soreness)
