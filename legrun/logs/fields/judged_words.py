"""What the words by which people rate say: how bad a phrase is, and whether it names soreness, from `scales.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal

from legrun.logs.reading.text import fold

__all__ = [
    "UTMOST",
    "Quality",
    "has_word",
    "how_bad",
    "says_of_effort",
    "says_of_soreness",
    "says_of_what",
    "says_something",
    "word_table",
]

Quality = Literal["soreness", "effort"]
UTMOST = 3  # how bad the worst is
_FREE_OF = re.compile(r"\b(\w{4,}?)e?n?(?:frei|los|vrij|free)\b")  # schmerzfrei, painfree
_CANNOT = re.compile(r"\b(?:geht (?:gar )?nichts?|nichts geht(?! mehr gut)|can ?t move|cannot move)\b")
_LISTS = ("bad", "good", "strong", "none", "much", "little", "middle")


@functools.cache
def word_table() -> Mapping[str, Mapping[str, Any]]:
    """Return the words and signs of `scales.toml`."""
    text = (resources.files("legrun.logs.fields") / "scales.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@dataclass(frozen=True)
class _Words:
    """A list of words, and those of them that may stand inside others."""

    whole: frozenset[str]
    inside: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> _Words:
        words = frozenset(map(_folded, text.split()))
        return cls(words, tuple(word.strip("*") for word in words if word.startswith("*")))


@functools.cache
def _lists() -> Mapping[tuple[str, str], _Words]:
    table = word_table()
    return {(part, name): _Words.of(words) for part in ("words", "effort_words") for name, words in table[part].items()}


def _folded(word: str) -> str:
    """Return a word as headers are folded, its stars kept: Hangul and kana come apart there."""
    return f"{'*' * word.startswith('*')}{fold(word)}{'*' * word.endswith('*')}"


def has_word(words: Iterable[str], name: str, part: str = "words") -> bool:
    """Return whether any of some folded words is in a list of `scales.toml`.

    Examples
    --------
    >>> has_word(["very", "sore"], "bad"), has_word(["hard"], "bad"), has_word(["hard"], "bad", "effort_words")
    (True, False, True)
    """
    listed = _lists()[part, name]
    return any(
        word in listed.whole
        or any(word[:end] + "*" in listed.whole for end in range(3, len(word) + 1))
        or (not word.isascii() and any(stem in word for stem in listed.inside))
        for word in words
    )


def how_bad(phrase: str, quality: Quality, subject: int) -> int:
    """Return how bad a phrase is: 3 is the worst, -3 the best, 0 says nothing.

    A "no" turns what it stands with: "not sore" is good, "not fresh" is bad. Words of amount alone, "very" or
    "none", are about what the column rates: `subject` is 1 for soreness, or effort, and -1 for how good the legs are.

    Examples
    --------
    >>> how_bad("not sore", "soreness", 0), how_bad("very strong", "soreness", 1), how_bad("strong", "soreness", 0)
    (-2, 3, -2)
    """
    if _CANNOT.search(fold(phrase)):
        return UTMOST
    words = _FREE_OF.sub(r"\1 free", fold(phrase)).split()
    own = "words" if quality == "soreness" else "effort_words"
    bad, good = has_word(words, "bad", own), has_word(words, "good", own)
    none, much, strong = (has_word(words, name) for name in ("none", "much", "strong"))
    # "Light" is an effort that is good, and no little of one.
    little = any(has_word([word], "little") and not has_word([word], "good", own) for word in words)
    if quality == "soreness" and strong:
        good, much = good or subject <= 0, much or subject > 0
    amount = -2 if none else -1 if little else 3 if much else 0
    side = subject if bad == good else 1 if bad else -1
    if amount == 0:
        return 2 * side if bad != good else 0
    return side * amount


def says_of_what(phrase: str) -> bool:
    """Return whether a phrase names soreness or its opposite, and not an amount alone.

    Examples
    --------
    >>> says_of_what("very fresh"), says_of_what("very")
    (True, False)
    """
    words = fold(phrase).split()
    return any(has_word(words, name) for name in ("bad", "good", "strong"))


def says_of_soreness(phrase: str) -> bool:
    """Return whether a phrase names soreness, or what it feels like.

    Examples
    --------
    >>> says_of_soreness("stiff"), says_of_soreness("strong")
    (True, False)
    """
    return has_word(fold(phrase).split(), "bad")


def says_of_effort(phrase: str) -> bool:
    """Return whether a phrase says that something was hard, as a session can be: “heavy” is said of both.

    Examples
    --------
    >>> says_of_effort("heavy"), says_of_effort("sore")
    (True, False)
    """
    return has_word(fold(phrase).split(), "bad", "effort_words")


def says_something(phrase: str) -> bool:
    """Return whether a phrase has any word by which ratings are read.

    Examples
    --------
    >>> says_something("a little"), says_something("yesterday")
    (True, False)
    """
    words = fold(phrase).split()
    return any(has_word(words, name) for name in _LISTS)
