"""Altair, loaded when a spec is drawn anew and never for a page: `legrun.charts.drawing` says why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from altair import *  # noqa: F403  # a stand-in for the whole library


def __getattr__(name: str) -> Any:
    import altair

    return getattr(altair, name)
