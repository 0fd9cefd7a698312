"""The rows of a mapped table with their local starts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.times import Times, local_times
from legrun.logs.format import Columns, Notes
from legrun.logs.mapping.columns.column import is_missing
from legrun.logs.mapping.columns.day_month import order_elsewhere
from legrun.logs.mapping.rows.blank_dates import filled_dates
from legrun.logs.mapping.rows.ends import ends_for_starts
from legrun.logs.mapping.words.vocabulary import header_words, role_words
from legrun.logs.reading.text import clean, quoted
from legrun.wording.rounding import counted

__all__ = ["DatedRows"]


@dataclass(eq=False)
class DatedRows:
    """The rows of a mapped table with their local starts.

    Attributes
    ----------
    columns : Columns
        The table.
    texts : list of str
        Date and clock of each row as the file writes them.
    starts : list of datetime or None
        Local start of each row; None where it is missing or was not understood and noted.
    times : Times
        How the texts were read.
    bare : frozenset of int
        Places of rows without a clock, where others have one.
    ended : dict of int to bool
        Places of rows that are known by their end, and whether their day stands beside it; `starts` holds the end.
    """

    columns: Columns
    texts: list[str]
    starts: list[dt.datetime | None]
    times: Times
    bare: frozenset[int] = frozenset()
    ended: Mapping[int, bool] = field(default_factory=dict)

    @property
    def numbers(self) -> Sequence[int]:
        """Row of each as a spreadsheet counts."""
        return self.columns.table.numbers

    @property
    def hours_known(self) -> list[bool]:
        """Whether the hour of each row stands in the file."""
        return [not self.times.dates_only and place not in self.bare for place in range(len(self.starts))]

    @property
    def ends(self) -> dict[dt.datetime, bool]:
        """The ends of the rows that are known by them, and whether their day stands beside."""
        return {end: has_day for place, has_day in self.ended.items() if (end := self.starts[place]) is not None}

    @classmethod
    def of(cls, columns: Columns, notes: Notes) -> DatedRows:
        """Return the rows with their starts; note those whose date is missing or was not understood."""
        texts, ended = ends_for_starts(columns, _start_texts(columns, notes))
        name = columns.name(columns.first("start", "date", "end"))
        times = local_times(texts, name, notes, order=order_elsewhere(columns.table, texts))
        starts = [times[text] for text in texts]
        bare = _at_an_hour(texts, starts, times, notes)
        _doubt_the_column(columns, notes)
        for number, text, start in zip(columns.table.numbers, texts, starts, strict=True):
            if start is None:
                message = f"The date {quoted(text)} was not understood; the row was left out."
                notes.problem(number, name, message if text else "The date is missing; the row was left out.")
        return cls(columns, texts, starts, times, bare, ended)


def _at_an_hour(texts: Sequence[str], starts: list[dt.datetime | None], times: Times, notes: Notes) -> frozenset[int]:
    """Give rows without a clock the usual hour, where others have one, and return their places."""
    if times.dates_only:
        return frozenset()
    read = parse_moments(texts)
    # Beside clocks midnight to the second is a day that a spreadsheet wrote, no session at that hour.
    days = read.bare | {text for text, moment in read.values.items() if moment and moment.time() == dt.time()}
    dated = [(at, start) for at, start in enumerate(starts) if start is not None and texts[at] in days]
    places = frozenset(at for at, start in dated if texts[at] in read.bare or start.time() == dt.time())
    if places:
        reason = f"{counted(len(places), 'row')} give the day only; the hour matters for how long ago it was"
        hour = int(notes.choose("time_of_day", "18:00", reason, ("07:00", "12:00", "18:00"))[:2])
        for at in places:
            starts[at] = (start := starts[at]) and start.replace(hour=hour, minute=0, second=0)
    return places


def _doubt_the_column(columns: Columns, notes: Notes) -> None:
    """Say so where the only date is when a row was written, not when the session was."""
    name = columns.name(columns.first("start", "date")) or ""
    if role_words()["date"].doubts(header_words(name)) and not columns.has("sleep"):
        reason = f"the name of {quoted(name)} says when a row was written or changed; no better date was chosen"
        notes.assume("date_column", clean(name, 30), reason)


def _start_texts(columns: Columns, notes: Notes) -> list[str]:
    """Return each row's start as one text; a day and a clock in two columns are put together."""
    starts, dates, clocks = (columns.texts(role) for role in ("start", "date", "time"))
    if columns.has("date"):
        dates = filled_dates(columns, "date", notes)
    elif columns.has("start"):
        starts = filled_dates(columns, "start", notes)
    if not columns.has("date"):
        return starts
    if columns.has("time"):
        pairs = zip(dates, clocks, strict=True)
        return [date if is_missing(clock) else f"{_day_alone(date)} {_written(clock)}".strip() for date, clock in pairs]
    if columns.has("start"):
        pairs = zip(dates, starts, strict=True)
        return [start if len(start) > 8 or not start else f"{date} {start}".strip() for date, start in pairs]
    return dates


def _written(clock: str) -> str:
    """Return a clock as dates have it behind them: 18 and 6 pm become 18:00."""
    hour = parse_hour(clock)
    return clock if hour is None or ":" in clock else f"{hour:%H:%M}"


def _day_alone(text: str) -> str:
    """Return a date without the midnight that a spreadsheet put behind it."""
    for midnight in (" 00:00:00", " 0:00:00", " 00:00", " 0:00", "T00:00:00", "T00:00:00Z", "T00:00:00.000Z"):
        if text.endswith(midnight):
            return text[: -len(midnight)]
    return text
