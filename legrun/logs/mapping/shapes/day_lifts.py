"""Lifts in lines below their day: “Legs”, “Squat 5x5 100 kg”, or “Squat” above “100x5”, as in notes on a phone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.repetitions import parse_repetitions
from legrun.logs.mapping.shapes.listed import lifts_of
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.titles import strength_kind

__all__ = ["DayLine", "lifts_of_days"]

_NAMED = re.compile(r"\s*([^\d:]{3,60}?)\s*(?::|\s[-–—])\s*(\d.*)")
_SET = re.compile(r"(?:(?:sets?|satz|s[ée]ries?)\s*)?(?:\d{1,2}\s*[:.)]\s*)?(\d.*)", re.I)
_BY_WEIGHT = re.compile(r"[x×*@]|kgs?\b|lbs?\b", re.I)


@dataclass(frozen=True)
class DayLine:
    """A line below its day: a session, or the sets of a lift in one.

    Attributes
    ----------
    number : int
        Its row in the file.
    day : date
        The day above it.
    session : str
        What was done, or the title of the workout.
    exercise, sets : str
        The lift and its sets; empty for a session without.
    """

    number: int
    day: dt.date
    session: str
    exercise: str = ""
    sets: str = ""


def lifts_of_days(lines: Sequence[DayLine]) -> list[DayLine]:
    """Return lines with the lifts among them told apart; empty where none is a lift.

    Examples
    --------
    >>> texts = ("Legs", "Squat 5x5 100 kg", "Leg press", "200x10", "200x8")
    >>> read = lifts_of_days([DayLine(at, dt.date(2026, 3, 2), text) for at, text in enumerate(texts, 2)])
    >>> [(each.session, each.exercise, each.sets) for each in read]
    [('Legs', 'Squat', '5x5 100 kg'), ('Legs', 'Leg press', '200x10, 200x8')]
    """
    rows: list[DayLine] = []
    for line in lines:
        found = _lifts_of_line(line.session)
        last = rows[-1] if rows and rows[-1].day == line.day else None
        if not found and last is not None and (sets := _set(line.session)):
            if last.exercise:
                rows[-1] = DayLine(last.number, last.day, last.session, last.exercise, f"{last.sets}, {sets}")
                continue
            if classify(last.session).is_strength:
                found = [(rows.pop().session, sets)]
        if not found:
            if last is None or not last.exercise or _says_something(line.session):
                rows.append(line)
            continue
        title = _title(rows, line.day)
        rows += [DayLine(line.number, line.day, title, name, sets) for name, sets in found]
    return rows if any(row.exercise for row in rows) else []


def _title(rows: list[DayLine], day: dt.date) -> str:
    """Return the title of the workout that the next lift belongs to; a line that says no more than it is taken away."""
    last = rows[-1] if rows and rows[-1].day == day else None
    if last is None or last.exercise:
        return last.session if last else ""
    name = parts_of(last.session)[0]
    is_title = activity(name).kind == "strength" or strength_kind(name) is not None
    return rows.pop().session if is_title else ""


def _says_something(text: str) -> bool:
    """Tell the name or the measures of a session from a remark between lifts: “felt heavy”."""
    rest, *measured = parts_of(text)
    return any(measured) or activity(rest).known or strength_kind(rest) is not None


def _lifts_of_line(text: str) -> list[tuple[str, str]]:
    if match := _NAMED.fullmatch(text):
        read = parse_repetitions(match[2])
        if classify(match[1]).is_strength and read is not None and read.understood and _BY_WEIGHT.search(match[2]):
            return [(match[1], match[2])]
    return [(name, sets) for name, sets in lifts_of(text) if sets]


def _set(text: str) -> str:
    """Return the sets of a line that holds nothing else: “100x5”, “Set 1: 100 kg x 5”."""
    match = _SET.fullmatch(text.strip())
    read = parse_repetitions(match[1]) if match and _BY_WEIGHT.search(match[1]) else None
    return match[1] if match and read is not None and read.understood else ""
