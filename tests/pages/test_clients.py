"""The Clients page through the app: the sample, check-ins in the table, one client, files that are wrong."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
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
    frame = next(each.value for each in at.dataframe if "Plan today" in each.value)
    return {str(name): dict(row) for name, row in frame.set_index("Client", drop=False).iterrows()}


def enter(at: AppTest, name: str, **cells: str) -> AppTest:
    """Type into the cells of a client's row of the form, and take them over."""
    editor = at.data_editor[0]
    assert editor.key
    place = list(editor.value["Client"]).index(name)
    named = {
        "soreness": "Soreness", "sleep": "Sleep", "wrong": "Feels wrong", "yesterday": "Yesterday", "plan": "Plan today",
        "note": "Note",
    }  # fmt: skip
    changed = {named[key]: cell for key, cell in cells.items()}
    at.session_state[editor.key] = {"edited_rows": {place: changed}, "added_rows": [], "deleted_rows": []}
    submit = next(button for button in at.button if button.label == "Take over")
    submit.click().run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def select(at: AppTest, *, rows: Sequence[int] = (), cell: tuple[int, str] | None = None) -> AppTest:
    """Tick rows of the table, or click a cell."""
    key = f"roster_table_{at.session_state['_roster'].generation}"
    at.session_state[key] = {"selection": {"rows": list(rows), "columns": [], "cells": [cell] if cell else []}}
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


def test_a_check_in_typed_into_the_form_changes_its_row_and_no_other() -> None:
    at = clients()
    before = table(at)
    enter(at, "Dilan Kaya", soreness="8", sleep="7h")
    after = table(at)
    assert before["Dilan Kaya"]["Plan today"] == [STATES["no check-in"]]
    assert after["Dilan Kaya"]["Plan today"] == [STATES["shorten"]]
    assert (after["Dilan Kaya"]["Soreness"], after["Dilan Kaya"]["Sleep, h"]) == ("8", 7.0)
    assert all(str(before[name]) == str(after[name]) for name in before if name != "Dilan Kaya")
    enter(at, "Ben Okafor", wrong="Chest pain, fainting")
    assert table(at)["Ben Okafor"]["Plan today"] == [STATES["stop"]]
    assert table(at)["Dilan Kaya"]["Soreness"] == "8"
    at.button(key="roster_undo").click().run()
    assert table(at)["Ben Okafor"]["Plan today"] == [STATES["fits"]]
    assert table(at)["Dilan Kaya"]["Soreness"] == "8"
    at.button(key="roster_undo").click().run()
    assert table(at)["Dilan Kaya"]["Plan today"] == [STATES["no check-in"]]


@pytest.mark.parametrize(
    ("text", "shown"), [("6,5", "6.5"), ("7/10", "7"), ("-3", "-3 ?"), ("?", "? ?"), ("abc", "abc ?")]
)
def test_a_cell_stays_what_was_typed(text: str, shown: str) -> None:
    at = enter(clients(), "Ben Okafor", soreness=text)
    row = table(at)["Ben Okafor"]
    assert row["Soreness"] == shown
    if shown.endswith("?"):
        assert row["Plan today"] == [STATES["ask"]]
        assert "not understood" in all_text(at)
        cells = at.data_editor[0].value.set_index("Client")
        assert cells.loc["Ben Okafor", "Soreness"] == text


def test_the_day_downloads_with_what_was_entered() -> None:
    at = enter(clients(), "Dilan Kaya", soreness="3", note="asked twice")
    visit = at.session_state["_roster"]
    again = read_roster(visit.csv())
    dilan = again.clients.index("Dilan Kaya")
    assert again.log(dilan).check_ins[-1].soreness == 3.0
    assert again.note(dilan) == "asked twice"


