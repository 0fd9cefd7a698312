"""The effect of a lever in words."""

from __future__ import annotations

from legrun.alternatives.levers import UNGRADED, Lever
from legrun.wording.rounding import signed
from legrun.wording.score import rounded_score

__all__ = ["effect_words", "grade_words", "hard_again_words"]

# Said in place of a number, by the grade of the claim.
NO_NUMBER = {
    "contradicted": "No number: shown not to help.",
    "no evidence": "No number: no evidence.",
    "mixed": "No number: no clear effect.",
    "plausible": "No number: untested.",
}


def effect_words(lever: Lever, when: str) -> str:
    """Return the effect of a lever on the recovery of the morning after, said plainly; `when` is that morning in words.

    Examples
    --------
    >>> stretching = Lever("stretching", "Stretching", "Many trials.", "", "contradicted", "strong", ())
    >>> effect_words(stretching, "tomorrow morning")
    'No number: shown not to help.'
    """
    if lever.effect is None:
        return NO_NUMBER.get(lever.grade, "For the next leg day, not for the morning after.")
    # Of the numbers that Options shows; the range is of each person's own difference.
    more = rounded_score(lever.recovery, 1) - rounded_score(lever.without, 1)
    if lever.no_effect and not more:
        return f"No effect on recovery {when}."
    if lever.no_effect or not more:
        return f"Less than 1 point {when}."
    low, high = signed(min(lever.effect.low80, more)), signed(max(lever.effect.high80, more))
    points = f"{signed(more)} point{'' if abs(more) == 1 else 's'} {when}"
    return f"{points}." if low == high else f"{points} (range {low} to {high})."


def grade_words(lever: Lever) -> str:
    """Return the grade of the claim about a lever, where there is one, and the evidence behind its number.

    Examples
    --------
    >>> [grade_words(Lever("x", "X", "", "", grade, "weak", ())) for grade in ("mixed", UNGRADED)]
    ['mixed', '']
    """
    graded = "" if lever.grade == UNGRADED else lever.grade
    behind = f"evidence {lever.strength}" if lever.effect else ""
    return ", ".join(filter(None, (graded, behind)))


def hard_again_words(lever: Lever) -> str:
    r"""Return the effect of a lever on when hard running is back; empty where there is none to tell.

    Examples
    --------
    >>> hard_again_words(Lever("wait", "Run a day later", "", "", "not graded", "weak", (), hours_sooner=-6))
    'Hard running is back about 6\xa0h later.'
    """
    if lever.hours_sooner is None:
        return ""
    hours = abs(lever.hours_sooner)
    if not hours:
        return "Hard running is back no sooner."
    return f"Hard running is back about {hours:.0f}\u00a0h {'sooner' if lever.hours_sooner > 0 else 'later'}."
