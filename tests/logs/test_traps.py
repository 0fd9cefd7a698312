"""The traps of real exports, one small nasty file each: what must come out, and what must be said."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from legrun.logs import Log, read_log
from legrun.logs.fields.dates import parse_moments
from legrun.logs.reading.table import read_table
from tests.logs.shapes import hevy, strong

_STRAVA = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename,Elapsed Time,Distance\n"
_GARMIN = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Avg Run Cadence,Avg Stride Length,Steps\n"
_RUNKEEPER = (
    "Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),Calories Burned,Climb (m),"
    "Average Heart Rate (bpm),Notes,GPX File\r\n"
)
_FITNOTES = "Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment\n"
_TRAININGPEAKS = '"Title","WorkoutType","WorkoutDay","DistanceInMeters","TimeTotalInHours","Rpe"\r\n'
_LIFTLOG = '"Date","Note","Workout","Body Weight","Exercise 1","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3"'
_SETS = ["Squat (Barbell)"] * 5


@dataclass(frozen=True)
class Trap:
    """A file and what it holds: kind, start, minutes and kilometres of each session, and what the log says."""

    text: str
    sessions: tuple[tuple[str, str, float, float | None], ...]
    assumed: tuple[tuple[str, str], ...] = ()
    noted: str = ""
    tz: str | None = None


TRAPS: dict[str, Trap] = {
    "one name twice, the second in metres": Trap(
        _STRAVA + '1,"Nov 4, 2023, 3:02:23 PM",x,Run,1800,3.11,a,1800.0,5005.0\n',
        (("run", "2023-11-04 15:02", 30, 5.005),),
        (("distance_unit", "m"),),
    ),
    "one name twice, saved again by pandas": Trap(
        "," + _STRAVA[:-1].replace("Filename,Elapsed Time,Distance", "Filename,Elapsed Time.1,Distance.1") + "\n"
        '0,1,"Nov 4, 2023, 3:02:23 PM",x,Run,1800,3.11,a,1800.0,5005.0\n',
        (("run", "2023-11-04 15:02", 30, 5.005),),
    ),
    "decimal comma in one column, point in the next": Trap(
        _STRAVA + '1,"23 okt. 2017 15:52:12",x,Hardloopsessie,1800,"4,73",a,1800.0,4731.5\n',
        (("run", "2017-10-23 15:52", 30, 4.7315),),
    ),
    "thousands point under decimal commas": Trap(
        _GARMIN + 'Running,2025-11-06 16:16:43,false,x,"3,40","1.037","00:20:00",150,170,"1,00","2.932"\n'
        'Pool Swim,2025-11-07 16:16:43,false,x,"1.500","300","00:30:00",130,"--","--","--"\n',
        (("run", "2025-11-06 16:16", 20, 3.4), ("other", "2025-11-07 16:16", 30, 1.5)),
        (("decimal_mark", "decimal comma"),),
    ),
    "thousands comma, two units in one column": Trap(
        _GARMIN + 'Running,2025-11-06 16:16:43,false,x,5.02,"1,037",00:30:00,150,167,1.00,"5,010"\n'
        'Pool Swimming,2025-11-07 16:16:43,false,x,"1,500",300,00:30:00,130,--,--,--\n'
        "Track Running,2025-11-08 16:16:43,false,x,450,30,00:02:00,130,--,--,--\n",
        (("run", "2025-11-06 16:16", 30, 5.02), ("other", "2025-11-07 16:16", 30, 1.5), ("run", "2025-11-08 16:16", 2, 0.45)),
        (("metres", "2 rows in metres"),),
    ),
    "a distance unit that only physics shows": Trap(
        _GARMIN + "".join(f"Running,2025-11-0{n} 16:16:43,false,x,3.10,300,00:30:00,150,166,1.00,1\n" for n in (1, 2, 3)),
        tuple(("run", f"2025-11-0{n} 16:16", 30, 4.989) for n in (1, 2, 3)),
        (("distance_unit", "mi"),),
    ),
    "UTC without saying so": Trap(
        _STRAVA + '1,"Nov 4, 2023, 3:02:23 AM",x,Run,1800,5,a,1800.0,5000.0\n',
        (("run", "2023-11-03 20:02", 30, 5.0),),
        (("time_zone", "America/Los_Angeles"),),
        tz="America/Los_Angeles",
    ),
    "local clock without a zone stays as it is": Trap(
        strong(_SETS), (("legs", "2026-04-08 16:50", 65, None),), (("time_zone", "local"),), tz="America/Los_Angeles"
    ),
    "12-hour clock at noon and midnight": Trap(
        hevy(_SETS, start="Jun 11, 2026, 11:31 PM", end="Jun 12, 2026, 12:31 AM"),
        (("legs", "2026-06-11 23:31", 60, None),),
    ),
    "day first by the whole column": Trap(
        _STRAVA.replace(",", ";") + "1;04/11/2023 15:02;x;Run;1800;5,01;a;1800;5010\n2;14/11/2023 15:02;x;Run;1800;5,01;a;1800;5010\n",
        (("run", "2023-11-04 15:02", 30, 5.01), ("run", "2023-11-14 15:02", 30, 5.01)),
        (("date_order", "day/month"),),
    ),
    "mm:ss and h:mm:ss in one column": Trap(
        _RUNKEEPER + "2019-03-04 07:00:00,Running,,5.00,26:42,5:20,11.2,,,,,\r\n2019-03-05 07:00:00,Running,,12.00,1:06:06,5:30,10.9,,,,,\r\n",
        (("run", "2019-03-04 07:00", 26.7, 5.0), ("run", "2019-03-05 07:00", 66.1, 12.0)),
    ),
    "mm:ss that a spreadsheet took for hours, beside a day's walk": Trap(
        _RUNKEEPER + "2019-03-04 07:00:00,Running,,2.00,10:44:00,5:22,11.2,,,,,\r\n2019-03-05 07:00:00,Hiking,,40.00,10:44:00,16:06,3.7,,,,,\r\n",
        (("run", "2019-03-04 07:00", 10.7, 2.0), ("walk", "2019-03-05 07:00", 644, 40.0)),
        (("clock_style", "1 row in mm:ss:00"),),
    ),
    "a session never stopped": Trap(
        strong(_SETS, duration="264h 1m"), (("legs", "2026-04-08 16:50", 15, None),), noted="left running"
    ),
    "rest rows, warm-up, drop and failure sets": Trap(
        strong(["Squat (Barbell)|W", "Squat (Barbell)|1", "Squat (Barbell)|Rest Timer", "Squat (Barbell)|D", "Squat (Barbell)|F"]),
        (("legs", "2026-04-08 16:50", 65, None),),
        (("warm_up_sets", "1 left out"), ("rest_rows", "1 left out")),
    ),
    "a header in another language": Trap(
        strong(
            _SETS,
            duration="1小时29分钟",
            header="日期,锻炼名称,时长,运动名称,设置顺序,重量,次,距离,秒,备注,锻炼备注,RPE",
        ),
        (("legs", "2026-04-08 16:50", 89, None),),
    ),
    "exercise names in another language": Trap(
        hevy(["Cadeira Extensora (Máquina)"] * 5, start="5 Mai 2026, 07:34", end="5 Mai 2026, 08:34"),
        (("legs", "2026-05-05 07:34", 60, None),),
    ),
    "a comma in a name that is not quoted": Trap(
        _FITNOTES + "2025-04-29,Split Squat (Left, Right, Dumbbells),Legs,20.0,kgs,10,,,,\n" * 4,
        (("legs", "2025-04-29 18:00", 12, None),),
        (("comma_in_name", "4 rows mended"), ("workouts_by_day", "one a day")),
    ),
    "a comma in a comment that is not quoted": Trap(
        _FITNOTES + "2025-04-29,Running,Cardio,,,,3.1,mi,0:27:21,slow, but nice\n",
        (("run", "2025-04-29 18:00", 27.35, 4.989),),
    ),
    "rows shorter than the header": Trap(
        _LIFTLOG + ',"Exercise 2","Weight (KG)","Weight (LB)","Set 1","Set 2","Set 3"\n'
        '"02/14/17","","A","183lb","Squat","52.5","115","5","5","5","Bench Press","40","90","5","5",\n"02/16/17","","B","183lb","Squat","55"\n'
        '"02/18/17","","A","183lb","Squat","52.5","115","5","-","0"\n',
        (("legs", "2017-02-14 18:00", 15, None), ("legs", "2017-02-18 18:00", 10, None)),
        (("missing_durations", "2 estimated"),),
        "Nothing of this workout could be counted",
    ),
    "real line breaks in a note": Trap(
        hevy(_SETS).replace('"",0,"normal"', '"two\nlines, ""and\r\nthree""",0,"normal"'),
        (("legs", "2026-04-08 16:50", 60, None),),
    ),
    "emoji and curly quotes": Trap(
        hevy(_SETS, title="Evening “workout” 🏋️"), (("legs", "2026-04-08 16:50", 60, None),)
    ),
    "signs for missing values": Trap(
        _GARMIN + "Indoor Rowing,2025-11-06 16:16:43,false,x,--,--,00:30:00,--,--,--,'-16\n",
        (("other", "2025-11-06 16:16", 30, None),),
    ),
    "a byte order mark": Trap("\ufeff" + strong(_SETS), (("legs", "2026-04-08 16:50", 65, None),)),
    "leading spaces": Trap(
        "Date,Exercise,Reps,Weight(kg),Duration(s),Distance(m),Incline,Resistance,isWarmup,Note, multiplier\n"
        + "2022-01-05 22:06:49 +0000,Back Squat, 5,60.0,0.0,0.0,0.0,0.0,false,, 1.0\n\n" * 5,
        (("legs", "2022-01-05 23:06", 15, None),),
        tz="Europe/Paris",
    ),
    "plans and days off": Trap(
        _TRAININGPEAKS + '"x","Run","2024-05-01","10000","0.9","6"\r\n"x","Run","2024-05-02","","",""\r\n"","Day Off","2024-05-03","","",""\r\n',
        (("run", "2024-05-01 18:00", 54, 10.0),),
        (("planned_rows", "1 left out"),),
    ),
    "the same row twice, and two in the same minute": Trap(
        "Type,Start,End,Duration,Active Energy (kcal),Distance (km)\n"
        + "Running,2023-05-01 09:00,2023-05-01 09:43,0:40:00,400,8\n" * 2
        + "Walking,2023-05-01 09:00,2023-05-01 09:43,0:40:00,200,3\n",
        (("run", "2023-05-01 09:00", 40, 8.0), ("walk", "2023-05-01 09:00", 40, 3.0)),
        noted="counted once",
    ),
    "saved again by a spreadsheet": Trap(
        "Aktivitatstyp;Datum;Favorit;Titel;Distanz;Kalorien;Zeit;O Herzfrequenz\nLaufen;1.4.2024 18:30;FALSCH;x;5,02;300;00:30:00;150\n",
        (("run", "2024-04-01 18:30", 30, 5.02),),
        (("decimal_mark", "decimal comma"),),
    ),
    "HTML in the header": Trap(
        _STRAVA.replace("Elapsed Time,Dist", '"<span class=""x"" title=""a.b"">Elapsed Time</span>",Dist', 1)
        + '1,"Nov 4, 2023, 3:02:23 PM",x,Run,1800,5,a,1800.0,5000.0\n',
        (("run", "2023-11-04 15:02", 30, 5.0),),
    ),
    "parts of a multisport day listed too": Trap(
        _GARMIN + "Multisport,2025-11-06 16:00:00,false,x,20,900,01:30:00,150,--,--,--\n"
        "Running,2025-11-06 16:00:00,false,x,5,300,00:30:00,150,--,--,--\n"
        "Cycling,2025-11-06 16:31:00,false,x,15,600,00:59:00,150,--,--,--\n",
        (("run", "2025-11-06 16:00", 30, 5.0), ("other", "2025-11-06 16:31", 59, 15.0)),
        noted="only the parts were counted",
    ),
}  # fmt: skip


