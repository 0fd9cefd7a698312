"""Handouts while they are made, in processes of their own: how far they are, and what stops them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from legrun.report.handouts import Batch

__all__ = ["LOOK_AGAIN_S", "progress"]

LOOK_AGAIN_S = 1.0
# Before that share is done, what is left cannot be told.
LEAST_SHARE = 0.02


def progress(batch: Batch, words: str, *, key: str, cancel: Callable[[], None]) -> None:
    """Tell how far handouts are and how long the rest will take, and offer to stop."""
    left = f", about {_left(batch.share, batch.seconds)} left" if batch.share > LEAST_SHARE else ""
    st.progress(batch.share, words + left)
    st.button("Cancel", key=key, on_click=cancel, icon=":material/close:")


def _left(share: float, taken_s: float) -> str:
    """Return the time that is left as it is said."""
    left = taken_s * (1 - share) / share
    return f"{left:.0f} s" if left < 60 else f"{left / 60:.0f} min"
