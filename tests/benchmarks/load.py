"""Measured with many visitors at once: what each waits for, what goes wrong, and what the server holds."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import os
import random
import re
import statistics
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import legrun
from legrun import link
from tests.benchmarks.earlier import named
from tests.benchmarks.table import Row
from tests.serving import ROOT, Server, serve
from tests.visitors import Seen, Visitor

__all__ = ["beside_handouts", "load", "slider"]

# Visitors, and how many processes they are shared out to.
LOADS = ((10, 1), (25, 1), (50, 1), (50, 2))
LASTS_S = 60.0
# What fifty visitors on one core may cost each time: with 12.5 moves a second a third of it stays free.
MOVES, MOST_MS = 60, 55
APP = ROOT / "app.py"
# One slider moved, the answer looked at, the next one moved.
PAUSE_S = (2.0, 6.0)
# Every fifth visitor stands on the Log page with a log of their own.
WITH_LOG = 5
OPENING_AT_ONCE = 4
verdict_sentence = named("legrun.wording.verdict:verdict_sentence", "legrun.words:verdict_sentence")
NOW = dt.datetime(2026, 3, 4, 7)
# Two visitors while a coach's handouts are made, and without: moves as quick as a hand makes them.
BESIDE, BESIDE_S, QUICKLY_S = 2, 10.0, (0.3, 0.7)
MAKE_THEM = "FormSubmitter:roster_handouts_form-Make them"
OWN_MARK = re.compile(rb"visitor-(\d+)-own")
LOG_HEADER = "record,kind,start,minutes,rpe,name,soreness,key,value\n"


@dataclass
class _Stay:
    """What one visitor saw."""

    number: int
    waits_s: list[float] = field(default_factory=list)
    lost: int = 0
    wrong: int = 0
    faults: list[str] = field(default_factory=list)
    answers: list[tuple[float, str]] = field(default_factory=list)

    @property
    def has_log(self) -> bool:
        return self.number % WITH_LOG == 0

    @property
    def effort(self) -> float:
        """Return the leg day's effort, which few others share."""
        return 1.0 + 0.5 * (self.number % 19)

    def take(self, seen: Seen) -> None:
        """Keep the time of an answer, and whether it holds anybody else's data."""
        self.waits_s.append(seen.seconds)
        self.faults += seen.faults
        marks = set(OWN_MARK.findall(seen.payload))
        expected = {str(self.number).encode()} if self.has_log else set()
        self.wrong += marks != expected

    def is_right(self, sore: float, text: str) -> bool:
        """Return whether the answer is the one that the package gives."""
        return _sentence(self.effort, sore) in text


@functools.cache
def _sentence(effort: float, sore: float) -> str:
    query = {"v": "1", "now": f"{NOW:%Y-%m-%dT%H}", "effort": str(effort), "sore": str(sore), "rated": "true"}
    advice = legrun.answer(link.decode(query, now=NOW).scenario).for_plan
    return str(verdict_sentence(advice, NOW))


def _own_log(number: int) -> bytes:
    """Return a log whose sessions bear the visitor's number."""
    days = (f"2026-02-{day:02d}T18:00" for day in range(1, 29))
    rows = "".join(f"session,legs,{day},60,7,visitor-{number}-own,,,\n" for day in days)
    return (LOG_HEADER + rows).encode()


def _opened(server: Server, stay: _Stay) -> Visitor:
    """Return a visitor whose page stands."""
    query = "" if stay.has_log else f"now={NOW:%Y-%m-%dT%H}&effort={stay.effort:g}&sore=0&rated=true"
    visitor = Visitor(server.url, page="log" if stay.has_log else "", query=query)
    visitor.run()
    if stay.has_log:
        visitor.upload("log_upload_0", f"visitor-{stay.number}-own.csv", _own_log(stay.number))
    return visitor


def _move(visitor: Visitor, stay: _Stay, chance: random.Random) -> None:
    """Move a slider once and keep what came of it."""
    sore = chance.randrange(1, 21) / 2
    try:
        seen = visitor.run() if stay.has_log else visitor.run(sore=sore)
    except Exception as error:  # whatever it was, the visitor did not get an answer
        stay.lost += 1
        stay.faults.append(repr(error))
        return
    stay.take(seen)
    if not stay.has_log:
        stay.answers.append((sore, "\n".join(seen.texts)))


def _stay(visitor: Visitor, stay: _Stay, until: float) -> None:
    """Move sliders until the time is up."""
    chance = random.Random(stay.number)
    time.sleep(chance.uniform(0, PAUSE_S[1]))
    while time.monotonic() < until:
        _move(visitor, stay, chance)
        time.sleep(chance.uniform(*PAUSE_S))


def _together(servers: list[Server], stays: list[_Stay]) -> list[Visitor]:
    """Open every page, a few at a time, then let all of them be used at once."""
    places = [servers[stay.number % len(servers)] for stay in stays]
    with ThreadPoolExecutor(OPENING_AT_ONCE) as pool:
        visitors = list(pool.map(_opened, places, stays))
    until = time.monotonic() + LASTS_S
    with ThreadPoolExecutor(len(stays)) as pool:
        list(pool.map(_stay, visitors, stays, itertools.repeat(until)))
    return visitors


