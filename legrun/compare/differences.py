"""The entries of scenarios, and the differences between them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legrun.inputs.form import NOVELTY, minute, newest_leg_day
from legrun.link import encode
from legrun.link.codes import code
from legrun.scenario import CheckIn, Habits, Scenario, Session
from legrun.scenario.hours import hours_from
from legrun.scenario.names import FLAG_NAMES, HABIT_NAMES, session_name
from legrun.scenario.presets import PRESETS
from legrun.wording.languages import full_moment, moment, short_date
from legrun.wording.rounding import capitalised, effort_text
from legrun.wording.times import part_of_day

__all__ = ["LETTERS", "Difference", "find_differences", "newest_rating", "scenario_names"]

# The letters of scenarios, wherever a name would be too long.
LETTERS = "ABCD"
LISTED = 3
# How many entries name a scenario; one more where these do not tell it apart.
NAMING = 2
NONE = "none"
# Every further entry of a leg day where there is none.
NO_LEGS = "–"
LEG_DAY, FURTHER = "Leg day", "Further sessions"


@dataclass(frozen=True)
class Difference:
    """One entry that differs between scenarios.

    Attributes
    ----------
    label : str
        Its name.
    texts : tuple of str
        Its value in each scenario.
    short : str
        Its name in front of the value, within a scenario's name; empty where the value needs none.
    """

    label: str
    texts: tuple[str, ...]
    short: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Its value in each scenario, short enough for a name."""
        return tuple(f"no {self.label.lower()}" if text == NONE else f"{self.short} {text}" for text in self.texts)


def find_differences(scenarios: Sequence[Scenario]) -> tuple[Difference, ...]:
    """Return the entries that differ between scenarios.

    Parameters
    ----------
    scenarios : sequence of Scenario
        At least one.

    Examples
    --------
    >>> short, long = (Scenario(now=dt.datetime(2026, 3, 4, 7), sleep_h=slept) for slept in (6, 9))
    >>> find_differences([short, long])
    (Difference(label='Sleep last night', texts=('6 h', '9 h'), short='sleep'),)
    """
    entries = [[*_entries(scenario), *_own_lists(scenario, scenarios)] for scenario in scenarios]
    rows = [Difference(row[0][0], tuple(text for _, _, text in row), row[0][1]) for row in zip(*entries, strict=True)]
    return tuple(row for row in rows if len(set(row.texts) - {NO_LEGS}) > 1)


