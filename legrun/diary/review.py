"""What was advised, what was done, what was felt the morning after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from legrun.decision.limits import EASY
from legrun.diary.advised import Advised
from legrun.logs import Log
from legrun.model.readiness import VERDICTS
from legrun.scenario import Session
from legrun.scenario.hours import DAY

__all__ = ["ReviewedDay", "review", "track_record"]


@dataclass(frozen=True)
class ReviewedDay:
    """One day on which advice was kept.

    Attributes
    ----------
    advised : Advised
        The day's last advice.
    runs : tuple of Session
        What was run from then on, that day.
    felt : float or None
        The first rating of the next day; None where there is none. [0-10]
    """

    advised: Advised
    runs: tuple[Session, ...]
    felt: float | None

    @property
    def is_within_limits(self) -> bool | None:
        """Whether the runs, all together, kept to the minutes advised at the hardest of them; None without a run."""
        if not self.runs:
            return None
        if VERDICTS.index(self.advised.verdict) < EASY:  # a walk was advised, or rest
            return False
        return sum(run.minutes for run in self.runs) <= self.advised.minutes_at(max(run.rpe for run in self.runs))

    @property
    def is_as_expected(self) -> bool | None:
        """Whether the rating lies within the 80 % range that was expected; None without one."""
        if self.felt is None:
            return None
        return self.advised.soreness_low80 <= self.felt <= self.advised.soreness_high80


def review(log: Log, advised: Iterable[Advised], until: dt.datetime, days: int) -> tuple[ReviewedDay, ...]:
    """Return the days of the last weeks on which advice was kept, newest first.

    Parameters
    ----------
    log : Log
        What was done and felt.
    advised : iterable of Advised
        The advice that was kept.
    until : datetime.datetime
        The last moment that counts.
    days : int
        How many days to look back over.
    """
    since = until - days * DAY
    newest = {each.asked.date(): each for each in sorted(advised, key=lambda each: each.asked)}
    shown = [each for each in newest.values() if since <= each.asked <= until]
    return tuple(_reviewed(log, each, until) for each in reversed(shown))


def _reviewed(log: Log, advised: Advised, until: dt.datetime) -> ReviewedDay:
    day, morning = advised.asked.date(), advised.morning.date()
    ran = (s for s in log.sessions if s.kind == "run" and s.start.date() == day and advised.asked <= s.start <= until)
    rated = (
        c.soreness for c in log.check_ins if c.time.date() == morning and c.soreness is not None and c.time <= until
    )
    return ReviewedDay(advised, tuple(ran), next(rated, None))


def track_record(days: Iterable[ReviewedDay]) -> tuple[int, int]:
    """Return how many mornings were rated, and how many of the ratings were as expected."""
    expected = [day.is_as_expected for day in days if day.is_as_expected is not None]
    return len(expected), sum(expected)
