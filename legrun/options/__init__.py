"""Options side by side, how long and how hard, and what can still be done to be ready for another session."""

from legrun.options.added import morning_after
from legrun.options.grid import Cell, Grid, grid, needed_verdict
from legrun.options.reverse import goal_words, reverse_question
from legrun.options.today import Option, options

__all__ = [
    "Cell",
    "Grid",
    "Option",
    "goal_words",
    "grid",
    "morning_after",
    "needed_verdict",
    "options",
    "reverse_question",
]
