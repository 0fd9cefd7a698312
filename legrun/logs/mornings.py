"""The morning check-in: soreness and sleep of each day of a log, and what is typed in beside its files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from legrun.evidence import value
from legrun.logs.log import Log
from legrun.scenario import Athlete, CheckIn, Session
from legrun.scenario.hours import DAY

__all__ = ["Morning", "mornings", "rated_today", "typed_in"]

RATED_AT = dt.time(7)  # a morning's rating whose hour nobody told, as in the files
# A page's clock is the nearest whole hour: what was rated up to half an hour after it is of now.
ROUNDED = dt.timedelta(minutes=value("history.rounded_minutes"))


@dataclass(frozen=True)
class Morning:
    """One day's check-in.

    Attributes
    ----------
    date : datetime.date
        The day.
    time : datetime.datetime
        When it was rated, or would be.
    soreness : float or None
        Its newest rating. [0-10]
    sleep_h : float or None
        The night that ends on it. [h]
    fatigue : float or None
        Overall fatigue that was said with it. [1-5]
    """

    date: dt.date
    time: dt.datetime
    soreness: float | None
    sleep_h: float | None
    fatigue: float | None = None

    def rated(self, soreness: float | None) -> CheckIn:
        """Return its check-in with another soreness; what was said of overall fatigue stays."""
        return CheckIn(self.time, soreness, self.fatigue)


def rated_today(log: Log, now: dt.datetime) -> tuple[CheckIn, ...]:
    """Return the check-ins of the day of a moment that count at it, oldest first.

    Parameters
    ----------
    log : Log
        A training log.
    now : datetime.datetime
        The moment.

    Returns
    -------
    tuple of CheckIn
        Those up to it. Where there is none, the day's first, since a file that names days alone has its ratings at
        07:00, and who asks at six has rated; not so one after a session that is to come.

    Examples
    --------
    >>> log = Log("legrun", check_ins=(CheckIn(dt.datetime(2026, 3, 4, 7), 4.0),))
    >>> [check_in.soreness for check_in in rated_today(log, dt.datetime(2026, 3, 4, 6))]
    [4.0]
    """
    today = [c for c in log.check_ins if c.time.date() == now.date()]
    done = tuple(c for c in today if c.time <= now + ROUNDED)
    if done or not today:
        return done
    first = today[0]
    return () if any(now < s.start <= first.time for s in log.sessions) else (first,)


def mornings(log: Log, until: dt.datetime, days: int) -> tuple[Morning, ...]:
    """Return the check-ins of the last days, newest first, whether or not there is one.

    Parameters
    ----------
    log : Log
        A training log.
    until : datetime.datetime
        A moment of the last day; a rating of that day would be given then.
    days : int
        How many days.

    Examples
    --------
    >>> log = Log("legrun", check_ins=(CheckIn(dt.datetime(2026, 3, 3, 6, 30), 4.0),))
    >>> [(m.time.day, m.time.hour, m.soreness) for m in mornings(log, dt.datetime(2026, 3, 4, 9), 2)]
    [(4, 9, None), (3, 6, 4.0)]
    """
    newest = {c.time.date(): c for c in log.check_ins if c.time.date() < until.date()}
    newest.update({c.time.date(): c for c in rated_today(log, until)})
    rows = []
    for ago in range(days):
        date = until.date() - ago * DAY
        usual = until if ago == 0 else dt.datetime.combine(date, RATED_AT)
        rated = newest.get(date, CheckIn(usual))
        rows.append(Morning(date, rated.time, rated.soreness, log.sleep_h.get(date), rated.fatigue))
    return tuple(rows)


def typed_in(
    log: Log | None,
    *,
    check_ins: Iterable[CheckIn] = (),
    sleep_h: Mapping[dt.date, float] | None = None,
    sessions: Iterable[Session] = (),
    athlete: Athlete | None = None,
) -> Log:
    """Return what was typed in beside the files, with more of it; the newer word on a moment or a night counts.

    Examples
    --------
    >>> seven = dt.datetime(2026, 3, 4, 7)
    >>> once = typed_in(None, check_ins=[CheckIn(seven, 4.0)])
    >>> typed_in(once, check_ins=[CheckIn(seven, 5.0)], sleep_h={seven.date(): 6.5}).check_ins[0].soreness
    5.0
    """
    known = log or Log("legrun")
    rated = {c.time: c for c in (*known.check_ins, *check_ins)}
    done = tuple(sorted({*known.sessions, *sessions}, key=lambda s: (s.start, s.kind, s.name)))
    return replace(
        known,
        sessions=done,
        check_ins=tuple(rated[time] for time in sorted(rated)),
        sleep_h=dict(sorted({**known.sleep_h, **(sleep_h or {})}.items())),
        workouts=len(done),
        athlete=athlete or known.athlete,
    )
