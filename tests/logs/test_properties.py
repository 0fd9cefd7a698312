"""Whatever the bytes, read_log gives a Log of sound values or raises LogFormatError."""

from __future__ import annotations

import contextlib
import csv
import io
import random
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legrun.errors import LogFormatError
from legrun.logs import read_log
from tests.examples import examples
from tests.logs.shapes import EVERY, hevy, strong
from tests.logs.sound import check, read

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
    read_log(hevy(["Squat (Barbell)"] * 5), choices={"exercise:Zorp": "legs"}).to_csv().encode(),
    *(text.encode() for text in EVERY.values()),
)
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
DELIMITERS = (",", ";", "\t", "|")
ODD = (
    *(
        "",
        "NaN",
        "inf",
        "-inf",
        "1e308",
        "-5",
        "0",
        "99999999999",
        "=1+1",
        "--",
        "--:--:--",
        "'-16",
        "1,5",
        "1.037",
        "1,037.5",
    ),
    *(
        "264h 1m",
        "9999:59",
        "0:00",
        "31/02/2026",
        "0001-01-01",
        "9999-12-31 23:59:59",
        "2199-12-31 23:59",
        "Date",
        "1e5",
    ),
    *(
        "2026-03-03T18:00:00+14:00",
        "13/13/13",
        "\u202ex",
        "\ud83c",
        "\x00",
        "Multisport",
        "Run",
        "x" * 300,
        "٣",
        "½",
        "²",
    ),
)
MAP = ("end", "duration", "kind", "distance", "rpe", "soreness", "sleep", "date")
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


@pytest.mark.slow
@examples(300, tried=40)
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


@pytest.mark.slow
@examples(500, tried=60)
@given(st.sampled_from(SHAPES), st.integers(0, 2**32))
def test_exchanged_cells_delimiters_and_encodings(data: bytes, seed: int) -> None:
    """Cells replaced whole, rows cut, doubled and shuffled: the table stays one and its values go wild."""
    dice = random.Random(seed)
    text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
    rows = list(
        csv.reader(
            io.StringIO(text.removeprefix("\ufeff").lstrip("\n")),
            delimiter=";" if text.count(";") > text.count(",") else ",",
        )
    )
    for _ in range(4):
        mutant = [list(row) for row in rows]
        for _ in range(dice.randrange(1, 8)):
            row = dice.choice(mutant[1:])
            if row:
                row[dice.randrange(len(row))] = dice.choice(ODD)
        body = mutant[1:]
        if dice.random() < 0.2:
            dice.shuffle(body)
        if dice.random() < 0.2:
            body = body[: dice.randrange(len(body) + 1)] * 2
        if dice.random() < 0.2 and body:
            cut = dice.choice(body)
            del cut[dice.randrange(len(cut) + 1) :]
        if dice.random() < 0.1:
            del mutant[0][dice.randrange(len(mutant[0]))]
        out = io.StringIO()
        quoting: Literal[0, 1] = 0 if dice.random() < 0.5 else 1  # csv.QUOTE_MINIMAL, csv.QUOTE_ALL
        writer = csv.writer(out, delimiter=dice.choice(DELIMITERS), quoting=quoting)
        writer.writerows([mutant[0], *body])
        read(out.getvalue().encode(dice.choice(ENCODINGS), errors="replace"))


@pytest.mark.slow
@examples(150, tried=25)
@given(st.integers(0, 2**32))
def test_any_mapped_table(seed: int) -> None:
    dice = random.Random(seed)
    roles = dice.sample([*MAP, "exercise", "sets", "reps", "time", "name", "hr"], 6)
    header = ["when", *roles]
    cells = (*ODD, "2026-03-03 18:00", "45", "7", "Run", "Legs", "Squat", "18:00", "7,5")
    rows = [
        [dice.choice(("2026-03-03 18:00", "2026-03-04", *ODD[:3])), *(dice.choice(cells) for _ in roles)]
        for _ in range(8)
    ]
    text = "\n".join(";".join(cell.replace("\n", " ") for cell in row) for row in [header, *rows])
    choices = {f"map:{role}": role for role in roles if role != "start"}
    read(text, choices={"map:start": "when", **choices})


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read(data)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    with contextlib.suppress(LogFormatError):
        check(read_log(text))


@pytest.mark.slow
@examples(100, tried=40)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                *("exercise:Zorp", "weight_unit", "date_order", "distance_unit", "effort:legs", "x", "time_zone"),
                *("strength_kind", "decimal_mark", "clock_style", "activity:Gaming", "time_of_day", "max_heart_rate"),
                *("effort:heart_rate", "mixed_sessions", "check_in_time", "map:start", "map:x", "merge:x"),
            ]
        ),
        st.text(max_size=12),
    ),
    st.text(max_size=12),
)
def test_any_choice(choices: dict[str, str], zone: str) -> None:
    for shape in (SHAPES[0], SHAPES[7], SHAPES[8]):
        check(read_log(shape, choices=choices, tz=zone))
