"""The evidence registry: every constant the model rests on, what people claim, and the published tables.

One module per subject reads one TOML file of this folder: `parameters` the constants, `sources` the studies,
`grades` the claims, `tables` the published tables, `limits` what is not known or known to be off. `export` writes
them down as CSV and BibTeX. An answer needs the constants alone, so each module loads when something of its is asked
for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.evidence.grades import Claim, claims
    from legrun.evidence.parameters import Constant, constant, constants, plausible_range, value
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

__getattr__, __dir__ = lazily(
    __name__,
    {
        "grades": ("Claim", "claims"),
        "parameters": ("Constant", "constant", "constants", "plausible_range", "value"),
        "sources": ("READ_AS", "Study", "cited", "studies"),
        "tables": ("Arm", "Dataset", "Rule", "datasets"),
    },
)
