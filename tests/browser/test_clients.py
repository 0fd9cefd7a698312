"""A coach's morning in a real browser: the sample, a check-in typed into the table, one client and the page for them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from legrun.roster import read_roster
from tests.browser import look
from tests.browser.conftest import PATIENCE_MS
from tests.chromium import wait_until_idle

Visit = Callable[..., Page]
# The grid takes a key only once it has drawn the last one, and says nothing of it.
PAUSE_MS = 150


def with_sample(visit: Visit) -> Page:
    page = visit("/clients")
    page.get_by_role("button", name="Try a sample roster").click()
    expect(page.get_by_text("Today's roster as CSV")).to_be_visible()
    wait_until_idle(page)
    return page


def open_client(page: Page, name: str) -> None:
    """Choose a client by keyboard alone."""
    box = page.get_by_role("combobox", name="Open a client")
    box.click()
    box.fill(name)
    expect(page.get_by_role("option", name=name)).to_be_visible()
    box.press("Enter")
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    wait_until_idle(page)


def test_a_check_in_typed_into_the_table_reaches_the_download(visit: Visit, tmp_path: Path) -> None:
    page = with_sample(visit)
    page.get_by_text("No check-in (2)").click()
    expect(page.get_by_role("radio", name="No check-in (2)")).to_be_checked()
    look.settle(page)
    # The grid is a canvas under a box that scrolls: from a click on a reason the keyboard goes to its soreness.
    grid = page.get_by_test_id("data-grid-canvas")
    grid.click(position={"x": 300, "y": 52}, force=True)
    page.wait_for_timeout(PAUSE_MS)
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(PAUSE_MS)
    page.keyboard.press("Enter")
    page.locator("#portal input").wait_for()
    page.keyboard.type("3.5", delay=PAUSE_MS)
    page.keyboard.press("Enter")
    expect(page.get_by_text("No check-in (1)")).to_be_visible()
    expect(page.get_by_text("1 check-in entered here")).to_be_visible()
    # The file is made when its button is clicked, and each run of the page offers another one.
    look.settle(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Today's roster as CSV").click()
    saved.value.save_as(tmp_path / "roster.csv")
    again = read_roster((tmp_path / "roster.csv").read_bytes())
    dilan = again.log(again.clients.index("Dilan Kaya"))
    assert dilan.check_ins[-1].soreness == 3.5
    assert "Dilan" not in page.url
    look.expect_healthy(page)


def test_one_client_opens_with_todays_view_and_a_message(visit: Visit) -> None:
    page = with_sample(visit)
    open_client(page, "Ana Ruiz")
    expect(look.headline(page)).to_contain_text(look.VERDICTS)
    look.week_paths(page)
    expect(page.get_by_test_id("stCode")).to_contain_text("Hi Ana Ruiz,")
    assert "Ana" not in page.url
    page.get_by_role("button", name="Open on Today").click()
    expect(page).to_have_title("Today · legrun")
    expect(page.get_by_text("a client's log")).to_be_visible()
    expect(page.get_by_text("Ana Ruiz")).to_have_count(0)
    assert "Ana" not in page.url
    look.expect_healthy(page)


def test_a_page_for_each_client_without_a_check_in_comes_in_one_zip(visit: Visit) -> None:
    page = with_sample(visit)
    page.get_by_text("No check-in (2)").click()
    page.get_by_role("button", name="Make 2 handouts").click()
    form = page.get_by_role("dialog")
    form.get_by_label("From (optional)").fill("Coach Kim")
    form.get_by_role("button", name="Make them").click()
    download = form.get_by_role("button", name="Download the handouts")
    download.wait_for(timeout=6 * PATIENCE_MS)
    wait_until_idle(page)
    with page.expect_download() as saved:
        download.click()
    with zipfile.ZipFile(saved.value.path()) as packed:
        pages = [packed.read(name).decode("utf-8") for name in packed.namelist()]
    assert len(pages) == 2
    assert all("Coach Kim" in made for made in pages)
    page.keyboard.press("Escape")
    expect(form).to_have_count(0)
    look.expect_healthy(page)
