"""Months of a log: load by week, fitness and fatigue, soreness reported against expected, sleep."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from legrun.calibration import Forecast
from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, Figure, columns, finished
from legrun.evidence import value
from legrun.scenario import KINDS
from legrun.scenario.hours import DAY
from legrun.scenario.names import KIND_NAMES
from legrun.trends import Trend, Week

__all__ = [
    "load_figure",
    "load_table",
    "sleep_figure",
    "sleep_table",
    "soreness_figure",
    "soreness_table",
    "trend_figure",
    "trend_table",
]

HEIGHT = 300
# The colour of each kind of session in both themes.
KIND_COLORS = ("#c2632b", "#14958a", "#7cc5bd", "#8b6cc4", "#a8937a")
TREND_NAMES = {"fitness": "Fitness (42 days)", "fatigue": "Fatigue (7 days)", "form": "Form"}
TREND_COLORS = ("#14958a", "#c2632b", "#8b6cc4")
SORE, SLEPT = "#8b6cc4", "#4f86c6"
ENOUGH_H = value("score.sleep_from_h")

LOAD_ALT = "Load of each week in AU, stacked by kind of session; the table below holds every week."
TREND_ALT = "Fitness, fatigue and form of every day, in AU per day; the table below holds every Sunday."
SORENESS_ALT = (
    "Soreness as rated, beside what the ratings before led to expect and its 80 % range; the table below holds each."
)
SLEEP_ALT = "Hours of sleep of every night, with a line at 7 hours; the table below holds every night."


def _time() -> alt.X:
    axis = alt.Axis(format="%-d %b %Y", tickCount=5, labelOverlap=True, grid=False)
    return alt.X("day:T", title=None, scale=alt.Scale(type="utc"), axis=axis)


def _colors(names: Sequence[str], colors: Sequence[str], field: str) -> alt.Color:
    legend = alt.Legend(orient="bottom", title=None, columns=columns(5))
    return alt.Color(field, scale=alt.Scale(domain=list(names), range=list(colors)), legend=legend)


def _spec(chart: alt.Chart | alt.LayerChart | alt.FacetChart, title: str) -> dict[str, Any]:
    # Its name stands above the chart, not along it, which leaves a phone more room.
    above = alt.TitleParams(title, anchor="start", fontSize=13, offset=6)
    sized = chart.properties(height=HEIGHT, width="container", title=above)
    return finished(sized)


def _stamps(days: Sequence[dt.date] | np.ndarray[Any, Any]) -> pa.Array:
    """Return days, or local times, as if they were UTC, which the chart's axis is in too."""
    return pa.array(np.asarray(days, dtype="datetime64[ms]"), type=pa.timestamp("ms", tz="UTC"))


@kept()
def _load_spec() -> dict[str, Any]:
    bars = alt.Chart(alt.NamedData("weeks")).mark_rect()
    y = alt.Y("low:Q", title=None, axis=alt.Axis(tickCount=5))
    tooltip = [
        alt.Tooltip("told:N", title="Week of"),
        alt.Tooltip("kind:N", title="Kind"),
        alt.Tooltip("load:Q", title="Load, AU", format=",.0f"),
        alt.Tooltip("total:Q", title="Whole week, AU", format=",.0f"),
    ]
    color = _colors(list(KIND_NAMES.values()), KIND_COLORS, "kind:N")
    drawn = bars.encode(x=_time(), x2="end:T", y=y, y2="high:Q", color=color, tooltip=tooltip)
    return _spec(drawn, "Load a week, AU")


def load_figure(weeks: Sequence[Week]) -> Figure:
    """Return the load of every week, stacked by kind of session."""
    rows = []
    for week in weeks:
        low = 0.0
        for kind in KINDS:
            load = week.by_kind[kind]
            if load:
                rows.append((week, KIND_NAMES[kind], load, low))
                low += load
    numbers = {
        "load": [load for _, _, load, _ in rows],
        "low": [low for _, _, _, low in rows],
        "high": [low + load for _, _, load, low in rows],
        "total": [week.load_au for week, *_ in rows],
    }
    table = pa.table(
        {
            "day": _stamps([week.monday for week, *_ in rows]),
            "end": _stamps([dt.datetime.combine(week.monday + 6 * DAY, dt.time(12)) for week, *_ in rows]),
            "told": pa.array([f"{week.monday.day} {week.monday:%b %Y}" for week, *_ in rows], pa.string()),
            "kind": pa.array([kind for _, kind, *_ in rows], pa.string()),
            **{name: pa.array(np.round(each, 1), pa.float64()) for name, each in numbers.items()},
        }
    )
    there = {kind for _, kind, *_ in rows}
    named = _naming(_load_spec(), [kind for kind in KIND_NAMES.values() if kind in there])
    return Figure(named, {"weeks": table}, LOAD_ALT)


