"""Unknown tables of sessions: which column is which, in any language, order and unit."""

from __future__ import annotations

import pytest

from legrun.errors import LogFormatError
from legrun.logs import read_log
from tests.logs.guessed import guessed, sessions

RUN_AND_LEGS = ["run 02 40min 7.00km", "legs 04 60min"]


@pytest.mark.parametrize(
    "text",
    [
        "Created at,Workout date,Type,Min,Km\n2026-03-09 10:00,2026-03-02,Run,40,7\n2026-03-09 10:01,2026-03-04,Legs,60,\n",
        "Erstellt am;Datum;Sportart;Dauer (min);Strecke (km)\n09.03.2026;02.03.2026;Laufen;40;7,0\n09.03.2026;04.03.2026;Beine;60;\n",
        "date,activity,minutes,km,last_synced\n2026-03-02,run,40,7,2026-03-09T10:00:00Z\n2026-03-04,legs,60,,2026-03-09T10:00:00Z\n",
        "Saisi le;Date de la séance;Activité;Durée;Distance\n09/03/2026;02/03/2026;Course à pied;40 min;7 km\n13/03/2026;04/03/2026;Jambes;1h00;\n",
        "Modificado,Fecha,Actividad,Duración (min),Distancia (km)\n2026-03-09,2026-03-02,Carrera,40,7\n2026-03-09,2026-03-04,Piernas,60,\n",
        "Timestamp,Date of session,What did you do?,How long (minutes)?,How far (km)?\n3/9/2026 10:00:00,3/2/2026,Run,40,7\n3/19/2026 10:00:00,3/4/2026,Legs,60,\n",
        "uploaded_at,performed_on,sport,duration_s,distance_m\n2026-03-09,2026-03-02,running,2400,7000\n2026-03-09,2026-03-04,legs,3600,\n",
        "date,sport,duration_ms,distance_m\n2026-03-02,run,2400000,7000\n2026-03-04,legs,3600000,\n",
        "Data,Attività,Durata,Distanza\n02.03.2026,Corsa,40 min,7 km\n04.03.2026,Gambe,1h,\n",
        "Dato;Aktivitet;Varighed;Distance\n02.03.2026;Løb;0:40;7,0\n04.03.2026;Ben;1:00;\n",
    ],
)
def test_the_workouts_own_date_wins(text: str) -> None:
    assert sessions(text) == RUN_AND_LEGS


def test_a_date_of_writing_is_used_alone_and_said() -> None:
    log = guessed("created_at,activity,minutes\n2026-03-02 19:00,Run,40\n2026-03-04 19:00,Legs,60\n")
    assert len(log.sessions) == 2
    assert any(each.key == "date_column" and "created_at" in each.reason for each in log.assumptions)


CLOCKS = ["run 02 18:02 ~40min 7.00km", "run 03 06:45 ~40min 7.00km"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Activity,Km,Min\n2026-03-02,18:02,Run,7,40\n2026-03-03,06:45,Run,7,40\n",
        "Datum;Uhrzeit;Sport;km;Minuten\n02.03.2026;18:02;Laufen;7,0;40\n03.03.2026;06:45;Laufen;7,0;40\n",
        "date,start,duration,sport,km\n2026-03-02,6:02 PM,40:00,Run,7\n2026-03-03,6:45 AM,40:00,Run,7\n",
        "Fecha,Hora,Duración,Actividad,Distancia (km)\n02/03/2026,18:02:11,0:40:00,Correr,7\n13/03/2026,06:45:00,0:40:00,Correr,7\n",
        "Time,Day,Sport,Time spent,km\n18:02,2026-03-02,Run,40 min,7\n06:45,2026-03-03,Run,40 min,7\n",
        "Date,When,Sport,km\n2026-03-02,18:02-18:42,Run,7\n2026-03-03,06:45 - 07:25,Run,7\n",
        "Date,From,To,Sport,km\n2026-03-02,18:02,18:42,Run,7\n2026-03-03,06:45,07:25,Run,7\n",
    ],
)
def test_a_clock_of_the_day_and_a_duration(text: str) -> None:
    assert [line.replace("~", "").replace("13 06:45", "03 06:45") for line in sessions(text)] == [
        line.replace("~", "") for line in CLOCKS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Start,Sport,Minutes\n2026-03-02,18,Run,40\n2026-03-04,7.5,Run,40\n",
        "Datum;Uhrzeit;Was;Minuten\n02.03.2026;1800;Lauf;40\n04.03.2026;0730;Lauf;40\n",
        "Datum;Zeit;Was;Minuten\n02.03.2026;18;Lauf;40\n04.03.2026;7,5;Lauf;40\n",
        "Date;Heure;Sport;Durée\n02/03/2026;18h;Course;40 min\n04/03/2026;7h30;Course;40 min\n",
        "Date,Time,Sport,Minutes\n2026-03-02,6pm,Run,40\n2026-03-04,7.30 am,Run,40\n",
        "Dato;Kl;Sport;Minutter\n02.03.2026;kl 18;Løp;40\n04.03.2026;kl. 7.30;Løp;40\n",
    ],
)
def test_hours_without_a_colon_are_clocks(text: str) -> None:
    assert [line.replace("03 07:30", "04 07:30") for line in sessions(text)] == [
        "run 02 18:00 40min",
        "run 04 07:30 40min",
    ]


