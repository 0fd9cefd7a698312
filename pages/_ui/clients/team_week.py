"""The week of all clients on one page, with what clashes."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from legrun.report.team_week import CLASHES, days_of, week_html
from legrun.wording.markdown import escaped
from pages._ui.clients.visit import RosterVisit
from pages._ui.state import roster as kept_roster

__all__ = ["week"]

SHOWN = 12
ROW_PX, MOST_ROWS, DAY_PX = 35, 24, 165


def week(visit: RosterVisit) -> None:
    """Show everybody's next seven days once they are asked for: every session is judged at its own start."""
    if not visit.shown or not st.toggle("The week of all", key=kept_roster.WEEK, persist_state="session"):
        return
    place, weeks = st.empty(), []
    for each in visit.weeks():
        weeks.append(each)
        place.progress(len(weeks) / len(visit.shown), f"{len(weeks)} of {len(visit.shown)} weeks")
    place.empty()
    days = days_of(visit.now)
    frame = pd.DataFrame(
        [[each.day.name, *(each.words(date) for date in days)] for each in weeks],
        columns=["Client", *(f"{date:%a} {date.day} {date:%b}" for date in days)],
    )
    st.dataframe(
        frame,
        hide_index=True,
        height=ROW_PX * (min(len(weeks), MOST_ROWS) + 1) + 3,
        column_config={
            "Client": st.column_config.TextColumn(width=120, pinned=True),
            **{name: st.column_config.TextColumn(width=DAY_PX) for name in frame.columns[1:]},
        },
        alt="A row per client, a column per day: what is planned, and what of it clashes.",
    )
    clashes = [(each.day.name, date, text) for each in weeks for date, text in each.clashes]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "The week to print", lambda: week_html(weeks, visit.now), file_name=f"week_{visit.now:%Y-%m-%d}.html",
            mime="text/html", on_click="ignore", key="roster_week_html", icon=":material/download:",
        )  # fmt: skip
        st.caption(f"{CLASHES.strip()} clashes; the arrow says what would fit." if clashes else "Nothing clashes.")
    for name, date, text in clashes[:SHOWN]:
        st.markdown(f"- **{escaped(name)}**, {date:%a}: {escaped(text)}")
    if len(clashes) > SHOWN:
        st.caption(f"And {len(clashes) - SHOWN} more, in the page to print.")
