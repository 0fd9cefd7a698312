"""A server, a browser, and pages on them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests import chromium
from tests.browser.screens import DESKTOP, Screen
from tests.serving import ROOT, Server, serve

# A busy machine is slow, not wrong.
PATIENCE_MS = 20_000
expect.set_options(timeout=PATIENCE_MS)


@pytest.hookimpl(tryfirst=True)  # before -m chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser's tests in one worker, one after the other: two browsers at once are slow and trip each other.

    A test that fails is tried once more, for a busy machine's sake; the summary line counts every such try.
    """
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))
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


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address of the app in a browser of its own: no cookies, no cache."""
    contexts: list[BrowserContext] = []

    def open_page(address: str = "/", screen: Screen = DESKTOP, requests: list[str] | None = None) -> Page:
        context = browser.new_context(**screen.options())
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        if requests is not None:
            context.on("request", lambda request: requests.append(request.url))
        page = context.new_page()
        if requests is not None:
            page.on("websocket", lambda socket: requests.append(socket.url))
        page.goto(server.url + address)
        chromium.wait_until_idle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
