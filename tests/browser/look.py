"""What a visitor sees of the app, for the tests to ask about."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.chromium import wait_until_idle

__all__ = [
    "VERDICTS",
    "alerts",
    "expect_healthy",
    "expect_other_verdict",
    "headline",
    "menu",
    "settle",
    "settled_verdict",
    "verdict_card",
    "wait_for_other_week",
    "week_chart",
    "week_paths",
]

VERDICTS = re.compile(r"(rest|walk|easy run|steady run|hard run)\b", re.IGNORECASE)
CHART = '[data-testid="stVegaLiteChart"]'
# Found by the words that it is read out with.
WEEK = f'{CHART}[aria-label^="The week ahead"]'
PATHS_JS = "chart => [...chart.querySelectorAll('svg path')].map(path => path.getAttribute('d')).join()"
# A rerun may put another element in the chart's place, so it is looked up each time.
OTHER_WEEK_JS = f"""
before => {{
  const chart = document.querySelector(`{WEEK}`);
  return chart?.querySelector('svg') && ({PATHS_JS})(chart) !== before;
}}
"""


def verdict_card(page: Page) -> Locator:
    """Return the box around the verdict; its key in the app is its class here."""
    return page.locator(".st-key-verdict")


def headline(page: Page) -> Locator:
    """Return the heading of the verdict's box; the score stands under it."""
    return verdict_card(page).get_by_role("heading").first


def expect_other_verdict(page: Page, before: str) -> str:
    """Expect other words in the verdict's box than before, and return them once they stand."""
    expect(verdict_card(page)).not_to_have_text(before, use_inner_text=True)
    return settled_verdict(page)


def settled_verdict(page: Page) -> str:
    """Return the words of the verdict's box once they stand: they arrive piece by piece."""
    wait_until_idle(page)
    words, before = verdict_card(page).inner_text(), ""
    while words != before:
        page.wait_for_timeout(600)
        words, before = verdict_card(page).inner_text(), words
    return words


def settle(page: Page) -> None:
    """Wait until the page is drawn and stays so: what is clicked by its place must not move meanwhile."""
    wait_until_idle(page)
    page.wait_for_timeout(1500)
    wait_until_idle(page)


def week_chart(page: Page) -> Locator:
    """Return the chart of the week."""
    return page.locator(WEEK)


def week_paths(page: Page) -> str:
    """Return every line and area that the chart of the week draws."""
    week_chart(page).locator("svg").wait_for()
    return str(week_chart(page).evaluate(PATHS_JS))


def wait_for_other_week(page: Page, before: str) -> None:
    """Wait until the chart of the week draws something else than before."""
    page.wait_for_function(OTHER_WEEK_JS, arg=before)


def alerts(page: Page) -> Locator:
    """Return the boxes that tell the visitor something: notes, warnings, errors."""
    return page.get_by_test_id("stAlert")


def menu(page: Page, title: str) -> None:
    """Go to a page through the menu, and wait until it stands."""
    page.get_by_test_id("stHeader").get_by_role("link", name=title).click()
    expect(page).to_have_title(f"{title} · legrun")
    wait_until_idle(page)


def expect_healthy(page: Page) -> None:
    """Expect that no script raised: Streamlit shows no exception, and the page ends with its footer."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_text("not medical advice").last).to_be_visible()
