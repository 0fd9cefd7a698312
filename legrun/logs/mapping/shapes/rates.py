"""Durations worked out from a distance and a pace, or a speed."""

from __future__ import annotations

import re

import numpy as np

from legrun.logs.fields.distances import KM, distance_unit, read_distances
from legrun.logs.fields.durations import clock_minutes
from legrun.logs.fields.numerals import parse_number, parse_numbers
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table

__all__ = ["with_duration"]

_PACE = word_set("pace")
_SPEED = word_set("speed")
_PER_MILE = re.compile(r"/\s*mi|per\s+mi|mph|\bmi\s*/\s*h", re.I)
_PER_KM = re.compile(r"/\s*k|per\s+k|km\s*/\s*h|kmh|kph", re.I)
_RATE_UNIT = re.compile(r"\s*(?:min)?\s*(?:/|per|km/h|kmh|kph|mph|mi/h)\s*(?:k|km|mi|mile|milla)?\.?$", re.I)
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_PERS = ("per", "pro", "par", "por", "al", "each", "je")
_SLOWEST_PACE = 15.0  # [min/km]


def with_duration(table: Table) -> Table | None:
    """Add durations from distance and pace, or speed, where no column holds them."""
    columns = columns_of(table)
    roles = role_words()
    distance = next((each for each in columns if roles["distance"].score(each.words) > 0 and each.is_distance), None)
    rate = next((each for each in columns if _is_pace(each) or _is_speed(each)), None)
    unit = None if distance is None else distance_unit(distance.label) or _unit_of_cells(distance)
    if distance is None or rate is None or unit not in KM or any(_lasts(each) for each in columns if each is not rate):
        return None
    per = _per(rate.label) or _per(rate.sample[0]) or unit
    if per not in ("km", "mi"):
        return None
    texts = [_RATE_UNIT.sub("", text) for text in table.column(rate.place)]
    numbers = parse_numbers(texts).values
    # Minutes for each kilometre or mile.
    paces = clock_minutes(texts, "mm:ss")[0].tolist()
    if _is_speed(rate):
        paces = [60 / number if (number := numbers[text]) else 0.0 for text in texts]
    covered = read_distances(table.column(distance.place))
    km = [
        value * KM.get(own or unit, np.nan) for value, own in zip(covered.values.tolist(), covered.units, strict=True)
    ]
    rows = []
    for row, pace, far in zip(table.rows, paces, km, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        minutes = far / KM[per] * pace
        cells[rate.place] = f"{minutes:.1f} min" if minutes > 0 else ""
        rows.append(cells)
    said = f"Durations were worked out from the distance and {rate.label}."
    header = (*table.header[: rate.place], "Duration", *table.header[rate.place + 1 :])
    return rebuilt(table, header, list(table.numbers), rows, said)


def _is_pace(column: Column) -> bool:
    """Tell a column of paces; what is called a tempo may also be the time."""
    bare = [_RATE_UNIT.sub("", text) for text in column.sample]
    if not (_PACE & set(column.words) or _is_per(column.words)) or not (
        column.is_clock or all(map(_CLOCK.fullmatch, bare))
    ):
        return False
    paces = clock_minutes(bare, "mm:ss")[0]
    return bool(np.nanmedian(paces) <= _SLOWEST_PACE) if np.any(paces > 0) else False


def _is_per(words: tuple[str, ...]) -> bool:
    """Tell a time for each kilometre or mile: "Avg time per km"."""
    return any(f" {per} {unit} " in f" {' '.join(words)} " for per in _PERS for unit in ("km", "k", "mile", "mi"))


def _is_speed(column: Column) -> bool:
    if not _SPEED & set(column.words) or not column.sample:
        return False
    per = _per(column.label) or _per(column.sample[0])
    return per is not None and parse_number(_RATE_UNIT.sub("", column.sample[0])) is not None


def _unit_of_cells(column: Column) -> str | None:
    """Return the unit that the cells of a column name, where they name one."""
    units = {unit for unit in read_distances(column.sample).units if unit}
    return units.pop() if len(units) == 1 else None


def _per(label: str) -> str | None:
    return "mi" if _PER_MILE.search(label) else "km" if _PER_KM.search(label) else None


def _lasts(column: Column) -> bool:
    roles = role_words()
    named = roles["duration"].score(column.words) > 0 and column.is_duration and not _is_pace(column)
    return named or (roles["end"].score(column.words) > 0 and column.is_clock)
