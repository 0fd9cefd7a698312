"""One column of an unknown table: its words, and what its cells look like."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import Moments, parse_moments
from legrun.logs.fields.distances import read_distances
from legrun.logs.fields.durations import parse_duration, parse_hours
from legrun.logs.fields.effort_words import effort_number, effort_of_words
from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.numerals import parse_number, parse_numbers, roughly
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.repetitions import parse_repetitions
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.set_words import set_word

__all__ = ["Column", "columns_of", "is_missing", "says_done", "says_partly", "says_sum", "says_yes"]

_SAMPLE = 200  # cells of a column that are looked at
_MOST_COLUMNS = 200
_MOST = 0.7  # part of them that must fit
_MISSING = re.compile(r"[-–—:.\s]*|\?+|tb[ad]|n/?a|none|null|nan|#\w+[!?]?", re.I)
_CLOCK = re.compile(r"\d{1,2}[:.hH]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:uhr)?\s*(?:[ap]\.?\s?m\.?)?", re.I)
_TIMES = re.compile(
    r"\d{1,2}\s*(?:sets?|sätze|series|serien)\b.*"
    r"|\d{1,3}\s*[x×*]\s*\d{1,3}(?![\d.,]*\s*(?:m|k|km|mi|miles?|met[er]+s?|min\w*|['′])(?![^\W\d_])).*"
    r"|\d{1,3}\s*/\s*\d{1,3}.*|\d{1,3}(?:\s*[,;+]\s*\d{1,3})+",
    re.I,
)
_SHARE = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*%")  # of it was done
_A_SECOND = 1 / 60  # min
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WITH_UNIT = re.compile(r"\s*([\d.,]+)\s*(?:bpm|/min|bat\.?/min|slag/min|spm|[^\W\d_]{1,3}\.?)\s*", re.I)

_TRUE = word_set("yes")
_FALSE = word_set("no")
_NOT_DONE = word_set("not_done")
_PARTLY = ("partial", "partly", "teilweise", "parcial", "parziale", "gedeeltelijk", "delvis")
_SUMS = word_set("sums")
_WEEKS = word_set("weeks") | {"kw", "wk"}
_FEWEST_OF_RECORD = 3  # cells of a row of which one alone is a note


@dataclass(frozen=True, eq=False)
class Column:
    """A column of a table, looked at by its first cells.

    Attributes
    ----------
    place : int
        Its position.
    label : str
        Its header, made unique.
    words : tuple of str
        Words of the header, folded.
    sample : list of str
        The first cells that are not missing.
    cells : list of str
        The first cells, row by row.
    """

    place: int
    label: str
    words: tuple[str, ...]
    sample: list[str] = field(repr=False)
    cells: list[str] = field(default_factory=list, repr=False)

    def mostly(self, fits: Callable[[str], bool], part: float = _MOST) -> bool:
        """Tell whether most cells fit; a column without any fits nothing."""
        fitting = sum(count for text, count in self._counted.items() if fits(text))
        return bool(self.sample) and fitting >= part * len(self.sample)

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often each text stands in the sample: the same ones are looked at once."""
        return Counter(self.sample)

    @cached_property
    def moments(self) -> Moments:
        """Its cells as dates."""
        return parse_moments(self.sample)

    @cached_property
    def is_moment(self) -> bool:
        """Whether its cells are dates, with a clock or without."""
        return self.mostly(lambda text: self.moments.values[text] is not None)

    @cached_property
    def has_clock(self) -> bool:
        """Whether its cells are dates with a clock."""
        return self.is_moment and not self.moments.dates_only

    @cached_property
    def is_clock(self) -> bool:
        """Whether its cells look like ``18:02``; a duration may look so too."""
        return self.mostly(lambda text: _CLOCK.fullmatch(text) is not None)

    @cached_property
    def is_hour(self) -> bool:
        """Whether its cells are hours of the day in any spelling: ``18``, ``6 pm``; a number may look so too."""
        return self.mostly(lambda text: parse_hour(text) is not None, 0.9)

    @cached_property
    def numbers(self) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        """Its cells as bare numbers, those that are one."""
        values = parse_numbers(self.sample).values
        return np.array([value for text in self.sample if (value := values[text]) is not None], dtype=np.float64)

    @cached_property
    def is_number(self) -> bool:
        """Whether its cells are bare numbers."""
        return bool(self.sample) and len(self.numbers) >= _MOST * len(self.sample)

    @cached_property
    def is_measure(self) -> bool:
        """Whether its cells are numbers, with a unit or without."""
        return self.is_number or self.mostly(_is_measure)

    @cached_property
    def is_distance(self) -> bool:
        """Whether its cells are distances."""
        bad = read_distances(self.sample).bad
        return self.mostly(lambda text: text not in bad)

    @cached_property
    def is_duration(self) -> bool:
        """Whether its cells are durations, clocks or bare numbers."""
        return self.mostly(
            lambda text: (
                parse_duration(text) is not None
                or _CLOCK.fullmatch(text) is not None
                or parse_number(roughly(text)) is not None
            )
        )

    @cached_property
    def is_night(self) -> bool:
        """Whether its cells are hours asleep: durations, or ``7½``."""
        return self.is_duration or self.mostly(lambda text: parse_hours(text) is not None)

    @cached_property
    def is_effort(self) -> bool:
        """Whether its cells are ratings, in numbers or in words."""
        return self.mostly(
            lambda text: parse_number(effort_number(text)) is not None or effort_of_words(text) is not None
        )

    @cached_property
    def is_soreness(self) -> bool:
        """Whether its cells are ratings of soreness, in numbers, words or faces."""
        return self.mostly(lambda text: parse_rating(text, "soreness") is not None)

    @cached_property
    def is_text(self) -> bool:
        """Whether its cells are words."""
        return bool(self.sample) and not (self.is_number or self.is_moment or self.is_clock or self.is_flag)

    @cached_property
    def is_flag(self) -> bool:
        """Whether its cells are yes or no."""
        return self.mostly(lambda text: says_yes(text) is not None, 0.9)

    @cached_property
    def is_repetitions(self) -> bool:
        """Whether its cells count sets and repetitions together: ``5x5``, ``8/8``, ``8,8,7``; 02/03/2026 is a date."""
        if self.is_moment and (role_words()["date"].score(self.words) > 0 or self.mostly(_names_a_year)):
            return False
        return self.mostly(lambda text: _TIMES.fullmatch(text) is not None, 0.5)

    @cached_property
    def counts_sets(self) -> bool:
        """Whether its cells are sets or repetitions, also in words: ``three sets of eight``."""
        return self.mostly(_counts_sets)

    @cached_property
    def names_distances(self) -> bool:
        """Whether its cells name a unit of distance: ``7 km``."""
        return self.mostly(lambda text: bool(read_distances([text]).units[0]))

    @cached_property
    def names_lengths(self) -> bool:
        """Whether its cells name a unit of time: ``40 min``, ``1h05``; ``55 ms`` is between two beats of a heart."""
        return self.mostly(lambda text: (parse_duration(text) or 0.0) >= _A_SECOND and any(map(str.isalpha, text)))

    @cached_property
    def activities(self) -> float:
        """Part of its distinct cells that name an activity. [0-1]"""
        return _part(self.distinct, lambda text: activity(text).known)

    @cached_property
    def exercises(self) -> float:
        """Part of its distinct cells that name an exercise. [0-1]"""
        return _part(self.distinct, lambda text: classify(text).is_strength)

    @cached_property
    def set_words(self) -> float:
        """Part of its distinct cells that name a type of set. [0-1]"""
        return _part(self.distinct, lambda text: not text.isdecimal() and set_word(text) is not None)

    @cached_property
    def distinct(self) -> list[str]:
        """Its distinct cells."""
        return list(dict.fromkeys(self.sample))


