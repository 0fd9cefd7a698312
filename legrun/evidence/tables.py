"""Published tables, and how each is expressed as a scenario."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from legrun.evidence.entries import load, one_of, require, tupled
from legrun.evidence.sources import READ_AS, Read, cited

__all__ = ["Arm", "Compares", "Dataset", "Honesty", "Rule", "datasets"]

Honesty = Literal["exact", "range", "qualitative"]
# What a study gave, in words that may stand on a screen.
GAVE: Mapping[Honesty, str] = MappingProxyType(
    {"exact": "its numbers", "range": "only a range", "qualitative": "only an ordering or a time of recovery"}
)
Compares = Literal["shape", "level", "range", "rules", "shown"]
Pace = Literal["easy", "moderate", "hard"]
Op = Literal["<", "<=", ">", ">="]


@dataclass(frozen=True)
class Arm:
    """How one group of a published table is expressed: plain values, built into a scenario by the checks."""

    label: str
    athlete: Mapping[str, Any]
    session: Mapping[str, Any]
    others: tuple[Mapping[str, Any], ...] = ()
    habits: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Rule:
    """An ordering found in a study: one median against a border, or against another median."""

    quantity: str
    arm: str
    hour: float
    op: Op
    value: float | None = None
    other_arm: str | None = None
    other_hour: float | None = None

    def __post_init__(self) -> None:
        one_of("a rule", "op", self.op, Op)
        pair = (self.other_arm is None, self.other_hour is None)
        sound = pair == (True, True) if self.value is not None else pair == (False, False)
        require("a rule", sound, "needs either a value or another arm and hour")

    @property
    def words(self) -> str:
        """The rule as one short line."""
        right = f"{self.value:g}" if self.value is not None else f"{self.other_arm} at {self.other_hour:g} h"
        return f"{self.quantity}, {self.arm} at {self.hour:g} h {self.op} {right}"


@dataclass(frozen=True)
class Dataset:
    """A published table as read, and how it is expressed as a scenario.

    The head of `datasets.toml` says what each field means. A table without studies was quoted by someone
    else and its paper is not identified.
    """

    id: str
    name: str
    quantity: str
    tuned: bool
    honesty: Honesty
    read: Read
    studies: tuple[str, ...]
    protocol: str
    hours: tuple[float, ...]
    values: tuple[float, ...]
    scale: str
    compares: Compares
    known_miss: str
    note: str
    expressed_why: str
    arms: tuple[Arm, ...]
    see_also: tuple[str, ...] = ()
    n: int | None = None
    sd: tuple[float, ...] = ()
    baseline: float | None = None
    low: float | None = None
    high: float | None = None
    compare_hours: tuple[float, ...] = ()
    tolerance: float | None = None
    intensity: Pace | None = None
    checks: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    explained: str = ""

    def __post_init__(self) -> None:
        for field, allowed in (("honesty", Honesty), ("read", Read), ("compares", Compares)):
            one_of(self.id, field, getattr(self, field), allowed)
        if self.intensity is not None:
            one_of(self.id, "intensity", self.intensity, Pace)
        self._check_numbers()
        unattributed = not self.studies and self.read in ("table", "abstract")
        require(self.id, not unattributed, f"names no study, but says that it was read in a {self.read}")
        labels = {arm.label for arm in self.arms}
        for rule in self.rules:
            require(self.id, {rule.arm, rule.other_arm or rule.arm} <= labels, f"has no arm for '{rule.words}'")

    def _check_numbers(self) -> None:
        """Refuse a table that does not hold what its comparison needs."""
        timed = bool(self.values) and len(self.hours) == len(self.values)
        needs = {
            "shape": timed and self.baseline is not None and set(self.compare_hours) <= set(self.hours),
            "level": timed,
            "range": self.low is not None and self.high is not None and self.low <= self.high,
            "rules": bool(self.rules),
            "shown": True,
        }
        require(self.id, needs[self.compares], f"lacks what comparing by {self.compares} needs")
        require(self.id, len(self.sd) in (0, len(self.values)), "has another number of spreads than of values")
        scored = self.compares in ("shape", "level", "range")
        require(self.id, scored == (self.tolerance is not None), "has a tolerance exactly when it is scored")
        costs = self.quantity == "dvo2_pct"
        require(self.id, costs == (self.intensity is not None), "has a pace exactly when running cost is compared")

    @property
    def explanation(self) -> str:
        """Why a miss stands: stated in advance, or found when the table was held against the model."""
        return " ".join(filter(None, (self.known_miss, self.explained)))

    @property
    def source(self) -> str:
        """Where the numbers come from, how they were read, and what there was to read.

        Examples
        --------
        >>> datasets()["V3_S"].source
        'paper not identified (second-hand; gives its numbers)'
        """
        sources = "; ".join(study.citation for study in cited(self.studies, self.id))
        return f"{sources or 'paper not identified'} ({READ_AS[self.read]}; gives {GAVE[self.honesty]})"


@functools.cache
def datasets() -> Mapping[str, Dataset]:
    """Return every published table by its id.

    Examples
    --------
    >>> datasets()["V2"].values
    (0.44, 4.83, 2.91, 2.62, 1.97, 1.13)
    """
    by_id: dict[str, Dataset] = {}
    for fields in load("datasets.toml")["dataset"]:
        dataset = _dataset(fields)
        require(dataset.id, dataset.id not in by_id, "stands twice in datasets.toml")
        cited(dataset.studies + dataset.see_also, dataset.id)
        by_id[dataset.id] = dataset
    return MappingProxyType(by_id)


def _dataset(fields: Mapping[str, Any]) -> Dataset:
    """Return one entry of datasets.toml; a table with a single group has one arm without a label."""
    plain = tupled(fields)
    single: dict[str, Any] = {
        name: plain.pop(name) for name in ("athlete", "session", "others", "habits") if name in plain
    }
    given: tuple[dict[str, Any], ...] = plain.pop("arms", ({"label": "", **single},))
    arms = tuple(Arm(**tupled(each)) for each in given)
    rules = tuple(Rule(**each) for each in plain.pop("rules", ()))
    return Dataset(arms=arms, rules=rules, **plain)
