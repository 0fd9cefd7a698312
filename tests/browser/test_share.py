"""What leaves Today: the link, the downloads, the picture; and what replaces it, the stop screen."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import icalendar
from playwright.sync_api import Page, expect

from tests.browser import look
from tests.chromium import slider, wait_until_idle

Visit = Callable[..., Page]


def opened(page: Page) -> None:
    """Open the share box."""
    page.get_by_role("button", name="Share and download").click()
    expect(page.get_by_role("button", name="Hours as CSV")).to_be_visible()
    wait_until_idle(page)


def downloaded(page: Page, name: str) -> bytes:
    """Return the file that a button of the share box gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


def test_the_link_restores_the_page_on_another_machine(visit: Visit) -> None:
    page = visit("/?effort=9&sore=6&rated=true")
    # The score's bar draws itself after the script has run; its words are part of the card's.
    expect(look.verdict_card(page).locator("svg text").last).to_be_attached()
    verdict = look.verdict_card(page).inner_text()
    opened(page)
    link = page.get_by_test_id("stCode").inner_text().strip()
    there = visit("/" + link.split("/", 3)[3])
    expect(slider(there, "Soreness now")).to_have_value("6")
    expect(slider(there, "Leg-day intensity")).to_have_value("9")
    expect(look.verdict_card(there)).to_have_text(verdict, use_inner_text=True)


def test_downloads_open_as_what_they_claim(visit: Visit) -> None:
    page = visit("/?effort=9&when=This+evening")
    opened(page)
    text = downloaded(page, "Hours as CSV").decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO("".join(line for line in text.splitlines(True) if line[0] != "#")))
    assert len(rows) == 169
    assert {"soreness (0-10)", "leg strength lost (%)", "recovery (0-100)"} <= set(header)
    calendar = icalendar.Calendar.from_ical(downloaded(page, "Windows as calendar"))
    starts = [event.decoded("dtstart") for event in calendar.walk("vevent")]
    assert starts
    assert all(isinstance(start, dt.date) for start in starts)


def test_the_week_chart_can_be_taken_as_a_picture(visit: Visit) -> None:
    page = visit("/")
    opened(page)
    drawn = ElementTree.fromstring(downloaded(page, "Chart as SVG"))
    assert drawn.tag.endswith("svg")
    words = "".join(drawn.itertext())
    assert "Recovery, 0 to 100" in words
    assert "Leg day" in words
    title, description = drawn[0], drawn[1]
    assert (title.tag.split("}")[1], description.tag.split("}")[1]) == ("title", "desc")
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert "Recovery is about" in (description.text or "")
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    look.week_chart(page).hover()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PNG: The week ahead").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")


def test_a_red_flag_replaces_score_chart_and_plan(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("button", name="Feels wrong?").click()
    page.get_by_text("Chest pain", exact=False).first.click()
    expect(look.alerts(page)).to_contain_text("emergency", ignore_case=True)
    expect(look.verdict_card(page)).to_have_count(0)
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Untick and go back").click()
    expect(look.verdict_card(page)).to_be_visible()
    expect(page.get_by_text("Tick what fits")).to_be_hidden()
    page.get_by_text("Options for today", exact=True).click()
    expect(page.get_by_text("Rest", exact=True).first).to_be_visible()
    expect(look.verdict_card(page)).to_be_visible()
    expect(look.alerts(page)).to_have_count(0)
    look.expect_healthy(page)


def test_a_situation_unticks_what_felt_wrong_for_good(visit: Visit) -> None:
    page = visit("/")
    page.get_by_role("button", name="Feels wrong?").click()
    page.get_by_text("Fever or illness").click()
    expect(look.headline(page)).to_contain_text("Rest")
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Try a situation").click()
    page.get_by_role("option", name="Rested").click()
    expect(look.headline(page)).to_contain_text("Hard run")
    page.get_by_text("Options for today", exact=True).click()
    look.settle(page)
    expect(look.headline(page)).to_contain_text("Hard run")
