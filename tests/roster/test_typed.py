"""Cells as a coach types them: read as they are meant, kept and marked where they are not."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legrun.report.listing import list_csv
from legrun.roster import ClientDay, Complaint, Entry, Morning, read_roster, roster_csv
from legrun.roster.replies import Replies
from legrun.roster.typed import CELLS, read_cells, shown_cells
from legrun.roster.usual import Usual
from tests.roster.rosters import NOW, roster


@pytest.mark.parametrize(
    ("text", "soreness"),
    [
        ("6,5", 6.5),
        ("6.5", 6.5),
        ("7/10", 7),
        ("7 - 8", 7.5),
        ("10", 10),
        ("0", 0),
        ("not sore", 0),
        ("very sore", 8),
        ("", None),
    ],
)
def test_soreness_as_it_is_typed(text: str, soreness: float | None) -> None:
    entry = read_cells(Entry(3), {"soreness": text}, NOW)
    assert (entry.soreness, entry.unread) == (soreness, ())


@pytest.mark.parametrize("text", ["-3", "?", "11", "65", "4/5", "abc", "=1+1", "6.5.1", "1e1"])
def test_soreness_that_is_not_understood_stays_and_is_marked(text: str) -> None:
    entry = read_cells(Entry(3), {"soreness": text}, NOW)
    assert (entry.soreness, entry.unread) == (None, (("soreness", text),))
    day = ClientDay.of(
        roster("check_in,Ana,,2026-03-04T06:30,,,,1,8,", "plan,Ana,run,2026-03-04T18:00,30,3,easy,,,"), 0, NOW, entry
    )
    assert shown_cells(day)["soreness"] == text
    row = Morning.of(day)
    assert row.state == "ask"
    assert text in row.alerts[0].text
    assert read_cells(entry, {"soreness": "3"}, NOW).unread == ()


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("7,5", 7.5),
        ("7.5", 7.5),
        ("7h30", 7.5),
        ("7:30", 7.5),
        ("7 h", 7),
        ("8h", 8),
        ("7h 30m", 7.5),
        ("450 min", 7.5),
        ("", None),
    ],
)
def test_sleep_as_it_is_typed(text: str, hours: float | None) -> None:
    entry = read_cells(Entry(3), {"sleep_h": text}, NOW)
    assert (entry.sleep_h, entry.unread) == (hours, ())


@pytest.mark.parametrize(("text", "fatigue"), [("4", 4), ("4/5", 4), ("4,5", 4.5), ("1", 1), ("", None)])
def test_fatigue_as_it_is_typed(text: str, fatigue: float | None) -> None:
    entry = read_cells(Entry(), {"fatigue": text}, NOW)
    assert (entry.fatigue, entry.unread) == (fatigue, ())


@pytest.mark.parametrize("text", ["0", "6", "7/10", "4/6", "tired"])
def test_fatigue_that_is_not_understood(text: str) -> None:
    assert read_cells(Entry(), {"fatigue": text}, NOW).unread == (("fatigue", text),)


@pytest.mark.parametrize("text", ["-7", "25", "75", "nan", "inf", "good", "11-6", "10.5 - 6"])
def test_sleep_that_is_not_understood(text: str) -> None:
    assert read_cells(Entry(), {"sleep_h": text}, NOW).unread == (("sleep_h", text),)


@pytest.mark.parametrize(
    ("text", "yesterday", "kinds"),
    [
        ("yes", "yes", []),
        ("done", "yes", []),
        ("no", "no", []),
        ("skipped", "no", []),
        ("easy 30 min", "no", ["run"]),
        ("", "", []),
    ],
)
def test_yesterday_was_done_or_not_or_another(text: str, yesterday: str, kinds: list[str]) -> None:
    entry = read_cells(Entry(), {"yesterday": text}, NOW)
    assert entry.yesterday == yesterday
    assert [session.kind for session in entry.instead] == kinds
    assert all(session.start == dt.datetime(2026, 3, 3, 18) for session in entry.instead)


def test_todays_plan_is_edited_in_place() -> None:
    assert read_cells(Entry(), {"plan": "18:00 easy 30 min"}, NOW).plans is not None
    assert read_cells(Entry(), {"plan": "rest"}, NOW).plans == ()
    assert read_cells(Entry(), {"plan": "xyzzy"}, NOW).unread == (("plan", "xyzzy"),)


@pytest.mark.parametrize(
    ("given", "shown"), [(6.5, "6.5"), (6.25, "6.25"), (4.0, "4"), (13 / 3, "4.3"), (25 / 3, "8.3")]
)
def test_a_number_is_shown_as_it_was_given_and_a_fraction_of_another_scale_to_a_tenth(given: float, shown: str) -> None:
    day = ClientDay.of(roster("check_in,Ana,,2026-03-03T06:30,,,,1,8,"), 0, NOW, Entry(given, 7.5, fatigue=given / 2))
    cells = shown_cells(day)
    assert (cells["soreness"], cells["sleep_h"]) == (shown, "7.5")
    assert "3333" not in cells["fatigue"]
    row = Morning.of(day)
    for said in (*(alert.text for alert in row.alerts), list_csv([row]).decode()):
        assert "3333" not in said


def test_cells_shown_read_back_to_the_same() -> None:
    clients = roster(
        "check_in,Ana,,2026-03-04T06:30,,,,6.5,7.25,fever",
        "plan,Ana,run,2026-03-04T18:00,45,7,tempo,,,",
        "plan,Ana,run,2026-03-03T18:00,45,7,tempo,,,",
    )
    day = ClientDay.of(clients, 0, NOW)
    entry = read_cells(day.entry, shown_cells(day), NOW)
    again = ClientDay.of(clients, 0, NOW, entry)
    assert (again.entry.soreness, again.entry.sleep_h, again.entry.flags) == (6.5, 7.25, frozenset({"illness"}))
    assert [(s.style, s.minutes, s.rpe, s.start) for s in again.plans] == [
        (s.style, s.minutes, s.rpe, s.start) for s in day.plans
    ]


@pytest.mark.parametrize(("rated", "usual", "apart"), [(3.0, 1.25, "+1.75"), (1.0, 1.5, "\u22120.5"), (2.0, 2.0, "0")])
def test_the_distance_from_the_usual_is_the_same_everywhere(rated: float, usual: float, apart: str) -> None:
    assert Usual(rated - usual, usual, 1.0, 28, 1).apart == apart
    assert Usual(rated - usual, usual, 1.0, 28, 1).words == f"{apart} (usual {usual:g}, 28 days)"


def test_nothing_typed_changes_nothing() -> None:
    entry = Entry(3, 7, Complaint.of("fever"))
    assert read_cells(entry, {}, NOW) is entry


@settings(max_examples=150, deadline=None)
@given(name=st.sampled_from(CELLS), text=st.text(max_size=40))
def test_any_text_is_understood_or_kept(name: str, text: str) -> None:
    entry = read_cells(Entry(), {name: text}, NOW)
    assert entry.soreness is None or 0 <= entry.soreness <= 10
    assert entry.sleep_h is None or 0 <= entry.sleep_h <= 16
    assert len(entry.unread) <= 1


def test_a_morning_against_ones_own_usual() -> None:
    days = [f"check_in,Ana,,2026-02-{day:02d}T06:30,,,,2,7.5," for day in range(10, 29)]
    clients = roster(*days, "check_in,Ana,,2026-03-03T06:30,,,,6,7.5,", "check_in,Ana,,2026-03-04T06:30,,,,6,7.5,")
    day = ClientDay.of(clients, 0, NOW)
    assert day.usual_soreness is not None
    assert (day.usual_soreness.distance, day.usual_soreness.count, day.usual_soreness.mornings) == (4, 20, 2)
    assert "usual" in [alert.kind for alert in Morning.of(day).alerts]
    said = next(alert.text for alert in Morning.of(day).alerts if alert.kind == "usual")
    assert said.split()[1] == day.usual_soreness.words.split()[0] == "+4"
    few = ClientDay.of(roster(*days[-6:], "check_in,Ana,,2026-03-04T06:30,,,,6,7.5,"), 0, NOW)
    assert few.usual_soreness is None


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Ana 6 7h30", {"soreness": "6", "sleep_h": "7h30"}),
        ("Ana Ruiz: 6,5 8", {"soreness": "6,5", "sleep_h": "8"}),
        ("ana slept 7:30, soreness 4/10, knee hurts", {"soreness": "4/10", "sleep_h": "7:30", "wrong": "knee hurts"}),
        ("Ana 3", {"soreness": "3"}),
        ("Ana all good", {"wrong": "all good"}),
        # A word says what a number is, whichever comes first.
        ("Ana slept 8, sore 3", {"soreness": "3", "sleep_h": "8"}),
        ("Ana sleep 3 soreness 8", {"soreness": "8", "sleep_h": "3"}),
        ("Ana 3 sore 8 sleep", {"soreness": "3", "sleep_h": "8"}),
        ("Ana Schlaf 7,5 Muskelkater 4", {"soreness": "4", "sleep_h": "7,5"}),
        (
            "Ana sommeil 7, courbatures 4, douleur genou",
            {"soreness": "4", "sleep_h": "7", "wrong": "douleur genou"},
        ),
        ("Ana dorm\u00ed 7, agujetas 4", {"soreness": "4", "sleep_h": "7"}),
        ("Ana 4 out of 10, slept 7-8 hours", {"soreness": "4 out of 10", "sleep_h": "7-8 hours"}),
        ("Ana very sore, 7 hours 30 min", {"soreness": "very sore", "sleep_h": "7 hours 30 min"}),
        ("Ana soreness 2 (yesterday 6) sleep 7", {"soreness": "2", "sleep_h": "7", "wrong": "(yesterday 6)"}),
        # What messengers put before a line and behind a name.
        ("[06.05.26, 06:12:11] Ana: 6, 7.5h", {"soreness": "6", "sleep_h": "7.5h"}),
        ("5/6/26, 6:12 AM - Ana Ruiz: 6 and 7.5 hours", {"soreness": "6", "sleep_h": "7.5 hours"}),
        ("Ana, 6:12 AM: 4", {"soreness": "4"}),
        ("6:12 AM Ana: 6 7h", {"soreness": "6", "sleep_h": "7h"}),
        # Answers below the name, and with the numbers of the questions.
        ("Ana Ruiz\n6 7h", {"soreness": "6", "sleep_h": "7h"}),
        ("Ana, 06:12\n6 7h", {"soreness": "6", "sleep_h": "7h"}),
        ("Ana 1. 6\n2. 7.5\n3. no", {"soreness": "6", "sleep_h": "7.5", "wrong": "no"}),
        ("Ana: 1) 6 2) 7h30 3) left knee", {"soreness": "6", "sleep_h": "7h30", "wrong": "left knee"}),
        # When they woke is not how long they slept.
        ("Ana woke at 6:30, slept 7:30, legs 5", {"soreness": "5", "sleep_h": "7:30", "wrong": "woke at 6:30"}),
        ("Ana legs heavy (4), slept 7h", {"soreness": "4", "sleep_h": "7h", "wrong": "heavy"}),
        # A number beside the hours slept is the soreness still.
        ("Ana 8/10 slept 5 hours, knee hurts", {"soreness": "8/10", "sleep_h": "5 hours", "wrong": "knee hurts"}),
        ("Ana 7h of sleep 8/10", {"soreness": "8/10", "sleep_h": "7h"}),
        ("Ana 4 dormi 7h", {"soreness": "4", "sleep_h": "7h"}),
        ("Ana Schlaf 7 Std 4/10", {"soreness": "4/10", "sleep_h": "7 Std"}),
        ("Ana slept 7h, sleep quality 8/10, sore 3", {"soreness": "3", "sleep_h": "7h", "wrong": "quality 8/10"}),
    ],
)
def test_a_pasted_reply_is_whose_it_is(line: str, cells: dict[str, str]) -> None:
    assert Replies.of(line, ["Ana Ruiz", "Ben Okafor"]) == Replies({0: cells})


def test_a_reply_that_may_be_two_peoples_is_nobodys() -> None:
    replies = Replies.of("Ana 6\nZed 4\n\nBen 2", ["Ana Ruiz", "Ana Berg", "Ben Okafor"])
    assert replies.unread == ("Ana 6", "Zed 4")
    assert replies.cells == {2: {"soreness": "2"}}


def test_what_goes_on_below_a_name_that_is_not_known_is_nobodys() -> None:
    replies = Replies.of("Ana 6\nZed\n4 7h\nBen\n2", ["Ana Ruiz", "Ben Okafor"])
    assert replies.unread == ("Zed", "4 7h")
    assert replies.cells == {0: {"soreness": "6"}, 1: {"soreness": "2"}}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_pasted_text_is_read_or_named(text: str) -> None:
    replies = Replies.of(text, ["Ana Ruiz"])
    assert set(replies.cells) <= {0}


def test_a_note_or_a_plan_that_is_typed_moves_no_rating() -> None:
    ana = roster(
        "session,Ana,legs,2026-03-03T18:00,60,8,,,,",
        "check_in,Ana,,2026-03-04T05:10,,,,5,8,",
        "plan,Ana,run,2026-03-04T18:00,60,4,easy,,,",
    )
    noon = NOW.replace(hour=12)
    before = ClientDay.of(ana, 0, noon)
    entry = read_cells(before.entry, {"note": "ask tomorrow"}, noon)
    after = ClientDay.of(ana, 0, noon, entry)
    assert after.scenario == before.scenario
    assert ClientDay.of(read_roster(roster_csv(ana, noon, {0: entry})), 0, noon).scenario == before.scenario
    rated = ClientDay.of(ana, 0, noon, read_cells(before.entry, {"soreness": "6"}, noon))
    assert [(c.time, c.soreness) for c in rated.scenario.check_ins] == [(noon, 6)]


def test_mornings_without_a_rating_count_as_missed() -> None:
    """Who tells their sleep alone did not begin today: they owe seven ratings, not one."""
    nights = [f"check_in,Ana,,2026-02-{day:02d}T06:30,,,,,7.5," for day in range(20, 29)]
    assert ClientDay.of(roster(*nights), 0, NOW).checked_in == (0, 7)
    assert ClientDay.of(roster("check_in,Ana,,2026-03-03T06:30,,,,2,7.5,"), 0, NOW).checked_in == (1, 2)
