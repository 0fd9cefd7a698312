"""The rows of a team are the same, whoever works them out, and nothing is lost where a process ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from legrun.roster import ClientDay, Morning, Roster, read_roster, team

NOW = dt.datetime(2026, 3, 4, 8)
CLIENTS = 30


@pytest.fixture(scope="module")
def roster() -> Roster:
    """Legs last night, a rating and a plan of each client, and a red flag of one."""
    lines = ["record,athlete,kind,start,minutes,rpe,soreness,flag"]
    for client in range(CLIENTS):
        name = f"Client {client:02d}"
        lines.append(f"session,{name},legs,2026-03-03T{10 + client % 10}:00,{40 + client},8,,")
        lines.append(f"check_in,{name},,2026-03-04T07:00,,,{client % 9},{'rhabdo' if client == 7 else ''}")
        lines.append(f"plan,{name},run,2026-03-04T18:00,{30 + client},{3 + client % 6},,")
    return read_roster("\n".join(lines).encode(), "team.csv")


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> list[team._Helper]:
    """Let this small team be shared with a process, and return the processes that were started."""
    started: list[team._Helper] = []

    class Watched(team._Helper):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    monkeypatch.setattr(team, "WORTH_A_PROCESS", 2)
    monkeypatch.setattr(team, "PROCESSORS", 2)
    monkeypatch.setattr(team, "_Helper", Watched)
    return started


def days(roster: Roster) -> Iterator[ClientDay]:
    return (ClientDay.of(roster, client, NOW) for client in range(CLIENTS))


def by_client(rows: list[Morning]) -> list[Morning]:
    return sorted(rows, key=lambda row: row.day.client)


def is_over(helper: team._Helper) -> bool:
    return helper._process._process.returncode is not None


def test_a_process_gives_the_same_rows(roster: Roster, shared: list[team._Helper]) -> None:
    rows = list(team.rows_of(days(roster), CLIENTS))
    assert by_client(rows) == [Morning.of(day) for day in days(roster)]
    assert [row.message("de") for row in by_client(rows)] == [Morning.of(day).message("de") for day in days(roster)]
    assert [is_over(helper) for helper in shared] == [True]


@pytest.mark.parametrize(
    "script",
    ["raise SystemExit(1)", "import sys\nsys.stdin.buffer.read(10)\nsys.stdout.buffer.write(b'\\x80\\x05\\x95')"],
    ids=["never answers", "breaks off"],
)
def test_a_process_that_ends_loses_nobody(
    roster: Roster, shared: list[team._Helper], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    broken = tmp_path / "team_worker.py"
    broken.write_text(script)
    monkeypatch.setattr(team, "WORKER", broken)
    assert by_client(list(team.rows_of(days(roster), CLIENTS))) == [Morning.of(day) for day in days(roster)]
    assert len(shared) == 1


def test_whoever_stops_asking_leaves_no_process(roster: Roster, shared: list[team._Helper]) -> None:
    rows = team.rows_of(days(roster), CLIENTS)
    next(rows)
    next(rows)
    rows.close()  # type: ignore[attr-defined]
    assert [is_over(helper) for helper in shared] == [True]
    assert team._PLACES.acquire(blocking=False)
    team._PLACES.release()


def test_where_every_place_is_taken_the_caller_works_alone(roster: Roster, shared: list[team._Helper]) -> None:
    places = 0
    while team._PLACES.acquire(blocking=False):
        places += 1
    try:
        assert [row.day.client for row in team.rows_of(days(roster), CLIENTS)] == list(range(CLIENTS))
    finally:
        for _ in range(places):
            team._PLACES.release()
    assert not shared


def test_a_small_team_starts_no_process(
    roster: Roster, shared: list[team._Helper], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "WORTH_A_PROCESS", CLIENTS + 1)
    assert [row.day.client for row in team.rows_of(days(roster), CLIENTS)] == list(range(CLIENTS))
    assert not shared
