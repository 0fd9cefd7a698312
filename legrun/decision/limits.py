"""How long and how hard a run may be: minutes and effort are capped together."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from legrun.evidence import value
from legrun.model.readiness import VERDICTS, Verdict
from legrun.model.whole import usual_longest
from legrun.scenario import Scenario, Session

__all__ = [
    "EASY",
    "EFFORTS",
    "ROUND_MINUTES",
    "RPE_CAPS",
    "longest_run",
    "minutes_within",
    "needed_verdict",
    "rounded_minutes",
    "run_minutes",
    "sleep_share",
]

EASY = VERDICTS.index("easy")
RPE_CAPS = {verdict: value(f"caps.{verdict}_rpe") for verdict in ("walk", "easy", "moderate", "hard")}
EASY_SHARE = value("caps.easy_share")
LONG_SHARE = value("caps.long_share")
MODERATE_SHARE = value("caps.moderate_share")
HARD_SHARE = value("caps.hard_share")
HARD_FROM_RPE = value("caps.hard_from_rpe")
HARDEST_MINUTES = value("caps.hardest_minutes")
ROUND_MINUTES = value("caps.round_minutes")
SHORT_NIGHT_H = value("gates.sleep_moderate_h")
SHORT_NIGHT_SHARE = value("gates.sleep_minutes_factor")
SHORT_NIGHT_SPAN_H = value("gates.sleep_minutes_span_h")
# Efforts between which the minutes change evenly.
EFFORTS = (RPE_CAPS["easy"], RPE_CAPS["moderate"], HARD_FROM_RPE, RPE_CAPS["hard"])


def run_minutes(verdict: Verdict, rpe: float, longest_minutes: float) -> float:
    """Return how long a run of some effort may be; 0 where the effort is over the verdict's. [min]

    Notes
    -----
    Easy: half of the longest run. Above easy: 1.10 x the longest up to effort 4 (Frandsen 2025), 0.75 x at effort 6,
    half of it from effort 7 on, and no more than 30 min at effort 9; evenly in between (our judgement).

    Examples
    --------
    >>> [round(run_minutes("hard", rpe, 70)) for rpe in (4, 6, 7, 9)]
    [77, 52, 35, 30]
    """
    if VERDICTS.index(verdict) < EASY or rpe > RPE_CAPS[verdict]:
        return 0.0
    if verdict == "easy":
        return EASY_SHARE * longest_minutes
    hard = HARD_SHARE * longest_minutes
    minutes = (LONG_SHARE * longest_minutes, MODERATE_SHARE * longest_minutes, hard, min(hard, HARDEST_MINUTES))
    return float(np.interp(rpe, EFFORTS, minutes))


def rounded_minutes(minutes: float) -> float:
    """Return a limit as it is said, to 5 min and no less than that. [min]

    Examples
    --------
    >>> rounded_minutes(52.5), rounded_minutes(1)
    (50.0, 5.0)
    """
    return max(ROUND_MINUTES, ROUND_MINUTES * round(minutes / ROUND_MINUTES))


def needed_verdict(run: Session, longest_minutes: float) -> Verdict:
    """Return the lowest verdict whose limits hold a run; what is too long for all of them needs the longest limit.

    Parameters
    ----------
    run : Session
        A run; anything else takes no more than a walk.
    longest_minutes : float
        Longest run of the last 30 days. [min]

    Examples
    --------
    >>> import datetime as dt
    >>> runs = ((40, 3), (40, 6), (40, 8), (75, 4), (200, 4))
    >>> [needed_verdict(Session("run", dt.datetime(2026, 3, 2, 7), *run), 90) for run in runs]
    ['easy', 'moderate', 'hard', 'moderate', 'moderate']
    """
    if run.kind != "run":
        return "walk"
    limits = {v: run_minutes(v, run.rpe, longest_minutes) for v in VERDICTS[EASY:] if run.rpe <= RPE_CAPS[v]}
    if not limits:
        return VERDICTS[-1]
    enough = min(run.minutes, max(limits.values()))
    return next(verdict for verdict, minutes in limits.items() if minutes >= enough)


def sleep_share(sleep_h: float) -> float:
    """Return the share of the minutes that a short night leaves: 1 from 5.5 h, 0.7 up to 4.5 h, evenly between.

    Examples
    --------
    >>> [round(sleep_share(hours), 2) for hours in (8, 5, 4)]
    [1.0, 0.85, 0.7]
    """
    half = SHORT_NIGHT_SPAN_H / 2
    return float(np.interp(sleep_h, [SHORT_NIGHT_H - half, SHORT_NIGHT_H + half], [SHORT_NIGHT_SHARE, 1.0]))


def longest_run(scenario: Scenario) -> float:
    """Return the longest run of the last 30 days; where not given, what the experience stands for. [min]

    Examples
    --------
    >>> import datetime as dt
    >>> longest_run(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    70.0
    """
    if scenario.longest_run_minutes is not None:
        return scenario.longest_run_minutes
    assumed = value(f"caps.{scenario.athlete.experience}_longest")
    return max(assumed, usual_longest(tuple(scenario.sessions), scenario.now) or 0.0)


def minutes_within(limits: Sequence[tuple[float, float]], max_rpe: float, rpe: float) -> float:
    """Return the minutes that limits allow at an effort; 0 above the highest. [min]

    Examples
    --------
    >>> minutes_within([(4, 60), (6, 40)], 6, 5), minutes_within([(4, 60), (6, 40)], 6, 7)
    (50.0, 0.0)
    """
    if not limits or rpe > max_rpe:
        return 0.0
    efforts, minutes = zip(*limits, strict=True)
    return float(np.interp(rpe, efforts, minutes))
