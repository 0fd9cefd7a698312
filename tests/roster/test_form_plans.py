"""Lengths and days of forms and sheets: in hours, planned and done, in the title, of the morning and the evening."""

from __future__ import annotations

import pytest

from legrun.errors import LogFormatError
from legrun.logs.reading.table import read_table
from legrun.roster import read_file
from legrun.roster.forms.form import Form
from legrun.roster.sessions.text import session_text
from tests.roster.test_form_answers import NOW, days_of, form_of


def planned(text: str) -> dict[str, str]:
    return {name: "; ".join(map(session_text, day.plans)) for name, day in days_of(form_of(text)).items()}


PLANS = {
    "planned and done in hours": (
        "Athlete,WorkoutDay,WorkoutType,PlannedDuration,TimeTotalInHours,Rpe\n"
        "Ana,2026-05-05,Strength,1,1,8\nAna,2026-05-06,Run,0.75,,\n",
        {"Ana": "run, 45 min, effort 4"},
    ),
    "hours by their size": (
        "Date,Athlete,Plan,Planned duration\n2026-05-06,Ana,Easy run,0.75\n2026-05-06,Ben,Legs,1.5\n",
        {"Ana": "easy, 45 min, effort 3", "Ben": "legs, 90 min, effort 7"},
    ),
    "minutes by their size": (
        "Date,Athlete,Plan,Planned duration\n2026-05-06,Ana,Easy run,45\n2026-05-06,Ben,Legs,90\n",
        {"Ana": "easy, 45 min, effort 3", "Ben": "legs, 90 min, effort 7"},
    ),
    "kilometres in a column": (
        "Date,Athlete,Plan,Planned distance (km)\n2026-05-06,Ana,Easy run,10\n2026-05-06,Ben,Legs,\n",
        {"Ana": "easy, 60 min, effort 3", "Ben": "legs, 60 min, effort 7"},
    ),
    "a type beside its kilometres, and details": (
        "Date,Athlete,Type,Details,Planned km\n2026-05-06,Ana,Easy,flat,8\n2026-05-06,Ben,Long run,hilly,20\n",
        {"Ana": "easy, 48 min, effort 3", "Ben": "long, 120 min, effort 4"},
    ),
    "a match, and how long it is": (
        "Date,Athlete,Plan,Planned min,Planned RPE\n2026-05-06,Ana,Match,90,8\n2026-05-06,Ben,Easy run,40,\n",
        {"Ana": "other, 90 min, effort 8", "Ben": "easy, 40 min, effort 3"},
    ),
    "miles in a column, and minutes where both are told": (
        "Date,Athlete,Plan,Miles,Planned minutes\n2026-05-06,Ana,Easy run,6,\n2026-05-06,Ben,Easy run,6,50\n",
        {"Ana": "easy, 58 min, effort 3", "Ben": "easy, 50 min, effort 3"},
    ),
    "its hour, and its length beside it": (
        "Timestamp,Name,Sore legs? (0-10),Today's session,How many minutes?,At what time?\n"
        "2026-05-06 06:10:12,Ana,3,Easy run,40,18:30\n2026-05-06 06:12:12,Ben,2,Gym (legs),60,5 pm\n",
        {"Ana": "18:30 easy, 40 min, effort 3", "Ben": "17:00 legs, 60 min, effort 7"},
    ),
    "what was trained yesterday is no length of the plan": (
        "Timestamp,Name,Sore legs? (0-10),Plan for today,How many minutes did you train yesterday?\n"
        "2026-05-06 06:10:12,Ana,3,Easy run,90\n2026-05-06 06:12:12,Ben,2,Legs,20\n",
        {"Ana": "easy, 30 min, effort 3", "Ben": "legs, 60 min, effort 7"},
    ),
    "a length and an effort behind the plan": (
        "Timestamp,Name,Soreness (0-10),Plan,How long?,How hard (RPE)?\n"
        "2026-05-06 06:10,Ana,3,Easy run,50 min,3\n2026-05-06 06:10,Ben,3,Legs,75,9\n",
        {"Ana": "easy, 50 min, effort 3", "Ben": "legs, 75 min, effort 9"},
    ),
    "a length behind the plan in German": (
        "Datum;Sportler;Plan;Dauer;RPE\n06.05.2026;Uwe;lockerer Lauf;45;3\n06.05.2026;Ina;Beine;75;8\n",
        {"Uwe": "easy, 45 min, effort 3", "Ina": "legs, 75 min, effort 8"},
    ),
    "its hour, in a column of a list": (
        "Datum;Uhrzeit;Name;Geplant;Dauer\n06.05.2026;18:30;Uwe;locker;40\n06.05.2026;19 Uhr;Ina;Beine;75\n",
        {"Uwe": "18:30 easy, 40 min, effort 3", "Ina": "19:00 legs, 75 min, effort 7"},
    ),
    "when somebody answered is no hour of the plan": (
        "Datum;Uhrzeit;Name;Muskelkater 0-10;Plan\n06.05.2026;09:30;Uwe;3;locker 40\n",
        {"Uwe": "easy, 40 min, effort 3"},
    ),
    "how hard yesterday was is no effort of the plan": (
        "Timestamp,Name,Soreness (0-10),Plan,Yesterday's RPE,Minutes yesterday\n2026-05-06 06:10,Ben,3,Legs,4,20\n",
        {"Ben": "legs, 60 min, effort 7"},
    ),
    "what is asked before the plan is not of it": (
        "Timestamp,Name,Soreness (0-10),RPE,Minutes,Fatigue (1-10),Plan\n2026-05-06 06:10,Ben,3,4,20,3,Legs\n",
        {"Ben": "legs, 60 min, effort 7; 18:00 other, 20 min, effort 4"},
    ),
    "what it came to is not what was planned": (
        "Date,Athlete,Plan,Actual min,RPE\n2026-05-06,Ben,Legs,20,4\n",
        {"Ben": "legs, 60 min, effort 7; 18:00 other, 20 min, effort 4"},
    ),
    "its length behind a remark and a start": (
        "Date,Name,Plan,Notes,Start,Duration,RPE\n2026-05-06,Ana,Easy run,flat,18:30,0:45,3\n2026-05-06,Ben,Legs,,17:00,1:15 h,8\n",
        {"Ana": "18:30 easy, 45 min, effort 3", "Ben": "17:00 legs, 75 min, effort 8"},
    ),
    "a planned effort on a scale of its own": (
        "Date,Name,Plan,Duration,Intensity (1-5)\n2026-05-06,Ana,Easy run,45,2\n2026-05-06,Ben,Legs,60,5\n",
        {"Ana": "easy, 45 min, effort 4", "Ben": "legs, 60 min, effort 10"},
    ),
    "a planned effort after Borg": (
        "Date,Name,Plan,Planned RPE (6-20)\n2026-05-06,Ana,Easy run,13\n2026-05-06,Ben,Legs,20\n",
        {"Ana": "easy, 30 min, effort 5", "Ben": "legs, 60 min, effort 10"},
    ),
    "a planned effort that may be of five is the hardest that it may be": (
        "Date,Name,Plan,Planned intensity\n2026-05-06,Ana,Easy run,2\n2026-05-06,Ben,Legs,5\n2026-05-06,Cid,Legs,4\n",
        {"Ana": "easy, 30 min, effort 4", "Ben": "legs, 60 min, effort 10", "Cid": "legs, 60 min, effort 8"},
    ),
    "minutes behind the plan beside those of yesterday": (
        "Timestamp,Name,Soreness (0-10),Yesterday: what did you do?,Yesterday: minutes,Today: plan,Today: minutes\n"
        "2026-05-06 06:10,Ana,3,Legs,60,Easy,40\n",
        {"Ana": "easy, 40 min, effort 3"},
    ),
    "minutes between the plan and what was done": (
        "Timestamp,Name,Soreness (0-10),Plan today,Minutes,What did you do yesterday?,RPE\n"
        "2026-05-06 06:10,Ana,3,Legs,75,Easy 30,4\n",
        {"Ana": "legs, 75 min, effort 7"},
    ),
    "lengths and efforts of something else": (
        "Timestamp,Name,Soreness (0-10),Plan,Cycle length (days),Mental effort (1-10),Session RPE\n"
        "2026-05-06 06:10,Ana,3,Legs,28,2,2\n",
        {"Ana": "legs, 60 min, effort 7"},
    ),
    "a run and a gym session in columns of their own": (
        "Timestamp,Name,Soreness (0-10),Planned run today,Planned gym today\n"
        "2026-05-06 06:10,Ana,3,Easy 40,Legs\n2026-05-06 06:10,Ben,2,none,none\n",
        {"Ana": "legs, 60 min, effort 7; easy, 40 min, effort 3", "Ben": ""},
    ),
    "sessions of the morning and of the evening": (
        "Date,Athlete,AM session,PM session\n2026-05-06,Ana,Easy 40,Legs\n2026-05-06,Ben,Off,Tempo 30\n",
        {"Ana": "legs, 60 min, effort 7; easy, 40 min, effort 3", "Ben": "tempo, 30 min, effort 7"},
    ),
    "another plan, and that of tomorrow": (
        "Timestamp,Name,Soreness (0-10),Plan,Plan B if sore,Plan tomorrow\n2026-05-06 06:10,Ana,3,Easy 40,Off,Legs\n",
        {"Ana": "easy, 40 min, effort 3"},
    ),
    "a planned effort in French": (
        "Date;Athlète;Séance prévue;Durée prévue (min);RPE prévu\n06/05/2026;Luc;Renfo jambes;60;8\n"
        "16/04/2026;Luc;Repos;;\n",
        {"Luc": "legs, 60 min, effort 8"},
    ),
}