def _seen(log: Log) -> list[tuple[str, str]]:
    return [(session.kind, f"{session.start:%Y-%m-%d %H:%M}") for session in log.sessions]


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap_is_not_walked_into(name: str) -> None:
    trap = TRAPS[name]
    log = read_log(trap.text.encode(), name="x.csv", tz=trap.tz)
    assert _seen(log) == [(kind, start) for kind, start, _, _ in trap.sessions]
    for session, (_, _, minutes, km) in zip(log.sessions, trap.sessions, strict=True):
        assert session.minutes == pytest.approx(minutes, abs=0.05)
        assert (session.distance_km or None) == (km and pytest.approx(km, abs=0.001))
    assert set(trap.assumed) <= {(each.key, each.value) for each in log.assumptions}
    assert trap.noted in " ".join(problem.message for problem in log.problems)
    if not trap.noted:
        assert not log.problems


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("3 févr. 2026, 18:00", 2), ("3 avr. 2026, 18:00", 4), ("3 juil. 2026, 18:00", 7), ("3 août 2026, 18:00", 8),
        ("3 Set 2026, 18:00", 9), ("3 Out 2026, 18:00", 10), ("3 mrt. 2026 18:00", 3), ("3 okt. 2026 18:00", 10),
        ("3 paź 2026, 18:00", 10), ("3 ene 2026, 18:00", 1), ("3 Dez. 2026, 18:00", 12), ("3 Şub 2026 18:00", 2),
        ("3 Ağu 2026 18:00", 8), ("3 Kasım 2026 18:00", 11), ("2026. ápr. 3. 18:00", 4), ("3 kesä 2026, 18:00", 6),
        ("3 led 2026, 18:00", 1), ("3 iul. 2026, 18:00", 7), ("03. 03. 2026 18:00", 3), ("2026. 04. 03. 18:00", 4),
        ("1772560800", 3), ("1772560800000", 3),
    ],
)  # fmt: skip
def test_months_in_every_language(text: str, month: int) -> None:
    moment = parse_moments([text]).values[text]
    assert moment is not None
    assert (moment.year, moment.month, moment.day, moment.hour) == (2026, month, 3, 18)


@pytest.mark.parametrize(
    ("text", "night"),
    [
        ("date,Total Sleep Duration,Bedtime Start\n2026-06-26,27000,2026-06-25T23:00:00+02:00\n", "2026-06-26"),
        ("Start Time,End Time,Minutes Asleep\n2026-06-25 11:12PM,2026-06-26 7:12AM,450\n", "2026-06-26"),
        ("Sleep Score 4 Weeks,Score,Pulse Ox,Duration,Wake Time\n2026-06-26,--,97,7h 30min,7:00 AM\n", "2026-06-26"),
    ],
)
def test_nights_of_other_apps_are_dated_by_waking_up(text: str, night: str) -> None:
    table = read_table(text)
    log = read_log(text, choices={f"map:{role}": label for label, role in table.guess.items()})
    assert {f"{date}": hours for date, hours in log.sleep_h.items()} == {night: 7.5}
    assert not log.sessions
