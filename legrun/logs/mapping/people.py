"""Whether a table holds the training of several people."""

from __future__ import annotations

from legrun.logs.mapping.column import is_missing
from legrun.logs.mapping.vocabulary import header_words
from legrun.logs.mapping.word_lists import listed, word_set
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import fold

__all__ = ["count_people"]

_PERSON = word_set("person")
_NAMES = listed("person_names")
_MOST = 500


def count_people(table: Table) -> int:
    """Return how many people a table names in a column for them; 0 where it has none.

    Examples
    --------
    >>> count_people(Table(("Date", "Athlete"), range(2, 4), [["1 May 2026", "Ana"], ["1 May 2026", "Bo"]]))
    2
    """
    for place, cell in enumerate(table.header):
        words = header_words(cell)
        if " ".join(words) in _NAMES or (len(words) == 1 and words[0] in _PERSON):
            people = {fold(text) for text in table.column(place) if not is_missing(text)}
            return len(people) if len(people) <= _MOST else 0
    return 0
