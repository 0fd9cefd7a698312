"""The handout in session state: its form, and the page that was made last."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from legrun.scenario import Scenario

__all__ = ["KEYS", "clear_names", "keep", "page_of"]

KEYS = {name: f"handout_{name}" for name in ("client", "coach", "note")}
_HANDOUT = "_handout"


@dataclass(frozen=True)
class _Made:
    """A handout, the scenario it answers for, the client it is for, and what it is in."""

    scenario: Scenario
    client: str
    language: str
    page: bytes


def page_of(scenario: Scenario, client: str, language: str) -> bytes | None:
    """Return the handout of a scenario for a client in a language, if it is the one made last."""
    made: _Made | None = st.session_state.get(_HANDOUT)
    same = made is not None and (made.scenario, made.client, made.language) == (scenario, client, language)
    return made.page if made is not None and same else None


def keep(scenario: Scenario, client: str, language: str, page: bytes) -> None:
    """Keep a handout until the next one is made."""
    st.session_state[_HANDOUT] = _Made(scenario, client, language, page)


def clear_names() -> None:
    """Empty the form's name and note: they were another person's."""
    for part in ("client", "note"):
        st.session_state.pop(KEYS[part], None)
