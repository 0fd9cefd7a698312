"""Columns of activity lists: starts, durations and heart rates, with a word on each cell that was not understood."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import ClockStyle, clock_minutes
from legrun.logs.fields.times import read_times
from legrun.logs.format import Columns, Notes
from legrun.logs.reading.text import quoted

__all__ = ["note_undated", "read_heart", "read_minutes", "read_starts"]


def read_starts(
    columns: Columns, key: str, notes: Notes, *, utc: bool = False
) -> tuple[list[dt.datetime | None], frozenset[str]]:
    """Return the local start of each row, None where it was not understood and noted, and what of it is estimated."""
    times = read_times(columns, key, notes, utc=utc)
    texts = columns.texts(key)
    starts = [times[text] for text in texts]
    note_undated(columns, key, starts, notes)
    return starts, times.estimated


def note_undated(columns: Columns, key: str, starts: Sequence[dt.datetime | None], notes: Notes) -> None:
    """Note each row whose time was not understood."""
    for number, text, start in zip(columns.table.numbers, columns.texts(key), starts, strict=True):
        if start is None:
            if text == columns.name(key):
                message = "The header stands here again; the row was left out."
            elif text:
                message = f"The date {quoted(text)} was not understood; the row was left out."
            else:
                message = "The date is missing; the row was left out."
            notes.problem(number, columns.name(key), message)


def read_minutes(columns: Columns, key: str, notes: Notes, style: ClockStyle = "mm:ss") -> NDArray[np.float64]:
    """Return the durations of a column of clocks, NaN where one was not understood and noted. [min]"""
    texts, name = columns.texts(key), columns.name(key)
    minutes, bad = clock_minutes(texts, style)
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text in bad and text != name:  # a header repeated inside is noted once
            notes.problem(number, name, f"The duration {quoted(text)} was not understood.")
    return minutes


def read_heart(columns: Columns, key: str, notes: Notes, decimal: str | None = None) -> NDArray[np.float64]:
    """Return a column of heart rates, mean or highest. [1/min]"""
    what = "highest heart rate" if key.startswith("heart_max") else "heart rate"
    return columns.numbers(key, notes, low=0, high=300, what=what, decimal=decimal)
