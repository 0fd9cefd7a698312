"""A session more or less in a planned week: where it goes, and what the week then comes to."""

from __future__ import annotations

import dataclasses
import datetime as dt

from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.hours import DAY
from legrun.scenario.week_plan import DAYS, MOST_ITEMS, WEEK, WeekPlan, overlapping
from legrun.week.arrange.slots import LEGS_APART

__all__ = ["EASY_RUN", "LEG_DAY", "add_session", "duplicated", "removed", "volume_sentence"]

# What is added by a button, on no day yet: sessions as the templates have them.
EASY_RUN = Session("run", dt.datetime(2026, 1, 5, 7), 30, 3, style="easy")
LEG_DAY = Session("legs", dt.datetime(2026, 1, 5, 18), 60, 8)


def add_session(plan: WeekPlan, item: PlanItem) -> WeekPlan | None:
    """Return a plan with one more session, at its hour on the emptiest day it may fall on; None where none is free.

    Of such days the one farthest from others of its kind is taken, then the one that follows the session's own weekday
    first; a leg day keeps a day from others where the plan asks for that. A day on which it would overlap another is
    none.

    Examples
    --------
    >>> plan = add_session(WeekPlan(dt.date(2026, 3, 2)), PlanItem(LEG_DAY))
    >>> [f"{each.session.start:%a %H:%M}" for each in add_session(plan, plan.items[0]).items]
    ['Mon 18:00', 'Thu 18:00']
    """
    if len(plan.items) >= MOST_ITEMS:
        return None
    weekday = item.session.start.weekday()
    after = weekday + 1 if item in plan.items else weekday
    dates = [plan.first + day * DAY for day in range(DAYS)]
    own = [each.session for each in plan.items]
    keeps_apart = plan.spread_legs and item.session.kind == "legs"

    def order(date: dt.date) -> tuple[bool, int, int, int]:
        apart = _days_apart(plan, item.session.kind, date)
        return keeps_apart and apart < LEGS_APART, _count(plan, date), -apart, (date.weekday() - after) % DAYS

    dates.sort(key=order)
    for date in dates:
        start = dt.datetime.combine(date, item.session.start.time())
        session = dataclasses.replace(item.session, start=start)
        wanted = date.weekday() in item.days and date.weekday() not in plan.rest_days
        if wanted and overlapping(session, own, repeats=plan.repeats) is None:
            return dataclasses.replace(plan, items=(*plan.items, dataclasses.replace(item, session=session)))
    return None


def duplicated(plan: WeekPlan, place: int) -> WeekPlan | None:
    """Return a plan with one of its sessions once more, on another day; None where none is free."""
    return add_session(plan, plan.items[place])


def removed(plan: WeekPlan, place: int) -> WeekPlan:
    """Return a plan without one of its sessions."""
    return dataclasses.replace(plan, items=(*plan.items[:place], *plan.items[place + 1 :]))


def _count(plan: WeekPlan, date: dt.date) -> int:
    return sum(each.session.start.date() == date for each in plan.items)


def _days_apart(plan: WeekPlan, kind: str, date: dt.date) -> int:
    """Return how many days lie to the nearest session of a kind, round the week where it repeats."""
    gaps = [abs((each.session.start.date() - date).days) for each in plan.items if each.session.kind == kind]
    return min([DAYS, *(min(gap, DAYS - gap) if plan.repeats else gap for gap in gaps)])


def volume_sentence(plan: WeekPlan, today: Scenario) -> str:
    """Return the minutes and the load of a week beside those of the week before it.

    That are the seven days before now where a log holds them, else the week itself where it repeats and does not begin
    from what was done.

    Examples
    --------
    >>> from legrun.week.templates import TEMPLATES
    >>> volume_sentence(TEMPLATES[0].plan(dt.date(2026, 3, 2)), Scenario(dt.datetime(2026, 3, 2)))
    'This week: 145 min of running and 60 min of other training, load 1,210 AU. The week before is the same.'
    """
    said = f"This week: {_volume([item.session for item in plan.items])}."
    if today.log_since is None or today.log_since > today.now - WEEK:
        return f"{said} The week before is the same." if plan.repeats and not plan.stands_on(today) else said
    before = [each for each in today.sessions if today.now - WEEK <= each.start < today.now]
    return f"{said} The last seven days of your log: {_volume(before)}."


def _volume(sessions: list[Session]) -> str:
    running = sum(each.minutes for each in sessions if each.kind == "run")
    other = sum(each.minutes for each in sessions) - running
    load = sum(each.load_au for each in sessions)
    return f"{running:,.0f} min of running and {other:,.0f} min of other training, load {load:,.0f} AU"
