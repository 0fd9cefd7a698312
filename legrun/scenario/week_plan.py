"""A week of sessions that are meant to happen: what stands in it, and what it means for a scenario."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.scenario.hours import DAY, hours_from
from legrun.scenario.person import Habits
from legrun.scenario.plain import plain
from legrun.scenario.scenario import Scenario
from legrun.scenario.sessions import PlanItem, Session

__all__ = ["DAYS", "MOST_ITEMS", "WEEK", "WeekPlan", "at_day", "lasting_habits", "overlapping"]

DAYS = 7
WEEK = DAYS * DAY
MOST_ITEMS = int(value("planner.most_items"))
# How far ahead of now a plan that begins with the present legs may start.
MOST_AHEAD = int(value("planner.most_ahead_d")) * DAY


@dataclass(frozen=True)
class WeekPlan:
    """Seven days of sessions.

    Attributes
    ----------
    first : datetime.date
        Its first day.
    items : tuple of PlanItem
        Its sessions, in order of their start; each starts within the seven days.
    rest_days : frozenset of int
        Weekdays that the arranger leaves free, Monday = 0.
    repeats : bool
        Whether the next week is the same, so that its last days bear on its first.
    on_past : bool
        Whether what was done before it counts.
    spread_legs : bool
        Whether the arranger keeps leg days at least two days apart, as long as there are no more than fit.

    Examples
    --------
    >>> legs = Session("legs", dt.datetime(2026, 3, 2, 18), 60, 8)
    >>> plan = WeekPlan(dt.date(2026, 3, 2), (PlanItem(legs),))
    >>> [session.start.day for session in plan.sessions]
    [2, 9]
    """

    first: dt.date
    items: tuple[PlanItem, ...] = ()
    rest_days: frozenset[int] = frozenset()
    repeats: bool = True
    on_past: bool = False
    spread_legs: bool = True

    def __post_init__(self) -> None:
        items = tuple(sorted(self.items, key=lambda item: (item.session.start, item.session.kind)))
        object.__setattr__(self, "items", items)
        object.__setattr__(self, "rest_days", frozenset(self.rest_days))
        if not self.rest_days <= frozenset(range(DAYS)):
            raise ScenarioError("plan.rest_days", sorted(self.rest_days), "weekdays from 0 (Monday) to 6 (Sunday)")
        if len(items) > MOST_ITEMS:
            raise ScenarioError("plan.items", len(items), f"at most {MOST_ITEMS} sessions")
        last = self.first + WEEK
        for item in items:
            if not self.first <= item.session.start.date() < last:
                allowed = f"in the seven days from {self.first}"
                raise ScenarioError("plan.items.session.start", item.session.start, allowed)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON: its fields by name."""
        return dict(plain(self))

    @property
    def begins(self) -> dt.datetime:
        """Midnight of its first day."""
        return dt.datetime.combine(self.first, dt.time())

    @property
    def weeks(self) -> int:
        """How many weeks it is projected over."""
        return 2 if self.repeats else 1

    def weeks_reviewed(self, now: dt.datetime) -> range:
        """Return the weeks in which its sessions are judged, seen from the moment that it starts from.

        From rested legs the second week is never better than the first, so it is judged alone; at midnight, too, what
        was done before may stand before the first.
        """
        return range(self.weeks - 1 if now == self.begins and not self.on_past else 0, self.weeks)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Every session of every week it is projected over."""
        return tuple(at_day(item.session, DAYS * week) for week in range(self.weeks) for item in self.items)

    def moved(self, sessions: tuple[Session, ...], *, first: dt.date | None = None) -> WeekPlan:
        """Return the plan with its items' sessions, in their order, replaced."""
        items = (dataclasses.replace(i, session=s) for i, s in zip(self.items, sessions, strict=True))
        return dataclasses.replace(self, items=tuple(items), first=first or self.first)

    def holding(self, items: Iterable[PlanItem | None]) -> WeekPlan:
        """Return the plan with other sessions; what is none is left out."""
        return dataclasses.replace(self, items=tuple(item for item in items if item is not None))

    def starting(self, first: dt.date) -> WeekPlan:
        """Return the plan from another day on: every session on its weekday, at its hour."""
        sessions = (
            at_day(s, (first - s.start.date()).days + (s.start.weekday() - first.weekday()) % DAYS)
            for s in (item.session for item in self.items)
        )
        return self.moved(tuple(sessions), first=first)

    def stands_on(self, today: Scenario) -> bool:
        """Return whether what was done before counts: where that is wanted and the week begins soon enough."""
        return self.on_past and today.now.date() <= self.first <= (today.now + MOST_AHEAD).date()

    def before(self, today: Scenario) -> Scenario:
        """Return the scenario that the plan starts from: what was done so far, or rested legs.

        A plan that begins too far ahead starts from rested legs either way.
        """
        if self.stands_on(today):
            done = tuple(s for s in today.sessions if s.start <= today.now)
            return dataclasses.replace(today, sessions=done, planned=None)
        longest = today.longest_run_minutes
        return Scenario(self.begins, today.athlete, habits=lasting_habits(today), longest_run_minutes=longest)

    def scenario(self, today: Scenario) -> Scenario:
        """Return the plan as a scenario: what was done so far with everything that is planned."""
        start = self.before(today)
        return dataclasses.replace(start, sessions=(*start.sessions, *self.sessions))

    def hours(self, start: Scenario) -> int:
        """Return how far the plan reaches from the scenario that it starts from. [h]"""
        return int(hours_from(start.now, self.begins + self.weeks * WEEK)) + 1


def overlapping(session: Session, others: Iterable[Session], *, repeats: bool) -> Session | None:
    """Return the first session that runs at the same time as one; of a week that repeats, in the next one too.

    Examples
    --------
    >>> late = Session("run", dt.datetime(2026, 3, 8, 23, 30), minutes=60, rpe=4)
    >>> early = Session("legs", dt.datetime(2026, 3, 2, 0, 15), minutes=60, rpe=8)
    >>> overlapping(late, [early], repeats=False), overlapping(late, [early], repeats=True) is early
    (None, True)
    """
    weeks = (-DAYS, 0, DAYS) if repeats else (0,)
    return next(
        (
            other
            for other in others
            if any(session.start < copy.end and copy.start < session.end for copy in (at_day(other, d) for d in weeks))
        ),
        None,
    )


def at_day(session: Session, days: int) -> Session:
    """Return a session so many days later."""
    return dataclasses.replace(session, start=session.start + days * DAY) if days else session


def lasting_habits(today: Scenario) -> Habits:
    """Return the habits that outlast a day."""
    return dataclasses.replace(today.habits, alcohol_g_per_kg=0.0)
