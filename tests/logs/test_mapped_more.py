"""Unknown tables: what others typed, in more languages and shapes, with the value that a careful reader gives it."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, nights, sessions

RUN_AND_LEGS = ["run 02 45min 8.20km", "legs 14 70min"]


@pytest.mark.parametrize(
    "text",
    [
        "日付,種目,時間,距離,きつさ\n2026年3月2日,ランニング,45分,8.2km,4\n2026年3月14日,脚トレ,1時間10分,,8\n",
        "날짜,운동,시간,거리,강도\n2026.3.2,달리기,45분,8.2km,4\n2026.3.14,하체,1시간 10분,,8\n",
        "日期,运动,时长,距离,强度\n2026-03-02,跑步,45分钟,8.2公里,4\n2026-03-14,腿部训练,1小时10分钟,,8\n",
        "Datum;Soort training;Duur (min);Afstand;Zwaarte (1-10)\n2-3-2026;Hardlopen;45;8,2 km;4\n14-3-2026;Benen;70;;8\n",
        "Data;Allenamento;Durata;Distanza km;Fatica 0-10\n02/03/2026;Corsa lenta;45';8,2;4\n14/03/2026;Gambe;1h10';;8\n",
        "Datum;Pass;Tid;Distans;Ansträngning\n2026-03-02;Löpning;45 min;8,2 km;4\n2026-03-14;Benpass;1 tim 10 min;;8\n",
        "Dato;Træning;Varighed;Distance;Hårdhed (0-10)\n02-03-2026;Løb;45 min;8,2 km;4\n14-03-2026;Ben;70 min;;8\n",
        "Päivä;Laji;Kesto;Matka;Rasittavuus\n2.3.2026;Juoksu;45 min;8,2 km;4\n14.3.2026;Jalkatreeni;1 tunti 10 min;;8\n",
        "Datum;Sport;Doba;Vzdálenost;Námaha\n2.3.2026;Běh;45 min;8,2 km;4\n14.3.2026;Nohy;70 min;;8\n",
        "Tarih;Spor;Süre;Mesafe;Zorluk\n02.03.2026;Koşu;45 dk;8,2 km;4\n14.03.2026;Bacak;70 dk;;8\n",
        "Datum;Sport;Dauer (Std.Min);km;RPE\n02.03.2026;Laufen;0.45;8,2;4\n14.03.2026;Beine;1.1;;8\n",
        "Date|Activity|Mins|km|RPE\n'2026-03-02'|'Run'|'45'|'8.2'|'4'\n'2026-03-14'|'Legs'|'70'|''|'8'\n",
        "Date,Activity,Mins,km,Effort %\n2026-03-02,Run,45,8.2,40%\n2026-03-14,Legs,70,,80%\n",
    ],
)
def test_headers_units_and_names_of_more_languages(text: str) -> None:
    log = guessed(text)
    assert sessions(text) == RUN_AND_LEGS
    assert [session.rpe for session in log.sessions] == [4, 8]


@pytest.mark.parametrize(
    "text",
    [
        "Date (morning),Fell asleep,Woke up\n2026-03-03,23:15,06:45\n2026-03-04,00:30,06:30\n",
        "Datum;Eingeschlafen;Aufgewacht\n03.03.2026;23.15;6.45\n04.03.2026;0.30;6.30\n",
        "Date,Sleep onset,Wake time\n2026-03-03,11:15 PM,6:45 AM\n2026-03-04,12:30 AM,6:30 AM\n",
    ],
)
def test_a_night_is_from_falling_asleep_to_waking(text: str) -> None:
    assert nights(text) == {3: 7.5, 4: 6.0}


@pytest.mark.parametrize("header", ["Sleep (1-7)", "Sleep quality (1-5)", "Schlaf (1-10)"])
def test_a_rating_of_sleep_is_no_length(header: str) -> None:
    assert not nights(f"Date,{header},Stress (1-7)\n2026-03-03,2,2\n2026-03-04,4,4\n")


def test_the_sorest_part_of_the_legs_counts_and_is_no_lift() -> None:
    text = "Date,Quad soreness (0-10),Hamstring soreness (0-10),Shoulder soreness (0-10)\n2026-03-02,2,5,9\n2026-03-03,7,,1\n"
    log = guessed(text)
    assert [check_in.soreness for check_in in log.check_ins] == [5, 7]
    assert not log.sessions


@pytest.mark.parametrize("said", ["ausgefallen", "❌", "nein", "cancelled"])
def test_what_was_not_done_is_no_session_whatever_its_planned_length(said: str) -> None:
    rows = ("02.03.2026;Lauf;45;4;erledigt", f"04.03.2026;Beine;60;;{said}", "06.03.2026;Lauf;40;3;erledigt")
    text = "\n".join(("Datum;Einheit;Minuten;RPE;Status", *rows)) + "\n"
    assert sessions(text) == ["run 02 45min", "run 06 40min"]
    assert len(sessions(text.replace("60;;", "60;8;"))) == 3, "who rated it did it"


def test_loads_beside_numbered_sets_are_no_sets() -> None:
    header = "Date,Exercise,Set 1 Reps,Set 1 Weight (kg),Set 2 Reps,Set 2 Weight (kg),Set 3 Reps,Set 3 Weight (kg)"
    text = f"{header}\n2026-03-02,Squat,8,80,8,80,6,85\n2026-03-02,Leg press,10,120,10,120,,\n"
    assert sessions(text) == ["legs 02 ~15min 5sets"]


def test_unknown_exercises_filed_under_legs_are_a_leg_day() -> None:
    text = "Date,Muscle group,Exercise,Sets,Reps\n2026-03-02,Legs,Machine X,4,8\n2026-03-02,Legs,Thing Y,4,10\n"
    assert sessions(text) == ["legs 02 ~24min 8sets"]


def test_a_sport_among_the_totals_of_a_day_makes_them_no_workouts() -> None:
    header = "Date,Move Minutes count,Calories (kcal),Distance (m),Step count,Running duration (ms)"
    days = "2026-03-02,60,2200,9000,11000,2700000\n2026-03-03,30,2000,4000,6000,\n2026-03-04,40,2100,5000,7000,\n"
    assert not guessed(f"{header}\n{days}").sessions


@pytest.mark.parametrize("zone", [None, "America/New_York"])
def test_of_two_starts_the_local_one_counts(zone: str | None) -> None:
    row = "1,Morning,2700,Run,2026-03-02T06:02:00Z,2026-03-02T07:02:00Z"
    assert sessions(f"id,name,moving_time,type,start_date,start_date_local\n{row}\n", zone) == ["run 02 07:02 45min"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Time,Sport\n2026-03-02,1800-1845,Run\n2026-03-04,0700-0800,Legs\n",
        "Datum;Uhrzeit;Sport\n02.03.2026;18-18.45;Lauf\n04.03.2026;7-8;Beine\n",
        "Datum;Zeit;Sport\n02.03.2026;18-18.45 Uhr;Lauf\n04.03.2026;7-8 Uhr;Beine\n",
        "Date,When,Sport\n2026-03-02,18:00 - 18:45,Run\n2026-03-04,07:00 - 08:00,Legs\n",
    ],
)
def test_two_hours_are_a_start_and_an_end(text: str) -> None:
    assert sessions(text) == ["run 02 18:00 45min", "legs 04 07:00 60min"]


def test_a_range_of_minutes_is_no_pair_of_clocks() -> None:
    assert sessions("Date,Minutes,Sport\n2026-03-02,40-50,Run\n2026-03-04,55-65,Legs\n") == [
        "run 02 45min",
        "legs 04 60min",
    ]


@pytest.mark.parametrize("header", ["Load", "sRPE load", "Belastung (AU)", "Charge"])
def test_the_load_of_a_session_is_no_weight_of_a_lift(header: str) -> None:
    text = f"Date,Session,Duration (min),{header}\n2026-03-02,Run,45,180\n2026-03-04,Legs,60,480\n"
    assert sessions(text) == ["run 02 45min", "legs 04 60min"]


def test_metres_with_points_that_part_their_thousands() -> None:
    text = "Datum;Sport;Distanz [m];Zeit\n02.03.2026;Lauf;8.200;45:00\n04.03.2026;Lauf;10.050;55:00\n"
    assert sessions(text) == ["run 02 45min 8.20km", "run 04 55min 10.05km"]


def test_a_line_of_a_diary_is_no_header() -> None:
    rows = ("02.03.2026;Lockerer Lauf, 45 Min, 8 km", "04.03.2026;Beintraining 60 Minuten, RPE 8")
    assert sessions("\n".join(("Datum;Eintrag", *rows)) + "\n") == ["run 02 45min 8.00km", "legs 04 60min"]


def test_a_relative_effort_of_an_app_is_no_rating() -> None:
    for header in ("Relative Effort", "Esforço relativo", "Effort relatif", "Relativer Aufwand"):
        text = f"Date,Sport,Minutes,{header}\n2026-03-02,Run,45,30\n2026-03-04,Legs,60,9\n"
        assert ["rpe" in session.estimated for session in guessed(text).sessions] == [True, True], header


def test_headers_without_spaces_name_what_they_hold() -> None:
    text = "运动类型,开始时间,运动时长,运动距离(km)\n户外跑步,2026-03-02 18:02:00,00:45:00,8.2\n"
    assert sessions(text) == ["run 02 18:02 45min 8.20km"]


@pytest.mark.parametrize(
    "header", ["Date,Sport,Min,Sport,Min", "Date,Sport 1,Min 1,Sport 2,Min 2", "Date,1. Sport,1. Min,2. Sport,2. Min"]
)
def test_several_sessions_of_a_day_side_by_side(header: str) -> None:
    text = f"{header}\n2026-03-02,Run,45,Legs,60\n2026-03-04,Run,40,,\n"
    assert sessions(text) == ["run 02 45min", "legs 02 60min", "run 04 40min"]


def test_efforts_low_and_high() -> None:
    text = "Datum;Einheit;Min;Intensität\n02.03.2026;Lauf;45;niedrig\n04.03.2026;Beine;60;hoch\n06.03.2026;Lauf;40;sehr hoch\n"
    assert [session.rpe for session in guessed(text).sessions] == [3, 7, 8]


def test_a_zone_that_is_utc_marks_the_times_beside_it() -> None:
    text = "Start,Timezone,Sport,Min\n2026-03-02 17:30,UTC,Run,45\n2026-03-04 23:30,UTC,Legs,60\n"
    assert sessions(text, "Europe/Berlin") == ["run 02 18:30 45min", "legs 05 00:30 60min"]
