"""What every figure is made of: its data type, its colours, its zones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd
import pyarrow as pa

from legrun.readiness import VERDICTS, ZONE_FLOORS
from legrun.words import VERDICT_NAMES

__all__ = ["GREY", "VERDICT_COLORS", "VERDICT_NAMES", "Figure", "verdict_color", "zones"]

GREY = "#7d8590"
# Warm for not running, teal for running, darker for harder: told apart without red and green.
VERDICT_COLORS = {"rest": "#b45309", "walk": "#e0a03a", "easy": "#7cc5bd", "moderate": "#2b958e", "hard": "#0b6074"}


@dataclass(frozen=True)
class Figure:
    """A chart: its spec, the data it names, and what it says in words.

    Attributes
    ----------
    spec : dict
        Vega-Lite; read-only, shared by every visitor.
    datasets : dict of str to pyarrow.Table
        The data, by name; Arrow is what the browser is sent, so nothing is converted on a rerun.
    alt_text : str
        The chart's takeaway.
    """

    spec: dict[str, Any]
    datasets: dict[str, pa.Table]
    alt_text: str


def zones() -> pd.DataFrame:
    """Return the five zones of the score with their borders and names."""
    edges = (0.0, *ZONE_FLOORS, 100.0)
    rows = [
        {"verdict": v, "name": VERDICT_NAMES[v], "low": low, "high": high, "mid": (low + high) / 2}
        for v, low, high in zip(VERDICTS, edges, edges[1:], strict=False)
    ]
    return pd.DataFrame(rows)


def verdict_color() -> alt.Color:
    """Return the colour encoding of a verdict."""
    scale = alt.Scale(domain=list(VERDICT_COLORS), range=list(VERDICT_COLORS.values()))
    return alt.Color("verdict:N", scale=scale, legend=None)
