"""Diaries kept by hand in several languages: sports, lengths, efforts and distances in words."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, sessions

WEEK = ["legs 02 60min", "run 03 45min 7.80km", "run 05 55min 10.20km", "run 08 95min 18.40km", "upper 10 45min"]


@pytest.mark.parametrize(
    "text",
    [
        "Date;Séance;Durée;Distance\n02/03/2026;Jambes (squat, fentes);1h00;\n03/03/2026;Footing;45 min;7,8 km\n"
        "05/03/2026;Fractionné 10x400;55 min;10,2 km\n08/03/2026;Sortie longue;1h35;18,4 km\n10/03/2026;Haut du corps;45;\n"
        "16/03/2026;Repos;;\n",
        "Datum;Einheit;Dauer;Strecke\n02.03.2026;Beine;1 Std.;\n03.03.2026;Dauerlauf locker;45 min;7,8 km\n"
        "05.03.2026;Intervalle 6x800;55 min;10,2 km\n08.03.2026;Langer Lauf;1:35 h;18,4 km\n10.03.2026;Oberkörper;45 min;\n",
        "Fecha;Entrenamiento;Duración;Distancia\n02/03/2026;Piernas;1h;\n03/03/2026;Rodaje suave;45';7,8 km\n"
        "05/03/2026;Series 6x800;55';10,2 km\n08/03/2026;Tirada larga;1h35;18,4 km\n10/03/2026;Espalda y pecho;45';\n16/03/2026;Descanso;;\n",
        "Data;Allenamento;Durata;Distanza\n02.03.2026;Gambe;60 min;\n03.03.2026;Corsa lenta;45 min;7,8 km\n"
        "05.03.2026;Ripetute 6x800;55 min;10,2 km\n08.03.2026;Lungo;1h35;18,4 km\n10.03.2026;Upper body;45 min;\n",
        "Date,What,How long,How far\n2026-03-02,Legs,60 min,\n2026-03-03,Easy run,45min,7.8 km\n2026-03-05,Intervals,0:55,10.2km\n"
        "2026-03-08,Long run,1h35,18.4 k\n2026-03-10,Upper body,45,\n",
        'Datum,Training,Duur,Afstand\n2-3-2026,Benen,1 uur,\n3-3-2026,Duurloop,45 min,"7,8 km"\n5-3-2026,Intervallen,55 min,"10,2 km"\n'
        '8-3-2026,Lange duurloop,1u35,"18,4 km"\n10-3-2026,Upper,45 min,\n',
    ],
)
def test_a_week_in_six_languages(text: str) -> None:
    assert sessions(text, date_order="day/month") == WEEK


@pytest.mark.parametrize(
    ("words", "efforts"),
    [
        (("easy", "moderate", "hard", "very hard", "maximal"), [3, 5, 7, 8, 10]),
        (("leicht", "mittel", "hart", "sehr hart", "maximal"), [3, 5, 7, 8, 10]),
        (("facile", "modéré", "dur", "très dur", "maximal"), [3, 5, 7, 8, 10]),
        (("fácil", "moderado", "duro", "muy duro", "máximo"), [3, 5, 7, 8, 10]),
        (("facile", "medio", "duro", "molto duro", "massimo"), [3, 5, 7, 8, 10]),
        (("Easy", "7-8", "8/10", "RPE 6", "9"), [3, 7.5, 8, 6, 9]),
    ],
)
def test_efforts_in_words_are_marked_as_estimated(words: tuple[str, ...], efforts: list[float]) -> None:
    text = "Date,Session,Minutes,Effort\n" + "".join(
        f"2026-03-{day:02d},Run,40,{word}\n" for day, word in enumerate(words, 2)
    )
    mapping = guessed(text).sessions
    assert [s.rpe for s in mapping] == efforts
    assert [("rpe" in s.estimated) for s in mapping] == [not any(c.isdecimal() for c in word) for word in words]


def test_lengths_by_what_stands_beside_them() -> None:
    text = "Date,Activity,Duration\n2026-03-02,Legs,1:05\n2026-03-03,Run,60 min\n2026-03-04,Run,0:55\n"
    log = guessed(text)
    assert [s.minutes for s in log.sessions] == [65, 60, 55]
    assert any("1:05 is read as hours:minutes" in each.reason for each in log.assumptions)


def test_texts_that_say_it_all() -> None:
    text = "Date,Entry\n2026-03-02,Legs 60 min RPE 8\n2026-03-03,Easy run 8 km 45:00\n2026-03-05,Tempo 10k 50min @7\n2026-03-06,rest\n"
    log = guessed(text)
    assert sessions(text) == ["legs 02 60min", "run 03 45min 8.00km", "run 05 50min 10.00km"]
    assert [s.rpe for s in log.sessions] == [8.0, 4.0, 7.0]


def test_a_note_makes_no_kind() -> None:
    text = "Date,Sport,Min,Notes\n2026-03-02,Run,40,legs felt heavy\n2026-03-03,Legs,60,easy one\n"
    assert sessions(text) == ["run 02 40min", "legs 03 60min"]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Beintraining", "legs"),
        ("Beinday", "legs"),
        ("Benpass", "legs"),
        ("Beendag", "legs"),
        ("Día de pierna", "legs"),
        ("Treino de pernas", "legs"),
        ("Giorno gambe", "legs"),
        ("Bas du corps", "legs"),
        ("Tren inferior", "legs"),
        ("Dzień nóg", "legs"),
        ("Lábnap", "legs"),
        ("Haut du corps", "upper"),
        ("Oberkörpertraining", "upper"),
        ("Tren superior", "upper"),
    ],
)
def test_a_leg_day_in_another_language_is_no_other_sport(word: str, kind: str) -> None:
    assert sessions(f"Date,Session,Min\n2026-03-02,{word},60\n2026-03-03,Run,40\n") == [
        f"{kind} 02 60min",
        "run 03 40min",
    ]


@pytest.mark.parametrize("word", ["Rust", "Vila", "Hviledag", "Riposo", "Ruhetag", "Jour de repos", "Folga", "nothing"])
def test_days_of_rest_are_no_training(word: str) -> None:
    assert sessions(f"Date,Session,Min\n2026-03-02,{word},\n2026-03-03,Run,40\n") == ["run 03 40min"]
