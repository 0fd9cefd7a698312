"""A roster for the length of a visit: its rows as they are worked out, today's edits, and what was seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from legrun.answering import Answer, answer
from legrun.calibration import Calibration, calibrate
from legrun.logs import Log
from legrun.roster import FLAG_NAMES, Entry, Morning, Roster, morning, roster_csv, standing, urgency

__all__ = ["FILTERS", "RosterVisit"]

FILTERS = {"all": "All", "look": "Needs a look", "silent": "No check-in"}
_FLAGS = {name: flag for flag, name in FLAG_NAMES.items()}


@dataclass(eq=False)
class RosterVisit:
    """What a coach has done with a roster in this visit.

    Attributes
    ----------
    roster : Roster
        What was read.
    now : datetime.datetime
        The moment that every row answers for.
    entered : dict of date to dict of int to Entry
        Check-ins that were edited, by day and client.
    seen : set of int
        Clients that are ticked off.
    rows : dict of int to Morning
        The rows worked out so far.
    shown : tuple of int
        Clients in the order of the table; it stands still while the table is edited.
    generation : int
        Counts the tables: each order is a table of its own, whose edits are told by place.
    """

    roster: Roster
    now: dt.datetime
    entered: dict[dt.date, dict[int, Entry]] = field(default_factory=dict)
    seen: set[int] = field(default_factory=set)
    rows: dict[int, Morning] = field(default_factory=dict)
    shown: tuple[int, ...] = ()
    generation: int = 0
    _asked: tuple[object, ...] = ()
    _own: tuple[Morning, Calibration] | None = None
    _handed: tuple[tuple[Morning, ...], bytes] | None = None
    _opened: tuple[Morning, Answer, Log] | None = None

    @property
    def edited(self) -> dict[int, Entry]:
        """Today's edited check-ins by client."""
        return self.entered.setdefault(self.now.date(), {})

    def stand_at(self, now: dt.datetime) -> None:
        """Answer for another moment."""
        if now != self.now:
            self.now = now
            self.rows.clear()
            self.seen.clear()
            # What was edited in the last morning's table is not of this one.
            self.generation += 1

    def csv(self) -> bytes:
        """Return the day's roster."""
        return roster_csv(self.roster, self.now, self.edited)

    def work_out(self) -> Iterator[int]:
        """Work out the rows that are missing, those with a red flag first; yield how many stand after each."""
        missing = [client for client in range(len(self.roster.clients)) if client not in self.rows]
        for client in sorted(missing, key=lambda client: not self.roster.flags(client, self.now)):
            where = standing(self.roster, client, self.now, self.edited.get(client))
            self.rows[client] = morning(where)
            yield len(self.rows)

    def opened(self, client: int) -> tuple[Morning, Answer, Log]:
        """Return a client's row, the answer behind it and their whole log; kept until another is opened."""
        row = self.rows[client]
        if self._opened is None or self._opened[0] is not row:
            self._opened = row, answer(row.standing.scenario), self.roster.log(client)
        return self._opened

    def own_response(self, client: int) -> Calibration:
        """Return what a client's check-ins say about them; kept until another is asked for."""
        row, _, log = self.opened(client)
        if self._own is None or self._own[0] is not row:
            scenario = row.standing.scenario
            self._own = row, calibrate(log, scenario.athlete, until=scenario.now)
        return self._own[1]

    @property
    def handouts(self) -> bytes | None:
        """The zip of handouts, as long as it is of the rows in the table."""
        if self._handed is None or self._handed[0] != self._table():
            return None
        return self._handed[1]

    def keep_handouts(self, packed: bytes) -> None:
        """Keep a zip of handouts of the rows in the table."""
        self._handed = self._table(), packed

    def _table(self) -> tuple[Morning, ...]:
        return tuple(self.rows[client] for client in self.shown)

    def in_order(self) -> list[Morning]:
        """Return the rows worked out so far, those that need a look first."""
        return sorted(self.rows.values(), key=urgency)

    def counts(self) -> dict[str, int]:
        """Return how many clients each filter leaves."""
        return {name: sum(self._passes(client, name) for client in self.rows) for name in FILTERS}

    def _passes(self, client: int, filtered: str) -> bool:
        row = self.rows[client]
        if filtered == "look":
            return bool(row.looks) and client not in self.seen
        return filtered == "all" or row.state == "no check-in"

    def show(self, filtered: str, searched: str) -> None:
        """Decide who stands in the table, in which order; nothing moves until something else is asked for."""
        asked = (filtered, searched.strip().casefold(), self.now)
        if asked == self._asked:
            return
        self._asked = asked
        self.sort_again(filtered, searched)

    def sort_again(self, filtered: str, searched: str) -> None:
        """Put the table in order anew."""
        wanted = searched.strip().casefold()
        order = [row.standing.client for row in self.in_order() if wanted in row.standing.name.casefold()]
        self.shown = tuple(client for client in order if self._passes(client, filtered))
        self.generation += 1

    def take(self, cells: Mapping[Any, Mapping[str, Any]]) -> None:
        """Take over what was edited in the table: by place, the columns that changed."""
        for place, changed in cells.items():
            client = self.shown[int(place)]
            if "Seen" in changed:
                (self.seen.add if changed["Seen"] else self.seen.discard)(client)
            before = standing(self.roster, client, self.now, self.edited.get(client)).entry
            entry = _entry(before, changed)
            if entry != before:
                self.edited[client] = entry
                self.rows.pop(client, None)


def _entry(before: Entry, changed: Mapping[str, Any]) -> Entry:
    """Return a check-in with the columns that changed."""
    flag = _FLAGS.get(changed.get("Feels wrong") or "")
    return Entry(
        soreness=_number(changed["Soreness"]) if "Soreness" in changed else before.soreness,
        sleep_h=_number(changed["Sleep, h"]) if "Sleep, h" in changed else before.sleep_h,
        flags=frozenset({flag} if flag else ()) if "Feels wrong" in changed else before.flags,
    )


def _number(cell: Any) -> float | None:
    return None if cell is None or cell != cell else float(cell)  # NaN is not itself
