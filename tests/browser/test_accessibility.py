"""Everyone gets everywhere: no fault of ours that axe-core finds, and a keyboard is enough."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import axe, look

Visit = Callable[..., Page]
# What Tab is expected to reach; of a group of radio buttons it reaches one, and the arrow keys the others.
CONTROLS = (
    "a[href], button:not(:disabled), summary, input:not(:disabled):not([type=radio]), "
    "input[type=radio]:checked, textarea, [role=combobox]"
)
# How a control and what stands around it look: the marks of focus are drawn on any of them.
LOOKS_JS = """
const looks = control => {
  const around = [control];
  for (let box = control.parentElement, n = 0; box && n < 4; box = box.parentElement, n += 1) {
    around.push(box, ...box.children);
  }
  const drawn = ({outline, boxShadow, backgroundColor, borderColor}) => [outline, boxShadow, backgroundColor, borderColor];
  return JSON.stringify(around.map(element => drawn(getComputedStyle(element))));
};
"""
REACHABLE_JS = f"""
() => {{
  {LOOKS_JS}
  const shown = element => element.checkVisibility({{visibilityProperty: true}}) && element.tabIndex >= 0
    && !element.closest('[aria-hidden="true"], [inert]');
  const controls = [...document.querySelectorAll(`{CONTROLS}`)].filter(shown);
  for (const control of controls) {{
    control.dataset.walked = 'not yet';
    control.plainLooks = looks(control);
  }}
  return controls.length;
}}
"""
# Marks the focused control as walked; says which of them looks the same as without the focus.
WALKED_JS = f"""
() => {{
  {LOOKS_JS}
  const focused = document.activeElement;
  if (!focused?.dataset.walked) return '';
  focused.dataset.walked = 'yes';
  return looks(focused) === focused.plainLooks ? focused.getAttribute('aria-label') || focused.innerText : '';
}}
"""
MISSED_JS = """
() => [...document.querySelectorAll('[data-walked="not yet"]')]
  .map(control => control.getAttribute('aria-label') || control.innerText || control.outerHTML.slice(0, 160))
"""


def test_axe_finds_no_fault_in_what_is_folded_away_on_today_nor_where_something_feels_wrong(visit: Visit) -> None:
    page = visit("/")
    folded = page.get_by_test_id("stSidebar").locator("details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    # The first is open when the page is: it is looked at with every page.
    for name in page.get_by_role("radiogroup", name="Look closer").get_by_role("radio").all()[1:]:
        name.check(force=True)
        assert axe.faults(page, within='[data-testid="stMain"]') == []
    page.get_by_role("button", name="Share and download").click()
    expect(page.get_by_test_id("stCode")).to_be_visible()
    assert axe.faults_in_both_themes(page, within='[role="dialog"]') == []
    page.get_by_role("dialog").get_by_role("button", name="Close").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Feels wrong?").click()
    page.get_by_test_id("stPopoverBody").get_by_role("checkbox").nth(1).check(force=True)
    expect(page.get_by_test_id("stAlert").first).to_be_visible()
    assert axe.faults_in_both_themes(page) == []


def test_axe_finds_no_fault_while_presenting(visit: Visit) -> None:
    page = visit("/compare?pins=rated.true~~usual.5~~effort.4&present=true")
    expect(page.get_by_role("heading", name="against A")).to_be_visible()
    assert axe.faults_in_both_themes(page) == []


def test_tab_reaches_every_control_of_today_and_shows_where_it_is(visit: Visit) -> None:
    page = visit("/")
    look.week_paths(page)
    expect(page.get_by_role("button", name="Pin to compare")).to_be_visible()
    number = page.evaluate(REACHABLE_JS)
    assert number > 30
    unmarked = set()
    # A few more: the page itself can take the focus in between.
    for _ in range(number + 10):
        page.keyboard.press("Tab")
        # The marks of focus fade in.
        page.wait_for_timeout(40)
        unmarked.add(page.evaluate(WALKED_JS))
    assert page.evaluate(MISSED_JS) == []
    # Streamlit's link to the page that is open looks the same in focus: it has the shade of focus already.
    assert {said.split()[-1] for said in unmarked if said} <= {"Today"}