def _processor_s(server: Server) -> float:
    """Return the time that the server has kept a processor busy, Linux only. [s]"""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _rows(count: int, processes: int, stays: list[_Stay], each_ms: float, each_mib: float) -> list[Row]:
    waits = sorted(wait for stay in stays for wait in stay.waits_s)
    wrong = sum(stay.wrong + sum(not stay.is_right(*answer) for answer in stay.answers) for stay in stays)
    failed = sum(stay.lost + len(stay.faults) for stay in stays)
    for fault in sorted({fault for stay in stays for fault in stay.faults}):
        print(fault, file=sys.stderr)
    what = f"{count} visitors on {processes} process{'es' * (processes > 1)}, a slider each {sum(PAUSE_S) / 2:g} s:"
    return [
        Row(f"{what} median of {len(waits)} reruns", "s", statistics.median(waits)),
        Row(f"{what} 95th percentile", "s", waits[int(0.95 * len(waits))], most=1),
        Row(f"{what} processor time for each", "ms", each_ms),
        Row(f"{what} answers lost, wrong, or another's", "", wrong + failed, most=0),
        Row(f"{what} memory for each, a fifth with a log", "MiB", each_mib),
    ]


def _measured(count: int, processes: int) -> list[Row]:
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(APP, "--server.fileWatcherType=none")) for _ in range(processes)]
        # The first visitors, with a log and without, load what all others share.
        for server in servers:
            for number in (0, 1):
                stack.enter_context(_opened(server, _Stay(number)))
        memory, busy = (sum(map(of, servers)) for of in (Server.memory_mib, _processor_s))
        stays = [_Stay(number) for number in range(2, count + 2)]
        for visitor in _together(servers, stays):
            stack.enter_context(visitor)
        each_mib = (sum(map(Server.memory_mib, servers)) - memory) / count
        each_s = (sum(map(_processor_s, servers)) - busy) / sum(len(stay.waits_s) + 1 for stay in stays)
    return _rows(count, processes, stays, 1000 * each_s, each_mib)


def load() -> list[Row]:
    """Return what visitors wait for when many move sliders for a minute, and check that each sees their own."""
    return [row for count, processes in LOADS for row in _measured(count, processes)]


def slider() -> list[Row]:
    """Return the processor time of one slider's move in a real server, which bounds the visitors that a core carries."""
    with serve(APP, "--server.fileWatcherType=none") as server, _opened(server, _Stay(1)) as visitor:
        for turn in range(MOVES + 10):
            if turn == 10:
                busy = _processor_s(server)
            visitor.run(sore=(1 + turn % 20) / 2)
        each_ms = 1000 * (_processor_s(server) - busy) / MOVES
    return [Row("A slider's move on Today, processor time of a server", "ms", each_ms, most=MOST_MS)]


def _moved_for(visitors: list[Visitor], stays: list[_Stay], seconds: float) -> float:
    """Let visitors move sliders for so long; return the 95th percentile of what they wait for. [s]"""
    until = time.monotonic() + seconds

    def move(visitor: Visitor, stay: _Stay) -> None:
        chance = random.Random(stay.number)
        while time.monotonic() < until:
            _move(visitor, stay, chance)
            time.sleep(chance.uniform(*QUICKLY_S))

    with ThreadPoolExecutor(len(stays)) as pool:
        list(pool.map(move, visitors, stays))
    if any(stay.lost or stay.wrong or stay.faults for stay in stays):
        raise RuntimeError("An answer was lost or wrong.")
    waits = sorted(itertools.chain.from_iterable(stay.waits_s for stay in stays))
    return waits[int(0.95 * len(waits))]


def _workers(server: Server) -> int:
    """Return how many processes the server has started and not yet ended, Linux only."""
    return len(Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()) + sum(
        len((task / "children").read_text().split())
        for task in Path(f"/proc/{server.pid}/task").iterdir()
        if task.name != str(server.pid)
    )


def beside_handouts() -> list[Row]:
    """Return what two visitors wait for while the handouts of a roster are made, beside what they wait for without."""
    with ExitStack() as stack:
        server = stack.enter_context(serve(APP, "--server.fileWatcherType=none"))
        numbers = [number for number in range(1, 2 * BESIDE + 1) if number % WITH_LOG][:BESIDE]
        visitors = [stack.enter_context(_opened(server, _Stay(number))) for number in numbers]
        coach = stack.enter_context(Visitor(server.url, page="clients"))
        coach.run()
        for key in ("sample_roster_sample.csv", "roster_handouts"):
            coach.press(key)
        _moved_for(visitors, [_Stay(number) for number in numbers], BESIDE_S / 5)
        alone = _moved_for(visitors, [_Stay(number) for number in numbers], BESIDE_S)
        coach.press(MAKE_THEM)
        beside = _moved_for(visitors, [_Stay(number) for number in numbers], BESIDE_S)
        if not _workers(server):
            raise RuntimeError("The handouts were made before the visitors had moved their sliders.")
    what = f"{BESIDE} visitors while 22 handouts are made, against without: 95th percentile"
    return [Row(what, "s", beside, alone, most_ratio=2)]
