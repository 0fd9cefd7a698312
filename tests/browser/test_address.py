"""The address in a real browser: Back, Forward, reload and a copied address bring back what was on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from legrun.scenario.presets import PRESETS
from tests.browser import look
from tests.browser.screens import Screen
from tests.chromium import slider, wait_until_idle
from tests.serving import Server

Visit = Callable[..., Page]


def shown(page: Page) -> tuple[str, ...]:
    """Return what is on the screen: the verdict's words and the three sliders."""
    # The score's bar draws itself after the script has run; its words are part of the card's.
    expect(look.verdict_card(page).locator("svg text").last).to_be_attached()
    words = look.settled_verdict(page)
    labels = ("Soreness now", "Leg-day intensity", "Sleep last night")
    return (words, *(slider(page, label).input_value() for label in labels))


def expect_shown(page: Page, before: tuple[str, ...]) -> None:
    """Expect on the screen what was on it before."""
    expect(look.verdict_card(page)).to_have_text(before[0], use_inner_text=True)
    assert shown(page) == before


def choose(page: Page, situation: str) -> tuple[str, ...]:
    """Choose a situation of the menu and return what is on the screen then."""
    page.get_by_role("combobox", name="Try a situation").click()
    page.get_by_role("option", name=situation, exact=True).click()
    expect(page.get_by_text(f"Based on “{situation}”")).to_be_visible()
    return shown(page)


def path(page: Page) -> str:
    """Return the address of a page without its server."""
    return "/" + page.url.split("/", 3)[3]


# An evening without a rating, several sessions, short nights, and soreness that nothing explains; that the link of every
# situation opens to its verdict is tested without a browser.
SITUATIONS = [PRESETS[number].name for number in (2, 3, 5, 8)]


@pytest.mark.slow
def test_back_forward_reload_and_a_copy_bring_back_situations(visit: Visit) -> None:
    page = visit("/?effort=9")
    own = shown(page)
    seen = [choose(page, name) for name in SITUATIONS]
    for before in (*reversed(seen[:-1]), own):
        page.go_back()
        expect_shown(page, before)
    for before in seen[:2]:
        page.go_forward()
        expect_shown(page, before)
    # Of this one sessions stand in the address; one that the inputs hold is the visit's own in the hour that it names.
    page.reload()
    wait_until_idle(page)
    expect_shown(page, seen[1])
    expect_shown(visit(path(page)), seen[1])


def back_from(page: Page, title: str) -> None:
    """Press Back until another page is open."""
    while title in page.title():
        page.go_back()
        look.settle(page)


@pytest.mark.slow
def test_other_pages_lie_between_and_every_one_comes_back(visit: Visit) -> None:
    page = visit("/?effort=9&runmin=60.0&legmin=45.0")
    words = look.settled_verdict(page)
    slider(page, "Sleep last night").press("Home")
    look.expect_other_verdict(page, words)
    before = shown(page)
    assert before[-2:] == ("9", "3")
    look.menu(page, "Evidence")
    there = page.url
    look.menu(page, "Today")
    expect_shown(page, before)
    # The same letters: others would be another entry of the browser's history.
    expect(page).to_have_url(there.replace("/evidence", "/"))
    slider(page, "Leg-day intensity").press("Home")
    rested = shown(page)
    look.menu(page, "Week")
    page.go_back()
    expect_shown(page, rested)
    # On a busy machine the browser may keep the way to Today as a step of its own.
    back_from(page, "Today")
    expect(page).to_have_title("Evidence · legrun")
    back_from(page, "Evidence")
    expect_shown(page, before)
    look.expect_healthy(page)


PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148"


def test_a_phone_lists_the_options_and_its_menu_folds_when_a_page_is_chosen(browser: Browser, server: Server) -> None:
    with browser.new_context(**Screen(phone=True).options(), user_agent=PHONE) as context:
        page = context.new_page()
        page.goto(f"{server.url}/?rated=true&now=2026-03-04T07")
        wait_until_idle(page)
        expect(page.get_by_role("listitem").filter(has_text="Walk, 30 min at effort 2")).to_contain_text("Recovery")
        # No table scrolls sideways.
        expect(page.get_by_role("table")).not_to_be_visible()
        page.get_by_test_id("stExpandSidebarButton").click()
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Week").click()
        expect(page).to_have_title("Week · legrun")
        expect(page.get_by_test_id("stSidebarNav")).not_to_be_in_viewport()
        expect(page.get_by_role("heading", name="Your week")).to_be_in_viewport()


@pytest.mark.slow
def test_a_log_under_today_comes_back(visit: Visit) -> None:
    page = visit("/log")
    page.get_by_role("button", name="Try a Hevy sample").click()
    page.get_by_role("button", name="Use as my starting point").click()
    expect(page.get_by_text("Based on")).to_be_visible()
    with_log = shown(page)
    page.reload()
    wait_until_idle(page)
    expect_shown(page, with_log)
    page.get_by_role("button", name="Back to my inputs").click()
    expect(page.get_by_text("Based on")).to_have_count(0)
    page.go_back()
    expect(page.get_by_text("Based on")).to_be_visible()
    expect_shown(page, with_log)
