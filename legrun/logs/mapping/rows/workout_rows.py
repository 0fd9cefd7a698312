"""Which rows of sets are one workout: by its id, by its start, or by the gaps between the clocks of its sets."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from legrun.evidence import value
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.mapping.words.vocabulary import header_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.strength.exercises import classify
from legrun.wording.rounding import counted

__all__ = ["WorkoutRows", "gap_workouts", "titles_of_workouts"]

_GAP = dt.timedelta(minutes=value("log.workout_gap_min"))
_APART = dt.timedelta(hours=12)  # the same id so much later is another workout
_OWN_CLOCK = 0.5  # part of the rows with a clock of their own, from which clocks are those of sets
_CATEGORY = 0.3  # part of the days with several values, from which a column files exercises, not workouts
_WORKOUT_WORDS = word_set("workouts")
_PART_WORDS = word_set("parts")
_NOTES = ("note", "comment", "kommentar", "bemerkung", "remarque", "notas", "notiz", "description", "beschreibung")


@dataclass(frozen=True, eq=False)
class WorkoutRows:
    """The workouts of a table of sets.

    Attributes
    ----------
    workout : list of int
        Index of each row's workout.
    first : list of int
        Index of each workout's first row.
    starts : list of datetime or None
        Start of each; None where no row of it is used.
    spans : list of float
        Minutes between the clocks of its first and its last set; 0 where sets have no clock of their own. [min]
    category : str or None
        Role of the column that files exercises by body part.
    """

    workout: list[int]
    first: list[int]
    starts: list[dt.datetime | None]
    spans: list[float]
    category: str | None


def titles_of_workouts(columns: Columns) -> list[str]:
    """Return the title of each row's workout; notes are no title where something else is."""
    named = columns.has("name") and not _is_note(columns)
    return columns.texts("name" if named or not columns.has("kind") else "kind")


def _is_note(columns: Columns) -> bool:
    return any(word.startswith(_NOTES) for word in header_words(columns.name("name") or ""))


def gap_workouts(
    columns: Columns, starts: Sequence[dt.datetime | None], used: Sequence[bool], notes: Notes
) -> WorkoutRows:
    """Return which rows belong to which workout.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    starts : sequence of datetime or None
        Local start or clock of each row.
    used : sequence of bool
        Whether a row is a set that counts or a warm-up; others start no workout.
    notes : Notes
        Takes ``set_clocks`` where sets have clocks of their own.
    """
    category = _category(columns, starts)
    keys = _keys(columns, category, starts)
    rows = [place for place, start in enumerate(starts) if start is not None and used[place]]
    distinct = {(starts[place], *keys[place]) for place in rows}
    by_id = columns.has("workout")
    clocked = len(rows) > 1 and (by_id or len(distinct) > max(_OWN_CLOCK * len(rows), 1)) and _several(rows, starts)
    workout = _chained(rows, starts, keys, len(starts), _APART if by_id else _GAP if clocked else dt.timedelta())
    first: list[int] = []
    members: dict[int, list[dt.datetime]] = defaultdict(list)
    for place, number in enumerate(workout):
        if number == len(first):
            first.append(place)
        if used[place] and (start := starts[place]) is not None:
            members[number].append(start)
    begun = [min(members[number]) if members[number] else None for number in range(len(first))]
    spans = [_span(members[number]) for number in range(len(first))]
    if clocked and any(spans):
        reason = "each set has a clock of its own; a workout lasts from its first set to its last"
        notes.assume("set_clocks", counted(sum(each is not None for each in begun), "workout"), reason)
    return WorkoutRows(workout, first, begun, spans, category)


def _span(moments: Sequence[dt.datetime]) -> float:
    return (max(moments) - min(moments)).total_seconds() / 60 if moments else 0.0


def _several(rows: Sequence[int], starts: Sequence[dt.datetime | None]) -> bool:
    """Tell whether some day has several clocks."""
    days: dict[dt.date, set[dt.datetime]] = defaultdict(set)
    for place in rows:
        if (start := starts[place]) is not None:
            days[start.date()].add(start)
    return any(len(clocks) > 1 for clocks in days.values())


