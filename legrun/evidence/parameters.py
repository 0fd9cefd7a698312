"""The numbers of the model, each with its range and what stands behind it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from legrun.errors import EvidenceError
from legrun.evidence.entries import load, one_of, require

__all__ = ["Constant", "FactKind", "Strength", "constant", "constants", "value"]

Strength = Literal["strong", "moderate", "weak", "none"]
FactKind = Literal["measured", "fitted", "our judgement"]


@dataclass(frozen=True)
class Constant:
    """One number of the model and what stands behind it.

    Attributes
    ----------
    key : str
        Its name, `group.name`.
    value, low, high : float
        Central value and plausible range, in `unit`.
    unit : str
        Unit, empty for a pure number.
    strength : {"strong", "moderate", "weak", "none"}
        Strength of the evidence behind the value.
    kind : {"measured", "fitted", "our judgement"}
        What sort of fact it is.
    studies : tuple of str
        Keys of the studies it rests on or was weighed against.
    what : str
        What it does, in one sentence.
    """

    key: str
    value: float
    low: float
    high: float
    unit: str
    strength: Strength
    kind: FactKind
    studies: tuple[str, ...]
    what: str

    def __post_init__(self) -> None:
        if not self.low <= self.value <= self.high:
            raise EvidenceError(f"{self.key}: {self.value} lies outside its own range {self.low} to {self.high}.")
        one_of(self.key, "strength", self.strength, Strength)
        one_of(self.key, "kind", self.kind, FactKind)
        require(self.key, self.kind != "measured" or bool(self.studies), "measured, but no study is named")


@functools.cache
def constants() -> Mapping[str, Constant]:
    """Return every constant by key, `group.name`.

    Examples
    --------
    >>> constants()["leg_soreness.peak_h"].value
    34.0
    """
    found: dict[str, Constant] = {}
    for group, members in load("constants.toml").items():
        for name, fields in members.items():
            key = f"{group}.{name}"
            plain: dict[str, Any] = {**fields, "studies": tuple(fields["studies"])}
            plain |= {field: float(fields[field]) for field in ("value", "low", "high")}
            found[key] = Constant(key=key, **plain)
    return MappingProxyType(found)


def constant(key: str) -> Constant:
    """Return one constant.

    Raises
    ------
    EvidenceError
        If the registry has no such constant.
    """
    try:
        return constants()[key]
    except KeyError:
        raise EvidenceError(f"No constant {key!r} in legrun/evidence/constants.toml.") from None


def value(key: str) -> float:
    """Return the central value of one constant, in its unit.

    Examples
    --------
    >>> value("zones.hard")
    80.0
    """
    return constant(key).value
