"""The handout in session state: its form, and the page that is being made or was made last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from legrun.answering import Answer
from legrun.scenario import Scenario

if TYPE_CHECKING:
    from legrun.report.handouts import Batch

__all__ = ["KEYS", "Made", "begin", "clear_names", "drop", "is_to_be_shown", "of", "show"]

KEYS = {name: f"handout_{name}" for name in ("client", "coach", "note")}
_HANDOUT, _SHOW = "_handout", "_handout_show"


@dataclass(frozen=True, eq=False)
class Made:
    """A handout, made or being made.

    Attributes
    ----------
    scenario : Scenario
        What it answers for.
    client : str
        Whose it is, on a page that knows; else empty.
    language : str
        What it is in.
    batch : Batch or None
        What makes it, in a process of its own: it goes on whatever becomes of the window. None where there is nothing
        to work out.
    at_once : bytes
        The page where there was nothing to work out.
    """

    scenario: Scenario
    client: str
    language: str
    batch: Batch | None
    at_once: bytes = b""

    @property
    def is_over(self) -> bool:
        """Whether it is made, or cannot be."""
        return self.batch is None or self.batch.ended

    def page(self) -> bytes:
        """Return the page.

        Raises
        ------
        LegrunError
            If it could not be made.
        """
        pages = self.batch.pages() if self.batch is not None else None
        return pages[0] if pages else self.at_once


def begin(answer: Answer, whose: str, *, client: str, coach: str, note: str, language: str) -> None:
    """Begin to make a handout; one that is being made is dropped.

    Raises
    ------
    LegrunError
        If the note is longer than a page holds, or legrun does not speak the language.
    """
    from legrun.report.handouts import Batch, handout  # not loaded before somebody asks for one

    scenario, batch, at_once = answer.scenario, None, b""
    if scenario.red_flags:  # nothing but the advice, and the note is one person's: it stands there too
        at_once = handout(answer, client=client, coach=coach, note=note, language=language)
    else:
        batch = Batch([(client, scenario)], coach=coach, note=note, language=language)
    drop()
    st.session_state[_HANDOUT] = Made(scenario, whose, language, batch, at_once)


def of(scenario: Scenario, whose: str, language: str) -> Made | None:
    """Return the handout of a scenario for somebody in a language, if it is the one made last."""
    made: Made | None = st.session_state.get(_HANDOUT)
    same = made is not None and (made.scenario, made.client, made.language) == (scenario, whose, language)
    return made if same else None


def drop() -> None:
    """Stop making the handout, and forget it."""
    made: Made | None = st.session_state.pop(_HANDOUT, None)
    if made is not None and made.batch is not None:
        made.batch.cancel()


def show(*, in_window: bool) -> None:
    """Let the next run of the page open the window again, which it would close."""
    st.session_state[_SHOW] = in_window


def is_to_be_shown() -> bool:
    """Return whether the window is to be opened again, once."""
    return bool(st.session_state.pop(_SHOW, False))


def clear_names() -> None:
    """Empty the form's name and note: they were another person's."""
    for part in ("client", "note"):
        st.session_state.pop(KEYS[part], None)
