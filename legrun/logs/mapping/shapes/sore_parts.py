"""Soreness of several parts of the legs in columns of their own: the sorest one counts."""

from __future__ import annotations

import numpy as np

from legrun.logs.fields.ratings import read_ratings
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.columns.sore_columns import names_legs, rates_legs
from legrun.logs.mapping.shapes.rebuilt import rebuilt
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.reading.table import Table

__all__ = ["sorest_of_rows", "with_sorest"]

_BODY = frozenset({"part", "bodypart", "muscle", "area", "korperteil", "korperregion", "region", "zone", "zona"})
_LEAST = 2


def with_sorest(table: Table) -> Table | None:
    """Put the soreness of the sorest part of the legs in the place of several that leave no doubt of their scales.

    Examples
    --------
    >>> table = Table(("Date", "Quad soreness (0-10)", "Calf soreness (0-10)"), range(2, 3), [["3 May 2026", "2", "5"]])
    >>> with_sorest(table).header[-1], with_sorest(table).rows
    ('Leg soreness (0-10)', [['3 May 2026', '5']])
    """
    parts = [column for column in columns_of(table) if rates_legs(column)]
    if len(parts) < _LEAST:
        return None
    values = []
    for part in parts:
        texts = table.column(part.place)
        ratings = read_ratings(part.label, texts)
        if not ratings.settled:
            return None
        values.append([ratings.values[text] for text in texts])
    rated = np.array(values, dtype=np.float64)
    sorest = np.where(np.isnan(rated), -1.0, rated).max(axis=0)
    places = {part.place for part in parts}
    kept = [place for place in range(len(table.header)) if place not in places]
    rows = [
        [*(row[place] if place < len(row) else "" for place in kept), f"{worst:g}" if worst >= 0 else ""]
        for row, worst in zip(table.rows, sorest.tolist(), strict=True)
    ]
    header = (*(table.header[place] for place in kept), "Leg soreness (0-10)")
    said = f"The soreness is that of the sorest part: {', '.join(part.label for part in parts)}."
    return rebuilt(table, header, list(table.numbers), rows, said)


def sorest_of_rows(table: Table) -> Table | None:
    """Keep of rows that rate a part of the body each the sorest part of the legs of a day, or None for any other.

    Examples
    --------
    >>> rows = [["3 May 2026", "Quads", "3"], ["3 May 2026", "Calves", "6"], ["3 May 2026", "Shoulders", "9"]]
    >>> sorest_of_rows(Table(("Date", "Body part", "Soreness (0-10)"), range(2, 5), rows)).column(2)
    ['', '6', '']
    """
    columns = columns_of(table)
    part = next((each for each in columns if _BODY & set(each.words) and each.is_text), None)
    sore = next((each for each in columns if role_words()["soreness"].score(each.words) > 0), None)
    day = next((each for each in columns if each.is_moment), None)
    if part is None or sore is None or day is None or part is sore:
        return None
    texts, days = table.column(sore.place), table.column(day.place)
    ratings = read_ratings(sore.label, texts)
    names = {text: header_words(text) for text in dict.fromkeys(table.column(part.place))}
    of_legs = [names_legs(names[text]) for text in table.column(part.place)]
    if not ratings.settled or not any(of_legs):
        return None
    worst: dict[str, int] = {}
    for at, (text, date) in enumerate(zip(texts, days, strict=True)):
        value = ratings.values[text]
        if of_legs[at] and value == value and (date not in worst or value > ratings.values[texts[worst[date]]]):
            worst[date] = at
    kept = set(worst.values())
    rows = [[*row, *[""] * (len(table.header) - len(row))] for row in table.rows]
    for at, row in enumerate(rows):
        row[sore.place] = row[sore.place] if at in kept else ""
    said = f"Of the parts of the body in {part.label} the sorest of the legs counts."
    return rebuilt(table, table.header, list(table.numbers), rows, said)
