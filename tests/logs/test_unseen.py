"""Shapes of other people's tables, each with the right values written down before it was read."""

from __future__ import annotations

import pytest

from legrun.errors import LogFormatError
from legrun.logs import read_log
from legrun.logs.fields.ratings import ASKED
from legrun.logs.fields.scores import NO_RATING
from tests.logs.guessed import guessed, nights, sessions
from tests.logs.unseen import NIGHTS, NOTHING, SESSIONS, SORENESS

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


# Headers, cells, and the efforts that they stand for; ASKED where a person has to say, NO_RATING where it is a score.
EFFORTS = [
    # What a person was asked for.
    *(
        (header, "5 8 3", (5, 8, 3))
        for header in ("RPE", "Borg CR10", "Perceived exertion", "How hard was it?", "sRPE")
    ),
    *((header, "5 8 3", (5, 8, 3)) for header in ("Anstrengung", "Esfuerzo percibido", "Effort perçu", "Inspanning")),
    *(
        (header, "5 8 3", (5, 8, 3))
        for header in ("усилие", "自覚的運動強度", "Workout effort", "Exertion", "Intensity")
    ),
    ("RPE", "6.7 8.1 3.2", (6.7, 8.1, 3.2)),
    ("How hard was it?", "2 4 5", (2, 4, 5)),
    ("Effort (1-5)", "2 4 5", (4, 8, 10)),
    ("Perceived Exertion", "50 80 30", (5, 8, 3)),
    ("Effort", "50 80 30", (5, 8, 3)),
    ("Exertion", "13 20 12", (5, 10, 30 / 7)),
    # What may be a scale of five, or a score.
    *((header, "2 5 3", ASKED) for header in ("Effort", "Exertion", "Difficulty", "Schwierigkeit", "Zorluk")),
    *(
        (header, "45 88 23", ASKED)
        for header in ("Effort", "Exertion", "Intensité", "Belastung", "Нагрузка", "Esfuerzo")
    ),
    *((header, "5.3 7.8 3.1", ASKED) for header in ("Exertion", "Effort", "Intensity", "Physical Effort", "Sforzo")),
    ("Effort", "75% 82% 91%", (7.5, 8.2, 9.1)),
    ("Intensity", "75% 82% 91%", ASKED),
    ("Intensity", "70 80 90", ASKED),
    ("Effort", "12 17 9", ASKED),
    ("sRPE", "40 90 60", ASKED),
    # What an app worked out.
    ("Effort", "45 188 231", NO_RATING),
    ("Belastung", "85 120 230", NO_RATING),
    ("sRPE", "240 300 120", NO_RATING),
    ("Intensity", "0.75 0.82 0.91", NO_RATING),
    *(
        (header, "4 8 2", None)
        for header in ("Strain", "Day Strain", "Training Effect", "Aerobic TE", "Load", "Suffer Score")
    ),
    *(
        (header, "4 8 2", None)
        for header in ("Relative Effort", "Effort relatif", "Esfuerzo relativo", "Sforzo relativo")
    ),
    *(
        (header, "4 8 2", None)
        for header in ("Esforço relativo", "Relatieve inspanning", "Relativer Aufwand", "Stress")
    ),
    *((header, "4 8 2", None) for header in ("相対的エフォート", "Trainingsbelastung", "Cardio load", "Training load")),
    *((header, "1 1 2", None) for header in ("Intensity Factor", "IF", "Exercise Load", "Estimated workout effort")),
    *((header, "2 4 5", None) for header in ("Feel", "Feeling", "Mood", "Gefühl")),
]


@pytest.mark.parametrize(("header", "cells", "expected"), EFFORTS)
def test_what_is_an_effort(header: str, cells: str, expected: tuple[float, ...] | str | None) -> None:
    rows = "".join(f"2026-03-{day:02},Run,40,{cell}\n" for day, cell in enumerate(cells.split(), 2))
    log = guessed(f"Date,Sport,Min,{header}\n{rows}")
    scales = [each.value for each in log.assumptions if each.key == "effort_scale"]
    if isinstance(expected, tuple):
        assert [session.rpe for session in log.sessions] == pytest.approx(expected)
    else:
        assert scales == ([expected] if expected else [])
        assert all("rpe" in session.estimated for session in log.sessions)


