"""From a training log to a scenario: what the last six weeks say about today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from legrun.evidence import value
from legrun.logs import Log
from legrun.scenario import Athlete, Experience, Scenario, Session

__all__ = ["StartingPoint", "last_day", "starting_point", "suggested_experience"]

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class StartingPoint:
    """A scenario that stands on a log, and what was made of it.

    Attributes
    ----------
    scenario : Scenario
        The log's last 42 days.
    log_name : str
        The file it came from.
    experience_reason : str
        Why that experience of leg days is suggested.
    """

    scenario: Scenario
    log_name: str
    experience_reason: str


def last_day(log: Log) -> dt.datetime:
    """Return the first full hour after everything in the log: the moment that stands in for now.

    Raises
    ------
    ValueError
        If the log holds nothing.
    """
    ends = [*(s.end for s in log.sessions), *(c.time for c in log.check_ins)]
    if not ends:
        raise ValueError("The log holds no session and no check-in, so it cannot be a starting point.")
    last = max(ends)
    whole = last.replace(minute=0, second=0, microsecond=0)
    return whole if whole == last else whole + dt.timedelta(hours=1)


def suggested_experience(sessions: Sequence[Session], now: dt.datetime) -> tuple[Experience, str]:
    """Return how used to leg days a log shows someone to be, and the reason in words.

    Notes
    -----
    Counts days with a leg session in the twelve weeks before `now`; the borders are our judgement.
    """
    weeks = value("history.experience_weeks")
    since = now - 7 * weeks * DAY
    legs = [s for s in sessions if s.kind == "legs" and s.start <= now]
    recent = {s.start.date() for s in legs if s.start >= since}
    per_week = len(recent) / weeks
    said = f"{len(recent)} leg days in the last {weeks:g} weeks"
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
        The moment to stand at; the end of the log's last day unless said otherwise.

    Returns
    -------
    StartingPoint
        Sessions, ratings and sleep of the last 42 days, the longest run of the last 30, and a suggested
        experience with its reason.
    """
    at = now or last_day(log)
    since = at - value("history.days") * DAY
    done = [s for s in log.sessions if s.start <= at]
    recent = [s for s in done if s.start >= since]
    experience, reason = suggested_experience(done, at)
    runs = [s.minutes for s in done if s.kind == "run" and s.start >= at - value("caps.longest_days") * DAY]
    scenario = Scenario(
        now=at,
        athlete=Athlete(experience=experience),
        sessions=tuple(recent),
        check_ins=tuple(c for c in log.check_ins if since <= c.time <= at),
        sleep_h={date: hours for date, hours in log.sleep_h.items() if since.date() <= date <= at.date()} or None,
        longest_run_minutes=max(runs) if runs else None,
        log_since=max(since, done[0].start) if done else None,
    )
    return StartingPoint(scenario, log.name, reason)
