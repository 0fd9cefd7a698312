"""Where a number comes from is one click away, and the page it stands on stays as it was."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import look
from tests.chromium import wait_until_idle

Visit = Callable[..., Page]


def test_a_link_of_today_shows_its_entry_in_a_page_of_its_own(visit: Visit) -> None:
    page = visit("/?sore=4&rated=true")
    with page.context.expect_page() as opened:
        look.verdict_card(page).get_by_role("link", name="rules").click()
    evidence = opened.value
    wait_until_idle(evidence)
    expect(evidence.get_by_text("“gates”: ")).to_be_visible()
    expect(evidence.get_by_text("gates.soreness_rest")).to_be_visible()
    look.expect_healthy(evidence)
    expect(look.verdict_card(page)).to_be_visible()


def test_a_search_stands_in_the_address_and_comes_back_with_it(visit: Visit) -> None:
    page = visit("/evidence")
    page.get_by_role("textbox", name="Search").fill("epsom")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 of 1 claims")).to_be_visible()
    page.wait_for_url("**/evidence?show=epsom")
    page.reload()
    wait_until_idle(page)
    expect(page.get_by_text("1 of 1 claims")).to_be_visible()
    page.get_by_role("button", name="Show everything").click()
    expect(page.get_by_text("35 of 35 claims")).to_be_visible()
