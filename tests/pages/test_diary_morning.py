"""Mornings with a diary: Today stands on it, and what is rated is saved into it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from legrun.diary import Diary
from legrun.scenario import CheckIn
from legrun.scenario.hours import DAY
from tests.pages.diary_visits import LEGS, LOG, NOW, RUN, Open, has_button, press, rate
from tests.pages.test_log import said

pytestmark = pytest.mark.slow


def test_a_first_morning_is_saved_with_its_leg_day_and_its_advice(visit: Open, path: Path) -> None:
    at = press(visit(), "remember")
    assert path.exists()
    assert at.button(key="save_morning").disabled  # not rated
    press(rate(at, 4.0), "save_morning")
    assert "Saved at 07:00: soreness 4, sleep 7.5 h." in said(at)
    assert "Based on **your diary**" in said(at)
    assert at.button(key="save_morning").disabled
    log, (advised,) = Diary(path).log("me"), Diary(path).advised("me")
    assert log.check_ins == (CheckIn(NOW, 4.0),)
    assert log.sleep_h == {NOW.date(): 7.5}
    (legs,) = log.sessions
    assert (legs.kind, legs.start, legs.minutes, legs.rpe) == ("legs", NOW - dt.timedelta(hours=13), 60, 8)
    assert advised.asked == NOW
    assert advised.soreness_low80 < advised.soreness < advised.soreness_high80


def test_the_next_visit_stands_on_the_diary_and_saves_again(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at = visit()
    assert "Based on **your diary**" in said(at)
    assert "Not saved yet." in said(at)
    assert "Since yesterday: leg day 60 min at Tue 18:00." in said(at)
    press(rate(at, 5.0), "save_morning")
    rate(at, 6.5)
    assert "Saved: soreness 5, sleep 7.5 h. Not saved: soreness 6.5." in said(at)
    again = visit()  # a reload: what was saved is there, what was not is not
    assert again.slider(key="sore").value == 5.0
    assert "Saved at 07:00: soreness 5" in said(again)
    press(rate(again, 3.0), "save_morning")
    assert [c.soreness for c in Diary(path).log("me").check_ins] == [2.0, 3.0]
    later = visit(hour=NOW + dt.timedelta(hours=3))
    assert "Saved at 07:00: soreness 3" in said(later)
    assert not later.toggle(key="rated").value


def test_a_rating_that_today_does_not_ask_for_stays(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", replace(LOG, check_ins=(CheckIn(NOW, 5.0, 4.0),)))
    at = press(rate(visit(), 3.0), "save_morning")
    assert "Saved at 07:00: soreness 3" in said(at)
    assert Diary(path).log("me").check_ins == (CheckIn(NOW, 3.0, 4.0),)


def test_a_corrected_effort_is_saved_and_a_watchs_night_stays(visit: Open, path: Path) -> None:
    night = {NOW.date(): 6.53}
    Diary.open(path).put("me", replace(LOG, sleep_h=night))
    at = rate(visit(), 5.0)
    at.slider(key="effort").set_value(9.0).run()
    press(at, "save_morning")
    assert Diary(path).log("me").sessions == (RUN, replace(LEGS, rpe=9.0))
    assert Diary(path).log("me").sleep_h == night
    at.slider(key="effort").set_value(6.0).run()  # once more, on top of the correction
    rate(at, 5.5)
    press(at, "save_morning")
    assert Diary(path).log("me").sessions[1].rpe == 6.0
    at.slider(key="sleep").set_value(5.0).run()
    press(at, "save_morning")
    assert Diary(path).log("me").sleep_h == {NOW.date(): 5.0}


def test_an_address_left_open_overnight_is_no_rating_of_this_morning(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at = visit(sore="9", rated="true", sleep="4", effort="2", runmin="75")
    assert not at.toggle(key="rated").value
    assert at.slider(key="sleep").value == 7.5
    assert at.slider(key="effort").value == 8.0
    assert at.number_input(key="runmin").value == 75  # the plan may stay


def test_a_page_left_open_overnight_saves_no_morning_until_it_begins_anew(
    visit: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Diary.open(path).put("me", LOG)
    at = rate(visit(), 5.0)
    monkeypatch.setattr("pages._ui.state.clock._local_time", lambda: NOW + DAY)
    rate(at, 6.0)
    assert not has_button(at, "save_morning")
    assert "opened for Wed 4 Mar, 07:00" in said(at)
    press(at, "begin_morning")
    assert not at.toggle(key="rated").value
    press(rate(at, 2.0), "save_morning")
    assert Diary(path).log("me").check_ins[-1] == CheckIn(NOW + DAY, 2.0)
    assert len(Diary(path).log("me").check_ins) == 2


def test_a_link_shows_its_own_morning_and_saves_nothing(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at = visit(now="2026-01-02T07", sore="9", rated="true", s="legs,2026-01-01T18,60,8")
    assert "Based on **your diary**" not in said(at)
    assert not has_button(at, "save_morning")
    situation = visit()
    situation.selectbox(key="situation").set_value("Marathon yesterday").run()
    assert not has_button(situation, "save_morning")
    assert "nothing of it is saved" in said(situation)


def test_a_session_is_added_from_today(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at = rate(visit(), 5.0)
    at.session_state["add_opened"] = True
    at.run().selectbox(key="add_kind").set_value("run")
    at.number_input(key="add_minutes").set_value(33)
    next(b for b in at.button if b.label == "Add").click().run()
    assert not at.exception
    assert [(s.kind, s.minutes) for s in Diary(path).log("me").sessions][-1] == ("run", 33.0)
    assert "run 33 min" in said(at)
    assert at.slider(key="sore").value == 5.0  # the rating that is not saved yet stays
    assert at.toggle(key="rated").value
