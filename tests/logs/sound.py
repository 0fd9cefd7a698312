"""What must hold of any log, whatever the bytes it came from."""

from __future__ import annotations

import math

from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from legrun.logs.reading.text import LONGEST_NAME


def check(log: Log) -> None:
    """Assert that nothing absurd reached a session, a rating or a night."""
    for session in log.sessions:
        for number in (session.minutes, session.rpe, session.hard_sets or 0.0, session.distance_km or 0.0):
            assert math.isfinite(number)
            assert number >= 0
        assert session.minutes <= 1440
        if log.format != "legrun":  # its own file keeps names as they are
            assert len(session.name) <= LONGEST_NAME
            assert session.name.isprintable() or any(ord(c) > 0x2000 for c in session.name)
    assert list(log.sessions) == sorted(log.sessions, key=lambda s: s.start)
    assert log.workouts <= len(log.sessions)
    for check_in in log.check_ins:
        assert check_in.soreness is None or 0 <= check_in.soreness <= 10
    assert all(0 <= hours <= 16 for hours in log.sleep_h.values())
    assert log.summary
    back = read_log(log.to_csv())
    assert (back.sessions, back.check_ins, back.sleep_h) == (log.sessions, log.check_ins, dict(log.sleep_h))


def read(data: bytes | str, choices: dict[str, str] | None = None, *, guess: bool = False) -> Log | None:
    """Read bytes; only LogFormatError may be raised, and never for a fault of ours."""
    try:
        log = read_log(data, name="x.csv", choices=choices, guess=guess)
    except LogFormatError as error:
        assert "fault in legrun" not in str(error), repr(error.__cause__)  # noqa: PT017  # any other error passes through
        if error.table is not None:
            assert isinstance(error.table.guess, dict)  # noqa: PT017
        return None
    check(log)
    return log
