"""The inputs: their names, ranges, steps, defaults and choices, and what they show for a scenario."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from legrun.evidence import value
from legrun.scenario import EXPERIENCES, Athlete, Experience, Scenario, Session, Style
from legrun.scenario.names import STYLE_NAMES

__all__ = [
    "CHOICES",
    "DAYS",
    "DEFAULTS",
    "EVENING",
    "EXPERIENCE",
    "FIRST_ASKED",
    "HABITS",
    "INPUTS",
    "MORNING",
    "NOVELTY",
    "NUMBERS",
    "OTHER_DAYS_AGO",
    "RACES",
    "SLIDERS",
    "STYLES",
    "TERRAINS",
    "TIREDNESS",
    "WHENS",
    "Number",
    "downhill",
    "input_values",
    "leg_day",
    "leg_values",
    "minute",
    "newest_leg_day",
    "planned_run",
    "race",
    "rated_now",
    "run_values",
    "terrain",
]  # fmt: skip


@dataclass(frozen=True)
class Number:
    """A numeric input: its range, step and default.

    Attributes
    ----------
    low, high, step, default : float
        As its widget has them.
    known_from : float
        Where 0 means unknown, the smallest value that is known.
    """

    low: float
    high: float
    step: float
    default: float
    known_from: float = 0.0

    def clip(self, number: float) -> float:
        """Return the nearest value that the input can take, in hundredths."""
        return round(min(max(number, self.low), self.high), 2)

    def exact(self, shown: float, theirs: float) -> float:
        """Return a value that may lie beyond the input's range, as long as the input shows its nearest end.

        Examples
        --------
        >>> [NUMBERS["sleep"].exact(shown, theirs=2.0) for shown in (3.0, 6.0)]
        [2.0, 6.0]
        """
        return theirs if shown == self.clip(theirs) else shown

    def end_words(self, shown: float, unit: str) -> str:
        """Return what an end of the range stands for; empty between its ends.

        Examples
        --------
        >>> [NUMBERS["sleep"].end_words(hours, "h") for hours in (3.0, 7.0, 10.0)]
        ['3 h or less', '', '10 h or more']
        """
        if shown <= self.low:
            return f"{self.low:g} {unit} or less"
        return f"{self.high:g} {unit} or more" if shown >= self.high else ""

    def read(self, text: str) -> float:
        """Return the number that a text holds; ValueError if it is none of this input's."""
        number = float(text)
        if not self.low <= number <= self.high or 0 < number < self.known_from:
            raise ValueError(text)
        return number

    @property
    def allowed(self) -> str:
        """What the input takes, in words."""
        if self.known_from:
            return f"0 for unknown or a number from {self.known_from:g} to {self.high:g}"
        return f"a number from {self.low:g} to {self.high:g}"