def test_bare_numbers_that_may_be_hours_or_minutes_are_asked_about() -> None:
    log = guessed("Date,Time,Sport\n2026-03-02,18,Run\n2026-03-04,7,Legs\n2026-03-05,19,Legs\n")
    (question,) = log.questions
    assert [reading.value for reading in question.readings] == ["“Time” as the time", "“Time” as the duration"]
    assert sessions("Date,Time,Sport\n2026-03-02,45,Run\n2026-03-04,60,Legs\n") == ["run 02 45min", "legs 04 60min"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Activity,Km\n2026-03-02,38:10,Run,7\n2026-03-04,41:50,Run,7\n",
        "Date,Time,Activity,Km\n2026-03-02,0:38:10,Run,7\n2026-03-04,0:41:50,Run,7\n",
        "Date,Time,Activity,Km\n2026-03-02,0:38,Run,7\n2026-03-04,0:42,Run,7\n",
    ],
)
def test_a_time_that_is_a_duration(text: str) -> None:
    assert sessions(text) == ["run 02 38min 7.00km", "run 04 42min 7.00km"]


def test_a_time_beside_a_start_is_a_duration() -> None:
    text = "Datum;Zeit;Sport;km\n02.03.2026 18:00;18:10;Laufen;3,5\n04.03.2026 18:00;21:50;Laufen;3,5\n"
    assert sessions(text) == ["run 02 18:00 18min 3.50km", "run 04 18:00 22min 3.50km"]


def test_a_time_that_may_be_both_is_asked_about() -> None:
    log = guessed("Date,Time,Activity\n2026-03-02,18:22,Run\n2026-03-03,16:41,Run\n2026-03-04,21:17,Run\n")
    (question,) = log.questions
    assert len(question.readings) == 2
    assert "18:22" in question.readings[0].gives
    answered = guessed(
        "Date,Time,Activity\n2026-03-02,18:22,Run\n2026-03-03,16:41,Run\n2026-03-04,21:17,Run\n",
        **question.readings[1].choices,
    )
    assert [round(s.minutes) for s in answered.sessions] == [18, 17, 21]
    assert not answered.questions


@pytest.mark.parametrize(
    ("cells", "km"),
    [
        (("8.02 km", "5 mi"), (8.02, 8.05)),
        (("8,02km", "8000 m"), (8.02, 8.0)),
        (("5 miles", "5k"), (8.05, 5.0)),
        (("20 kilometres", "half marathon"), (20.0, 21.1)),
        (("8.02 KM", "7.98"), (8.02, 7.98)),
    ],
)
def test_units_in_the_cells_of_distances(cells: tuple[str, str], km: tuple[float, float]) -> None:
    minutes = 6 * km[0]
    log = guessed(
        f'Date;Activity;Distance;Min\n2026-03-02;Run;"{cells[0]}";{minutes}\n2026-03-04;Run;"{cells[1]}";{minutes}\n'
    )
    assert [round(s.distance_km or 0, 2) for s in log.sessions] == list(km)


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        (("44 min", "1 h 38 min"), (44, 98)),
        (("1h35", "45'"), (95, 45)),
        (("1:05", "60 min"), (65, 60)),
        (("45:10", "1:05:10"), (45, 65)),
        (("PT45M", "PT1H5M"), (45, 65)),
        (("0 days 00:45:00", "0 days 01:05:00"), (45, 65)),
        (("1:05 h", "0:45 h"), (65, 45)),
        (("1.5 hours", "45 minutes"), (90, 45)),
        (("2700 s", "3900 s"), (45, 65)),
    ],
)
def test_units_in_the_cells_of_durations(cells: tuple[str, str], minutes: tuple[int, int]) -> None:
    log = guessed(f"Date;Activity;Duration\n2026-03-02;Run;{cells[0]}\n2026-03-04;Run;{cells[1]}\n")
    assert tuple(round(s.minutes) for s in log.sessions) == minutes


