"""The diary on the pages: asked for, stood on, saved into, lost from sight, forgotten."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from legrun.diary import Advised, Diary
from legrun.diary.diary import EMPTY
from legrun.link.codes import plan_code
from legrun.logs import Log, read_log
from legrun.scenario import CheckIn, Session
from legrun.week.templates import TEMPLATES
from legrun.wording.markdown import escaped
from pages._ui.diary import place
from pages._ui.diary.place import Place
from tests.pages.test_log import CLOCKS, edit, read_as_guessed, said
from tests.serving import ROOT

NOW = dt.datetime(2026, 3, 4, 7)
DAY = dt.timedelta(days=1)
LEGS = Session("legs", NOW - dt.timedelta(hours=13), 60, 8, source="Hevy")
RUN = Session("run", NOW - 3 * DAY, 40, 4, source="Strava")
LOG = Log(
    "Hevy", sessions=(RUN, LEGS), check_ins=(CheckIn(NOW - DAY, 2.0),), sleep_h={NOW.date() - DAY: 6.53}, workouts=2
)
HEVY = (ROOT / "sample_data" / "hevy_sample.csv").read_bytes()
Open = Callable[..., AppTest]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "diary.sqlite"


@pytest.fixture
def visit(path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Return a function that begins a visit on one's own machine."""
    monkeypatch.setattr("pages._ui.state.diary.find", lambda: Place(path))

    def begin(page: str = "", *, hour: dt.datetime = NOW, **query: str) -> AppTest:
        monkeypatch.setattr("pages._ui.state.clock._local_time", lambda: hour)
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        at.session_state["_clock"] = hour
        for name, text in query.items():
            at.query_params[name] = text
        at.run()
        if page:
            at.switch_page(f"pages/{page}.py").run()
        assert not at.exception, [e.value for e in at.exception]
        return at

    return begin


def press(at: AppTest, key: str) -> AppTest:
    at.button(key=key).click().run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def rate(at: AppTest, soreness: float) -> AppTest:
    at.slider(key="sore").set_value(soreness)
    at.toggle(key="rated").set_value(True).run()
    return at


def has_button(at: AppTest, key: str) -> bool:
    return any(button.key == key for button in at.button)


def test_who_never_asks_leaves_no_file(visit: Open, path: Path) -> None:
    at = rate(visit(), 4.0)
    assert has_button(at, "remember")
    assert "readable by you alone" in said(at)
    at = visit("log")
    at.file_uploader[0].upload("hevy.csv", HEVY, "text/csv").run()
    press(at, "use_log")
    visit("clients")
    assert not path.parent.exists()


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
    assert "Saved: soreness 5, sleep 7.5 h. Not saved: soreness 6.5, sleep 7.5 h." in said(at)
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
    press(at, "remember")
    assert Diary(path).log("me").sessions == LOG.sessions
    assert f"kept in {escaped(str(path))}" in said(at)
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
    import legrun

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


def test_a_coach_begins_each_morning_with_the_roster_that_was_saved(visit: Open, path: Path) -> None:
    at = press(visit("clients"), "sample_roster_sample.csv")
    assert not path.exists()
    press(at, "save_roster")
    assert "Saved Wed 4 Mar, 07:00" in said(at)
    kept = Diary(path).roster()
    assert kept is not None
    assert kept.saved == NOW
    again = visit("clients", hour=NOW + DAY)
    assert any(label.startswith("Roster of 12") for label in (each.label for each in again.expander))
    assert "Saved Wed 4 Mar, 07:00" in said(again)
    press(again, "save_roster")
    assert "Saved Thu 5 Mar, 07:00" in said(again)
    assert Diary(path).people() == ()  # a coach's own training is another matter
    press(again, "forget_roster")
    assert Diary(path).roster() is None
    assert not visit("clients").get("arrow_data_frame")


def test_a_planned_week_is_kept_and_a_links_own_is_not(visit: Open, path: Path) -> None:
    plan = TEMPLATES[0].plan(NOW.date())
    Diary.open(path).keep_plan("me", plan)
    at = visit("week")
    assert at.button(key="arrange")
    at.toggle(key="plan_repeats_0").set_value(not plan.repeats).run()
    assert not at.exception
    assert Diary(path).plan("me") == replace(plan, repeats=not plan.repeats)
    kept, other = Diary(path).plan("me"), TEMPLATES[1].plan(NOW.date())
    visit("week", plan=plan_code(other))
    assert Diary(path).plan("me") == kept
    over = visit("week", hour=NOW + 8 * DAY)
    assert "Where should leg day go" in said(over)
    over.button(key=f"start_{TEMPLATES[1].name}").click().run()
    assert Diary(path).plan("me") != kept


