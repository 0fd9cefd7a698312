"""Which unit a column is in when its header does not say."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["KM_PER_MILE", "LB_PER_KG", "weight_unit"]

LB_PER_KG = 2.2046226218487757
KM_PER_MILE = 1.609344
_ROUND = 0.25  # plates come in quarters of either unit
_NEAR = 0.002
_HEAVIEST = 5_000.0  # in either unit; more is a typing error


def weight_unit(weights: Iterable[float]) -> tuple[str, int] | None:
    """Return the unit that a column of weights is in, by the fingerprints of converted ones.

    An app that converts on export leaves crooked numbers: 44.09245 in a file in pounds was 20 kg.

    Parameters
    ----------
    weights : iterable of float
        Distinct weights, in the unknown unit.

    Returns
    -------
    (unit, count) or None
        ``kg`` or ``lb`` and how many weights show it; None when there is no sign.

    Examples
    --------
    >>> weight_unit([44.09245243697551, 66.13867865546327]), weight_unit([6.80388555, 40.0])
    (('lb', 2), ('kg', 1))
    >>> weight_unit([20.0, 22.5]) is None
    True
    """
    pounds = kilos = 0
    for weight in weights:
        if not 0 < weight <= _HEAVIEST or abs(weight * 100 - round(weight * 100)) < 1e-6:
            continue  # up to two decimals may be typed; it proves nothing
        was_kg, was_lb = _is_round(weight / LB_PER_KG), _is_round(weight * LB_PER_KG)
        pounds += was_kg and not was_lb
        kilos += was_lb and not was_kg
    if pounds == kilos:
        return None
    return ("lb", pounds) if pounds > kilos else ("kg", kilos)


def _is_round(weight: float) -> bool:
    return abs(weight / _ROUND - round(weight / _ROUND)) * _ROUND < _NEAR
