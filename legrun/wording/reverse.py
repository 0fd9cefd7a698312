"""The question reversed, answered in a sentence: the longest run today that leaves one ready for a later session."""

from __future__ import annotations

import datetime as dt

from legrun.alternatives.options import EVEN, Grid, day_word, find_longest_ready
from legrun.decision.advice import Advice
from legrun.evidence import value
from legrun.model.readiness import VERDICTS
from legrun.scenario import Scenario, Session
from legrun.scenario.names import VERDICT_PHRASES, session_name
from legrun.wording.rounding import capitalised
from legrun.wording.times import part_of_day

__all__ = ["goal_words", "reverse_sentence"]

LIKELY = value("options.likely")
EASY = VERDICTS.index("easy")


def goal_words(session: Session, now: dt.datetime) -> str:
    """Return the name of a session to be ready for.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> goal_words(Session("run", dt.datetime(2026, 3, 7, 9), 120, 4, style="long"), now)
    "Saturday's long run"
    """
    return f"{day_word(session.start, now)}'s {session_name(session).lower()}"


def reverse_sentence(grid: Grid, advice: Advice, scenario: Scenario, goal: str = "") -> str:
    """Return the longest run that leaves one ready for a later session, in one sentence.

    Parameters
    ----------
    grid : Grid
        The grid.
    advice : Advice
        The advice for the start of the run.
    scenario : Scenario
        The person and the moment.
    goal : str
        The session to be ready for, as in "Saturday's long run"; otherwise the verdict needed at its time.

    Returns
    -------
    str
        One sentence that says how likely it is.
    """
    whose = day_word(grid.start, scenario.now)
    day = whose if whose in ("today", "tomorrow") else f"on {whose}"
    if not goal:
        when = part_of_day(grid.ready_at, scenario.now)
        if grid.needed == VERDICTS[0]:
            return f"{capitalised(when)} we expect you to need rest from running, whatever you do {day}."
        goal = f"{VERDICT_PHRASES[grid.needed]} {when}"
    if advice.no_dates:
        ready = part_of_day(grid.ready_at, scenario.now)
        return f"Nobody knows when what holds you back is over, so no chance is named for {ready}: check again then."
    odds = _odds(grid.rest.chance)
    if not grid.rest.ready or grid.rest.chance < EVEN:
        return f"Even with rest {day}, being ready for {goal} is {odds}."
    best = find_longest_ready(grid, advice, scenario.planned)
    if best is not None:
        cell, most = best
        bound = f", the longest that {whose}'s limits allow at that effort," if most else ""
        run = f"{cell.minutes:.0f} min at effort {cell.rpe:g} {day}{bound}"
        return f"You can still do up to {run} and be ready for {goal}: {_odds(cell.chance)}."
    if VERDICTS.index(advice.verdict) < EASY:
        instead = "rest" if advice.verdict == VERDICTS[0] else "a walk"
        return f"No run fits {day}; with {instead}, being ready for {goal} is {odds}."
    return f"Walk at most {day}: then being ready for {goal} is {odds}."


def _odds(chance: float) -> str:
    """Return how likely something is, in a word and in tenths.

    Examples
    --------
    >>> [_odds(chance) for chance in (0.99, 0.72, 0.5, 0.01)]
    ['likely (more than 9 in 10)', 'likely (7 in 10)', 'as likely as not (5 in 10)', 'unlikely (less than 1 in 10)']
    """
    tenths = round(10 * chance)
    even = "slightly more likely than not" if tenths > 5 else "as likely as not"
    word = "likely" if chance >= LIKELY else even if chance >= EVEN else "unlikely"
    if tenths in (0, 10):
        return f"{word} ({'more than 9' if tenths else 'less than 1'} in 10)"
    return f"{word} ({tenths} in 10)"
