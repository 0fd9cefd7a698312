"""Names of activities in the languages of the exports, and the false friends of running."""

from __future__ import annotations

import pytest

from legrun.logs.endurance.activities import activity
from legrun.logs.strength.titles import strength_kind

KINDS = {
    "run": """Run; Trail Run; Virtual Run; TrailRun; VirtualRun; Running; Treadmill Running; Track Running; Ultra Running;
        Outdoor Run; Indoor Run; Hardloopsessie; Hardlopen; Lauf; Laufen; Laufbandtraining; Laufen auf der Bahn; Trailrunning;
        Løb; Løb terræn; Løbebånd; Löpning; Löpband; Terränglöpning; Bieganie; Bieg na bieżni; Futás; Beltéri futás;
        Teremfutás; Terepfutás; Carrera; Entrenamiento en cinta; Corrida; Corrida em esteira; Corrida em trilhas;
        Course à pied; Course sur tapis roulant; Trail; Corsa; Tapis roulant; Jogging""",
    "walk": """Walk; Walking; Hike; Hiking; Nordic Walking; Gehen; Wandern; Spaziergang; Marche; Randonnée; Caminata;
        Caminhada; Senderismo; Wandeling; Promenad; Vandring; Gåtur; Spacer; Gyaloglás; Túrázás; Indoor Walking""",
    "strength": """Weight Training; WeightTraining; Workout; Crossfit; Strength Training; Strength; Krafttraining;
        Styrketræning; Styrketräning; Erősítő edzés; Musculation; Functional Strength Training; Core Training;
        Weightlifting; Strength Trainer; Functional Fitness; Entrenamiento de fuerza; Treino de força; Legs; Full body""",
    "other": """Ride; Virtual Ride; VirtualRide; GravelRide; E-Bike Ride; EBikeRide; Nordic Ski; Alpine Ski; Yoga; Rowing;
        Indoor Rowing; Elliptical; Swim; Pool Swimming; Snowshoe; Stair-Stepper; Canoe; Velomobile; Surfing; Fietsrit;
        Football (Soccer); Cross-Country Skiing; Resort Skiing/Snowboarding; Langlauf; Skilanglauf; Radfahren; Radfahrt;
        Cardio; Kardió; Pilates; Breathwork; HIIT; Spin; Golf""",
    "off": "Day Off; Rest; Rest Day; Ruhetag",
    "multisport": "Multisport; Triathlon; Multideporte; Duathlon",
}


@pytest.mark.parametrize(("kind", "names"), KINDS.items())
def test_kinds(kind: str, names: str) -> None:
    found = {name: activity(name).kind for name in (" ".join(each.split()) for each in names.split(";"))}
    assert found == dict.fromkeys(found, kind)
    assert all(activity(name).known for name in found)


@pytest.mark.parametrize(
    "name", ["Pool Swim", "Pool Swimming", "Schwimmbadschwimmen", "Track Running", "Natación", "Úszás"]
)
def test_metres(name: str) -> None:
    assert activity(name).metres


@pytest.mark.parametrize("name", ["", "Gaming", "Yard Work", "Brunch", "Trunk", "Prune", "Zorp", "x" * 10_000])
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
        ("", None),
    ],
)
def test_titles_of_strength_sessions(title: str, kind: str | None) -> None:
    assert strength_kind(title) == kind
