"""A function is short enough to be read at once."""

import ast
from collections.abc import Mapping
from pathlib import Path

MOST_LINES = 40


def _lines(function: ast.FunctionDef) -> int:
    """Return how many lines a function has besides its docstring."""
    first, *rest = function.body
    said = first if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and rest else None
    docstring = (said.end_lineno or said.lineno) - said.lineno + 1 if said else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - docstring


def test_no_function_is_longer_than_a_screen(trees: Mapping[Path, ast.Module]) -> None:
    lengths = {
        f"{path.name}: {node.name}": _lines(node)
        for path, tree in trees.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert len(lengths) > 1500
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES}
