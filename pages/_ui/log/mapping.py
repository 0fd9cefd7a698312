"""The mapping form: which column of an unknown table holds what."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from legrun.logs import Log, Table
from legrun.logs.choices import choices_for, scoped
from pages._ui.shared.columns import choose_columns
from pages._ui.state import log as kept_log

__all__ = ["forget_mapping", "mapping_form"]

ROLES = {
    "start": ("Date and start time", None),
    "date": ("Date alone", "Where date and clock stand in two columns, or there is no clock."),
    "time": ("Clock alone", None),
    "end": ("End", "Its distance from the start is the duration."),
    "duration": ("Duration", "Minutes, hours, seconds or h:mm; the unit is decided by the header or by the numbers."),
    "elapsed": ("Elapsed time", "From start to end, pauses included, beside the time in motion."),
    "kind": ("What it was", "Run, walk, legs, upper body; words in several languages are known."),
    "name": ("Title", None),
    "distance": ("Distance", None),
    "hr": ("Mean heart rate", "Stands in for effort where none was rated."),
    "rpe": ("Effort (RPE)", "How hard the whole session was; any scale."),
    "exercise": ("Exercise", "Rows that name one are sets or exercises of a strength workout."),
    "sets": ("Sets", "Numbers each set, or counts them; its cells tell which."),
    "set_type": ("Type of set", "Warm-up, working, drop, failure; or yes and no for warm-ups."),
    "reps": ("Reps", "8, 5x5, 8/8 for both sides, or 8,8,7."),
    "workout": ("Workout number", "Rows with the same one are one workout."),
    "done": ("Done", "Rows that say no, skipped or planned are left out."),
    "soreness": ("Soreness", "Any scale."),
    "sleep": ("Sleep", "Hours, minutes or h:mm."),
}
OF_COLUMNS = ("map:", "asked:")  # choices about columns
PREVIEW_ROWS = 5
COLUMNS = 5
DATES = ("start", "date")  # one of them at least


def mapping_form(table: Table, place: int) -> None:
    """Ask which column holds what, the best guess filled in."""
    mapped = {
        key.removeprefix("map:"): name
        for key, name in choices_for(table.signature, kept_log.choices()).items()
        if key.startswith("map:") and name
    }
    guess = mapped or {role: label for label, role in table.guess.items()}
    st.markdown("**Which column holds what?** Name at least the date. The first rows and a best guess:")
    top = [table.row(row) for row in range(min(PREVIEW_ROWS, len(table.numbers)))]
    cells = [dict(zip(table.labels, row, strict=False)) for row in top]
    st.dataframe(
        pd.DataFrame(cells, columns=list(table.labels)),
        hide_index=True,
        alt=f"The first {len(cells)} rows of the file, {len(table.labels)} columns.",
    )
    with st.form(f"mapping_{place}_{table.signature}"):
        needed = () if {*DATES} & guess.keys() else DATES
        key = f"map_{place}_{table.signature}"
        chosen = choose_columns(ROLES, table.labels, guess, across=COLUMNS, needed=needed, key=key)
        if st.form_submit_button("Read it like this", icon=":material/check:"):
            kept_log.choose({scoped(f"map:{role}", table.signature): column for role, column in chosen.items()})
            st.rerun()


def forget_mapping(log: Log) -> None:
    """Ask for the columns of such tables again, also where a legrun CSV remembers them."""
    scopes = {each.scope for each in log.assumptions if each.scope}
    mine = [key for key in log.choices if key.startswith(OF_COLUMNS)]
    kept_log.choose({key: "" for key in mine if not scopes or key.rpartition("@")[2] in scopes})
