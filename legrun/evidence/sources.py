"""Studies, each as certain as it was read."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from legrun.evidence.entries import load, one_of, require

__all__ = ["READ_AS", "Read", "Study", "cited", "studies"]

Read = Literal["table", "abstract", "second-hand", "memory"]

# How a fact reached us, in words that may stand on a screen.
READ_AS: Mapping[str, str] = MappingProxyType(
    {
        "table": "read in a table",
        "abstract": "read in abstract",
        "second-hand": "second-hand",
        "memory": "from memory",
    }
)


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
        one_of(self.key, "read", self.read, Read)

    @property
    def citation(self) -> str:
        """Authors, year and place, with an honest tag where the source was not opened."""
        tag = f" [{self.read}]" if self.read in ("second-hand", "memory") else ""
        return f"{self.plain}{tag}"

    @property
    def plain(self) -> str:
        """Authors, year and place."""
        place = f", {self.where}" if self.where else ""
        return f"{self.authors} {self.year or 'undated'}{place}"

    @property
    def tagged(self) -> str:
        """Authors, year and place, with how it was read.

        Examples
        --------
        >>> studies()["hickson_1980"].tagged
        'Hickson 1980 (from memory)'
        """
        return f"{self.plain} ({READ_AS[self.read]})"

    @property
    def url(self) -> str:
        """Its address, where a DOI or a PubMed Central number was seen; else empty."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.url_id}/" if self.url_id.startswith("PMC") else ""


@functools.cache
def studies() -> Mapping[str, Study]:
    """Return every study by key."""
    by_key = {}
    for key, fields in load("studies.toml").items():
        by_key[key] = Study(key=key, n=fields.get("n"), **{k: v for k, v in fields.items() if k != "n"})
    return MappingProxyType(by_key)


def cited(keys: tuple[str, ...], where: str) -> tuple[Study, ...]:
    """Return the studies of some keys; the registry must hold each of them."""
    for key in keys:
        require(where, key in studies(), f"names the study {key}, which studies.toml does not hold")
    return tuple(studies()[key] for key in keys)
