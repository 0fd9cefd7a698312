"""Dates that stand once above several rows: sheets of people leave the cells below empty, or merge them."""

from __future__ import annotations

from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import columns_of, is_missing, says_sum
from legrun.wording.rounding import counted

__all__ = ["filled_dates"]

_ABOVE, _LEFT_OUT = "that above", "left out"


def filled_dates(columns: Columns, role: str, notes: Notes) -> list[str]:
    """Return the dates of the rows; a row that names what was done and has none has that of the row above.

    Rows of sets are taken so, for a workout has many. Where rows are whole sessions it is asked.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    role : {"date", "start"}
        The column of dates.
    notes : Notes
        Takes ``blank_dates``.
    """
    texts = columns.texts(role)
    if not any(map(is_missing, dict.fromkeys(texts))):
        return texts
    names = columns.texts(next((each for each in ("exercise", "kind") if columns.has(each)), ""))
    # A row with another date, "Due" beside "Completed", is no part of the day above.
    others = [each.place for each in columns_of(columns.table) if each.is_moment and each.place != columns.places[role]]
    cells = zip(*map(columns.table.column, others), strict=True)
    elsewhere = [any(not is_missing(text) for text in row) for row in cells]
    blank = [
        at
        for at, (text, name) in enumerate(zip(texts, names, strict=True))
        if is_missing(text) and not is_missing(name) and not says_sum(name) and not (others and elsewhere[at])
    ]
    lifted = columns.has("exercise")
    if not blank or blank[0] == 0 or (role == "start" and not lifted):
        return texts
    reason = f"{counted(len(blank), 'row')} without a date {'stands' if len(blank) == 1 else 'stand'} below one with it"
    options = (_ABOVE, _LEFT_OUT)
    if notes.choose("blank_dates", _ABOVE, reason, options, instead="" if lifted else _LEFT_OUT) == _LEFT_OUT:
        return texts
    above, filled, among = "", list(texts), set(blank)
    for at, text in enumerate(texts):
        above = above if is_missing(text) else text
        filled[at] = above if at in among else text
    return filled
