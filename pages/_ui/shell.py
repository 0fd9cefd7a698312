"""The frame around every page: page config, menu, footer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

import legrun
from pages._ui import state

__all__ = ["PAGES", "Page", "draw_footer", "draw_shell"]


ICON = Path(__file__).with_name("icon.svg")


@dataclass(frozen=True)
class Page:
    """One entry of the menu."""

    path: str
    title: str
    icon: str


PAGES = (
    Page("app.py", "Today", ":material/directions_run:"),
    Page("pages/log.py", "Log", ":material/upload_file:"),
)


def draw_shell(title: str) -> None:
    """Set the page config and draw the menu; the first call of every page."""
    # A Material icon or an emoji would be fetched from another machine; this file is served by this one.
    st.set_page_config(page_title=f"{title} · legrun", page_icon=str(ICON), layout="wide")
    state.begin()
    with st.sidebar:
        st.markdown("**legrun** · run after leg day?")
        for entry in PAGES:
            st.page_link(entry.path, label=entry.title, icon=entry.icon)


def draw_footer() -> None:
    """Say what this is not, where data go, and which model spoke."""
    st.caption(
        "An estimate from published averages, with a wide range; not medical advice. Stop if pain is sharp or changes "
        "how you move. Nothing you enter or upload is stored on the server. "
        f"Model {legrun.MODEL_VERSION}."
    )
