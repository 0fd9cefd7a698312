"""FIT files: sessions, sets and the athlete's own rating, each from its own message."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import random
import struct
import zipfile
from typing import Any

import pytest
from garmin_fit_sdk import CrcCalculator

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from legrun.logs.reading import archive, fit_frames
from legrun.logs.reading.fit_frames import wanted_messages
from tests.logs import shapes
from tests.logs.mutants import with_checksum
from tests.logs.recordings import exercise, number, recording, session, stamp

START = dt.datetime(2030, 5, 14, 16, 5)  # UTC
SQUAT = exercise("squat", "barbell_back_squat")


def lift(minutes: float = 60, **more: Any) -> dict[str, Any]:
    return session(START, minutes, "training", "strength_training", **more)


def sets(*exercises: dict[str, Any], times: int = 1, begin: dt.datetime = START) -> list[dict[str, Any]]:
    done = [each for each in exercises for _ in range(times)]
    return [{"start_time": stamp(begin) + 90 * place, **each} for place, each in enumerate(done)]


def zipped(**files: bytes | str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def kept(log: Log) -> Log:
    assert read_log(log.to_csv()).sessions == log.sessions
    return log


def test_a_run() -> None:
    run = session(
        START, 42.5, "running", "trail", total_distance=8020.0, avg_heart_rate=151, max_heart_rate=172, workout_rpe=60
    )
    log = kept(read_log(recording([run], offset_h=2, seconds=900), name="a.fit"))
    assert log.format == "FIT"
    (done,) = log.sessions
    assert (done.kind, done.start, done.minutes, done.distance_km, done.rpe) == (
        "run",
        dt.datetime(2030, 5, 14, 18, 5),
        42.5,
        8.02,
        6,
    )
    assert done.estimated == frozenset()
    assert log.problems == ()


def test_a_leg_day_by_its_sets() -> None:
    done = sets(SQUAT, exercise("leg_curl"), times=4)
    log = kept(read_log(recording([lift(workout_rpe=80, workout_feel=25)], sets=done, offset_h=2)))
    (legs,) = log.sessions
    assert (legs.kind, legs.hard_sets, legs.rpe, legs.minutes, legs.start.hour) == ("legs", 8, 8, 60, 18)
    feel = next(each for each in log.assumptions if each.key == "workout_feel")
    assert "weak 1" in feel.reason


@pytest.mark.parametrize(
    ("done", "kind"),
    [
        (exercise("crunch", "leg_extensions"), "legs"),
        (exercise("crunch", "weighted_leg_extensions"), "legs"),
        (exercise("crunch", "bicycle_crunch"), "upper"),
        (exercise("squat"), "legs"),
        (exercise("lunge"), "legs"),
        (exercise("calf_raise"), "legs"),
        (exercise("hip_raise", "barbell_hip_thrust_on_floor"), "legs"),
        (exercise("banded_exercises", "leg_extension"), "legs"),
        (exercise("sled", "push"), "legs"),
        (exercise("sledge_hammer", "hammer_slam"), "upper"),
        (exercise("plyo"), "legs"),
        (exercise("olympic_lift"), "legs"),
        (exercise("hyperextension", "lat_pull_down_with_row"), "upper"),
        (exercise("bench_press", "barbell_bench_press"), "upper"),
        (exercise("row"), "upper"),
        (exercise("core"), "upper"),
        ({"category": 6, "category_subtype": 60_000}, "upper"),  # a number that the profile does not know yet
    ],
)
def test_legs_or_not_by_name_then_by_category(done: dict[str, Any], kind: str) -> None:
    assert [s.kind for s in read_log(recording([lift()], sets=sets(done, times=6))).sessions] == [kind]


def test_a_superset_keeps_the_names_of_all_its_exercises() -> None:
    both = {
        "category": [number("exercise_category", "squat"), number("exercise_category", "bench_press")],
        "category_subtype": [
            number("squat_exercise_name", "goblet_squat"),
            number("bench_press_exercise_name", "barbell_bench_press"),
        ],
    }
    (legs,) = read_log(recording([lift()], sets=sets(both, times=3))).sessions
    assert (legs.kind, legs.hard_sets) == ("legs", 3)
    # The watch repeats what it is sure of.
    sure = {"category": [28, 28, 28], "category_subtype": [6, 6, 6]}
    assert read_log(recording([lift()], sets=sets(sure, times=5))).sessions[0].hard_sets == 5


def test_sets_of_a_planned_workout_take_the_names_of_its_steps() -> None:
    steps: list[tuple[str, dict[str, Any]]] = [
        ("WORKOUT", {"wkt_name": "Lower A", "num_valid_steps": 2}),
        (
            "WORKOUT_STEP",
            {
                "message_index": 0,
                "exercise_category": 28,
                "exercise_name": number("squat_exercise_name", "barbell_front_squat"),
            },
        ),
        ("WORKOUT_STEP", {"message_index": 1, "exercise_category": number("exercise_category", "bench_press")}),
    ]
    done = sets({"category": 65534, "wkt_step_index": 0}, {"wkt_step_index": 1}, times=3)
    log = read_log(recording([lift()], sets=done, others=steps))
    assert [(s.kind, s.hard_sets, s.name) for s in log.sessions] == [("legs", 3, "Lower A")]


def test_titles_name_what_the_profile_does_not() -> None:
    title = (
        "EXERCISE_TITLE",
        {"message_index": 0, "exercise_category": 28, "exercise_name": 50_000, "wkt_step_name": "Zorp of doom"},
    )
    log = read_log(
        recording([lift()], sets=sets({"category": 28, "category_subtype": 50_000}, times=5), others=[title])
    )
    assert (log.sessions[0].kind, dict(log.unknown_exercises)) == ("legs", {})
    assert any(each.key == "exercise:Zorp of doom" and "squat" in each.reason for each in log.assumptions)


@pytest.mark.parametrize(
    ("title", "filed", "kind"),
    [
        ("Back Squat", exercise("total_body", "burpee"), "legs"),
        ("Kniebeuge", exercise("total_body", "burpee"), "legs"),
        ("Hips", exercise("crunch", "leg_extensions"), "legs"),
        ("Bench Press", exercise("squat", "goblet_squat"), "legs"),  # never less than its number says
    ],
)
@pytest.mark.parametrize("message", ["EXERCISE_TITLE", "WORKOUT_STEP"])
def test_a_title_that_is_more_work_for_the_legs_counts(
    message: str, title: str, filed: dict[str, int], kind: str
) -> None:
    """amakaflow-fitfiletool 0.2.6 writes a back squat as a burpee, with its own name beside it."""
    pair = {"exercise_category": filed["category"], "exercise_name": filed.get("category_subtype")}
    named = {"message_index": 0, "wkt_step_name": title} | {key: each for key, each in pair.items() if each is not None}
    log = read_log(recording([lift()], sets=sets(filed, times=5), others=[(message, named)]))
    assert [session.kind for session in log.sessions] == [kind]
    assert not log.unknown_exercises


def test_rests_are_no_sets_and_sets_without_a_name_are_asked_about() -> None:
    rest = {"set_type": 0, "repetitions": 0}
    log = read_log(recording([lift()], sets=sets(SQUAT, rest, {"category": 65534}, times=4)))
    assert (log.sessions[0].hard_sets, dict(log.unknown_exercises)) == (4, {"Exercise without a name": 4})


def test_lifting_without_named_sets_goes_by_its_title() -> None:
    def kind(title: str) -> str:
        return (
            read_log(recording([lift(sport_profile_name=title)], sets=sets({"category": 65534}, times=6)))
            .sessions[0]
            .kind
        )

    assert (kind("Leg day"), kind("Strength")) == ("legs", "other")


def test_a_run_takes_over_nothing_of_the_lift_before_it() -> None:
    after = session(START + dt.timedelta(minutes=61), 30, "running", total_distance=5200.0, enhanced_avg_speed=2.9)
    first = lift(workout_rpe=90, avg_heart_rate=120)
    log = kept(read_log(recording([after, first], sets=sets(SQUAT, times=5), offset_h=0)))
    legs, run = log.sessions
    assert (legs.kind, legs.distance_km, legs.rpe, legs.hard_sets) == ("legs", None, 9, 5)
    assert (run.kind, run.distance_km, run.minutes, run.rpe, run.estimated) == ("run", 5.2, 30, 4, frozenset({"rpe"}))


def test_sets_belong_to_the_session_that_they_were_done_in() -> None:
    later = START + dt.timedelta(hours=5)
    evening = session(later, 40, "training", "strength_training")
    done = sets(SQUAT, times=5) + sets(exercise("bench_press"), times=4, begin=later)
    assert [(s.kind, s.hard_sets) for s in read_log(recording([lift(), evening], sets=done)).sessions] == [
        ("legs", 5),
        ("upper", None),
    ]


@pytest.mark.parametrize(
    ("offset_h", "tz", "hour", "said"),
    [
        (2, None, 18, "local"),
        (2, "America/New_York", 18, "local"),  # the clock on the wall where it was, wherever one lives
        (-4.5, None, 11, "local"),
        (12.75, None, 4, "local"),
        (None, "Europe/Berlin", 18, "Europe/Berlin"),
        (None, None, 16, "UTC"),
        (0, "Europe/Berlin", 18, "Europe/Berlin"),  # some apps write UTC into both
        (300_000, "Europe/Berlin", 18, "Europe/Berlin"),  # no offset at all
    ],
)
def test_the_clock_on_the_wall(offset_h: float | None, tz: str | None, hour: int, said: str) -> None:
    log = read_log(recording([session(START, 30, "running")], offset_h=offset_h), tz=tz)
    assert log.sessions[0].start.hour == hour
    assert [each.value for each in log.assumptions if each.key == "time_zone"] == [said]


def test_the_correlation_of_clocks_serves_where_the_activity_has_none() -> None:
    begin = stamp(START)
    other = ("TIMESTAMP_CORRELATION", {"timestamp": begin, "local_timestamp": begin + 3600, "system_timestamp": begin})
    assert read_log(recording([session(START, 30, "running")], others=[other])).sessions[0].start.hour == 17


@pytest.mark.parametrize(
    ("given", "ratings"),
    [
        ((10, 20, 10, 20), [1, 2, 1, 2]),
        ((70, 100), [7, 10]),
        ((3, 10), [3, 10]),
        ((0, 50), [4, 5]),
        ((255, 50), [4, 5]),
    ],
)
def test_ratings_of_0_to_100_are_no_other_scale(given: tuple[int, ...], ratings: list[float]) -> None:
    runs = [session(START + dt.timedelta(days=day), 30, "running", workout_rpe=rpe) for day, rpe in enumerate(given)]
    assert [s.rpe for s in read_log(recording(runs)).sessions] == ratings


@pytest.mark.parametrize(
    ("sport", "finer", "kind", "word"),
    [
        ("running", "treadmill", "run", "run"),
        ("running", "ultra", "run", "run"),
        ("walking", "generic", "walk", "walk"),
        ("hiking", "generic", "walk", "walk"),
        ("cycling", "indoor_cycling", "other", "ride"),
        ("swimming", "lap_swimming", "other", "swim"),
        ("training", "yoga", "other", "mobility"),
        ("fitness_equipment", "elliptical", "other", "machine"),
        ("rowing", "indoor_rowing", "other", "water"),
        ("cross_country_skiing", "generic", "other", "snow or wheels"),
        ("training", "cardio_training", "other", ""),
    ],
)
def test_sports(sport: str, finer: str, kind: str, word: str) -> None:
    (done,) = read_log(recording([session(START, 50, sport, finer)])).sessions
    assert (done.kind, done.sport) == (kind, word)


@pytest.mark.parametrize("kind", ["course", "workout"])
def test_what_is_planned_is_no_session(kind: str) -> None:
    with pytest.raises(LogFormatError, match="planned, not done"):
        read_log(recording([session(START, 30, "running")], kind=kind), "plan.fit")


def test_a_zip_of_recordings_is_one_log_and_says_what_was_not_read() -> None:
    data = zipped(
        **{
            "a__1.fit": recording([session(START, 30, "running", total_distance=5000.0)]),
            "a__2.FIT": recording([lift()], sets=sets(SQUAT, times=5)),
            "3.fit.gz": gzip.compress(recording([session(START + dt.timedelta(days=1), 60, "cycling")])),
            "plan.fit": recording([], kind="workout"),
            "cut.fit": recording([lift()])[:-40],
            "readme.pdf": b"%PDF",
        }
    )
    log = kept(read_log(data, name="watch.zip", tz="Europe/Berlin"))
    assert (log.name, [s.kind for s in log.sessions]) == ("watch.zip", ["legs", "run", "other"])
    assert {problem.file for problem in log.problems} == {"plan.fit", "cut.fit"}
    assert "a file of the kind workout" in " ".join(problem.message for problem in log.problems)


def test_one_workout_of_two_watches_is_one() -> None:
    data = zipped(
        **{
            "1.fit": recording([session(START, 50, "running", total_distance=9400.0)]),
            "2.fit": recording([session(START + dt.timedelta(seconds=20), 50.5, "running", total_distance=9500.0)]),
        }
    )
    log = read_log(data)
    assert [s.distance_km for s in log.sessions] == [9.4]
    assert any(each.key.startswith("merge:") for each in log.assumptions)


def test_recordings_beside_a_list_are_left_alone() -> None:
    files: dict[str, Any] = {
        "activities.csv": shapes.STRAVA,
        "activities__1.fit": recording([session(START, 30, "running")]),
    }
    data = zipped(**files)
    assert read_log(data).sessions == read_log(shapes.STRAVA).sessions


def test_a_lift_with_sets_joins_the_list_of_the_same_watch() -> None:
    from legrun.logs import merge_logs

    row = 'Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Distance,Filename\n1,"May 14, 2030, 6:06:00 PM",Evening,Weight Training,3500,0,a.fit\n'
    merged = merge_logs([read_log(recording([lift()], sets=sets(SQUAT, times=5), offset_h=2)), read_log(row)])
    assert [(s.kind, s.source) for s in merged.sessions] == [("legs", "FIT + Strava")]


def swapped(data: bytes, at: int, put: bytes) -> bytes:
    """Return a FIT file with other bytes somewhere and a right checksum again."""
    return with_checksum(data[:at] + put + data[at + len(put) :])


WHOLE = recording(
    [lift(), session(START + dt.timedelta(hours=2), 30, "running")], sets=sets(SQUAT, times=3), seconds=20
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (WHOLE[:-1], "damaged or breaks off"),
        (WHOLE[:200], "damaged or breaks off"),
        (WHOLE[:12], "damaged or breaks off"),
        (WHOLE[:100] + b"\x99" + WHOLE[101:], "damaged or breaks off"),
        (swapped(WHOLE, 14, b"\x05"), "damaged or breaks off"),  # a message that was never defined
        (recording([]), "has no summary"),
        (recording([], kind="monitoring_b"), "a file of the kind monitoring b"),
        (recording([], kind="course"), "a file of the kind course"),
        (b"no recording", "no FIT file"),
    ],
)
def test_a_broken_recording_gets_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(LogFormatError, match=words):
        read_log(data, name="a.fit")


def test_limits_of_size_and_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_RECORDINGS", 1)
    two = {f"{day}.fit": recording([session(START + dt.timedelta(days=day), 30, "running")]) for day in (1, 2)}
    log = read_log(zipped(**two))
    assert [s.start.day for s in log.sessions] == [16]  # the newest
    assert "1.fit" in log.problems[-1].message
    with pytest.raises(LogFormatError, match="larger than"):
        read_log(recording([lift()]) + bytes(20_000_000), name="a.fit")
    bomb = zipped(**{"1.fit.gz": gzip.compress(bytes(50_000_000))})
    with pytest.raises(LogFormatError):
        read_log(bomb)


def test_old_watches_compress_the_times_of_records() -> None:
    records = bytes([0x40, 0, 0]) + struct.pack("<HB", 20, 1) + bytes([3, 1, 2]) + bytes([0x80 | 5, 140]) * 60
    plain = recording([session(START, 30, "running")])
    body = plain[14:-2]
    head = bytearray(plain[:12])
    head[0] = 12
    head[4:8] = struct.pack("<I", len(records) + len(body))
    whole = bytes(head) + records + body
    data = whole + struct.pack("<H", CrcCalculator.calculate_crc(bytearray(whole), 0, len(whole)))
    assert [s.kind for s in read_log(data).sessions] == ["run"]


def test_our_checksum_is_garmins() -> None:
    dice = random.Random(1)
    for length in (0, 1, 2, 100):
        data = dice.randbytes(length)
        assert fit_frames._checksum(data) == CrcCalculator.calculate_crc(bytearray(data), 0, length)


def test_records_are_cut_out() -> None:
    long = recording([session(START, 60, "running")], seconds=3600)
    assert len(wanted_messages(long, {0, 18, 34})) < 0.02 * len(long)


def test_files_one_after_the_other_and_a_tail() -> None:
    two = recording([session(START, 30, "running")]) + recording([session(START + dt.timedelta(days=1), 30, "running")])
    assert len(read_log(two).sessions) == 2
    assert len(read_log(two + b"\0" * 20).sessions) == 2
