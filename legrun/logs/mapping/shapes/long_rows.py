"""Tables with a row for each measure of a day: "Run distance", "Sleep", and a column of values."""

from __future__ import annotations

from legrun.logs.mapping.columns.column import Column, columns_of
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.mapping.words.word_lists import word_set
from legrun.logs.reading.table import Table

__all__ = ["one_row_a_day"]

_VALUES = word_set("values")
_MEASURES = ("duration", "distance", "rpe", "soreness", "sleep", "hr")
_LEAST = 2  # measures that are named
_MOST = 40
_PART = 0.7


def one_row_a_day(table: Table) -> Table | None:
    """Return a table with a column for each measure, or None where measures do not stand in rows.

    Examples
    --------
    >>> rows = [["2026-03-02", "Soreness", "3"], ["2026-03-02", "Sleep (h)", "7.5"], ["2026-03-03", "Soreness", "5"]]
    >>> turned = one_row_a_day(Table(("Date", "Metric", "Value"), range(2, 5), rows))
    >>> turned.header, turned.rows
    (('Date', 'Soreness', 'Sleep (h)'), [['2026-03-02', '3', '7.5'], ['2026-03-03', '5', '']])
    """
    columns = columns_of(table)
    value = next((each for each in columns if len(each.words) == 1 and each.words[0] in _VALUES and each.sample), None)
    named = next((each for each in columns if each is not value and _names_measures(each)), None)
    if value is None or named is None or not any(each.is_moment for each in columns):
        return None
    names = list(dict.fromkeys(text.strip() for text in table.column(named.place) if text.strip()))
    kept = [place for place in range(len(table.header)) if place not in (named.place, value.place)]
    told: dict[tuple[str, ...], dict[str, str]] = {}
    numbers: dict[tuple[str, ...], int] = {}
    for number, row in zip(table.numbers, table.rows, strict=True):
        cells = [*row, *[""] * (len(table.header) - len(row))]
        key = tuple(cells[place] for place in kept)
        if cells[named.place].strip() in told.get(key, {}):
            return None  # a measure comes twice: two sessions, and nothing says which rows are of which
        told.setdefault(key, {})[cells[named.place].strip()] = cells[value.place]
        numbers.setdefault(key, number)
    rows = [[*key, *(said.get(name, "") for name in names)] for key, said in told.items()]
    said = f"Each day's rows were read as one, with what {named.label} names as columns."
    return rebuilt(table, (*(table.header[place] for place in kept), *names), list(numbers.values()), rows, said)


def _names_measures(column: Column) -> bool:
    """Tell a column whose cells are names of measures."""
    if not column.is_text or not _LEAST <= len(column.distinct) <= _MOST:
        return False
    named = [text for text in column.distinct if _is_measure(text)]
    return len(named) >= _LEAST and len(named) >= _PART * len(column.distinct)


def _is_measure(text: str) -> bool:
    words = header_words(text[:60])
    return text[:1].isalpha() and any(role_words()[role].score(words) > 0 for role in _MEASURES)