def _naming(spec: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """Return a spec whose legend names what is there, each in the colour that it always has."""
    encoding, color = spec["encoding"], spec["encoding"]["color"]
    legend = {**color["legend"], "values": list(names)}
    return {**spec, "encoding": {**encoding, "color": {**color, "legend": legend}}}


def load_table(weeks: Sequence[Week]) -> pd.DataFrame:
    """Return every week as a row, newest first."""
    return pd.DataFrame(
        {
            "Week of": [week.monday for week in weeks],
            "Load (AU)": [round(week.load_au) for week in weeks],
            **{f"{name} (AU)": [round(week.by_kind[kind]) for week in weeks] for kind, name in KIND_NAMES.items()},
            "Leg days": [week.leg_days for week in weeks],
            "Longest run (min)": [round(week.longest_run_minutes) for week in weeks],
            "Monotony": [_even(week.monotony) for week in weeks],
            "Strain (AU)": [_even(week.strain, digits=0) for week in weeks],
            "Days": [week.days for week in weeks],
        }
    ).iloc[::-1]


def _even(number: float, *, digits: int = 2) -> str:
    """Return a monotony or strain in words; the most even week must not read as the least."""
    if math.isnan(number):
        return "–"
    return "every day the same" if math.isinf(number) else f"{number:.{digits}f}"


@kept()
def _trend_spec() -> dict[str, Any]:
    lines = alt.Chart(alt.NamedData("trend"))
    zero = lines.transform_aggregate(n="count()").mark_rule(color=GREY, strokeWidth=1)
    drawn = lines.mark_line(strokeWidth=2).encode(
        x=_time(),
        y=alt.Y("value:Q", title=None, axis=alt.Axis(tickCount=5)),
        color=_colors(list(TREND_NAMES.values()), TREND_COLORS, "name:N"),
        tooltip=[
            alt.Tooltip("told:N", title="Day"),
            alt.Tooltip("name:N", title="What"),
            alt.Tooltip("value:Q", title="AU a day", format=".0f"),
        ],
    )
    return _spec(alt.layer(zero.encode(y=alt.datum(0)), drawn), "Load, AU a day")


def trend_figure(trend: Trend) -> Figure:
    """Return fitness, fatigue and form of every day."""
    told = np.datetime_as_string(trend.days).tolist() if trend.days.size else []
    series = (trend.fitness, trend.fatigue, trend.form)
    table = pa.table(
        {
            "day": _stamps(np.tile(trend.days, 3)),
            "told": pa.array(told * 3, pa.string()),
            "name": pa.array(np.repeat(list(TREND_NAMES.values()), trend.days.size).tolist(), pa.string()),
            "value": np.round(np.concatenate(series), 1),
        }
    )
    return Figure(_trend_spec(), {"trend": table}, TREND_ALT)


def trend_table(trend: Trend) -> pd.DataFrame:
    """Return the trend at the end of every week, and of the last day, newest first."""
    table = pd.DataFrame(
        {
            "Day": trend.days.astype("datetime64[s]"),
            "Load (AU)": trend.load.round(),
            "Fitness (AU a day)": trend.fitness.round(1),
            "Fatigue (AU a day)": trend.fatigue.round(1),
            "Form (AU a day)": trend.form.round(1),
        }
    )
    sundays = np.array([day.weekday() == 6 for day in trend.days.tolist()], dtype=bool)
    sundays[-1:] = True
    return table.loc[sundays].iloc[::-1]


@kept()
def _soreness_spec() -> dict[str, Any]:
    rows = alt.Chart(alt.NamedData("ratings")).encode(x=_time())
    scale = alt.Scale(domain=[0, 10])
    axis = alt.Axis(values=[0, 2, 4, 6, 8, 10])
    tooltip = [
        alt.Tooltip("told:N", title="Rated"),
        alt.Tooltip("rated:Q", title="Soreness", format=".1f"),
        alt.Tooltip("expected:Q", title="Expected", format=".1f"),
        alt.Tooltip("low:Q", title="80 % range from", format=".1f"),
        alt.Tooltip("high:Q", title="to", format=".1f"),
    ]
    band = rows.mark_rule(color=SORE, strokeWidth=6, opacity=0.3, strokeCap="round").encode(
        y=alt.Y("low:Q", title=None, scale=scale, axis=axis), y2="high:Q"
    )
    middle = rows.mark_tick(color=SORE, thickness=2, size=10, orient="horizontal").encode(
        y=alt.Y("expected:Q", scale=scale, axis=axis)
    )
    dots = rows.mark_point(filled=True, size=42, color="#c2632b", opacity=1).encode(
        y=alt.Y("rated:Q", scale=scale, axis=axis), tooltip=tooltip
    )
    return _spec(alt.layer(band, middle, dots), "Soreness, 0 to 10")


def soreness_figure(forecasts: Sequence[Forecast], *, own: bool) -> Figure:
    """Return every rating beside what was expected: of the person's own response, or of the average person."""
    expected = [f.own if own else f.default for f in forecasts]
    table = pa.table(
        {
            "day": _stamps([f.time for f in forecasts]),
            "told": pa.array([f"{f.time.day} {f.time:%b %Y, %H:%M}" for f in forecasts], pa.string()),
            "rated": pa.array([f.rated for f in forecasts], pa.float64()),
            "expected": pa.array([round(each.median, 2) for each in expected], pa.float64()),
            "low": pa.array([round(each.low80, 2) for each in expected], pa.float64()),
            "high": pa.array([round(each.high80, 2) for each in expected], pa.float64()),
        }
    )
    return Figure(_soreness_spec(), {"ratings": table}, SORENESS_ALT)


def soreness_table(forecasts: Sequence[Forecast], *, own: bool) -> pd.DataFrame:
    """Return every rating and what was expected of it, first what the chart draws, newest rating first."""
    names = {"Your own response": [f.own for f in forecasts], "Average person": [f.default for f in forecasts]}
    drawn, other = names if own else reversed(names)
    return pd.DataFrame(
        {
            "Rated": [f.time for f in forecasts],
            "Soreness": [f.rated for f in forecasts],
            drawn: [round(each.median, 1) for each in names[drawn]],
            "Its 80 % range": [f"{each.low80:.1f} to {each.high80:.1f}" for each in names[drawn]],
            other: [round(each.median, 1) for each in names[other]],
            "Last rating": [f.last for f in forecasts],
            "Mean so far": [None if f.mean is None else round(f.mean, 1) for f in forecasts],
        }
    ).iloc[::-1]


@kept()
def _sleep_spec() -> dict[str, Any]:
    bars = alt.Chart(alt.NamedData("nights")).mark_rect(color=SLEPT)
    y = alt.Y("zero:Q", title=None, axis=alt.Axis(tickCount=5))
    tooltip = [alt.Tooltip("told:N", title="Night to"), alt.Tooltip("hours:Q", title="Hours", format=".1f")]
    enough = alt.Chart(alt.NamedData("nights")).transform_aggregate(n="count()")
    line = enough.mark_rule(color=GREY, strokeWidth=1.5, strokeDash=[5, 4]).encode(y=alt.datum(ENOUGH_H))
    return _spec(
        alt.layer(bars.encode(x=_time(), x2="end:T", y=y, y2="hours:Q", tooltip=tooltip), line), "Sleep, hours a night"
    )


def sleep_figure(nights: Mapping[dt.date, float]) -> Figure:
    """Return the hours of sleep of every night, by the date it ends on."""
    table = pa.table(
        {
            "day": _stamps([dt.datetime.combine(day, dt.time()) for day in nights]),
            "end": _stamps([dt.datetime.combine(day, dt.time(20)) for day in nights]),
            "told": pa.array([f"{day:%a} {day.day} {day:%b %Y}" for day in nights], pa.string()),
            "zero": pa.array([0.0] * len(nights), pa.float64()),
            "hours": pa.array([round(hours, 2) for hours in nights.values()], pa.float64()),
        }
    )
    return Figure(_sleep_spec(), {"nights": table}, SLEEP_ALT)


def sleep_table(nights: Mapping[dt.date, float]) -> pd.DataFrame:
    """Return every night, newest first."""
    return pd.DataFrame({"Night to": list(nights), "Hours": [round(hours, 1) for hours in nights.values()]}).iloc[::-1]