@pytest.mark.parametrize("name", PLANS)
def test_planned_lengths_and_efforts(name: str) -> None:
    text, plans = PLANS[name]
    assert planned(text) == plans


def test_lifting_that_names_no_legs_is_said_once() -> None:
    form = form_of("Date,Athlete,Plan\n2026-05-06,Ana,Gym 45\n2026-05-06,Ben,Gym 45\n2026-05-06,Cid,Core 20\n")
    said = [problem.message for problem in form.sheet.problems]
    assert said == ["“Gym 45” does not say whether it trains the legs; it counts as other training."]


def test_what_was_done_in_hours() -> None:
    form = form_of("Athlete,WorkoutDay,WorkoutType,TimeTotalInHours,Rpe\nAna,2026-05-05,Strength,1.25,8\n")
    assert form.sheet.columns["minutes"].to_pylist() == ["75.0"]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Wellness 06/05/2026,,\n", "sheet.csv"),
        ("Check-in of Wed 6 May 2026,,\n", "sheet.csv"),
        ("", "wellness_2026-05-06.csv"),
        ("Team\n", "06.05.2026 Team.csv"),
    ],
)
def test_the_day_of_a_sheet_stands_in_its_title_or_its_name(above: str, name: str) -> None:
    text = f"{above}Athlete,Soreness (0-10),Sleep (h)\nAna,6,6.5\nBen,1,8\n"
    form = Form.of(read_table(text, name), now=NOW)
    assert [(day.entry.soreness, day.entry.sleep_h) for day in days_of(form).values()] == [(6, 6.5), (1, 8)]
    assert any("The day of every row is" in problem.message for problem in form.sheet.problems)


