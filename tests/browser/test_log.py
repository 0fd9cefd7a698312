"""A training log in a real browser: from the file to a verdict, and what a wrong file does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser import look
from tests.chromium import wait_until_idle
from tests.serving import ROOT

Visit = Callable[..., Page]
SAMPLE = ROOT / "sample_data" / "strong_sample.csv"
RATED = ROOT / "sample_data" / "legrun_sample.csv"
WRONG = {
    "picture.csv": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89",
    "empty.csv": b"",
    "shopping.csv": b"milk,eggs\n",
}


def upload(page: Page, file: Path | FilePayload) -> None:
    """Choose a file as a visitor does: through the browser's own dialog."""
    with page.expect_file_chooser() as dialog:
        page.get_by_test_id("stFileUploaderDropzone").locator("button").last.click()
    dialog.value.set_files(file)


def expect_start(page: Page) -> None:
    """Take the log to Today and expect a verdict there that stands on it."""
    page.get_by_role("button", name="Use as my starting point").click()
    expect(page).to_have_title("Today · legrun")
    expect(page.get_by_text("Based on")).to_be_visible()
    expect(look.headline(page)).to_contain_text(look.VERDICTS)
    look.week_paths(page)
    look.expect_healthy(page)


def shared_link(page: Page) -> str:
    """Return the link of what Today shows, every number of the scenario in it."""
    page.get_by_role("button", name="Share and download").click()
    return page.get_by_test_id("stCode").inner_text()


def test_the_morning_loop_is_three_taps_and_its_file_brings_the_answer_back(visit: Visit) -> None:
    page = visit("/log")
    upload(page, RATED)
    morning = page.get_by_test_id("stRadio").filter(has_text="How sore are your legs?")
    morning.locator("label", has_text="7").click()
    expect(page.get_by_text("not for now")).to_have_count(0)
    expect(look.verdict_card(page)).to_contain_text("soreness")
    # Until the page has settled, what moved on it stands there twice.
    wait_until_idle(page)
    with page.expect_download() as file:
        page.get_by_role("button", name="Download the updated file").click()
    expect_start(page)
    expect(page.get_by_text("Based on your log")).to_be_visible()
    elsewhere = visit("/log")
    upload(elsewhere, {"name": "mine.csv", "mimeType": "text/csv", "buffer": Path(file.value.path()).read_bytes()})
    expect(elsewhere.get_by_role("radio", name="7")).to_be_checked()
    expect_start(elsewhere)
    assert look.verdict_card(elsewhere).inner_text() == look.verdict_card(page).inner_text()
    assert shared_link(elsewhere) == shared_link(page)


def test_a_wrong_file_gives_one_message_and_the_next_reaches_today_and_can_be_let_go(visit: Visit) -> None:
    page = visit("/log")
    errors = page.get_by_test_id("stAlertContentError")
    for name, data in WRONG.items():
        upload(page, {"name": name, "mimeType": "text/csv", "buffer": data})
        expect(errors).to_have_count(1)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        page.get_by_role("button", name="Remove").click()
        expect(page.get_by_text("No log yet")).to_be_visible()
        expect(errors).to_have_count(0)
    upload(page, SAMPLE)
    expect(page.get_by_text("Strong export: ")).to_be_visible()
    expect_start(page)
    page.get_by_role("button", name="Back to my inputs").click()
    expect(page.get_by_text("Based on")).to_have_count(0)
    look.expect_healthy(page)


def type_minutes(page: Page, table: Locator, *minutes: str) -> None:
    """Type the minutes of the newest sessions, one under the other, as fast as a person does."""
    table.scroll_into_view_if_needed()
    look.settle(page)
    box = table.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 60, box["y"] + 52)  # the first cell under the header
    # On a busy machine the grid needs a moment to know where it was clicked: a key before that is lost.
    page.wait_for_timeout(700)
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    for typed in minutes:
        page.keyboard.press("Enter")
        expect(page.locator("#portal input")).to_be_visible()
        page.keyboard.press("Control+a")
        page.keyboard.type(typed, delay=50)
        expect(page.locator("#portal input")).to_have_value(typed)
        page.keyboard.press("Enter")
        expect(page.locator("#portal input")).to_have_count(0)


def test_sessions_are_corrected_in_their_table_and_stay_so_when_another_file_comes(visit: Visit) -> None:
    page = visit("/log")
    upload(page, ROOT / "sample_data" / "hevy_sample.csv")
    expect(page.get_by_text("Hevy export: ")).to_be_visible()
    wait_until_idle(page)
    table = page.locator('[class*="st-key-sessions_"]').get_by_test_id("stDataFrame")
    minutes, before = (table.get_by_test_id(f"glide-cell-3-{row}") for row in range(2))  # the newest sessions'
    expect(minutes).to_have_text("61")
    type_minutes(page, table, "99", "88")
    look.settle(page)
    expect(minutes).to_have_text("99")
    expect(before).to_have_text("88")
    upload(page, ROOT / "sample_data" / "strava_sample.csv")
    expect(page.get_by_text("Counted once: 22 workouts in two files")).to_be_visible()
    expect(minutes).to_have_text("99")
    expect_start(page)