def test_yesterdays_plan_is_asked_for_and_what_is_said_holds() -> None:
    rows = "\n".join(
        [
            "record,athlete,kind,start,minutes,rpe,style,soreness",
            *(f"session,Ana,run,2026-03-{day:02d}T18:00,60,4,easy," for day in range(1, 12, 2)),
            "plan,Ana,run,2026-03-15T18:00,45,8,intervals,",
            "check_in,Ana,,2026-03-16T06:30,,,,1",
        ]
    )
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    at.date_input(key="roster_day").set_value(dt.date(2026, 3, 16)).run()
    form = at.data_editor[0].value.set_index("Client")
    assert form.loc["Ana", "Planned yesterday"] == "18:00 intervals, 45 min, effort 8"
    held = table(at)["Ana"]["Allowed"]
    enter(at, "Ana", yesterday="no")
    assert table(at)["Ana"]["Allowed"] != held
    enter(at, "Ana", yesterday="yes")
    assert table(at)["Ana"]["Allowed"] == held
    assert ",yes" in at.session_state["_roster"].csv().decode()


def test_what_is_proposed_is_applied_to_those_ticked_and_taken_back() -> None:
    at = clients()
    names = list(table(at))
    hugo = names.index("Hugo Silva")
    before = table(at)
    select(at, rows=[hugo])
    at.button(key="roster_apply").click().run()
    after = table(at)
    assert after["Hugo Silva"]["Plan today"] == [STATES["fits"]]
    assert after["Hugo Silva"]["Planned"] != before["Hugo Silva"]["Planned"]
    assert after["Ana Ruiz"]["Planned"] == before["Ana Ruiz"]["Planned"]
    at.button(key="roster_undo").click().run()
    assert table(at)["Hugo Silva"]["Planned"] == before["Hugo Silva"]["Planned"]
    at.button(key="roster_apply").click().run()
    assert STATES["shorten"] not in [row["Plan today"][0] for row in table(at).values()]


def test_replies_are_pasted_and_messages_are_for_all_at_once() -> None:
    at = clients()
    at.text_area(key="roster_replies").set_value("Dilan 3 7h30\nNobody 4")
    next(button for button in at.button if button.label == "Take the replies over").click().run()
    assert not at.exception, [e.value for e in at.exception]
    assert (table(at)["Dilan Kaya"]["Soreness"], table(at)["Dilan Kaya"]["Sleep, h"]) == ("3", 7.5)
    assert "Nobody 4" in all_text(at)
    everyone = next(code.value for code in at.code if "Hi Dilan," in code.value)
    assert everyone.count("Hi ") == 12


def test_a_click_opens_a_client_and_next_goes_on() -> None:
    at = clients()
    names = list(table(at))
    select(at, cell=(2, "Why"))
    assert any(f"### {names[2]}" == m.value for m in at.markdown)
    at.button(key="roster_next").click().run()
    assert any(f"### {names[3]}" == m.value for m in at.markdown)
    at.button(key="roster_previous").click().run()
    assert any(f"### {names[2]}" == m.value for m in at.markdown)


def test_seen_clients_leave_the_filter_but_not_the_table_at_once() -> None:
    at = clients()
    at.segmented_control(key="roster_filter").set_value("look").run()
    assert "Inês Costa" not in table(at)
    select(at, rows=[list(table(at)).index("Hugo Silva")])
    at.button(key="roster_seen").click().run()
    assert "Hugo Silva" in table(at)
    at.button(key="roster_sort").click().run()
    assert "Hugo Silva" not in table(at)
    at.segmented_control(key="roster_filter").set_value("all").run()
    assert table(at)["Hugo Silva"]["Seen"]


def test_search_finds_and_says_so_when_it_does_not() -> None:
    at = clients()
    at.text_input(key="roster_search").set_value("ines").run()
    assert list(table(at)) == ["Inês Costa"]
    at.text_input(key="roster_search").set_value("nobody").run()
    assert not at.exception
    assert "No client matches" in all_text(at)


