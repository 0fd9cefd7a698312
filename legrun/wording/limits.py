"""The limits of a verdict: minutes, effort, and how much one can speak at it."""

from __future__ import annotations

from legrun.decision.advice import Advice
from legrun.evidence import value
from legrun.model.readiness import VERDICTS
from legrun.wording.languages import say

__all__ = ["effort_words", "limit_words", "limits_words"]


def effort_words(rpe: float) -> str:
    """Return how much one can speak at an effort.

    Examples
    --------
    >>> effort_words(4)
    'full sentences'
    """
    if rpe <= value("caps.walk_rpe"):
        return say("freely")
    if rpe <= value("caps.easy_rpe"):
        return say("full sentences")
    return say("short sentences") if rpe <= value("caps.moderate_rpe") else say("a few words")


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
    (effort, minutes), *others = said
    parts = [say("{minutes:.0f} min at effort {effort:g}", minutes=minutes, effort=effort)]
    parts += [say("{minutes:.0f} at effort {effort:g}", minutes=m, effort=e) for e, m in others]
    if len(parts) == 1:
        return parts[0]
    return say("{first}, or {last}", first=", ".join(parts[:-1]), last=parts[-1])


def limit_words(advice: Advice) -> list[str]:
    """Return the limits of the verdict in a few words each: minutes, effort, how one can talk; none for rest.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> limit_words(answer(PRESETS[1].scenario(dt.date(2026, 3, 4))).advice)
    ['up to 35 min', 'effort 4 or below', 'talk in full sentences']
    >>> limit_words(answer(PRESETS[8].scenario(dt.date(2026, 3, 4))).advice)[0]
    'walk up to 40 min'
    """
    if advice.verdict == VERDICTS[0]:
        return []
    most = "effort {effort:g} at most" if advice.verdict == VERDICTS[-1] else "effort {effort:g} or below"
    talk = effort_words(advice.max_rpe)
    freely = advice.max_rpe <= value("caps.walk_rpe")
    # A walk may be longer than an easy run of sorer legs: what is to be done stands beside its minutes.
    walk = "walk " if advice.verdict == "walk" else ""
    return [
        f"{walk}up to {advice.max_minutes:.0f} min",
        most.format(effort=advice.max_rpe),
        f"talk {talk}" if freely else f"talk in {talk}",
    ]
