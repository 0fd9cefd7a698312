"""The effort of a verdict in heart rate and pace, as a runner reads it."""

from __future__ import annotations

from legrun.decision.advice import Advice
from legrun.decision.intensity import Limit, heart_rate_limit, pace_limit
from legrun.decision.limits import EASY
from legrun.model.readiness import VERDICTS
from legrun.scenario import Athlete
from legrun.wording.languages import say
from legrun.wording.rounding import listed

__all__ = ["intensity_sentence"]

# Beats and seconds that such numbers are known to.
BEATS, SECONDS = 5, 5


def intensity_sentence(advice: Advice, athlete: Athlete, *, unit_km: float = 1.0, unit: str = "km") -> str | None:
    """Return what the effort of a verdict tends to be in heart rate and pace; None at rest and where nothing is told.

    Parameters
    ----------
    advice : Advice
        The verdict, with its highest effort.
    athlete : Athlete
        Who runs.
    unit_km : float
        Length of the unit of distance. [km]
    unit : str
        What it is called.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.answering import answer
    >>> from legrun.scenario.presets import PRESETS
    >>> advice = answer(PRESETS[1].scenario(dt.date(2026, 3, 4))).advice
    >>> intensity_sentence(advice, Athlete(age=40))
    'Effort 4 tends to be a heart rate up to 145 (130 to 160, from your age). Where they differ, effort counts.'
    """
    if advice.verdict == VERDICTS[0]:
        return None
    runs = VERDICTS.index(advice.verdict) >= EASY
    beats = heart_rate_limit(advice.max_rpe, athlete)
    pace = pace_limit(advice.max_rpe, athlete) if runs else None
    told = [*([_beats(beats, athlete)] if beats else []), *([_pace(pace, unit_km, unit)] if pace else [])]
    if not told:
        return None
    return say(
        "Effort {effort:g} tends to be {told}. Where they differ, effort counts.",
        effort=advice.max_rpe,
        told=listed(told),
    )


def _beats(limit: Limit, athlete: Athlete) -> str:
    edges = {"likely": limit.likely, "low": limit.low80, "high": limit.high80}
    beats = {name: BEATS * round(each / BEATS) for name, each in edges.items()}
    if athlete.max_heart_rate is None:
        return say("a heart rate up to {likely} ({low} to {high}, from your age)", **beats)
    return say("a heart rate up to {likely} ({low} to {high}, from your highest heart rate)", **beats)


def _pace(limit: Limit, unit_km: float, unit: str) -> str:
    likely, fast, slow = (_clock(each * unit_km) for each in (limit.likely, limit.low80, limit.high80))
    return say(
        "{likely} per {unit} or slower ({fast} to {slow}, from your race, for fresh legs on the flat)",
        likely=likely,
        unit=unit,
        fast=fast,
        slow=slow,
    )


def _clock(minutes: float) -> str:
    """Return minutes as on a watch.

    Examples
    --------
    >>> _clock(5.85)
    '5:50'
    """
    seconds = SECONDS * round(60 * minutes / SECONDS)
    return f"{seconds // 60}:{seconds % 60:02}"
