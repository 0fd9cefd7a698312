"""A coach's morning in a real browser: the sample, a check-in typed into the table, one client and the page for them."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from legrun.report.listing import list_html
from legrun.roster import Roster, read_roster
from tests.browser import look
from tests.browser.conftest import PATIENCE_MS
from tests.browser.screens import DESKTOP, SCREENS, Screen
from tests.chromium import wait_until_idle
from tests.roster.rosters import NOW, SAMPLE_NOW, sample_rows

Visit = Callable[..., Page]
# The grid takes a key only once it has drawn the last one, and says nothing of it.
PAUSE_MS = 150


def with_sample(visit: Visit, screen: Screen = DESKTOP) -> Page:
    page = visit("/clients", screen)
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
    expect(page.get_by_text("what you entered for 5 clients")).to_be_visible()
    expect(page.get_by_text("1 cell was not understood")).to_be_visible()
    again = download(page, tmp_path / "roster.csv")
    newest = [again.log(client).check_ins[-1].soreness for client in range(len(again.clients))]
    assert {6.5, 8.0, 2.0, 0.0} <= set(newest), newest
    assert "Dilan" not in page.url
    look.expect_healthy(page)


FIRST, LAST = ("Ana", "Ben", "Cleo", "Dora", "Emil"), ("Ruiz", "Lind", "Okafor", "Sato", "Weiß")
NAMES = [f"{first} {last}" for first in FIRST for last in LAST][:22]
# Three groups, each with a form of its own: a scale that the header names, one the other way round, one that nothing tells.
SCALES = {
    "Soreness (0 = none, 10 = extreme)": ("9", "2", "4"),
    "Legs (1 = wrecked, 5 = fresh)": ("1", "5", "3"),
    "Leg feel (1-5)": ("1", "5", "3"),
}
MOST_CLICKS = 9


def forms_and_plan(folder: Path) -> list[Path]:
    """Write this morning's answers of three groups, and a sheet with everybody's plan."""
    today, files = NOW.date(), []
    for group, (header, ratings) in enumerate(SCALES.items()):
        members = NAMES[group::3]
        rows = [f'{today} 06:{10 + n}:00,{name},{ratings[n % 3]},"{7 + n % 2},5",No' for n, name in enumerate(members)]
        files.append(folder / f"form_{group}.csv")
        files[-1].write_text("\n".join([f'Timestamp,Your name,"{header}",Hours slept,Anything hurt?', *rows]))
    cells = ("5x1000 m", "Easy 5 miles", "Long run 120 min")
    plans = [f"{name.upper()},{cells[n % 3]},Rest" for n, name in enumerate(NAMES)]
    files.append(folder / "plan.csv")
    files[-1].write_text("\n".join([f"Athlete,{today},{today + dt.timedelta(days=1)}", *plans]))
    return files


def test_a_morning_of_22_from_forms_and_a_plan_sheet_to_messages(visit: Visit, tmp_path: Path) -> None:
    """Four files dropped, one scale settled, what is proposed applied: the messages stand ready."""
    page = visit(f"/clients?now={NOW:%Y-%m-%dT%H}")  # at midnight nobody is as they are in the morning
    clicks = 0

    def click(locator: Locator) -> None:
        nonlocal clicks
        locator.click()
        clicks += 1

    page.locator("input[type=file]").set_input_files(forms_and_plan(tmp_path))
    clicks += 2  # the file dialog: open it, and take the files
    expect(page.get_by_text("15 of 22 in")).to_be_visible()
    expect(page.get_by_text("may be 10 of 10 sore, or 0")).to_be_visible()
    click(page.get_by_role("button", name="1 = very sore, 5 = not sore", exact=True))
    expect(page.get_by_text("22 of 22 in")).to_be_visible()
    wait_until_idle(page)
    click(page.get_by_role("button", name="Apply what is proposed"))
    expect(page.get_by_text("plans to change")).to_have_count(0)
    click(page.get_by_text("22 messages to send"))
    messages = page.get_by_test_id("stCode").filter(has_text="Hi Cleo,").first
    expect(messages).to_be_visible()
    messages.hover()
    click(messages.get_by_role("button", name="Copy"))
    assert clicks <= MOST_CLICKS, clicks
    again = download(page, tmp_path / "roster.csv")
    rated = {name.casefold(): again.log(at).check_ins[-1].soreness for at, name in enumerate(again.clients)}
    # The first of each group is the sorest, the second the freshest, whichever way their numbers run.
    assert [rated[NAMES[group].casefold()] for group in range(3)] == [9, 10, 10]
    assert [rated[NAMES[3 + group].casefold()] for group in range(3)] == [2, 0, 0]
    assert "Ana" not in page.url
    look.expect_healthy(page)


def test_a_client_clicked_in_the_table_comes_into_view_and_opens_on_today(visit: Visit) -> None:
    """They open below the table: where the page stayed as it was, nothing seemed to happen."""
    page = with_sample(visit)
    table = page.get_by_test_id("data-grid-canvas").first
    look.settle(page)
    table.click(position={"x": 300, "y": 52}, force=True)
    expect(page.locator(".st-key-roster_opened h3").first).to_be_in_viewport()
    wait_until_idle(page)
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


def test_a_client_tapped_in_the_list_of_a_phone_comes_into_view(visit: Visit) -> None:
    phone = with_sample(visit, SCREENS["phone-dark"])
    phone.get_by_role("radiogroup", name="Clients").get_by_text("Ana Ruiz").click()
    expect(phone.get_by_role("heading", name="Ana Ruiz")).to_be_in_viewport()
    look.expect_healthy(phone)


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
    # On what has the focus: on a busy machine the page may have it while the form is drawn again.
    download.press("Escape")
    expect(form).to_have_count(0)
    look.expect_healthy(page)


def test_a_list_of_forty_fills_two_sheets_at_most(browser: Browser) -> None:
    rows = list(sample_rows().values())
    page = browser.new_page()
    page.set_content(list_html((rows + rows)[:40], SAMPLE_NOW))
    for paper in ("A4", "Letter"):
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper, landscape=True))) <= 2
    page.close()
