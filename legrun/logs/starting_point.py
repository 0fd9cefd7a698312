"""From a training log to a scenario: what the last six weeks say about today."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from legrun.evidence import value
from legrun.logs import Log
from legrun.logs.mornings import rated_today
from legrun.model.whole import usual_longest
from legrun.scenario import Athlete, CheckIn, Experience, Scenario, Session
from legrun.scenario.hours import DAY, HOUR

__all__ = ["StartingPoint", "done_by", "last_day", "starting_point", "suggested_experience"]


@dataclass(frozen=True)
class StartingPoint:
    """A scenario that stands on a log, and what was made of it.

    Attributes
    ----------
    scenario : Scenario
        The log's last 42 days.
    experience_reason : str
        Why that experience of leg days is suggested.
    usual_week_au : float or None
        Mean load of a week of them; None where the log covers less than one. [AU]
    sleep_nights : int
        Nights that the usual sleep is the median of; 0 when too few are known.
    since : datetime.datetime
        From when on the log is looked at.
    """

    scenario: Scenario
    experience_reason: str
    usual_week_au: float | None
    sleep_nights: int
    since: dt.datetime


def last_day(log: Log, now: dt.datetime | None = None) -> dt.datetime:
    """Return the first full hour after everything in the log: the moment that stands in for now.

    What `rated_today` counts at `now`, where that is said, is of now at the latest, and so is what `done_by` moves.

    Raises
    ------
    ValueError
        If the log holds nothing.
    """
    of_now = rated_today(log, now) if now is not None else ()
    rated = [c.time for c in log.check_ins if c not in of_now]
    over = log.sessions if now is None else _over_by(log, now)
    ends = [*(s.end for s in over), *rated, *(min(c.time, now) for c in of_now if now)]
    if not ends:
        raise ValueError("The log holds no session and no check-in, so it cannot be a starting point.")
    last = max(ends)
    whole = last.replace(minute=0, second=0, microsecond=0)
    return whole if whole == last else whole + HOUR


def done_by(log: Log, at: dt.datetime) -> list[Session]:
    """Return the sessions that have begun by a moment, oldest first.

    On the last day of a log those without an hour of their own have ended by then, whatever hour stands in for it: a
    log tells what was done, and on that day it was done so far.

    Examples
    --------
    >>> day = Session("legs", dt.datetime(2026, 3, 4, 18), 60, 8, estimated=frozenset({"start"}))
    >>> [f"{session.start:%H:%M}" for session in done_by(Log("Table", sessions=(day,)), dt.datetime(2026, 3, 4, 9))]
    ['08:00']
    """
    return sorted((s for s in _over_by(log, at) if s.start <= at), key=lambda session: session.start)


def _over_by(log: Log, at: dt.datetime) -> Sequence[Session]:
    """Return a log's sessions, those of its last day that have no hour moved to before a moment of that day."""
    if _last_date(log) != at.date():
        return log.sessions
    untimed = [s for s in log.sessions if "start" in s.estimated and s.start.date() == at.date()]
    ahead = max([at, *(s.end for s in untimed)]) - at
    moved = {id(s): replace(s, start=s.start - ahead) for s in untimed if ahead}
    return [moved.get(id(s), s) for s in log.sessions]


def _last_date(log: Log) -> dt.date | None:
    """Return the last day of which a log tells anything."""
    days = [*(s.start.date() for s in log.sessions), *(c.time.date() for c in log.check_ins), *log.sleep_h]
    return max(days, default=None)


def suggested_experience(sessions: Sequence[Session], now: dt.datetime) -> tuple[Experience, str]:
    """Return how used to leg days a log shows someone to be, and the reason in words.

    Notes
    -----
    Counts days with a leg session in the twelve weeks before `now`, or in as many as the log covers; the borders
    are our judgement.
    """
    done = [s for s in sessions if s.start <= now]
    if not done:
        return "recreational", "the log does not say; most people are"
    legs = [s for s in done if s.kind == "legs"]
    covered = max(1.0, (now - done[0].start) / (7 * DAY))
    weeks = min(value("history.experience_weeks"), math.ceil(covered))
    recent = {s.start.date() for s in legs if s.start >= now - 7 * weeks * DAY}
    per_week = len(recent) / max(weeks, value("history.least_weeks"))
    days = "leg day" if len(recent) == 1 else "leg days"
    said = f"{len(recent) or 'no'} {days} in the last {weeks:g} weeks" if weeks > 1 else f"{len(recent)} {days} logged"
    known = (now - legs[0].start) / (7 * DAY) if legs else 0.0
    if per_week >= value("history.trained_per_week") and known >= value("history.trained_weeks"):
        return "trained", f"{said}, and leg days for {known:.0f} weeks"
    if per_week >= value("history.recreational_per_week"):
        return "recreational", said
    return "novice", said


