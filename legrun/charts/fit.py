"""Published tables against the model: the model's median and 80 % band, the published means as points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, Figure, finished
from legrun.checks import Check, Curve, Point

__all__ = ["FitPanel", "fit_panels", "fit_table"]

MODEL, OTHER_ARM, PUBLISHED = "#14958a", "#8b6cc4", "#c2632b"
# The axis reaches a day beyond what was published, and never less than three days.
BEYOND_H, LEAST_H = 24.0, 72.0
QUANTITIES = {
    "shape": "Soreness relative to 24 h",
    "soreness": "Soreness, 0 to 10",
    "strength_pct": "Leg strength, % of usual",
    "strength_loss_pct": "Leg strength lost, %",
    "dvo2_pct": "Oxygen for the same pace, % above usual",
    "soreness_change_pct": "Soreness against the first time, %",
    "prs": "Felt recovery, 0 to 10",
}
RATIOS, FIRST_RATIO_H = ("soreness_change_pct",), 12.0
DAYS = [0, 24, 48, 72, 96, 120, 144, 168]
INSIDE, OUTSIDE, FIXED, SPAN = "inside the band", "outside the band", "1 by definition", "published range"
KINDS = [INSIDE, OUTSIDE, FIXED]
SHAPES = ["circle", "diamond", "square"]
FILLS = [PUBLISHED, "transparent", GREY]
NUMBERS = ("hour", "value", "median", "low", "high", "least", "most")
PUBLISHED_SCHEMA = pa.schema([*((name, pa.float64()) for name in NUMBERS), ("kind", pa.string())])


@dataclass(frozen=True)
class FitPanel:
    """One quantity of a published table, drawn.

    Attributes
    ----------
    title : str
        The quantity with its unit.
    figure : Figure
        The chart.
    """

    title: str
    figure: Figure


@kept("arms")
def fit_spec(*, arms: bool) -> dict[str, Any]:
    """Return the spec of one quantity: one curve with its band, or one for each arm of a trial."""
    axis = alt.Axis(grid=False, values=DAYS)
    x = alt.X("hour:Q", title="Hours after the session", scale=alt.Scale(nice=False), axis=axis)
    y = alt.Y("median:Q", title=None, scale=alt.Scale(zero=False, nice=True))
    model = alt.Chart(alt.NamedData("model")).encode(x=x)
    names = alt.Legend(title=None, orient="top", symbolOpacity=1)  # else as faint as the bands
    colors = alt.Scale(range=[MODEL, OTHER_ARM])
    color: Any = alt.Color("arm:N", legend=names, scale=colors) if arms else alt.value(MODEL)
    low = alt.Y("low:Q", title=None)
    band = model.mark_area(opacity=0.10 if arms else 0.18).encode(y=low, y2="high:Q", color=color)
    line = model.mark_line(strokeWidth=2.5).encode(y=y, color=color)
    told = [
        alt.Tooltip("hour:Q", title="Hours after", format=".0f"),
        alt.Tooltip("value:Q", title="Published", format=".3~g"),
        alt.Tooltip("median:Q", title="Model", format=".3~g"),
        alt.Tooltip("low:Q", title="Band from", format=".3~g"),
        alt.Tooltip("high:Q", title="to", format=".3~g"),
        alt.Tooltip("kind:N", title="Published mean"),
    ]
    points = alt.Chart(alt.NamedData("published")).encode(x=x, tooltip=told)
    means = points.transform_filter(f"datum.kind !== '{SPAN}'").mark_point(size=70, opacity=1, strokeWidth=2)
    filled = alt.Fill("kind:N", legend=None, scale=alt.Scale(domain=KINDS, range=FILLS))
    shape = alt.Shape("kind:N", legend=None, scale=alt.Scale(domain=KINDS, range=SHAPES))
    spans = points.transform_filter(f"datum.kind === '{SPAN}'").mark_rule(color=PUBLISHED, strokeWidth=5, opacity=0.75)
    chart = alt.layer(
        band,
        line,
        spans.encode(y=alt.Y("least:Q", title=None), y2="most:Q"),
        means.encode(y=alt.Y("value:Q", title=None), fill=filled, shape=shape, stroke=alt.value(PUBLISHED)),
    )
    return finished(chart.properties(height=190, width="container"))


def _kind(point: Point) -> str:
    """Return where a published mean lies."""
    return OUTSIDE if point.inside is False else INSIDE


def _row(point: Point, kind: str, least: float | None = None, most: float | None = None) -> dict[str, Any]:
    low, high = (None if edge is None else float(edge) for edge in (point.low80, point.high80))
    return {
        "hour": float(point.hour), "value": point.published, "median": float(point.median), "low": low, "high": high,
        "kind": kind, "least": least, "most": most,
    }  # fmt: skip


def _published(check: Check, curve: Curve, points: Sequence[Point]) -> list[dict[str, Any]]:
    """Return what was published beside a curve: means, or the range they lie in."""
    table = check.dataset
    if table.compares == "range":
        return [_row(point, SPAN, table.low, table.high) for point in points]
    rows = [_row(point, _kind(point)) for point in points]
    if curve.quantity == "shape":
        rows.append(_row(curve.point(24.0, 1.0), FIXED))
    return rows


def _model(curves: Sequence[Curve], until: float) -> pa.Table:
    parts = []
    for curve in curves:
        # In the first hours there is next to no soreness to compare, and the ratio of the two runs away.
        shown = (curve.hours <= until) & (curve.hours >= (FIRST_RATIO_H if curve.quantity in RATIOS else 0.0))
        edges = {"median": curve.median, "low": curve.low80, "high": curve.high80}
        columns = {name: np.round(each[shown], 3) for name, each in edges.items()}
        parts.append(pa.table({"hour": curve.hours[shown], **columns, "arm": [curve.arm] * int(shown.sum())}))
    return pa.concat_tables(parts)


def _panel(check: Check, curves: Sequence[Curve], points: Sequence[Point]) -> FitPanel:
    """Return the curves of one quantity with what was published."""
    title = QUANTITIES[curves[0].quantity]
    rows = _published(check, curves[0], points)
    asked = [outcome.rule.hour for outcome in check.outcomes]
    until = max(LEAST_H, max([*(row["hour"] for row in rows), *asked], default=0.0) + BEYOND_H)
    arms = len(curves) > 1
    told = f"{check.dataset.name}. {title}, over the hours after the session: the model's median and its 80 % range"
    said = f"{told}{', one curve for each group of the trial' if arms else ''}"
    said += ", with the published means as points." if rows else "."
    published = pa.Table.from_pylist(rows, schema=PUBLISHED_SCHEMA)
    return FitPanel(title, Figure(fit_spec(arms=arms), {"model": _model(curves, until), "published": published}, said))


def fit_panels(check: Check) -> tuple[FitPanel, ...]:
    """Return a published table drawn against the model, one panel for each quantity; none where nothing compares.

    Parameters
    ----------
    check : Check
        The table held against the model.
    """
    quantities = dict.fromkeys(curve.quantity for curve in check.curves)
    panels = []
    for quantity in quantities:
        curves = [curve for curve in check.curves if curve.quantity == quantity]
        of_shape = check.dataset.compares == "shape" and quantity == "soreness"
        if of_shape and not check.levels:
            continue  # soreness on a scale that does not turn into 0-10 has nothing to stand beside
        panels.append(_panel(check, curves, check.levels if of_shape else check.points))
    return tuple(panels)


def fit_table(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """Return every published number beside the model's, one row each."""
    return [row for check in checks for row in _rows(check)]


def _rows(check: Check) -> Iterator[dict[str, Any]]:
    table = check.dataset
    scored = QUANTITIES.get("shape" if table.compares == "shape" else table.quantity, table.quantity)
    for quantity, points in ((scored, check.points), (QUANTITIES["soreness"], check.levels)):
        for point in points:
            yield {
                "Table": table.id,
                "What": quantity,
                "Hours after": point.hour,
                "Published": point.published,
                "Published range": f"{table.low:g} to {table.high:g}" if table.compares == "range" else "",
                "Model": point.median,
                "Band from": point.low80,
                "Band to": point.high80,
                "Inside": {True: "yes", False: "no", None: ""}[point.inside],
            }