def _chained(
    rows: Sequence[int],
    starts: Sequence[dt.datetime | None],
    keys: Sequence[tuple[str, ...]],
    count: int,
    gap: dt.timedelta,
) -> list[int]:
    """Return workouts numbered by their first rows; rows of one key less than `gap` apart are one."""
    groups: dict[int, tuple[object, ...]] = {}
    latest: dict[tuple[str, ...], tuple[dt.datetime, int]] = {}
    for place in sorted(rows, key=lambda place: (starts[place] or dt.datetime.min, place)):
        start, key = starts[place], keys[place]
        assert start is not None
        before = latest.get(key)
        chain = before[1] if before and start - before[0] <= gap else place
        latest[key] = start, chain
        groups[place] = (chain,)
    numbers: dict[tuple[object, ...], int] = {}
    # A row that is left out belongs to no workout that counts.
    return [numbers.setdefault(groups.get(place, ("out",)), len(numbers)) for place in range(count)]


def _keys(columns: Columns, category: str | None, starts: Sequence[dt.datetime | None]) -> list[tuple[str, ...]]:
    """Return what tells workouts apart besides their start."""
    if columns.has("workout"):
        return [(text,) for text in _titled_once(columns.texts("workout"), starts)]
    roles = [role for role in ("kind", "name") if columns.has(role) and role != category]
    if _is_note(columns):
        roles = [role for role in roles if role != "name"]
    roles = [role for role in roles if _names_workouts(columns, role) or not _differs(columns, role, starts)]
    texts = [_titled_once(columns.texts(role), starts) for role in roles]
    return list(zip(*texts, strict=True)) if texts else [()] * len(columns.table.numbers)


def _titled_once(texts: Sequence[str], starts: Sequence[dt.datetime | None]) -> list[str]:
    """Return titles, where rows below one of the same start leave theirs blank with that above."""
    titles: list[str] = []
    for at, text in enumerate(texts):
        below = at > 0 and is_missing(text) and starts[at] == starts[at - 1]
        titles.append(titles[-1] if below else text)
    return titles


def _names_workouts(columns: Columns, role: str) -> bool:
    """Tell whether a header says that its column names workouts."""
    words = set(header_words(columns.name(role) or ""))
    return bool(words & _WORKOUT_WORDS) and not words & _PART_WORDS


def _differs(columns: Columns, role: str, starts: Sequence[dt.datetime | None]) -> bool:
    """Tell whether a column changes from exercise to exercise, and so cannot name workouts."""
    days = [start and start.date() for start in starts]
    values: dict[dt.date | None, set[str]] = defaultdict(set)
    for day, exercise, text in zip(days, columns.texts("exercise"), columns.texts(role), strict=True):
        if exercise:
            values[day].add(text)
    counts = Counter(days)
    long = [day for day, count in counts.items() if count > 1]
    return bool(long) and sum(len(values[day]) > 1 for day in long) > _CATEGORY * len(long)


def _category(columns: Columns, starts: Sequence[dt.datetime | None]) -> str | None:
    """Return the role of a column that files each exercise under a body part, or None."""
    for role in ("kind", "name"):
        if not columns.has(role):
            continue
        pairs = set(zip(columns.texts("exercise"), columns.texts(role), strict=True))
        parts = {part for _, part in pairs if part}
        exercises = {exercise for exercise, _ in pairs if exercise}
        if _names_workouts(columns, role):
            continue
        # As many parts as exercises may be titles, where the header does not say "Muscle".
        few = len(parts) < len(exercises) or bool(_PART_WORDS & set(header_words(columns.name(role) or "")))
        filed = len(parts) > 1 and len(pairs) == len(exercises) and few
        if filed and _differs(columns, role, starts) and any(classify(part).is_strength for part in parts):
            return role
    return None
