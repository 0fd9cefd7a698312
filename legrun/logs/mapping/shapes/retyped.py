"""Minutes and seconds that a spreadsheet took for hours and minutes: ``38:31:00`` was typed as ``38:31``.

Scripts that read the spreadsheet write the same as ``1 days 14:31:00``, or as ``1900-01-01 14:31:00``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import replace
from statistics import median
from typing import NamedTuple

from legrun.logs.fields.distances import read_distances
from legrun.logs.fields.durations import clock_minutes
from legrun.logs.mapping.columns.clocks import sound_paces
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table

__all__ = ["retyped"]

_CLOCK = re.compile(r"(?:(\d{1,2}) days?,? |1900-01-(\d\d)[ T])?(\d{1,4}):([0-5]\d):([0-5]\d)(?:\.0{1,9})?")
_PACE, _LAPS, _LASTING = word_set("pace"), word_set("laps"), word_set("lasting_headers")
_SOUND_PACE = (3, 15)  # what half the paces are between, by kilometre or mile [min]
_LONGEST = 13  # half the sessions of a log last less [h]
_EARLIEST = 5  # few sessions last as long [h]
_HALF_WAY = math.sqrt(60)  # from a time to sixty times of it
_FASTEST = 60.0  # half the sessions are slower, rides too [km/h]


def retyped(table: Table) -> Table | None:
    """Return a table with durations and paces as they were typed, or None where no spreadsheet made hours of them.

    Examples
    --------
    >>> rows = [["2026-03-02", "8", "44:10:00"], ["2026-03-04", "5", "26:42:00"], ["2026-03-06", "12", "1:05:12"]]
    >>> table = retyped(Table(("Date", "km", "Time"), range(2, 5), rows))
    >>> table.column(2), table.problems[0].message
    (['44:10', '26:42', '1:05:12'], 'A spreadsheet made hours of the minutes in Time: 44:10:00 is read as 44:10.')
    """
    columns = columns_of(table)
    clocks = [each for each in columns if any(map(_clock, each.sample))]
    roles = role_words()
    distances = [each for each in columns if roles["distance"].score(each.words) > 0 and each.is_distance]
    laps = any(_LAPS & set(each.words) and each.is_number for each in columns)
    typed: dict[int, list[str]] = {}
    for column in clocks:
        texts = table.column(column.place)
        if _is_pace(column):
            typed[column.place] = [clock.typed if (clock := _clock(text)) else text for text in texts]
        elif _is_spoilt(column, distances, lasting=laps or bool(_LASTING & set(column.words))):
            typed[column.place] = _as_typed(texts, table.column(distances[0].place) if distances else [])
    if not typed:
        return None
    rows = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    for place, texts in typed.items():
        for row, text in zip(rows, texts, strict=True):
            row[place] = text
    said = " ".join(_said(table, place, texts) for place, texts in typed.items())
    return rebuilt(table, table.header, list(table.numbers), rows, said)


class _Clock(NamedTuple):
    """A duration as a spreadsheet has it, of at least an hour."""

    hours: int
    minutes: int
    seconds: int
    dated: bool = False  # written with the first day that a spreadsheet counts

    @property
    def typed(self) -> str:
        """What was typed, were the hours minutes."""
        return f"{self.hours}:{self.minutes:02}"

    @property
    def short(self) -> float:
        """Its length, were the hours minutes. [min]"""
        return self.hours + (self.minutes + self.seconds / 60) / 60


def _clock(text: str) -> _Clock | None:
    """Return a duration of three parts, None for one below an hour and for anything else.

    Examples
    --------
    >>> [clock and clock.typed for clock in map(_clock, ("38:31:00", "1 days 14:31:00", "1900-01-01 14:31:00"))]
    ['38:31', '38:31', '38:31']
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hours = 24 * int(match[1] or match[2] or 0) + int(match[3])
    return _Clock(hours, int(match[4]), int(match[5]), match[2] is not None) if hours else None


def _said(table: Table, place: int, typed: Sequence[str]) -> str:
    before, after = next((old, new) for old, new in zip(table.column(place), typed, strict=True) if old != new)
    return f"A spreadsheet made hours of the minutes in {table.labels[place]}: {before} is read as {after}."


def _is_pace(column: Column) -> bool:
    """Tell paces such as ``5:30:00``: no kilometre and no mile takes hours."""
    least, most = _SOUND_PACE
    hours = [clock.hours if (clock := _clock(text)) else 0 for text in column.sample]
    return bool(_PACE & set(column.words)) and least <= median(hours) <= most


def _is_spoilt(column: Column, distances: Sequence[Column], *, lasting: bool) -> bool:
    """Tell whether the durations of a column make no sense in hours, and do in minutes.

    Where no distance and no header tells, clocks below 24 hours are taken for hours of the day.
    """
    roles = role_words()
    if not any(roles[role].score(column.words) > 0 for role in ("duration", "elapsed")) or (
        roles["sleep"].score(column.words) > 0
    ):
        return False
    clocks = [clock for text in column.sample if (clock := _clock(text))]
    whole = [clock.hours for clock in clocks if not clock.seconds]
    if 2 * len(whole) <= len(clocks) or (max(whole) < 24 and not lasting):
        return False
    if all(clock.dated for clock in clocks) and median(clock.hours % 24 for clock in clocks) < _EARLIEST:
        return False  # 0:40 that was read as a time of day, of which the day is made up
    typed = replace(column, cells=_as_typed(column.cells, distances[0].cells if distances else []))
    if any(sound_paces(column, distance) for distance in distances):
        return False
    if any(sound_paces(typed, distance) for distance in distances):
        return True
    return median(whole) >= _LONGEST and not _flies(typed, distances)


def _flies(column: Column, distances: Sequence[Column]) -> bool:
    """Tell whether durations are too short for their distances, such as those of days on foot in minutes."""
    minutes = clock_minutes(column.cells, "mm:ss")[0].tolist()
    pairs = [
        (far, lasts)
        for distance in distances
        for far, lasts in zip(read_distances(distance.cells).values.tolist(), minutes, strict=True)
        if far > 0 and lasts > 0
    ]
    return bool(pairs) and median(far / lasts * 60 for far, lasts in pairs) > _FASTEST


def _as_typed(texts: Sequence[str], covered: Sequence[str]) -> list[str]:
    """Return durations as typed, each by its distance: ``1:05:12`` beside 12 km is an hour among ``44:10:00``."""
    clocks = [_clock(text) for text in texts]
    km = read_distances(covered).values.tolist() if covered else [math.nan] * len(texts)
    whole = [(clock.short, far) for clock, far in zip(clocks, km, strict=True) if clock and not clock.seconds]
    usual = median([short for short, _ in whole] or [math.nan])
    pace = median([short / far for short, far in whole if far > 0] or [math.nan])
    typed = []
    for text, clock, far in zip(texts, clocks, km, strict=True):
        expected = far * pace if far * pace > 0 else usual
        short = clock is not None and clock.short * _HALF_WAY > expected
        typed.append(clock.typed if clock and short else text)
    return typed
