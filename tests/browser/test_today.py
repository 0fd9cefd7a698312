"""Today in a real browser: what moves when a slider moves, and what stays."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from legrun.charts import INKS
from tests.browser import look
from tests.chromium import slider, wait_until_idle

Visit = Callable[..., Page]

# The colours of a chart's words as the browser draws them, but for the page's own colour around them; its titles are in
# the colour of the page's text.
INKS_JS = """
() => [...new Set([...document.querySelectorAll('[data-testid="stVegaLiteChart"] svg :is(.role-mark, .role-axis-label) text')]
  .map(text => getComputedStyle(text).fill))]
  .filter(ink => ink !== getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor)
"""


def test_each_slider_and_the_arrow_keys_move_the_chart_and_the_verdict(visit: Visit) -> None:
    # Six hours of sleep, where one step already counts.
    page = visit("/?sleep=6")
    verdict = look.settled_verdict(page)
    page.get_by_role("radio", name="Yesterday").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="2 days ago")).to_be_checked()
    verdict = look.expect_other_verdict(page, verdict)
    for label, key in (("Sleep last night", "ArrowLeft"), ("Leg-day intensity", "Home"), ("Soreness now", "End")):
        chart = look.week_paths(page)
        slider(page, label).press(key)
        look.wait_for_other_week(page, chart)
        verdict = look.expect_other_verdict(page, verdict)
    expect(slider(page, "Sleep last night")).to_have_value("5.5")
    expect(look.headline(page)).to_contain_text("Rest")
    look.expect_healthy(page)


def test_a_key_on_the_handle_that_is_not_rated_rates_it_and_the_chart_is_updated_not_drawn_anew(visit: Visit) -> None:
    # Streamlit builds a chart anew when its spec or its alt text changes, which costs another 100 ms a press.
    page = visit("/?now=2026-03-04T07")
    handle = slider(page, "Soreness now")
    expect(handle).to_have_attribute("aria-valuetext", re.compile("^about "))
    handle.press("ArrowRight")
    expect(handle).not_to_have_attribute("aria-valuetext", re.compile("^about "))
    expect(page.get_by_role("switch", name=re.compile("Not rated"))).to_have_count(0)
    look.settled_verdict(page)
    before = look.week_paths(page)
    look.week_chart(page).locator("svg").evaluate("svg => { svg.dataset.first = 'yes'; }")
    handle.press("End")
    look.wait_for_other_week(page, before)
    wait_until_idle(page)
    # That nothing more happens can only be waited for: the chart is first updated, then replaced.
    page.wait_for_timeout(1000)
    expect(look.week_chart(page).locator("svg")).to_have_attribute("data-first", "yes", timeout=1)


def test_pointing_in_any_panel_says_all_values_and_a_charts_words_follow_a_theme_that_is_switched(visit: Visit) -> None:
    page = visit("/?now=2026-03-04T07&sore=4&rated=true")
    look.week_paths(page)
    box = look.week_chart(page).bounding_box()
    assert box is not None
    said = page.locator("#vg-tooltip-element.visible")
    for panel in (0.25, 0.62, 0.85):  # recovery, strength, soreness
        for across in (0.3, 0.5):
            page.mouse.move(box["x"] + across * box["width"], box["y"] + panel * box["height"])
        for word in ("Time", "Recovery", "Leg strength lost", "Soreness"):
            expect(said).to_contain_text(word)
        page.mouse.move(box["x"] + box["width"] / 2, box["y"] - 20)
        expect(said).to_have_count(0)
    expect_ink(page, "light")
    page.emulate_media(color_scheme="dark")
    expect_ink(page, "dark")
    page.get_by_test_id("stMainMenu").get_by_role("button").click()
    page.get_by_role("menuitemradio", name="Light").click()
    expect_ink(page, "light")


def expect_ink(page: Page, theme: str) -> None:
    """Expect every word of the charts in the ink of a theme."""
    red, green, blue = bytes.fromhex(INKS[theme].removeprefix("#"))
    ink = f"rgb({red}, {green}, {blue})"
    page.wait_for_function(f"ink => ({INKS_JS})().join() === ink", arg=ink)


def test_what_is_chosen_beside_the_sliders_reaches_the_page_around_them(visit: Visit) -> None:
    # A slider draws what follows from it alone; a day brings its usual hour, which stands in the sidebar.
    page = visit("/?rated=true&now=2026-03-04T12")
    sidebar = page.get_by_test_id("stSidebar")
    sidebar.get_by_text("Leg day", exact=True).click()
    evening = re.compile(r"18\W*00")
    expect(sidebar.get_by_test_id("stTimeInput")).to_contain_text(evening)
    page.get_by_text("This morning", exact=True).click()
    expect(sidebar.get_by_test_id("stTimeInput")).not_to_contain_text(evening)
    look.expect_healthy(page)
    # A tablet beside the sidebar: no word is cut where the margins could give way.
    page.set_viewport_size({"width": 1024, "height": 768})
    word = page.get_by_test_id("stCheckbox").filter(has_text="Noticeable").get_by_test_id("stMarkdownContainer")
    page.wait_for_function("word => word.scrollWidth <= word.clientWidth", arg=word.element_handle())
