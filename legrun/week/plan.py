"""Plans made of what is known, and what a plan's run is on Today."""

from __future__ import annotations

import dataclasses
import datetime as dt

from legrun.decision.limits import longest_run
from legrun.evidence import value
from legrun.inputs.form import planned_run, run_values
from legrun.scenario import PlanItem, Scenario, Session
from legrun.scenario.hours import DAY
from legrun.scenario.week_plan import DAYS, MOST_ITEMS, WEEK, WeekPlan, at_day, lasting_habits

__all__ = ["from_past_week", "from_today", "next_monday", "sent_to_today"]

MORNING = dt.time(int(value("options.morning_hour")))


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
        made = dataclasses.replace(made, flags=frozenset(), habits=lasting_habits(start))
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
