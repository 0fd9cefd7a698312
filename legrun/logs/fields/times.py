"""A date column to local times, with what had to be assumed about order and zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from legrun.logs.fields.dates import Order, find_zone, parse_moments
from legrun.logs.format import Columns, Notes

__all__ = ["Times", "local_times", "read_times"]

_ORDERS: dict[str, Order] = {"day/month": "dmy", "month/day": "mdy"}
_NAMES: dict[Order, str] = {order: name for name, order in _ORDERS.items()}
_LOCAL, _IN_UTC, _AS_WRITTEN = "local", "in UTC", "as written"
_HOURS = ("07:00", "12:00", "18:00")


class Times(dict[str, dt.datetime | None]):
    """The local time for each distinct text of a date column; None where the text is no date.

    Attributes
    ----------
    dates_only : bool
        Whether the file gives the day only, so that the hour is a guess.
    """

    dates_only: bool = False

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
    return local_times(columns.texts(key), columns.name(key), notes, utc=utc, order=order)


def local_times(
    texts: Sequence[str], name: str | None, notes: Notes, *, utc: bool = False, order: Order | None = None
) -> Times:
    """Return what `read_times` does for texts that were put together from several columns.

    Examples
    --------
    >>> local_times(["2026/08/11 10:56 PM"], "Date", Notes())["2026/08/11 10:56 PM"]
    datetime.datetime(2026, 8, 11, 22, 56)
    """
    chosen = _ORDERS.get(notes.choices.get("date_order", ""), order)
    moments = parse_moments(texts, order=chosen, zone=_zone(notes))
    if moments.order is not None:
        notes.choose("date_order", _NAMES[moments.order], moments.order_reason, tuple(_ORDERS))
        if not moments.order_sure:
            message = f"Day and month cannot be told apart for certain; read as {_NAMES[moments.order]}."
            notes.problem(None, name, message)
    if moments.dates_only:
        return _at_an_hour(moments.values, notes)
    if moments.with_offset:
        return _with_offset(moments.values, notes)
    if utc:
        return _from_utc(moments.values, notes)
    said = _taken_for(_LOCAL, "the file gives times without a zone; they are the clock on the wall", _IN_UTC, notes)
    return Times(moments.values) if said == _LOCAL else _converted(moments.values, _zone(notes))


def _at_an_hour(values: Mapping[str, dt.datetime | None], notes: Notes) -> Times:
    reason = "the file gives the day only; the hour matters for how long ago it was"
    hour = int(notes.choose("time_of_day", "18:00", reason, _HOURS)[:2])
    times = Times({text: moment and moment.replace(hour=hour) for text, moment in values.items()})
    times.dates_only = True
    return times


def _taken_for(found: str, reason: str, other: str, notes: Notes) -> str:
    """Note what a file's clock is taken for, and return what holds; a zone by name may be chosen too."""
    if notes.choices.get("time_zone") in (found, other):
        return notes.choose("time_zone", found, reason, (found, other))
    notes.assume("time_zone", found, reason, (found, other))
    return found


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
    said = _taken_for(_zone_name(notes), reason, _AS_WRITTEN, notes)
    return Times(values) if said == _AS_WRITTEN else _converted(values, zone)


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