def test_what_may_be_a_score_is_a_rating_once_it_is_said() -> None:
    text = "Date,Sport,Min,Effort\n2026-03-02,Run,40,45\n2026-03-03,Run,40,88\n"
    asked = next(each for each in guessed(text).assumptions if each.key == "effort_scale")
    assert {"0-100", NO_RATING} <= set(asked.options)
    assert [session.rpe for session in guessed(text, **{asked.choice: "0-100"}).sessions] == [4.5, 8.8]
    declined = guessed(text, **{asked.choice: NO_RATING})
    assert all("rpe" in session.estimated for session in declined.sessions)


def test_percentages_of_a_lift_rate_no_set() -> None:
    rows = "2026-03-02,Squat,5,100,75%\n" * 5
    log = guessed(f"Date,Exercise,Reps,Weight,Intensity\n{rows}")
    assert [session.rpe for session in log.sessions] == [7]
    assert "effort:rated" not in {each.key for each in log.assumptions}


# Name of the file, its text, and the days of its sessions; None where it is refused with a sentence.
TOLD_DATES = {
    "a title": ("a.csv", "March 2025,,\nDay,Sport,Min\n3,Run,40\n5,Legs,60\n", "2025-03-03 2025-03-05"),
    "a title in German": (
        "a.csv",
        "Trainingstagebuch März 2025;;\n;;\nTag;Sport;Min\nMo 3.;Laufen;40\nMi 5.;Beine;60\n",
        "2025-03-03 2025-03-05",
    ),
    "the name of the file": ("training_2025-03.csv", "Day,Sport,Min\n3,Run,40\n5,Legs,60\n", "2025-03-03 2025-03-05"),
    "headings": (
        "a.csv",
        "Day,Sport,Min\nMarch 2025,,\n3,Run,40\n5,Legs,60\nApril 2025,,\n2nd,Run,30\n",
        "2025-03-03 2025-03-05 2025-04-02",
    ),
    "headings below a year": (
        "a.csv",
        "Jour,Sport,Min\n2025,,\nmars,,\nlun 3,Course,40\navril,,\n2,Course,30\n",
        "2025-03-03 2025-04-02",
    ),
    "a year in the title": (
        "a.csv",
        "Log 2025;;\nDatum;Sport;Min\n3.2.;Laufen;40\n14.2.;Beine;60\n",
        "2025-02-03 2025-02-14",
    ),
    "a year in the name": (
        "My 2025 training.csv",
        "Date,Sport,Min\n3 Mar,Run,40\n5-Mar,Legs,60\n",
        "2025-03-03 2025-03-05",
    ),
    "a weekday beside that fits": ("2025.csv", "Day,Date,Sport,Min\nMon,3/3,Run,40\n", "2025-03-03"),
    "a weekday beside that does not": ("March 2025.csv", "Date,Day,Sport,Min\n3,Tue,Run,40\n5,Thu,Legs,60\n", None),
    "the day of an export": ("export-2025-11-30.csv", "Date,Sport,Min\n2 Mar,Run,40\n4 Mar,Legs,60\n", None),
    "a turn of the year": ("2025.csv", "Date,Sport,Min\n28 Dec,Run,40\n4 Jan,Legs,60\n", None),
    "two years": ("2024-2025.csv", "Date,Sport,Min\n28 Nov,Run,40\n4 Dec,Legs,60\n", None),
    "days of a programme": ("March 2025.csv", "Day,Sport,Min\n1,Run,40\n2,Legs,60\n1,Run,40\n2,Legs,60\n", None),
    "nothing": ("a.csv", "Day,Sport,Min\n3,Run,40\n5,Legs,60\n", None),
}


