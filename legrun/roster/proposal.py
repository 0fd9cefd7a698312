"""What a coach may do with a plan that does not fit: the plan that does, to take over with one click."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from legrun.decision.advice import Advice
from legrun.scenario import Session
from legrun.wording.plan import better_time, less

__all__ = ["Proposal"]


@dataclass(frozen=True)
class Proposal:
    """Today's plans as they fit, and what is moved to another day.

    Attributes
    ----------
    plans : tuple of Session
        Today's plans in place of those that were.
    moved : tuple of Session
        The run, on the day on which it is likely to fit.
    """

    plans: tuple[Session, ...]
    moved: tuple[Session, ...] = ()

    @classmethod
    def of(cls, state: str, plans: tuple[Session, ...], run: Session, advice: Advice) -> Proposal | None:
        """Return what is proposed for a run that does not fit; None where there is nothing to propose."""
        others = tuple(plan for plan in plans if plan != run)
        if state == "stop":
            return cls(others)
        if state == "move" and (time := better_time(advice, run)) is not None:
            # Nobody runs at four in the morning: on another day it keeps its own hour, or comes later.
            start = dt.datetime.combine(time.date(), run.start.time())
            start = start if start >= time or time.date() == run.start.date() else time
            return cls(others, (replace(run, start=start),))
        if state in ("move", "shorten"):
            if advice.verdict in ("rest", "walk"):
                return cls(others)
            minutes, rpe = less(advice, run)
            shorter = run if minutes is None else replace(run, minutes=float(minutes))
            return cls((*others, shorter if rpe is None else replace(shorter, rpe=rpe, style="easy")))
        return None
