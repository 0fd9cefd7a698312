"""Up to four scenarios on one chart: recovery with its zones, leg strength lost and soreness, each from its now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa

from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import (
    GREY,
    VERDICT_COLORS,
    Figure,
    cells,
    finished,
    haloed,
    pointer,
    stacked,
    stamps,
    tick_labels,
    zones,
)
from legrun.compare import LETTERS, Outcome
from legrun.forecast.projection import Band
from legrun.model.kinetics import Array
from legrun.model.sleep_clock import NIGHT_ENDS, NIGHT_STARTS

__all__ = ["LINE_COLORS", "LINE_DASHES", "overlay_figure", "overlay_table"]

# Okabe and Ito's colours, told apart by colour-blind eyes and seen on white and on near-black.
LINE_COLORS = ("#0072b2", "#d55e00", "#009e73", "#b3649a")
LINE_DASHES = ([1, 0], [9, 5], [2, 3], [10, 4, 2, 4])
POINTED_EVERY_H = 3
# Where curves may bear their letters, clear of the axis and of the zones' names, and what one takes up on a phone.
LETTERS_FROM_H, LETTERS_TO_H = 20, 120  # [h]
LETTER_WIDTH_H, LETTER_HEIGHT = 14, 9.0  # [h], [points]
LEAST_APART = 7.0  # a letter at the top of the panel and its dot [points]
OVERLAY_ALT = (
    "Up to four scenarios over the week ahead, each a line with its own colour and dashes: recovery from 0 to 100 with "
    "its five zones, leg strength lost, and soreness, each with its range. The sentence above says what matters, the "
    "table below has the numbers."
)


@dataclass(frozen=True)
class Panel:
    """One panel: a quantity, its title and its axis; heights on the page and when presented. [px]"""

    name: str
    title: str
    ticks: tuple[int, ...]
    heights: tuple[int, int]


PANELS = (
    Panel("recovery", "Recovery, 0 to 100", (0, 50, 100), (230, 160)),
    Panel("fatigue", "Leg strength lost, %", (0, 25, 50), (80, 42)),
    Panel("soreness", "Soreness, 0 to 10", (0, 5, 10), (80, 42)),
)


@dataclass(frozen=True)
class Type:
    """Sizes of the type. [px]"""

    plain: int
    title: int
    stroke: float

    @staticmethod
    def of(*, large: bool) -> Type:
        """Return the sizes for a screen of one's own, or for one that a client looks at."""
        return Type(18, 20, 4) if large else Type(12, 13, 2.5)


def _time(*, clock: bool, last: bool, sizes: Type) -> alt.X:
    """Return the time axis: the days of the calendar, or days from each scenario's own now."""
    shown: dict[str, Any] = {
        "labels": last,
        "ticks": last,
        "grid": True,
        "labelFontSize": sizes.plain,
        "labelOverlap": True,
        "labelFlush": 2 * sizes.plain,
    }
    if clock:
        axis = alt.Axis(format="%a %-d", tickCount="day", **shown)
        return alt.X("time:T", title=None, scale=alt.Scale(type="utc"), axis=axis)
    words = "datum.value == 0 ? 'now' : datum.value + (datum.value == 1 ? ' day' : ' days')"
    axis = alt.Axis(values=list(range(8)), labelExpr=words, **shown)
    return alt.X("day:Q", title=None, scale=alt.Scale(domain=[0, 7], nice=False), axis=axis)


