"""Damaged files of every kind: whatever the bytes, a log or a sentence.

python -m tests.logs.mutants 10000
"""

from __future__ import annotations

import datetime as dt
import io
import random
import struct
import sys
import zipfile
from collections.abc import Callable, Iterator

from garmin_fit_sdk import CrcCalculator

from tests.logs.recordings import exercise, recording, session, stamp
from tests.logs.shapes import EVERY
from tests.logs.sheets import Rows, ods, xlsx
from tests.logs.sound import read

__all__ = ["mutants", "with_checksum"]

_START = dt.datetime(2030, 5, 14, 16, 5)
_ROWS: Rows = [
    ["Date", "Start", "Sport", "Duration", "Distance (km)", "Weight", "RPE", "Sleep (h)", "Soreness"],
    [dt.date(2030, 5, 14), dt.time(18, 5), "Run", dt.timedelta(hours=45, minutes=12), 8.02, None, 5, 7.5, 3],
    [dt.datetime(2030, 5, 15, 7), dt.time(7), "Legs", dt.time(1, 2, 3), "", 80.0, 8, "7:10", True],
]
# Tables that no app writes, as people lay them out.
_TABLES = (
    "Date,Activity,Hours,Minutes,Distance,Sleep\n2030-05-14,Run,0,45,~8 km,7h05\n2030-05-16,Legs,1,10,,6.5\n",
    "Week of,Mon AM,Mon PM,Tue,Wed,Thu,Fri\n2030-05-13,Run 40 min,Legs 1h RPE 8,,,Rest,Easy 8 km\n",
    ",2030-05-14,2030-05-15,2030-05-16\nWhat,Legs,Run,Rest\nMinutes,60,45-50 min,\nSoreness,1,very sore,3\n",
    "Date,Exercise,Set 1,Set 2,Set 3\n14/5/2030,Squat,100x5,100x5,100x4\n14/5/2030,Bench,8/8,8,7\n",
    "Start,Sport,Lap,Time,km\n2030-05-14T07:00Z,1,1,5:10,1\n2030-05-14T07:00Z,1,2,5:20,1\n2030-05-16T07:00Z,2,1,6:00,2\n",
    "Datum;Einheit;Dauer;Gefühl\n14.05.2030;Beine;1:05;sehr hart\n15.05.2030;Dauerlauf;45 min;locker\n",
    "Date,Exercise,Reps\n2030-05-14,Squat,three sets of eight\n2030-05-14,Leg curl,2x(3x8)\n2030-05-16,Lunges,EMOM 10\n",
    "Date,Fell asleep,Woke up,Quad soreness (0-10),Calf soreness (0-10)\n2030-05-14,23:15,6.45,2,5\n2030-05-15,0:30,7,3,\n",
    "Datum;Uhrzeit;Sport;Dauer (Std.Min)\n14.05.2030;18-19 Uhr;Lauf;0.45\n16.05.2030;7;Beine;1.1\n",
    "date,deep,light,rem\n2030-05-14,1:20,4:00,1:40\n2030-05-15,1:10,3:40,1:30\n",
)
_CHARACTERS = '0123456789,;:"\n\r\t-+./ eE%kmhé\x00\ufeff\u202e=AZaz('


def mutants(count: int, seed: int = 0) -> Iterator[bytes]:
    """Yield so many damaged files: a third tables as text, a third spreadsheets, a third FIT files."""
    dice = random.Random(seed)
    texts = [text.encode() for text in (*EVERY.values(), *_TABLES)]
    sheets = [_stored(xlsx({"Log": _ROWS, "More": _ROWS})), _stored(ods({"Log": _ROWS, "More": _ROWS}))]
    fits = list(_recordings())
    kinds: tuple[Callable[[], bytes], ...] = (
        lambda: _damaged_text(dice.choice(texts), dice),
        lambda: _mended_zip(_damaged(dice.choice(sheets), dice, 30)),
        lambda: with_checksum(_damaged(dice.choice(fits), dice, 14)),
    )
    for number in range(count):
        data = kinds[number % 3]()
        # One in eight breaks off.
        yield data[: dice.randrange(len(data) + 1)] if dice.random() < 0.125 else data


def _recordings() -> Iterator[bytes]:
    squat = {**exercise("squat", "barbell_back_squat"), "start_time": stamp(_START) + 60, "weight": 80.0}
    rated = {"workout_rpe": 80, "workout_feel": 25, "avg_heart_rate": 110, "max_heart_rate": 160}
    lift = session(_START, 60, "training", "strength_training", **rated)
    run = session(_START + dt.timedelta(hours=2), 30, "running", total_distance=5200.0)
    yield recording([lift, run], sets=[squat] * 5, offset_h=2, seconds=5)
    yield recording([run], seconds=3)
    step = ("WORKOUT_STEP", {"message_index": 0, "exercise_category": 28, "exercise_name": 6})
    yield recording(
        [lift], sets=[{"category": [28, 0], "category_subtype": [6, 1]}, {"wkt_step_index": 0}], others=[step]
    )


def _damaged(data: bytes, dice: random.Random, first: int) -> bytes:
    """Return a file with some bytes changed, taken out or put in, its first ones left alone."""
    mutant = bytearray(data)
    for _ in range(dice.randrange(1, 8)):
        at = dice.randrange(first, len(mutant))
        change = dice.random()
        if change < 0.7:
            mutant[at] = dice.randrange(256)
        elif change < 0.85:
            del mutant[at : at + dice.randrange(1, 9)]
        else:
            mutant[at:at] = mutant[at : at + dice.randrange(1, 40)]
    return bytes(mutant)


def _damaged_text(data: bytes, dice: random.Random) -> bytes:
    if dice.random() < 0.4:
        return _damaged(data, dice, 0)
    text = list(data.decode())
    for _ in range(dice.randrange(1, 25)):
        at = dice.randrange(len(text))
        text[at : at + dice.randrange(3)] = dice.choices(_CHARACTERS, k=dice.randrange(1, 4))
    return "".join(text).encode(dice.choice(("utf-8", "utf-16", "cp1252")), errors="replace")


def with_checksum(data: bytes) -> bytes:
    """Return a FIT file with the length and the checksum that its bytes have."""
    body = bytearray(data[:-2])
    if len(body) < 14:
        return data
    body[4:8] = struct.pack("<I", len(body) - body[0] if len(body) >= body[0] else 0)
    return bytes(body) + struct.pack("<H", CrcCalculator.calculate_crc(body, 0, len(body)))


def _stored(data: bytes) -> bytes:
    """Return a zip without compression, so that a changed byte reaches what is inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return out.getvalue()


def _mended_zip(data: bytes) -> bytes:
    """Return a zip with right checksums again, where it can still be opened."""
    out = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as new:
            for member in old.infolist():
                start = member.header_offset + 30 + len(member.orig_filename) + len(member.extra)
                new.writestr(member.filename, data[start : start + member.file_size])
    except Exception:
        return data
    return out.getvalue()


def main() -> None:
    """Read as many damaged files as asked for, and say how many gave a log."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    logs = sum(read(data, guess=True) is not None for data in mutants(count))
    print(f"{count:,} damaged files: {logs:,} logs, {count - logs:,} sentences, nothing else.")


if __name__ == "__main__":
    main()
