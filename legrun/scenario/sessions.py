"""What was done and what is planned: sessions, and how freely a plan may move them."""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass
from typing import Literal, get_args

from legrun.errors import ScenarioError
from legrun.scenario.fields import choice, instance, moment, number, put

__all__ = ["KINDS", "STYLES", "Kind", "PlanItem", "Session", "Style", "session_order"]

Kind = Literal["legs", "run", "walk", "upper", "other"]
Style = Literal["easy", "long", "tempo", "intervals", "race"]

KINDS: tuple[Kind, ...] = get_args(Kind)
STYLES: tuple[Style, ...] = get_args(Style)
MOST_MINUTES, MOST_SETS = 24 * 60, 100
_NONE = 0.0  # one object: a log makes thousands of sessions, and what was not given needs no check


@dataclass(frozen=True)
class Session:
    """One workout, done or planned.

    Parameters
    ----------
    kind : {"legs", "run", "walk", "upper", "other"}
        What it was; upper-body work does nothing to the legs, other training and walks as much as a shorter run.
    start : datetime.datetime
        Local start, without zone.
    minutes : float
        Duration, rests included. [min]
    rpe : float
        Session RPE on Borg's CR10. [0-10]
    style : {"easy", "long", "tempo", "intervals", "race"}, optional
        How a run was run.
    distance_km : float, optional
        Distance. [km]
    hard_sets : float, optional
        Working sets for the legs, weighted by the leg share of each exercise. [sets]
    to_failure, warm_up : bool
        Most sets to failure; a warm-up before the leg day.
    novelty : float
        How new the exercises were. [0-1]
    downhill_minutes, downhill_grade_pct : float
        Time spent downhill [min] and its grade as a positive number [%].
    name, source : str
        A label, and where the session came from.
    estimated : frozenset of str
        Which of the fields were estimated rather than recorded.
    sport : str
        What the app filed it under, in one of legrun's words (``ride``, ``swim``, ``strength``); empty when unknown.
        It tells workouts apart when logs are joined, and changes nothing in the model.

    Examples
    --------
    >>> import datetime as dt
    >>> legs = Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8)
    >>> legs.end, legs.load_au
    (datetime.datetime(2026, 3, 3, 19, 0), 480.0)
    """

    kind: Kind
    start: dt.datetime
    minutes: float
    rpe: float
    style: Style | None = None
    distance_km: float | None = None
    hard_sets: float | None = None
    to_failure: bool = False
    warm_up: bool = False
    novelty: float = _NONE
    downhill_minutes: float = _NONE
    downhill_grade_pct: float = _NONE
    name: str = ""
    source: str = ""
    estimated: frozenset[str] = frozenset()
    sport: str = ""

    def __post_init__(self) -> None:
        choice("session.kind", self.kind, KINDS)
        moment("session.start", self.start)
        put(self, "minutes", number("session.minutes", self.minutes, 1, MOST_MINUTES, "min"))
        put(self, "rpe", number("session.rpe", self.rpe, 0, 10, ""))
        if self.style is not None:
            choice("session.style", self.style, STYLES)
        if self.distance_km is not None:
            put(self, "distance_km", number("session.distance_km", self.distance_km, 0, 500, "km"))
        if self.hard_sets is not None:
            put(self, "hard_sets", number("session.hard_sets", self.hard_sets, 0, MOST_SETS, "sets"))
        if not self.novelty is self.downhill_minutes is self.downhill_grade_pct is _NONE:
            self._check_how_it_was()
        if not (type(self.to_failure) is type(self.warm_up) is bool):
            instance("session.to_failure", self.to_failure, bool, "True or False")
            instance("session.warm_up", self.warm_up, bool, "True or False")
        if not (type(self.name) is type(self.source) is type(self.sport) is str):
            instance("session.name", self.name, str, "text")
            instance("session.source", self.source, str, "text")
            instance("session.sport", self.sport, str, "text")
        if type(self.estimated) is not frozenset:
            put(self, "estimated", frozenset(self.estimated))

    def _check_how_it_was(self) -> None:
        put(self, "novelty", number("session.novelty", self.novelty, 0, 1, ""))
        put(
            self,
            "downhill_minutes",
            number("session.downhill_minutes", self.downhill_minutes, 0, self.minutes, "min"),
        )
        put(
            self,
            "downhill_grade_pct",
            number("session.downhill_grade_pct", self.downhill_grade_pct, 0, 45, "%"),
        )

    @functools.cached_property
    def end(self) -> dt.datetime:
        """Local end of the session."""
        return self.start + dt.timedelta(minutes=self.minutes)

    @property
    def load_au(self) -> float:
        """Session-RPE load, minutes x RPE (Foster 2001). [AU]"""
        return self.minutes * self.rpe


def session_order(session: Session) -> tuple[object, ...]:
    """Return what sessions are ordered by: every field, so that equal places are taken by equal sessions alone."""
    known = (-1.0 if number is None else number for number in (session.distance_km, session.hard_sets))
    told = (session.style or "", session.to_failure, session.warm_up, session.novelty)
    downhill = (session.downhill_minutes, session.downhill_grade_pct)
    first = (session.start, session.kind, session.minutes, session.rpe, session.name)
    return (*first, *known, *told, *downhill, session.source, session.sport, sorted(session.estimated))


@dataclass(frozen=True)
class PlanItem:
    """A session of a weekly plan and how freely it may be moved.

    Parameters
    ----------
    session : Session
        The session as it stands in the plan.
    may_move : bool
        Whether the arranger may put it on another day.
    key : bool
        Whether it is one of the week's key sessions.
    days : frozenset of int
        Weekdays it may fall on, Monday = 0.

    Examples
    --------
    >>> run = Session(kind="run", start=dt.datetime(2026, 3, 7, 9), minutes=90, rpe=4)
    >>> sorted(PlanItem(run, key=True, days=frozenset({5, 6})).days)
    [5, 6]
    """

    session: Session
    may_move: bool = True
    key: bool = False
    days: frozenset[int] = frozenset(range(7))

    def __post_init__(self) -> None:
        instance("plan_item.session", self.session, Session, "a Session")
        put(self, "days", frozenset(self.days))
        if not self.days or not self.days <= frozenset(range(7)):
            raise ScenarioError(
                "plan_item.days", sorted(self.days), "weekdays from 0 (Monday) to 6 (Sunday), at least one"
            )
