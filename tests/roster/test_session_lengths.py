"""Lengths that nobody gave a unit, parts that add up, repeats in sets, and a run beside something else."""

from __future__ import annotations

import datetime as dt

import pytest

from legrun.roster.sessions.text import parse_sessions, session_text

DAY = dt.date(2026, 3, 4)


def said(text: str) -> str:
    sessions = parse_sessions(text, DAY)
    return "None" if sessions is None else "; ".join(map(session_text, sessions))


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("55 easy", "easy, 55 min, effort 3"),
        ("70 legs", "legs, 70 min, effort 7"),
        ("90 bike", "other, 90 min, effort 4"),
        ("Easy 35 with the group", "easy, 35 min, effort 3"),
        # Seconds of a break are no minutes, and "cool" is how long the end lasts, not the whole.
        ("8x400m p90''", "intervals, 49 min, effort 8"),
        ("8x400m (90'')", "intervals, 49 min, effort 8"),
        ("20 min warm up, 5k TT, 10 min cool", "race, 30 min, effort 9"),
        ("20 min warm up, tempo 5k, 10 min cool", "tempo, 30 min, effort 7"),
        ("Easy 35 @ HR 138", "easy, 35 min, effort 3"),
        ("Run 55 (last 12 by feel)", "run, 55 min, effort 4"),
        # Few are kilometres, for that is what a run may come to.
        ("Long 19", "long, 114 min, effort 4"),
        ("Long 24", "long, 144 min, effort 4"),
        ("long run 80", "long, 80 min, effort 4"),
        ("easy 11", "easy, 66 min, effort 3"),
        ("Tempo 25", "tempo, 25 min, effort 7"),
        # A number of a programme is no length of a leg day.
        ("Day 12 - legs", "legs, 60 min, effort 7"),
        ("Legs (sheet 45)", "legs, 60 min, effort 7"),
        ("easy 40 then 20", "easy, 30 min, effort 3"),
    ],
)
def test_a_number_without_a_unit(text: str, session: str) -> None:
    assert said(text) == session


