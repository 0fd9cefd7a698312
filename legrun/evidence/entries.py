"""Reading the TOML files of this folder, and refusing an entry that is not sound."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any, get_args

from legrun.errors import EvidenceError

__all__ = ["load", "one_of", "require", "tupled"]


def load(name: str) -> dict[str, Any]:
    """Return one TOML file of this folder as plain data."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def tupled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with every list as a tuple."""
    return {name: tuple(each) if isinstance(each, list) else each for name, each in fields.items()}


def one_of(where: str, field: str, found: object, allowed: object) -> None:
    """Refuse a value that is not among the choices of a literal type."""
    if found not in get_args(allowed):
        raise EvidenceError(f"{where}: {field} is {found!r}; one of {get_args(allowed)}.")


def require(where: str, sound: bool, problem: str) -> None:
    """Refuse an entry that is not sound."""
    if not sound:
        raise EvidenceError(f"{where}: {problem}.")
