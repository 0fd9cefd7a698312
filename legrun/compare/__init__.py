"""Scenarios side by side: their differences, their outcomes, and the difference that matters in a sentence."""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.compare.controls import ControlValues, with_controls
    from legrun.compare.differences import LETTERS, Difference, find_differences, scenario_names
    from legrun.compare.outcomes import Outcome, OutcomeRow, outcome_rows
    from legrun.compare.sentence import difference_sentence

__all__ = [
    "LETTERS",
    "ControlValues",
    "Difference",
    "Outcome",
    "OutcomeRow",
    "difference_sentence",
    "find_differences",
    "outcome_rows",
    "scenario_names",
    "with_controls",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "controls": (
            "ControlValues",
            "with_controls",
        ),
        "differences": (
            "LETTERS",
            "Difference",
            "find_differences",
            "scenario_names",
        ),
        "outcomes": (
            "Outcome",
            "OutcomeRow",
            "outcome_rows",
        ),
        "sentence": ("difference_sentence",),
    },
)
