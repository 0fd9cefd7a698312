"""A page to hand over: its form, how far it is while it is made, and the file."""

from __future__ import annotations

import streamlit as st

from legrun import report
from legrun.answering import Answer
from legrun.errors import LegrunError
from pages._ui import state
from pages._ui.shared import elements, making
from pages._ui.shared.language import choose_language

__all__ = ["hand_over", "handout_form"]


def hand_over(answer: Answer) -> None:
    """Offer the handout in a window of its own: a pop-up at the page's end has no room for its form."""
    asked = st.button("Handout", icon=":material/description:", key="hand_over")
    if state.handout.is_to_be_shown() or asked:
        _window(answer)


@st.dialog("Handout", width="medium")
def _window(answer: Answer) -> None:
    handout_form(answer)


def handout_form(answer: Answer, name: str | None = None) -> None:
    """Offer a page to hand over. It takes seconds to make, so it is asked for and then downloaded.

    `name` tells whose it is, on a page that has a language for clients; where it is not given both are asked for. A
    note is one person's, who signs it the same.
    """
    of = name or ""
    with st.form("handout"):
        can = "You can close this window; it is made meanwhile." if name is None else ""
        st.markdown(f"One page to send or print; its sliders work offline. {can}")
        keys = state.handout.KEYS
        language = state.language.chosen()
        columns = st.columns(2 if name is not None else 3)
        if name is None:
            name = columns[0].text_input("For (optional)", max_chars=80, key=keys["client"], persist_state="session")
            language = choose_language(columns[2], "Language")
        coach = columns[-2].text_input("From (optional)", max_chars=80, key=keys["coach"], persist_state="session")
        note = st.text_area(
            "Note (optional)", max_chars=report.NOTE_LIMIT, height=68, key=keys["note"] + of, persist_state="session"
        )
        asked = st.form_submit_button("Make the handout", icon=":material/description:")
    if asked:
        try:
            state.handout.begin(answer, of, client=name, coach=coach, note=note, language=language)
        except LegrunError as error:
            elements.fault(error)
    made = state.handout.of(answer.scenario, of, language)
    if made is not None:
        busy = not made.is_over
        st.fragment(_made, run_every=making.LOOK_AGAIN_S if busy else None)(made, looking=busy, in_window=not of)
    st.caption("Names and the note are in that file and nowhere else.")


def _made(made: state.handout.Made, *, looking: bool, in_window: bool) -> None:
    """Tell how far the page is, and offer it once it is made."""
    if made.batch is not None and not made.is_over:
        words = "Working out every position of its sliders"
        making.progress(made.batch, words, key="handout_cancel", cancel=state.handout.drop)
    elif looking:
        # Only a run of the whole page ends the looking, and would close the window.
        state.handout.show(in_window=in_window)
        st.rerun()
    else:
        _download(made)


def _download(made: state.handout.Made) -> None:
    try:
        page = made.page()
    except LegrunError as error:
        elements.fault(error)
        return
    st.download_button(
        "Download the handout",
        page,
        file_name=f"legrun_handout_{made.scenario.now:%Y-%m-%d}.html",
        mime="text/html",
        on_click="ignore",
        key="legrun_handout",
        icon=":material/download:",
    )
