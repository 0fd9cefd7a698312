"""Tables that people keep by hand, with the right values written down before they were read."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, nights, rated_sessions
from tests.logs.hand_kept import NIGHTS, SESSIONS


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str) -> None:
    text, expected = SESSIONS[name]
    assert rated_sessions(text) == expected


@pytest.mark.parametrize("name", NIGHTS)
def test_nights(name: str) -> None:
    text, expected = NIGHTS[name]
    assert nights(text) == expected
    assert not guessed(text).problems  # one night that stands in several rows is no second one