@pytest.mark.parametrize("number", range(12))
def test_every_client_opens(number: int) -> None:
    at = clients()
    at.selectbox(key="roster_open").set_value(number).run()
    assert not at.exception
    stopped = bool(at.error)
    assert bool(at.get("vega_lite_chart")) is not stopped
    assert at.code[-1].value.startswith("Hi ")


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
    [("empty.csv", b""), ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00"), ("web.csv", b"<html>hello</html>")],
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
    enter(at, "Dilan Kaya", soreness="8", sleep="4")
    visit = at.session_state["_roster"]
    day = visit.now.date()
    assert visit.entered[day]["dilan kaya"].soreness == 8.0
    at.date_input(key="roster_day").set_value(day - dt.timedelta(days=1)).run()
    assert not at.exception
    assert visit.now.date() < day
    assert not visit.edited


def test_the_page_comes_to_today() -> None:
    at = clients()
    visit = at.session_state["_roster"]
    assert "days ago" in all_text(at)
    at.button(key="roster_to_today").click().run()
    assert visit.now.date() == at.session_state["_clock"].date()
    assert "days ago" not in all_text(at)


def test_another_roster_takes_nothing_over_from_the_last() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness="8")
    at.selectbox(key="roster_open").set_value(0).run()
    other = re.sub(r"(?m)^(\w+,)(?!athlete)([^,\n]+)", r"\1X \2", SAMPLE.read_text(encoding="utf-8"))
    at.file_uploader(key="roster_upload").upload("other.csv", other.encode(), "text/csv").run()
    at.run()
    assert not at.exception
    assert all(name.startswith("X ") for name in at.session_state["_roster"].roster.clients if name)
    assert not at.session_state["_roster"].edited
    assert at.selectbox(key="roster_open").value is None


def test_what_was_entered_survives_the_same_roster_dropped_again() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness="8")
    day = at.session_state["_roster"].now.date()
    at.file_uploader(key="roster_upload").upload("again.csv", SAMPLE.read_bytes(), "text/csv").run()
    assert not at.exception
    assert at.session_state["_roster"].entered[day]["dilan kaya"].soreness == 8.0


def test_names_that_look_alike_are_asked_about() -> None:
    rows = (
        "record,athlete,kind,start,minutes,rpe,soreness\nsession,José Muñoz,legs,2026-03-03T18:00,60,8,\n"
        "check_in,Jose Munoz,,2026-03-04T06:00,,,3\ncheck_in,JOSÉ MUÑOZ,,2026-03-04T06:00,,,3\n"
    )
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    assert len(table(at)) == 2
    at.button(key="same_yes_Jose Munoz").click().run()
    assert not at.exception
    assert list(table(at)) == ["José Muñoz"]
    assert "one person?" not in all_text(at)


def test_two_files_of_one_name_are_two_clients_to_be_named() -> None:
    log = b"record,kind,start,minutes,rpe,key,value\nsession,legs,2026-03-03T18:00,60,8,,\n"
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").set_value([("workouts.csv", log, "text/csv")] * 2)
    at.run()
    assert not at.exception
    assert len(table(at)) == 2
    at.text_input(key="roster_name_0").set_value("Sofia")
    at.text_input(key="roster_name_1").set_value("Zoë")
    next(button for button in at.button if button.label == "Name them").click().run()
    assert set(table(at)) == {"Sofia", "Zoë"}


def test_rows_left_out_are_counted_at_the_top_and_nobody_gets_a_verdict_from_none() -> None:
    rows = "record,athlete,kind,start,minutes,rpe,soreness\nsession,Ana,legs,whenever,60,8,\ncheck_in,Ana,,soon,,,6\n"
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    assert "2 of 2 dated rows" in all_text(at)
    row = table(at)["Ana"]
    assert (row["Plan today"], row["Allowed"]) == ([STATES["ask"]], "–")
    at.selectbox(key="roster_open").set_value(0).run()
    assert not at.exception
    assert any("no verdict" in warning.value for warning in at.warning)
    assert not at.get("vega_lite_chart")


