"""What a coach must know or decide before the table can be trusted: who is who, and which rows could not be read."""

from __future__ import annotations

from functools import partial

import pandas as pd
import streamlit as st

from legrun.logs import Problem
from legrun.wording.markdown import escaped
from pages._ui.clients.visit import RosterVisit
from pages._ui.state import roster as kept_roster

__all__ = ["left_out", "people"]

SHOWN = 8


def people(visit: RosterVisit) -> None:
    """Ask about names that look alike, and whose the files are whose names say nothing."""
    for name, other in visit.roster.people.similar[:SHOWN]:
        with st.container(horizontal=True, vertical_alignment="center", border=True):
            st.markdown(f":material/person_search: Are **{escaped(name)}** and **{escaped(other)}** one person?")
            for label, whose in (("One person", name), ("Two people", "")):
                key = f"same_{'yes' if whose else 'no'}_{other}"
                st.button(label, key=key, on_click=partial(_decide, visit, other, whose))
    if visit.read.unsure:
        _files(visit)


def _decide(visit: RosterVisit, name: str, whose: str) -> None:
    visit.decide_person(name, whose)
    kept_roster.let_go()


def _files(visit: RosterVisit) -> None:
    """Ask whose the files are that are called alike, or by no name."""
    with st.form("roster_names", border=True):
        st.markdown(":material/badge: **Whose logs are these?** Two files of one name are merged as one person's.")
        names = list(visit.names)
        for place in visit.read.unsure:
            file = visit.read.files[place]
            label = f"{escaped(file.name)}: {escaped(file.log.summary)}"
            names[place] = st.text_input(label, names[place], max_chars=80, key=f"roster_name_{place}") or names[place]
        if st.form_submit_button("Name them"):
            visit.name_files(names)
            kept_roster.let_go()
            st.rerun()


def left_out(visit: RosterVisit) -> None:
    """Say how many rows could not be read, and of whom; each is a reason to look."""
    lost = [(row.day.name, row.day.problems) for row in visit.rows.values() if row.day.problems]
    whole = visit.roster.problems
    if not lost and not whole:
        return
    count = sum(len(problems) for _, problems in lost)
    with st.container(border=True):
        for problem in whole[:SHOWN]:
            st.markdown(f":material/report: {escaped(problem.message)}{_place(problem)}")
        if more := whole[SHOWN:]:
            cells = "1 more cell was" if len(more) == 1 else f"{len(more)} more cells were"
            st.markdown(f":material/report: {cells} not used.")
        if lost:
            names = ", ".join(escaped(name) for name, _ in lost[:SHOWN])
            others = f" and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
            rows = "1 row" if count == 1 else f"{count} rows"
            st.markdown(f":material/report: {rows} of {len(lost)} could not be read: {names}{others}.")
        listed = [*lost, ("", more)] if more else lost
        if listed and st.toggle("Show the rows left out", key="roster_left_out"):
            rows_lost = [
                {"Client": name, "Row": problem.row, "Column": problem.column, "What": problem.message}
                for name, problems in listed
                for problem in problems
            ]
            st.dataframe(pd.DataFrame(rows_lost), hide_index=True, alt=f"{len(rows_lost)} rows that could not be read.")


def _place(problem: Problem) -> str:
    """Return where a cell stands that was not used, where its sentence does not say so."""
    return "" if problem.row is None or f"row {problem.row}" in problem.message else f" It is in row {problem.row}."
