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

__all__ = [
    "READ_AS",
    "Arm",
    "Basis",
    "Claim",
    "Compares",
    "Constant",
    "Dataset",
    "FactKind",
    "Grade",
    "Honesty",
    "Read",
    "Rule",
    "Strength",
    "Study",
    "Tip",
    "claims",
    "constant",
    "constants",
    "datasets",
    "studies",
    "value",
]

Strength = Literal["strong", "moderate", "weak", "none"]
FactKind = Literal["measured", "fitted", "our judgement"]
Read = Literal["table", "abstract", "second-hand", "memory"]
Grade = Literal["supported", "mostly supported", "mixed", "plausible", "no evidence", "contradicted", "not graded"]
Basis = Literal["studies", "our judgement"]
Tip = Literal["before_run", "during_run", "after_leg_day", "evening", "sleep", "food", "stop", "planning"]
Honesty = Literal["exact", "range", "qualitative"]
Compares = Literal["shape", "level", "range", "rules", "shown"]
Pace = Literal["easy", "moderate", "hard"]
Op = Literal["<", "<=", ">", ">="]

# How a fact reached us, in words that may stand on a screen.
READ_AS: Mapping[str, str] = MappingProxyType(
    {"table": "table read", "abstract": "abstract read", "second-hand": "second-hand", "memory": "from memory"}
)


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


def _one_of(where: str, field: str, found: object, allowed: object) -> None:
    """Refuse a value that is not among the choices of a literal type."""
    if found not in get_args(allowed):
        raise EvidenceError(f"{where}: {field} is {found!r}; one of {get_args(allowed)}.")


def _require(where: str, sound: bool, problem: str) -> None:
    """Refuse an entry that is not sound."""
    if not sound:
        raise EvidenceError(f"{where}: {problem}.")


def _cited(keys: tuple[str, ...], where: str) -> tuple[Study, ...]:
    """Return the studies of some keys; the registry must hold each of them."""
    for key in keys:
        _require(where, key in studies(), f"names the study {key}, which studies.toml does not hold")
    return tuple(studies()[key] for key in keys)


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
        _one_of(where, "grade", self.grade, Grade)
        _one_of(where, "basis", self.basis, Basis)
        for tip in self.tips:
            _one_of(where, "tip", tip, Tip)
        _require(where, bool(self.studies) or self.basis == "our judgement", "rests on studies, but names none")

    @property
    def citations(self) -> tuple[str, ...]:
        """The studies as cited, each with its tag where it was not opened."""
        return tuple(study.citation for study in _cited(self.studies, f"claim {self.id}"))


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
        _one_of("a rule", "op", self.op, Op)
        pair = (self.other_arm is None, self.other_hour is None)
        sound = pair == (True, True) if self.value is not None else pair == (False, False)
        _require("a rule", sound, "needs either a value or another arm and hour")

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
            _one_of(self.id, field, getattr(self, field), allowed)
        if self.intensity is not None:
            _one_of(self.id, "intensity", self.intensity, Pace)
        self._check_numbers()
        unattributed = not self.studies and self.read in ("table", "abstract")
        _require(self.id, not unattributed, f"names no study, but says that it was read in a {self.read}")
        labels = {arm.label for arm in self.arms}
        for rule in self.rules:
            _require(self.id, {rule.arm, rule.other_arm or rule.arm} <= labels, f"has no arm for '{rule.words}'")

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
        _require(self.id, needs[self.compares], f"lacks what comparing by {self.compares} needs")
        _require(self.id, len(self.sd) in (0, len(self.values)), "has another number of spreads than of values")
        scored = self.compares in ("shape", "level", "range")
        _require(self.id, scored == (self.tolerance is not None), "has a tolerance exactly when it is scored")
        costs = self.quantity == "dvo2_pct"
        _require(self.id, costs == (self.intensity is not None), "has a pace exactly when running cost is compared")

    @property
    def explanation(self) -> str:
        """Why a miss stands: stated in advance, or found when the table was held against the model."""
        return " ".join(filter(None, (self.known_miss, self.explained)))

    @property
    def source(self) -> str:
        """Where the numbers come from and how they were read.

        Examples
        --------
        >>> datasets()["V3_S"].source
        'paper not identified (second-hand)'
        """
        cited = "; ".join(study.citation for study in _cited(self.studies, self.id))
        return f"{cited or 'paper not identified'} ({READ_AS[self.read]})"


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


@functools.cache
def claims() -> Mapping[int, Claim]:
    """Return every graded claim by its number.

    Examples
    --------
    >>> claims()[1].grade
    'contradicted'
    """
    found: dict[int, Claim] = {}
    for fields in load("claims.toml")["claim"]:
        claim = Claim(**_tupled(fields))
        _require(f"claim {claim.id}", claim.id not in found, "stands twice in claims.toml")
        _cited(claim.studies, f"claim {claim.id}")
        found[claim.id] = claim
    return MappingProxyType(found)


@functools.cache
def datasets() -> Mapping[str, Dataset]:
    """Return every published table by its id.

    Examples
    --------
    >>> datasets()["V2"].values
    (0.44, 4.83, 2.91, 2.62, 1.97, 1.13)
    """
    found: dict[str, Dataset] = {}
    for fields in load("datasets.toml")["dataset"]:
        dataset = _dataset(fields)
        _require(dataset.id, dataset.id not in found, "stands twice in datasets.toml")
        _cited(dataset.studies + dataset.see_also, dataset.id)
        found[dataset.id] = dataset
    return MappingProxyType(found)


def _tupled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields with every list as a tuple."""
    return {name: tuple(each) if isinstance(each, list) else each for name, each in fields.items()}


def _dataset(fields: Mapping[str, Any]) -> Dataset:
    """Return one entry of datasets.toml; a table with a single group has one arm without a label."""
    plain = _tupled(fields)
    single: dict[str, Any] = {
        name: plain.pop(name) for name in ("athlete", "session", "others", "habits") if name in plain
    }
    given: tuple[dict[str, Any], ...] = plain.pop("arms", ({"label": "", **single},))
    arms = tuple(Arm(**_tupled(each)) for each in given)
    rules = tuple(Rule(**each) for each in plain.pop("rules", ()))
    return Dataset(arms=arms, rules=rules, **plain)
