"""The difference that matters between scenarios, in one sentence with its range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from legrun.compare.differences import LETTERS, NONE, Difference, find_differences
from legrun.compare.outcomes import COMPARED, Outcome, points_between
from legrun.evidence import value
from legrun.forecast.projection import Spread
from legrun.model.kinetics import Array
from legrun.model.readiness import Verdict
from legrun.scenario.hours import hours_from
from legrun.scenario.names import VERDICT_NAMES, VERDICT_PHRASES
from legrun.wording.rounding import capitalised, halves, signed

__all__ = ["difference_sentence"]

LEAST_H = value("compare.least_h")
LEAST_POINTS = value("compare.least_points")
# From here on hours are said as days.
DAYS_FROM_H = 48
# The least that a window moves to beyond the week is said from here on: less tells nothing.
WORTH_SAYING_H = 12


@dataclass(frozen=True)
class Shift:
    """By how much a window lies later in one scenario than in another.

    Attributes
    ----------
    verdict : str
        The verdict whose window it is.
    median : float
        Between the times at which it is likely, as they are shown elsewhere. [h]
    low, high : float
        80 % range of the draws, each compared with itself, wide enough to hold the median. [h]
    clear : bool
        Whether it is large enough to say, and the range on one side of none.
    """

    verdict: Verdict
    median: float
    low: float
    high: float
    clear: bool


@dataclass(frozen=True)
class Apart:
    """How far another scenario is from the first: a window, and recovery at two times.

    Attributes
    ----------
    shift : Shift or None
        Of the boldest verdict that clearly moves; None where nothing is reached within the week.
    points : dict of str to Spread
        Points of recovery, by when. [points]
    """

    one: Outcome
    other: Outcome
    letter: str
    shift: Shift | None
    points: dict[str, Spread]

    @property
    def clear_points(self) -> str | None:
        """When recovery differs clearly, the first such time."""
        return next((when for when, spread in self.points.items() if _clear(spread)), None)

    @property
    def weight(self) -> tuple[float, float]:
        """How much it matters: hours of a clear shift within the week, then points of a clear difference."""
        clear = self.shift is not None and self.shift.clear
        hours = min(abs(self.shift.median), self.one.week.times.size) if clear and self.shift else 0.0
        return hours, abs(self.points[self.clear_points].median) if self.clear_points else 0.0


def difference_sentence(outcomes: Sequence[Outcome], names: Sequence[str] = ()) -> str:
    r"""Return the difference to the first scenario that matters most.

    Parameters
    ----------
    outcomes : sequence of Outcome
        Two or more.
    names : sequence of str, optional
        Their names; letters otherwise.

    Returns
    -------
    str
        The scenario, and its effect on the first window that moves, else on recovery tomorrow morning, at the run or
        now, with the 80 % range over the draws, each person compared with themselves; or that there is no clear
        difference.

    Notes
    -----
    The same quasi-random draws serve every scenario (common random numbers), so the range is that of the
    difference, not of two guesses apart. A difference is clear when its 80 % range lies on one side of none
    and its median is at least `compare.least_h` or `compare.least_points`.

    Examples
    --------
    >>> import dataclasses, datetime as dt
    >>> from legrun.answering import answer
    >>> from legrun.compare.outcomes import Outcome
    >>> from legrun.scenario.presets import PRESETS
    >>> sore = PRESETS[1].scenario(dt.date(2026, 3, 4))
    >>> eased = dataclasses.replace(sore, check_ins=[dataclasses.replace(sore.check_ins[0], soreness=2)])
    >>> difference_sentence([Outcome.of(answer(each)) for each in (sore, eased)]).replace("\u00a0", " ")
    'Soreness now 2/10 instead of 4/10 brings a hard run forward by about 17 h (range 0 or more).'
    """
    called = [f"“{name}”" for name in names] or LETTERS
    comparisons = [_apart(outcomes[0], outcomes[place], LETTERS[place]) for place in range(1, len(outcomes))]
    most = max(comparisons, key=lambda each: each.weight)
    whole = f"{called[LETTERS.index(most.letter)]} instead of {called[0]}"
    return f"{_said(most, whole, alone=len(comparisons) == 1)}{_verdicts(most)}."


def _apart(one: Outcome, other: Outcome, letter: str) -> Apart:
    points = {"tomorrow morning": points_between(one.morning_score, other.morning_score)}
    # The recovery at the run of one is not held against that of another who has none, at another hour.
    if one.scenario.planned is not None and other.scenario.planned is not None:
        points["at the run"] = points_between(one.run_score, other.run_score)
    else:
        points["now"] = points_between(one.now_score, other.now_score)
    return Apart(one, other, letter, _shift(one, other), points)


def _clear(points: Spread) -> bool:
    return abs(points.median) >= LEAST_POINTS and (points.low80 >= 0 or points.high80 <= 0)


def _shift(one: Outcome, other: Outcome) -> Shift | None:
    """Return the shift of the boldest verdict that clearly moves, else of the boldest that is reached at all."""
    shifts = [_shift_of(one, other, verdict) for verdict in COMPARED]
    likely = [shift for shift in shifts if shift is not None]
    return next((shift for shift in likely if shift.clear), likely[0] if likely else None)


def _shift_of(one: Outcome, other: Outcome, verdict: Verdict) -> Shift | None:
    if one.advice.no_dates or other.advice.no_dates:  # nobody knows when it is over
        return None
    before, after = (_likely_hour(each, verdict) for each in (one, other))
    if np.isinf([before, after]).all():
        return None
    apart = _hours_apart(one.first[verdict], other.first[verdict])
    low, middle, high = map(float, np.quantile(apart, [0.1, 0.5, 0.9], method="inverted_cdf"))
    shown = after - before
    clear = abs(middle) >= LEAST_H and shown * middle > 0 and (low >= 0 or high <= 0)
    return Shift(verdict, shown, min(low, shown), max(high, shown), clear)


def _likely_hour(each: Outcome, verdict: Verdict) -> float:
    """Return when a verdict is likely, infinite when not within the week. [h]"""
    likely = each.window(verdict).likely
    return np.inf if likely is None else hours_from(each.scenario.now, likely)


def _hours_apart(before: Array, after: Array) -> Array:
    """Return the hours between two times, infinite where only one of them lies within the week. [h]"""
    neither = np.isinf(before) & np.isinf(after)
    return np.where(neither, 0.0, after) - np.where(neither, 0.0, before)


def _said(apart: Apart, whole: str, *, alone: bool) -> str:
    """Return the sentence without its end; `whole` is what differs where it is too much to list."""
    shift, when = apart.shift, apart.clear_points
    if shift is not None and shift.clear:
        return f"{_what(apart, whole, alone=alone)} {_moved(shift)}"
    if when:
        return f"{_what(apart, whole, alone=alone)} leaves recovery {when} {_points_words(apart.points[when])}"
    if not any(abs(number) for each in apart.points.values() for number in (each.low80, each.median, each.high80)):
        same = not find_differences([apart.one.scenario, apart.other.scenario])
        return "No difference: " + ("the entries are the same" if same else "the entries differ, the outcomes do not")
    return _unclear(apart, alone=alone)


def _unclear(apart: Apart, *, alone: bool) -> str:
    """Return that there is no clear difference, and what there is."""
    shift = apart.shift
    when, points = max(apart.points.items(), key=lambda each: abs(each[1].median))
    among = f"between A and {apart.letter}" if alone else f"from A, nearest to one {apart.letter}"
    spread = f"{signed(points.median)} points ({signed(points.low80)} to {signed(points.high80)})"
    said = f"No clear difference {among}: recovery {when} {spread}"
    if shift is None or not all(np.isfinite([shift.low, shift.median, shift.high])):
        return said
    hours = f"{signed(shift.median)} h ({signed(shift.low)} to {signed(shift.high)})"
    return f"{said}, {VERDICT_PHRASES[shift.verdict]} {hours}"


def _points_words(points: Spread) -> str:
    near, far = sorted((abs(points.low80), abs(points.high80)))
    way = "higher" if points.median > 0 else "lower"
    return f"about {abs(points.median):.0f} points {way} (range {near:.0f} to {far:.0f})"


def _what(apart: Apart, whole: str, *, alone: bool) -> str:
    """Return what is different: up to two inputs by name, else the scenarios as a whole."""
    rows = find_differences([apart.one.scenario, apart.other.scenario])
    if not 0 < len(rows) <= 2:
        return whole
    said = " and ".join(_changed(row) for row in rows)
    return capitalised(said) if alone else f"{apart.letter} against A: {said}"


def _changed(row: Difference) -> str:
    before, after = row.texts
    if NONE in row.texts:
        what = row.label.lower()
        return f"leaving out {what} “{before}”" if after == NONE else f"adding {what} “{after}”"
    return f"{row.label.lower()} {after} instead of {before}"


def _moved(shift: Shift) -> str:
    """Return which way a window moves, how far, and the range of it."""
    earlier = shift.median < 0
    # Zero is added, so that no end of the range is minus zero.
    near, far = (0 - shift.high, 0 - shift.low) if earlier else (shift.low, shift.high)
    way = (
        f"brings {VERDICT_PHRASES[shift.verdict]} forward" if earlier else f"puts {VERDICT_PHRASES[shift.verdict]} off"
    )
    if np.isinf(shift.median):
        least = f", by at least {_hours(near)}" if np.isfinite(near) and near >= WORTH_SAYING_H else ""
        return f"{way} {'from' if earlier else 'to'} beyond this week{least}"
    top = f"to {_hours(far)}" if np.isfinite(far) else "or more" if earlier else "to beyond this week"
    return f"{way} by about {_hours(abs(shift.median))} (range {_bare(near, far)} {top})"


def _bare(near: float, far: float) -> str:
    """Return the near end of a range, its unit left out where the far end has the same."""
    same = np.isfinite(far) and (near >= DAYS_FROM_H) == (far >= DAYS_FROM_H)
    return _hours(near).split("\u00a0")[0] if same or not near else _hours(near)


def _hours(hours: float) -> str:
    """Return a span in hours, or in days to halves where it is long."""
    if hours < DAYS_FROM_H:
        return f"{hours:.0f}\u00a0h"
    return f"{halves(hours / 24)}\u00a0days"


def _verdicts(apart: Apart) -> str:
    """Return the verdicts for the run, where they differ."""
    before, after = apart.one.advice.verdict, apart.other.advice.verdict
    if before == after:
        return ""
    return f"; the verdict is “{VERDICT_NAMES[after]}” instead of “{VERDICT_NAMES[before]}”"
