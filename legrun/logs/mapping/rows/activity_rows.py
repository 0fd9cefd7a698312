"""Rows of a mapped table that name no exercise, as sessions: what each was, how long and how hard."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.evidence import value
from legrun.logs.endurance.activities import activity
from legrun.logs.endurance.cells import read_heart
from legrun.logs.endurance.rows import Activities
from legrun.logs.endurance.sessions import sessions_from_activities
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.format import Columns, Findings, Notes
from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.mapping.columns.units import efforts, elapsed_min
from legrun.logs.mapping.rows.dated_rows import DatedRows
from legrun.logs.mapping.rows.kinds import kinds_of_rows
from legrun.wording.rounding import counted

__all__ = ["read_activities"]

_WITH_UNIT = re.compile(r"\s*([\d.,]+)\s*(?:bpm|/\s?min|[^\W\d_]{1,5}\.?(?:/min\.?)?)\s*", re.I)
_HIGHEST_HEART = 300.0  # [1/min]
_ROLES = ("end", "duration", "kind", "distance", "hr", "rpe", "name")


def read_activities(
    rows: DatedRows,
    starts: list[dt.datetime | None],
    distance: NDArray[np.float64],
    minutes: NDArray[np.float64],
    source: str,
    notes: Notes,
) -> Findings:
    """Return the sessions of rows that name no exercise.

    Parameters
    ----------
    rows : DatedRows
        The rows.
    starts : list of datetime or None
        Local start of each row; None for one that is left out.
    distance, minutes : array of float
        Distances [km] and durations [min], NaN where not given.
    source : str
        Kept with each session.
    notes : Notes
        Takes what was assumed and left out.
    """
    columns = rows.columns
    mapped = [role for role in _ROLES if columns.has(role)]
    if not mapped:
        return Findings()
    lifted = columns.texts("exercise")
    cells = list(zip(*(columns.texts(role) for role in mapped), strict=True))
    said = [not lift and any(not is_missing(text) for text in row) for lift, row in zip(lifted, cells, strict=True)]
    own = [start if each else None for start, each in zip(starts, said, strict=True)]
    rpe, worded = efforts(columns, notes)
    types = kinds_of_rows(columns, own, distance, minutes, notes)
    own = _known(own, types, (minutes, distance, rpe), notes)
    if not any(own):
        return Findings()
    lengthened = _strength_lengths(own, types, minutes)
    activities = Activities(
        table=columns.table,
        starts=own,
        types=types,
        names=columns.texts("name") if columns.has("name") else columns.texts("kind"),
        minutes=minutes,
        distance_km=distance,
        elapsed=elapsed_min(columns, rows.texts, distance, notes),
        heart=_heart(columns, notes),
        rpe=rpe,
        estimated=rows.times.estimated,
        estimates=_estimates(rpe=worded, start=rows.bare, minutes=lengthened),
    )
    before = len(notes.problems)
    findings = sessions_from_activities(activities, source, notes)
    _sum_up_lengths(columns, before, len(lengthened), notes)
    return findings


def _heart(columns: Columns, notes: Notes) -> NDArray[np.float64]:
    """Return mean heart rates, with their unit in the cell or without. [1/min]"""
    texts = columns.texts("hr")
    numbers = {text: _bare(text) for text in dict.fromkeys(texts)}
    if all(number == text for text, number in numbers.items()):
        return read_heart(columns, "hr", notes)
    values = parse_numbers(numbers.values()).values
    rates = [np.nan if (rate := values[numbers[text]]) is None else rate for text in texts]
    return np.array([rate if 0 < rate <= _HIGHEST_HEART else np.nan for rate in rates], dtype=np.float64)


def _bare(text: str) -> str:
    match = _WITH_UNIT.fullmatch(text[:40])
    return match[1] if match else text


def _estimates(**fields: frozenset[int]) -> dict[int, frozenset[str]]:
    """Return which fields are estimates in which rows."""
    places = frozenset().union(*fields.values())
    return {place: frozenset(name for name, among in fields.items() if place in among) for place in places}


def _strength_lengths(
    starts: Sequence[dt.datetime | None], types: Sequence[str], minutes: NDArray[np.float64]
) -> frozenset[int]:
    """Give strength work without a time the usual length of the log's own, and return its places.

    Half an hour, as for other sessions, would make a leg day half of what it mostly is.
    """
    strength = {text for text in dict.fromkeys(types) if _is_strength(text)}
    lifted = [at for at, (start, text) in enumerate(zip(starts, types, strict=True)) if start and text in strength]
    lacking = frozenset(at for at in lifted if not minutes[at] > 0)
    known = [float(minutes[at]) for at in lifted if minutes[at] > 0]
    usual = float(np.median(known)) if known else value("log.default_strength_min")
    for at in lacking:
        minutes[at] = usual
    return lacking


def _is_strength(text: str) -> bool:
    return activity(text).kind == "strength" or text in ("legs", "upper")


def _known(
    starts: list[dt.datetime | None], types: list[str], measured: Sequence[NDArray[np.float64]], notes: Notes
) -> list[dt.datetime | None]:
    """Leave out rows of which neither kind, length nor effort is known: nothing would be left but guesses."""
    something = np.logical_or.reduce([column > 0 for column in measured])
    known = {text: activity(text).known for text in dict.fromkeys(types)}
    empty = [
        place
        for place, (start, text) in enumerate(zip(starts, types, strict=True))
        if start is not None and not something[place] and not known[text]
    ]
    if not empty:
        return starts
    reason = f"of {counted(len(empty), 'row')} neither what was done, nor how long, nor how hard is known"
    if notes.choose("unknown_sessions", "left out", reason, ("left out", "counted")) == "counted":
        return starts
    return [None if place in set(empty) else start for place, start in enumerate(starts)]


def _sum_up_lengths(columns: Columns, since: int, lifted: int, notes: Notes) -> None:
    """Put one sentence in the place of one for each row whose length had to be taken as usual."""
    lacking = "It has no time that could be used"
    mine = [problem for problem in notes.problems[since:] if problem.message.startswith(lacking)]
    if not mine and not lifted:
        return
    notes.problems[since:] = [each for each in notes.problems[since:] if not each.message.startswith(lacking)]
    taken = Counter(_taken(each.message) for each in mine)
    if lifted:
        taken["of strength work taken at its usual length"] = lifted
    why = "has no time in them" if columns.has("duration") or columns.has("end") else ""
    said = (
        f"The column {columns.name('duration') or columns.name('end')} {why}"
        if why
        else "No duration column was chosen"
    )
    shown = "; ".join(f"{counted(count, 'session')} {words}" for words, count in taken.most_common(3))
    notes.assume("missing_durations", f"{taken.total():,} estimated", f"{said}: {shown}")


def _taken(message: str) -> str:
    """Return what a row's length was taken as, in words that rows have in common."""
    if "by its distance" in message:
        return "taken by their distance at the usual speed"
    return message.partition("; ")[2].rstrip(".")
