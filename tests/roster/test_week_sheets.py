"""Sheets of a team's week: a row for each measure or part of a day, headings between rows, lengths in words."""

from __future__ import annotations

import numpy as np
import pytest

from legrun.roster.sessions.text import session_text
from tests.roster.test_form_answers import days_of, form_of
from tests.roster.test_form_sheets import TODAY, answers, forms_of, workbook


def plans(text: str) -> dict[str, list[str]]:
    return {name: sorted(map(session_text, day.plans)) for name, day in days_of(form_of(text)).items()}


@pytest.mark.parametrize("name", ["Mia,{0}\n,{1}\nJo,{0}\n,{1}\n", "Mia,{0}\nMia,{1}\nJo,{0}\nJo,{1}\n"])
def test_a_row_for_each_measure_of_each_athlete(name: str) -> None:
    sleep, sore = "Sleep (h),8,7,6.5", "Leg soreness (0-10),1,2,8"
    text = f"Athlete,Measure,Mon 4 May,Tue 5 May,Wed 6 May\n{name.format(sleep, sore)}"
    assert answers(forms_of(text)) == {"Mia": (8, 6.5), "Jo": (8, 6.5)}


def test_rows_of_what_was_planned_and_done() -> None:
    text = (
        "Athlete,What,Mon 4 May,Tue 5 May,Wed 6 May\nMia,Planned,Rest,Legs 60,Easy 40\nMia,Done,Rest,Legs 45 RPE 8,\n"
        "Jo,Planned,Rest,Rest,Legs 50\nJo,Done,Rest,Rest,\n"
    )
    mia = days_of(form_of(text))["Mia"]
    assert [session_text(plan) for plan in mia.plans] == ["easy, 40 min, effort 3"]
    legs = [session for session in mia.scenario.sessions if session.kind == "legs"]
    assert [(session.minutes, session.rpe) for session in legs] == [(45, 8)]


ANA_DONE = ["2026-05-05 legs 50", "2026-05-06 run 40"]


@pytest.mark.parametrize(
    "text",
    [
        "Athlete,Tue 5 May planned,Tue 5 May done,Wed 6 May planned,Wed 6 May done\nAna,Legs 60,Legs 50,Easy 40,\nBen,Rest,,Rest,\n",
        ",Tue 5 May,,Wed 6 May,\nAthlete,Planned,Done,Planned,Done\nAna,Legs 60,Legs 50,Easy 40,\nBen,Rest,,Rest,\n",
        ";Di 5.5.;;Mi 6.5.;\nName;geplant;gemacht;geplant;gemacht\nAna;Beine 60;Beine 50;locker 40;\nBen;frei;;frei;\n",
        "Athlete,Week of,Tue planned,Tue done,Wed planned,Wed done\nAna,04/05/2026,Legs 60,Legs 50,Easy 40,\nBen,18/05/2026,Rest,,,\n",
        "Date,Athlete,AM,PM\n2026-05-05,Ana,Rest,Legs 50\n2026-05-06,Ana,Easy 40,\n2026-05-06,Ben,Rest,Rest\n",
        "Name,1,2,3,4,5,6\nAna,Rest,,,Rest,Legs 50,Easy 40\nBen,Rest,,,,,\n",
        "Date,Athlete,Session 1,Min 1,Session 2,Min 2\n2026-05-06,Ana,Rest,,Easy run,40\n2026-05-05,Ana,Legs,50,,\n2026-05-05,Ben,Rest,,,\n",
        "Date,Athlete,Exercise,Sets\n2026-05-05,Ana,Squat,5\n2026-05-05,Ana,RDL,3\n2026-05-05,Ana,Leg press,3\n2026-05-05,Ben,Bench,5\n",
    ],
)
def test_days_and_sessions_side_by_side(text: str) -> None:
    forms = forms_of(text, "plan May 2026.csv")
    assert not forms[0].missing
    sheet = forms[0].sheet
    every = np.arange(len(sheet.numbers))
    cells = [sheet.texts(name, every) for name in ("athlete", "start", "kind", "minutes", "record", "done")]
    told = {
        f"{start[:10]} {kind} {float(minutes):.0f}"
        for who, start, kind, minutes, record, done in zip(*cells, strict=True)
        if who == "Ana" and record in ("session", "plan") and done != "no"
    }
    assert told == ({"2026-05-05 legs 60"} if "Squat" in text else set(ANA_DONE))


