"""Measured in a real browser: what a visitor waits for, and what the server holds meanwhile."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError  # noqa: A004  # Playwright's own name for it

from tests.benchmarks.table import Row
from tests.chromium import find, launch, slider, wait_until_idle
from tests.serving import ROOT, Server, serve

__all__ = ["cold", "press", "sessions"]

TODAY = ROOT / "app.py"
MINIMAL = Path(__file__).with_name("floor_minimal.py")
THREE_PANEL = Path(__file__).with_name("floor_three_panel.py")
PRESSES = 40
COLD_STARTS = 5
# The first sessions also fill the arenas that the C library keeps for each thread; those do not grow any more.
FIRST_SESSIONS, FURTHER_SESSIONS = 8, 8
QUIET_MS = 300

# The tallest chart of the page is the one that is watched; its path data is what it draws.
WATCH_JS = """
() => {
  const drawn = () => {
    const charts = [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg')];
    const tallest = charts.reduce((a, b) => (b.clientHeight > a.clientHeight ? b : a), charts[0]);
    return tallest ? [...tallest.querySelectorAll('path')].map(path => path.getAttribute('d')).join() : '';
  };
  const watch = window.legrunWatch = {pressed: 0, changed: 0, before: '', lastChange: performance.now()};
  document.addEventListener('keydown', () => {
    Object.assign(watch, {before: drawn(), changed: 0, pressed: performance.now()});
  }, {capture: true});
  // Content of every change to the page, so nothing is spent on the frames in which nothing happens.
  new MutationObserver(() => {
    watch.lastChange = performance.now();
    if (!watch.pressed || watch.changed) return;
    const now = drawn();
    if (!now || now === watch.before) return;
    watch.changed = -1;
    // The next frame is the one that the visitor sees.
    requestAnimationFrame(() => { watch.changed = performance.now(); });
  }).observe(document.body, {subtree: true, childList: true, attributes: true, attributeFilter: ['d']});
}
"""
CHANGED_JS = "() => window.legrunWatch.changed > 0"
TAKEN_JS = "() => window.legrunWatch.changed - window.legrunWatch.pressed"
QUIET_JS = "quiet => performance.now() - window.legrunWatch.lastChange > quiet"
DRAWN_JS = """
() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg path')].some(path => path.getBBox().height > 50)
"""

# Today's server looks through its memory once a visit; any other does so after every run.
AS_STREAMLIT_COMES = ("--runner.postScriptGC=true",)


def _browser_path() -> str:
    path = find()
    if path is None:
        raise SystemExit("No Chromium on the PATH; leave these rows out with --only.")
    return path


def _open(browser: Browser, server: Server) -> Page:
    """Return a page with its first chart drawn; its context is its own, with an empty cache."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    page.goto(server.url)
    try:
        page.wait_for_function(DRAWN_JS, timeout=60_000)
    except TimeoutError as error:
        raise RuntimeError(f"No chart was drawn; the server's log:\n{server.log.read_text()}") from error
    return page


@dataclass
class _Presser:
    """A page whose soreness slider is moved back and forth."""

    page: Page
    times_ms: list[float]
    to_left: bool = True

    def press(self) -> None:
        """Time one key press to the changed chart, then wait until the page stands still."""
        # A page behind another one draws no frames.
        self.page.bring_to_front()
        handle = slider(self.page, "Soreness")
        handle.focus()
        self.page.wait_for_function(QUIET_JS, arg=QUIET_MS)
        handle.press("ArrowLeft" if self.to_left else "ArrowRight")
        self.to_left = not self.to_left
        self.page.wait_for_function(CHANGED_JS, timeout=20_000)
        self.times_ms.append(float(self.page.evaluate(TAKEN_JS)))
        wait_until_idle(self.page)

    def median_ms(self) -> float:
        """Return the median, the first presses left out: they fill caches."""
        return statistics.median(self.times_ms[4:])


def _median_presses(apps: Sequence[Path]) -> list[float]:
    """Return each app's median from key press to changed chart, pressed in turns. [ms]"""
    with ExitStack() as stack:
        browser = stack.enter_context(launch(_browser_path()))
        pressers = []
        for app in apps:
            page = _open(browser, stack.enter_context(serve(app, *(() if app == TODAY else AS_STREAMLIT_COMES))))
            wait_until_idle(page)
            page.evaluate(WATCH_JS)
            pressers.append(_Presser(page, []))
        for _ in range(PRESSES):
            for presser in pressers:
                presser.press()
        return [presser.median_ms() for presser in pressers]


def press() -> list[Row]:
    """Return what a visitor waits for after a key press."""
    ours, picture, minimal = _median_presses((TODAY, THREE_PANEL, MINIMAL))
    what = "Today, key press to changed chart, against"
    return [
        Row(f"{what} the three-panel app", "ms", ours, picture, most_ratio=1.3),
        Row(f"{what} the minimal app", "ms", ours, minimal, most_ratio=2.0),
    ]


def _cold_start(app: Path, browser: Browser, bytecode: str) -> tuple[float, float]:
    """Return the time to the first chart and the server's memory then, with nothing warm. [s, MiB]

    What was compiled in an earlier start is found in the folder of bytecode, as in any installation.
    """
    with serve(app, env={"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": bytecode}) as server:
        page = _open(browser, server)
        first_chart_s = time.perf_counter() - server.started
        wait_until_idle(page)
        memory = server.memory_mib()
        page.context.close()
    return first_chart_s, memory


def cold() -> list[Row]:
    """Return the time to the first chart of a cold start, and the memory of the server with that one session."""
    table: dict[Path, list[tuple[float, float]]] = {TODAY: [], MINIMAL: []}
    with launch(_browser_path()) as browser, tempfile.TemporaryDirectory() as bytecode:
        for turn in range(COLD_STARTS + 1):
            for app, starts in table.items():
                taken = _cold_start(app, browser, bytecode)
                # The first start compiles.
                starts.extend([taken] if turn else [])
    (ours_s, ours_mib), (floor_s, floor_mib) = (
        tuple(map(statistics.median, zip(*starts, strict=True))) for starts in table.values()
    )
    return [
        Row("cold start to first chart, against the minimal app", "s", ours_s, floor_s, most_ratio=1.6),
        Row("server memory with one session, against the minimal app", "MiB", ours_mib, floor_mib, most_ratio=1.5),
    ]


def sessions() -> list[Row]:
    """Return what each further session adds to the server's memory."""
    with launch(_browser_path()) as browser, serve(TODAY) as server:
        memory = []
        for _ in range(FIRST_SESSIONS + FURTHER_SESSIONS):
            # Every session stays open, each as a visitor of its own.
            wait_until_idle(_open(browser, server))
            memory.append(server.memory_mib())
    each = (memory[-1] - memory[FIRST_SESSIONS - 1]) / FURTHER_SESSIONS
    return [Row(f"server memory per session after the first {FIRST_SESSIONS}", "MiB", each, most=1.0)]
