"""Names of activities in the languages of the exports, and the false friends of running."""

from __future__ import annotations

import pytest

from legrun.logs import read_log
from legrun.logs.endurance.activities import activity
from legrun.logs.strength.titles import strength_kind

KINDS = {
    "run": """Run; Trail Run; Virtual Run; TrailRun; VirtualRun; Running; Treadmill Running; Track Running; Ultra Running;
        Outdoor Run; Indoor Run; Hardloopsessie; Hardlopen; Lauf; Laufen; Laufbandtraining; Laufen auf der Bahn; Trailrunning;
        Løb; Løb terræn; Løbebånd; Löpning; Löpband; Terränglöpning; Bieganie; Bieg na bieżni; Futás; Beltéri futás;
        Teremfutás; Terepfutás; Carrera; Entrenamiento en cinta; Corrida; Corrida em esteira; Corrida em trilhas;
        Course à pied; Course sur tapis roulant; Trail; Corsa; Tapis roulant; Jogging; Løping; Løping på tredemølle; ラン;
        ランニング; トレッドミル; 跑步; 跑步机; 달리기; Бег; Loopband; Indoor Run / Jog; Easy Run; Orientierungslauf;
        Fondo lento; Fondo medio; Track workout; Hill workout; Entraînement course à pied; Entraînement piste;
        Loopsessie; J'ai couru; Course de trail; Virtuaalijuoksu; Běžecký pás; Sprint intervals""",
    "walk": """Walk; Walking; Hike; Hiking; Nordic Walking; Gehen; Wandern; Spaziergang; Marche; Randonnée; Caminata;
        Caminhada; Senderismo; 徒步; ウォーキング; Turgåing; Backpacking; Wandeling; Promenad; Vandring; Gåtur; Spacer; Gyaloglás; Túrázás; Indoor Walking;
        Turystyka piesza; Прогулка; Пеший туризм""",
    "strength": """Weight Training; WeightTraining; Workout; Crossfit; Strength Training; Strength; Krafttraining;
        Styrketræning; Styrketräning; Erősítő edzés; Musculation; Functional Strength Training; Core Training;
        Weightlifting; Strength Trainer; Functional Fitness; Entrenamiento de fuerza; Treino de força; Legs; Full body; Styrketrening; 力量训练; 筋力トレーニング; Krachttraining;
        BodyPump; Kettlebells; CrossFit WOD; Weight Workout; Morning workout; Kettlebell workout; Entraînement;
        Gewichttraining; Musculación; Vekttrening; Súlyzós edzés; 举重训练; Bodyweight Training""",
    "other": """Ride; Virtual Ride; VirtualRide; GravelRide; E-Bike Ride; EBikeRide; Nordic Ski; Alpine Ski; Yoga; Rowing;
        Indoor Rowing; Elliptical; Swim; Pool Swimming; Snowshoe; Stair-Stepper; Canoe; Velomobile; Surfing; Fietsrit;
        Football (Soccer); Cross-Country Skiing; Resort Skiing/Snowboarding; Langlauf; Skilanglauf; Radfahren; Radfahrt;
        Cardio; Kardió; Pilates; Breathwork; HIIT; Massage legs; Legs up the wall; Spin; Golf; Rennrad; Sykling; サイクリング; 室内骑行; Bootcamp; Barre;
        Spin class; Interval Workout; Aerobic Workout; Tread Bootcamp; RowErg; SkiErg; Svømming; 泳池游泳;
        Cycling workout; Yoga workout; Boxing workout; Entraînement vélo; Vélo; Vélotaf; Velotour; Gran Fondo;
        Sci di fondo; Hiihto; Běžecké lyžování""",
    "off": "Day Off; Rest; Rest Day; Ruhetag; No legs today; Leg day skipped; Kein Beintag; Pas de séance",
    "multisport": "Multisport; Triathlon; Multideporte; Duathlon",
}


@pytest.mark.parametrize(("kind", "names"), KINDS.items())
def test_kinds(kind: str, names: str) -> None:
    values = {name: activity(name).kind for name in (" ".join(each.split()) for each in names.split(";"))}
    assert values == dict.fromkeys(values, kind)
    assert all(activity(name).known for name in values)


@pytest.mark.parametrize(
    "name",
    [
        *("Pool Swim", "Pool Swimming", "Schwimmbadschwimmen", "Track Running", "Natación", "Úszás"),
        *("Rowing", "Indoor Rowing", "Bassengsvømming", "プール水泳", "泳池游泳", "Nuoto in piscina"),
    ],
)
def test_metres(name: str) -> None:
    assert activity(name).metres


@pytest.mark.parametrize(
    "name", ["", "Gaming", "Yard Work", "Brunch", "Trunk", "Prune", "Zorp", "Veloce", "Velocity", "x" * 10_000]
)
def test_unknown_names_are_asked_about(name: str) -> None:
    assert not activity(name).known


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Leg day", "legs"),
        ("Lower body A", "legs"),
        ("Beintag", "legs"),
        ("Piernas 💥", "legs"),
        ("Push", "upper"),
        ("Upper B", "upper"),
        ("Squats", "legs"),
        ("Evening Weight Training", None),
        ("Legendary session", None),
        ("Back with some fun", None),
        ("Gym with Ben", None),
        ("First day back", None),
        ("Push hard", None),
        ("Lab session", None),
        ("Back and biceps", "upper"),
        ("Back day", "upper"),
        ("Upper 2", "upper"),
        ("W3D2 Lower", "legs"),
        ("Chest & legs", "legs"),
        ("Ben dag", "legs"),
        ("Gambe", "legs"),
        ("Jalat", "legs"),
        ("Deadlift day", "legs"),
        ("Styrke bein", "legs"),
        ("День ног", "legs"),
        ("Nohy + zadek", "legs"),
        ("Ylävartalo", "upper"),
        ("Грудь и спина", "upper"),
        ("Leg massage", "other"),
        ("下半身の日", "legs"),
        ("Back squat", "legs"),
        ("Mobility + core", "other"),
        ("Lower back rehab", "other"),
        ("Leg mobility", "other"),
        ("Stretching legs", "other"),
        ("Legs + mobility", "legs"),  # both were done
        ("", None),
    ],
)
def test_titles_of_strength_sessions(title: str, kind: str | None) -> None:
    assert strength_kind(title) == kind


RUN_TYPES = "Date,Type,Distance (km),Minutes\n" + "".join(
    f"2026-03-{day:02d},{kind},{km},{minutes}\n"
    for day, (kind, km, minutes) in enumerate(
        (("Easy", 8, 48), ("Threshold", 10, 50), ("Long", 21, 125), ("Rest", "", ""), ("Fartlek", 9, 47)), 2
    )
)


def test_how_a_run_is_run_says_that_it_was_one() -> None:
    mapping = {"map:date": "Date", "map:kind": "Type", "map:distance": "Distance (km)", "map:duration": "Minutes"}
    log = read_log(RUN_TYPES, choices=mapping)
    assert [(s.kind, s.distance_km) for s in log.sessions] == [("run", 8), ("run", 10), ("run", 21), ("run", 9)]
    # Each may be overruled, for a cyclist rides easy too.
    assert read_log(RUN_TYPES, choices={**mapping, "activity:Easy": "other"}).sessions[0].kind == "other"
    # Without distances nothing says that it was a run, so it is asked.
    bare = read_log(RUN_TYPES.replace("Distance (km)", "x"), choices={**mapping, "map:distance": ""})
    assert {s.kind for s in bare.sessions} == {"other"}
