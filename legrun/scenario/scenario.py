"""Everything an answer depends on, in one value."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from legrun.errors import ScenarioError
from legrun.scenario.fields import choice, instance, moment, number, put, several
from legrun.scenario.person import Athlete, CheckIn, Habits
from legrun.scenario.sessions import Session, session_order

__all__ = ["FLAGS", "RED_FLAGS", "Scenario"]

# Red flags replace every score and plan; the other flags are gates.
RED_FLAGS: tuple[str, ...] = ("rhabdo", "heart", "injury")
FLAGS: tuple[str, ...] = (*RED_FLAGS, "too_sore_to_walk", "limping", "illness", "returning", "rebuilding")
Nights = Mapping[dt.date, float]


@dataclass(frozen=True)
class Scenario:
    """Everything an answer depends on; nothing else does.

    Parameters
    ----------
    now : datetime.datetime
        The moment the answer is for, local, without zone.
    athlete : Athlete
        Who runs.
    sessions : sequence of Session
        What was done and, if planned and fixed, what will be done.
    check_ins : sequence of CheckIn
        Ratings up to `now`.
    sleep_h : float or mapping of date to float, optional
        Last night's sleep, or the sleep of each night by the date it ends on; other nights are the usual. [h]
    planned : Session, optional
        The run in mind; never also in `sessions`.
    habits : Habits
        Habits that bear on recovery.
    flags : frozenset of str
        What feels wrong, from `FLAGS`.
    longest_run_minutes : float, optional
        Longest run of the last 30 days. [min]
    log_since : datetime.datetime, optional
        From when on `sessions` is a complete log; None when it is not one.

    Examples
    --------
    >>> legs = Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> rating = CheckIn(dt.datetime(2026, 3, 4, 7), soreness=4)
    >>> scenario = Scenario(now=dt.datetime(2026, 3, 4, 7), sessions=[legs], check_ins=[rating], sleep_h=6.5)
    >>> scenario.rated_today, scenario.nights
    (True, {datetime.date(2026, 3, 4): 6.5})
    """

    now: dt.datetime
    athlete: Athlete = Athlete()  # noqa: RUF009 - frozen
    sessions: Sequence[Session] = ()
    check_ins: Sequence[CheckIn] = ()
    sleep_h: float | Nights | None = None
    planned: Session | None = None
    habits: Habits = Habits()  # noqa: RUF009 - frozen
    flags: Collection[str] = frozenset()
    longest_run_minutes: float | None = None
    log_since: dt.datetime | None = None

    def __post_init__(self) -> None:
        moment("now", self.now)
        instance("athlete", self.athlete, Athlete, "an Athlete")
        instance("habits", self.habits, Habits, "a Habits")
        self._check_sessions()
        self._check_ratings()
        self._check_sleep()
        several("flags", self.flags, f"a set of {', '.join(FLAGS)}")
        put(self, "flags", frozenset(self.flags))
        for flag in sorted(self.flags):
            choice("flags", flag, FLAGS)
        if self.longest_run_minutes is not None:
            put(
                self,
                "longest_run_minutes",
                number("longest_run_minutes", self.longest_run_minutes, 1, 1440, "min"),
            )
        if self.log_since is not None:
            moment("log_since", self.log_since)

    def _check_sessions(self) -> None:
        several("sessions", self.sessions, "a sequence of Session")
        for session in self.sessions:
            instance("sessions", session, Session, "a sequence of Session")
        # Order does not matter to the model; a fixed one makes equal scenarios equal.
        in_order = all(one.start < next_.start for one, next_ in itertools.pairwise(self.sessions))
        put(self, "sessions", tuple(self.sessions if in_order else sorted(self.sessions, key=session_order)))
        if self.planned is not None:
            instance("planned", self.planned, Session, "a Session")
            if self.planned in self.sessions:
                raise ScenarioError(
                    "planned", self.planned.name or self.planned.kind, "a session that is not in sessions too"
                )

    def _check_ratings(self) -> None:
        several("check_ins", self.check_ins, "a sequence of CheckIn")
        for check_in in self.check_ins:
            instance("check_ins", check_in, CheckIn, "a sequence of CheckIn")
            if check_in.time > self.now:
                raise ScenarioError("check_ins.time", check_in.time, f"at or before now ({self.now})")
        put(self, "check_ins", tuple(sorted(self.check_ins, key=lambda c: c.time)))

    def _check_sleep(self) -> None:
        if self.sleep_h is None:
            return
        if not isinstance(self.sleep_h, Mapping):
            put(self, "sleep_h", number("sleep_h", self.sleep_h, 0, 16, "h"))
            return
        nights: dict[dt.date, float] = {}
        for date, hours in sorted(self.sleep_h.items()):
            if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
                raise ScenarioError("sleep_h", date, "keyed by the date a night ends on")
            nights[date] = number(f"sleep_h[{date}]", hours, 0, 16, "h")
        put(self, "sleep_h", nights)

    @property
    def nights(self) -> dict[dt.date, float]:
        """Sleep of each known night by the date it ends on. [h]"""
        if self.sleep_h is None:
            return {}
        if isinstance(self.sleep_h, Mapping):
            return dict(self.sleep_h)
        return {self.now.date(): self.sleep_h}

    @property
    def rated_today(self) -> bool:
        """Whether soreness was rated on the day of `now`."""
        return any(c.soreness is not None and c.time.date() == self.now.date() for c in self.check_ins)

    @property
    def red_flags(self) -> tuple[str, ...]:
        """The ticked flags that replace every score and plan."""
        return tuple(flag for flag in RED_FLAGS if flag in self.flags)
