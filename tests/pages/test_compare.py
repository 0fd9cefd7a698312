"""The Compare page through app.py: pin, change, name, move, present, and the address that holds it."""

from __future__ import annotations

import dataclasses
import datetime as dt
from unittest import mock

import pytest
from streamlit.testing.v1 import AppTest

import legrun
from legrun.compare import LETTERS
from legrun.link import decode_pins, encode_pins, make_link
from legrun.scenario import CheckIn, Scenario
from legrun.scenario.presets import PRESETS
from tests.pages.test_every_page import all_text, opened, today
from tests.scenarios import MORNING

pytestmark = pytest.mark.slow

COMPARE = "pages/compare.py"
SORE = PRESETS[1].scenario(MORNING.date())
THREE = encode_pins([dataclasses.replace(SORE, sleep_h=hours) for hours in (5.0, 7.0, 9.0)])


def compare(**address: str) -> AppTest:
    """Return Compare, opened with an address."""
    return checked(opened(COMPARE, **address))


def checked(at: AppTest) -> AppTest:
    assert not at.exception, [e.value for e in at.exception]
    return at


def sentence(at: AppTest) -> str:
    return next(m.value for m in at.markdown if m.value.startswith("#"))


def address(at: AppTest) -> str:
    held = at.query_params.get("pins", "")
    return str(held[0] if isinstance(held, list) else held)


def columns(at: AppTest) -> list[str]:
    return [str(name) for name in at.table[0].value.columns]


def test_an_empty_page_says_what_to_do_and_shows_an_example() -> None:
    at = compare()
    assert "Nothing is pinned yet" in all_text(at)
    assert not at.get("vega_lite_chart")
    checked(at.button(key="sample_pins").click().run())
    assert len(columns(at)) == 3
    assert "brings a hard run forward" in sentence(at)
    # Today rounds what stands here to the point, and that is said.
    assert "other pages round it to fives" in all_text(at)


def test_what_today_shows_is_pinned_from_today_and_from_here() -> None:
    at = today()
    checked(at.slider(key="sore").set_value(2.0).run())
    checked(at.button(key="pin").click().run())
    checked(at.slider(key="sore").set_value(6.0).run())
    checked(at.button(key="pin").click().run())
    at.switch_page(COMPARE)
    checked(at.run())
    assert columns(at) == ["A · Soreness 2/10", "B · Soreness 6/10"]
    checked(at.button(key="pin_today").click().run())
    assert columns(at)[2] == "C · Same as B"


def test_a_situation_and_links_are_pinned_and_five_are_too_many() -> None:
    at = compare()
    checked(at.selectbox(key="pin_situation").select(PRESETS[0].name).run())
    checked(at.text_input(key="pin_pasted").set_value(f"https://x.example/legrun/?{make_link(SORE).query}").run())
    assert [name.split(" · ")[1] for name in columns(at)] == [PRESETS[0].name, PRESETS[1].name]
    checked(at.text_input(key="pin_pasted").set_value(f"http://localhost:8501/compare?pins={THREE}").run())
    assert len(columns(at)) == 4
    assert "the most that one chart can show" in all_text(at)
    assert at.button(key="pin_today").disabled
    assert at.button(key="copy").disabled


@pytest.mark.parametrize("junk", ["hello", "https://example.org/?a=b", "?pins=", "[x](y)"])
def test_a_pasted_text_that_is_no_link_gets_a_sentence(junk: str) -> None:
    at = compare()
    checked(at.text_input(key="pin_pasted").set_value(junk).run())
    assert any("not a link of legrun" in info.value for info in at.info)
    checked(at.text_input(key="pin_pasted").set_value(f"/?{make_link(SORE).query}").run())
    assert not any("not a link" in info.value for info in at.info)


