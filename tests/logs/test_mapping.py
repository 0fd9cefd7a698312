"""Tables that no format knows, read by what a person says their columns are."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log

# Their files are no lists of training, and are told so by name.
APPS = ("Garmin", "Jefit", "Polar", "COROS", "Sleep as Android", "Fitbit", "Whoop's journal")
HEADERS = Path(__file__).parents[3] / "shared" / "headers_only"
DIARY = (
    "Day;Was;Dauer (min);Strecke;Anstrengung;Muskelkater (0-10);Schlaf\n"
    "03.03.2026;Beine;60;;8;2;7,5\n04.03.2026;Laufen;45;8,2;4;5;6,75\n05.03.2026;;;;;3;8\n"
)
SETS = (
    "date,start_time,session_type,exercise,sets,reps,weight_kg,rpe,duration_min,avg_heart_rate,sleep_hours\n"
    "2026-03-03,18:00,Legs,Back squat,4,6,80,8,60,120,7\n2026-03-03,18:00,Legs,Leg press,3,10,140,9,60,120,7\n"
    "2026-03-05,07:30,Run,,,,,5,40,150,\n"
)


def mapped(text: str, **roles: str) -> Log:
    return read_log(text, choices={f"map:{role}": column for role, column in roles.items()})


def guess(text: str) -> dict[str, str]:
    with pytest.raises(LogFormatError) as caught:
        read_log(text)
    assert caught.value.table is not None
    guess: dict[str, str] = caught.value.table.guess
    return guess


def test_a_diary_of_days() -> None:
    mapping = guess(DIARY)
    assert mapping == {
        "Day": "date",
        "Was": "kind",
        "Dauer (min)": "duration",
        "Strecke": "distance",
        "Anstrengung": "rpe",
        "Muskelkater (0-10)": "soreness",
        "Schlaf": "sleep",
    }
    log = mapped(DIARY, **{role: column for column, role in mapping.items()})
    assert [(s.kind, s.minutes, s.rpe, s.distance_km) for s in log.sessions] == [
        ("legs", 60.0, 8.0, None),
        ("run", 45.0, 4.0, 8.2),
    ]
    assert [c.soreness for c in log.check_ins] == [2, 5, 3]
    assert log.sleep_h == {dt.date(2026, 3, day): hours for day, hours in ((3, 7.5), (4, 6.75), (5, 8))}
    assert log.workouts == 2
    again = read_log(log.to_csv())
    assert (again.sessions, again.choices) == (log.sessions, log.choices)
    assert again.choices["map:date"] == "Day"


@pytest.mark.parametrize(
    "header",
    [
        "Datum,Was,Minuten,Anstrengung",
        "Date,Quoi,Minutes,Ressenti",
        "Data,Cosa,Minuti,Sforzo RPE",
        "Fecha,Que,Minutos,Esfuerzo",
    ],
)
def test_headers_of_a_diary_in_other_languages_are_guessed(header: str) -> None:
    mapping = guess(f"{header}\n2026-03-03,legs,60,8\n2026-03-04,run,40,4\n")
    assert list(mapping.values()) == ["date", "kind", "duration", "rpe"]


def test_a_table_of_sets_and_runs() -> None:
    mapping = guess(SETS)
    assert {role: column for column, role in mapping.items()} == {
        "date": "date",
        "time": "start_time",
        "kind": "session_type",
        "exercise": "exercise",
        "sets": "sets",
        "reps": "reps",
        "weight": "weight_kg",
        "rpe": "rpe",
        "duration": "duration_min",
        "hr": "avg_heart_rate",
        "sleep": "sleep_hours",
    }
    log = mapped(SETS, **{role: column for column, role in mapping.items()})
    assert [(s.kind, s.start, s.minutes, s.hard_sets, s.rpe) for s in log.sessions] == [
        ("legs", dt.datetime(2026, 3, 3, 18), 60.0, 7.0, 8.0),
        ("run", dt.datetime(2026, 3, 5, 7, 30), 40.0, None, 5.0),
    ]


def test_start_and_end_give_the_duration() -> None:
    text = "From,To,Sport\n2026-03-03 23:30,00:15,Jogging\n2026-03-04 08:00,2026-03-04 09:05,Yoga\n"
    assert guess(text) == {"From": "start", "To": "end", "Sport": "kind"} or guess(text)["Sport"] == "kind"
    log = mapped(text, start="From", end="To", kind="Sport")
    assert [(s.kind, s.minutes) for s in log.sessions] == [("run", 45.0), ("other", 65.0)]


@pytest.mark.parametrize(
    ("cells", "minutes"),
    [
        (("45", "60"), 45),
        (("0:45", "1:05"), 45),
        (("45:00", "60:00"), 45),
        (("2700", "3600"), 45),
        (("0.75", "1"), 45),
        (("45m", "1h"), 45),
    ],
)
def test_durations_by_their_size(cells: tuple[str, str], minutes: float) -> None:
    text = f"When,Lasted,Sport\n2026-03-03,{cells[0]},Run\n2026-03-05,{cells[1]},Run\n"
    assert mapped(text, date="When", duration="Lasted", kind="Sport").sessions[0].minutes == minutes


def test_scales_and_units_can_be_overruled() -> None:
    rows = "".join(f"2026-03-0{day},30,5,{sore},13\n" for day, sore in ((1, 1), (2, 3), (3, 5), (4, 2), (5, 4)))
    text = "Date,Mins,Dist,Sore,Borg\n" + rows
    roles = {
        "map:date": "Date",
        "map:duration": "Mins",
        "map:distance": "Dist",
        "map:soreness": "Sore",
        "map:rpe": "Borg",
    }
    log = read_log(text, choices={**roles, "soreness_scale": "1-5"})
    assert [c.soreness for c in log.check_ins] == [0, 5, 10, 2.5, 7.5]
    assert log.sessions[0].rpe == 5.0
    assert {s.kind for s in log.sessions} == {"run"}
    other = read_log(text, choices={**roles, "soreness_scale": "0-10", "distance_unit": "mi", "usual_kind": "walk"})
    assert [c.soreness for c in other.check_ins] == [1, 3, 5, 2, 4]
    assert other.sessions[0].distance_km == pytest.approx(8.04672)
    assert other.sessions[0].kind == "walk"


def test_doubled_columns_have_names_of_their_own() -> None:
    text = "Date,km,km\n2026-03-03,1,5\n"
    with pytest.raises(LogFormatError) as caught:
        read_log(text)
    assert caught.value.table is not None
    assert caught.value.table.labels == ("Date", "km", "km (2)")
    assert mapped(text, date="Date", distance="km (2)").sessions[0].distance_km == 5.0


@pytest.mark.parametrize(
    ("roles", "words"),
    [({"start": "Nope"}, "no column"), ({"duration": "Was"}, "which column"), ({"colour": "Was"}, "not one of")],
)
def test_a_mapping_that_cannot_be(roles: dict[str, str], words: str) -> None:
    with pytest.raises(LogFormatError, match=words) as caught:
        mapped(DIARY, **roles)
    assert caught.value.table is not None


def test_a_known_format_is_read_as_such_whatever_was_mapped_before() -> None:
    text = "record,kind,start,minutes,key,value\n"
    assert read_log(text, choices={"map:start": "start"}).format == "legrun"


@pytest.mark.parametrize("path", sorted(HEADERS.glob("*.csv")), ids=lambda path: path.stem)
def test_headers_of_others_get_a_guess_and_no_other_error(path: Path) -> None:
    caught: LogFormatError | None = None
    try:
        read_log(path.read_bytes())
    except LogFormatError as error:
        caught = error
    named = caught is not None and any(app in str(caught) for app in APPS)
    assert caught is None or named or (caught.table is not None and isinstance(caught.table.guess, dict))


def test_a_table_of_nights() -> None:
    text = "Sleep Score 4 Weeks,Score,Duration,Bedtime\n2026-06-26,80,7h 40min,23:12\n2026-06-27,--,--,--\n"
    mapping = guess(text)
    assert mapping["Duration"] == "sleep"
    log = mapped(text, date="Sleep Score 4 Weeks", sleep="Duration")
    assert log.sleep_h == {dt.date(2026, 6, 26): pytest.approx(7 + 40 / 60, abs=1e-4)}
    assert not log.sessions


FORM = (
    "Timestamp,Date,Session,Exercise 1,Sets 1,Reps 1,RPE 1,Exercise 2,Sets 2,Reps 2,RPE 2,Duration min\n"
    "5/19/2026 17:16:29,2026-05-19,Gym,Bench Press (Barbell),3,8,7,Leg Press,4,10,9,60\n"
    "5/21/2026 17:20:02,2026-05-21,Gym,Bench Press (Barbell),3,8,7,,,,,45\n"
)


def test_a_form_with_several_exercises_a_row() -> None:
    mapping = guess(FORM)
    assert (mapping["Exercise 1"], mapping.get("Exercise 2"), mapping["Sets 1"]) == ("exercise", None, "sets")
    log = mapped(FORM, **{role: column for column, role in mapping.items() if role != "weight"})
    assert [(s.kind, s.hard_sets, s.minutes) for s in log.sessions] == [("legs", 4.0, 60.0), ("upper", None, 45.0)]
    assert log.sessions[0].rpe == 9  # the median of its seven sets


@pytest.mark.parametrize(
    ("text", "app"),
    [
        ("### SETTING ######\nmass\n kg\n### ROUTINES ###\na,b\n", "Jefit"),
        (
            "Name,Sport,Date,Start time,HR sit\nA,RUNNING,29-08-2026,22:00:00,\nSample rate,Time,HR (bpm)\n1,00:00:00,90\n",
            "Polar",
        ),
        ("Body\nDate,Weight,BMI,Fat\n2010-10-13,70,21,12\n", "Fitbit"),
        (
            "Id,Tz,From,To,Sched,Hours\n1,Europe/Berlin,21. 03. 2024 23:00,x,,7\nId,Tz,From,To,Sched,Hours\n",
            "Sleep as Android",
        ),
    ],
)
def test_several_tables_in_one_file_are_told_by_name(text: str, app: str) -> None:
    with pytest.raises(LogFormatError, match=app):
        read_log(text)
