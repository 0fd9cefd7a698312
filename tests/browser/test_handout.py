"""A handout in a real browser with the network off: its sliders say what the package says, and it prints on one page."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

import legrun
from legrun.report import NOTE_LIMIT, handout
from legrun.report.handouts import chart, sliders
from legrun.report.handouts.content import content
from legrun.report.handouts.payload import figure as handout_figure
from legrun.scenario import CheckIn, Scenario
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.presets import PRESETS
from legrun.wording.languages import LANGUAGES
from legrun.wording.score import rounded_score
from tests.browser import look
from tests.browser.conftest import PATIENCE_MS
from tests.browser.screens import DESKTOP, PHONE_WIDTH, SCREENS, Screen
from tests.chromium import wait_until_idle

DAY = dt.date(2026, 3, 4)
MET = PRESETS[0].scenario(DAY)
NOTE = "The squats looked strong on Tuesday, and the depth was there from the first set to the last. " * 5
STOPS = 20
UNRATED = dataclasses.replace(PRESETS[1].scenario(DAY), check_ins=())
WORDS_JS = """
() => {
  const lines = id => [...document.getElementById(id).children].map(line => line.innerText.trim());
  return {
    guess: document.getElementById('guess').innerText.trim(),
    headline: document.getElementById('headline').innerText,
    what: lines('what'), why: lines('why'), later: lines('later'),
    days: [...document.querySelectorAll('#days tr')].map(row => [...row.children].map(cell => cell.innerText.trim())),
    tips: [...document.querySelectorAll('#tips li strong')].map(tip => tip.innerText),
    chart: document.getElementById('chart-says').innerText,
  };
}
"""
# Of the verdict's edge, of its bars and of every bar in the table of days.
COLORS_JS = """
() => [
  getComputedStyle(document.getElementById('card')).borderLeftColor,
  ...[...document.querySelectorAll('main .level')].map(level => {
    const name = level.querySelector('use').getAttribute('href').replace('#level-', '--');
    const probe = level.parentNode.appendChild(document.createElement('i'));
    probe.style.color = `var(${name})`;
    const color = getComputedStyle(probe).color;
    probe.remove();
    return color;
  }),
]
"""
CURVES_JS = """
() => Object.fromEntries([...document.querySelectorAll('#chart :is(.mark-area, .mark-line)')].map(mark =>
  [mark.classList[2], mark.querySelector('path').getAttribute('d')]))
"""
MOVE_JS = """
([rated, soreness, sleep]) => {
  const set = (id, value) => {
    const input = document.getElementById(id);
    input.value = value;
    input.dispatchEvent(new Event('input', {bubbles: true}));
  };
  set('sleep', sleep);
  if (rated) set('soreness', soreness);
  else if (document.getElementById('rated').checked) document.getElementById('rated').click();
}
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a handout as a client has it: a file."""
    path = tmp_path_factory.mktemp("handout") / "handout.html"
    path.write_bytes(
        handout(legrun.answer(MET), client="<script>alert(1)</script>", coach="Bo", note=NOTE[:NOTE_LIMIT])
    )
    return path


@pytest.fixture
def offline(browser: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Yield the handout, opened without a network; it must have asked for nothing but itself."""
    screen: Screen = getattr(request, "param", DESKTOP)
    context = browser.new_context(**screen.options(), offline=True)
    context.set_default_timeout(PATIENCE_MS)
    asked: list[str] = []
    said: list[str] = []
    context.on("request", lambda each: asked.append(each.url))
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(file.as_uri())
    page.wait_for_selector("#try:not([hidden])")
    yield page
    assert asked == [file.as_uri()]
    assert said == []
    context.close()


def words(situation: Scenario) -> dict[str, Any]:
    """Return what the package says, in the shape in which the page shows it."""
    said = content(legrun.answer(situation))
    names: dict[Any, str] = {**VERDICT_NAMES, "past": "past", "open": "check again"}
    days = [[d.name, names[d.morning], names[d.evening], d.recovery, d.soreness] for d in said.days]
    return {
        "guess": " ".join(said.guess),
        "headline": said.headline,
        "what": list(said.what),
        "why": list(said.why),
        "later": list(said.later),
        "days": days,
        "tips": [tip.claim for tip in said.tips],
        "chart": said.chart,
    }


