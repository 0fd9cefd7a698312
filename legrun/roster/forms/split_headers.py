"""Headers that say two things in one: a day and a measure, "Tue 5 May done", or a person and one, "Ana sleep"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.months import MONTHS
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold
from legrun.logs.strength.titles import strength_kind
from legrun.roster.forms.days import day_of
from legrun.roster.forms.parts import is_leg_part
from legrun.roster.forms.roles import TELLING
from legrun.roster.forms.row_names import is_measure, is_total
from legrun.roster.forms.words import label_words, tells

__all__ = [
    "are_numbered_days",
    "day_measures",
    "is_day",
    "is_told",
    "may_be_person",
    "person_measures",
    "with_numbered_days",
]

_BETWEEN = re.compile(r"\s*(?:[\u2013\u2014:|>]|(?<=\s)-(?=\s)|\s)\s*")
_MONTH_YEAR = re.compile(r"([^\W\d_]{3,})\.?\s*((?:19|20)\d\d)")
_LEAST_DAYS = 5
_SIDES = frozenset("left right l r both today yesterday planned actual team group".split())  # noqa: SIM905
Pairs = Mapping[int, tuple[str, str]]


def day_measures(table: Table) -> dict[str, dict[int, str]]:
    """Return the columns that name a day and a measure, as the day by place, for each measure; none where one is named.

    Examples
    --------
    >>> header = ("Athlete", "Tue planned", "Tue done", "Wed planned", "Wed done")
    >>> day_measures(Table(header, range(2, 2), []))
    {'planned': {1: 'Tue', 3: 'Wed'}, 'done': {2: 'Tue', 4: 'Wed'}}
    """
    measures: dict[str, dict[int, str]] = {}
    for place, (day, measure) in _pairs(table, is_day, _is_told_undated).items():
        measures.setdefault(measure, {})[place] = day
    return measures if len(measures) > 1 and any(len(days) > 1 for days in measures.values()) else {}


def person_measures(table: Table) -> Pairs:
    """Return the columns that name a person and a measure, where the same measures stand beside several people.

    Examples
    --------
    >>> header = ("Date", "Ana soreness", "Ana sleep", "Ben soreness", "Ben sleep")
    >>> list(person_measures(Table(header, range(2, 2), [])).values())
    [('Ana', 'soreness'), ('Ana', 'sleep'), ('Ben', 'soreness'), ('Ben', 'sleep')]
    """
    pairs = _pairs(table, may_be_person, is_told, skipped=1)
    groups: dict[str, list[str]] = {}
    for person, measure in pairs.values():
        groups.setdefault(person, []).append(measure)
    alike = len({tuple(measures) for measures in groups.values()}) == 1
    is_whole = len(pairs) == sum(bool(name.strip()) for name in table.header[1:])
    are_people = 2 * sum(map(is_leg_part, groups)) <= len(groups) > 1  # "Ben" is a leg in Norwegian
    return pairs if are_people and alike and is_whole and len(pairs) > len(groups) else {}


def _pairs(
    table: Table, is_first: Callable[[str], bool], is_second: Callable[[str], bool], skipped: int = 0
) -> dict[int, tuple[str, str]]:
    """Return the two things that headers say, by place, in whichever order they stand.

    Of several ways to part a header that one counts whose second thing stands in most others, and says most.
    """
    ways = {
        place: [pair for pair in _splits(name) if is_first(pair[0]) and is_second(pair[1])]
        for place, name in enumerate(table.header)
        if place >= skipped
    }
    count = Counter(second for pairs in ways.values() for second in {second for _, second in pairs})
    return {
        place: max(pairs, key=lambda pair: (count[pair[1]], len(pair[1]))) for place, pairs in ways.items() if pairs
    }


def _splits(name: str) -> Iterator[tuple[str, str]]:
    """Yield the pairs of parts of a header, either of them first."""
    name = name.strip()
    for match in _BETWEEN.finditer(name):
        one, other = name[: match.start()].strip(" -"), name[match.end() :].strip(" -")
        if one and other:
            yield one, other
            yield other, one


def is_day(text: str) -> bool:
    """Return whether a part of a header names a day."""
    is_dated = any(map(str.isdigit, text)) and parse_moments([text]).values[text] is not None
    return is_dated or day_of(text) is not None


def is_told(text: str) -> bool:
    """Return whether a part of a header names a measure, a plan or what was done."""
    return is_measure(text) or any(tells(text, role) for role in TELLING)


def _is_told_undated(text: str) -> bool:
    return is_told(text) and not any(word in MONTHS for word in fold(text).split())


def may_be_person(text: str) -> bool:
    """Return whether a part of a header may be somebody's name."""
    words = set(label_words(text))
    is_word = words & _SIDES or words & word_set("day_parts") or is_total(text)
    is_sport = not is_leg_part(text) and (activity(fold(text)).known or strength_kind(fold(text)) is not None)
    return not (is_word or is_sport or is_told(text) or any(map(str.isdigit, text)))


def with_numbered_days(table: Table, said: Sequence[str]) -> Table:
    """Return a table whose columns are called 1, 2, 3 with the dates of the month that a title names.

    Parameters
    ----------
    table : Table
        The sheet.
    said : sequence of str
        What may name the month: a title, the corner, the file's name.

    Examples
    --------
    >>> table = Table(("Athlete", "1", "2", "3", "4", "5"), range(2, 3), [["Ana", "0", "1", "2", "3", "7"]])
    >>> with_numbered_days(table, ["May 2026"]).header[-1]
    '2026-05-05'
    """
    numbers = {place: int(name) for place, name in enumerate(table.header) if name.strip().isdecimal()}
    if not are_numbered_days(table.header):
        return table
    month = next((date for text in said if (date := _month(text)) is not None), None)
    if month is None:
        return table
    header = tuple(
        f"{month[0]}-{month[1]:02d}-{numbers[place]:02d}" if place in numbers else name
        for place, name in enumerate(table.header)
    )
    return replace(table, header=header)


def are_numbered_days(header: Sequence[str]) -> bool:
    """Return whether names of columns count the days of a month.

    Examples
    --------
    >>> are_numbered_days(["Athlete", "1", "2", "3", "4", "5"]), are_numbered_days(["Ana", "1", "5", "2", "2", "4"])
    (True, False)
    """
    numbers = [int(name) for name in header if name.strip().isdecimal()]
    counted = list(range(numbers[0], numbers[0] + len(numbers))) if numbers else []
    return len(numbers) >= _LEAST_DAYS and numbers == counted and numbers[0] >= 1 and numbers[-1] <= 31


def _month(text: str) -> tuple[int, int] | None:
    """Return the year and the month that a text names; None where it names none."""
    for match in _MONTH_YEAR.finditer(text.replace("_", " ")):
        if fold(match[1]) in MONTHS:
            return int(match[2]), MONTHS[fold(match[1])]
    return None
