"""Lines before the header of an unknown table: a title, a date of export, what an app says about itself."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.numerals import parse_number
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.reading.opening import DELIMITERS, Opened
from legrun.logs.strength.titles import strength_kind

__all__ = ["completes", "named_cells", "past_preamble"]

_LINES = 25
_NEEDED = 2  # cells that name a role
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")  # also before what another mark parts
_LASTS = re.compile(r"\d{1,3}\s*(?:mins?|minutes|minuten|minuti|minutos|h|hrs?|std)\.?", re.I)
_LONGEST = 60  # of a cell that is a name [characters]


def past_preamble(opened: Opened) -> Opened | None:
    r"""Return a file from the line on that names its columns, or None when that is its first line already.

    Examples
    --------
    >>> from legrun.logs.reading.opening import open_table
    >>> text = "My training 2026\nExported by me\n\nDate;Sport;Minutes\n2026-03-02;Run;40\n"
    >>> opened = past_preamble(open_table(text))
    >>> opened.header, opened.skipped
    (('Date', 'Sport', 'Minutes'), 3)
    """
    lines = list(islice(io.StringIO(opened.text, newline=""), _LINES))
    if not lines:
        return None
    scored = [max((named_cells(_cells(line, mark)), -at, mark) for at, mark in enumerate(DELIMITERS)) for line in lines]
    first = scored[0][0]
    best = max(range(len(lines)), key=lambda place: (scored[place][0], -place))
    if best == 0 or first >= _NEEDED or scored[best][0] < max(_NEEDED, first + 1):
        return None
    if _filled(lines[0]) >= _filled(lines[best]):  # a title has fewer cells than a header
        return None
    if completes(*(_cells(lines[at], scored[best][2]) for at in (best - 1, best))):
        best -= 1
    if best == 0:
        return None
    text = opened.text[sum(len(line) for line in lines[:best]) :]
    return replace(opened, text=text, skipped=opened.skipped + best, delimiter=scored[best][2])


def completes(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Tell a line of groups that names a column of dates which the line below it leaves blank.

    Examples
    --------
    >>> completes(["Date", "Run", "", "Gym"], ["", "km", "min", "Focus"])
    True
    """
    pairs = zip_longest(upper, lower, fillvalue="")
    return any(
        above.strip() and not below.strip() and role_words()["date"].score(header_words(above)) > 0
        for above, below in pairs
    )


def _filled(line: str) -> int:
    return max(sum(bool(cell.strip()) for cell in _cells(line, mark)) for mark in DELIMITERS)


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def named_cells(cells: Sequence[str]) -> int:
    """Return how many cells of a line name what a column may hold; 0 for a line of values.

    Examples
    --------
    >>> named_cells(["Date", "Sport", "Minutes"]), named_cells(["2026-03-02", "Run", "40"])
    (3, 0)
    """
    texts = [cell.strip() for cell in cells if cell.strip()]
    if len(texts) < _NEEDED or any(_is_value(text) for text in texts):
        return 0
    words = [header_words(text.rsplit(".", 1)[-1]) for text in texts if len(text) <= _LONGEST]
    roles = role_words().values()
    return sum(any(role.score(each) > 0 for role in roles) for each in words)


def _is_value(text: str) -> bool:
    return (
        _DATE.match(text) is not None
        or _LASTS.fullmatch(text) is not None
        or parse_number(text) is not None
        or parse_moments([text]).values[text] is not None
        or _tells_session(text)
    )


def _tells_session(text: str) -> bool:
    """Tell what was done from a name: “Run 40 min” and “7.5 km” name units, but how many of them."""
    rest, *measured = parts_of(text)
    return any(measured[:2]) and (not rest or activity(rest).known or strength_kind(rest) is not None)
