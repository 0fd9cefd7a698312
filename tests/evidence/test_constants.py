"""The registry is sound, and no number of the model stands outside it."""

import ast
from pathlib import Path

import pytest

from legrun.errors import EvidenceError
from legrun.evidence import Constant, constant, constants, studies, value
from legrun.evidence.entries import load
from legrun.evidence.parameters import FILES

PACKAGE = Path(__file__).parents[2] / "legrun"
MODEL = (
    "model/bout", "model/sleep_clock", "model/dose", "model/kinetics", "model/readiness", "model/running_cost",
    "forecast/response", "forecast/ensemble", "forecast/projection",
    "decision/gates", "decision/outlook", "decision/safety", "decision/verdict",
    "calibration/learned", "calibration/results", "trends/facts", "trends/load", "logs/starting_point",
    "alternatives/options/added", "alternatives/options/today", "alternatives/options/grid",
    "alternatives/options/reverse", "alternatives/levers/effects",
)  # fmt: skip
# Numbers of arithmetic, units and counting; 10 and 100 are the tops of the soreness and score scales, 24, 60
# and 3600 turn units; the grid and the draws are numerics, not facts.
PLAIN = {0, 1, 2, 7, 10, 24, 60, 100, 3600, 0.5, 0.1, 0.25, 0.75, 0.9, 4, 5, 6}
NUMERICS = {
    "GRID_A",
    "GRID_B",
    "IMPOSSIBLE",
    "NODES",
    "DRAWS",
    "QUANTILES",
    "LEAST_POINTS",
    "TAIL",
    "EPOCH_WEEKDAY",
}


@pytest.mark.parametrize("each", constants().values(), ids=lambda c: c.key)
def test_every_constant_has_a_source_or_says_that_it_is_ours(each: Constant) -> None:
    assert each.what.endswith(".")
    assert each.low <= each.value <= each.high
    assert each.studies or each.kind == "our judgement" or each.what.endswith("second-hand.")
    assert each.strength != "none" or each.kind == "our judgement"
    for key in each.studies:
        assert key in studies(), f"{each.key} names {key}, which studies.toml does not hold"


def test_an_unknown_constant_is_named() -> None:
    with pytest.raises(EvidenceError, match=r"leg_dose\.nothing"):
        constant("leg_dose.nothing")


def test_a_constant_outside_its_own_range_is_refused() -> None:
    with pytest.raises(EvidenceError, match="outside its own range"):
        Constant("a.b", 2.0, 0.0, 1.0, "", "weak", "our judgement", (), "What.")


def test_a_measured_constant_needs_a_study() -> None:
    with pytest.raises(EvidenceError, match="no study"):
        Constant("a.b", 0.5, 0.0, 1.0, "", "weak", "measured", (), "What.")


@pytest.mark.parametrize("name", MODEL)
def test_no_bare_number_stands_in_the_model(name: str) -> None:
    tree = ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8"))
    numerics = {
        id(leaf)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and target.id in NUMERICS
        for leaf in ast.walk(node)
    }
    found = [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and id(node) not in numerics
        and node.value not in PLAIN
    ]
    assert not found, f"{name}.py: numbers that belong in constants.toml: {found}"


def test_every_constant_is_used() -> None:
    source = "\n".join(p.read_text(encoding="utf-8") for p in PACKAGE.rglob("*.py"))
    unused = []
    for key in constants():
        group = key.split(".")[0]
        spelled = f'"{key}"' in source or f"{key}_" in source
        by_family = f'f"{group}.' in source  # looked up by experience, verdict, habit or gate
        if not (spelled or by_family):
            unused.append(key)
    assert not unused


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
        assert value(key) == one.value
