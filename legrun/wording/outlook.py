"""When more is likely, and how many of 100 people would be at each verdict."""

from __future__ import annotations

import datetime as dt

from legrun.decision.advice import Advice
from legrun.decision.outlook import Window
from legrun.model.readiness import Verdict
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.languages import say
from legrun.wording.rounding import listed, of_hundred
from legrun.wording.times import are_of_one_part, later_part

__all__ = ["chances_sentence", "window_words", "windows_sentences"]

CHANCES: dict[Verdict, str] = {
    "rest": "should rest",
    "walk": "should walk",
    "easy": "could run easy",
    "moderate": "could run steadily",
    "hard": "could run hard",
}


def window_words(window: Window | None, now: dt.datetime, at: dt.datetime) -> str:
    """Return a window's likely time with its range, for someone told at `now` what holds at `at`.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> window_words(None, now, now)
    'not within this week'
    """
    if window is None or window.likely is None:
        return say("not within this week")
    likely = later_part(window.likely, at, now)
    earliest = later_part(window.earliest, at, now) if window.earliest else likely
    latest = later_part(window.latest, at, now) if window.latest else say("beyond this week")
    ends = (window.earliest or window.likely, window.likely, window.latest)
    if None not in ends and are_of_one_part(filter(None, ends)):
        return likely
    return say("{likely} (range {earliest} to {latest})", likely=likely, earliest=earliest, latest=latest)


def windows_sentences(advice: Advice, now: dt.datetime) -> list[str]:
    """Return when each better verdict is likely, with its range.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> reply = answer(PRESETS[3].scenario(dt.date(2026, 3, 4)))
    >>> windows_sentences(reply.advice, reply.scenario.now)
    ['Hard run: late this evening (range late this evening to Fri midday).']
    """
    return [
        say("{verdict}: {when}.", verdict=VERDICT_NAMES[window.verdict], when=window_words(window, now, advice.at))
        for window in advice.windows
    ]


def chances_sentence(advice: Advice) -> str:
    """Return how many of 100 people with these inputs would be at each verdict, gates included, the likely ones alone.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> from legrun.scenario.presets import PRESETS
    >>> chances_sentence(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice)
    'Of 100 people like this, 88 could run hard, 7 could run steadily and 5 could run easy.'
    """
    people = zip(of_hundred(list(advice.chances.values())), advice.chances.items(), strict=True)
    likely = sorted((share, verdict, count) for count, (verdict, share) in people if count)[::-1]
    counts = [f"{'all' if len(likely) == 1 else count} {CHANCES[verdict]}" for _, verdict, count in likely]
    said = f"Of 100 people like this, {listed(counts)}."
    if not likely or likely[0][1] == advice.verdict:
        return said
    middle = "goes by the middle soreness, strength and score of them all, and by the rules, not by the largest group"
    return f"{said} Our verdict, {VERDICT_NAMES[advice.verdict].lower()}, {middle}."
