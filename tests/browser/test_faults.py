"""Bad days: the server restarts, storage is blocked, a clock jumps; and what everybody does: tabs, Back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import look
from tests.browser.conftest import PATIENCE_MS, Tab
from tests.browser.screens import DESKTOP
from tests.chromium import slider, wait_until_idle
from tests.serving import ROOT, Server, serve

Visit = Callable[..., Page]
VISIT_ENDED = "Your visit ended while this page was open"
SCENARIO = "/?now=2026-03-04T07&effort=9&sore=6&rated=true"
BLOCKED_JS = """
for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
  Object.defineProperty(window, name, {get() { throw new DOMException('blocked', 'SecurityError'); }});
"""


def reasons(page: Page) -> Locator:
    """Return what the verdict's box lists; its chart's own words come when they are drawn."""
    return look.verdict_card(page).locator("li")


def moved(page: Page) -> list[str]:
    """Move the soreness slider one step, and return what the verdict then lists."""
    before = reasons(page).all_inner_texts()
    slider(page, "Soreness now").press("ArrowRight")
    expect(reasons(page)).not_to_have_text(before)
    wait_until_idle(page)
    return reasons(page).all_inner_texts()


def expect_scenario(page: Page, listed: list[str]) -> None:
    """Expect the sliders of the scenario as they were moved, and what the verdict listed then."""
    expect(slider(page, "Soreness now")).to_have_value("6.5")
    expect(slider(page, "Leg-day intensity")).to_have_value("9")
    expect(reasons(page)).to_have_text(listed)


def test_a_restarted_server_is_told_once_and_finds_the_page_as_it_was(tab: Tab) -> None:
    with ExitStack() as first, tab() as page:
        server = first.enter_context(serve(ROOT / "app.py", "--server.fileWatcherType=none"))
        page.goto(server.url + SCENARIO)
        wait_until_idle(page)
        expect(page.get_by_text(VISIT_ENDED)).to_have_count(0)
        # Drawn to its end, with every file that this takes: one asked for while no server answers is never asked for again.
        look.week_paths(page)
        listed = moved(page)
        page.wait_for_load_state("networkidle")
        first.close()
        with serve(ROOT / "app.py", "--server.fileWatcherType=none", port=urlsplit(server.url).port):
            expect(page.get_by_text(VISIT_ENDED)).to_be_visible()
            page.get_by_role("button", name="Understood").click()
            expect(page.get_by_text(VISIT_ENDED)).to_have_count(0)
            # A new visit, which lost nothing: the address holds what was set.
            page.reload()
            wait_until_idle(page)
            expect(page.get_by_text(VISIT_ENDED)).to_have_count(0)
            expect_scenario(page, listed)
            look.expect_healthy(page)


def test_a_page_works_where_storage_is_blocked(tab: Tab, server: Server) -> None:
    with tab() as lent:
        lent.goto(f"{server.url}/_stcore/health")
        page = lent.context.new_page()  # the tab that is lent is not to stay so
        page.add_init_script(BLOCKED_JS)
        page.goto(server.url + SCENARIO)
        wait_until_idle(page)
        assert page.evaluate("() => { try { return !localStorage; } catch { return true; } }")
        moved(page)
        look.expect_healthy(page)


def test_two_tabs_are_two_visits_and_back_finds_what_was_set(visit: Visit, server: Server) -> None:
    page = visit(SCENARIO)
    other = page.context.new_page()
    other.goto(server.url + SCENARIO)
    wait_until_idle(other)
    before = reasons(other).all_inner_texts()
    page.bring_to_front()
    listed = moved(page)
    expect(slider(other, "Soreness now")).to_have_value("6")
    expect(reasons(other)).to_have_text(before)
    look.menu(page, "Evidence")
    page.go_back()
    expect(page).to_have_title("Today · legrun")
    wait_until_idle(page)
    expect_scenario(page, listed)


@pytest.fixture(scope="module")
def travelled(browser: Browser, server: Server) -> Iterator[Callable[..., Page]]:
    """Return a function that opens an address of the app under the clock of a time zone, always in the same tab."""
    options = {name: each for name, each in DESKTOP.options().items() if name != "timezone_id"}
    with browser.new_context(**options) as context:
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        clock = context.new_cdp_session(page)

        def to(zone: str, address: str = "/") -> Page:
            page.goto("about:blank")
            clock.send("Emulation.setTimezoneOverride", {"timezoneId": zone})
            page.goto(server.url + address)
            wait_until_idle(page)
            return page

        yield to


# The nights on which clocks jump in Berlin: an hour is missing, an hour comes twice.
@pytest.mark.parametrize("evening", ["2026-03-28T18", "2026-10-24T18"])
def test_the_chart_is_the_same_where_a_clock_jumps(travelled: Callable[..., Page], evening: str) -> None:
    drawn = []
    for zone in ("Europe/Berlin", "UTC"):
        page = travelled(zone, f"/?now={evening}&effort=9&sore=6&rated=true")
        paths = look.week_paths(page)
        ticks = look.week_chart(page).locator("svg text").all_text_contents()
        drawn.append((paths, ticks, reasons(page).all_text_contents()))
    assert drawn[0] == drawn[1]


# A place that changed its clocks in 2026, of which a server's tables may not know yet, and one between the hours.
@pytest.mark.parametrize("zone", ["America/Vancouver", "Asia/Kathmandu"])
def test_today_goes_by_the_clock_that_the_browser_shows(travelled: Callable[..., Page], zone: str) -> None:
    page = travelled(zone)
    title = page.get_by_role("heading", name="How are your legs today?").inner_text().replace("\u00a0", " ")
    year, month, day, hour, minute = page.evaluate(
        "(now => [now.getFullYear(), now.getMonth() + 1, now.getDate(), now.getHours(), now.getMinutes()])(new Date())"
    )
    shown = dt.datetime(year, month, day, hour, minute)
    # To the nearest hour; a minute may have passed since.
    near = {shown + dt.timedelta(minutes=minutes) for minutes in (29, 30)}
    assert any(title.endswith(f"{each:%a} {each.day} {each:%b, %H}:00") for each in near)
