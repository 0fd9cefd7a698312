"""Tables of a later round: sessions with their efforts, nights and mornings."""

from __future__ import annotations

import pytest

from legrun.logs import Log
from tests.logs.guessed import guessed, nights, sessions
from tests.logs.later_shapes import NIGHTS, SESSIONS, SORENESS


def rated(log: Log) -> list[str]:
    return ["" if "rpe" in session.estimated else f" r{session.rpe:.3g}" for session in log.sessions]


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str) -> None:
    text, expected = SESSIONS[name]
    read = [f"{each}{effort}" for each, effort in zip(sessions(text), rated(guessed(text)), strict=True)]
    assert read == expected


@pytest.mark.parametrize("name", NIGHTS)
def test_nights(name: str) -> None:
    text, expected = NIGHTS[name]
    assert nights(text) == expected


@pytest.mark.parametrize("name", SORENESS)
def test_soreness(name: str) -> None:
    text, expected = SORENESS[name]
    assert [(each.time.day, each.soreness) for each in guessed(text).check_ins] == expected
