"""A week of sessions that are meant to happen: what stands in it, and what it means for a scenario."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from legrun.decision.limits import longest_run
from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.inputs.form import planned_run, run_values
from legrun.scenario import Habits, PlanItem, Scenario, Session
from legrun.scenario.hours import DAY, hours_from
from legrun.scenario.plain import plain

__all__ = [
    "DAYS",
    "MOST_ITEMS",
    "MOST_MOVING",
    "WEEK",
    "WeekPlan",
    "at_day",
    "from_past_week",
    "from_today",
    "next_monday",
    "sent_to_today",
]

DAYS = 7
MORNING = dt.time(int(value("options.morning_hour")))
WEEK = DAYS * DAY
MOST_ITEMS = int(value("planner.most_items"))
MOST_MOVING = int(value("planner.most_moving"))
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

        From rested legs the second week is never better than the first, so it is judged alone.
        """
        return range(self.weeks - 1 if now == self.begins else 0, self.weeks)

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
        return Scenario(self.begins, today.athlete, habits=_lasting(today), longest_run_minutes=longest)

    def scenario(self, today: Scenario) -> Scenario:
        """Return the plan as a scenario: what was done so far with everything that is planned."""
        start = self.before(today)
        return dataclasses.replace(start, sessions=(*start.sessions, *self.sessions))

    def hours(self, start: Scenario) -> int:
        """Return how far the plan reaches from the scenario that it starts from. [h]"""
        return int(hours_from(start.now, self.begins + self.weeks * WEEK)) + 1


def _lasting(today: Scenario) -> Habits:
    """Return the habits that outlast a day."""
    return dataclasses.replace(today.habits, alcohol_g_per_kg=0.0)


def next_monday(day: dt.date) -> dt.date:
    """Return the first Monday from a day on.

    Examples
    --------
    >>> next_monday(dt.date(2026, 3, 4))
    datetime.date(2026, 3, 9)
    """
    return day + -day.weekday() % DAYS * DAY


def from_today(today: Scenario) -> WeekPlan:
    """Return the run in mind and what else is planned for the seven days from now, on what was done before."""
    first = today.now.date()
    planned = [today.planned] if today.planned else []
    ahead = [s for s in (*today.sessions, *planned) if today.now <= s.start and s.start.date() < first + WEEK]
    return WeekPlan(first, tuple(map(PlanItem, ahead[:MOST_ITEMS])), on_past=True)


def from_past_week(today: Scenario) -> WeekPlan:
    """Return the last seven days once more, from tomorrow on; what loads the legs first where it is too much."""
    first = today.now.date() + DAY
    done = [s for s in today.sessions if first - WEEK <= s.start.date() < first and s.start <= today.now]
    chosen = sorted(done, key=lambda s: s.kind not in ("legs", "run"))[:MOST_ITEMS]
    return WeekPlan(first, tuple(PlanItem(at_day(s, DAYS)) for s in chosen), on_past=True)


def sent_to_today(plan: WeekPlan, today: Scenario, run: Session, week: int = 0) -> Scenario:
    """Return the scenario in which a run of the plan is the run in mind, on all that stands before it.

    Parameters
    ----------
    plan : WeekPlan
        The week.
    today : Scenario
        Who it is for and what was done before.
    run : Session
        A run of the plan, as one of its items has it.
    week : int
        The week that it is judged in, 0 the first. Of a plan from rested legs the week before is then put before the
        run's own date; of one on what was done the run is that of the later week.

    Notes
    -----
    It stands at the moment that the plan starts from, else at 07:00 of the run's day, else at the run's start: the
    first of them from which Today's inputs can name the run's start. What holds for a day, as a flag does, keeps it
    at the first.
    """
    start, days = plan.before(today), DAYS * week
    ago = 0 if plan.stands_on(today) else -days
    sent = at_day(run, days + ago)
    others = tuple(session for session in (at_day(each, ago) for each in plan.sessions) if session != sent)
    # A night that is given without a date is the one before the moment that the plan starts from.
    made = dataclasses.replace(start, sessions=(*start.sessions, *others), planned=sent, sleep_h=start.nights or None)
    soon = plan.stands_on(today) and start.now <= sent.start <= start.now + WEEK
    lasting = not (start.flags or start.habits.alcohol_g_per_kg)
    if not soon:
        made = dataclasses.replace(made, flags=frozenset(), habits=_lasting(start))
    if not soon or (lasting and not _can_name(sent, start.now)):
        made = dataclasses.replace(made, now=_nearer(sent, start.now if soon else dt.datetime.min))
    longest = longest_run(plan.scenario(today))
    return made if longest_run(made) == longest else dataclasses.replace(made, longest_run_minutes=longest)


def _nearer(run: Session, earliest: dt.datetime) -> dt.datetime:
    """Return the morning of a run's day where Today's inputs can name the run's start from there, else that start."""
    morning = max(earliest, min(run.start, dt.datetime.combine(run.start.date(), MORNING)))
    return morning if _can_name(run, morning) else run.start


def _can_name(run: Session, now: dt.datetime) -> bool:
    """Return whether Today's inputs can name the start of a run, seen from a moment."""
    return planned_run(run_values(run, now), now).start == run.start


def at_day(session: Session, days: int) -> Session:
    """Return a session so many days later."""
    return dataclasses.replace(session, start=session.start + days * DAY) if days else session
