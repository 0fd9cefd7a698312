"""Where the names of lines on a time axis stand: none over another, none crossed by a line, as far as there is room."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from legrun.scenario.hours import hours_from

__all__ = ["ROWS", "Place", "places"]

# From the top of the panel of recovery; the names of its zones at the right end stand between them. [px]
ROWS = (0.0, 22.0, 46.0, 73.0)
# The plot on the narrowest phone, and what a letter takes up on any screen, as broad as it comes. [px]
NARROWEST_PX, LETTER_PX, GAP_PX = 250.0, 6.3, 6.0


@dataclass(frozen=True)
class Place:
    """Where a name stands: beside its line on which side, and from which row on the line goes down.

    Attributes
    ----------
    row : float
        Below the top of the panel. [px]
    side : str
        "right" or "left" of its line.
    """

    row: float
    side: str


@dataclass(frozen=True)
class _Named:
    """A line with its name: where it stands and what the name takes up. [h]"""

    at: float
    begins: float
    ends: float
    place: Place

    def collides(self, other: _Named) -> bool:
        """Return whether two names stand on each other."""
        return self.place.row == other.place.row and self.begins < other.ends and other.begins < self.ends

    def crosses(self, other: _Named) -> bool:
        """Return whether this line goes through another's name: it goes down from its own row."""
        return other.place.row >= self.place.row and other.begins < self.at < other.ends


def places(lines: Sequence[tuple[dt.datetime, str]], first: dt.datetime, last: dt.datetime) -> list[Place]:
    """Return where the name of each line stands, for a plot of any width from that of a small phone on.

    Parameters
    ----------
    lines : sequence of (datetime, str)
        When each is and what it is called; without a name it only goes down.
    first, last : datetime
        The ends of the axis.

    Returns
    -------
    list of Place
        In the order given. Lines close to each other go down like stairs, so that none crosses a name. Where there
        are too many for that, the fewest cross.

    Examples
    --------
    >>> noon = dt.datetime(2026, 3, 4, 12)
    >>> lines = [(noon, "Leg day"), (noon + dt.timedelta(hours=12), "Now")]
    >>> places(lines, noon - dt.timedelta(hours=15), noon + dt.timedelta(days=7))
    [Place(row=0.0, side='right'), Place(row=22.0, side='right')]
    """
    span = hours_from(first, last)
    placed: dict[int, _Named] = {}
    for number in sorted(range(len(lines)), key=lambda each: lines[each][0]):
        time, name = lines[number]
        choices = list(_choices(hours_from(first, time), name, span))
        # The first of those that are equally good.
        placed[number] = min(choices, key=lambda each: _faults(each, placed.values()))
    return [placed[number].place for number in range(len(lines))]


def _choices(at: float, name: str, span: float) -> Iterator[_Named]:
    """Yield every place that a name can have, the usual first."""
    width = (GAP_PX + LETTER_PX * len(name)) * span / NARROWEST_PX if name else 0.0
    sides = ["right", "left"] if at + width <= span else ["left"] if at >= width else ["right"]
    for side in sides:
        begins, ends = (at, at + width) if side == "right" else (at - width, at)
        if begins >= 0 or side == "right":
            for row in ROWS:
                yield _Named(at, begins, ends, Place(row, side))


def _faults(name: _Named, placed: Iterable[_Named]) -> tuple[int, int]:
    """Return how many names it stands on, and how many names are crossed by its line or by which lines its own is."""
    others = list(placed)
    crossed = sum(name.crosses(other) + other.crosses(name) for other in others)
    return sum(name.collides(other) for other in others), crossed
