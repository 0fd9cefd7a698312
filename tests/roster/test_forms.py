"""Answers of forms, and coaches' sheets of every shape, as rows of a roster."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest

from legrun.logs.reading.table import read_table
from legrun.roster import ClientDay, Roster, read_files
from legrun.roster.forms.form import Form, choice_key
from legrun.roster.forms.shapes import shape
from legrun.roster.sessions.text import session_text
from tests.roster.rosters import NOW

DAY = "2026-03-04"


def form_of(text: str, **choices: str) -> Form:
    table = read_table(text, "form.csv")
    return Form.of(table, {choice_key(table, name): value for name, value in choices.items()})


def day_of(form: Form, client: int = 0) -> ClientDay:
    return ClientDay.of(Roster.of([form.sheet]), client, NOW)


@pytest.mark.parametrize(
    "timestamp",
    [
        "3/4/2026 6:10:12", "2026/03/04 6:10:12 AM GMT+1", "04.03.2026 06:10:12", "2026-03-04 06:10", "2026-03-04T06:10:12",
        "4 Mar 2026, 06:10", "2026/03/04 6:10:12 AM CET",
    ],
)  # fmt: skip
def test_timestamps_in_the_styles_of_forms(timestamp: str) -> None:
    other = "3/13/2026 6:10:12" if timestamp.startswith("3/4") else timestamp
    form = form_of(f'Timestamp,Name,Soreness (0-10)\n"{timestamp}",Ana,4\n"{other}",Ben,4\n')
    assert not form.sheet.problems
    assert form.sheet.columns["start"][0].as_py().startswith(f"{DAY}T06:10")


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        (
            "Timestamp,Your name,How sore are your legs? (0-10),Sleep quality 1-5,Hours slept,Pain?",
            ("soreness", "Hours slept"),
        ),
        (
            "Zeitstempel,Name,Muskelkater (0-10),Schlafqualität,Schlaf in Stunden,Schmerzen?",
            ("soreness", "Schlaf in Stunden"),
        ),
        (
            "Horodateur,Prénom,Courbatures (0-10),Qualité du sommeil,Heures de sommeil,Douleur ?",
            ("soreness", "Heures de sommeil"),
        ),
        (
            "Marca temporal,Nombre,Agujetas (0-10),Calidad del sueño,Horas de sueño,¿Dolor?",
            ("soreness", "Horas de sueño"),
        ),
        (
            "Carimbo de data/hora,Nome,Dor muscular (0-10),Qualidade do sono,Horas de sono,Lesão?",
            ("soreness", "Horas de sono"),
        ),
        (
            "Informazioni cronologiche,Nome,Indolenzimento (0-10),Qualità del sonno,Ore di sonno,Infortuni?",
            ("soreness", "Ore di sonno"),
        ),
    ],
)
def test_headers_in_six_languages(header: str, roles: tuple[str, str]) -> None:
    form = form_of(f"{header}\n2026-03-04 06:10:00,Ana,4,2,7.5,no\n2026-03-04 06:20:00,Ben,6,3,6,no\n")
    assert not form.missing
    assert (form.roles["athlete"], form.roles["time"]) == (header.split(",")[1], header.split(",")[0])
    assert (form.roles["soreness"], form.roles["sleep"], form.roles["wrong"]) == (
        header.split(",")[2], roles[1], header.split(",")[5],
    )  # fmt: skip


def test_a_row_for_each_athlete_and_day_with_plan_and_done() -> None:
    form = form_of(
        "Date,Athlete,Planned session,Planned min,Planned RPE,Done session,Done min,Done RPE,Soreness 0-10,Sleep h\n"
        "2026-03-03,Ana,Intervals,50,8,Easy run,30,3,4,7\n2026-03-04,Ana,Legs (squat),60,8,,,,2,7.5\n"
        "2026-03-03,Ben,Intervals,50,8,Rest,,,1,8\n2026-03-04,Ben,Rest,,,,,,1,8\n"
    )
    ana, ben = day_of(form), day_of(form, 1)
    assert [(s.style, s.minutes, s.rpe) for s in ana.scenario.sessions] == [("easy", 30, 3)]
    assert [session_text(s) for s in ana.plans] == ["legs, 60 min, effort 8"]
    assert (ana.entry.soreness, ana.entry.sleep_h) == (2, 7.5)
    assert (ben.scenario.sessions, ben.plans, ben.unconfirmed) == ((), (), ())


def test_long_form() -> None:
    form = form_of(
        "Date,Athlete,Metric,Value\n2026-03-04,Ana,Soreness (0-10),6\n2026-03-04,Ana,Sleep hours,7\n"
        "2026-03-04,Ben,Soreness (0-10),1\n2026-03-04,Ben,Pain,no\n"
    )
    assert form.shaped.shape == "long"
    assert (day_of(form).entry.soreness, day_of(form).entry.sleep_h, day_of(form, 1).entry.soreness) == (6, 7, 1)


def test_days_down_and_athletes_across() -> None:
    form = form_of("Date,Ana Ruiz,Ben Okafor\n2026-03-03,2,5\n2026-03-04,7,0\nAverage,4.5,2.5\n")
    assert form.shaped.shape == "by date"
    assert [day_of(form, client).entry.soreness for client in (0, 1)] == [7, 0]
    plan = form_of("Day,Ana Ruiz,Ben Okafor\nTue,Legs 60min RPE8,Rest\nWed,Easy 5 miles,5x1000 m\n", week=DAY)
    assert not plan.missing
    assert [session_text(s) for s in day_of(plan).plans] == ["easy, 48 min, effort 3"]
    assert [s.kind for s in day_of(plan).unconfirmed] == ["legs"]


def test_athletes_down_and_days_across() -> None:
    text = "Athlete,Mon,Tue,Wed,Thu\nAna,Rest,Legs 60min RPE8,Easy 5 miles,5x1000 m\nTotal,1,2,3,4\n"
    assert form_of(text).missing == ("week",)
    form = form_of(text, week="2026-03-05")
    ana = day_of(form)
    assert Roster.of([form.sheet]).clients == ("Ana",)
    assert [session_text(s) for s in ana.plans] == ["easy, 48 min, effort 3"]
    dated = form_of("Week of,Athlete,Mon,Tue,Wed\n2 Mar 2026,Ana,Rest,Legs 60min RPE8,Tempo 30 min\n")
    assert [session_text(s) for s in day_of(dated).plans] == ["tempo, 30 min, effort 7"]


def test_titles_above_the_header_and_rows_of_totals() -> None:
    form = form_of(
        "Team Blue,,,\nWeek 10,,,\nDate,Athlete,Soreness (0-10),Sleep h\n2026-03-04,Ana,6,7\n2026-03-04,Team average,6,7\n"
    )
    assert Roster.of([form.sheet]).clients == ("Ana",)
    assert day_of(form).entry.soreness == 6


def test_two_answers_late_answers_and_the_wrong_day() -> None:
    form = form_of(
        "Timestamp,Name,Date,Soreness (0-10)\n2026-03-04 06:10:00,Ana,2026-03-04,2\n2026-03-04 06:30:00,Ana,2026-03-04,6\n"
        "2026-03-04 07:00:00,Ben,2026-03-03,5\n2026-03-04 06:00:00,Cleo,2026-04-04,3\n"
    )
    assert day_of(form, 0).entry.soreness == 6
    assert day_of(form, 1).entry.soreness is None
    assert day_of(form, 2).entry.soreness == 3
    said = " ".join(problem.message for problem in form.sheet.problems)
    assert "second answer" in said
    assert "Answered later" in said
    assert "lies ahead" in said


def test_what_is_not_understood_is_noted_and_a_reason_to_look() -> None:
    form = form_of(
        "Timestamp,Name,Soreness (0-10),Hours slept,Plan\n2026-03-04 06:10:00,Ana,lots?,many,asdf\n"
        "soon,Ben,3,7,Rest\n2026-03-04 06:10:00,,3,7,Rest\n2026-03-04 06:10:00,Cleo,3,7,Rest\n"
    )
    said = [problem.message for problem in form.sheet.problems]
    assert [word in " ".join(said) for word in ("lots?", "many", "asdf", "soon", "names nobody")] == [True] * 5
    ana = day_of(form)
    assert ana.entry.soreness is None
    assert len(ana.problems) == 1


def test_a_diary_of_one_person_is_not_taken_for_a_team() -> None:
    table = read_table("Date,What,Duration,Distance,Effort\n2026-03-03,Run,45,8,3\n2026-03-04,Legs,60,,8\n")
    assert shape(table).shape == "rows"
    assert Form.of(table).missing == ("athlete",)
    named = Form.of(table, {choice_key(table, "person"): "Ana"})
    assert Roster.of([named.sheet]).clients == ("Ana",)


def test_leg_days_of_other_files_tell_which_end_is_sore() -> None:
    days = [dt.date(2026, 2, 1) + dt.timedelta(days=n) for n in range(24)]
    header = (
        "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
    )
    legs = header + "".join(
        f'"Legs","{day.day} {day:%b} {day.year}, 18:00","{day.day} {day:%b} {day.year}, 19:00","Squat (Barbell)",{n},"normal",80,8,,,8\n'
        for day in days[::3]
        for n in range(5)
    )
    answers = "Timestamp,Name,Legs feel (1-5)\n" + "".join(
        f"{day} 06:10:00,Ana,{2 if (day - days[0]).days % 3 == 1 else 4}\n" for day in days
    )
    read = read_files([("answers.csv", answers.encode()), ("hevy_Ana.csv", legs.encode())])
    (form,) = read.forms()
    assert form.scales["soreness"].scale is not None
    assert form.scales["soreness"].scale.best_high
    alone = read_files([("answers.csv", answers.encode())]).forms()[0]
    assert alone.questions


def test_a_spreadsheet_of_answers_and_a_plan() -> None:
    book = openpyxl.Workbook()
    answers, plan = book.active, book.create_sheet("Plan")
    answers.title = "Answers"
    answers.append(["Timestamp", "Your name", "Soreness (1 = very sore, 5 = not sore)", "Hours slept"])
    answers.append([dt.datetime(2026, 3, 4, 6, 10), "Ana Ruiz", 1, 7.5])
    plan.append(["Athlete", dt.datetime(2026, 3, 3), dt.datetime(2026, 3, 4)])
    plan.append(["ANA RUIZ", "Legs 60min RPE8", "Easy 5 miles"])
    out = io.BytesIO()
    book.save(out)
    clients = Roster.of(read_files([("team.xlsx", out.getvalue())]).roster_sheets())
    ana = ClientDay.of(clients, 0, NOW)
    assert clients.clients == ("Ana Ruiz",)
    assert (ana.entry.soreness, ana.entry.sleep_h) == (10, 7.5)
    assert [session_text(s) for s in (*ana.plans, *ana.unconfirmed)] == [
        "easy, 48 min, effort 3", "18:00 legs, 60 min, effort 8",
    ]  # fmt: skip


def workbook(sheets: dict[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_sheet_for_each_client_is_theirs_by_its_name() -> None:
    header: list[object] = ["Date", "Session", "Minutes", "RPE", "Soreness (0-10)"]
    ana = [header, [dt.date(2026, 3, 3), "Legs", 60, 8, 2], [dt.date(2026, 3, 4), "", "", "", 6]]
    ben = [header, [dt.date(2026, 3, 3), "Easy run", 40, 3, 1]]  # a leg in Danish
    read = read_files([("team.xlsx", workbook({"Ana": ana, "Ben": ben, "Notes": [["Who", "What"], ["x", "y"]]}))])
    (form,) = [form for form in read.forms() if not form.missing]
    roster = Roster.of([form.sheet])
    assert roster.clients == ("Ana", "Ben")
    assert [session.kind for session in roster.log(0).sessions] == ["legs"]
    assert [check_in.soreness for check_in in roster.log(1).check_ins] == [1]
    assert set(form.table.numbers) == {2, 3}, "rows are counted on each one's own sheet"


def test_weeks_of_each_client_on_their_sheets() -> None:
    week: list[object] = ["Week", "Mon", "Tue", "Wed"]
    sheets = {
        name: [week, [dt.date(2026, 3, 2), "Legs 60", "Rest", f"Easy {length}"]]
        for name, length in (("Ana", 40), ("Zoë", 50))
    }
    (form,) = read_files([("plans.xlsx", workbook(sheets))]).forms()
    assert not form.missing
    roster = Roster.of([form.sheet])
    plans = [roster.plans(client, NOW).sessions for client in range(2)]
    assert [(plan[0].kind, plan[0].minutes) for plan in plans] == [("run", 40), ("run", 50)]


@pytest.mark.parametrize("names", [("Soreness", "Notes"), ("March", "April"), ("Plan", "Answers")])
def test_sheets_that_are_not_called_after_anybody_name_nobody(names: tuple[str, str]) -> None:
    rows: list[list[object]] = [["Date", "Soreness (0-10)"], [dt.date(2026, 3, 4), 6]]
    read = read_files([("team.xlsx", workbook(dict.fromkeys(names, rows)))])
    forms = read.forms()
    assert len(forms) == len(names)
    assert all("athlete" in form.missing for form in forms)


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("Zeitstempel;Wie heißt du?;Muskelkater in den Beinen? (0-10);Wie viele Stunden hast du geschlafen?;Schmerzen?", "nein"),
        ("Horodateur;Ton prénom;Courbatures aux jambes (0-10);Heures de sommeil;Une douleur ?", "aucune"),
        ("Marca temporal;Nombre y apellidos;Agujetas en las piernas (0-10);Horas de sueño;¿Molestias?", "ninguna"),
        ("Sygnatura czasowa;Imię i nazwisko;Zakwasy nóg (0-10);Ile godzin snu?;Czy coś boli?", "nie"),
        ("Tidsmerke;Navn;Hvor støl er du i beina? (0-10);Timer søvn;Noe vondt?", "nei"),
        ("Tidstämpel;Namn;Träningsvärk i benen (0-10);Antal timmar sömn;Ont någonstans?", "nej"),
        ("Tidsstempel;Navn;Ømhed i benene (0-10);Timers søvn;Ondt nogen steder?", "ingen"),
        ("Aikaleima;Nimi;Lihaskipu (0-10);Unta tunteina;Vaivoja tai kipua?", "ei"),
        ("Časová značka;Jméno;Bolest nohou (0-10);Hodin spánku;Zranění?", "ne, nic"),
    ],
)  # fmt: skip
def test_forms_in_more_languages(header: str, row: str) -> None:
    form = form_of(f"{header}\n2026-03-04 06:10:12;Ana Ruiz;4;7,5;{row}\n")
    assert (form.missing, form.unused, form.questions) == ((), (), {})
    day = day_of(form)
    assert (day.name, day.entry.soreness, day.entry.sleep_h) == ("Ana Ruiz", 4, 7.5)
    assert "sleep_h" in form.sheet.columns


@pytest.mark.parametrize(
    "text",
    [
        "Ajatempel,Nimetus,Kui väsinud?,Uni\n2026-03-04 06:10:12,Ana,4,7\n2026-03-04 06:12:12,Ben,5,8\n",  # clocks: a form
        "Kuupäev,Nimetus,Kui väsinud,Uni\n2026-03-04,Ana,4,7\n2026-03-05,Ben,5,8\n",  # names and numbers side by side
        "Kuupäev,Kuidas läheb?,Kui väsinud?\n2026-03-04,4,7\n2026-03-05,5,8\n",  # questions
    ],
)
def test_questions_in_a_language_that_nobody_knows_are_no_clients(text: str) -> None:
    form = form_of(text)
    assert form.missing
    assert form.shaped.shape == "rows"


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        ("Nogi 60 min", "legs, 60 min, effort 7"), ("Bein 60 min", "legs, 60 min, effort 7"), ("脚トレ 60分", "legs, 60 min, effort 7"),
        ("Rozbieganie 45 min", "easy, 45 min, effort 3"), ("Rolig 45 min", "easy, 45 min, effort 3"), ("ジョグ 45分", "easy, 45 min, effort 3"),
        ("Corsa lenta 45'", "easy, 45 min, effort 3"), ("Lugnt 45 min", "easy, 45 min, effort 3"),
    ],
)  # fmt: skip
def test_plans_in_more_languages(plan: str, said: str) -> None:
    form = form_of(f"Athlete;2026-03-04;2026-03-05\nAna;{plan};Hvile\nBen;Wolne;休み\n")
    roster = Roster.of([form.sheet])
    (session,) = roster.plans(0, NOW, 3).sessions
    assert session_text(session) == said
    assert not roster.plans(1, NOW, 3).sessions
    assert not form.sheet.problems
