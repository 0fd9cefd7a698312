"""What axe-core finds on a page, in light and in dark."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.chromium import wait_until_idle

__all__ = ["faults", "faults_in_both_themes"]

WCAG = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# The rules among these that ask for colours; to the others a page in dark is the one in light.
OF_COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
# Streamlit's own, by rule and by what the element's HTML holds: nothing that we draw can change them.
THEIRS = {
    # The parts of a date or a time in its input are as wide as their digits, 18 px; the input around them is taller.
    ("target-size", 'role="spinbutton"'),
}
BACKGROUND_JS = "() => getComputedStyle(document.querySelector('[data-testid=\"stApp\"]')).backgroundColor"


def faults(page: Page, rules: dict[str, Any] = WCAG, within: str | None = None) -> list[str]:
    """Return what axe-core finds, on the page or within a part of it, that is not Streamlit's own: a line for each element."""
    # What is about to be replaced is drawn pale, and colours fade over to those of another theme.
    page.wait_for_timeout(500)
    wait_until_idle(page)
    expect(page.locator('[data-stale="true"]')).to_have_count(0)
    options = {"resultTypes": ["violations"], "runOnly": rules}
    violations: list[dict[str, Any]] = Axe().run(page, context=within, options=options).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for fault in violations
        for node in fault["nodes"]
        if not any(fault["id"] == rule and part in node["html"] for rule, part in THEIRS)
    ]


def faults_in_both_themes(page: Page, within: str | None = None) -> list[str]:
    """Return the faults of a page, or of a part of it, in light and, once it has followed, in dark; it stays in dark."""
    of_both = []
    for scheme, color, rules in (("light", "rgb(255, 255, 255)", WCAG), ("dark", "rgb(18, 24, 27)", OF_COLOURS)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
        page.wait_for_function(f"({BACKGROUND_JS})() === '{color}'")
        of_both += [f"{scheme}: {fault}" for fault in faults(page, rules, within)]
    return of_both
