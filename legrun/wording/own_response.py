"""How a person responds by their own check-ins, and whether that is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from legrun.wording.rounding import counted

if TYPE_CHECKING:
    from legrun.calibration import Calibration, Span

__all__ = ["own_response_sentences", "what_it_lacks"]


def own_response_sentences(calibration: Calibration) -> list[str]:
    """Return how a person responds by their check-ins, whether that is used, and why.

    Examples
    --------
    >>> from legrun.calibration import calibrate
    >>> from legrun.logs import Log
    >>> from legrun.scenario import Athlete
    >>> own_response_sentences(calibrate(Log("legrun"), Athlete()))[0][:77]
    'No soreness rating yet that a session explains, so we use the average person.'
    """
    from legrun.calibration import LEAST_RATINGS  # it loads the reading of logs, which a verdict does not need

    errors, count = calibration.errors, len(calibration.forecasts)
    if errors is None:
        some = "One soreness rating" if count else "No soreness rating yet that a session explains"
        mornings = f"{LEAST_RATINGS + 1 - count}{' more' if count else ''} mornings"
        return [f"{some}, so we use the average person. {mornings} rated after leg days show whether you differ."]
    if calibration.missing:
        more = "1 more is" if calibration.missing == 1 else f"{calibration.missing} more are"
        return [
            f"Too few ratings to judge your own response: {counted(count, 'rating')}, {more} needed. "
            "Until then we use the average person."
        ]
    person = (
        f"a leg day counts {_factor(calibration.amplitude, 'as much')} for you as for most, and its soreness lasts "
        f"{_factor(calibration.time_scale, 'as long')}"
    )
    scored = f"On {count - 1:,} ratings, each predicted from the ones before it"
    off = (
        f"{scored}, it was off by {errors.own:.1f} points, the average person by {errors.default:.1f}, "
        f"“same as last time” by {errors.last:.1f} and your own mean by {errors.mean:.1f}"
    )
    if calibration.better:
        return [
            f"We use your own response: {person}.",
            f"{off}; {errors.gain:.2f} points closer than the average person.",
        ]
    return [f"We use the average person: your own response was {what_it_lacks(calibration, 'your')}.", f"{off}."]


def what_it_lacks(calibration: Calibration, whose: str) -> str:
    """Return why somebody's own response, judged on their ratings, is not used: `whose` is "your" or "their"."""
    errors = calibration.errors
    if errors is not None and errors.own >= errors.mean:
        return f"no better than {whose} own mean"
    return "no clear gain over the average person"


def _factor(span: Span, what: str) -> str:
    """Return a factor with its range in words."""
    factor = f"{span.median:.1f} times {what}" if round(span.median, 1) != 1 else f"about {what}"
    return f"{factor} (range {span.low80:.1f} to {span.high80:.1f})"
