"""What is doubtful about an unknown table, asked with two readings side by side and what each would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from legrun.errors import LogFormatError
from legrun.logs.choices import choices_for, scoped
from legrun.logs.log import Assumption, Log, Question, Reading
from legrun.logs.mapping.columns.doubts import Doubt
from legrun.logs.mapping.columns.guess import guess_columns
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import quoted
from legrun.scenario import Session
from legrun.scenario.names import KIND_NAMES
from legrun.wording.rounding import counted, lowered

__all__ = ["guessed_choices", "open_questions"]

_PREFIX = "map:"
_MUCH = 0.1  # part of the sessions that must depend on it
_MOST = 4  # questions at a time
_SHOWN = 3  # sessions shown of each reading

Read = Callable[[Mapping[str, str]], Log]


def guessed_choices(table: Table, choices: Mapping[str, str]) -> dict[str, str]:
    """Return the choices that the mapping form fills in, by key, where nothing is decided about a role yet.

    Examples
    --------
    >>> table = Table(("Day", "Mins"), range(2, 3), [["2026-03-03", "60"]])
    >>> sorted(key.partition("@")[0] for key in guessed_choices(table, {}))
    ['map:date', 'map:duration']
    """
    held = choices_for(table.signature, choices)
    used = {chosen for key, chosen in held.items() if key.startswith(_PREFIX)}
    return {
        scoped(f"{_PREFIX}{role}", table.signature): label
        for label, role in table.guess.items()
        if f"{_PREFIX}{role}" not in held and label not in used
    }


def open_questions(log: Log, table: Table | None, choices: Mapping[str, str], read: Read) -> tuple[Question, ...]:
    """Return what a person should be asked about a file before its log is used.

    Parameters
    ----------
    log : Log
        The file as it was read.
    table : Table or None
        The table, where its columns were mapped; None for an export that is known.
    choices : mapping of str to str
        What holds, columns included.
    read : callable
        Reads the file again with other choices.
    """
    asked: list[Question] = []
    for each in _doubtful(log):
        if len(asked) < _MOST and (question := _about_assumption(each, log, choices, read)):
            asked.append(question)
    if table is None:
        return tuple(asked)
    for doubt in guess_columns(table).doubts:
        if len(asked) < _MOST and (question := _about_column(doubt, log, table, choices, read)):
            asked.append(question)
    return tuple(asked)


def _doubtful(log: Log) -> list[Assumption]:
    return list({each.choice: each for each in log.assumptions if each.instead}.values())


def _about_assumption(each: Assumption, log: Log, choices: Mapping[str, str], read: Read) -> Question | None:
    option = each.instead
    other = _read_with(read, {**choices, each.choice: option})
    changed = _changed(log, other) if other is not None else 0
    if other is None or changed <= _MUCH * max(len(log.sessions), 1):
        return None
    readings = (
        Reading(each.value, _gives(log), {each.choice: each.value}),
        Reading(option, _gives(other), {each.choice: option}),
    )
    return Question(each.choice, f"{each.label}: {each.reason}.", readings, changed)


def _about_column(doubt: Doubt, log: Log, table: Table, choices: Mapping[str, str], read: Read) -> Question | None:
    """Return a question about a column's role: another column may have it, or the column another role."""
    key = scoped(f"{_PREFIX}{doubt.role}", table.signature)
    if choices_for(table.signature, choices).get(f"{_PREFIX}{doubt.role}") != doubt.column:
        return None
    now = {key: doubt.column}
    if doubt.other in table.labels:
        instead = {key: doubt.other}
        shown = f"the column {quoted(doubt.other)}"
    else:
        instead = {key: "", scoped(f"{_PREFIX}{doubt.other}", table.signature): doubt.column}
        shown = f"{quoted(doubt.column)} as the {doubt.other}"
    if choices.get(scoped(f"asked:{doubt.role}", table.signature)):
        return None
    other = _read_with(read, {**choices, **instead})
    changed = _changed(log, other) if other is not None else 0
    if other is None or changed <= _MUCH * max(len(log.sessions), 1):
        return None
    settled = {scoped(f"asked:{doubt.role}", table.signature): "yes"}
    readings = (
        Reading(f"{quoted(doubt.column)} as the {doubt.role}", _gives(log), {**now, **settled}),
        Reading(shown, _gives(other), {**instead, **settled}),
    )
    text = f"What the column {quoted(doubt.column)} holds: {doubt.reason}."
    return Question(key, text, readings, changed)


def _read_with(read: Read, choices: Mapping[str, str]) -> Log | None:
    try:
        return read(choices)
    except LogFormatError:
        return None


def _changed(log: Log, other: Log) -> int:
    """Return how many sessions one reading has that the other has not."""
    first, second = Counter(map(_content, log.sessions)), Counter(map(_content, other.sessions))
    return max((first - second).total(), (second - first).total())


def _content(session: Session) -> tuple[object, ...]:
    return session.kind, session.start, session.minutes, session.rpe, session.distance_km, session.hard_sets


def _gives(log: Log) -> str:
    """Return what a reading gives, in a line."""
    shown = "; ".join(_line(session) for session in log.sessions[:_SHOWN])
    more = f"; and {len(log.sessions) - _SHOWN} more" if len(log.sessions) > _SHOWN else ""
    return f"{counted(len(log.sessions), 'session')}: {shown}{more}" if log.sessions else "no sessions"


def _line(session: Session) -> str:
    day = session.start
    clock = "" if "start" in session.estimated else f" {day:%H:%M}"
    parts = [f"{day.day} {day:%b}{clock} {lowered(KIND_NAMES[session.kind])}", f"{session.minutes:.0f} min"]
    if session.distance_km:
        parts.append(f"{session.distance_km:.1f} km")
    if session.hard_sets:
        parts.append(f"{session.hard_sets:g} leg {'set' if session.hard_sets == 1 else 'sets'}")
    return " ".join(parts[:1]) + " " + ", ".join(parts[1:])