def test_minutes_that_are_worked_out_are_marked() -> None:
    (by_number,) = parse_sessions("Long 19", DAY) or ()
    assert "minutes" in by_number.estimated
    (told,) = parse_sessions("Long 80", DAY) or ()
    assert "minutes" not in told.estimated


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("15 min easy, 25 min tempo, 10 min easy", "tempo, 50 min, effort 7"),
        ("2 km easy, 7 km tempo, 1 km easy", "tempo, 60 min, effort 7"),
        ("10 min easy, 5 km tempo", "tempo, 40 min, effort 7"),
        ("1k, 3k, 1k @ threshold", "tempo, 30 min, effort 7"),
        ("Long 24 km, last 6 km tempo", "tempo, 144 min, effort 7"),
        ("Long 24 km incl. 3x2 km MP", "intervals, 144 min, effort 8"),
        ("10 km with 5x1 km", "intervals, 65 min, effort 8"),
        ("Easy 9 km, 50 min", "easy, 50 min, effort 3"),
        ("15 WU, 25 tempo, 10 CD", "tempo, 50 min, effort 7"),
        ("15 easy 20 tempo 15 easy", "tempo, 50 min, effort 7"),
        ("10 min wu / 20 min tempo / 10 min cd", "tempo, 40 min, effort 7"),
        ("3 easy, 5 tempo, 2 easy", "tempo, 60 min, effort 7"),
        ("tempo 25 at an easy effort", "tempo, 25 min, effort 7"),
    ],
)
def test_what_a_run_comes_to(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("3x12 @ threshold", "intervals, 74 min, effort 8"),
        ("Intervals 10x40/20", "intervals, 30 min, effort 8"),
        ("2x(6x400 m)", "intervals, 63 min, effort 8"),
        ("20' EF + 2x10' seuil + 10' EF", "intervals, 60 min, effort 8"),
        ("15 min easy, 3x8 min tempo, 10 min easy", "intervals, 61 min, effort 8"),
        ("EL 15', 5x3' (P 2'), AL 10'", "intervals, 42 min, effort 8"),
        ("3 km calentar + 5x1000 a 4:00 + 2 km soltar", "intervals, 65 min, effort 8"),
        ("5x1000 in 3:45", "intervals, 65 min, effort 8"),
        ("5x1000 \u00e0 3'50", "intervals, 65 min, effort 8"),
        ("6x800 in 3:10 rest 2:00", "intervals, 63 min, effort 8"),
        ("3 x 4 x 300", "intervals, 52 min, effort 8"),
        ("5x(4' on, 2' off)", "intervals, 50 min, effort 8"),
        ("6 rounds of 400 m", "intervals, 42 min, effort 8"),
        ("Track: 5x800 @ 3:10 (2')", "intervals, 56 min, effort 8"),
        ("3 x 8 squats @ 80 %", "legs, 60 min, effort 7"),
    ],
)
def test_repeats_however_they_are_written(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("legs+easy 25", "legs, 60 min, effort 7; easy, 25 min, effort 3"),
        ("Legs, easy 25", "legs, 60 min, effort 7; easy, 25 min, effort 3"),
        ("easy 25 & legs", "easy, 25 min, effort 3; legs, 60 min, effort 7"),
        ("Beine und 25 min locker", "legs, 60 min, effort 7; easy, 25 min, effort 3"),
        ("jambes et footing 25'", "legs, 60 min, effort 7; easy, 25 min, effort 3"),
        ("Gym + 5 km easy", "other, 30 min, effort 4; easy, 30 min, effort 3"),
        ("easy 45 + core", "easy, 45 min, effort 3; other, 30 min, effort 4"),
        ("Squats and lunges 45", "legs, 45 min, effort 7"),
        ("easy 45, legs heavy", "easy, 45 min, effort 3"),
        ("Legs 50\nRPE 8", "legs, 50 min, effort 8"),
        ("Legs/easy 25", "legs, 60 min, effort 7; easy, 25 min, effort 3"),
        ("Swim + legs", "other, 30 min, effort 4; legs, 60 min, effort 7"),
        ("Gym: legs + squats", "legs, 60 min, effort 7"),
        ("8 km easy + S&C", "easy, 48 min, effort 3; other, 30 min, effort 4"),
        # Of alternatives the one that asks for most is planned.
        ("easy 8k or 45 min bike", "easy, 48 min, effort 3"),
        ("Rest or easy 35", "easy, 35 min, effort 3"),
        ("tempo 20 min oder locker 45", "tempo, 20 min, effort 7"),
        ("easy 30 or easy 50", "easy, 50 min, effort 3"),
        ("Legs or bike", "legs, 60 min, effort 7"),
        # Whether it is a leg day or a run nobody knows: the coach is asked.
        ("Legs or easy 35", "None"),
        ("easy 35 oder Beine", "None"),
        ("no legs, easy 45", "easy, 45 min, effort 3"),
        ("no running, legs 45", "legs, 45 min, effort 7"),
        ("easy 45 no watch", "easy, 45 min, effort 3"),
    ],
)
def test_a_run_beside_something_else(text: str, sessions: str) -> None:
    assert said(text) == sessions


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("HM", "race, 127 min, effort 9"),
        ("Race: HM", "race, 127 min, effort 9"),
        ("Mezza maratona", "race, 127 min, effort 9"),
        ("HM pace 35 min", "tempo, 35 min, effort 7"),
        ("Treino de pernas PSE 8", "legs, 60 min, effort 8"),
        ("Travel day", ""),
    ],
)
def test_words_of_races_and_efforts(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("6 km @ tempo in 14", "tempo, 84 min, effort 7"),
        ("3 miles tempo within 6", "tempo, 58 min, effort 7"),
        ("5 km in 25", "run, 30 min, effort 4"),
        ("5 km in 25 min", "run, 25 min, effort 4"),
        ("easy 7 @ 9:00/mi", "easy, 63 min, effort 3"),
        ("easy 7 @ 6:00/km", "easy, 42 min, effort 3"),
        ("easy 45, 9:00/mi", "easy, 45 min, effort 3"),
    ],
)
def test_a_part_of_a_run_and_a_number_before_a_pace(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        # 4 km of work at 6 min each, half of that again for the breaks, 20 min of warm-up.
        ("200-600-1600-1000-600", "intervals, 56 min, effort 8"),
        ("ladder 200/600/1600/1000/600 m", "intervals, 56 min, effort 8"),
        ("2-3-4-3-2 min", "intervals, 41 min, effort 8"),
        ("pyramid 1/2/3/4/3/2/1'", "intervals, 44 min, effort 8"),
        ("progression 15-15-15 min", "tempo, 45 min, effort 7"),
        ("2026-03-04", "None"),
    ],
)
def test_the_rungs_of_a_ladder_add_up(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Whole body 50", "legs, 50 min, effort 7"),
        ("Ganzkörper 45 min", "legs, 45 min, effort 7"),
        ("Gym LB", "legs, 60 min, effort 7"),
        ("UB strength 40", "upper, 40 min, effort 6"),
        ("full body stretching 20", "other, 20 min, effort 4"),
        ("carry 50 lb", "None"),  # pounds are no lower body
        # How long a match was, and how hard, nobody knows who is not told.
        ("Match day", "None"),
        ("Spiel gegen Kiel", "None"),
        ("Football match 90 min RPE 8", "other, 90 min, effort 8"),
    ],
)
def test_a_workout_of_all_or_half_of_the_body(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Cancelled", ""),
        ("abgesagt", ""),
        ("Tempo 40 - cancelled", "None"),
        ("~~intervals 6x800~~", "None"),
        ("cancelled, easy 20 instead", "None"),
        ("fallt aus: Beine", "None"),
    ],
)
def test_what_is_called_off_is_a_day_off_alone_and_asked_about_beside_a_session(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        # Parts of the day without a mark between them, and lists with numbers.
        ("AM: 8k easy PM: Lower A", "easy, 48 min, effort 3; legs, 60 min, effort 7"),
        ("AM easy 30 // PM 6x800", "easy, 30 min, effort 3; intervals, 63 min, effort 8"),
        ("mañana: rodaje 40 tarde: pierna 60", "easy, 40 min, effort 3; legs, 60 min, effort 7"),
        ("Legs AM, easy 40 PM", "legs, 60 min, effort 7; easy, 40 min, effort 3"),
        ("6 pm: legs", "18:00 legs, 60 min, effort 7"),
        ("1) easy 40 2) legs 50", "easy, 40 min, effort 3; legs, 50 min, effort 7"),
        # Lifts beside each other are one leg day, whatever they are called.
        ("1) squat 5x5 2) RDL 3x8 3) lunges 3x10", "legs, 60 min, effort 7"),
        ("BS 5x5, RDL 3x8", "legs, 60 min, effort 7"),
        ("Trap bar DL 4x5 + split squat 3x8", "legs, 60 min, effort 7"),
        ("Squat 5x5 + 4x800", "legs, 60 min, effort 7; intervals, 49 min, effort 8"),
        ("FB2 50", "legs, 50 min, effort 7"),
        # Lifts by their names in other languages are no intervals; what nobody knows beside sets is asked about.
        ("Bankdrücken 5x5", "upper, 60 min, effort 6"),
        ("développé couché 4x8", "upper, 60 min, effort 6"),
        ("press banca 5x5", "upper, 60 min, effort 6"),
        ("przysiady 5x5, martwy ciąg 3x5", "legs, 60 min, effort 7"),
        ("bench 5x5, rows 4x8", "upper, 60 min, effort 6"),
        ("qwerty 5x5", "None"),
        ("5x3 hard", "intervals, 42 min, effort 8"),
        # Miles and minutes by one letter, miles that are repeated, rungs with their units.
        ("6M easy", "easy, 58 min, effort 3"),
        ("easy 45m", "easy, 45 min, effort 3"),
        ("10m easy, 20m tempo, 10m easy", "tempo, 40 min, effort 7"),
        ("10m WU, 20m tempo, 10m CD", "tempo, 40 min, effort 7"),
        ("2m WU 4m T 2m CD", "tempo, 77 min, effort 7"),
        ("legs 40m", "legs, 40 min, effort 7"),
        ("6x3m hard", "intervals, 47 min, effort 8"),
        ("4 x mile @ threshold", "intervals, 78 min, effort 8"),
        ("3x1M", "intervals, 63 min, effort 8"),
        ("1k-2k-3k-2k-1k", "intervals, 101 min, effort 8"),
        # Paces and zones that make a run hard, and letters of a plan.
        ("16 km easy w/ last 5 km @ HMP", "tempo, 96 min, effort 7"),
        ("3 km @ 5k pace", "intervals, 18 min, effort 8"),
        ("easy 40 + 4 strides @ mile pace", "easy, 40 min, effort 3"),
        ("20' LT2", "tempo, 20 min, effort 7"),
        ("Z4 20 min", "tempo, 20 min, effort 7"),
        ("allure marathon 12 km", "tempo, 72 min, effort 7"),
        ("ritmo maratón 10 km", "tempo, 60 min, effort 7"),
        ("E 45", "easy, 45 min, effort 3"),
        ("M 12k", "tempo, 72 min, effort 7"),
        ("LR 18k", "long, 108 min, effort 4"),
        ("Recovery - 30 min very easy", "easy, 30 min, effort 3"),
        ("Easy 40 w/ Kim", "easy, 40 min, effort 3"),
        ("Run 40 @ 75% HRmax", "run, 40 min, effort 4"),
        # How the legs may feel beside a run is no leg day.
        ("easy 40 (legs heavy ok)", "easy, 40 min, effort 3"),
        ("gym (legs)", "legs, 60 min, effort 7"),
    ],
)
def test_plans_in_short(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # How many repeats there are may stand last.
        ("800m x 6", "intervals, 63 min, effort 8"),
        ("5k x 3", "intervals, 155 min, effort 8"),
        ("3' x 6 hard", "intervals, 47 min, effort 8"),
        ("1 mile x 4", "intervals, 78 min, effort 8"),
        # One digit alone is of kilometres, as more are; not the number of a run, its strides or its hour.
        ("easy 8", "easy, 48 min, effort 3"),
        ("8 easy", "easy, 48 min, effort 3"),
        ("Easy run 8 strides", "easy, 30 min, effort 3"),
        ("Easy run #7", "easy, 30 min, effort 3"),
        ("Week 7 easy", "easy, 30 min, effort 3"),
        ("Easy :45", "easy, 45 min, effort 3"),
        ("Easy run (45-50)", "easy, 50 min, effort 3"),
        ("Legs (75)", "legs, 75 min, effort 7"),
        ("Competición 10K", "race, 60 min, effort 9"),
        ("Testlauf 5 km", "race, 30 min, effort 9"),
        ("Musculation bas", "legs, 60 min, effort 7"),
        ("kväll ben 50 min", "legs, 50 min, effort 7"),
        ("Legs 1:15 h", "legs, 75 min, effort 7"),
        # Half a marathon in more languages.
        ("Halve marathon", "race, 127 min, effort 9"),
        ("Półmaraton", "race, 127 min, effort 9"),
        ("Halvmaraton", "race, 127 min, effort 9"),
        # A walk that is run in parts, and runs near a race.
        ("Walk/run 30", "run, 30 min, effort 4"),
        ("Marche / course 30 min", "run, 30 min, effort 4"),
        ("walk 30", "walk, 30 min, effort 2"),
        ("Pre-race shakeout 20'", "easy, 20 min, effort 3"),
        ("Race week: easy 30", "easy, 30 min, effort 3"),
        ("Race day 10k", "race, 60 min, effort 9"),
        ("Siła nóg 60", "legs, 60 min, effort 7"),
        ("nog 30 min easy", "easy, 30 min, effort 3"),
    ],
)
def test_lengths_in_other_orders_and_words(text: str, said: str) -> None:
    assert [session_text(each) for each in parse_sessions(text, DAY) or ()] == [said]


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("12 km 5:30-4:30", "run, 66 min, effort 4"),
        ("progressive 12km 5:30->4:30", "tempo, 66 min, effort 7"),
        ("15 km prog. 5:30 bis 4:45", "tempo, 82 min, effort 7"),
        ("10k @ 5:30-5:00/km", "run, 55 min, effort 4"),
        ("10 km easy 6:00-6:30", "easy, 65 min, effort 3"),
        ("10 miles 7:00-8:00", "run, 80 min, effort 4"),
        ("12 km 5:30", "run, 66 min, effort 4"),
        ("10x400 @ 1:30", "intervals, 56 min, effort 8"),
        # What a run may start at, or last, is no pace.
        ("easy 10 km 58:00", "easy, 58 min, effort 3"),
        ("21 km 1:45", "run, 105 min, effort 4"),
        ("easy 8 km 6:15", "06:15 easy, 48 min, effort 3"),
        ("8 km 7:00-7:45", "07:00 run, 45 min, effort 4"),
    ],
)
def test_clocks_behind_a_distance_are_paces_where_no_run_is_as_slow_or_as_fast(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("5 mi tempo (8 total)", "tempo, 77 min, effort 7"),
        ("tempo 20 min (60 min total)", "tempo, 60 min, effort 7"),
        ("tempo 5k, 10k total", "tempo, 60 min, effort 7"),
        ("6x800m, 14 km gesamt", "intervals, 84 min, effort 8"),
        ("total 14 km, 6x800m", "intervals, 84 min, effort 8"),
        ("20 km total ascent 300 m", "run, 120 min, effort 4"),
    ],
)
def test_what_is_called_the_total_is_the_whole(text: str, session: str) -> None:
    assert said(text) == session


