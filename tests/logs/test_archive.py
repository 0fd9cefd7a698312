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
        ("log.csv", b'[{"date": "2026-03-03", "run": 5},\n {"date": "2026-03-05", "run": 8}]', "JSON"),
        ("log.csv", b"I went for a run.\nThen I rested.\n", "no table"),
        ("log.xls", b"\xd0\xcf\x11\xe0", "Excel"),
        ("log.json", b"[1, 2]", "JSON"),
        ("x.bin", b"\x1f\x8b\x08", "gzip"),
    ],
)
def test_other_kinds_of_file_say_how_to_get_a_csv(name: str, data: bytes, words: str) -> None:
    with pytest.raises(LogFormatError, match=words):
        read_log(data, name=name)
