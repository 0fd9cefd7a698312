"""Whose a row is, and what they say is wrong: names in two columns, several in a cell, everyone; who can train."""

from __future__ import annotations

import pytest

from legrun.logs.fields.ratings import read_ratings
from legrun.roster.sessions.text import session_text
from tests.roster.test_form_answers import days_of, form_of

PLANS = {
    "marks between names": (
        "Date,Athletes,Plan\n2026-05-06,Ana & Ben,Easy 40 min\n2026-05-06,Cid,Legs 60 min\n",
        {"Ana": "easy, 40 min, effort 3", "Ben": "easy, 40 min, effort 3", "Cid": "legs, 60 min, effort 7"},
    ),
    "commas, beside names that stand alone": (
        'Date,Athletes,Plan\n2026-05-06,"Ana Ruiz, Ben Oka",Easy 40 min\n2026-05-06,Cid Marsh,Legs 60 min\n',
        {
            "Ana Ruiz": "easy, 40 min, effort 3",
            "Ben Oka": "easy, 40 min, effort 3",
            "Cid Marsh": "legs, 60 min, effort 7",
        },
    ),
    "three in a row": (
        'Datum;Athleten;Plan\n2026-05-06;"Ana, Ben und Cid";locker 40 min\n',
        dict.fromkeys(("Ana", "Ben", "Cid"), "easy, 40 min, effort 3"),
    ),
    "words between names, beside one that stands alone": (
        "Fecha;Atleta;Plan\n2026-05-06;Ana y Ben;rodaje 40 min\n2026-05-06;Cid Oka;pierna 60 min\n2026-05-05;Eva;\n",
        {
            "Ana": "easy, 40 min, effort 3",
            "Ben": "easy, 40 min, effort 3",
            "Cid Oka": "legs, 60 min, effort 7",
            "Eva": "",
        },
    ),
    "the last name first": (
        'Date,Athlete,Plan\n2026-05-06,"Ruiz, Ana",Easy 40 min\n2026-05-06,"Oka, Ben",Legs 60 min\n',
        {"Ruiz, Ana": "easy, 40 min, effort 3", "Oka, Ben": "legs, 60 min, effort 7"},
    ),
    "everyone, but for who has a row": (
        "Date,Athlete,Plan\n2026-05-06,All,Easy 40 min\n2026-05-06,Ana,Legs 60 min\n2026-05-06,Ben,Rest\n"
        "2026-05-05,Cid,Rest\n",
        {"Ana": "legs, 60 min, effort 7", "Ben": "", "Cid": "easy, 40 min, effort 3"},
    ),
    "a type of session beside its planned length": (
        "Date,Athlete,Session type,Planned duration (min),Planned RPE\n2026-05-06,Ana,Intervals,45,8\n",
        {"Ana": "intervals, 45 min, effort 8"},
    ),
}


@pytest.mark.parametrize("name", ["João Costa e Silva", "Costa e Silva, João", "José Ortega y Gasset"])
@pytest.mark.parametrize("others", [("Maria Lima",), ("Ana", "Maria Lima"), ("Ana",), ()])
def test_a_name_with_an_and_in_it_is_one_person(name: str, others: tuple[str, ...]) -> None:
    rows = "".join(f'2026-05-06,"{each}",Easy 40 min\n' for each in (name, *others))
    assert set(days_of(form_of(f"Date,Athlete,Plan\n{rows}"))) == {name, *others}


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_is_of_everybody_that_it_names(name: str) -> None:
    text, plans = PLANS[name]
    form = form_of(text)
    days = days_of(form)
    assert {who: "; ".join(map(session_text, day.plans)) for who, day in days.items()} == plans
    several = any(mark in text for mark in ("&", "Oka", "und", "All,")) and "Ruiz, Ana" not in text
    assert several == any(problem.message.startswith("A row for each") for problem in form.sheet.problems)


