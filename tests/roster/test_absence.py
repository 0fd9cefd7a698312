"""Away, ill or injured: what holds on those days, and the way back after them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from legrun.answering import answer
from legrun.roster import ClientDay, Entry, Morning, read_roster, roster_csv
from legrun.roster.absence import Absence
from legrun.roster.typed import read_cells, shown_cells
from tests.roster.rosters import roster, row_of

NOW = dt.datetime(2026, 3, 4, 7)  # a Wednesday
TODAY = NOW.date()
ROWS = (
    *(f"session,Ana,run,2026-02-{day:02d}T18:00,60,4,easy,,," for day in range(1, 27, 2)),
    "check_in,Ana,,2026-03-04T06:30,,,,0,8,",
    "plan,Ana,run,2026-03-04T18:00,30,4,easy,,,",
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ill until 12 Mar", "ill 4 Mar 2026 to 12 Mar 2026"),
        ("Away 3 Mar to 12 Mar", "away 3 Mar 2026 to 12 Mar 2026"),
        ("holiday 3.3.-12.3.", "away 3 Mar 2026 to 12 Mar 2026"),
        ("injured since Monday", "injured since 2 Mar 2026"),
        ("flu", "ill since 4 Mar 2026"),
        ("ill for 5 days", "ill 4 Mar 2026 to 8 Mar 2026"),
        ("away until Sunday", "away 4 Mar 2026 to 8 Mar 2026"),
        ("sick, back Friday", "ill 4 Mar 2026 to 5 Mar 2026"),
        ("from tomorrow travel until 2026-03-20", "away 5 Mar 2026 to 20 Mar 2026"),
        ("ill since yesterday for 3 days", "ill 3 Mar 2026 to 5 Mar 2026"),
        ("ill since Monday for 2 weeks", "ill 2 Mar 2026 to 15 Mar 2026"),
        ("away Mon to Fri", "away 2 Mar 2026 to 6 Mar 2026"),
        ("away Sat to Mon", "away 7 Mar 2026 to 9 Mar 2026"),
        ("ill Sat to Mon", "ill 28 Feb 2026 to 2 Mar 2026"),
        ("away from Friday, back Monday", "away 6 Mar 2026 to 8 Mar 2026"),
        ("travel Friday for 2 days", "away 6 Mar 2026 to 7 Mar 2026"),
        ("away from Friday", "away since 6 Mar 2026"),
        ("away since Friday", "away since 27 Feb 2026"),
        ("away 20 Feb to 27 Feb", "away 20 Feb 2026 to 27 Feb 2026"),
    ],
)
def test_an_absence_as_it_is_typed(text: str, words: str) -> None:
    read = Absence.parse(text, TODAY)
    assert read is not None
    assert read[0].words == words
    assert Absence.parse(words, TODAY) == read


@pytest.mark.parametrize(
    "text",
    [
        "qwerty",
        "ill until never",
        "away 12 Mar to 3 Mar",
        "ill for 0 days",
        "back Friday",
        "away, back",
        "away, back soon",
    ],
)
def test_what_is_not_understood_stays_and_is_asked(text: str) -> None:
    assert Absence.parse(text, TODAY) is None
    assert read_cells(Entry(), {"absence": text}, NOW).unread == (("absence", text),)


def absent(text: str) -> Morning:
    ana = roster(*ROWS)
    entry = read_cells(ClientDay.of(ana, 0, NOW).entry, {"absence": text}, NOW)
    return Morning.of(ClientDay.of(ana, 0, NOW, entry))


@pytest.mark.parametrize("kind", ["away", "ill", "injured"])
def test_no_verdict_overrides_an_absence(kind: str) -> None:
    row = absent(f"{kind} until 12 Mar")
    assert row_of(roster(*ROWS), now=NOW).state == "fits"
    assert (row.state, row.verdict, row.recovery, row.spark, row.hard) == ("away", None, None, (), "")
    assert row.reason == f"{kind.capitalize()} until 12 Mar"
    assert [alert.text for alert in row.alerts] == [f"A plan while {kind}"]
    assert row.proposal is not None
    assert row.proposal.plans == ()
    assert "run" not in row.message() or "No run" in row.message()


def test_the_way_back_is_gradual_and_ends() -> None:
    ill = Absence("ill", dt.date(2026, 2, 26), dt.date(2026, 3, 1))  # four days
    ana = roster(*ROWS)
    most = []
    for days in range(1, 7):
        now = NOW.replace(month=3, day=1 + days)
        day = ClientDay.of(ana, 0, now, Entry(soreness=0, sleep_h=8, absence=(ill,)))
        advice = answer(replace(day.scenario, planned=None)).for_plan
        most.append((advice.verdict, round(advice.max_minutes)))
    assert [verdict for verdict, _ in most] == ["easy", "easy", "moderate", "moderate", "hard", "hard"]
    assert most[0][1] < most[2][1]
    assert most[0][1] < 60 / 2  # less than an easy run is given otherwise


def test_a_short_time_away_needs_no_way_back_and_a_long_illness_no_more_than_two_weeks() -> None:
    first = dt.date(2026, 1, 1)
    assert Absence("away", first, first + dt.timedelta(days=5)).step(first + dt.timedelta(days=6)) is None
    assert Absence("away", first, first + dt.timedelta(days=6)).step(first + dt.timedelta(days=7)) == "returning"
    long = Absence("injured", first, first + dt.timedelta(days=60))
    assert [long.step(first + dt.timedelta(days=60 + days)) for days in (7, 8, 14, 15)] == [
        "returning", "rebuilding", "rebuilding", None,
    ]  # fmt: skip


def test_an_absence_a_group_and_a_note_come_back_from_the_days_file_and_are_no_rows_left_out() -> None:
    ana = roster(*ROWS)
    cells = {"absence": "ill until 12 Mar", "group": "Marathon", "note": "ask on Friday"}
    entry = read_cells(ClientDay.of(ana, 0, NOW).entry, cells, NOW)
    again = read_roster(roster_csv(ana, NOW, {0: entry}))
    day = ClientDay.of(again, 0, NOW)
    assert (day.absence, day.group, day.note) == ((entry.absence or (None,))[0], "Marathon", "ask on Friday")
    assert (day.problems, again.log(0).problems) == ((), ())
    assert shown_cells(day)["absence"] == "ill 4 Mar 2026 to 12 Mar 2026"
    back = read_cells(day.entry, {"absence": "back"}, NOW, day.absence)
    assert ClientDay.of(again, 0, NOW, back).absence is None  # it began today
    friday = NOW + dt.timedelta(days=2)
    back = read_cells(day.entry, {"absence": "back"}, friday, day.absence)
    over = ClientDay.of(again, 0, friday, back)
    assert over.absence is not None
    assert (over.absence.last, over.step) == (dt.date(2026, 3, 5), "returning")
    gone = read_roster(roster_csv(again, NOW, {0: read_cells(day.entry, {"absence": ""}, NOW, day.absence)}))
    assert ClientDay.of(gone, 0, NOW).absence is None


def test_a_silent_client_who_is_away_needs_no_look() -> None:
    silent = roster("session,Ana,legs,2026-02-20T18:00,60,8,,,,", "check_in,Ana,,2026-02-20T07:00,,,,2,8,")
    assert [alert.kind for alert in row_of(silent, now=NOW).alerts] == ["silent"]
    entry = read_cells(ClientDay.of(silent, 0, NOW).entry, {"absence": "away until 12 Mar"}, NOW)
    assert Morning.of(ClientDay.of(silent, 0, NOW, entry)).alerts == ()
