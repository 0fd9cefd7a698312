"""One client of the roster: Today's view for them, what to send, and what their log says."""

from __future__ import annotations

import datetime as dt
from functools import partial

import streamlit as st

from legrun.answering import Answer
from legrun.roster import Morning
from legrun.roster.alerts import TYPED
from legrun.scenario.week_plan import WEEK
from legrun.wording.languages import short_date
from legrun.wording.markdown import escaped
from legrun.wording.rounding import counted
from legrun.wording.score import rounded_score
from pages._ui import state
from pages._ui.clients import absence
from pages._ui.clients.more import more
from pages._ui.clients.visit import RosterVisit
from pages._ui.compare import pins
from pages._ui.shared import elements as show
from pages._ui.shared import shell
from pages._ui.state import roster as kept_roster

__all__ = ["choose", "client"]

# Today answers for what is entered there; what it cannot know of stands in the line that names its base.
OPENED_AS = {
    "ask": "the log of a client who must be asked first",
    "away": "the log of a client who is away, ill or injured",
}


def choose(visit: RosterVisit) -> int | None:
    """Ask which client to open."""
    names = {client: visit.roster.clients[client] for client in (*visit.shown, *range(len(visit.roster.clients)))}
    chosen: int | None = st.selectbox(
        "Open a client",
        list(names),
        index=None,
        format_func=names.__getitem__,
        placeholder="Choose or type a name",
        key=kept_roster.OPENED,
    )
    with st.container(horizontal=True):
        for label, step, icon in (("Previous", -1, "chevron_left"), ("Next", 1, "chevron_right")):
            st.button(
                label, key=f"roster_{label.lower()}", icon=f":material/{icon}:", disabled=chosen is None,
                on_click=partial(kept_roster.move_opened, visit, step),
            )  # fmt: skip
    return chosen


def client(visit: RosterVisit, number: int) -> None:
    """Show one client."""
    row, answered, log = visit.opened(number)
    scenario = row.day.scenario
    _title(visit, row)
    for alert in row.alerts:
        st.markdown(f":material/priority_high: {escaped(alert.text)}")
    new = visit.since_yesterday(number)
    st.markdown(f"**Since yesterday**: {escaped('; '.join(new)) if new else 'nothing new'}.")
    if row.day.note:
        st.caption(f"Your note: {escaped(row.day.note)}")
    _told_before(visit, row)
    if row.day.unconfirmed:
        names = ", ".join(f"{_day(s.start.date(), scenario.now)} {s.style or s.kind}" for s in row.day.unconfirmed)
        st.caption(f"Counted as planned, not confirmed: {names}.")
    _verdict(row, answered, of=f"client {number}")
    _message(row)
    st.caption(
        f"{log.summary.partition(': ')[2]}. Experience of leg days: {scenario.athlete.experience} "
        f"({row.day.experience_reason})."
    )
    more(visit, row, answered, log)


def _told_before(visit: RosterVisit, row: Morning) -> None:
    """Say since when something feels wrong, where that was not said today."""
    now, told = row.day.scenario.now, row.day.entry.complaint
    day = visit.roster.complained(row.day.client, now)
    if day is None or day >= now.date() or told.is_clear or told != visit.roster.complaint(row.day.client, now):
        return
    ago = counted((now.date() - day).days, "day")
    st.caption(f"What feels wrong was said on {short_date(day)}, {ago} ago. It holds until the next check-in.")


def _day(day: dt.date, now: dt.datetime) -> str:
    """Return a day that is over: by its weekday within the last week, else by its date too."""
    return f"{day:%a}" if now.date() - day < WEEK else short_date(day)


def _title(visit: RosterVisit, row: Morning) -> None:
    """Show the name, and offer what may be done with the client."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"### {escaped(row.day.name)}")
        told = "With every slider, the options and what would help. The name stays here."
        # What Today shows of it may be shared by its link, so no name goes with it.
        take = partial(state.today.adopt, row.day.scenario, OPENED_AS.get(row.state, "a client's log"), is_log=True)
        shell.today_button("Open on Today", take, icon=":material/open_in_new:", key="roster_today", explained=told)
        pins.pin_button(row.day.scenario)
        absence.ask(visit, row)
        _remove(visit, row)


def _verdict(row: Morning, answered: Answer, *, of: str) -> None:
    """Show the verdict with the week, or why there is none."""
    scenario = row.day.scenario
    if row.day.all_lost:
        st.warning("Not one row of this client could be read, so there is no verdict.", icon=":material/report:")
    elif row.state == "away" and row.day.absence is not None:
        st.info(f"{row.day.absence.short}: no verdict, and nothing to run.", icon=":material/event_busy:")
    elif scenario.red_flags:
        show.stop_words(scenario.red_flags, "Told")
    elif row.state == "ask":
        _ask_first(row)
        # Folded: what holds only if it is nothing must not be the first that is read.
        with st.expander(row.limit):
            _card(row, answered, of=of)
    else:
        _card(row, answered, of=of)


def _card(row: Morning, answered: Answer, *, of: str) -> None:
    """Show the verdict with the week, and what is not known of this morning."""
    show.safety(row.day.scenario)
    if row.day.entry.soreness is None:
        _not_rated(row)
    card, chart = st.columns([5, 7])
    with card:
        show.verdict_card(answered)
    with chart:
        show.week(answered, of=of)


def _ask_first(row: Morning) -> None:
    """Say what is to be asked, and how the verdict comes back."""
    words = row.day.entry.complaint.words
    asked = [f"what \u201c{escaped(typed)}\u201d under {TYPED[cell]} is to say" for cell, typed in row.day.doubtful]
    if row.day.entry.complaint.unknown:
        asked.insert(0, f"about \u201c{escaped(words)}\u201d")
    st.warning(
        f"Ask first {', and '.join(asked)}. Then put the cell right under *Enter check-ins and plans*: empty it where "
        "it is nothing. Until then there is no handout, and what follows is folded.",
        icon=":material/contact_support:",
    )


def _remove(visit: RosterVisit, row: Morning) -> None:
    """Offer to take the client out of the roster, once it is confirmed."""
    with st.popover("Take out", icon=":material/person_remove:"):
        name = escaped(row.day.name)
        st.markdown(f"Takes **{name}** out, with every row, check-in and note, here and in the roster that you save.")
        st.button(
            "Take this client out", key="roster_remove", icon=":material/delete:",
            on_click=partial(_take_out, visit, row.day.client),
        )  # fmt: skip


def _take_out(visit: RosterVisit, client: int) -> None:
    visit.remove(client)
    kept_roster.let_go()


def _not_rated(row: Morning) -> None:
    low, high = (rounded_score(edge) for edge in row.range80 or (0.0, 100.0))
    st.info(
        f"No check-in today. What follows is from the log alone; with legs unrated, recovery may be anywhere from "
        f"about {low} to {high}.",
        icon=":material/help:",
    )


def _message(row: Morning) -> None:
    st.caption("To send, with the button at its corner")
    st.code(row.message(state.language.chosen()), language=None, wrap_lines=True)