def test_forget_everything_leaves_no_file_and_no_log(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at, other = visit("log"), visit()
    edit(at, "check_ins", {0: {"Soreness (0-10)": 3.5}})
    press(at, "forget")
    assert list(path.parent.iterdir()) == []
    assert "No log yet" in said(at)
    assert has_button(at, "remember")
    press(rate(other, 3.0), "save_morning")
    assert "its file is gone" in " ".join(w.value for w in other.warning)
    assert list(path.parent.iterdir()) == []


def _damage(path: Path) -> None:
    path.write_bytes(b"no database" * 500)


def _newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


@pytest.mark.parametrize(("spoil", "told"), [(_damage, "moved to"), (_newer, "newer legrun")])
def test_a_diary_that_cannot_be_used_is_said_and_the_app_goes_on(
    visit: Open, path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    Diary.open(path).put("me", LOG)
    spoil(path)
    at = visit()
    assert told in " ".join(w.value for w in at.warning)
    assert "###" in said(at)  # a verdict from the sliders
    assert not has_button(at, "save_morning")
    at.switch_page("pages/log.py").run()
    assert told in " ".join(w.value for w in at.warning)
    at.file_uploader[0].upload("hevy.csv", HEVY, "text/csv").run()
    assert "Hevy export" in said(at)


def test_a_save_that_fails_is_said_and_can_be_tried_again(
    visit: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Diary.open(path).put("me", LOG)
    at = rate(visit(), 5.0)
    monkeypatch.setattr("legrun.diary.file.WAIT_S", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    press(at, "save_morning")
    assert "Another window is writing" in " ".join(w.value for w in at.warning)
    assert "Not saved yet." in said(at)
    other.execute("ROLLBACK")
    other.close()
    press(at, "save_morning")
    assert "Saved at 07:00: soreness 5" in said(at)
    assert not at.warning


OWN = {"Host": "localhost:8501", "Origin": "http://localhost:8501"}
KEY = "a key of sixteen letters or more"


@pytest.mark.parametrize(
    ("address", "headers", "is_own"),
    [
        ("127.0.0.1", OWN, True),
        ("localhost", {"host": "127.0.0.1:80", "origin": "http://127.0.0.1:80"}, True),
        ("::1", {"Host": "[::1]:8501", "Origin": "http://[::1]:8501"}, True),
        ("0.0.0.0", OWN, False),
        ("None", OWN, False),
        ("127.0.0.1", {}, False),
        ("127.0.0.1", {"Host": "127.0.0.1:8501"}, False),
        ("127.0.0.1", {"Host": "127.0.0.1:8501", "Origin": "https://legrun.example"}, False),
        ("127.0.0.1", {"Host": "legrun.example", "Origin": "https://legrun.example"}, False),
        ("127.0.0.1", {**OWN, "x-forwarded-for": "203.0.113.5"}, False),
        ("127.0.0.1", {**OWN, "Forwarded": "for=203.0.113.5"}, False),
        ("127.0.0.1", {"Host": "localhost.evil.example", "Origin": "http://localhost.evil.example"}, False),
    ],
)
def test_one_is_on_ones_own_machine_only_when_everything_says_so(
    address: str, headers: dict[str, str], is_own: bool
) -> None:
    assert place._is_own_machine(address, headers) is is_own


def test_an_account_has_a_file_that_no_name_stands_in() -> None:
    settings = {"folder": "/srv/legrun", "key": KEY}
    users = [
        {"is_logged_in": True, "iss": iss, "sub": sub, "email": "ana@example.org"}
        for iss, sub in (("https://a", "1"), ("https://a", "2"), ("https://b", "1"))
    ]
    places = [place._of_account(settings, user) for user in users]
    assert len({each.path for each in places}) == 3
    assert place._of_account(settings, {**users[0], "email": "other@example.org"}).path == places[0].path
    assert place._of_account({**settings, "key": KEY[::-1]}, users[0]).path != places[0].path
    for each in places:
        assert each.path is not None
        assert each.path.parent == Path("/srv/legrun")
        assert "ana" not in each.path.name
    signed_out = place._of_account(settings, {"is_logged_in": False})
    assert (signed_out.path, signed_out.may_sign_in) == (None, True)
    for lacking in ({}, {"folder": "/srv/legrun"}, {"folder": "/srv/legrun", "key": "short"}, {"key": KEY}):
        assert place._of_account(lacking, users[0]).path is None
    assert place._of_account(settings, {"is_logged_in": True}).path is None
