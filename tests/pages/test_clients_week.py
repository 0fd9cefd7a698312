"""One client's week on the Week page and back: arranged there, kept in the roster and in the file of the day."""

from __future__ import annotations

import datetime as dt

import pytest
from streamlit.testing.v1 import AppTest

from legrun.roster import Roster, read_roster
from legrun.scenario import Session
from tests.pages.roster_page import clients, with_files
from tests.pages.test_every_page import all_text

pytestmark = pytest.mark.slow

NOW = dt.datetime(2026, 11, 16, 8)
ROSTER = """record,athlete,kind,start,minutes,rpe,style,soreness,sleep_h
session,Ana,legs,2026-11-14T18:00,60,8,,,
check_in,Ana,,2026-11-16T07:00,,,,3,7
plan,Ana,run,2026-11-16T18:00,40,3,easy,,
plan,Ana,legs,2026-11-18T18:00,60,8,,,
session,Ana,run,2026-11-19T18:00,50,7,tempo,,
plan,Ana,run,2026-11-26T18:00,90,4,long,,
session,Ben,run,2026-11-14T18:00,40,4,easy,,
plan,Ben,run,2026-11-18T18:00,45,8,intervals,,
"""


def on_week() -> AppTest:
    at = with_files(("team.csv", ROSTER))
    at.selectbox(key="roster_open").set_value(0).run()
    at.radio(key="roster_more").set_value("Week").run()
    at.button(key="client_week").click().run()
    at.switch_page("pages/week.py").run()
    assert not at.exception, [each.value for each in at.exception]
    assert "The week of **Ana**" in all_text(at)
    return at


def plans_of(roster: Roster, client: int) -> list[tuple[str, dt.datetime, float]]:
    sessions: tuple[Session, ...] = roster.plans(client, NOW, 14).sessions
    return [(session.kind, session.start, session.minutes) for session in sessions]


def test_a_week_is_edited_and_kept_for_the_client() -> None:
    at = on_week()
    table = at.data_editor[0]
    assert [(day, minutes) for day, minutes in zip(table.value["Day"], table.value["Minutes"], strict=True)] == [
        ("Mon", 40),
        ("Wed", 60),
        ("Thu", 50),
    ]
    at.session_state[str(table.key)] = {
        "edited_rows": {0: {"Minutes": 30}, 1: {"Day": "Fri"}},
        "added_rows": [],
        "deleted_rows": [],
    }
    at.run()
    at.button(key="client_week_keep").click().run()
    at.switch_page("pages/clients.py").run()
    assert not at.exception, [each.value for each in at.exception]
    assert at.selectbox(key="roster_open").value == 0
    visit = at.session_state["_roster"]
    assert [session.minutes for session in visit.rows[0].day.plans] == [30]
    assert {each.session.start.day for each in visit.week_of(0).review.sessions} == {16, 19, 20}
    saved = read_roster(visit.csv(), "day.csv")
    assert plans_of(saved, 0) == [
        ("run", dt.datetime(2026, 11, 16, 18), 30),
        ("run", dt.datetime(2026, 11, 19, 18), 50),
        ("legs", dt.datetime(2026, 11, 20, 18), 60),
        ("run", dt.datetime(2026, 11, 26, 18), 90),
    ]
    assert plans_of(saved, 1) == [("run", dt.datetime(2026, 11, 18, 18), 45)], "nobody else's plan is touched"
    assert saved.last_check_in(0, NOW) == dt.datetime(2026, 11, 16, 7)
    at.button(key="roster_undo").click().run()
    assert {each.session.start.day for each in at.session_state["_roster"].week_of(0).review.sessions} == {16, 18, 19}


def test_what_was_planned_and_told_before_comes_back() -> None:
    at = clients(sample=False).switch_page("pages/week.py").run()
    at.button(key="start_An empty week").click().run()
    own = at.session_state["_plan"].plan
    at.switch_page("pages/clients.py").run()
    at.button(key="sample_roster_sample.csv").click().run()
    at.selectbox(key="roster_open").set_value(1).run()
    at.radio(key="roster_more").set_value("Week").run()
    at.button(key="client_week").click().run()
    at.switch_page("pages/week.py").run()
    assert at.session_state["_plan"].plan != own
    at.button(key="client_week_back").click().run()
    at.switch_page("pages/clients.py").run()
    assert not at.exception, [each.value for each in at.exception]
    assert at.session_state["_plan"].plan == own
    assert at.session_state["_base"] is None
    assert not at.session_state["_roster"].can_undo
    at.switch_page("pages/week.py").run()
    assert "The week of **" not in all_text(at)


def test_another_log_under_todays_inputs_lets_the_clients_week_go() -> None:
    at = on_week()
    at.session_state["_base"] = None
    at.switch_page("pages/week.py").run()
    assert not at.exception, [each.value for each in at.exception]
    assert "The week of **" not in all_text(at)
    assert "_plan" not in at.session_state or at.session_state["_plan"] is None
