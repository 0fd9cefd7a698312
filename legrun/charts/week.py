"""The week: recovery with its zones, leg strength lost and soreness, on one time axis."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from legrun.answering import Answer
from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, Figure, finished, haloed, stacked, stamps, verdict_color, zones
from legrun.charts.labels import places
from legrun.forecast.projection import Projection
from legrun.model.kinetics import Array
from legrun.model.readiness import VERDICTS
from legrun.model.sleep_clock import NIGHT_ENDS, NIGHT_STARTS
from legrun.scenario import Scenario
from legrun.scenario.hours import hours_from
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.wording.languages import Phrase, clock, say, short_weekday
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day

__all__ = [
    "Ghost",
    "hours_before",
    "said_spec",
    "week_columns",
    "week_figure",
    "week_points",
    "week_table",
    "week_words",
]

POINTED_EVERY_H = 3
# Room on the left for the axis, whose labels no line of a leg day is to cross, not even on a small phone. It is a share
# of the hours ahead.
LEAST_BEFORE, MOST_BEFORE_H = 0.09, 72
NAMED = dt.timedelta(days=7)
# Trials measured a day apart; between these hours a curve is drawn in.
PUBLISHED_H = (24, 48, 72)
WEEK_ALT = (
    "The week ahead in three panels: recovery from 0 to 100 with its five zones, leg strength lost, and soreness, "
    "each with its range. What they show stands in words below and in the table."
)
# What is said at the pointer.
POINTED = (Phrase("Time"), Phrase("Recovery"), Phrase("Leg strength lost, %"), Phrase("Soreness"))
NOW = Phrase("Now")
EDGES = {"": "median", "_low80": "low80", "_low50": "low50", "_high50": "high50", "_high80": "high80"}


@dataclass(frozen=True)
class Panel:
    """One panel of the week: a quantity, its title, its axis and its colour."""

    name: str
    title: Phrase
    ticks: tuple[int, ...]
    height: int
    color: str


PANELS = (
    Panel("recovery", Phrase("Recovery, 0 to 100"), (0, 50, 100), 160, "#14958a"),
    Panel("fatigue", Phrase("Leg strength lost, %"), (0, 25, 50), 70, "#c2632b"),
    Panel("soreness", Phrase("Soreness, 0 to 10"), (0, 5, 10), 70, "#8b6cc4"),
)


def _panel(panel: Panel, hover: alt.Parameter, *, last: bool) -> alt.LayerChart | alt.FacetChart:
    """Return one panel of the week chart."""
    inside = alt.Axis(
        labelAlign="left", labelBaseline="bottom", labelPadding=-4, ticks=False, domain=False,
        values=list(panel.ticks), minExtent=0, maxExtent=0, title=None,
    )  # fmt: skip
    time = alt.X(
        "time:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(
            format="%a %-d", tickCount="day", labels=last, ticks=last, grid=True, labelOverlap=True, labelFlush=12
        ),
    )
    scale = alt.Scale(domain=[0, panel.ticks[-1]], clamp=True)
    week = alt.Chart(alt.NamedData("week")).encode(x=time)
    night = _events("night").mark_rect(color=GREY, opacity=0.13)
    layers: list[alt.Chart] = [night.encode(x=alt.X("time:T", scale=alt.Scale(type="utc")), x2="end:T")]
    if panel.name == "recovery":
        layers.append(_zone_shades(scale, inside))
    layers += _curves(panel, week, scale, inside)
    layers += _marks(panel, alt.Y(f"{panel.name}:Q", scale=scale, axis=inside))
    if panel.name == "recovery":
        layers += _names(scale, inside)
    layers += _pointer(time, hover)
    title = alt.TitleParams(panel.title, anchor="start", fontSize=13, offset=2)
    return alt.layer(*layers, height=panel.height, width="container", title=title)


def _curves(panel: Panel, week: alt.Chart, scale: alt.Scale, axis: alt.Axis) -> list[alt.Chart]:
    """Return both bands, the ghost of the last change and the median."""

    def at(name: str) -> alt.Y:
        return alt.Y(f"{name}:Q", scale=scale, axis=axis)

    bands = [
        week.mark_area(color=panel.color, opacity=opacity).encode(
            y=at(f"{panel.name}_low{band}"), y2=f"{panel.name}_high{band}:Q"
        )
        for band, opacity in ((80, 0.18), (50, 0.28))
    ]
    before = alt.Chart(alt.NamedData("ghost")).encode(x=week.encoding.x)
    ghost = before.mark_line(color=GREY, strokeWidth=1.5, strokeDash=[5, 4]).encode(y=at(panel.name))
    return [*bands, ghost, week.mark_line(color=panel.color, strokeWidth=2.5).encode(y=at(panel.name))]


def _pointer(time: alt.X, hover: alt.Parameter) -> list[alt.Chart]:
    """Return what is pointed at and the rule under the pointer; pointing in one panel draws the rule in all."""
    # Few marks to point at, and with data of their own: they cost more to draw than the curves. The cells around them
    # lie over the rule, so it is they that say what stands there.
    hours = alt.Chart(alt.NamedData("pointed")).encode(x=time)
    pointed = hours.mark_rule(color=GREY, strokeWidth=8, opacity=0)
    rule = hours.transform_filter(hover).mark_rule(color=GREY, strokeWidth=1)
    return [rule, pointed.encode(tooltip=_tooltip()).add_params(hover)]


def _tooltip() -> list[alt.Tooltip]:
    """Return what pointing at an hour says, the same in every panel."""
    return [
        alt.Tooltip("when:N", title=POINTED[0]),
        alt.Tooltip("recovery:Q", title=POINTED[1], format=".0f"),
        alt.Tooltip("fatigue:Q", title=POINTED[2], format=".0f"),
        alt.Tooltip("soreness:Q", title=POINTED[3], format=".1f"),
    ]


def _events(*kinds: str, data: str = "events") -> alt.Chart:
    """Return a chart of the events of some kinds: nights, now, sessions; ratings and published points."""
    wanted = alt.FieldOneOfPredicate(field="kind", oneOf=list(kinds))
    return alt.Chart(alt.NamedData(data)).transform_filter(wanted)


def _zone_shades(scale: alt.Scale, axis: alt.Axis) -> alt.Chart:
    """Return the five verdict zones, shaded."""
    shade = alt.Chart(zones()).mark_rect(opacity=0.13)
    shaded: alt.Chart = shade.encode(y=alt.Y("low:Q", scale=scale, axis=axis), y2="high:Q", color=verdict_color())
    return shaded


def _names(scale: alt.Scale, axis: alt.Axis) -> list[alt.Chart]:
    """Return the names of the zones, and of now and the sessions, over the lines that run through them."""
    mid = alt.Y("mid:Q", scale=scale, axis=axis)
    of_zones = alt.Chart(zones()).encode(x=alt.value("width"), y=mid, text="name:N")
    time, row = alt.X("time:T", scale=alt.Scale(type="utc")), alt.Y("row:Q", scale=None, axis=None)
    of_lines = _events("now", "session").encode(x=time, y=row, text="label:N")
    align, dx = (
        alt.ExprRef(f"datum.side == 'left' ? {left} : {right}") for left, right in (("'right'", "'left'"), (-4, 4))
    )
    return [
        *haloed(of_zones, align="right", dx=-4, fontSize=11),
        *haloed(of_lines, align=align, dx=dx, baseline="top", fontSize=11, fontWeight=600),
    ]


def _marks(panel: Panel, y: alt.Y) -> list[alt.Chart]:
    """Return the line for now, the sessions with their names, and the rating as a dot."""
    utc = alt.Scale(type="utc")
    time = alt.X("time:T", scale=utc)
    now, sessions = _events("now").encode(x=time), _events("session").encode(x=time)
    if panel.name == "recovery":
        # A line goes down from its own name, so that it crosses none of those above.
        row = alt.Y("row:Q", scale=None, axis=None)
        now, sessions = (each.encode(y=row, y2=alt.value("height")) for each in (now, sessions))
    layers: list[alt.Chart] = [
        now.mark_rule(strokeWidth=1.5, color=GREY),
        sessions.mark_rule(strokeWidth=1.5, color=GREY, strokeDash=[2, 3]),
    ]
    if panel.name != "recovery":
        layers.append(
            _events("published", data="points")
            .mark_point(size=42, color=panel.color, fill="white", strokeWidth=1.5, opacity=1)
            .encode(x=time, y=y)
        )
    if panel.name == "soreness":
        layers.append(
            _events("rating", data="points")
            .mark_point(filled=True, size=80, color=panel.color, stroke="white", strokeWidth=1.5)
            .encode(x=time, y=y)
        )
    return layers


@kept()
def week_spec() -> dict[str, Any]:
    """Return the spec of the week chart: three panels on one time axis with one hover rule."""
    hover = alt.selection_point(
        name="hover", fields=["time"], nearest=True, on="pointerover", clear="pointerout", empty=False
    )
    panels = [_panel(panel, hover, last=panel is PANELS[-1]) for panel in PANELS]
    # Told at once: every method of a chart copies all of it, which a first visit would wait for.
    scales = alt.Resolve(scale=alt.ScaleResolveMap(x="shared", color="independent"))
    return finished(stacked(panels, spacing=6, resolve=scales))


def said_spec(spec: dict[str, Any]) -> dict[str, Any]:
    """Return the spec of the week chart with its words in the language that is spoken; the spec itself stays."""
    words = {str(word): say(word) for word in (*(p.title for p in PANELS), *POINTED, *VERDICT_NAMES.values())}

    def said(part: Any) -> Any:
        if isinstance(part, dict):
            return {key: said(value) for key, value in part.items()}
        if isinstance(part, list):
            return [said(each) for each in part]
        return words.get(part, part) if isinstance(part, str) else part

    result: dict[str, Any] = said(spec)
    return result


def _columns(projection: Projection) -> dict[str, Array]:
    """Return a projection as columns for the chart, rounded to what can be seen."""
    bands = (projection.recovery, projection.fatigue_pct, projection.soreness)
    return {
        f"{panel.name}{suffix}": np.round(getattr(band, edge), 2)
        for panel, band in zip(PANELS, bands, strict=True)
        for suffix, edge in EDGES.items()
    }


@dataclass(frozen=True)
class ChartEvent:
    """Something on the time axis."""

    kind: str
    time: dt.datetime
    end: dt.datetime
    label: str = ""
    row: float = 0.0
    side: str = ""
    soreness: float = 0.0
    fatigue: float = 0.0


def _nights(first: dt.datetime, last: dt.datetime) -> Iterator[ChartEvent]:
    """Yield the nights between two times, clipped to them."""
    for number in range(-1, (last.date() - first.date()).days + 1):
        midnight = dt.datetime.combine(first.date() + dt.timedelta(days=number), dt.time())
        start = max(first, midnight + dt.timedelta(hours=NIGHT_STARTS))
        end = min(last, midnight + dt.timedelta(hours=24 + NIGHT_ENDS))
        if start < end:
            yield ChartEvent("night", start, end)


def _happenings(scenario: Scenario, first: dt.datetime, last: dt.datetime, start: str) -> list[ChartEvent]:
    """Return now, the sessions that load the legs and the run in mind, their names clear of each other."""
    events = list(_named(scenario, first, last, start))
    stand = places([(event.time, event.label) for event in events], first, last)
    return [replace(event, row=place.row, side=place.side) for event, place in zip(events, stand, strict=True)]


def _named(scenario: Scenario, first: dt.datetime, last: dt.datetime, start: str) -> Iterator[ChartEvent]:
    """Yield now, the sessions and the run in mind with their names."""
    now, planned = scenario.now, scenario.planned
    with_run = planned is not None and planned.start == now
    label = say("{start}, planned run", start=Phrase(start)) if with_run else say(start)
    yield ChartEvent("now", now, now, label)
    for session in scenario.sessions:
        if session.kind in ("legs", "run") and first <= session.start <= last:
            # A plan is drawn twice, as it repeats: its sessions are named once.
            label = say(session_name(session)) if session.start < now + NAMED else ""
            yield ChartEvent("session", session.start, session.end, label)
    if planned is not None and now < planned.start <= last:
        yield ChartEvent("session", planned.start, planned.end, say("Planned run"))


def _event_table(events: Sequence[ChartEvent]) -> pa.Table:
    names = ("kind", "label", "row", "side", "soreness", "fatigue")
    plain = {name: [getattr(e, name) for e in events] for name in names}
    return pa.table({**plain, "time": stamps([e.time for e in events]), "end": stamps([e.end for e in events])})


@dataclass(frozen=True)
class Ghost:
    """The medians of a chart, to be drawn behind the next one."""

    times: npt.NDArray[np.datetime64]
    medians: dict[str, Array]

    def on(self, times: npt.NDArray[np.datetime64]) -> dict[str, Array]:
        """Return the medians at other times; nothing where they were not drawn."""
        here, there = (t.astype("datetime64[s]").astype(float) for t in (times, self.times))
        return {name: np.interp(here, there, m, left=np.nan, right=np.nan) for name, m in self.medians.items()}


def week_figure(
    answer: Answer, *, before: Projection, ghost: Ghost | None = None, start: str = NOW
) -> tuple[Figure, Ghost]:
    """Return the week chart of an answer, and what of it is the ghost of the next one.

    Parameters
    ----------
    answer : Answer
        The answer to draw.
    before : Projection
        The hours before now, back to the leg day.
    ghost : Ghost, optional
        The medians shown before the last change.
    start : str
        What the moment is called that the answer is for.

    Returns
    -------
    (Figure, Ghost)
        Recovery with the verdict zones, leg strength lost and soreness, each with 50 and 80 % bands.
    """
    columns = week_columns(answer, before)
    times = np.concatenate([before.times, answer.week.times])
    shown = Ghost(times, {panel.name: columns[panel.name] for panel in PANELS})
    behind = (ghost or shown).on(times)
    first, last = (times[end].astype("datetime64[s]").item() for end in (0, -1))
    # What a slider moves is kept apart from what it does not, which the browser then need not draw again.
    still = [*_nights(first, last), *_happenings(answer.scenario, first, last, start)]
    datasets = {
        "week": pa.table({"time": stamps(times), **columns}),
        "ghost": pa.table(
            {"time": stamps(times), **{name: pa.array(row, from_pandas=True) for name, row in behind.items()}}
        ),
        "pointed": _pointed(times, shown),
        "events": _event_table(still),
        "points": _event_table(week_points(answer, first)),
    }
    return Figure(week_spec(), datasets, WEEK_ALT), shown


def _pointed(times: npt.NDArray[np.datetime64], shown: Ghost) -> pa.Table:
    """Return the hours that can be pointed at, with what is said there; a day is named once for all of its hours."""
    hours = times[::POINTED_EVERY_H]
    moments = hours.astype("datetime64[s]").tolist()
    days = {day: short_weekday(day) for day in {each.date() for each in moments}}
    when = [f"{days[each.date()]} {clock(each)}" for each in moments]
    values = {name: median[::POINTED_EVERY_H] for name, median in shown.medians.items()}
    return pa.table({"time": stamps(hours), "when": when, **values})


def hours_before(answer: Answer) -> int:
    """Return how far back the chart begins: a little before the newest leg day, if that was recent. [h]"""
    scenario, least = answer.scenario, int(LEAST_BEFORE * answer.hours)
    starts = [s.start for s in scenario.sessions if s.kind == "legs" and s.start <= scenario.now]
    hours = hours_from(max(starts), scenario.now) if starts else 0.0
    return int(hours) + least if hours <= MOST_BEFORE_H else least


def week_columns(answer: Answer, before: Projection) -> dict[str, Array]:
    """Return every curve of the week chart, hour by hour, by its name in the spec."""
    earlier, later = _columns(before), _columns(answer.week)
    return {name: np.concatenate([earlier[name], later[name]]) for name in later}


def week_points(answer: Answer, first: dt.datetime) -> list[ChartEvent]:
    """Return the dots of the week chart from `first` on: ratings, and the hours at which studies measured."""
    return [*_ratings(answer.scenario, first), *_published(answer)]


def _ratings(scenario: Scenario, first: dt.datetime) -> Iterator[ChartEvent]:
    """Yield the soreness ratings from `first` on."""
    for check_in in scenario.check_ins:
        if check_in.soreness is not None and check_in.time >= first:
            yield ChartEvent("rating", check_in.time, check_in.time, soreness=check_in.soreness)


def _published(answer: Answer) -> Iterator[ChartEvent]:
    """Yield the hours at which studies measured, 24, 48 and 72 h after the newest leg day, on the curves."""
    now = answer.scenario.now
    legs = [s.end for s in answer.scenario.sessions if s.kind == "legs" and s.end <= now]
    for hours in PUBLISHED_H if legs else ():
        time = max(legs) + dt.timedelta(hours=hours)
        if time >= now:
            hour, week = hours_from(now, time), answer.week
            soreness, fatigue = (
                np.interp(hour, np.arange(band.median.size), band.median) for band in (week.soreness, week.fatigue_pct)
            )
            yield ChartEvent("published", time, time, soreness=float(soreness), fatigue=float(fatigue))


def week_words(answer: Answer) -> str:
    """Return what the week chart shows, in words.

    Examples
    --------
    >>> from legrun.answering import answer
    >>> week_words(answer(Scenario(now=dt.datetime(2026, 3, 4, 7))))[:64]
    'Recovery is about 100 of 100 now, lowest this morning at 100, an'
    """
    now, week = answer.scenario.now, answer.week
    recovery = week.recovery.median
    worst = now + dt.timedelta(hours=float(np.argmin(recovery[: 3 * 24])))
    sorest = now + dt.timedelta(hours=float(np.argmax(week.soreness.median)))
    return say(
        "Recovery is about {score} of 100 now, lowest {worst} at {lowest}, and about {last} after a week. Soreness is "
        "highest {sorest} at {soreness:.0f} of 10. Leg strength lost is {lost:.0f} % now.",
        score=rounded_score(recovery[0]),
        worst=part_of_day(worst, now),
        lowest=rounded_score(recovery[: 3 * 24].min()),
        last=rounded_score(recovery[-1]),
        sorest=part_of_day(sorest, now),
        soreness=float(week.soreness.median.max()),
        lost=float(week.fatigue_pct.median[0]),
    )


def week_table(answer: Answer) -> pd.DataFrame:
    """Return the week chart's data as a table to read: every third hour, with units in the header."""
    week = answer.week
    table = pd.DataFrame({"Time": pd.to_datetime(week.times).strftime("%a %d %b %H:%M")})
    for title, band, digits in (
        ("Recovery (0-100)", week.recovery, 0),
        ("Leg strength lost (%)", week.fatigue_pct, 0),
        ("Soreness (0-10)", week.soreness, 1),
    ):
        table[title] = band.median.round(digits)
        low, high = band.low80.round(digits), band.high80.round(digits)
        table[f"{title}, 80 % range"] = [f"{a:g} to {b:g}" for a, b in zip(low, high, strict=True)]
    for verdict, share in zip(VERDICTS, answer.outlook.chances(), strict=True):
        table[f"Chance: {VERDICT_NAMES[verdict].lower()} (%)"] = (100 * share).round()
    return table.iloc[::3].reset_index(drop=True)
