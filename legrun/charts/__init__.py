"""Figures as data: a Vega-Lite spec, kept as it was drawn, and the data it names.

The specs never hold data of a visitor; each figure carries its own tables, and a sentence for those who
cannot see it.
"""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.charts.calendar import calendar_figure, starts_figure
    from legrun.charts.chances import chances_figure
    from legrun.charts.figure import GREY, INK, INKS, PAPER, VERDICT_COLORS, Figure
    from legrun.charts.grid import grid_figure
    from legrun.charts.overlay import LINE_COLORS, overlay_figure, overlay_table
    from legrun.charts.score import score_figure
    from legrun.charts.training import (
        load_figure,
        load_table,
        sleep_figure,
        sleep_table,
        soreness_figure,
        soreness_table,
        trend_figure,
        trend_table,
    )
    from legrun.charts.week import Ghost, hours_before, week_columns, week_figure, week_points, week_table, week_words

__all__ = [
    "GREY",
    "INK",
    "INKS",
    "LINE_COLORS",
    "PAPER",
    "VERDICT_COLORS",
    "Figure",
    "Ghost",
    "calendar_figure",
    "chances_figure",
    "grid_figure",
    "hours_before",
    "load_figure",
    "load_table",
    "overlay_figure",
    "overlay_table",
    "score_figure",
    "sleep_figure",
    "sleep_table",
    "soreness_figure",
    "soreness_table",
    "starts_figure",
    "trend_figure",
    "trend_table",
    "week_columns",
    "week_figure",
    "week_points",
    "week_table",
    "week_words",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "calendar": (
            "calendar_figure",
            "starts_figure",
        ),
        "chances": ("chances_figure",),
        "figure": (
            "GREY",
            "INK",
            "INKS",
            "PAPER",
            "VERDICT_COLORS",
            "Figure",
        ),
        "grid": ("grid_figure",),
        "overlay": (
            "LINE_COLORS",
            "overlay_figure",
            "overlay_table",
        ),
        "score": ("score_figure",),
        "training": (
            "load_figure",
            "load_table",
            "sleep_figure",
            "sleep_table",
            "soreness_figure",
            "soreness_table",
            "trend_figure",
            "trend_table",
        ),
        "week": (
            "Ghost",
            "hours_before",
            "week_columns",
            "week_figure",
            "week_points",
            "week_table",
            "week_words",
        ),
    },
)
