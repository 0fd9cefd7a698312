"""How forms and sheets are read: which column holds what, and on which scale people rated."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from legrun.logs.fields.scores import NO_RATING
from legrun.roster.forms.decisions import EVERY, LEGS
from legrun.roster.forms.form import RULES, Form, choice_key
from legrun.roster.forms.parts import SORENESS
from legrun.roster.forms.roles import ROLES
from legrun.roster.forms.shaped import SHAPES
from legrun.wording.markdown import escaped
from legrun.wording.rounding import counted
from pages._ui import state
from pages._ui.clients.visit import RosterVisit
from pages._ui.shared import units
from pages._ui.shared.columns import choose_columns
from pages._ui.state import roster as kept_roster

__all__ = ["columns_asked", "columns_read", "scales"]

LABELS = {
    "athlete": ("Athlete", "Who answers, or whose row it is."),
    "time": ("When answered", "The form's timestamp."),
    "date": ("Day", "The day that the row is of, where it is not the day of the answer."),
    "soreness": ("Soreness", "Any scale, words or faces; how it is read is shown, or asked."),
    "fatigue": (
        "Overall fatigue",
        "Optional. Any scale or words whose ends the header tells; it only lowers a verdict.",
    ),
    "sleep": ("Hours slept", "7.5, 7,5, 7h30 or 7:30; not a rating of how good it was."),
    "wrong": ("Pain or injury", "Yes and no, or words; a rating is quoted for you to read."),
    "ill": ("Illness", "Yes and no, or words, where it is a question of its own."),
    "where": ("More about it", "Where it hurts, in words."),
    "plan": ("Plan", "As text: Easy 40 min, Legs 60min RPE8, 5x1000 m."),
    "planned_minutes": ("Planned minutes", None),
    "planned_rpe": ("Planned effort", None),
    "done": ("Done", "What was done that day, or yesterday where the header says so."),
    "done_minutes": ("Minutes done", None),
    "done_rpe": ("Effort of it", "Any scale, or words."),
    "session_at": ("Hour of the session", "18:30, 6 pm, 18h30; of the plan where there is one."),
    "distance": ("Kilometres or miles", "Of the run, where its minutes are not told."),
    "note": ("Note", None),
}
LACKS = {
    "athlete": "who each row is of",
    "day": "which day it is of",
    "week": "which week the weekdays are of",
    "answers": "which column holds soreness, sleep, a complaint or a session",
    "order": "which number of its dates is the day",
}
# The columns that may tell what is lacking.
FOR_LACK = {
    "athlete": ("athlete",),
    "day": ("time", "date"),
    "answers": ("soreness", "sleep", "wrong", "plan", "done"),
}
PREVIEW_ROWS, ACROSS = 5, 4
Take = Callable[[Mapping[str, str]], None]


def columns_asked(forms: Sequence[Form], take: Take) -> None:
    """Ask for the columns of files of which too little is known to read them."""
    for place, form in enumerate(forms):
        if form.missing:
            lacks = " and ".join(LACKS[name] for name in form.missing)
            st.markdown(f":material/help: **{escaped(form.table.name)}**: say {lacks}.")
            _columns(form, place, take)


def _order(form: Form, place: int, take: Take) -> None:
    """Ask which number of a date is the day, with both readings of a real one."""
    if form.open_order is None:
        return
    text, *ways = form.open_order
    with st.container(horizontal=True, vertical_alignment="center", border=True):
        st.markdown(f":material/calendar_month: **When is \u201c{escaped(text)}\u201d?** Day and month may be either.")
        for order, way in zip(("dmy", "mdy"), ways, strict=True):
            if st.button(way, key=f"roster_order_{place}_{form.table.signature}_{order}"):
                take({choice_key(form.table, "order"): order})
                st.rerun()


def columns_read(visit: RosterVisit) -> None:
    """Show how forms and sheets are read, to be changed."""
    if not visit.forms:
        return
    count, waiting = len(visit.forms), sum(bool(form.missing) for form in visit.forms)
    label = (
        f"{waiting} of {counted(count, 'file')} cannot be read yet"
        if waiting
        else f"How {counted(count, 'file')} {'were' if count > 1 else 'was'} read"
    )
    unsure = waiting or any(_has_no_rating(form) or form.unread_complaints for form in visit.forms)
    with st.expander(label, expanded=bool(unsure), icon=":material/table_view:"):
        st.caption(RULES)
        for place, form in enumerate(visit.forms):
            lacks = " and ".join(LACKS[name] for name in form.missing)
            said = f"say {lacks}" if lacks else f"{SHAPES[form.shaped.shape]}, {len(form.sheet.numbers):,} entries"
            st.markdown(f"**{escaped(form.table.name)}**: {said}.")
            if form.unread_complaints:
                named = ", ".join(f"\u201c{escaped(label)}\u201d" for label in form.unread_complaints)
                st.warning(
                    f"Somebody may say in {named} that something is wrong, and it is not read. Choose its column."
                )
            if form.unused:
                named = ", ".join(f"\u201c{escaped(label)}\u201d" for label in form.unused)
                st.caption(f"Not used: {named}.")
            _columns(form, place, partial(_take, visit))


def _has_no_rating(form: Form) -> bool:
    """Return whether a form has check-ins without soreness while some of its columns are not used."""
    return "soreness" not in form.roles and bool({"sleep", "wrong"} & form.roles.keys()) and bool(form.unused)


def _take(visit: RosterVisit, chosen: Mapping[str, str]) -> None:
    visit.choose(chosen)
    kept_roster.let_go()


def _columns(form: Form, place: int, take: Take) -> None:
    """Ask which column holds what, the best guess filled in."""
    table = form.table
    _order(form, place, take)
    top = [table.row(row) for row in range(min(PREVIEW_ROWS, len(table.numbers)))]
    st.dataframe(
        pd.DataFrame([dict(zip(table.labels, row, strict=False)) for row in top], columns=list(table.labels)),
        hide_index=True,
        alt=f"The first {len(top)} rows of the file, {len(table.labels)} columns.",
    )
    with st.form(f"roster_columns_{place}_{table.signature}", border=False):
        chosen = _sheet_choices(form, place) if form.shaped.shape in ("by date", "by athlete") else _roles(form, place)
        if "athlete" in form.missing:
            person = st.text_input("Or it is all of one person, called", key=f"roster_person_{place}", max_chars=80)
            chosen[choice_key(table, "person")] = person
        if st.form_submit_button("Read it like this", icon=":material/check:"):
            take(chosen)
            st.rerun()


def _roles(form: Form, place: int) -> dict[str, str]:
    """Ask which column holds what; what a form lacks is not folded away."""
    needed = [role for lack in form.missing for role in FOR_LACK.get(lack, ())]
    needed += ["wrong"] if form.unread_complaints else []
    needed += ["soreness"] if _has_no_rating(form) else []
    chosen = choose_columns(
        {role: LABELS[role] for role in ROLES}, form.shaped.table.labels, form.roles, across=ACROSS, needed=needed,
        key=f"roster_column_{place}_{form.table.signature}",
    )  # fmt: skip
    return {choice_key(form.table, role): column for role, column in chosen.items()}


def _sheet_choices(form: Form, place: int) -> dict[str, str]:
    """Ask what the cells of a sheet of names and days hold, and of which week it is."""
    table = form.table
    left, right = st.columns(2)
    values = {
        "plan": "Sessions, planned or done",
        "soreness": "Soreness",
        "sleep": "Hours slept",
        "done": "Sessions done",
    }
    now = next((role for role in values if form.roles.get(role) == "Value"), "plan")
    value = left.selectbox(
        "The cells hold", list(values), list(values).index(now), format_func=values.__getitem__,
        key=f"roster_value_{place}_{table.signature}",
    )  # fmt: skip
    chosen = {choice_key(table, "value"): value}
    if form.shaped.needs_week:
        today = state.clock.visit_hour().date()
        week = right.date_input(
            "Any day of its week", today, key=f"roster_week_{place}_{table.signature}", format=units.DATES
        )
        chosen[choice_key(table, "week")] = week.isoformat()
    return chosen


def scales(visit: RosterVisit) -> None:
    """Ask on which scale people rated where nothing tells; until then those ratings do not count."""
    for form in visit.forms:
        for name, question in form.questions.items():
            _scale(visit, form, name, question)
        _sorest(visit, form)


def _sorest(visit: RosterVisit, form: Form) -> None:
    """Ask which columns of soreness count, where one of them rates the legs and somebody is sorer by another."""
    if not form.sorer_aside:
        return
    others = ", ".join(f"\u201c{escaped(label)}\u201d" for label in form.aside)
    with st.container(border=True):
        st.markdown(
            f":material/swap_vert: **Does {others} count beside \u201c{escaped(form.scale_label(SORENESS))}\u201d?** "
            f"{escaped(form.sorer_aside)}. Until you say, the legs' own rating counts alone."
        )
        key = choice_key(form.table, "sorest")
        with st.container(horizontal=True):
            for choice, words in ((LEGS, "The legs alone"), (EVERY, "The sorest of all")):
                st.button(
                    words, key=f"sorest_{form.table.signature}_{choice}", on_click=partial(_take, visit, {key: choice})
                )


def _scale(visit: RosterVisit, form: Form, name: str, question: str) -> None:
    label = escaped(form.scale_label(name))
    with st.container(border=True):
        st.markdown(
            f":material/swap_vert: **How is \u201c{label}\u201d meant?** {escaped(question)}. "
            "Until you say, these ratings do not count."
        )
        readings = form.scales[name].readings
        key = choice_key(form.table, f"{name}_scale")
        with st.container(horizontal=True):
            for scale in readings:
                st.button(
                    scale.words, key=f"scale_{form.table.signature}_{name}_{scale.name}",
                    on_click=partial(_take, visit, {key: scale.name}),
                )  # fmt: skip
            if form.scales[name].doubt:
                st.button(
                    "No ratings", key=f"scale_{form.table.signature}_{name}_none",
                    help="A score that an app worked out",
                    on_click=partial(_take, visit, {key: NO_RATING}),
                )  # fmt: skip
        others = [scale for scale in form.scale_options(name) if scale not in readings]
        names = {scale.name: scale.words for scale in others}
        chosen = st.selectbox(
            "Another scale", list(names), index=None, format_func=names.__getitem__,
            key=f"scale_other_{form.table.signature}_{name}", placeholder="Choose one",
        )  # fmt: skip
        if chosen is not None:
            _take(visit, {key: chosen})
            st.rerun()
