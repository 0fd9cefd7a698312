"""What stands below Today's card: options, the grid, levers and chances, for every situation of the menu."""

import datetime as dt
import re

import pytest
from streamlit.testing.v1 import AppTest

import legrun
from legrun.scenario.names import VERDICT_NAMES
from legrun.scenario.presets import PRESETS, Preset
from legrun.wording.unrated import guess_name, is_estimate
from legrun.wording.verdict import verdict_sentence
from tests.pages.test_every_page import all_text, headline, today


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_each_situation_of_the_menu_fills_every_input_and_the_options_agree_with_the_numbers_shown(
    preset: Preset,
) -> None:
    at = today()
    at.selectbox(key="situation").set_value(preset.name).run()
    assert not at.exception
    advice = legrun.advise(preset.scenario(dt.date(2026, 3, 4)))
    scenario = preset.scenario(dt.date(2026, 3, 4))
    name = VERDICT_NAMES[advice.verdict]
    assert (guess_name(advice.verdict) if is_estimate(scenario) else name) in headline(at)
    assert verdict_sentence(advice, advice.at) in all_text(at)
    assert at.toggle(key="rated").value is (preset.sore is not None)
    expect_options_to_agree(at)
    at.button(key="let_go").click().run()
    assert not at.exception


def test_options_of_another_day_take_for_granted_that_the_trouble_is_over() -> None:
    at = today(sore="2", rated="true", when="Tomorrow evening")
    at.toggle(key="flag_too_sore_to_walk").set_value(True).run()
    assert "| if today's trouble is over |" in all_text(at)
    assert "Only if what holds you back today is over by then" in all_text(at)


def expect_options_to_agree(at: AppTest) -> None:
    """Expect the differences of the options to be those of the numbers shown, and one of them marked."""
    drawn = next(each.value for each in at.markdown if each.value.startswith("| Option |"))
    header, _, *rows = [line.strip("| ").split(" | ") for line in drawn.splitlines()]
    table = [dict(zip(header, row, strict=True)) for row in rows]
    recovery = [int(re.match(r"\*\*(\d+)", row["Recovery"])[1]) for row in table]  # type: ignore[index]
    for row, shown in zip(table[1:], recovery[1:], strict=True):
        assert int(row["Against rest"].replace("−", "-").replace("same", "0")) == shown - recovery[0]
    marked = [row for row in table if ":material/star:" in row["Option"]]
    estimated = not at.toggle(key="rated").value and "at effort" in marked[0]["Option"]
    assert [row["Within the limits"] for row in marked] == ["likely" if estimated else "yes"]


@pytest.mark.slow
@pytest.mark.parametrize("preset", [PRESETS[1], PRESETS[3], PRESETS[6], PRESETS[8]], ids=lambda p: p.name)
def test_each_closer_look_answers(preset: Preset) -> None:
    at = today()
    at.selectbox(key="situation").set_value(preset.name).run()
    charts = len(at.get("vega_lite_chart"))
    seen = {"What would help": "Each effect compares", "For this run": "**"}
    looks = at.radio(key="look").options
    assert len(looks) == 5
    for look in looks:
        at.radio(key="look").set_value(look).run()
        assert not at.exception
        assert ("| Option |" in all_text(at)) == (look == "Options")
        asked = look in ("How long, how hard", "Chances by day")
        assert (len(at.get("vega_lite_chart")) > charts) == (asked and not preset.flags)
        assert ("Nobody knows when" in all_text(at)) == (asked and bool(preset.flags))
        assert seen.get(look, "") in all_text(at)


@pytest.mark.slow
def test_the_reverse_question_is_asked_of_a_session_to_be_ready_for() -> None:
    at = today(sore="4", rated="true")
    at.radio(key="look").set_value("How long, how hard").run()
    at.selectbox(key="goal").set_value("A long run").run()
    at.selectbox(key="goal_day").set_value("Saturday").run()
    assert not at.exception
    assert "Saturday's long run" in all_text(at)


@pytest.mark.parametrize(("sore", "said"), [("4", True), ("10", False)])
def test_nobody_is_shown_what_leaves_them_ready_for_rest(sore: str, *, said: bool) -> None:
    at = today(sore=sore, rated="true")
    at.radio(key="look").set_value("How long, how hard").run()
    (caption,) = (each.value for each in at.caption if "Diamond: your planned run." in each.value)
    assert ("Dot: leaves you ready for" in caption) is said
