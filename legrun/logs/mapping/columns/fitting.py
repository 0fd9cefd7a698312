"""What the cells of a column must look like for a role, beside its name."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence

import numpy as np

from legrun.logs.fields.anchors import read_header
from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.judged_words import says_of_soreness
from legrun.logs.fields.repetitions import parse_count
from legrun.logs.mapping.columns.column import Column, says_done
from legrun.logs.mapping.columns.durations import header_unit
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.text import fold
from legrun.logs.strength.set_words import set_word
from legrun.logs.strength.titles import strength_kind

__all__ = [
    "bed_clock",
    "beyond_ratings",
    "clock_of_a_night",
    "counts_no_hours",
    "date_bonus",
    "files_exercises",
    "is_date",
    "is_done",
    "is_rating",
    "is_reps",
    "is_set",
    "is_sport_number",
    "names_end",
    "names_exercises",
    "names_kinds",
    "names_legs",
    "numbered_twin",
    "rates_legs",
    "rates_sleep",
    "warm_up",
]

_LONGEST_COUNT = 60  # of a cell of repetitions [characters]
_WITH_CLOCK = 15.0  # what a date with a clock is worth more
_LEG_WORDS = word_set("leg_parts")
_PART_WORDS = word_set("parts")
_NIGHT = frozenset(
    " ".join(map(fold, phrase.split()))
    for name in ("fell_asleep", "went_to_bed", "got_up", "woke_up")
    for phrase in word_set(name)
)
_FROM = frozenset({"from", "von", "de", "in", "when"})  # alone they name the hour of a start
_SPORT = ("sport", "activit", "aktivit", "activid", "ativid", "attivit", "disciplin", "disziplin")
_MOST_SPORTS = 20
_SLEPT_H = (2.0, 15.0)  # of the nights of anybody
_BEST_OF_FIVE = 5.0
_HIGHEST_RATING = 100.0
_BEYOND = 30.0  # less than a name is worth: alone it stays the effort, and is named as one that cannot be used
_LEAST = 5.0  # a header below it says little


def is_date(column: Column) -> bool:
    """Tell a column of dates."""
    return column.is_moment and not column.is_flag


def date_bonus(column: Column) -> float:
    """Return what a column of dates is worth beside its name: a clock, and no name at all."""
    named = role_words()["date"].score(column.words)
    if role_words()["date"].excludes(column.words):
        return 0.0
    # A bare number is a date only where the header says so, or where it reads 20260302.
    if not named and column.is_number and not column.mostly(lambda text: len(text) == 8 and text.startswith("20")):
        return 0.0
    return (_WITH_CLOCK if column.has_clock and (named >= _LEAST or not named) else 0.0) + (0.5 if not named else 0.0)


def is_rating(column: Column) -> bool:
    """Tell a column of efforts."""
    return column.is_effort and not (column.is_number and _is_feeling(column))


def beyond_ratings(column: Column) -> float:
    """Return what numbers that nobody rates by, 135 and 480, cost a header: minutes times RPE is called sRPE too."""
    return -_BEYOND if column.is_number and float(np.median(column.numbers)) > _HIGHEST_RATING else 0.0


def _is_feeling(column: Column) -> bool:
    """Tell a header of how it felt: in words it may name an effort, in numbers it is a mood on a scale of its own."""
    return any(word.startswith(("feel", "gefuhl", "sensa", "befinden", "kansla", "folelse")) for word in column.words)


def names_kinds(column: Column) -> float:
    """Return the part of the cells that name activities, where it is most; a part of the body that is rated is none."""
    named = column.activities >= 0.5 and not role_words()["kind"].excludes(column.words)
    return column.activities if named else 0.0


def names_exercises(column: Column) -> bool:
    """Tell a column whose cells name exercises; a remark that names one is none."""
    return column.exercises >= 0.5 and not role_words()["exercise"].excludes(column.words)


def files_exercises(column: Column) -> bool:
    """Tell a column of the parts of the body that exercises are filed under, “Muscle group”."""
    named = bool(_PART_WORDS & set(column.words)) and column.is_text
    return named and any(strength_kind(text) in ("legs", "upper") for text in column.distinct)


def names_legs(column: Column) -> bool:
    """Tell a header that names the legs, or a part of them."""
    return any(word in _LEG_WORDS or strength_kind(word) == "legs" for word in column.words)


def rates_legs(column: Column) -> bool:
    """Tell a header of the legs that names a scale and nothing else: “Legs (0-10)”, “Legs (1 = dead, 5 = fresh)”."""
    header = read_header(column.label)
    if names_legs(column) and column.is_text and column.is_soreness and any(map(says_of_soreness, column.sample)):
        return True  # "Legs: very sore"
    if not names_legs(column) or not column.is_soreness or (header.high is None and header.worst_high is None):
        return False
    return (
        header.worst_high is not None
        or header.subject != 0
        or not any(
            words.score(column.words)
            for role, words in role_words().items()
            if role not in ("soreness", "kind", "workout")
        )
    )


def rates_sleep(column: Column) -> bool:
    """Tell a header that rates how good a night was, “Sleep (1-7)”, from one of hours."""
    if header_unit(column.label) is not None:
        return False
    # Nobody sleeps five whole hours at the most, night after night: it is how good they were, of five.
    marks = column.is_number and len(column.numbers) == len(column.sample) and "".join(column.sample).isdecimal()
    return read_header(column.label).high is not None or (marks and float(column.numbers.max()) <= _BEST_OF_FIVE)


def bed_clock(column: Column) -> bool:
    """Tell the clock of falling asleep, “Asleep: 23:05”, from a time asleep: nobody sleeps that long, or so little."""
    if not column.is_clock:
        return False
    hours = [hour.hour + hour.minute / 60 for text in column.sample if (hour := parse_hour(text)) is not None]
    return bool(hours) and not _SLEPT_H[0] <= statistics.median(hours) <= _SLEPT_H[1]


def counts_no_hours(column: Column) -> bool:
    """Tell numbers that are no hours of the day by their header: “Dor nas pernas de 0 a 10”, “Número de series”."""
    if column.is_clock or not column.is_number:
        return False
    named = [word for word in column.words if word not in _FROM]
    prepositions_alone = len(column.words) > 1 and role_words()["time"].score(named) == 0
    return prepositions_alone or read_header(column.label).high is not None


def clock_of_a_night(column: Column) -> bool:
    """Tell the hour of going to bed or of getting up, which is no session's."""
    words = f" {' '.join(column.words)} "
    return column.is_clock and any(f" {phrase} " in words for phrase in _NIGHT)


