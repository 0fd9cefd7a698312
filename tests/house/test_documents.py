"""The documents under docs/ run: the tour of the package line by line, the notebook cell by cell."""

from __future__ import annotations

import ast
import doctest
import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from legrun.command.arguments import parse
from legrun.evidence import value
from tests.serving import ROOT

DOCS = ROOT / "docs"


@pytest.mark.slow
def test_the_tour_prints_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.NORMALIZE_WHITESPACE
    done = doctest.testfile(str(DOCS / "python.md"), module_relative=False, optionflags=flags)
    assert done.attempted > 15
    assert done.failed == 0


@pytest.mark.slow
def test_the_notebook_runs_from_top_to_bottom(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    cells = json.loads((DOCS / "tour.ipynb").read_text(encoding="utf-8"))["cells"]
    shown, names = [], dict[str, Any]()
    for number, cell in enumerate(cell for cell in cells if cell["cell_type"] == "code"):
        assert cell["outputs"] == []  # what is kept in the file grows old; a reader runs it
        shown.append(run_cell("".join(cell["source"]), names, number))
    answer, table, scores, chances = (each for each in shown if each is not None)
    assert answer._repr_html_().lstrip().startswith("<svg")
    assert len(table) == 8
    assert scores[5] < scores[7]
    assert sum(chances.values()) == pytest.approx(1)


def run_cell(source: str, names: dict[str, Any], number: int) -> Any:
    """Run a cell and return what a notebook would show: the value of its last line, where that is an expression."""
    tree = ast.parse(source)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, f"cell {number}", "exec"), names)
    return eval(compile(ast.Expression(last.value), f"cell {number}", "eval"), names) if last is not None else None  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "document",
    ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "sample_data/README.md", *sorted(DOCS.glob("*.md"))],
    ids=lambda document: Path(document).name,
)
def test_no_line_of_a_document_is_wider_than_the_code(document: str | Path) -> None:
    """Rows of tables cannot be parted, and what a program prints is shown as it is."""
    text = re.sub(r"```console\n.*?```", "", (ROOT / document).read_text(encoding="utf-8"), flags=re.DOTALL)
    wide = [line for line in text.splitlines() if len(line) > 120 and not line.startswith("|")]
    assert wide == []


def test_no_list_of_words_is_wider_than_the_code() -> None:
    """A change to a word shows as a change to a line of few words."""
    lists = [path for room in ("logs", "roster") for path in sorted((ROOT / "legrun" / room).rglob("*.toml"))]
    assert lists
    wide = {
        f"{path.name}:{number}"
        for path in lists
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > 120
    }
    assert wide == set()


@pytest.mark.parametrize("document", ["README.md", "docs/python.md"])
def test_every_line_of_the_command_is_understood(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    lines = re.findall(
        r"^\$ legrun (.+)$|`legrun ((?:today|read|week|roster|checks|app|mcp|score) [^`]+)`", text, re.MULTILINE
    )
    assert lines
    for line in (first or second for first, second in lines):
        options = parse(shlex.split(line))
        assert callable(options.run)


def test_the_numbers_of_the_model_page_are_those_of_the_registry() -> None:
    rows = re.findall(
        r"^\|([^|]*)\|[^|]*\| `(\w+\.\w+)` \| ([\d.]+) \|$", (DOCS / "model.md").read_text(), re.MULTILINE
    )
    assert len(rows) > 60
    for symbol, key, said in rows:
        assert float(said) == value(key), key
        if number := re.match(r"[\d.]+", symbol.strip()):
            assert float(number[0]) == value(key), f"{key} in its equation"


def test_the_equations_of_the_model_page_hold_the_numbers_of_its_tables() -> None:
    """Each number that a table gives a symbol of its own stands in an equation of its section."""
    for section in (DOCS / "model.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        equations = " ".join(line for line in section.splitlines() if line.startswith("    "))
        for symbol in re.findall(r"^\| (0\.\d+) \| [^|]* \| `", section, re.MULTILINE):
            assert symbol in equations, f"{symbol} in {section.splitlines()[0]}"