def test_two_people_of_one_first_name_in_a_long_export_are_two() -> None:
    form = form_of(
        "Athlete First,Athlete Last,Date,Question,Answer\nAna,Ruiz,05/06/2026,Leg soreness (0-10),8\n"
        "Ana,Oka,05/06/2026,Leg soreness (0-10),2\nAna,Oka,05/06/2026,Hours of sleep,8\n"
    )
    read = {name: (day.entry.soreness, day.entry.sleep_h) for name, day in days_of(form).items()}
    assert read == {"Ana Ruiz": (8, None), "Ana Oka": (2, 8)}


@pytest.mark.parametrize(
    ("columns", "cells", "flags", "words"),
    [
        # A "no" under a question for who can train is what is wrong.
        ("Available?", "No - hamstring", set(), "hamstring"),
        ("Available to train?", "no", set(), "not available"),
        ("Available?", "Yes", set(), ""),
        ("Status", "Done", set(), ""),
        ("Status", "Injured", set(), "Injured"),
        ("Verfügbar?", '"nein, Fieber"', {"illness"}, "Fieber"),
        # Where more is asked for, in other words than "where".
        ("Are you injured or sick?,Please explain", "Yes,sore throat and fever", {"illness"}, "sore throat and fever"),
        ("Pain 0-10,Pain location", "7,Achilles", set(), "Pain 0-10: 7; Achilles"),
        ("Pain location,Pain 0-10", "Achilles,7", set(), "Pain 0-10: 7; Achilles"),
        ("Tut dir etwas weh?", '"ja, Knie"', set(), "ja, Knie"),
        # Other ways to ask for complaints.
        ("Any issues?", "left calf tight", set(), "left calf tight"),
        ("Anything to report?", "left calf tight", set(), "left calf tight"),
        ("Anything your coach should know?", "left calf tight", set(), "left calf tight"),
        ("Auffälligkeiten?", "linke Wade fest", set(), "linke Wade fest"),
        ("Un souci ?", "mollet gauche tendu", set(), "mollet gauche tendu"),
        ("Coś dolega?", "lewa łydka", set(), "lewa łydka"),
        # Boxes that are ticked, and yes and no of spreadsheets; a yes to an illness is one.
        ("Injured,Ill", "☑,☐", {"injury"}, ""),
        ("Injured,Ill", "☐,✓", {"illness"}, ""),
        ("Blessé,Malade", "FAUX,VRAI", {"illness"}, ""),
        ("Lesionado,Enfermo", "VERDADERO,FALSO", {"injury"}, ""),
        ("Are you ill?", "Yes", {"illness"}, "Are you ill?"),
        ("Pain or illness?", "Yes", {"injury"}, ""),
        # Where one is sore is no complaint, and "none of the above" is none.
        ("Pain?,Where are you sore? (tick all)", 'None of the above,"Quads, glutes"', set(), ""),
    ],
)
def test_what_is_wrong_is_read_under_its_question(columns: str, cells: str, flags: set[str], words: str) -> None:
    text = f"Timestamp,Name,Leg soreness (0-10),{columns}\n2026-05-06 06:00,Ana,3,{cells}\n2026-05-06 06:00,Ben,3\n"
    complaint = days_of(form_of(text))["Ana"].entry.complaint
    assert (set(complaint.flags), complaint.words) == (flags, words)


def test_a_complaint_in_a_column_that_is_not_read_is_said() -> None:
    text = 'Timestamp,Name,Soreness (0-10),Zorp?,Colour\n2026-05-06 06:00,Ana,3,"ja, Knie",red\n'
    assert form_of(text).unread_complaints == ("Zorp?",)
    assert form_of(text, wrong="Zorp?").unread_complaints == ()
    sore = text.replace('"ja, Knie"', "left calf tight")
    assert form_of(sore).unread_complaints == ("Zorp?",)


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        ("Fell asleep,Woke up", "23:30,6:00"),
        ("Bedtime,Wake-up time", "11:30pm,6am"),
        ("Bettgehzeit,Aufstehzeit", "23:30,06:00"),
        ("Heure de coucher,Heure de lever", "23h30,6h"),
        ("Hora de acostarse,Hora de levantarse", "23:30,6:00"),
        ("Sleep", "23:30-6:00"),
        ("Sleep (min)", "390"),
        ("Minutes asleep", "390"),
        ("Hours of sleep,Minutes of sleep", "6,30"),
        ("Sleep HRV,Sleep (h)", "120,6.5"),
    ],
)
def test_sleep_in_minutes_and_between_two_clocks(columns: str, cells: str) -> None:
    text = f"Timestamp,Name,Soreness (0-10),{columns}\n2026-05-06 06:30,Ana,6,{cells}\n"
    assert days_of(form_of(text))["Ana"].entry.sleep_h == 6.5
    if columns == "Sleep":  # one of many, too
        beside = "".join(f"2026-05-06 06:30,Athlete {at},3,{at}\n" for at in "678")
        assert days_of(form_of(text + beside))["Ana"].entry.sleep_h == 6.5


