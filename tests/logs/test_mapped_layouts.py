"""Tables laid out otherwise than one session a row with one value a cell: each shape to what it means, or a sentence."""

from __future__ import annotations

import pytest

from legrun.errors import LogFormatError
from tests.logs.guessed import guessed, nights, sessions


@pytest.mark.parametrize(
    "text",
    [
        "Date,Activity,Hours,Minutes\n2026-05-02,Run,0,45\n2026-05-04,Run,1,10\n",
        "Date,Activity,Duration (h),Duration (min),Duration (s)\n2026-05-02,Run,0,45,0\n2026-05-04,Run,1,9,40\n",
        "Datum;Sport;Std;Min\n02.05.2026;Lauf;0;45\n04.05.2026;Lauf;1;10\n",
    ],
)
def test_hours_and_minutes_in_columns_of_their_own(text: str) -> None:
    assert sessions(text) == ["run 02 45min", "run 04 70min"]


def test_minutes_alone_may_be_more_than_an_hour() -> None:
    assert sessions("Date,Activity,Minutes,Sleep hours\n2026-05-02,Run,75,8\n") == ["run 02 75min"]


@pytest.mark.parametrize(
    "text",
    [
        "Year,Month,Day,Activity,Minutes\n2026,5,2,Run,45\n2026,5,4,Legs,60\n",
        "Tag;Monat;Jahr;Sport;Minuten\n2;Mai;2026;Lauf;45\n4;Mai;2026;Beine;60\n",
    ],
)
def test_a_date_in_three_columns(text: str) -> None:
    assert sessions(text) == ["run 02 45min", "legs 04 60min"]


@pytest.mark.parametrize(
    "text",
    [
        "Date,Activity,Distance,Duration\n,,[km],[min]\n2026-05-02,Run,8.02,45\n2026-05-04,Run,6.5,35\n",
        "Date,Activity,Distance,Duration\n,,mi,mm:ss\n2026-05-02,Run,4.984,45:00\n2026-05-04,Run,4.039,35:00\n",
    ],
)
def test_units_in_a_row_of_their_own(text: str) -> None:
    assert sessions(text) == ["run 02 45min 8.02km", "run 04 35min 6.50km"]


def test_columns_of_one_name_that_take_turns() -> None:
    text = "Date,Run,,Gym,\n,km,min,what,min\n2026-05-02,8,45,,\n2026-05-03,,,Legs,60\n2026-05-04,,,Upper,50\n"
    assert [line.split("min")[0] for line in sessions(text)] == ["run 02 45", "legs 03 60", "upper 04 50"]


def test_pace_and_distance_give_the_time() -> None:
    text = "Date,Activity,Distance (km),Pace (min/km)\n2026-05-02,Run,8.0,5:30\n2026-05-04,Run,10.0,6:00\n"
    assert sessions(text) == ["run 02 44min 8.00km", "run 04 60min 10.00km"]
    miles = "Date,Activity,Miles,Pace /km\n2026-05-02,Run,5,5:30\n"
    assert sessions(miles) == ["run 02 44min 8.05km"]
    speed = "Date,Activity,Distance km,Speed km/h\n2026-05-02,Run,8,10.7\n2026-05-04,Run,10,10\n"
    assert sessions(speed) == ["run 02 45min 8.00km", "run 04 60min 10.00km"]
    unknown = "Date,Activity,Distance,Pace\n2026-05-02,Run,8.0,5:30\n2026-05-04,Run,10.0,6:00\n"
    # In miles or kilometres, the time is the same.
    assert sessions(unknown) == ["run 02 44min 8.00km", "run 04 60min 10.00km"]


def test_stages_of_sleep_are_summed_where_they_are_all_of_it() -> None:
    text = (
        "date,deep_minutes,light_minutes,rem_minutes,awake_minutes\n2026-05-02,80,240,100,20\n2026-05-03,70,220,90,30\n"
    )
    assert nights(text) == {2: 7.0, 3: 6.33}
    clocks = "Night,Deep,Core,REM\n2026-05-02,1:20,4:00,1:40\n2026-05-03,1:10,3:40,1:30\n"
    assert list(nights(clocks).values()) == [7.0, 6.33]
    assert not nights("date,deep_minutes,rem_minutes\n2026-05-02,80,100\n2026-05-03,70,90\n")


