"""The last weeks out of the diary: what was advised, what was run, what was felt the morning after."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from legrun.diary.review import ReviewedDay, review, track_record
from legrun.errors import DiaryError
from legrun.logs import Log
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.rounding import effort_text
from pages._ui import state

__all__ = ["last_weeks"]

DAYS = 28


def last_weeks(log: Log) -> None:
    """Show the last four weeks, where mornings were saved."""
    kept = state.diary.kept()
    if kept is None:
        return
    try:
        advised = kept.diary.advised(state.diary.ME)
    except DiaryError as error:
        st.warning(str(error), icon=":material/warning:")
        return
    days = review(log, advised, state.clock.visit_hour(), DAYS)
    if not days:
        return
    st.subheader("Advised, done, felt", anchor=False)
    rated, expected = track_record(days)
    st.caption(
        "The last four weeks of mornings that you saved on Today. "
        + (
            f"Of {rated} rated mornings after, {expected} were within the 80 % range that was expected."
            if rated
            else "No morning after has been rated yet."
        )
    )
    st.dataframe(
        pd.DataFrame([_row(day) for day in days]),
        hide_index=True,
        column_config={"Day": st.column_config.DateColumn(format="ddd D MMM YYYY")},
        alt=f"Advice, runs and soreness of {len(days)} days, newest first.",
    )


def _row(day: ReviewedDay) -> dict[str, object]:
    advised = day.advised
    ran = ", ".join(f"{run.minutes:.0f} min, effort {effort_text(run.rpe)}" for run in day.runs) or "no run"
    verdict = {None: "", True: " (within the limits)", False: " (more than advised)"}[day.is_within_limits]
    pairs = advised.limits or (((advised.max_rpe, advised.max_minutes),) if advised.max_minutes else ())
    shown = dict.fromkeys((*pairs[:1], *pairs[-1:]))
    limits = "".join(f", {minutes:.0f} min at effort {effort:g}" for effort, minutes in shown)
    surprise = {None: "", True: "as expected", False: "not as expected"}[day.is_as_expected]
    return {
        "Day": advised.asked.date(),
        "Advised": f"{VERDICT_NAMES[advised.verdict]}{limits}",
        "Done": ran + verdict,
        "Expected soreness": f"{advised.soreness:.1f} ({advised.soreness_low80:.1f} to {advised.soreness_high80:.1f})",
        "Felt": "not rated" if day.felt is None else f"{day.felt:g}, {surprise}",
        "Model": advised.model,
    }
