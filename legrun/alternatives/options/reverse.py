"""The question reversed: the longest run that leaves one ready for a later session."""

from __future__ import annotations

import numpy as np

from legrun.alternatives.options.grid import Cell, Grid
from legrun.decision.advice import Advice
from legrun.evidence import value
from legrun.scenario import Session

__all__ = ["EVEN", "find_longest_ready"]

EVEN = value("options.even")
EASY_RPE = value("caps.easy_rpe")


def find_longest_ready(grid: Grid, advice: Advice, planned: Session | None) -> tuple[Cell, bool] | None:
    """Return the longest run that fits and leaves one ready, and whether the limits of its effort end it.

    At the planned effort, or the highest one below it that has room for the planned minutes.
    """
    target = min(planned.rpe if planned is not None else EASY_RPE, advice.max_rpe)
    enough = planned.minutes if planned is not None else value("options.easy_run_minutes")
    good = grid.ready & grid.inside & (grid.chance >= EVEN)
    choices = []
    for column, rpe in enumerate(grid.efforts):
        rows = int(np.logical_and.accumulate(good[:, column]).sum())
        if rows and value("caps.walk_rpe") < rpe <= target:
            cell = grid.cell(rows - 1, column)
            most = rows < len(grid.minutes) and not grid.inside[rows, column]
            choices.append((min(cell.minutes, enough), rpe, cell, most))
    if not choices:
        return None
    *_, cell, most = max(choices, key=lambda each: each[:2])
    return cell, bool(most)
