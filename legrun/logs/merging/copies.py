"""Copies: a session that stands in two exports of one app, or in an export and in the legrun CSV made from it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from legrun.evidence import value
from legrun.logs.log import Log, Problem
from legrun.logs.merging.entries import Entry, is_lifting
from legrun.scenario import Session

__all__ = ["drop_copies"]

_NO_APP = frozenset({"", "Table"})  # two tables that no app wrote need not be one
_MOST_ALIKE = 60  # sessions of one start that are compared with one; nobody has more


def drop_copies(entries: Sequence[Entry], logs: Sequence[Log], problems: list[Problem]) -> int:
    """Mark sessions that another file holds too, and say of each file how many, and which; return how many workouts.

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
    copies: dict[int, list[int]] = defaultdict(list)
    for alike in at_one_start.values():
        if len(alike) > 1:
            for place, other in _mark(alike):
                copies[place].append(other)
    names = [log.name or log.format for log in logs]
    for place, others in sorted(copies.items()):
        stand = "1 session stands" if len(others) == 1 else f"{len(others):,} sessions stand"
        there = " or ".join(names[other] for other in sorted(set(others)))
        problems.append(Problem(None, None, f"{names[place]}: {stand} in {there} too; counted once."))
    return sum(_workouts(logs[place], len(others)) for place, others in copies.items())


def _workouts(log: Log, sessions: int) -> int:
    """Return how many of a log's workouts gave so many of its sessions; one with a run inside gives two."""
    return min(sessions, round(log.workouts * sessions / len(log.sessions)))


def _best_first(entry: Entry, newest: Sequence[dt.datetime]) -> tuple[object, ...]:
    """Order by how much an entry counts: the user's own word, what is measured, and the later export.

    Of one's own files the last counts: the diary stands behind what is dropped, what is typed in behind both.
    """
    place = -entry.log if entry.own else entry.log
    return not entry.own, len(entry.session.estimated), dt.datetime.max - newest[entry.log], place


def _mark(alike: Sequence[Entry]) -> list[tuple[int, int]]:
    """Mark the copies among sessions of one start, and return the file of each, and that of the one that counts."""
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
                    marked.append((entry.log, better.log))
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
