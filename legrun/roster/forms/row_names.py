"""What stands where a name should and is none: sums, words for nobody, measures."""

from __future__ import annotations

import functools
from collections.abc import Collection

from legrun.logs.reading.text import fold
from legrun.roster.forms.words import label_words, phrases, rank_of

__all__ = ["is_measure", "is_total", "names_nobody"]


def is_total(name: str, among: Collection[str] = ()) -> bool:
    """Return whether a row sums others up, by what stands where a name should; of "Max" by the other rows `among`.

    Examples
    --------
    >>> is_total("Team average"), is_total("Totti"), is_total("Max"), is_total("Max", ["Ana", "Max", "Average"])
    (True, False, False, True)
    """
    words = set(fold(name).split())
    totals, extremes = _totals()
    if words and totals >= words:
        return True
    return bool(words) and extremes >= words and any(map(is_total, among))


@functools.cache
def _totals() -> tuple[frozenset[str], frozenset[str]]:
    totals, extremes = (frozenset(word for (word,) in phrases("rows", part)) for part in ("totals", "extremes"))
    return totals, extremes


def names_nobody(name: str) -> bool:
    """Return whether what stands where a name should is a word for none.

    Examples
    --------
    >>> names_nobody("anonymous"), names_nobody("Ana")
    (True, False)
    """
    return tuple(fold(name).split()) in phrases("rows", "nobody")


def is_measure(name: str) -> bool:
    """Return whether a name is one of a measure, not of a person.

    Examples
    --------
    >>> is_measure("Soreness"), is_measure("Minutes"), is_measure("Ana Ruiz")
    (True, True, False)
    """
    roles = ("date", "planned_rpe", "done_rpe", "done_minutes", "soreness", "sleep", "wrong", "done", "note")
    words = label_words(name)
    return any(rank_of(words, role) is not None for role in roles) or rank_of(words, "measures", "rows") is not None