def starting_point(log: Log, *, now: dt.datetime | None = None) -> StartingPoint:
    """Return the scenario that a log's last 42 days make.

    Parameters
    ----------
    log : Log
        A training log.
    now : datetime.datetime, optional
        The moment to stand at; the end of the log's last day unless said otherwise. What lies after it is left out.

    Returns
    -------
    StartingPoint
        Sessions, ratings and sleep of the last 42 days, the longest run of the last 30, a usual week and a usual
        night, and how used to leg days: as the log itself says, else suggested with the reason.

    Notes
    -----
    The newest leg day before the 42 days stays, since protection decays from it, and so does the newest run
    where their first 14 days hold none, since a comeback and the week after it are told by it.

    The ratings of the day of `now` are those of `legrun.logs.mornings.rated_today`.

    Examples
    --------
    >>> log = Log("legrun", sessions=(Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8),))
    >>> scenario = starting_point(log, now=dt.datetime(2026, 3, 4, 7)).scenario
    >>> [(session.kind, session.load_au) for session in scenario.sessions]
    [('legs', 480.0)]
    """
    at = now or last_day(log)
    since = at - value("history.days") * DAY
    done = done_by(log, at)
    recent = [s for s in done if s.start >= since]
    nights = {date: hours for date, hours in log.sleep_h.items() if since.date() <= date <= at.date()}
    athlete, reason = _athlete(log, done, at)
    enough = len(nights) >= value("history.least_nights")
    if enough:
        athlete = replace(athlete, usual_sleep_h=float(median(nights.values())))
    scenario = Scenario(
        now=at,
        athlete=athlete,
        sessions=(*_before(done, since), *recent),
        check_ins=_rated(log, since, at),
        sleep_h=nights or None,
        longest_run_minutes=usual_longest(tuple(done), at),
        log_since=max(since, done[0].start) if done else None,
    )
    covered = (at - max(since, done[0].start)) / (7 * DAY) if done else 0.0
    usual = sum(s.load_au for s in recent) / covered if covered >= 1 else None
    return StartingPoint(scenario, reason, usual, len(nights) if enough else 0, since)


def _rated(log: Log, since: dt.datetime, at: dt.datetime) -> tuple[CheckIn, ...]:
    """Return the check-ins that count at a moment, each of that moment at the latest."""
    earlier = (c for c in log.check_ins if since <= c.time and c.time.date() < at.date())
    return tuple(c if c.time <= at else replace(c, time=at) for c in (*earlier, *rated_today(log, at)))


def _athlete(log: Log, done: Sequence[Session], at: dt.datetime) -> tuple[Athlete, str]:
    """Return who it is, and why that experience of leg days."""
    if log.athlete is not None:
        return log.athlete, "as you said"
    experience, reason = suggested_experience(done, at)
    return Athlete(experience=experience), reason


def _before(done: Sequence[Session], since: dt.datetime) -> list[Session]:
    """Return what still matters of the time before: the newest leg day, and the newest run if a break came after it."""
    earliest, broken = since - value("history.earlier_days") * DAY, since + value("gates.comeback_days") * DAY
    legs = [s for s in done if s.kind == "legs" and earliest <= s.start < since]
    # A longer break is no smaller one: the run before it is looked for as far back as a link tells.
    oldest = since + (value("history.days") - value("history.break_days")) * DAY
    runs = [s for s in done if s.kind == "run" and oldest <= s.start < broken]
    before_break = runs[-1:] if runs and runs[-1].start < since else []
    return sorted((*legs[-1:], *before_break), key=lambda session: session.start)