def test_every_stop_says_what_the_package_says_and_the_page_fits(offline: Page) -> None:
    assert offline.evaluate(WORDS_JS) == words(MET)
    paths = look_at_chart(offline)
    drawn = set()
    rng = random.Random(8)
    for turn in range(STOPS):
        # Every fourth without a rating; the slider's steps are halves from 0, from 3 h of sleep on.
        rated, soreness, sleep = turn % 4 > 0, rng.randrange(21), rng.randrange(15)
        offline.evaluate(MOVE_JS, [rated, soreness + 1, sleep])
        ratings = [CheckIn(MET.now, soreness / 2)] if rated else []
        meant = dataclasses.replace(MET, check_ins=ratings, sleep_h=3 + sleep / 2)
        assert offline.evaluate(WORDS_JS) == words(meant)
        drawn.add(look_at_chart(offline))
    assert len(drawn) > STOPS // 2, "the chart follows the sliders"
    offline.get_by_role("button", name="Back to how it was handed over").click()
    assert offline.evaluate(WORDS_JS) == words(MET)
    offline.wait_for_function(f"paths => ({look.PATHS_JS})(document.getElementById('chart')) === paths", arg=paths)
    expect_fitting(offline, DESKTOP.options()["viewport"]["width"])


def test_a_step_moves_the_curves_draws_nothing_anew_and_the_pointer_and_the_sliders_tell_its_values(
    offline: Page,
) -> None:
    expect_nothing_drawn_anew(offline)
    expect_pointer_to_tell(offline)
    expect_sliders_to_tell(offline)


def expect_nothing_drawn_anew(offline: Page) -> None:
    """Expect a step to move what is drawn: to draw it anew takes too long."""
    # What is drawn anew costs far more than what moves: a step is to be felt at once on a slow telephone.
    before = look_at_chart(offline)
    offline.evaluate("for (const each of document.querySelectorAll('#chart svg *')) each.dataset.first = 'yes';")
    offline.evaluate(MOVE_JS, [True, 17, 4])
    offline.wait_for_function(f"paths => ({look.PATHS_JS})(document.getElementById('chart')) !== paths", arg=before)
    anew = offline.evaluate(
        "[...document.querySelectorAll('#chart svg *:not([data-first])')].map(each => each.parentNode.className.baseVal)"
    )
    # The dots alone: there are more or fewer of them.
    assert {name for name in anew if "mark-symbol" not in name} == set()
    # Paper is Vega's own drawing: on the way back from it the curves are as the step drew them.
    moved = curves(offline)
    offline.evaluate("for (const about of ['beforeprint', 'afterprint']) dispatchEvent(new Event(about));")
    own = curves(offline)
    assert own.keys() == moved.keys()
    assert all(own[name] == pytest.approx(moved[name], abs=0.051) for name in own)


def expect_pointer_to_tell(offline: Page) -> None:
    """Expect at the pointer the hour's values of the stop that is shown."""
    offline.locator("#chart svg").scroll_into_view_if_needed()
    box = offline.locator("#chart svg").bounding_box()
    assert box is not None
    for soreness in (3, 8):
        offline.evaluate(MOVE_JS, [True, 2 * soreness + 1, 8])
        shown = legrun.answer(dataclasses.replace(MET, check_ins=[CheckIn(MET.now, soreness)], sleep_h=7))
        hours = handout_figure(shown).datasets["pointed"].to_pylist()
        offline.mouse.move(0, 0)
        offline.mouse.move(box["x"] + 0.4 * box["width"], box["y"] + 0.3 * box["height"])
        told = offline.locator("#vg-tooltip-element.visible")
        expect(told).to_be_visible()
        (hour,) = [each for each in hours if each["when"] in told.inner_text()]
        said = dict(zip(*[iter(told.locator("td").all_inner_texts())] * 2, strict=True))
        assert said["Recovery"] == f"{rounded_score(hour['recovery'])}"
        assert said["Soreness"] == f"{hour['soreness']:.1f}"


def look_at_chart(page: Page) -> str:
    """Return every line and area that the handout's chart draws."""
    return str(page.locator("#chart").evaluate(look.PATHS_JS))


def curves(page: Page) -> dict[str, list[float]]:
    """Return the numbers in the path of every curve that follows the sliders, those where it closes left out."""
    drawn: dict[str, str] = page.evaluate(CURVES_JS)
    numbers = {name: [float(each) for each in re.findall(r"-?[0-9.]+", path)] for name, path in drawn.items()}
    assert len(numbers) == 12
    return numbers


