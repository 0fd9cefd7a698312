"""From a link to a scenario: any text at all gives one, and what is of no use is named."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from legrun.errors import ScenarioError
from legrun.inputs.form import (
    CHOICES,
    DEFAULTS,
    EVENING,
    EXPERIENCE,
    HABITS,
    MORNING,
    NUMBERS,
    OTHER_DAYS_AGO,
    leg_day,
    leg_values,
    minute,
    planned_run,
    race,
    run_values,
)
from legrun.link.codes import BACK, SEPARATOR, code, read_item, read_night, read_rating, read_session, read_week
from legrun.link.versions import AHEAD, LONGEST, NAMES, VERSIONS
from legrun.scenario import Athlete, CheckIn, Habits, Response, Scenario, Session
from legrun.scenario.fields import YEARS
from legrun.scenario.week_plan import MOST_ITEMS, WeekPlan

__all__ = ["Decoded", "decode"]

T = TypeVar("T")
SHOWN_JUNK = 5


@dataclass(frozen=True)
class Decoded:
    """What a link says.

    Attributes
    ----------
    scenario : Scenario
        The situation, defaults where the link is silent.
    given : frozenset of str
        Parameters that the link holds and that could be used.
    ignored : tuple of str
        One line for each parameter that could not: "sore is 99; it must be a number from 0 to 10".
    plan : WeekPlan or None
        The week that is planned, where there is one.
    inputs : mapping of str to value
        The values of the inputs that the link gives, by their name.
    """

    scenario: Scenario
    given: frozenset[str]
    ignored: tuple[str, ...] = ()
    plan: WeekPlan | None = None
    inputs: Mapping[str, Any] = field(default_factory=dict)


def decode(query: Mapping[str, str], *, now: dt.datetime) -> Decoded:
    """Return what an address says; whatever cannot be used is ignored and named.

    Parameters
    ----------
    query : mapping of str to str
        The parameters of the address, unescaped; any text at all.
    now : datetime.datetime
        The moment to answer for when the address names none; local, without zone.

    Returns
    -------
    Decoded
        The scenario, the parameters that counted, and a line for each that did not.

    Examples
    --------
    >>> decoded = decode({"effort": "9", "sore": "99"}, now=dt.datetime(2026, 3, 4, 7))
    >>> decoded.scenario.sessions[0].rpe, decoded.ignored
    (9.0, ('sore is 99; it must be a number from 0 to 10',))
    """
    reader = _Reader(query)
    at = reader.read("now", _moment, "a date and time like 2026-03-04T07", now)
    values = reader.values(at)
    planned, nights = _run_told(reader, values, at), dict(reader.entries("n", partial(read_night, now=at)))
    usual = NUMBERS["usual"].exact(values["usual"], nights.get(None, values["usual"]))
    scenario = Scenario(
        now=at,
        athlete=Athlete(
            experience=EXPERIENCE[values["exp"]],
            age=values["age"] or None,
            usual_sleep_h=usual,
            response=reader.read("resp", _response, "four numbers", None),
            max_heart_rate=values["hrmax"] or None,
            **_race_told(reader, values),
        ),
        # The run in mind is never also in sessions.
        sessions=[s for s in _sessions_told(reader, values, at) if s != planned],
        check_ins=_ratings_told(reader, values, at),
        sleep_h=_sleep_told(nights, values["sleep"], usual, at.date()),
        planned=planned,
        habits=_habits_told(reader, values),
        longest_run_minutes=values["longest"] or None,
        log_since=reader.read("since", partial(_past, now=at), "a date and time of the ten years before now", None),
    )
    plan = _plan_told(reader, at)
    given = {name: told for name, told in values.items() if name in reader.given}
    return Decoded(scenario, frozenset(reader.given), (*reader.ignored, *_strangers(query)), plan, given)


class _Reader:
    """Reads parameters one by one and keeps account of what counted and what did not."""

    def __init__(self, query: Mapping[str, str]) -> None:
        self.query = query
        self.given: set[str] = set()
        self.ignored: list[str] = []
        version = self.read("v", _version, " or ".join(map(str, VERSIONS)), None)
        self.defaults = VERSIONS[version] if version else _present_defaults()

    def read(self, name: str, parse: Callable[[str], T], allowed: str, default: T) -> T:
        """Return a parameter's value, or the default where it is missing or of no use."""
        text = self.query.get(name)
        if text is None:
            return default
        try:
            parsed = parse(text if len(text) <= LONGEST else "")
        except (ValueError, KeyError, OverflowError):
            self.ignore(f"{name} is {_shown(text)}; it must be {allowed}")
            return default
        self.given.add(name)
        return parsed

    def ignore(self, note: str) -> None:
        """Keep a line on something that did not count."""
        self.ignored.append(note)

    def entries(self, name: str, parse: Callable[[str], T], *, separator: str = SEPARATOR, skip: int = 0) -> list[T]:
        """Return the entries of a packed parameter that can be read, the first `skip` left out."""
        text = self.query.get(name, "")
        if len(text) > LONGEST:
            self.ignore(f"{name} is longer than {LONGEST} characters")
            return []
        parsed, bad = [], 0
        for entry in text.split(separator)[skip:] if text else ():
            try:
                parsed.append(parse(entry))
            except (ValueError, KeyError, OverflowError):
                bad += 1
        if bad:
            self.ignore(f"{name} holds {bad} {'entry' if bad == 1 else 'entries'} that cannot be used")
        if parsed:
            self.given.add(name)
        return parsed

    def values(self, now: dt.datetime) -> dict[str, Any]:
        """Return the value of every input."""
        values: dict[str, Any] = {}
        for name, spec in NUMBERS.items():
            values[name] = self.read(name, spec.read, spec.allowed, float(self.defaults[name]))
        for name, options in CHOICES.items():
            parse = partial(_option, options=options)
            values[name] = self.read(name, parse, f"one of {', '.join(options)}", self.defaults[name])
        other_day = now.date() - dt.timedelta(days=OTHER_DAYS_AGO)
        values["legdate"] = self.read("legdate", dt.date.fromisoformat, "a date like 2026-03-01", other_day)
        usual = MORNING if values["day"] == "This morning" else EVENING
        values["legtime"] = self.read("legtime", _time, "a time like 18:00", usual)
        return {**values, "rated": values["rated"] == "true"}

    @property
    def no_run(self) -> dict[str, Any]:
        """What the inputs show when there is no run in mind: their defaults, in the version of the link."""
        numbers = {name: float(self.defaults[name]) for name in ("runmin", "runrpe")}
        return {**{name: self.defaults[name] for name in ("when", "style", "terrain")}, **numbers}


