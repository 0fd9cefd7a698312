"""Unknown tables of nights: the hours asleep, and the morning they ended."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, nights


@pytest.mark.parametrize(
    "text",
    [
        "date,minutes_to_fall_asleep,minutes_asleep,minutes_awake\n2026-03-02,12,421,40\n2026-03-03,9,367,30\n",
        "Date,Time in bed,Asleep,Deep,REM\n2026-03-02,7h 42m,7h 1m,1h 5m,1h 40m\n2026-03-03,6h 40m,6h 7m,1h,1h 30m\n",
        "Date,Deep sleep (min),REM sleep (min),Light sleep (min),Total sleep (min)\n2026-03-02,60,100,261,421\n2026-03-03,50,90,227,367\n",
        "Datum;Im Bett;Schlafdauer;Tiefschlaf\n02.03.2026;7:42;7:01;1:05\n03.03.2026;6:40;6:07;1:00\n",
        "date,sleep\n2026-03-02,7h:01m\n2026-03-03,6h:07m\n",
        "date,sleepSecs,sleepScore\n2026-03-02,25260,80\n2026-03-03,22020,70\n",
        "Date,Sleep quality 1-5,Hours slept\n2026-03-02,3,7.02\n2026-03-03,4,6.12\n",
        "day,bedtime,wake,sleep_duration_h,latency\n2026-03-02,23:10,06:50,7.02,10\n2026-03-03,23:40,06:20,6.12,12\n",
        "Nuit du,Sommeil,Endormissement\n01/03/2026,7h01,10 min\n02/03/2026,6h07,9 min\n28/02/2026,,\n",
        "summary_date,bedtime_start,bedtime_end,duration,total,rem,deep,light\n"
        "2026-03-01,2026-03-01T23:00:00,2026-03-02T06:42:00,27720,25260,6000,4000,15260\n"
        "2026-03-02,2026-03-02T23:40:00,2026-03-03T06:20:00,24000,22020,5000,4000,13020\n",
        "sleep_start,sleep_end,hours_asleep,hours_in_bed\n2026-03-01 23:10,2026-03-02 06:52,7.02,7.7\n2026-03-02 23:40,2026-03-03 06:22,6.12,6.7\n",
    ],
)
def test_the_night_is_what_was_slept(text: str) -> None:
    log = guessed(text)
    assert not log.sessions
    assert nights(text) == pytest.approx({2: 7.02, 3: 6.12}, abs=0.011)


def test_time_in_bed_or_one_stage_is_no_night() -> None:
    for header in ("Time in bed", "Deep sleep (h)", "REM (min)", "Sleep need", "Minutes to fall asleep", "Sleep score"):
        assert not guessed(f"Date,Activity,{header}\n2026-03-02,Run,7.5\n2026-03-03,Run,7.2\n").sleep_h


def test_nights_in_utc_end_on_the_local_morning() -> None:
    text = "sleep_start,sleep_end,minutes_asleep\n2026-03-02 04:10:30+0000,2026-03-02 11:52:30+0000,421\n2026-03-03 04:40:00+0000,2026-03-03 11:22:00+0000,367\n"
    assert nights(text, "America/New_York") == {2: 7.02, 3: 6.12}


def test_sleep_beside_training_is_by_the_sessions_date() -> None:
    text = "Date,What,Min,Sleep\n2026-03-02,Legs,60,7h30\n2026-03-03,Run,40,6.5 h\n2026-03-04,Rest,,8\n"
    assert nights(text) == {2: 7.5, 3: 6.5, 4: 8.0}


def test_a_night_that_is_not_understood_is_said() -> None:
    log = guessed("Date,What,Sleep\n2026-03-02,Run,7h30\n2026-03-03,Run,ok\n2026-03-04,Run,7h\n2026-03-05,Run,8h\n")
    assert len(log.sleep_h) == 3
    assert any("“ok”" in problem.message for problem in log.problems)


@pytest.mark.parametrize(
    "text",
    [
        "bedtime,sleep_h\n2026-03-01 23:10,7.02\n2026-03-02 23:40,6.12\n",
        "Went to bed,Woke up,Hours asleep\n2026-03-01 23:10,2026-03-02 06:50,7.02\n2026-03-02 23:40,2026-03-03 06:20,6.12\n",
        "Start;Aufgewacht;Schlafdauer\n01.03.2026 23:10;02.03.2026 06:50;7:01\n02.03.2026 23:40;03.03.2026 06:20;6:07\n",
        "evening,asleep\n2026-03-01,7h01\n2026-03-02,6h07\n",
    ],
)
def test_a_night_is_dated_by_its_morning(text: str) -> None:
    assert nights(text) == pytest.approx({2: 7.02, 3: 6.12}, abs=0.011)
