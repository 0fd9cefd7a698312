"""Durations worked out from a distance and a pace, or a speed."""

from __future__ import annotations

import numpy as np

from legrun.logs.fields.distances import KM, distance_unit, read_distances
from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.columns.rates import find_rate, is_pace
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.reading.table import Table

__all__ = ["with_duration"]


def with_duration(table: Table) -> Table | None:
    """Add durations from distance and pace, or speed, where no column holds them."""
    columns = columns_of(table)
    roles = role_words()
    distance = next((each for each in columns if roles["distance"].score(each.words) > 0 and each.is_distance), None)
    rate = None if distance is None else find_rate(table)
    unit = None if distance is None else distance_unit(distance.label) or _unit_of_cells(distance)
    if distance is None or rate is None or (unit is None and rate.per is not None):
        return None
    # Where neither names its unit, they have the same, and it makes no difference which.
    unit = unit or "km"
    per, at = rate.per or unit, rate.column.place
    if per not in ("km", "mi") or unit not in KM or any(_lasts(each) for each in columns if each.place != at):
        return None
    covered = read_distances(table.column(distance.place))
    km = [
        value * KM.get(own or unit, np.nan) for value, own in zip(covered.values.tolist(), covered.units, strict=True)
    ]
    rows = []
    for row, pace, far in zip(table.rows, rate.paces.tolist(), km, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        minutes = far / KM[per] * pace
        cells[at] = f"{minutes:.1f} min" if minutes > 0 else ""
        rows.append(cells)
    said = f"Durations were worked out from the distance and {rate.column.label}."
    header = (*table.header[:at], "Duration", *table.header[at + 1 :])
    return rebuilt(table, header, list(table.numbers), rows, said)


def _unit_of_cells(column: Column) -> str | None:
    """Return the unit that the cells of a column name, where they name one."""
    units = {unit for unit in read_distances(column.sample).units if unit}
    return units.pop() if len(units) == 1 else None


def _lasts(column: Column) -> bool:
    roles = role_words()
    named = roles["duration"].score(column.words) > 0 and column.is_duration and not is_pace(column)
    return named or (roles["end"].score(column.words) > 0 and column.is_clock)
