"""Columns of paces and speeds: which one there is, per which unit, and what it gives for each row."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.numerals import parse_number, parse_numbers
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table

__all__ = ["Rate", "find_rate", "is_pace"]

_PACE = word_set("pace")
_SPEED = word_set("speed")
_PER_MILE = re.compile(r"/\s*mi|per\s+mi|mph|\bmi\s*/\s*h", re.I)
_PER_KM = re.compile(r"/\s*k|per\s+k|km\s*/\s*h|kmh|kph", re.I)
_RATE_UNIT = re.compile(r"\s*(?:min)?\s*(?:/|per|km/h|kmh|kph|mph|mi/h)\s*(?:k|km|mi|mile|milla)?\.?$", re.I)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_MARKED = re.compile(r"^(\d{1,2})['′’](\d{2})(?:''|[\"″”])?$")
_PERS = ("per", "pro", "par", "por", "al", "each", "je")
_SLOWEST_PACE = 15.0  # [min/km]


@dataclass(frozen=True, eq=False)
class Rate:
    """A column of paces or speeds.

    Attributes
    ----------
    column : Column
        The column.
    per : str or None
        ``km`` or ``mi``, where its name or its cells say so.
    paces : array of float
        The time for one of these in each row; 0 or NaN where there is none. [min]
    """

    column: Column
    per: str | None
    paces: NDArray[np.float64] = field(repr=False)


def find_rate(table: Table) -> Rate | None:
    """Return the first column of paces or speeds, or None.

    Examples
    --------
    >>> rate = find_rate(Table(("Date", "Pace (min/mi)"), range(2, 3), [["2026-03-02", "8:30"]]))
    >>> rate.per, rate.paces.tolist()
    ('mi', [8.5])
    """
    column = next((each for each in columns_of(table) if is_pace(each) or _is_speed(each)), None)
    if column is None:
        return None
    texts = [_bare(text) for text in table.column(column.place)]
    numbers = parse_numbers(texts).values
    paces = clock_minutes(texts, "mm:ss")[0]
    if _is_speed(column):
        paces = np.array([60 / number if (number := numbers[text]) else 0.0 for text in texts], dtype=np.float64)
    return Rate(column, _per(column.label) or _per(column.sample[0]), paces)


def is_pace(column: Column) -> bool:
    """Tell a column of paces; what is called a tempo may also be the time."""
    bare = list(map(_bare, column.sample))
    named = _PACE & set(column.words) or _is_per(column.words) or _per(column.label)
    if not named or not (column.is_clock or all(map(_CLOCK.fullmatch, bare))):
        return False
    paces = clock_minutes(bare, "mm:ss")[0]
    return bool(np.nanmedian(paces) <= _SLOWEST_PACE) if np.any(paces > 0) else False


def _bare(text: str) -> str:
    """Return a pace as minutes:seconds without its unit: 5'30"/km is 5:30."""
    return _MARKED.sub(r"\1:\2", _RATE_UNIT.sub("", text))


def _is_per(words: tuple[str, ...]) -> bool:
    """Tell a time for each kilometre or mile: "Avg time per km"."""
    return any(f" {per} {unit} " in f" {' '.join(words)} " for per in _PERS for unit in ("km", "k", "mile", "mi"))


def _is_speed(column: Column) -> bool:
    if not _SPEED & set(column.words) or not column.sample:
        return False
    per = _per(column.label) or _per(column.sample[0])
    return per is not None and parse_number(_bare(column.sample[0])) is not None


def _per(label: str) -> str | None:
    return "mi" if _PER_MILE.search(label) else "km" if _PER_KM.search(label) else None
