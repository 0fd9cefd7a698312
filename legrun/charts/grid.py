"""How long, how hard: a grid of lengths by efforts, coloured by the verdict they leave."""

from __future__ import annotations

import functools
from typing import Any

import altair as alt
import pyarrow as pa

from legrun.alternatives.options import Grid
from legrun.charts.figure import GREY, VERDICT_COLORS, Figure, finished
from legrun.model.readiness import VERDICTS
from legrun.scenario.names import VERDICT_NAMES

__all__ = ["grid_figure"]

GRID_ALT = (
    "A grid of running time by effort, each cell coloured by the verdict it leaves at the time to be ready; faint "
    "cells are over the limit of the run's own day. The sentence above says what is the most that fits."
)


@functools.cache
def grid_spec() -> dict[str, Any]:
    """Return the spec of the grid."""
    colors = alt.Scale(domain=list(VERDICT_NAMES.values()), range=[VERDICT_COLORS[v] for v in VERDICTS])
    # Equal space for every length, whatever their steps; no axis titles outside the plot, as in the week chart.
    x = alt.X("minutes:O", title="Minutes", axis=alt.Axis(labelAngle=0, labelOverlap=True))
    y = alt.Y("effort:O", title="Effort, 1 to 10", sort="descending")
    tooltip = [
        alt.Tooltip("minutes:O", title="Minutes"),
        alt.Tooltip("effort:O", title="Effort"),
        alt.Tooltip("verdict:N", title="Leaves you at"),
        alt.Tooltip("recovery:Q", title="Recovery", format=".0f"),
        alt.Tooltip("soreness:Q", title="Soreness", format=".1f"),
        alt.Tooltip("chance:Q", title="Chance to be ready", format=".0%"),
        alt.Tooltip("load:Q", title="Load added, AU", format=".0f"),
        alt.Tooltip("limit:N", title="Limit at the run's time"),
    ]
    cells = alt.Chart(alt.NamedData("grid")).encode(x=x, y=y)
    color = alt.Color("verdict:N", scale=colors, legend=alt.Legend(title=None, orient="top", columns=3))
    rect = cells.mark_rect(stroke=GREY, strokeWidth=0.4).encode(
        color=color, opacity=alt.Opacity("strength:Q", scale=None), tooltip=tooltip
    )
    ready = cells.transform_filter("datum.ready").mark_point(
        filled=True, size=22, color="white", stroke="#22303a", strokeWidth=0.8, opacity=1
    )
    plan = cells.transform_filter("datum.planned").mark_point(
        shape="diamond", size=170, filled=True, color="#22303a", stroke="white", strokeWidth=1.5, opacity=1
    )
    chart = alt.layer(rect, ready, plan).properties(height=300, width="container")
    return finished(chart)


def grid_figure(grid: Grid) -> Figure:
    """Return the grid of lengths by efforts; the planned run is a diamond, what leaves you ready has a dot."""
    rows = []
    for i, minutes in enumerate(grid.minutes):
        for j, effort in enumerate(grid.efforts):
            inside = bool(grid.inside[i, j])
            code = int(grid.codes[i, j])
            rows.append(
                {
                    "minutes": minutes,
                    "effort": effort,
                    "verdict": VERDICT_NAMES[VERDICTS[code]],
                    "recovery": float(grid.score[i, j]),
                    "soreness": float(grid.soreness[i, j]),
                    "chance": float(grid.chance[i, j]),
                    "load": float(grid.load_au[i, j]),
                    "limit": "within" if inside else "over",
                    "strength": 1.0 if inside else 0.35,
                    "ready": inside and code >= VERDICTS.index(grid.needed),
                    "planned": grid.planned == (i, j),
                }
            )
    return Figure(grid_spec(), {"grid": pa.Table.from_pylist(rows)}, GRID_ALT)
