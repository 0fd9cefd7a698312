"""What comes of holding a published table against the model: points, errors, coverage, status."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import numpy as np

from legrun.evidence import Dataset, Rule
from legrun.model.kinetics import Array

__all__ = [
    "COVERAGE_GOAL",
    "SUBJECTS",
    "Check",
    "Curve",
    "Outcome",
    "Point",
    "Share",
    "Status",
    "covered",
    "untuned_shares",
]

Status = Literal["pass", "known miss", "miss", "shown"]
COVERAGE_GOAL = 0.70
OPERATORS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
# What counts together when the bands are judged; the protocol's goal is for strength.
SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "strength": ("strength_pct", "strength_loss_pct"),
    "soreness": ("soreness",),
    "running cost": ("dvo2_pct",),
    "repeated sessions": ("soreness_change_pct",),
}


@dataclass(frozen=True)
class Point:
    """A published mean beside the model, at one hour.

    Attributes
    ----------
    hour : float
        From the end of the session. [h]
    published : float or None
        The mean as compared; None where only a range was read.
    median : float
        The model's median, in the same unit.
    low80, high80 : float or None
        Its 80 % band; None where it has none.
    """

    hour: float
    published: float | None
    median: float
    low80: float | None = None
    high80: float | None = None

    @property
    def inside(self) -> bool | None:
        """Whether the mean lies inside the band; None where there is no mean or no band.

        Examples
        --------
        >>> Point(24, 3.0, 4.1, 2.5, 6.0).inside
        True
        """
        if self.published is None or self.low80 is None or self.high80 is None:
            return None
        return self.low80 <= self.published <= self.high80


@dataclass(frozen=True)
class Curve:
    """The model's median and 80 % band through the week, for one arm and quantity of a table."""

    arm: str
    quantity: str
    hours: Array
    median: Array
    low80: Array
    high80: Array

    def point(self, hour: float, published: float | None = None) -> Point:
        """Return the curve at one of its hours beside a published mean."""
        at = int(np.searchsorted(self.hours, hour))
        return Point(hour, published, *(float(each[at]) for each in (self.median, self.low80, self.high80)))


@dataclass(frozen=True)
class Outcome:
    """A rule of a table held against the model's medians."""

    rule: Rule
    left: float
    right: float

    @property
    def holds(self) -> bool:
        """Whether the model keeps to it."""
        return bool(OPERATORS[self.rule.op](self.left, self.right))

    @property
    def words(self) -> str:
        """The rule and what the model makes of it."""
        return f"{self.rule.words}: {self.left:.1f} against {self.right:.1f}"


@dataclass(frozen=True)
class Share:
    """How many published means lie inside the band, of how many."""

    inside: int
    total: int

    def __str__(self) -> str:
        return f"{self.inside} of {self.total} ({100 * self.inside / self.total:.0f} %)" if self.total else ""


@dataclass(frozen=True)
class Check:
    """One published table held against the model.

    Attributes
    ----------
    dataset : Dataset
        The table.
    points : tuple of Point
        Means beside the model, in what is compared: for shapes relative to 24 h, an hour that is left out
        because it is 1 by construction.
    levels : tuple of Point
        For soreness on a scale that turns into 0-10: the means above the value before, beside the app's band.
    outcomes : tuple of Outcome
        Rules.
    error : float or None
        RMSE of the shape, largest error of a level, or largest distance from a range, in the table's unit.
    curves : tuple of Curve
        What to draw, hour by hour; for shapes the soreness relative to 24 h, then the soreness itself.
    """

    dataset: Dataset
    points: tuple[Point, ...] = ()
    levels: tuple[Point, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    error: float | None = None
    curves: tuple[Curve, ...] = field(default=(), repr=False, compare=False)

    @property
    def coverage(self) -> Share:
        """Published means inside the 80 % band, as compared; none where nothing is scored."""
        return _share(() if self.dataset.compares == "shown" else self.points)

    @property
    def level_coverage(self) -> Share:
        """Published means of soreness inside the band that the app shows."""
        return _share(self.levels)

    @property
    def misses(self) -> bool:
        """Whether an error is beyond tolerance, a rule fails, or every level lies outside the app's band."""
        tolerance = self.dataset.tolerance
        too_far = tolerance is not None and self.error is not None and self.error > tolerance
        fails = any(not outcome.holds for outcome in self.outcomes)
        return too_far or fails or (self.level_coverage.total > 0 and self.level_coverage.inside == 0)

    @property
    def status(self) -> Status:
        """The verdict on the table; a miss is known only where the table itself says why."""
        if self.dataset.compares == "shown":
            return "shown"
        if not self.misses:
            return "pass"
        return "known miss" if self.dataset.explanation else "miss"

    @property
    def explanation(self) -> str:
        """Why a miss stands; empty unless it is one."""
        return self.dataset.explanation if self.status == "known miss" else ""

    def as_row(self) -> dict[str, Any]:
        """Return the check as one row of a table, numbers unrounded."""
        table = self.dataset
        held = sum(outcome.holds for outcome in self.outcomes)
        return {
            "dataset": table.id,
            "name": table.name,
            "tuned": table.tuned,
            "quantity": table.quantity,
            "n": table.n,
            "compares": table.compares,
            "error": self.error,
            "tolerance": table.tolerance,
            "rules": f"{held} of {len(self.outcomes)}" if self.outcomes else "",
            "coverage": str(self.coverage),
            "level_coverage": str(self.level_coverage),
            "status": self.status,
            "explanation": self.explanation,
            "source": table.source,
        }


def _share(points: Iterable[Point]) -> Share:
    rows = [point.inside for point in points if point.inside is not None]
    return Share(sum(rows), len(rows))


def covered(checks: Iterable[Check], subject: str, *, tuned: bool = False, level: bool = False) -> Share:
    """Return the share of published means inside the 80 % band, over all scored tables of a subject.

    Parameters
    ----------
    checks : iterable of Check
        Checks.
    subject : str
        One of `SUBJECTS`.
    tuned : bool
        Whether to count the tables that the model was fitted to, or the others.
    level : bool
        For soreness: the level on 0-10, where the scale is known, in place of the shape.

    Returns
    -------
    Share
        Means inside the band, of all.

    Examples
    --------
    >>> from legrun.checks import check
    >>> from legrun.evidence import datasets
    >>> covered([check(datasets()["V15_half"])], "strength", tuned=True)
    Share(inside=1, total=1)
    """
    counted = [c for c in checks if c.dataset.quantity in SUBJECTS[subject] and c.dataset.tuned == tuned]
    return _share(point for each in counted for point in (each.levels if level else each.points))


def untuned_shares(checks: Sequence[Check]) -> dict[str, Share]:
    """Return the shares over tables that the model never saw, by what they are of; of some there is no such table."""
    shares = {subject: covered(checks, subject) for subject in SUBJECTS}
    return {**shares, "soreness on 0 to 10 where the scale is known": covered(checks, "soreness", level=True)}
