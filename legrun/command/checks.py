"""``legrun checks``: published tables beside the model."""

from __future__ import annotations

import argparse

from legrun.checks import run_checks
from legrun.checks.report import lines
from legrun.command.document import document, to_json
from legrun.scenario.plain import plain

__all__ = ["run"]


def run(options: argparse.Namespace) -> tuple[int, str]:
    """Return 1 where a table is missed without an explanation, else 0, and what to print."""
    checks = run_checks()
    status = int(any(each.status == "miss" for each in checks))
    if options.json:
        return status, to_json(document("checks", {"checks": [plain(each.as_row()) for each in checks]}))
    return status, "\n".join(lines(checks)) + "\n"
