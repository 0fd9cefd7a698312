"""Tables of a later round: sessions with their efforts, nights and mornings."""

from __future__ import annotations

import pytest

from tests.logs.guessed import guessed, nights, rated_sessions
from tests.logs.later_shapes import NIGHTS, SESSIONS, SORENESS


@pytest.mark.parametrize("name", SESSIONS)
def test_sessions(name: str) -> None:
    text, expected = SESSIONS[name]
    assert rated_sessions(text) == expected


@pytest.mark.parametrize("name", NIGHTS)
def test_nights(name: str) -> None:
    text, expected = NIGHTS[name]
    assert nights(text) == expected


@pytest.mark.parametrize("name", SORENESS)
def test_soreness(name: str) -> None:
    text, expected = SORENESS[name]
    assert [(each.time.day, each.soreness) for each in guessed(text).check_ins] == expected


def test_parts_of_the_legs_on_a_scale_that_is_asked_about_count_together() -> None:
    text = "Date,Left leg soreness (1-5),Right leg soreness (1-5)\n2026-03-02,2,5\n2026-03-03,1,1\n"
    asked = next(each for each in guessed(text).assumptions if each.key == "soreness_scale")
    assert "“5” may be 10 of 10 sore, or 0" in asked.reason
    for scale, expected in (("1-5", [10, 0]), (next(name for name in asked.options if "5 = least" in name), [7.5, 10])):
        assert [each.soreness for each in guessed(text, **{asked.choice: scale}).check_ins] == expected


def test_a_mark_of_sleep_beside_other_marks_is_no_night() -> None:
    text = "Date,Sleep,Muscle soreness (0-10),Mood\n2026-03-02,3,2,4\n2026-03-03,4,1,3\n"
    log = guessed(text)
    assert not log.sleep_h
    assert any("rating of the night" in problem.message for problem in log.problems)
    assert nights("Date,Sleep\n2026-03-02,4\n2026-03-03,7\n") == {2: 4.0, 3: 7.0}


@pytest.mark.parametrize("clock", ["6:04 μμ", "午後6:04", "오후 6:04", "6:04 ÖS", "du. 6:04", "6:04 م", "6:04 PM"])
def test_a_half_of_the_day_is_never_dropped(clock: str) -> None:
    (session,) = guessed(f"Start;Sport;Min\n2026-03-02 {clock};Run;40\n").sessions
    assert session.start.hour == 18
