"""Exercises judged by name: leg work in many languages, and its false friends."""

from __future__ import annotations

import pytest

from legrun.logs.strength.exercises import classify

# The commonest spellings of leg exercises over 33 files of Strong, Hevy and FitNotes, and others people use.
LEGS = """
Squat (Barbell); Leg Extension (Machine); Seated Leg Curl (Machine); Lying Leg Curl (Machine); Leg Press;
Romanian Deadlift (Barbell); Bulgarian Split Squat; Standing Calf Raise (Machine); Seated Leg Press (Machine);
Hip Thrust (Barbell); Lunge (Dumbbell); Seated Calf Raise (Plate Loaded); Hip Abductor (Machine);
Squat (Smith Machine); Hip Adductor (Machine); Leg Press (Machine); Hack Squat; Hip Adduction (Machine);
Hip Abduction (Machine); Leg Press Horizontal (Machine); Front Squat (Barbell); Seated Calf Raise; Squat;
Calf Press (Machine); Glute Ham Raise; Leg Extension Machine; Hip Thrust (Machine); Standing Calf Raise (Barbell);
Calf Press on Seated Leg Press; Goblet Squat; Barbell Front Squat; Single Leg Press (Machine); Leg Curl;
Pause Squat; Leg Press Machine; Barbell Split Squat; Pin Squat; Calf Extension (Machine); Good Morning (Barbell);
Glute Bridge; Stiff Leg Deadlift (Dumbbell); Pistol Squat; Low Bar Squat (Barbel); Barbell Back Squat; Back squat;
Standing Calf Raises; Single Leg Calf Raises; Dumbbell Lunges; Walking Lunges; Pendulum Squat; Hip Extension;
Leg Extension (Plate Loaded); Dumbbell Romanian Deadlift; Barbell Glute Bridge; Air Squats;
Single Leg Romanian Deadlift; Stiff-Legged Barbell Good Morning; RDL; Nordic Curl; Nordic Hamstring Curl; Step-Up;
Dumbbell Step Up; Sled Push; Cable Pull Through; Box Jump; Wall Sit; Sissy Squat (Weighted);
Reverse Hyperextension; Glute Kickback (Machine); Standing Cable Glute Kickbacks; Lateral Band Walks; Clamshell;
Side Leg Raise; Copenhagen Plank; Overhead Squat; Jump Squat; Tibialis Raise; Belt Squat; Donkey Kicks;
Hammstring Leg Curl; V-Squat; Cadeira Extensora (Máquina); Cadeira Flexora (Máquina); Cadeira Adutora (Máquina);
Cadeira Abdutora (Máquina); Agachamento no Smith (Máquina); Agachamento Búlgaro; Elevação Pélvica (Barra);
Leg Press 45º (Máquina); Mesa Flexora (Máquina); Hiperextensão De Quadril; Peso Morto Com Pernas Esticadas;
Levantamento Terra Romeno (Barra); Stiff; Elevação de Panturrilha Sentado (Máquina); Afundo; Passada (Halter);
Kniebeuge (Langhantel); Frontkniebeugen; Beinpresse (Maschine); Beinstrecker; Beinbeuger liegend;
Wadenheben stehend; Ausfallschritte; Bulgarische Kniebeuge; Rumänisches Kreuzheben; Hüftstoß; Abduktoren Maschine;
Squat (Barre); Presse à cuisses; Fentes bulgares; Leg curl assis; Soulevé de terre roumain; Mollets debout;
Extension des jambes; Pont fessier; Abducteurs (Machine); Sentadilla (Barra); Prensa de Piernas;
Extensión de Cuádriceps; Curl de Piernas Tumbado; Curl Femoral; Zancada (Mancuerna); Peso Muerto Rumano;
Elevación de Talones; Empuje de Cadera; Aductores (Máquina); Affondi; Pressa; Stacchi Rumeni; Polpacci;
Single Leg Cable Kickback; One Leg Kickback; Cable Kickback (Glutes); Single Leg Bridge; Floor Bridge; Marching Bridge;
Lateral Jumps; Skater Hops; Bounding; Single Leg Hop; Shin Curls; Shin Raise; Toe Curls; GHD Raise; Duck Walk;
Sumo Squat; Slider Curl; Puente; Knebøy; Utfall; Beinpress; Tåhev; Hofteløft; Knäböj; Benspark; Vadpress; Lårcurl; Udfald;
Benpres; Lægpres; Rumensk markløft; Kniebuiging; Uitvalspas; Beenpers; Kuitheffen; Przysiady; Wykroki; Wspięcia na palce;
Uginanie nóg; Kyykky; Askelkyykky; Jalkaprässi; Pohjenousu; Приседания; Выпады; Жим ногами; Румынская тяга; スクワット;
ブルガリアンスクワット; レッグプレス; レッグカール; カーフレイズ; 스쿼트; 런지; 레그 익스텐션; 카프레이즈; Guggolás; Kitörés; Dřep; Výpady;
BSS; SLDL; RFESS; Presse; Banded Walk; Hamstring Walkout; Montées sur Banc; Beenbuiger; Hurken; Benböj; Frontbøy; Liggende leggcurl;
Hoftehev; Knæstræk; Reiden koukistus; Reiden ojennus; Odwodzenie nóg; Bacak Uzatma; Κάμψεις ποδιών; Γάμπες όρθιος; Сведение ног;
Разведение ног; アブダクション; 前蹲; 保加利亚分腿蹲; 坐姿腿屈伸; 髋外展; 이너 타이; Eccentric Heel Drop; A-Skips; Ankle Dorsiflexion Band
"""
PARTLY = """
Deadlift (Barbell); Sumo Deadlift (Barbell); Conventional Deadlift; Deadlift (Smith Machine); Trap Bar Deadlift;
Back Extension (Weighted Hyperextension); Hyperextensions; Kettlebell Swing; Dumbbell Squat To Shoulder Press;
Thruster (Barbell); Power Clean; Clean and Jerk; Snatch; Split Jerk; Push Press; Burpee; Farmers Walk;
Levantamento Terra (Barra); Kreuzheben; Soulevé de Terre (Barre); Peso Muerto; Kettlebell One Hand Long Cycle;
GHD Hyperextension; Practice Sumo; Markløft; Marklyft; Dødløft; Martwy ciąg; Maastaveto; Становая тяга; デッドリフト;
데드리프트; Felhúzás; Mrtvý tah
"""
NOT_LEGS = """
Hanging Leg Raise; Lying Leg Raise; Leg Raise Parallel Bars; Flat Leg Raise; Knee Raise (Captain's Chair);
Hanging Knee Raise; Dumbbell Kickbacks; Triceps Kickback (Cable); Bench Press (Barbell); Overhead Press (Barbell);
Shoulder Press (Machine); Lat Pulldown (Cable); Seated Row (Machine); Bicep Curl (Dumbbell);
Preacher Curl (Barbell); Wrist Curl; Triceps Extension; Plank; Russian Twist; Toes To Bar; Calf Stretch;
Hip Stretches; Hip Flexor Stretch; Elegant mobility; Warm Up; Leg warm-up; Aufwärmen Beine; Foam Rolling Quads;
Face Pull; Pull Up (Assisted); Dip Machine; Chest Fly; Shrug (Dumbbell); Lateral Raise (Cable);
Supino Reto (Barra); Rosca Direta; Remada Curvada; Elevação Lateral; Elevação de Pernas; Bankdrücken; Klimmzüge;
Roeien met stang; Sidolyft; Sidehev; Træk til bryst; Hauiskääntö; Uginanie ramion; Подъем на бицепс; サイドレイズ; 侧平举; 俯卧撑; 랫 풀다운; Short Foot;
Seitheben; Beinheben hängend; Développé couché; Tractions; Élévations latérales; Relevé de jambes suspendu;
Press de Banca; Dominadas; Elevaciones Laterales; Elevación de piernas colgado; Panca Piana; Running; Treadmill;
Cycling; Elliptical Trainer; Rowing (Machine); Walking; Stair Machine; Jump Rope; Walkout; Walkout to Push Up;
Inchworm; Wall Walk; Handstand Walk; Rope Climb; Football Bar Press; Swimmers; Bicycles; Side Bridge; Wrestler's Bridge;
Jumping Jacks; Backpacking; Trekking; GHD Sit-up; Triceps Kickback; Benkpress; Bänkpress; Bænkpres; Nedtrekk; Latsdrag;
Bankdrukken; Wyciskanie na ławce; Wiosłowanie; Penkkipunnerrus; Ylätalja; Жим лежа; Тяга верхнего блока; ベンチプレス; 懸垂;
벤치프레스; 랫풀다운; Fekvenyomás; Přítahy; OHP; DB OHP; CGBP
"""


