"""Finding things in the registry: by name, or by words."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from legrun.evidence.grades import Claim, claims
from legrun.evidence.limits import Limit, limits
from legrun.evidence.parameters import Constant, constants
from legrun.evidence.sources import Study, cited, studies
from legrun.evidence.tables import Dataset, datasets

__all__ = ["Hits", "claim_name", "find", "is_name"]


@dataclass(frozen=True)
class Hits:
    """What of the registry fits a search, in its own order."""

    claims: tuple[Claim, ...]
    constants: tuple[Constant, ...]
    datasets: tuple[Dataset, ...]
    limits: tuple[Limit, ...]
    studies: tuple[Study, ...]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(map(len, (self.claims, self.constants, self.datasets, self.limits, self.studies)))


def claim_name(claim: Claim) -> str:
    """Return the name that a claim is found by.

    Examples
    --------
    >>> claim_name(claims()[12])
    'claim-12'
    """
    return f"claim-{claim.id}"


@functools.cache
def _claims() -> Mapping[str, Claim]:
    return MappingProxyType({claim_name(each): each for each in claims().values()})


@functools.cache
def _groups() -> frozenset[str]:
    return frozenset(key.split(".")[0] for key in constants())


def is_name(text: str) -> bool:
    """Return whether a text is the whole name of something that the registry holds.

    Examples
    --------
    >>> is_name("leg_soreness.peak_h"), is_name("gates"), is_name("V2"), is_name("sore legs")
    (True, True, True, False)
    """
    # The constants come first: whoever asks has read them already, and the other files need not be.
    if text in constants() or text in _groups():
        return True
    return text in _claims() or text in datasets() or text in limits() or text in studies()


def _words(name: str, keys: tuple[str, ...], *told: str) -> str:
    """Return everything that a search may meet in an entry."""
    return " ".join((name, name.replace("_", " "), *told, *(s.tagged for s in cited(keys, name)))).casefold()


@functools.cache
def _haystacks() -> tuple[Mapping[str, str], ...]:
    """Return the words of every entry by its name: claims, constants, tables, limits, studies."""
    return (
        {n: _words(n, c.studies, c.claim, c.verdict, c.grade, c.qualifier, c.basis) for n, c in _claims().items()},
        {k: _words(k, c.studies, c.what, c.unit, c.kind, c.strength) for k, c in constants().items()},
        {k: _words(k, d.studies, d.name, d.protocol, d.quantity, d.note, d.explanation) for k, d in datasets().items()},
        {k: _words(k, each.studies, each.title, each.what) for k, each in limits().items()},
        {k: _words(k, (k,), s.population, s.finding, s.note, s.doi) for k, s in studies().items()},
    )


def _named(name: str) -> tuple[set[str], ...]:
    """Return the names of what a whole name stands for, and of what rests on it where it is a study."""
    if name in studies():
        resting = [{k for k, each in group.items() if name in each.studies} for group in _citing()]
        return (*resting, {name})
    keys = {k for k in constants() if k == name or k.split(".")[0] == name}
    hits = (_claims().keys() & {name}, keys, datasets().keys() & {name}, limits().keys() & {name})
    sources = {s for group, hit in zip(_citing(), hits, strict=True) for k in hit for s in group[k].studies}
    return (*hits, sources)


def _citing() -> tuple[Mapping[str, Claim | Constant | Dataset | Limit], ...]:
    return (_claims(), constants(), datasets(), limits())


def find(text: str) -> Hits:
    """Return what fits a search.

    Parameters
    ----------
    text : str
        A whole name (of a constant, of a group of constants, of a table, a study or a limit; ``claim-12``) finds just
        that, with the studies behind it, and for a study what rests on it; else every word has to be met. Nothing
        finds everything.

    Returns
    -------
    Hits
        What was found.

    Examples
    --------
    >>> [c.key for c in find("leg_soreness.peak_h").constants]
    ['leg_soreness.peak_h']
    >>> [c.id for c in find("epsom").claims]
    [17]
    """
    text = text.strip()
    if is_name(text):
        named = _named(text)
    else:
        words = re.split(r"\s+", text.casefold())
        named = tuple({n for n, hay in each.items() if all(w in hay for w in words)} for each in _haystacks())
    return Hits(
        tuple(each for name, each in _claims().items() if name in named[0]),
        tuple(each for name, each in constants().items() if name in named[1]),
        tuple(each for name, each in datasets().items() if name in named[2]),
        tuple(each for name, each in limits().items() if name in named[3]),
        tuple(each for name, each in studies().items() if name in named[4]),
    )
