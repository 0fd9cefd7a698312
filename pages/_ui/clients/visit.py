"""A roster for the length of a visit: its rows as they are worked out, what was entered, and what was decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from legrun.answering import Answer, answer
from legrun.calibration import Calibration, calibrate
from legrun.charts.mornings import DayMark
from legrun.errors import LogFormatError
from legrun.logs import Log
from legrun.logs.reading.text import fold
from legrun.report.handouts import Batch, pack
from legrun.report.past_mornings import day_marks
from legrun.report.team_week import ClientWeek
from legrun.roster import ClientDay, Entry, Morning, Roster, roster_csv, urgency
from legrun.roster.changes import changes
from legrun.roster.forms.form import Form
from legrun.roster.names import name_key
from legrun.roster.reading import Read
from legrun.roster.team import rows_of
from legrun.roster.typed import read_cells
from legrun.scenario.week_plan import WeekPlan

__all__ = ["FILTERS", "RosterVisit"]

FILTERS = {"all": "All", "look": "Needs a look", "silent": "No check-in", "open": "Yesterday open"}
NEW_DAYS = 7  # a roster whose newest row is no older is of this week: it is read for today
Entries = dict[str, Entry]


@dataclass(eq=False)
class RosterVisit:
    """What a coach has done with a roster in this visit.

    Attributes
    ----------
    read : Read
        What the files hold.
    now : datetime.datetime
        The moment that every row answers for.
    names : tuple of str
        Whose each single log is.
    same : dict of str to str
        What was decided about names that look alike.
    choices : dict of str to str
        What was decided about how forms and sheets are read.
    clock : datetime.datetime
        When the files were dropped: no answer of a form is of a day to come.
    forms : list of Form
        Forms and sheets as they are read.
    roster : Roster
        Everybody's rows.
    entered : dict of date to dict of str to Entry
        What was entered, by day and by the client's name as it is compared.
    seen : set of str
        Clients that are ticked off.
    removed : set of str
        Clients that were taken out.
    rows : dict of int to Morning
        The rows worked out so far.
    shown : tuple of int
        Clients in the order of the table; it stands still until something else is asked for.
    order : tuple of int
        Clients in the order of the check-in form.
    batch : Batch or None
        Handouts that are being made, or were made last.
    generation : int
        Counts the tables: each order is a table of its own, whose selection is by place.
    """

    read: Read
    now: dt.datetime
    names: tuple[str, ...] = ()
    same: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    clock: dt.datetime = field(init=False)
    forms: list[Form] = field(init=False)
    roster: Roster = field(init=False)
    entered: dict[dt.date, Entries] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    rows: dict[int, Morning] = field(default_factory=dict)
    shown: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    generation: int = 0
    _undo: list[Entries] = field(default_factory=list)
    _asked: tuple[str, str, str | None, dt.datetime | None] = ("all", "", None, None)
    _own: tuple[Morning, Calibration] | None = None
    batch: Batch | None = None
    handouts_ready: bool = False
    _handed: tuple[Morning, ...] = ()
    _packed: tuple[Batch, bytes] | None = None
    _changes: tuple[Morning, tuple[str, ...]] | None = None
    _marks: tuple[Morning, list[DayMark]] | None = None
    _weeks: dict[int, ClientWeek] = field(default_factory=dict)
    _opened: tuple[Morning, Answer, Log] | None = None

    def __post_init__(self) -> None:
        self.names = self.names or self.read.names
        self.clock = self.now
        self._rebuild()

    def _rebuild(self) -> None:
        """Read the roster anew after a decision about who is who, or how a form is read."""
        self.forms = self.read.forms(self.choices, self.clock)
        self.roster = Roster.of(self.read.roster_sheets(self.names, self.forms), self.same).without(self.removed)
        self.rows.clear()
        self._weeks.clear()
        self.order, self._asked = (), ("all", "", None, None)

    def decide_person(self, name: str, other: str) -> None:
        """Take a name for another's, or, with an empty one, for somebody else."""
        self.same[name] = other
        self._rebuild()

    def choose(self, choices: Mapping[str, str]) -> None:
        """Take over decisions about how forms and sheets are read; those that leave nobody are not."""
        before = dict(self.choices)
        self.choices.update(choices)
        try:
            self._rebuild()
        except LogFormatError:
            self.choices = before
            self._rebuild()

    def remove(self, client: int) -> None:
        """Take a client out of the roster: their rows, what was entered of them, what was decided about their name."""
        name = name_key(self.roster.clients[client])
        self.removed.add(name)
        self.same = {key: whose for key, whose in self.same.items() if name not in (name_key(key), name_key(whose))}
        self.choices = {key: text for key, text in self.choices.items() if name_key(text) != name}
        self.seen.discard(name)
        for entries in (*self.entered.values(), *self._undo):
            entries.pop(name, None)
        self._rebuild()
        self.generation += 1

    def name_files(self, names: Sequence[str]) -> None:
        """Say whose each single log is."""
        if tuple(names) != self.names:
            self.names = tuple(names)
            self._rebuild()

    @property
    def edited(self) -> Entries:
        """What was entered today, by the client's name as it is compared."""
        return self.entered.setdefault(self.now.date(), {})

    def entry(self, client: int) -> Entry | None:
        """Return what was entered of a client today."""
        return self.edited.get(name_key(self.roster.clients[client]))

    def entries(self) -> dict[int, Entry]:
        """Return what was entered today by client; what is of nobody in this roster is left out."""
        rows = ((client, self.entry(client)) for client in range(len(self.roster.clients)))
        return {client: entry for client, entry in rows if entry is not None}

    def stand_at(self, now: dt.datetime) -> None:
        """Answer for another moment."""
        if now != self.now:
            self.now = now
            self.rows.clear()
            self.seen.clear()
            self._undo.clear()
            self.order = ()

    def first_moment(self, clock: dt.datetime, *, is_sample: bool) -> dt.datetime:
        """Return the moment to begin with: now, or the newest rows' where they are of another week."""
        last = self.roster.last_moment(clock)
        if last is None or (not is_sample and (clock - last).days < NEW_DAYS):
            return clock
        return last

    def csv(self) -> bytes:
        """Return the day's roster."""
        return roster_csv(self.roster, self.now, self.entries(), self.same, self.choices)

    def work_out(self) -> Iterator[int]:
        """Work out the rows that are missing, those with a red flag first; yield how many stand after each."""
        missing = [client for client in range(len(self.roster.clients)) if client not in self.rows]
        missing.sort(key=lambda client: not self.roster.complaint(client, self.now).flags)
        days = (ClientDay.of(self.roster, client, self.now, self.entry(client)) for client in missing)
        for row in rows_of(days, len(missing)):
            self.rows[row.day.client] = row
            yield len(self.rows)

    def opened(self, client: int) -> tuple[Morning, Answer, Log]:
        """Return a client's row, the answer behind it and their whole log; kept until another is opened."""
        row = self.rows[client]
        if self._opened is None or self._opened[0] is not row:
            self._opened = row, answer(row.day.scenario), self.roster.log(client)
        return self._opened

    def since_yesterday(self, client: int) -> tuple[str, ...]:
        """Return what changed since yesterday morning of the client who is open; kept with them."""
        row, _, _ = self.opened(client)
        if self._changes is None or self._changes[0] is not row:
            past = self.now - dt.timedelta(days=1)
            entry = self.entered.get(past.date(), {}).get(name_key(row.day.name))
            before = Morning.of(ClientDay.of(self.roster, client, past, entry))
            self._changes = row, changes(row, before)
        return self._changes[1]

    def four_weeks(self, client: int) -> list[DayMark]:
        """Return the last 28 mornings of the client who is open, oldest first; kept with them."""
        row, _, log = self.opened(client)
        if self._marks is None or self._marks[0] is not row:
            self._marks = row, day_marks(self.roster, row, log)
        return self._marks[1]

    def week_of(self, client: int) -> ClientWeek:
        """Return a client's week, worked out once."""
        row = self.rows[client]
        if client not in self._weeks or self._weeks[client].day is not row.day:
            self._weeks[client] = ClientWeek.of(row.day)
        return self._weeks[client]

    def own_response(self, client: int) -> Calibration:
        """Return what a client's check-ins say about them; kept until another is asked for."""
        row, _, log = self.opened(client)
        if self._own is None or self._own[0] is not row:
            scenario = row.day.scenario
            self._own = row, calibrate(log, scenario.athlete, until=scenario.now)
        return self._own[1]

    def weeks(self) -> Iterator[ClientWeek]:
        """Yield the weeks of those whom the table shows; each is worked out once."""
        yield from map(self.week_of, self.shown)

    def make_handouts(self, clients: Sequence[int], coach: str, note: str, language: str) -> None:
        """Begin to make handouts; those that are being made are dropped.

        Raises
        ------
        LegrunError
            If the note is longer than a page holds, or legrun does not speak the language.
        """
        rows = tuple(self.rows[client] for client in clients)
        handed = [(row.day.name, row.day.scenario) for row in rows]
        batch = Batch(handed, coach=coach, note=note, language=language)
        if self.batch is not None:
            self.batch.cancel()
        self.batch, self._handed = batch, rows

    def drop_handouts(self) -> None:
        """Stop making handouts, and forget those that are made."""
        if self.batch is not None:
            self.batch.cancel()
        self.batch, self._handed, self._packed = None, (), None

    def are_handouts_of_now(self, language: str) -> bool:
        """Return whether nothing has changed in the rows that the handouts are of, nor the language."""
        same = self.batch is not None and self.batch.language == language
        return same and all(self.rows.get(row.day.client) is row for row in self._handed)

    def handouts(self) -> bytes:
        """Return the zip of the handouts that were made.

        Raises
        ------
        LegrunError
            If they could not be made.
        """
        batch = self.batch
        if batch is None:
            return b""
        if self._packed is None or self._packed[0] is not batch:
            self._packed = batch, pack(batch, [(row.day.name, row.day.scenario.now) for row in self._handed])
        return self._packed[1]

    def counts(self) -> dict[str, int]:
        """Return how many clients each filter leaves."""
        return {name: sum(self._passes(client, name) for client in self.rows) for name in FILTERS}

    def is_seen(self, client: int) -> bool:
        """Return whether a client is ticked off."""
        return name_key(self.roster.clients[client]) in self.seen

    def mark_seen(self, clients: Sequence[int]) -> None:
        """Tick clients off; where all of them are, take the ticks away."""
        keys = {name_key(self.roster.clients[client]) for client in clients}
        self.seen = self.seen - keys if keys <= self.seen else self.seen | keys

    def _passes(self, client: int, filtered: str) -> bool:
        row = self.rows[client]
        if filtered == "look":
            return bool(row.alerts) and not self.is_seen(client)
        if filtered == "open":
            return any(plan.session in row.day.unconfirmed for plan in row.day.yesterday)
        return filtered == "all" or (row.day.entry.soreness is None and row.state != "away")

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that clients are in."""
        return tuple(sorted({row.day.group for row in self.rows.values() if row.day.group}, key=str.casefold))

    def show(self, filtered: str, searched: str, group: str | None = None) -> None:
        """Decide who stands in the table, in which order; nothing moves until something else is asked for."""
        asked = (filtered, fold(searched), group, self.now)
        if asked != self._asked:
            self._asked = asked
            self.sort_again()

    def sort_again(self) -> None:
        """Put the table in order anew."""
        filtered, wanted, group, _ = self._asked
        rows = [row for row in sorted(self.rows.values(), key=urgency) if group is None or row.day.group == group]
        order = [row.day.client for row in rows if wanted in fold(row.day.name)]
        self.shown = tuple(client for client in order if self._passes(client, filtered))
        self.generation += 1

    def form_order(self) -> tuple[int, ...]:
        """Return the clients in the order of the form: as the table was when it was first drawn, all of them."""
        if len(self.order) != len(self.roster.clients):
            self.order = tuple(row.day.client for row in sorted(self.rows.values(), key=urgency))
        return self.order

    def enter(self, typed: Mapping[int, Mapping[str, str]]) -> None:
        """Take over cells that were typed, by client."""
        changed: dict[int, Entry] = {}
        for client, cells in typed.items():
            before = self._before(client)
            entry = read_cells(before.entry, cells, self.now, before.absence)
            if entry != before.entry:
                changed[client] = entry
        self._take(changed)

    def apply_proposals(self, clients: Sequence[int]) -> None:
        """Put what is proposed in the place of today's plans."""
        changed: dict[int, Entry] = {}
        for client in clients:
            proposal = self.rows[client].proposal
            if proposal is not None:
                changed[client] = replace(self._before(client).entry, plans=proposal.plans, moved=proposal.moved)
        self._take(changed)

    def keep_week(self, name: str, plan: WeekPlan) -> int | None:
        """Put a week in the place of a client's plans; return which client it is, None where nobody has the name."""
        client = next((place for place, each in enumerate(self.roster.clients) if name_key(each) == name), None)
        if client is not None:
            sessions = [item.session for item in plan.items]
            self._take({client: self._before(client).entry.with_week(sessions, plan.first, self.now)})
        return client

    def _before(self, client: int) -> ClientDay:
        return ClientDay.of(self.roster, client, self.now, self.entry(client))

    def _take(self, changed: Mapping[int, Entry]) -> None:
        if not changed:
            return
        self._undo.append(dict(self.edited))
        for client, entry in changed.items():
            self.edited[name_key(self.roster.clients[client])] = entry
            self.rows.pop(client, None)
        self.generation += 1

    @property
    def can_undo(self) -> bool:
        """Whether something was entered this morning that can be taken back."""
        return bool(self._undo)

    def undo(self) -> None:
        """Take back what was entered last."""
        if self._undo:
            self.entered[self.now.date()] = self._undo.pop()
            self.rows.clear()
            self.generation += 1

    def take_over(self, last: RosterVisit) -> int:
        """Keep what was entered in the roster before this one of those who are in both; return of how many."""
        known = {name_key(name) for name in self.roster.clients}
        kept = 0
        for day, entries in last.entered.items():
            mine = {key: entry for key, entry in entries.items() if key in known}
            self.entered.setdefault(day, {}).update(mine)
            kept += len(mine)
        return kept
