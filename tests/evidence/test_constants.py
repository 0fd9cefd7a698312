"""The registry is sound, and no number of the model stands outside it."""

import ast
import re
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from legrun.decision.gates import FATIGUE_GATES, SORENESS_GATES
from legrun.errors import EvidenceError
from legrun.evidence import Constant, constant, constants, plausible_range, studies, value
from legrun.evidence.entries import load
from legrun.evidence.parameters import FILES
from legrun.model.readiness import VERDICTS
from legrun.scenario import EXPERIENCES, KINDS, STYLES

PACKAGE = Path(__file__).parents[2] / "legrun"
# Every module that works with the model's numbers, found by its folder, so that a new one is looked at too.
FOLDERS = ("model", "forecast", "decision", "calibration", "checks", "trends", "alternatives")
# Tables of sentences, whose numbers are those of claims.
TABLES = {"alternatives/levers/lever", "alternatives/tips"}
FOUND = {
    str(path.relative_to(PACKAGE).with_suffix("")) for folder in FOLDERS for path in (PACKAGE / folder).rglob("*.py")
}
MODEL = sorted({*FOUND, "logs/starting_point"} - TABLES)
# Numbers of arithmetic, units and counting; 10 and 100 are the tops of the soreness and score scales, 24, 60
# and 3600 turn units; the grid and the draws are numerics, not facts.
PLAIN = {0, 1, 2, 7, 10, 24, 60, 100, 3600, 0.5, 0.1, 0.25, 0.75, 0.9, 3, 4, 5, 6, 9, -1}
NUMERICS = {
    "GRID_A", "GRID_B", "DRAWS", "QUANTILES", "LEAST_POINTS", "EPOCH_WEEKDAY", "TIME_SHARES", "COVERAGE_GOAL", "END",
    "MOST_TRIES", "BLOCK", "FACTORS", "WORTH_IT", "HAIR", "TEMPLATES", "LAYOUT", "UNITS", "ROUNDING_EPS",
}  # fmt: skip


def numbers_in(tree: ast.AST) -> list[tuple[int, float]]:
    """Return the bare numbers of a module, but for numerics by name, cache sizes and what a comment calls numerics."""
    exempt: set[int] = set()
    for node in ast.walk(tree):
        named = (
            isinstance(node, ast.Assign | ast.AnnAssign)
            and {
                target.id
                for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
                if isinstance(target, ast.Name)
            }
            & NUMERICS
        )
        sized = isinstance(node, ast.keyword) and node.arg == "maxsize"
        if named or sized:
            exempt |= {id(leaf) for leaf in ast.walk(node)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and id(node) not in exempt
        and node.value not in PLAIN
    ]


def lacks(each: Constant) -> list[str]:
    """Return what is missing at a constant."""
    is_ours = each.kind == "our judgement"
    needs = {
        "a sentence": each.what.endswith("."),
        "a value within its range": each.low <= each.value <= each.high,
        "a source": bool(each.studies) or is_ours or each.what.endswith("second-hand."),
        "evidence": each.strength != "none" or is_ours,
        "studies that studies.toml holds": set(each.studies) <= set(studies()),
    }
    return [need for need, is_met in needs.items() if not is_met]


def test_every_constant_has_a_source_or_says_that_it_is_ours() -> None:
    assert {key: lacking for key, each in constants().items() if (lacking := lacks(each))} == {}
    assert len(constants()) > 300


@pytest.mark.parametrize(
    ("changes", "lacking"),
    [
        ({"kind": "fitted", "studies": ()}, "a source"),
        ({"studies": ("nobody_1900",)}, "studies that studies.toml holds"),
        ({"what": "What"}, "a sentence"),
        ({"strength": "none"}, "evidence"),
    ],
)
def test_what_a_constant_lacks_is_seen(changes: dict[str, Any], lacking: str) -> None:
    sound = Constant("a.b", 0.5, 0.0, 1.0, "", "weak", "measured", ("chen_2008",), "What.")
    assert lacks(sound) == []
    assert lacks(replace(sound, **changes)) == [lacking]


def test_an_unknown_constant_is_named() -> None:
    with pytest.raises(EvidenceError, match=r"leg_dose\.nothing"):
        constant("leg_dose.nothing")


def test_a_constant_outside_its_own_range_is_refused() -> None:
    with pytest.raises(EvidenceError, match="outside its own range"):
        Constant("a.b", 2.0, 0.0, 1.0, "", "weak", "our judgement", (), "What.")


def test_a_measured_constant_needs_a_study() -> None:
    with pytest.raises(EvidenceError, match="no study"):
        Constant("a.b", 0.5, 0.0, 1.0, "", "weak", "measured", (), "What.")


def test_no_bare_number_stands_in_the_model() -> None:
    bare = {name: numbers_in(ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))) for name in MODEL}
    assert {name: numbers for name, numbers in bare.items() if numbers} == {}, "these belong in legrun/evidence/*.toml"


def test_a_bare_number_would_be_found() -> None:
    assert numbers_in(ast.parse("def f(x):\n    return 0.37 * x\n")) == [(2, 0.37)]


# What stands in the gaps of keys that are put together.
NAMES = {
    *EXPERIENCES, *VERDICTS, *KINDS, *STYLES, "foam_rolling", "compression", "massage", "cold_water",
    *(gate.key for gate in (*SORENESS_GATES, *FATIGUE_GATES)), "unattributed_moderate", "unattributed_easy",
}  # fmt: skip


def keys_in(source: str) -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the keys that a module spells out, and patterns of those that it puts together from `NAMES`."""
    spelled, patterns = set(), []
    names = "|".join(map(re.escape, sorted(NAMES)))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            spelled.add(node.value)
        elif isinstance(node, ast.JoinedStr):
            parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else f"({names})" for v in node.values]
            patterns.append(re.compile("".join(parts)))
    return spelled, patterns


def unused(keys: Iterable[str]) -> list[str]:
    """Return the keys that no module of the package spells out or puts together."""
    spelled: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in PACKAGE.rglob("*.py"):
        one, some = keys_in(path.read_text(encoding="utf-8"))
        spelled |= one
        patterns += [pattern for pattern in some if "." in pattern.pattern]
    return [key for key in keys if key not in spelled and not any(p.fullmatch(key) for p in patterns)]


def test_every_constant_is_used_and_one_that_is_not_would_be_seen() -> None:
    unknown = ["gates.nothing", "leg_dose.nobody", "habits.nothing", "caps.nothing"]
    assert unused([*constants(), *unknown]) == unknown


def test_entries_read_one_by_one_are_those_of_the_whole_files() -> None:
    whole = {
        f"{group}.{name}": fields
        for file in FILES
        for group, members in load(file).items()
        for name, fields in members.items()
    }
    assert set(constants()) == set(whole)
    for key, fields in whole.items():
        one = constants()[key]
        assert {name: getattr(one, name) for name in fields} == {**fields, "studies": tuple(fields["studies"])}
        assert (value(key), plausible_range(key)) == (one.value, (one.low, one.high))


def test_the_constants_stand_by_what_they_are() -> None:
    groups = {
        file: {key.split(".")[0] for key in tomllib.loads((PACKAGE / "evidence" / file).read_text(encoding="utf-8"))}
        for file in FILES
    }
    assert {"leg_dose", "rating", "run_fatigue"} <= groups["model.toml"]
    assert {"gates", "caps", "zones", "notice"} <= groups["policy.toml"]
    assert not groups["model.toml"] & groups["policy.toml"]
    assert not (groups["model.toml"] | groups["policy.toml"]) & groups["settings.toml"]
