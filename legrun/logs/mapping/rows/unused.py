"""What a mapped table holds besides the columns that were chosen: said, so that nothing is lost without a word."""

from __future__ import annotations

from legrun.logs.fields.numerals import parse_number
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import columns_of
from legrun.logs.mapping.columns.fitting import rates_sleep
from legrun.logs.mapping.words.vocabulary import role_words
from legrun.logs.reading.text import clean, quoted
from legrun.wording.rounding import counted

__all__ = ["note_unused"]

_NAMED = 8  # columns that are named
_SURE = 60.0  # how surely a header names what it holds
# What a verdict depends on, and what it is called.
_WANTED = {"duration": "duration", "distance": "distance", "rpe": "effort", "soreness": "soreness", "sleep": "sleep"}


def note_unused(columns: Columns, notes: Notes) -> None:
    """Note the columns that were not used, and those among them whose name says that they should have been.

    Parameters
    ----------
    columns : Columns
        The mapped table.
    notes : Notes
        Takes ``columns_unused`` and a problem for each column that was not understood.
    """
    used = set(columns.places.values())
    left = [column for column in columns_of(columns.table) if column.place not in used and column.sample]
    for role, what in _WANTED.items():
        if columns.has(role) or (role == "duration" and columns.has("end")):
            continue
        words = role_words()[role]
        sounding = [column for column in left if words.score(column.words) >= _SURE and not column.is_flag]
        for column in sounding[:1]:
            if role == "sleep" and rates_sleep(column):
                message = f"It is taken for a rating of the night, as its {quoted(column.sample[0])}, and for no hours."
                notes.problem(None, column.label, message)
                continue
            shown = next((text for text in column.sample if parse_number(text) is None), column.sample[0])
            message = f"It sounds like the {what}, but cells such as {quoted(shown)} were not understood."
            notes.problem(None, column.label, message)
    if left:
        more = f" and {len(left) - _NAMED} more" if len(left) > _NAMED else ""
        named = ", ".join(clean(column.label, 30) for column in left[:_NAMED])
        notes.assume("columns_unused", counted(len(left), "column"), f"Not used: {named}{more}")
