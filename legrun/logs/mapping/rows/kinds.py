"""What the rows of a mapped table were, in the words of the table or by what its headers say of all rows."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.columns.fitting import names_kinds
from legrun.logs.mapping.words.run_words import names_a_run
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import listed
from legrun.logs.reading.text import clean, fold
from legrun.logs.strength.titles import strength_kind
from legrun.scenario import KINDS
from legrun.wording.rounding import counted

__all__ = ["kinds_of_rows"]

_OF_RUNS = frozenset({"run", "runs", "parkrun", "chip"})  # in any header, where no column says what was done
_REMARKS = tuple(map(fold, listed("remarks")))
_RUN_KMH = (7.0, 17.0)  # sessions at these speeds are runs
_WALK_KMH = 6.5
_OPTIONS = ("run", "walk", "legs", "upper", "other")


def kinds_of_rows(
    columns: Columns,
    starts: Sequence[dt.datetime | None],
    distance: NDArray[np.float64],
    minutes: NDArray[np.float64],
    notes: Notes,
) -> list[str]:
    """Return what each row was, in words that `activity` knows where the table has them.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    starts : sequence of datetime or None
        Local start of each row; None for one that is left out.
    distance, minutes : array of float
        Distances [km] and durations [min], NaN where not given.
    notes : Notes
        Takes ``usual_kind`` where no column says what the sessions were.
    """
    role = "kind" if columns.has("kind") else "name"
    told = role == "kind" and not _is_remark(columns, role) and _is_of_kinds(columns.name(role) or "")
    kinds = columns.texts(role) if told else _by_title(columns, role, distance)
    kinds = _told_beside(columns, kinds)
    sport = _sport_of_header(columns)
    if sport:
        # “Run Type” says that all are runs; a cell that names another sport, or a day off, has the last word.
        return [text if text and _is_another(text, sport) else sport for text in kinds]
    if any(kinds):
        return _without_a_word(_with_runs(kinds, starts, distance, notes), starts, distance, minutes, notes)
    if any(_OF_RUNS & set(header_words(cell)) for cell in columns.table.header):
        return ["Run"] * len(kinds)
    usual = "run" if np.any(distance > 0) else "other"
    reason = "no column says what the sessions were" + ("; they have distances" if usual == "run" else "")
    count = sum(start is not None for start in starts)
    if not count:
        return kinds
    usual, instead = _by_speed(usual, distance, minutes)
    return [notes.choose("usual_kind", usual, reason, _OPTIONS, instead=instead)] * len(kinds)


def _told_beside(columns: Columns, kinds: list[str]) -> list[str]:
    """Return the words, with those of another column of kinds where a cell is empty, unknown, or says how it was run.

    “Easy” below “Workout” is no run where “Bike” stands below “Sport”.
    """
    taken = {place for role, place in columns.places.items() if role != "name"}
    beside = [
        columns.table.column(column.place)
        for column in columns_of(columns.table)
        if column.place not in taken and role_words()["kind"].score(column.words) > 0 and names_kinds(column)
    ]
    if not beside:
        return kinds
    settled = {text: _is_settled(text) for text in {*kinds, *(text for cells in beside for text in cells)}}
    cells = zip(kinds, *beside, strict=True)
    return [
        text if settled[text] else next((each for each in others if settled[each]), text) for text, *others in cells
    ]


def _is_settled(text: str) -> bool:
    named = activity(text)
    return named.known and not named.style


def _by_title(columns: Columns, role: str, distance: NDArray[np.float64]) -> list[str]:
    """Return titles or remarks as kinds, or empty texts where they do not say what covered a distance.

    That is no strength work that a remark names, and no sport of the name “windy”; nor is “Canal loop” one in a list
    in which no title names a sport.
    """
    titles = columns.texts(role)
    used = dict.fromkeys(titles)
    unsaid = _is_remark(columns, role) or not any(_says_what(text) or _is_lifted(text) for text in used)
    silent = {text for text in used if _is_lifted(text) or (unsaid and not _says_what(text))}
    return ["" if text in silent and far > 0 else text for text, far in zip(titles, distance.tolist(), strict=True)]


def _is_remark(columns: Columns, role: str) -> bool:
    return any(word.startswith(_REMARKS) for word in header_words(columns.name(role) or ""))


def _is_of_kinds(header: str) -> bool:
    """Tell a header that names kinds, or says nothing, from one in whatever words above remarks."""
    words = header_words(header)
    return not words or role_words()["kind"].score(words) > 0


def _is_lifted(text: str) -> bool:
    return activity(text).kind == "strength" or strength_kind(text) is not None


def _says_what(text: str) -> bool:
    return activity(text).known or names_a_run(text)


def _without_a_word(
    kinds: list[str],
    starts: Sequence[dt.datetime | None],
    distance: NDArray[np.float64],
    minutes: NDArray[np.float64],
    notes: Notes,
) -> list[str]:
    """Return the words, with what was covered on foot named by its speed where a row has a distance and no word."""
    silent = [at for at, (text, start) in enumerate(zip(kinds, starts, strict=True)) if not text and start is not None]
    silent = [at for at in silent if distance[at] > 0]
    if not silent:
        return kinds
    usual, instead = _by_speed("run", distance[silent], minutes[silent])
    reason = f"{counted(len(silent), 'row')} with a distance that does not say what it was; by its speed"
    usual = notes.choose("usual_kind", usual, reason, _OPTIONS, instead=instead)
    return [usual if at in set(silent) else text for at, text in enumerate(kinds)]


def _with_runs(
    kinds: list[str], starts: Sequence[dt.datetime | None], distance: NDArray[np.float64], notes: Notes
) -> list[str]:
    """Return the words of a diary with “Run” for those that say how a run was run, where it is a runner's diary.

    Without a distance, a run or a leg day anywhere nothing says that “Easy” was a run and no ride: that is asked.
    """
    used = Counter(text for text, start in zip(kinds, starts, strict=True) if start is not None)
    sports = {activity(text).kind for text in used if activity(text).known and not activity(text).style}
    if not (sports & {"run", "strength"} or np.any(distance > 0)):
        return kinds
    runs = set()
    for text, count in used.items():
        if names_a_run(text) and not (activity(text).known and not activity(text).style):
            reason = f"{counted(count, 'row')}: in a runner's diary the word says how a run is run"
            if notes.choose(f"activity:{clean(text, 40)}", "run", reason, KINDS) == "run":
                runs.add(text)
    return ["Run" if text in runs else text for text in kinds]


def _by_speed(usual: str, distance: NDArray[np.float64], minutes: NDArray[np.float64]) -> tuple[str, str]:
    """Return what sessions with distances were by how fast they went, and what they may have been instead."""
    if usual != "run":
        return usual, "legs" if np.any(minutes > 0) else ""
    with np.errstate(divide="ignore", invalid="ignore"):
        speeds = distance / minutes * 60
    speed = float(np.median(speeds[np.isfinite(speeds)])) if np.any(np.isfinite(speeds)) else 0.0
    if _RUN_KMH[0] <= speed <= _RUN_KMH[1]:
        return "run", ""
    if speed > _RUN_KMH[1]:
        return "other", "run"
    return ("walk", "run") if 0 < speed < _WALK_KMH else ("run", "walk")


def _sport_of_header(columns: Columns) -> str:
    """Return the sport that a header names for all rows, or an empty text."""
    for role in ("kind", "name", "distance", "duration"):
        words = header_words(columns.name(role) or "") if columns.has(role) else ()
        for word in words:
            named = activity(word)
            if named.kind in ("run", "walk") and named.known and not named.style and word not in ("track", "race"):
                return word
            if role == "duration" and strength_kind(word) == "legs":
                return word
    return ""


def _is_another(text: str, sport: str) -> bool:
    known = activity(text)
    return known.known and known.kind != activity(sport).kind
