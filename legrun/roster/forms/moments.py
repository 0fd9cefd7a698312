"""When a form's answers were sent: timestamps of every style, zones, day and month where both are possible."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from legrun.logs.fields.dates import Moments, Order, find_zone, parse_moments
from legrun.logs.reading.text import fold, quoted
from legrun.roster.forms.days import told_day
from legrun.roster.forms.decisions import Decided
from legrun.scenario.hours import DAY

__all__ = ["AnswerMoments", "FormMoments", "moments_of", "without_zone_name"]

# Names of zones behind a form's timestamps, which say less than an offset does.
_ZONE_NAME = re.compile(r"\s*\(?\b(?:CET|CEST|MEZ|MESZ|BST|IST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|WET|EET)\)?\s*$", re.I)
_HAS_OFFSET = re.compile(r"(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)\s*\)?\s*$", re.I)
_MORNING = dt.time(7)
Note = Callable[[int, str, str], None]
_ORDERS: tuple[Order, Order] = ("dmy", "mdy")


@dataclass(frozen=True)
class FormMoments:
    """A column of moments.

    Attributes
    ----------
    values : list of datetime or None
        The moment of each row, local; None where it has none or it is not understood.
    open_order : (str, str, str) or None
        A text of which day and month may be either, and both readings; None where it is settled.
    """

    values: list[dt.datetime | None]
    open_order: tuple[str, str, str] | None = None


def moments_of(
    label: str,
    texts: Sequence[str],
    order: Order | None = None,
    tz: str | None = None,
    now: dt.datetime | None = None,
) -> FormMoments:
    """Return the moments of a column.

    Parameters
    ----------
    label : str
        Its name: "Submit Date (UTC)" says which zone its clocks are of.
    texts : sequence of str
        Its cells.
    order : {"dmy", "mdy"}, optional
        Order of day and month that was chosen.
    tz : str, optional
        Zone to which times with an offset are moved; without it their clocks stay as written.
    now : datetime.datetime, optional
        When it is read. Where a column does not tell day from month, a reading that lies ahead of it is none.

    Examples
    --------
    >>> now = dt.datetime(2026, 3, 4, 8)
    >>> moments_of("Timestamp", ["3/4/2026 6:10:12"], now=now).values
    [datetime.datetime(2026, 3, 4, 6, 10, 12)]
    >>> moments_of("Timestamp", ["2/1/2026 6:10"], now=now).open_order
    ('2/1/2026 6:10', '2 Jan 2026', '1 Feb 2026')
    >>> moments_of("Submit Date (UTC)", ["2026-03-03 20:10:00"], tz="Australia/Sydney").values
    [datetime.datetime(2026, 3, 4, 7, 10)]
    """
    cells = [without_zone_name(text) for text in texts]
    if {"utc", "gmt"} & set(fold(label).split()):
        cells = [text if not text or _HAS_OFFSET.search(text) else f"{text} UTC" for text in cells]
    zone = find_zone(tz)
    read = parse_moments(cells, order=order, zone=zone, today=now.date() if now else None)
    if order is not None or read.order is None or read.order_sure:
        return FormMoments(_values(read, cells))
    ways = {each: parse_moments(cells, order=each, zone=zone) for each in _ORDERS}
    newest = {each: max((m for m in _values(ways[each], cells) if m is not None), default=None) for each in _ORDERS}
    past = [each for each in _ORDERS if now is None or (newest[each] or now) < _day_after(now)]
    is_same = all(ways["dmy"].values[cell] == ways["mdy"].values[cell] for cell in cells)
    if len(past) == 1 or is_same:
        return FormMoments(_values(ways[past[0] if past else "dmy"], cells))
    text = next(cell for cell in cells if ways["dmy"].values[cell] != ways["mdy"].values[cell])
    first, second = (_said(ways[each].values[text]) for each in _ORDERS)
    return FormMoments(_values(read, cells), (text, first, second))


def without_zone_name(text: str) -> str:
    """Return a timestamp without the name of its zone."""
    return _ZONE_NAME.sub("", text)


def _day_after(now: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(now.date(), dt.time()) + DAY


def _values(read: Moments, cells: Sequence[str]) -> list[dt.datetime | None]:
    moments = (read.values[cell] for cell in cells)
    return [None if moment is None else moment.replace(tzinfo=None) for moment in moments]


def _said(moment: dt.datetime | None) -> str:
    return "" if moment is None else f"{moment.day} {moment:%b %Y}"


class AnswerMoments:
    """When each answer is of: the day that it names, else the moment at which it was sent."""

    def __init__(
        self, columns: Mapping[str, Sequence[str]], roles: Mapping[str, str], decided: Decided, note: Note
    ) -> None:
        self._note = note
        self.open_order: tuple[str, str, str] | None = None
        self._times, self._dates = (
            self._column(roles[role], columns[role], decided) if role in columns else None for role in ("time", "date")
        )

    def _column(self, label: str, texts: Sequence[str], decided: Decided) -> list[dt.datetime | None]:
        moments = moments_of(label, texts, decided.order, decided.tz, decided.now)
        self.open_order = self.open_order or moments.open_order
        return moments.values

    def of(self, index: int, number: int, cells: Mapping[str, str]) -> dt.datetime | None:
        """Return when the answer in a row is of: its day, and a clock where it has one; None where nothing tells."""
        time = self._times[index] if self._times else None
        date = self._dates[index] if self._dates else None
        if date is None and time is not None and (text := cells.get("date")):
            if (day := told_day(text, time.date())) is not None:
                date = dt.datetime.combine(day, dt.time())
            else:
                said = f"The day {quoted(text)} was not understood; it counts for the day it was sent."
                self._note(number, "date", said)
        if date is None and time is None:
            text = cells.get("date") or cells.get("time") or ""
            message = f"The date {quoted(text)} was not understood" if text else "The date is missing"
            self._note(number, "date" if "date" in cells else "time", f"{message}; the row was left out.")
            return None
        if time is None or (date is not None and date.date() < time.date()):
            assert date is not None
            if time is not None:
                self._note(number, "date", f"Answered later, for {date.day} {date:%b}; it counts for that day.")
            return date if date.time() != dt.time() else dt.datetime.combine(date.date(), _MORNING)
        if date is not None and date.date() > time.date():
            ahead = f"The day {date.day} {date:%b} lies ahead of the answer"
            self._note(number, "date", f"{ahead}; it counts for {time.day} {time:%b}.")
        return time
