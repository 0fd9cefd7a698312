"""A client this morning: the scenario that their rows and today's check-in make, and what is not known of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from legrun.logs import Log, Problem
from legrun.logs.mornings import rated_today
from legrun.logs.starting_point import starting_point
from legrun.roster.absence import Absence, Step
from legrun.roster.flags import Complaint
from legrun.roster.past_plan import DONE, NOT_DONE, Plan
from legrun.roster.usual import Usual
from legrun.scenario import CheckIn, Scenario, Session
from legrun.scenario.hours import DAY

if TYPE_CHECKING:
    from legrun.roster.roster import Roster  # a process of its own works on rows without the file that they come from

__all__ = ["ClientDay", "Entry", "KeptWeek"]

_WEEK = 7


@dataclass(frozen=True)
class KeptWeek:
    """Days that were planned anew: what the file plans for them no longer holds.

    Attributes
    ----------
    first, last : datetime.date
        The first and the last of them.
    sessions : tuple of Session
        What is planned now.
    """

    first: dt.date
    last: dt.date
    sessions: tuple[Session, ...]

    def covers(self, day: dt.date) -> bool:
        """Return whether a day is one of them."""
        return self.first <= day <= self.last


@dataclass(frozen=True)
class Entry:
    """What a coach enters of a client this morning.

    Attributes
    ----------
    soreness : float or None
        Leg soreness; None when not rated today. [0-10]
    sleep_h : float or None
        Last night's sleep; None when not given. [h]
    complaint : Complaint
        What feels wrong.
    fatigue : float or None
        Overall fatigue: 1 very fresh, 3 normal, 5 very tired. [1-5]
    yesterday : str
        Whether yesterday's plan was done: "yes", "no", or empty when nobody said.
    instead : tuple of Session
        What was done yesterday in place of the plan.
    plans : tuple of Session or None
        Today's plan where it was changed; None where the file's stands.
    moved : tuple of Session
        Sessions that were moved to another day.
    ahead : KeptWeek or None
        The plans of the days after today where they were arranged anew; None where the file's stand.
    note : str or None
        The coach's note where it was changed.
    group : str or None
        The group where it was changed.
    absence : tuple of Absence or None
        When the client is away, ill or injured, where that was changed; empty where it was taken away.
    unread : tuple of (str, str)
        Cells that were typed and not understood: which, and what.
    rated_at : datetime.datetime or None
        When soreness was rated, where it was before it was entered here: another cell that is typed changes no rating.
    """

    soreness: float | None = None
    sleep_h: float | None = None
    complaint: Complaint = Complaint()  # noqa: RUF009 - frozen
    fatigue: float | None = None
    yesterday: str = ""
    instead: tuple[Session, ...] = ()
    plans: tuple[Session, ...] | None = None
    moved: tuple[Session, ...] = ()
    ahead: KeptWeek | None = None
    note: str | None = None
    group: str | None = None
    absence: tuple[Absence, ...] | None = None
    unread: tuple[tuple[str, str], ...] = ()
    rated_at: dt.datetime | None = field(default=None, compare=False)

    @property
    def flags(self) -> frozenset[str]:
        """What feels wrong and is known by its words."""
        return self.complaint.flags

    def with_week(self, sessions: Sequence[Session], first: dt.date, now: dt.datetime) -> Entry:
        """Return the check-in with a week of plans: today's, and those of the other days that are yet to come.

        Parameters
        ----------
        sessions : sequence of Session
            What is planned for the seven days from `first` on.
        first : datetime.date
            The first of them.
        now : datetime.datetime
            This morning.
        """
        last, today = first + (_WEEK - 1) * DAY, now.date()
        begins = max(first, today + DAY)
        ahead = KeptWeek(begins, last, tuple(s for s in sessions if begins <= s.start.date() <= last))
        elsewhere = tuple(s for s in self.moved if not first <= s.start.date() <= last)
        changed = replace(self, ahead=ahead, moved=elsewhere)
        if not first <= today <= last:
            return changed
        return replace(changed, plans=tuple(s for s in sessions if s.start.date() == today))


@dataclass(frozen=True)
class ClientDay:
    """A client this morning.

    Attributes
    ----------
    client : int
        Which of the roster's clients.
    name : str
        What they are called.
    scenario : Scenario
        What is known of them; the plan for today is its run in mind.
    entry : Entry
        This morning's check-in.
    last_check_in : datetime.datetime or None
        When they last rated soreness.
    plans : tuple of Session
        Everything planned for today.
    ahead : tuple of Session
        What is planned for the six days after today, in order of their start.
    experience_reason : str
        Why that experience of leg days.
    yesterday : tuple of Plan
        What was planned for yesterday.
    unconfirmed : tuple of Session
        Past plans that count as done since nobody said what was done.
    problems : tuple of Problem
        Rows of the last weeks, and of today's plan, that could not be read.
    all_lost : bool
        Whether not one of the client's dated rows could be read.
    note : str
        The coach's note.
    group : str
        The group that the client is in; empty where none.
    absence : Absence or None
        When the client is away, ill or injured, or last was.
    checked_in : (int, int)
        Mornings of the last seven days with a rating, and how many there were since the first row.
    usual_soreness, usual_sleep : Usual or None
        This morning against the person's own usual.
    """

    client: int
    name: str
    scenario: Scenario
    entry: Entry
    last_check_in: dt.datetime | None
    plans: tuple[Session, ...]
    ahead: tuple[Session, ...]
    experience_reason: str
    yesterday: tuple[Plan, ...] = ()
    unconfirmed: tuple[Session, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    all_lost: bool = False
    note: str = ""
    group: str = ""
    absence: Absence | None = None
    checked_in: tuple[int, int] = (0, 0)
    usual_soreness: Usual | None = None
    usual_sleep: Usual | None = None

    @property
    def step(self) -> Step | None:
        """Where today stands in an absence: "off", a step of the way back, or None."""
        return None if self.absence is None else self.absence.step(self.scenario.now.date())

    def is_busy(self, date: dt.date) -> bool:
        """Whether a run or a leg day is planned for a day to come."""
        return any(each.start.date() == date and each.kind in ("run", "legs") for each in self.ahead)

    @property
    def must_ask(self) -> bool:
        """Whether something must be asked before anything can be said to fit."""
        return self.all_lost or self.entry.complaint.unknown or bool(self.doubtful)

    @property
    def doubtful(self) -> tuple[tuple[str, str], ...]:
        """Cells that bear on the answer and are not understood: which, and what was typed."""
        return tuple((name, typed) for name, typed in self.entry.unread if name not in ("note", "group"))

    @classmethod
    def of(cls, roster: Roster, client: int, now: dt.datetime, edited: Entry | None = None) -> ClientDay:
        """Return where a client stands.

        Parameters
        ----------
        roster : Roster
            The roster.
        client : int
            Which of its clients.
        now : datetime.datetime
            The moment that the answer is for.
        edited : Entry, optional
            What was entered today, in place of the file's check-in of today.

        Returns
        -------
        ClientDay
            Its scenario is that of `starting_point`, so that a client's own log gives the same answer. What was planned
            for a day that is over counts as done until somebody says otherwise: forgetting it would allow too much.
        """
        log = roster.recent_log(client, now)
        entry = edited or _entry(log, now, roster.complaint(client, now))
        past, past_problems = roster.past_plans(client, now)
        done, unconfirmed = _done_plans(log, past, entry, now)
        whole = replace(log, sessions=tuple(sorted((*log.sessions, *done, *entry.instead), key=lambda s: s.start)))
        if edited is not None:
            whole = _with_entry(whole, entry, now)
        point = starting_point(whole, now=now)
        coming = roster.plans(client, now, _WEEK)
        plans = tuple(session for session in coming.sessions if session.start.date() == now.date())
        if entry.plans is not None:
            plans, coming = entry.plans, roster.plans(client, now, _WEEK, first=1)
        run = next((plan for plan in plans if plan.kind == "run"), None)
        last = roster.last_check_in(client, now)
        if edited is not None:
            last = now if entry.soreness is not None else roster.last_check_in(client, now - DAY)
        absence = roster.absence(client) if entry.absence is None else next(iter(entry.absence), None)
        return cls(
            client=client,
            name=roster.clients[client],
            scenario=replace(point.scenario, planned=run, flags=entry.flags | _way_back(absence, now)),
            entry=entry,
            last_check_in=last,
            plans=plans,
            ahead=_ahead(coming.sessions, now, entry),
            experience_reason=point.experience_reason,
            yesterday=tuple(plan for plan in past if plan.session.start.date() == now.date() - DAY),
            unconfirmed=unconfirmed,
            problems=_lost((*log.problems, *past_problems, *coming.problems)),
            all_lost=not past and roster.all_lost(client, log, coming),
            note=roster.note(client) if entry.note is None else entry.note,
            group=roster.group(client) if entry.group is None else entry.group,
            absence=absence,
            checked_in=_checked_in(whole, now.date()),
            usual_soreness=Usual.soreness(whole, now.date()),
            usual_sleep=Usual.sleep(whole, now.date()),
        )


def _ahead(planned: Sequence[Session], now: dt.datetime, entry: Entry) -> tuple[Session, ...]:
    """Return what is planned for the six days after today: what was entered, and else what the file says."""
    today, kept = now.date(), entry.ahead
    later = [session for session in planned if session.start.date() > today]
    if kept is not None:
        later = [session for session in later if not kept.covers(session.start.date())] + list(kept.sessions)
    ahead = [session for session in (*entry.moved, *later) if session.start.date() < today + _WEEK * DAY]
    return tuple(sorted(ahead, key=lambda session: session.start))


def _checked_in(log: Log, today: dt.date) -> tuple[int, int]:
    """Return how many of the last seven mornings were rated, and how many mornings there were since the log began."""
    days = [check_in.time.date() for check_in in log.check_ins if check_in.soreness is not None]
    # Who answers without a rating was there to give one.
    known = (*(each.time.date() for each in log.check_ins), *log.sleep_h, *(each.start.date() for each in log.sessions))
    first = min([today, *known])
    week = min(_WEEK, (today - first).days + 1)
    return len({day for day in days if today - week * DAY < day <= today}), week


def _way_back(absence: Absence | None, now: dt.datetime) -> frozenset[str]:
    """Return the flag of a step of the way back from an absence."""
    step = None if absence is None else absence.step(now.date())
    return frozenset() if step is None or step == "off" else frozenset({step})


def _lost(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems that cost a row; one that stands twice and counts once does not."""
    # A plan of today may lie ahead or be over: its row is looked at for both.
    return tuple(dict.fromkeys(problem for problem in problems if "left out" in problem.message))


