"""Scenarios side by side: what differs between them, what follows, and the difference that matters in a sentence."""

from legrun.compare.change import Knobs, knobs, turned
from legrun.compare.follows import Consequence, Outcome, consequences, outcome
from legrun.compare.sentence import difference_sentence
from legrun.compare.told import LETTERS, Difference, differences, own_names

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
