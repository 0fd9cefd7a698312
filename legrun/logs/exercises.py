"""How much of an exercise the legs carry, by its name, from `exercises.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Literal, get_args

from legrun.logs.text import fold

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
        Its name in any app's spelling, in English, Portuguese, German, French, Spanish or Italian.

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
    text = fold(name)
    rules = _rules()
    exact = rules.exact.get(text)
    if exact is not None:
        return rules.exercises[exact]
    hits = [*_phrase_hits(text.split(), rules.phrases)]
    hits += [order for stem, order in rules.stems.items() if stem in text]
    return rules.exercises[min(hits)] if hits else UNKNOWN


# First word of a phrase -> the words after it, and the rule's place.
_Phrases = Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]


@dataclass(frozen=True)
class _Rules:
    """The table, indexed for quick look-up: the rule that stands first in the file wins."""

    exercises: tuple[Exercise, ...]
    exact: Mapping[str, int]
    phrases: _Phrases
    stems: Mapping[str, int]


def _phrase_hits(words: list[str], phrases: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]) -> Iterator[int]:
    for at, word in enumerate(words):
        heads = [word] + [word[:length] + "*" for length in range(3, len(word) + 1)]
        for head in heads:
            for rest, order in phrases.get(head, ()):
                following = words[at + 1 : at + 1 + len(rest)]
                if len(following) == len(rest) and all(map(_fits, rest, following)):
                    yield order


def _fits(term: str, word: str) -> bool:
    return word.startswith(term[:-1]) if term.endswith("*") else word == term


@functools.cache
def _rules() -> _Rules:
    text = resources.files("legrun.logs").joinpath("exercises.toml").read_text(encoding="utf-8")
    exercises: list[Exercise] = []
    exact: dict[str, int] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    stems: dict[str, int] = {}
    for order, rule in enumerate(tomllib.loads(text)["rule"]):
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
        for name in rule.get("names", ()):
            exact.setdefault(fold(name), order)
        for term in rule.get("terms", ()):
            if term.startswith("~"):
                stems.setdefault(term[1:], order)
            else:
                head, *rest = term.split()
                phrases.setdefault(head, []).append((tuple(rest), order))
    return _Rules(tuple(exercises), exact, {head: tuple(found) for head, found in phrases.items()}, stems)
