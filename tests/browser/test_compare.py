"""Compare in a real browser: pin three, read the sentence, present it, and open the same from its address."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser import look
from tests.chromium import slider, wait_until_idle

Visit = Callable[..., Page]


def chart(page: Page) -> Locator:
    return page.locator('[data-testid="stVegaLiteChart"][aria-label^="Up to four scenarios"]')


def test_pin_three_present_them_and_open_the_link(visit: Visit) -> None:
    page = visit("/?rated=true&sleep=6")
    for press in ("Home", "End", None):
        page.get_by_role("button", name="Pin to compare").click()
        wait_until_idle(page)
        if press:
            before = look.verdict_card(page).inner_text()
            slider(page, "Soreness now").press(press)
            look.expect_other_verdict(page, before)
    look.menu(page, "Compare")
    # That of Today is gone: an empty one took a fifth of the page until something was pressed.
    expect(page.get_by_test_id("stSidebar")).not_to_be_visible()
    said = page.get_by_role("heading", name="against A")
    expect(said).to_contain_text("hard run")
    expect(chart(page).locator("svg")).to_contain_text("Soreness 10/10")
    expect(chart(page).locator("svg")).to_contain_text("Steady run")
    sentence = said.inner_text()
    page.get_by_role("button", name="Present").click()
    expect(page.get_by_role("button", name="Copy C")).to_have_count(0)
    expect(page.locator('[data-testid="stMain"] input[type="range"]')).to_have_count(0)
    wait_until_idle(page)
    assert smallest_type(page) >= 18
    # All that a client is to see is on the screen at once, to the last sentence.
    assert lowest(page) <= 900
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Copy C")).to_be_visible()
    assert "present" not in page.url
    page.get_by_role("button", name="Present").click()
    expect(page.get_by_role("button", name="Copy C")).to_have_count(0)
    wait_until_idle(page)
    address = page.url.split("/", 3)[3]
    assert "present=true" in address
    again = visit(f"/{address}")
    expect(again.get_by_role("heading", name="against A")).to_have_text(sentence)
    expect(again.locator('[data-testid="stMain"] input[type="range"]')).to_have_count(0)
    again.get_by_role("button", name="Leave").click()
    expect(again.get_by_role("button", name="Copy C")).to_be_visible()
    # On a phone, too, the presentation begins at its top, however far down the button is.
    again.set_viewport_size({"width": 390, "height": 700})
    again.get_by_role("button", name="Present").click()
    expect(again.get_by_role("button", name="Copy C")).to_have_count(0)
    expect(again.get_by_role("heading", name="against A")).to_be_in_viewport()
    look.expect_healthy(again)


def lowest(page: Page) -> float:
    """Return how far down a presentation reaches [px]."""
    ends = (page.get_by_role("button", name="Leave"), page.get_by_text("not medical advice"))
    boxes = [each.bounding_box() for each in ends]
    return max(box["y"] + box["height"] for box in boxes if box is not None)


def smallest_type(page: Page) -> float:
    """Return the smallest type of the presented chart [px]."""
    sizes = "chart => [...chart.querySelectorAll('svg text')].map(text => parseFloat(getComputedStyle(text).fontSize))"
    chart(page).locator("svg").wait_for()
    return float(min(chart(page).evaluate(sizes)))


def choose_the_first(page: Page) -> None:
    """Choose the first pin to be changed: the newest is chosen by itself, also where a choice was lost."""
    page.get_by_test_id("stRadio").get_by_text("A", exact=True).click()
    expect(page.get_by_role("button", name="Remove A")).to_be_visible()
    wait_until_idle(page)


def test_a_slider_moved_quickly_ends_where_it_was_put_and_back_takes_an_edit_back(visit: Visit) -> None:
    page = visit("/compare")
    page.get_by_role("button", name="Show me an example").click()
    expect(page.get_by_role("radio")).to_have_count(3)
    wait_until_idle(page)
    choose_the_first(page)
    sleep = slider(page, "Sleep last night")
    before = float(sleep.input_value())
    # Half an hour a press, there and back and there again.
    for apart_ms, key, hours in ((30, "ArrowLeft", -3), (100, "ArrowRight", 0), (300, "ArrowLeft", -2)):
        put = f"{before + hours:g}"
        sleep.focus()
        for _ in range(4 if apart_ms == 300 else 6):
            page.keyboard.press(key)
            page.wait_for_timeout(apart_ms)
        wait_until_idle(page)
        expect(page.get_by_role("radio")).to_have_count(3)
        expect(sleep).to_have_value(put)
        expect(page.get_by_role("radio", name="A")).to_be_checked()
        look.expect_healthy(page)
        # What the slider shows, the address holds: opened anew it shows the same.
        page.wait_for_timeout(1000)
        page.reload()
        choose_the_first(page)
        expect(sleep).to_have_value(put)
    page.get_by_role("button", name="Remove A").click()
    expect(page.get_by_role("radio")).to_have_count(2)
    wait_until_idle(page)
    page.go_back()
    expect(page.get_by_role("radio")).to_have_count(3)
    look.expect_healthy(page)
    # Four with long names fit a screen, too.
    page.get_by_role("button", name=re.compile("^Copy [ABC]$")).click()
    expect(page.get_by_role("radio")).to_have_count(4)
    page.get_by_role("textbox", name="Name of D").fill("Wolfeschlegelsteinhausenberger von Dorff")
    page.keyboard.press("Enter")
    choose_the_first(page)
    page.get_by_role("textbox", name="Name of A").fill("Alexandrina Konstantinopoulou-Fitzwill")
    page.keyboard.press("Enter")
    expect(chart(page).locator("svg")).to_contain_text("Alexandrina")
    page.get_by_role("button", name="Present").click()
    page.get_by_text("Show the names I gave").click()
    expect(page.get_by_role("heading", name="D · Wolfe")).to_be_visible()
    look.settle(page)
    assert lowest(page) <= 900