def _present_defaults() -> dict[str, str]:
    """Return the defaults of the inputs as they are now."""
    return {**{name: str(spec.default) for name, spec in NUMBERS.items()}, **DEFAULTS}


def _race_told(reader: _Reader, values: Mapping[str, Any]) -> dict[str, float | None]:
    """Return the distance and the time of a race; neither where nobody runs that."""
    distance, minutes = race(values)
    try:
        Athlete(race_km=distance, race_minutes=minutes)
    except ScenarioError:
        reader.ignore(f"nobody races {values['race']} in {values['racemin']:g} minutes")
        return {}
    return {"race_km": distance, "race_minutes": minutes}


def _leg_day_told(reader: _Reader, values: Mapping[str, Any], now: dt.datetime) -> Session | None:
    """Return the newest leg day: in full where the link holds it and it agrees with the inputs."""
    try:
        told = leg_day(values, now)
    except (ValueError, OverflowError):
        reader.ignore(f"the leg day lies outside the years {YEARS[0]} to {YEARS[-1]}")
        return None
    full = reader.read("leg", partial(read_session, now=now), "a leg day like L2603031800-60-8", None)
    if full is None or full.kind != "legs":
        return told
    same = {**values, **leg_values(full, now)}
    if code(leg_day(same, now)) == code(told):
        return full
    # Another effort alone is one that the slider gave the same leg day.
    if told is None or code(leg_day({**same, "effort": values["effort"]}, now)) != code(told):
        return told
    return replace(full, rpe=told.rpe, estimated=full.estimated - {"rpe"})


def _run_told(reader: _Reader, values: Mapping[str, Any], now: dt.datetime) -> Session | None:
    """Return the run in mind: in full where the link holds it and it agrees with the inputs."""
    try:
        told = planned_run(values, now)
    except (ValueError, OverflowError):
        reader.ignore(f"the run lies outside the years {YEARS[0]} to {YEARS[-1]}")
        return None
    allowed = "none or a run within a week, like R2603051800-40-4"
    default: Session | None = told
    full = reader.read("run", partial(_run, now=now), allowed, default)
    shown = run_values(full, now) if full else reader.no_run
    # Links of before these inputs tell of them in full alone.
    values = {**values, **{name: shown[name] for name in ("style", "terrain") if name not in reader.given}}
    return full if code(planned_run({**values, **shown}, now)) == code(planned_run(values, now)) else told


