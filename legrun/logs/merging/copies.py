"""Copies: a session that stands in two exports of one app, or in an export and in the legrun CSV made from it."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence

from legrun.evidence import value
from legrun.logs.log import Log, Problem
from legrun.logs.merging.entries import Entry, is_lifting
from legrun.scenario import Session

__all__ = ["drop_copies"]

_NO_APP = frozenset({"", "Table"})  # two tables that no app wrote need not be one
_MOST_ALIKE = 60  # sessions of one start that are compared with one; nobody has more


def drop_copies(entries: Sequence[Entry], logs: Sequence[Log], problems: list[Problem]) -> int:
    """Mark sessions that another file holds too, and say of each file how many; return how many workouts they are.

    What one file holds twice stays twice: a copy of a session takes the place of one session of each other file.

    Parameters
    ----------
    entries : sequence of Entry
        Sessions of all files; those that are copies are marked here.
    logs : sequence of Log
        The files.
    problems : list of Problem
        Takes one line for each file that holds copies.
    """
    newest = [max((session.start for session in log.sessions), default=dt.datetime.min) for log in logs]
    at_one_start: dict[dt.datetime, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: _best_first(entry, newest)):
        at_one_start[entry.session.start].append(entry)
    copies: Counter[int] = Counter()
    for alike in at_one_start.values():
        if len(alike) > 1:
            copies.update(_mark(alike))
    for place, count in sorted(copies.items()):
        name = logs[place].name or logs[place].format
        stand = "1 session stands" if count == 1 else f"{count:,} sessions stand"
        problems.append(Problem(None, None, f"{name}: {stand} in another file too; counted once."))
    return sum(_workouts(logs[place], count) for place, count in copies.items())


def _workouts(log: Log, sessions: int) -> int:
    """Return how many of a log's workouts gave so many of its sessions; one with a run inside gives two."""
    return min(sessions, round(log.workouts * sessions / len(log.sessions)))


def _best_first(entry: Entry, newest: Sequence[dt.datetime]) -> tuple[object, ...]:
    """Order by how much an entry counts: the user's own word, what is measured, and the later export."""
    return not entry.own, len(entry.session.estimated), dt.datetime.max - newest[entry.log], entry.log


def _mark(alike: Sequence[Entry]) -> list[int]:
    """Mark the copies among sessions of one start, and return the files that they stand in."""
    marked = []
    files = {id(entry): {entry.log} for entry in alike}  # those whose session each entry stands for
    # Equal ones first, so that a session that only resembles another leaves it its own copy.
    for same in (Session.__eq__, _one_record):
        for place, entry in enumerate(alike):
            for better in alike[max(place - _MOST_ALIKE, 0) : place]:
                free = entry.into is None and better.into is None and not files[id(entry)] & files[id(better)]
                if free and same(better.session, entry.session):
                    entry.into = better
                    files[id(better)] |= files[id(entry)]
                    marked.append(entry.log)
    return marked


def _one_record(a: Session, b: Session) -> bool:
    """Return whether one app wrote both: start, sort and length agree, whatever was estimated or renamed since."""
    if not (set(a.source.split(" + ")) & set(b.source.split(" + "))) - _NO_APP:
        return False
    if ("start" in a.estimated) != ("start" in b.estimated):
        return False  # the hour that a file lacks is no other file's hour, though they may agree
    if a.kind != b.kind and not (is_lifting(a) and is_lifting(b)):
        return False
    if "start" in a.estimated | b.estimated and a.name != b.name:
        return False  # all sessions of one day start alike where a file has no clock
    if "minutes" in a.estimated | b.estimated:
        return True
    return abs(a.minutes - b.minutes) <= max(1.0, value("log.merge_part") * max(a.minutes, b.minutes))