def test_how_long_it_took_to_fall_asleep_is_no_night() -> None:
    text = (
        "from,to,light (s),deep (s),rem (s),awake (s),Duration to sleep (s)\n"
        "2026-05-01T23:05:00+01:00,2026-05-02T06:55:00+01:00,14400,5400,6000,900,600\n"
    )
    assert nights(text, tz="Europe/Berlin") == {2: 7.17}


def test_going_to_bed_and_getting_up_is_no_night_and_said() -> None:
    log = guessed("Date,Went to bed,Got up\n2026-05-02,22:50,06:50\n2026-05-03,23:30,07:00\n")
    assert not log.sleep_h
    assert not log.sessions
    assert not log.questions
    assert "falling asleep" in log.problems[-1].message


def test_mornings_and_evenings_in_columns() -> None:
    text = "Date,AM,PM\n2026-05-02,Run 40 min,Legs 60 min\n2026-05-03,,Upper 50 min\n2026-05-04,Swim 30 min,\n"
    assert sessions(text) == ["run 02 40min", "legs 02 60min", "upper 03 50min", "other 04 30min"]
    week = "Week of,Mon AM,Mon PM,Tue AM,Wed PM,Thu AM,Sat AM\n2026-05-04,Run 40 min,Legs 60 min,,,,Long run 90 min\n"
    assert sessions(week) == ["run 04 40min", "legs 04 60min", "run 09 90min"]


@pytest.mark.parametrize("header", ["Tempo", "Temps", "Süre", "Dur. [h:mm:ss]"])
def test_a_time_by_any_name(header: str) -> None:
    cells = {"Süre": ("45 dk", "70 dk"), "Tempo": ("45 min", "1h10")}.get(header, ("0:45:00", "1:10:00"))
    assert sessions(f"Date,Sport,km,{header}\n2026-05-02,Run,8,{cells[0]}\n2026-05-04,Legs,,{cells[1]}\n") == [
        "run 02 45min 8.00km",
        "legs 04 70min",
    ]


def test_a_tempo_may_be_a_pace() -> None:
    text = "Datum;Sport;Strecke (km);Tempo\n02.05.2026;Lauf;8;5:30\n04.05.2026;Lauf;10;6:00\n"
    assert sessions(text) == ["run 02 44min 8.00km", "run 04 60min 10.00km"]


def test_lifts_listed_in_one_cell() -> None:
    text = 'Date,Workout\n2026-05-02,"Squat 5x5 @100kg, Leg press 3x12"\n2026-05-04,"Bench 5x5; Row 4x8"\n'
    assert sessions(text) == ["legs 02 ~24min 8sets", "upper 04 ~27min"]


def test_sessions_listed_in_one_cell() -> None:
    text = 'Date,Notes\n2026-05-02,"AM: run 40 min\nPM: legs 60 min"\n2026-05-04,Run 45 min\n'
    assert sessions(text) == ["run 02 40min", "legs 02 60min", "run 04 45min"]
    one = "Date,Notes\n2026-05-02,Legs 60 min; felt heavy\n2026-05-04,Run 45 min\n"
    assert sessions(one) == ["legs 02 60min", "run 04 45min"]


def test_nights_and_naps_are_no_sessions() -> None:
    text = "Date,Type,Hours\n2026-05-02,Night,7.2\n2026-05-02,Nap,1.0\n2026-05-03,Night,6.5\n"
    assert not sessions(text)
    assert nights(text) == {2: 7.2, 3: 6.5}
    assert nights("Date,Sleep\n2026-05-02,7 hours\n2026-05-03,about 8\n2026-05-04,7-8 h\n") == {2: 7, 3: 8, 4: 7.5}


def test_what_goes_as_fast_as_runs_is_asked_about() -> None:
    text = "Date,Type,km,Min\n2026-05-02,Zorp,8,45\n2026-05-04,Zorp,10,50\n2026-05-05,Legs,,60\n"
    (question,) = guessed(text).questions
    assert {reading.value for reading in question.readings} == {"other", "run"}


