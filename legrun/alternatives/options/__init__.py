"""Options side by side, how long and how hard, and what can still be done to be ready for another session."""

from legrun.alternatives.options.added import morning_after
from legrun.alternatives.options.grid import Cell, Grid, grid
from legrun.alternatives.options.reverse import goal_words, reverse_question
from legrun.alternatives.options.today import Option, options, recommended

__all__ = [
    "Cell",
    "Grid",
    "Option",
    "goal_words",
    "grid",
    "morning_after",
    "options",
    "recommended",
    "reverse_question",
]
