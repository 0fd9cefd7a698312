"""Which gates a run breaks in which state, and which of them a review names."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from legrun.decision.gates import (
    FATIGUE_GATES,
    FATIGUE_LIMITS,
    SORENESS_GATES,
    SORENESS_LIMITS,
    Gate,
    breaks,
)
from legrun.model.readiness import VERDICTS
from legrun.scenario import Session

__all__ = ["NONE", "fatigue_codes", "fatigue_limit", "soreness_codes", "soreness_limit"]

# The code of no gate: above every verdict.
NONE = len(VERDICTS)


def soreness_codes(session: Session, longest_minutes: float) -> list[int]:
    """Return the code of the gate that a session breaks past so many of `SORENESS_LIMITS`; `NONE` where none."""
    return _codes(SORENESS_GATES, session, longest_minutes)


def fatigue_codes(session: Session, longest_minutes: float) -> list[int]:
    """Return the code of the gate that a session breaks past so many of `FATIGUE_LIMITS`; `NONE` where none."""
    return _codes(FATIGUE_GATES, session, longest_minutes)


def _codes(gates: Sequence[Gate], session: Session, longest_minutes: float) -> list[int]:
    return [NONE, *(gate.code if breaks(gate, session, longest_minutes) else NONE for gate in gates)]


def soreness_limit(session: Session, longest_minutes: float) -> float:
    """Return the soreness from which on a session breaks a gate; infinite for what is not a run. [0-10]"""
    gates = zip(SORENESS_GATES, SORENESS_LIMITS, strict=True)
    return min((limit for gate, limit in gates if breaks(gate, session, longest_minutes)), default=np.inf)


def fatigue_limit(session: Session, longest_minutes: float) -> float:
    """Return the lost strength above which a session breaks a gate; infinite for what is not a run. [0-1]"""
    gates = zip(FATIGUE_GATES, FATIGUE_LIMITS, strict=True)
    return min((limit for gate, limit in gates if breaks(gate, session, longest_minutes)), default=np.inf)
