"""A date column to local times, with what had to be assumed about order and zone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from legrun.logs.dates import Order, parse_moments
from legrun.logs.format import Columns, Notes

__all__ = ["read_times"]

_ORDERS: dict[str, Order] = {"day/month": "dmy", "month/day": "mdy"}
_NAMES: dict[Order, str] = {order: name for name, order in _ORDERS.items()}


def read_times(columns: Columns, key: str, notes: Notes, *, utc: bool = False) -> Mapping[str, dt.datetime | None]:
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

    Returns
    -------
    mapping of str to datetime or None
        None where the text is no date.
    """
    texts = columns.texts(key)
    chosen = _ORDERS.get(notes.choices.get("date_order", ""))
    moments = parse_moments(texts, order=chosen, zone=notes.zone)
    if moments.order is not None:
        notes.choose("date_order", _NAMES[moments.order], moments.order_reason, tuple(_ORDERS))
        if not moments.order_sure:
            message = f"Day and month cannot be told apart for certain; read as {_NAMES[moments.order]}."
            notes.problem(None, columns.name(key), message)
    if moments.dates_only:
        reason = "the file gives the day only; the hour matters for how long ago it was"
        hour = int(notes.choose("time_of_day", "18:00", reason, ("07:00", "12:00", "18:00"))[:2])
        return {text: moment and moment.replace(hour=hour) for text, moment in moments.values.items()}
    if not (utc or moments.with_offset):
        notes.assume("time_zone", "local", "the file gives times without a zone; they are the clock on the wall")
        return moments.values
    if notes.zone is None:
        notes.assume("time_zone", "UTC", "the file's times are UTC and no time zone was given")
    else:
        notes.assume("time_zone", notes.zone_name, "the file's times are UTC, converted to your time zone")
    if moments.with_offset or notes.zone is None:
        return moments.values
    return {text: _localised(moment, notes.zone) for text, moment in moments.values.items()}


def _localised(moment: dt.datetime | None, zone: dt.tzinfo) -> dt.datetime | None:
    if moment is None:
        return None
    return moment.replace(tzinfo=dt.UTC).astimezone(zone).replace(tzinfo=None)
