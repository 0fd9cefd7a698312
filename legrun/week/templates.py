"""Weeks to start a plan from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from legrun.scenario import Kind, PlanItem, Session, Style
from legrun.scenario.hours import DAY
from legrun.scenario.week_plan import DAYS, WeekPlan

__all__ = ["TEMPLATES", "Slot", "Template"]

MON, TUE, WED, THU, FRI, SAT, SUN = range(DAYS)


@dataclass(frozen=True)
class Slot:
    """A session of a template: weekday (Monday = 0), hour, length [min], effort [CR10], weekdays it may fall on."""

    day: int
    hour: int
    minutes: float
    rpe: float
    kind: Kind = "run"
    style: Style | None = None
    key: bool = False
    days: frozenset[int] = frozenset(range(DAYS))


@dataclass(frozen=True)
class Template:
    """A week to start from.

    Attributes
    ----------
    name : str
        What it is called in the menu.
    slots : tuple of Slot
        Its sessions, as a person who does not think of recovery might put them.
    rest_days : frozenset of int
        Weekdays to leave free.
    """

    name: str
    slots: tuple[Slot, ...]
    rest_days: frozenset[int] = frozenset()

    def plan(self, first: dt.date) -> WeekPlan:
        """Return the week from its first day on.

        Examples
        --------
        >>> plan = TEMPLATES[0].plan(dt.date(2026, 3, 4))
        >>> len(plan.items), f"{plan.items[0].session.start:%a %d %b}"
        (4, 'Thu 05 Mar')
        """
        items = []
        for slot in self.slots:
            date = first + (slot.day - first.weekday()) % DAYS * DAY
            start = dt.datetime.combine(date, dt.time(slot.hour))
            session = Session(slot.kind, start, slot.minutes, slot.rpe, style=slot.style)
            items.append(PlanItem(session, key=slot.key, days=slot.days))
        return WeekPlan(first, tuple(items), self.rest_days)


def _legs(day: int, minutes: float = 60, rpe: float = 8) -> Slot:
    return Slot(day, 18, minutes, rpe, kind="legs")


def _easy(day: int, minutes: float, hour: int = 7) -> Slot:
    return Slot(day, hour, minutes, 3, style="easy")


def _key(day: int, style: Style, minutes: float, rpe: float, hour: int = 18) -> Slot:
    # Hardly anybody has hours to spare on a working day.
    days = frozenset({SAT, SUN}) if style == "long" else frozenset(range(DAYS))
    return Slot(day, hour, minutes, rpe, style=style, key=True, days=days)


TEMPLATES = (
    Template(
        "3 runs, 1 leg day",
        (_legs(MON), _key(TUE, "intervals", 45, 8), _easy(THU, 30), _key(SAT, "long", 70, 4, 9)),
        frozenset({SUN}),
    ),
    Template(
        "4 runs, 2 leg days",
        (
            _legs(MON), _key(TUE, "intervals", 45, 8), _easy(WED, 30), _legs(THU, 50, 7), _key(FRI, "tempo", 40, 6),
            _key(SUN, "long", 75, 4, 9),
        ),
    ),
    Template(
        "Marathon block",
        (
            _legs(MON, 45, 7), _key(TUE, "intervals", 60, 8), _easy(WED, 45), _key(THU, "tempo", 50, 6),
            _easy(FRI, 40), _easy(SAT, 40, 9), _key(SUN, "long", 150, 4, 9),
        ),
    ),
    Template(
        "5 km block",
        (
            _key(MON, "intervals", 45, 8), _legs(TUE), _key(WED, "intervals", 40, 8), _easy(THU, 30),
            _legs(FRI, 45, 7), _key(SAT, "tempo", 35, 6, 9),
        ),
        frozenset({SUN}),
    ),
    Template(
        "Beginner",
        (_legs(MON, 40, 6), _easy(TUE, 20), Slot(THU, 18, 25, 4, style="easy", key=True), _easy(SAT, 30, 9)),
        frozenset({SUN}),
    ),
)  # fmt: skip
