"""Sets and repetitions in one cell: ``5x5``, ``3 x 8-10``, ``8/8`` for both sides, ``8,8,7``, ``12 each``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from legrun.logs.reading.text import fold

__all__ = ["Repetitions", "parse_repetitions"]

_MOST_SETS, _MOST_REPS = 30, 500
_LIKELY_SETS = 15  # before an x; more is a weight
_SIGN = r"\s*[x×*✕]\s*"
_TIMES = re.compile(
    rf"(\d{{1,3}}){_SIGN}(\d{{1,3}}(?:\s*[-–—/]\s*\d{{1,3}})?|amrap|max|f|failure)"
    rf"(?:\s*(?:{_SIGN}|@|\bat\b|à|a|mit|con|com|de|\(|\s)\s*(\d{{1,4}}(?:[.,]\d{{1,2}})?)?\s*(?:kgs?|lbs?|%|bw)?\)?)?"
    r"\s*(?:reps?|wdh\.?|each|per side|/\s?side)?",
    re.I,
)
_WEIGHT_FIRST = re.compile(
    rf"\d{{1,4}}(?:[.,]\d{{1,2}})?\s*(?:kgs?|lbs?){_SIGN}(\d{{1,3}})(?:{_SIGN}(\d{{1,2}}))?", re.I
)
_AND = re.compile(r"\s*[+,;&|]\s*|\s+(?:and|und|et|y|e)\s+")
_SETS_OF = re.compile(r"(\d{1,2})\s*(?:sets?|satze|series|serien)\s*(?:of|a|von|de|di)?\s*(\d{1,3})?\s*(?:reps?)?")
_LISTED = re.compile(r"\d{1,3}(?:\s*[,;/+|\s]\s*(?:\d{1,3}|-|f)){2,29}", re.I)
_PAIR = re.compile(r"(\d{1,3})\s*([,;/+])\s*(\d{1,3})")
_ONE = re.compile(r"(\d{1,3})(?:\s*[-–—]\s*\d{1,3})?\s*(?:[^\W\d_].*|/\s?[^\W\d_].*|\+)?", re.DOTALL)


@dataclass(frozen=True)
class Repetitions:
    """What one cell says about the sets of an exercise.

    Attributes
    ----------
    sets : int
        How many sets it stands for; 0 where it says that none was done.
    reps : float
        Repetitions of each, of one side where both are given; 0 where the cell does not count them.
    """

    sets: int
    reps: float


def parse_repetitions(text: str, *, reps_first: bool = False) -> Repetitions | None:
    """Return the sets and repetitions of a cell, or None when it is empty.

    Parameters
    ----------
    text : str
        A cell. One that is not understood but not empty is a set that was done.
    reps_first : bool
        Whether the header says reps x sets.

    Examples
    --------
    >>> cells = ("5x5", "3 x 8-10", "8/8", "8,8,7", "12 each", "5x5x80")
    >>> [(each.sets, each.reps) for each in map(parse_repetitions, cells)]
    [(5, 5.0), (3, 8.0), (1, 8.0), (3, 7.0), (1, 12.0), (5, 5.0)]
    >>> parse_repetitions("AMRAP"), parse_repetitions("0").sets, parse_repetitions("")
    (Repetitions(sets=1, reps=0.0), 0, None)
    """
    text = text.strip().casefold()[:60]
    if not text or re.fullmatch(r"[-–—.\s]*", text):
        return None
    if read := _times(text, reps_first):
        return read
    parts = [part.strip() for part in _AND.split(text)]
    if len(parts) > 1 and all(several := [_times(part, reps_first) for part in parts]):
        done = [each for each in several if each is not None]
        return _bounded(sum(each.sets for each in done), min(each.reps for each in done))
    if match := _SETS_OF.fullmatch(fold(text)):
        return _bounded(int(match[1]), float(match[2] or 0))
    if _LISTED.fullmatch(text):
        counted = [number for each in re.findall(r"\d+", text) if (number := int(each))]
        return _bounded(len(counted), float(min(counted, default=0)))
    if match := _PAIR.fullmatch(text):
        # 8/8 is a set on each side; 8,8 and 8+8 are two sets.
        return _bounded(1 if match[2] == "/" else 2, float(match[1]))
    if match := _ONE.fullmatch(text.replace(".0", "")):
        reps = float(match[1])
        return _bounded(1 if reps else 0, reps)
    return Repetitions(1, 0.0)


def _times(text: str, reps_first: bool) -> Repetitions | None:
    """Read 5x5, 5x5x80, 80 kg x 5 x 5, and 80x5 as Jefit writes a set: weight x repetitions."""
    if match := _WEIGHT_FIRST.fullmatch(text):
        return _bounded(int(match[2] or 1), float(match[1]))
    match = _TIMES.fullmatch(text)
    if match is None:
        return None
    sets, reps = int(match[1]), _first(match[2])
    if reps_first and reps:
        sets, reps = int(reps), float(sets)
    if sets > _LIKELY_SETS:  # 185x5x3: weight x repetitions x sets
        third = match[3] or ""
        return _bounded(int(third) if third.isdecimal() and int(third) <= _LIKELY_SETS else 1, reps)
    return _bounded(sets, reps)


def _first(text: str) -> float:
    digits = re.match(r"\d+", text)
    return float(digits[0]) if digits else 0.0


def _bounded(sets: int, reps: float) -> Repetitions:
    return Repetitions(min(sets, _MOST_SETS), min(reps, float(_MOST_REPS)))
