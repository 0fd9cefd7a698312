"""Take the pictures of the README from the app itself: ``python -m docs.screenshots`` from the root.

Everything in them comes from an address, a situation or ``sample_data``, so that they show what a visitor gets. It
needs the same Chromium as the browser tests.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

import legrun
from legrun.report import handout
from legrun.scenario.presets import PRESETS
from tests import chromium
from tests.serving import ROOT, serve

FOLDER = ROOT / "docs"
DAY = dt.date(2026, 3, 4)
NOW = f"now={DAY:%Y-%m-%d}T07"
TODAY = f"{NOW}&day=Yesterday&effort=8&sore=4&rated=true&sleep=7"
# Charts draw themselves a little after the page stands; what is not there yet has a grey place.
SETTLE_MS, PATIENCE_MS = 2500, 60_000
PLACES = '[data-testid="stSkeleton"]'
DESKTOP = {"width": 1440, "height": 940}
A4 = {"width": 794, "height": 1123}


def _press(*names: str) -> Callable[[Page], None]:
    """Return what presses buttons of the page, one after the other, each found by the start of its name."""

    def press(page: Page) -> None:
        for name in names:
            button = page.get_by_test_id("stMain").get_by_role("button", name=re.compile(name))
            button.first.click()
            page.wait_for_timeout(SETTLE_MS)
            chromium.wait_until_idle(page)

    return press


# Picture, address, and what to do before it is taken.
PAGES: tuple[tuple[str, str, Callable[[Page], None]], ...] = (
    ("today", f"/?{TODAY}", _press()),
    ("week", "/week", _press("3 runs, 1 leg day", "Arrange it for me")),
    ("clients", "/clients", _press("Try a sample roster")),
)


def _take(page: Page, name: str) -> None:
    page.mouse.move(0, 0)
    expect(page.locator(PLACES)).to_have_count(0, timeout=PATIENCE_MS)
    page.wait_for_timeout(SETTLE_MS)
    page.screenshot(path=FOLDER / f"{name}.png")
    sys.stdout.write(f"docs/{name}.png\n")


def _open(browser: Browser, size: dict[str, int], address: str) -> Page:
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]}, locale="en-GB", timezone_id="Europe/Berlin"
    )
    page = context.new_page()
    page.goto(address)
    return page


def _handout(browser: Browser) -> None:
    """Take a picture of the page that a coach hands over: a file by itself, without a server."""
    scenario = PRESETS[1].scenario(DAY)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "handout.html"
        file.write_bytes(handout(legrun.answer(scenario), client="Sam", coach="Your coach"))
        _take(_open(browser, A4, file.as_uri()), "handout")


def main() -> int:
    """Take every picture; return 1 where there is no browser."""
    path = chromium.find()
    if path is None:
        sys.stderr.write(f"No browser on the PATH; looked for {', '.join(chromium.NAMES)}.\n")
        return 1
    with serve(ROOT / "app.py", "--server.fileWatcherType=none") as server, chromium.launch(path) as browser:
        for name, address, prepare in PAGES:
            page = _open(browser, DESKTOP, server.url + address)
            chromium.wait_until_idle(page)
            prepare(page)
            _take(page, name)
        _handout(browser)
    return 0


if __name__ == "__main__":
    sys.exit(main())
