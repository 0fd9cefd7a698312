"""Three mornings with a diary in a real browser, the server stopped and started between them."""

from __future__ import annotations

import contextlib
import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from legrun.diary import Diary
from tests.browser import look
from tests.browser.conftest import Tab
from tests.browser.screens import DESKTOP, PHONE_WIDTH, SCREENS, Screen
from tests.browser.test_every_page import expect_fitting
from tests.browser.test_log import upload
from tests.chromium import slider, wait_until_idle
from tests.serving import ROOT, Server, free_port, serve

COUNT_CLICKS = "() => { window.clicks = 0; addEventListener('pointerdown', () => { window.clicks += 1 }, true) }"
THUMB_PX = 12  # of the slider
HEVY = ROOT / "sample_data" / "hevy_sample.csv"
Morning = Callable[[int], AbstractContextManager[Server]]
Opened = Callable[..., AbstractContextManager[Page]]
Record = Callable[[str, object], None]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture(scope="session")
def port() -> int:
    """Return where every morning is served: the browser has the app's files from there already."""
    return free_port()


@pytest.fixture
def morning(data: Path, port: int) -> Morning:
    """Return a function that serves the app on a morning, days after the first one."""

    def on(day: int) -> AbstractContextManager[Server]:
        told = {"LEGRUN_DATA": str(data), "LEGRUN_TEST_DAYS": str(day)}
        return serve(ROOT / "app.py", "--server.fileWatcherType=none", port=port, env=told, module="tests.later")

    return on


@pytest.fixture
def opened(tab: Tab) -> Opened:
    """Return a function that opens a page of a server for a while, every press counted from then on."""

    @contextlib.contextmanager
    def on(server: Server, address: str = "/", screen: Screen = DESKTOP) -> Iterator[Page]:
        with tab(screen) as page:
            page.goto(server.url + address)
            wait_until_idle(page)
            page.evaluate(COUNT_CLICKS)
            yield page

    return on


def rate(page: Page, soreness: float) -> None:
    """Click on the soreness slider where a rating stands."""
    wait_until_idle(page)
    group = slider(page, "Soreness now").locator("xpath=ancestor::*[@role='group']")
    group.scroll_into_view_if_needed()
    track = group.bounding_box()
    assert track is not None
    left, width = track["x"] + THUMB_PX / 2, track["width"] - THUMB_PX
    page.mouse.click(left + width * soreness / 10, track["y"] + track["height"] / 2)
    expect(page.get_by_text(re.compile("^(Not rated|Rated earlier today)$"))).to_have_count(0)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save this morning").click()
    expect(page.get_by_text("Saved at 07:00")).to_be_visible()


def clicks(page: Page) -> int:
    return int(page.evaluate("window.clicks"))


def test_three_mornings(opened: Opened, morning: Morning, data: Path, record_property: Record) -> None:
    path = data / "diary.sqlite"
    with morning(0) as server, opened(server) as page:
        assert not data.exists()
        page.get_by_role("button", name="Remember my training on this computer").click()
        rate(page, 5)
        save(page)
        look.expect_healthy(page)
    with morning(1) as server:
        with opened(server) as page:
            expect(page.get_by_text("Based on")).to_contain_text("your diary")
            rate(page, 6)
            save(page)
            assert clicks(page) == 2
            record_property("diary, from opening to a saved morning", f"{clicks(page)} clicks")
            rate(page, 9)
            expect(page.get_by_text("Not saved: soreness 9")).to_be_visible()
            page.reload()
            wait_until_idle(page)
            expect(page.get_by_text("Saved at 07:00: soreness 6")).to_be_visible()
            page.get_by_role("button", name="Add a session").click()
            page.get_by_role("button", name="Add", exact=True).click()
            expect(page.get_by_text("Since yesterday: leg day 60 min at Wed 18:00")).to_be_visible()
        with opened(server, "/log") as page:
            upload(page, HEVY)
            expect(page.get_by_text("Saved in your diary.")).to_be_visible()
            before = len(Diary(path).log("me").sessions)
            assert before > 50
            upload(page, HEVY)
            expect(page.get_by_text("hevy_sample.csv").first).to_be_visible()
            wait_until_idle(page)
        os.kill(server.pid, signal.SIGKILL)
    with morning(2) as server, opened(server) as page:
        expect(page.get_by_text("Based on")).to_contain_text("your diary")
        rate(page, 2)
        save(page)
        assert clicks(page) == 2
        page.get_by_role("link", name="Log").click()
        expect(page.get_by_text("Advised, done, felt")).to_be_visible()
        look.expect_healthy(page)
        log = Diary(path).log("me")
        assert [c.soreness for c in log.check_ins] == [5, 6, 2]
        assert len(log.sessions) == before
        assert len(Diary(path).advised("me")) == 3
        page.get_by_role("button", name="Forget everything").click()
        page.get_by_role("button", name="Yes, forget everything").click()
        expect(page.get_by_text("No log yet")).to_be_visible()
        assert not list(data.iterdir())


def test_two_tabs_save_beside_each_other_one_of_them_a_phone_in_dark(
    opened: Opened, morning: Morning, data: Path
) -> None:
    with morning(0) as server, opened(server) as first:
        first.get_by_role("button", name="Remember my training").click()
        rate(first, 3)
        save(first)
        with opened(server, "/log", SCREENS["phone-dark"]) as second:
            expect(second.get_by_text("Your diary", exact=True)).to_be_visible()
            second.get_by_role("radio", name="5").check(force=True)
            expect(second.get_by_text("Saved in your diary.")).to_be_visible()
            look.expect_healthy(second)
            expect_fitting(second, PHONE_WIDTH)
        rate(first, 7)
        save(first)
        first.set_viewport_size(SCREENS["phone-dark"].options()["viewport"])
        first.reload()
        expect(first.get_by_text("Saved at 07:00: soreness 7")).to_be_visible()
        look.expect_healthy(first)
        expect_fitting(first, PHONE_WIDTH)
    assert [c.soreness for c in Diary(data / "diary.sqlite").log("me").check_ins] == [7]