FORM = (
    "Timestamp,Your name,{},Hours slept,Pain?,What will you do today?\n"
    '11/16/2026 6:10:12,Ana Ruiz,1,"5,5",No,Intervals 5x1000 m\n'
    "11/16/2026 6:17:12,Ben Okafor,5,8,No,Easy 40 min\n"
    '11/16/2026 6:24:12,Cleo Marsh,3,7,"Yes, left calf tight",Rest\n'
)


def with_files(*files: tuple[str, str]) -> AppTest:
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").set_value([(name, text.encode(), "text/csv") for name, text in files]).run()
    assert not at.exception, [e.value for e in at.exception]
    at.date_input(key="roster_day").set_value(dt.date(2026, 11, 16)).run()
    at.time_input(key="roster_hour").set_value(dt.time(8)).run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def test_a_forms_answers_become_clients() -> None:
    at = with_files(("form.csv", FORM.format('"How sore are your legs? (1 = very sore, 5 = not sore)"')))
    shown = table(at)
    assert {name: row["Soreness"] for name, row in shown.items()} == {
        "Ana Ruiz": "10",
        "Ben Okafor": "0",
        "Cleo Marsh": "5",
    }
    assert shown["Cleo Marsh"]["Plan today"] == [STATES["ask"]]
    assert shown["Ana Ruiz"]["Planned"].startswith("intervals")
    assert "Answers" not in all_text(at)
    assert "An answer counts for the day it was sent" in all_text(at)


def test_a_scale_that_nothing_tells_is_asked_and_no_rating_counts_before() -> None:
    at = with_files(("form.csv", FORM.format("Leg soreness (1-5)")))
    assert [row["Soreness"] for row in table(at).values()] == ["–"] * 3
    assert "may be 10 of 10 sore, or 0" in all_text(at)
    turned = next(button for button in at.button if button.label == "1 = very sore, 5 = not sore")
    turned.click().run()
    assert not at.exception
    assert table(at)["Ana Ruiz"]["Soreness"] == "10"
    # The decision stays in the day's file: tomorrow's answers of the same form are read by it.
    kept = at.session_state["_roster"].csv().decode("utf-8-sig")
    again = with_files(("roster.csv", kept), ("form.csv", FORM.format("Leg soreness (1-5)")))
    assert table(again)["Ana Ruiz"]["Soreness"] == "10"
    assert "may be 10 of 10 sore" not in all_text(again)


def test_a_sheet_of_the_weeks_plan_joins_the_form_by_name() -> None:
    plan = "Athlete,Mon 16 Nov 2026,Tue 17 Nov 2026\nANA RUIZ,Tempo 40 min RPE7,Rest\nDora Lind,Legs 60min RPE8,Easy 5 miles\n"
    form = FORM.format("Soreness (0-10)").replace(",What will you do today?", "").replace(",Intervals 5x1000 m", "")
    form = form.replace(",Easy 40 min", "").replace(",Rest", "")
    at = with_files(("form.csv", form), ("plan.csv", plan))
    shown = table(at)
    assert set(shown) == {"Ana Ruiz", "Ben Okafor", "Cleo Marsh", "Dora Lind"}
    assert shown["Ana Ruiz"]["Planned"] == "tempo, 40 min, effort 7"
    assert shown["Ana Ruiz"]["Soreness"] == "1"


def test_columns_that_no_word_tells_are_asked_for() -> None:
    at = clients(sample=False)
    text = "Wer,Wann,Wie,Ob\nAna,2026-11-16 06:10:00,3,nein\nBen,2026-11-16 06:20:00,6,nein\n"
    at.file_uploader(key="roster_upload").upload("x.csv", text.encode(), "text/csv").run()
    assert not at.exception
    assert "who each row is of" in all_text(at)
    for role, column in (("athlete", "Wer"), ("time", "Wann"), ("soreness", "Wie"), ("wrong", "Ob")):
        box = next(box for box in at.selectbox if box.key and box.key.endswith(f"_{role}"))
        box.select(column)
    next(button for button in at.button if button.label == "Read it like this").click().run()
    assert not at.exception, [e.value for e in at.exception]
    assert set(table(at)) == {"Ana", "Ben"}
