"""What a person tells legrun: who they are, what they did, how it feels, what they have in mind.

Every object here is frozen and validates itself: an error names the field, the value and the allowed range.
Times are local wall-clock times without a zone. Units stand in names.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from legrun.errors import ScenarioError

__all__ = [
    "EXPERIENCES",
    "FLAGS",
    "KINDS",
    "RED_FLAGS",
    "STYLES",
    "Athlete",
    "CheckIn",
    "Experience",
    "Habits",
    "Kind",
    "PlanItem",
    "Response",
    "Scenario",
    "Session",
    "Style",
]

Kind = Literal["legs", "run", "walk", "upper", "other"]
Experience = Literal["novice", "recreational", "trained"]
Style = Literal["easy", "long", "tempo", "intervals", "race"]

KINDS: tuple[Kind, ...] = get_args(Kind)
EXPERIENCES: tuple[Experience, ...] = get_args(Experience)
STYLES: tuple[Style, ...] = get_args(Style)

# Red flags replace every score and plan; the other flags are gates.
RED_FLAGS: tuple[str, ...] = ("rhabdo", "heart", "injury")
FLAGS: tuple[str, ...] = (*RED_FLAGS, "too_sore_to_walk", "limping", "illness")


def _number(name: str, value: object, low: float, high: float, unit: str) -> float:
    """Return `value` as a float within [low, high], or say what it must be."""
    allowed = f"a number from {low:g} to {high:g}{' ' + unit if unit else ''}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        try:
            value = float(value.item())  # type: ignore[attr-defined]  # numpy scalars
        except (AttributeError, TypeError, ValueError):
            raise ScenarioError(name, value, allowed) from None
    number = float(value)
    if not math.isfinite(number) or not low <= number <= high:
        raise ScenarioError(name, value, allowed)
    return number


def _moment(name: str, value: object) -> dt.datetime:
    """Return `value` if it is a local date-time without a zone between 1970 and 2200."""
    allowed = "a date and time without a time zone, from 1970 to 2200"
    if not isinstance(value, dt.datetime) or value.tzinfo is not None or not 1970 <= value.year <= 2200:
        raise ScenarioError(name, value, allowed)
    return value


def _choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise ScenarioError(name, value, "one of " + ", ".join(choices))


def _instance(name: str, value: object, kind: type, allowed: str) -> None:
    if not isinstance(value, kind):
        raise ScenarioError(name, value, allowed)


def _set(obj: object, name: str, value: object) -> None:
    object.__setattr__(obj, name, value)


@dataclass(frozen=True)
class Response:
    """How strongly and how slowly one person reacts, learned from their own check-ins.

    Parameters
    ----------
    amplitude_mean, amplitude_sd : float
        Mean and standard deviation of the log of the factor on the leg dose. [-]
    time_mean, time_sd : float
        Mean and standard deviation of the log of the factor on the time scale. [-]
    """

    amplitude_mean: float
    amplitude_sd: float
    time_mean: float
    time_sd: float

    def __post_init__(self) -> None:
        _set(self, "amplitude_mean", _number("response.amplitude_mean", self.amplitude_mean, -1.8, 1.8, ""))
        _set(self, "amplitude_sd", _number("response.amplitude_sd", self.amplitude_sd, 0.01, 1.0, ""))
        _set(self, "time_mean", _number("response.time_mean", self.time_mean, -0.8, 0.8, ""))
        _set(self, "time_sd", _number("response.time_sd", self.time_sd, 0.01, 0.5, ""))


@dataclass(frozen=True)
class Athlete:
    """Who runs.

    Parameters
    ----------
    experience : {"novice", "recreational", "trained"}
        How used to leg days.
    age : float, optional
        Age. [years]
    body_mass_kg : float, optional
        Body mass. [kg]
    usual_sleep_h : float
        A usual night; stands in for every night that is not given. [h]
    response : Response, optional
        The person's own response, where check-ins have shown it.

    Examples
    --------
    >>> Athlete(experience="expert")
    Traceback (most recent call last):
    ...
    legrun.errors.ScenarioError: athlete.experience is 'expert'; it must be one of novice, recreational, trained.
    """

    experience: Experience = "recreational"
    age: float | None = None
    body_mass_kg: float | None = None
    usual_sleep_h: float = 7.5
    response: Response | None = None

    def __post_init__(self) -> None:
        _choice("athlete.experience", self.experience, EXPERIENCES)
        if self.age is not None:
            _set(self, "age", _number("athlete.age", self.age, 10, 110, "years"))
        if self.body_mass_kg is not None:
            _set(self, "body_mass_kg", _number("athlete.body_mass_kg", self.body_mass_kg, 25, 300, "kg"))
        _set(self, "usual_sleep_h", _number("athlete.usual_sleep_h", self.usual_sleep_h, 0, 16, "h"))
        if self.response is not None:
            _instance("athlete.response", self.response, Response, "a Response")


@dataclass(frozen=True)
class Session:
    """One workout, done or planned.

    Parameters
    ----------
    kind : {"legs", "run", "walk", "upper", "other"}
        What it was; only legs and runs load the legs in the model.
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
    novelty: float = 0.0
    downhill_minutes: float = 0.0
    downhill_grade_pct: float = 0.0
    name: str = ""
    source: str = ""
    estimated: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        _choice("session.kind", self.kind, KINDS)
        _moment("session.start", self.start)
        _set(self, "minutes", _number("session.minutes", self.minutes, 1, 1440, "min"))
        _set(self, "rpe", _number("session.rpe", self.rpe, 0, 10, ""))
        if self.style is not None:
            _choice("session.style", self.style, STYLES)
        if self.distance_km is not None:
            _set(self, "distance_km", _number("session.distance_km", self.distance_km, 0, 500, "km"))
        if self.hard_sets is not None:
            _set(self, "hard_sets", _number("session.hard_sets", self.hard_sets, 0, 100, "sets"))
        _set(self, "novelty", _number("session.novelty", self.novelty, 0, 1, ""))
        _set(
            self,
            "downhill_minutes",
            _number("session.downhill_minutes", self.downhill_minutes, 0, self.minutes, "min"),
        )
        _set(
            self,
            "downhill_grade_pct",
            _number("session.downhill_grade_pct", self.downhill_grade_pct, 0, 45, "%"),
        )
        for flag in ("to_failure", "warm_up"):
            _instance(f"session.{flag}", getattr(self, flag), bool, "True or False")
        for text in ("name", "source"):
            _instance(f"session.{text}", getattr(self, text), str, "text")
        _set(self, "estimated", frozenset(self.estimated))

    @property
    def end(self) -> dt.datetime:
        """Local end of the session."""
        return self.start + dt.timedelta(minutes=self.minutes)

    @property
    def load_au(self) -> float:
        """Session-RPE load, minutes x RPE (Foster 2001). [AU]"""
        return self.minutes * self.rpe


