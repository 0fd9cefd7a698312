"""The evidence registry: every constant the model rests on, with its range, its strength and its studies."""

from legrun.evidence.registry import (
    Constant,
    Study,
    constant,
    constants,
    studies,
    value,
)

__all__ = ["Constant", "Study", "constant", "constants", "studies", "value"]
