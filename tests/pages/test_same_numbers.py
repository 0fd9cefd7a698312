"""The page shows the numbers that the command prints, over the scenarios by which the other ways to ask are compared."""

from __future__ import annotations

import dataclasses
import re

import pytest
from streamlit.testing.v1 import AppTest

from legrun import link
from legrun.decision.safety import safety_notes
from legrun.scenario import Scenario, Session
from legrun.wording.rounding import halves
from pages._ui.state.flags import KEYS
from tests.command.test_json import NOW, SCENARIOS, document, generated
from tests.serving import ROOT

NUMBER = re.compile(r"\d+(?:\.\d+)?")
# What the page says in its headline, in chips and in the name of its verdict.
SAID_OTHERWISE = ("Recovery about", "Not rated today", "We guess")


def page(scenario: Scenario) -> AppTest:
    """Return Today, opened by the scenario's link, with its boxes under "Feels wrong?" ticked."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, text in link.encode(scenario).items():
        at.query_params[name] = text
    for flag in scenario.flags:
        at.session_state[KEYS[flag]] = True
    at.run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def text_of(at: AppTest) -> str:
    """Return what the page says, and where its slider of soreness stands: unrated, at the guess."""
    shown = [each.value for kind in (at.markdown, at.caption, at.error, at.warning) for each in kind]
    guess = [str(halves(float(str(each.value)))) for each in at.slider if each.key == "sore"]
    return "\n".join([*shown, *guess]).replace("\u00a0", " ")


def asked(number: int) -> tuple[Scenario, list[str]]:
    """Return a generated scenario and its line; the page always has a run in mind, so each has one."""
    scenario, line, _ = generated(number)
    if scenario.planned is None:
        scenario = dataclasses.replace(scenario, planned=Session("run", NOW.replace(hour=18), 40, 4))
        line = [*line, "--plan", "18:00 40min @4"]
    return scenario, line


def headline_of(lines: list[str]) -> tuple[str, str]:
    """Return the verdict's name on a card, and its score and range as the page writes them."""
    recovery = next(line for line in lines if line.startswith("Recovery about"))
    score, low, high = NUMBER.findall(recovery)[:3]
    return lines[0].split(",")[0], f"### {score} :small[:gray[recovery, 0 to 100; range {low} to {high}"


@pytest.mark.slow
@pytest.mark.parametrize("number", range(SCENARIOS))
def test_the_page_shows_the_numbers_that_the_command_prints(number: int, capsys: pytest.CaptureFixture[str]) -> None:
    scenario, line = asked(number)
    told = document(capsys, *line)
    notes = safety_notes(scenario)
    shown, lines = text_of(page(scenario)), told["text"][0 if told["advice"]["stop"] else len(notes) :]
    if told["advice"]["stop"]:
        assert [each for each in lines[1:] if each not in shown] == []
        return
    name, headline = headline_of(lines)
    assert f" {name}]" in shown
    assert headline in shown
    alike = [*notes, *(each for each in lines[2:] if not each.startswith(SAID_OTHERWISE))]
    assert [each for each in alike if each not in shown] == []
    numbers = set(NUMBER.findall(shown))
    assert [each for each in lines if not set(NUMBER.findall(each)) <= numbers] == []
