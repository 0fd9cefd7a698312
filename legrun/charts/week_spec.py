"""How the week is drawn: three panels on one time axis, with what is said at the pointer. Its data are in `week`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, finished, haloed, pointer, stacked, tick_labels, verdict_color, zones
from legrun.model.readiness import ZONE_FLOORS
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.languages import Phrase, say
from legrun.wording.score import ROUND_TO

__all__ = ["EDGES", "NOW", "PANELS", "Panel", "said_spec", "week_spec"]

# What is said at the pointer.
POINTED = (Phrase("Time"), Phrase("Recovery"), Phrase("Leg strength lost, %"), Phrase("Soreness"))
NOW = Phrase("Now")
# A score at the pointer is said as `legrun.wording.score` says it: the curves of a handout move in the browser.
ROUNDED, TO_POINT = f"{ROUND_TO:g} * round(datum.recovery / {ROUND_TO:g})", "round(datum.recovery)"
UNLESS_ACROSS = "{0} > datum.recovery && indexof({1}, {0}) >= 0 ? {2} : {0}"
WITHIN_ZONE = UNLESS_ACROSS.format(TO_POINT, [*ZONE_FLOORS], "floor(datum.recovery)")
SAID_SCORE = UNLESS_ACROSS.format(ROUNDED, [*ZONE_FLOORS], WITHIN_ZONE)
# Of the numbers of an axis. [px]
TICK_SIZE = 11
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
        values=list(panel.ticks), labels=False, ticks=False, domain=False, title=None, minExtent=0, maxExtent=0
    )
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
    layers += tick_labels(panel.ticks, alt.Y("tick:Q", scale=scale, axis=inside), TICK_SIZE)
    if panel.name == "recovery":
        layers += _names(scale, inside)
    hours = alt.Chart(alt.NamedData("pointed")).transform_calculate(score=SAID_SCORE)
    layers += pointer(hours, time, alt.X("since:T", scale=alt.Scale(type="utc")), hover, _tooltip())
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


def _tooltip() -> list[alt.Tooltip]:
    """Return what pointing at an hour says, the same in every panel."""
    return [
        alt.Tooltip("when:N", title=POINTED[0]),
        alt.Tooltip("score:Q", title=POINTED[1], format=".0f"),
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
    of_lines = _events("now", "session").encode(x=time, y=row)
    # A name that has no room on a plot of this width is not there.
    with_room = alt.ExprRef("datum.needs <= range('x')[1] ? datum.label : ''")
    align, dx = (
        alt.ExprRef(f"datum.side == 'left' ? {left} : {right}") for left, right in (("'right'", "'left'"), (-4, 4))
    )
    return [
        *haloed(of_zones, align="right", dx=-4, fontSize=11),
        *haloed(of_lines, text=with_room, align=align, dx=dx, baseline="top", fontSize=11, fontWeight=600),
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
    hover = alt.selection_point(name="hover", fields=["time"], on="pointerover", clear="pointerout", empty=False)
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
