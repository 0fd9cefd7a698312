"""A coach's roster, from its bytes to everyone's row: in the package, and a rerun of the page afterwards."""

from __future__ import annotations

import datetime as dt
import logging
import random
import statistics
import time
from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from legrun.roster import Roster, read_roster
from tests.benchmarks.earlier import named
from tests.benchmarks.table import Row
from tests.serving import ROOT

__all__ = ["form", "roster", "roster_csv_of"]

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 9)
DAYS = 730
FIRST_ROWS = 10
client_day = named("legrun.roster:ClientDay.of", "legrun.roster:standing")
morning = named("legrun.roster:Morning.of", "legrun.roster:morning")
rows_of = named("legrun.roster.team:rows_of", "builtins:None")  # none in earlier builds
LINE_END = b"\n"


def roster_csv_of(clients: int, days: int = DAYS) -> bytes:
    """Return so many clients' days: a check-in a day, two leg days and three runs a week, a plan for today."""
    roll = random.Random(1).random
    lines = ["record,athlete,kind,start,minutes,rpe,soreness,sleep_h"]
    for ago in range(days - 1, -1, -1):
        day = TODAY - dt.timedelta(days=ago)
        for client in range(clients):
            name, weekday = f"Client {client:03d}", (ago + client) % 7
            if ago or client % 5:
                lines.append(f"check_in,{name},,{day}T06:{int(60 * roll()):02d},,,{int(13 * roll()) / 2:g},7.5")
            if weekday in (1, 5) and ago:
                lines.append(f"session,{name},legs,{day}T18:{int(60 * roll()):02d},{45 + int(30 * roll())},7.5,,")
            elif weekday in (2, 4, 6) and ago:
                lines.append(f"session,{name},run,{day}T12:{int(60 * roll()):02d},{25 + int(50 * roll())},5,,")
    lines += [f"plan,Client {client:03d},run,{TODAY}T18:00,40,{4 + client % 4},," for client in range(clients)]
    return ("\n".join(lines) + "\n").encode()


def _timed(data: bytes) -> tuple[float, float]:
    """Return the time to the first rows and to all of them, as the page works them out. [s]"""
    started = time.perf_counter()
    clients = read_roster(data, "roster.csv")
    first = 0.0
    for done, _ in enumerate(_rows(clients), 1):
        if done == FIRST_ROWS:
            first = time.perf_counter() - started
    return first, time.perf_counter() - started


def _rows(clients: Roster) -> Iterator[object]:
    days = (client_day(clients, client, NOW) for client in range(len(clients.clients)))
    return map(morning, days) if rows_of is None else iter(rows_of(days, len(clients.clients)))


def roster() -> list[Row]:
    """Return what a roster of 50 and one of 500 clients take, and a rerun of the page with the large one."""
    small, large = roster_csv_of(50), roster_csv_of(500)
    _timed(small)
    few = statistics.median(_timed(small)[1] for _ in range(3))
    first, everyone = (statistics.median(taken) for taken in zip(*(_timed(large) for _ in range(3)), strict=True))
    rows = large.count(LINE_END) - 1
    size = f"{rows:,} rows, {len(large) / 1e6:.0f} MB"
    return [
        Row("Roster of 50 clients x 2 years to everyone's row", "s", few, most=1),
        Row(f"Roster of 500 clients ({size}) to the first {FIRST_ROWS} rows", "s", first, most=1),
        Row("the same to all 500", "s", everyone, most=8),
        Row("Clients with 500 of them, AppTest rerun", "ms", _page(large), most=150),
    ]


def _form_csv_of(clients: int) -> bytes:
    """Return the answers of a form: four weeks of mornings of so many clients, and what they plan for today."""
    roll = random.Random(2).random
    plans = ("Rest", "Easy 40 min", "Intervals 5x1000 m", "Legs 60 min RPE 8")
    lines = ["Timestamp,Your name,Leg soreness (0-10),Hours slept,Pain?,What will you do today?"]
    for ago in range(27, -1, -1):
        day = TODAY - dt.timedelta(days=ago)
        for client in range(clients):
            time = f"{day:%m/%d/%Y} 6:{int(60 * roll()):02d}:00"
            rated = f"{int(11 * roll())},{6 + int(4 * roll()) / 2:g}"
            lines.append(f"{time},Client {client:03d},{rated},No,{plans[(client + ago) % 4]}")
    return ("\n".join(lines) + "\n").encode()


def form() -> list[Row]:
    """Return what a coach waits for: a form's answers to the table, and one cell to the changed row."""
    rows = []
    for clients, most_s in ((40, 1.0), (500, 3.0)):
        read_s, at = _dropped("form.csv", _form_csv_of(clients))
        rows.append(Row(f"Clients: a form of {clients} to the table, AppTest", "s", read_s, most=most_s))
        rows.append(Row(f"Clients with {clients} of a form: one cell, AppTest", "s", _typed(at), most=0.3))
    return rows


def _typed(at: AppTest) -> float:
    """Return the median time from one cell taken over to the changed table. [s]"""
    taken = []
    for soreness in range(8):
        editor = at.data_editor[0]
        cells = {"edited_rows": {0: {"Soreness": str(soreness)}}, "added_rows": [], "deleted_rows": []}
        at.session_state[str(editor.key)] = cells
        started = time.perf_counter()
        next(button for button in at.button if button.label == "Take over").click().run()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _dropped(name: str, data: bytes) -> tuple[float, AppTest]:
    """Drop a roster on the page; return the time to its table [s], and the page."""
    logging.disable(logging.WARNING)
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300).run().switch_page("pages/clients.py").run()
    started = time.perf_counter()
    at.file_uploader(key="roster_upload").upload(name, data, "text/csv").run()
    taken = time.perf_counter() - started
    if at.exception or not at.data_editor:
        raise RuntimeError("The page did not show the roster.")
    return taken, at


def _page(data: bytes) -> float:
    """Return the median time of a rerun of the page once everyone's row stands. [ms]"""
    _, at = _dropped("roster.csv", data)
    taken = []
    for _ in range(12):
        started = time.perf_counter()
        at.run()
        taken.append(1000 * (time.perf_counter() - started))
    return statistics.median(taken)
