"""What the evidence cannot support, and what legrun is known to miss."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from legrun.evidence.entries import load, one_of, require, tupled
from legrun.evidence.sources import cited
from legrun.evidence.tables import datasets

__all__ = ["Limit", "LimitKind", "limits"]

LimitKind = Literal["cannot", "miss"]


@dataclass(frozen=True)
class Limit:
    """Something that legrun does not know, or gets wrong.

    Attributes
    ----------
    id : str
        Its name.
    kind : {"cannot", "miss"}
        Whether nothing that was read would carry it, or legrun is known to be off.
    title, what : str
        What it is, short and in full.
    datasets : tuple of str
        Published tables that show it.
    studies : tuple of str
        Keys of the studies it is known from.
    """

    id: str
    kind: LimitKind
    title: str
    what: str
    datasets: tuple[str, ...]
    studies: tuple[str, ...]

    def __post_init__(self) -> None:
        one_of(self.id, "kind", self.kind, LimitKind)
        for each in self.datasets:
            require(self.id, each in datasets(), f"names the table {each}, which datasets.toml does not hold")


@functools.cache
def limits() -> Mapping[str, Limit]:
    """Return every limit by its id, in the order of the file.

    Examples
    --------
    >>> limits()["miss-alcohol"].datasets
    ('V5_alc',)
    """
    by_id: dict[str, Limit] = {}
    for fields in load("limits.toml")["limit"]:
        limit = Limit(**tupled(fields))
        require(limit.id, limit.id not in by_id, "stands twice in limits.toml")
        cited(limit.studies, limit.id)
        by_id[limit.id] = limit
    return MappingProxyType(by_id)
