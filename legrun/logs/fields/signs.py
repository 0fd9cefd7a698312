"""What a file shows about itself without saying it: its decimal mark, and its unit of distance by physics."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.units import KM_PER_MILE

__all__ = ["file_mark", "unit_by_steps"]

_DECIMALS = re.compile(r"[+-]?\d{1,4}([.,])\d{1,2}")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_NEAR = 0.12  # how far from a candidate the median may lie, as a log ratio


def file_mark(decimals: Iterable[Sequence[str]], wholes: Iterable[Sequence[str]]) -> tuple[str, int]:
    """Return the decimal mark of a file and how many cells show it.

    Parameters
    ----------
    decimals : iterable of sequence of str
        Columns of small numbers with one or two decimals.
    wholes : iterable of sequence of str
        Columns of whole numbers, where a mark before three digits parts thousands.

    Examples
    --------
    >>> file_mark([["3,40", "10,08"]], [["2.932"]]), file_mark([["5.02", "1,500"]], [["1,037"]])
    ((',', 3), ('.', 2))
    """
    votes = {".": 0, ",": 0}
    for column in decimals:
        for text in column:
            if match := _DECIMALS.fullmatch(text[:20]):
                votes[match[1]] += 1
    for column in wholes:
        for text in column:
            if match := _THOUSANDS.fullmatch(text[:20]):
                votes["," if match[1] == "." else "."] += 1
    mark = "," if votes[","] > votes["."] else "."
    return mark, votes[mark]


def unit_by_steps(
    distance: NDArray[np.float64],
    minutes: NDArray[np.float64],
    cadence: NDArray[np.float64],
    stride_m: NDArray[np.float64],
) -> tuple[str, float, int] | None:
    """Return the unit of a distance column by steps times stride, or None when that cannot tell.

    Stride stays in metres for accounts in miles, so steps x stride / (1000 x distance) is 1.00 in kilometres and
    1.61 in miles; half of that where steps of one foot are counted.

    Parameters
    ----------
    distance, minutes, cadence, stride_m : array of float
        Of the runs: distance in the unknown unit, time [min], steps per minute, and stride [m].

    Returns
    -------
    (unit, ratio, runs) or None

    Examples
    --------
    >>> column = np.array
    >>> unit_by_steps(column([6.2]), column([50.0]), column([170.0]), column([1.17]))
    ('mi', 1.6040322580645162, 1)
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = cadence * minutes * np.where(stride_m > 10, stride_m / 100, stride_m) / (distance * 1000)
    ratios = ratios[np.isfinite(ratios) & (ratios > 0)]
    if not len(ratios):
        return None
    ratio = float(np.median(ratios))
    candidates = (("km", 1.0), ("mi", KM_PER_MILE), ("km", 0.5), ("mi", KM_PER_MILE / 2))
    unit, near = min(candidates, key=lambda candidate: abs(math.log(ratio / candidate[1])))
    return (unit, ratio, len(ratios)) if abs(math.log(ratio / near)) <= _NEAR else None
