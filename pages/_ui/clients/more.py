"""What else there is about one client: the trend, their own response, a page to hand over, rows with problems."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pandas as pd
import streamlit as st

from legrun.answering import Answer
from legrun.calibration import Calibration
from legrun.charts import load_figure, load_table, soreness_figure, soreness_table, trend_figure, trend_table
from legrun.charts.mornings import mornings_figure, mornings_table
from legrun.logs import Log
from legrun.logs.tables import problem_rows
from legrun.report.team_week import ClientWeek
from legrun.roster import Morning
from legrun.roster.names import name_key
from legrun.roster.sessions.text import session_text
from legrun.scenario import Session
from legrun.trends import daily_load, notes, trend, weeks
from legrun.wording.languages import moment
from legrun.wording.markdown import escaped
from legrun.wording.own_response import what_it_lacks
from legrun.wording.rounding import capitalised
from pages._ui import state
from pages._ui.clients.handouts import NO_PAGE
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import elements as show
from pages._ui.state import roster as kept_roster
from pages._ui.today.handout import handout_form

__all__ = ["more"]

HANDOUT, WEEK, MORNINGS, TREND = "Handout", "Week", "Four weeks", "Trend"
OWN, ROWS = "Own response", "Rows left out"


def more(visit: RosterVisit, row: Morning, answered: Answer, log: Log) -> None:
    """Offer closer looks at a client; none is made until it is asked for."""
    looks = [
        HANDOUT,
        WEEK,
        *([MORNINGS] if log.check_ins else []),
        *([TREND] if log.sessions else []),
        *([OWN] if log.check_ins else []),
    ]
    looks += [ROWS] if log.problems else []
    chosen = st.radio("More about this client", looks, index=None, horizontal=True, key=kept_roster.MORE)
    if chosen == HANDOUT and row.state in NO_PAGE:
        st.caption("There is no verdict to hand over: send the message above.")
    elif chosen == HANDOUT:
        handout_form(answered, row.day.name)
    elif chosen == WEEK:
        _week(visit.week_of(row.day.client))
        _arrange(visit, row)
    elif chosen == MORNINGS:
        _mornings(visit, row)
    elif chosen == TREND:
        _trend(row, log)
    elif chosen == OWN:
        _own_response(visit.own_response(row.day.client))
    elif chosen == ROWS:
        st.dataframe(pd.DataFrame(problem_rows(log)), hide_index=True, alt=f"{len(log.problems)} rows not used.")


def _week(week: ClientWeek) -> None:
    """Show the next seven days as they are planned, each session judged at its own start."""
    if not week.review.sessions:
        st.caption("Nothing is planned for the next seven days.")
        return
    rows = [
        {
            "When": moment(each.session.start),
            "Session": session_text(_untimed(each.item.session)),
            "At its start": each.outcome,
        }
        for each in week.review.sessions
    ]
    st.dataframe(pd.DataFrame(rows), hide_index=True, alt=f"{len(rows)} planned sessions, and what each meets.")
    for text in week.clashes:
        st.caption(escaped(text))


def _untimed(session: Session) -> Session:
    """Return a session without its clock, which stands in a column of its own."""
    return replace(session, start=dt.datetime.combine(session.start.date(), dt.time()))


def _arrange(visit: RosterVisit, row: Morning) -> None:
    """Offer to plan the client's week on the Week page, from where it is kept in the roster."""
    week, name = visit.week_of(row.day.client), row.day.name
    scenario = row.day.scenario

    def begin() -> None:
        own = replace(scenario, planned=None)
        state.clients_week.begin(name_key(name), name, own, week.review.plan)
        state.today.go("pages/week.py")

    closed = bool(scenario.red_flags) or row.day.all_lost or not week.is_whole
    st.button(
        "Arrange on Week", key="client_week", icon=":material/calendar_month:", on_click=begin, disabled=closed,
        help="Edit it, or let it be arranged, and keep it for this client: the roster that you save has it.",
    )  # fmt: skip
    if not week.is_whole:
        st.caption("More sessions are planned than a week there holds, so it is not opened: some would be lost.")


def _mornings(visit: RosterVisit, row: Morning) -> None:
    """Show four weeks of soreness, sleep, load and verdicts on one chart."""
    with st.spinner("Working out 28 mornings"):
        marks = visit.four_weeks(row.day.client)
    show.figure(mornings_figure(marks), key="client_mornings")
    st.caption("Squares: what was allowed, by what was known that morning. Bars: load, minutes × effort, on the right.")
    if st.toggle("Show as a table", key="client_mornings_table"):
        st.dataframe(mornings_table(marks), hide_index=True, alt="The last 28 mornings, newest first.")


def _trend(row: Morning, log: Log) -> None:
    """Show the load of every week, and fitness, fatigue and form."""
    until = row.day.scenario.now
    by_week, daily = weeks(log.sessions, until=until), trend(daily_load(log.sessions, until=until))
    st.caption("Load is minutes × effort (AU). Fitness and fatigue are its means over 42 and 7 days; form is the gap.")
    left, right = st.columns(2)
    with left:
        show.figure(load_figure(by_week), key="client_load")
    with right:
        show.figure(trend_figure(daily), key="client_trend")
    for note in notes(log.sessions, until=until):
        st.caption(note)
    if st.toggle("Show as tables", key="client_trend_tables"):
        show.dated_table(load_table(by_week), "Load by week and kind, newest first.")
        show.dated_table(trend_table(daily), "Fitness, fatigue and form, newest first.")


def _own_response(own: Calibration) -> None:
    """Say how this client reacts, beside the average person, and whether that predicts any better."""
    if own.errors is None or own.missing:
        st.markdown(f"Not enough ratings yet: {own.missing} more after leg days or long runs, and it can be judged.")
    else:
        errors = own.errors
        better = "It predicts unseen ratings better" if own.better else capitalised(what_it_lacks(own, "their"))
        st.markdown(
            f"**{better}**: {errors.own:.1f} points off on ratings it had not seen, the average person "
            f"{errors.default:.1f}, \u201csame as last time\u201d {errors.last:.1f}, their own mean {errors.mean:.1f}."
        )
    if own.forecasts:
        show.figure(soreness_figure(own.forecasts, own=own.better), key="client_soreness")
        if st.toggle("Show as a table", key="client_soreness_table"):
            show.dated_table(soreness_table(own.forecasts, own=own.better), "Every rating and what was expected.")
        st.caption("Dot: the rating. Line and bar: what was expected, with the range for four in five ratings.")
    st.caption("The morning view uses the average person, or the response that the roster's own rows hold.")