@dataclass(frozen=True)
class CheckIn:
    """A rating of how it feels.

    Parameters
    ----------
    time : datetime.datetime
        When it was rated, local, without zone.
    soreness : float or None
        Leg soreness. [0-10]
    """

    time: dt.datetime
    soreness: float | None = None

    def __post_init__(self) -> None:
        _moment("check_in.time", self.time)
        if self.soreness is not None:
            _set(self, "soreness", _number("check_in.soreness", self.soreness, 0, 10, ""))


@dataclass(frozen=True)
class Habits:
    """What else bears on soreness and recovery.

    Parameters
    ----------
    foam_rolling, compression, massage, cold_water : bool
        Used after the leg day.
    alcohol_g_per_kg : float
        Alcohol drunk last evening. [g/kg body mass]
    protein_g_per_kg : float or None
        Usual daily protein; None when unknown. [g/kg/day]
    """

    foam_rolling: bool = False
    compression: bool = False
    massage: bool = False
    cold_water: bool = False
    alcohol_g_per_kg: float = 0.0
    protein_g_per_kg: float | None = None

    def __post_init__(self) -> None:
        for name in ("foam_rolling", "compression", "massage", "cold_water"):
            _instance(f"habits.{name}", getattr(self, name), bool, "True or False")
        _set(self, "alcohol_g_per_kg", _number("habits.alcohol_g_per_kg", self.alcohol_g_per_kg, 0, 5, "g/kg"))
        if self.protein_g_per_kg is not None:
            _set(
                self,
                "protein_g_per_kg",
                _number("habits.protein_g_per_kg", self.protein_g_per_kg, 0, 6, "g/kg"),
            )


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
    """

    session: Session
    may_move: bool = True
    key: bool = False
    days: frozenset[int] = frozenset(range(7))

    def __post_init__(self) -> None:
        _instance("plan_item.session", self.session, Session, "a Session")
        _set(self, "days", frozenset(self.days))
        if not self.days or not self.days <= frozenset(range(7)):
            raise ScenarioError(
                "plan_item.days", sorted(self.days), "weekdays from 0 (Monday) to 6 (Sunday), at least one"
            )


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
    """

    now: dt.datetime
    athlete: Athlete = Athlete()
    sessions: Sequence[Session] = ()
    check_ins: Sequence[CheckIn] = ()
    sleep_h: float | Nights | None = None
    planned: Session | None = None
    habits: Habits = Habits()
    flags: Collection[str] = frozenset()
    longest_run_minutes: float | None = None
    log_since: dt.datetime | None = None

    def __post_init__(self) -> None:
        _moment("now", self.now)
        _instance("athlete", self.athlete, Athlete, "an Athlete")
        _instance("habits", self.habits, Habits, "a Habits")
        self._check_sessions()
        self._check_ratings()
        self._check_sleep()
        _set(self, "flags", frozenset(self.flags))
        for flag in sorted(self.flags):
            _choice("flags", flag, FLAGS)
        if self.longest_run_minutes is not None:
            _set(
                self,
                "longest_run_minutes",
                _number("longest_run_minutes", self.longest_run_minutes, 1, 1440, "min"),
            )
        if self.log_since is not None:
            _moment("log_since", self.log_since)

    def _check_sessions(self) -> None:
        for session in self.sessions:
            _instance("sessions", session, Session, "a sequence of Session")
        # Order does not matter to the model; a fixed one makes equal scenarios equal.
        ordered = sorted(self.sessions, key=lambda s: (s.start, s.kind, s.minutes, s.rpe, s.name))
        _set(self, "sessions", tuple(ordered))
        if self.planned is not None:
            _instance("planned", self.planned, Session, "a Session")
            if self.planned in self.sessions:
                raise ScenarioError(
                    "planned", self.planned.name or self.planned.kind, "a session that is not in sessions too"
                )

    def _check_ratings(self) -> None:
        for check_in in self.check_ins:
            _instance("check_ins", check_in, CheckIn, "a sequence of CheckIn")
            if check_in.time > self.now:
                raise ScenarioError("check_ins.time", check_in.time, f"at or before now ({self.now})")
        _set(self, "check_ins", tuple(sorted(self.check_ins, key=lambda c: c.time)))

    def _check_sleep(self) -> None:
        if self.sleep_h is None:
            return
        if not isinstance(self.sleep_h, Mapping):
            _set(self, "sleep_h", _number("sleep_h", self.sleep_h, 0, 16, "h"))
            return
        nights: dict[dt.date, float] = {}
        for date, hours in sorted(self.sleep_h.items()):
            if not isinstance(date, dt.date) or isinstance(date, dt.datetime):
                raise ScenarioError("sleep_h", date, "keyed by the date a night ends on")
            nights[date] = _number(f"sleep_h[{date}]", hours, 0, 16, "h")
        _set(self, "sleep_h", nights)

    @property
    def nights(self) -> dict[dt.date, float]:
        """Sleep of each known night by the date it ends on. [h]"""
        if self.sleep_h is None:
            return {}
        if isinstance(self.sleep_h, Mapping):
            return dict(self.sleep_h)
        return {self.now.date(): self.sleep_h}

    @property
    def red_flags(self) -> tuple[str, ...]:
        """The ticked flags that replace every score and plan."""
        return tuple(flag for flag in RED_FLAGS if flag in self.flags)
