"""How cost grows: with the sessions of one person, and with the clients of a roster."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import numpy as np

import legrun
from legrun.roster import read_roster
from tests.benchmarks.rosters import NOW, client_day, morning, roster_csv_of
from tests.benchmarks.table import Row, interleaved

__all__ = ["growth"]

SESSIONS = (1, 4, 16, 64)
CLIENTS = (10, 100, 1000)
HALF_YEAR = 182


def _scenario(sessions: int) -> legrun.Scenario:
    """Return so many sessions, a leg day or a run each 16 hours, and a rating."""
    starts = [NOW - dt.timedelta(hours=13 + 16 * number) for number in range(sessions)]
    done = [legrun.Session("run" if number % 3 else "legs", start, 45, 6) for number, start in enumerate(starts)]
    return legrun.Scenario(NOW, sessions=done, check_ins=[legrun.CheckIn(NOW, 4)])


def _everyone(data: bytes) -> None:
    clients = read_roster(data, "roster.csv")
    for client in range(len(clients.clients)):
        morning(client_day(clients, client, NOW))


def _exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """Return the power with which cost grows from the first size to the last, fitted on logs."""
    return float(np.polyfit(np.log(sizes), np.log(costs), 1)[0])


def _rows(what: str, sizes: Sequence[int], costs: Sequence[float], most: float) -> list[Row]:
    rows = [Row(f"{what}: {size:,}", "ms", cost) for size, cost in zip(sizes, costs, strict=True)]
    return [*rows, Row(f"{what}: exponent of growth", "", _exponent(sizes, costs), most=most)]


def _read(data: bytes) -> Callable[[], object]:
    return lambda: _everyone(data)


def _projected(scenario: legrun.Scenario) -> Callable[[], object]:
    return lambda: legrun.project(scenario)


def growth() -> list[Row]:
    """Return what a projection costs by sessions, and a roster of half a year by clients, with the exponents."""
    projected = interleaved(*map(_projected, map(_scenario, SESSIONS)), times=40, warm=5)
    read = [interleaved(_read(roster_csv_of(clients, HALF_YEAR)), times=1, warm=0)[0] for clients in CLIENTS]
    return [
        *_rows("Sessions in a projection", SESSIONS, projected, most=0.5),
        *_rows("Clients of a roster of half a year", CLIENTS, read, most=1.1),
    ]