def test_heart_rates_with_their_unit_are_used() -> None:
    text = "Date,Activity,Minutes,Avg HR,Max HR\n" + "".join(
        f"2026-03-{day:02d},Run,40,{140 + day} bpm,{170 + day} bpm\n" for day in range(1, 29)
    )
    log = guessed(text)
    assert not log.problems
    assert any(each.key == "effort:heart_rate" for each in log.assumptions)


@pytest.mark.parametrize(
    "text",
    [
        "My log 2026\n\nDate,Activity,Minutes,Km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\n",
        "Trainingstagebuch\nExportiert am;09.03.2026\nDatum;Sportart;Dauer (min);km\n02.03.2026;Laufen;40;7,0\n04.03.2026;Beine;60;\n",
        "Athlete: A. B., club C\nweek 10\n\nDate\tSport\tMin\tKm\n2026-03-02\tRun\t40\t7\n2026-03-04\tLegs\t60\t\n",
        "# exported by me\n# version 3, all rows\nDate,Activity,Minutes,Km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\n",
        ",,,\nLog,,,\n,,,\nDate,Activity,Minutes,Km\n2026-03-02,Run,40,7\n2026-03-04,Legs,60,\n",
    ],
)
def test_lines_before_the_header(text: str) -> None:
    assert sessions(text) == RUN_AND_LEGS


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02,Squat,80,8,5\n2026-03-04,Bench press,60,8,5\n2026-03-05,Deadlift,100,5,3\n",
        "02.03.2026;Kniebeuge;80;8\n04.03.2026;Bankdrücken;60;8\n15.03.2026;Kreuzheben;100;5\n",
        "Squat\t3/2/2026\t80\nBench press\t3/4/2026\t60\nDeadlift\t3/15/2026\t100\n",
    ],
)
def test_a_table_without_a_header_loses_no_row(text: str) -> None:
    log = guessed(text)
    assert [s.kind for s in log.sessions] == ["legs", "upper", "legs"]
    assert any("no header" in problem.message for problem in log.problems)


def test_sessions_without_a_header() -> None:
    log = guessed("2026-03-02,Run,easy one\n2026-03-04,Legs,gym\n2026-03-05,Run,tempo\n")
    assert [s.kind for s in log.sessions] == ["run", "legs", "run"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Squat,Bench Press,Run (km)\n2026-03-02,5x5x80,5x5x60,\n2026-03-03,,,8.0\n2026-03-05,,3x8,\n",
        "Datum;Kniebeuge;Bankdrücken;Laufen (km)\n02.03.2026;5x5;5x5;\n03.03.2026;;;8,0\n05.03.2026;;3x8;\n",
        "Date,Run (km),Run (min),Front squat,Pull up\n2026-03-02,,,5x5,5x5\n2026-03-03,8,48,,\n2026-03-05,,,,3x8\n",
        "Notes,Date,Bench Press,Squat,Running km\neasy,2026-03-02,5x5,5x5,0\ngood,2026-03-03,,,8\n,2026-03-05,3x8,,\n",
    ],
)
def test_lifts_and_sports_in_columns_of_their_own(text: str) -> None:
    log = guessed(text)
    assert [(s.kind, s.start.day, s.hard_sets, s.distance_km) for s in log.sessions] == [
        ("legs", 2, 5.0, None),
        ("run", 3, None, 8.0),
        ("upper", 5, None, None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        ",2026-03-02,2026-03-04,2026-03-05\nTraining,Legs,Run,Rest\nMinutes,60,40,\nRPE,8,3,\n",
        "Day;02.03.2026;04.03.2026;05.03.2026\nEinheit;Beine;Laufen;Ruhetag\nDauer (min);60;40;\n",
        "Session,Mon 2 Mar 2026,Wed 4 Mar 2026,Thu 5 Mar 2026\nWhat,Legs,Run,Rest\nDuration,1h,40 min,\n",
    ],
)
def test_days_in_columns(text: str) -> None:
    assert sessions(text) == ["legs 02 60min", "run 04 40min"]


