"""A client's last four weeks, morning by morning."""

from __future__ import annotations

import datetime as dt

from legrun.answering import answer
from legrun.charts.mornings import DayMark
from legrun.logs import Log
from legrun.roster import ClientDay, Morning, Roster
from legrun.scenario.hours import DAY
from legrun.scenario.names import Verdict

__all__ = ["day_marks"]

DAYS = 28


def day_marks(roster: Roster, today: Morning, log: Log) -> list[DayMark]:
    """Return the last 28 mornings, oldest first: what was rated, done, and allowed by what was known then.

    Parameters
    ----------
    roster : Roster
        The roster.
    today : Morning
        The client's row of this morning.
    log : Log
        Their whole log.
    """
    now, client = today.day.scenario.now, today.day.client
    loads: dict[dt.date, float] = {}
    for session in log.sessions:
        loads[session.start.date()] = loads.get(session.start.date(), 0.0) + session.load_au
    marks = []
    for ago in range(DAYS - 1, -1, -1):
        day = today.day if ago == 0 else ClientDay.of(roster, client, now - ago * DAY)
        date = now.date() - ago * DAY
        verdict = today.verdict if ago == 0 else _verdict(day)
        marks.append(DayMark(date, day.entry.soreness, day.entry.sleep_h, loads.get(date, 0.0), verdict))
    return marks


def _verdict(day: ClientDay) -> Verdict | None:
    """Return what was allowed; nothing behind a red flag, in an absence, or where the day was not rated."""
    if day.scenario.red_flags or day.step == "off" or day.all_lost or day.entry.soreness is None:
        return None
    return answer(day.scenario).advice.verdict
