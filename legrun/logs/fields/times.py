"""A date column to local times, with what had to be assumed about order and zone."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.dates import Moments, Order, find_zone, parse_moments
from legrun.logs.fields.dayparts import doubt_clock
from legrun.logs.format import Columns, Notes
from legrun.logs.reading.text import quoted
from legrun.wording.rounding import counted

__all__ = ["Times", "elapsed_minutes", "local_times", "read_times", "shift_times"]

# Day and month by their letters: English, German, French and Italian.
_ORDER_NAME = re.compile(
    r"(?<![^\W_])(?:((?:d{1,2}|tt|jj|gg)[./ -]?mm?(?![^\W_jay])|dmy)|(?:mm?[./ -]?(?:d{1,2}|tt|jj|gg)|mdy))"
    r"(?![^\W_jay])",
    re.I,
)
_ORDERS: dict[str, Order] = {"day/month": "dmy", "month/day": "mdy"}
_NAMES: dict[Order, str] = {order: name for name, order in _ORDERS.items()}
_LOCAL, _IN_UTC, _AS_WRITTEN = "local", "in UTC", "as written"
_HOURS = ("07:00", "12:00", "18:00")
_ENDS = frozenset({"end", "wake"})  # people wake up and stop in the small hours; only starts can be doubted
_LOCAL_NAME = re.compile(r"(?<![a-z])local(?![a-z])|local$", re.I)  # start_date_local, startTimeLocal, Local time
_UTC_NAME = re.compile(r"(?<![A-Za-z])(?:utc|gmt|zulu)(?![a-z])|(?:UTC|GMT|Utc|Gmt)$", re.ASCII | re.I)
# A spreadsheet makes 100 of +0100.
_OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-]?)(\d{1,2}?):?(\d{2})(?:\.0)?|(?:UTC|GMT)?\s*([+-])(\d{1,2})", re.I)


class Times(dict[str, dt.datetime | None]):
    """The local time for each distinct text of a date column; None where the text is no date.

    Attributes
    ----------
    dates_only : bool
        Whether the file gives the day only, so that the hour is a guess.
    parsed : Moments or None
        The texts as they were read.
    """

    dates_only: bool = False
    parsed: Moments | None = None

    @property
    def estimated(self) -> frozenset[str]:
        """Which fields of a session that starts then are estimated."""
        return frozenset({"start"}) if self.dates_only else frozenset()


def read_times(columns: Columns, key: str, notes: Notes, *, utc: bool = False, order: Order | None = None) -> Times:
    """Return the local time for each distinct text of a date column, and note what was assumed.

    Parameters
    ----------
    columns : Columns
        The table.
    key : str
        Our key of the column.
    notes : Notes
        Takes the assumptions ``date_order`` and ``time_zone``.
    utc : bool
        Whether the format writes UTC even where the text does not say so.
    order : {"dmy", "mdy"}, optional
        Day-month order, where the header says it.

    Returns
    -------
    Times
    """
    starts = key not in _ENDS
    texts, titles = columns.texts(key), columns.texts("title") if columns.has("title") else ()
    rows = columns.first_rows(key, "title")
    texts, titles = [texts[row] for row in rows], [titles[row] for row in rows] if titles else ()
    return local_times(texts, columns.name(key), notes, utc=utc, order=order, titles=titles, starts=starts)


def local_times(
    texts: Sequence[str],
    name: str | None,
    notes: Notes,
    *,
    utc: bool = False,
    order: Order | None = None,
    titles: Sequence[str] = (),
    starts: bool = True,
) -> Times:
    """Return what `read_times` does for texts that were put together from several columns.

    Examples
    --------
    >>> local_times(["2026/08/11 10:56 PM"], "Date", Notes())["2026/08/11 10:56 PM"]
    datetime.datetime(2026, 8, 11, 22, 56)
    """
    if order is None and (said := _order_of(name or "")) and not parse_moments(texts).order_sure:
        order = said
    chosen = _ORDERS.get(notes.choices.get("date_order", ""), order)
    utc = utc or bool(name and _UTC_NAME.search(name))
    wall = bool(name and _LOCAL_NAME.search(name))  # Strava's API marks the clock on the wall with a Z
    moments = parse_moments(texts, order=chosen, zone=None if wall else _zone(notes))
    _note_dates(moments, name, notes, elsewhere=order is not None)
    if moments.dates_only:
        return _at_an_hour(moments.values, notes)
    if wall and moments.with_offset:
        notes.assume(
            "time_zone", _LOCAL, f"the column is called {name}: it is the clock on the wall, whatever its mark"
        )
        return Times(moments.values)
    if moments.with_offset:
        return _with_offset(moments.values, notes)
    if utc:
        return _from_utc(moments.values, notes)
    clock = _local_or_utc(texts, titles, moments.values if starts else {}, name, notes)
    times = Times(moments.values) if clock == _LOCAL else _converted(moments.values, _zone(notes))
    times.parsed = moments
    return times


def _order_of(name: str) -> Order | None:
    """Return the order of day and month that a header names: “Date (MM/DD/YYYY)”, “Datum (TT.MM.JJJJ)”."""
    match = _ORDER_NAME.search(name)
    return None if match is None else "dmy" if match[1] else "mdy"


def _note_dates(moments: Moments, name: str | None, notes: Notes, *, elsewhere: bool) -> None:
    """Note how dates were read: their order of day and month, their calendar, and weekdays that contradict them."""
    if moments.order is not None:
        other = "" if moments.order_sure else next(name for name, order in _ORDERS.items() if order != moments.order)
        reason = "the header or another column shows it" if elsewhere else moments.order_reason
        notes.choose("date_order", _NAMES[moments.order], reason, tuple(_ORDERS), instead=other)
        if not moments.order_sure:
            message = f"Day and month cannot be told apart for certain; read as {_NAMES[moments.order]}."
            notes.problem(None, name, message)
    if moments.off_weekday:
        shown = f"{counted(len(moments.off_weekday), 'date')} such as {quoted(moments.off_weekday[0])}"
        notes.problem(None, name, f"{shown}: the weekday beside is another day's; the date was taken.")
    if moments.year_first:
        notes.assume("date_order", "year/month/day", "only so do the years lie in the past")
    if moments.calendar:
        notes.assume("calendar", moments.calendar, "its years are no others; each day was turned into ours")


def _local_or_utc(
    texts: Sequence[str],
    titles: Sequence[str],
    values: Mapping[str, dt.datetime | None],
    name: str | None,
    notes: Notes,
) -> str:
    """Return what a clock without a zone is taken for, and ask where it cannot be the one on the wall."""
    pairs = dict.fromkeys(zip(texts, titles or [""] * len(texts), strict=True))
    doubt = doubt_clock((start, title) for text, title in pairs if (start := values.get(text)) is not None)
    if doubt is None:
        reason = "the file gives times without a zone; they are the clock on the wall"
        return _taken_for(_LOCAL, reason, _IN_UTC, notes)
    if notes.choices.get("time_zone") not in (_LOCAL, _IN_UTC):
        message = f"{doubt[0].upper()}{doubt[1:]}: the clock is probably in UTC. Choose under Time zone."
        notes.problem(None, name, message)
    return _taken_for(_LOCAL, f"{doubt}; choose in UTC if that is the reason", _IN_UTC, notes, other_first=True)


def _at_an_hour(values: Mapping[str, dt.datetime | None], notes: Notes) -> Times:
    reason = "the file gives the day only; the hour matters for how long ago it was"
    hour = int(notes.choose("time_of_day", "18:00", reason, _HOURS)[:2])
    times = Times({text: moment and moment.replace(hour=hour) for text, moment in values.items()})
    times.dates_only = True
    return times


def _taken_for(taken: str, reason: str, other: str, notes: Notes, *, other_first: bool = False) -> str:
    """Note what a file's clock is taken for, and return what holds; a zone by name may be chosen too."""
    options = (other, taken) if other_first else (taken, other)
    if notes.choices.get("time_zone") in options:
        return notes.choose("time_zone", taken, reason, options)
    notes.assume("time_zone", taken, reason, options, instead=other if other_first else "")
    return taken


