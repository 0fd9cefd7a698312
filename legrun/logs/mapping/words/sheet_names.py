"""What the name of a sheet tells of the rows in it."""

from __future__ import annotations

import re

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.months import MONTHS
from legrun.logs.mapping.words.run_words import names_a_run
from legrun.logs.mapping.words.vocabulary import PLANNED, header_words
from legrun.logs.mapping.words.word_lists import word_set

__all__ = ["is_part", "month_of", "names_no_log", "names_sleep", "names_sport"]

_PARTS = word_set("sheets") | word_set("weeks")
_NO_LOG = word_set("no_log")
_NUMBERED = re.compile(r"([^\W\d_]*)\d+([^\W\d_]*)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _words(name: str) -> list[str]:
    """Return the words of a name, their numbers gone: ``Sheet1``, ``2026W12`` and ``12th``."""
    parts = [part for word in header_words(name) for part in _NUMBERED.sub(r"\1 \2", word).split()]
    return [part for part in parts if part not in ("th", "st", "nd", "rd")]


def is_part(name: str) -> bool:
    """Tell whether a sheet's name says only which part of a log it holds.

    Examples
    --------
    >>> [is_part(name) for name in ("März 2026", "KW 12", "Sheet1", "2025-26", "Anna", "Gym")]
    [True, True, True, True, False, False]
    """
    return all(word in MONTHS or word in _PARTS for word in _words(name))


def names_sport(name: str) -> bool:
    """Tell whether a sheet's name says what its sessions were.

    Examples
    --------
    >>> [names_sport(name) for name in ("Running", "Krafttraining", "Leg days", "March", "Anna")]
    [True, True, True, False, False]
    """
    return activity(name).known or names_a_run(name)


def names_sleep(name: str) -> bool:
    """Tell whether a sheet is called after sleep.

    Examples
    --------
    >>> names_sleep("Sleep"), names_sleep("Schlaf 2026"), names_sleep("Log")
    (True, True, False)
    """
    return bool(word_set("nights") & set(_words(name)))


def names_no_log(name: str) -> bool:
    """Tell whether a sheet's name speaks of plans, sums or examples, not of what was done.

    Examples
    --------
    >>> [names_no_log(name) for name in ("Plan 2026", "Trainingsplan", "Vorlage", "Log")]
    [True, True, True, False]
    """
    words = header_words(name)
    planned = any(word.startswith(term.rstrip("*")) for word in words for term in PLANNED)
    return (
        planned
        or any(word.endswith(("plan", "plans", "plane", "schema")) for word in words)
        or bool(_NO_LOG & set(words))
    )


def month_of(name: str, others: str = "") -> tuple[int, int] | None:
    """Return year and month that a sheet is called after, the year by another name where it has none.

    Examples
    --------
    >>> month_of("März 2026"), month_of("Apr", "Training 2026.xlsx"), month_of("2026-03"), month_of("Apr")
    ((2026, 3), (2026, 4), (2026, 3), None)
    """
    year = _YEAR.search(name) or _YEAR.search(others)
    numbers = re.findall(r"\d+", _YEAR.sub(" ", name))
    named = [MONTHS[word] for word in header_words(name) if word in MONTHS]
    if not named and len(numbers) == 1 and _YEAR.search(name) and 1 <= int(numbers[0]) <= 12:
        named = [int(numbers[0])]
    return (int(year[0]), named[0]) if year is not None and len(named) == 1 else None
