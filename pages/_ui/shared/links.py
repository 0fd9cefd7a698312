"""Links between the pages, written into help texts and captions."""

from __future__ import annotations

import streamlit as st

from legrun.errors import EvidenceError
from legrun.evidence.search import is_name
from pages._ui.state.evidence import SHOW

__all__ = ["source", "sources", "written_sources"]


def source(name: str, words: str = "Source") -> str:
    """Return a link to a constant, a group of them, a claim, a study, a table or a limit on the Evidence page.

    It is relative, so that it holds behind a proxy's path, and opens beside the page that it is on.

    Raises
    ------
    EvidenceError
        If the registry holds nothing of that name.

    Examples
    --------
    >>> source("score.sleep")
    '[Source](evidence?show=score.sleep)'
    """
    if not is_name(name):
        raise EvidenceError(f"No entry {name!r} to link to on the Evidence page.")
    return f"[{words}](evidence?{SHOW}={name})"


def written_sources(**named: str) -> str:
    """Return the sources of numbers: a link for each name, in the words given.

    Examples
    --------
    >>> written_sources(score="score", gates="rules")
    'Sources: [score](evidence?show=score), [rules](evidence?show=gates).'
    """
    return f"Sources: {', '.join(source(name, words) for name, words in named.items())}."


def sources(**named: str) -> None:
    """Draw the sources of numbers; not in a caption, whose paleness would make links hard to read."""
    st.markdown(f":small[{written_sources(**named)}]")