def _done_plans(
    log: Log, past: Sequence[Plan], entry: Entry, now: dt.datetime
) -> tuple[tuple[Session, ...], tuple[Session, ...]]:
    """Return past plans as sessions that were done, and those of them that nobody confirmed.

    A session of the same kind on the same day takes the place of its plan.
    """
    logged = {(session.kind, session.start.date()) for session in log.sessions}
    counted, open_ones = [], []
    for plan in past:
        day = plan.session.start.date()
        said = plan.done
        if day == now.date() - DAY and (entry.yesterday or entry.instead):
            said = entry.yesterday or NOT_DONE
        if said == NOT_DONE or (plan.session.kind, day) in logged:
            continue
        counted.append((plan if said == plan.done else replace(plan, done=said)).as_done)
        if said != DONE:
            open_ones.append(plan.session)
    return tuple(counted), tuple(open_ones)


def _entry(log: Log, now: dt.datetime, complaint: Complaint) -> Entry:
    """Return the check-in of today that a log holds."""
    todays = rated_today(log, now)
    fatigue = next((c.fatigue for c in reversed(todays) if c.fatigue is not None), None)
    rated = [c for c in todays if c.soreness is not None]
    sleep_h = log.sleep_h.get(now.date())
    if not rated:
        return Entry(None, sleep_h, complaint, fatigue, rated_at=todays[-1].time if todays else None)
    return Entry(rated[-1].soreness, sleep_h, complaint, fatigue, rated_at=rated[-1].time)


def _with_entry(log: Log, entry: Entry, now: dt.datetime) -> Log:
    """Return a log with what was entered in place of today's check-ins and night."""
    today = now.date()
    nights = {date: hours for date, hours in log.sleep_h.items() if date != today}
    if entry.sleep_h is not None:
        nights[today] = entry.sleep_h
    earlier = tuple(c for c in log.check_ins if c.time.date() < today)
    return replace(
        log,
        check_ins=(*earlier, CheckIn(min(entry.rated_at or now, now), entry.soreness, entry.fatigue)),
        sleep_h=nights,
    )
