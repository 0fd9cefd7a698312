"""Four weeks of mornings on one chart: soreness, sleep, load, and what was allowed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import pyarrow as pa

from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, VERDICT_COLORS, Figure, columns, finished, stamps
from legrun.scenario.names import VERDICT_NAMES, VERDICTS, Verdict
from legrun.wording.languages import short_date

__all__ = ["DayMark", "mornings_figure", "mornings_table"]

HEIGHT = 340
NAMES = ("Soreness, 0 to 10", "Sleep, h")
COLORS, SHAPES = ("#8b6cc4", "#4f86c6"), ("circle", "diamond")
STRIP_Y = -0.9
LEAST_TOP_AU = 100.0
ALT = "Soreness, hours of sleep, load and the verdict of each of the last 28 mornings; the table below holds each."


@dataclass(frozen=True)
class DayMark:
    """One morning.

    Attributes
    ----------
    day : datetime.date
        Which.
    soreness : float or None
        As rated. [0-10]
    sleep_h : float or None
        Of the night before. [h]
    load_au : float
        Of the sessions of that day. [AU]
    verdict : str or None
        What was allowed; None where there was no verdict.
    """

    day: dt.date
    soreness: float | None
    sleep_h: float | None
    load_au: float
    verdict: Verdict | None


# Soreness and hours of sleep share an axis; the verdicts stand in a strip below it.
FELT = alt.Scale(domain=[-1.5, 12])


@kept()
def _spec() -> dict[str, Any]:
    x = alt.X("day:T", title=None, scale=alt.Scale(type="utc"), axis=alt.Axis(format="%-d %b", grid=False))
    felt = alt.layer(_ratings(x), _verdicts(x)).resolve_scale(color="independent")
    title = alt.TitleParams("Four weeks of mornings", anchor="start", fontSize=13, offset=6)
    drawn = alt.layer(_loads(x), felt).resolve_scale(y="independent")
    return finished(drawn.properties(height=HEIGHT, width="container", title=title))


def _loads(x: alt.X) -> alt.LayerChart | alt.FacetChart:
    """Return the loads as bars, on an axis that has a length where there was no session at all."""
    loads = alt.Chart(alt.NamedData("loads")).encode(x=x)
    axis = alt.Axis(orient="right", grid=False, tickCount=4, format=",.0f")
    bars = loads.mark_bar(color=GREY, opacity=0.35, width=9).encode(
        y=alt.Y("load:Q", title=None, axis=axis),
        tooltip=[alt.Tooltip("told:N", title="Day"), alt.Tooltip("load:Q", title="Load, AU", format=".0f")],
    )
    unseen = loads.mark_rule(color=GREY, opacity=0)
    top = unseen.encode(y=alt.Y("top:Q", title=None, axis=axis), tooltip=alt.value(None))
    return alt.layer(bars, top)


def _ratings(x: alt.X) -> alt.Chart:
    scale = alt.Scale(domain=list(NAMES), range=list(COLORS))
    # Above the curves, as the verdicts have theirs below: side by side they do not fit a phone.
    legend = alt.Legend(orient="top", title=None, columns=2)
    axis = alt.Axis(values=[0, 2, 4, 6, 8, 10])
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("ratings"))
        .mark_line(point=alt.OverlayMarkDef(size=45), strokeWidth=1.5)
        .encode(
            x=x,
            y=alt.Y("value:Q", title=None, scale=FELT, axis=axis),
            color=alt.Color("name:N", scale=scale, legend=legend),
            shape=alt.Shape("name:N", scale=alt.Scale(domain=list(NAMES), range=list(SHAPES)), legend=None),
            tooltip=[
                alt.Tooltip("told:N", title="Day"),
                alt.Tooltip("name:N", title="What"),
                alt.Tooltip("value:Q", title="Value", format=".3~g"),
            ],
        )
    )
    return chart


def _verdicts(x: alt.X) -> alt.Chart:
    scale = alt.Scale(domain=list(VERDICT_NAMES.values()), range=[VERDICT_COLORS[v] for v in VERDICTS])
    legend = alt.Legend(orient="bottom", title=None, columns=columns(5))
    chart: alt.Chart = (
        alt.Chart(alt.NamedData("verdicts"))
        .mark_square(size=110)
        .encode(
            x=x,
            y=alt.Y("at:Q", scale=FELT),
            color=alt.Color("verdict:N", scale=scale, legend=legend),
            tooltip=[alt.Tooltip("told:N", title="Day"), alt.Tooltip("verdict:N", title="Allowed")],
        )
    )
    return chart


def mornings_figure(marks: Sequence[DayMark]) -> Figure:
    """Return the chart of some mornings.

    Parameters
    ----------
    marks : sequence of DayMark
        The mornings, oldest first.
    """
    ratings = [
        (mark.day, name, number)
        for mark in marks
        for name, number in zip(NAMES, (mark.soreness, mark.sleep_h), strict=True)
        if number is not None
    ]
    loads = [round(mark.load_au, 1) for mark in marks]
    told = [(mark.day, VERDICT_NAMES[mark.verdict]) for mark in marks if mark.verdict is not None]
    return Figure(
        _spec(),
        {
            "loads": _table([mark.day for mark in marks], load=loads, top=[max([*loads, LEAST_TOP_AU])] * len(loads)),
            "ratings": _table(
                [day for day, _, _ in ratings],
                name=[name for _, name, _ in ratings],
                value=[float(number) for *_, number in ratings],
            ),
            "verdicts": _table(
                [day for day, _ in told], verdict=[verdict for _, verdict in told], at=[STRIP_Y] * len(told)
            ),
        },
        ALT,
    )


def _table(days: Sequence[dt.date], **columns: Sequence[Any]) -> pa.Table:
    kinds = {"name": pa.string(), "verdict": pa.string()}
    return pa.table(
        {
            "day": stamps([dt.datetime.combine(day, dt.time()) for day in days]),
            "told": pa.array(list(map(short_date, days)), pa.string()),
            **{name: pa.array(cells, kinds.get(name, pa.float64())) for name, cells in columns.items()},
        }
    )


def mornings_table(marks: Sequence[DayMark]) -> pd.DataFrame:
    """Return the mornings as a table, newest first."""
    return pd.DataFrame(
        {
            "Day": [short_date(mark.day) for mark in marks],
            "Soreness": pd.array([mark.soreness for mark in marks], dtype="Float64"),
            "Sleep (h)": pd.array([mark.sleep_h for mark in marks], dtype="Float64"),
            "Load (AU)": [round(mark.load_au) for mark in marks],
            "Allowed": ["\u2013" if mark.verdict is None else VERDICT_NAMES[mark.verdict] for mark in marks],
        }
    ).iloc[::-1]
