"""Numbers of effort that apps work out from heart rate or speed, told from ratings that a person gave."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Literal

from legrun.logs.fields.judged_words import word_table
from legrun.logs.reading.text import fold

__all__ = ["NO_RATING", "Doubt", "asks_for_effort", "doubt_rating"]

NO_RATING = "no rating"  # what a person chooses where a column holds a score
Doubt = Literal["", "asked", "score"]
_HIGHEST = 100.0  # of any scale
_SLIPS = 0.1  # part of the cells that may be slips
_OF_INTENSITY = ("intens", "belast", "нагруз", "difficult", "dificult", "schwier", "強度", "强度")
_WHOLE = 1.0
_FACTOR = 1.6  # intensity factors end about here
_TOP, _LEAST_BORG, _TOP_BORG = 10.0, 6.0, 20.0


def asks_for_effort(name: str) -> bool:
    """Return whether a header asks a person how hard it was, in words that no app has for a score of its own.

    Examples
    --------
    >>> [asks_for_effort(name) for name in ("RPE", "Perceived exertion", "Wie hart war es?", "Effort", "Intensity")]
    [True, True, True, False, False]
    """
    words = f" {fold(name)} "
    return any(f" {term}" in words for term in _asking())


@functools.cache
def _asking() -> tuple[str, ...]:
    """Return the words that ask; one that may go on stands without a blank behind it."""
    terms = (" ".join(term.split()) for term in word_table()["effort_names"]["asked"].split(";"))
    return tuple(fold(term) + ("" if term.endswith("*") else " ") for term in terms)


def doubt_rating(name: str, numbers: Sequence[float]) -> tuple[Doubt, str]:
    """Return whether numbers of effort are a score (``score``) or may be one (``asked``), and why.

    Parameters
    ----------
    name : str
        The column's header, which names no scale.
    numbers : sequence of float
        Its numbers.

    Examples
    --------
    >>> doubt_rating("Effort", [5, 8, 3])[0], doubt_rating("Effort", [5.3, 12.8])[0], doubt_rating("RPE", [240, 480])[0]
    ('', 'asked', 'score')
    """
    within = [number for number in numbers if number <= _HIGHEST]
    if len(numbers) - len(within) > _SLIPS * len(numbers):
        return "score", "numbers over 100 are no ratings"
    most = max(within)
    if "%" in name and not asks_for_effort(name):
        return ("asked", "percentages may be of a heart rate, a pace or a lift") if _is_of_intensity(name) else ("", "")
    if _is_session_load(name) and most > _TOP:
        return "asked", "numbers over 10 may be effort times minutes"
    fine = sum(2 * number != int(2 * number) for number in within)
    if most <= _WHOLE and fine > _SLIPS * len(within) and asks_for_effort(name):
        return "asked", "numbers of at most 1 may be parts of a whole scale"
    if asks_for_effort(name) or (_is_in_tens(within) and not _is_of_intensity(name)):
        return "", ""
    if fine > _SLIPS * len(within):
        if most <= _FACTOR:
            return "score", "numbers about 1 are an intensity factor, no ratings"
        return "asked", "numbers with tenths may be a score that an app worked out"
    is_borg = "exertion" in fold(name).split() and min(within) >= _LEAST_BORG and most <= _TOP_BORG
    if most > _TOP and not is_borg:
        return "asked", "numbers over 10 may be a score that an app worked out"
    return "", ""


def _is_session_load(name: str) -> bool:
    """Tell a header that may mean effort times minutes too."""
    words = fold(name).split()
    return "srpe" in words or ("session" in words and "rpe" in words)


def _is_of_intensity(name: str) -> bool:
    """Tell a header of how intense a session was, which may be in percent of anything."""
    return any(word.startswith(_OF_INTENSITY) for word in fold(name).split())


def _is_in_tens(numbers: Sequence[float]) -> bool:
    """Tell ratings of ten that a watch wrote as 10 to 100."""
    return max(numbers) > _TOP and all(number % 10 == 0 for number in numbers)
