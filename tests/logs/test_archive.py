"""Zips and files that are no CSV."""

from __future__ import annotations

import io
import random
import zipfile
from typing import Any

import pytest

from legrun.errors import LogFormatError
from legrun.logs import read_log
from legrun.logs.reading import archive
from tests.logs import shapes
from tests.logs.sound import read


def packed(**files: Any) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def test_strava_archive() -> None:
    data = packed(
        **{"activities.csv": shapes.STRAVA, "followers.csv": "a,b\n1,2\n", "activities__1.fit.gz": b"\x1f\x8b"}
    )
    log = read_log(data, name="export_1.zip")
    assert (log.format, log.name, len(log.sessions)) == ("Strava", "export_1.zip", 4)
    assert "followers.csv" in log.problems[-1].message


GARMIN_JSON = (
    '[{"summarizedActivitiesExport": [{"activityType": "running", "name": "Loop", "startTimeLocal": 1709406012000.0, '
    '"beginTimestamp": 1709402412000, "duration": 1800000.0, "distance": 500000.0}]}]'
)
GOOGLE_JSON = (
    '{{"fitnessActivity": "{}", "startTime": "2024-03-0{}T18:00:00.000Z", "endTime": "2024-03-0{}T18:30:00.000Z", '
    '"duration": "1800s", "aggregate": [{{"metricName": "com.google.distance.delta", "floatValue": {}}}]}}'
)
POLAR_JSON = (
    '{{"name": "x", "startTime": "2024-03-0{0}T19:00:12.000", "stopTime": "2024-03-0{0}T19:30:12.000", "exercises": '
    '[{{"startTime": "2024-03-0{0}T19:00:12.000", "duration": "PT1800S", "distance": 5000.0, "sport": "{1}", "samples": '
    '{{"recordedRoute": [{{"dateTime": "2024-03-0{0}T19:00:12.000", "latitude": 1.0}}]}}}}]}}'
)


@pytest.mark.parametrize(
    ("files", "sessions"),
    [
        (
            {"DI__DI-Connect-Fitness__me_0_summarizedActivities.json": GARMIN_JSON, "DI__gear.json": '[{"a": 1}]'},
            [("run", 2, 30, 5.0)],
        ),
        (
            {
                "Fit__All Sessions__a_RUNNING.json": GOOGLE_JSON.format("running", 2, 2, 5000),
                "Fit__All Sessions__b_WALKING.json": GOOGLE_JSON.format("walking", 4, 4, 2500),
            },
            [("run", 2, 30, 5.0), ("walk", 4, 30, 2.5)],
        ),
        (
            {
                "training-session-2024-03-02-1.json": POLAR_JSON.format(2, "RUNNING"),
                "training-session-2024-03-04-2.json": POLAR_JSON.format(4, "WALKING"),
                "account-data.json": "{}",
            },
            [("run", 2, 30, 5.0), ("walk", 4, 30, 5.0)],
        ),
    ],
    ids=["Garmin", "Google Fit", "Polar"],
)
def test_sessions_as_json_in_the_zips_that_are_handed_out_on_request(
    files: dict[str, str], sessions: list[tuple[str, int, float, float]]
) -> None:
    log = read_log(packed(**files), name="all.zip", guess=True)
    assert [(s.kind, s.start.day, s.minutes, s.distance_km) for s in log.sessions] == sessions


def test_whoop_archive_is_joined() -> None:
    data = packed(
        **{
            "x__workouts.csv": shapes.WHOOP_WORKOUTS,
            "x__physiological_cycles.csv": shapes.WHOOP_CYCLES,
            "x__sleeps.csv": shapes.WHOOP_SLEEPS,
            "x__journal_entries.csv": "Cycle start time,Question text\n",
            "..__..__etc__passwd.csv": "a,b\n",
            "__MACOSX__._workouts.csv": b"\x00\x05",
        }
    )
    log = read_log(data)
    assert len(log.sessions) == 3
    assert len(log.sleep_h) == 1
    assert ".." not in log.problems[-1].message


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"[Content_Types].xml": "<x/>", "xl__workbook.xml": "<x/>"}, "spreadsheet is damaged"),
        ({"apple_health_export__export.xml": "<x/>"}, "Apple Health"),
        ({"a.fit": b"x"}, "FIT file is damaged"),
        ({"a.gpx": b"x"}, "GPX or TCX"),
        ({"a.pdf": b"x"}, "no table and no FIT file"),
        ({"inner.zip": b"PK\x03\x04"}, "no table and no FIT file"),
        ({"a.csv": "x,y\n1,2\n"}, "None of the tables"),
    ],
)
def test_zips_without_a_log(files: dict[str, str | bytes], words: str) -> None:
    with pytest.raises(LogFormatError, match=words):
        read_log(packed(**files))


