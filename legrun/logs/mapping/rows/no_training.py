"""Rows of an unknown table that are no training: totals of days, measurements, stages of sleep, plans not done."""

from __future__ import annotations

import datetime as dt
import re
import statistics
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.distances import read_distances
from legrun.logs.fields.judged_words import says_of_effort, says_of_soreness
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import is_missing, says_sum, says_yes
from legrun.logs.mapping.rows.counted_rows import Rows
from legrun.logs.mapping.rows.undone import UNDONE
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import listed, word_set
from legrun.logs.strength.titles import strength_kind
from legrun.wording.rounding import counted

__all__ = ["mark_no_training"]

# What phones and watches count all day, and what makes a row the sum of a day.
_ALL_DAY = word_set("all_day")
_WEEK_WORDS = word_set("weeks")
_WEEKS = _WEEK_WORDS | {"kw", "wk"}
_ENERGY = word_set("energy")
_STEPS = word_set("steps")
_COUNTS = word_set("counts")
# Names of what is measured, not done, folded; as phone exports write them.
_MEASURED = listed("measured")
_LIFTED_TOO = frozenset(
    {"bodyweight", "weight", "gewicht", "poids", "peso"}
)  # with a length it is an hour with weights
_STAGES = word_set("stages")
# Stages whose names are also those of efforts and of parts of the body.
_OF_TRAINING_TOO = word_set("sleep_stages") - {"rem", "sws"}
_BEST = word_set("best")
_SPENT = word_set("spent")
_MOST = 0.7
_FEW = 3
_A_MINUTE = 1.0
_DELETED = word_set("deleted")
_LEG_PARTS, _WORKOUTS = word_set("leg_parts"), word_set("workouts")
_REMARK = re.compile(r"[,;(]|\s[-–—]\s")
_WEEK = 6  # days in a row that make a table a daily one
_RUN_KMH, _NEARLY_ALL = (4.5, 20.0), 0.9  # slowest in miles, fastest in kilometres
_STEP_RATE = (80.0, 210.0)  # of walking and running [1/min]
_MOST_COLUMNS = 100


def mark_no_training(
    columns: Columns,
    starts: list[dt.datetime | None],
    dates_only: bool,
    minutes: NDArray[np.float64],
    notes: Notes,
) -> frozenset[int]:
    """Return the places of rows that are no training, and note how many and why in one sentence each.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    starts : list of datetime or None
        Local start of each row; None where it was not understood.
    dates_only : bool
        Whether the table gives the day only.
    minutes : array of float
        Durations, NaN where not given. [min]
    notes : Notes
        Takes the sentences.
    """
    rows = Rows(columns, starts, dates_only, minutes)
    for mark in (
        _deleted,
        _sums,
        _measurements,
        _ranges,
        _records,
        _expenses,
        _stages,
        _felt,
        _daily_totals,
        _counted_by_the_hour,
        _weekly_totals,
        *UNDONE,
    ):
        mark(rows)
    for reason, count in Counter(rows.out.values()).items():
        notes.assume("no_training", f"{counted(count, 'row')} left out", reason)
    return frozenset(rows.out)


def _deleted(rows: Rows) -> None:
    """Leave out what was deleted in the app and stays in its export: marked, or with the time of it."""
    for at, words in enumerate(rows.words[:_MOST_COLUMNS]):
        if words and set(words) & _DELETED and set(words) <= _DELETED | {"is", "at", "on", "date", "time"}:
            texts = rows.columns.table.column(at)
            for place in rows.dated:
                if not is_missing(texts[place]) and says_yes(texts[place]) is not False:
                    rows.out[place] = f"they were deleted, by the column {rows.columns.table.labels[at]}"


def _sums(rows: Rows) -> None:
    """Leave out totals and means among the rows: of a day's sessions, of a lift's sets."""
    for role in ("kind", "name", "exercise", "sets", "set_type"):
        texts = rows.columns.texts(role)
        summing = {text for text in dict.fromkeys(texts) if text and says_sum(text)}
        weeks = {text for text in dict.fromkeys(texts) if text and _names_a_week(text)}
        summed = _summed_weeks(rows, texts, weeks) if weeks else frozenset()
        for place in rows.dated if summing or summed else ():
            if texts[place] in summing or place in summed:
                rows.out[place] = "they are sums or means of other rows"


def _summed_weeks(rows: Rows, texts: Sequence[str], weeks: set[str]) -> frozenset[int]:
    """Return the rows called after a week that have the minutes of all since the one before, or after it."""
    out = set()
    for places in (rows.dated, rows.dated[::-1]):
        so_far = 0.0
        for place in places:
            minutes = max(float(np.nan_to_num(rows.minutes[place])), 0.0)
            if texts[place] in weeks and so_far > 0 and abs(minutes - so_far) < _A_MINUTE:
                out.add(place)
            so_far = 0.0 if texts[place] in weeks else so_far + minutes
    return frozenset(out)


