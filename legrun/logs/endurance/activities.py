"""What an app's name for an activity means, from `activities.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Literal, get_args

from legrun.logs.fields.phrases import Rules
from legrun.logs.strength.titles import strength_kind

__all__ = ["Activity", "ActivityKind", "activity"]

ActivityKind = Literal["run", "walk", "strength", "other", "multisport", "off"]
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


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
    style : bool
        Whether the name says how a run is run, not that it was one.
    """

    kind: ActivityKind
    metres: bool = False
    known: bool = True
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
    place = rules.find(_HUMP.sub(" ", name[:200]))
    if place is not None:
        return kinds[place]
    return Activity("strength") if strength_kind(name) in ("legs", "upper") else Activity("other", known=False)


@functools.cache
def _rules() -> tuple[tuple[Activity, ...], Rules]:
    text = resources.files(__package__).joinpath("activities.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["rule"]
    for order, rule in enumerate(table):
        if rule["kind"] not in get_args(ActivityKind):
            raise ValueError(f"activities.toml: rule {order + 1} has no known kind")
    return tuple(
        Activity(rule["kind"], rule.get("metres", False), style=rule.get("style", False)) for rule in table
    ), Rules.of(table)
