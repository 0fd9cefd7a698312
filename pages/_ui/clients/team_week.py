"""The week of all clients on one page, with what clashes."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from legrun.report.team_week import CLASHES, ClientWeek, days_of, week_html
from legrun.wording.markdown import escaped
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import grid, width
from pages._ui.state import roster as kept_roster

__all__ = ["week"]

SHOWN = 12
CLIENT_PX, DAY_PX = 115, 166  # what a page 1440 px wide has room for
MOST_ROWS = 24


def week(visit: RosterVisit) -> None:
    """Show everybody's next seven days once they are asked for: every session is judged at its own start."""
    if not visit.shown or not st.toggle("The week of all clients", key=kept_roster.WEEK, persist_state="session"):
        return
    place, weeks = st.empty(), []
    for each in visit.weeks():
        weeks.append(each)
        place.progress(len(weeks) / len(visit.shown), f"{len(weeks)} of {len(visit.shown)} weeks")
    place.empty()
    with width.wide("team_week"):
        _table(weeks, visit)
    with width.narrow("team_week"):
        _list(weeks, visit)
    clashes = [(each.day.name, text) for each in weeks for text in each.clashes]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            "The week to print", lambda: week_html(weeks, visit.now), file_name=f"week_{visit.now:%Y-%m-%d}.html",
            mime="text/html", on_click="ignore", key="roster_week_html", icon=":material/download:",
        )  # fmt: skip
        st.caption(f"{CLASHES.strip()} clashes; the arrow says what would fit." if clashes else "Nothing clashes.")
    for name, text in clashes[:SHOWN]:
        st.markdown(f"- **{escaped(name)}**: {escaped(text)}")
    if len(clashes) > SHOWN:
        st.caption(f"And {len(clashes) - SHOWN} more, in the page to print.")


def _table(weeks: Sequence[ClientWeek], visit: RosterVisit) -> None:
    """Show a row per client, a column per day."""
    days = days_of(visit.now)
    frame = pd.DataFrame(
        [
            [grid.cell([each.day.name], CLIENT_PX), *(grid.cell(each.words(date), DAY_PX) for date in days)]
            for each in weeks
        ],
        columns=["Client", *(f"{date:%a} {date.day} {date:%b}" for date in days)],
    )
    widths = {"Client": CLIENT_PX, **dict.fromkeys(frame.columns[1:], DAY_PX)}
    column = st.column_config.TextColumn
    st.dataframe(
        frame,
        hide_index=True,
        height=grid.height(min(len(weeks), MOST_ROWS)),
        column_config={name: column(width=px, pinned=name == "Client") for name, px in widths.items()},
        alt="A row per client, a column per day: what is planned, and what of it clashes.",
    )


def _list(weeks: Sequence[ClientWeek], visit: RosterVisit) -> None:
    """Show the same for a phone: a line per client, with the days that hold something."""
    days, lines = days_of(visit.now), []
    for each in weeks:
        held = [f"{date:%a} {'; '.join(words)}" for date in days if (words := each.words(date))]
        lines.append(f"**{escaped(each.day.name)}** · {escaped(' · '.join(held)) or 'nothing planned'}")
    st.markdown("\n\n".join(lines))
