"""The address of a page: read once, written into links.

On a visit's first run, on whatever page, the address is decoded and fills the inputs that are still empty; what cannot
be used is named for the visit.
"""

from __future__ import annotations

import streamlit as st

from legrun.link import decode, make_link
from legrun.scenario import Scenario
from pages._ui.state import base, clock, evidence, inputs, plan
from pages._ui.state.base import Base

__all__ = ["has_turned", "ignored", "read_once", "share_query", "turn_to"]

_IGNORED, _PAGE, _TURNED = "_ignored", "_page", "_page_turned"


def read_once() -> frozenset[str] | None:
    """Read the address on the visit's first run, and return the parameters it gave; None on any later run."""
    if _IGNORED in st.session_state:
        return None
    query = {key: st.query_params[key] for key in list(st.query_params) if key != evidence.SHOW}
    decoded = decode(query, now=clock.visit_hour())
    st.session_state[_IGNORED] = decoded.ignored
    base.set_now(decoded.scenario.now)
    if decoded.given:
        inputs.fill(decoded.scenario, overwrite=False)
    if decoded.plan is not None:
        plan.open_plan(decoded.plan)
    if decoded.given & base.PACKED:
        base.keep(Base(decoded.scenario, "the link"))
    return decoded.given


def turn_to(page: str) -> None:
    """Remember the page that this run draws."""
    st.session_state[_TURNED] = st.session_state.get(_PAGE) != page
    st.session_state[_PAGE] = page


def has_turned() -> bool:
    """Return whether the run before this one drew another page, or there was none."""
    return bool(st.session_state.get(_TURNED, True))


def ignored() -> tuple[str, ...]:
    """Return the parts of the first run's address that could not be used."""
    parts: tuple[str, ...] = st.session_state.get(_IGNORED, ())
    return parts


def share_query(scenario: Scenario) -> tuple[str, str | None]:
    """Return the query of a scenario's link, and a note when not everything fits in it."""
    planned = plan.planned()
    made = make_link(scenario, planned.plan if planned else None)
    return made.query, made.note
