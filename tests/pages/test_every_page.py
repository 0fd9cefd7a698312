"""Every page through app.py, and Today's controls."""

import dataclasses
import datetime as dt
import gc
from pathlib import Path
from unittest import mock

import pytest
from streamlit.testing.v1 import AppTest

import legrun
from legrun import link
from legrun.scenario.presets import PRESETS, Preset
from legrun.wording.verdict import verdict_sentence

ROOT = Path(__file__).parents[2]
PAGE_FILES = sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("pages/[!_]*.py"))
NOW = "2026-03-04T07"


def at_address(**address: str) -> AppTest:
    """Return the app with an address, not yet run."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for key, value in {"now": NOW, **address}.items():
        at.query_params[key] = value
    return at


def today(**address: str) -> AppTest:
    """Return Today, opened with an address."""
    return at_address(**address).run()


def opened(page: str, **address: str) -> AppTest:
    """Return another page, opened with an address."""
    return at_address(**address).switch_page(page).run()


def headline(at: AppTest) -> str:
    """Return the headline of the verdict card; empty when there is no card."""
    assert not at.exception, [e.value for e in at.exception]
    return next((m.value.splitlines()[0] for m in at.markdown if m.value.startswith("## :")), "")


def all_text(at: AppTest) -> str:
    return " ".join(m.value for kind in (at.markdown, at.caption, at.info, at.subheader, at.text) for m in kind)


@pytest.mark.parametrize("page", PAGE_FILES)
def test_every_page_loads_through_the_app(page: str) -> None:
    at = today().switch_page(page).run()
    assert not at.exception


def test_first_visit_makes_sense_with_nothing_entered() -> None:
    at = today()
    assert "Easy run" in all_text(at)
    assert not at.error


def test_every_page_is_in_the_menu_those_of_a_runner_first() -> None:
    from pages._ui.shared.shell import PAGES as MENU

    assert [p.title for p in MENU] == ["Today", "Week", "Compare", "Log", "Clients", "Evidence"]
    assert MENU[0].path == "app.py"
    assert sorted(p.path for p in MENU[1:]) == PAGE_FILES


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [("sore", 9.0, "Rest"), ("effort", 0.0, "hard run"), ("sleep", 3.0, "takes")],
)
def test_each_slider_moves_the_answer(key: str, value: float, expected: str) -> None:
    at = today()
    before = all_text(at)
    at.slider(key=key).set_value(value).run()
    assert not at.exception
    assert all_text(at) != before
    if expected != "takes":
        assert expected in headline(at)


def test_moving_the_soreness_slider_makes_a_rating_and_it_can_be_taken_back() -> None:
    at = today()
    unrated = all_text(at)
    at.slider(key="sore").set_value(2.0).run()
    assert at.toggle(key="rated").value is True
    assert "soreness 2/10" in all_text(at)
    at.toggle(key="rated").set_value(False).run()
    assert all_text(at) == unrated


@pytest.mark.slow
def test_same_inputs_send_the_identical_chart() -> None:
    def charts() -> list[bytes]:
        at = today(sore="3", rated="true")
        return [d.data.data for c in at.get("vega_lite_chart") for d in c.proto.datasets]

    assert charts() == charts()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "note"),
    [
        ({"sore": "99", "rated": "true"}, "sore is 99; it must be a number from 0 to 10"),
        ({"effort": "nan"}, "effort is nan"),
        ({"day": "Someday"}, "day is Someday; it must be one of"),
        ({"colour": "red"}, "colour is not an input"),
        ({"now": "soon"}, "now is soon"),
        ({"effort": "nan", "colour": "red"}, "effort is nan"),
    ],
)
def test_junk_in_the_address_is_ignored_with_one_line(address: dict[str, str], note: str) -> None:
    at = today(**address)
    assert not at.exception
    (box,) = at.info
    assert note in box.value
    assert len(box.value.splitlines()) == len(address) - ("rated" in address)
    assert headline(at)
    if "sore" in address:
        assert at.slider(key="sore").value == 4.0, "its default"


@pytest.mark.slow
def test_the_address_fills_the_sliders() -> None:
    at = today(sore="7", rated="true", effort="9", sleep="6")
    assert [at.slider(key=key).value for key in ("sore", "effort", "sleep")] == [7.0, 9.0, 6.0]
    assert at.toggle(key="rated").label == "Hard to sit down"
    assert not at.info
    assert "Walk" in headline(at)


@pytest.mark.slow
def test_other_day_asks_for_a_date() -> None:
    at = today()
    at.radio(key="day").set_value("Other").run()
    assert not at.exception
    assert at.date_input(key="legdate").value == dt.date(2026, 2, 28)


@pytest.mark.slow
def test_the_run_in_mind_moves_the_verdict_to_its_start() -> None:
    at = today()
    at.selectbox(key="when").set_value("Tomorrow evening").run()
    assert "Thu\u00a018:00" in headline(at)


@pytest.mark.slow
def test_the_table_holds_the_chart() -> None:
    at = today()
    at.toggle(key="week_table").set_value(True).run()
    table = at.dataframe[0].value
    assert table.shape[0] == 57
    assert "Soreness (0-10)" in table.columns


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["hevy_sample.csv", "strong_sample.csv"])
def test_a_sample_log_becomes_todays_starting_point(sample: str) -> None:
    at = today().switch_page("pages/log.py").run()
    at.button(key=f"sample_{sample}").click().run()
    assert not at.exception
    assert "leg days" in all_text(at)
    at.button(key="use_log").click().run()
    at.switch_page("app.py").run()
    assert not at.exception
    assert "Based on **your log**" in all_text(at)
    at.button(key="let_go").click().run()
    assert "Based on" not in all_text(at)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "data"), [("empty.csv", b""), ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00"), ("other.csv", b"a,b\n")]
)
def test_a_wrong_file_gives_one_clear_message(name: str, data: bytes) -> None:
    at = today().switch_page("pages/log.py").run()
    at.file_uploader[0].upload(name, data, "text/csv").run()
    assert not at.exception
    assert len(at.error) == 1
    assert "not medical advice" in all_text(at)  # the page goes on to its end
    at.switch_page("app.py").run()
    assert not at.exception
    assert headline(at)


@pytest.mark.slow
@pytest.mark.parametrize("flag", ["rhabdo", "heart", "injury"])
def test_a_red_flag_replaces_the_page_with_what_to_do(flag: str) -> None:
    from legrun.decision.safety import STOP

    at = today()
    at.session_state["feels_wrong"] = True
    at.run().checkbox(key=f"flag_{flag}").check().run()
    assert not at.exception
    assert [STOP[flag][1] in e.value for e in at.error] == [True]
    assert not headline(at)
    assert not at.get("vega_lite_chart")
    assert not at.get("download_button")
    at.button(key="forget_flags").click().run()
    assert headline(at)
    assert not at.error


@pytest.mark.slow
def test_too_sore_to_walk_is_one_tap() -> None:
    at = today()
    at.toggle(key="flag_too_sore_to_walk").set_value(True).run()
    assert "Rest" in headline(at)
    assert "too sore to walk normally" in all_text(at)


@pytest.mark.slow
@pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)
def test_the_link_of_a_situation_opens_to_the_same_verdict(preset: Preset) -> None:
    changed = dataclasses.replace(preset.scenario(dt.date(2026, 3, 4)), flags=frozenset())
    at = today(**link.encode(changed))
    assert not at.exception
    assert not at.info
    assert verdict_sentence(legrun.answer(changed).for_plan, changed.now) in all_text(at)


@pytest.mark.slow
def test_the_shared_link_holds_what_the_page_shows() -> None:
    at = today(sore="3", rated="true")
    assert not at.code
    shared = at.button(key="share").click().run().code[0].value
    assert len(at.get("download_button")) == 3
    assert "sore=3&rated=true" in shared
    assert "v=1&now=2026-03-04T07" in shared


@pytest.mark.slow
def test_what_a_link_leaves_out_by_intent_is_said() -> None:
    at = today(sore="3", rated="true")
    assert not any("Not in the link" in each.value for each in at.button(key="share").click().run().caption)
    at.session_state["overall_fatigue"], at.session_state["flag_too_sore_to_walk"] = "4 tired", True
    at.run()
    said = [each.value for each in at.button(key="share").click().run().caption if "Not in the link" in each.value]
    assert said == [":material/link_off: Not in the link: what you ticked as wrong and your overall fatigue."]


@pytest.mark.slow
def test_a_situation_keeps_the_runners_race() -> None:
    at = today(race="10 km", racemin="50", hrmax="190")
    at.selectbox(key="situation").select(PRESETS[1].name).run()
    assert "5:50 per km" in all_text(at)
    assert at.number_input(key="hrmax").value == 190


@pytest.mark.slow
def test_the_type_and_the_terrain_of_the_run_reach_the_scenario() -> None:
    at = today(style="Tempo run", terrain="Steep", runmin="40", age="40", race="10 km", racemin="50")
    assert not at.info
    assert "Effort 4 tends to be a heart rate up to 145 (130 to 160, from your age) and 5:50 per km" in all_text(at)
    shared = at.button(key="share").click().run().code[0].value
    assert "style=Tempo+run&terrain=Steep" in shared
    assert "race=10+km" in shared


@pytest.mark.slow
def test_an_old_link_offers_to_move_to_now() -> None:
    at = today()
    assert "This is for Wed 4 Mar 2026" in all_text(at)
    at.button(key="move_to_now").click().run()
    assert not at.exception
    assert "This is for" not in all_text(at)


@pytest.mark.slow
@pytest.mark.parametrize(("nights", "day"), [(1, "2 days ago"), (3, "Other"), (40, "Yesterday")])
def test_the_next_morning_a_links_leg_day_stays_on_its_date(nights: int, day: str) -> None:
    now = dt.datetime.now() + dt.timedelta(
        minutes=30
    )  # the page rounds to the hour, and late in the evening to tomorrow
    made = now - dt.timedelta(days=nights)
    at = today(now=f"{made:%Y-%m-%dT07}", day="Yesterday", sore="6", rated="true")
    at.button(key="move_to_now").click().run()
    assert not at.exception
    assert at.radio(key="day").value == day
    assert "now" not in at.query_params
    assert at.toggle(key="rated").value is (nights == 40)
    if day == "Other":
        assert at.date_input(key="legdate").value == made.date() - dt.timedelta(days=1)


@pytest.mark.slow
def test_slider_after_a_situation_still_answers() -> None:
    at = today()
    at.selectbox(key="situation").set_value("Lifts twice a week").run()
    before = all_text(at)
    at.slider(key="effort").set_value(9.5).run()
    assert not at.exception
    assert all_text(at) != before
    at.slider(key="sore").set_value(10.0).run()
    assert "Rest" in headline(at)


@pytest.mark.slow
def test_habits_and_age_change_the_answer() -> None:
    at = today(effort="9")
    before = all_text(at)
    at.multiselect(key="habits_used").set_value(["massage", "cold"]).run()
    eased = all_text(at)
    assert eased != before
    at.number_input(key="alcohol").set_value(1.5).run()
    assert not at.exception
    assert all_text(at) != eased


@pytest.mark.slow
def test_memory_is_looked_through_once_in_a_visit(monkeypatch: pytest.MonkeyPatch) -> None:
    collect, rarely = mock.Mock(wraps=gc.collect), mock.Mock(wraps=gc.set_threshold)
    monkeypatch.setattr(gc, "collect", collect)
    monkeypatch.setattr(gc, "set_threshold", rarely)
    at = today()
    assert collect.call_count == 1, "what ended visits left behind goes when another begins"
    at.slider(key="sore").set_value(6.0).run()
    at.switch_page("pages/week.py").run()
    assert collect.call_count == 1, "a slider waits for no look through all of memory"
    assert rarely.call_args.args[0] >= 10_000, "nor does a large form, row after row"
