"""What the cells of a column of each role look like: names, moments, ratings, hours."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.durations import parse_hours
from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.rating_cells import parse_rating
from legrun.roster.flags import is_yes_or_no
from legrun.roster.forms.days import told_day
from legrun.roster.forms.moments import without_zone_name
from legrun.roster.forms.row_names import is_measure, names_nobody

__all__ = ["MOST", "are_far", "are_moments", "are_timed", "fits_role", "mostly"]

MOST = 0.6
_BEST_OF_FIVE = 5
_FAR_D = 10  # days from the day that an answer is of to the moment at which it was sent


def fits_role(role: str, cells: Sequence[str]) -> bool:
    """Return whether cells look like those of a column with a role."""
    return role not in _FITS or _FITS[role](cells)


def mostly(cells: Sequence[str], fits: Callable[[str], bool]) -> bool:
    """Return whether most cells fit; a column without any fits as well."""
    # The same texts are looked at once.
    return not cells or sum(count for cell, count in Counter(cells).items() if fits(cell)) >= MOST * len(cells)


def _is_number(text: str) -> bool:
    return text.rstrip("% ").replace(",", ".").replace(".", "", 1).isdecimal()


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def are_moments(cells: Sequence[str]) -> bool:
    """Return whether cells are dates or moments."""
    read = parse_moments(cells).values
    return bool(cells) and mostly(cells, lambda cell: read[cell] is not None)


def _told(cells: Sequence[str]) -> bool:
    """Return whether cells name days by words: "yesterday", "Mon"."""
    return bool(cells) and mostly(cells, lambda cell: told_day(cell, dt.date.min.replace(year=2000)) is not None)


def _words(cells: Sequence[str]) -> bool:
    return mostly(cells, lambda cell: not _is_number(cell)) and not are_moments(cells)


def _rated(cells: Sequence[str]) -> bool:
    return bool(cells) and mostly(cells, lambda cell: parse_rating(cell) is not None)


def are_timed(cells: Sequence[str]) -> bool:
    """Return whether cells are moments with a clock."""
    plain = [without_zone_name(cell) for cell in cells]
    read = parse_moments(plain)
    return bool(cells) and not read.dates_only and mostly(plain, lambda cell: read.values[cell] is not None)


def _slept(cells: Sequence[str]) -> bool:
    """Return whether cells are hours: a team whose longest night has five slept as well as 5 of 5."""
    hours = [number for cell in cells if (number := parse_hours(cell)) is not None]
    return bool(hours) and max(hours) > _BEST_OF_FIVE and 2 * len(hours) >= len(cells)


def are_far(dates: Sequence[str], times: Sequence[str]) -> bool:
    """Return whether dates lie far from the moments beside them, as a birthday or the next race does.

    Examples
    --------
    >>> are_far(["2001-04-03"], ["2026-05-06 06:10"]), are_far(["2026-05-05"], ["2026-05-06 06:10"])
    (True, False)
    """
    read, plain = parse_moments(dates), [without_zone_name(time) for time in times]
    if read.order is not None and not read.order_sure:
        return False  # which of its numbers is the month is asked
    sent = parse_moments(plain).values
    pairs = [(read.values[date], sent[time]) for date, time in zip(dates, plain, strict=True)]
    days = [abs((date.date() - time.date()).days) for date, time in pairs if date is not None and time is not None]
    return bool(days) and sum(each > _FAR_D for each in days) > len(days) / 2


_FITS: dict[str, Callable[[Sequence[str]], bool]] = {
    "athlete": lambda cells: _words(cells) and not mostly(cells, names_nobody),
    "time": are_timed,
    "date": lambda cells: are_moments(cells) or _told(cells),
    "soreness": _rated,
    "fatigue": _rated,
    "sleep": _slept,
    "wrong": lambda cells: not are_moments(cells),
    "ill": _words,
    "item": lambda cells: _words(cells) and any(map(is_measure, set(cells))),
    "where": lambda cells: _words(cells) and not mostly(cells, is_yes_or_no),
    "plan": _words,
    "done": _words,
    "planned_minutes": lambda cells: mostly(cells, _has_digit),
    "planned_rpe": _rated,
    "done_minutes": lambda cells: mostly(cells, _has_digit),
    "done_rpe": lambda cells: mostly(cells, lambda cell: parse_rating(cell, "effort") is not None),
    "session_at": lambda cells: mostly(cells, lambda cell: parse_hour(cell) is not None),
    "distance": lambda cells: mostly(cells, _has_digit) and not are_moments(cells),
}
