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
from tests.browser.conftest import PATIENCE_MS
from tests.chromium import slider, wait_until_idle

Visit = Callable[..., Page]


def opened(page: Page) -> None:
    """Open the share box."""
    page.get_by_role("button", name="Share and download").click()
    expect(page.get_by_role("button", name="Hours as CSV")).to_be_visible()
    wait_until_idle(page)


def downloaded(page: Page, name: str) -> bytes:
    """Return the file that a button of the share box gives; a picture is drawn by a process that gives way to all others."""
    with page.expect_download(timeout=6 * PATIENCE_MS) as download:
        page.get_by_role("button", name=name).click()
    return Path(download.value.path()).read_bytes()


def test_the_link_the_downloads_and_the_picture_are_of_what_the_page_shows(visit: Visit) -> None:
    page = visit("/?effort=9&sore=6&rated=true")
    # The score's bar draws itself after the script has run; its words are part of the card's.
    expect(look.verdict_card(page).locator("svg text").last).to_be_attached()
    verdict = look.verdict_card(page).inner_text()
    opened(page)
    expect_hours(downloaded(page, "Hours as CSV"))
    expect_windows(downloaded(page, "Windows as calendar"))
    expect_picture(downloaded(page, "Chart as SVG"))
    link = page.get_by_test_id("stCode").inner_text().strip()
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    look.week_chart(page).hover()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PNG: The week ahead").click()
    assert Path(download.value.path()).read_bytes().startswith(b"\x89PNG")
    there = visit("/" + link.split("/", 3)[3])
    expect(slider(there, "Soreness now")).to_have_value("6")
    expect(slider(there, "Leg-day intensity")).to_have_value("9")
    expect(look.verdict_card(there)).to_have_text(verdict, use_inner_text=True)


def expect_hours(data: bytes) -> None:
    text = data.decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO("".join(line for line in text.splitlines(True) if line[0] != "#")))
    assert len(rows) == 169
    assert {"soreness (0-10)", "leg strength lost (%)", "recovery (0-100)"} <= set(header)


def expect_windows(data: bytes) -> None:
    starts = [event.decoded("dtstart") for event in icalendar.Calendar.from_ical(data).walk("vevent")]
    assert starts
    assert all(isinstance(start, dt.date) for start in starts)


def expect_picture(data: bytes) -> None:
    """Expect the week's chart as an SVG that says in words what it shows."""
    drawn = ElementTree.fromstring(data)
    assert drawn.tag.endswith("svg")
    words = "".join(drawn.itertext())
    assert "Recovery, 0 to 100" in words
    assert "Leg day" in words
    title, description = drawn[0], drawn[1]
    assert (title.tag.split("}")[1], description.tag.split("}")[1]) == ("title", "desc")
    assert drawn.get("role") == "img"
    assert drawn.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert "Recovery is about" in (description.text or "")


def test_a_red_flag_replaces_score_chart_and_plan_and_what_is_unticked_stays_so(visit: Visit) -> None:
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
    page.get_by_text("Options", exact=True).click()
    expect(page.get_by_text("Rest", exact=True).first).to_be_visible()
    expect(look.verdict_card(page)).to_be_visible()
    expect(look.alerts(page)).to_have_count(0)
    look.settle(page)
    # A situation unticks what felt wrong, for good.
    page.get_by_role("button", name="Feels wrong?").click()
    page.get_by_text("Fever or illness").click()
    expect(look.headline(page)).to_contain_text("Rest")
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Try a situation").click()
    page.get_by_role("option", name="Rested").click()
    expect(look.headline(page)).to_contain_text("Hard run")
    page.get_by_text("Options", exact=True).click()
    look.settle(page)
    expect(look.headline(page)).to_contain_text("Hard run")
    look.expect_healthy(page)
