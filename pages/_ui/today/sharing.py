"""A link, files and a page to hand over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legrun import report
from legrun.answering import Answer
from legrun.errors import LegrunError
from legrun.scenario import Scenario
from pages._ui import state
from pages._ui.shared import elements
from pages._ui.shared.language import choose_language

__all__ = ["hand_over", "handout_form", "link_to", "share"]


def share(answer: Answer) -> None:
    """Offer the link and the downloads, made only when they are asked for."""
    if st.button("Share and download", icon=":material/ios_share:", key="share"):
        _share(answer)


@st.dialog("Share and download", width="medium")
def _share(answer: Answer) -> None:
    link_to("", answer.scenario)
    row = st.container(horizontal=True)
    _download(row, "Hours as CSV", lambda: report.week_csv(answer), "legrun_week.csv", "text/csv")
    _download(
        row,
        "Windows as calendar",
        lambda: report.week_ics(answer, stamp=dt.datetime.now(dt.UTC)),
        "legrun_week.ics",
        "text/calendar",
    )
    # The chart's own toolbar gives a PNG, but no drawing that can be enlarged.
    _download(row, "Chart as SVG", lambda: report.week_svg(answer), "legrun_week.svg", "image/svg+xml")


def hand_over(answer: Answer) -> None:
    """Offer the handout in a window of its own: a pop-up at the page's end has no room for its form."""
    if st.button("Handout", icon=":material/description:", key="hand_over"):
        _hand_over(answer)


@st.dialog("Handout", width="medium")
def _hand_over(answer: Answer) -> None:
    handout_form(answer)


def link_to(page: str, scenario: Scenario) -> None:
    """Show the link that opens a page on a scenario, with the planned week where there is one."""
    made, note = state.address.share_query(scenario)
    root = str(st.context.url or "").split("?")[0].rstrip("/").removesuffix(f"/{page}") or "http://localhost:8501"
    st.code(f"{root}/{page}?{made}", language=None, wrap_lines=True)
    st.caption(
        "Opens this on any legrun. Browsers and proxies keep addresses; names, notes and warning signs are never in "
        f"one. {note or ''}"
    )
    if missing := _not_in_link(scenario):
        st.caption(f":material/link_off: Not in the link: {' and '.join(missing)}.")


def _not_in_link(scenario: Scenario) -> list[str]:
    """Return what a scenario holds that no link tells, by intent."""
    tired = any(each.time == scenario.now and each.fatigue is not None for each in scenario.check_ins)
    held = {"what you ticked as wrong": bool(scenario.flags), "your overall fatigue": tired}
    return [name for name, is_there in held.items() if is_there]


def _download(place: DeltaGenerator, label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """Draw a button whose file is made when it is clicked, without a rerun."""
    place.download_button(
        label, make, file_name=name, mime=mime, on_click="ignore", key=name, icon=":material/download:"
    )


def handout_form(answer: Answer, name: str | None = None) -> None:
    """Offer a page to hand over. It takes seconds to make, so it is asked for and then downloaded.

    `name` tells whose it is, on a page that has a language for clients; where it is not given both are asked for. A
    note is one person's, who signs it the same.
    """
    of = name or ""
    with st.form("handout"):
        st.markdown("One page to send or print; its sliders work offline.")
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
        _make(answer, name, coach, note, language, of)
    page = state.handout.page_of(answer.scenario, of, language)
    if page is not None:
        st.download_button(
            "Download the handout",
            page,
            file_name=f"legrun_handout_{answer.scenario.now:%Y-%m-%d}.html",
            mime="text/html",
            on_click="ignore",
            key="legrun_handout",
            icon=":material/download:",
        )
    st.caption("Names and the note are in that file and nowhere else.")


def _make(answer: Answer, client: str, coach: str, note: str, language: str, of: str) -> None:
    """Make the page, telling how far it is."""
    words = "Working out every position of its sliders …"
    bar = st.progress(0.0, words)
    signed = {"client": client, "coach": coach, "note": note, "language": language}
    try:
        page = report.handout(answer, **signed, progress=lambda share: bar.progress(share, words))
    except LegrunError as error:
        elements.fault(error)
    else:
        state.handout.keep(answer.scenario, of, language, page)
    bar.empty()
