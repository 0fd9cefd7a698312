"""The floor of Today: its picture with no model behind it.

Three sliders in a row over a week in three panels, each with two bands, a median, the nights and a line for now,
and one hover rule through all three. As in the app, the spec is built once and its data come by name.
"""

from typing import Any

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

NOW = pd.Timestamp("2026-03-04 07:00")
HOURS = np.arange(169)
# Name, title, top of the axis, height.
PANELS = (("recovery", "Recovery", 100, 170), ("fatigue", "Strength lost, %", 50, 78), ("soreness", "Soreness", 10, 78))
BANDS = ((80, 0.3, 0.18), (50, 0.15, 0.28))  # its share, its half-width, its opacity
GREY, TEAL = "#7d8590", "#14958a"


def panel(name: str, title: str, top: int, height: int, hover: alt.Parameter) -> alt.LayerChart | alt.FacetChart:
    """Return one panel; the first one carries the hover selection, the last one the days."""
    is_first, is_last = name == PANELS[0][0], name == PANELS[-1][0]
    days = alt.Axis(format="%a %-d", tickCount="day", labels=is_last, ticks=is_last)
    # Labels inside the plot, so that it may take the whole width of its container.
    inside = alt.Axis(labelAlign="left", labelPadding=-4, ticks=False, domain=False, minExtent=0, maxExtent=0)
    time = alt.X("time:T", title=None, axis=days)
    scale = alt.Scale(domain=[0, top])

    def height_of(column: str) -> alt.Y:
        return alt.Y(f"{column}:Q", title=None, scale=scale, axis=inside)

    week = alt.Chart(alt.NamedData("week")).encode(x=time)
    nights = alt.Chart(alt.NamedData("nights")).mark_rect(color=GREY, opacity=0.13).encode(x="start:T", x2="end:T")
    layers = [nights]
    for share, _, opacity in BANDS:
        area = week.mark_area(color=TEAL, opacity=opacity)
        layers.append(area.encode(y=height_of(f"{name}_low{share}"), y2=f"{name}_high{share}:Q"))
    layers.append(week.mark_line(color=TEAL, strokeWidth=2.5).encode(y=height_of(name)))
    layers.append(alt.Chart(alt.NamedData("now")).mark_rule(color=GREY).encode(x="time:T"))
    if is_first:
        layers.append(week.mark_rule(strokeWidth=8, opacity=0).add_params(hover))
    nearest = week.transform_filter(hover)
    layers.append(nearest.mark_rule(color=GREY).encode(tooltip=["time:T", f"{name}:Q"]))
    layers.append(nearest.mark_point(filled=True, size=60, color=TEAL).encode(y=height_of(name)))
    heading = alt.TitleParams(title, anchor="start", fontSize=13)
    return alt.layer(*layers, height=height, width="container", title=heading)


# functools.cache would forget: Streamlit makes a script's functions anew on each rerun.
@st.cache_resource(show_spinner=False)
def week_spec() -> dict[str, Any]:
    """Return the spec of the three panels."""
    hover = alt.selection_point(
        name="hover", fields=["time"], nearest=True, on="pointerover", clear="pointerout", empty=False
    )
    panels = [panel(*each, hover) for each in PANELS]
    spec: dict[str, Any] = alt.vconcat(*panels, spacing=6).resolve_scale(x="shared").configure(padding=0).to_dict()
    return spec


def week_frame(soreness: float, effort: float, sleep: float) -> pd.DataFrame:
    """Return plausible curves by plain arithmetic."""
    sore = soreness * np.exp(-HOURS / 48)
    lost = 3 * effort * np.exp(-HOURS / 36)
    ready = np.clip(100 - 8 * sore - 2 * lost - 5 * max(0.0, 7 - sleep), 0, 100)
    columns: dict[str, Any] = {"time": NOW + pd.to_timedelta(HOURS, unit="h")}
    for (name, _, top, _), middle in zip(PANELS, (ready, lost, sore), strict=True):
        columns[name] = middle
        for share, width, _ in BANDS:
            columns[f"{name}_low{share}"] = middle * (1 - width)
            columns[f"{name}_high{share}"] = np.minimum(top, middle * (1 + width))
    return pd.DataFrame(columns)


st.set_page_config(page_title="Three-panel floor", layout="wide")
left, middle, right = st.columns(3)
soreness = left.slider("Soreness now", 0.0, 10.0, 4.0, 0.5, key="sore")
effort = middle.slider("Leg-day intensity", 0.0, 10.0, 8.0, 0.5, key="effort")
sleep = right.slider("Sleep last night", 3.0, 10.0, 7.5, 0.5, key="sleep")
evenings = pd.date_range(NOW.normalize() + pd.Timedelta(hours=23), periods=7)
datasets = {
    "week": week_frame(soreness, effort, sleep),
    "nights": pd.DataFrame({"start": evenings, "end": evenings + pd.Timedelta(hours=8)}),
    "now": pd.DataFrame({"time": [NOW]}),
}
st.vega_lite_chart(
    None, {**week_spec(), "datasets": datasets}, width="stretch", key="week", alt="A week in three panels"
)
