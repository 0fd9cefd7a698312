"""What holds on every page, on every screen: it fits, it is healthy, it talks to nobody else."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, WebSocket, expect

from tests.browser import axe, look
from tests.browser.conftest import Tab
from tests.browser.screens import ADDRESSES, DESKTOP, SCREENS
from tests.chromium import wait_until_idle
from tests.serving import Server

Visit = Callable[..., Page]
# What sticks out to the right, except in a box that scrolls sideways and in one that hides all but a pixel:
# the inputs under Streamlit's own widgets, there for keyboard and screen reader.
TOO_WIDE_JS = """
width => {
  const excused = element => {
    for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
      const {overflowX} = getComputedStyle(box);
      const {right, width: across} = box.getBoundingClientRect();
      if (overflowX === 'hidden' && across <= 1) return true;
      if (['auto', 'scroll'].includes(overflowX) && right <= width + 0.5) return true;
    }
    return false;
  };
  const sticksOut = element => {
    const {right, width: across, height} = element.getBoundingClientRect();
    return across > 0 && height > 0 && right > width + 0.5 && element.checkVisibility() && !excused(element);
  };
  const said = element => [element.tagName, element.dataset?.testid, element.getAttribute('class'),
    element.getBoundingClientRect().right.toFixed(1), element.textContent?.slice(0, 40)].join(' ');
  return [...document.body.querySelectorAll('*')].filter(sticksOut).map(said);
}
"""
# Text drawn in the default black, which cannot be read on a dark page.
BLACK_TEXT_JS = """
() => [...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg text')]
  .filter(text => ['rgb(0, 0, 0)', ''].includes(getComputedStyle(text).fill) && text.textContent)
  .map(text => text.textContent)
"""
BACKGROUND_JS = """
() => getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor.match(/\\d+/g).map(Number)
"""


# What gives an empty page something to show.
SAMPLES = ("Try a Hevy sample", "Show me an example", "Try a sample roster", "4 runs, 2 leg days")


def fill(page: Page) -> None:
    """Give a page something to show, where it offers a sample."""
    for name in SAMPLES:
        sample = page.get_by_role("button", name=name)
        if sample.count():
            sample.click()
            # It makes room for what it shows, or shows it below; what is for another width stays hidden.
            shown = page.get_by_test_id("stMain").locator('[data-testid="stVegaLiteChart"], table, canvas')
            expect(shown.locator("visible=true").first).to_be_visible()
            wait_until_idle(page)


def go_deeper(page: Page) -> None:
    """Open a client, and the form of a handout: what a page holds beyond its first view, where it does."""
    clients = page.get_by_role("combobox", name="Open a client")
    if clients.count():
        clients.click()
        clients.fill("Hugo")  # somebody without a red flag, who has a verdict
        expect(page.get_by_role("option", name="Hugo")).to_be_visible()
        clients.press("Enter")
        expect(look.verdict_card(page)).to_be_visible()
    handout = page.locator(".st-key-hand_over button")
    if handout.count():
        handout.first.click()
        expect(page.get_by_role("button", name="Make the handout")).to_be_visible()


def open_everything(page: Page) -> None:
    """Open what is folded up on the page, so that its content counts too."""
    folded = page.get_by_test_id("stMain").locator("details:not([open]) > summary")
    # The last first: one that is open is no longer among those that are folded, and those before it keep their places.
    for place in reversed(range(folded.count())):
        folded.nth(place).click()
    wait_until_idle(page)


def expect_fitting(page: Page, width: int) -> None:
    """Expect nothing to stick out of a screen."""
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    assert page.evaluate(TOO_WIDE_JS, width) == []


def expect_colours(page: Page, scheme: str) -> None:
    """Expect the page in the colours of a scheme, and no text of its charts that cannot be read in dark."""
    if scheme == "dark":
        assert max(page.evaluate(BACKGROUND_JS)) < 64
        assert page.evaluate(BLACK_TEXT_JS) == []
    else:
        assert min(page.evaluate(BACKGROUND_JS)) > 192


@contextlib.contextmanager
def no_request_leaving(page: Page) -> Iterator[None]:
    """Expect that what is asked for meanwhile stays on this machine."""
    requests: list[str] = []

    def note(each: Request | WebSocket) -> None:
        requests.append(each.url)

    page.context.on("request", note)
    page.on("websocket", note)
    yield
    # Fonts and scripts that are only asked for when something is shown come a little later.
    page.wait_for_load_state("networkidle")
    page.context.remove_listener("request", note)
    page.remove_listener("websocket", note)
    parts = [urlsplit(url) for url in requests]
    assert any(part.scheme == "ws" for part in parts), "the page's own connection must be among them"
    assert any(part.path.endswith(".js") for part in parts), "what the tab has at hand must be among them"
    assert {part.hostname for part in parts if part.scheme not in ("data", "blob")} == {"127.0.0.1"}


# One visit for all of it: to open a page, fill it and unfold it takes longer than to look at it.
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_healthy_fits_at_200_percent_too_has_no_fault_that_axe_finds_and_asks_nobody_else(
    tab: Tab, server: Server, address: str
) -> None:
    with tab() as page, no_request_leaving(page):
        page.goto(server.url + address)
        wait_until_idle(page)
        look.expect_healthy(page)
        fill(page)
        open_everything(page)
        look.expect_healthy(page)
        size = DESKTOP.options()["viewport"]
        expect_fitting(page, size["width"])
        expect_colours(page, "light")
        assert axe.faults_in_both_themes(page) == []
        expect_colours(page, "dark")
        # Zoomed, the same screen holds half as much each way.
        page.set_viewport_size({"width": size["width"] // 2, "height": size["height"] // 2})
        look.settle(page)
        open_everything(page)
        look.expect_healthy(page)
        expect_fitting(page, size["width"] // 2)
        page.set_viewport_size(size)
        look.settle(page)
        go_deeper(page)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_healthy_and_fits_a_phone_in_dark(visit: Visit, address: str) -> None:
    screen = SCREENS["phone-dark"]
    page = visit(address, screen)
    look.expect_healthy(page)
    fill(page)
    open_everything(page)
    look.expect_healthy(page)
    expect_fitting(page, screen.options()["viewport"]["width"])
    expect_colours(page, "dark")


def test_another_page_begins_at_its_top_and_stays_where_it_is_when_drawn_again(visit: Visit) -> None:
    page = visit("/evidence")
    # What takes it there stands before the title and takes up no room.
    assert page.locator(".st-key-page_top").is_hidden()
    main = page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, 900)")
    look.menu(page, "Clients")
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop === 0")
    page.get_by_role("button", name="Try a sample roster").click()
    expect(page.get_by_text("Today's roster as CSV")).to_be_visible()
    look.settle(page)
    main.evaluate("main => main.scrollTo(0, 900)")
    page.get_by_role("button", name="Sort again").dispatch_event("click")
    look.settle(page)
    assert main.evaluate("main => main.scrollTop") > 0
