"""Pins in a link: what goes in comes out, whatever else comes in is named, and names never go in."""

from __future__ import annotations

import dataclasses
import datetime as dt
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legrun.compare import find_differences
from legrun.link import MOST_PINS, decode_pins, encode, encode_pins
from legrun.link.pins import LONGEST_PINS
from legrun.scenario import Scenario
from legrun.scenario.presets import PRESETS
from tests.scenarios import MORNING, legs, run, scenario

SITUATIONS = [dataclasses.replace(p.scenario(MORNING.date()), flags=()) for p in PRESETS]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(SITUATIONS), min_size=1, max_size=MOST_PINS))
def test_pins_come_back_as_they_went(told: list[Scenario]) -> None:
    text = encode_pins(told)
    decoded = decode_pins(text, now=dt.datetime(2030, 1, 1))
    assert not decoded.ignored
    assert [encode(each) for each in decoded.scenarios] == [encode(each) for each in told]
    assert all(find_differences([one, other]) == () for one, other in zip(told, decoded.scenarios, strict=True))
    assert encode_pins(decoded.scenarios) == text


def test_an_address_escapes_and_unescapes_them() -> None:
    text = encode_pins(SITUATIONS[:4])
    assert parse_qs(urlencode({"pins": text}))["pins"] == [text]


def test_only_what_differs_from_the_first_is_written_again() -> None:
    slept = [dataclasses.replace(SITUATIONS[1], sleep_h=hours) for hours in (7.5, 9, 6)]
    assert encode_pins(slept).endswith("~~sleep.9~~sleep.6")
    log = scenario(
        "recreational", *(legs(24 * day, 60, 7) for day in range(1, 30)), *(run(48 * d, 50, 5) for d in range(9))
    )
    four = [dataclasses.replace(log, sleep_h=hours) for hours in (5, 6, 7, 8)]
    assert len(encode_pins(four)) < 2000


def test_names_and_what_feels_wrong_are_not_in_it() -> None:
    named = dataclasses.replace(legs(12, 60, 8), name="Anna", source="anna.csv")
    text = encode_pins([scenario("recreational", named, flags={"limping"})])
    assert "nna" not in text
    assert "limp" not in text


@pytest.mark.parametrize(
    ("text", "number", "note"),
    [
        ("", 0, None),
        ("effort.9~~sleep.99", 2, "pin 2: sleep is 99; it must be a number from 3 to 10"),
        ("effort.9~colour.red", 1, "pin 1: colour is not an input"),
        ("effort.9~~colour~~sleep.", 3, "pin 2: colour is not an input"),
        # Of what is no scenario at all none is made.
        ("junk~~~", 0, "pin 1: junk is not an input"),
        ("sleep.99", 0, "pin 1: sleep is 99; it must be a number from 3 to 10"),
        ("~~".join(["effort.9"] * 6), 4, "pins holds 6 scenarios; the first 4 are taken"),
        ("x" * (LONGEST_PINS + 1), 0, f"pins is longer than {LONGEST_PINS} characters"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, number: int, note: str | None) -> None:
    decoded = decode_pins(text, now=MORNING)
    assert len(decoded.scenarios) == number
    assert note is None or note in decoded.ignored


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("~.-_eforsnLR0123456789nowv") | st.characters(), max_size=80))
def test_any_text_gives_scenarios(text: str) -> None:
    assert len(decode_pins(text, now=MORNING).scenarios) <= MOST_PINS