@pytest.mark.parametrize(
    "header", ["Date,Ana {0},Ana {1},Ben {0},Ben {1}", "Date,{0} - Ana,{1} - Ana,{0} - Ben,{1} - Ben"]
)
def test_each_measure_of_each_person(header: str) -> None:
    named = header.format("leg soreness (0-10)", "sleep (h)")
    assert answers(forms_of(f"{named}\n2026-05-05,1,8,0,8\n2026-05-06,4,7.5,6,7\n")) == {"Ana": (4, 7.5), "Ben": (6, 7)}


@pytest.mark.parametrize("pair", ["Quad,Calf", "Morning,Evening", "Left,Right", "Run,Bike"])
def test_parts_of_one_person_are_no_people(pair: str) -> None:
    one, other = pair.split(",")
    (form,) = forms_of(
        f"Date,{one} soreness,{one} pain,{other} soreness,{other} pain\n2026-05-06,4,1,6,2\n2026-05-05,4,1,6,2\n"
    )
    assert "athlete" in form.missing


def test_phases_of_a_plan_are_no_people() -> None:
    (form,) = forms_of("Week,Phase,Mon,Wed\n4 May 2026,Base,Legs 60,Easy 40\n11 May 2026,Build,Legs 60,Easy 40\n")
    assert form.missing == ("athlete",)


def test_a_name_above_the_parts_of_its_days() -> None:
    read = plans(
        "Athlete,,Mon 4 May,Tue 5 May,Wed 6 May\nMia,AM,Rest,Easy 30,Easy 35\n,PM,Rest,Legs 60,Rest\n"
        "Jo,AM,Rest,Rest,Legs 45\n,PM,Rest,Rest,Easy 25\n"
    )
    assert read == {"Mia": ["easy, 35 min, effort 3"], "Jo": ["easy, 25 min, effort 3", "legs, 45 min, effort 7"]}


def test_a_column_for_the_part_of_the_day_is_nobody() -> None:
    read = plans(
        "Date,Time,Mia Roth,Jo Lund\n06/05/2026,AM,Easy 30,Rest\n06/05/2026,PM,Legs 60,Easy 45\n16/05/2026,AM,,\n"
    )
    assert read == {
        "Mia Roth": ["easy, 30 min, effort 3", "legs, 60 min, effort 7"], "Jo Lund": ["easy, 45 min, effort 3"],
    }  # fmt: skip


@pytest.mark.parametrize("heading", ["Sprint group", "Group B", "Notes: keep it light", "* optional"])
def test_a_heading_between_the_rows_is_nobody(heading: str) -> None:
    rows = f"Athlete,Tue 5 May,Wed 6 May\n{heading},,\nMia,Legs 60,Easy 40\n{heading},,\nJo,Rest,Legs 45\nAl,,\n"
    assert plans(rows) == {"Mia": ["easy, 40 min, effort 3"], "Jo": ["legs, 45 min, effort 7"], "Al": []}


def test_a_heading_over_merged_cells() -> None:
    sheet: list[list[object]] = [
        ["Group A", "", ""], ["Athlete", "Tue 5 May", "Wed 6 May"], ["Mia", "Legs 60", "Easy 40"],
        ["Group B", "", ""], ["Jo", "Rest", "Legs 45"],
    ]  # fmt: skip
    days = days_of_book({"Plan": sheet}, ("Plan", "A1:C1"), ("Plan", "A4:C4"))
    assert days == {"Mia": ["easy, 40 min, effort 3"], "Jo": ["legs, 45 min, effort 7"]}


