"""The evidence registry: every constant the model rests on, what people claim, and the published tables.

One module per subject reads one TOML file of this folder: `parameters` the constants, `sources` the studies,
`grades` the claims, `tables` the published tables, `limits` what is not known or known to be off. `export` writes
them down as CSV and BibTeX. An answer needs the constants alone; the other modules load when something of theirs is
asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from legrun.evidence.parameters import Constant, constant, constants, plausible_range, value

if TYPE_CHECKING:
    from legrun.evidence.grades import Claim, claims
    from legrun.evidence.sources import READ_AS, Study, cited, studies
    from legrun.evidence.tables import Arm, Dataset, Rule, datasets

__all__ = [
    "READ_AS",
    "Arm",
    "Claim",
    "Constant",
    "Dataset",
    "Rule",
    "Study",
    "cited",
    "claims",
    "constant",
    "constants",
    "datasets",
    "plausible_range",
    "studies",
    "value",
]

_ON_DEMAND = {
    **dict.fromkeys(("Claim", "claims"), "grades"),
    **dict.fromkeys(("READ_AS", "Study", "cited", "studies"), "sources"),
    **dict.fromkeys(("Arm", "Dataset", "Rule", "datasets"), "tables"),
}


def __getattr__(name: str) -> Any:
    if name not in _ON_DEMAND:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_ON_DEMAND[name]}"), name)
