"""Figures as data: a Vega-Lite spec built once per process, and the data it names.

The specs never hold data of a visitor; each figure carries its own tables, and a sentence for those who
cannot see it.
"""

from legrun.charts.figure import VERDICT_COLORS, VERDICT_NAMES, Figure
from legrun.charts.grid import grid_figure
from legrun.charts.score import score_figure
from legrun.charts.week import Ghost, week_figure, week_table, week_words

__all__ = [
    "VERDICT_COLORS",
    "VERDICT_NAMES",
    "Figure",
    "Ghost",
    "grid_figure",
    "score_figure",
    "week_figure",
    "week_table",
    "week_words",
]
