"""How many sets a row stands for: a column may number the sets or count them, a cell may hold several."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.repetitions import Repetitions, parse_count
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.words.vocabulary import header_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.sets import SetKind

__all__ = ["count_sets", "rest_paused"]

_MOST_SETS = 30
_PAUSED = re.compile(r"\s*\d{1,3}(?:\s*\+\s*\d{1,3})+\s*")
_NUMBERS, _COUNTS = "numbers the sets", "counts the sets"
_NUMBER_WORDS = word_set("set_number")
_COUNT_WORDS = word_set("set_count")
_PART = 0.5
_UNKNOWN_SETS = "3"  # sets of an exercise where nothing counts them: a usual number, and open to choice
_SETS_OPTIONS = ("1", "2", "3", "4", "5")


def count_sets(
    columns: Columns,
    names: Sequence[str],
    workout: Sequence[int],
    kinds: Sequence[SetKind],
    done: Sequence[Repetitions | None],
    notes: Notes,
) -> NDArray[np.intp]:
    """Return the number of sets that each row stands for.

    Parameters
    ----------
    columns : Columns
        The mapped table; its column ``sets`` numbers or counts sets.
    names : sequence of str
        Exercise of each row.
    workout : sequence of int
        Workout of each row.
    kinds : sequence of str
        Kind of each row.
    done : sequence of Repetitions or None
        What the cell of repetitions says.
    notes : Notes
        Takes ``set_column`` and ``sets_a_row`` where they had to be decided.
    """
    several = np.array([1 if each is None else each.sets for each in done], dtype=np.intp)
    used = [place for place, kind in enumerate(kinds) if kind != "skip" and names[place]]
    keys = [(workout[place], names[place]) for place in used]
    if columns.has("sets") and used:
        values = {text: parse_count(text) for text in dict.fromkeys(columns.texts("sets"))}
        given = [values[text] for text in columns.texts("sets")]
        numbers = [given[place] for place in used]
        if columns.has("set_type"):  # a drop set bears the number of the set that it follows
            told = {(key, number) for key, number in zip(keys, numbers, strict=True)}
            keys, numbers = [key for key, _ in told], [number for _, number in told]
        if _numbered(columns.name("sets") or "", numbers, keys, notes):
            return several
        counts = np.array([1 if each is None else each for each in given], dtype=np.float64)
        counts = np.clip(np.nan_to_num(counts, nan=1.0), 0, _MOST_SETS).astype(np.intp)
        # 8,8,7 beside “3 sets” is three sets, not nine; no repetitions at all is no set.
        return np.where(several == 0, 0, np.maximum(counts, several))
    lifted = [classify(names[at]).is_strength or not activity(names[at]).known for at in used]
    used = [at for at, is_lift in zip(used, lifted, strict=True) if is_lift]  # a run of 30 min is not done three times
    keys = [key for key, is_lift in zip(keys, lifted, strict=True) if is_lift]
    return _uncounted(several, used, keys, notes)


def _numbered(label: str, values: Sequence[float | None], keys: Sequence[object], notes: Notes) -> bool:
    """Tell whether a column numbers the sets of an exercise: 1, 2, 3 from row to row."""
    groups: dict[object, list[float]] = defaultdict(list)
    for key, value in zip(keys, values, strict=True):
        if value is not None:
            groups[key].append(value)
    several = [sorted(group) for group in groups.values() if len(group) > 1]
    words = set(header_words(label))
    rising = sum(map(_counts_up, several)) / len(several) if several else 0.0
    if several:
        numbers = rising >= _PART
        reason = f"within an exercise the column {label} {'rises from row to row' if numbers else 'does not rise'}"
        doubtful = 0.2 < rising < 0.8 and not (words & _NUMBER_WORDS)
    else:
        numbers = bool(words & _NUMBER_WORDS) and not words & (_COUNT_WORDS - {"of"})
        reason = f"each exercise has one row in a workout; the column is called {label}"
        doubtful = False
    if all(value in (None, 1.0) for value in values):
        return True  # one set a row, whichever it is
    taken = _NUMBERS if numbers else _COUNTS
    instead = (_COUNTS if numbers else _NUMBERS) if doubtful else ""
    return notes.choose("set_column", taken, reason, (_NUMBERS, _COUNTS), instead=instead) == _NUMBERS


def _counts_up(values: Sequence[float]) -> bool:
    """Tell whether sorted numbers go up by one, mostly: 1, 2, 3, in whichever order the rows stand."""
    steps = list(pairwise(values))
    return sum(after == before + 1 for before, after in steps) >= _PART * len(steps)


def _uncounted(
    several: NDArray[np.intp], used: Sequence[int], keys: Sequence[object], notes: Notes
) -> NDArray[np.intp]:
    """Return the sets of rows without a count: one each, unless each exercise has one row only."""
    times = Counter(keys)
    alone = [place for place, key in zip(used, keys, strict=True) if several[place] == 1 and times[key] == 1]
    if not used or len(alone) < _PART * len(used) or max(times.values()) > 1:
        return several
    reason = (
        f"nothing says how many sets each of {len(alone):,} rows stands for, and each exercise has one row in a workout"
    )
    chosen = notes.choose("sets_a_row", _UNKNOWN_SETS, reason, _SETS_OPTIONS, instead="1")
    counts = several.copy()
    counts[alone] = int(chosen)
    return counts


def rest_paused(
    columns: Columns, keys: Sequence[object], done: Sequence[Repetitions | None]
) -> list[Repetitions | None]:
    """Return what cells say, “8+3+2” among rows that are a set each as the one set with pauses that it was."""
    texts = columns.texts("reps")
    rows = Counter(keys)
    counted_once = {key for key, text in zip(keys, texts, strict=True) if text.strip().isdecimal()}
    return [
        Repetitions(1, each.reps)
        if each and each.sets > 1 and rows[key] > 1 and key in counted_once and _PAUSED.fullmatch(text)
        else each
        for key, text, each in zip(keys, texts, done, strict=True)
    ]
