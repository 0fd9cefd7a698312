"""Units of the screen: distances in kilometres or miles, body weight in kilograms or pounds; how dates are typed.

What is chosen is remembered for the visit. Values, links and files stay in km and kg.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import streamlit as st

from legrun.evidence import value
from legrun.inputs.form import NUMBERS
from legrun.logs.fields.units import KM_PER_MILE, LB_PER_KG
from pages._ui import state
from pages._ui.shared.links import source

__all__ = ["DATES", "Unit", "by_body_weight", "chosen_distance", "distance"]

# How a date is typed and shown in an input, the same on every page: the day first, as in the sentences.
DATES = "DD/MM/YYYY"


@dataclass(frozen=True)
class Unit:
    """A unit of the screen.

    Attributes
    ----------
    name : str
        What it is called.
    size : float
        How many of ours it is: km of a distance, kg of a body weight.
    """

    name: str
    size: float = 1.0


DISTANCES = {unit.name: unit for unit in (Unit("km"), Unit("miles", KM_PER_MILE))}
WEIGHTS = {unit.name: unit for unit in (Unit("kg"), Unit("lb", 1 / LB_PER_KG))}


def distance() -> Unit:
    """Ask which unit distances are shown and typed in."""
    chosen = st.segmented_control(
        "Distances in", list(DISTANCES), default="km", required=True, key=state.units.DISTANCE_UNIT,
        persist_state="session",
    )  # fmt: skip
    return DISTANCES[chosen]


def chosen_distance() -> Unit:
    """Return the unit of distances that is chosen."""
    return DISTANCES[state.units.distance_unit()]


def by_body_weight() -> None:
    """Ask for protein and alcohol, by the unit of body weight that is chosen."""
    chosen = st.segmented_control(
        "Body weight in", list(WEIGHTS), default="kg", required=True, key=state.units.WEIGHT_UNIT,
        on_change=_take_weight_unit, persist_state="session",
    )  # fmt: skip
    unit = WEIGHTS[chosen]
    from_protein = _from(value("clock.protein_high_g_per_kg"), unit)
    _by_weight(
        "protein",
        f"Protein per day, g per {unit.name} (optional)",
        f"0 leaves it out. From {from_protein} strength may return a little faster. {source('clock.protein_faster')}",
        unit,
    )
    from_alcohol = _from(value("habits.alcohol_threshold"), unit)
    _by_weight(
        "alcohol",
        f"Alcohol last evening, g per {unit.name}",
        f"From {from_alcohol} (about 5 drinks) we advise against hard running for a day. "
        + source("habits.alcohol_threshold"),
        unit,
    )


def _take_weight_unit() -> None:
    """Go on in the chosen unit with the amounts that were typed in the other one."""
    if WEIGHTS[state.units.weight_unit()].size == 1:
        state.units.back_to_kg()
    else:
        state.units.keep_per_kg({name: state.inputs.value(name) for name in state.units.BY_WEIGHT})


def _from(per_kg: float, unit: Unit) -> str:
    """Return a threshold by body weight; rounded up, so that what is typed as it stands is over it."""
    return f"{math.ceil(per_kg * unit.size * 100) / 100:g} g/{unit.name}"


def _by_weight(name: str, label: str, explained: str, unit: Unit) -> None:
    """Draw a number input in g by body weight; only the one by kg is bound to the address."""
    spec = NUMBERS[name]
    if unit.size == 1:
        st.number_input(
            label, spec.low, spec.high, spec.default, spec.step, "%.1f", name, help=explained, bind="query-params"
        )
        return
    key = state.units.fill(name, unit.name, round(state.inputs.value(name) * unit.size, 2))

    def take() -> None:
        state.units.keep_per_kg({name: spec.clip(state.units.typed(key) / unit.size)})

    st.number_input(
        label, 0.0, round(spec.high * unit.size, 2), step=0.05, format="%.2f", key=key, help=explained, on_change=take
    )