# Inputs by their name, which is also the key of the widget. Ranges may grow, never shrink: old links rely on them.
NUMBERS = {
    "sore": Number(0.0, 10.0, 0.5, 4.0),
    "effort": Number(0.0, 10.0, 0.5, 8.0),
    "sleep": Number(3.0, 10.0, 0.5, 7.5),
    "legmin": Number(10.0, 240.0, 5.0, 60.0),
    "runmin": Number(10.0, 300.0, 5.0, 40.0),
    "runrpe": Number(1.0, 10.0, 1.0, 4.0),
    "usual": Number(3.0, 10.0, 0.5, 7.5),
    "longest": Number(0.0, 1440.0, 5.0, 0.0, known_from=1.0),  # as long as a session may be
    "alcohol": Number(0.0, 5.0, 0.1, 0.0),
    "protein": Number(0.0, 6.0, 0.1, 0.0, known_from=0.1),
    "age": Number(0.0, 110.0, 1.0, 0.0, known_from=10.0),
    "hrmax": Number(0.0, 230.0, 1.0, 0.0, known_from=100.0),
    "racemin": Number(0.0, 600.0, 0.5, 0.0, known_from=8.0),
}
# A choice stands in the address as it stands on the screen: a renamed one breaks every link that holds it.
DAYS = {"This morning": 0, "Yesterday": 1, "2 days ago": 2, "3 days ago": 3, "Other": None}
WHENS = ("Now", "This evening", "Tomorrow morning", "Tomorrow evening")
EXPERIENCE: dict[str, Experience] = {name.capitalize(): name for name in EXPERIENCES}
NOVELTY = {"Usual exercises": 0.0, "Some new ones": 0.5, "All new": 1.0}
# The type of a run; the first says nothing.
STYLES: dict[str, Style | None] = {"Any": None, **{name: style for style, name in STYLE_NAMES.items()}}
# Share of a run that goes downhill, and how steeply.
TERRAINS = {
    "Flat": (0.0, 0.0),
    "Hilly": (value("planner.hilly_share"), value("planner.hilly_grade_pct")),
    "Steep": (value("planner.steep_share"), value("planner.steep_grade_pct")),
}
# Distances of a race. [km]
RACES: dict[str, float | None] = {
    "None": None,
    "5 km": 5.0,
    "10 km": 10.0,
    "Half marathon": 21.0975,
    "Marathon": 42.195,
}
CHOICES: dict[str, tuple[str, ...]] = {
    "day": tuple(DAYS),
    "when": WHENS,
    "exp": tuple(EXPERIENCE),
    "nov": tuple(NOVELTY),
    "rated": ("true", "false"),
    "style": tuple(STYLES),
    "terrain": tuple(TERRAINS),
    "race": tuple(RACES),
}
DEFAULTS = {
    "day": "Yesterday", "when": "Now", "exp": "Recreational", "nov": "Usual exercises", "rated": "false",
    "style": "Any", "terrain": "Flat", "race": "None",
}  # fmt: skip
# The names of all inputs that stand in a link, and the numbers among them that a slider sets; others are typed.
INPUTS = frozenset((*NUMBERS, *CHOICES, "legtime", "legdate"))
SLIDERS = frozenset({"sore", "effort", "sleep", "usual"})
# What is asked first, beside the verdict.
FIRST_ASKED = frozenset({"day", "legdate", "sore", "rated", "effort", "sleep"})
HABITS = {"foam": "foam_rolling", "compression": "compression", "massage": "massage", "cold": "cold_water"}
# Overall fatigue, in words; it is asked for this morning alone and stands in no link.
TIREDNESS: dict[str, float] = {
    "1 very fresh": 1.0, "2 fresh": 2.0, "3 normal": 3.0, "4 tired": 4.0, "5 very tired": 5.0,
}  # fmt: skip
# Where a leg day usually starts, and when "morning" and "evening" are for a run.
MORNING, EVENING, RUN_MORNING = dt.time(8), dt.time(18), dt.time(7)
OTHER_DAYS_AGO = 4


def leg_day(values: Mapping[str, Any], now: dt.datetime) -> Session | None:
    """Return the newest leg day that the inputs tell of, or None when its intensity is 0.

    One of this morning has ended by now, whatever its usual hour; one ahead needs a date of its own.

    Examples
    --------
    >>> told = {"day": "2 days ago", "legtime": dt.time(18), "legmin": 45.0, "effort": 7.0, "nov": "All new"}
    >>> leg_day(told, dt.datetime(2026, 3, 4, 7)).start
    datetime.datetime(2026, 3, 2, 18, 0)
    """
    if values["effort"] == 0:
        return None
    ago = DAYS[values["day"]]
    date = values["legdate"] if ago is None else now.date() - dt.timedelta(days=ago)
    start = dt.datetime.combine(date, values["legtime"])
    if ago == 0:
        start = min(start, now - dt.timedelta(minutes=values["legmin"]))
    return Session("legs", start, values["legmin"], values["effort"], novelty=NOVELTY[values["nov"]])


def planned_run(values: Mapping[str, Any], now: dt.datetime) -> Session:
    """Return the run in mind that the inputs tell of; it never lies before now."""
    start, minutes = _run_start(values["when"], now), values["runmin"]
    return Session(
        "run", start, minutes, values["runrpe"], style=STYLES[values["style"]], **downhill(values["terrain"], minutes)
    )


def downhill(terrain: str, minutes: float) -> dict[str, Any]:
    """Return the minutes and the grade that a run on a terrain goes downhill. [min], [%]

    Examples
    --------
    >>> downhill("Flat", 40)
    {'downhill_minutes': 0.0, 'downhill_grade_pct': 0.0}
    """
    share, grade = TERRAINS[terrain]
    return {"downhill_minutes": round(max(0.0, share * minutes), 1), "downhill_grade_pct": grade}


def terrain(session: Session) -> str:
    """Return the terrain whose descent comes nearest to that of a session."""
    fall = session.downhill_minutes / session.minutes * session.downhill_grade_pct
    return min(TERRAINS, key=lambda name: abs(TERRAINS[name][0] * TERRAINS[name][1] - fall))


def race(values: Mapping[str, Any]) -> tuple[float | None, float | None]:
    """Return the distance [km] and the time [min] of the race that the inputs tell of; both None where they tell none.

    Examples
    --------
    >>> race({"race": "10 km", "racemin": 50.0}), race({"race": "None", "racemin": 50.0})
    ((10.0, 50.0), (None, None))
    """
    distance, minutes = RACES[values["race"]], values["racemin"]
    return (distance, minutes) if distance and minutes else (None, None)


