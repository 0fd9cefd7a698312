"""The README's commands are the ones that CI runs."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def _fenced_commands() -> list[str]:
    """Return the lines of the README's fenced blocks that begin with the set-up of an environment."""
    blocks = re.findall(r"^```\w*\n(.*?)^```", (ROOT / "README.md").read_text(), flags=re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines() if line.startswith("python3 -m venv")]


def test_one_command_runs_the_app_and_one_the_tests() -> None:
    app, tests = _fenced_commands()
    assert app.endswith("-m streamlit run app.py")
    assert tests.endswith("-m pytest")


def test_ci_ends_with_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text().splitlines()
    assert script[-1] == _fenced_commands()[1]
    assert "export LEGRUN_REQUIRE_BROWSER=1" in script
