"""A planned week on the page: its picture, its clashes and minutes, why here, files to take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legrun.charts import calendar_figure, hours_before, starts_figure, week_figure
from legrun.evidence import claims
from legrun.report import plan_csv, plan_html, plan_ics
from legrun.scenario import Scenario
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import WeekPlan
from legrun.week.adding import volume_sentence
from legrun.week.plan import sent_to_today
from legrun.week.review import PlanReview
from legrun.week.starts import start_alternatives
from legrun.wording.score import rounded_score
from pages._ui import state
from pages._ui.shared import elements, shell, width
from pages._ui.shared.links import sources
from pages._ui.today import sharing

__all__ = ["chart", "clashes", "picture", "problems", "take_along", "volume", "why_here"]

STRENGTH_CLAIM = 27
# How long before a session its calendar reminds of it.
ALARMS = {
    "None": None,
    "30 min before": dt.timedelta(minutes=30),
    "2 h before": dt.timedelta(hours=2),
    "12 h before": dt.timedelta(hours=12),
}
EIGHT_WEEKS = "Calendar, 8 weeks (ICS)", 8
CALENDARS = (
    "Calendars hold single events at your local time. A run over its limit is named so and entered as tentative; the "
    "verdicts are those of today."
)


def picture(review: PlanReview) -> None:
    """Draw the calendar; a phone has no room for seven days and shows the list of sessions alone."""
    with width.wide("calendar"):
        elements.figure(calendar_figure(review), key="plan_calendar")
        st.caption(
            "Bar: true length, in the colour of the verdict at its start; number: recovery then. Red: over a limit or "
            "against a rule. Dark day: rest day. ★: key session."
        )


def clashes(review: PlanReview) -> None:
    """Name every conflict; say so where there is none."""
    if review.clashes:
        with st.expander(_clash_words(review), icon=":material/warning:", expanded=True):
            st.markdown("\n".join(f"- {clash.text}" for clash in review.clashes))
    elif any(reviewed.is_run for reviewed in review.sessions):
        st.success("Every run fits.", icon=":material/check_circle:")


def _clash_words(review: PlanReview) -> str:
    count = len(review.clashes)
    runs = len({reviewed.item for reviewed in review.sessions if reviewed.clashes})
    return f"{count} {'conflict' if count == 1 else 'conflicts'}" + (f", {runs} runs" if runs > 1 else "")


def problems(rows: Sequence[str], plan: WeekPlan) -> None:
    """Name the incomplete rows, and let them be deleted; the others, which make the plan, count."""
    if rows:
        with st.container(border=True):
            st.markdown(":material/error: These rows are left out until mended:")
            for each in rows:
                st.text(each)
            label = "Delete these rows" if len(rows) > 1 else "Delete the row"
            st.button(label, key="plan_drop", icon=":material/delete:", on_click=state.plan.delete_rows, args=(plan,))


def volume(review: PlanReview, today: Scenario) -> None:
    """Say what the week comes to, and which of two weeks the verdicts are of."""
    st.markdown(volume_sentence(review.plan, today))
    second = any(reviewed.week for reviewed in review.sessions)
    note = "The week repeats; each session shows its worse week. " if second else ""
    claim = claims()[STRENGTH_CLAIM]
    st.caption(f"{note}Why leg day stays in a runner's week: {claim.verdict} Evidence: {claim.grade}.")
    named = {f"claim-{STRENGTH_CLAIM}": "leg day in a runner's week", "gates": "rules", "caps": "limits"}
    sources(**named, planner="the arranger")


def chart(review: PlanReview, *, rested: bool) -> None:
    """Draw the week chart with all sessions, and its table."""
    answer = review.answer
    st.subheader("The curves behind it", anchor=False)
    ghost = state.ghost.before(answer.scenario, "plan")
    start = "The week begins" if rested else "Now"
    shown, drawn = week_figure(answer, before=answer.before(hours_before(answer)), ghost=ghost, start=start)
    state.ghost.keep(answer.scenario, drawn, "plan")
    elements.figure(shown, key="plan_week")
    elements.week_explained(answer, shown, key="plan_week_table", words=review.course_words)


def why_here(plan: WeekPlan, today: Scenario) -> None:
    """Let a session be picked, and show its recovery at every start of the week."""
    st.subheader("Why here?", anchor=False)
    names = {
        number: f"{session_name(item.session)}, {item.session.start:%a %H:%M}" for number, item in enumerate(plan.items)
    }
    chosen = st.selectbox(
        "Session to look at", list(names), index=None, format_func=names.__getitem__,
        key=state.choices.held("plan_why"),
        placeholder="Its recovery at every start of the week",
    )  # fmt: skip
    if chosen is None or chosen not in names:
        return
    alternatives = state.plan.seen_starts(plan, chosen, today) or start_alternatives(plan, chosen, today)
    state.plan.keep_starts(plan, chosen, today, alternatives)
    elements.figure(starts_figure(alternatives), key="plan_starts")
    what = "Recovery at the key run that a leg day at each start hits most" if alternatives.of_runs else (
        "Recovery at each start"
    )  # fmt: skip
    everywhere = "; ".join(alternatives.everywhere)
    beside = f", beside what is broken at every start ({everywhere})" if everywhere else ""
    st.caption(
        f"{what}; all other sessions stay. The box marks its present start. Faint: a rule would be broken{beside}."
    )
    if st.toggle("Show as a table", key="plan_starts_table"):
        rows = [
            {"Day": f"{p.start:%a %d}", "Start": f"{p.start:%H:%M}", "Recovery": rounded_score(p.recovery),
             "Verdict": VERDICT_NAMES[p.verdict], "Rule broken": p.rule}
            for p in alternatives.starts
        ]  # fmt: skip
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="Recovery, verdict and rule at every start of the week.")


def take_along(plan: WeekPlan, today: Scenario, review: PlanReview) -> None:
    """Offer the plan as files and as a link, and send its next run to Today."""
    st.subheader("Take it along", anchor=False)
    row = st.container(horizontal=True, vertical_alignment="bottom")
    _send(row, plan, today, review)
    alarm = row.selectbox("Reminder in the calendar", list(ALARMS), key="plan_alarm", width=180)
    files = st.container(horizontal=True)
    for label, weeks in (("Calendar (ICS)", 1), *([EIGHT_WEEKS] if plan.repeats else [])):
        make = partial(_calendar, review, weeks, ALARMS[alarm])
        _download(files, label, make, f"{_file_name(plan, weeks)}.ics", "text/calendar")
    _download(files, "Table (CSV)", partial(plan_csv, review), f"{_file_name(plan)}.csv", "text/csv")
    _download(files, "Page to print (HTML)", partial(plan_html, review), f"{_file_name(plan)}.html", "text/html")
    st.caption(CALENDARS)
    if st.toggle("Show the link", key="plan_link"):
        sharing.link_to("week", review.answer.scenario if plan.stands_on(today) else today)


def _file_name(plan: WeekPlan, weeks: int = 1) -> str:
    return f"legrun_{f'{weeks}_weeks' if weeks > 1 else 'week'}_{plan.first:%Y-%m-%d}"


def _calendar(review: PlanReview, weeks: int, alarm: dt.timedelta | None) -> bytes:
    return plan_ics(review, weeks=weeks, stamp=dt.datetime.now(dt.UTC), alarm=alarm)


def _download(place: DeltaGenerator, label: str, make: Callable[[], bytes], name: str, mime: str) -> None:
    """Draw a button whose file is made when it is clicked, without a rerun."""
    place.download_button(
        label, make, file_name=name, mime=mime, on_click="ignore", key=f"plan_{label}", icon=":material/download:"
    )


def _send(row: DeltaGenerator, plan: WeekPlan, today: Scenario, review: PlanReview) -> None:
    stands_on = plan.stands_on(today)
    run = review.next_run(max(today.now, review.answer.scenario.now) if stands_on else today.now)
    if run is None and not stands_on:  # a week that is over, looked at once more
        run = review.next_run(dt.datetime.min)
    if run is None:
        return
    start = run.session.start
    # Of a week on what was done, the table may tell of the run's later week: its date says so.
    date = f" {start.day} {start:%b}" if stands_on and run.week else ""
    name = f"{start:%A}{date}"
    before = "" if stands_on else ", as it repeats" if plan.repeats else ", from rested legs"
    with row:
        shell.today_button(
            f"Send {name}'s run to Today",
            lambda: state.today.adopt_run(
                sent_to_today(plan, today, run.item.session, run.week),
                f"your plan{before}",
                today,
            ),
            icon=":material/send:",
            key="plan_send",
            explained="Today then shows the plan's next run as this table has it. Back to my inputs brings yours back.",
        )
