"""The frame around every page: page config, menu, footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

import legrun
from pages._ui import state
from pages._ui.diary import opening
from pages._ui.shared import into_view

__all__ = ["PAGES", "Page", "draw_footer", "draw_shell", "today_button"]


ICON = Path(__file__).with_name("icon.svg")
# Streamlit (1.67) leaves the sidebar of the page before until something is pressed; on a phone it holds the menu.
NO_EMPTY_SIDEBAR = """<style>@media (min-width: 768px) {
[data-testid="stSidebar"]:not(:has([data-testid="stSidebarUserContent"] [data-testid="stVerticalBlock"] > *)) {
display: none;
} }</style>"""


@dataclass(frozen=True)
class Page:
    """One entry of the menu."""

    path: str
    title: str


PAGES = (
    Page("app.py", "Today"),
    Page("pages/week.py", "Week"),
    Page("pages/compare.py", "Compare"),
    Page("pages/log.py", "Log"),
    Page("pages/clients.py", "Clients"),
    Page("pages/evidence.py", "Evidence"),
)


def draw_shell(title: str, *, folded: bool = False) -> None:
    """Set the page config and draw the menu, folded away if asked for; the first call of every page."""
    # A Material icon or an emoji would be fetched from another machine; this file is served by this one.
    sidebar: Literal["auto", "collapsed"] = "collapsed" if folded else "auto"
    _menu(title)
    st.set_page_config(f"{title} · legrun", str(ICON), layout="wide", initial_sidebar_state=sidebar)
    st.logo(str(ICON), size="large")
    st.html(NO_EMPTY_SIDEBAR)
    state.visit.notice_lost()
    opening.begin(state.address.read_once())
    if (page := state.today.goes_to()) is not None:
        # With parameters, even none: Streamlit (1.67) clears no address by itself while a widget writes into it.
        st.switch_page(page, query_params={})
    state.address.turn_to(title)
    # What is presented is another page to those who look at it.
    into_view.page_top(f"{title}, presented" if folded else title)
    if state.visit.was_lost():
        _say_that_the_visit_was_lost()


def _menu(title: str) -> None:
    """Draw the menu, and run the page that the address names where that is another than the one that is running.

    It stands in the top row; on a phone in the sidebar, which closes when a page is chosen. Streamlit (1.67) runs a
    server's first page by itself and every later one through `app.py`, so each page draws it. Pages have no icon:
    Streamlit would fetch it from another machine for the browser's tab.
    """
    pages = [st.Page(e.path, title=e.title, default=e is PAGES[0]) for e in PAGES]
    asked = st.navigation(pages, position="top")
    if asked.title != title:
        asked.run()
        st.stop()


def _say_that_the_visit_was_lost() -> None:
    """Say what happened to a page that stood open, and what was not kept."""
    here = "What the address holds" + (" and what was saved in your diary" if state.diary.kept() else "")
    st.warning(
        "Your visit ended while this page was open: legrun was restarted, or the page was offline for too long. "
        f"{here} is here again. Files that were dropped, and what was typed and not saved or downloaded, are gone.",
        icon=":material/history:",
    )
    st.button("Understood", on_click=state.visit.note_seen, key="visit_lost_seen", type="tertiary")


def today_button(label: str, take: Callable[[], None], *, icon: str, key: str, explained: str | None = None) -> None:
    """Draw a button that bases Today on something and goes there.

    What it does happens before the page is drawn again: a click on a page that is still being drawn counts too.
    """

    def go() -> None:
        take()
        state.today.go()

    st.button(label, on_click=go, icon=icon, key=key, help=explained)


def draw_footer() -> None:
    """Say that this is no medical advice, what is stored, and which model it is; the last call of every page."""
    nothing, diary = "The server stores nothing that you enter or upload.", "Nothing but your diary is stored."
    st.caption(
        "An estimate from published averages, with a wide range; not medical advice. Stop if pain is sharp or changes "
        f"how you move. {diary if state.diary.kept() else nothing} "
        f"Model {legrun.MODEL_VERSION}."
    )
    state.visit.clear_after_others()
