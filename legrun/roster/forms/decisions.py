"""What is known of a form beyond its own cells: what a person decided, who reads it, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from legrun.logs.fields.dates import Order

__all__ = ["EVERY", "LEGS", "Decided", "LegDays"]

# Which of several columns of soreness count.
LEGS, EVERY = "legs", "every"
LegDays = Mapping[str, Collection[dt.date]]


@dataclass(frozen=True)
class Decided:
    """What is known of a form beyond its own cells.

    Attributes
    ----------
    scales : mapping of str to str
        Scales that a person chose, by their names: "soreness", "effort", "soreness of LABEL".
    person : str
        Whose a sheet without names is.
    order : {"dmy", "mdy"} or None
        Order of day and month that a person chose.
    tz : str or None
        Zone to which times with an offset are moved.
    sorest : str
        Whether of several columns of soreness the legs' own count, "legs", or every one; empty where nobody said.
    now : datetime.datetime or None
        When the form is read: an answer is not of the future.
    """

    scales: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    order: Order | None = None
    tz: str | None = None
    now: dt.datetime | None = None
    sorest: str = ""
