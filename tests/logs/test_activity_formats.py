"""Strava, Garmin and Runkeeper: activity lists, their languages, units and clocks."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legrun.logs import Log, read_log
from tests.logs.new_shapes import GARMIN_GREEK, STRAVA_NORWEGIAN
from tests.logs.shapes import GARMIN, RUNKEEPER, STRAVA

HEADERS = Path(__file__).parents[3] / "shared" / "headers_only"


def said(log: Log, key: str) -> str:
    return next(a.value for a in log.assumptions if a.key == key)


def test_strava_takes_metres_utc_and_the_right_clock() -> None:
    log = read_log(STRAVA.encode(), tz="America/New_York")
    assert [(s.kind, s.start, s.minutes, s.distance_km) for s in log.sessions] == [
        ("run", dt.datetime(2023, 11, 4, 11, 2, 23), 30.0, 5.0125),
        ("other", dt.datetime(2023, 11, 5, 18, 30), 24.0, 1.025),
        ("legs", dt.datetime(2023, 11, 6, 12, 0), 65.0, None),
        ("other", dt.datetime(2023, 11, 7, 1, 0), 80.0, 30.2),
    ]
    assert log.sessions[1].rpe == 6.0
    assert log.sessions[1].estimated == frozenset()
    assert said(log, "time_zone") == "America/New_York"
    utc = read_log(STRAVA)
    assert utc.sessions[1].start.hour == 23
    assert said(utc, "time_zone") == "UTC"
    chosen = read_log(STRAVA, choices={"time_zone": "Europe/Berlin"})
    assert chosen.sessions[0].start.hour == 16


@pytest.mark.parametrize(
    ("header", "row", "start"),
    [
        (
            "id,date,name,type,description,elapsed_time,distance,commute,gear,filename",
            "1,2018-06-13 17:04:01,Run,Run,,1830,5012.5,false,,a.gpx",
            dt.datetime(2018, 6, 13, 17, 4, 1),
        ),
        (
            "Activiteits-ID,Datum van activiteit,Naam activiteit,Activiteitstype,Verstreken tijd,Afstand,Bestandsnaam,"
            "Verstreken tijd,Beweegtijd,Afstand,Gemiddelde hartslag,Ervaren inspanning",
            '1,23 jun. 2017 15:52:12,Loop,Hardloopsessie,1830,"5,01",a.gpx,1830.0,1830.0,5012.5,150.0,',
            dt.datetime(2017, 6, 23, 15, 52, 12),
        ),
        (
            "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,Dateiname,"
            "Verstrichene Zeit,Bewegungszeit,Distanz",
            '1,"09.12.2022, 15:24:49",Lauf,Lauf,1830,"5,01",a.gpx,1830.0,1830.0,5012.5',
            dt.datetime(2022, 12, 9, 15, 24, 49),
        ),
        (
            "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Temps écoulé,Distance,Nom du fichier,"
            "Temps écoulé,Durée de déplacement,Distance",
            '1,"9 déc. 2022, 15:24:49",Course,Course à pied,1830,"5,01",a.gpx,1830.0,1830.0,5012.5',
            dt.datetime(2022, 12, 9, 15, 24, 49),
        ),
        (
            "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time.1,"
            "Moving Time,Distance.1",
            '1,"Dec 9, 2022, 3:24:49 PM",x,Trail Run,1830,5.01,a.gpx,1830.0,1830.0,5012.5',
            dt.datetime(2022, 12, 9, 15, 24, 49),
        ),
    ],
)
def test_strava_in_every_language_and_year(header: str, row: str, start: dt.datetime) -> None:
    session = read_log(f"{header}\n{row}\n").sessions[0]
    assert (session.kind, session.start, session.minutes) == ("run", start, 30.5)
    assert session.distance_km == 5.0125


# The first 46 columns since 2023, and since 2020, with a number for each name.
NAMES = "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 5 15 6 16 17 18 19 20 21 22 23 24 25 26 27 7 28 29 30 31 32 33 8 34 35 36 37 38 39"
NAMES_2020 = NAMES.replace(" 7 8 9 10 11", " 8 9 11").replace(" 27 7 28", " 27 40 28")


@pytest.mark.parametrize(
    ("names", "of_the_athlete"), [(NAMES, "151,30,false,,,f.fit.gz"), (NAMES_2020, "30,false,,f.fit.gz")]
)
def test_strava_in_any_language_by_its_places(names: str, of_the_athlete: str) -> None:
    header = ",".join(f"ord {number}" for number in names.split())
    file = "activities/12.fit.gz"
    row = f'10293847561,"2. mar. 2031, 15:24:49",Tur,Løping,,1900,"5,01",{of_the_athlete},70,,1900.0,1830.0,5012.5'
    row = row.replace("f.fit.gz", file) + ",4.1,2.7" + "," * 11 + "171.0,151.0,,,400,,,30.0,,,,,,6.0"
    (session,) = read_log(f"{header}\n{row}\n", tz="Europe/Oslo").sessions
    assert (session.kind, session.minutes, session.distance_km, session.rpe) == ("run", 30.5, 5.0125, 6.0)
    assert session.start == dt.datetime(2031, 3, 2, 16, 24, 49)
    (estimated,) = read_log(f"{header}\n{row.removesuffix('6.0')}\n", tz="Europe/Oslo").sessions
    assert "rpe" in estimated.estimated


def test_a_second_distance_as_the_account_shows_it_is_no_metres() -> None:
    header = "Aktivitäts-ID,Aktivitätsdatum,Aktivitätsart,Verstrichene Zeit,Distanz,Verstrichene Zeit,Distanz"
    log = read_log(f'{header}\n1,"21.07.2026, 15:09:27",Lauf,1390,"2,81",1390,"2,81"\n')
    assert log.sessions[0].distance_km == pytest.approx(2.81)
    assert said(log, "distance_unit") == "km"


def test_strava_in_a_language_that_nobody_has_seen() -> None:
    log = read_log(STRAVA_NORWEGIAN, tz="Europe/Oslo")
    assert log.format == "Strava"
    (session,) = log.sessions
    assert (session.kind, session.minutes, session.distance_km) == ("run", 30.5, 5.0125)
    assert session.start == dt.datetime(2031, 12, 9, 16, 24, 49)


@pytest.mark.parametrize("path", sorted(HEADERS.glob("strava__*.csv")), ids=lambda path: path.stem)
def test_strava_headers_that_were_seen(path: Path) -> None:
    assert read_log(path.read_bytes()).format == "Strava"


@pytest.mark.parametrize("path", sorted(HEADERS.glob("garmin__[!a]*.csv")), ids=lambda path: path.stem)
def test_garmin_headers_that_were_seen(path: Path) -> None:
    assert read_log(path.read_bytes()).format == "Garmin"


def test_garmin_kilometres_metres_and_missing_values() -> None:
    log = read_log(GARMIN)
    assert [(s.kind, s.minutes, s.distance_km) for s in log.sessions] == [
        ("run", 4.0, 0.85),
        ("other", 62.167, None),
        ("other", 33.0, 1.5),
        ("run", 45.0, 8.05),
    ]
    assert log.sessions[3].name == 'Evening "loop"'
    assert said(log, "distance_unit") == "km"
    assert said(log, "metres") == "2 rows in metres"
    assert said(log, "strength_kind") == "other"
    assert read_log(GARMIN, choices={"strength_kind": "legs"}).sessions[1].kind == "legs"
    assert not log.problems


def test_garmin_miles_by_physics() -> None:
    miles = GARMIN.replace('"8.05"', '"5.00"')
    log = read_log(miles)
    assert said(log, "distance_unit") == "mi"
    assert log.sessions[3].distance_km == pytest.approx(5 * 1.609344, abs=1e-5)
    assert read_log(miles, choices={"distance_unit": "km"}).sessions[3].distance_km == 5.0


def test_garmin_decimal_commas_are_decided_for_the_whole_file() -> None:
    text = GARMIN.replace('"8.05"', '"8,05"').replace('"1.05"', '"1,05"').replace('"1.18"', '"1,18"')
    text = text.replace('"6,060"', '"6.060"').replace('"1,037"', '"1.037"').replace('"1,500"', '"1.500"')
    text = text.replace('"0.00"', '"0,00"')
    log = read_log(text)
    assert said(log, "decimal_mark") == "decimal comma"
    assert [s.distance_km for s in log.sessions] == [0.85, None, 1.5, 8.05]


GARMIN_ROWS = {
    "de": ("Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,Zeit in Bewegung", "Laufen"),
    "da": ("Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,Tid i bevægelse", "Løb terræn"),
    "sv": ("Aktivitetstyp,Datum,Favorit,Namn,Distans,Kalorier,Tid,Medelpuls,Färdtid", "Löpband"),
    "pl": ("Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Kalorie,Czas,Średnie tętno,Czas ruchu", "Bieganie"),
    "hu": ("Tevékenység típusa,Dátum,Kedvenc,Cím,Távolság,Kalóriaszám,Idő,Átlagos pulzusszám,Menetidő", "Terepfutás"),
    "es": (
        "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,Frecuencia cardiaca media,Tiempo en movimiento",
        "Entrenamiento en cinta",
    ),
    "pt": ("Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo,FC Média,Duração", "Corrida em trilhas"),
    "pt-BR": (
        "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,Tempo em movimento",
        "Corrida em esteira",
    ),
    "fr": (
        "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,Temps de déplacement",
        "Course à pied",
    ),
    "no": ("Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid,Gjennomsnittlig puls,Tid i bevegelse", "Løping"),
    "it": ("Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo,FC Media,Tempo in movimento", "Corsa"),
    "nl": ("Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Bewegingstijd", "Hardlopen"),
    "zh": ("活动类型,日期,我的最爱,标题,距离,热量消耗,时间,平均心率,移动时间", "跑步机"),
    "ja": ("アクティビティタイプ,日付,お気に入り,タイトル,距離,カロリー,タイム,平均心拍数,移動時間", "ランニング"),
    "ko": ("활동 유형,날짜,즐겨찾기,제목,거리,칼로리,시간,평균 심박수,이동 시간", "달리기"),
    "ru": ("Тип занятия,Дата,Избранное,Название,Расстояние,Калории,Время,Средняя ЧСС,Время движения", "Бег"),
    "stripped": ("Typ aktywnosci,Data,Ulubiony,Tytul,Dystans,Kalorie,Czas,Srednie tetno,Czas ruchu", "Bieganie"),
}


@pytest.mark.parametrize("language", GARMIN_ROWS)
def test_garmin_languages(language: str) -> None:
    header, kind = GARMIN_ROWS[language]
    row = f'{kind},2025-11-06 16:16:43,false,"x","5.02","1,177","00:27:30","150","00:27:00"'
    session = read_log(f"{header}\n{row}\n").sessions[0]
    assert (session.kind, session.minutes, session.distance_km) == ("run", 27.5, 5.02)


def test_a_title_of_lifting_counts_below_a_loose_type() -> None:
    header = GARMIN_ROWS["de"][0]
    rows = "".join(
        f'{of},2025-11-0{day} 18:00:00,false,"{title}","0.00","300","00:50:00","110","00:20:00"\n'
        for day, (of, title) in enumerate(
            (("Cardio", "Leg day"), ("Sonstige", "Upper A"), ("Cardio", "Legs felt good")), 1
        )
    )
    assert [each.kind for each in read_log(f"{header}\n{rows}").sessions] == ["legs", "upper", "other"]


def test_garmin_in_a_language_that_nobody_has_seen() -> None:
    log = read_log(GARMIN_GREEK)
    assert log.format == "Garmin"
    (session,) = log.sessions
    assert (session.minutes, session.distance_km, session.name) == (27.5, 5.02, "Αθήνα")
    assert session.kind == "run"
    partly = GARMIN_GREEK.replace("Τύπος", "Activity Type")  # of several languages, or of words that changed
    assert read_log(partly).sessions == log.sessions
    unknown = GARMIN_GREEK.replace("Τρέξιμο", "Ζορμπ")
    assert said(read_log(unknown), "activity:Ζορμπ") == "other"  # what it is is asked
    assert read_log(unknown, choices={"activity:Ζορμπ": "run"}).sessions[0].kind == "run"


@pytest.mark.parametrize(
    ("header", "cadence", "stride"),
    [
        (GARMIN_ROWS["it"][0], "Cadenza di corsa media", "Lunghezza media passo"),
        (GARMIN_ROWS["nl"][0], "Gem. loopcadans", "Gem. staplengte"),  # known by a part of the name
        (GARMIN_ROWS["no"][0], "Gjennomsnittlig frekvens for løping", "Gjennomsnittlig skrittlengde"),
        (GARMIN_ROWS["ja"][0], "平均ピッチ", "平均歩幅"),
    ],
)
def test_garmin_miles_by_physics_in_other_languages(header: str, cadence: str, stride: str) -> None:
    kind = next(kind for other, kind in GARMIN_ROWS.values() if other == header)
    row = f'{kind},2026-11-06 16:16:43,false,"x","5.00","500","00:45:00","150","00:44:30",170,"1.05"'
    log = read_log(f"{header},{cadence},{stride}\n{row}\n")
    assert said(log, "distance_unit") == "mi"
    assert log.sessions[0].distance_km == pytest.approx(8.0467, abs=1e-4)


@pytest.mark.parametrize(
    ("kind", "distance", "minutes", "km"),
    [
        ("Rowing", "9,850", "01:10:00", 9.85),
        ("Indoor Rowing", "5,000", "00:21:00", 5.0),
        ("Kayaking", "8,200", "01:20:00", 8.2),  # not known to be in metres, but nobody paddles 8,200 miles
        ("Open Water Swimming", "1,900", "00:40:00", 1.9),
        (
            "Pool Swimming",
            "1.50",
            "00:36:00",
            1.5 * 1.609344,
        ),  # in the unit of the rest: no one swims a metre and a half
        ("Running", "5.00", "00:46:00", 5 * 1.609344),
    ],
)
def test_garmin_distances_in_metres(kind: str, distance: str, minutes: str, km: float) -> None:
    header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Min Temp\n"
    log = read_log(f'{header}{kind},2031-05-14 09:00:00,false,x,"{distance}",610,{minutes},131,158,72.0\n')
    assert log.sessions[0].distance_km == pytest.approx(km, abs=1e-5)
    assert not log.problems


def test_garmin_danish_hours_and_minutes() -> None:
    header, kind = GARMIN_ROWS["da"]
    rows = "".join(
        f'{kind},2025-11-0{day} 16:16:43,false,x,"{km}",500,{tid},150,{moving}\n'
        for day, km, tid, moving in ((6, "8,10", "0:45", "00:44:51"), (7, "11,02", "1:02", "01:01:40"))
    )
    log = read_log(f"{header}\n{rows}")
    assert [s.minutes for s in log.sessions] == [45.0, 62.0]
    assert said(log, "clock_style") == "h:mm"


def test_garmin_saved_again_by_excel() -> None:
    text = (
        "Activity Type;Date;Favorite;Title;Distance;Calories;Time;Avg HR;Max HR;Moving Time;Elapsed Time\n"
        "Running;29/08/2020 13:15;FALSE;Run;10,02;700;00:50:00;150;170;00:49:00;\n"
        "Running;1/09/2020 13:15;TRUE;Run;5,5;350;00:27:00;150;170;00:26:00;\n"
    )
    log = read_log(text.encode("cp1252"))
    assert [(s.start.day, s.distance_km) for s in log.sessions] == [(29, 10.02), (1, 5.5)]
    american = text.replace("29/08/2020", "8/29/20").replace("1/09/2020", "9/1/20")
    assert [s.start.day for s in read_log(american).sessions] == [29, 1]


def test_garmin_of_2020_without_favourite_and_title() -> None:
    text = (
        "Activity Type,Date,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run Cadence,Max Run Cadence,Avg Pace\n"
        'Running,"6/26/2026 6:04 AM",5.02,400,00:27:30,150,170,3.0,170,180,5:29\n'
    )
    assert read_log(text).sessions[0].start == dt.datetime(2026, 6, 26, 6, 4)


def test_garmin_multisport_is_not_counted_twice() -> None:
    header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time\n"
    parts = (
        'Open Water Swimming,2025-06-01 08:00:00,false,Swim,"1,500",300,00:30:00,--,--,00:30:00\n'
        "Cycling,2025-06-01 08:32:00,false,Bike,40.00,900,01:15:00,--,--,01:15:00\n"
        "Running,2025-06-01 09:50:00,false,Run,10.00,600,00:50:00,--,--,00:50:00\n"
    )
    whole = "Multisport,2025-06-01 08:00:00,false,Race,51.50,1800,02:40:00,--,--,02:40:00\n"
    log = read_log(header + whole + parts)
    assert [s.kind for s in log.sessions] == ["other", "other", "run"]
    assert "sum of 3 parts" in log.problems[0].message
    assert [s.kind for s in read_log(header + whole).sessions] == ["other"]


def test_heart_rate_gives_the_effort_where_the_log_shows_a_maximum() -> None:
    header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n"
    rows = "".join(
        f"Running,2025-06-0{day} 08:00:00,false,Run,10.00,600,00:50:00,{mean},{top}\n"
        for day, mean, top in (
            (1, 140, 160),
            (2, 165, 185),
            (3, 175, 190),
            (4, 130, 150),
            (5, "--", "--"),
            (6, 150, 170),
        )
    )
    log = read_log(header + rows)
    efforts = [s.rpe for s in log.sessions]
    assert efforts[3] < efforts[0] < efforts[5] < efforts[1] < efforts[2]
    assert efforts[4] == 4.0
    assert all("rpe" in s.estimated for s in log.sessions)
    assert "off by 2.5" in next(a.reason for a in log.assumptions if a.key == "effort:heart_rate")
    assert {s.rpe for s in read_log(header + rows, choices={"effort:heart_rate": "not used"}).sessions} == {4.0}


def test_long_and_copied_and_senseless_rows() -> None:
    header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR\n"
    rows = (
        "Running,2025-06-01 08:00:00,false,Run,5.00,600,11:50:00,--,--\n"
        "Ultra Running,2025-06-03 08:00:00,false,Ultra,100.00,600,14:50:00,--,--\n"
        "Running,2025-06-08 08:00:00,false,Run,10.00,600,00:08:00,--,--\n"
        "Running,2025-06-09 08:00:00,false,Run,10.00,600,00:50:00,--,--\n"
        "Running,2025-06-09 08:00:00,false,Run,10.00,600,00:50:00,--,--\n"
    )
    log = read_log(header + rows)
    assert [(s.minutes, s.distance_km) for s in log.sessions] == [(32.014, 5), (890, 100), (8, None), (50, 10)]
    assert [p.row for p in log.problems if p.row] == [2, 4, 6]


def test_runkeeper() -> None:
    log = read_log(RUNKEEPER.encode())
    assert [(s.kind, s.minutes) for s in log.sessions] == [
        ("walk", 40.0),
        ("run", 64.2),
        ("run", 30.25),
    ]
    assert log.sessions[2].distance_km == pytest.approx(3.40 * 1.609344, abs=1e-6)
    newer = RUNKEEPER.replace("Date,Type", "Activity Id,Date,Type").replace("\r\n2015", "\r\nab-12,2015")
    newer = newer.replace("Notes,GPX", "Friend's Tagged,Notes,GPX").replace("(mi)", "(km)")
    assert read_log(newer).sessions[2].distance_km == 3.4
