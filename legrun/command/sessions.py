"""A session in few words: ``yesterday 18:00 60min @8`` to a `Session`."""

from __future__ import annotations

import datetime as dt
import re

from legrun.command.moments import day_before, is_day, is_time, time_of_day
from legrun.errors import LegrunError
from legrun.scenario import Kind, Session
from legrun.wording.rounding import listed

__all__ = ["read_session"]

EXAMPLE = "yesterday 18:00 60min @8"
AGO = re.compile(r"(\d+(?:\.\d+)?)h?ago")
DURATION = re.compile(r"(?:(\d+(?:\.\d+)?)h)?(?:(\d+)(?:m|min|mins|minutes)?)?")
UNITS = re.compile(r"(?<=\d)\s+(?=(?:h|m|min|mins|minutes|sets|ago)\b)|(?<=h)\s+(?=ago\b)|(?<=@)\s+")
WORDS = {"hours": "h", "hour": "h"}
# Any other comma parts words.
DECIMAL_COMMA = re.compile(r"@?\d+,\d+(h|hours?|hago)?")


def read_session(text: str, kind: Kind, now: dt.datetime, *, ahead: bool = False) -> Session:
    """Return the session that few words tell.

    Parameters
    ----------
    text : str
        A day (``today``, ``yesterday``, ``tue``, ``2026-03-03``), a time (``18:00``) or both in one (``12h ago``), a
        duration (``60min``, ``1h30``) and a session RPE (``@8``), in any order; ``15sets`` where hard sets are known.
    kind : {"legs", "run", "walk", "upper", "other"}
        What it was.
    now : datetime.datetime
        The moment that days are counted from.
    ahead : bool
        Whether it is planned: a weekday is then the next one, not the last.

    Raises
    ------
    LegrunError
        If a word is not understood or something is missing; it says what was understood.

    Examples
    --------
    >>> session = read_session("yesterday 18:00 60min @8", "legs", dt.datetime(2026, 3, 4, 7))
    >>> session.start, session.minutes, session.rpe
    (datetime.datetime(2026, 3, 3, 18, 0), 60.0, 8.0)
    >>> read_session("yesterday 18:00 60kg @8", "legs", dt.datetime(2026, 3, 4, 7))
    Traceback (most recent call last):
    ...
    legrun.errors.LegrunError: "60kg" of "yesterday 18:00 60kg @8" is not understood (understood: yesterday, 18:00); \
write a day, a time, minutes and an effort, like "yesterday 18:00 60min @8".
    """
    known: dict[str, str] = {}
    for word in _words(text):
        part = _part(word)
        if part is None or part in known:
            why = "is not understood" if part is None else f"is a second {part}"
            so_far = ", ".join(known.values()) or "nothing"
            raise LegrunError(f'"{word}" of "{text}" {why} (understood: {so_far}); {_how()}')
        known[part] = word
    return _session(text, known, kind, now, ahead)


def _how() -> str:
    return f'write a day, a time, minutes and an effort, like "{EXAMPLE}".'


def _words(text: str) -> list[str]:
    """Return the words of a text, a number and its unit as one."""
    words: list[str] = []
    for typed in text.lower().split():
        words += typed.replace(",", "." if DECIMAL_COMMA.fullmatch(typed) else " ").split()
    return UNITS.sub("", " ".join(WORDS.get(word, word) for word in words)).split()


def _part(word: str) -> str | None:
    """Return which part of a session a word tells."""
    if is_day(word):
        return "day"
    if is_time(word):
        return "time"
    if AGO.fullmatch(word):
        return "moment"
    if re.fullmatch(r"@\d+(?:\.\d+)?", word):
        return "effort"
    if re.fullmatch(r"\d+(?:\.\d+)?sets", word):
        return "sets"
    return "duration" if not word.isdigit() and DURATION.fullmatch(word) else None


def _session(text: str, known: dict[str, str], kind: Kind, now: dt.datetime, ahead: bool) -> Session:
    """Return the session of the parts; one that is missing is asked for."""
    missing = [] if "moment" in known or "time" in known else ["a time"]
    missing += [name for part, name in (("duration", "minutes"), ("effort", "an effort")) if part not in known]
    if missing:
        raise LegrunError(f'"{text}" lacks {listed(missing)}; {_how()}')
    if "moment" in known:
        if "day" in known or "time" in known:
            raise LegrunError(f'"{text}" names its moment twice; {_how()}')
        hours = float(known["moment"].removesuffix("ago").removesuffix("h"))
        start = _ago(now, hours).replace(microsecond=0)
    else:
        start = dt.datetime.combine(day_before(known.get("day", "today"), now, ahead=ahead), time_of_day(known["time"]))
    sets = float(known["sets"].removesuffix("sets")) if "sets" in known else None
    return Session(kind, start, _minutes(known["duration"]), float(known["effort"][1:]), hard_sets=sets)


def _ago(now: dt.datetime, hours: float) -> dt.datetime:
    try:
        return now - dt.timedelta(hours=hours)
    except OverflowError:
        raise LegrunError(f"{hours:g} h ago is before any calendar; write it like 12h ago.") from None


def _minutes(word: str) -> float:
    match = DURATION.fullmatch(word)
    hours, minutes = match.groups() if match else (None, None)
    return 60 * float(hours or 0) + float(minutes or 0)
