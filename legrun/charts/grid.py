"""How long, how hard: a grid of lengths by efforts, coloured by the verdict they leave."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from legrun.alternatives.options import Grid
from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, INK, VERDICT_COLORS, Figure, columns, finished
from legrun.model.readiness import VERDICTS
from legrun.scenario.names import VERDICT_NAMES

__all__ = ["grid_figure"]

GRID_ALT = (
    "A grid of running time by effort, each cell coloured by the verdict it leaves at the time to be ready; an "
    "outline holds what is within the limit of the run's own time. The sentence above says what is the most that fits."
)


@kept()
def grid_spec() -> dict[str, Any]:
    """Return the spec of the grid."""
    colors = alt.Scale(domain=list(VERDICT_NAMES.values()), range=[VERDICT_COLORS[v] for v in VERDICTS])
    # Equal space for every length, whatever their steps; no axis titles outside the plot, as in the week chart.
    x = alt.X("minutes:O", title="Length of the run, minutes", axis=alt.Axis(labelAngle=0, labelOverlap=True))
    y = alt.Y("effort:O", title="Effort", sort="descending")
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
    legend = alt.Legend(title="Verdict that it leaves", orient="top", columns=columns(5), symbolStrokeWidth=0)
    color = alt.Color("verdict:N", scale=colors, legend=legend)
    rect = cells.mark_rect(stroke=GREY, strokeWidth=0.4).encode(
        color=color, opacity=alt.Opacity("strength:Q", scale=None), tooltip=tooltip
    )
    ready = cells.transform_filter("datum.ready").mark_point(
        filled=True, size=22, color="white", stroke="#22303a", strokeWidth=0.8, opacity=1
    )
    plan = cells.transform_filter("datum.planned").mark_point(
        shape="diamond", size=170, filled=True, color="#22303a", stroke="white", strokeWidth=1.5, opacity=1
    )
    chart = alt.layer(rect, *_outline(cells), ready, plan).properties(height=380, width="container")
    return finished(chart)


def _outline(cells: alt.Chart) -> list[alt.Chart]:
    """Return the border of what is within the limits: the sides of its cells that no other such cell touches."""
    ends: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
        "left": ({"x": 0}, {"y": 0, "y2": 1}),
        "right": ({"x": 1}, {"y": 0, "y2": 1}),
        "upper": ({"y": 0}, {"x": 0, "x2": 1}),
        "lower": ({"y": 1}, {"x": 0, "x2": 1}),
    }
    return [
        cells.transform_filter(f"datum.{side}").mark_rule(color=INK, strokeWidth=2.5).encode(
            **{axis: _side(axis, place) for axis, place in {**at, **along}.items()}
        )
        for side, (at, along) in ends.items()
    ]  # fmt: skip


def _side(axis: str, place: int) -> alt.X | alt.X2 | alt.Y | alt.Y2:
    """Return a place within a cell, 0 at its left or upper side and 1 at the other."""
    if axis.startswith("x"):
        return alt.X("minutes:O", bandPosition=place) if axis == "x" else alt.X2("minutes", bandPosition=place)
    return alt.Y("effort:O", sort="descending", bandPosition=place) if axis == "y" else alt.Y2(
        "effort", bandPosition=place
    )  # fmt: skip


def _sides(inside: npt.NDArray[np.bool_], i: int, j: int) -> dict[str, bool]:
    """Return which sides of a cell are the border of what is within the limits."""
    padded = np.pad(inside, 1)
    near = {"left": (i, j + 1), "right": (i + 2, j + 1), "upper": (i + 1, j + 2), "lower": (i + 1, j)}
    return {side: bool(inside[i, j]) and not padded[at] for side, at in near.items()}


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
                    "ready": inside and code >= VERDICTS.index(grid.needed) > 0,
                    "planned": grid.planned == (i, j),
                    **_sides(grid.inside, i, j),
                }
            )
    return Figure(grid_spec(), {"grid": pa.Table.from_pylist(rows)}, GRID_ALT)
