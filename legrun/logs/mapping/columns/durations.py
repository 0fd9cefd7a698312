"""How long the sessions of a mapped table lasted: units by header and cells, ``1:05`` by what stands beside it."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.durations import clock_minutes, parse_duration
from legrun.logs.fields.numerals import parse_numbers, roughly
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.mapping.words.vocabulary import header_words
from legrun.logs.reading.text import quoted

__all__ = ["MINUTES", "header_unit", "stated_minutes"]

MINUTES = {"ms": 1 / 60_000, "s": 1 / 60, "min": 1.0, "h": 60.0}
_WORDS = {
    "ms": "ms msec millis milliseconds",
    "s": "s sec secs second seconds sek sekunden secondes segundos secondi seconden sekunder",
    "min": "min mins minute minutes minuten minuto minutos minuti minuut minuter minutter minuty minuutit minuuttia "
    "dakika perc",
    "h": "h hr hrs hour hours std stunden heure heures hora horas ora ore uur uren timer timmar godz",
}
_OF_A_CLOCK = frozenset({"time", "total"})  # a timer's time; alone, timer are hours in Danish and Norwegian
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}")
_OWN = re.compile(r"['\u2019]s\b")  # "today's" names no seconds
_TWO = re.compile(r"\d{1,4}:[0-5]\d")
_STYLE_WORDS = re.compile(r"h{1,2}[:.]?mm(?![:.]?ss)|(m{1,2}[:.]ss|min[:.]s(?:e[ck])?)\b", re.I)
_SLOWEST, _FASTEST = 4.0, 25.0  # [km/h]
_MOST_HOURS, _LEAST_MINUTES = 4.0, 15.0  # of what may be hours, and of the middle of the minutes beside it
_SHORTEST, _LONGEST = 0.5, 1440.0  # what half the sessions of a log may last [min]


def header_unit(label: str) -> str | None:
    """Return the unit of time that a header names, or None.

    Examples
    --------
    >>> header_unit("Duration (sec)"), header_unit("exercise_min"), header_unit("TimeTotalInHours"), header_unit("Time")
    ('s', 'min', 'h', None)
    >>> header_unit("Varighed (timer)"), header_unit("total_timer_time"), header_unit("Minutes of today's session")
    ('h', None, 'min')
    """
    words = [
        word
        for word in header_words(_OWN.sub("", label))
        if word != "timer" or not _OF_A_CLOCK & set(header_words(label))
    ]
    return next((_UNITS[word] for word in reversed(words) if word in _UNITS), None)


@dataclass(frozen=True, eq=False)
class _Cells:
    """A column of durations, cell by cell: with a unit, as a clock of two parts, or as a bare number."""

    texts: list[str]
    sure: NDArray[np.float64]
    short: NDArray[np.float64]
    numbers: NDArray[np.float64]

    @classmethod
    def of(cls, texts: list[str]) -> _Cells:
        plain = {text: roughly(text) for text in dict.fromkeys(texts)}
        numbers_of = parse_numbers(plain.values()).values
        values = {text: numbers_of[each] for text, each in plain.items()}
        read = {text: parse_duration(text) for text in plain}
        two = [text if _TWO.fullmatch(text) else "" for text in texts]
        short, _ = clock_minutes(two, "mm:ss")
        sure = [math.nan if (value := read[text]) is None else value for text in texts]
        numbers = [math.nan if (value := values[text]) is None or value < 0 else value for text in texts]
        return cls(texts, np.array(sure), short, np.array(numbers))

    @property
    def unread(self) -> list[int]:
        """Places of cells that are no duration."""
        nothing = np.isnan(self.sure) & np.isnan(self.short) & np.isnan(self.numbers)
        return [place for place in np.flatnonzero(nothing).tolist() if not is_missing(self.texts[place])]


def stated_minutes(columns: Columns, role: str, distance_km: NDArray[np.float64], notes: Notes) -> NDArray[np.float64]:
    """Return the durations of a column, NaN where not given or not understood and noted. [min]

    Parameters
    ----------
    columns : Columns
        The mapped table.
    role : str
        Which column.
    distance_km : array of float
        Distances beside them, NaN where there is none. [km]
    notes : Notes
        Takes ``duration_unit`` and ``clock_style`` where they had to be decided.
    """
    label = columns.name(role) or ""
    cells = _Cells.of(_ungrouped(columns.texts(role), label))
    for place in cells.unread:
        message = f"The duration {quoted(cells.texts[place])} was not understood; it was not used."
        notes.problem(columns.table.numbers[place], columns.name(role), message)
    numbers = np.full(len(cells.texts), np.nan)
    if np.any(cells.numbers > 0):
        unit = _unit(cells, label, distance_km, notes)
        numbers = cells.numbers * MINUTES[unit]
        if unit == "min" and header_unit(label) is None:
            numbers = np.where(_hours_among_minutes(columns, role, cells, notes), cells.numbers * 60, numbers)
    clocks = np.full(len(cells.texts), np.nan)
    if np.any(cells.short > 0):
        clocks = cells.short * (60.0 if _is_long(cells, numbers, label, distance_km, notes) else 1.0)
    return np.where(np.isnan(cells.sure), np.where(np.isnan(clocks), numbers, clocks), cells.sure)


def _hours_among_minutes(columns: Columns, role: str, cells: _Cells, notes: Notes) -> NDArray[np.bool_]:
    """Mark “1.5” among 45 and 50: no session of a log of such lasts a minute and a half."""
    pointed = np.array([any(mark in text for mark in ".,") for text in cells.texts], dtype=bool)
    hours = pointed & (cells.numbers > 0) & (cells.numbers <= _MOST_HOURS)
    if np.any(hours) and _middle(cells.numbers[~hours]) >= _LEAST_MINUTES:
        for place in np.flatnonzero(hours).tolist():
            message = f"{cells.texts[place]} among numbers of minutes was read as hours."
            notes.problem(columns.table.numbers[place], columns.name(role), message)
        return hours
    return np.zeros(len(hours), dtype=bool)


def _ungrouped(texts: list[str], label: str) -> list[str]:
    """Return seconds without the marks that part thousands: no session lasts “3.900” seconds of four."""
    bare = [text for text in texts if text]
    if header_unit(label) != "s" or not bare or not all(map(_GROUPED.fullmatch, bare)):
        return texts
    return [re.sub(r"[.,]", "", text) for text in texts]


def _unit(cells: _Cells, label: str, distance_km: NDArray[np.float64], notes: Notes) -> str:
    """Return the unit of bare numbers: by the header, by cells with a unit, by speed, else by their size."""
    named = header_unit(label)
    middle = _middle(cells.numbers)
    by_size = "ms" if middle > 60_000 else "s" if middle > 300 else "h" if middle <= 6 else "min"
    if named and not _SHORTEST <= middle * MINUTES[named] <= _LONGEST:
        reason = (
            f"the column is called {label}, but in that unit a session would last {middle * MINUTES[named]:,.1f} min"
        )
        return notes.choose("duration_unit", by_size, reason, tuple(MINUTES), instead=named)
    if named:
        reason = f"the column is called {label}"
    elif (anchor := _middle(cells.sure)) > 0:
        named = min(MINUTES, key=lambda unit: abs(math.log(middle * MINUTES[unit] / anchor)))
        reason = "so do they fit the cells that name a unit"
    elif fitting := _by_speed(cells.numbers, distance_km):
        named, reason = fitting, "only so do the distances give speeds that people run or walk at"
    else:
        reason = "the header names no unit; by the size of the numbers"
    # Six or less may be hours or very short sessions; the rest of the scale leaves no doubt.
    instead = ("min" if by_size == "h" else "h") if named is None and 3 < middle <= 12 else ""
    return notes.choose("duration_unit", named or by_size, reason, tuple(MINUTES), instead=instead)


def _by_speed(numbers: NDArray[np.float64], distance_km: NDArray[np.float64]) -> str | None:
    fitting = []
    for unit, factor in MINUTES.items():
        with np.errstate(divide="ignore", invalid="ignore"):
            speeds = distance_km / (numbers * factor) * 60
        speeds = speeds[np.isfinite(speeds) & (speeds > 0)]
        if len(speeds) and np.mean((speeds >= _SLOWEST) & (speeds <= _FASTEST)) >= 0.7:
            fitting.append(unit)
    return fitting[0] if len(fitting) == 1 else None


def _is_long(
    cells: _Cells, numbers: NDArray[np.float64], label: str, distance_km: NDArray[np.float64], notes: Notes
) -> bool:
    """Tell whether ``1:05`` means hours and minutes, by what stands beside it."""
    anchor = _middle(np.concatenate([cells.sure, numbers]))
    middle = _middle(cells.short)
    words = _STYLE_WORDS.search(label)
    doubtful = False
    if words:
        long, reason = words[1] is None, f"the column is called {label}"
    elif header_unit(label) == "h":
        long, reason = True, f"the column is called {label}"
    elif anchor > 0:
        long = abs(math.log(60 * middle / anchor)) < abs(math.log(middle / anchor))
        reason = "so do they fit the other durations"
    elif (by_speed := _by_speed(cells.short, distance_km)) in ("min", "h"):
        long, reason = by_speed == "h", "only so do the distances give speeds that people run or walk at"
    else:
        long, reason = 0 < middle < 10, "by the size of the durations"
        doubtful = 3 <= middle < 13 and float(np.nanmax(cells.short)) < 24
    shown = next(text for text, value in zip(cells.texts, cells.short.tolist(), strict=True) if value > 0)
    seen = f"{shown} is read as {'hours:minutes' if long else 'minutes:seconds'}"
    wanted = "h:mm" if long else "mm:ss"
    instead = ("mm:ss" if long else "h:mm") if doubtful else ""
    style = notes.choose("clock_style", wanted, f"{seen}; {reason}", ("mm:ss", "h:mm"), instead=instead)
    return style == "h:mm"


def _middle(values: NDArray[np.float64] | Sequence[float]) -> float:
    seen = np.asarray(values, dtype=np.float64)
    seen = seen[seen > 0]
    return float(np.median(seen)) if len(seen) else 0.0
