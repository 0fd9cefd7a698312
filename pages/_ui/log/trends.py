"""The months behind a log: load, fitness and fatigue, soreness, sleep. Nothing is drawn until it is asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from statistics import median

import pandas as pd
import streamlit as st

from legrun import trends
from legrun.calibration import Calibration
from legrun.charts import (
    Figure,
    load_figure,
    load_table,
    sleep_figure,
    sleep_table,
    soreness_figure,
    soreness_table,
    trend_figure,
    trend_table,
)
from legrun.checks.daily import ForecastScore
from legrun.logs import Log
from legrun.scenario.hours import DAY
from legrun.wording.own_response import own_response_sentences
from legrun.wording.rounding import counted
from legrun.wording.track_record import known_sentences
from pages._ui.shared import cache, elements
from pages._ui.shared.links import source, sources

__all__ = ["look_back", "own_response", "track_record"]

SHOWN_MONTHS = 12


def own_response(calibration: Calibration) -> None:
    """Say whether the person's own response is used, by how much it is better, or how many ratings are missing."""
    icon = ":material/person_check:" if calibration.better else ":material/groups:"
    first, *rest = own_response_sentences(calibration)
    left = [f"{count} {reason}" for reason, count in calibration.left_out.items()]
    if left:
        rest.append(f"Ratings that say nothing of it: {', '.join(left)}.")
    st.markdown(f"{icon} **{first}** {' '.join(rest)} {source('calibration')}")


def track_record(score: ForecastScore) -> None:
    """Say how well the forecast has known the person, where there are ratings to tell."""
    if score.mornings:
        first, *rest = known_sentences(score)
        st.markdown(f":material/query_stats: **How well has it known you?** {first} {' '.join(rest)}")


def look_back(log: Log, at: dt.datetime, calibration: Calibration) -> None:
    """Offer the looks back over the months; none is made until it is asked for."""
    looks: dict[str, Callable[[Log, dt.datetime, Calibration], None]] = {
        "Weekly load": _load,
        "Fitness and fatigue": _trend,
        "Soreness": _soreness,
        "Sleep": _sleep,
    }
    st.subheader("Look back", anchor=False)
    chosen = st.radio(
        "Look back at", list(looks), index=None, horizontal=True, key="look_back", persist_state="session",
        label_visibility="collapsed",
    )  # fmt: skip
    if chosen is not None:
        looks[chosen](log, at, calibration)


def _within(first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
    """Ask for the months to show, and return the first and the last day of them."""
    months = pd.period_range(first, last, freq="M")
    if len(months) == 1:
        return first, last
    labels = [f"{month.start_time:%b %Y}" for month in months]
    shown = (labels[-min(SHOWN_MONTHS, len(labels))], labels[-1])
    # The key holds the ends: another log has other months.
    key = f"months_{labels[0]}_{labels[-1]}"
    begin, end = st.select_slider("Months", labels, shown, key=key)
    return months[labels.index(begin)].start_time.date(), months[labels.index(end)].end_time.date()


def _draw(shown: Figure, table: pd.DataFrame, name: str, caption: str, **named: str) -> None:
    elements.figure(shown, key=f"look_back_{name}")
    st.caption(caption)
    if named:
        sources(**named)
    if st.toggle("Show as a table", key="look_back_table", persist_state="session"):
        elements.dated_table(table, shown.alt_text)


def _load(log: Log, at: dt.datetime, calibration: Calibration) -> None:
    weeks, _ = cache.months(log, at)
    if not weeks:
        st.info("No session yet, so there is no load to show.", icon=":material/info:")
        return
    first, last = _within(weeks[0].monday, at.date())
    shown = [week for week in weeks if first <= week.monday + 6 * DAY and week.monday <= last]
    _draw(
        load_figure(shown),
        load_table(shown),
        "load",
        "Minutes × effort in AU (Foster 2001). The table has monotony (mean daily load over its standard deviation, of "
        "the sample, Foster 1998) and strain (load x monotony). They describe a week; no ratio of loads predicts "
        "injuries.",
        foster_2001="load",
        foster_1998="monotony and strain",
        frandsen_2025="ratios of loads and injuries",
    )
    facts = [*trends.fact_sentences(log.sessions, first, last, until=at), *trends.notes(log.sessions, until=at)]
    st.markdown("\n".join(f"- {line}" for line in facts))


def _trend(log: Log, at: dt.datetime, calibration: Calibration) -> None:
    _, trend = cache.months(log, at)
    if not trend.days.size:
        st.info("No session yet, so there is no trend to show.", icon=":material/info:")
        return
    first, last = _within(trend.days[0].item(), at.date())
    shown = trend.between(first, last)
    _draw(
        trend_figure(shown),
        trend_table(shown),
        "trend",
        "Fitness and fatigue: exponential averages of daily load over 42 and 7 days, alpha = 1 - exp(-1/days), started "
        "at zero, so fitness reads low for the first six weeks. Form: fitness less fatigue of the same day. Other "
        "tools take alpha = 1/days, or yesterday's form. It is a convention about months and says nothing about "
        "your legs today.",
        trend="fitness and fatigue",
    )


def _soreness(log: Log, at: dt.datetime, calibration: Calibration) -> None:
    forecasts = calibration.forecasts
    if not forecasts:
        st.info("No rating yet that a session explains. Rate a morning above.", icon=":material/info:")
        return
    first, last = _within(forecasts[0].time.date(), forecasts[-1].time.date())
    shown = [f for f in forecasts if first <= f.time.date() <= last]
    own = calibration.better
    inside = sum(f.is_inside(own=own) for f in shown)
    person = "your own response" if own else "the average person"
    _draw(
        soreness_figure(shown, own=own),
        soreness_table(shown, own=own),
        "soreness",
        f"Dot: your rating. Line and bar: the forecast from {person} and earlier ratings, with the range for four in "
        f"five ratings; {inside} of {len(shown)} lie within it.",
    )


def _sleep(log: Log, at: dt.datetime, calibration: Calibration) -> None:
    nights = {day: hours for day, hours in log.sleep_h.items() if day <= at.date()}
    if not nights:
        st.info("No night in the files. Type sleep into the check-ins above.", icon=":material/info:")
        return
    first, last = _within(min(nights), max(nights))
    shown = {day: hours for day, hours in nights.items() if first <= day <= last}
    hours: Sequence[float] = list(shown.values())
    count = f"{counted(len(shown), 'night')}, the middle one of {median(hours):.1f} h. " if hours else ""
    _draw(
        sleep_figure(shown),
        sleep_table(shown),
        "sleep",
        f"{count}Dashed: 7 h; each hour less lowers the score.",
        **{"score.sleep": "sleep and the score"},
    )
