"""The week as a calendar (ICS): when more is likely, and the run in mind."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from legrun import MODEL_VERSION
from legrun.answering import Answer
from legrun.decision.advice import plan_fits
from legrun.decision.outlook import Window
from legrun.decision.safety import STOP
from legrun.report.text import CAUTION, printable
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.languages import moment
from legrun.wording.limits import effort_words
from legrun.wording.plan import plan_sentence
from legrun.wording.rounding import effort_text
from legrun.wording.times import waking_part
from legrun.wording.unrated import is_estimate, unrated_plan_sentence
from legrun.wording.verdict import open_sentence, verdict_sentence

__all__ = ["OVER", "CalendarEvent", "calendar_of", "signed", "week_ics"]

# What the name of a run over its limit bears: few calendars show that an entry is tentative.
OVER = " (over its limit)"

# How long the mark of a moment is drawn in a calendar; it blocks no time.
MARK = dt.timedelta(hours=1)


@dataclass(frozen=True)
class CalendarEvent:
    """One entry of a calendar.

    Attributes
    ----------
    start, end : datetime.datetime
        From when to when, local.
    summary, description : str
        What it is called, and what there is to say of it.
    busy : bool
        Whether it takes up time.
    tentative : bool
        Whether it is not meant to be kept as it stands: a run over its limit, or one that nothing was rated for.
    """

    start: dt.datetime
    end: dt.datetime
    summary: str
    description: str
    busy: bool = False
    tentative: bool = False

    @property
    def uid(self) -> str:
        """A name that only its content decides, so that the same file twice makes no second event."""
        content = f"{self.start}\n{self.end}\n{self.summary}\n{self.description}"
        return f"{hashlib.sha256(content.encode()).hexdigest()[:32]}@legrun"


def week_ics(answer: Answer, *, stamp: dt.datetime | None = None) -> bytes:
    """Return the windows of the week and the run in mind as a calendar.

    Parameters
    ----------
    answer : Answer
        The answer to write down.
    stamp : datetime.datetime, optional
        When it is written down, with its zone; see `calendar_of`.

    Returns
    -------
    bytes
        iCalendar (RFC 5545) in local times without a zone, which every calendar shows at that hour of the
        clock. One event for each verdict that is likely reached within the week, in the part of a day that it is
        likely reached in, at hours at which people are awake, and one for the run in mind; the present verdict where
        there is neither; behind a red flag nothing but what to do.
    """
    return calendar_of(_events(answer), stamp or answer.scenario.now)


def calendar_of(events: Iterable[CalendarEvent], stamp: dt.datetime, *, alarm: dt.timedelta | None = None) -> bytes:
    """Return events as a calendar (RFC 5545) in local times without a zone.

    Parameters
    ----------
    events : iterable of CalendarEvent
        Its entries.
    stamp : datetime.datetime
        When they are written down. The standard wants it in UTC; the package has no clock and no zone, so a moment
        without a zone is taken as it stands.
    alarm : datetime.timedelta, optional
        How long before its start to remind of what takes up time.

    Notes
    -----
    Single events, never a rule that repeats, and no zone of our own: readers disagree about both over a change of
    the clocks (node-ical 0.26.1 moves a floating weekly event by an hour; ical.js 2.2.1 reads a July evening in a zone
    that icalendar 7.3.2 has added an hour late), and 29 February has no yearly rule that all of them read alike.
    """
    # Slow to load, and needed only once someone asks for a calendar.
    from icalendar import Alarm, Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", f"-//legrun//model {MODEL_VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "legrun")
    for each in events:
        event = Event()
        event.add("uid", each.uid)
        event.add("dtstamp", stamp.astimezone(dt.UTC) if stamp.tzinfo else stamp.replace(tzinfo=dt.UTC))
        event.add("dtstart", each.start)
        event.add("dtend", each.end)
        event.add("summary", each.summary)
        event.add("description", each.description)
        event.add("status", "TENTATIVE" if each.tentative else "CONFIRMED")
        event.add("transp", "OPAQUE" if each.busy else "TRANSPARENT")
        if alarm is not None and each.busy:
            reminder = Alarm()
            reminder.add("action", "DISPLAY")
            reminder.add("description", each.summary)
            reminder.add("trigger", -alarm)
            event.add_component(reminder)
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(answer: Answer) -> list[CalendarEvent]:
    """Return what goes into the calendar."""
    now = answer.scenario.now
    if answer.scenario.red_flags:
        todo = " ".join(STOP[flag][1] for flag in answer.scenario.red_flags)
        return [CalendarEvent(now, now + MARK, "No run: something feels wrong", todo)]
    planned = _planned_event(answer)
    events = [*_window_events(answer), *([planned] if planned else [])]
    if events:
        return events
    said = verdict_sentence(answer.advice, now)
    return [CalendarEvent(now, now + MARK, VERDICT_NAMES[answer.advice.verdict], signed(said, now))]


def signed(text: str, now: dt.datetime) -> str:
    """Return a description with where it comes from."""
    return f"{text}\n{CAUTION}\nlegrun, model {MODEL_VERSION}, from what was entered for {moment(now)}."


def _window_events(answer: Answer) -> Iterator[CalendarEvent]:
    """Yield an event for each better verdict that is likely reached within the week, as the card has it."""
    now = answer.scenario.now
    for window in answer.for_plan.windows:
        if window.likely is not None:
            part = waking_part(window.likely)
            summary = f"{VERDICT_NAMES[window.verdict]} likely from here"
            yield CalendarEvent(part.start, part.end, summary, signed(_range(window, now), now))


def _range(window: Window, now: dt.datetime) -> str:
    """Return when a window opens, with its range."""
    likely, earliest = window.likely or now, window.earliest or now
    latest = waking_part(window.latest).name if window.latest else "beyond this week"
    between = f"between {waking_part(earliest).name} and {latest}"
    return f"Likely from {waking_part(likely).name}; in 8 of 10 cases {between}."


def _planned_event(answer: Answer) -> CalendarEvent | None:
    """Return the run in mind with whether it fits, or None where there is none."""
    now, plan = answer.scenario.now, answer.scenario.planned
    if plan is None:
        return None
    guess, over = is_estimate(answer.scenario), False
    if answer.plan_ahead is None:
        said = "It lies outside the week that legrun looks at."
    else:
        advice = answer.for_plan
        over = not plan_fits(advice, plan)
        # Read on another day: from the run's own start, "today" is the day of the run.
        fits = (unrated_plan_sentence if guess else plan_sentence)(advice, plan, plan.start)
        said = " ".join(filter(None, (open_sentence(advice, now), fits, verdict_sentence(advice, plan.start))))
    name = f"{printable(plan.name) or 'Planned run'}{OVER if over else ''}"
    summary = f"{name}: {plan.minutes:.0f} min at effort {effort_text(plan.rpe)} ({effort_words(plan.rpe)})"
    return CalendarEvent(plan.start, plan.end, summary, signed(said, now), busy=True, tentative=over or guess)
