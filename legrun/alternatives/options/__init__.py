"""Options side by side, how long and how hard, and what can still be done to be ready for another session."""

from legrun.alternatives.options.added import morning_after
from legrun.alternatives.options.grid import Cell, Grid, build_grid
from legrun.alternatives.options.reverse import EVEN, find_longest_ready
from legrun.alternatives.options.today import Option, day_word, list_options, recommended

__all__ = [
    "EVEN",
    "Cell",
    "Grid",
    "Option",
    "build_grid",
    "day_word",
    "find_longest_ready",
    "list_options",
    "morning_after",
    "recommended",
]
