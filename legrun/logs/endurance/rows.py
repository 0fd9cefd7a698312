"""The rows of an activity list, column by column, and those of them that are no session."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import sport_of
from legrun.logs.format import Notes
from legrun.logs.lengths import Row, empty_recordings
from legrun.logs.reading.table import Table

__all__ = ["Activities", "drop_no_sessions"]


def _nothing() -> NDArray[np.float64]:
    return np.empty(0)


@dataclass(eq=False)
class Activities:
    """The rows of an activity list, column by column; NaN stands for what the file does not give.

    Attributes
    ----------
    table : Table
        The file, for row numbers and copies.
    starts : list of datetime or None
        Local starts; None for a row that was left out and noted.
    types, names : list of str
        The app's name for the activity, and its title.
    minutes, distance_km, heart, heart_max, rpe : array of float
        Duration [min], distance [km], mean and highest heart rate [bpm], rating [0-10].
    elapsed, recorded : array of float
        From start to end, pauses included, and in the recording. [min]
    estimated : frozenset of str
        What is an estimate in every row.
    estimates : mapping of int to frozenset of str
        What is an estimate in single rows, by their place.
    lifted : frozenset of int
        Places of strength sessions; known once they are read.
    """

    table: Table
    starts: list[dt.datetime | None]
    types: list[str]
    names: list[str]
    minutes: NDArray[np.float64]
    distance_km: NDArray[np.float64] = field(default_factory=_nothing)
    heart: NDArray[np.float64] = field(default_factory=_nothing)
    heart_max: NDArray[np.float64] = field(default_factory=_nothing)
    rpe: NDArray[np.float64] = field(default_factory=_nothing)
    elapsed: NDArray[np.float64] = field(default_factory=_nothing)
    recorded: NDArray[np.float64] = field(default_factory=_nothing)
    estimated: frozenset[str] = frozenset()
    estimates: Mapping[int, frozenset[str]] = field(default_factory=dict)
    lifted: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        count = len(self.starts)
        for name in ("distance_km", "heart", "heart_max", "rpe", "elapsed", "recorded"):
            if not len(getattr(self, name)):
                setattr(self, name, np.full(count, np.nan))

    @cached_property
    def sports(self) -> dict[tuple[str, str], str]:
        """The sport of each pair of type and title."""
        return {pair: sport_of(*pair) for pair in dict.fromkeys(zip(self.types, self.names, strict=True))}

    def row(self, index: int, kind: str | None) -> Row:
        """Return what one row says of time and distance, for a kind that it may be."""
        group = kind if kind in ("run", "walk") else f"type:{self.types[index]}"
        return Row(
            group,
            float(self.minutes[index]),
            float(self.elapsed[index]),
            float(self.recorded[index]),
            float(self.distance_km[index]),
            lifted=index in self.lifted,
        )


def drop_no_sessions(rows: Activities, notes: Notes) -> None:
    """Leave out copies of rows and recordings of nothing, and numbers that are none."""
    _drop_copies(rows, notes)
    _drop_empty(rows, notes)
    _drop_senseless_distances(rows)


def _drop_copies(rows: Activities, notes: Notes) -> None:
    """Leave out rows that are the same cell by cell; two sessions may well share a minute and a kind."""
    seen: dict[tuple[object, ...], list[int]] = {}
    for index, start in enumerate(rows.starts):
        if start is None:
            continue
        earlier = seen.setdefault((start, rows.types[index]), [])
        cells = rows.table.row(index)
        if any(rows.table.row(other) == cells for other in earlier[:8]):
            notes.problem(rows.table.numbers[index], None, "The same as an earlier row; it was counted once.")
            rows.starts[index] = None
        else:
            earlier.append(index)


def _drop_empty(rows: Activities, notes: Notes) -> None:
    """Leave out recordings of nothing: half an hour must not be invented for them."""
    empty = empty_recordings(rows.minutes, rows.elapsed, rows.distance_km, rows.rpe, rows.heart)
    unsaid = np.array([not kind and not name for kind, name in zip(rows.types, rows.names, strict=True)], dtype=bool)
    for column in (rows.minutes, rows.elapsed, rows.distance_km, rows.rpe, rows.heart):
        unsaid &= ~(column > 0)
    for index in np.flatnonzero(empty | unsaid).tolist():
        if rows.starts[index] is not None:
            notes.problem(rows.table.numbers[index], None, "It has neither time nor distance; it was left out.")
            rows.starts[index] = None


def _drop_senseless_distances(rows: Activities) -> None:
    columns = (rows.distance_km, rows.minutes, rows.elapsed, rows.recorded, rows.heart, rows.heart_max, rows.rpe)
    for column in columns:
        column[~(column > 0) | ~np.isfinite(column)] = np.nan