def test_a_sheet_without_any_day_is_asked_for_it() -> None:
    text = "Team week 19,,\nAthlete,Soreness (0-10),Sleep (h)\nAna,6,6.5\n"
    assert Form.of(read_table(text, "team_2026.csv"), now=NOW).missing == ("day",)


@pytest.mark.parametrize(
    "header", ["Soreness PM (0-10),Soreness AM (0-10)", "Leg soreness tonight (0-10),Soreness (0-10)"]
)
def test_the_evenings_soreness_is_not_the_mornings(header: str) -> None:
    text = f"Date,Name,{header}\n2026-05-06,Ana,9,3\n2026-05-06,Ben,1,6\n"
    assert [day.entry.soreness for day in days_of(form_of(text)).values()] == [3, 6]


GRID = "Timestamp,Name,Soreness [Mon],Soreness [Tue],Soreness [Wed],Soreness [Thu],Hours slept"


@pytest.mark.parametrize(
    ("answer", "read"),
    [
        ("9,4,1,,7", {"2026-05-04": "9", "2026-05-05": "4", "2026-05-06": "1"}),
        # Who rates a day that is still to come rates the week before.
        ("9,4,1,2,7", {"2026-04-27": "9", "2026-04-28": "4", "2026-04-29": "1", "2026-04-30": "2", "2026-05-06": ""}),
    ],
)
def test_a_grid_of_days_is_of_its_days(answer: str, read: dict[str, str]) -> None:
    form = form_of(f"{GRID}\n2026-05-06 06:10,Ana,{answer}\n")
    starts, sore, slept = (form.sheet.columns[name].to_pylist() for name in ("start", "soreness", "sleep_h"))
    assert {start[:10]: rated for start, rated in zip(starts, sore, strict=True)} == read
    assert [hours for start, hours in zip(starts, slept, strict=True) if start.startswith("2026-05-06")] == ["7"]


