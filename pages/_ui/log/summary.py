"""What a log is: its files, what it is worth as a starting point, what was left out, and all of it to take along."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from legrun.errors import LogFormatError
from legrun.logs import Log, Part
from legrun.logs.starting_point import StartingPoint
from legrun.logs.tables import MERGE, Rows, as_csv, assumption_rows, decisions, merge_rows, problem_rows
from legrun.wording.markdown import escaped
from legrun.wording.starting_point import starting_sentences
from pages._ui import state
from pages._ui.log import mapping as log_mapping
from pages._ui.shared import elements
from pages._ui.shared.links import source
from pages._ui.state.log import Upload

__all__ = ["download", "downloads", "files", "problems", "starting_point"]

DOWNLOAD = ":material/download:"
MAPPED = "Table"
MOST_ROWS = 500  # of what was left out; a browser is not to be sent a hundred thousand


def files(uploads: Sequence[Upload], parts: Sequence[Part]) -> None:
    """Say of each file what it is, or why it cannot be read; ask for the columns of one that is not known."""
    # One box, a line each: with five files the verdict would else be out of sight.
    with st.container(border=True, gap="xxsmall"):
        for place, (upload, part) in enumerate(zip(uploads, parts, strict=True)):
            summary, name, away = st.columns([8, 4, 2], vertical_alignment="center")
            summary.markdown(f"**{part.log.summary}**" if part.log is not None else "Not read as it stands")
            name.text(upload.name)
            with away:
                _remove(upload)
            if part.error is not None:
                _unread(part.error, place)
            elif part.log is not None and part.log.format == MAPPED:
                st.button(
                    "Name its columns again",
                    key=f"remap_{upload.digest}",
                    on_click=log_mapping.forget_mapping,
                    args=(part.log,),
                    type="tertiary",
                    icon=":material/table_edit:",
                )


def _remove(upload: Upload) -> None:
    """Let a file be taken out of the visit."""
    st.button(
        "Remove",
        key=f"remove_{upload.digest}",
        on_click=state.log.remove_upload,
        args=(upload.digest,),
        icon=":material/close:",
        type="tertiary",
        help="Take this file out of the visit.",
    )


def _unread(error: LogFormatError, place: int) -> None:
    """Say why a file cannot be read as it stands, and ask for its columns where it has any."""
    if error.table is None or not error.table.numbers:
        elements.fault(error)
        return
    st.info(escaped(str(error)), icon=":material/table_edit:")
    log_mapping.mapping_form(error.table, place)


def starting_point(point: StartingPoint) -> None:
    """Say what a log's last six weeks are taken for."""
    experience = f"**{point.scenario.athlete.experience}** ({point.experience_reason}; {source('history')})"
    st.markdown(f"{' '.join(starting_sentences(point))} Experience of leg days: {experience}.")


def problems(log: Log) -> None:
    """Show what was left out of the files and why, row by row."""
    if not log.problems:
        return
    rows = problem_rows(log, MOST_ROWS)
    st.subheader("What was left out or mended, and why", anchor=False)
    if len(log.problems) > MOST_ROWS:
        st.caption(f"The first {MOST_ROWS:,} of {len(log.problems):,}; all of them are in the download below.")
    st.dataframe(
        pd.DataFrame(rows),
        hide_index=True,
        column_config={"What": st.column_config.TextColumn(width="large")},
        placeholder="",
        alt=f"{len(rows)} places in the files that could not be used as they stand.",
    )


def download(log: Log, label: str, *, key: str) -> None:
    """Offer the log as legrun's own CSV."""
    st.download_button(
        label,
        lambda: log.to_csv().encode("utf-8-sig"),
        file_name="legrun_log.csv",
        mime="text/csv",
        on_click="ignore",
        key=key,
        icon=DOWNLOAD,
    )


def downloads(log: Log) -> None:
    """Offer the log as legrun's own CSV, and what was made of the files as tables."""
    st.subheader("Take it along", anchor=False)
    st.caption(
        "The legrun CSV holds everything above, your decisions and corrections included, and reads back to the same."
        + ("" if state.diary.kept() else " Nothing is kept here after your visit.")
    )
    row = st.container(horizontal=True)
    with row:
        download(log, "legrun CSV", key="log_csv")
    tables: dict[str, tuple[object, Callable[[Log], Rows]]] = {
        "What was assumed": (decisions(log), assumption_rows),
        "What was left out": (log.problems, problem_rows),
        "What was merged": (decisions(log, MERGE), merge_rows),
    }
    for label, (there, rows) in tables.items():
        if there:
            row.download_button(
                label,
                lambda rows=rows: as_csv(rows(log)),  # type: ignore[misc]
                file_name=f"legrun_{label.lower().replace(' ', '_')}.csv",
                mime="text/csv",
                on_click="ignore",
                key=f"log_{label}",
                icon=DOWNLOAD,
            )
