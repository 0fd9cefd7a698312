"""Texts for places that hold but so much: a cell of a table, a line of a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence

__all__ = ["fitting"]

BETWEEN, CUT = "; ", "\u2026"


def fitting(parts: Sequence[str], room: float, size: Callable[[str], float] = len) -> str:
    """Return texts in a row, the first ones whole as many as fit, and how many more there are.

    Parameters
    ----------
    parts : sequence of str
        The texts, what matters most first.
    room : float
        What the place holds, in the unit of `size`.
    size : callable
        Returns how much room a text takes; by default its letters.

    Examples
    --------
    >>> fitting(["Fever or illness", "Plan over today's limit", "No check-in for 3 days"], 45)
    "Fever or illness; Plan over today's limit +1"
    >>> fitting(["Wrote “left calf tight since Sunday”"], 24)
    'Wrote “left calf tight…'
    """
    if not parts:
        return ""
    for kept in range(len(parts), 0, -1):
        said = BETWEEN.join(parts[:kept]) + _more(len(parts) - kept)
        if size(said) <= room:
            return said
    return _cut(parts[0], room - size(_more(len(parts) - 1)), size) + _more(len(parts) - 1)


def _more(count: int) -> str:
    return f" +{count}" if count else ""


def _cut(text: str, room: float, size: Callable[[str], float]) -> str:
    """Return as much of a text as fits, to the end of a word where one of its words fits at all."""
    if size(text) <= room:
        return text
    kept = next((end for end in range(len(text), 0, -1) if size(text[:end] + CUT) <= room), 0)
    begun = text[:kept]
    words = begun if text[kept] == " " else begun.rpartition(" ")[0] or begun
    return words.rstrip(" ,;:") + CUT