def _names_a_week(text: str) -> bool:
    words = [word for word in header_words(text[:40]) if not word.isdecimal()]
    return len(words) == 1 and words[0] in _WEEKS


def _measurements(rows: Rows) -> None:
    kinds = rows.columns.texts("kind") if rows.columns.has("kind") else rows.columns.texts("name")
    measured = {text for text in dict.fromkeys(kinds) if text and _is_measured(text)}
    lasting = {text for text in measured if header_words(text)[-1:] and header_words(text)[-1] in _LIFTED_TOO}
    for place in rows.dated:
        if kinds[place] in measured and not (kinds[place] in lasting and rows.minutes[place] > 0):
            rows.out[place] = "they are measurements such as body weight or steps, no training"
    words = {word for each in rows.words for word in each}
    if {"value", "unit"} <= words and len(rows.out) >= _MOST * max(len(rows.starts), 1):
        for place in rows.dated:
            rows.out[place] = "they are measurements such as body weight or steps, no training"


def _ranges(rows: Rows) -> None:
    """Leave out rows from one day to a later one, a camp of a week: what was done in it is no one session."""
    end = next(
        (at for at, words in enumerate(rows.words[:_MOST_COLUMNS]) if role_words()["end"].score(words) > 0), None
    )
    if not rows.dates_only or end is None or rows.columns.has("exercise") or rows.columns.has("sleep"):
        return
    texts = rows.columns.table.column(end)
    ends = parse_moments(texts).values
    for place in rows.dated:
        start, last = rows.starts[place], ends[texts[place]]
        if start is not None and last is not None and (last.date() - start.date()).days > 1:
            rows.out[place] = f"they are of several days, until {rows.columns.table.labels[end]}"


def _is_measured(kind: str) -> bool:
    text = f" {' '.join(header_words(kind[:100]))} "
    if text.startswith((" hk quantity", " hkquantity", " hk category")):
        return True
    return any(f" {measured} " == text or (len(measured) > 6 and f" {measured} " in text) for measured in _MEASURED)


def _records(rows: Rows) -> None:
    """Leave out lists of the best lifts: a weight with its date, and no sets or repetitions of a workout."""
    columns = rows.columns
    if not columns.has("exercise") or columns.has("sets") or columns.has("reps") or columns.has("duration"):
        return
    if any(_BEST & set(words) for words in rows.words):
        for place in rows.dated:
            rows.out[place] = "they are records, no workouts"


def _expenses(rows: Rows) -> None:
    """Leave out what was spent: shoes for running are no run."""
    measured = ("duration", "distance", "rpe", "hr", "exercise", "end")
    spent = any(_SPENT & set(words) for words in rows.words) or any("€" in cell for cell in rows.columns.table.header)
    if spent and not any(rows.columns.has(role) for role in measured):
        for place in rows.dated:
            rows.out[place] = "they are expenses, no training"


def _stages(rows: Rows) -> None:
    if rows.columns.has("exercise") or rows.columns.has("distance"):
        return
    for column in range(min(len(rows.words), _MOST_COLUMNS)):
        texts = rows.columns.table.column(column)
        stages = {
            text: bool(words := set(header_words(text[:60]))) and words <= _STAGES for text in dict.fromkeys(texts)
        }
        staged = [place for place in rows.dated if stages[texts[place]]]
        if not any(set(header_words(text[:60])) - _OF_TRAINING_TOO for text, is_stage in stages.items() if is_stage):
            continue
        if len(staged) >= _MOST * max(sum(map(bool, texts)), 1):
            for place in staged:
                rows.out[place] = "they are stages of sleep, no training; a table with the hours asleep can be read"
            return


def _felt(rows: Rows) -> None:
    """Leave out rows that say how the legs felt, where other rows have lengths: “Legs sore” is no leg day."""
    roles = [role for role in ("duration", "distance", "end", "rpe", "hr", "exercise") if rows.columns.has(role)]
    cells = [rows.columns.texts(role) for role in roles]
    measured = {place for place in rows.dated if any(not is_missing(column[place]) for column in cells)}
    if len(measured) * 2 < len(rows.dated):
        return
    texts = rows.columns.texts("kind" if rows.columns.has("kind") else "name")
    felt = {text for text in dict.fromkeys(texts) if text and _tells_of_legs(text)}
    for place in rows.dated:
        if place not in measured and texts[place] in felt:
            rows.out[place] = "they say how the legs felt, and name no session"


