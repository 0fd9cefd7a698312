"""A link, and files to take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legrun import report
from legrun.answering import Answer
from legrun.scenario import Scenario
from pages._ui import state

__all__ = ["link_to", "share"]


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
