"""Values as plain data, for JSON: what `to_dict` of every value gives."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Mapping, Set
from typing import Any

import numpy as np

__all__ = ["plain"]


def plain(value: Any) -> Any:
    """Return a value as JSON can hold it, numbers to their last digit.

    Parameters
    ----------
    value : object
        A frozen value of legrun, or anything it is made of.

    Returns
    -------
    dict, list, str, int, float, bool or None
        Of a value its fields by name; moments as ISO 8601 without zone; a set as a sorted list; what is not a finite
        number as None.

    Raises
    ------
    TypeError
        If something in it is no value of legrun.

    Examples
    --------
    >>> from legrun.scenario import CheckIn
    >>> plain(CheckIn(dt.datetime(2026, 3, 4, 7), 4))
    {'time': '2026-03-04T07:00:00', 'soreness': 4.0, 'fatigue': None}
    """
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, np.generic):
        return plain(value.item())
    if isinstance(value, np.ndarray):
        return plain(_listed(value))
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(each) for key, each in value.items()}
    if isinstance(value, Set):
        return sorted(map(plain, value))
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    raise TypeError(f"{type(value).__name__} is no value of legrun; it cannot be written as JSON.")


def _listed(array: np.ndarray) -> list[Any]:
    """Return an array as a list; its moments to the second, since finer ones come out as numbers."""
    moments = np.issubdtype(array.dtype, np.datetime64)
    return list(array.astype("datetime64[s]").tolist() if moments else array.tolist())
