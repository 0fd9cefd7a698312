"""The week of all clients: what is planned, and what of it clashes."""

from __future__ import annotations

import pytest

from legrun.report.team_week import CLASHES, ClientWeek, days_of, week_html
from legrun.roster import ClientDay, Entry, Morning
from legrun.roster.typed import read_cells
from tests.roster.rosters import NOW, roster

DAYS = days_of(NOW)  # from a Wednesday on
TEAM = roster(
    *(f"session,Ana,run,2026-02-{day:02d}T18:00,60,4,easy,,," for day in range(4, 28, 3)),
    "check_in,Ana,,2026-03-04T06:30,,,,1,8,",
    "plan,Ana,legs,2026-03-05,75,9,,,,",
    "plan,Ana,run,2026-03-06T07:00,60,9,intervals,,,",
    "plan,Ana,run,2026-03-09,30,3,easy,,,",
    "plan,Ana,run,2026-03-20,30,3,easy,,,",
)


def week_of(entry: Entry | None = None) -> ClientWeek:
    return ClientWeek.of(ClientDay.of(TEAM, 0, NOW, entry))


def test_a_hard_run_the_morning_after_a_leg_day_clashes_and_says_what_would_fit() -> None:
    week = week_of()
    assert week.words(DAYS[0]) == ()
    assert week.words(DAYS[1]) == ("Legs 75 min",)
    assert week.words(DAYS[2]) == (f"{CLASHES}Intervals 60 \u2192 walk 40",)
    assert week.words(DAYS[5]) == ("Easy 30 min",)
    # It names its day itself, once.
    assert week.clashes[0].count(f"{DAYS[2]:%A}") == 1
    assert "leg day" in week.clashes[0]


def test_what_would_fit_is_said_by_the_name_of_its_verdict() -> None:
    entry = read_cells(Entry(soreness=4), {"plan": "18:00 intervals 25 min effort 9"}, NOW)
    (said,) = week_of(entry).words(DAYS[0])
    assert said == f"{CLASHES}Intervals 25 \u2192 steady"


def test_what_was_entered_is_of_the_week_and_an_absence_takes_its_days() -> None:
    entry = read_cells(Entry(soreness=1), {"plan": "easy 40 min", "absence": "away Saturday to Sunday"}, NOW)
    week = week_of(entry)
    assert week.words(DAYS[0]) == ("Easy 40 min",)
    absent = read_cells(Entry(soreness=1), {"absence": "away 7 Mar to 8 Mar"}, NOW)
    assert [week_of(absent).words(date) for date in DAYS[2:6]][1:3] == [("Away",), ("Away",)]


def test_the_page_to_print_has_every_day_and_clash() -> None:
    page = week_html([week_of()], NOW)
    assert all(f"{date:%a} {date.day} {date:%b}" in page for date in DAYS)
    assert "Ana: Intervals on Friday, " in page


@pytest.mark.parametrize("clock", ["", "T07:30", "T18:00"])
@pytest.mark.parametrize("sore", [2, 6, 9])
def test_the_run_of_today_has_the_verdict_of_its_row(clock: str, sore: int) -> None:
    team = roster(
        "session,Ana,legs,2026-03-02T18:00,60,8,,,,",
        f"check_in,Ana,,2026-03-04T06:30,,,,{sore},8,",
        f"plan,Ana,run,2026-03-04{clock},45,7,tempo,,,",
    )
    day = ClientDay.of(team, 0, NOW)
    (run,) = ClientWeek.of(day).on(DAYS[0])
    row = Morning.of(day)
    assert run.advice is not None
    assert run.advice.at == row.advice.at
    assert (run.advice.verdict, run.fits) == (row.verdict, row.state == "fits")