def _part(texts: list[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, texts)) / len(texts) if texts else 0.0


def _names_a_year(text: str) -> bool:
    return _YEAR.search(text) is not None


def _counts_sets(text: str) -> bool:
    read = parse_repetitions(text)
    return read is not None and read.understood and (read.sets > 1 or read.reps > 0)


def _is_measure(text: str) -> bool:
    match = _WITH_UNIT.fullmatch(text[:40])
    return match is not None and parse_number(match[1]) is not None


def says_yes(text: str) -> bool | None:
    """Return whether a cell says yes or no, or None when it says neither.

    Examples
    --------
    >>> says_yes("TRUE"), says_yes("nein"), says_yes("✔️"), says_yes("Run")
    (True, False, True, None)
    """
    word = text.strip().casefold().replace("\ufe0f", "")
    return True if word in _TRUE else False if word in _FALSE else None


def says_done(text: str) -> bool | None:
    """Return whether a status says that a session took place, or None when it does not say.

    Examples
    --------
    >>> says_done("Completed"), says_done("skipped"), says_done("FALSE"), says_done("8 km")
    (True, False, False, None)
    """
    if text.strip().casefold() in _NOT_DONE:
        return False
    if match := _SHARE.fullmatch(text.strip()):
        return bool(match[1].strip("0.,"))
    return True if says_partly(text) else says_yes(text)


