"""What a log's last six weeks are taken for, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legrun.decision.limits import longest_run
from legrun.evidence import value
from legrun.wording.languages import moment
from legrun.wording.rounding import counted

if TYPE_CHECKING:
    from legrun.logs.starting_point import StartingPoint

__all__ = ["starting_sentences"]


def starting_sentences(point: StartingPoint) -> list[str]:
    """Return what a starting point holds, its numbers in bold (Markdown), one sentence each.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.logs import Log
    >>> from legrun.logs.starting_point import starting_point
    >>> from legrun.scenario import Session
    >>> twice = tuple(Session("legs", dt.datetime(2026, 3, 3, hour), 30, 8) for hour in (9, 18))
    >>> said = starting_sentences(starting_point(Log("legrun", sessions=twice)))
    >>> said[0]
    'The last 42 days hold **1 leg day** (the newest on Tue 3 Mar, 18:00), **0 runs** and **0 ratings**.'
    >>> said[-1]
    'Sleep: a usual night is taken to be **7.5 h**.'
    """
    scenario = point.scenario
    recent = [s for s in scenario.sessions if s.start >= point.since]
    legs = [s for s in recent if s.kind == "legs"]
    newest = f" (the newest on {moment(legs[-1].start)})" if legs else ""
    days = counted(len({s.start.date() for s in legs}), "leg day")
    runs = counted(sum(s.kind == "run" for s in recent), "run")
    ratings = counted(sum(c.soreness is not None for c in scenario.check_ins), "rating")
    said = [f"The last {value('history.days'):.0f} days hold **{days}**{newest}, **{runs}** and **{ratings}**."]
    # The limit of a run counts from it, so it is not the longest of all that the page shows.
    among = f"30 days, without races and the newest {value('caps.longest_recent_days'):.0f} days"
    known, longest = scenario.longest_run_minutes is not None, longest_run(scenario)
    used_to = f"**{longest:.0f} min** (of {among})" if known else f"taken to be **{longest:.0f} min** (none in {among})"
    said.append(f"Longest run you are used to: {used_to}.")
    if point.usual_week_au:
        said.append(f"A usual week: **{point.usual_week_au:,.0f} AU** (minutes × effort).")
    usual = scenario.athlete.usual_sleep_h
    night = (
        f"a usual night **{usual:.1f} h** (half of {point.sleep_nights} nights are longer)"
        if point.sleep_nights
        else f"a usual night is taken to be **{usual:g} h**"
    )
    return [*said, f"Sleep: {night}."]
