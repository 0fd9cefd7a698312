"""What people say about running after leg day, each claim with its grade."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from legrun.evidence.entries import load, one_of, require, tupled
from legrun.evidence.sources import cited

__all__ = ["Basis", "Claim", "Grade", "Tip", "claims"]

Grade = Literal["supported", "mostly supported", "mixed", "plausible", "no evidence", "contradicted", "not graded"]
Basis = Literal["studies", "our judgement"]
Tip = Literal["before_run", "during_run", "after_leg_day", "evening", "sleep", "food", "stop", "planning"]


@dataclass(frozen=True)
class Claim:
    """What people say about running after leg day, and how well it stands.

    Attributes
    ----------
    id : int
        Its number, from 1.
    claim, verdict : str
        The claim, and one sentence on what is known, both in our own words.
    grade : str
        One of `Grade`.
    qualifier : str
        The nuance of the grade; may be empty.
    studies : tuple of str
        Keys of the studies behind it; empty where none was read.
    basis : {"studies", "our judgement"}
        What carries the grade.
    tips : tuple of str
        When the app may offer it as a tip, from `Tip`.
    """

    id: int
    claim: str
    grade: Grade
    qualifier: str
    verdict: str
    studies: tuple[str, ...]
    basis: Basis
    tips: tuple[Tip, ...]

    def __post_init__(self) -> None:
        where = f"claim {self.id}"
        one_of(where, "grade", self.grade, Grade)
        one_of(where, "basis", self.basis, Basis)
        for tip in self.tips:
            one_of(where, "tip", tip, Tip)
        require(where, bool(self.studies) or self.basis == "our judgement", "rests on studies, but names none")


@functools.cache
def claims() -> Mapping[int, Claim]:
    """Return every graded claim by its number.

    Examples
    --------
    >>> claims()[1].grade
    'contradicted'
    """
    by_id: dict[int, Claim] = {}
    for fields in load("claims.toml")["claim"]:
        claim = Claim(**tupled(fields))
        require(f"claim {claim.id}", claim.id not in by_id, "stands twice in claims.toml")
        cited(claim.studies, f"claim {claim.id}")
        by_id[claim.id] = claim
    return MappingProxyType(by_id)
