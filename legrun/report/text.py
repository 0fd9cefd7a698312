"""What every download says and how: one line of text, the not-medical line."""

from __future__ import annotations

import unicodedata

from legrun.wording.languages import Phrase

__all__ = ["CAUTION", "printable"]

CAUTION = Phrase("An estimate from published averages, with a wide range; not medical advice. Stop if pain is sharp.")
# Control, format (direction marks), surrogate and private-use characters; some scripts need the two joiners.
UNPRINTABLE = ("Cc", "Cf", "Cs", "Co")
JOINERS = "\u200c\u200d"


def printable(text: str) -> str:
    r"""Return a text on one line, without control characters, marks of text direction and broken characters.

    Examples
    --------
    >>> printable("Long run\x00\n(hills)")
    'Long run (hills)'
    """
    kept = (each for each in text if each.isspace() or each in JOINERS or unicodedata.category(each) not in UNPRINTABLE)
    return " ".join("".join(kept).split())
