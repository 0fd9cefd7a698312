"""What an effort is in heart rate and pace, for a person who has told their age, highest heart rate or a race result.

Effort decides; these only say where it tends to lie, and how far that may be off. On tired legs the same pace takes
more effort, so neither ever allows more than the verdict.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from legrun.decision.limits import RPE_CAPS
from legrun.evidence import value
from legrun.scenario import Athlete

__all__ = ["Limit", "heart_rate_limit", "highest_heart_rate", "pace_limit", "vdot"]

HRMAX_INTERCEPT, HRMAX_PER_YEAR = value("intensity.hrmax_intercept"), value("intensity.hrmax_per_year")
HRMAX_SD, HR_SD, PACE_SD = value("intensity.hrmax_sd"), value("intensity.hr_sd"), value("intensity.pace_sd")
EFFORTS = tuple(RPE_CAPS.values())
HEART_RATES = tuple(value(f"intensity.{verdict}_hr") for verdict in RPE_CAPS)
OXYGEN_SHARES = tuple(value(f"intensity.{verdict}_vo2") for verdict in RPE_CAPS)
AT_REST, PER_SPEED, PER_SQUARE = (
    value("vdot.oxygen_at_rest"), value("vdot.oxygen_per_speed"), value("vdot.oxygen_per_square"),
)  # fmt: skip
HELD = value("vdot.held")
FADING = (
    (value("vdot.held_slow"), value("vdot.held_slow_rate")), (value("vdot.held_quick"), value("vdot.held_quick_rate")),
)  # fmt: skip
# Standard deviations from the middle to the ends of four in five.
Z80 = NormalDist().inv_cdf(0.9)
M_PER_KM = 10**3


@dataclass(frozen=True)
class Limit:
    """A limit in heart rate [bpm] or pace [min/km], with the range of four in five people."""

    likely: float
    low80: float
    high80: float

    @classmethod
    def around(cls, likely: float, sd: float) -> Limit:
        """Return a limit with its range from its standard deviation."""
        return cls(likely, likely - Z80 * sd, likely + Z80 * sd)


def highest_heart_rate(athlete: Athlete) -> tuple[float, float] | None:
    """Return the highest heart rate with its standard deviation: as told, else from the age. [bpm]

    References
    ----------
    Tanaka, Monahan & Seals 2001, doi:10.1016/S0735-1097(00)01054-8; the spread is that of Robergs & Landwehr 2002.

    Examples
    --------
    >>> highest_heart_rate(Athlete(age=40)), highest_heart_rate(Athlete(age=40, max_heart_rate=190))
    ((180.0, 10.0), (190.0, 0.0))
    """
    if athlete.max_heart_rate is not None:
        return athlete.max_heart_rate, 0.0
    return None if athlete.age is None else (HRMAX_INTERCEPT - HRMAX_PER_YEAR * athlete.age, HRMAX_SD)


def heart_rate_limit(rpe: float, athlete: Athlete) -> Limit | None:
    """Return the heart rate that running up to an effort tends to stay under. [bpm]

    Parameters
    ----------
    rpe : float
        The hardest that the run feels. [CR10]
    athlete : Athlete
        Who runs.

    Returns
    -------
    Limit or None
        None where neither age nor a highest heart rate is known.

    Examples
    --------
    >>> limit = heart_rate_limit(4, Athlete(age=40))
    >>> round(limit.likely), round(limit.low80), round(limit.high80)
    (144, 130, 158)
    """
    highest = highest_heart_rate(athlete)
    if highest is None:
        return None
    (most, sd), share = highest, float(np.interp(rpe, EFFORTS, HEART_RATES))
    return Limit.around(share * most, math.hypot(share * sd, HR_SD * most))


def vdot(distance_km: float, minutes: float) -> float:
    """Return the VDOT of a race result. [ml/kg/min]

    Parameters
    ----------
    distance_km, minutes : float
        Distance [km] and time [min].

    References
    ----------
    Daniels & Gilbert 1979, *Oxygen Power*; for races of about 3.5 min to 4 h.

    Examples
    --------
    >>> round(vdot(5, 20), 1), round(vdot(42.195, 180), 1)
    (49.8, 53.5)
    """
    speed = M_PER_KM * distance_km / minutes
    held = HELD + sum(share * math.exp(-rate * minutes) for share, rate in FADING)
    return (AT_REST + PER_SPEED * speed + PER_SQUARE * speed**2) / held


def pace_limit(rpe: float, athlete: Athlete) -> Limit | None:
    """Return the pace, on fresh legs and the flat, that running up to an effort tends to be no faster than. [min/km]

    Returns
    -------
    Limit or None
        None where no race result is known.

    Examples
    --------
    >>> limit = pace_limit(4, Athlete(race_km=10, race_minutes=50))
    >>> round(limit.likely, 2), round(limit.low80, 2), round(limit.high80, 2)
    (5.85, 5.55, 6.15)
    """
    if athlete.race_km is None or athlete.race_minutes is None:
        return None
    oxygen = float(np.interp(rpe, EFFORTS, OXYGEN_SHARES)) * vdot(athlete.race_km, athlete.race_minutes)
    root = math.sqrt(PER_SPEED**2 - 4 * PER_SQUARE * (AT_REST - oxygen))
    pace = M_PER_KM * 2 * PER_SQUARE / (root - PER_SPEED)
    return Limit.around(pace, PACE_SD * pace)
