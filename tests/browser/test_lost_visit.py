"""A visit that ends under an open page says so, once."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser import look
from tests.browser.conftest import Tab
from tests.chromium import wait_until_idle
from tests.serving import ROOT, free_port, serve

SENTENCE = "Your visit ended while this page was open"


def test_a_page_that_outlives_its_server_says_what_was_not_kept(tab: Tab) -> None:
    port = free_port()
    with tab() as page:
        with serve(ROOT / "app.py", port=port) as server:
            page.goto(server.url)
            wait_until_idle(page)
            expect(page.get_by_text(SENTENCE)).to_have_count(0)
            # Drawn to its end, with every file that this takes: one asked for while no server answers is never asked for again.
            look.week_paths(page)
            page.wait_for_load_state("networkidle")
        with serve(ROOT / "app.py", port=port):
            expect(page.get_by_text(SENTENCE)).to_be_visible()
            page.get_by_role("button", name="Understood").click()
            expect(page.get_by_text(SENTENCE)).to_have_count(0)
            page.reload()  # a new visit, which lost nothing
            wait_until_idle(page)
            expect(page.get_by_text(SENTENCE)).to_have_count(0)
