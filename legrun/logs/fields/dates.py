"""Dates as exports write them: ISO, month names in many languages, 12-hour clocks, day-first or month-first.

Nothing is guessed cell by cell: day-month order is decided by the whole column, and month names come from a
fixed table, because general date parsers are silently wrong on mixed languages.
"""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from legrun.logs.fields.date_text import DateParts, plain_moment, short_year_first, take_apart

__all__ = ["Moments", "Order", "find_zone", "parse_moments"]

Order = Literal["dmy", "mdy"]

FIRST_YEAR, LAST_YEAR = 1970, 2199
_DAY_NUMBER = re.compile(r"\d{5}(?:[.,]\d{1,12})?")
_EPOCH_1900 = dt.datetime(1899, 12, 30)  # day 0 of spreadsheets, which take 1900 for a leap year
_FIRST_DAY, _LAST_DAY = 32_874, 73_415  # 1990 to 2100


@dataclass(frozen=True)
class Moments:
    """The distinct texts of a date column as local times.

    Attributes
    ----------
    values : mapping of str to datetime or None
        Local wall-clock time for each text; None where it was not understood.
    order : {"dmy", "mdy"} or None
        Day-month order, when the column has numeric dates that need one.
    order_reason : str
        Why that order.
    order_sure : bool
        Whether the column proves it.
    with_offset : bool
        Whether times carried an offset from UTC.
    dates_only : bool
        Whether no text had a time of day.
    bare : frozenset of str
        Texts without a time of day, where others have one.
    calendar : str
        The calendar that dates were in, where it was not the Gregorian one.
    year_first : bool
        Whether years of two digits stand first.
    off_weekday : tuple of str
        Texts that fall on another day of the week than the one written beside them.
    """

    values: Mapping[str, dt.datetime | None]
    order: Order | None = None
    order_reason: str = ""
    order_sure: bool = True
    with_offset: bool = False
    dates_only: bool = False
    bare: frozenset[str] = frozenset()
    calendar: str = ""
    year_first: bool = False
    off_weekday: tuple[str, ...] = ()


def parse_moments(
    texts: Iterable[str], *, order: Order | None = None, zone: dt.tzinfo | None = None, today: dt.date | None = None
) -> Moments:
    """Read the cells of a date column, each distinct text once.

    Parameters
    ----------
    texts : iterable of str
        Cells in the order of the file.
    order : {"dmy", "mdy"}, optional
        Day-month order chosen by the user.
    zone : tzinfo, optional
        Zone to which times with an offset are converted; without it their clock stays as written.
    today : date, optional
        The day on which the file is read; that of this computer unless it is given.

    Returns
    -------
    Moments

    Examples
    --------
    >>> moments = parse_moments(["5 Mai 2026, 07:34", "Jun 11, 2026, 1:01 PM", "2025-12-22 08:00"])
    >>> [f"{moment:%Y-%m-%d %H:%M}" for moment in moments.values.values()]
    ['2026-05-05 07:34', '2026-06-11 13:01', '2025-12-22 08:00']
    >>> parse_moments(["03/04/2026", "13/04/2026"]).order
    'dmy'
    """
    distinct = list(dict.fromkeys(texts))
    values = {text: _quickly(text) for text in distinct}
    today = today or dt.date.today()
    short = short_year_first([text for text in distinct if text], today.year)
    parts = {text: take_apart((short or {}).get(text, text)) for text, moment in values.items() if moment is None}
    known = [part for part in parts.values() if part is not None]
    if not known and len(parts) == len(values) and (numbered := _day_numbers(distinct)):
        return numbered
    open_parts = [part for part in known if part.month is None]
    reason, sure = "", True
    if open_parts and order is None:
        order, reason, sure = _decide_order(open_parts, today)
    elif not open_parts:
        order = None
    dates_only = _dates_only(values.values(), known)
    within = None if dates_only else zone  # a day without a clock is the same day in every zone
    values.update((text, _put_together(part, order, within)) for text, part in parts.items() if part is not None)
    with_offset = not dates_only and any(part.offset is not None for part in known)
    bare = frozenset(text for text, part in parts.items() if part is not None and part.clock is None)
    return Moments(
        values,
        order if open_parts else None,
        reason or "chosen by you",
        sure,
        with_offset,
        dates_only,
        frozenset() if dates_only else bare,
        ", ".join(sorted({part.calendar for part in known if part.calendar})),
        short is not None,
        tuple(text for text, part in parts.items() if part is not None and _is_off(part, values[text])),
    )


def _dates_only(plain: Iterable[dt.datetime | None], known: list[DateParts]) -> bool:
    """Tell whether no text has a clock, or each has midnight's, as spreadsheets and databases write a day."""
    count, midnight = 0, dt.time()
    for clock in chain(
        (moment.time() for moment in plain if moment is not None), (part.clock or midnight for part in known)
    ):
        if clock != midnight:
            return False
        count += 1
    return count > 0


def _day_numbers(texts: list[str]) -> Moments | None:
    """Return days as spreadsheets count them, where a column holds nothing else: 46083.75 is 2 March 2026, 18:00."""
    values: dict[str, dt.datetime | None] = {}
    for text in texts:
        if not text.strip():
            values[text] = None
        elif not _DAY_NUMBER.fullmatch(text) or not _FIRST_DAY <= (number := float(text.replace(",", "."))) < _LAST_DAY:
            return None
        else:
            # To the second: a fraction of a day is rounded when it is written.
            values[text] = _EPOCH_1900 + dt.timedelta(seconds=round(number * 86_400))
    moments = [moment for moment in values.values() if moment is not None]
    return Moments(values, dates_only=all(moment.time() == dt.time() for moment in moments)) if moments else None


