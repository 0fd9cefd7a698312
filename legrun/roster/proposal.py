"""What a coach may do with a plan that does not fit: the plan that does, to take over with one click."""

from __future__ import annotations

from dataclasses import dataclass, replace

from legrun.decision.advice import Advice, less
from legrun.scenario import Session

__all__ = ["Proposal"]


@dataclass(frozen=True)
class Proposal:
    """Today's plans as they fit, and what is moved to another day.

    Attributes
    ----------
    plans : tuple of Session
        Today's plans in place of those that were.
    moved : tuple of Session
        The run, on another day on which it fits.
    """

    plans: tuple[Session, ...]
    moved: tuple[Session, ...] = ()

    @classmethod
    def of(
        cls, state: str, plans: tuple[Session, ...], run: Session, advice: Advice, later: Session | None
    ) -> Proposal | None:
        """Return what is proposed for a run that does not fit, `later` or shorter; None where nothing is."""
        others = tuple(plan for plan in plans if plan != run)
        if state == "stop":
            return cls(others)
        if state == "move" and later is not None:
            is_today = later.start.date() == run.start.date()
            return cls((*others, later)) if is_today else cls(others, (later,))
        if state in ("move", "shorten"):
            if advice.verdict in ("rest", "walk"):
                return cls(others)
            minutes, rpe = less(advice, run)
            shorter = run if minutes is None else replace(run, minutes=float(minutes))
            return cls((*others, shorter if rpe is None else replace(shorter, rpe=rpe, style="easy")))
        return None
