"""A training log in a real browser: from the file to a verdict, and what a wrong file does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser import look
from tests.serving import ROOT

Visit = Callable[..., Page]
SAMPLES = ("hevy_sample.csv", "strong_sample.csv")
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"


def upload(page: Page, file: str | Path | FilePayload) -> None:
    """Choose a file as a visitor does: through the browser's own dialog."""
    with page.expect_file_chooser() as dialog:
        page.get_by_test_id("stFileUploader").get_by_role("button").first.click()
    dialog.value.set_files(file)


def start_from_log(page: Page) -> None:
    """Take the log to Today and expect a verdict there that stands on it."""
    page.get_by_role("button", name="Use as my starting point").click()
    expect(page).to_have_title("Today · legrun")
    expect(page.get_by_text("Standing on your log")).to_be_visible()
    expect(look.verdict_card(page).get_by_role("heading")).to_have_text(look.VERDICTS)
    look.week_paths(page)
    look.expect_healthy(page)


@pytest.mark.parametrize("app", ["Hevy", "Strong"])
def test_a_sample_reaches_today(visit: Visit, app: str) -> None:
    page = visit("/log")
    page.get_by_role("button", name=f"Try a {app} sample").click()
    expect(page.get_by_text(f"{app} export: ")).to_be_visible()
    start_from_log(page)


@pytest.mark.parametrize("name", SAMPLES)
def test_an_uploaded_file_reaches_today_and_can_be_let_go(visit: Visit, name: str) -> None:
    page = visit("/log")
    upload(page, ROOT / "sample_data" / name)
    start_from_log(page)
    page.get_by_role("button", name="Let go of the log").click()
    expect(page.get_by_text("Standing on your log")).to_have_count(0)
    look.expect_healthy(page)


@pytest.mark.parametrize(
    ("name", "data"), [("picture.csv", PNG), ("empty.csv", b""), ("shopping.csv", b"milk,eggs\n1,12\n")]
)
def test_a_wrong_file_gives_one_message_and_the_app_stays_usable(visit: Visit, name: str, data: bytes) -> None:
    page = visit("/log")
    upload(page, {"name": name, "mimeType": "text/csv", "buffer": data})
    errors = page.get_by_test_id("stAlertContentError")
    expect(errors).to_have_count(1)
    assert len(errors.inner_text().strip()) > 20
    look.expect_healthy(page)
    upload(page, ROOT / "sample_data" / SAMPLES[0])
    expect(errors).to_have_count(0)
    start_from_log(page)