@pytest.mark.parametrize("case", TOLD_DATES)
def test_dates_of_which_a_part_stands_elsewhere(case: str) -> None:
    name, text, days = TOLD_DATES[case]
    if days is None:
        with pytest.raises(LogFormatError, match=r"no year|no month|days of the week"):
            read_log(text, name, guess=True)
        return
    log = read_log(text, name, guess=True)
    assert " ".join(f"{session.start:%Y-%m-%d}" for session in log.sessions) == days
    assert any("is told by" in problem.message for problem in log.problems)


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions_of_other_peoples_tables(name: str) -> None:
    text, expected = SESSIONS[name]
    assert sessions(text) == expected


@pytest.mark.parametrize("name", NIGHTS)
def test_nights_of_other_peoples_tables(name: str) -> None:
    text, expected = NIGHTS[name]
    assert nights(text) == expected


@pytest.mark.parametrize("name", SORENESS)
def test_soreness_of_other_peoples_tables(name: str) -> None:
    text, expected = SORENESS[name]
    assert [check_in.soreness for check_in in guessed(text).check_ins] == pytest.approx(expected)


def test_rows_below_a_date_are_asked_about_where_they_are_sessions() -> None:
    (question,) = guessed("Date,Sport,Min\n2026-03-02,Run,40\n,Legs,60\n2026-03-04,Run,30\n").questions
    assert question.key.startswith("blank_dates")
    assert not guessed("Date,Exercise,Sets,Reps\n2026-03-02,Squat,4,5\n,Lunge,3,8\n").questions


@pytest.mark.parametrize("name", NOTHING)
def test_tables_without_training_give_nothing(name: str) -> None:
    try:
        log = guessed(NOTHING[name])
    except LogFormatError:
        return
    assert (log.sessions, log.check_ins, dict(log.sleep_h)) == ((), (), {})


LIFTED = "Squat,4,5,100\nLeg Press,3,10,140\n"
SQUAT_AND_BENCH = ["legs 02 ~21min 7sets", "upper 04 ~12min"]
# Text of the table, and its sessions.
HEADED = {
    "days": (
        f'Exercise,Sets,Reps,kg\n"Monday, 2 March 2026",,,\n{LIFTED}4 March 2026,,,\nBench Press,4,8,60\n',
        SQUAT_AND_BENCH,
    ),
    "days, and the header again": (
        f"2 March 2026,,,\nExercise,Sets,Reps,kg\n{LIFTED}4 March 2026,,,\nExercise,Sets,Reps,kg\nBench Press,4,8,60\n",
        SQUAT_AND_BENCH,
    ),
    "days without a header": (
        "2026-03-02,,\nSquat,4x5,100 kg\nLeg Press,3x10,140 kg\n2026-03-04,,\nBench Press,4x8,60 kg\n",
        SQUAT_AND_BENCH,
    ),
    "weeks": (
        "Week of 2 March 2026,,\nDay,Session,Min\nMon,Run,40\nWed,Legs,60\nWeek of 9 March 2026,,\nMon,Run,30\n",
        [*RUN_AND_LEGS, "run 09 30min"],
    ),
    "weeks by number": (
        "Tag;Einheit;Min\nKW 10 2026;;\nMo;Laufen;40\nMi;Beine;60\nKW 11/2026;;\nDi;Laufen;30\n",
        [*RUN_AND_LEGS, "run 10 30min"],
    ),
    "weeks from day to day": (
        "Jour;Séance;Durée\nSemaine du 2 au 8 mars 2026;;\nlundi;Footing;40'\nmercredi;Jambes;60'\n",
        RUN_AND_LEGS,
    ),
}


@pytest.mark.parametrize("name", HEADED)
def test_rows_below_the_line_of_their_day_or_week(name: str) -> None:
    text, expected = HEADED[name]
    assert sessions(text) == expected
    assert any("stand in lines of their own" in problem.message for problem in guessed(text).problems)


@pytest.mark.parametrize("line", ["Exported 2 March 2026", "03/02/2026", "Week 10"])
def test_a_line_that_names_no_day_beyond_doubt_dates_nothing(line: str) -> None:
    with pytest.raises(LogFormatError):
        guessed(f"{line},,\nExercise,Sets,Reps\nSquat,4,5\nLeg Press,3,8\n")
