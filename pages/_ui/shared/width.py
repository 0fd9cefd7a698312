"""Two layouts of one thing: a wide one, and one for a phone. The browser shows the one that fits its width.

On a first visit the rule that says so comes later than what it is about. Both layouts therefore begin a pixel high, and
the rule makes room for the one that fits: the other is never seen.
"""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

__all__ = ["begin", "narrow", "wide"]

# Where Streamlit puts columns one below the other, too. The wrapper is hidden with what it holds, or its gap stays.
NARROW_PX, UNSEEN_PX = 640, 1
STYLE = """<style>
{wide}, {phone} {{ flex: 0 1 auto; height: auto; overflow: visible; }}
@media (max-width: {narrow}px) {{ {wide} {{ display: none; }} }}
@media (min-width: {narrow}.02px) {{ {phone} {{ display: none; }} }}
</style>"""


def _selector(prefix: str) -> str:
    inner = f'[data-testid="stVerticalBlock"][class*="st-key-{prefix}_"]'
    return f'{inner}, [data-testid="stLayoutWrapper"]:has(> {inner})'


def begin() -> None:
    """Show what fits the width, from the first element on; before any container of this module."""
    # Fixed text, and the only way to know a width: the server is told of none.
    st.html(STYLE.format(narrow=NARROW_PX, wide=_selector("wide"), phone=_selector("narrow")))


def wide(name: str) -> DeltaGenerator:
    """Return a container that no phone shows."""
    return st.container(key=f"wide_{name}", height=UNSEEN_PX, border=False)


def narrow(name: str) -> DeltaGenerator:
    """Return a container that only a phone, or a window as narrow, shows."""
    return st.container(key=f"narrow_{name}", height=UNSEEN_PX, border=False)
