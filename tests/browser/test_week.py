"""The Week page in a real browser: from a template to an arranged week, by keyboard, into a calendar and by link."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from legrun.link import make_link
from legrun.scenario import Scenario
from legrun.week.templates import TEMPLATES
from tests.browser import look
from tests.browser.conftest import Tab
from tests.browser.screens import SCREENS, Screen
from tests.chromium import wait_until_idle
from tests.serving import Server

Visit = Callable[..., Page]

SIDEWAYS_JS = """
() => [...document.querySelectorAll('[data-testid="stMain"], [data-testid="stMain"] *')].filter(
  each => each.clientWidth && each.scrollWidth > each.clientWidth + 1
    && /auto|scroll/.test(getComputedStyle(each).overflowX)
).length
"""

# Which of the two layouts can be seen, frame by frame while the page loads.
LAYOUTS_JS = """
window.layouts = new Set();
const looked = () => {
  for (const each of document.querySelectorAll('[class*="wide_"], [class*="narrow_"]')) {
    const seen = each.checkVisibility() && each.getBoundingClientRect().height > 1;
    if (seen) window.layouts.add(each.className.match(/(wide|narrow)_/)[1]);
  }
  requestAnimationFrame(looked);
};
requestAnimationFrame(looked);
"""


def shown(page: Page, text: str) -> Locator:
    """Return what says so and is on the screen: a phone's list stands beside the table, unseen."""
    return page.get_by_text(text).filter(visible=True).first


def press(page: Page, name: str) -> None:
    """Press a button as a keyboard does."""
    button = page.get_by_role("button", name=name).first
    button.focus()
    page.keyboard.press("Enter")


def test_a_week_from_a_template_to_a_calendar(visit: Visit, tmp_path: Path) -> None:
    page = visit("/week")
    press(page, "3 runs, 1 leg day")
    expect(page.get_by_text("1 conflict")).to_be_visible()
    press(page, "Arrange it for me")
    expect(page.get_by_text("Best plan · 2 moves, no rule broken, intervals over the limit")).to_be_visible()
    press(page, "Use this plan")
    expect(shown(page, "is over its limit")).to_be_visible()
    wait_until_idle(page)
    with page.expect_download() as sent:
        page.get_by_role("button", name="Calendar (ICS)").click()
    path = tmp_path / "week.ics"
    sent.value.save_as(path)
    events = list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    assert len(events) == 4
    assert all(event.decoded("DTSTART").tzinfo is None for event in events)
    # The table stands where it has room beside the open sidebar, else the list: neither scrolls.
    for width in (1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.get_by_test_id("stDataFrame")).to_be_visible(visible=width == 1440)
        look.settle(page)
        assert page.evaluate(SIDEWAYS_JS) == 0
    # The address holds the plan: opened anew it is there again.
    page.reload()
    expect(shown(page, "is over its limit")).to_be_visible()
    page.get_by_role("button", name="run to Today").click()
    expect(page).to_have_title("Today · legrun")
    expect(page.get_by_text("Based on your plan")).to_be_visible()
    expect(look.headline(page)).to_contain_text("run")
    wait_until_idle(page)
    # Back and Forward lead to it again; what stood there before comes back with its own moment.
    page.go_back()
    expect(page).to_have_title("Week · legrun")
    wait_until_idle(page)
    page.go_forward()
    expect(page.get_by_text("This is for")).to_be_visible()
    page.get_by_role("button", name="Back to my inputs").click()
    expect(page.get_by_text("Based on your plan")).to_have_count(0)
    expect(page.get_by_text("This is for")).to_have_count(0)
    look.expect_healthy(page)


def test_back_and_forward_bring_the_weeks_of_their_addresses(visit: Visit) -> None:
    page = visit("/week")
    press(page, "3 runs, 1 leg day")
    expect(page.get_by_text("1 conflict")).to_be_visible()
    wait_until_idle(page)
    first = page.url
    page.get_by_label("Replace with").click()
    page.get_by_role("option", name="Marathon block").click()
    expect(shown(page, "150 min at effort 4")).to_be_visible()
    wait_until_idle(page)
    second = page.url
    page.go_back()
    expect(shown(page, "150 min at effort 4")).not_to_be_visible()
    wait_until_idle(page)
    assert page.url == first
    page.go_forward()
    expect(shown(page, "150 min at effort 4")).to_be_visible()
    assert page.url == second
    page.go_back()
    page.go_back()
    expect(page.get_by_text("Where should leg day go")).to_be_visible()
    look.expect_healthy(page)


def test_a_phone_lists_the_sessions_and_changes_one_in_its_form(visit: Visit) -> None:
    page = visit("/week", SCREENS["phone-dark"])
    page.get_by_role("button", name="3 runs, 1 leg day").click()
    expect(shown(page, "★ Intervals")).to_be_visible()
    look.settle(page)
    # Nothing but the page scrolls, and that not sideways: the table and the calendar are not there.
    expect(page.get_by_test_id("stDataFrame")).not_to_be_visible()
    assert page.evaluate(SIDEWAYS_JS) == 0
    page.get_by_role("button", name="Edit").nth(1).click()
    form = page.get_by_role("dialog")
    form.get_by_label("Day", exact=True).click()
    page.get_by_role("option", name="Mon").click()
    form.get_by_role("button", name="Save").click()
    expect(form.get_by_text("Intervals on Mon 18:00 overlaps Leg day (Mon 18:00 to 19:00)")).to_be_visible()
    # What was not saved is let go.
    form.get_by_role("button", name="Close").click()
    expect(form).to_have_count(0)
    page.get_by_role("button", name="Edit").nth(1).click()
    # For a moment the form that was closed stands beside the new one, then it goes.
    look.settle(page)
    expect(form.get_by_label("Minutes")).to_have_count(1)
    form.get_by_label("Minutes").fill("30")
    form.get_by_label("Effort").fill("3")
    form.get_by_role("button", name="Save").click()
    expect(form).to_have_count(0)
    expect(page.get_by_text("30 min at effort 3")).to_have_count(2)
    expect(page.get_by_text("23 h after a hard leg day")).to_have_count(0)
    # Half a desktop's screen has room for the calendar and for the list, not for the table.
    page.set_viewport_size({"width": 720, "height": 900})
    look.settle(page)
    expect(page.get_by_role("button", name="Edit").first).to_be_visible()
    expect(page.get_by_test_id("stDataFrame")).not_to_be_visible()
    assert page.evaluate(SIDEWAYS_JS) == 0
    look.expect_healthy(page)


@pytest.mark.parametrize(("screen", "layout"), [*zip(SCREENS.values(), ["wide", "narrow"], strict=True)], ids=SCREENS)
def test_while_a_page_loads_no_layout_for_another_width_is_seen(
    tab: Tab, server: Server, screen: Screen, layout: str
) -> None:
    link = make_link(Scenario(dt.datetime(2026, 3, 4, 7)), TEMPLATES[0].plan(dt.date(2026, 3, 9)))
    with tab(screen) as lent:
        lent.goto(f"{server.url}/_stcore/health")
        page = lent.context.new_page()  # the tab that is lent is not to look on
        page.add_init_script(LAYOUTS_JS)
        page.goto(f"{server.url}/week?{link.query}")
        expect(page.locator(f'[class*="st-key-roomy_{layout}_sessions"]')).to_be_visible()
        look.settle(page)
        assert page.evaluate("[...window.layouts]") == [layout]