def _zone(notes: Notes) -> dt.tzinfo | None:
    return find_zone(notes.choices.get("time_zone")) or notes.zone


def _zone_name(notes: Notes) -> str:
    chosen = notes.choices.get("time_zone", "")
    return chosen if find_zone(chosen) else notes.zone_name


def _with_offset(values: Mapping[str, dt.datetime | None], notes: Notes) -> Times:
    if _zone(notes) is None:
        reason = "the file's times carry an offset and no time zone was given"
        notes.assume("time_zone", _AS_WRITTEN, f"{reason}; evening sessions may stand on the wrong day")
    else:
        notes.assume("time_zone", _zone_name(notes), "the file's times carry an offset, converted to your time zone")
    return Times(values)


def _from_utc(values: Mapping[str, dt.datetime | None], notes: Notes) -> Times:
    zone = _zone(notes)
    if zone is None:
        reason = "the file's times are UTC and no time zone was given; evening sessions may stand on the wrong day"
        notes.assume("time_zone", "UTC", reason)
        return Times(values)
    reason = "the file's times are UTC, converted to your time zone"
    clock = _taken_for(_zone_name(notes), reason, _AS_WRITTEN, notes)
    return Times(values) if clock == _AS_WRITTEN else _converted(values, zone)


def _converted(values: Mapping[str, dt.datetime | None], zone: dt.tzinfo | None) -> Times:
    if zone is None:
        return Times(values)
    return Times({text: _localised(moment, zone) for text, moment in values.items()})


