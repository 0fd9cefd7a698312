"""Brings into view what a click has opened: a page from its top on, and what stands below a long table or list."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

__all__ = ["opened", "page_top"]

# Streamlit (1.67) has no call that scrolls. The scripts are fixed text; one runs again where `turn` is another.
UNSEEN = """<style>
[data-testid="stLayoutWrapper"]:has(> .st-key-{key}) {{ display: none; }}
</style>
<script>
/* {turn} */
{script}
</script>"""
# Another page would else stand where the last one was scrolled to.
PAGE_TOP = """document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);"""
PART_TOP = """{{
  const part = document.querySelector(".st-key-{key}");
  const top = part ? part.getBoundingClientRect().top : 0;
  if (part && (top < 0 || top > innerHeight / 2)) {{
    part.style.scrollMarginTop = "4.5rem";
    part.scrollIntoView();
  }}
}}"""


def page_top(page: str) -> None:
    """Begin a page at its top when it takes another one's place; drawn again it stays where it is."""
    _run(PAGE_TOP, "page_top", page)


def opened(key: str, turn: int) -> DeltaGenerator:
    """Return a container for what a click opens, and bring it into view unless its top is.

    Parameters
    ----------
    key : str
        Of the container.
    turn : int
        How often something was opened by a click elsewhere, none at first: drawn again for another reason the page
        stays where it is.
    """
    part = st.container(key=key)
    if turn:
        with part:
            _run(PART_TOP.format(key=key), f"{key}_top", str(turn))
    return part


def _run(script: str, key: str, turn: str) -> None:
    """Let the browser run a script, from a place that takes up no room."""
    place = st.container(key=key)
    place.html(UNSEEN.format(key=key, turn=turn, script=script), unsafe_allow_javascript=True)
