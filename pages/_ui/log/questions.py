"""What is doubtful about a file, asked before anything of it is used: the two readings side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from legrun.logs import Part, Question, Reading
from legrun.wording.markdown import escaped
from legrun.wording.rounding import counted
from pages._ui.state import log as kept_log

__all__ = ["ask"]


def ask(parts: Sequence[Part]) -> bool:
    """Ask what is doubtful about the files, and return whether anything was asked."""
    asked = [(part.name, question) for part in parts if part.log is not None for question in part.log.questions]
    if not asked:
        return False
    st.subheader("Please decide first", anchor=False)
    st.caption("Much of what was read depends on it, so nothing is used before you say which reading is right.")
    for place, (name, question) in enumerate(asked):
        with st.container(border=True):
            st.markdown(f"{escaped(question.text)} It changes {counted(question.changed, 'session')}.")
            if len(parts) > 1:
                st.caption(escaped(name))
            _readings(question, place)
    return True


def _readings(question: Question, place: int) -> None:
    for number, (column, reading) in enumerate(zip(st.columns(len(question.readings)), question.readings, strict=True)):
        with column:
            _reading(reading, f"answer_{place}_{number}_{question.key}")


def _reading(reading: Reading, key: str) -> None:
    st.markdown(f"**{escaped(reading.value)}**")
    st.caption(escaped(reading.gives))
    st.button("Read it so", key=key, on_click=kept_log.choose, args=(dict(reading.choices),), icon=":material/check:")
