"""A training log in a real browser: from the file to a verdict, and what a wrong file does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect

from tests.browser import look
from tests.serving import ROOT

Visit = Callable[..., Page]
SAMPLE = ROOT / "sample_data" / "strong_sample.csv"
WRONG = {
    "picture.csv": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89",
    "empty.csv": b"",
    "shopping.csv": b"milk,eggs\n1,12\n",
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
    expect(page.get_by_text("Standing on")).to_be_visible()
    expect(look.verdict_card(page).get_by_role("heading")).to_contain_text(look.VERDICTS)
    look.week_paths(page)
    look.expect_healthy(page)


def test_a_sample_reaches_today(visit: Visit) -> None:
    page = visit("/log")
    page.get_by_role("button", name="Try a Hevy sample").click()
    expect(page.get_by_text("Hevy export: ")).to_be_visible()
    expect_start(page)


def test_an_uploaded_file_reaches_today_and_can_be_let_go(visit: Visit) -> None:
    page = visit("/log")
    upload(page, SAMPLE)
    expect(page.get_by_text("Strong export: ")).to_be_visible()
    expect_start(page)
    page.get_by_role("button", name="Let go").click()
    expect(page.get_by_text("Standing on")).to_have_count(0)
    look.expect_healthy(page)


def test_a_wrong_file_gives_one_message_and_the_app_stays_usable(visit: Visit) -> None:
    page = visit("/log")
    errors = page.get_by_test_id("stAlertContentError")
    for name, data in WRONG.items():
        upload(page, {"name": name, "mimeType": "text/csv", "buffer": data})
        expect(errors).to_have_count(1)
        expect(page.get_by_test_id("stException")).to_have_count(0)
        # Away with it first: a file put in the place of another within milliseconds can get lost in Streamlit.
        page.get_by_role("button", name=f"Remove {name}").click()
        expect(page.get_by_text("No log yet")).to_be_visible()
        expect(errors).to_have_count(0)
    upload(page, SAMPLE)
    expect_start(page)
