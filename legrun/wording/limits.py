"""The limits of a verdict: minutes, effort, and how much one can speak at it."""

from __future__ import annotations

from legrun.decision.verdict import Advice
from legrun.evidence import value
from legrun.model.readiness import VERDICTS

__all__ = ["effort_words", "limit_words", "limits_words"]

FREELY = "freely"


def effort_words(rpe: float) -> str:
    """Return how much one can speak at an effort.

    Examples
    --------
    >>> effort_words(4)
    'full sentences'
    """
    if rpe <= value("caps.walk_rpe"):
        return FREELY
    if rpe <= value("caps.easy_rpe"):
        return "full sentences"
    return "short sentences" if rpe <= value("caps.moderate_rpe") else "a few words"


def limits_words(advice: Advice) -> str:
    """Return how long a run may be at the highest effort, and at lower ones where it may be longer.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.answering import answer
    >>> from legrun.scenario import Scenario
    >>> limits_words(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))).advice)
    '30 min at effort 9, 50 at effort 6, or 75 at effort 4'
    """
    efforts = [advice.max_rpe, *(e for e in (value("caps.moderate_rpe"), value("caps.easy_rpe")) if e < advice.max_rpe)]
    said: list[tuple[float, float]] = []
    for effort in efforts:
        minutes = advice.minutes_at(effort)
        if not said or minutes > said[-1][1]:
            said.append((effort, minutes))
    first, *others = (f"{minutes:.0f}{{}} at effort {effort:g}" for effort, minutes in said)
    parts = [first.format(" min"), *(each.format("") for each in others)]
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])}, or {parts[-1]}"


def limit_words(advice: Advice) -> list[str]:
    """Return the limits of the verdict in a few words each: minutes, effort, how one can talk; none for rest.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> limit_words(answer(PRESETS[1].scenario(dt.date(2026, 3, 4))).advice)
    ['up to 35 min', 'effort 4 or below', 'talk in full sentences']
    """
    if advice.verdict == VERDICTS[0]:
        return []
    most = f"effort {advice.max_rpe:g}" + (" or below" if advice.verdict != VERDICTS[-1] else " at most")
    talk = effort_words(advice.max_rpe)
    talk = f"talk {talk}" if talk == FREELY else f"talk in {talk}"
    return [f"up to {advice.max_minutes:.0f} min", most, talk]
