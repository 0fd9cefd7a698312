"""Which columns of a table of nights hold the sleep and the morning it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.durations import parse_duration
from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.columns.column import Column
from legrun.logs.mapping.columns.fitting import bed_clock, rates_sleep
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set

__all__ = ["about_sleep", "night_roles", "stages_without_sum"]

_SLEEP_WORDS = (
    "sleep",
    "asleep",
    "schlaf",
    "bed",
    "bett",
    "sommeil",
    "sueno",
    "sono",
    "sonno",
    "slaap",
    "sovn",
    "slept",
    "dormi",
    "somn",
    "spanek",
    "spavan",
    "uyku",
    "alvas",
    "睡眠",
    "수면",
    "υπν",
)
_STAGES = word_set("sleep_stages")
_NIGHTS = word_set("nights")
_NIGHT = frozenset({"sleep", "date", "start", "end", "time", "hr", "soreness"})
_TRAINING = frozenset({"distance", "exercise", "rpe", "reps"})
_WOKEN = frozenset(
    ["wake", "woke", "woken", "waking", "wakeup", "aufgewacht", "aufwachen", "reveil", "despertar", "up"]
)
_TOTAL = (
    "total",
    "asleep",
    "duration",
    "dauer",
    "duree",
    "duracion",
    "hours",
    "stunden",
    "heures",
    "horas",
    "ore",
    "gesamt",
)
_NOT_THE_NIGHT = word_set("not_the_night")
_DEEP = frozenset({"deep", "tief", "profond", "profonda", "profundo", "sws"})
_LIGHT = frozenset({"light", "core", "leicht", "leger", "ligero", "leve"})


def about_sleep(columns: Sequence[Column]) -> bool:
    """Tell whether the headers speak of sleep, and not of how good it was alone."""
    return (
        any(word.startswith(_SLEEP_WORDS) for column in columns for word in column.words if not rates_sleep(column))
        or len(_staged(columns)) > 1
        or any(column.mostly(lambda text: text.casefold() in _NIGHTS, 0.9) for column in columns)
    )


def night_roles(columns: Sequence[Column], places: Mapping[str, int]) -> dict[str, int]:
    """Return the roles of a table's columns, those of a table of nights set right.

    A table of nights has no training: a type of sleep is no sport, and its duration no workout's. Nights are dated by
    waking up, for going to bed is often the day before.

    Parameters
    ----------
    columns : sequence of Column
        The table's columns.
    places : mapping of str to int
        Place of the column for each role, as far as names and cells tell.
    """
    roles = dict(places)
    if not about_sleep(columns) or not _nothing_but_nights(columns, roles):
        return roles
    place = _asleep(columns, roles)
    if place is None:
        return roles
    roles = {role: at for role, at in roles.items() if role in _NIGHT and at != place} | {"sleep": place}
    woken = next((column for column in columns if column.has_clock and _WOKEN & set(column.words)), None)
    if woken is not None:
        roles = {role: at for role, at in roles.items() if at != woken.place} | {"end": woken.place}
    by = next((role for role in ("end", "start", "date") if _dates(columns, roles, role)), None)
    if by is None:
        return roles
    dated = roles[by]
    for role in ("date", "start", "end", "time"):
        roles.pop(role, None)
    return {("start" if columns[dated].has_clock else "date"): dated} | roles


def _dates(columns: Sequence[Column], roles: Mapping[str, int], role: str) -> bool:
    return role in roles and (columns[roles[role]].is_moment or not columns[roles[role]].sample)


def _nothing_but_nights(columns: Sequence[Column], roles: Mapping[str, int]) -> bool:
    if _TRAINING & roles.keys() or ("duration" in roles and _names_a_sport(columns[roles["duration"]])):
        return False
    kind = columns[roles["kind"]] if "kind" in roles else None
    return kind is None or kind.activities < 0.5


def _names_a_sport(column: Column) -> bool:
    """Tell a length of training by its header, “Run min” beside “Sleep (min)”."""
    named = [activity(word) for word in column.words]
    return any(each.known and not each.style and each.kind in ("run", "walk", "strength") for each in named)


def _staged(columns: Sequence[Column]) -> list[Column]:
    return [column for column in columns if _STAGES & set(column.words) and column.is_duration]


def stages_without_sum(columns: Sequence[Column]) -> list[Column]:
    """Return the stages of sleep of a table of nights, where no column holds their sum; they must be all of it."""
    stages = [column for column in _staged(columns) if not _NOT_THE_NIGHT & set(column.words)]
    words = {word for column in stages for word in column.words}
    if len(stages) < 2 or len({column.words for column in stages}) < 2 or not (words & _DEEP and words & _LIGHT):
        return []
    named = [column for column in columns if role_words()["sleep"].score(column.words) > 0 and column.is_duration]
    if named or _asleep(columns, {}) is not None:
        return []
    return stages


def _asleep(columns: Sequence[Column], roles: Mapping[str, int]) -> int | None:
    """Return the column of the hours asleep: by its name, else the one nearest to the sum of the stages."""
    if "sleep" in roles:
        return roles["sleep"]
    never = role_words()["sleep"].never
    open_to = [
        column
        for column in columns
        if column.is_duration
        and not (column.is_moment or bed_clock(column))
        and not _NOT_THE_NIGHT & set(column.words)
        and not any(word in never for word in column.words)
    ]
    stages = _staged(columns)
    if len(stages) > 1 and open_to and (summed := _sum_of_stages(stages)) is not None:
        off = [(_distance(_minutes(column), summed), column.place) for column in open_to]
        nearest, place = min(off)
        return place if nearest < 0.2 else None
    for word in _TOTAL:
        for column in open_to:
            if word in column.words:
                return column.place
    return None


def _sum_of_stages(stages: Sequence[Column]) -> NDArray[np.float64] | None:
    lengths = {len(stage.sample) for stage in stages}
    return sum((_minutes(stage) for stage in stages), np.zeros(lengths.pop())) if len(lengths) == 1 else None


def _distance(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    """Return how far two columns lie apart, as a median log ratio; infinite where they cannot be compared."""
    if len(one) != len(other):
        return np.inf
    with np.errstate(divide="ignore", invalid="ignore"):
        ratios = np.abs(np.log(one / other))
    ratios = ratios[np.isfinite(ratios)]
    return float(np.median(ratios)) if len(ratios) else np.inf


def _minutes(column: Column) -> NDArray[np.float64]:
    read = [parse_duration(text) for text in column.sample]
    numbers = [parse_number(text) for text in column.sample]
    pairs = zip(read, numbers, strict=True)
    return np.array([a if a is not None else b if b is not None else np.nan for a, b in pairs], dtype=np.float64)
