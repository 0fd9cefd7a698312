"""Words by which a runner's diary names a run without saying that it was one: ``Tempo``, ``Fractionné``, ``6x800``."""

from __future__ import annotations

import re

from legrun.logs.endurance.activities import activity
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.text import fold

__all__ = ["names_a_run"]

_WORDS = word_set("runs")
# 6x800, 10 x 400 m, 4x1 km: repeats on the track or the road.
_REPEATS = re.compile(r"\b\d{1,2}\s*[x×*]\s*(?:[1-9]\d{2,3}\s*m?|[1-5](?:[.,]\d)?\s*(?:km|k|mi|min|'))\b", re.I)


def names_a_run(text: str) -> bool:
    """Tell whether a diary's text names a run, where no sport is named.

    Examples
    --------
    >>> [names_a_run(text) for text in ("Intervals 6x800", "Fractionné", "Sortie longue", "Easy ride", "Legs", "Yoga")]
    [True, True, True, False, False, False]
    """
    known = activity(text)
    if known.known and known.kind != "run":
        return False
    return bool(_WORDS & set(fold(text).split())) or _REPEATS.search(text) is not None
