"""Rows that hold the sum of other rows: a triathlon listed beside its swim, ride and run."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.format import Notes
from legrun.logs.reading.table import Table

__all__ = ["mark_sums"]

_SLACK = dt.timedelta(minutes=2)  # parts and their sum are rounded apart


def mark_sums(
    table: Table,
    starts: Sequence[dt.datetime | None],
    kinds: list[str | None],
    minutes: NDArray[np.float64],
    elapsed: NDArray[np.float64],
    notes: Notes,
) -> None:
    """Set the kind of a multisport row to None when its parts are listed too, else to ``other``.

    Parameters
    ----------
    table : Table
        The file, for row numbers.
    starts : sequence of datetime or None
        Local starts.
    kinds : list of str or None
        Kind of each row; changed here.
    minutes, elapsed : array of float
        Durations without and with pauses. [min]
    notes : Notes
        Takes a problem for each row left out.
    """
    sums = [place for place, kind in enumerate(kinds) if kind == "multisport"]
    if not sums:
        return
    parts = sorted(
        start
        for start, kind in zip(starts, kinds, strict=True)
        if start is not None and kind not in (None, "multisport")
    )
    for place in sums:
        start = starts[place]
        lasts = np.nanmax([minutes[place], elapsed[place], 0.0])
        kinds[place] = "other"
        if start is None:
            continue
        first = bisect.bisect_left(parts, start - _SLACK)
        last = bisect.bisect_right(parts, start + dt.timedelta(minutes=min(float(lasts), 2880.0)))
        if last - first >= 2:
            kinds[place] = None
            message = f"The sum of {last - first} parts that are listed too; only the parts were counted."
            notes.problem(table.numbers[place], None, message)
