"""A diary as lines of text, each with its day: “2 March 2026: ran 8 km in 45 min”."""

from __future__ import annotations

import re
from collections.abc import Sequence

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.dates import parse_moments
from legrun.logs.log import Problem
from legrun.logs.mapping.shapes.parted import parts_of
from legrun.logs.reading.opening import Opened
from legrun.logs.reading.table import Table

__all__ = ["begins_with_a_day", "diary_lines"]

_WEEKDAY = r"(?:[^\W\d_]{2,10}\.?,?\s+)?"
_WORD = r"[^\W\d_]{3,10}\.?"
_DAY = re.compile(
    rf"\s*(?:[-*•]\s*)?({_WEEKDAY}(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}"
    rf"|\d{{1,2}}\.?\s+(?:de\s+)?{_WORD}\s+(?:de\s+)?\d{{4}}|{_WORD}\s+\d{{1,2}}(?:st|nd|rd|th)?[,\s]\s*\d{{4}}))"
    r"(?:\s*[:–—|]\s*|\s+-\s+|\s+)(?=[^\W\d_])",
    re.I,
)
_PARTS = re.compile(r"\s*[;+]\s*|\.\s+(?=[^\W\d_])")
_LEAST, _MOST = 2, 5000  # lines
_DATED = 0.8  # part of the lines that begin with a day


def begins_with_a_day(text: str) -> bool:
    """Tell a line that begins with a day and goes on in words.

    Examples
    --------
    >>> [begins_with_a_day(text) for text in ("2 March 2026: ran 8 km", "2026-03-02 Legs 60 min", "2026-03-02", "Date")]
    [True, True, False, False]
    """
    return _DAY.match(text[:200]) is not None


def diary_lines(opened: Opened) -> Table | None:
    r"""Return a file of lines that begin with their day as a table of days and sessions, or None for any other.

    Examples
    --------
    >>> from legrun.logs.reading.opening import open_table
    >>> diary_lines(open_table("2 March 2026: ran 8 km in 45 min\n4 March 2026: leg day, 60 min\n")).rows
    [['2 March 2026', 'ran 8 km in 45 min'], ['4 March 2026', 'leg day, 60 min']]
    """
    lines = [(number, line) for number, line in enumerate(opened.text.splitlines(), 1 + opened.skipped) if line.strip()]
    if lines and not begins_with_a_day(lines[0][1]):  # a title
        lines = lines[1:]
    if not _LEAST <= len(lines) <= _MOST:
        return None
    said = [(number, line, _DAY.match(line[:200])) for number, line in lines]
    dated = [(number, line, match) for number, line, match in said if match is not None]
    moments = parse_moments([match[1] for _, _, match in dated]).values
    known = sum(moment is not None for moment in moments.values())
    if len(dated) < _DATED * len(lines) or known < len(moments):
        return None
    numbers, rows = [], []
    for number, line, match in dated:
        for session in _sessions(line[match.end() :].strip()):
            numbers.append(number)
            rows.append([match[1], session])
    left = [Problem(number, None, "The line names no day; it was left out.") for number, _, match in said if not match]
    return Table(("Date", "Session"), numbers, rows, None, ",", opened.encoding, opened.name, (*opened.problems, *left))


def _sessions(text: str) -> Sequence[str]:
    """Return the sessions of a line, where each part of it says what was done and how much of it."""
    parts = [part for part in _PARTS.split(text) if part]
    each = [parts_of(part) for part in parts]
    apart = len(parts) > 1 and all(activity(rest).known and any(measured) for rest, *measured in each)
    return parts if apart else [text]