def test_a_questionnaire_that_another_column_names_is_that_of_the_rating() -> None:
    text = "Date,Player,Fatigue,Soreness,Hooper index\n2026-05-06,Ana,5,7,19\n2026-05-06,Ben,2,1,7\n"
    assert [day.entry.soreness for day in days_of(form_of(text)).values()] == [10, 0]


@pytest.mark.parametrize(
    ("header", "cells", "sore"),
    [
        # Words beside two of a scale's numbers do not end it.
        ("How sore are your legs?", ("7 - Very sore", "0 - Not sore"), [7, 0]),
        ("How sore are your legs?", ("5 - Very sore", "3 - So so", "1 - Not sore"), [10, 5, 0]),
        # How far somebody agrees is read by what they agree with.
        ("My legs are sore today", ("Strongly agree", "Agree", "Neutral", "Strongly disagree"), [10, 7, 5, 0]),
        ("My legs feel fresh today", ("Strongly agree", "Agree", "Neutral", "Strongly disagree"), [0, 3, 5, 10]),
        ("Meine Beine sind frisch", ("stimme voll zu", "stimme gar nicht zu"), [0, 10]),
    ],
)
def test_words_of_a_scale(header: str, cells: tuple[str, ...], sore: list[float]) -> None:
    read = read_ratings(header, cells)
    assert [read.values[cell] for cell in cells] == sore


@pytest.mark.parametrize(
    "header",
    [
        "Hur ömma är dina ben? (0 = inte alls; 10 = extremt)", "Jak bardzo bolą Cię nogi? (0-10)",
        "¿Qué tan adoloridas están tus piernas? (0 = nada; 10 = muchísimo)",
    ],
)  # fmt: skip
def test_questions_for_sore_legs(header: str) -> None:
    text = f"Timestamp,Name,{header}\n2026-05-06 06:00,Ana,8\n2026-05-06 06:00,Ben,1\n"
    assert [day.entry.soreness for day in days_of(form_of(text)).values()] == [8, 1]


