"""FIT files for tests, written by Garmin's own encoder as a watch would write them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from garmin_fit_sdk import Encoder, Profile

NUMBERS = Profile["mesg_num"]
EPOCH = dt.datetime(1989, 12, 31)
Message = Mapping[str, Any]


def stamp(moment: dt.datetime) -> int:
    """Return a moment in UTC as FIT counts. [s]"""
    return int((moment - EPOCH).total_seconds())


def number(kind: str, word: str) -> int:
    """Return Garmin's number for a word of one of its types."""
    return next(int(key) for key, name in Profile["types"][kind].items() if name == word)


def exercise(category: str, name: str = "") -> dict[str, int]:
    """Return the fields of a set that say which exercise it was."""
    match = {"category": number("exercise_category", category)}
    if name:
        match["category_subtype"] = number(f"{category}_exercise_name", name)
    return match


def session(start: dt.datetime, minutes: float, sport: str, finer: str = "generic", **more: Any) -> dict[str, Any]:
    """Return a summary of one session, `start` in UTC."""
    return {
        "start_time": stamp(start),
        "timestamp": stamp(start) + int(60 * minutes),
        "sport": number("sport", sport),
        "sub_sport": number("sub_sport", finer),
        "total_timer_time": 60.0 * minutes,
        "total_elapsed_time": 60.0 * minutes,
        **more,
    }


def recording(
    sessions: Sequence[Message],
    *,
    sets: Sequence[Message] = (),
    offset_h: float | None = None,
    seconds: int = 0,
    kind: str = "activity",
    others: Sequence[tuple[str, Message]] = (),
) -> bytes:
    """Return a FIT file of some sessions and sets, with as many records as `seconds`."""
    start = min(
        (each["start_time"] for each in sessions if "start_time" in each), default=stamp(dt.datetime(2026, 3, 2))
    )
    encoder = Encoder()
    encoder.on_mesg(NUMBERS["FILE_ID"], {"type": number("file", kind), "manufacturer": 1, "time_created": start})
    for second in range(seconds):
        encoder.on_mesg(NUMBERS["RECORD"], {"timestamp": start + second, "heart_rate": 130, "distance": 2.5 * second})
    for name, message in others:
        encoder.on_mesg(NUMBERS[name], dict(message))
    for place, each in enumerate(sets):
        encoder.on_mesg(
            NUMBERS["SET"], {"message_index": place, "set_type": 1, "duration": 40.0, "repetitions": 8, **each}
        )
    for each in sessions:
        encoder.on_mesg(NUMBERS["SESSION"], dict(each))
    activity: dict[str, Any] = {"timestamp": start + 3600, "num_sessions": len(sessions)}
    if offset_h is not None:
        activity["local_timestamp"] = start + 3600 + int(3600 * offset_h)
    encoder.on_mesg(NUMBERS["ACTIVITY"], activity)
    return bytes(encoder.close())
