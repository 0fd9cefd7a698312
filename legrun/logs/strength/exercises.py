"""How much of an exercise the legs carry, by its name, from `exercises.toml`."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources
from typing import Literal, get_args

from legrun.logs.fields.phrases import Rules

__all__ = ["Exercise", "Region", "classify"]

Region = Literal["legs", "upper", "core", "run", "treadmill", "walk", "cardio", "mobility", "warm_up", "unknown"]


@dataclass(frozen=True)
class Exercise:
    """What a name says about an exercise.

    Attributes
    ----------
    region : str
        Where the work is: ``legs upper core`` are strength work, ``run treadmill walk cardio`` endurance,
        ``mobility`` and ``warm_up`` are no work.
    share : float
        Share of the load that the legs carry. [0-1]
    groups : tuple of str
        Muscle groups of the legs that carry it.
    judgement : bool
        Whether the share is a judgement call worth showing.
    why : str
        The reason behind a judgement call.
    """

    region: Region
    share: float = 0.0
    groups: tuple[str, ...] = ()
    judgement: bool = False
    why: str = ""

    @property
    def is_strength(self) -> bool:
        """Whether its sets are working sets."""
        return self.region in ("legs", "upper", "core")


UNKNOWN = Exercise("unknown")


def classify(name: str) -> Exercise:
    """Return what is known about an exercise of that name.

    Parameters
    ----------
    name : str
        Its name in any app's spelling; `exercises.toml` says in which languages.

    Returns
    -------
    Exercise
        With region ``unknown`` when no rule fits; nothing is guessed.

    Examples
    --------
    >>> classify("Bulgarian Split Squat").share, classify("Hanging Leg Raise").share
    (1.0, 0.0)
    >>> classify("Beinpresse").groups
    ('quads', 'glutes')
    >>> classify("Elegant mobility").region, classify("Zercher Thing").region
    ('mobility', 'unknown')
    """
    exercises, rules = _rules()
    place = rules.find(name)
    return UNKNOWN if place is None else exercises[place]


@functools.cache
def _rules() -> tuple[tuple[Exercise, ...], Rules]:
    text = resources.files(__package__).joinpath("exercises.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)["rule"]
    exercises: list[Exercise] = []
    for order, rule in enumerate(table):
        if rule["region"] not in get_args(Region) or not 0 <= rule.get("share", 0) <= 1:
            raise ValueError(f"exercises.toml: rule {order + 1} has no known region or a share beyond 0-1")
        exercises.append(
            Exercise(
                rule["region"],
                float(rule.get("share", 0)),
                tuple(rule.get("groups", ())),
                "why" in rule,
                rule.get("why", ""),
            )
        )
    return tuple(exercises), Rules.of(table)
