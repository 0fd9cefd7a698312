"""Words of planned sessions, folded: days off, what else is trained, and styles of runs."""

from __future__ import annotations

import functools
import re
import tomllib
from importlib import resources

from legrun.logs.reading.text import fold
from legrun.scenario import Style

__all__ = [
    "called_off_words",
    "leg_words",
    "match_words",
    "named_km",
    "named_style",
    "other_words",
    "repeats_words",
    "rest_words",
    "run_words",
    "today_words",
]

_NAMED_KM = {
    "half marathon": 21.1, "halbmarathon": 21.1, "semi marathon": 21.1, "medio maraton": 21.1, "media maraton": 21.1,
    "halve marathon": 21.1, "halvmara": 21.1, "polmaraton": 21.1, "półmaraton": 21.1, "puolimaraton": 21.1,
    "meia maratona": 21.1, "mezza maratona": 21.1, " hm ": 21.1, "marathon": 42.2, "maraton": 42.2,
}  # fmt: skip
_PACE_OF = re.compile(
    r"\b(?:hm|(?:half |halb|semi )?marathon)\s?(?:pace|tempo|effort|rp|gp)\b"
    r"|\b(?:allure|ritmo|passo|andatura|tempo)\s(?:d[aei]\s)?(?:semi|mezza|meia|media)?\s?(?:marat\w*)?"
)

# What is near a race is none: "pre-race shakeout", "race week: easy 30", "5 km at race pace".
_NEAR_RACE = re.compile(r" (?:pre|post|before|after) (?:the |your )?race(?= )| race (?:week|prep|pace)(?= )")


def named_km(text: str) -> float | None:
    """Return the distance that a race is called by; None where none is named, or its pace alone. [km]

    Examples
    --------
    >>> named_km("HM in Kiel"), named_km("HM pace"), named_km("easy")
    (21.1, None, None)
    """
    words = _PACE_OF.sub(" ", f" {fold(text)} ")
    return next((km for name, km in _NAMED_KM.items() if name in words), None)


@functools.cache
def rest_words() -> frozenset[str]:
    """Return the phrases that mean a day off."""
    return frozenset(" ".join(words.split()) for words in _table()["rest"].split(";"))


@functools.cache
def other_words() -> frozenset[str]:
    """Return the phrases of training that is neither a run nor lifting."""
    return frozenset(" ".join(words.split()) for words in _table()["other"].split(";"))


@functools.cache
def leg_words() -> frozenset[str]:
    """Return the phrases of workouts that train the legs among others."""
    return frozenset(" ".join(words.split()) for words in _table()["legs"].split(";"))


@functools.cache
def today_words() -> frozenset[str]:
    """Return the words for today, each by itself."""
    return frozenset(_table()["today"].replace(";", " ").split())


@functools.cache
def match_words() -> frozenset[str]:
    """Return the words for a match."""
    return frozenset(" ".join(words.split()) for words in _table()["matches"].split(";"))


@functools.cache
def repeats_words() -> frozenset[str]:
    """Return the words that stand beside repeats of a run: "5x3 hard"."""
    return frozenset(_table()["repeats"].replace(";", " ").split())


@functools.cache
def run_words() -> frozenset[str]:
    """Return the words that make a run of a walk that they stand beside: "walk/run 30"."""
    return frozenset(_table()["runs"].replace(";", " ").split())


@functools.cache
def called_off_words() -> frozenset[str]:
    """Return the phrases that say of a session that it does not take place."""
    return frozenset(" ".join(words.split()) for words in _table()["called_off"].split(";"))


@functools.cache
def _table() -> dict[str, str]:
    table = tomllib.loads((resources.files("legrun.roster.sessions") / "words.toml").read_text(encoding="utf-8"))
    lists = {name: terms for name, terms in table.items() if name != "styles"} | table["styles"]
    return {name: ";".join(map(_folded, terms.split(";"))) for name, terms in lists.items()}


def _folded(term: str) -> str:
    """Return a term as cells are folded, its star kept: kana and Hangul come apart there."""
    return f"{fold(term)}{'*' if term.rstrip().endswith('*') else ''}"


@functools.cache
def _styles() -> dict[Style, tuple[str, ...]]:
    """Return the terms of each style as they stand between blanks, the hardest style first."""
    styles: tuple[Style, ...] = ("intervals", "race", "tempo", "long", "easy")
    terms = {style: [" ".join(term.split()) for term in _table()[style].split(";")] for style in styles}
    return {
        style: tuple(f" {term[:-1]}" if term.endswith("*") else f" {term} " for term in listed)
        for style, listed in terms.items()
    }


def named_style(words: str) -> Style | None:
    """Return the style that words name, the hardest first."""
    for style, terms in _styles().items():
        said = _NEAR_RACE.sub(" ", words) if style == "race" else words
        if any(term in said for term in terms):
            return style
    return "race" if named_km(words) is not None else None
