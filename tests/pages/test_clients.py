"""The Clients page through the app: the sample, check-ins in the table, one client, files that are wrong."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from legrun.roster import STATES, read_roster
from tests.pages.test_every_page import all_text, today

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[2] / "sample_data" / "roster_sample.csv"


def clients(*, sample: bool = True) -> AppTest:
    at = today().switch_page("pages/clients.py").run()
    if sample:
        at.button(key="sample_roster_sample.csv").click().run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def table(at: AppTest) -> dict[str, dict[str, Any]]:
    """Return the table by client."""
    frame = at.data_editor[0].value
    return {str(name): dict(row) for name, row in frame.set_index("Client", drop=False).iterrows()}


def enter(at: AppTest, name: str, **cells: object) -> AppTest:
    """Edit cells of a client's row, as the table reports it."""
    editor = at.data_editor[0]
    assert editor.key
    place = list(editor.value["Client"]).index(name)
    named = {"soreness": "Soreness", "sleep": "Sleep, h", "wrong": "Feels wrong", "seen": "Seen"}
    edits = at.session_state[editor.key]["edited_rows"] if editor.key in at.session_state else {}
    changed = {**edits.get(place, {}), **{named[key]: cell for key, cell in cells.items()}}
    at.session_state[editor.key] = {"edited_rows": {**edits, place: changed}, "added_rows": [], "deleted_rows": []}
    at.run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def test_without_a_roster_the_page_says_what_to_do() -> None:
    at = clients(sample=False)
    assert "No roster yet" in all_text(at)
    assert "never part of a link" in all_text(at)


def test_the_sample_is_one_tap_away_and_those_who_need_a_look_come_first() -> None:
    at = clients()
    shown = table(at)
    assert next(iter(shown)) == "Emma Lindqvist"
    assert shown["Emma Lindqvist"]["Plan today"][0] == STATES["stop"]
    assert {STATES["fits"], STATES["move"], STATES["shorten"], STATES["no check-in"]} <= {
        row["Plan today"][0] for row in shown.values()
    }
    assert [pd.isna(row["Recovery"]) for row in shown.values()] == [
        row["Plan today"][0] in (STATES["stop"], STATES["no check-in"]) for row in shown.values()
    ]
    assert all(len(row["Week ahead"]) == 29 for name, row in shown.items() if name != "Emma Lindqvist")


def test_a_check_in_typed_into_the_table_changes_its_row_and_no_other() -> None:
    at = clients()
    before = table(at)
    enter(at, "Dilan Kaya", soreness=8.0, sleep=7.0)
    after = table(at)
    assert list(before) == list(after)
    assert before["Dilan Kaya"]["Plan today"] == [STATES["no check-in"]]
    assert after["Dilan Kaya"]["Plan today"] == [STATES["move"]]
    assert after["Dilan Kaya"]["Soreness"] == 8.0
    assert all(str(before[name]) == str(after[name]) for name in before if name != "Dilan Kaya")
    enter(at, "Ben Okafor", wrong="Chest pain, fainting")
    assert table(at)["Ben Okafor"]["Plan today"] == [STATES["stop"]]
    assert table(at)["Dilan Kaya"]["Soreness"] == 8.0


def test_the_day_downloads_with_what_was_entered() -> None:
    at = enter(clients(), "Dilan Kaya", soreness=3.0)
    visit = at.session_state["_roster"]
    again = read_roster(visit.csv())
    dilan = again.clients.index("Dilan Kaya")
    assert again.log(dilan).check_ins[-1].soreness == 3.0


def test_seen_clients_leave_the_filter_but_not_the_table_at_once() -> None:
    at = clients()
    at.segmented_control(key="roster_filter").set_value("look").run()
    assert "Inês Costa" not in table(at)
    assert "Hugo Silva" in table(at)
    enter(at, "Hugo Silva", seen=True)
    assert "Hugo Silva" in table(at)
    at.button(key="roster_sort").click().run()
    assert "Hugo Silva" not in table(at)
    at.segmented_control(key="roster_filter").set_value("all").run()
    assert table(at)["Hugo Silva"]["Seen"]


