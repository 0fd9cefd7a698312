"""Units of the screen in session state, beside `state`: the only module that names their keys."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

__all__ = ["BY_WEIGHT", "DISTANCE_UNIT", "WEIGHT_UNIT", "drop_per_kg", "keep_per_kg", "per_kg"]

DISTANCE_UNIT, WEIGHT_UNIT = "distance_unit", "weight_unit"
# The inputs that are told by body weight. In kg their widgets hold them; in another unit they are kept here, per kg.
BY_WEIGHT = ("protein", "alcohol")
_PER_KG = "_per_kg"


def per_kg() -> Mapping[str, float]:
    """Return the inputs that are typed in another unit of body weight, per kg; none where that is kg."""
    kept: Mapping[str, float] = st.session_state.get(_PER_KG, {})
    return kept


def keep_per_kg(told: Mapping[str, float]) -> None:
    """Keep what was told in another unit of body weight."""
    st.session_state[_PER_KG] = {**per_kg(), **told}


def drop_per_kg() -> Mapping[str, float]:
    """Go back to kg, and return what was told."""
    told: Mapping[str, float] = st.session_state.pop(_PER_KG, {})
    return told
