"""A session that was planned for a time that is over: done as planned until somebody says otherwise."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from legrun.scenario import Session

__all__ = ["DONE", "NOT_DONE", "Plan", "at_an_hour", "is_over", "said_done"]

DONE, NOT_DONE = "yes", "no"
_SAYS_DONE = {"yes": DONE, "y": DONE, "done": DONE, "true": DONE, "1": DONE, "x": DONE} | dict.fromkeys(
    ("no", "n", "not", "false", "0", "not done", "missed", "skipped"), NOT_DONE
)
USUAL_HOUR = 18  # a plan of a past day without a clock was done in the evening, at the latest
AS_PLANNED = "as planned, not confirmed"


@dataclass(frozen=True)
class Plan:
    """A session that was planned for a day that is over.

    Attributes
    ----------
    session : Session
        As it was planned.
    done : str
        "yes" or "no" where that was said, else empty.
    """

    session: Session
    done: str = ""

    @property
    def as_done(self) -> Session:
        """The session as it counts until somebody says what was done: as planned, and marked as an estimate."""
        if self.done == DONE:
            return self.session
        estimated = self.session.estimated | {"minutes", "rpe"}
        return replace(self.session, estimated=estimated, source=AS_PLANNED)


def said_done(text: str) -> str:
    """Return "yes" or "no" for what a cell says of a plan, else nothing."""
    return _SAYS_DONE.get(text.strip().casefold(), "")


def is_over(session: Session, now: dt.datetime) -> bool:
    """Return whether a session of a day with a clock must be over."""
    return session.start.time() != dt.time() and session.end <= now


def at_an_hour(session: Session) -> Session:
    """Return a session of a past day with an hour: without a clock it was in the evening, at the latest."""
    if session.start.time() != dt.time():
        return session
    return replace(session, start=session.start.replace(hour=USUAL_HOUR), estimated=session.estimated | {"start"})
