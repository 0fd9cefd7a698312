"""How high a table is, and what text its cells have room for.

Streamlit (1.67) draws tables on a canvas: a text that is too long ends in the middle of a letter, and nobody can ask
how wide one will be. The sizes below are its own, of its own typeface.
"""

from __future__ import annotations

from collections.abc import Sequence

from legrun.wording.short import fitting

__all__ = ["cell", "height", "text_px"]

ROW_PX, BORDER_PX, PADDING_PX = 35, 3, 17
# How wide letters are, by kind. [px]
KINDS = (
    (" ijlI.,:;'\u00b7", 3.6), ("ft!()-r/", 4.6), ("sczxJ?\"\u201c\u201d", 6.1), ("eakvygLFY1234567890+", 7.0),
    ("mMwW%\u2026\u2014@", 11.5),
)  # fmt: skip
CAPITAL_PX, SMALL_PX, IDEOGRAM_PX = 8.4, 7.7, 14.0
FIRST_IDEOGRAM = "\u2e80"
_PX = {letter: px for letters, px in KINDS for letter in letters}


def height(rows: int) -> int:
    """Return how high a table of so many rows is, with its header. [px]"""
    return ROW_PX * (rows + 1) + BORDER_PX


def cell(parts: Sequence[str], width: int) -> str:
    """Return what a cell of a width has room for: the first texts whole, and how many more there are. [px in]"""
    return fitting(parts, width - PADDING_PX, text_px)


def text_px(text: str) -> float:
    """Return how wide a text is in a cell, to a few parts in a hundred. [px]"""
    return sum(_PX.get(letter) or _other_px(letter) for letter in text)


def _other_px(letter: str) -> float:
    if letter >= FIRST_IDEOGRAM:
        return IDEOGRAM_PX
    return CAPITAL_PX if letter.isupper() else SMALL_PX
