"""The choice of a language for what goes to clients."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator

from legrun.wording.languages import LANGUAGES
from pages._ui import state

__all__ = ["choose_language"]


def choose_language(place: DeltaGenerator, label: str) -> str:
    """Ask for the language of what goes to clients; it begins with the browser's own."""
    codes = list(LANGUAGES)
    chosen: str = place.selectbox(
        label,
        codes,
        index=codes.index(state.language.chosen()),
        format_func=LANGUAGES.__getitem__,
        key=state.language.KEY,
        persist_state="session",
    )
    return chosen
