"""The morning loop on the Log page, the person's own response on Today, and the looks back over the months."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import legrun
from legrun.logs import Log, read_log
from legrun.logs.mornings import mornings, typed_in
from legrun.scenario import Athlete, CheckIn, Session
from legrun.scenario.hours import DAY
from tests.pages.test_log import edit
from tests.people import simulate

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "sample_data" / "legrun_sample.csv").read_bytes()
NOW = dt.datetime(2026, 11, 16, 7)  # the morning after the sample's last day
# Someone who gets much sorer for much longer than most, the morning after the last session.
SORER = simulate(2, ratings=80, amplitude=1.1, time_scale=0.45, scatter=0.25).log
SORER_NOW = SORER.check_ins[-1].time
LOOKS = ("Weekly load", "Fitness and fatigue", "Soreness", "Sleep")
PLAIN = Log(
    "legrun",
    sessions=tuple(Session(kind, NOW - ago * DAY, 60, 8) for ago, kind in ((9, "run"), (5, "legs"), (1, "legs"))),  # type: ignore[arg-type]
)


def page(data: bytes | str = SAMPLE, *, now: dt.datetime = NOW, **state: object) -> AppTest:
    """Return the Log page with a file dropped on it."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.session_state["_clock"] = now
    for key, value in state.items():
        at.session_state[key] = value
    at.switch_page("pages/log.py").run()
    at.file_uploader[0].upload("legrun.csv", data if isinstance(data, bytes) else data.encode(), "text/csv").run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def said(at: AppTest) -> str:
    assert not at.exception, [e.value for e in at.exception]
    return " ".join(m.value for kind in (at.markdown, at.caption, at.info, at.subheader, at.text) for m in kind)


def card(at: AppTest) -> str:
    """Return the verdict card: its headline and why."""
    assert not at.exception, [e.value for e in at.exception]
    texts = [m.value for m in at.markdown]
    place = next(place for place, text in enumerate(texts) if text.startswith("## :"))
    return texts[place] + texts[place + 1]


def typed(at: AppTest) -> Log:
    log = at.session_state["_typed"]
    assert isinstance(log, Log)
    return log


def today(at: AppTest) -> AppTest:
    at.button(key="use_log").click().run()
    return at.switch_page("app.py").run()


def edited(at: AppTest, row: int, **cells: object) -> AppTest:
    """Type into the table of check-ins, as the browser does."""
    names = {"sore": "Soreness (0-10)", "slept": "Sleep (h)"}
    return edit(at, "check_ins", {row: {names[name]: value for name, value in cells.items()}})


def tables(at: AppTest) -> list[int]:
    """Return the lengths of the tables that are to be read, not typed into."""
    assert not at.exception, [e.value for e in at.exception]
    firsts = ("Week of", "Load (AU)", "Rated", "Night to")
    rows = [each.value for each in at.dataframe]
    return [len(table) for table in rows if "Start" not in table and any(name in table for name in firsts)]


def test_one_tap_rates_the_morning_and_the_verdict_follows() -> None:
    at = page()
    before = card(at)
    at.radio(key="morning_sore").set_value(10).run()
    assert "Rest" in card(at) != before
    assert typed(at).check_ins == (CheckIn(NOW, 10.0),)
    at.radio(key="morning_sore").set_value(2).run()
    assert typed(at).check_ins == (CheckIn(NOW, 2.0),)
    assert "soreness" in card(at)


def test_overall_fatigue_is_asked_takes_a_step_down_and_outlives_a_new_rating() -> None:
    at = page()
    at.radio(key="morning_sore").set_value(0).run()
    fresh = card(at)
    at.selectbox(key="morning_tired").set_value(5.0).run()
    assert "feeling very tired" in card(at) != fresh
    at.radio(key="morning_sore").set_value(1).run()
    assert typed(at).check_ins == (CheckIn(NOW, 1.0, 5.0),)
    edited(at, 0, sore=2.0)
    assert typed(at).check_ins == (CheckIn(NOW, 2.0, 5.0),)
    again = legrun.merge_logs([read_log(SAMPLE), typed(at)]).to_csv()
    assert page(again).selectbox(key="morning_tired").value == 5.0


