"""The score as it is said: rounded, with its range."""

from __future__ import annotations

from legrun.decision.advice import Advice
from legrun.evidence import value
from legrun.model.readiness import zone_of

__all__ = ["ROUND_TO", "rounded_score", "score_words"]

ROUND_TO = value("score.round_to")
POINT = 1.0


def rounded_score(score: float, to: float = ROUND_TO) -> int:
    """Return a score as it is said: to 5, or to another step, but never across the border of a verdict.

    Examples
    --------
    >>> [rounded_score(score) for score in (57.6, 78.6, 80.2)]
    [60, 79, 80]
    >>> [rounded_score(score, to=1) for score in (57.6, 69.8)]
    [58, 69]
    """
    rounded = int(to * round(score / to))
    if zone_of(rounded) == zone_of(score):
        return rounded
    return rounded_score(score, POINT) if to > POINT else int(score)


def score_words(advice: Advice) -> str:
    """Return the score, large in Markdown, with its range; empty where there is no score."""
    if advice.score is None or advice.score_range80 is None:
        return ""
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    return f"### {rounded_score(advice.score)} :small[:gray[recovery, 0 to 100; range {low} to {high}]]"
