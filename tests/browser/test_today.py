"""Today in a real browser: what moves when a slider moves, and what stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser import look
from tests.chromium import slider

Visit = Callable[..., Page]


@pytest.mark.parametrize("label", ["Soreness now", "Leg-day intensity", "Sleep last night"])
def test_one_key_press_changes_the_chart(visit: Visit, label: str) -> None:
    # Six hours of sleep, where one step already counts.
    page = visit("/?sleep=6")
    before = look.week_paths(page)
    slider(page, label).press("ArrowRight")
    look.wait_for_other_week(page, before)
    look.expect_healthy(page)


@pytest.mark.parametrize(
    ("label", "key"), [("Soreness now", "End"), ("Leg-day intensity", "Home"), ("Sleep last night", "Home")]
)
def test_a_slider_at_its_end_changes_the_verdict(visit: Visit, label: str, key: str) -> None:
    page = visit()
    headline = look.verdict_card(page).get_by_role("heading")
    before = look.verdict_card(page).inner_text()
    assert headline.inner_text().strip()
    slider(page, label).press(key)
    expect(look.verdict_card(page)).not_to_have_text(before, use_inner_text=True)
    look.expect_healthy(page)


def test_an_address_out_of_range_is_named_once_and_the_default_stands(visit: Visit) -> None:
    page = visit("/?sore=99")
    expect(look.alerts(page)).to_have_count(1)
    expect(look.alerts(page)).to_contain_text("sore is 99; it must be a number from 0 to 10")
    expect(slider(page, "Soreness now")).to_have_value("4")
    look.expect_healthy(page)


def test_an_address_sets_the_inputs(visit: Visit) -> None:
    page = visit("/?sore=2.5&rated=true&effort=9&sleep=6")
    expect(look.alerts(page)).to_have_count(0)
    expect(slider(page, "Soreness now")).to_have_value("2.5")
    expect(page.get_by_test_id("stMain")).to_contain_text("Rated: noticeable")
    expect(slider(page, "Leg-day intensity")).to_have_value("9")
    expect(slider(page, "Sleep last night")).to_have_value("6")


def test_values_survive_a_page_switch(visit: Visit) -> None:
    page = visit("/?effort=9")
    before = look.verdict_card(page).inner_text()
    slider(page, "Sleep last night").press("Home")
    expect(look.verdict_card(page)).not_to_have_text(before, use_inner_text=True)
    verdict = look.verdict_card(page).inner_text()
    look.menu(page, "Log")
    look.menu(page, "Today")
    expect(slider(page, "Sleep last night")).to_have_value("3")
    expect(slider(page, "Leg-day intensity")).to_have_value("9")
    expect(look.verdict_card(page)).to_have_text(verdict, use_inner_text=True)