def says_partly(text: str) -> bool:
    """Return whether a cell says that something was done, or can be done, in part.

    Examples
    --------
    >>> says_partly("Partially completed"), says_partly("Completed")
    (True, False)
    """
    return text.strip().casefold().startswith(_PARTLY)


def is_missing(text: str) -> bool:
    """Tell whether a cell holds nothing: empty, dashes, ``n/a``, or a spreadsheet's error.

    Examples
    --------
    >>> [is_missing(text) for text in ("--", "", "#NUM!", "0")]
    [True, True, True, False]
    """
    return _MISSING.fullmatch(text[:40]) is not None


def says_sum(text: str) -> bool:
    """Tell the name of a total or a mean: “Total”, “Week 10 total”, “Ø”.

    Examples
    --------
    >>> says_sum("Totals:"), says_sum("KW 10 Summe"), says_sum("Total semaine"), says_sum("Total body")
    (True, True, True, False)
    """
    words = [word for word in header_words(text[:40]) if not word.isdecimal()]
    if " ".join(words) in _SUMS:
        return True
    return len(words) > 1 and {words[0], words[-1]} <= _SUMS | _WEEKS and bool({words[0], words[-1]} & _SUMS)


def _records(rows: list[list[str]], width: int) -> list[list[str]]:
    """Return the rows that are records: no totals or means, and no notes that stand alone in their row."""
    filled = [[cell for cell in row if cell.strip()] for row in rows]
    rows = [row for row, cells in zip(rows, filled, strict=True) if cells and not says_sum(cells[0])]
    several = [row for row in rows if sum(bool(cell.strip()) for cell in row) > 1]
    # In a sheet of one sport a column many rows have a lone cell too.
    return several if width >= _FEWEST_OF_RECORD and len(several) * 2 > len(rows) else rows


def columns_of(table: Table) -> list[Column]:
    """Return the columns of a table, each with a look at its top; a file may have 300,000 rows."""
    if "columns" not in table.looked_at:
        table.looked_at["columns"] = _columns_of(table)
    columns: list[Column] = table.looked_at["columns"]
    return columns


def _columns_of(table: Table) -> list[Column]:
    most = min(len(table.header), _MOST_COLUMNS)
    rows = [table.row(index) for index in range(min(len(table.numbers), 3 * _SAMPLE))]
    rows = _records(rows, len(table.header))
    return [
        Column(
            place,
            table.labels[place],
            header_words(table.header[place]),
            [text for row in rows if place < len(row) and not is_missing(text := row[place].strip())][:_SAMPLE],
            [row[place].strip() if place < len(row) else "" for row in rows[:_SAMPLE]],
        )
        for place in range(most)
    ]
