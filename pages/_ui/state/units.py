"""Units of the screen in session state."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

__all__ = [
    "BY_WEIGHT",
    "DISTANCE_UNIT",
    "WEIGHT_UNIT",
    "back_to_kg",
    "fill",
    "keep_per_kg",
    "per_kg",
    "typed",
    "weight_unit",
]

DISTANCE_UNIT, WEIGHT_UNIT = "distance_unit", "weight_unit"
# The inputs by body weight. In kg their widgets hold them; in another unit they are kept here, per kg.
BY_WEIGHT = ("protein", "alcohol")
_PER_KG = "_per_kg"


def per_kg() -> Mapping[str, float]:
    """Return the inputs that are typed in another unit of body weight, per kg; none where that is kg."""
    kept: Mapping[str, float] = st.session_state.get(_PER_KG, {})
    return kept


def keep_per_kg(amounts: Mapping[str, float]) -> None:
    """Keep amounts that were typed in another unit of body weight, per kg."""
    st.session_state[_PER_KG] = {**per_kg(), **amounts}


def back_to_kg() -> None:
    """Go back to kg: the inputs' own widgets hold the amounts again."""
    for name, amount in st.session_state.pop(_PER_KG, {}).items():
        st.session_state[name] = round(amount, 1)


def distance_unit() -> str:
    """Return the unit of distances that was chosen, kilometres unless one was."""
    return str(st.session_state.get(DISTANCE_UNIT) or "km")


def weight_unit() -> str:
    """Return the unit of body weight that was chosen."""
    return str(st.session_state[WEIGHT_UNIT])


def fill(name: str, unit: str, amount: float) -> str:
    """Let the widget of an input by another unit of body weight show an amount, and return its key."""
    st.session_state[f"{name}_per_{unit}"] = amount
    return f"{name}_per_{unit}"


def typed(key: str) -> float:
    """Return the amount that such a widget holds."""
    return float(st.session_state[key])
