"""The system's Chromium, for the browser tests and the benchmark; Playwright's own is never downloaded."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator

from playwright.sync_api import Browser, Locator, Page, sync_playwright

__all__ = ["NAMES", "find", "launch", "slider", "wait_until_idle"]

NAMES = ("chromium", "google-chrome", "chromium-browser")
# No sandbox: containers run as root. The rest keeps the browser itself from talking to anyone.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """Return the path of the system's Chromium, or None where there is none."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextlib.contextmanager
def launch(path: str) -> Iterator[Browser]:
    """Yield a headless browser with a profile that is thrown away."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield browser
        finally:
            browser.close()


def wait_until_idle(page: Page) -> None:
    """Wait until the page's script has run to its end."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)


def slider(page: Page, label: str) -> Locator:
    """Return the handle of the page's own slider whose label begins so; the sidebar's are left out."""
    return page.locator(f'[data-testid="stMain"] input[type="range"][aria-label^="{label}"]')