@pytest.mark.parametrize(
    "text",
    [
        "Week of,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n2 Mar 2026,Legs 60min,,Easy 40min,,,,Long 90 min\n",
        "Woche;Montag;Dienstag;Mittwoch;Donnerstag;Freitag;Samstag;Sonntag\n02.03.2026;Beine 60 min;;Laufen 40 min;;;;Laufen 1h30\n",
        "Semaine du,Lun,Mar,Mer,Jeu,Ven,Sam,Dim\n02/03/2026,Jambes 1h,Repos,Footing 40 min,,,,Sortie longue 1h30\n16/03/2026,,,,,,,\n",
        "Week,Sun,Mon,Tue,Wed,Thu,Fri,Sat\n2026-W10,Long run 90min,Legs 60min,,Run 40min,,,\n",
    ],
)
def test_days_of_the_week_in_columns(text: str) -> None:
    assert sessions(text) == ["legs 02 60min", "run 04 40min", "run 08 90min"]


def test_the_header_says_that_all_are_runs() -> None:
    text = "Date,Run Type,Distance (mi),Moving Time\n3/2/26,Easy,3,0:29:32\n3/3/26,Rest,,\n3/14/26,Threshold,5,0:41:05\n3/17/26,,,\n"
    assert sessions(text) == ["run 02 30min 4.83km", "run 14 41min 8.05km"]


def test_a_computed_effort_is_none() -> None:
    text = "Date,Run,Min,Effort (HR*Time),Relative Effort\n2026-03-02,Run,40,2.5,44\n2026-03-04,Run,50,3.5,70\n"
    assert {s.rpe for s in guessed(text).sessions} == {4.0}


def test_no_duration_is_one_sentence() -> None:
    text = "Date,Activity\n" + "".join(f"2026-03-{day:02d},Yoga\n" for day in range(1, 9))
    log = guessed(text)
    assert [each.reason for each in log.assumptions if each.key == "missing_durations"] == [
        "No duration column was chosen: 8 sessions taken as 30 min"
    ]
    assert not log.problems


def test_what_is_all_guessed_is_not_known() -> None:
    log = guessed("Date,Activity,Minutes\n2026-03-02,Glorp,\n2026-03-03,Run,40\n2026-03-04,Blarg,\n")
    assert [s.kind for s in log.sessions] == ["run"]
    (said,) = [each for each in log.assumptions if each.key == "unknown_sessions"]
    assert said.value == "left out"
    assert "2 rows" in said.reason
    assert len(guessed("Date,Activity,Minutes\n2026-03-02,Glorp,\n", unknown_sessions="counted").sessions) == 1


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("Date,Activity,Length\n2026-03-02,Run,5\n2026-03-04,Legs,6\n2026-03-05,Run,5\n", True),
        ("Date,Activity,Length\n2026-03-02,Run,45\n2026-03-04,Legs,60\n2026-03-05,Run,50\n", False),
    ],
)
def test_a_unit_is_asked_about_where_two_are_likely(text: str, ask: bool) -> None:
    log = guessed(text)
    assert bool(log.questions) is ask
    if ask:
        assert {reading.value for reading in log.questions[0].readings} == {"h", "min"}


def test_two_dates_that_differ_are_asked_about() -> None:
    text = "Date A,Date B,Activity,Min\n2026-03-02,2026-04-02,Run,40\n2026-03-04,2026-04-04,Legs,60\n"
    (question,) = guessed(text).questions
    assert "Date A" in question.readings[0].value
    assert "Date B" in question.readings[1].value
    assert [s.start.month for s in guessed(text, **question.readings[1].choices).sessions] == [4, 4]