def days_of_book(sheets: dict[str, list[list[object]]], *merged: tuple[str, str]) -> dict[str, list[str]]:
    (form,) = forms_of(workbook(sheets, *merged), "plan.xlsx")
    return {name: [session_text(plan) for plan in day.plans] for name, day in days_of(form).items()}


def test_planned_lengths_in_hours_and_minutes_and_an_intensity() -> None:
    text = (
        f"Date,Athlete,Planned session,Planned time,Planned RPE\n{TODAY},Mia,Easy run,0:35,3\n{TODAY},Jo,Legs,1:10,8\n"
    )
    assert plans(text) == {"Mia": ["easy, 35 min, effort 3"], "Jo": ["legs, 70 min, effort 8"]}
    done = form_of(
        "Date,Athlete,Session,Duration,Intensity\n2026-05-05,Mia,Legs,55 min,9\n2026-05-05,Jo,Easy run,40 min,3\n"
    )
    (legs,) = days_of(done)["Mia"].scenario.sessions
    assert (legs.minutes, legs.rpe) == (55, 9)


def test_a_week_by_its_number_in_words_with_accents() -> None:
    assert plans("Tydzień 19 2026;;;\nZawodnik;Pon;Wt;Śr\nMia;Wolne;Nogi 60 min;Rozbieganie 40 min\n") == {
        "Mia": ["easy, 40 min, effort 3"]
    }


@pytest.mark.parametrize(
    ("header", "day"),
    [
        ("What is planned for tomorrow?", 7), ("Plan for today", 6), ("Was steht morgen auf dem Plan?", 7),
        ("Was steht heute Morgen auf dem Plan?", 6), ("Plan", 6), ("Plan para mañana", 7), ("Séance prévue demain", 7),
    ],
)  # fmt: skip
def test_a_plan_is_of_the_day_that_its_question_names(header: str, day: int) -> None:
    form = form_of(f"Timestamp,Name,Leg soreness (0-10),{header}\n2026-05-06 06:10:00,Mia,3,Tempo 30 min\n")
    rows = zip(*(form.sheet.columns[name].to_pylist() for name in ("record", "start")), strict=True)
    assert [start[:10] for record, start in rows if record == "plan"] == [f"2026-05-{day:02d}"]


@pytest.mark.parametrize(
    "days",
    [
        "Tue 5,Wed 6", "Tuesday 5th,Wednesday 6th", "mar. 5,mer. 6", "5-May,6-May", "5 May,6 May", "May 5,May 6",
        "Tue 5-May,Wed 6-May", "Tue 5th May,Wed 6th May",
    ],
)  # fmt: skip
def test_days_without_their_month_or_year_are_those_near_today(days: str) -> None:
    text = f"Athlete,{days}\nMia,Legs 60,Easy 40\nJo,Rest,Legs 45\n"
    assert plans(text) == {"Mia": ["easy, 40 min, effort 3"], "Jo": ["legs, 45 min, effort 7"]}


@pytest.mark.parametrize("days", ["Mon 5,Tue 6", "5-Dec,6-Dec", "4.5.,5.5."])
def test_days_that_fit_none_near_today_are_asked_about(days: str) -> None:
    assert form_of(f"Athlete,{days}\nMia,Legs 60,Easy 40\nJo,Rest,Legs 45\n").missing == ("week",)


@pytest.mark.parametrize("header", ["Day,Date,Mia Roth,Jo Lund", "Date,Day,Mia Roth,Jo Lund,Notes"])
def test_a_weekday_beside_a_date_and_notes_are_nobody(header: str) -> None:
    first, second = (
        ("Wed,06/05/2026", "Sat,16/05/2026") if header.startswith("Day") else ("06/05/2026,Wed", "16/05/2026,Sat")
    )
    text = f"{header}\n{first},Easy 40,Legs 45,track closed\n{second},Rest,Rest,\n"
    assert plans(text) == {"Mia Roth": ["easy, 40 min, effort 3"], "Jo Lund": ["legs, 45 min, effort 7"]}


