"""A date column to local times, with what had to be assumed about order and zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from legrun.logs.dates import Order, find_zone, parse_moments
from legrun.logs.format import Columns, Notes

__all__ = ["Times", "local_times", "read_times"]

_ORDERS: dict[str, Order] = {"day/month": "dmy", "month/day": "mdy"}
_NAMES: dict[Order, str] = {order: name for name, order in _ORDERS.items()}
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
    if not (utc or moments.with_offset):
        notes.assume("time_zone", "local", "the file gives times without a zone; they are the clock on the wall")
        return Times(moments.values)
    return _from_utc(moments.values, notes, marked=moments.with_offset)


def _at_an_hour(values: Mapping[str, dt.datetime | None], notes: Notes) -> Times:
    reason = "the file gives the day only; the hour matters for how long ago it was"
    hour = int(notes.choose("time_of_day", "18:00", reason, _HOURS)[:2])
    times = Times({text: moment and moment.replace(hour=hour) for text, moment in values.items()})
    times.dates_only = True
    return times


def _zone(notes: Notes) -> dt.tzinfo | None:
    return find_zone(notes.choices.get("time_zone")) or notes.zone


def _from_utc(values: Mapping[str, dt.datetime | None], notes: Notes, *, marked: bool) -> Times:
    zone = _zone(notes)
    if zone is None:
        said = "the file's times carry an offset" if marked else "the file's times are UTC"
        reason = f"{said} and no time zone was given; evening sessions may stand on the wrong day"
        notes.assume("time_zone", "as written" if marked else "UTC", reason)
        return Times(values)
    name = notes.choices.get("time_zone") if find_zone(notes.choices.get("time_zone")) else notes.zone_name
    notes.assume("time_zone", name or "", "the file's times are UTC, converted to your time zone")
    if marked:
        return Times(values)
    return Times({text: _localised(moment, zone) for text, moment in values.items()})


def _localised(moment: dt.datetime | None, zone: dt.tzinfo) -> dt.datetime | None:
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=dt.UTC).astimezone(zone).replace(tzinfo=None)
    except OverflowError:
        return None
