"""Where a client stands this morning: the scenario that their rows and today's check-in make."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from legrun.logs import Log
from legrun.logs.starting_point import starting_point
from legrun.roster.roster import Roster
from legrun.scenario import CheckIn, Scenario, Session

__all__ = ["Entry", "Standing", "standing"]


@dataclass(frozen=True)
class Entry:
    """A check-in of today.

    Attributes
    ----------
    soreness : float or None
        Leg soreness; None when not rated today. [0-10]
    sleep_h : float or None
        Last night's sleep; None when not told. [h]
    flags : frozenset of str
        What feels wrong.
    """

    soreness: float | None = None
    sleep_h: float | None = None
    flags: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Standing:
    """A client this morning.

    Attributes
    ----------
    client : int
        Which of the roster's clients.
    name : str
        What they are called.
    scenario : Scenario
        What is known of them; the plan for today is its run in mind.
    entry : Entry
        This morning's check-in.
    last_check_in : datetime.datetime or None
        When they last rated soreness.
    plans : tuple of Session
        Everything planned for today.
    experience_reason : str
        Why that experience of leg days.
    """

    client: int
    name: str
    scenario: Scenario
    entry: Entry
    last_check_in: dt.datetime | None
    plans: tuple[Session, ...]
    experience_reason: str


def standing(roster: Roster, client: int, now: dt.datetime, edited: Entry | None = None) -> Standing:
    """Return where a client stands.

    Parameters
    ----------
    roster : Roster
        The roster.
    client : int
        Which of its clients.
    now : datetime.datetime
        The moment that the answer is for.
    edited : Entry, optional
        A check-in of today that takes the place of the file's.

    Returns
    -------
    Standing
        Its scenario is that of `starting_point`, so that a client's own log gives the same answer.
    """
    log = roster.recent_log(client, now)
    entry = edited or _entry(log, now, roster.flags(client, now))
    point = starting_point(log if edited is None else _with_entry(log, entry, now), now=now)
    plans = roster.plans(client, now)
    run = next((plan for plan in plans if plan.kind == "run"), None)
    scenario = replace(point.scenario, planned=run, flags=entry.flags)
    last = roster.last_check_in(client, now)
    if edited is not None:
        last = now if entry.soreness is not None else roster.last_check_in(client, now - dt.timedelta(days=1))
    return Standing(client, roster.clients[client], scenario, entry, last, plans, point.experience_reason)


def _entry(log: Log, now: dt.datetime, flags: frozenset[str]) -> Entry:
    """Return the check-in of today that a log holds."""
    rated = [c.soreness for c in log.check_ins if c.time.date() == now.date() and c.soreness is not None]
    return Entry(rated[-1] if rated else None, log.sleep_h.get(now.date()), flags)


def _with_entry(log: Log, entry: Entry, now: dt.datetime) -> Log:
    """Return a log with what was entered in place of today's check-ins and night."""
    today = now.date()
    nights = {date: hours for date, hours in log.sleep_h.items() if date != today}
    if entry.sleep_h is not None:
        nights[today] = entry.sleep_h
    earlier = tuple(c for c in log.check_ins if c.time.date() < today)
    return replace(log, check_ins=(*earlier, CheckIn(now, entry.soreness)), sleep_h=nights)