def test_lengths_of_what_was_done_in_a_column_of_hours() -> None:
    form = form_of("Date,Client,Workout,Hours,RPE\n2026-05-05,Mia,Legs,1.25,8\n2026-05-05,Jo,Easy run,0.75,3\n")
    assert [session.minutes for session in days_of(form)["Mia"].scenario.sessions] == [75]


LIST = "Athlete,Day,Plan\nAna,Monday,Legs\nAna,Wednesday,Easy 40\nBen,Monday,Rest\nBen,Wednesday,Tempo 30\n"


def test_a_list_of_names_and_weekdays_asks_which_week_it_is() -> None:
    assert form_of(LIST).missing == ("week",)
    days = days_of(form_of(LIST, week="2026-05-05"))
    told = {name: [session_text(plan) for plan in day.plans] for name, day in days.items()}
    assert told == {"Ana": ["easy, 40 min, effort 3"], "Ben": ["tempo, 30 min, effort 7"]}


def test_a_list_of_weekdays_takes_the_week_beside_them() -> None:
    form = form_of(
        "Week,Athlete,Day,Plan\n04/05/2026,Ana,Mon,Legs\n04/05/2026,Ana,Wed,Easy 40\n11/05/2026,Ana,Wed,Off\n"
    )
    assert [session_text(plan) for plan in days_of(form)["Ana"].plans] == ["easy, 40 min, effort 3"]


def test_a_day_that_stands_once_above_its_athletes_is_of_all_of_them() -> None:
    text = "Date,Athlete,Plan\n2026-05-06,Ana,Easy 40\n,Ben,Tempo 30\n2026-05-07,Ana,Off\n,Ben,Legs\n"
    told = {name: [session_text(plan) for plan in day.plans] for name, day in days_of(form_of(text)).items()}
    assert told == {"Ana": ["easy, 40 min, effort 3"], "Ben": ["tempo, 30 min, effort 7"]}
    stray = form_of(text.replace("2026-05-07,Ana,Off\n", "2026-05-06,Ana,Off\n"))
    assert [problem.message for problem in stray.sheet.problems] == ["The date is missing; the row was left out."] * 2


@pytest.mark.parametrize("corner", ["w/c 04/05/26", "w/c 05/04/26", "KW 19 2026", "Athlete (week of 4 May 2026)"])
def test_the_corner_of_a_sheet_names_its_week(corner: str) -> None:
    for text in (
        f"{corner},Mon,Tue,Wed\nAna,Off,Legs,Easy 40\n",
        f"{corner},,,\nAthlete,Mon,Tue,Wed\nAna,Off,Legs,Easy 40\n",
    ):
        form = form_of(text + "Ben,Off,Legs,Off\n")
        assert [session_text(plan) for plan in days_of(form)["Ana"].plans] == ["easy, 40 min, effort 3"]


def test_a_week_is_named_by_its_end() -> None:
    form = form_of("Week ending 10 May 2026,,,\nAthlete,Mon,Tue,Wed\nAna,Off,Legs,Easy 40\nBen,Off,Legs,Off\n")
    assert [session_text(plan) for plan in days_of(form)["Ana"].plans] == ["easy, 40 min, effort 3"]


@pytest.mark.parametrize("title", ["Week of 3 May 2026", "Week of 3/5/2026", "Plan"])
def test_a_week_that_may_be_another_is_asked_about(title: str) -> None:
    assert form_of(f"{title},,,\nAthlete,Sun,Mon,Tue\nAna,Off,Legs,Easy 40\nBen,Off,Off,Off\n").missing == ("week",)
