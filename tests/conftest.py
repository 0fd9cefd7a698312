"""What every test stands on."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

# A busy machine makes no example wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
BROWSER_TESTS = Path(__file__).parent / "browser"
# Of the browser's files the one that stands on something which takes long to make.
ONE_WORKERS = "tests/browser/test_handout.py"


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    """Empty Streamlit's caches after each test: they outlive an AppTest and would hide work from the next one."""
    yield
    # Tests of the package alone never import Streamlit; they need not wait for it either.
    if streamlit := sys.modules.get("streamlit"):
        streamlit.cache_data.clear()


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Leave what is collected out of every later look through memory: thousands of tests stay, whatever is looked for.

    A page looks through all of memory once in a visit, which took longer than the page itself.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests have measured (`record_property`), from whichever worker they come."""
    passed = terminalreporter.stats.get("passed", [])
    figures = [f"{name}: {figure}" for report in passed for name, figure in report.user_properties]
    if figures:
        terminalreporter.section("measured")
        for figure in figures:
            terminalreporter.write_line(figure)


class SharingOut(LoadScopeScheduling):  # type: ignore[misc]  # xdist gives no types
    """How the workers share the tests: by files, so that what a file's tests stand on is made once; the browser's one by one."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::")[0]
        return nodeid if file.startswith("tests/browser/") and file != ONE_WORKERS else file


@pytest.hookimpl(optionalhook=True)  # with -n0 nobody asks
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> SharingOut:
    """Share the tests out so."""
    return SharingOut(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests, so that `-m "not browser"` or `-m "not slow"` leaves them out, and put them last.

    Playwright keeps an event loop running in this thread once it has started. Files with slow tests come first: what
    takes long must not begin when the other worker has nothing left to do.
    """
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker("browser")
            item.add_marker("slow")
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: (item.path.is_relative_to(BROWSER_TESTS), item.path not in slow))