def _panel(panel: Panel, hover: alt.Parameter, *, clock: bool, large: bool) -> alt.LayerChart | alt.FacetChart:
    """Return one panel of the chart."""
    sizes, last = Type.of(large=large), panel is PANELS[-1]
    x = _time(clock=clock, last=last, sizes=sizes)
    inside = alt.Axis(
        values=list(panel.ticks), labels=False, ticks=False, domain=False, title=None, minExtent=0, maxExtent=0
    )
    scale = alt.Scale(domain=[0, panel.ticks[-1]], clamp=True)
    week = alt.Chart(alt.NamedData("week")).encode(x=x, color=_color(sizes, first=panel is PANELS[0]))
    layers: list[alt.Chart] = list(_behind(panel, scale, inside, clock=clock))
    low = alt.Y(f"{panel.name}_low:Q", scale=scale, axis=inside)
    edge = alt.Stroke("name:N", scale=alt.Scale(range=list(LINE_COLORS)), legend=None)
    band = week.mark_area(fillOpacity=0.1, strokeOpacity=0.5, strokeWidth=1)
    layers.append(band.encode(y=low, y2=f"{panel.name}_high:Q", stroke=edge))
    line = week.mark_line(strokeWidth=sizes.stroke).encode(
        y=alt.Y(f"{panel.name}:Q", scale=scale, axis=inside), strokeDash=_dash(sizes, first=panel is PANELS[0])
    )
    layers.append(line)
    layers += tick_labels(panel.ticks, alt.Y("tick:Q", scale=scale, axis=inside), sizes.plain)
    if panel is PANELS[0]:
        layers += _zone_names(scale, inside, sizes)
        layers += _letters(x, scale, inside, sizes)
    since = alt.X("since:T", scale=alt.Scale(type="utc")) if clock else alt.X("since:Q")
    layers += pointer(alt.Chart(alt.NamedData("pointed")), x, since, hover, _tooltip())
    title = alt.TitleParams(panel.title, anchor="start", fontSize=sizes.title, offset=2)
    return alt.layer(*layers).properties(height=panel.heights[large], width="container", title=title)


def _tooltip() -> list[alt.Tooltip]:
    """Return what pointing at an hour says, the same in every panel."""
    return [alt.Tooltip("when:N", title="Time"), *(alt.Tooltip(f"{p.name}:N", title=p.title) for p in PANELS)]


def _legend(sizes: Type, *, first: bool) -> alt.Legend | None:
    """Return the legend: one scenario under the other, which fits a phone as well.

    Presented, the names stand under the chart with the letters of the curves, and it would push them off the screen.
    """
    if not first or sizes == Type.of(large=True):
        return None
    return alt.Legend(
        title=None, orient="top", direction="vertical", columns=1, labelFontSize=sizes.title, labelLimit=340,
        symbolType="stroke", symbolSize=900, symbolStrokeWidth=sizes.stroke, symbolOpacity=1, offset=8,
    )  # fmt: skip


def _color(sizes: Type, *, first: bool) -> alt.Color:
    return alt.Color("name:N", scale=alt.Scale(range=list(LINE_COLORS)), legend=_legend(sizes, first=first))


def _dash(sizes: Type, *, first: bool) -> alt.StrokeDash:
    return alt.StrokeDash("name:N", scale=alt.Scale(range=list(LINE_DASHES)), legend=_legend(sizes, first=first))


