"""Distances whose unit stands in the header of their column."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.format import Columns, Notes

__all__ = ["distances_by_header"]

_KM = {"distance_km": 1.0, "distance_mi": KM_PER_MILE, "distance_m": 0.001}


def distances_by_header(columns: Columns, notes: Notes, *, most_km: float = 500.0) -> NDArray[np.float64]:
    """Return distances from the column that has its unit in its name, and note it; NaN where not given. [km]

    Parameters
    ----------
    columns : Columns
        The table; of its keys ``distance_km``, ``distance_mi`` and ``distance_m`` the first that it has is read.
    notes : Notes
        Takes the assumption ``distance_unit`` and what could not be used.
    most_km : float
        More than this is an error. [km]
    """
    key = columns.first(*_KM)
    if columns.has(key):
        notes.assume("distance_unit", key.removeprefix("distance_"), f"the column is called {columns.name(key)}")
    return np.asarray(columns.numbers(key, notes, low=0, high=most_km / _KM[key], what="distance") * _KM[key])