def test_search_finds_and_says_so_when_it_does_not() -> None:
    at = clients()
    at.text_input(key="roster_search").set_value("costa").run()
    assert list(table(at)) == ["Inês Costa"]
    at.text_input(key="roster_search").set_value("nobody").run()
    assert not at.exception
    assert "Nobody here" in all_text(at)


@pytest.mark.parametrize("number", range(12))
def test_every_client_opens(number: int) -> None:
    at = clients()
    at.selectbox(key="roster_open").set_value(number).run()
    assert not at.exception
    stopped = bool(at.error)
    assert bool(at.get("vega_lite_chart")) is not stopped
    assert at.code[0].value.startswith("Hi ")


def test_a_client_without_a_check_in_opens_as_a_guess() -> None:
    at = clients()
    opened = {str(option): place for place, option in enumerate(at.selectbox(key="roster_open").options)}
    at.selectbox(key="roster_open").select_index(opened["Dilan Kaya"]).run()
    text = all_text(at)
    assert "No check-in today" in text
    assert "Estimate: " in text
    assert "Rate your legs to see whether your run" in text
    at.selectbox(key="roster_open").select_index(opened["Ben Okafor"]).run()
    assert "Estimate: " not in all_text(at)


def test_a_client_opens_on_today_without_their_name() -> None:
    at = clients()
    at.selectbox(key="roster_open").set_value(0).run()
    at.button(key="roster_today").click().run()
    at.switch_page("app.py").run()
    assert not at.exception
    assert "Based on **a client's log**" in all_text(at)
    shared = at.button(key="share").click().run().code[0].value
    assert "Ana" not in shared


def test_a_name_is_only_text() -> None:
    at = clients(sample=False)
    rows = 'record,athlete,start,soreness\ncheck_in,"**<script>** [x](http://x.y)",2026-03-04T06:00,3\n'
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    at.selectbox(key="roster_open").set_value(0).run()
    assert not at.exception
    heading = next(m.value for m in at.markdown if "script" in m.value)
    assert r"\<script>" in heading
    assert r"\[x\](http\:" in heading


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.csv", b""), ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00"), ("a.csv", b"athlete,b\n1,2\n")],
)
def test_a_wrong_file_gives_one_clear_message_and_the_sample_is_still_there(name: str, data: bytes) -> None:
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload(name, data, "text/csv").run()
    assert not at.exception
    assert len(at.error) == 1
    assert at.button(key="sample_roster_sample.csv")
    assert "not medical advice" in all_text(at)


@pytest.mark.parametrize("look", ["Handout", "Trend", "Own response"])
def test_each_closer_look_at_a_client_is_made_when_asked_for(look: str) -> None:
    at = clients()
    at.selectbox(key="roster_open").set_value(1).run()
    before = len(at.get("vega_lite_chart")) + len(at.text_input)
    at.radio(key="roster_more").set_value(look).run()
    assert not at.exception
    assert len(at.get("vega_lite_chart")) + len(at.text_input) > before


def test_what_was_entered_one_morning_is_not_of_another() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness=8.0, sleep=4.0)
    visit = at.session_state["_roster"]
    day, dilan = visit.now.date(), visit.roster.clients.index("Dilan Kaya")
    assert visit.entered[day][dilan].soreness == 8.0
    next(each for each in at.date_input if each.label == "Show this day").set_value(day - dt.timedelta(days=1)).run()
    assert not at.exception
    assert visit.now.date() < day
    assert not visit.edited


def test_another_roster_takes_nothing_over_from_the_last() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness=8.0)
    at.selectbox(key="roster_open").set_value(0).run()
    other = re.sub(r"(?m)^(\w+,)(?!athlete)([^,\n]+)", r"\1X \2", SAMPLE.read_text(encoding="utf-8"))
    at.file_uploader(key="roster_upload").upload("other.csv", other.encode(), "text/csv").run()
    at.run()
    assert not at.exception
    assert all(name.startswith("X ") for name in at.session_state["_roster"].roster.clients if name)
    assert not at.session_state["_roster"].edited
    assert at.selectbox(key="roster_open").value is None