def _quickly(text: str) -> dt.datetime | None:
    moment = plain_moment(text)
    return moment if moment is not None and FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _decide_order(parts: list[DateParts], today: dt.date) -> tuple[Order, str, bool]:
    days_first = sum(part.first > 12 for part in parts)
    months_first = sum(part.second > 12 for part in parts)
    if days_first != months_first:
        order: Order = "dmy" if days_first > months_first else "mdy"
        count = max(days_first, months_first)
        return (
            order,
            f"in {count} of its dates the other number is over 12",
            min(days_first, months_first) == 0,
        )
    if (by_weekdays := _by_weekdays(parts)) is not None:
        return by_weekdays, "so do the days of the week that stand beside the dates fit", True
    sorted_as = [order for order in _ORDERS if _in_sequence(parts, order)]
    if len(sorted_as) == 1:
        return sorted_as[0], "only so are the rows in order of time", True
    if any(part.twelve_hour for part in parts):
        return "mdy", "the clock is a 12-hour one; the dates themselves fit both orders", False
    spans = {order: _span(parts, order) for order in _ORDERS}
    ahead = {order: _is_ahead(parts, order, today) for order in _ORDERS}
    for likelier, other in (_ORDERS, _ORDERS[::-1]):
        # What is planned lies ahead too, so it takes both.
        if ahead[other] and not ahead[likelier] and spans[likelier] < spans[other]:
            return likelier, "in the other order some of the dates would be still to come", True
    for likelier, other in (_ORDERS, _ORDERS[::-1]):
        if spans[likelier] * _CLOSER < spans[other]:
            return likelier, "only so do the dates lie close together; please check", False
    return "dmy", "the dates fit both orders; please check", False


_MANY, _IN_SEQUENCE = 20, 0.95  # of so many dates, this part must follow one another
_CLOSER = 3  # times closer together makes an order the likelier one
_ORDERS: tuple[Order, ...] = ("dmy", "mdy")


def _by_weekdays(parts: list[DateParts]) -> Order | None:
    """Return the order in which dates fall on the weekdays beside them, where the other order never does better."""
    fitting: dict[Order, int] = dict.fromkeys(_ORDERS, 0)
    for part in parts:
        if part.weekday is None:
            continue
        fits = [order for order in _ORDERS if _falls_on(part, order)]
        if len(fits) == 1:
            fitting[fits[0]] += 1
    best, other = sorted(_ORDERS, key=lambda order: -fitting[order])
    return best if fitting[best] and not fitting[other] else None


def _is_off(part: DateParts, moment: dt.datetime | None) -> bool:
    named = part.weekday is not None and part.offset is None
    return named and moment is not None and moment.weekday() != part.weekday


def _falls_on(part: DateParts, order: Order) -> bool:
    moment = _put_together(part, order, None)
    return moment is not None and moment.weekday() == part.weekday


def _span(parts: list[DateParts], order: Order) -> int:
    """Return how many days lie between the first and the last date."""
    moments = [moment for part in parts if (moment := _put_together(part, order, None)) is not None]
    return (max(moments) - min(moments)).days if moments else 0


def _is_ahead(parts: list[DateParts], order: Order, today: dt.date) -> bool:
    """Tell whether some dates are later than tomorrow, which it already is somewhere."""
    moments = [_put_together(part, order, None) for part in parts]
    return any(moment is not None and moment.date() > today + dt.timedelta(days=1) for moment in moments)


def _in_sequence(parts: list[DateParts], order: Order) -> bool:
    """Tell whether at least four dates rise, or fall, throughout; of many a few may stand elsewhere."""
    moments = [_put_together(part, order, None) for part in parts]
    dates = list(dict.fromkeys(moment.date() for moment in moments if moment is not None))
    if len(dates) < 4 or None in moments:
        return False
    rising = sum(after > before for before, after in pairwise(dates)) / (len(dates) - 1)
    return max(rising, 1 - rising) >= (_IN_SEQUENCE if len(dates) > _MANY else 1.0)


def _put_together(part: DateParts, order: Order | None, zone: dt.tzinfo | None) -> dt.datetime | None:
    month, day = part.month, part.day
    if month is None or day is None:
        day, month = (part.first, part.second) if order == "dmy" else (part.second, part.first)
    if not FIRST_YEAR <= part.year <= LAST_YEAR:
        return None
    try:
        moment = dt.datetime.combine(dt.date(part.year, month, day), part.clock or dt.time())
        if part.offset is not None and zone is not None:
            moment = moment.replace(tzinfo=dt.timezone(part.offset)).astimezone(zone).replace(tzinfo=None)
    except (ValueError, OverflowError):
        return None
    return moment


def find_zone(name: str | None) -> dt.tzinfo | None:
    """Return the time zone of that name, or None when there is none.

    Examples
    --------
    >>> find_zone("Europe/Paris"), find_zone("Nowhere/Land")
    (zoneinfo.ZoneInfo(key='Europe/Paris'), None)
    """
    try:
        return zoneinfo.ZoneInfo(name) if name else None
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