ANSWERS = {
    "names of fields written as one word": (
        "Entry_Id,Athlete_FirstName,Athlete_LastName,LegSorenessToday,SleepHours,AnyPain,PainDescription,EntryTimestamp\n"
        "1,Ana,Ruiz,6,6.5,No,,5/6/2026 6:10 AM\n2,Ben,Oka,2,8,Yes,left knee,5/6/2026 6:20 AM\n",
        {"Ana Ruiz": (6, 6.5, ""), "Ben Oka": (2, 8, "left knee")},
    ),
    "milliseconds since 1970": (
        "timestamp,name,leg_soreness_of_10,sleep_h\n1778040612000,Ana,6,6.5\n1778041212000,Ben,2,8\n",
        {"Ana": (6, 6.5, ""), "Ben": (2, 8, "")},
    ),
    "what the cells are stands in the corner": (
        "Sleep (h),04/05/2026,05/05/2026,06/05/2026\nAna,7,8,6.5\nBen,8,8,8\n",
        {"Ana": (None, 6.5, ""), "Ben": (None, 8, "")},
    ),
    "Czech": (
        "Časová značka,Jméno,Jak moc tě bolí nohy? (0-10),Kolik hodin jsi spal?,Bolí tě něco?\n"
        '06.05.2026 6:10:12,Jan,8,"6,5",ne\n06.05.2026 6:12:12,Eva,1,8,"ano, lýtko"\n',
        {"Jan": (8, 6.5, ""), "Eva": (1, 8, "ano, lýtko")},
    ),
    "Hungarian": (
        "Időbélyeg,Név,Mennyire fáj a lábad? (0-10),Hány órát aludtál?,Fáj valamid?\n"
        '2026.05.06. 6:10:12,Jan,8,"6,5",nem\n2026.05.06. 6:12:12,Eva,1,8,"igen, térd"\n',
        {"Jan": (8, 6.5, ""), "Eva": (1, 8, "igen, térd")},
    ),
    "Turkish": (
        "Zaman damgası,Adınız,Bacaklarınız ne kadar ağrıyor? (0-10),Kaç saat uyudunuz?,Ağrınız var mı?\n"
        '06.05.2026 06:10:12,Can,8,"6,5",hayır\n06.05.2026 06:12:12,Ece,1,8,"evet, diz"\n',
        {"Can": (8, 6.5, ""), "Ece": (1, 8, "evet, diz")},
    ),
    "Danish": (
        "Tidsstempel,Navn,Hvor ømme er dine ben? (0 = slet ikke; 10 = ekstremt),Hvor mange timer sov du?,Har du ondt?\n"
        '06-05-2026 06.10.12,Bo,8,"6,5",nej\n06-05-2026 06.12.12,Ida,1,8,"ja, læggen"\n',
        {"Bo": (8, 6.5, ""), "Ida": (1, 8, "ja, læggen")},
    ),
    "Qualtrics: codes, questions, and names for machines": (
        "StartDate,EndDate,RecipientLastName,LocationLatitude,Q1,Q2,Q3\n"
        'Start Date,End Date,Recipient Last Name,Location Latitude,Your name,"Leg soreness, 0 (none) to 10 (worst)",Any pain?\n'
        '"{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""recipientLastName""}",'
        '"{""ImportId"":""locationLatitude""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"\n'
        "2026-05-06 06:10:12,2026-05-06 06:11:00,,40.1,Ana,8,no\n2026-05-06 06:20:12,2026-05-06 06:21:00,,40.1,Ben,1,left calf\n",
        {"Ana": (8, None, ""), "Ben": (1, None, "left calf")},
    ),
    "Typeform: a column for each answer that may be ticked": (
        '#,What\'s your name?,"How sore are your legs (0-10), {{field:x}}?",Where does it hurt? [Knee],Response Type,'
        "Start Date (UTC),Submit Date (UTC)\n"
        "a,Ana,8,,completed,2026-05-06 05:10:12,2026-05-06 05:11:12\n"
        "b,Ben,1,Yes,completed,2026-05-06 05:10:12,2026-05-06 05:11:12\n",
        {"Ana": (8, None, ""), "Ben": (1, None, "Knee: yes")},
    ),
    "REDCap: labels, and lists to tick": (
        "Survey Timestamp,Athlete,Leg soreness (0-10),Any pain?,Pain area (choice=Knee),Pain area (choice=Calf)\n"
        "2026-05-06 06:10:12,Ana,7,No,Unchecked,Unchecked\n2026-05-06 06:12:12,Ben,2,Yes,Checked,Unchecked\n",
        {"Ana": (7, None, ""), "Ben": (2, None, "Yes; Knee: yes")},
    ),
    "LimeSurvey: a comment on an answer": (
        '"submitdate. Date submitted","NAME. Your name","SORE. Sore legs? (0 = not, 10 = extremely)","PAIN. Pain?",'
        '"PAIN[comment]. Pain? [Comment]"\n"2026-05-06 06:11:12","Ana","7","No",""\n"2026-05-06 06:21:12","Ben","2","Yes","left groin"\n',
        {"Ana": (7, None, ""), "Ben": (2, None, "Yes; left groin")},
    ),
    "Notion: names with an address": (
        "Athlete,Created time,Leg soreness (0-10)\n"
        'Ana Ruiz (https://www.notion.so/Ana-Ruiz-1a?pvs=21),"May 6, 2026 6:10 AM",7\n'
        'Ben Oka (https://www.notion.so/Ben-Oka-5b?pvs=21),"May 6, 2026 6:20 AM",2\n',
        {"Ana Ruiz": (7, None, ""), "Ben Oka": (2, None, "")},
    ),
    "Smartabase: whom an entry is about": (
        "About,Date,Entered by user,Leg Soreness (1 = very sore; 5 = no soreness),Sleep Duration (hrs)\n"
        "Ana Ruiz,13/05/2026,Kim,5,8\nAna Ruiz,06/05/2026,Kim,2,6.5\nBen Oka,06/05/2026,Kim,5,8\n",
        {"Ana Ruiz": (7.5, 6.5, ""), "Ben Oka": (0, 8, "")},
    ),
    "a question for each team": (
        "Timestamp,Team,Name (Red),Name (Blue),Sore legs? (0-10),Sleep h,Sore legs? (0-10)\n"
        "2026-05-06 06:10:12,Red,Ana,,7,6.5,\n2026-05-06 06:10:12,Blue,,Ben,,8,2\n",
        {"Ana": (7, 6.5, ""), "Ben": (2, 8, "")},
    ),
    "numbers for names, and a date that is of no answer": (
        "Timestamp,Jersey number,Last period,Soreness score (0-10)\n2026-05-06 06:10:12,17,2026-04-20,7\n2026-05-06 06:10:12,18,,2\n",
        {"17": (7, None, ""), "18": (2, None, "")},
    ),
    "who takes part, and traffic lights": (
        "Date,Name,Soreness (0-10),Availability,Any difficulties due to injury?\n"
        "2026-05-06,Ana,3,Green,Full participation without health problems\n"
        '2026-05-06,Ben,2,Amber,"Full participation, but with a health problem"\n',
        {"Ana": (3, None, ""), "Ben": (2, None, "Full participation, but with a health problem; Amber")},
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_more_forms(name: str) -> None:
    text, wanted = ANSWERS[name]
    days = days_of(form_of(text, tz="Europe/Paris"))
    assert {
        who: (day.entry.soreness, day.entry.sleep_h, day.entry.complaint.words) for who, day in days.items()
    } == wanted


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_commas_in_the_words_of_a_scale_part_no_columns(mark: str) -> None:
    rows = [("Timestamp", "Name", "Legs: 1 = fresh, 2 = ok, 3 = sore"), ("2026-05-06 06:10", "Ana", "3")]
    assert days_of(form_of("".join(f"{mark.join(row)}\n" for row in rows)))["Ana"].entry.soreness == 10


def test_the_time_that_a_form_took_is_no_session() -> None:
    form = form_of("Timestamp,Duration (in seconds),Name,Soreness (0-10)\n2026-05-06 06:10,60,Ana,3\n")
    assert form.sheet.columns["record"].to_pylist() == ["check_in"]
    form = form_of("Timestamp,Duration,Name,Soreness (0-10)\n2026-05-06 06:10,60,Ana,3\n")
    assert form.sheet.columns["record"].to_pylist() == ["check_in"]


def test_how_long_and_how_hard_without_what_is_a_session_of_another_kind() -> None:
    form = form_of(
        "Timestamp,Name,Leg soreness (0-10),RPE of yesterday's session (0-10),Minutes of yesterday's session\n"
        "2026-05-06 06:10,Ana,6,8,60\n2026-05-06 06:10,Ben,2,,\n"
    )
    cells = [form.sheet.columns[name].to_pylist() for name in ("record", "kind", "start", "minutes", "rpe")]
    sessions = [row for row in zip(*cells, strict=True) if row[0] == "session"]
    assert sessions == [("session", "other", "2026-05-05T18:00:00", "60.0", "8.0")]


def test_a_scale_between_the_words_of_a_fields_name() -> None:
    text = "date,athlete,leg_soreness_1_10\n2026-05-06,Ana,10\n2026-05-06,Ben,1\n"
    assert [day.entry.soreness for day in days_of(form_of(text)).values()] == [10, 0]
