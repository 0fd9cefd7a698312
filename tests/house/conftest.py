"""What tests of the house share."""

from __future__ import annotations

import ast
import gc
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def trees() -> Mapping[Path, ast.Module]:
    """Return every module of the package and of the app, parsed, and left out of every later look through memory."""
    paths = (path for pattern in ("app.py", "pages/**/*.py", "legrun/**/*.py") for path in sorted(ROOT.glob(pattern)))
    parsed = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    gc.freeze()
    return parsed
