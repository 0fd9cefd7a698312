"""The rows of a whole team; where they are many, a process of its own works on them too."""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from pathlib import Path

from legrun.roster.client_day import ClientDay
from legrun.roster.morning import Morning
from legrun.roster.process import PROCESSORS, Process

__all__ = ["rows_of"]

WORKER = Path(__file__).with_name("team_worker.py")
# A process takes as long to start as some fifty rows take.
WORTH_A_PROCESS = 120
# Clients that are sent at once, and how often: the process never waits, and little is left to wait for at the end.
AT_ONCE, SENT_AHEAD = 8, 2
# One processor is the caller's, however many rosters are worked out.
_PLACES = threading.BoundedSemaphore(max(1, PROCESSORS - 1))


def rows_of(days: Iterable[ClientDay], count: int) -> Iterator[Morning]:
    r"""Yield everyone's row as soon as it stands.

    Parameters
    ----------
    days : iterable of ClientDay
        Where each client stands; read one by one.
    count : int
        How many there are.

    Yields
    ------
    Morning
        As `Morning.of` gives it. Up to 120 clients they come in order.

    Examples
    --------
    >>> import datetime as dt
    >>> from legrun.roster import read_roster
    >>> roster = read_roster(b"record,athlete,kind,start,minutes,rpe\nsession,Ana,legs,2026-03-03T18:00,60,8\n")
    >>> [row.day.name for row in rows_of([ClientDay.of(roster, 0, dt.datetime(2026, 3, 4, 7))], 1)]
    ['Ana']
    """
    if count < WORTH_A_PROCESS or PROCESSORS < 2 or not _PLACES.acquire(blocking=False):
        yield from map(Morning.of, days)
        return
    try:
        yield from _shared(iter(days))
    finally:
        _PLACES.release()


def _shared(days: Iterator[ClientDay]) -> Iterator[Morning]:
    """Yield rows that are worked out here and in a process beside it."""
    helper = _Helper()
    try:
        for day in days:
            yield Morning.of(day)
            while helper.has_room and (sent := tuple(islice(days, AT_ONCE))):
                helper.send(sent)
            yield from helper.ready()
        while helper.is_busy:
            yield from helper.next()
    finally:
        helper.close()


class _Helper:
    """A process that works out rows, a few clients at a time."""

    def __init__(self) -> None:
        self._process = Process(WORKER)
        self._thread = ThreadPoolExecutor(1)
        self._sent: deque[tuple[Sequence[ClientDay], Future[list[Morning]]]] = deque()

    @property
    def has_room(self) -> bool:
        """Whether it would have nothing to do soon; one that has failed is sent no more."""
        return len(self._sent) < SENT_AHEAD and not self._process.is_over

    @property
    def is_busy(self) -> bool:
        """Whether rows are still to come."""
        return bool(self._sent)

    def send(self, days: Sequence[ClientDay]) -> None:
        """Let it work out some rows."""
        self._sent.append((days, self._thread.submit(self._rows, days)))

    def ready(self) -> Iterator[Morning]:
        """Yield the rows that stand."""
        while self._sent and self._sent[0][1].done():
            yield from self.next()

    def next(self) -> Iterator[Morning]:
        """Yield the rows of those who were sent first; they are worked out here where the process has ended."""
        days, rows = self._sent.popleft()
        try:
            yield from rows.result()
        except (OSError, EOFError, pickle.UnpicklingError):
            yield from map(Morning.of, days)

    def _rows(self, days: Sequence[ClientDay]) -> list[Morning]:
        pickle.dump(days, self._process.requests, pickle.HIGHEST_PROTOCOL)
        self._process.requests.flush()
        # What comes back is of a process that this one has started, on what was sent to it. Each row keeps its own day.
        rows: list[Morning] = pickle.load(self._process.answers)
        return [replace(row, day=day) for row, day in zip(rows, days, strict=True)]

    def close(self) -> None:
        """End the process; whoever waits for it is told."""
        self._process.kill()
        self._thread.shutdown(cancel_futures=True)
        self._process.close()