def names(text: str) -> list[str]:
    return [" ".join(name.split()) for name in text.split(";") if name.strip()]


@pytest.mark.parametrize("name", names(LEGS))
def test_leg_exercises_are_all_legs(name: str) -> None:
    exercise = classify(name)
    assert (exercise.region, exercise.share) == ("legs", 1.0)
    assert exercise.groups


@pytest.mark.parametrize("name", names(PARTLY))
def test_judgement_calls_are_a_part_and_say_why(name: str) -> None:
    exercise = classify(name)
    assert 0 < exercise.share < 1
    assert exercise.judgement
    assert exercise.why


@pytest.mark.parametrize("name", names(NOT_LEGS))
def test_false_friends_and_the_rest_are_not_legs(name: str) -> None:
    exercise = classify(name)
    assert exercise.share == 0
    assert exercise.region not in ("legs", "unknown")


@pytest.mark.parametrize("name", ["", "Zorp", "Machine 7", "???", "Legend", "Legging", "Pressure", "x" * 10_000])
def test_unknown_names_are_not_guessed(name: str) -> None:
    assert classify(name).region == "unknown"


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Running (Treadmill)", "treadmill"),
        ("Corrida", "run"),
        ("Course à pied", "run"),
        ("Laufband", "treadmill"),
        ("Hiking", "walk"),
        ("Backpacking", "walk"),
        ("Walkout", "core"),
        ("Walkout to Push Up", "upper"),
        ("Nordic Walking", "cardio"),
        ("Rowing Machine", "cardio"),
        ("Yoga", "mobility"),
    ],
)
def test_endurance_and_mobility(name: str, region: str) -> None:
    assert classify(name).region == region