def _tells_of_legs(text: str) -> bool:
    """Tell “Legs sore” and “DOMS in quads” from “Leg day, sore” and “Run, legs tired”; “Heavy legs” may be one."""
    words = header_words(text[:60])
    legs = [word for word in words if word in _LEG_PARTS or strength_kind(word) == "legs"]
    felt = [word for word in words if says_of_soreness(word) and not says_of_effort(word)]
    head, *remark = _REMARK.split(text[:60])
    if not legs or not felt or (remark and set(header_words(head)) <= set(legs)) or _WORKOUTS & set(words):
        return False
    rest = activity(" ".join(word for word in words if word not in legs and word not in felt))
    return rest.kind == "off" or not rest.known


def _has_training(rows: Rows) -> bool:
    """Tell whether the table says of its rows what was done."""
    if rows.columns.has("exercise"):
        return True
    named = [text for role in ("kind", "name") for text in rows.columns.texts(role) if text]
    return any(activity(text).known for text in dict.fromkeys(named[:500]))


def _names_sport(words: Sequence[str]) -> bool:
    return any(activity(word).known and activity(word).kind in ("run", "walk", "strength") for word in words)


def _daily_totals(rows: Rows) -> None:
    if not rows.dates_only or _has_training(rows):
        return
    days = [start.date() for place in rows.dated if (start := rows.starts[place]) is not None]
    places = (rows.columns.places.get(role) for role in ("distance", "duration"))
    if len(set(days)) < len(days) or _all_of_a_sport(rows, places):
        return
    named = {word for each in rows.words for word in each}
    daily = len(days) >= _FEW and sum(map(_next_day, pairwise(sorted(days)))) >= _MOST * (len(days) - 1)
    counted_all_day = bool(named & _ALL_DAY) and (daily or not _walked_through(rows))
    if counted_all_day or (daily and len(days) >= _WEEK and named & _ENERGY and not _walked_through(rows)):
        for place in rows.dated:
            rows.out[place] = "each is the total of a day, as its columns of steps, energy or floors show; no workout"


def _all_of_a_sport(rows: Rows, places: Iterable[int | None]) -> bool:
    """Tell whether distance and duration are both those of a sport, by their names."""
    named = [_names_sport(rows.words[at]) for at in places if at is not None]
    return bool(named) and all(named)


def _next_day(days: tuple[dt.date, dt.date]) -> bool:
    return (days[1] - days[0]).days == 1


def _walked_through(rows: Rows) -> bool:
    """Tell whether steps go with the minutes beside them, as those of a run or walk do and those of a day do not."""
    columns = rows.columns
    if "rpe" in columns.places or "hr" in columns.places or _at_speeds_of_runs(rows):
        return True
    steps = next((at for at, words in enumerate(rows.words) if _STEPS & set(words)), None)
    if steps is None or not columns.has("duration"):
        return False
    counts = parse_numbers(columns.table.column(steps)).values
    pairs = zip(columns.table.column(steps), rows.minutes.tolist(), strict=True)
    rates = [count / minutes for text, minutes in pairs if minutes > 0 and (count := counts[text])]
    return bool(rates) and _STEP_RATE[0] <= statistics.median(rates) <= _STEP_RATE[1]


def _at_speeds_of_runs(rows: Rows) -> bool:
    """Tell whether nearly every distance goes with its time as a run's does; those of a whole day do not."""
    km = read_distances(rows.columns.texts("distance")).values
    both = (km > 0) & (rows.minutes > 0)
    speeds = km[both] / rows.minutes[both] * 60
    return bool(len(speeds)) and float(np.mean((_RUN_KMH[0] <= speeds) & (speeds <= _RUN_KMH[1]))) >= _NEARLY_ALL


def _counted_by_the_hour(rows: Rows) -> None:
    """Leave out counts of steps or floors from hour to hour: their starts and ends are no workout's."""
    if rows.dates_only or _has_training(rows) or rows.columns.has("rpe"):
        return
    on_the_hour = all(start is None or not (start.minute or start.second) for start in rows.starts)
    if rows.columns.has("distance") and (not on_the_hour or rows.columns.has("duration")):
        return
    if {word for each in rows.words for word in each} & _ALL_DAY:
        for place in rows.dated:
            rows.out[place] = "they are measurements such as body weight or steps, no training"


def _weekly_totals(rows: Rows) -> None:
    if not rows.dates_only or _has_training(rows):
        return
    days = sorted(start.date() for place in rows.dated if (start := rows.starts[place]) is not None)
    gaps = [(after - before).days for before, after in pairwise(days)]
    by_week = len(gaps) >= _FEW - 1 and all(gap and (gap % 7 == 0 or 28 <= gap <= 31) for gap in gaps)
    words = {word for each in rows.words for word in each}
    by = rows.columns.places.get("date", rows.columns.places.get("start", 0))
    named = bool(_WEEK_WORDS & set(rows.words[by]))
    if (by_week and (named or words & (_COUNTS | _WEEK_WORDS))) or (named and words & _COUNTS):
        for place in rows.dated:
            rows.out[place] = "each is the total of a week or month, no workout"
