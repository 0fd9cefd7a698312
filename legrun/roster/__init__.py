"""A coach's roster: reading it, and the morning view of everyone in it.

A roster is legrun's own CSV with a column that names the athlete, one that says what feels wrong, and rows of record
``plan`` for what is planned. Reading splits it by columns; only the rows that today's answer depends on are read
cell by cell, by the reader of a single log.
"""

from legrun.roster.alerts import LOOKS, Look
from legrun.roster.client_day import Entry, Standing, standing
from legrun.roster.flags import FLAG_NAMES
from legrun.roster.morning import STATES, Morning, morning, urgency
from legrun.roster.roster import Roster, read_file, read_roster, roster_of
from legrun.roster.write import roster_csv

__all__ = [
    "FLAG_NAMES",
    "LOOKS",
    "STATES",
    "Entry",
    "Look",
    "Morning",
    "Roster",
    "Standing",
    "morning",
    "read_file",
    "read_roster",
    "roster_csv",
    "roster_of",
    "standing",
    "urgency",
]
