"""The Week page in a real browser: from a template to an arranged week, by keyboard, into a calendar and by link."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser import look
from tests.chromium import wait_until_idle

Visit = Callable[..., Page]


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
    expect(page.get_by_text("Best plan · 2 moves, no rule broken, 1 run over the limit")).to_be_visible()
    press(page, "Use this plan")
    expect(page.get_by_text("is over its limit")).to_be_visible()
    wait_until_idle(page)
    with page.expect_download() as sent:
        page.get_by_role("button", name="Calendar (ICS)").click()
    path = tmp_path / "week.ics"
    sent.value.save_as(path)
    events = list(Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    assert len(events) == 4
    assert all(event.decoded("DTSTART").tzinfo is None for event in events)
    # The address holds the plan: opened anew it is there again.
    page.reload()
    expect(page.get_by_text("is over its limit")).to_be_visible()
    page.get_by_role("button", name="run to Today").click()
    expect(page).to_have_title("Today · legrun")
    expect(page.get_by_text("Based on your plan")).to_be_visible()
    expect(look.headline(page)).to_contain_text("run")
    look.expect_healthy(page)


def test_back_and_forward_bring_the_weeks_of_their_addresses(visit: Visit) -> None:
    page = visit("/week")
    press(page, "3 runs, 1 leg day")
    expect(page.get_by_text("1 conflict")).to_be_visible()
    wait_until_idle(page)
    first = page.url
    page.get_by_label("Replace with").click()
    page.get_by_role("option", name="Marathon block").click()
    expect(page.get_by_text("150 min at effort 4")).to_be_visible()
    wait_until_idle(page)
    second = page.url
    page.go_back()
    expect(page.get_by_text("150 min at effort 4")).not_to_be_visible()
    wait_until_idle(page)
    assert page.url == first
    page.go_forward()
    expect(page.get_by_text("150 min at effort 4")).to_be_visible()
    assert page.url == second
    page.go_back()
    page.go_back()
    expect(page.get_by_text("Where should leg day go")).to_be_visible()
    look.expect_healthy(page)