def test_what_was_typed_is_in_the_file_that_is_taken_along() -> None:
    at = page()
    at.radio(key="morning_sore").set_value(6).run()
    at.number_input(key="morning_sleep").set_value(5.0).run()
    again = legrun.merge_logs([read_log(SAMPLE), typed(at)]).to_csv()
    back = page(again)
    assert back.radio(key="morning_sore").value == 6
    assert back.number_input(key="morning_sleep").value == 5.0
    assert card(back) == card(at)


def test_the_verdict_is_that_of_today() -> None:
    at = page(SORER.to_csv(), now=SORER_NOW)
    at.radio(key="morning_sore").set_value(6).run()
    told = card(at)
    on_today = today(at)
    assert "Based on **your log, with your own response**" in said(on_today)
    assert told.split("\n\n")[1] in card(on_today)  # the sentence, for the plan in mind there is one more line
    on_today.button(key="let_go").click().run()
    assert "Based on" not in said(on_today)


def test_a_response_holds_for_the_experience_that_it_was_learned_with() -> None:
    at = today(page(SORER.to_csv(), now=SORER_NOW))
    own = card(at)
    at.selectbox(key="exp").set_value("Trained").run()
    other = card(at)
    at.selectbox(key="exp").set_value("Recreational").run()
    assert card(at) == own != other


def test_a_morning_without_a_recent_session_stands_now_once_it_is_rated() -> None:
    late = NOW + 5 * DAY
    at = page(now=late)
    assert "not for now: the log ends there" in said(at)
    at.radio(key="morning_sore").set_value(3).run()
    assert "not for now" not in said(at)
    assert next(d for d in at.date_input if d.label == "Show this day").value == late.date()


def test_a_log_that_ends_ahead_of_now_does_not_promise_to_move_to_now() -> None:
    ahead = page(now=NOW - 400 * DAY)
    assert "ends there, ahead of now. Check the dates" in said(ahead)
    assert "moves to now" not in said(ahead)


def test_yesterdays_session_is_added_and_counts() -> None:
    at = page(PLAIN.to_csv())
    assert "leg day 60 min" in said(at)
    before = card(at)
    at.session_state["add_opened"] = True
    at.run().selectbox(key="add_kind").set_value("legs")
    at.number_input(key="add_minutes").set_value(90)
    at.number_input(key="add_rpe").set_value(9.5)
    next(b for b in at.button if b.label == "Add").click().run()
    assert typed(at).sessions == (Session("legs", dt.datetime(2026, 11, 15, 18), 90, 9.5, source="typed in"),)
    assert card(at) != before
    assert "leg day 90 min at Sun 18:00" in said(at)


def test_a_session_ahead_is_refused_with_a_sentence() -> None:
    at = page(PLAIN.to_csv())
    at.session_state["add_opened"] = True
    at.run().date_input(key="add_date").set_value(NOW.date())
    next(b for b in at.button if b.label == "Add").click().run()
    assert "Plans belong to Today" in at.error[0].value
    assert "_typed" not in at.session_state


def test_the_table_of_check_ins_makes_ratings() -> None:
    at = page(PLAIN.to_csv())
    before = card(at)
    assert "**0 ratings**" in said(at)
    edited(at, 0, sore=8.5, slept=4.0)
    assert (typed(at).check_ins, typed(at).sleep_h) == ((CheckIn(NOW, 8.5),), {NOW.date(): 4.0})
    assert "**1 rating**" in said(at)
    assert card(at) != before
    assert at.radio(key="morning_sore").value == 8.5
    edited(at, 0, sore=None)
    assert "0 ratings" in said(at)


def test_what_feels_wrong_comes_before_the_verdict_of_a_log_too() -> None:
    at = page(flag_heart=True)
    assert "emergency services" in at.error[0].value
    assert not any(m.value.startswith("## :") for m in at.markdown)
    assert "emergency services" in today(at).error[0].value


def test_the_experience_is_suggested_and_can_be_changed() -> None:
    at = page(PLAIN.to_csv())
    assert at.selectbox(key="log_experience").value == "recreational"
    at.selectbox(key="log_experience").set_value("novice").run()
    assert "**novice** (as you said" in said(at)
    assert typed(at).athlete == Athlete("novice")
    assert today(at).selectbox(key="exp").value == "Novice"


