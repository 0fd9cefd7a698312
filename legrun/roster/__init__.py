"""A coach's roster: reading it, and the morning view of everyone in it.

A roster is legrun's own CSV with a column that names the athlete, one that says what feels wrong, and rows of record
``plan`` for what is planned. Reading splits it by columns; only the rows that today's answer depends on are read
cell by cell, by the reader of a single log.
"""

from typing import TYPE_CHECKING

from legrun import lazily

if TYPE_CHECKING:
    from legrun.roster.alerts import ALERT_ORDER, Alert
    from legrun.roster.client_day import ClientDay, Entry
    from legrun.roster.flags import FLAG_NAMES, Complaint
    from legrun.roster.morning import STATES, Morning, urgency
    from legrun.roster.reading import read_file, read_files, read_roster
    from legrun.roster.roster import Roster
    from legrun.roster.write import roster_csv

__all__ = [
    "ALERT_ORDER",
    "FLAG_NAMES",
    "STATES",
    "Alert",
    "ClientDay",
    "Complaint",
    "Entry",
    "Morning",
    "Roster",
    "read_file",
    "read_files",
    "read_roster",
    "roster_csv",
    "urgency",
]

# Each with its module when it is first asked for: no page waits for what another one shows.
__getattr__, __dir__ = lazily(
    __name__,
    {
        "alerts": (
            "ALERT_ORDER",
            "Alert",
        ),
        "client_day": (
            "ClientDay",
            "Entry",
        ),
        "flags": (
            "FLAG_NAMES",
            "Complaint",
        ),
        "morning": (
            "STATES",
            "Morning",
            "urgency",
        ),
        "reading": (
            "read_file",
            "read_files",
            "read_roster",
        ),
        "roster": ("Roster",),
        "write": ("roster_csv",),
    },
)
