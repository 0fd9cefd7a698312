"""From which soreness and which loss of strength on a run breaks a gate."""

from __future__ import annotations

import numpy as np

from legrun.decision.gates import FATIGUE_GATES, FATIGUE_LIMITS, SORENESS_GATES, SORENESS_LIMITS, breaks
from legrun.scenario import Session

__all__ = ["fatigue_limit", "soreness_limit"]


def soreness_limit(session: Session, longest_minutes: float) -> float:
    """Return the soreness from which on a session breaks a gate; infinite for what is not a run. [0-10]"""
    gates = zip(SORENESS_GATES, SORENESS_LIMITS, strict=True)
    return min((limit for gate, limit in gates if breaks(gate, session, longest_minutes)), default=np.inf)


def fatigue_limit(session: Session, longest_minutes: float) -> float:
    """Return the lost strength above which a session breaks a gate; infinite for what is not a run. [0-1]"""
    gates = zip(FATIGUE_GATES, FATIGUE_LIMITS, strict=True)
    return min((limit for gate, limit in gates if breaks(gate, session, longest_minutes)), default=np.inf)
