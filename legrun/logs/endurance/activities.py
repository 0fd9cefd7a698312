"""What an app's name for an activity means, from `activities.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, get_args

from legrun.logs.fields.phrases import Rules
from legrun.logs.reading.text import fold, names_of_signs
from legrun.logs.strength.titles import strength_kind

__all__ = ["Activity", "ActivityKind", "activity", "sport_of"]

ActivityKind = Literal["run", "walk", "strength", "other", "multisport", "off"]
# Apps file anything under these.
_LOOSE_TYPES = frozenset({"workout", "entrainement", "functional", "gym"})
# A title that says what was done before or after the lifting.
_ASIDE = re.compile(r"\b(cool ?down|warm ?up|stretch\w*)\b")
# Of a session that was done a part was left out: "Legs (skipped last set)".
_LEFT_OUT = re.compile(
    r"\b(?:skipped|cancell?ed)\s+(?=(?:(?:the|my)\s+)?(?:last|first|final|one|two|three|\d|half|some|sets?|warm|cool|"
    r"stretch\w*|finisher|core|abs|calf|calves|cardio|accessor\w+)\b)",
    re.I,
)
_BEHIND = re.compile(r"\s*[(\[].*|\s+[-\u2013:].*|\s*,.*")
# What was done, and behind it what was not of it: "Leg day, skipped lunges", "Run (no legs)".
_LACKING = re.compile(
    r"([^,;(\[]*?[^\s,;(\[])(?:\s*[,;(\[]|\s+[-\u2013\u2014])\s*(?:skipped|no|kein\w*|ohne|pas de|sin|sem|geen)\s+"
    r"(?!(?:due|because|since|as|for|too|was|wegen|weil|da|car|parce|por|porque|omdat|wegens|tod[ao]y|heute)\b)[^\W\d_]{2}",
    re.I,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# Alone they mean weights; beside a sport that is named they mean no more than "training".
_ANY_TRAINING = re.compile(r"\b(?:workouts?|entra[iî]nements?)\b", re.I)


@dataclass(frozen=True)
class Activity:
    """What a name says about an activity.

    Attributes
    ----------
    kind : str
        ``run walk strength other``; ``multisport`` holds parts that may be listed too, ``off`` is no training.
    metres : bool
        Whether its distance is in metres where that of others is in kilometres or miles.
    known : bool
        Whether a rule knows the name.
    sport : str
        What tells it apart from others of its kind when logs are joined; empty when that cannot be said.
    style : bool
        Whether the name says how a run is run, not that it was one.
    """

    kind: ActivityKind
    metres: bool = False
    known: bool = True
    sport: str = ""
    style: bool = False


def activity(name: str) -> Activity:
    """Return what is known about an activity of that name; what no rule knows is ``other``.

    Examples
    --------
    >>> [activity(name).kind for name in ("TrailRun", "Course à pied", "Løb", "Nordic Ski", "WeightTraining")]
    ['run', 'run', 'run', 'other', 'strength']
    >>> activity("Pool Swim").metres, activity("Multisport").kind, activity("Curling").known
    (True, 'multisport', False)
    """
    kinds, rules = _rules()
    said = _HUMP.sub(" ", _LEFT_OUT.sub(" ", name[:200]))
    place = rules.find(said)
    if place is not None and kinds[place].kind == "strength" and (rest := _ANY_TRAINING.sub(" ", said)) != said:
        named = rules.find(rest)
        place = named if named is not None and kinds[named].sport and not kinds[named].style else place
    if place is None and (alone := _BEHIND.sub("", name[:200])) != name:  # "Rest (sick)"
        place = rules.find(alone)
        place = place if place is not None and kinds[place].kind == "off" else None
    if place is not None and kinds[place].kind == "off" and (done := _LACKING.match(name[:200])):
        return activity(done[1]) if activity(done[1]).known else kinds[place]
    if place is not None:
        return kinds[place]
    if not fold(name) and (signs := names_of_signs(name)):
        return _of_signs(signs)
    return (
        Activity("strength", sport="strength")
        if strength_kind(name) in ("legs", "upper")
        else Activity("other", known=False)
    )


def _of_signs(names: Sequence[str]) -> Activity:
    """Return what the pictures of a name say, if all say the same."""
    said = {activity(name) for name in names}
    known = {each for each in said if each.known}
    return known.pop() if len(known) == 1 else Activity("other", known=False)


def sport_of(app_type: str, title: str) -> str:
    """Return the sport of an activity by its type, or by its title where that says that it was no lifting.

    Examples
    --------
    >>> sport_of("Ride", "Lunch"), sport_of("Workout", "Yoga with Ana"), sport_of("Weight Training", "Cool-down")
    ('ride', 'mobility', 'mobility')
    >>> sport_of("Cardio", "Evening"), sport_of("Weight Training", "Before the ride")
    ('', 'strength')
    """
    by_type, by_title = activity(app_type), activity(title)
    loose = by_type.kind == "strength" and fold(app_type) in _LOOSE_TYPES
    if by_type.kind in ("strength", "other") and _ASIDE.search(fold(title)):
        return "mobility"
    if by_title.sport == "mobility" or (loose and by_title.known and by_title.kind != "strength"):
        return by_title.sport
    return by_type.sport


@functools.cache
def _rules() -> tuple[tuple[Activity, ...], Rules]:
    text = resources.files(__package__).joinpath("activities.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["rule"]
    for order, rule in enumerate(table):
        if rule["kind"] not in get_args(ActivityKind):
            raise ValueError(f"activities.toml: rule {order + 1} has no known kind")
    return tuple(
        Activity(rule["kind"], rule.get("metres", False), style=rule.get("style", False), sport=_sport(rule))
        for rule in table
    ), Rules.of(table)


def _sport(rule: Mapping[str, Any]) -> str:
    kind = str(rule["kind"])
    return str(rule.get("sport", kind if kind in ("run", "walk", "strength") else ""))
