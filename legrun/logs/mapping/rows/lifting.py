"""Rows of a mapped table that name an exercise, as workouts: which rows are one, and how many sets each stands for."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.repetitions import Repetitions, parse_repetitions
from legrun.logs.format import Columns, Findings, Notes
from legrun.logs.mapping.columns.column import is_missing, says_yes
from legrun.logs.mapping.columns.units import distances_km, efforts
from legrun.logs.mapping.rows.set_numbers import count_sets, rest_paused
from legrun.logs.mapping.rows.workout_rows import WorkoutRows, gap_workouts, titles_of_workouts
from legrun.logs.mapping.words.vocabulary import header_words
from legrun.logs.reading.text import clean, fold, quoted
from legrun.logs.strength.set_words import SET_WORDS, set_word
from legrun.logs.strength.sets import SetKind, SetRows, Workout, mark_repeated_blocks, set_kinds
from legrun.logs.strength.workouts import sessions_from_sets
from legrun.wording.rounding import counted

__all__ = ["read_lifts", "summed_up"]

_MOST_BLOCKS = 40  # exercises of one row
_OF_WORKOUT = frozenset(
    {"session", "workout", "overall", "einheit", "seance", "sesion", "sessao", "allenamento", "training"}
)
_IN_BLOCK = frozenset({"exercise", "sets", "reps", "rpe", "distance", "weight"})
_WARM_UP = re.compile(
    r"\b(?:warm ?up|aufwarm|echauffement|calentamiento|aquecimento|riscaldamento|opwarm|upp?varm|oppvarm)"
)
_DAY = 86_400.0  # s


@dataclass(eq=False)
class Lifts:
    """What is needed of a mapped table to read its lifts.

    Attributes
    ----------
    columns : Columns
        The table.
    starts : list of datetime or None
        Local start of each row, None for one that is left out.
    minutes : array of float
        Durations of the rows. [min]
    hours : list of bool
        Whether the hour of each row is known.
    """

    columns: Columns
    starts: list[dt.datetime | None]
    minutes: NDArray[np.float64] = field(repr=False)
    hours: list[bool] = field(default_factory=list)


def read_lifts(lifts: Lifts, source: str, notes: Notes) -> Findings:
    """Return the strength workouts of the rows that name an exercise.

    Parameters
    ----------
    lifts : Lifts
        The rows.
    source : str
        Kept with each session.
    notes : Notes
        Takes what was assumed and left out.
    """
    columns = lifts.columns
    blocks = _blocks(columns)
    named = [any(texts) for texts in zip(*(block.texts("exercise") for block in blocks), strict=True)]
    kinds = _kinds(columns, named, lifts.starts, notes)
    grouped = gap_workouts(columns, lifts.starts, [kind != "skip" for kind in kinds], notes)
    begin = [at for at, number in enumerate(grouped.workout) if not at or grouped.workout[at - 1] != number]
    if len(begin) > len(grouped.first):
        mark_repeated_blocks(columns, grouped.workout, begin, kinds, notes)
    per_set = _lasts_per_set(lifts.minutes, grouped, kinds) or _lasts_for_reps(lifts, grouped.workout, kinds)
    seconds = lifts.minutes * 60 if per_set else np.full(len(kinds), np.nan)
    seconds[~(seconds <= _DAY)] = np.nan
    # What is noted of scale and unit is noted once, of the first block.
    quiet = Notes(notes.choices)
    rows = _joined(
        [_sets(block, grouped.workout, kinds, seconds, quiet if at else notes) for at, block in enumerate(blocks)]
    )
    workouts = _workouts(lifts, grouped, notes, lasting=not per_set)
    return sessions_from_sets(workouts, rows, source, notes, _categories(columns, grouped.category))


def summed_up(columns: Columns, starts: Sequence[str], minutes: NDArray[np.float64]) -> frozenset[int]:
    """Return the rows that only sum up a workout whose lifts have rows of their own, which take over their length.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    starts : sequence of str
        Start of each row as the file writes it.
    minutes : array of float
        Durations, changed in place. [min]
    """
    if not columns.has("exercise") or not any(map(is_missing, dict.fromkeys(columns.texts("exercise")))):
        return frozenset()
    titles, far = [fold(text) for text in titles_of_workouts(columns)], columns.texts("distance")
    lifted: dict[tuple[str, str], list[int]] = defaultdict(list)
    alone: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (start, title, name) in enumerate(zip(starts, titles, columns.texts("exercise"), strict=True)):
        if not is_missing(name):
            lifted[start, title].append(at)
        elif is_missing(far[at]):  # a run or ride of the day is no sum
            alone[start, title].append(at)
    sums = {key: places for key, places in alone.items() if key in lifted and key[1]}
    for key, places in sums.items():
        if not np.any(minutes[lifted[key]] > 0):
            minutes[lifted[key]] = minutes[places[0]]
    return frozenset(place for places in sums.values() for place in places)


def _workouts(lifts: Lifts, grouped: WorkoutRows, notes: Notes, *, lasting: bool) -> list[Workout | None]:
    """Return each workout with its start, its length by its rows or by the clocks of its sets, and its title."""
    columns = lifts.columns
    longest = np.zeros(len(grouped.first))
    if lasting:
        np.fmax.at(longest, np.array(grouped.workout, dtype=np.intp), lifts.minutes)
    titles = titles_of_workouts(columns)
    rated = _ratings_of_workouts(columns, notes)
    workouts: list[Workout | None] = []
    for place, index in enumerate(grouped.first):
        start = grouped.starts[place]
        lasts: float | None = float(longest[place]) if longest[place] > 0 else None
        estimated = frozenset() if lifts.hours[index] else frozenset({"start"})
        if lasts is None and grouped.spans[place] > 0:
            lasts, estimated = grouped.spans[place], estimated | {"minutes"}
        number = columns.table.numbers[index]
        workout = Workout(start, lasts, clean(titles[index]), number, estimated=estimated) if start else None
        workouts.append(workout._replace(rpe=rated[index]) if workout is not None and rated[index] > 0 else workout)
    return workouts


def _ratings_of_workouts(columns: Columns, notes: Notes) -> list[float]:
    """Return the effort that each row gives of its whole workout, 0 where it rates a set alone: "Session RPE"."""
    if not _OF_WORKOUT & set(header_words(columns.name("rpe") or "")):
        return [0.0] * len(columns.table.numbers)
    ratings, _ = efforts(columns, Notes(notes.choices, scope=notes.scope))  # what there is to say of them is said once
    return [float(rating) for rating in np.nan_to_num(ratings)]


def _kinds(columns: Columns, named: Sequence[bool], starts: Sequence[object], notes: Notes) -> list[SetKind]:
    """Return the kind of each row: by its set type, by a flag for warm-ups, by a letter in place of its number."""
    kinds: list[SetKind] = ["work"] * len(named)
    if columns.has("set_type"):
        texts = [text.casefold() for text in columns.texts("set_type")]
        flags = [says_yes(text) for text in texts]
        is_flag = all(flag is not None or not text for flag, text in zip(flags, texts, strict=True))
        if is_flag and any(word.startswith("warm") for word in header_words(columns.name("set_type") or "")):
            kinds = ["warm_up" if flag else "work" for flag in flags]
        else:
            kinds = set_kinds(columns, "set_type", SET_WORDS, notes, numbered=True)
    if columns.has("sets"):
        letters = [set_word(text) for text in columns.texts("sets")]
        kinds = [(word or kind) if kind == "work" else kind for word, kind in zip(letters, kinds, strict=True)]
    if columns.has("name"):  # a remark that says nothing else
        remarks = [set_word(text) == "warm_up" for text in columns.texts("name")]
        kinds = ["warm_up" if said and kind == "work" else kind for kind, said in zip(kinds, remarks, strict=True)]
    warm = {text: bool(_WARM_UP.search(fold(text))) for text in dict.fromkeys(columns.texts("exercise"))}
    warming = (warm[text] for text in columns.texts("exercise"))  # "Squat (warm-up)"
    kinds = ["warm_up" if is_warm and kind == "work" else kind for kind, is_warm in zip(kinds, warming, strict=True)]
    usable = zip(kinds, named, starts, strict=True)
    return [kind if name and start is not None else "skip" for kind, name, start in usable]


def _lasts_per_set(minutes: NDArray[np.float64], grouped: WorkoutRows, kinds: Sequence[SetKind]) -> bool:
    """Tell whether durations are those of single sets: within workouts they differ, or end before the next sets."""
    seen: dict[int, list[float]] = defaultdict(list)
    for place, lasts, kind in zip(grouped.workout, minutes.tolist(), kinds, strict=True):
        if kind != "skip" and lasts > 0:
            seen[place].append(lasts)
    several = [
        len(set(lengths)) > 1 or max(lengths) < grouped.spans[place]
        for place, lengths in seen.items()
        if len(lengths) > 1
    ]
    return bool(several) and sum(several) > len(several) / 2


def _lasts_for_reps(lifts: Lifts, workout: Sequence[int], kinds: Sequence[SetKind]) -> bool:
    """Tell whether rows have a time or repetitions: of a plank or a treadmill beside sets, not of a whole workout.

    Where all of them have a time alone, and a lift has several rows, they are sets that were held.
    """
    columns = lifts.columns
    if not np.any(lifts.minutes > 0):
        return False
    counted_reps = [not is_missing(text) and bool(text.strip("0., ")) for text in columns.texts("reps")]
    rows = zip(lifts.minutes.tolist(), counted_reps, workout, columns.texts("exercise"), kinds, strict=True)
    used = [(lasts > 0, has_reps, (number, name)) for lasts, has_reps, number, name, kind in rows if kind != "skip"]
    pairs = {(lasts, has_reps) for lasts, has_reps, _ in used}
    held = pairs == {(True, False)} and columns.has("reps") and len({lift for *_, lift in used}) < len(used)
    return held or pairs - {(False, False)} == {(True, False), (False, True)}


def _categories(columns: Columns, role: str | None) -> Mapping[str, str] | None:
    """Return the body part that the table files each exercise under, where a column holds it."""
    if role is None:
        return None
    return {clean(name): part for name, part in zip(columns.texts("exercise"), columns.texts(role), strict=True)}


def _blocks(columns: Columns) -> list[Columns]:
    """Return the columns once for each exercise of a row: forms ask for “Exercise 1”, “Sets 1”, “Exercise 2” ..."""
    header = [fold(cell) for cell in columns.table.header]
    first = header[columns.places["exercise"]]
    number = next((word for word in first.split() if word.isdecimal()), None)
    if number is None:
        return [columns]
    blocks = [columns]
    for other in range(int(number) + 1, int(number) + _MOST_BLOCKS):
        places = dict(columns.places)
        for role in _IN_BLOCK & places.keys():
            words = header[places[role]].split()
            if number not in words:
                continue
            name = " ".join(str(other) if word == number else word for word in words)
            if name in header:
                places[role] = header.index(name)
            else:
                del places[role]
        if "exercise" not in places:
            break
        blocks.append(Columns(columns.table, places))
    return blocks


def _sets(
    columns: Columns, workout: list[int], kinds: list[SetKind], seconds: NDArray[np.float64], notes: Notes
) -> SetRows:
    """Return the sets that one exercise of each row stands for."""
    shown = {text: clean(text) for text in dict.fromkeys(columns.texts("exercise"))}
    names = [shown[text] for text in columns.texts("exercise")]
    words = header_words(columns.name("reps") or "")
    reps_first = (
        len(words) > 1
        and words[0].startswith(("rep", "wdh", "wiederh"))
        and words[-1].startswith(("set", "satz", "serie"))
    )
    read: dict[str, Repetitions | None] = {
        text: parse_repetitions(text, reps_first=reps_first) for text in dict.fromkeys(columns.texts("reps"))
    }
    distance = distances_km(columns, notes)
    # No repetitions of what has a time or a distance, a treadmill, is no set that failed.
    lasting = (seconds > 0) | (distance > 0)
    done = [
        None if lasts and each and not each.reps else each
        for lasts, each in zip(lasting, map(read.get, columns.texts("reps")), strict=True)
    ]
    done = rest_paused(columns, list(zip(workout, names, strict=True)), done)
    _note_unread(columns, [each is not None and not each.understood for each in done], notes)
    counts = count_sets(columns, names, workout, kinds, done, notes)
    rows = np.repeat(np.arange(len(kinds)), counts)
    order = rows.tolist()
    # A cell that is not understood but not empty is a set that was done.
    reps = np.array([np.nan if each is None else max(each.reps, 1.0) for each in done], dtype=np.float64)
    return SetRows(
        numbers=[columns.table.numbers[row] for row in order],
        workout=[workout[row] for row in order],
        exercise=[names[row] for row in order],
        kind=[kinds[row] if names[row] else "skip" for row in order],
        reps=reps[rows],
        seconds=seconds[rows],
        distance_km=distance[rows],
        rpe=efforts(columns, notes)[0][rows],
    )


def _note_unread(columns: Columns, unread: Sequence[bool], notes: Notes) -> None:
    """Say how many cells of sets and repetitions were not understood: each stands for one set at least."""
    first = next((place for place, is_unread in enumerate(unread) if is_unread), None)
    if first is None:
        return
    text = quoted(columns.texts("reps")[first])
    message = f"{counted(sum(unread), 'cell')} such as {text} could not be read; each counts as one set."
    notes.problem(columns.table.numbers[first], columns.name("reps"), message)


def _joined(blocks: list[SetRows]) -> SetRows:
    if len(blocks) == 1:
        return blocks[0]
    return SetRows(
        numbers=[number for block in blocks for number in block.numbers],
        workout=[place for block in blocks for place in block.workout],
        exercise=[name for block in blocks for name in block.exercise],
        kind=[kind for block in blocks for kind in block.kind],
        reps=np.concatenate([block.reps for block in blocks]),
        seconds=np.concatenate([block.seconds for block in blocks]),
        distance_km=np.concatenate([block.distance_km for block in blocks]),
        rpe=np.concatenate([block.rpe for block in blocks]),
    )
