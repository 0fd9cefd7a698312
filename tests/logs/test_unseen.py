"""Shapes of other people's tables, each with the right values written down before it was read."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, sessions

RUN_AND_LEGS = ["run 02 40min", "legs 04 60min"]
ROWS = (("2026-03-02", "Run", "40"), ("2026-03-04", "Legs", "60"))
RULED = "+------------+------+-----+\n"


@pytest.mark.parametrize("mark", ["^", "~", "||", "::", ";;", "¦", "|", " | "])
def test_marks_between_columns(mark: str) -> None:
    text = "".join(mark.join(row) + "\n" for row in (("Date", "Sport, kind", "Min"), *ROWS))
    assert sessions(text) == RUN_AND_LEGS


@pytest.mark.parametrize(
    "text",
    [
        "Date        Sport   Min\n2026-03-02  Run     40\n2026-03-04  Legs    60\n",
        "| Date | Sport | Min |\n|------|:-----|----:|\n| 2026-03-02 | Run | 40 |\n| 2026-03-04 | Legs | 60 |\n",
        f"{RULED}| Date       | Sport| Min |\n{RULED}| 2026-03-02 | Run  | 40  |\n| 2026-03-04 | Legs | 60  |\n{RULED}",
        "sep=^\nDate^Sport^Min\n2026-03-02^Run^40\n2026-03-04^Legs^60\n",
    ],
)
def test_tables_drawn_in_text(text: str) -> None:
    log = guessed(text)
    assert sessions(text) == RUN_AND_LEGS
    assert not log.problems


def test_a_mark_in_a_text_parts_no_columns() -> None:
    assert sessions("Date;Session\n2026-03-02;Run ~ 40 min\n2026-03-04;Legs ~ 60 min\n") == RUN_AND_LEGS


# Text of the table, and its sessions.
BY_THEIR_END = {
    "an end and a length": (
        "Finished,Sport,Minutes\n2026-03-02 18:40,Run,40\n2026-03-04 19:00,Legs,60\n",
        ["run 02 18:00 40min", "legs 04 18:00 60min"],
    ),
    "a day, and the clock of the end": (
        "Datum;Ende;Sport;Dauer\n02.03.2026;18:40 Uhr;Laufen;0:40\n04.03.2026;0:20;Beine;1:00\n",
        ["run 02 18:00 40min", "legs 04 23:20 60min"],
    ),
    "an end alone": ("End time,Sport\n2026-03-02 18:40,Run\n", ["run 02 18:10 ~30min"]),
    "a start in some rows": (
        "Start,End,Sport,Minutes\n2026-03-02 18:00,2026-03-02 18:40,Run,\n,2026-03-04 19:00,Legs,60\n",
        ["run 02 18:00 40min", "legs 04 18:00 60min"],
    ),
    "lifts that say when the workout was over": (
        "Workout end,Exercise,Reps\n" + "2026-03-04 19:00,Squat,5\n" * 10,
        ["legs 04 18:30 ~30min 10sets"],
    ),
    "sets that say when each was done": (
        "Completed at,Exercise,Reps\n" + "".join(f"2026-03-04 18:{at:02},Squat,5\n" for at in range(4, 60, 6)),
        ["legs 04 18:04 ~54min 10sets"],
    ),
}


@pytest.mark.parametrize("name", BY_THEIR_END)
def test_sessions_by_their_end(name: str) -> None:
    text, expected = BY_THEIR_END[name]
    assert sessions(text) == expected
    worked_out = any(each.key == "starts" for each in guessed(text).assumptions)
    assert worked_out == (name != "sets that say when each was done")


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        ("🏃", "run"),
        ("🏃🏻‍♀️", "run"),
        ("🏋️", "other"),
        ("🏋🏽‍♂️", "other"),
        ("💪", "other"),
        ("🦵", "legs"),
        ("🏋️🦵", "legs"),
        ("🚶", "walk"),
        ("🥾", "walk"),
        ("🚴", "other"),
        ("🚵‍♂️", "other"),
        ("🏊", "other"),
        ("🧘", "other"),
    ],
)
def test_sports_as_pictures(signs: str, kind: str) -> None:
    log = guessed(f"Date,Sport,Min\n2026-03-02,{signs},40\n")
    assert [session.kind for session in log.sessions] == [kind]
    assert not any(each.key.startswith("activity:") for each in log.assumptions)


def test_pictures_that_say_two_things_are_asked_about() -> None:
    log = guessed("Date,Sport,Min\n2026-03-02,🏃🚴,40\n2026-03-03,🎉,40\n2026-03-04,😴,0\n")
    assert [each.key for each in log.assumptions if each.key.startswith("activity:")] == [
        "activity:🎉",
        "activity:🏃🚴",
    ]
