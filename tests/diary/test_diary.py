"""The diary: what was put in comes back, nothing stands in it twice, and what is forgotten is gone."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import sqlite3
import tempfile
import zlib
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given

import legrun
from legrun.diary import Advised, Diary
from legrun.diary.diary import KeptRoster
from legrun.diary.diary import same_content as same
from legrun.errors import DiaryError
from legrun.logs import Log, merge_logs, read_log
from legrun.scenario import Athlete, CheckIn, PlanItem, Response, Session
from legrun.scenario.week_plan import WeekPlan
from tests.examples import examples
from tests.logs.test_own import logs
from tests.people import simulate
from tests.serving import ROOT

SAMPLES = sorted(path for path in (ROOT / "sample_data").glob("*_sample.csv") if "roster" not in path.name)
SEVEN = dt.datetime(2026, 3, 4, 7)
LEGS = Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8, hard_sets=12, name="Leg day", source="Hevy")
RUN = Session("run", dt.datetime(2026, 3, 2, 7), 40, 4, source="Strava")
LOG = Log("Hevy", sessions=(RUN, LEGS), check_ins=(CheckIn(SEVEN, 4.0),), sleep_h={SEVEN.date(): 6.5}, workouts=2)


@pytest.fixture
def diary(tmp_path: Path) -> Diary:
    return Diary.open(tmp_path / "kept" / "diary.sqlite")


@pytest.mark.slow
@examples(60, tried=20)
@given(logs(), logs())
def test_a_log_comes_back_to_the_digit_and_through_the_csv(first: Log, second: Log) -> None:
    with tempfile.TemporaryDirectory() as folder:
        diary = Diary.open(Path(folder) / "diary.sqlite")
        for log in (first, second, first):
            diary.put("me", log)
            kept = diary.log("me")
            assert same(kept, log)
            assert not kept.problems
            assert same(read_log(kept.to_csv()), log)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_merged_twice_stands_once(diary: Diary, path: Path) -> None:
    log = read_log(path.read_bytes(), name=path.name)
    once = diary.merge("me", log)
    assert same(diary.log("me"), once)
    assert once.sessions == merge_logs([log]).sessions
    diary.merge("me", log)
    assert same(diary.log("me"), once)
    # The file that was exported changes nothing either.
    diary.merge("me", read_log(once.to_csv()))
    assert same(diary.log("me"), once)


def test_two_apps_of_one_person_are_merged_as_without_a_diary(diary: Diary) -> None:
    files = [read_log((ROOT / "sample_data" / name).read_bytes()) for name in ("hevy_sample.csv", "strava_sample.csv")]
    diary.merge("me", files[0])
    diary.merge("me", files[1])
    kept, joined = diary.log("me"), merge_logs(files)
    assert len(kept.sessions) == len(joined.sessions) < sum(len(file.sessions) for file in files)
    assert [(s.start, s.kind) for s in kept.sessions] == [(s.start, s.kind) for s in joined.sessions]


def test_the_diarys_word_counts_where_a_file_differs(diary: Diary) -> None:
    diary.put("me", replace(LOG, athlete=Athlete("trained")))
    other = replace(LOG, check_ins=(CheckIn(SEVEN, 9.0),), sleep_h={SEVEN.date(): 3.0}, athlete=Athlete("novice"))
    merged = diary.merge("me", replace(other, format="legrun", name="old.csv"))
    assert (merged.check_ins[0].soreness, merged.sleep_h[SEVEN.date()]) == (4.0, 6.5)
    assert merged.athlete == Athlete("trained")
    assert any("different sleep" in problem.message for problem in merged.problems)


def test_a_morning_is_rated_and_rated_anew(diary: Diary) -> None:
    diary.put("me", LOG)
    diary.rate("me", CheckIn(SEVEN, 5.0), sleep_h=7.25)
    diary.rate("me", CheckIn(SEVEN + dt.timedelta(hours=5), 3.0))
    kept = diary.log("me")
    assert [each.soreness for each in kept.check_ins] == [5.0, 3.0]
    assert kept.sleep_h == {SEVEN.date(): 7.25}
    with pytest.raises(legrun.LegrunError, match="sleep_h is 99"):
        diary.rate("me", CheckIn(SEVEN, 9.0), sleep_h=99)
    assert same(diary.log("me"), kept)  # half of a morning is not kept


def test_a_correction_holds_when_the_same_file_comes_again(diary: Diary) -> None:
    diary.merge("me", LOG)
    diary.change("me", LEGS, minutes=75, rpe=9)
    diary.change("me", replace(LEGS, minutes=75, rpe=9), start=dt.datetime(2026, 3, 3, 12))
    diary.remove("me", RUN)
    kept = diary.log("me").sessions
    assert [(s.kind, s.start.hour, s.minutes, s.rpe) for s in kept] == [("legs", 12, 75.0, 9.0)]
    diary.merge("me", LOG)
    assert diary.log("me").sessions == kept
    with pytest.raises(DiaryError, match="no such session of Mon 2 Mar 2026, 07:00"):
        diary.remove("me", RUN)
    with pytest.raises(DiaryError, match="minutes"):
        diary.change("me", kept[0], minutes=5000)
    assert diary.log("me").sessions == kept


def test_a_session_is_added_once_and_after_it_was_taken_out(diary: Diary) -> None:
    for _ in range(2):
        diary.add("me", RUN)
    assert diary.log("me").sessions == (RUN,)
    diary.remove("me", RUN)
    diary.add("me", RUN)
    diary.merge("me", Log("Hevy", sessions=(LEGS,), workouts=1))
    assert diary.log("me").sessions == (RUN, LEGS)
    assert diary.log("me").workouts == 2


def test_one_rating_and_one_night_can_be_taken_out(diary: Diary) -> None:
    diary.put("me", replace(LOG, check_ins=(CheckIn(SEVEN, 4.0, 3.0), CheckIn(SEVEN, None))))
    diary.remove("me", CheckIn(SEVEN, None))
    diary.remove("me", SEVEN.date())
    assert diary.log("me").check_ins == (CheckIn(SEVEN, 4.0, 3.0),)
    assert not diary.log("me").sleep_h
    for gone in (CheckIn(SEVEN, None), SEVEN.date()):
        with pytest.raises(DiaryError, match=r"no (rating|night) .* 2026"):
            diary.remove("me", gone)


def test_what_another_window_changed_stays(diary: Diary) -> None:
    diary.put("me", LOG)
    diary.rate("me", CheckIn(SEVEN + dt.timedelta(days=1), 2.0), sleep_h=8.0)
    diary.apply("me", LOG, replace(LOG, sessions=(RUN,), workouts=1, choices={"weight_unit": "lb"}))
    kept = diary.log("me")
    assert kept.sessions == (RUN,)
    assert [each.soreness for each in kept.check_ins] == [4.0, 2.0]
    assert kept.sleep_h == {SEVEN.date(): 6.5, SEVEN.date() + dt.timedelta(days=1): 8.0}
    assert (kept.workouts, kept.choices) == (1, {"weight_unit": "lb"})


def test_a_plan_and_the_advice_given_are_kept(diary: Diary) -> None:
    items = (PlanItem(RUN, key=True, days=frozenset({0, 6})), PlanItem(LEGS, may_move=False))
    for plan in (
        WeekPlan(RUN.start.date(), items, frozenset({2}), repeats=False, on_past=True, spread_legs=False),
        WeekPlan(RUN.start.date()),
        WeekPlan(RUN.start.date(), items),
    ):
        diary.keep_plan("me", plan)
        assert diary.plan("me") == plan
    scenario = legrun.Scenario(now=SEVEN, sessions=[LEGS])
    given = [Advised.of(legrun.answer(scenario)), Advised.of(legrun.answer(replace(scenario, flags={"heart"})))]
    for advised in given:
        diary.rate("me", CheckIn(SEVEN, 4.0), advised=advised)
        assert diary.advised("me") == (advised,)
    assert given[0].score is not None
    assert given[1].score is None
    assert (diary.plan("nobody"), diary.advised("nobody")) == (None, ())


def test_people_are_kept_apart(diary: Diary) -> None:
    names = ["Ana", "ana", "=1+1", "Zoë \ud800", "x'; DROP TABLE person; --", ""]
    for number, name in enumerate(names, 1):
        diary.put(name, Log("legrun", sessions=(replace(RUN, minutes=float(number)),), workouts=1))
    assert diary.people() == tuple(names)
    for number, name in enumerate(names, 1):
        assert [session.minutes for session in diary.log(name).sessions] == [number]
    diary.forget("Ana")
    assert diary.people() == tuple(names[1:])
    assert diary.log("ana").sessions
    assert not diary.log("Ana").sessions


def test_another_response_of_a_person_takes_the_place_of_the_last(diary: Diary) -> None:
    for response in (Response(0.3, 0.4, -0.1, 0.2), None):
        log = replace(LOG, athlete=Athlete("novice", 40, 70.5, 8, response))
        diary.put("me", log)
        assert diary.log("me").athlete == log.athlete


def test_a_row_that_somebody_spoilt_is_named_and_left_where_it_is(diary: Diary) -> None:
    diary.put("me", LOG)
    with sqlite3.connect(diary.path) as db:
        db.execute("UPDATE session SET minutes = 5000 WHERE kind = 'run'")
        db.execute("UPDATE night SET date = 'tomorrow'")
    db.close()
    kept = diary.log("me")
    assert kept.sessions == (LEGS,)
    assert [problem.file for problem in kept.problems] == ["diary", "diary"]
    assert "session.minutes is 5000" in kept.problems[0].message
    diary.merge("me", LOG)
    with sqlite3.connect(diary.path) as db:
        assert db.execute("SELECT count(*) FROM session WHERE minutes = 5000").fetchone() == (1,)
    db.close()


def test_only_their_owner_may_read_the_file_and_its_folder(diary: Diary) -> None:
    if os.name != "posix":
        pytest.skip("modes are POSIX's")
    assert diary.path.parent.stat().st_mode & 0o777 == 0o700
    assert diary.path.stat().st_mode & 0o777 == 0o600
    diary.path.chmod(0o644)
    again = Diary.open(diary.path)
    assert diary.path.stat().st_mode & 0o777 == 0o600
    reader = sqlite3.connect(again.path)
    reader.execute("SELECT * FROM diary").fetchone()
    again.put("me", LOG)  # while it is open elsewhere its companions stand beside it
    assert {path.stat().st_mode & 0o777 for path in diary.path.parent.iterdir()} == {0o600}
    assert len(list(diary.path.parent.iterdir())) == 3
    reader.close()


def test_what_is_forgotten_leaves_no_bytes_and_everything_leaves_no_file(diary: Diary) -> None:
    marked = simulate(1, ratings=400).log
    marked = replace(marked, sessions=tuple(replace(each, name=f"secret-{each.start}") for each in marked.sessions))
    diary.put("Bea Marked", marked)
    diary.put("me", LOG)
    size = diary.size_bytes
    assert b"secret-" in diary.path.read_bytes()
    assert b"Bea Marked" in diary.path.read_bytes()
    diary.forget("Bea Marked")
    left = b"".join(path.read_bytes() for path in diary.path.parent.iterdir())
    assert b"secret-" not in left
    assert b"Bea Marked" not in left
    assert diary.size_bytes < size
    assert same(diary.log("me"), LOG)
    diary.path.with_name("diary.sqlite.damaged-1").write_bytes(b"moved aside")
    diary.path.with_name("someone.txt").write_text("else's")
    diary.forget_everything()
    assert [path.name for path in diary.path.parent.iterdir()] == ["someone.txt"]
    for use in (lambda: diary.log("me"), lambda: diary.put("me", LOG)):
        with pytest.raises(DiaryError, match="its file is gone"):
            use()
    assert not diary.path.exists()


def test_everything_is_overwritten_before_the_file_goes(diary: Diary, monkeypatch: pytest.MonkeyPatch) -> None:
    roster = (ROOT / "sample_data" / "roster_sample.csv").read_bytes()
    diary.rate("secret-person", CheckIn(SEVEN, 3))
    diary.keep_roster(roster, SEVEN)
    monkeypatch.setattr("legrun.diary.file.delete", lambda path: None)  # as where another program holds the file
    diary.forget_everything()
    assert diary.roster() is None
    assert diary.people() == ()
    left = b"".join(path.read_bytes() for path in diary.path.parent.iterdir())
    assert b"secret-person" not in left
    assert zlib.compress(roster, level=1)[100:164] not in left


def test_workouts_are_never_fewer_than_none(diary: Diary) -> None:
    diary.apply("me", Log("legrun", workouts=5), Log("legrun", workouts=1))
    assert diary.log("me").workouts == 0


def test_a_removed_entry_leaves_no_bytes_either(diary: Diary) -> None:
    diary.put("me", replace(LOG, sessions=(replace(LEGS, name="secret-squats"),)))
    diary.remove("me", diary.log("me").sessions[0])
    assert b"secret-squats" not in b"".join(path.read_bytes() for path in diary.path.parent.iterdir())


def test_a_roster_is_kept_and_forgotten_without_a_trace(diary: Diary) -> None:
    assert diary.roster() is None
    for csv in (b"record,athlete\nsession,Ana\n", (ROOT / "sample_data" / "roster_sample.csv").read_bytes()):
        diary.keep_roster(csv, SEVEN)
        assert diary.roster() == KeptRoster(SEVEN, csv)
    diary.put("me", LOG)
    packed = zlib.compress(csv, level=1)
    assert packed[100:164] in diary.path.read_bytes()
    diary.forget_roster()
    assert diary.roster() is None
    assert packed[100:164] not in b"".join(path.read_bytes() for path in diary.path.parent.iterdir())
    assert same(diary.log("me"), LOG)


def test_whatever_a_session_or_a_person_is_told_by_has_a_column(diary: Diary) -> None:
    # A new field needs a step of the schema, or it would be forgotten.
    with contextlib.closing(sqlite3.connect(diary.path)) as db:
        columns = {
            table: {row[1] for row in db.execute(f"PRAGMA table_info({table})")} - {"person"}
            for table in ("session", "athlete", "check_in", "plan", "advised")
        }
    assert columns["session"] == {each.name for each in fields(Session)}
    assert columns["athlete"] == {each.name for each in (*fields(Athlete), *fields(Response))} - {"response"}
    assert columns["check_in"] == {each.name for each in fields(CheckIn)}
    assert columns["plan"] == {each.name for each in fields(WeekPlan)} - {"items"}
    assert columns["advised"] == {each.name for each in fields(Advised)}


def test_changes_are_counted(diary: Diary) -> None:
    before = diary.changes
    diary.rate("me", CheckIn(SEVEN, 1.0))
    assert diary.changes == before + 1
    diary.log("me")
    assert Diary.open(diary.path).changes == before + 1
