"""A server, a browser, and pages on them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import chromium
from tests.browser.screens import DESKTOP, Screen
from tests.serving import ROOT, Server, serve

# A busy machine is slow, not wrong.
PATIENCE_MS = 20_000
Tab = Callable[..., AbstractContextManager[Page]]
expect.set_options(timeout=PATIENCE_MS)


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try a test that fails once more, for a busy machine's sake; the summary line counts every such try."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield the system's Chromium; without one, skip, or fail where LEGRUN_REQUIRE_BROWSER is set."""
    path = chromium.find()
    if path is None:
        reason = f"no browser on the PATH; looked for {', '.join(chromium.NAMES)}"
        if os.environ.get("LEGRUN_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with chromium.launch(path) as browser:
        yield browser


@pytest.fixture(scope="session")
def server(browser: Browser) -> Iterator[Server]:
    """Yield the app's server; it waits for the browser, since nobody else visits it."""
    # Without the watcher an edit during the tests does not change the app under them.
    with serve(ROOT / "app.py", "--server.fileWatcherType=none") as running:
        yield running


def new_tab(browser: Browser, screen: Screen) -> Page:
    """Return a tab of a browser of its own: no cookies, no cache."""
    context = browser.new_context(**screen.options())
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page()


def forget(page: Page, screen: Screen) -> None:
    """Bring a tab back to where no page was ever opened in it, but for the app's files, which are in its memory."""
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.context.clear_cookies()
    page.goto("about:blank")
    page.emulate_media(color_scheme=screen.scheme)
    page.set_viewport_size(screen.options()["viewport"])


@pytest.fixture(scope="session")
def waiting() -> dict[Screen, list[Page]]:
    """Return for each screen the tabs that wait for a visit: in a new one the app takes twice as long to load."""
    return {}


@pytest.fixture
def tab(browser: Browser, waiting: dict[Screen, list[Page]]) -> Tab:
    """Return a function that lends a tab as that of somebody nobody knows; two at a time are two browsers."""

    @contextmanager
    def lend(screen: Screen = DESKTOP) -> Iterator[Page]:
        spare = waiting.setdefault(screen, [])
        page = spare.pop() if spare else new_tab(browser, screen)
        try:
            yield page
            forget(page, screen)
        except BaseException:
            page.context.close()
            raise
        spare.append(page)

    return lend


@pytest.fixture
def visit(server: Server, tab: Tab) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address of the app in a tab."""
    with ExitStack() as lent:

        def open_page(address: str = "/", screen: Screen = DESKTOP) -> Page:
            page = lent.enter_context(tab(screen))
            page.goto(server.url + address)
            chromium.wait_until_idle(page)
            return page

        yield open_page
