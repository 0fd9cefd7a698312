"""Which rules a run breaks: a rule is broken where a gate allows less than the run asks for."""

from __future__ import annotations

import numpy as np

from legrun.decision.gates import (
    FATIGUE_GATES,
    FATIGUE_LIMITS,
    FLAT_ONLY,
    SORENESS_GATES,
    SORENESS_LIMITS,
    Gate,
)
from legrun.evidence import value
from legrun.model.readiness import VERDICTS, Verdict
from legrun.scenario import Session

__all__ = ["breaks", "fatigue_limit", "soreness_limit"]

RUNS: tuple[Verdict, ...] = VERDICTS[2:]
RPE_CAPS = {verdict: value(f"caps.{verdict}_rpe") for verdict in RUNS}
SHARES = {verdict: value(f"caps.{verdict}_share") for verdict in RUNS}
SLOW_RPE = value("caps.easy_rpe")
DOWNHILL_MINUTES = value("gates.downhill_minutes")


def _asked_verdict(run: Session, longest_minutes: float) -> Verdict:
    """Return the lowest verdict whose limits hold a run; what is too long for all of them asks for the longest limit.

    Parameters
    ----------
    run : Session
        A run.
    longest_minutes : float
        Longest run of the last 30 days. [min]

    Examples
    --------
    >>> import datetime as dt
    >>> runs = ((40, 3), (40, 6), (40, 8), (75, 4), (200, 4))
    >>> [_asked_verdict(Session("run", dt.datetime(2026, 3, 2, 7), *run), 90) for run in runs]
    ['easy', 'moderate', 'hard', 'moderate', 'moderate']
    """
    limits = {verdict: _share(verdict, run) * longest_minutes for verdict in RUNS if run.rpe <= RPE_CAPS[verdict]}
    if not limits:
        return RUNS[-1]
    enough = min(run.minutes, max(limits.values()))
    return next(verdict for verdict, minutes in limits.items() if minutes >= enough)


def _share(verdict: Verdict, run: Session) -> float:
    """Return how much of the longest run a verdict allows: above easy a slow run may be as long as a hard one."""
    above_easy = verdict != RUNS[0]
    return max(SHARES.values()) if above_easy and run.rpe <= SLOW_RPE else SHARES[verdict]


def breaks(gate: Gate, session: Session, longest_minutes: float) -> bool:
    """Return whether a session at a time when a gate holds asks for more than it allows; only runs do."""
    if session.kind != "run":
        return False
    if gate.key == FLAT_ONLY:
        return session.downhill_minutes > DOWNHILL_MINUTES
    return (
        gate.code < VERDICTS.index(_asked_verdict(session, longest_minutes))
        or (gate.max_rpe is not None and session.rpe > gate.max_rpe)
        or (gate.max_minutes is not None and session.minutes > gate.max_minutes)
    )


def soreness_limit(session: Session, longest_minutes: float) -> float:
    """Return the soreness from which on a session breaks a gate; infinite for what is not a run. [0-10]"""
    gates = zip(SORENESS_GATES, SORENESS_LIMITS, strict=True)
    return min((limit for gate, limit in gates if breaks(gate, session, longest_minutes)), default=np.inf)


def fatigue_limit(session: Session, longest_minutes: float) -> float:
    """Return the lost strength above which a session breaks a gate; infinite for what is not a run. [0-1]"""
    gates = zip(FATIGUE_GATES, FATIGUE_LIMITS, strict=True)
    return min((limit for gate, limit in gates if breaks(gate, session, longest_minutes)), default=np.inf)
