"""What every figure is made of: its data type, its colours, its zones."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from legrun.charts import alt
from legrun.model.readiness import VERDICTS, ZONE_FLOORS
from legrun.scenario.names import VERDICT_NAMES

__all__ = [
    "GREY",
    "INK",
    "INKS",
    "PAPER",
    "VERDICT_COLORS",
    "Figure",
    "cells",
    "columns",
    "finished",
    "haloed",
    "pointer",
    "stacked",
    "stamps",
    "tick_labels",
    "verdict_color",
    "zones",
]

# Lines and shades, seen on both backgrounds.
GREY = "#7d8590"
# Text, which no one colour makes legible on both: the browser takes the one of the theme around the chart, also when
# that is switched while the chart stands.
INKS = {"light": "#4f5960", "dark": "#aab4bb"}
INK = "light-dark({light}, {dark})".format(**INKS)
# What ink is written on: the themes' backgrounds.
PAPER = "light-dark(#ffffff, #12181b)"
# A plot narrower than this is on a phone.
PHONE_PX = 400
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


def stamps(times: Sequence[dt.datetime] | npt.NDArray[np.datetime64]) -> pa.Array:
    """Return local times as if they were UTC.

    The chart's axis is in UTC too, so that it shows the scenario's wall clock whatever zone, or change of
    the clocks, the browser is in. Milliseconds, never Arrow dates: Streamlit (1.67) hands those over as UTC
    midnight, which a local axis moves to the day before on one night of the year.
    """
    return pa.array(np.asarray(times, dtype="datetime64[ms]"), type=pa.timestamp("ms", tz="UTC"))


def stacked(panels: Sequence[alt.LayerChart | alt.FacetChart], **options: Any) -> alt.VConcatChart:
    """Return panels one below the other; a selection that each of them holds is one for all, by its name."""
    with warnings.catch_warnings():
        # Altair (5.5 to 6) warns of selections it takes for one. Here that is what makes every panel point.
        warnings.filterwarnings("ignore", "Automatically deduplicated selection parameter")
        return alt.vconcat(*panels, **options)


def pointer(
    hours: alt.Chart, x: alt.X, since: alt.X, hover: alt.Parameter, tooltip: Sequence[alt.Tooltip]
) -> list[alt.Chart]:
    """Return the rule under the pointer, and over it the hours that are pointed at, which say what stands there.

    They have edges of their own, see `cells`: Vega would part the plane for the nearest mark anew, with a shape for
    each, whenever a slider moves.
    """
    rule = hours.transform_filter(hover).mark_rule(color=GREY, strokeWidth=1).encode(x=x)
    pointed = hours.mark_rect(color=GREY, opacity=0).encode(x=since, x2="until", tooltip=list(tooltip))
    return [rule, pointed.add_params(hover)]


def cells(places: npt.NDArray[Any], last: Any) -> dict[str, npt.NDArray[Any]]:
    """Return from where to where each of some places is pointed at, halfway to the next; the last one up to `last`.

    Examples
    --------
    >>> cells(np.array([0.0, 3.0, 6.0]), 7.0)
    {'since': array([0. , 1.5, 4.5]), 'until': array([1.5, 4.5, 7. ])}
    """
    halfway = places[:-1] + np.diff(places) / 2
    return {"since": np.append(places[:1], halfway), "until": np.append(halfway, last)}


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


def columns(wide: int) -> alt.ExprRef:
    """Return how many columns the legend of a chart has: two on a phone, where a third would be cut."""
    return alt.ExprRef(f"width < {PHONE_PX} ? 2 : {wide}")


def haloed(chart: alt.Chart, **words: Any) -> list[alt.Chart]:
    """Return words in ink over a halo, which keeps them legible over the lines that run through them."""
    halo = chart.mark_text(**words, color=PAPER, stroke=PAPER, strokeWidth=4, strokeOpacity=0.75, strokeJoin="round")
    return [halo, chart.mark_text(**words, color=INK)]


def tick_labels(ticks: Sequence[int], y: alt.Y, size: int) -> list[alt.Chart]:
    """Return the numbers of an axis inside its panel, over the lines, which all begin there."""
    chart = alt.Chart(alt.InlineData(values=[{"tick": tick} for tick in ticks]))
    at = chart.encode(x=alt.value(4), y=y, text="tick:Q")
    return haloed(at, align="left", baseline="bottom", fontSize=size)


def finished(chart: alt.TopLevelMixin) -> dict[str, Any]:
    """Return the spec of a chart: its text in the theme's ink, and its marks not read out one by one.

    The alternative text says what the chart is for; the table beside it has its data. The chart asks for SVG:
    otherwise Streamlit (1.67) draws one with a mark over 2,000 rows as a canvas, a picture without text.
    """
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec["usermeta"] = {"embedOptions": {"renderer": "svg"}}
    inked = {"labelColor": INK, "titleColor": INK}
    kept = spec.get("config", {})
    spec["config"] = {**kept, "aria": False, "mark": {"aria": False}, "padding": 0, "axis": inked, "legend": inked}
    return spec
