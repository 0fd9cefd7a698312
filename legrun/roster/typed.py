"""What a coach types into the cells of a check-in: read as it is meant, or kept and marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from legrun.logs.fields.durations import parse_hours
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.nights import LONGEST_NIGHT
from legrun.logs.reading.text import clean, fold
from legrun.roster.absence import Absence
from legrun.roster.client_day import ClientDay, Entry
from legrun.roster.flags import FLAG_NAMES, Complaint
from legrun.roster.past_plan import DONE, NOT_DONE
from legrun.roster.sessions.text import parse_sessions, session_text
from legrun.scenario.hours import DAY
from legrun.wording.rounding import as_given

__all__ = ["CELLS", "read_cells", "shown_cells"]

CELLS = ("soreness", "fatigue", "sleep_h", "wrong", "yesterday", "plan", "absence", "group", "note")
_LONGEST_NOTE = 200
_MOST_TIRED = 5
_SAID_DONE = frozenset("yes y done ok okay x ja oui si sim true 1 as planned".split()) | {"as planned"}  # noqa: SIM905
_SAID_NOT = frozenset(
    {"no", "n", "not", "not done", "missed", "skipped", "nein", "non", "nao", "false", "0", "nothing"}
)
_NO_PLAN = frozenset({"", "none", "no plan", "-"})


def read_cells(before: Entry, cells: Mapping[str, str], now: dt.datetime, absence: Absence | None = None) -> Entry:
    """Return a check-in with the cells that were typed.

    Parameters
    ----------
    before : Entry
        The check-in as it was.
    cells : mapping of str to str
        What was typed, by the names of `CELLS`; other cells stay as they were.
    now : datetime.datetime
        This morning.
    absence : Absence, optional
        When the client is away, ill or injured: "back" ends it.

    Returns
    -------
    Entry
        A cell that is not understood stands in `Entry.unread` as it was typed, and its old value no longer holds.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 7)
    >>> read_cells(Entry(), {"soreness": "6,5", "sleep_h": "7h30"}, now).soreness
    6.5
    >>> read_cells(Entry(3), {"soreness": "-3"}, now).soreness, read_cells(Entry(3), {"soreness": "?"}, now).unread
    (None, (('soreness', '?'),))
    """
    entry = before
    for name in CELLS:
        if name not in cells:
            continue
        text = " ".join(cells[name].split())
        changed = _absence(text, now, absence) if name == "absence" else _READ[name](text, now)
        unread = [pair for pair in entry.unread if pair[0] != name]
        if changed is None:
            unread.append((name, clean(text, _LONGEST_NOTE)))
            changed = _EMPTY[name]
        entry = replace(entry, **changed, unread=tuple(unread))
    return entry


def shown_cells(day: ClientDay) -> dict[str, str]:
    """Return the cells of a check-in as text that `read_cells` reads back to the same, long fractions apart."""
    entry = day.entry
    yesterday = "; ".join(session_text(session) for session in entry.instead)
    shown = {
        "soreness": "" if entry.soreness is None else as_given(entry.soreness),
        "fatigue": "" if entry.fatigue is None else as_given(entry.fatigue),
        "sleep_h": "" if entry.sleep_h is None else as_given(entry.sleep_h),
        "wrong": entry.complaint.words or ", ".join(FLAG_NAMES[flag] for flag in FLAG_NAMES if flag in entry.flags),
        "yesterday": yesterday or _said_of_yesterday(day),
        "plan": "; ".join(session_text(session) for session in day.plans),
        "absence": "" if day.absence is None or day.step is None else day.absence.words,
        "group": day.group,
        "note": day.note,
    }
    return shown | dict(entry.unread)


def _said_of_yesterday(day: ClientDay) -> str:
    if day.entry.yesterday:
        return day.entry.yesterday
    said = {plan.done for plan in day.yesterday}
    return said.pop() if len(said) == 1 else ""


def _soreness(text: str, _: dt.datetime) -> dict[str, Any] | None:
    rating = parse_rating(text)
    if rating is None or rating.out_of not in (None, 10):
        return None
    number = rating.number if rating.own is None else rating.own
    if number is not None and not 0 <= number <= 10:
        return None
    return {"soreness": number, "rated_at": None}


def _fatigue(text: str, _: dt.datetime) -> dict[str, Any] | None:
    rating = parse_rating(text)
    if rating is None or rating.own is not None or rating.out_of not in (None, 5):
        return None
    if rating.number is not None and not 1 <= rating.number <= _MOST_TIRED:
        return None
    return {"fatigue": rating.number}


def _sleep(text: str, _: dt.datetime) -> dict[str, Any] | None:
    if not text or text == "-":
        return {"sleep_h": None}
    rated = parse_rating(text)
    if rated is not None and rated.out_of is not None:
        return None  # "8/10" is how good it was
    hours = parse_hours(text)
    return {"sleep_h": round(hours, 2)} if hours is not None and 0 <= hours <= LONGEST_NIGHT else None


def _wrong(text: str, _: dt.datetime) -> dict[str, Any] | None:
    return {"complaint": Complaint.of(text)}


def _yesterday(text: str, now: dt.datetime) -> dict[str, Any] | None:
    words = fold(text)
    if not words:
        return {"yesterday": "", "instead": ()}
    if words in _SAID_DONE:
        return {"yesterday": DONE, "instead": ()}
    if words in _SAID_NOT:
        return {"yesterday": NOT_DONE, "instead": ()}
    day = now.date() - DAY
    sessions = parse_sessions(text, day)
    if sessions is None:
        return None
    # Without a clock it was in the evening, the latest that it can have been.
    timed = tuple(s if s.start.time() != dt.time() else replace(s, start=s.start.replace(hour=18)) for s in sessions)
    return {"yesterday": NOT_DONE, "instead": timed}


def _plan(text: str, now: dt.datetime) -> dict[str, Any] | None:
    if fold(text) in _NO_PLAN:
        return {"plans": ()}
    sessions = parse_sessions(text, now.date())
    return None if sessions is None else {"plans": sessions}


def _absence(text: str, now: dt.datetime, before: Absence | None) -> dict[str, Any] | None:
    read = Absence.parse(text, now.date(), before)
    return None if read is None else {"absence": read}


def _group(text: str, _: dt.datetime) -> dict[str, Any] | None:
    return {"group": clean(text)}


def _note(text: str, _: dt.datetime) -> dict[str, Any] | None:
    return {"note": clean(text, _LONGEST_NOTE)}


_READ: dict[str, Callable[[str, dt.datetime], dict[str, Any] | None]] = {
    "soreness": _soreness,
    "fatigue": _fatigue,
    "sleep_h": _sleep,
    "wrong": _wrong,
    "yesterday": _yesterday,
    "plan": _plan,
    "group": _group,
    "note": _note,
}
# What holds where a cell is not understood: nothing that was said before it.
_EMPTY: dict[str, dict[str, Any]] = {
    "soreness": {"soreness": None, "rated_at": None},
    "fatigue": {"fatigue": None},
    "sleep_h": {"sleep_h": None},
    "wrong": {},
    "yesterday": {"yesterday": "", "instead": ()},
    "plan": {},
    "absence": {},
    "group": {},
    "note": {},
}
