"""Scenarios side by side: what differs between them, what follows, and the difference that matters in a sentence."""

from legrun.compare.change import Knobs, knobs, turned
from legrun.compare.differences import LETTERS, Difference, differences, own_names
from legrun.compare.outcomes import Consequence, Outcome, consequences, outcome
from legrun.compare.sentence import difference_sentence

__all__ = [
    "LETTERS",
    "Consequence",
    "Difference",
    "Knobs",
    "Outcome",
    "consequences",
    "difference_sentence",
    "differences",
    "knobs",
    "outcome",
    "own_names",
    "turned",
]
