"""Reading the TOML files of this folder, and refusing an entry that is not sound."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from typing import Any, get_args

from legrun.errors import EvidenceError

__all__ = ["load", "one_of", "parse", "read", "require", "tupled"]


def read(name: str) -> str:
    """Return the text of one file of this folder."""
    # importlib.resources would do, but loading it takes longer than reading the file does.
    data = pkgutil.get_data(__package__, name)
    if data is None:
        raise EvidenceError(f"legrun/evidence/{name} cannot be read: the package is not whole.")
    return data.decode()


def parse(text: str) -> dict[str, Any]:
    """Return TOML as plain data."""
    import tomllib  # an answer parses next to nothing

    return tomllib.loads(text)


def load(name: str) -> dict[str, Any]:
    """Return one TOML file of this folder as plain data."""
    return parse(read(name))


def tupled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with every list as a tuple."""
    return {name: tuple(each) if isinstance(each, list) else each for name, each in fields.items()}


def one_of(where: str, field: str, chosen: object, allowed: object) -> None:
    """Refuse a value that is not among the choices of a literal type."""
    if chosen not in get_args(allowed):
        raise EvidenceError(f"{where}: {field} is {chosen!r}; one of {get_args(allowed)}.")


def require(where: str, sound: bool, problem: str) -> None:
    """Refuse an entry that is not sound."""
    if not sound:
        raise EvidenceError(f"{where}: {problem}.")