def expect_sliders_to_tell(offline: Page) -> None:
    """Expect sliders for the keyboard that tell their values."""
    offline.get_by_role("button", name="Back to how it was handed over").click()
    soreness = offline.get_by_role("slider", name="Leg soreness")
    expect(soreness).to_have_attribute("aria-valuetext", "5 of 10")
    soreness.press("ArrowRight")
    expect(soreness).to_have_attribute("aria-valuetext", "5.5 of 10")
    offline.get_by_role("checkbox").uncheck()
    expect(soreness).to_have_attribute("aria-valuetext", "not rated")
    expect(offline.get_by_role("heading", level=1)).to_have_text("<script>alert(1)</script>")


def expect_fitting(page: Page, width: int) -> None:
    """Expect the page to fit its screen, and one sheet of paper."""
    assert page.evaluate("document.scrollingElement.scrollWidth") <= width
    for paper in ("A4", "Letter"):
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=paper))) == 1


@pytest.mark.parametrize("offline", [SCREENS["phone-dark"]], ids=["phone-dark"], indirect=True)
def test_the_page_fits_a_phone_and_one_sheet_of_paper(offline: Page) -> None:
    expect_fitting(offline, PHONE_WIDTH)


@pytest.fixture(scope="module")
def unrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the handout of someone who did not check in, with all the text that a page may hold."""
    path = tmp_path_factory.mktemp("handout") / "unrated.html"
    path.write_bytes(handout(legrun.answer(UNRATED), client="Dilan", coach="Bo", note=NOTE[:NOTE_LIMIT]))
    return path


def test_an_unrated_page_is_a_guess_until_the_slider_is_moved(browser: Browser, unrated_file: Path) -> None:
    with browser.new_context(**SCREENS["phone-dark"].options(), offline=True) as context:
        page = context.new_page()
        page.goto(unrated_file.as_uri())
        page.wait_for_selector("#try:not([hidden])")
        assert page.evaluate(WORDS_JS) == words(UNRATED)
        card = page.get_by_text("Not rated today.").locator("xpath=ancestor::section")
        expect(card).to_have_attribute("aria-live", "polite")
        expect(card).to_contain_text("Rate your legs first: move the slider below.")
        grey = page.evaluate("getComputedStyle(document.querySelector('footer p')).color")
        assert set(page.evaluate(COLORS_JS)) == {grey}
        expect_fitting(page, PHONE_WIDTH)
        page.get_by_role("slider", name="Leg soreness").press("ArrowLeft")
        expect(page.get_by_text("Not rated today")).to_be_hidden()
        rated = dataclasses.replace(UNRATED, check_ins=[CheckIn(UNRATED.now, 3.5)])
        assert page.evaluate(WORDS_JS) == words(rated)
        assert grey not in page.evaluate(COLORS_JS)
        page.get_by_role("checkbox").uncheck()
        expect(page.get_by_text("Not rated today")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.get_by_text("Not rated today")).to_be_visible()
        expect(page.get_by_text("move the slider below")).to_be_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_a_page_fits_one_sheet_and_a_phone_in_every_language(
    browser: Browser, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The words handed over are what is printed: a few stops are enough. So is a chart in English, which is as large.
    english = chart.runtime("en")
    monkeypatch.setattr(chart, "_made", lambda _: english)
    monkeypatch.setattr(sliders, "_steps", lambda name, own: sorted({4.0, 8.0} if own is None else {4.0, 8.0, own}))
    path = tmp_path / "page.html"
    page_of = handout(legrun.answer(UNRATED), client="Dilan", coach="Bo", note=NOTE[:NOTE_LIMIT], language=language)
    path.write_bytes(page_of)
    with browser.new_context(**SCREENS["phone-dark"].options(), offline=True) as context:
        page = context.new_page()
        page.goto(path.as_uri())
        page.wait_for_selector("#try:not([hidden])")
        expect_fitting(page, PHONE_WIDTH)


def test_without_scripts_it_still_tells_and_draws(browser: Browser, file: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(file.as_uri())
        expect(page.locator("#what")).to_contain_text(words(MET)["what"][0])
        expect(page.locator("#chart svg")).to_be_visible()
        expect(page.locator("#try")).to_be_hidden()


def test_today_hands_over_a_page(visit: Any) -> None:
    page = visit("/?rated=true&now=2026-03-04T07", SCREENS["phone-dark"])
    page.get_by_role("button", name="Handout", exact=True).click()
    form = page.get_by_role("dialog")
    form.get_by_label("For (optional)").fill("Anna")
    form.get_by_role("button", name="Make the handout").click()
    form.get_by_role("button", name="Download the handout").wait_for(timeout=3 * PATIENCE_MS)
    wait_until_idle(page)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download the handout").click()
    made = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "<bdi>Anna</bdi>" in made
