"""Text on a terminal: a small table, and colour where it is one."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from legrun.model.readiness import Verdict
from legrun.report.text import printable

__all__ = ["headline", "table"]

COLOURS: dict[Verdict, int] = {"rest": 31, "walk": 33, "easy": 36, "moderate": 34, "hard": 32}


def headline(text: str, verdict: Verdict | None) -> str:
    """Return the verdict's line, in its colour on a terminal that wants one; the word says it all without.

    Examples
    --------
    >>> headline("Easy run", "easy")
    'Easy run'
    """
    wanted = sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return f"\033[1;{COLOURS[verdict] if verdict else 31}m{text}\033[0m" if wanted else text


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table, columns two blanks apart.

    Examples
    --------
    >>> table(("Day", "Verdict"), [("Thu", "Easy run")])
    ['Day  Verdict', 'Thu  Easy run']
    """
    cells = [[printable(cell) for cell in row] for row in (header, *rows)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