def test_the_page_says_which_response_is_used_and_by_how_much() -> None:
    text = said(page(SORER.to_csv(), now=SORER_NOW))
    assert "We use your own response: a leg day counts" in text
    assert "points closer than the average person" in text
    assert "We use the average person" in said(page())
    assert "13 mornings rated after leg days show whether you differ" in said(page(PLAIN.to_csv()))


def test_each_look_back_draws_and_has_a_table() -> None:
    at = page()
    charts = len(at.get("vega_lite_chart"))
    for look in LOOKS:
        at.radio(key="look_back").set_value(look).run()
        assert len(at.get("vega_lite_chart")) == charts + 1, look
        assert not tables(at)
        at.toggle(key="look_back_table").set_value(True).run()
        (rows,) = tables(at)
        at.select_slider[0].set_value(("Oct 2026", "Oct 2026")).run()
        (fewer,) = tables(at)
        assert 0 < fewer < rows, look
        at.toggle(key="look_back_table").set_value(False).run()
        at.select_slider[0].set_value(("Aug 2026", "Nov 2026")).run()


@pytest.mark.parametrize(
    ("log", "told"),
    [
        (
            Log("legrun", check_ins=(CheckIn(NOW - DAY, 3.0),)),
            ("No session yet", "No session yet", "Dot: your rating", "No night"),
        ),
        (PLAIN, ("Minutes × effort", "alpha", "No rating yet", "No night in the files")),
    ],
    ids=["ratings alone", "sessions alone"],
)
def test_a_look_back_at_little_says_so_or_draws_it(log: Log, told: tuple[str, ...]) -> None:
    at = page(log.to_csv())
    for look, words in zip(LOOKS, told, strict=True):
        at.radio(key="look_back").set_value(look).run()
        assert words in said(at), look


def test_a_day_has_the_rating_of_its_newest_check_in() -> None:
    log = Log("legrun", check_ins=(CheckIn(NOW - 2 * DAY, 3.0), CheckIn(NOW - 2 * DAY + DAY / 4, 5.0)))
    assert [m.soreness for m in mornings(log, NOW, 3)] == [None, None, 5.0]
    assert mornings(log, NOW, 3)[1].time == NOW - DAY


def test_the_newer_word_on_a_moment_counts() -> None:
    file = Log("legrun", name="a.csv", check_ins=(CheckIn(NOW, 3.0),), sleep_h={NOW.date(): 8.0})
    other = Log("Whoop", name="b.csv", check_ins=(CheckIn(NOW, 1.0),), sleep_h={NOW.date(): 6.0})
    told = typed_in(None, check_ins=[CheckIn(NOW, 9.0)], sleep_h={NOW.date(): 4.0})
    joined = legrun.merge_logs([other, file, told])
    assert (joined.check_ins, joined.sleep_h) == ((CheckIn(NOW, 9.0),), {NOW.date(): 4.0})
    assert not joined.problems
    assert legrun.merge_logs([other, file]).sleep_h == {NOW.date(): 8.0}


@pytest.mark.parametrize(("days", "offered"), [(2, True), (12, False)])
def test_the_last_seven_days_are_offered_where_something_was_done_in_them(days: int, offered: bool) -> None:
    legs = Session("legs", NOW - days * DAY, 60, 8)
    at = page(Log("legrun", sessions=(legs,)).to_csv())
    at.radio(key="morning_sore").set_value(2).run()
    at.button(key="use_log").click().run()
    at.switch_page("app.py").run()
    at.switch_page("pages/week.py").run()
    labels = [each.label for each in at.button]
    assert "From Today" in labels
    assert ("The last 7 days of my log" in labels) == offered


def test_a_rating_of_today_counts_on_the_page_before_seven_and_is_rated_anew_in_place() -> None:
    seven = dt.datetime(2026, 11, 16, 7)
    log = Log("legrun", check_ins=(CheckIn(seven - DAY, 1.0), CheckIn(seven, 6.0)))
    at = page(log.to_csv(), now=seven.replace(hour=3))
    assert "Check-in, Mon 16 Nov, 03:00" in said(at)
    assert "not for now" not in said(at)
    assert "soreness 6/10" in card(at)
    at.radio(key="morning_sore").set_value(2).run()
    assert "soreness 2/10" in card(at)
    assert [(c.time, c.soreness) for c in typed(at).check_ins] == [(seven, 2.0)]
