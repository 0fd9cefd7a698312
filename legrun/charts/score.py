"""The score on a bar of the five zones, with its range."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from legrun.charts import alt
from legrun.charts.drawing import kept
from legrun.charts.figure import GREY, INK, Figure, finished, verdict_color, zones
from legrun.decision.advice import Advice

__all__ = ["score_figure"]

SCORE_ALT = "The recovery score and its range on a bar of five zones from rest to a hard run; the list below says both."


@kept()
def score_spec() -> dict[str, Any]:
    """Return the spec of the score bar: the five zones, the score and its 80 % range."""
    x = alt.Scale(domain=[0, 100])
    chart = alt.Chart(zones())
    bar = chart.mark_rect(height=14).encode(
        x=alt.X("low:Q", scale=x, axis=None), x2="high:Q", color=verdict_color(), y=alt.value(9)
    )
    # The zone names its verdict by one word: on a phone there is no room for two.
    word = chart.transform_calculate(word="split(datum.name, ' ')[0]")
    names = word.mark_text(fontSize=11, color=INK, baseline="top").encode(
        x=alt.X("mid:Q", scale=x, axis=None), y=alt.value(36), text="word:N"
    )
    score = alt.Chart(alt.NamedData("score"))
    span = score.mark_rect(color=GREY, height=4, cornerRadius=2).encode(
        x=alt.X("low:Q", scale=x, axis=None), x2="high:Q", y=alt.value(23)
    )
    point = score.mark_point(shape="triangle-up", filled=True, size=150, color=GREY, opacity=1).encode(
        x=alt.X("score:Q", scale=x, axis=None), y=alt.value(25)
    )
    whole = alt.layer(bar, span, point, names).properties(height=50, width="container")
    return finished(whole.configure_view(stroke=None))


def score_figure(advice: Advice) -> Figure:
    """Return the score on a bar of the five zones, with its 80 % range."""
    low, high = advice.score_range80 or (0.0, 0.0)
    score = advice.score or 0.0
    row = {"score": [round(score, 1)], "low": [round(low, 1)], "high": [round(high, 1)]}
    return Figure(score_spec(), {"score": pa.table(row)}, SCORE_ALT)
