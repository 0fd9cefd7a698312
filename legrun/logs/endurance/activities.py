"""What an app's name for an activity means, from `activities.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Literal, get_args

from legrun.logs.fields.phrases import Rules
from legrun.logs.reading.text import fold
from legrun.logs.strength.exercises import classify
from legrun.scenario import Kind

__all__ = ["Activity", "ActivityKind", "activity", "strength_kind"]

ActivityKind = Literal["run", "walk", "strength", "other", "multisport", "off"]
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LEG_WORDS = frozenset(
    [
        "leg",
        "legs",
        "legday",
        "lower",
        "beine",
        "bein",
        "beintag",
        "unterkorper",
        "jambes",
        "jambe",
        "pernas",
        "perna",
        "inferiores",
        "piernas",
        "pierna",
        "gambe",
        "ben",
        "underkrop",
        "benen",
        "nogi",
        "lab",
        "quads",
        "glutes",
        "hamstrings",
        "posterior",
        "squat",
        "squats",
    ]
)
_UPPER_WORDS = frozenset(
    [
        "upper",
        "push",
        "pull",
        "chest",
        "back",
        "arms",
        "arm",
        "shoulders",
        "oberkorper",
        "brust",
        "rucken",
        "superior",
        "superiores",
        "haut",
        "pecho",
        "espalda",
        "peito",
        "costas",
        "bench",
        "abs",
        "core",
    ]
)


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
    """

    kind: ActivityKind
    metres: bool = False
    known: bool = True


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
    place = rules.find(_HUMP.sub(" ", name[:200]))
    if place is not None:
        return kinds[place]
    return Activity("strength") if strength_kind(name) else Activity("other", known=False)


def strength_kind(title: str) -> Kind | None:
    """Return what a strength session's title says of it, or None when it says nothing.

    Examples
    --------
    >>> strength_kind("Leg day 🦵"), strength_kind("Push"), strength_kind("Afternoon Weight Training")
    ('legs', 'upper', None)
    >>> strength_kind("Front squats and lunges")
    'legs'
    """
    words = set(fold(title).split())
    if words & _LEG_WORDS:
        return "legs"
    if words & _UPPER_WORDS:
        return "upper"
    exercise = classify(title)
    return "legs" if exercise.share == 1 else None


@functools.cache
def _rules() -> tuple[tuple[Activity, ...], Rules]:
    text = resources.files(__package__).joinpath("activities.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["rule"]
    for order, rule in enumerate(table):
        if rule["kind"] not in get_args(ActivityKind):
            raise ValueError(f"activities.toml: rule {order + 1} has no known kind")
    return tuple(Activity(rule["kind"], rule.get("metres", False)) for rule in table), Rules.of(table)