def scenario_names(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Return a name for each scenario: the one or two entries that set it apart, else its situation of the menu.

    The names follow from the scenarios alone, so that a link brings them along without holding them.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> scenario_names([PRESETS[1].scenario(now.date()), Scenario(now, sleep_h=9)])
    ('Morning after legs', 'No leg day, soreness not rated')
    """
    differing = find_differences(scenarios)
    rows = _sessions_first([row for row in differing if row.short]) or _alone(scenarios)
    # A situation of the menu is named by it, unless one or two entries are all that differs.
    known = [None if 0 < len(differing) <= 2 else _preset_name(scenario) for scenario in scenarios]
    count = len({scenarios.index(each) for each in scenarios})
    named = [_named(chosen, known) for chosen in _choices(rows)]
    names = next((each for each in named if len(set(each)) == count), named[0])
    return tuple(_told_apart(names, scenarios))


def _sessions_first(rows: Sequence[Difference]) -> list[Difference]:
    """Return entries, the further sessions first where one without a leg day has them: its name hid a marathon."""
    further = next((row for row in rows if row.label == FURTHER), None)
    leg_day = next((row for row in rows if row.label == LEG_DAY), None)
    if further is None or leg_day is None:
        return list(rows)
    hidden = any(day == NONE != own for day, own in zip(leg_day.texts, further.texts, strict=True))
    return sorted(rows, key=lambda row: row is not further) if hidden else list(rows)


def _choices(rows: Sequence[Difference]) -> Iterator[Sequence[Difference]]:
    """Yield entries that could name scenarios: the first ones, the same with one more, any others."""
    first = rows[:NAMING]
    yield first
    yield from ([*first, each] for each in rows[NAMING:])
    yield from itertools.combinations(rows, NAMING + 1)


def _named(rows: Sequence[Difference], known: Sequence[str | None]) -> list[str]:
    """Return a name for each scenario from some entries."""
    said = [
        capitalised(", ".join(row.names[place] for row in rows if row.texts[place] != NO_LEGS))
        for place in range(len(known))
    ]
    return [name or own for name, own in zip(known, said, strict=True)]


def _told_apart(names: Sequence[str], scenarios: Sequence[Scenario]) -> Iterator[str]:
    """Yield the names; one that is the same as another before says so, and what is not the same has another name."""
    for place, (name, scenario) in enumerate(zip(names, scenarios, strict=True)):
        same = scenarios.index(scenario)
        if same < place:
            yield f"Same as {LETTERS[same]}"
        else:
            yield f"{name} ({LETTERS[place]})" if name in names[:place] else name


def _alone(scenarios: Sequence[Scenario]) -> list[Difference]:
    """Return the entries that name scenarios which do not differ: leg day and soreness."""
    entries = _entries(scenarios[0])
    return [Difference(label, (text,) * len(scenarios), short) for label, short, text in entries if short][:2]


@functools.cache
def _preset_links(day: dt.date) -> dict[str, dict[str, str]]:
    return {preset.name: encode(preset.scenario(day)) for preset in PRESETS}


def _preset_name(scenario: Scenario) -> str | None:
    """Return the situation of the menu that a scenario is, if any."""
    parameters = encode(scenario)
    return next((name for name, each in _preset_links(scenario.now.date()).items() if each == parameters), None)


def _entries(scenario: Scenario) -> Iterator[tuple[str, str, str]]:
    """Yield every entry of a scenario: label, short name, value; the first ones name it first."""
    now, athlete = scenario.now, scenario.athlete
    leg = newest_leg_day(scenario)
    yield LEG_DAY, "leg day", _leg_time(leg, now)
    yield "Soreness now", "soreness", _rated(scenario)
    yield "Leg-day intensity", "effort", effort_text(leg.rpe) if leg else NO_LEGS
    yield "Leg-day length", "", f"{leg.minutes:.0f} min" if leg else NO_LEGS
    yield "Leg-day exercises", "", _exercises(leg)
    yield "Sleep last night", "sleep", f"{scenario.nights.get(now.date(), athlete.usual_sleep_h):g} h"
    yield "Nights ahead", "nights of", f"{athlete.usual_sleep_h:g} h"
    yield "Planned run", "run", _run_words(scenario.planned or _next_run(scenario), now)
    yield "Experience of leg days", "", athlete.experience
    yield "Longest run of 30 days", "longest", _known(scenario.longest_run_minutes, "min")
    yield "Age", "age", _known(athlete.age, "years")
    yield "Highest heart rate", "highest heart rate", _known(athlete.max_heart_rate, "bpm")
    yield "Habits", "", _habit_words(scenario.habits)
    yield "Alcohol last evening", "alcohol", f"{scenario.habits.alcohol_g_per_kg:g} g/kg"
    yield "Protein a day", "protein", _known(scenario.habits.protein_g_per_kg, "g/kg")
    yield "What feels wrong", "", "; ".join(FLAG_NAMES[flag].lower() for flag in sorted(scenario.flags)) or NONE
    yield "Own response", "", _response_words(scenario)
    yield "Moment", "", full_moment(now)


def _rated(scenario: Scenario) -> str:
    """Return today's newest rating of soreness, and when it was where that is not now."""
    newest = newest_rating(scenario)
    if newest is None:
        return "not rated"
    at = "" if minute(newest.time) == minute(scenario.now) else f" at {newest.time:%H:%M}"
    return f"{newest.soreness:g}/10{at}"


def newest_rating(scenario: Scenario) -> CheckIn | None:
    """Return today's newest check-in that rates soreness; None where there is none."""
    rated = (c for c in reversed(scenario.check_ins) if c.soreness is not None)
    return next(rated) if scenario.rated_today else None


def _known(number: float | None, unit: str) -> str:
    return "unknown" if number is None else f"{number:g} {unit}"


def _leg_time(leg: Session | None, now: dt.datetime) -> str:
    if leg is None:
        return NONE
    hours = hours_from(leg.end, now)
    away = max(1.0, abs(hours))  # what just ended, or begins at once, is not 0 h away
    return f"{away:.0f} h ago" if hours >= 0 else f"in {away:.0f} h"


def _exercises(leg: Session | None) -> str:
    """Return what else a leg day was like."""
    if leg is None:
        return NO_LEGS
    said = [min(NOVELTY, key=lambda label: abs(NOVELTY[label] - leg.novelty)).lower()]
    said += [f"{leg.hard_sets:g} hard sets"] if leg.hard_sets is not None else []
    said += ["to failure"] if leg.to_failure else []
    return ", ".join([*said, *(["warm-up"] if leg.warm_up else [])])


def _next_run(scenario: Scenario) -> Session | None:
    """Return the next run that counts as run: without a run in mind it is the one that was."""
    return next((s for s in scenario.sessions if s.kind == "run" and s.start >= scenario.now), None)


def _run_words(run: Session | None, now: dt.datetime) -> str:
    if run is None:
        return NONE
    when = "now" if run.start == now else part_of_day(run.start, now)
    flat = f", {run.downhill_minutes:.0f} min downhill" if run.downhill_minutes else ""
    return f"{when}, {run.minutes:.0f} min, effort {effort_text(run.rpe)}{flat}"


def _habit_words(habits: Habits) -> str:
    return ", ".join(name.lower() for field, name in HABIT_NAMES.items() if getattr(habits, field)) or NONE


def _response_words(scenario: Scenario) -> str:
    own = scenario.athlete.response
    if own is None:
        return "average"
    return "learned from check-ins (" + ", ".join(f"{each:g}" for each in dataclasses.astuple(own)) + ")"


def _own_lists(scenario: Scenario, others: Sequence[Scenario]) -> Iterator[tuple[str, str, str]]:
    """Yield the sessions, ratings and nights of a scenario that not every scenario has."""
    shared = frozenset.intersection(*(frozenset(map(code, _further(each))) for each in others))
    own = [session for session in _further(scenario) if code(session) not in shared]
    yield FURTHER, "with", _listed([_session_words(each) for each in own])
    rated = frozenset.intersection(*(frozenset(_earlier(each)) for each in others))
    ratings = [f"{moment(c.time)} {c.soreness:g}/10" for c in _earlier(scenario) if c not in rated]
    yield "Earlier ratings", "", _listed(ratings)
    slept = frozenset.intersection(*(frozenset(_other_nights(each).items()) for each in others))
    nights = [
        f"{short_date(day)} {hours:g} h" for day, hours in _other_nights(scenario).items() if (day, hours) not in slept
    ]
    yield "Other nights", "", _listed(nights)


def _further(scenario: Scenario) -> list[Session]:
    newest = newest_leg_day(scenario)
    return [session for session in scenario.sessions if session is not newest]


def _earlier(scenario: Scenario) -> list[CheckIn]:
    """Return the ratings that "Soreness now" does not tell already."""
    told = newest_rating(scenario)
    return [c for c in scenario.check_ins if c.soreness is not None and c is not told]


def _other_nights(scenario: Scenario) -> dict[dt.date, float]:
    return {day: hours for day, hours in scenario.nights.items() if day != scenario.now.date()}


def _session_words(session: Session) -> str:
    size = f"{session.minutes:.0f} min, effort {effort_text(session.rpe)}"
    return f"{session_name(session).lower()} {session.start:%a %H:%M}, {size}"


def _listed(said: Sequence[str]) -> str:
    """Return the newest of a list, and how many more there are."""
    more = len(said) - LISTED
    tail = f"; and {more} more" if more > 0 else ""
    return "; ".join(reversed(said[-LISTED:])) + tail if said else NONE