def test_a_grid_of_days_of_a_plan_is_of_days_to_come() -> None:
    asked = "What will you do this week? [{}]"
    text = f"Timestamp,Name,{asked.format('Mon')},{asked.format('Wed')}\n2026-05-04 06:10,Ana,Legs 60,Easy 40\n"
    assert planned(text) == {"Ana": "easy, 40 min, effort 3"}
    open_dates = text.replace("2026-05-04", "5/4/2026")
    assert form_of(open_dates).missing == ("order",)
    asked_of = form_of(open_dates, order="dmy")
    assert "2026-04-08" in {start[:10] for start in asked_of.sheet.columns["start"].to_pylist()}


def test_a_grid_of_parts_is_of_this_morning() -> None:
    parts = form_of("Timestamp,Name,How sore? [Quads],How sore? [Calves]\n2026-05-06 06:10,Ana,very sore,not sore\n")
    assert [day.entry.soreness for day in days_of(parts).values()] == [8]


def test_pain_in_the_words_of_a_scale_is_no_complaint() -> None:
    parts = (f"{part} (1 = aucune douleur, 5 = très douloureux)" for part in ("Quadriceps", "Mollets"))
    text = f"Horodateur;Prénom;{';'.join(parts)}\n06/05/2026 06:10;Léa;2;5\n16/04/2026 06:11;Léa;1;1\n"
    entry = days_of(form_of(text))["Léa"].entry
    assert (entry.soreness, entry.complaint.words) == (10, "")


def test_who_is_not_ready_is_a_complaint_and_hoopers_scale_holds_for_its_parts() -> None:
    text = "Timestamp,Name,Ready to train?,Leg soreness (0-10)\n2026-05-06 06:10,Ana,No,8\n2026-05-06 06:10,Ben,Yes,1\n"
    assert [day.entry.complaint.words for day in days_of(form_of(text)).values()] == ["not available", ""]
    hooper = (
        "Date;Joueur;Courbatures (1-7);Indice de Hooper\n06/05/2026;Léa;7;19\n16/04/2026;Luc;1;7\n06/05/2026;Luc;1;7\n"
    )
    assert [day.entry.soreness for day in days_of(form_of(hooper)).values()] == [10, 0]


@pytest.mark.parametrize(
    ("above", "name"),
    [
        ("Week of 4 May 2026\n", "plan.csv"),
        ("KW 19 2026;;;\n", "plan.csv"),
        ("", "plan_KW19_2026.csv"),
    ],
)
def test_the_week_of_a_sheet_of_weekdays_stands_in_its_title_or_its_name(above: str, name: str) -> None:
    form = Form.of(read_table(f"{above}Athlete;Mon;Tue;Wed\nAna;Rest;Legs 60;Easy 40\n", name), now=NOW)
    assert [session_text(plan) for plan in days_of(form)["Ana"].plans] == ["easy, 40 min, effort 3"]
    assert any("the week of 4 May 2026" in problem.message for problem in form.sheet.problems)


@pytest.mark.parametrize(("above", "name"), [("Week 3\n", "plan.csv"), ("", "plan_2026-05-08.csv")])
def test_a_week_that_is_only_counted_and_the_day_a_file_was_saved_name_no_week(above: str, name: str) -> None:
    text = f"{above}Athlete,Mon,Tue,Wed\nAna,Rest,Legs 60,Easy 40\n"
    assert Form.of(read_table(text, name), now=NOW).missing == ("week",)


def test_a_title_alone_in_the_first_line_of_a_sheet_is_no_text_without_columns() -> None:
    read = read_file(b"Week of 4 May 2026\nAthlete;Mon;Tue;Wed\nAna;Rest;Legs 60;Easy 40\n", "plan.csv")
    assert [form.missing for form in read.forms(now=NOW)] == [()]
    with pytest.raises(LogFormatError, match="This is no table"):
        read_file(b"just words\nand more\n", "text.csv")


@pytest.mark.parametrize(
    ("easy", "minutes"),
    [
        ("Easy 5 mi", [48, 154]),
        ("6x800 @ 5k pace, 8 miles total", [77, 154]),
        ("Easy 8 km", [48, 96]),
        ("Easy 40", [40, 96]),
    ],
)
def test_a_number_without_a_unit_is_of_miles_where_the_sheet_is(easy: str, minutes: list[float]) -> None:
    text = f'Timestamp,Name,Soreness (0-10),Plan today\n2026-05-06 06:00,Ana,2,"{easy}"\n2026-05-06 06:00,Ben,2,LR 16\n'
    assert [day.plans[0].minutes for day in days_of(form_of(text)).values()] == pytest.approx(minutes, abs=0.6)
