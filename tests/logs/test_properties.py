"""Whatever the bytes, read_log gives a Log of sound values or raises LogFormatError."""

from __future__ import annotations

import contextlib
import math
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from tests.logs.shapes import hevy, strong

SHAPES = (
    hevy(
        [
            "Squat (Barbell)|warmup",
            "Squat (Barbell)|normal|100|5||0|8.5",
            "Leg Press|failure",
            "Running||||5|1800|6",
            "Zorp",
        ],
        title='He said ""go"", 🏋️',
    ).encode(),
    strong(
        [
            "Squat (Barbell)|W",
            "Squat (Barbell)|1",
            "Deadlift (Barbell)|F",
            "Leg Press|Rest Timer",
            "Treadmill|1|0|0|3|1500",
        ]
    ).encode(),
    strong(["Beinpresse"] * 4, date="30/12/2020 6:51 PM").replace(",", ";").encode("utf-16"),
)
CELLS = (
    b"NaN",
    b"inf",
    b"-1",
    b"1e308",
    b"99999999999999999999",
    b'"',
    b'""',
    b",",
    b";",
    b"\n",
    b"\r",
    b"\x00",
    b"\xff",
    b"\xe2\x80\xae",
    b"=cmd|' /C calc'!A0",
    b"<script>",
    b"31 Feb 2026, 10:00",
    b"0001-01-01",
    b"9999-12-31 23:59:59",
    b"264h 1m",
    b"x" * 300,
    b"\xef\xbb\xbf",
    b"Date",
    b"2199-12-31 23:59",
    b"-0",
    b"1,5",
    b"1970-01-01 00:00",
)


def check(log: Log) -> None:
    for session in log.sessions:
        for number in (session.minutes, session.rpe, session.hard_sets or 0.0, session.distance_km or 0.0):
            assert math.isfinite(number)
            assert number >= 0
        assert len(session.name) <= 80
        assert session.name.isprintable() or any(ord(c) > 0x2000 for c in session.name)
    assert list(log.sessions) == sorted(log.sessions, key=lambda s: s.start)
    assert log.workouts <= len(log.sessions)
    assert log.summary


def read(data: bytes) -> None:
    try:
        log = read_log(data, name="x.csv")
    except LogFormatError as error:
        assert "fault in legrun" not in str(error), error.__cause__  # noqa: PT017  # any other error passes through
    else:
        check(log)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SHAPES), st.integers(0, 2**32), st.integers(1, 12))
def test_mutated_exports(data: bytes, seed: int, count: int) -> None:
    """Bytes cut, doubled, swapped and replaced; one example makes several mutants of one shape."""
    dice = random.Random(seed)
    for _ in range(4):
        mutant = bytearray(data)
        for _ in range(count):
            at, length = dice.randrange(len(mutant) + 1), dice.randrange(1, 30)
            match dice.randrange(5):
                case 0:
                    del mutant[at : at + length]
                case 1:
                    mutant[at:at] = mutant[at : at + length * 5]
                case 2:
                    mutant[at:at] = dice.choice(CELLS)
                case 3:
                    mutant[at : at + 1] = bytes([dice.randrange(256)])
                case _:
                    mutant[at : at + length] = dice.choice(CELLS)
        read(bytes(mutant))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SHAPES[:2]), st.integers(0, 2**32))
def test_exchanged_cells(data: bytes, seed: int) -> None:
    """Cells replaced whole, so that the table stays a table and its values go wild."""
    dice = random.Random(seed)
    lines = [line.split(b",") for line in data.split(b"\n")]
    for _ in range(6):
        row = dice.choice(lines[1:])
        row[dice.randrange(len(row))] = dice.choice(CELLS)
    read(b"\n".join(b",".join(line) for line in lines))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read(data)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    with contextlib.suppress(LogFormatError):
        check(read_log(text))


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["exercise:Zorp", "weight_unit", "date_order", "distance_unit", "effort:legs", "x"]),
        st.text(max_size=12),
    ),
    st.text(max_size=12),
)
def test_any_choice(choices: dict[str, str], zone: str) -> None:
    check(read_log(SHAPES[0], choices=choices, tz=zone))