def warm_up(column: Column) -> bool:
    """Tell a header that speaks of warming up."""
    return any(word.startswith(("warm", "aufwarm", "echauff", "calenta", "aquec", "riscald")) for word in column.words)


def is_sport_number(column: Column) -> bool:
    """Tell a column of numbers that stand for sports, as apps keep them: 1 run, 2 ride."""
    named = any(word.startswith(_SPORT) for word in column.words)
    few = 1 < len(column.distinct) <= min(_MOST_SPORTS, max(len(column.sample) // 2, 3))
    return named and few and all(text.isdecimal() for text in column.distinct)


def is_done(column: Column) -> bool:
    """Tell a column of what was done and what was not."""
    return column.mostly(lambda text: says_done(text) is not None)


def is_reps(column: Column) -> bool:
    """Tell a column of repetitions."""
    if column.is_repetitions or (column.counts_sets and not column.is_number):
        return True
    named = any(word.startswith(("set", "serie", "satz")) for word in column.words)
    return not named and column.mostly(lambda text: text[:1].isdecimal() and len(text) <= _LONGEST_COUNT)


def is_set(column: Column) -> bool:
    """Tell a column of sets, by number or by type."""
    return column.mostly(lambda text: parse_count(text) is not None or set_word(text) is not None)


def names_end(column: Column) -> bool:
    """Tell a header of when a session ended, “Finished at”, where it says nothing of a start."""
    roles = role_words()
    return roles["end"].score(column.words) > 0 and roles["date"].doubts(column.words)


def numbered_twin(column: Column, used: Iterable[Sequence[str]]) -> bool:
    """Tell “Exercise 2” beside “Exercise 1”."""
    bare = [word for word in column.words if not word.isdecimal()]
    if len(bare) == len(column.words):
        return False
    return any(bare == [word for word in words if not word.isdecimal()] for words in used)