@pytest.mark.parametrize(
    ("text", "sessions"),
    [
        ("easy 3 miles AM, tempo 6 miles PM", "easy, 29 min, effort 3; tempo, 58 min, effort 7"),
        ("easy 40 (am) legs 60 (pm)", "easy, 40 min, effort 3; legs, 60 min, effort 7"),
        ("legs 60 min in the morning / easy 30 in the evening", "legs, 60 min, effort 7; easy, 30 min, effort 3"),
        ("easy 30 at 7 am, easy 20 at 6 pm", "07:00 easy, 30 min, effort 3"),
        ("WK 10 km", "race, 60 min, effort 9"),
        ("WK 3: easy 40", "easy, 40 min, effort 3"),
        ("GA2 40", "tempo, 40 min, effort 7"),
        ("Cambios de ritmo 40'", "intervals, 40 min, effort 8"),
        ("Corsa rigenerante 30'", "easy, 30 min, effort 3"),
        ("C25K W3D2", "run, 30 min, effort 4"),
    ],
)
def test_each_half_of_the_day_has_its_session_however_it_is_named(text: str, sessions: str) -> None:
    assert said(text).startswith(sessions)


@pytest.mark.parametrize(
    "text", ["No legs today", "kein Beintraining", "pas de jambes", "not running today", "no lifting"]
)
def test_what_is_not_done_is_no_session(text: str) -> None:
    assert said(text) == ""


def test_a_no_to_anything_else_is_no_day_off() -> None:
    assert said("no idea") == "None"
    assert said("legs, no squats") == "legs, 60 min, effort 7"
    assert said("not too hard 40 easy") == "easy, 40 min, effort 3"


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("Easy 30 + 6x20''", "easy, 30 min, effort 3"),
        ("45 easy + 8x100m", "easy, 45 min, effort 3"),
        ("easy 30, 6x20s", "intervals, 33 min, effort 8"),
        ("tempo 20 + 4x200", "intervals, 27 min, effort 8"),
    ],
)
def test_an_easy_run_before_repeats_is_as_long_as_it_says(text: str, session: str) -> None:
    assert said(text) == session
