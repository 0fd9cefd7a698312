"""Whether a table holds the training of several people."""

from __future__ import annotations

from collections import defaultdict

from legrun.logs.endurance.activities import activity
from legrun.logs.mapping.columns.column import Column, columns_of, is_missing
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import listed, word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.titles import strength_kind

__all__ = ["count_people"]

_PERSON = word_set("person")
_NAMES = listed("person_names")
_BARE = listed("bare_names")
_MOST = 500
_OFTEN = 0.5  # of the days, on which who trains alone rates once; of the names


def count_people(table: Table) -> int:
    """Return how many people a table names in a column for them; 0 where it has none.

    Examples
    --------
    >>> count_people(Table(("Date", "Athlete"), range(2, 4), [["1 May 2026", "Ana"], ["1 May 2026", "Bo"]]))
    2
    """
    for place, cell in enumerate(table.header):
        words = header_words(cell)
        title = " ".join(words)
        if (
            title in _NAMES
            or (len(words) == 1 and words[0] in _PERSON)
            or (title in _BARE and _names_raters(table, place))
        ):
            people = {fold(text) for text in table.column(place) if not is_missing(text)}
            return len(people) if len(people) <= _MOST else 0
    return 0


def _names_raters(table: Table, place: int) -> bool:
    """Return whether a column called "Name" names who rated: several on most days, and no workouts."""
    columns = columns_of(table)
    if place >= len(columns):
        return False
    named = columns[place].distinct  # a Ben or a Carrera among them is no workout yet
    if sum(map(_speaks_of_training, named)) >= _OFTEN * len(named):
        return False
    days = next((each for each in columns if each.is_moment), None)
    rated = next((each for each in columns if role_words()["soreness"].score(each.words) > 0), None)
    return days is not None and rated is not None and _rate_together(days, columns[place], rated)


def _speaks_of_training(text: str) -> bool:
    """Return whether a cell names a workout: "Easy run", "Deadlift", "Session A"."""
    words = header_words(text)
    titled = any(role_words()[role].score(words) > 0 for role in ("kind", "name", "workout", "date"))
    return titled or activity(text).known or classify(text).is_strength or strength_kind(text) is not None


def _rate_together(days: Column, names: Column, rated: Column) -> bool:
    """Return whether on most days several names stand beside a rating."""
    who = defaultdict(set)
    for text, name, rating in zip(days.cells, names.cells, rated.cells, strict=True):
        moment = days.moments.values.get(text)
        if moment is not None and not is_missing(name) and not is_missing(rating):
            who[moment.date()].add(fold(name))
    return sum(len(each) > 1 for each in who.values()) > _OFTEN * len(who)
