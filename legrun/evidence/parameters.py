"""The numbers of the model, each with its range and what stands behind it."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from legrun.errors import EvidenceError
from legrun.evidence.entries import one_of, parse, read, require

__all__ = ["Constant", "FactKind", "Strength", "constant", "constants", "plausible_range", "value"]

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


# Physiology, what is advised given the curves, and settings of the program.
FILES = ("model.toml", "policy.toml", "settings.toml")
# An answer needs few entries and of most the number alone. All of them parsed take a third of an import, so each is
# parsed when it is asked for; a test holds this reading together with that of whole files.
HEADER = re.compile(r"^\[(\w+\.\w+)\]\n", re.MULTILINE)
NUMBERS = re.compile(r"^(value|low|high) = (\S+)$", re.MULTILINE)


@functools.cache
def constants() -> Mapping[str, Constant]:
    """Return every constant by key, `group.name`.

    Examples
    --------
    >>> constants()["zones.hard"].unit
    'points'
    """
    return MappingProxyType({key: constant(key) for key in _entries()})


@functools.cache
def _entries() -> Mapping[str, str]:
    """Return the text of every constant's entry by key."""
    parts = [part for file in FILES for part in HEADER.split(read(file))[1:]]
    return dict(zip(parts[::2], parts[1::2], strict=True))


def _entry(key: str) -> str:
    try:
        return _entries()[key]
    except KeyError:
        raise EvidenceError(f"No constant {key!r} in legrun/evidence/ ({', '.join(FILES)}).") from None


@functools.cache
def constant(key: str) -> Constant:
    """Return one constant.

    Raises
    ------
    EvidenceError
        If the registry has no such constant.
    """
    fields = parse(_entry(key))
    plain: dict[str, Any] = {**fields, "studies": tuple(fields["studies"])}
    plain |= {field: float(fields[field]) for field in ("value", "low", "high")}
    return Constant(key=key, **plain)


@functools.cache
def _numbers(key: str) -> Mapping[str, float]:
    """Return value, low and high of one constant."""
    return {field: float(number) for field, number in NUMBERS.findall(_entry(key))}


def value(key: str) -> float:
    """Return the central value of one constant, in its unit.

    Examples
    --------
    >>> value("zones.hard")
    80.0
    """
    return _numbers(key)["value"]


def plausible_range(key: str) -> tuple[float, float]:
    """Return the plausible range of one constant, in its unit.

    Examples
    --------
    >>> plausible_range("running_cost.moderate")
    (0.125, 0.5)
    """
    return _numbers(key)["low"], _numbers(key)["high"]