def test_weekdays_alone_are_refused_with_a_sentence() -> None:
    with pytest.raises(LogFormatError, match="days of the week"):
        guessed("Day,Session,Minutes\nMon,Legs,60\nTue,Run,40\nWed,Rest,\n")


def test_several_people_are_refused_with_a_sentence() -> None:
    text = "Date,Athlete,Session,Min\n" + "".join(
        f"2026-03-0{day},{name},Run,40\n" for day in (2, 3, 4) for name in ("Ana Ruiz", "Bo Lee", "Cy Orr")
    )
    with pytest.raises(LogFormatError, match="3 people"):
        guessed(text)


@pytest.mark.parametrize(
    "header",
    [
        "Timestamp,Name,How sore are your legs (0-10)?,Hours of sleep",
        "Timestamp,What is your name?,Soreness,Sleep",
        "Zeitstempel,Name,Muskelkater,Schlaf",
        "Horodateur,Nom,Courbatures,Sommeil",
        "Marca temporal,Nombre,Agujetas,Sueño",
        "Date,Name,Soreness,Minutes",
    ],
)
def test_answers_of_several_people_under_name_are_refused_at_once(header: str) -> None:
    rows = "".join(f"2026-03-0{day},{who},{day},7\n" for day in (2, 3, 4) for who in ("Ana", "Ben", "Cleo"))
    with pytest.raises(LogFormatError, match="names 3 people: open it on the Clients page"):
        read_log(f"{header}\n{rows}")
    with pytest.raises(LogFormatError, match="3 people"):
        guessed(f"{header}\n{rows}")


@pytest.mark.parametrize(
    "names", [("Legs", "Run"), ("Easy run", "Upper A"), ("Session A", "Session B"), ("Push A", "Pull B")]
)
def test_names_of_workouts_are_no_people(names: tuple[str, str]) -> None:
    rows = "".join(f"2026-03-0{day},{name},40,{day}\n" for day in (2, 3, 4) for name in names)
    assert guessed(f"Date,Name,Minutes,Soreness\n{rows}").workouts == 6


def test_a_unit_in_a_column_of_its_own() -> None:
    text = "Date,Sport,Distance,Distance Unit,Time\n2026-03-02,Run,5,mi,45:10\n2026-03-04,Run,8,km,44:00\n"
    assert sessions(text) == ["run 02 45min 8.05km", "run 04 44min 8.00km"]


def test_weeks_without_a_date_are_refused_with_a_sentence() -> None:
    with pytest.raises(LogFormatError, match="date of each week"):
        guessed("Week,Mon,Tue,Wed,Thu,Fri\n1,Legs,Run,,,\n2,Legs,Run,,,\n")


def test_swims_in_metres_among_kilometres() -> None:
    text = "Date,Sport,Distance,Minutes\n2026-03-02,Run,8.0,44\n2026-03-04,Swim,1500,36\n"
    assert sessions(text) == ["run 02 44min 8.00km", "other 04 36min 1.50km"]


def test_a_line_of_totals_hides_no_column() -> None:
    text = "Date,Activity,Minutes\n,,\n2026-03-02,Run,40\n2026-03-04,Legs,60\nTotal,,100\n"
    assert sessions(text) == ["run 02 40min", "legs 04 60min"]


def test_how_it_felt_is_an_effort_in_words_alone() -> None:
    words = "Datum;Einheit;Dauer;Gefühl\n02.03.2026;Beine;60;sehr anstrengend\n04.03.2026;Laufen;40;locker\n"
    assert [s.rpe for s in guessed(words).sessions] == [8.0, 3.0]
    numbers = "Date,Activity,Min,Feeling (1-5)\n2026-03-02,Legs,60,5\n2026-03-04,Run,40,2\n"
    assert [s.rpe for s in guessed(numbers).sessions] == [7.0, 4.0]


@pytest.mark.parametrize(
    "text",
    [
        "02.03.2026;Laufen;40 min;7 km\n04.03.2026;Beine;60 min;\n",
        "Datum;Was;Zurückgelegt;Gebraucht\n02.03.2026;Laufen;7 km;40 min\n04.03.2026;Beine;;60 min\n",
    ],
)
def test_cells_with_units_name_their_column(text: str) -> None:
    assert sessions(text) == RUN_AND_LEGS
