"""Measured in this process: arranging a week, beside looking at every week there is."""

from __future__ import annotations

import datetime as dt
import itertools
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from legrun.scenario import Kind, PlanItem, Scenario, Session
from tests.benchmarks.earlier import named
from tests.benchmarks.table import Row, interleaved

__all__ = ["arranging"]

if TYPE_CHECKING:
    from legrun.scenario.week_plan import WeekPlan
    from legrun.week.arrange.tables import Tables

NEW, OLD = "legrun.week.arrange", "legrun.planner"
week_plan = named("legrun.scenario.week_plan:WeekPlan", "legrun.week.plan:WeekPlan", "legrun.plan:WeekPlan")
arrange = named(f"{NEW}:arrange", f"{OLD}:arrange")
Objective, is_allowed = (
    named(f"{NEW}.objective:{name}", f"{OLD}.objective:{name}") for name in ("Objective", "is_allowed")
)
rank_weeks = named(f"{NEW}.objective:rank_weeks", f"{OLD}.objective:judged")
build_tables = named(f"{NEW}.tables:build_tables", f"{OLD}.tables:tables")
MONDAY = dt.datetime(2026, 3, 2)
REST = Scenario(MONDAY)
# Day, hour, minutes, effort, kind, key: a full week in which nothing is fixed.
WEEK: tuple[tuple[int, int, float, float, Kind, bool], ...] = (
    (0, 18, 60, 8, "legs", False),
    (1, 7, 40, 4, "run", False),
    (2, 18, 48, 8, "run", True),
    (3, 18, 50, 7, "legs", False),
    (4, 7, 45, 4, "run", False),
    (5, 9, 120, 4, "run", True),
    (6, 18, 45, 6, "run", False),
    (3, 7, 35, 3, "run", False),
)


def _plan(sessions: int) -> WeekPlan:
    """Return a week of so many sessions, each free to move to any day."""
    items = (
        PlanItem(Session(kind, MONDAY + dt.timedelta(days=day, hours=hour), minutes, rpe), key=key)
        for day, hour, minutes, rpe, kind, key in WEEK[:sessions]
    )
    plan: WeekPlan = week_plan(MONDAY.date(), tuple(items))
    return plan


def _every_week(table: Tables) -> Iterator[np.ndarray[tuple[int, int], np.dtype[np.intp]]]:
    """Yield every arrangement, in blocks that fit the memory."""
    days = [np.flatnonzero(row) for row in table.allowed]
    tail = np.stack(np.meshgrid(*days[3:], indexing="ij"), axis=-1).reshape(-1, len(days) - 3)
    for head in itertools.product(*days[:3]):
        yield np.concatenate([np.broadcast_to(head, (len(tail), 3)), tail], axis=1)


def _brute_force(plan: WeekPlan) -> int:
    """Return the rank of the best plan, found by judging every one with the same vectorised objective."""
    table = build_tables(plan, REST, hours=False)
    rows = []
    for block in _every_week(table):
        allowed = block[is_allowed(table, block)]
        if len(allowed):
            rows.append(int(rank_weeks(table, allowed).min()))
    return min(rows)


def arranging() -> list[Row]:
    """Return the cost of arranging 7 and 8 movable sessions, proven optimal; by days the 7 beside plain brute force."""
    seven, eight = _plan(7), _plan(8)
    started = time.perf_counter()
    best = _brute_force(seven)
    floor = 1000 * (time.perf_counter() - started)
    ours, both = interleaved(lambda: arrange(seven, REST, hours=False), lambda: arrange(seven, REST), times=15, warm=2)
    (longer,) = interleaved(lambda: arrange(eight, REST), times=15, warm=2)
    if arrange(seven, REST, hours=False).plans[0].objective != Objective.of_rank(best):
        raise RuntimeError("The arranger and brute force do not agree.")
    return [
        Row("Arranging 7 movable sessions, against judging all 7^7 weeks at once", "ms", ours, floor, 1, 500),
        Row("Arranging 7 movable sessions, morning or evening too, beside days alone", "ms", both, ours, 5, 500),
        Row("Arranging 8 movable sessions, morning or evening too", "ms", longer, most=3000),
    ]