@pytest.mark.slow
def test_bombs_are_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = packed(**{"workouts.csv": b"0" * 30_000_000, "activities.csv": shapes.STRAVA})
    log = read_log(bomb)
    assert "workouts.csv (too large)" in log.problems[-1].message
    lying = bytearray(packed(**{"workouts.csv": b"0" * 30_000_000}))
    for at in range(len(lying) - 3):
        if lying[at : at + 4] == (30_000_000).to_bytes(4, "little"):
            lying[at : at + 4] = (1000).to_bytes(4, "little")
    with pytest.raises(LogFormatError):
        read_log(bytes(lying))
    monkeypatch.setattr(archive, "MAX_MEMBERS", 1)
    with pytest.raises(LogFormatError, match="too many"):
        read_log(packed(a="1", b="2"))
    monkeypatch.setattr(archive, "MAX_ARCHIVE", 10)
    with pytest.raises(LogFormatError, match="larger than"):
        read_log(packed(a="1"))


def test_damaged_zips_are_refused_or_read() -> None:
    data = packed(**{"activities.csv": shapes.STRAVA, "workouts.csv": shapes.WHOOP_WORKOUTS})
    dice = random.Random(3)
    for _ in range(300):
        mutant = bytearray(data)
        for _ in range(dice.randrange(1, 6)):
            mutant[dice.randrange(4, len(mutant))] = dice.randrange(256)
        read(bytes(mutant[: dice.randrange(len(mutant) // 2, len(mutant) + 1)]))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("run.fit", b"\x0e\x10\xd9\x07\x00\x00\x00\x00.FIT\x00\x00", "FIT"),
        ("run.fit", b"garbage", "FIT"),
        ("run.gpx", b"<?xml version='1.0'?><gpx/>", "GPX"),
        ("run.TCX", b"<?xml version='1.0'?>", "TCX"),
        ("log.xlsx", b"PK\x03\x04 damaged", "Excel workbook"),
        ("log.zip", b"PK\x03\x04 damaged", "damaged"),
        ("log.csv", b"\x89PNG\r\n\x1a\n\x00\x00", "picture"),
        ("log.csv", b"\x00\x00\x00\x18ftypheic" + bytes(64), "picture"),
        ("log.csv", b"\xff\xd8\xff\xe0" + bytes(64), "picture"),
        ("log.csv", bytes(range(1, 256)) * 9, "not a text file"),
        ("log.csv", b'[{"date": "2026-03-03", "run": 5},\n {"date": "2026-03-05", "run"]', "JSON is damaged"),
        ("log.csv", b"I went for a run.\nThen I rested.\n", "no table"),
        ("log.xls", b"\xd0\xcf\x11\xe0", "Excel"),
        ("log.json", b"[1, 2]", "JSON without a list"),
        ("log.json", b'{"version": 1, "settings": {"unit": "kg"}}', "not an export that legrun knows"),
        ("log.json", b"[" * 100_000 + b"]" * 100_000, "JSON is damaged"),
        ("x.bin", b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_other_kinds_of_file_say_how_to_get_a_csv(name: str, data: bytes, words: str) -> None:
    with pytest.raises(LogFormatError, match=words):
        read_log(data, name=name)


UNKNOWN = "Date,What,Min\n2026-03-02,Legs,60\n2026-03-03,Run,40\n"
ANOTHER = "Day,Sport,Minutes,km\n2026-04-02,Run,60,10\n2026-04-03,Run,40,7\n"
LISTS = "Followed at,Name\n2026-03-02,Ana\n"


def test_tables_that_no_format_knows_are_read_as_the_form_would() -> None:
    log = read_log(packed(**{"a.csv": UNKNOWN, "b.csv": ANOTHER, "followers.csv": LISTS}), guess=True)
    assert [(s.kind, s.minutes) for s in log.sessions] == [("legs", 60), ("run", 40), ("run", 60), ("run", 40)]
    assert log.problems[-1].message == "Not read, for they hold no training: followers.csv."


def test_the_form_is_shown_for_the_first_of_them() -> None:
    data = packed(**{"followers.csv": LISTS, "a.csv": UNKNOWN, "b.csv": ANOTHER})
    with pytest.raises(LogFormatError, match=r"“a\.csv” is shown") as refused:
        read_log(data)
    assert refused.value.table is not None
    assert refused.value.table.header == ("Date", "What", "Min")
    log = read_log(data, choices={"map:date": "Date", "map:kind": "What", "map:duration": "Min"})
    assert [s.kind for s in log.sessions] == ["legs", "run"]
    assert "does not know these tables: b.csv" in log.problems[-2].message


@pytest.mark.parametrize("guess", [True, False])
def test_beside_an_export_that_is_known_they_are_named(guess: bool) -> None:
    log = read_log(packed(**{"strong.csv": shapes.strong(["Squat"]), "diary.csv": UNKNOWN}), guess=guess)
    assert log.format == "Strong"
    assert log.problems[-1].message.startswith("Not read, for legrun does not know these tables: diary.csv.")


def test_a_zip_asks_what_its_tables_ask() -> None:
    table = "Date,Sport,Min\n03/02/2026,Run,40\n05/02/2026,Legs,60\n07/02/2026,Run,50\n"
    log = read_log(packed(**{"a.csv": table, "b.csv": ANOTHER}), guess=True)
    (question,) = log.questions
    assert question.key.startswith("date_order")
    assert (
        read_log(packed(**{"a.csv": table}), guess=True, choices=question.readings[1].choices).sessions[0].start.day
        == 2
    )
