"""Tables that people keep by hand, with the right values written down before they were read."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, nights, rated_sessions
from tests.logs.hand_kept import NIGHTS, SESSIONS, SORENESS


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str) -> None:
    text, expected = SESSIONS[name]
    assert rated_sessions(text) == expected


@pytest.mark.parametrize("name", NIGHTS)
def test_nights(name: str) -> None:
    text, expected = NIGHTS[name]
    assert nights(text) == expected
    # One night that stands in several rows is no second one.
    assert not [each for each in guessed(text).problems if "second night" in each.message]


@pytest.mark.parametrize("name", SORENESS)
def test_soreness(name: str) -> None:
    text, expected = SORENESS[name]
    assert [each.soreness for each in guessed(text).check_ins] == expected


@pytest.mark.parametrize("order", [1, -1])
def test_the_sum_of_a_week_stands_below_it_or_above_it(order: int) -> None:
    header, *rows = SESSIONS["the sum of a week as a session"][0].splitlines()
    text = "\n".join([header, *rows[::order]]) + "\n"
    assert rated_sessions(text) == SESSIONS["the sum of a week as a session"][1]
