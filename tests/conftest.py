"""What every test stands on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine makes no example wrong.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
BROWSER_TESTS = Path(__file__).parent / "browser"


@pytest.fixture(autouse=True)
def _empty_caches() -> Iterator[None]:
    """Empty Streamlit's caches after each test: they outlive an AppTest and would hide work from the next one."""
    yield
    # Tests of the package alone never import Streamlit; they need not wait for it either.
    if streamlit := sys.modules.get("streamlit"):
        streamlit.cache_data.clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests have measured (`record_property`), from whichever worker they come."""
    passed = terminalreporter.stats.get("passed", [])
    figures = [f"{name}: {figure}" for report in passed for name, figure in report.user_properties]
    if figures:
        terminalreporter.section("measured")
        for figure in figures:
            terminalreporter.write_line(figure)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests, so that `-m "not browser"` or `-m "not slow"` leaves them out, and put them last.

    They are the slowest, and Playwright keeps an event loop running in this thread once it has started.
    """
    for item in items:
        if item.path.is_relative_to(BROWSER_TESTS):
            item.add_marker("browser")
            item.add_marker("slow")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