def _localised(moment: dt.datetime | None, zone: dt.tzinfo) -> dt.datetime | None:
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=dt.UTC).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return None


def elapsed_minutes(
    starts: Sequence[str], ends: Sequence[str], notes: Notes, *, parsed: Moments | None = None
) -> NDArray[np.float64]:
    """Return the minutes from start to end; NaN where one is missing, or the end is not after the start.

    No zone changes a length: where both columns carry an offset they are compared in UTC, where neither does as they
    stand, and where only one does the other is taken for the person's own clock.

    Parameters
    ----------
    starts, ends : sequence of str
        Cells. An end that is a clock alone belongs to the day of its start, or to the next.
    notes : Notes
        Knows the time zone and the user's choices.
    parsed : Moments, optional
        The starts as they were read, where that was done before.

    Examples
    --------
    >>> starts = ["2026-03-02T18:08:05+01:00", "2026-03-02T23:50:00+01:00"]
    >>> elapsed_minutes(starts, ["2026-03-02T17:53:05Z", "00:20"], Notes())
    array([45., 30.])
    """
    given, ends = ends, [_with_day(*pair) for pair in zip(starts, ends, strict=True)]
    if parsed is None or parsed.order or parsed.with_offset:
        parsed = parse_moments(starts)
    as_written, ends_written = parsed, parse_moments(ends)
    order = _ORDERS.get(notes.choices.get("date_order", "")) or as_written.order
    mixed = as_written.with_offset != ends_written.with_offset
    if as_written.dates_only or (mixed and _zone(notes) is None):
        return np.full(len(ends), np.nan)
    firsts, lasts = as_written.values, ends_written.values
    if as_written.with_offset or ends_written.with_offset or as_written.order or ends_written.order:
        zone = _zone(notes) if mixed else dt.UTC
        firsts = parse_moments(starts, order=order, zone=zone).values
        lasts = parse_moments(ends, order=order, zone=zone).values
    lengths = []
    for first_text, last_text, as_given in zip(starts, ends, given, strict=True):
        first, last = firsts[first_text], lasts[last_text]
        minutes = (last - first).total_seconds() / 60 if first and last else np.nan
        if minutes < 0 and last_text != as_given:
            minutes += _DAY  # a clock alone, past midnight
        lengths.append(minutes if minutes > 0 else np.nan)
    return np.array(lengths, dtype=np.float64)


_DAY = 1440.0  # min


def _with_day(start: str, end: str) -> str:
    """Return an end that is a clock alone with the day of its start, and its offset."""
    if not _CLOCK.fullmatch(end):
        return end
    clock = _CLOCK.search(start)
    return f"{start[: clock.start()].rstrip(' T,')} {end}{start[clock.end() :]}" if clock else f"{start} {end}"


_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s*[AaPp][Mm])?")


def shift_times(texts: Sequence[str], offsets: Sequence[str], notes: Notes) -> list[dt.datetime | None]:
    """Return the local time of each row of a column in UTC whose offset stands in another.

    Parameters
    ----------
    texts : sequence of str
        Times in UTC.
    offsets : sequence of str
        Offsets such as ``UTC+0100``, ``-05:00`` or ``-0500``.
    notes : Notes
        Takes the assumption ``time_zone``. With a time zone of the user all times are converted to it, as those of
        other files are; without one each keeps the clock of the place.

    Examples
    --------
    >>> shift_times(["2026-03-05 23:30:00.000"], ["UTC+0100"], Notes())
    [datetime.datetime(2026, 3, 6, 0, 30)]
    """
    moments = parse_moments(texts, zone=dt.UTC).values
    shifts = {text: _shift(text) for text in dict.fromkeys(offsets)}
    zone = _zone(notes)
    if zone is None:
        notes.assume(
            "time_zone", _AS_WRITTEN, "each row says its own offset from UTC; times are the clock of the place"
        )
    else:
        notes.assume("time_zone", _zone_name(notes), "the file's times are UTC, converted to your time zone")
    times = []
    for text, mark in zip(texts, offsets, strict=True):
        moment = moments[text]
        times.append(moment and (moment + shifts[mark] if zone is None else _localised(moment, zone)))
    return times


def _shift(mark: str) -> dt.timedelta:
    """Return an offset from UTC; none where the text is not one."""
    match = _OFFSET.fullmatch(mark)
    if match is None:
        return dt.timedelta()
    shift = dt.timedelta(hours=int(match[2] or match[5]), minutes=int(match[3] or 0))
    return -shift if "-" in (match[1], match[4]) else shift
