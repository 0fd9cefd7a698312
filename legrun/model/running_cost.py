"""What running costs on tired legs: how much more oxygen the same pace takes, and its range."""

from __future__ import annotations

import numpy as np

from legrun.evidence import plausible_range, value
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS, Verdict

__all__ = ["running_cost_pct", "running_cost_range80"]

EASY = VERDICTS.index("easy")


def _per_loss(verdict: Verdict) -> str:
    """Return the key of the cost per strength lost at the pace of a verdict."""
    return f"running_cost.{VERDICTS[max(VERDICTS.index(verdict), EASY)]}"


def running_cost_pct(verdict: Verdict, fatigue_pct: float) -> float:
    """Return how much more oxygen running costs at the pace of a verdict.

    Parameters
    ----------
    verdict : str
        Its pace: easy for rest and walk.
    fatigue_pct : float
        Share of leg strength lost. [%]

    Returns
    -------
    float
        Rise of oxygen cost. [%]

    Notes
    -----
    ``dVO2 = g F`` with g = 0.10, 0.25, 0.40 at easy, moderate and hard pace. Known miss: 2.4 % where
    Doma & Deakin 2013 found 10 % at 24 h near threshold.

    Examples
    --------
    >>> running_cost_pct("moderate", 10.0)
    2.5
    """
    return value(_per_loss(verdict)) * fatigue_pct


def running_cost_range80(
    verdict: Verdict, median: Array | float, low80: Array | float, high80: Array | float
) -> tuple[Array, Array]:
    """Return the 80 % range of the running cost, from that of the strength lost and that of the cost itself.

    Parameters
    ----------
    verdict : str
        Its pace: easy for rest and walk.
    median, low80, high80 : float or array
        Share of leg strength lost: its median and 80 % range. [%]

    Returns
    -------
    tuple of array
        Lower and upper end of the rise of oxygen cost. [%]

    Notes
    -----
    Cost is a product, so its logarithm is a sum of two spreads that know nothing of each other: with
    ``a = ln(F_high / F)`` and ``b = ln(g_high / g)`` the upper end is ``g F exp(sqrt(a^2 + b^2))``, the lower end
    likewise. The range of g in the registry, half to double, is taken as its 80 % range (our judgement).

    Examples
    --------
    >>> low, high = running_cost_range80("moderate", 10.0, 10.0, 10.0)
    >>> float(low), float(high)
    (1.25, 5.0)
    >>> low, high = running_cost_range80("moderate", 10.0, 5.0, 16.0)
    >>> round(float(low), 2), round(float(high), 2)
    (0.94, 5.78)
    """
    key = _per_loss(verdict)
    cost, (low, high) = value(key), plausible_range(key)
    beyond_low = _beyond(low80, median, np.log(cost / low))
    beyond_high = _beyond(high80, median, np.log(high / cost))
    return cost * low80 / np.exp(beyond_low), cost * high80 * np.exp(beyond_high)


def _beyond(end: Array | float, median: Array | float, spread: float) -> Array:
    """Return by how much, in logarithms, a second spread moves the end of a range away from its median.

    ``sqrt(a^2 + b^2) - a``, written as ``b^2 / (sqrt(a^2 + b^2) + a)``: zero where the median is zero and a infinite.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        own = np.where(np.equal(end, median), 0.0, np.abs(np.log(end) - np.log(median)))
        return np.asarray(spread**2 / (np.hypot(own, spread) + own))
