"""The readiness score, 0 to 100, its five zones, and what each term takes off it."""

from __future__ import annotations

import bisect
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from legrun.evidence import value
from legrun.model.kinetics import Array
from legrun.scenario.names import VERDICTS, Verdict

__all__ = [
    "VERDICTS",
    "ZONE_FLOORS",
    "Codes",
    "Points",
    "Verdict",
    "points_off",
    "score",
    "zone",
    "zone_of",
]

Codes = npt.NDArray[np.int8]
Real = npt.NDArray[np.floating[Any]]
ZONE_FLOORS = tuple(value(f"zones.{verdict}") for verdict in VERDICTS[1:])

PER_SORENESS = value("score.soreness")
PER_FATIGUE = value("score.fatigue")
PER_SLEEP = value("score.sleep")
SLEEP_FROM_H = value("score.sleep_from_h")
SLEEP_MAX = value("score.sleep_max")
LEAST_FACTOR = value("score.least_factor")


@dataclass(frozen=True)
class Points:
    """Points that each term takes off a score of 100."""

    soreness: float
    fatigue: float
    sleep: float


def _headroom(soreness: Real, most: float = 1.0) -> Any:
    """Return what soreness leaves of `most`, in memory of its own."""
    left = soreness * (-PER_SORENESS * most)
    left += most
    return left


def _strength_left(fatigue: Real) -> Any:
    """Return what the strength that is lost leaves of a score, in memory of its own. [0-1]"""
    left = fatigue * -PER_FATIGUE
    left += 1
    if left.min(initial=0.0) < 0:
        np.maximum(left, 0.0, out=left)
    return left


def _rested(sleep_h: Array) -> Array:
    """Return what sleep leaves of a score. [0-1]"""
    return 1 - np.minimum(SLEEP_MAX, PER_SLEEP * np.maximum(0.0, SLEEP_FROM_H - sleep_h))


def score(soreness: Real, fatigue: Real, sleep_h: Array) -> Any:
    """Return the readiness score.

    Parameters
    ----------
    soreness : array
        Soreness beyond the part of the resting level that costs nothing. [0-10]
    fatigue : array
        Fraction of leg strength lost. [0-1]
    sleep_h : array
        Sleep in force. [h]

    Returns
    -------
    array
        Score, of the broadcast shape. [0-100]

    Notes
    -----
    ``R = 100 (1 - 0.08 S) max(0, 1 - 2 F) (1 - min(0.20, 0.05 max(0, 7 - sleep)))``. The form and its
    weights are our judgement: no study validates a score with a threshold after leg day.

    Examples
    --------
    >>> score(np.array([4.0]), np.array([0.09]), np.array([7.5])).round(1)
    array([55.8])
    >>> score(np.zeros(0), np.zeros(0), np.zeros(0)).shape
    (0,)
    """
    most = 100 * _rested(sleep_h)
    # Where every night was long enough, one factor for all hours: it costs nothing beside the others.
    if most.size > 0 and np.ptp(most) == 0:
        points = _headroom(soreness, float(most.flat[0]))
    else:
        points = _headroom(soreness)
        points *= most.astype(points.dtype)
    points *= _strength_left(fatigue)
    return points


def points_off(soreness: float, fatigue: float, sleep_h: float) -> Points:
    """Return how many points each term takes off 100, shared out by the logs of the factors.

    Examples
    --------
    >>> points_off(4.0, 0.0, 6.0)
    Points(soreness=31.2, fatigue=0.0, sleep=4.2)
    """
    each = (_headroom(np.array([soreness])), _strength_left(np.array([fatigue])), _rested(np.array([float(sleep_h)])))
    factors = [float(factor[0]) for factor in each]
    logs = [math.log(max(factor, LEAST_FACTOR)) for factor in factors]
    lost, total = 100 * (1 - math.prod(factors)), sum(logs)
    return Points(*(abs(round(log / total * lost, 1)) if total < 0 else 0.0 for log in logs))


def zone_of(score: float) -> int:
    """Return the zone of one score as an index into `VERDICTS`."""
    return bisect.bisect_right(ZONE_FLOORS, score)


def zone(scores: Real) -> Codes:
    """Return the zone of each score as an index into `VERDICTS`.

    Examples
    --------
    >>> [VERDICTS[i] for i in zone(np.array([10, 25, 60, 79.9, 80]))]
    ['rest', 'walk', 'easy', 'moderate', 'hard']
    """
    codes = np.full_like(scores, len(ZONE_FLOORS), dtype=np.int8)
    # Each floor lies below the one before: most scores lie above all, and the search is soon over.
    for floor in reversed(ZONE_FLOORS):
        below = scores < floor
        if not below.any():
            break
        codes -= below
    return codes