def _sessions_told(reader: _Reader, values: Mapping[str, Any], now: dt.datetime) -> list[Session]:
    """Return the newest leg day and all further sessions."""
    leg = _leg_day_told(reader, values, now)
    return [*([leg] if leg else []), *reader.entries("s", partial(read_session, now=now))]


def _ratings_told(reader: _Reader, values: Mapping[str, Any], now: dt.datetime) -> list[CheckIn]:
    """Return the ratings, that of now among them where there is one."""
    rated_now = [CheckIn(now, values["sore"])] if values["rated"] else []
    return [*reader.entries("r", partial(read_rating, now=now)), *rated_now]


def _sleep_told(
    nights: Mapping[dt.date | None, float], shown: float, usual: float, today: dt.date
) -> float | dict[dt.date, float]:
    """Return last night as its input shows it or, beyond its range, as the link has it, with all further nights. [h]"""
    told = {date: slept for date, slept in nights.items() if date not in (None, today)}
    last = NUMBERS["sleep"].exact(shown, nights.get(today, usual))
    return {**told, today: last} if told else last


def _plan_told(reader: _Reader, now: dt.datetime) -> WeekPlan | None:
    """Return the week that is planned: its first entry tells the week, the others its sessions."""
    week = reader.read("plan", partial(_week, now=now), "a week like W260302 and its sessions", None)
    if week is None:
        return None
    items = reader.entries("plan", partial(read_item, week=week, now=now), skip=1)
    if len(items) > MOST_ITEMS:
        reader.ignore(f"plan holds more than {MOST_ITEMS} sessions")
    return replace(week, items=tuple(items[:MOST_ITEMS]))


def _habits_told(reader: _Reader, values: Mapping[str, Any]) -> Habits:
    used = dict.fromkeys(reader.entries("habits", HABITS.__getitem__, separator=","), True)
    return Habits(**used, alcohol_g_per_kg=values["alcohol"], protein_g_per_kg=values["protein"] or None)


def _version(text: str) -> int:
    return {str(version): version for version in VERSIONS}[text]


def _option(text: str, *, options: tuple[str, ...]) -> str:
    # Streamlit reads True, TRUE and true alike.
    option = text.lower() if options == CHOICES["rated"] else text
    if option not in options:
        raise ValueError(text)
    return option


def _moment(text: str) -> dt.datetime:
    time = dt.datetime.fromisoformat(text)
    if time.year not in YEARS:
        raise ValueError(text)
    return minute(time.replace(tzinfo=None))


def _past(text: str, *, now: dt.datetime) -> dt.datetime:
    time = _moment(text)
    if not now - BACK <= time <= now:
        raise ValueError(text)
    return time


def _time(text: str) -> dt.time:
    return dt.time.fromisoformat(text).replace(second=0, microsecond=0, tzinfo=None)


def _week(text: str, *, now: dt.datetime) -> WeekPlan:
    return read_week(text.partition(SEPARATOR)[0], now=now)


def _run(text: str, *, now: dt.datetime) -> Session | None:
    if text == "none":
        return None
    run = read_session(text, now=now)
    if not now <= run.start <= now + AHEAD:
        raise ValueError(text)
    return run


def _response(text: str) -> Response:
    amplitude_mean, amplitude_sd, time_mean, time_sd = map(float, text.split(","))
    return Response(amplitude_mean, amplitude_sd, time_mean, time_sd)


def _shown(text: str) -> str:
    """Return a stranger's text, short and with nothing in it that a page would draw as more than text.

    Examples
    --------
    >>> _shown("25:00"), _shown("[x](http://a.example)")
    ('25:00', '·x··http···a·example·')
    """
    kept = re.sub(r"[^\w .:,+-]|(?<!\d)[.:]|[.:](?!\d)", "·", text[:30])
    return kept if len(text) <= 30 else kept[:27] + "..."


def _strangers(query: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each of the first parameters that are not inputs, and one for the rest."""
    strangers = [name for name in query if name not in NAMES]
    yield from (f"{_shown(name)} is not an input" for name in strangers[:SHOWN_JUNK])
    if len(strangers) > SHOWN_JUNK:
        more = len(strangers) - SHOWN_JUNK
        yield "1 more is not an input" if more == 1 else f"{more} more are not inputs"