def _behind(panel: Panel, scale: alt.Scale, axis: alt.Axis, *, clock: bool) -> Iterator[alt.Chart]:
    """Yield what lies behind the lines: nights on a calendar, and the zones of recovery."""
    if clock:
        nights = alt.Chart(alt.NamedData("nights")).mark_rect(color=GREY, opacity=0.13)
        yield nights.encode(x=alt.X("time:T", scale=alt.Scale(type="utc")), x2="end:T")
    if panel is not PANELS[0]:
        return
    chart = alt.Chart(zones())
    # Filled, not coloured: the colours are those of the lines.
    fill = alt.Fill("verdict:N", scale=alt.Scale(domain=list(VERDICT_COLORS), range=list(VERDICT_COLORS.values())))
    shade = chart.mark_rect(color=GREY, opacity=0.13)
    yield shade.encode(y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q", fill=fill.legend(None))


def _zone_names(scale: alt.Scale, axis: alt.Axis, sizes: Type) -> list[alt.Chart]:
    """Return the names of the zones, over the lines that run through them."""
    y = alt.Y("mid:Q", scale=scale, axis=axis)
    names = alt.Chart(zones()).encode(x=alt.value("width"), y=y, text="name:N")
    return haloed(names, align="right", dx=-4, fontSize=sizes.plain, fontWeight=600)


def _letters(x: alt.X, scale: alt.Scale, axis: alt.Axis, sizes: Type) -> list[alt.Chart]:
    """Return a letter at each curve, and a dot on the curve that it names."""
    letters = alt.Chart(alt.NamedData("letters")).encode(x=x)
    color = _color(sizes, first=False)
    dot = letters.mark_point(filled=True, size=30 * sizes.stroke, opacity=1)
    named = letters.encode(y=alt.Y("beside:Q", scale=scale, axis=axis), text="letter:N")
    return [
        dot.encode(y=alt.Y("recovery:Q", scale=scale, axis=axis), color=color),
        *haloed(named, fontSize=sizes.title, fontWeight=700),
    ]


@kept("clock", "large")
def overlay_spec(*, clock: bool, large: bool) -> dict[str, Any]:
    """Return the spec: on a calendar or from each one's now, on the page or presented."""
    field = "time" if clock else "day"
    hover = alt.selection_point(name="hover", fields=[field], on="pointerover", clear="pointerout", empty=False)
    panels = [_panel(panel, hover, clock=clock, large=large) for panel in PANELS]
    chart = stacked(panels, spacing=8).resolve_scale(x="shared", color="independent", strokeDash="independent")
    return finished(chart)


def overlay_figure(outcomes: Sequence[Outcome], names: Sequence[str], *, large: bool = False) -> Figure:
    """Return the weeks of several scenarios on one chart.

    Parameters
    ----------
    outcomes : sequence of Outcome
        One to four.
    names : sequence of str
        What each is called; a letter is put in front of it.
    large : bool
        Whether it is shown to somebody: larger type and lines.

    Returns
    -------
    Figure
        On the days of the calendar where all answer for the same moment, else on days from each one's now.
    """
    clock = len({each.scenario.now for each in outcomes}) == 1
    tables = [_lines(each, f"{letter}  {name}") for each, letter, name in zip(outcomes, LETTERS, names, strict=False)]
    datasets = {"week": pa.concat_tables(tables), "pointed": _pointed(outcomes), "letters": _lettered(tables)}
    if clock:
        datasets["nights"] = _nights(outcomes[0].scenario.now, outcomes[0].week.times.size - 1)
    return Figure(overlay_spec(clock=clock, large=large), datasets, OVERLAY_ALT)


def _bands(each: Outcome) -> dict[str, Band]:
    return {"recovery": each.week.recovery, "fatigue": each.week.fatigue_pct, "soreness": each.week.soreness}


def _lines(each: Outcome, name: str) -> pa.Table:
    """Return one scenario's medians and 80 % ranges, rounded to what can be seen."""
    columns: dict[str, Any] = {}
    for quantity, band in _bands(each).items():
        ends = {"": band.median, "_low": band.low80, "_high": band.high80}
        columns |= {f"{quantity}{end}": np.round(row, 2) for end, row in ends.items()}
    times = each.week.times
    days = np.arange(times.size) / 24
    return pa.table({"name": [name] * times.size, "time": stamps(times), "day": days, **columns})


def _lettered(tables: Sequence[pa.Table]) -> pa.Table:
    """Return where each curve of recovery bears its letter: side by side, about where they lie furthest apart.

    Each letter has hours of its own, so that no two collide however close the curves are.
    """
    curves = np.array([table["recovery"].to_numpy() for table in tables])
    last = LETTERS_TO_H - LETTER_WIDTH_H * (len(tables) - 1)
    first = LETTERS_FROM_H + int(np.ptp(curves[:, LETTERS_FROM_H : last + 1], axis=0).argmax())
    rows = []
    for place, (table, letter) in enumerate(zip(tables, LETTERS, strict=False)):
        hour = first + LETTER_WIDTH_H * place
        named = {key: table[key][hour].as_py() for key in ("name", "time", "day", "recovery")}
        rows.append({**named, "letter": letter, "beside": _beside(curves[:, hour], place)})
    kept = [tables[0].schema.field(key) for key in ("name", "time", "day", "recovery")]
    return pa.Table.from_pylist(rows, pa.schema([*kept, ("letter", pa.string()), ("beside", pa.float64())]))


def _beside(curves: Array, place: int) -> float:
    """Return how high a letter stands: above or below its curve, where it is further from all others."""
    own, others = float(curves[place]), np.delete(curves, place)
    above, below = min(own + LETTER_HEIGHT, 100.0), own - LETTER_HEIGHT
    if below < 0:
        return above
    sides = (above, below) if above - own >= LEAST_APART else (below,)
    return max(sides, key=lambda height: float(np.abs(others - height).min(initial=np.inf)))


def _pointed(outcomes: Sequence[Outcome]) -> pa.Table:
    """Return what to say at the hours that can be pointed at, all scenarios side by side."""
    times = outcomes[0].week.times[::POINTED_EVERY_H]
    said = {}
    for quantity, digits in (("recovery", 0), ("fatigue", 0), ("soreness", 1)):
        rows = [_bands(each)[quantity].median[::POINTED_EVERY_H] for each in outcomes]
        said[quantity] = [
            ",  ".join(f"{letter} {number:.{digits}f}" for letter, number in zip(LETTERS, numbers, strict=False))
            for numbers in zip(*rows, strict=True)
        ]
    hours = np.arange(times.size) * POINTED_EVERY_H
    same = len({each.scenario.now for each in outcomes}) == 1
    when = [f"{t:%a %H:%M}" for t in times.astype("datetime64[s]").tolist()] if same else [f"{h} h" for h in hours]
    days, every = hours / 24, outcomes[0].week.times
    edges = cells(days, (every.size - 1) / 24)
    if same:
        edges = {name: stamps(each) for name, each in cells(times, every[-1]).items()}
    return pa.table({"time": stamps(times), "day": days, **edges, "when": when, **said})


def _nights(now: dt.datetime, hours: int) -> pa.Table:
    """Return the nights of the chart."""
    last, midnight = now + dt.timedelta(hours=hours), dt.datetime.combine(now.date(), dt.time())
    spans = [
        (max(now, day + dt.timedelta(hours=NIGHT_STARTS)), min(last, day + dt.timedelta(hours=24 + NIGHT_ENDS)))
        for day in (midnight + dt.timedelta(days=number) for number in range(-1, hours // 24 + 1))
    ]
    shown = [(start, end) for start, end in spans if start < end]
    return pa.table({"time": stamps([start for start, _ in shown]), "end": stamps([end for _, end in shown])})


def overlay_table(outcomes: Sequence[Outcome]) -> pd.DataFrame:
    """Return the chart's data as a table to read: every sixth hour, medians with their 80 % range."""
    columns: dict[str, list[Any]] = {"Hours from now": list(range(0, outcomes[0].week.times.size, 6))}
    titles = {"recovery": ("Recovery", 0), "fatigue": ("Strength lost, %", 0), "soreness": ("Soreness", 1)}
    for quantity, (title, digits) in titles.items():
        for letter, each in zip(LETTERS, outcomes, strict=False):
            band = _bands(each)[quantity]
            rows = zip(band.median[::6], band.low80[::6], band.high80[::6], strict=True)
            columns[f"{letter}: {title}"] = [f"{m:.{digits}f} ({a:.{digits}f} to {b:.{digits}f})" for m, a, b in rows]
    return pd.DataFrame(columns)
