"""A morning against the person's own usual: the last 28 days, never fewer than seven ratings."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from legrun.evidence import value
from legrun.logs import Log
from legrun.wording.rounding import MINUS

__all__ = ["Usual"]


@dataclass(frozen=True)
class Usual:
    """How far this morning stands from a person's usual.

    Attributes
    ----------
    distance : float
        This morning's value less the median. [0-10 or h]
    median : float
        Median of the mornings before. [0-10 or h]
    spread : float
        Half of the distance between their quartiles. [0-10 or h]
    count : int
        Mornings that the median is of.
    mornings : int
        Mornings in a row, this one included, that stand out the same way by more than the spread.
    """

    distance: float
    median: float
    spread: float
    count: int
    mornings: int

    @classmethod
    def of(cls, values: Sequence[tuple[dt.date, float]], today: dt.date) -> Usual | None:
        """Return it for a morning; None where today has no value, or too few mornings came before.

        Examples
        --------
        >>> days = [dt.date(2026, 3, day) for day in range(1, 10)]
        >>> usual = Usual.of(list(zip(days, [2, 2, 3, 2, 2, 1, 2, 6, 7])), days[-1])
        >>> usual.distance, usual.median, usual.count, usual.mornings
        (5.0, 2.0, 8, 2)
        >>> Usual.of([(days[0], 2.0)], days[0]) is None
        True
        """
        by_day = dict(sorted(values))
        since = today - dt.timedelta(days=int(value("usual.days")))
        before = [number for day, number in by_day.items() if since <= day < today]
        if today not in by_day or len(before) < value("usual.least"):
            return None
        median = float(statistics.median(before))
        low, _, high = statistics.quantiles(before, n=4)
        spread = max((high - low) / 2, value("usual.least_spread"))
        distance = float(by_day[today]) - median
        mornings, day = 0, today
        while day in by_day and (by_day[day] - median) * (1 if distance > 0 else -1) > spread:
            mornings, day = mornings + 1, day - dt.timedelta(days=1)
        return cls(distance, median, spread, len(before), mornings)

    @classmethod
    def soreness(cls, log: Log, today: dt.date) -> Usual | None:
        """Return it for a log's ratings of soreness."""
        return cls.of([(c.time.date(), c.soreness) for c in log.check_ins if c.soreness is not None], today)

    @classmethod
    def sleep(cls, log: Log, today: dt.date) -> Usual | None:
        """Return it for a log's nights."""
        return cls.of(list(log.sleep_h.items()), today)

    @property
    def words(self) -> str:
        """The distance, with what it is from and of how many days that is."""
        return f"{self.apart} (usual {self.median:.3g}, {self.count} days)"

    @property
    def apart(self) -> str:
        """The distance as it is said everywhere: with its sign, none without."""
        return f"{self.distance:+.3g}".replace("-", MINUS) if self.distance else "0"
