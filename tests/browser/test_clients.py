"""A coach's morning in a real browser: the sample, a check-in typed into the table, one client and the page for them."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from legrun.roster import Roster, read_roster
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


def download(page: Page, path: Path) -> Roster:
    """Return the day's roster as it downloads."""
    look.settle(page)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Today's roster as CSV").click()
    saved.value.save_as(path)
    return read_roster(path.read_bytes())


def test_check_ins_typed_down_the_column_are_those_of_the_download(visit: Visit, tmp_path: Path) -> None:
    page = with_sample(visit)
    grid = page.get_by_test_id("stForm").get_by_test_id("data-grid-canvas").first
    grid.scroll_into_view_if_needed()
    look.settle(page)
    # The grid is a canvas under a box that scrolls: a click on a soreness, then digits and Enter down the column.
    grid.click(position={"x": 150, "y": 52}, force=True)
    page.wait_for_timeout(PAUSE_MS)
    typed = ("6,5", "8/10", "2", "?", "0")
    for cell in typed:
        page.keyboard.type(cell, delay=PAUSE_MS / 3)
        page.keyboard.press("Enter")
        page.wait_for_timeout(PAUSE_MS)
    page.get_by_role("button", name="Take over", exact=True).click()
    expect(page.get_by_text("5 check-ins entered here")).to_be_visible()
    expect(page.get_by_text("1 cell was not understood")).to_be_visible()
    again = download(page, tmp_path / "roster.csv")
    newest = [again.log(client).check_ins[-1].soreness for client in range(12)]
    assert {6.5, 8.0, 2.0, 0.0} <= set(newest), newest
    assert "Dilan" not in page.url
    look.expect_healthy(page)


def test_a_morning_from_a_form_and_a_plan_sheet_to_messages(visit: Visit, tmp_path: Path) -> None:
    """Two files dropped, one scale settled, what is proposed applied: the messages stand ready."""
    today = dt.date.today()
    names = [f"{first} {last}" for first in ("Ana", "Ben", "Cleo", "Dora") for last in ("Ruiz", "Lind", "Okafor")]
    rows = [f'{today} 06:{10 + n}:00,{name},{1 + n % 5},"{7 + n % 2},5",No' for n, name in enumerate(names)]
    form, plan = tmp_path / "form.csv", tmp_path / "plan.csv"
    form.write_text("\n".join(["Timestamp,Your name,Leg soreness (1-5),Hours slept,Anything hurt?", *rows]))
    cells = ("5x1000 m", "Easy 5 miles", "Long run 120 min")
    plans = [f"{name.upper()},{cells[n % 3]}" for n, name in enumerate(names)]
    plan.write_text("\n".join([f"Athlete,{today},{today + dt.timedelta(days=1)}", *(f"{line},Rest" for line in plans)]))
    page = visit("/clients")
    page.locator("input[type=file]").set_input_files([form, plan])
    expect(page.get_by_text("0 of 12 in")).to_be_visible()
    expect(page.get_by_text("may be 10 of 10 sore, or 0")).to_be_visible()
    page.get_by_role("button", name="1 = very sore, 5 = not sore", exact=True).click()
    expect(page.get_by_text("12 of 12 in")).to_be_visible()
    wait_until_idle(page)
    page.get_by_role("button", name="Apply what is proposed").click()
    expect(page.get_by_text("plans to change")).to_have_count(0)
    page.get_by_text("12 messages to send").click()
    expect(page.get_by_test_id("stCode").filter(has_text="Hi Cleo,").first).to_be_visible()
    again = download(page, tmp_path / "roster.csv")
    # The first of the form answered 1 of 5: very sore.
    ana = again.log(next(place for place, name in enumerate(again.clients) if name.casefold() == "ana ruiz"))
    assert ana.check_ins[-1].soreness == 10
    assert "Ana" not in page.url
    look.expect_healthy(page)


def test_one_client_opens_with_todays_view_and_a_message(visit: Visit) -> None:
    page = with_sample(visit)
    open_client(page, "Ana Ruiz")
    expect(look.headline(page)).to_contain_text(look.VERDICTS)
    look.week_paths(page)
    expect(page.get_by_test_id("stCode").last).to_contain_text("Hi Ana,")
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
