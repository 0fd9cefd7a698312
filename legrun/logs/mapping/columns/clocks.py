"""Whether a column such as ``18:02`` holds the hour of a workout or how long it lasted."""

from __future__ import annotations

import re
import statistics
from collections.abc import Sequence
from typing import Literal

from legrun.logs.fields.distances import KM, distance_unit, read_distances
from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.half_days import latin_half
from legrun.logs.mapping.columns.column import Column
from legrun.logs.mapping.words.word_lists import word_set

__all__ = ["ClockSense", "clock_sense", "hour_sense", "sound_paces"]

ClockSense = Literal["clock", "duration", "either"]

_PARTS = re.compile(r"(\d{1,2})[:.hH](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*(?:uhr)?\s*([ap]\.?\s?m\.?)?", re.I)
_HALF_OF_DAY = re.compile(r"\d\s*[ap]\.?\s?m\b|uhr|noon|o'?clock", re.I)
_CLOCK_WORDS = word_set("clock_headers")
_LASTING_WORDS = word_set("lasting_headers")
_EARLIEST = 5  # few train before five, and few sessions last that long [h]
_SLOWEST, _FASTEST = 4.5, 25.0  # of a run or walk that a clock may be the time of [km/h]


def clock_sense(column: Column, distances: Sequence[Column], lasting: bool) -> ClockSense:
    """Return what a column of clocks holds, by its header and by the size of its cells.

    Parameters
    ----------
    column : Column
        Cells such as ``18:02`` or ``0:44:10``.
    distances : sequence of Column
        Columns of distances beside it: a time that gives a sound pace is a duration.
    lasting : bool
        Whether another column holds durations.

    Examples
    --------
    >>> def column(*cells):
    ...     return Column(1, "Time", ("time",), list(cells))
    >>> clock_sense(column("18:02:11", "06:45:00"), (), False), clock_sense(column("0:44:10", "1:38:10"), (), False)
    ('clock', 'duration')
    >>> clock_sense(column("26:42", "44:10"), (), False), clock_sense(column("7:15", "6:12", "12:41"), (), False)
    ('duration', 'either')
    """
    parts = [match for text in column.sample if (match := _PARTS.fullmatch(text))]
    if any(match[4] for match in parts) or any("uhr" in text.casefold() for text in column.sample):
        return "clock"
    firsts = [int(match[1]) for match in parts]
    if not firsts or max(firsts) > 23:
        return "duration"
    if _LASTING_WORDS & set(column.words):
        return "duration"
    middle = statistics.median(firsts)
    if _mixes_lengths(parts):
        return "duration"
    if _CLOCK_WORDS & set(column.words):
        return "clock"
    full = sum(match[3] is not None for match in parts) > len(parts) / 2
    if full and middle < _EARLIEST:
        return "duration"  # 0:45:00 below each other, though another column holds a longer time
    if lasting or full:
        return "clock"
    if middle < _EARLIEST:
        return "duration"
    return _two_parts(parts, column, distances)


def _mixes_lengths(parts: Sequence[re.Match[str]]) -> bool:
    """Tell 1:45:10 beside 21:40: who writes seconds of a clock writes them in each row, of a time above an hour."""
    long, short = ([int(match[1]) for match in parts if (match[3] is not None) == full] for full in (True, False))
    return bool(long) and bool(short) and max(long) < _EARLIEST <= min(short)


def hour_sense(column: Column, lasting: bool) -> ClockSense:
    """Return what a column such as ``18``, ``7.5`` or ``6 pm`` holds; bare numbers may be minutes.

    Parameters
    ----------
    column : Column
        Cells that are hours of the day, if they are clocks.
    lasting : bool
        Whether another column holds durations.

    Examples
    --------
    >>> hour_sense(Column(1, "Uhrzeit", ("uhrzeit",), ["18", "7"]), False)
    'clock'
    >>> times = ["6 pm", "7 am"], ["18", "7"], ["45", "9"]
    >>> [hour_sense(Column(1, "Time", ("time",), cells), False) for cells in times]
    ['clock', 'either', 'duration']
    """
    if _LASTING_WORDS & set(column.words):
        return "duration"
    if _CLOCK_WORDS & set(column.words) or lasting or column.mostly(_names_half):
        return "clock"
    return "either" if column.is_hour and column.is_number else "duration"


def _names_half(text: str) -> bool:
    """Tell a clock that says which half of the day it is of."""
    return _HALF_OF_DAY.search(latin_half(text)) is not None


def _two_parts(parts: Sequence[re.Match[str]], column: Column, distances: Sequence[Column]) -> ClockSense:
    """Judge cells such as 18:02, which may be minutes and seconds."""
    if any(sound_paces(column, distance) for distance in distances):
        return "duration"
    padded = any(match[1].startswith("0") for match in parts)
    rounded = sum(int(match[2]) % 5 == 0 for match in parts) >= 0.8 * len(parts)
    return "clock" if padded or rounded else "either"


def sound_paces(column: Column, distance: Column) -> bool:
    """Tell whether cells taken as minutes and seconds, or h:mm:ss, give speeds that people run and walk at.

    Examples
    --------
    >>> times = Column(0, "", (), [], ["44:10", "1:01:00", "60:00"])
    >>> sound_paces(times, Column(1, "", (), [], ["8.02", "11.1", ""]))
    True
    """
    read = read_distances(distance.cells)
    of_header = KM.get(distance_unit(distance.label) or "", 1.0)
    km = [value * KM.get(unit, of_header) for value, unit in zip(read.values.tolist(), read.units, strict=True)]
    minutes, _ = clock_minutes(column.cells, "mm:ss")
    both = [
        (covered, lasted) for covered, lasted in zip(km, minutes.tolist(), strict=True) if covered > 0 and lasted > 0
    ]
    fits = sum(_SLOWEST <= covered / lasted * 60 <= _FASTEST for covered, lasted in both)
    return bool(both) and fits >= 0.8 * len(both) and len(both) >= 0.5 * len(distance.sample)