def _run_start(when: str, now: dt.datetime) -> dt.datetime:
    if when == "Now":
        return now
    day = now.date() + dt.timedelta(days=1 if when.startswith("Tomorrow") else 0)
    return max(now, dt.datetime.combine(day, EVENING if when.endswith("evening") else RUN_MORNING))


def newest_leg_day(scenario: Scenario) -> Session | None:
    """Return the leg day that the inputs show: the newest one begun, else the first one ahead."""
    legs = [s for s in scenario.sessions if s.kind == "legs"]
    begun = [s for s in legs if s.start <= scenario.now]
    return begun[-1] if begun else legs[0] if legs else None


def input_values(scenario: Scenario) -> dict[str, Any]:
    """Return what every input shows for a scenario, by its name.

    A value beyond its input's range is brought to the nearest end; `legdate` is there only when the day is
    "Other".

    Examples
    --------
    >>> values = input_values(Scenario(now=dt.datetime(2026, 3, 4, 7)))
    >>> values["effort"], values["rated"], values["when"]
    (0.0, False, 'Now')
    """
    now, athlete, habits = minute(scenario.now), scenario.athlete, scenario.habits
    rated = rated_now(scenario)
    told = {
        "sleep": scenario.nights.get(now.date(), athlete.usual_sleep_h),
        "usual": athlete.usual_sleep_h,
        "longest": scenario.longest_run_minutes or 0.0,
        "alcohol": habits.alcohol_g_per_kg,
        "protein": habits.protein_g_per_kg or 0.0,
        "age": athlete.age or 0.0,
        "hrmax": athlete.max_heart_rate or 0.0,
    }
    return {
        **leg_values(newest_leg_day(scenario), now),
        "sore": NUMBERS["sore"].clip(NUMBERS["sore"].default if rated is None else rated),
        "rated": rated is not None,
        "exp": athlete.experience.capitalize(),
        **{name: NUMBERS[name].clip(number) for name, number in told.items()},
        **run_values(scenario.planned, now),
        **_race_values(athlete),
    }


def _race_values(athlete: Athlete) -> dict[str, Any]:
    """Return what the inputs of a race show; one over another distance is not shown, for they cannot say it."""
    name = next((name for name, distance in RACES.items() if distance and distance == athlete.race_km), None)
    minutes = athlete.race_minutes or 0.0
    return {"race": name or DEFAULTS["race"], "racemin": NUMBERS["racemin"].clip(minutes) if name else 0.0}


def leg_values(leg: Session | None, now: dt.datetime) -> dict[str, Any]:
    """Return what the inputs of the leg day show."""
    if leg is None:
        return {
            "day": DEFAULTS["day"],
            "legtime": EVENING,
            "legmin": NUMBERS["legmin"].default,
            "effort": 0.0,
            "nov": DEFAULTS["nov"],
        }
    start = minute(leg.start)
    ago = (now.date() - start.date()).days
    # "This morning" is one that has ended: one ahead, or still going on, is shown by its date.
    day = "Other" if leg.end > now else next((label for label, days in DAYS.items() if days == ago), "Other")
    return {
        "day": day,
        **({"legdate": start.date()} if day == "Other" else {}),
        "legtime": start.time(),
        "legmin": NUMBERS["legmin"].clip(leg.minutes),
        "effort": NUMBERS["effort"].clip(leg.rpe),
        "nov": min(NOVELTY, key=lambda label: abs(NOVELTY[label] - leg.novelty)),
    }


def run_values(run: Session | None, now: dt.datetime) -> dict[str, Any]:
    """Return what the inputs of the run in mind show."""
    if run is None:
        numbers = {name: NUMBERS[name].default for name in ("runmin", "runrpe")}
        return {**{name: DEFAULTS[name] for name in ("when", "style", "terrain")}, **numbers}
    return {
        "when": min(WHENS, key=lambda when: abs(_run_start(when, now) - minute(run.start))),
        "runmin": NUMBERS["runmin"].clip(run.minutes),
        "runrpe": NUMBERS["runrpe"].clip(run.rpe),
        "style": STYLE_NAMES[run.style] if run.style else DEFAULTS["style"],
        "terrain": terrain(run),
    }


def rated_now(scenario: Scenario) -> float | None:
    """Return the soreness rated now, if any. [0-10]"""
    now = minute(scenario.now)
    rated = [c.soreness for c in scenario.check_ins if c.soreness is not None and minute(c.time) == now]
    return rated[-1] if rated else None


def minute(time: dt.datetime) -> dt.datetime:
    """Return a time to the minute, which is what a link keeps."""
    return time.replace(second=0, microsecond=0)
