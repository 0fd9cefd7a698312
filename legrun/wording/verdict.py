"""The sentence of a verdict: what to do, and when more is likely."""

from __future__ import annotations

import datetime as dt

from legrun.decision.outlook import Window
from legrun.decision.verdict import Advice
from legrun.model.readiness import VERDICTS, Verdict
from legrun.scenario import Session
from legrun.wording.limits import effort_words, limits_words
from legrun.wording.outlook import window_words
from legrun.wording.times import part_of_day

__all__ = ["ahead_sentence", "verdict_sentence", "what_to_do"]


def verdict_sentence(advice: Advice, now: dt.datetime) -> str:
    """Return what to do, with when more is likely.

    Parameters
    ----------
    advice : Advice
        The advice.
    now : datetime.datetime
        From when the reader looks at it.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> rested = answer(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> verdict_sentence(rested.advice, rested.scenario.now)[-73:]
    '50 at effort 6, or 75 at effort 4. Nothing you entered stands in the way.'
    """
    again = part_of_day(dt.datetime.combine(advice.at.date() + dt.timedelta(days=1), dt.time(7)), now)
    if advice.verdict == "rest":
        return f"Rest from running {_day(advice, now)}. Walk gently if that is comfortable, and check again {again}."
    limits = limits_words(advice)
    if advice.verdict == "hard":
        clear = " Nothing you entered stands in the way." if advice.nothing_in_the_way else ""
        return f"A hard run fits: up to {limits}.{clear}"
    window = _window(advice, "easy" if advice.verdict == "walk" else "hard")
    likely = part_of_day(window.likely, now) if window and window.likely else None
    if advice.verdict == "walk":
        when = f"is likely from {window_words(window, now)}" if window and likely else "is not likely within this week"
        more = f"Check again {again}." if advice.no_dates else f"An easy run {when}."
        return f"Walk, don't run: up to {limits} or below. {more}"
    if advice.verdict == "easy":
        later = f"not before {likely}" if likely else "not within this week"
        later = f"check again {again}" if advice.no_dates else later
        return f"Easy run only: up to {limits} or below, slow enough to talk. Intervals and tempo: {later}."
    later = f"for {likely} or later" if likely else "for another week"
    more = f"Check again {again}" if advice.no_dates else f"Keep intervals, tempo and sprints {later}"
    return f"Steady run: up to {limits}. {more}."


def what_to_do(advice: Advice, now: dt.datetime) -> str:
    """Return what to do, and what the highest effort that is allowed feels like where there is a run.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> rested = answer(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> what_to_do(rested.advice, rested.scenario.now)[-38:]
    'At effort 9 you can speak a few words.'
    """
    said = verdict_sentence(advice, now)
    if VERDICTS.index(advice.verdict) < VERDICTS.index("easy"):
        return said
    return f"{said} At effort {advice.max_rpe:g} you can speak {effort_words(advice.max_rpe)}."


def ahead_sentence(legs: Session) -> str:
    """Return that a leg day is still ahead, and that the verdict is for before it.

    Examples
    --------
    >>> ahead_sentence(Session("legs", dt.datetime(2026, 3, 6, 18), 60, 8))
    'This leg day is ahead (Fri 6 Mar, 18:00). The verdict is for before it; the chart shows its effect.'
    """
    when = f"{legs.start:%a} {legs.start.day} {legs.start:%b, %H:%M}"
    return f"This leg day is ahead ({when}). The verdict is for before it; the chart shows its effect."


def _window(advice: Advice, verdict: Verdict) -> Window | None:
    return next((w for w in advice.windows if w.verdict == verdict), None)


def _day(advice: Advice, now: dt.datetime) -> str:
    ahead = (advice.at.date() - now.date()).days
    return "today" if ahead == 0 else "tomorrow" if ahead == 1 else f"on {advice.at:%A}"
