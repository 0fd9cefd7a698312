"""What was assumed about a log, each thing with its reason and open to be overruled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from legrun.logs import Assumption, Log
from legrun.logs.fields.ratings import ASKED
from legrun.logs.strength.exercises import classify
from legrun.logs.tables import EXERCISE, MERGE, decisions
from legrun.wording.languages import full_moment
from legrun.wording.markdown import escaped as plain
from legrun.wording.rounding import capitalised, counted
from pages._ui.state import log as kept_log

__all__ = ["assumptions", "exercises", "merges", "said_first"]

COLUMNS = 3
NAME_PX, CHOICE_PX, WHY_PX = 190, 90, 980
# What a table left open and what was made of it, where another reading could change the verdict; what waits for an
# answer always could.
COULD_CHANGE_IT = frozenset(
    [
        "date_column", "effort:heart_rate", "missing_durations", "no_training", "set_column", "sets_a_row",
        "strength_kind", "unknown_sessions", "usual_kind",
    ]
)  # fmt: skip
# What is shown of a merge, and what it is among the choices.
COUNTED = {"merged": "once", "separate": "twice"}


def assumptions(log: Log) -> None:
    """Show what had to be decided about the files, each with its reason; what is open can be overruled."""
    assumed = [each for each in decisions(log) if each.value != ASKED]
    if not assumed:
        return
    st.subheader("What was assumed", anchor=False)
    several = _are_of_several(log)
    fixed = [each for each in assumed if not each.options]
    chosen = [each for each in assumed if each.options]
    for first in range(0, len(chosen), COLUMNS):
        # Row by row, so that a phone shows them in order.
        for column, each in zip(st.columns(COLUMNS), chosen[first : first + COLUMNS], strict=False):
            with column:
                _open(each, several)
    if fixed:
        rows = [(_label(each, several), each.value, each.reason) for each in fixed]
        cells = [[plain(cell) for cell in row] for row in rows]
        st.table(pd.DataFrame(cells, columns=["What", "Taken as", "Why"]).set_index("What"))


def said_first(log: Log) -> None:
    """Ask above the verdict what waits for an answer, and say what was assumed that could change it."""
    for each in decisions(log):
        if each.value == ASKED:
            with st.container(border=True):
                _open(each, _are_of_several(log))
    table = {each.reason: each for each in decisions(log) if each.key in COULD_CHANGE_IT and each.value != ASKED}
    for reason, each in table.items():
        st.caption(f"{plain(each.label)}: {plain(each.value)}. {plain(capitalised(reason))}.")


def _are_of_several(log: Log) -> bool:
    """Return whether the assumptions are of several files, so that each is to be named."""
    return len({each.scope for each in decisions(log)}) > 1


def _label(each: Assumption, several: bool) -> str:
    # The signature of an unknown table says nothing to a person.
    scope = "your table" if each.scope.startswith("table-") else each.scope
    return f"{each.label} ({scope})" if several and scope else each.label


def _open(each: Assumption, several: bool) -> None:
    options = list(dict.fromkeys([each.value, *each.options]))
    # The reading has the last word on what holds: it refuses what makes no sense.
    key = kept_log.fill_choice(each.choice, each.value)
    st.selectbox(plain(_label(each, several)), options, key=key, on_change=kept_log.choose_from, args=(each.choice,))
    st.caption(plain(capitalised(each.reason)))


def exercises(log: Log) -> None:
    """Let the exercises be decided that are not known or are a matter of judgement."""
    assumed = decisions(log, EXERCISE)
    if not assumed:
        return
    # By what legrun knows, not by what is open still: a row that is decided stays where it is.
    assumed.sort(key=lambda each: classify(each.key.removeprefix(EXERCISE)).region != "unknown")
    unknown = len(log.unknown_exercises)
    st.subheader("Exercises to decide", anchor=False)
    said = (
        f"{counted(unknown, 'name')} {'is' if unknown == 1 else 'are'} not known to legrun, and "
        "sets of them count neither for nor against a leg day until you say."
        if unknown
        else "All names are known; these are a matter of judgement."
    )
    st.caption(f"{said} Choose in the column Counts as; it is kept in the legrun CSV.")
    rows = [
        {"Exercise": each.key.removeprefix(EXERCISE), "Counts as": each.value, "Why": each.reason} for each in assumed
    ]
    options = list(dict.fromkeys(option for each in assumed for option in (each.value, *each.options)))
    alt = f"{len(rows)} exercises and what they count as."
    _table("exercises", assumed, rows, {"Counts as": {option: option for option in options}}, alt)


def merges(log: Log) -> None:
    """Show which workouts stand in two files and count once; each can be told apart again."""
    assumed = decisions(log, MERGE)
    if not assumed:
        return
    assumed.sort(key=lambda each: each.key, reverse=True)
    once = sum(each.value == "merged" for each in assumed)
    st.subheader("The same workout in two files", anchor=False)
    st.caption(f"Counted once: {counted(once, 'workout')} in two files. If two were not the same, count them twice.")
    rows = [
        {
            "Workout": full_moment(dt.datetime.fromisoformat(each.label[:16])),
            "Counts": COUNTED[each.value],
            "Why": each.reason,
        }
        for each in assumed
    ]
    choices = {shown: choice for choice, shown in COUNTED.items()}
    _table("merges", assumed, rows, {"Counts": choices}, f"{counted(len(rows), 'workout')} in two files.")


def _table(
    name: str,
    assumptions: Sequence[Assumption],
    rows: Sequence[Mapping[str, str]],
    choice: Mapping[str, Mapping[str, str]],
    alt: str,
) -> None:
    """Draw a table with one column to choose from, and take over what is chosen in it."""
    config = st.column_config
    ((column, choices),) = choice.items()
    keys = [each.choice for each in assumptions]
    st.data_editor(
        pd.DataFrame(rows),
        hide_index=True,
        disabled=[key for key in rows[0] if key != column],
        column_config={
            # Narrow, so that what stands in the last is not cut.
            next(iter(rows[0])): config.TextColumn(width=NAME_PX),
            column: config.SelectboxColumn(options=list(choices), required=True, width=CHOICE_PX),
            "Why": config.TextColumn(width=WHY_PX),
        },
        placeholder="",
        key=kept_log.editor_key(name, keys),
        alt=alt,
    )

    def take(edited: Mapping[int, Mapping[str, Any]]) -> None:
        kept_log.choose({keys[row]: choices[cells[column]] for row, cells in edited.items() if cells.get(column)})

    if kept_log.take_edits(name, keys, take):
        st.rerun()
