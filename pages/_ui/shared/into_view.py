"""Brings what a click has opened into view: below a long table or list nobody would see that it opened."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

__all__ = ["opened"]

# Streamlit (1.67) has no call that scrolls. The script is fixed text; it runs again where `turn` is another number.
SCRIPT = """<script>
/* {turn} */
{{
  const part = document.querySelector(".st-key-{key}");
  const top = part ? part.getBoundingClientRect().top : 0;
  if (part && (top < 0 || top > innerHeight / 2)) {{
    part.style.scrollMarginTop = "4.5rem";
    part.scrollIntoView();
  }}
}}
</script>"""


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
        part.html(SCRIPT.format(key=key, turn=turn), unsafe_allow_javascript=True)
    return part
