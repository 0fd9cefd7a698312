"""The sessions of a week: one table to edit with the verdicts beside the inputs, and a list of them for a phone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from legrun.inputs.form import TERRAINS
from legrun.scenario import PlanItem
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import WeekPlan
from legrun.week.adding import EASY_RUN, LEG_DAY, add_session, duplicated, removed
from legrun.week.cells import VERDICT_COLUMNS, limit_cell, recovery_cell, verdict_cells
from legrun.week.review import PlanReview, ReviewedSession
from legrun.week.table import COLUMNS, KINDS, WEEKDAYS, read_items, rows_of
from legrun.wording.markdown import escaped
from legrun.wording.rounding import effort_text
from pages._ui import state
from pages._ui.shared import width
from pages._ui.shared.elements import COLORS
from pages._ui.week.session_form import edit_session

__all__ = ["add_buttons", "edits", "sessions"]

COLUMN = st.column_config
IF_TIRED = (
    "An easier version of what is planned, our judgement: an easy run within its limits; of an easy run, a walk; where "
    "only a walk is allowed, rest."
)
LIMIT = "The longest that the run may be at its own effort, or at the highest effort allowed then."
ALL_COLUMNS = "Also terrain, what may move and where not, and names."
# What is seldom changed stands behind a switch: all of it has no room beside the verdicts.
SELDOM = ("Terrain", "May move", "Not on", "Name")
USUAL = tuple(name for name in COLUMNS[1:] if name not in SELDOM)
TABLE_ALT = "The sessions of the week, one a row: day, time, kind, minutes, effort, and its verdict at its start."

Items = Sequence[PlanItem | None]


def edits(base: WeekPlan) -> tuple[Items, tuple[str, ...]]:
    """Return the session that each row of the table makes as it was edited, and what is wrong with the others."""
    edited = state.plan.edited_rows()
    return read_items([{**row, **edited.get(place, {})} for place, row in enumerate(rows_of(base))], base)


def sessions(base: WeekPlan, items: Items, review: PlanReview) -> None:
    """Draw the sessions with what each meets: a table, on a phone a list."""
    table = width.wide("sessions", roomy=True)
    is_whole = None not in items
    with width.narrow("sessions", roomy=True):
        for number, reviewed in enumerate(review.sessions):
            _entry(number, reviewed, review.plan, is_whole=is_whole)
    with st.container(horizontal=True, vertical_alignment="center"):
        _buttons(review.plan, is_whole=is_whole)
        everything = width.wide("columns", roomy=True).toggle("All columns", key="plan_columns", help=ALL_COLUMNS)
    with table:
        _table(base, items, review, everything=everything)


def _table(base: WeekPlan, items: Items, review: PlanReview, *, everything: bool) -> None:
    told = {reviewed.item: reviewed for reviewed in review.sessions}
    verdicts = [verdict_cells(told.get(item) if item else None) for item in items]
    rows = [{**row, **cells} for row, cells in zip(rows_of(base), verdicts, strict=True)]
    filled = pd.DataFrame(rows, columns=[*COLUMNS, *VERDICT_COLUMNS])
    st.data_editor(
        filled,
        key=state.plan.plan_rows_key(),
        hide_index=True,
        # What is asked for stands in sight; the verdicts go on where one scrolls.
        column_order=(*USUAL, *(SELDOM if everything else ()), *VERDICT_COLUMNS),
        column_config=_columns(),
        height="content",
        alt=TABLE_ALT,
    )


def _columns() -> dict[str, Any]:
    """Return how each column of the table is edited; the verdicts are read alone."""
    return {
        "Day": COLUMN.SelectboxColumn(options=list(WEEKDAYS), width=66),
        "Time": COLUMN.TimeColumn(format="HH:mm", step=900, width=70),
        "Kind": COLUMN.SelectboxColumn(options=list(KINDS), width=96),
        "Minutes": COLUMN.NumberColumn("Min", min_value=1, max_value=1440, step=1, width=58),
        "Effort": COLUMN.NumberColumn(
            min_value=0, max_value=10, step=0.5, width=74, format="%g",
            help="Of the whole session: 4 full sentences, 8 a few words.",
        ),
        "Key": COLUMN.CheckboxColumn(default=False, width=58, help="The arranger puts it first."),
        "Terrain": COLUMN.SelectboxColumn(
            options=list(TERRAINS), default="Flat", width=80, help="Downhill running makes legs sore."
        ),
        "May move": COLUMN.CheckboxColumn(default=True, width=98, help="To another day, by the arranger."),
        "Not on": COLUMN.MultiselectColumn(options=list(WEEKDAYS), width=150, help="Days to keep it off."),
        "Name": COLUMN.TextColumn(max_chars=60, help="For you; never part of a link.", width=120),
        "Verdict": COLUMN.TextColumn(width=84, disabled=True, help="At its own start."),
        "Limit": COLUMN.TextColumn(width=94, disabled=True, help=LIMIT),
        "Recovery": COLUMN.TextColumn(width=96, disabled=True, help="0 to 100, with its range."),
        "At its start": COLUMN.TextColumn(width=192, disabled=True),
        "If tired": COLUMN.TextColumn(width=88, disabled=True, help=IF_TIRED),
    }  # fmt: skip


def _entry(number: int, reviewed: ReviewedSession, plan: WeekPlan, *, is_whole: bool) -> None:
    """Draw a session as an entry of the list."""
    with st.container(border=True, gap=None):
        st.markdown(_entry_words(reviewed))
        if st.button("Edit", key=f"plan_edit_{number}", type="tertiary", icon=":material/edit:", disabled=not is_whole):
            edit_session(plan, number)


def _entry_words(reviewed: ReviewedSession) -> str:
    """Return when and what, the verdict with the recovery, what to do, and an easier version."""
    session, advice = reviewed.item.session, reviewed.advice
    star = "★ " if reviewed.item.key else ""
    named = f" ({escaped(session.name)})" if session.name else ""
    lines = [
        f"**{session.start:%a %H:%M} · {star}{session_name(session)}**{named}",
        f"{session.minutes:.0f} min at effort {effort_text(session.rpe)}",
    ]
    if advice is not None and reviewed.is_run:
        badge = f":{COLORS[advice.verdict]}-badge[{VERDICT_NAMES[advice.verdict]}]"
        lines.append(f"{badge} {limit_cell(advice, session)}, recovery {recovery_cell(advice)}")
    cause = next((clash.cause for clash in reviewed.clashes), "")
    lines.append(f":material/warning: **{reviewed.outcome}**: {cause}" if cause else reviewed.outcome)
    if reviewed.if_tired:
        lines.append(f":gray[If tired: {reviewed.if_tired}]")
    return "  \n".join(lines)


def add_buttons(plan: WeekPlan, *, disabled: bool = False) -> None:
    """Offer to add a run or a leg day."""

    def add(item: PlanItem) -> None:
        # Pressed twice, it comes after the first press and before the page was drawn again.
        after = add_session(state.plan.present(plan), item)
        if after is not None:
            state.plan.put_plan(after)

    for label, session in (("Add run", EASY_RUN), ("Add leg day", LEG_DAY)):
        full = add_session(plan, PlanItem(session)) is None
        why = (
            "A row is to be mended first."
            if disabled
            else f"No day is free at {session.start:%H:%M}."
            if full
            else None
        )
        st.button(
            label, key=f"add_{session.kind}", icon=":material/add:", on_click=add, args=(PlanItem(session),),
            disabled=disabled or full, help=why,
        )  # fmt: skip


def _buttons(plan: WeekPlan, *, is_whole: bool) -> None:
    """Offer to add, duplicate or remove a session; while a row is to be mended, it would be lost."""
    add_buttons(plan, disabled=not is_whole)
    if plan.items:
        full = add_session(plan, plan.items[0]) is None
        _menu(plan, "Duplicate a session", state.plan.DUPLICATE, duplicated, disabled=full or not is_whole)
        _menu(plan, "Remove a session", state.plan.REMOVE, removed, disabled=not is_whole)


def _menu(
    plan: WeekPlan, label: str, key: str, change: Callable[[WeekPlan, int], WeekPlan | None], *, disabled: bool
) -> None:
    """Draw a menu of the sessions; what is chosen is changed, and the menu is empty again."""
    names = {n: f"{session_name(i.session)}, {i.session.start:%a %H:%M}" for n, i in enumerate(plan.items)}

    def take() -> None:
        chosen, present = state.plan.take_choice(key), state.plan.present(plan)
        # The one that was chosen, wherever it stands by now.
        item = None if chosen is None else plan.items[chosen]
        after = change(present, present.items.index(item)) if item in present.items else None
        if after is not None:
            state.plan.put_plan(after)

    st.selectbox(
        label, list(names), index=None, format_func=names.__getitem__, key=key, placeholder=label, on_change=take,
        label_visibility="collapsed", width=210, disabled=disabled,
    )  # fmt: skip
