"""The evidence registry: every constant the model rests on, what people claim, and the published tables."""

from legrun.evidence.registry import (
    READ_AS,
    Arm,
    Claim,
    Constant,
    Dataset,
    Rule,
    Study,
    claims,
    constant,
    constants,
    datasets,
    studies,
    value,
)

__all__ = [
    "READ_AS",
    "Arm",
    "Claim",
    "Constant",
    "Dataset",
    "Rule",
    "Study",
    "claims",
    "constant",
    "constants",
    "datasets",
    "studies",
    "value",
]
