"""Typed access to the TOML files of this folder."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal, get_args

from legrun.errors import EvidenceError

__all__ = ["Constant", "FactKind", "Read", "Strength", "Study", "constant", "constants", "studies", "value"]

Strength = Literal["strong", "moderate", "weak", "none"]
FactKind = Literal["measured", "fitted", "our judgement"]
Read = Literal["table", "abstract", "second-hand", "memory"]


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
        for field, allowed in (("strength", Strength), ("kind", FactKind)):
            if getattr(self, field) not in get_args(allowed):
                raise EvidenceError(f"{self.key}: {field} is {getattr(self, field)!r}; one of {get_args(allowed)}.")
        if self.kind == "measured" and not self.studies:
            raise EvidenceError(f"{self.key}: measured, but no study is named.")


@dataclass(frozen=True)
class Study:
    """A study, and how its facts were read."""

    key: str
    authors: str
    year: int
    where: str
    doi: str
    url_id: str
    n: int | None
    population: str
    finding: str
    read: Read
    note: str

    def __post_init__(self) -> None:
        if self.read not in get_args(Read):
            raise EvidenceError(f"{self.key}: read is {self.read!r}; one of {get_args(Read)}.")

    @property
    def citation(self) -> str:
        """Authors, year and place, with an honest tag where the source was not opened."""
        place = f", {self.where}" if self.where else ""
        tag = f" [{self.read}]" if self.read in ("second-hand", "memory") else ""
        return f"{self.authors} {self.year or 'undated'}{place}{tag}"


def load(name: str) -> dict[str, Any]:
    """Return one TOML file of this folder as plain data."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


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


@functools.cache
def studies() -> Mapping[str, Study]:
    """Return every study by key."""
    found = {}
    for key, fields in load("studies.toml").items():
        found[key] = Study(key=key, n=fields.get("n"), **{k: v for k, v in fields.items() if k != "n"})
    return MappingProxyType(found)