def test_a_slider_changes_its_own_pin_and_the_address() -> None:
    at = compare()
    checked(at.selectbox(key="pin_situation").select(PRESETS[1].name).run())
    checked(at.button(key="copy").click().run())
    number = at.session_state["_pins"][1].number
    checked(at.slider(key=f"turn_usual_sleep_h_{number}").set_value(5.0).run())
    one, other = decode_pins(address(at), now=MORNING).scenarios
    assert (one.athlete.usual_sleep_h, other.athlete.usual_sleep_h) == (7.5, 5.0)
    assert sentence(at).startswith("#### Nights ahead 5 h instead of 7.5 h puts a hard run off")
    checked(at.slider(key=f"turn_run_minutes_{number}").set_value(60.0).run())
    checked(at.slider(key=f"turn_run_rpe_{number}").set_value(8.0).run())
    assert "run" in " ".join(columns(at))
    checked(at.slider(key=f"turn_run_minutes_{number}").set_value(0.0).run())
    checked(at.slider(key=f"turn_soreness_{number}").set_value(1.0).run())
    checked(at.toggle(key=f"turn_rated_{number}").set_value(False).run())
    assert not decode_pins(address(at), now=MORNING).scenarios[1].check_ins


def test_a_slider_works_out_its_own_pin_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    at = compare(pins=THREE)
    answers = mock.Mock(side_effect=legrun.answer)
    monkeypatch.setattr("legrun.answer", answers)
    before = at.table[0].value
    at.slider(key="turn_sleep_h_3").set_value(4.0).run()
    assert [call.args[0].sleep_h for call in answers.call_args_list] == [4.0]
    after = at.table[0].value
    assert before.iloc[:, :2].equals(after.iloc[:, :2])
    assert before.iloc[:, 2].tolist() != after.iloc[:, 2].tolist()


def test_pins_are_named_moved_and_removed_and_no_name_is_in_the_address() -> None:
    at = compare(pins=THREE)
    first = at.session_state["_pins"][0].number
    checked(at.radio(key="change_3").set_value(0).run())
    checked(at.text_input(key=f"pin_name_{first}").set_value("Anna **early** :red[x]").run())
    assert columns(at)[0] == r"A · Anna \*\*early\*\* \:red\[x\]"
    assert at.radio(key="change_3").options == ["A", "B", "C"], "what changes with a name is no name of a choice"
    assert "Anna" not in address(at)
    checked(at.radio(key="change_3").set_value(1).run())
    checked(at.button(key="move_up").click().run())
    assert "Anna" in columns(at)[1]
    assert "sleep.7" in address(at).split("~~")[0]
    assert at.radio(key="change_3").value == 0, "the pin that moved is still the one that is changed"
    checked(at.button(key="remove").click().run())
    checked(at.button(key="remove").click().run())
    assert len(columns(at)) == 1
    assert "Pin a second scenario" in sentence(at)


def test_two_options_of_a_client_are_compared_without_their_name() -> None:
    at = checked(today().switch_page("pages/clients.py").run())
    checked(at.button(key="sample_roster_sample.csv").click().run())
    name = checked(at.selectbox(key="roster_open").set_value(0).run()).selectbox(key="roster_open").options[0]
    checked(at.button(key="pin").click().run())
    at.switch_page(COMPARE)
    checked(at.run())
    checked(at.button(key="copy").click().run())
    number = at.session_state["_pins"][1].number
    checked(at.slider(key=f"turn_run_minutes_{number}").set_value(90.0).run())
    assert "adding further sessions “run" in sentence(at).lower()
    everything = " ".join([address(at), *columns(at), *(m.value for m in at.markdown)])
    assert name.split()[0] not in everything


def test_removing_the_last_pin_empties_page_and_address() -> None:
    at = compare()
    checked(at.selectbox(key="pin_situation").select(PRESETS[1].name).run())
    assert address(at)
    checked(at.button(key="remove").click().run())
    assert "Nothing is pinned yet" in all_text(at)
    assert not address(at)


def test_an_address_brings_the_pins_and_an_older_one_takes_them_back() -> None:
    at = compare(pins=THREE)
    assert address(at) == THREE
    assert len(columns(at)) == 3
    two = THREE.rsplit("~~", 1)[0]
    at.query_params["pins"] = two  # what the Back button does
    checked(at.run())
    assert len(columns(at)) == 2
    assert address(at) == two


def test_junk_in_the_address_is_named_and_the_rest_shown() -> None:
    at = compare(pins="effort.9~~sleep.99~~colour.red")
    assert len(columns(at)) == 3
    (box,) = at.info
    assert box.value.split("  \n") == [
        "Ignored in the address: pin 2: sleep is 99; it must be a number from 3 to 10.",
        "Ignored in the address: pin 3: colour is not an input.",
    ]