def test_weekdays_beside_the_date_of_their_week() -> None:
    text = "Week,Day,Session,Minutes\n2026-05-04,Mon,Legs,60\n2026-05-04,Wed,Run,40\n2026-05-11,Tue,Run,50\n"
    assert sessions(text) == ["legs 04 60min", "run 06 40min", "run 12 50min"]
    same = "Date,Day,Session,Minutes\n2026-05-04,Mon,Legs,60\n2026-05-06,Wed,Run,40\n"
    assert sessions(same) == ["legs 04 60min", "run 06 40min"]


def test_minutes_of_sports_in_columns() -> None:
    text = "Measure,2026-05-02,2026-05-03\nRun (km),8,\nLegs (min),,65\n"
    assert sessions(text)[1] == "legs 03 65min"


@pytest.mark.parametrize(
    "text",
    [
        "Start,Sport,Lap,Minutes,km\n2026-05-02 07:00,Run,1,5,1\n2026-05-02 07:00,Run,2,5,1\n2026-05-04 07:00,Run,1,6,1\n",
        "Date,Time,Sport,Split,Duration,Distance\n2026-05-02,07:00,Run,1,5:00,1 km\n2026-05-02,07:00,Run,2,5:00,1 km\n"
        "2026-05-04,07:00,Run,1,6:00,1 km\n",
    ],
)
def test_laps_are_one_session(text: str) -> None:
    assert sessions(text) == ["run 02 07:00 10min 2.00km", "run 04 07:00 6min 1.00km"]


def test_without_a_header_times_and_distances_are_told_by_their_paces() -> None:
    text = "02/05/2026,Run,8.02,45:00\n04/05/2026,Run,6.02,35:00\n16/05/2026,Legs,,60:00\n"
    assert sessions(text) == ["run 02 45min 8.02km", "run 04 35min 6.02km", "legs 16 60min"]


@pytest.mark.parametrize(
    "dates", [("2 May", "4 May"), ("02/05", "04/05"), ("Mon 4 May", "Wed 6 May"), ("May 2", "May 4")]
)
def test_dates_without_a_year_are_refused_with_a_sentence(dates: tuple[str, str]) -> None:
    with pytest.raises(LogFormatError, match="have no year"):
        guessed(f"Date,Sport,Min\n{dates[0]},Run,40\n{dates[1]},Legs,60\n")


def test_what_was_not_used_is_said() -> None:
    log = guessed("Date,Sport,Min,Shoes,Effort\n2026-05-02,Run,40,red,blue\n2026-05-04,Legs,60,,green\n")
    (unused,) = [each for each in log.assumptions if each.key == "columns_unused"]
    assert unused.reason == "Not used: Shoes, Effort"
    assert [(each.column, each.message) for each in log.problems] == [
        ("Effort", "It sounds like the effort, but cells such as “blue” were not understood.")
    ]


def test_a_distance_beyond_all_is_said() -> None:
    log = guessed(
        "Date,Type,Minutes,Distance\n2026-05-02,Run,45,8020\n2026-05-04,Run,35,6.02\n2026-05-06,Run,55,10.1\n"
    )
    assert log.sessions[0].distance_km is None
    assert "8,020 km" in log.problems[0].message


def test_a_unit_that_cannot_be_is_asked_about() -> None:
    log = guessed("Date,Sport,Duration (h)\n2026-05-02,Run,45\n2026-05-04,Legs,60\n")
    assert [s.minutes for s in log.sessions] == [45, 60]
    assert "duration_unit" in log.questions[0].key


def test_numbers_of_sports_are_asked_about() -> None:
    log = guessed("start_time,sport,total_timer_time\n2026-05-02 18:04,1,2650\n2026-05-04 18:00,10,3600\n")
    assert [round(s.minutes) for s in log.sessions] == [44, 60]
    assert {question.key.partition("@")[0] for question in log.questions} == {"activity:1", "activity:10"}


def test_steps_from_hour_to_hour_are_no_runs() -> None:
    assert not sessions("date,hour,steps,distance_m\n2026-05-01,08:00,1200,800\n2026-05-01,09:00,400,250\n")


@pytest.mark.parametrize("header", ["Start (UTC)", "startTimeGMT", "start_utc"])
def test_the_header_says_that_the_clock_is_utc(header: str) -> None:
    text = f"{header},Activity,Minutes\n2026-05-02 23:30,Run,45\n2026-05-04 11:30,Run,40\n"
    assert sessions(text, tz="America/New_York") == ["run 02 19:30 45min", "run 04 07:30 40min"]
