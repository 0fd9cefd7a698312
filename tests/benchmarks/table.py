"""What is measured, against what, and what must hold."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

__all__ = ["Row", "aligned", "as_table", "interleaved"]


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes
    ----------
    what : str
        What is measured.
    unit : str
        Of `ours` and `floor`.
    ours, floor : float
        Medians of one and the same run; no floor where only the absolute number is held.
    most_ratio, most : float or None
        The most that ours may be, as a multiple of the floor and in the unit.
    """

    what: str
    unit: str
    ours: float
    floor: float | None = None
    most_ratio: float | None = None
    most: float | None = None

    def cells(self) -> tuple[str, ...]:
        """Return the row as words."""
        limits = [f"{self.most_ratio:g}x"] if self.most_ratio else []
        limits += [f"{self.most:g} {self.unit}".strip()] if self.most is not None else []
        floor, ratio = "", ""
        if self.floor is not None:
            floor, ratio = f"{self.floor:.3g} {self.unit}", f"{self.ours / self.floor:.2f}x"
        state = "ok" if self._holds() else "OVER"
        return self.what, f"{self.ours:.3g} {self.unit}".strip(), floor, ratio, " and ".join(limits), state

    def _holds(self) -> bool:
        by_ratio = not (self.most_ratio and self.floor) or self.ours <= self.most_ratio * self.floor
        return by_ratio and (self.most is None or self.ours <= self.most)


def as_table(rows: list[Row]) -> str:
    """Return the rows as one Markdown table, aligned for reading as it is."""
    return aligned([("what", "ours", "floor", "ratio", "limit", ""), *(row.cells() for row in rows)])


def aligned(cells: Sequence[tuple[str, ...]]) -> str:
    """Return lines of cells, the first the head, as one Markdown table."""
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["| " + " | ".join(map(str.ljust, line, widths)) + " |" for line in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines)


def interleaved(
    *actions: Callable[[], object], times: int, warm: int = 2, clock: Callable[[], float] = time.process_time
) -> list[float]:
    """Return the median time of each action, taken in turns. [ms]

    By default the time that this process keeps a processor busy: what else the machine does hardly touches it. Actions
    that wait for other processes are timed by `time.perf_counter`.
    """
    taken: list[list[float]] = [[] for _ in actions]
    for round_ in range(warm + times):
        for action, own in zip(actions, taken, strict=True):
            started = clock()
            action()
            if round_ >= warm:
                own.append(1000 * (clock() - started))
    return [statistics.median(own) for own in taken]
