"""Handouts for several people, made by processes of their own while the server answers its other visitors."""

from __future__ import annotations

import contextlib
import json
import queue
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from legrun.answering import answer
from legrun.errors import LegrunError
from legrun.report.handouts import chart
from legrun.report.handouts.page import Sheet, runtime
from legrun.report.handouts.payload import Progress
from legrun.roster.process import PROCESSORS, Process
from legrun.scenario import Scenario
from legrun.scenario.plain import plain
from legrun.wording.languages import speaking

__all__ = ["Batch"]

WORKER = Path(__file__).with_name("worker.py")
# The pictures that one process draws; it starts slower than it draws ten.
DRAWN_AT_ONCE = 25
# The share of the work that is not the pages' own: pictures and packing.
LAST_SHARE = 0.05
# No more workers than processors, however many visitors make handouts.
_PLACES = threading.BoundedSemaphore(PROCESSORS)


class _Worker(Process):
    """A process that makes pages, or the data of their charts, one after the other."""

    def make(self, wants: str, request: dict[str, Any], tell: Progress) -> Any:
        """Return the "page" or the "chart" that is asked for; it fails where the process has ended."""
        self.requests.write(json.dumps({"wants": wants, **request}).encode() + b"\n")
        self.requests.flush()
        for line in self.answers:
            said = json.loads(line)
            if "made" in said:
                return said["made"]
            tell(said["share"])
        raise OSError("The worker has ended.")


class Batch:
    """Handouts being made: started at once, asked about or cancelled from any thread.

    Parameters
    ----------
    handed : sequence of (str, Scenario)
        Names, and what each answers for.
    coach, note : str
        As for `legrun.report.handout`; the same on every page, but no note on one behind a red flag.
    language : str
        What the pages are in, a key of `legrun.wording.languages.LANGUAGES`.

    Raises
    ------
    LegrunError
        If the note is longer than a page holds, or legrun does not speak the language.
    """

    def __init__(
        self, handed: Sequence[tuple[str, Scenario]], *, coach: str = "", note: str = "", language: str = "en"
    ) -> None:
        with speaking(language):
            Sheet(coach, note)  # refuses a note that is too long before anything is made
        self._handed, self._coach, self._note, self.language = tuple(handed), coach, note, language
        # Stand for what is the same on every page, or drawn elsewhere; nobody's note can hold them.
        self._marks = {name: f"legrun-{name}-{secrets.token_hex(16)}" for name in ("picture", "runtime", "digest")}
        self._pages: dict[int, str] = {}
        self._shares: dict[int, float] = {}
        self._pictures: dict[int, str] = {}
        self._todo: queue.SimpleQueue[int] = queue.SimpleQueue()
        self._workers: set[_Worker] = set()
        self._cancelled = threading.Event()
        self._ended = threading.Event()
        self._fault: LegrunError | None = None
        self._began = time.monotonic()
        threading.Thread(target=self._run, daemon=True).start()

    @property
    def total(self) -> int:
        """How many pages there will be."""
        return len(self._handed)

    @property
    def made(self) -> int:
        """How many pages are made."""
        return len(self._pages)

    @property
    def share(self) -> float:
        """The share of the work that is done: pages behind a red flag are none. [0-1]"""
        if self._ended.is_set():
            return 1.0
        shares = tuple(self._shares.values())
        return (1 - LAST_SHARE) * sum(shares) / max(1, len(shares))

    @property
    def seconds(self) -> float:
        """How long it has taken so far. [s]"""
        return time.monotonic() - self._began

    @property
    def ended(self) -> bool:
        """Whether it is over: made, cancelled or failed."""
        return self._ended.is_set()

    def cancel(self) -> None:
        """Stop; what was begun is dropped."""
        self._cancelled.set()
        for worker in tuple(self._workers):
            worker.kill()

    def wait(self, seconds: float) -> bool:
        """Wait for the end, no longer than so many seconds; return whether it is over."""
        return self._ended.wait(seconds)

    def pages(self) -> list[bytes] | None:
        """Return the pages in the order of the names; None where they were cancelled.

        Raises
        ------
        LegrunError
            If a process that makes them has failed.
        """
        self._ended.wait()
        if self._fault is not None:
            raise self._fault
        if self._cancelled.is_set():
            return None
        return [self._filled(number) for number in range(self.total)]

    def _filled(self, number: int) -> bytes:
        page = self._pages[number]
        if number in self._pictures:
            page = page.replace(self._marks["picture"], self._pictures[number])
            made = runtime(self.language)
            page = page.replace(self._marks["runtime"], made.packed).replace(self._marks["digest"], made.digest)
        return page.encode()

    def _run(self) -> None:
        """Make everything, and say what went wrong in a sentence."""
        try:
            running = list(self._running())
            with ThreadPoolExecutor(PROCESSORS + 1) as pool:
                self._finish(
                    [pool.submit(self._draw, running), *(pool.submit(self._work) for _ in running[:PROCESSORS])]
                )
        except LegrunError as error:
            self._fault = error
        except Exception as error:
            made = f"{self.made} of {self.total} handouts were made"
            self._fault = LegrunError(f"{made}, then a process that makes them ended. Make them again.")
            self._fault.__cause__ = error
        finally:
            self._ended.set()

    def _running(self) -> Iterator[int]:
        """Put pages behind a red flag in their places, and yield the numbers of the others, which take work."""
        stopped = Sheet(self._coach, "")
        for number, (client, scenario) in enumerate(self._handed):
            if scenario.red_flags:
                with speaking(self.language):
                    self._pages[number] = stopped.stopped(answer(scenario), client).decode()
            else:
                self._shares[number] = 0.0
                self._todo.put(number)
                yield number

    def _finish(self, parts: Sequence[Any]) -> None:
        """Wait for all parts; where one fails, the others are stopped."""
        try:
            for part in as_completed(parts):
                part.result()
        except BaseException:
            failed_of_itself = not self._cancelled.is_set()
            self.cancel()
            if failed_of_itself:
                raise

    def _draw(self, running: Sequence[int]) -> None:
        """Draw the pictures for where no script runs; what they show is worked out by a worker too."""
        runtime(self.language)
        for first in range(0, len(running), DRAWN_AT_ONCE):
            numbers = running[first : first + DRAWN_AT_ONCE]
            with self._worker() as worker:
                charts = [worker.make("chart", self._request(number), lambda share: None) for number in numbers]
            if self._cancelled.is_set():
                return
            self._pictures.update(zip(numbers, chart.pictures(charts, self.language), strict=True))

    def _work(self) -> None:
        """Let one worker make pages until none is left."""
        with _PLACES, self._worker() as worker, contextlib.suppress(queue.Empty):
            while not self._cancelled.is_set():
                number = self._todo.get_nowait()
                self._pages[number] = worker.make("page", self._request(number), self._teller(number))
                self._shares[number] = 1.0

    @contextlib.contextmanager
    def _worker(self) -> Iterator[_Worker]:
        """Start a worker that `cancel` ends."""
        worker = _Worker(WORKER)
        self._workers.add(worker)
        if self._cancelled.is_set():  # while it started
            worker.kill()
        try:
            yield worker
        finally:
            self._workers.discard(worker)
            worker.close()

    def _request(self, number: int) -> dict[str, Any]:
        client, scenario = self._handed[number]
        told = {"client": client, "coach": self._coach, "note": self._note, "language": self.language}
        return {**told, "scenario": plain(scenario), **self._marks}

    def _teller(self, number: int) -> Callable[[float], object]:
        return lambda share: self._shares.__setitem__(number, share)
