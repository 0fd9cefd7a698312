"""The Log page with a diary: files are merged once, corrections stay, and the last weeks are looked back on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

import legrun
from legrun.diary import Advised, Diary
from legrun.diary.diary import EMPTY
from legrun.logs import read_log
from legrun.scenario import CheckIn, Session
from legrun.scenario.hours import DAY
from legrun.wording.markdown import escaped
from tests.pages.diary_visits import HEVY, LEGS, LOG, NOW, RUN, Open, press
from tests.pages.test_log import CLOCKS, edit, read_as_guessed, said

pytestmark = pytest.mark.slow


def test_a_file_is_merged_once_and_what_is_typed_in_is_saved(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    wanted = read_log(HEVY)
    for _ in range(2):
        at = visit("log", hour=dt.datetime(2026, 11, 30, 7))
        at.file_uploader[0].upload("hevy.csv", HEVY, "text/csv").run()
        assert not at.exception, [e.value for e in at.exception]
        kept = Diary(path).log("me")
        assert set(kept.sessions) == {*wanted.sessions, *LOG.sessions}
        assert kept.workouts == wanted.workouts + 2
    changes = Diary(path).changes
    at.run()
    assert Diary(path).changes == changes  # nothing new, nothing written
    edit(at, "check_ins", {0: {"Soreness (0-10)": 3.5, "Sleep (h)": 7.0}})
    kept = Diary(path).log("me")
    assert 3.5 in {c.soreness for c in kept.check_ins}
    assert 7.0 in kept.sleep_h.values()


def test_a_session_taken_out_in_the_table_stays_out(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at = visit("log")
    edit(at, "sessions", {0: {"Remove": True}})
    assert Diary(path).log("me").sessions == (RUN,)
    at = visit("log")
    at.file_uploader[0].upload("own.csv", LOG.to_csv().encode(), "text/csv").run()
    assert Diary(path).log("me").sessions == (RUN,)


def test_remembering_takes_the_log_of_the_visit_along(visit: Open, path: Path) -> None:
    at = visit("log")
    at.file_uploader[0].upload("own.csv", LOG.to_csv().encode(), "text/csv").run()
    assert "Nothing is kept here after your visit." in said(at)
    press(at, "remember")
    assert Diary(path).log("me").sessions == LOG.sessions
    assert "Nothing is kept here" not in said(at)
    assert f"kept in {escaped(str(path))}" in said(at)
    # What was just put into the diary stands in no other file.
    told = next(each.value for each in at.dataframe if "What" in each.value)["What"].tolist()
    assert told == [f"own.csv: {len(LOG.sessions)} sessions stand in your diary too; counted once."]
    assert "kB" in said(at)


def test_what_is_doubtful_is_not_saved_before_it_is_answered(visit: Open, path: Path) -> None:
    at = visit("log", hour=dt.datetime(2026, 3, 5, 7))
    at.file_uploader[0].upload("table.csv", CLOCKS.encode(), "text/csv").run()
    read_as_guessed(at)
    press(at, "remember")
    assert Diary(path).log("me") == EMPTY
    next(button for button in at.button if button.label == "Read it so").click().run()
    assert len(Diary(path).log("me").sessions) == 3


def test_two_windows_keep_what_the_other_saved(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    first, second = visit("log"), visit("log")
    edit(first, "check_ins", {1: {"Soreness (0-10)": 4.5}})
    edit(second, "check_ins", {2: {"Soreness (0-10)": 1.5}})
    assert {c.soreness for c in Diary(path).log("me").check_ins} == {4.5, 1.5}
    first.run()
    assert {c.soreness for c in Diary(path).log("me").check_ins} == {4.5, 1.5}


def test_the_last_weeks_show_what_was_advised_done_and_felt(visit: Open, path: Path) -> None:
    given = Advised.of(legrun.answer(legrun.Scenario(now=NOW - DAY, sessions=[RUN])))
    run = Session("run", NOW - dt.timedelta(hours=14), 30, 4)
    diary = Diary.open(path)
    diary.put("me", replace(LOG, sessions=(RUN, LEGS, run)))
    diary.rate("me", CheckIn(NOW - DAY, 2.0), advised=given)
    diary.rate("me", CheckIn(NOW, round(given.soreness, 1)))
    at = visit("log")
    assert "Of 1 rated mornings after, 1 were within" in said(at)
    table = next(frame.value for frame in at.dataframe if "Advised" in frame.value.columns)
    assert table["Done"][0].startswith("30 min, effort 4 (")
    assert table["Felt"][0].endswith("as expected")
    assert table["Model"][0] == legrun.MODEL_VERSION
