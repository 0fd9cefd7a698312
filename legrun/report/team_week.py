"""The week ahead of a client as it is planned, each session judged at its own start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from legrun.decision.advice import plan_fits
from legrun.report.listing import table_page
from legrun.roster.client_day import ClientDay
from legrun.roster.past_plan import at_an_hour
from legrun.scenario import PlanItem, Session
from legrun.scenario.hours import DAY
from legrun.scenario.week_plan import DAYS, MOST_ITEMS, WeekPlan
from legrun.week.review import PlanReview, ReviewedSession, review_plan
from legrun.wording.plan import instead_in_short

__all__ = ["CLASHES", "ClientWeek", "days_of", "week_html"]

CLASHES = "\u2717 "  # what a session that clashes begins with


@dataclass(frozen=True)
class ClientWeek:
    """A client's next seven days.

    Attributes
    ----------
    day : ClientDay
        Where the client stands this morning.
    review : PlanReview
        What each planned session meets.
    is_whole : bool
        Whether every session of the week is in it: a plan holds so many and no more.
    """

    day: ClientDay
    review: PlanReview
    is_whole: bool = True

    @classmethod
    def of(cls, day: ClientDay) -> ClientWeek:
        """Return a client's week: what the roster plans, with today's plans and what was moved as they were entered."""
        now = day.scenario.now
        planned = sorted((*day.plans, *day.ahead), key=lambda session: session.start)
        items = [PlanItem(_timed(session, now)) for session in planned]
        plan = WeekPlan(now.date(), tuple(items[:MOST_ITEMS]), repeats=False, on_past=True)
        return cls(day, review_plan(plan, replace(day.scenario, planned=None)), len(items) <= MOST_ITEMS)

    def on(self, date: dt.date) -> tuple[ReviewedSession, ...]:
        """Return the sessions of a day."""
        return tuple(each for each in self.review.sessions if each.session.start.date() == date)

    def words(self, date: dt.date) -> tuple[str, ...]:
        """Return each thing that a day holds, in few words; what clashes is marked, with what would fit."""
        if self.day.absence is not None and self.day.absence.step(date) == "off":
            return (self.day.absence.kind.capitalize(),)
        return tuple(map(_words, self.on(date)))

    @property
    def clashes(self) -> tuple[str, ...]:
        """What clashes, in words that name the day."""
        return tuple(clash.text for each in self.review.sessions for clash in each.clashes)


def days_of(now: dt.datetime) -> tuple[dt.date, ...]:
    """Return the seven days from a morning on."""
    return tuple(now.date() + days * DAY for days in range(DAYS))


def _timed(session: Session, now: dt.datetime) -> Session:
    """Return a session with a clock: in the evening where it has none, but today's now, as the client's row has it."""
    return replace(session, start=now) if session.start <= now else at_an_hour(session)


def _words(each: ReviewedSession) -> str:
    """Return a session in a cell's few words; of one that clashes what would fit."""
    session, advice = each.session, each.advice
    size = f"{(session.style or session.kind).capitalize()} {session.minutes:.0f}"
    if each.fits is not False or advice is None:
        return f"{size} min"
    return f"{CLASHES}{size} \u2192 {'flat' if plan_fits(advice, session) else instead_in_short(advice, session)}"


def week_html(weeks: Sequence[ClientWeek], now: dt.datetime) -> str:
    """Return everybody's week as a page to print.

    Parameters
    ----------
    weeks : sequence of ClientWeek
        The clients, in the order of the page.
    now : datetime.datetime
        The morning.
    """
    days = days_of(now)
    rows = [[week.day.name, *("; ".join(week.words(date)) for date in days)] for week in weeks]
    notes = [f"{week.day.name}: {text}" for week in weeks for text in week.clashes]
    title = f"The week from {now:%A} {now.day} {now:%B %Y}"
    return table_page(title, ("Client", *(f"{date:%a} {date.day} {date:%b}" for date in days)), rows, notes)
