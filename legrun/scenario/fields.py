"""What a field may hold: the checks that every value object makes of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from legrun.errors import ScenarioError

__all__ = ["YEARS", "choice", "instance", "moment", "number", "put", "several"]

# The years of moments: what lies outside is a mistake.
YEARS = range(1970, 2201)


def number(name: str, value: object, low: float, high: float, unit: str) -> float:
    """Return `value` as a float within [low, high], or say what it must be."""
    if type(value) is float and low <= value <= high:  # nearly always; a log makes thousands of sessions
        return value
    allowed = f"a number from {low:g} to {high:g}{' ' + unit if unit else ''}"
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        try:
            value = float(value.item())  # type: ignore[attr-defined]  # numpy scalars
        except (AttributeError, TypeError, ValueError):
            raise ScenarioError(name, value, allowed) from None
    result = float(value)
    if not low <= result <= high:  # nor is what is no number
        raise ScenarioError(name, value, allowed)
    return result


def moment(name: str, value: object) -> dt.datetime:
    """Return `value` if it is a local date-time without a zone, of one of `YEARS`."""
    if not isinstance(value, dt.datetime) or value.tzinfo is not None or value.year not in YEARS:
        raise ScenarioError(name, value, f"a date and time without a time zone, from {YEARS[0]} to {YEARS[-1]}")
    return value


def choice(name: str, value: object, choices: tuple[str, ...]) -> None:
    """Refuse a value that is none of the choices."""
    if value not in choices:
        raise ScenarioError(name, value, "one of " + ", ".join(choices))


def instance(name: str, value: object, kind: type, allowed: str) -> None:
    """Refuse a value of another type, saying what is allowed."""
    if not isinstance(value, kind):
        raise ScenarioError(name, value, allowed)


def several(name: str, value: object, allowed: str) -> None:
    """Refuse a single value, or a text, where several belong, saying what is allowed."""
    if not isinstance(value, Collection) or isinstance(value, str):
        raise ScenarioError(name, value, allowed)


def put(obj: object, name: str, value: object) -> None:
    """Set a field of a frozen object while it is made."""
    if getattr(obj, name) is not value:
        object.__setattr__(obj, name, value)
