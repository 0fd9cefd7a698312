"""Where the names of lines on a time axis stand: none over another, none crossed by a line, as far as there is room.

A name without room on a narrow plot is left out there, and stands on a wider one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from legrun.scenario.hours import hours_from

__all__ = ["ROWS", "Place", "places"]

# From the top of the panel of recovery; the names of its zones at the right end stand between them. [px]
ROWS = (0.0, 22.0, 46.0, 73.0)
# The plot on the narrowest phone, and what a letter takes up on any screen, as broad as it comes. [px]
NARROWEST_PX, LETTER_PX, GAP_PX = 250.0, 6.3, 6.0
# Wider than any plot.
NO_PLOT_PX = 1e6


@dataclass(frozen=True)
class Place:
    """Where a name stands: beside its line on which side, and from which row on the line goes down.

    Attributes
    ----------
    row : float
        Below the top of the panel. [px]
    side : str
        "right" or "left" of its line.
    needs : float
        The narrowest plot on which the name stands clear of the others; 0 where it does on any. [px]
    """

    row: float
    side: str
    needs: float = 0.0


@dataclass(frozen=True)
class _Named:
    """A line with its name: where it stands as a share of the plot, and what the name takes up. [px]"""

    at: float
    width: float
    place: Place

    def needs(self, other: _Named) -> float:
        """Return the narrowest plot on which two names do not stand on each other. [px]"""
        if self.place.row != other.place.row or not (self.width and other.width):
            return 0.0
        earlier, later = sorted((self, other), key=lambda each: each.at)
        between = (earlier.place.side == "right") * earlier.width + (later.place.side == "left") * later.width
        if not between:
            return 0.0
        return between / (later.at - earlier.at) if later.at > earlier.at else NO_PLOT_PX

    def crosses(self, other: _Named) -> bool:
        """Return whether this line goes through another's name on the narrowest plot: it goes down from its own row."""
        away = (self.at - other.at) * (1 if other.place.side == "right" else -1)
        return other.place.row >= self.place.row and 0 < away < other.width / NARROWEST_PX


def places(
    lines: Sequence[tuple[dt.datetime, str]], first: dt.datetime, last: dt.datetime, *, foremost: int | None = None
) -> list[Place]:
    """Return where the name of each line stands, for a plot of any width from that of a small phone on.

    Parameters
    ----------
    lines : sequence of (datetime, str)
        When each is and what it is called; without a name it only goes down.
    first, last : datetime
        The ends of the axis.
    foremost : int, optional
        Which of them has its name before all others have theirs, where there is not room for every one.

    Returns
    -------
    list of Place
        In the order given. Lines close to each other go down like stairs, so that none crosses a name. Where there
        are too many for that, the fewest cross, and the name that comes later is left out where it has no room.

    Examples
    --------
    >>> noon = dt.datetime(2026, 3, 4, 12)
    >>> lines = [(noon, "Leg day"), (noon + dt.timedelta(hours=12), "Now")]
    >>> places(lines, noon - dt.timedelta(hours=15), noon + dt.timedelta(days=7))
    [Place(row=0.0, side='right', needs=0.0), Place(row=22.0, side='right', needs=0.0)]
    """
    span = hours_from(first, last)
    names = [(hours_from(first, time) / span, name) for time, name in lines]
    in_time = sorted(range(len(names)), key=lambda each: names[each][0])
    placed = _placed(names, in_time)
    if foremost is not None and placed[foremost].needs:
        placed = _placed(names, [foremost, *(each for each in in_time if each != foremost)])
    return [placed[number] for number in range(len(names))]


def _placed(names: Sequence[tuple[float, str]], order: Sequence[int]) -> dict[int, Place]:
    """Return where each name stands, given its place in an order; each keeps clear of those before it."""
    placed: dict[int, _Named] = {}
    for number in order:
        # The first of those that are equally good.
        best = min(_choices(*names[number]), key=lambda each: _faults(each, placed.values()))
        needs = _needs(best, placed.values())
        placed[number] = replace(best, place=replace(best.place, needs=needs))
    return {number: named.place for number, named in placed.items()}


def _choices(at: float, name: str) -> Iterator[_Named]:
    """Yield every place that a name can have, the usual first."""
    width = GAP_PX + LETTER_PX * len(name) if name else 0.0
    room = width / NARROWEST_PX
    sides = ["right", "left"] if at + room <= 1 else ["left"] if at >= room else ["right"]
    for side in sides:
        if at >= room or side == "right":
            for row in ROWS:
                yield _Named(at, width, Place(row, side))


def _needs(name: _Named, placed: Iterable[_Named]) -> float:
    """Return the narrowest plot that holds a name, clear of those that have their place; 0 for any. [px]"""
    beside = 1 - name.at if name.place.side == "right" else name.at
    alone = name.width / beside if beside > 0 else NO_PLOT_PX if name.width else 0.0
    # Where the other is left out there is room.
    pairs = [px for other in placed if (px := name.needs(other)) > other.place.needs]
    needs = max(alone, *pairs, 0.0)
    return min(needs, NO_PLOT_PX) if needs > NARROWEST_PX else 0.0


def _faults(name: _Named, placed: Iterable[_Named]) -> tuple[float, int]:
    """Return how wide a plot it needs, and how many names are crossed by its line or by which lines its own is."""
    others = list(placed)
    crossed = sum(name.crosses(other) + other.crosses(name) for other in others)
    return _needs(name, others), crossed
