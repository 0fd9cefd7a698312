"""Which column of a table holds what: a menu for each thing, those that no column holds folded away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

__all__ = ["choose_columns"]

NOT_THERE = "not in the file"
Fields = Mapping[str, tuple[str, str | None]]


def choose_columns(
    fields: Fields, labels: Sequence[str], guess: Mapping[str, str], *, across: int, needed: Sequence[str], key: str
) -> dict[str, str]:
    """Ask which column holds what, the best guess filled in.

    Parameters
    ----------
    fields : mapping of str to (str, str or None)
        What a column may hold: its name, and what explains it.
    labels : sequence of str
        The table's columns.
    guess : mapping of str to str
        The column of each thing that is known to be in one.
    across : int
        How many menus stand beside each other.
    needed : sequence of str
        What is not folded away though no column is known to hold it.
    key : str
        What the menus' keys begin with.

    Returns
    -------
    dict of str to str
        The column of each thing; empty where none holds it.
    """
    known = [name for name in fields if guess.get(name) in labels or name in needed]
    others = [name for name in fields if name not in known]
    chosen: dict[str, str] = {}

    def ask(names: Sequence[str]) -> None:
        for number, name in enumerate(names):
            if number % across == 0:
                columns = st.columns(across)
            chosen[name] = _menu(columns[number % across], fields[name], labels, guess.get(name), f"{key}_{name}")

    ask(known)
    if others:
        with st.expander(f"What else a column may hold ({len(others)})"):
            ask(others)
    return chosen


def _menu(
    column: DeltaGenerator, field: tuple[str, str | None], labels: Sequence[str], guess: str | None, key: str
) -> str:
    label, explained = field
    options = [NOT_THERE, *labels]
    index = options.index(guess) if guess is not None and guess in labels else 0
    picked = column.selectbox(label, options, index, key=key, help=explained)
    return "" if picked == NOT_THERE else picked
