"""The evidence registry: every constant the model rests on, what people claim, and the published tables.

One module per subject reads one TOML file of this folder: `parameters` the constants, `sources` the studies,
`grades` the claims, `tables` the published tables, `limits` what is not known or known to be off. `export` writes
them down as CSV and BibTeX.
"""

from legrun.evidence.grades import Claim, claims
from legrun.evidence.limits import Limit, limits
from legrun.evidence.parameters import Constant, constant, constants, value
from legrun.evidence.sources import READ_AS, Study, cited, studies
from legrun.evidence.tables import Arm, Dataset, Rule, datasets

__all__ = [
    "READ_AS",
    "Arm",
    "Claim",
    "Constant",
    "Dataset",
    "Limit",
    "Rule",
    "Study",
    "cited",
    "claims",
    "constant",
    "constants",
    "datasets",
    "limits",
    "studies",
    "value",
]
