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
# The window that a table to edit needs, whose columns do not shrink: 976 px of them, and the page's margins.
ROOMY_PX = 1136
# What the sidebar takes of it while it is open.
SIDEBAR_PX, OPEN = 300, ':has([data-testid="stSidebar"][data-collapsed="false"])'
ROOMS = (
    ("", NARROW_PX, False),
    (f".stApp{OPEN} ", ROOMY_PX + SIDEBAR_PX, True),
    (f".stApp:not({OPEN}) ", ROOMY_PX, True),
)
# What a page keeps free at its sides where it has little room, as Streamlit does on a phone.
SIDES = """
@media (max-width: {px}px) {{ {where}[data-testid="stMainBlockContainer"] {{ padding-inline: 1rem; }} }}
"""
STYLE = """
{wide}, {phone} {{ flex: 0 1 auto; height: auto; overflow: visible; }}
@media (max-width: {narrow}px) {{ {wide} {{ display: none; }} }}
@media (min-width: {narrow}.02px) {{ {phone} {{ display: none; }} }}
"""


def _selector(where: str, prefix: str) -> str:
    inner = f'[data-testid="stVerticalBlock"][class*="st-key-{prefix}_"]'
    return f'{where}{inner}, {where}[data-testid="stLayoutWrapper"]:has(> {inner})'


def begin() -> None:
    """Show what fits the width, from the first element on; before any container of this module."""
    rules = [
        STYLE.format(
            narrow=px, wide=_selector(where, _prefix("wide", roomy)), phone=_selector(where, _prefix("narrow", roomy))
        )
        for where, px, roomy in ROOMS
    ]
    rules += [SIDES.format(where=where, px=px) for where, px, roomy in ROOMS if roomy]
    # Fixed text, and the only way to know a width: the server is told of none.
    st.html(f"<style>{''.join(rules)}</style>")


def _prefix(layout: str, roomy: bool) -> str:
    return f"roomy_{layout}" if roomy else layout


def wide(name: str, *, roomy: bool = False) -> DeltaGenerator:
    """Return a container that no phone shows; a roomy one stands in a large window alone."""
    return st.container(key=f"{_prefix('wide', roomy)}_{name}", height=UNSEEN_PX, border=False)


def narrow(name: str, *, roomy: bool = False) -> DeltaGenerator:
    """Return a container that only a phone, or a window as narrow, shows; what stands for a roomy one in any other."""
    return st.container(key=f"{_prefix('narrow', roomy)}_{name}", height=UNSEEN_PX, border=False)
