"""The chance of each verdict along the week, stacked."""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa

from legrun.answering import Answer
from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import VERDICT_COLORS, Figure, columns, finished, stamps
from legrun.model.readiness import VERDICTS
from legrun.scenario.names import VERDICT_NAMES

__all__ = ["chances_figure"]

CHANCES_ALT = (
    "The chance of each verdict along the week, stacked from rest at the bottom to a hard run at the top; the share "
    "of the model's draws in each, gates included. The week's table holds the same numbers."
)


@kept()
def chances_spec() -> dict[str, Any]:
    """Return the spec of the stacked chances."""
    colors = alt.Scale(domain=list(VERDICT_NAMES.values()), range=[VERDICT_COLORS[v] for v in VERDICTS])
    x = alt.X("time:T", title=None, scale=alt.Scale(type="utc"), axis=alt.Axis(format="%a %-d", tickCount="day"))
    y = alt.Y("chance:Q", title=None, stack=True, scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    chart = (
        alt.Chart(alt.NamedData("chances"))
        .mark_area(opacity=0.95)
        .encode(
            x=x,
            y=y,
            color=alt.Color("verdict:N", scale=colors, legend=alt.Legend(title=None, orient="top", columns=columns(5))),
            order=alt.Order("order:Q"),
        )
        .properties(height=220, width="container")
    )
    return finished(chart)


def chances_figure(answer: Answer) -> Figure:
    """Return the chance of each verdict, hour by hour from now."""
    shares = answer.outlook.chances()
    hours, count = shares.shape[1], shares.shape[0]
    times = answer.week.times
    table = pa.table(
        {
            "time": stamps(np.tile(times, count)),
            "verdict": np.repeat([VERDICT_NAMES[v] for v in VERDICTS], hours),
            "order": np.repeat(np.arange(count), hours),
            "chance": np.round(shares.ravel(), 3),
        }
    )
    return Figure(chances_spec(), {"chances": table}, CHANCES_ALT)
