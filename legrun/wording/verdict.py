"""The sentence of a verdict: what to do, and when more is likely."""

from __future__ import annotations

import datetime as dt

from legrun.decision.advice import Advice, is_conditional
from legrun.decision.outlook import Window
from legrun.model.readiness import VERDICTS, Verdict
from legrun.scenario import Session
from legrun.scenario.hours import is_small_hours
from legrun.wording.languages import say, weekday
from legrun.wording.limits import effort_words, limits_words
from legrun.wording.outlook import window_words
from legrun.wording.times import WAKES, later_part, part_of_day

__all__ = ["ahead_sentence", "open_sentence", "verdict_sentence", "what_to_do"]


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
    return " ".join(filter(None, (open_sentence(advice, now), _what_fits(advice, now))))


def open_sentence(advice: Advice, now: dt.datetime) -> str:
    """Return that what holds for another day takes for granted that today's trouble is over; empty where it need not.

    Examples
    --------
    >>> from legrun.answering import advise
    >>> from legrun.scenario import Scenario
    >>> limping = Scenario(now=dt.datetime(2026, 3, 4, 7), flags=frozenset({"limping"}))
    >>> [open_sentence(advise(limping, limping.now + dt.timedelta(days=d)), limping.now)[:46] for d in (0, 3)]
    ['', 'Only if what holds you back today is over by t']
    """
    if not is_conditional(advice, now) or advice.verdict == "rest":
        return ""
    return say("Only if what holds you back today is over by then; check again that day first.")


def _what_fits(advice: Advice, now: dt.datetime) -> str:
    again = part_of_day(dt.datetime.combine(advice.at.date() + dt.timedelta(days=1), dt.time(WAKES)), now)
    if advice.verdict == "rest":
        return say(
            "Rest from running {day}. Walk gently if that is comfortable, and check again {again}.",
            day=_day(advice, now),
            again=again,
        )
    limits = limits_words(advice)
    if advice.verdict == "hard":
        said = say("A hard run fits: up to {limits}.", limits=limits)
        clear = say("Nothing you entered stands in the way.")
        return f"{said} {clear}" if advice.nothing_in_the_way else said
    if advice.verdict == "walk":
        said = say("Walk, don't run: up to {limits} or below.", limits=limits)
    elif advice.verdict == "easy":
        said = say("Easy run only: up to {limits} or below, slow enough to talk.", limits=limits)
    else:
        said = say("Steady run: up to {limits}.", limits=limits)
    return f"{said} {_later(advice, now, again)}"


def _later(advice: Advice, now: dt.datetime, again: str) -> str:
    """Return when more is likely; where no time may be named for it, when to look again."""
    window = _window(advice, "easy" if advice.verdict == "walk" else "hard")
    time = window.likely if window else None
    likely = later_part(time, advice.at, now) if time else None
    if advice.no_dates and advice.verdict == "easy":
        return say("Intervals and tempo: check again {again}.", again=again)
    if advice.no_dates:
        return say("Check again {again}.", again=again)
    if advice.verdict == "walk":
        if time is None:
            return say("An easy run is not likely within this week.")
        return say("An easy run is likely from {when}.", when=window_words(window, now, advice.at))
    if time is None and advice.verdict == "easy":
        return say("Intervals and tempo: not within this week.")
    if time is None:
        return say("Keep intervals, tempo and sprints for another week.")
    # "Later this morning or later" would say it twice.
    if advice.verdict == "easy" or likely != part_of_day(time, now):
        return say("Intervals and tempo: not before {when}.", when=likely)
    return say("Keep intervals, tempo and sprints for {when} or later.", when=likely)


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
    speech = say(
        "At effort {effort:g} you can speak {speech}.", effort=advice.max_rpe, speech=effort_words(advice.max_rpe)
    )
    return f"{said} {speech}"


def ahead_sentence(legs: Session, at: dt.datetime) -> str:
    """Return that a leg day is still ahead, and whether the verdict at a moment is for before or after it.

    Examples
    --------
    >>> legs = Session("legs", dt.datetime(2026, 3, 6, 18), 60, 8)
    >>> for day in (4, 7):
    ...     print(ahead_sentence(legs, dt.datetime(2026, 3, day, 7)))
    This leg day is ahead (Fri 6 Mar, 18:00). The verdict is for before it; the chart shows its effect.
    This leg day is ahead (Fri 6 Mar, 18:00). The verdict is for your run after it, and counts it.
    """
    when = f"{legs.start:%a} {legs.start.day} {legs.start:%b, %H:%M}"
    effect = "before it; the chart shows its effect" if at <= legs.start else "your run after it, and counts it"
    return f"This leg day is ahead ({when}). The verdict is for {effect}."


def _window(advice: Advice, verdict: Verdict) -> Window | None:
    return next((w for w in advice.windows if w.verdict == verdict), None)


def _day(advice: Advice, now: dt.datetime) -> str:
    ahead = (advice.at.date() - now.date()).days
    if ahead == 0:
        return say("today")
    if ahead == 1 and not is_small_hours(now):
        return say("tomorrow")
    return say("on {weekday}", weekday=weekday(advice.at))