def test_presenting_hides_every_control_but_its_switch() -> None:
    at = compare(pins=THREE, present="true")
    assert sentence(at).startswith("### ")
    assert not at.slider
    assert [button.key for button in at.button] == ["leave_present"]
    assert not at.text_input
    assert not at.selectbox
    assert not at.toggle
    assert len(at.get("vega_lite_chart")) == 1
    spec = at.get("vega_lite_chart")[0].proto.spec
    assert '"labelFontSize": 18' in spec or '"labelFontSize":18' in spec
    checked(at.button(key="leave_present").click().run())
    assert at.slider


def test_a_presentation_tells_a_client_the_facts_that_differ_by_more_than_a_range() -> None:
    nights = [dataclasses.replace(SORE, athlete=dataclasses.replace(SORE.athlete, usual_sleep_h=h)) for h in (5.0, 8.0)]
    said = all_text(compare(pins=encode_pins(nights), present="true"))
    assert "Hard run from: " in said
    assert "Recovery tomorrow morning: " in said
    assert "Recovery now: " not in said


@pytest.mark.parametrize("ahead_h", [0, 11])
def test_windows_that_todays_card_counts_from_the_run_are_said_to_count_from_now(ahead_h: int) -> None:
    assert SORE.planned is not None
    run = dataclasses.replace(SORE.planned, start=SORE.now + dt.timedelta(hours=ahead_h))
    said = all_text(compare(pins=encode_pins([dataclasses.replace(SORE, planned=run)])))
    assert ("count from now; Today counts from the planned run" in said) is bool(ahead_h)


def test_four_are_told_apart_by_letter_colour_and_dashes() -> None:
    from legrun.charts.overlay import LINE_COLORS, LINE_DASHES

    assert len(set(LINE_COLORS)) == len({tuple(dash) for dash in LINE_DASHES}) == len(LETTERS)


def test_it_is_said_where_nights_alone_change_what_is_lost_now() -> None:
    """The usual night stands for past ones that nobody told, so strength lost now differs with the nights ahead."""
    said = "past nights that were not entered"
    at = compare()
    at.button(key="sample_pins").click().run()
    assert said in all_text(checked(at))
    assert said not in all_text(compare(pins=THREE))


def test_a_rating_of_earlier_today_is_not_called_unrated() -> None:
    """A client's check-in stands an hour before the moment that the page answers for."""
    rated = dataclasses.replace(SORE, check_ins=[CheckIn(SORE.now - dt.timedelta(minutes=58), 4.5)])
    at = compare(pins=encode_pins([rated]))
    soreness = next(each for each in at.slider if each.label == "Soreness now")
    assert (soreness.value, soreness.proto.format) == (4.5, "4.5 at 06:02")
    assert "The rating of 06:02, 4.5 of 10, counts" in all_text(at)
    soreness.set_value(6.0).run()
    assert "counts whatever" not in all_text(checked(at))
    assert "not rated" in [each.proto.format for each in compare(pins=encode_pins([unrated()])).slider]


def unrated() -> Scenario:
    return dataclasses.replace(SORE, check_ins=[])


def test_what_feels_wrong_is_not_pinned_over() -> None:
    at = today()
    at.session_state["feels_wrong"] = True
    checked(at.run())
    checked(at.checkbox(key="flag_heart").check().run())
    at.switch_page(COMPARE)
    checked(at.run())
    checked(at.button(key="pin_today").click().run())
    assert "Nothing is pinned yet" in all_text(at)
    assert any("warning sign" in toast.value for toast in at.toast)


def test_the_title_stays_once_scenarios_are_pinned() -> None:
    assert [header.value for header in compare(pins=THREE).header] == ["Compare"]
    assert not compare(pins=THREE, present="true").header


def test_names_that_were_given_are_shown_to_others_only_where_asked() -> None:
    at = compare(pins=THREE)
    box = next(each for each in at.text_input if each.label.startswith("Name of"))
    checked(box.set_value("Anna").run())
    assert any("Anna" in title for title in columns(at))
    checked(at.button(key="begin_present").click().run())
    assert not any("Anna" in each.value for each in at.markdown)
    checked(at.toggle(key="present_names").set_value(True).run())
    assert any("Anna" in each.value for each in at.markdown)
    checked(at.button(key="leave_present").click().run())
    assert "present" not in at.query_params
    assert any("Anna" in title for title in columns(at))
