"""A planned week as a picture: days side by side, hours downwards, a block for each session; and where else it fits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, INK, VERDICT_COLORS, Figure, columns, finished
from legrun.model.readiness import VERDICTS
from legrun.scenario.hours import DAY
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.scenario.week_plan import DAYS
from legrun.week.review import PlanReview, ReviewedSession
from legrun.week.starts import StartAlternatives
from legrun.wording.rounding import effort_text
from legrun.wording.score import rounded_score

__all__ = ["calendar_figure", "starts_figure"]

FIRST_HOUR, LAST_HOUR = 5, 23
# A block is drawn at least so long, so that its words fit. [h]
LEAST_BLOCK_H = 2.1
CALENDAR_ALT = (
    "The week as a calendar: a column for each day, a block for each session in the colour of its verdict. "
    "The table of sessions and the list of verdicts say the same."
)
STARTS_ALT = (
    "Recovery at every start of the week for one session, hours downwards, days across, in the colour of the verdict. "
    "The table below holds the same numbers."
)
# What a colour of the calendar stands for.
LEGS, OTHER = "Leg day", "Other session"
LEGEND: dict[str, str] = {**{VERDICT_NAMES[v]: VERDICT_COLORS[v] for v in VERDICTS}, LEGS: "#6d5a8c", OTHER: "#8a949b"}
# How much of a day's width the bar of a session takes.
BAR = 0.06
# Which text can be read on which block.
DARK_TEXT = frozenset({"walk", "easy", "moderate"})
# How strongly a start is coloured that breaks a rule: its number is read over it in both themes.
FAINT = 0.2


def _days_axis() -> alt.X:
    return alt.X(
        "day:N",
        sort=None,
        title=None,
        scale=alt.Scale(paddingInner=0.06, paddingOuter=0.02),
        axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelFontSize=12, labelLimit=120),
    )


def _hours_axis(field: str, first: int, last: int) -> alt.Y:
    # Beside the days: inside they would stand on the words of the first one.
    beside = alt.Axis(
        ticks=False, domain=False, values=list(range(first + 1, last, 3)), title=None, labelFontSize=10, labelColor=INK,
        labelExpr="format(datum.value, '02') + ':00'",
    )  # fmt: skip
    scale = alt.Scale(domain=[last, first], nice=False, zero=False, clamp=True)
    return alt.Y(f"{field}:Q", scale=scale, axis=beside)


def _session_tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title="Session"),
        alt.Tooltip("when:N", title="Start"),
        alt.Tooltip("size:N", title="Size"),
        alt.Tooltip("outcome:N", title="At its start"),
    ]


def _verdict_color() -> alt.Color:
    return alt.Color(
        "what:N",
        scale=alt.Scale(domain=list(LEGEND), range=list(LEGEND.values())),
        legend=alt.Legend(title="Verdict at its start", orient="bottom", columns=7, symbolStrokeWidth=0, offset=6),
    )


@kept()
def calendar_spec() -> dict[str, Any]:
    """Return the spec of the calendar."""
    x, y = _days_axis(), _hours_axis("start", FIRST_HOUR, LAST_HOUR)
    days = alt.Chart(alt.NamedData("days"))
    ground = days.mark_rect(color=GREY, cornerRadius=4).encode(
        x=x,
        y=_hours_axis("first", FIRST_HOUR, LAST_HOUR),
        y2="last:Q",
        opacity=alt.Opacity("shade:Q", scale=None),
    )
    sessions = alt.Chart(alt.NamedData("sessions")).encode(x=x, y=y)
    tooltip, color = _session_tooltip(), _verdict_color()
    # Faint behind the words, which the theme's ink is read on; the bar beside them has the true length.
    ground_of_words = sessions.mark_rect(cornerRadius=4, fillOpacity=FAINT, strokeWidth=2).encode(
        y2="end:Q", color=color, stroke=alt.Stroke("edge:N", scale=None), tooltip=tooltip
    )
    bar = sessions.mark_rect(cornerRadius=2).encode(
        x=alt.X("day:N", sort=None, bandPosition=0),
        x2=alt.X2("day", bandPosition=BAR),
        y=_hours_axis("begins", FIRST_HOUR, LAST_HOUR),
        y2="ends:Q",
        color=color,
        tooltip=tooltip,
    )
    words: dict[str, Any] = {
        "baseline": "top", "align": "left", "limit": {"expr": "bandwidth('x') * 0.86"}, "clip": True, "color": INK,
    }  # fmt: skip
    inside = sessions.encode(x=alt.X("day:N", sort=None, bandPosition=2 * BAR))
    name = inside.mark_text(**words, fontSize=12, fontWeight=600, dy=4).encode(text="label:N")
    detail = inside.mark_text(**words, fontSize=11, dy=19).encode(text="short:N")
    chart = alt.layer(ground, ground_of_words, bar, name, detail).properties(height=460, width="container")
    return finished(chart.configure_view(stroke=None))


def calendar_figure(review: PlanReview) -> Figure:
    """Return the calendar of a plan with the verdict of each of its runs."""
    plan = review.plan
    shade = {True: 0.22, False: 0.07}
    dates = [plan.first + day * DAY for day in range(DAYS)]
    days = [
        {"day": _day(date), "first": FIRST_HOUR, "last": LAST_HOUR, "shade": shade[date.weekday() in plan.rest_days]}
        for date in dates
    ]  # fmt: skip
    sessions = list(_blocks(review))
    table = pa.Table.from_pylist(sessions) if sessions else _no_blocks()
    return Figure(calendar_spec(), {"days": pa.Table.from_pylist(days), "sessions": table}, CALENDAR_ALT)


def _day(date: dt.date) -> str:
    return f"{date:%a} {date.day}"


def _blocks(review: PlanReview) -> Iterator[dict[str, Any]]:
    ends: dict[dt.date, float] = {}  # of each day's last block
    for reviewed in review.sessions:
        item, session = reviewed.item, reviewed.item.session
        date, start = session.start.date(), session.start.hour + session.start.minute / 60
        # Sessions soon after each other stand one under the other: their words would cover each other else.
        start = min(max(start, ends.get(date, start)), LAST_HOUR - LEAST_BLOCK_H)
        ends[date] = min(max(start + session.minutes / 60, start + LEAST_BLOCK_H), float(LAST_HOUR))
        begins = session.start.hour + session.start.minute / 60
        verdict = reviewed.advice.verdict if reviewed.is_run and reviewed.advice else None
        yield {
            "day": _day(date),
            "start": start,
            "end": ends[date],
            "begins": begins,
            "ends": begins + session.minutes / 60,
            "what": VERDICT_NAMES[verdict] if verdict else LEGS if session.kind == "legs" else OTHER,
            "edge": "#d03b3b" if reviewed.fits is False else "transparent",
            "label": ("★ " if item.key else "") + session_name(session),
            "short": _short(reviewed),
            "name": session_name(session)
            + (", key" if reviewed.item.key else "")
            + ("" if reviewed.item.may_move else ", stays"),
            "when": f"{session.start:%a %H:%M}",
            "size": f"{session.minutes:.0f} min, effort {effort_text(session.rpe)}",
            "outcome": reviewed.outcome,
        }


def _short(reviewed: ReviewedSession) -> str:
    """Return the few words that a block has room for."""
    start = f"{reviewed.session.start:%H:%M}"
    if not reviewed.is_run or reviewed.advice is None or reviewed.advice.score is None:
        return start
    score = rounded_score(reviewed.advice.score)
    return f"{start} · {score}" if reviewed.fits else f"{start} · {score} · over"


def _no_blocks() -> pa.Table:
    words = ("day", "what", "edge", "label", "short", "name", "when", "size", "outcome")
    return pa.table({**{name: pa.array([], pa.string()) for name in words},
                     **{name: pa.array([], pa.float64()) for name in ("start", "end", "begins", "ends")}})  # fmt: skip


@kept()
def starts_spec() -> dict[str, Any]:
    """Return the spec of the strip of starts."""
    colors = alt.Scale(domain=list(VERDICT_NAMES.values()), range=[VERDICT_COLORS[v] for v in VERDICTS])
    x = alt.X(
        "day:N", sort=None, title=None,
        axis=alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False, labelFontSize=12),
    )  # fmt: skip
    y = alt.Y("hour:O", title=None, axis=alt.Axis(ticks=False, domain=False, labelFontSize=10))
    tooltip = [
        alt.Tooltip("day:N", title="Day"),
        alt.Tooltip("hour:O", title="Start"),
        alt.Tooltip("recovery:Q", title="Recovery", format=".0f"),
        alt.Tooltip("verdict:N", title="Verdict"),
        alt.Tooltip("rule:N", title="Rule"),
    ]
    cells = alt.Chart(alt.NamedData("starts")).encode(x=x, y=y)
    legend = alt.Legend(title=None, orient="bottom", columns=columns(5), symbolStrokeWidth=0)
    rect = cells.mark_rect(stroke=GREY, strokeWidth=0.3).encode(
        color=alt.Color("verdict:N", scale=colors, legend=legend),
        opacity=alt.Opacity("strength:Q", scale=None),
        tooltip=tooltip,
    )
    color = alt.when("datum.strength < 1").then(alt.value(INK)).otherwise(alt.Color("ink:N", scale=None))
    number = cells.mark_text(fontSize=11).encode(text=alt.Text("recovery:Q", format=".0f"), color=color)
    here = cells.transform_filter("datum.here").mark_rect(fillOpacity=0, stroke="#d03b3b", strokeWidth=3)
    chart = alt.layer(rect, number, here).resolve_scale(color="independent").properties(height=330, width="container")
    return finished(chart)


def starts_figure(alternatives: StartAlternatives) -> Figure:
    """Return recovery at every start of the week for one session; a box around where it stands."""
    rows = [
        {
            "day": _day(candidate.start.date()),
            "hour": f"{candidate.start:%H:%M}",
            "recovery": rounded_score(candidate.recovery),
            "verdict": VERDICT_NAMES[candidate.verdict],
            "rule": candidate.rule or "none broken",
            "strength": FAINT if candidate.avoidable else 1.0,
            "ink": "#14211f" if candidate.verdict in DARK_TEXT else "#ffffff",
            "here": candidate.start == alternatives.here,
        }
        for candidate in alternatives.starts
    ]
    return Figure(starts_spec(), {"starts": pa.Table.from_pylist(rows)}, STARTS_ALT)
