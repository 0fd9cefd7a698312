"""Coaches' sheets whose tables are more than a header and rows, and answers that name parts of legs, days or hours."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from legrun.errors import LogFormatError
from legrun.roster import ClientDay, Roster, read_files
from legrun.roster.forms.form import Form
from legrun.roster.sessions.text import session_text
from tests.examples import examples

NOW = dt.datetime(2026, 5, 6, 8)  # a Wednesday
TODAY = dt.date(2026, 5, 6)


def forms_of(data: str | bytes, name: str = "answers.csv") -> list[Form]:
    return read_files([(name, data.encode() if isinstance(data, str) else data)]).forms(now=NOW)


def days_of(forms: list[Form]) -> dict[str, ClientDay]:
    assert not [name for form in forms for name in form.missing]
    roster = Roster.of([form.sheet for form in forms])
    return {name: ClientDay.of(roster, client, NOW) for client, name in enumerate(roster.clients)}


def said(forms: list[Form]) -> str:
    return " ".join(problem.message for form in forms for problem in form.sheet.problems)


def answers(forms: list[Form]) -> dict[str, tuple[float | None, float | None]]:
    return {name: (day.entry.soreness, day.entry.sleep_h) for name, day in days_of(forms).items()}


def workbook(sheets: dict[str, list[list[object]]], *merged: tuple[str, str]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    for name, cells in merged:
        book[name].merge_cells(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


# Each holds of Ana soreness 4 and 7.5 h of sleep, of Ben soreness 6 and 7 h.
SHEETS = {
    "a table below the other": (
        "Soreness 0-10,,\nDate,Ana,Ben\n2026-05-06,4,6\n,,\nSleep (h),,\nDate,Ana,Ben\n2026-05-06,7.5,7\n"
    ),
    "people above their columns": ",Ana,,Ben,\nDate,Sore 0-10,Sleep h,Sore 0-10,Sleep h\n2026-05-06,4,7.5,6,7\n",
    "measures down and people across": "Wellness 6 May 2026,,\nMeasure,Ana,Ben\nSoreness (0-10),4,6\nSleep (h),7.5,7\n",
    "a remark below the rows": (
        "Date,Athlete,Soreness (0-10),Sleep h\n2026-05-06,Ana,4,7.5\n2026-05-06,Ben,6,7\n,,,\n"
        "Note: exam week,,,\nUpdated by Kim,,,\n"
    ),
    "measures above people": "Team,Soreness (0-10),,Sleep h,\nDate,Ana,Ben,Ana,Ben\n2026-05-06,4,6,7.5,7\nAverage,5,,7,\n",
    "the header again": (
        "Date,Athlete,Soreness (0-10),Sleep h\n2026-05-05,Ana,1,6\nDate,Athlete,Soreness (0-10),Sleep h\n"
        "2026-05-06,Ana,4,7.5\n2026-05-06,Ben,6,7\n"
    ),
    "names on the first of their rows": (
        "Athlete,Date,Soreness (0-10),Sleep h\nAna,2026-05-05,1,6\n,2026-05-06,4,7.5\nBen,2026-05-05,1,8\n,2026-05-06,6,7\n"
    ),
    "left and right": (
        "Date,Athlete,Left leg soreness (0-10),Right leg soreness (0-10),Sleep h\n2026-05-06,Ana,1,4,7.5\n2026-05-06,Ben,6,,7\n"
    ),
    "legs beside all of the body": (
        "Date,Athlete,Soreness (0-10),Leg soreness (0-10),Sleep h\n2026-05-06,Ana,9,4,7.5\n2026-05-06,Ben,0,6,7\n"
    ),
    "muscles, and arms": (
        "Date,Athlete,Quad soreness (0-10),Calf soreness (0-10),Arm soreness (0-10),Sleep h\n"
        "2026-05-06,Ana,4,2,9,7.5\n2026-05-06,Ben,0,6,9,7\n"
    ),
    "hours in words": (
        "Timestamp,Name,Soreness (0-10),How much sleep did you get?\n2026-05-06 06:10:00,Ana,4,7\u00bd hours\n"
        "2026-05-06 06:11:00,Ben,6,6-8 hours\n2026-05-06 06:12:00,Cy,2,Less than 5 hours\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SHEETS)
def test_sheets_of_several_tables_and_parts(name: str) -> None:
    read = answers(forms_of(SHEETS[name]))
    assert (read["Ana"], read["Ben"]) == ((4, 7.5), (6, 7))
    assert read.get("Cy", (2, 5)) == (2, 5), "who slept less than 5 hours slept no usual night"


def test_cells_that_are_merged_above_and_titles_on_each_ones_sheet() -> None:
    rows: list[list[object]] = [
        ["", "Ana", "", "Ben", ""],
        ["Date", "Sore 0-10", "Sleep h", "Sore 0-10", "Sleep h"],
        [TODAY, 4, 7.5, 6, 7],
    ]
    merged = forms_of(workbook({"Wellness": rows}, ("Wellness", "B1:C1"), ("Wellness", "D1:E1")), "team.xlsx")
    assert answers(merged) == {"Ana": (4, 7.5), "Ben": (6, 7)}
    header: list[object] = ["Date", "Soreness (0-10)", "Sleep h"]
    days: list[list[object]] = [["", "5 May 2026", "6 May 2026"], ["Soreness (0-10)", 1, 4], ["Sleep h", 8, 7.5]]
    turned = forms_of(workbook({"Ana": days, "Ben": days}), "team.xlsx")
    assert answers(turned) == {"Ana": (4, 7.5), "Ben": (4, 7.5)}
    titled: dict[str, list[list[object]]] = {
        name: [[f"Wellness log of {name}"], [None], header, [TODAY, 4, 7.5]] for name in ("Ana", "Ben")
    }
    forms = forms_of(workbook(titled), "team.xlsx")
    assert answers(forms) == {"Ana": (4, 7.5), "Ben": (4, 7.5)}, "two people may answer alike"
    assert "counted once" not in said(forms)


def test_a_sheet_for_each_day_is_of_the_day_that_it_is_called_after() -> None:
    header: list[object] = ["Athlete", "Soreness (0-10)"]
    sheets: dict[str, list[list[object]]] = {
        "2026-05-05": [header, ["Ana", 2], ["Ben", 3]],
        "2026-05-06": [header, ["Ana", 5], ["Ben", 1]],
    }
    assert answers(forms_of(workbook(sheets), "team.xlsx")) == {"Ana": (5, None), "Ben": (1, None)}


def test_weeks_below_each_other_have_days_of_their_own() -> None:
    forms = forms_of(
        "Athlete,Mon 4 May,Tue 5 May,Wed 6 May\nAna,Rest,Legs 60,Easy 40\nBen,Easy 30,Rest,Legs 50\n"
        "Athlete,Mon 11 May,Tue 12 May,Wed 13 May\nAna,Legs 60,Rest,Long 90\nBen,Rest,Easy 40,Rest\n"
    )
    plans = {name: [session_text(plan) for plan in day.plans] for name, day in days_of(forms).items()}
    assert plans == {"Ana": ["easy, 40 min, effort 3"], "Ben": ["legs, 50 min, effort 7"]}
    assert dt.date(2026, 5, 13) in set(forms[0].sheet.moments.astype("datetime64[D]").tolist())


def test_an_answer_without_a_name_stays_nobodys() -> None:
    forms = forms_of(
        "Timestamp,Name,Soreness (0-10)\n2026-05-06 06:00:00,Ana,4\n2026-05-06 06:01:00,,7\n"
        "2026-05-06 06:02:00,Ben,2\n2026-05-06 06:03:00,,9\n"
    )
    assert [day.entry.soreness for day in days_of(forms).values()] == [4, 2]
    assert "names nobody" in said(forms)


def test_the_sorest_part_of_the_legs_counts_and_is_asked_about_with_the_others() -> None:
    forms = forms_of("Date,Athlete,Left leg (1-5),Right leg (1-5)\n2026-05-06,Ana,2,5\n2026-05-06,Ben,1,2\n")
    assert "“5” may be 10 of 10 sore, or 0" in forms[0].questions["soreness"]
    assert forms[0].unused == ()
    evening = forms_of(
        "Date,Athlete,Leg soreness morning (0-10),Leg soreness evening (0-10)\n2026-05-05,Ana,2,9\n2026-05-06,Ana,4,\n"
    )
    assert evening[0].unused == ("Leg soreness evening (0-10)",)
    assert days_of(evening)["Ana"].entry.soreness == 4


@pytest.mark.parametrize(
    ("told", "is_of_today"),
    [
        ("Today", True), ("Yesterday", False), ("heute", True), ("gestern", False), ("hier", False), ("ayer", False),
        ("Wednesday", True), ("Tue", False), ("Aujourd'hui", True), ("\u6628\u65e5", False), ("anteontem", False),
    ],
)  # fmt: skip
def test_a_day_that_an_answer_names_by_a_word(told: str, *, is_of_today: bool) -> None:
    forms = forms_of(f"Timestamp,Name,For which day?,Soreness (0-10)\n2026-05-06 06:00:00,Ana,{told},3\n")
    assert days_of(forms)["Ana"].entry.soreness == (3 if is_of_today else None)
    assert ("Answered later" in said(forms)) is not is_of_today


def test_a_day_that_is_not_understood_is_said() -> None:
    forms = forms_of(
        "Timestamp,Name,For which day?,Soreness (0-10)\n2026-05-06 06:00:00,Ana,Today,3\n2026-05-06 06:00:00,Ben,soon,3\n"
        "2026-05-06 06:00:00,Cy,Today,3\n"
    )
    assert "The day “soon” was not understood" in said(forms)


@pytest.mark.parametrize("header", ["Readiness score", "Readiness %", "Readiness (0-100)", "Recovery readiness"])
def test_a_score_of_readiness_rates_no_legs(header: str) -> None:
    forms = forms_of(f"Date,Athlete,{header},Sleep (h)\n2026-05-06,Ana,85,7.5\n2026-05-06,Ben,40,6\n")
    assert answers(forms) == {"Ana": (None, 7.5), "Ben": (None, 6)}
    assert forms[0].unused == (header,)


@pytest.mark.parametrize(
    "header",
    [
        "タイムスタンプ,名前,脚の筋肉痛（0〜10）,睡眠時間", "时间戳记,姓名,腿部酸痛程度（0-10）,睡眠时长（小时）",
        "타임스탬프,이름,다리 근육통 (0-10),수면 시간", "Zaman damgası,Adınız,Bacak kas ağrısı (0-10),Uyku süresi (saat)",
        "Отметка времени,Имя,Боль в ногах (0-10),Часы сна", "Időbélyeg,Név,Izomláz a lábban (0-10),Alvás (óra)",
        "Marcaj de timp,Nume,Febră musculară picioare (0-10),Ore de somn", "Χρονική σήμανση,Όνομα,Πόνος στα πόδια (0-10),Ώρες ύπνου",
    ],
)  # fmt: skip
def test_forms_in_still_more_languages(header: str) -> None:
    forms = forms_of(f'{header}\n2026-05-06 06:10:12,Ana,4,"7,5"\n2026-05-06 06:12:12,Ben,6,7\n')
    assert (forms[0].questions, forms[0].unused) == ({}, ())
    assert answers(forms) == {"Ana": (4, 7.5), "Ben": (6, 7)}


@pytest.mark.parametrize(
    ("text", "soreness"),
    [
        ("Date,Sam,Mo,Dom\n2026-05-05,2,3,4\n2026-05-06,5,0,7\n", {"Sam": 5, "Mo": 0, "Dom": 7}),  # no days of the week
        ("Date,Ana,Max\n2026-05-05,2,3\n2026-05-06,5,0\n", {"Ana": 5, "Max": 0}),
        ("Date,Ana,Ben\n2026-05-05,2,3\n2026-05-06,5,0\nMin,2,0\nMax,5,3\nAverage,3,1\n", {"Ana": 5, "Ben": 0}),
        (
            "Timestamp,Name,Soreness (0-10)\n2026-05-06 06:00:00,Max,4\n2026-05-06 06:00:00,Ana,2\n",
            {"Max": 4, "Ana": 2},
        ),
        ("Athlete,Mon 4 May,Tue 5 May,Wed 6 May,Average\nAna,2,4,6,4\nTeam avg,1,2,3,2\n", {"Ana": 6}),
    ],
)
def test_names_that_are_words_too_and_rows_of_totals(text: str, soreness: dict[str, float]) -> None:
    assert {name: read for name, (read, _) in answers(forms_of(text)).items()} == soreness


def test_words_of_a_plan_are_no_people() -> None:
    (form,) = forms_of("Date,Group,Plan\n2026-05-06,Sprinters,Legs 60\n2026-05-06,Distance,Easy 40\n")
    assert "athlete" in form.missing


def test_two_columns_of_a_day_are_two_sessions() -> None:
    forms = forms_of(
        "Athlete,Tue 5 May PM,Wed 6 May AM,Wed 6 May PM\nAna,Legs 60,Easy 30,Legs 50\nBen,Rest,Easy 40,Rest\n"
    )
    plans = {name: sorted(session_text(plan) for plan in day.plans) for name, day in days_of(forms).items()}
    assert plans["Ana"] == ["easy, 30 min, effort 3", "legs, 50 min, effort 7"]


def test_symptoms_and_who_can_train_are_what_feels_wrong() -> None:
    symptoms = days_of(
        forms_of(
            "Timestamp,Name,Soreness (0-10),Symptoms\n2026-05-06 06:00:00,Ana,4,None\n2026-05-06 06:00:00,Ben,4,Fever\n"
        )
    )
    assert symptoms["Ana"].entry.complaint.is_clear
    assert symptoms["Ben"].entry.flags == {"illness"}
    able = days_of(
        forms_of(
            "Date,Athlete,Status,Soreness (0-10)\n2026-05-06,Ana,Available,4\n2026-05-06,Ben,Injured,2\n"
            "2026-05-06,Cy,Modified training,2\n"
        )
    )
    assert [day.entry.complaint.words for day in able.values()] == ["", "Injured", "Modified training"]
    done = forms_of("Date,Athlete,Session,Status,Soreness (0-10)\n2026-05-05,Ana,Legs 60,Completed,4\n")
    assert "wrong" not in done[0].roles


@pytest.mark.parametrize(
    "header",
    [
        "Leg soreness (0 = extreme soreness; 10 = no soreness)", "Hoe voelen je benen? (0 = heel zwaar / 10 = heel fris)",
        "Hur känns benen? (0 = stela och slitna; 10 = pigga)", "Jalkojen tuntuma (0 = erittäin kipeät; 10 = täysin palautuneet)",
        "Jak czujesz nogi? (0 = bardzo zmęczone; 10 = świeże)", "脚の状態（0＝とても疲れている、10＝とても元気）",
        "腿部感觉（0=非常酸痛，10=完全没有酸痛）", "Как ноги? (0 = очень болят; 10 = свежие)", "다리 상태 (0 = 매우 피로, 10 = 가벼움)",
        "Bacaklar nasıl? (0 = çok ağrıyor; 10 = zinde)", "Πώς είναι τα πόδια; (0 = πολύ κουρασμένα; 10 = ξεκούραστα)",
    ],
)  # fmt: skip
def test_a_scale_whose_best_end_is_high_is_read_so_in_every_language(header: str) -> None:
    forms = forms_of(f'Timestamp,Name,"{header}"\n2026-05-06 06:10:12,Ana,0\n2026-05-06 06:12:12,Ben,10\n')
    assert forms[0].questions == {}
    assert [read for read, _ in answers(forms).values()] == [10, 0]


def test_a_comment_that_names_an_illness_is_read_and_any_comment_is_named() -> None:
    forms = forms_of(
        'Timestamp,Name,Soreness (0-10),Comments\n2026-05-06 06:00:00,Ana,4,"bad cold, fever"\n'
        "2026-05-06 06:00:00,Ben,2,new shoes\n"
    )
    assert [sorted(day.entry.flags) for day in days_of(forms).values()] == [["illness"], []]
    assert forms[0].unused == ("Comments",)


def test_a_sport_in_general_is_no_session_of_the_day() -> None:
    general = forms_of("Timestamp,Name,Sport,Soreness (0-10)\n2026-05-06 06:00:00,Ana,Running,4\n")
    assert not Roster.of([general[0].sheet]).log(0).sessions
    done = forms_of("Timestamp,Name,Sport,Duration,Soreness (0-10)\n2026-05-05 19:00:00,Ana,Running,40,4\n")
    assert [session.kind for session in Roster.of([done[0].sheet]).log(0).sessions] == ["run"]


@pytest.mark.parametrize("cell", ["7:30:00 AM", "0.3125", "1899-12-30 07:30:00"])
def test_a_night_as_a_spreadsheet_shows_it(cell: str) -> None:
    forms = forms_of(f"Date,Athlete,Soreness (0-10),Sleep duration\n46148,Ana,4,{cell}\n46147,Ana,3,{cell}\n")
    assert answers(forms) == {"Ana": (4, 7.5)}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Sleep (hours)", {"Ana": (None, 6.5, None), "Ben": (None, 7.5, None)}),
        ("Fatigue: 0 = fresh 10 = exhausted", {"Ana": (None, None, 3.6), "Ben": (None, None, 4)}),
        ("Leg soreness 0 = none 10 = extreme", {"Ana": (6.5, None, None), "Ben": (7.5, None, None)}),
    ],
)
def test_a_title_says_what_the_numbers_of_names_and_days_are(title: str, expected: dict[str, object]) -> None:
    days = days_of(forms_of(f"{title},,\nAthlete,Tue 5 May,Wed 6 May\nAna,7,6.5\nBen,8,7.5\n"))
    read = {name: (day.entry.soreness, day.entry.sleep_h, day.entry.fatigue) for name, day in days.items()}
    assert read == expected


@pytest.mark.parametrize(
    ("title", "cells"),
    [("Body weight (kg)", "60.1,70.2"), ("HRV rMSSD", "55,80"), ("Session RPE (0-10)", "7,3"), ("", "35.1,40.2")],
)
def test_numbers_that_rate_no_soreness_are_asked_about(title: str, cells: str) -> None:
    (form,) = forms_of((f"{title},,\n" if title else "") + f"Date,Ana,Ben\n2026-05-05,{cells}\n2026-05-06,{cells}\n")
    assert form.missing == ("answers",)


def test_day_and_month_of_a_sheet_that_may_be_either_are_asked_about() -> None:
    for text in (
        "Date,Ana Ruiz,Ben Ito\n3/4/2026,Easy 40 min,Legs 60\n4/4/2026,Rest,Rest\n",
        "Athlete,3/4/2026,4/4/2026\nAna,Easy 40 min,Rest\nBen,Legs 60,Rest\n",
    ):
        (form,) = forms_of(text)
        assert form.missing == ("order",), form.shaped.shape
    (plan,) = forms_of("Team A,,\nDate,Ana Ruiz,Ben Ito\n13/05/2026,Easy 40,Legs 60\n06/05/2026,Tempo 30,Rest\n")
    assert [session_text(each) for each in days_of([plan])["Ana Ruiz"].plans] == ["tempo, 30 min, effort 7"]


HEADERS = [
    "Timestamp", "Name", "Date", "Athlete", "Soreness (0-10)", "Left leg (1-5)", "Right leg (1-5)", "Sleep", "Mon", "Tue 5 May",
    "Wed 6 May AM", "Plan", "Done", "Min", "Status", "Comments", "", "Ana", "Max", "Average", "Metric", "Value", "Week", "Sport",
]  # fmt: skip
CELLS = [
    "", "2026-05-06", "5/6/2026 6:10 PM", "Ana", "Ben", "4", "7.5", "Legs 60", "AM easy 40 / PM legs", "Fever", "yesterday", "Total",
    "0.3125", "46148", "7:30:00 AM", "very sore", "-", "9999-12-31", "0001-01-01 00:00", "Injured", "Average", "3x8 @ RPE 8",
]  # fmt: skip


@examples(120, tried=50)
@given(
    header=st.lists(st.sampled_from(HEADERS), min_size=1, max_size=8),
    rows=st.lists(st.lists(st.sampled_from([*CELLS, *HEADERS]), max_size=9), max_size=8),
)
def test_any_sheet_is_read_asked_about_or_refused(header: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(",".join(cells) for cells in [header, *rows]) + "\n"
    try:
        forms = forms_of(text)
        roster = Roster.of([form.sheet for form in forms])
    except LogFormatError as error:
        assert "fault in legrun" not in str(error)  # noqa: PT017  # any other error passes through
        return
    for client in range(len(roster.clients)):
        soreness = ClientDay.of(roster, client, NOW).entry.soreness
        assert soreness is None or 0 <= soreness <= 10


@pytest.mark.parametrize(
    "sheet",
    [
        "Booking date;Value date;Payee;Purpose;Amount\n30.04.2026;30.04.2026;Market;Groceries;-34,20\n"
        "29.04.2026;29.04.2026;Deutsche Bahn;Ticket;-59,90\n28.04.2026;28.04.2026;Employer;Salary;3200,00\n",
        "Date,Cook,Menu,Guests\n2026-05-04,Ana,Soup,four\n2026-05-05,Ben,Pasta,six\n2026-05-06,Ana,Curry,two\n",
    ],
)
def test_columns_of_a_file_that_is_no_sheet_of_a_coach_are_no_people(sheet: str) -> None:
    assert "athlete" in forms_of(sheet)[0].missing


def test_a_plan_in_a_coachs_own_short_words_is_a_plan() -> None:
    (form,) = forms_of("Date,Ana,Ben\n2026-05-04,E40 fl,Legs 60\n2026-05-05,as told,Rest\n2026-05-06,Easy 40,WU+dr\n")
    assert not form.missing
    assert set(days_of([form])) == {"Ana", "Ben"}
