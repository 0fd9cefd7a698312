"""What reading a training log gives: sessions, and everything that was assumed or left out on the way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from legrun.logs.choices import label, scoped
from legrun.scenario import Athlete, CheckIn, Session
from legrun.scenario.plain import plain
from legrun.wording.rounding import counted

__all__ = ["Assumption", "Log", "Problem", "Question", "Reading"]

# What is no app's export.
_SORTS = {name: name for name in ("Table", "Health Auto Export", "Health Export CSV")} | {"legrun": "legrun CSV"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Problem:
    """Something in the file that could not be used.

    Attributes
    ----------
    row : int or None
        The row as a spreadsheet counts it (header = 1); None when it concerns the whole file.
    column : str or None
        The column's name as the file writes it.
    message : str
        What is wrong and what was done about it, as plain text.
    file : str
        Name of the file, where several were joined.
    """

    row: int | None
    column: str | None
    message: str
    file: str = ""


@dataclass(frozen=True)
class Assumption:
    """Something the file does not say outright and that had to be decided.

    Attributes
    ----------
    key : str
        What `choices` overrules, for example ``weight_unit``, ``date_order`` or ``exercise:Farmers Walk``.
    value : str
        What was decided.
    reason : str
        Why.
    options : tuple of str
        What it may be overruled with; empty when there is nothing to choose.
    scope : str
        The sort of file that it holds for; empty when for every file.
    instead : str
        Another reading that is about as likely, so that the person is asked where much depends on it.

    Examples
    --------
    >>> assumed = Assumption("distance_unit", "km", "the file does not say", ("km", "mi"), scope="Garmin")
    >>> assumed.choice, assumed.label
    ('distance_unit@Garmin', 'Unit of distance')
    """

    key: str
    value: str
    reason: str
    options: tuple[str, ...] = ()
    scope: str = ""
    instead: str = ""

    @property
    def choice(self) -> str:
        """The key of `choices` that overrules it here and in no other sort of file."""
        return scoped(self.key, self.scope)

    @property
    def label(self) -> str:
        """What it is about, in words; plain text, since parts of it may come from the file."""
        return label(self.key)


@dataclass(frozen=True)
class Reading:
    """One way to read what is doubtful.

    Attributes
    ----------
    value : str
        What to choose for it.
    gives : str
        What it gives, in a line.
    choices : mapping of str to str
        The choices that it stands for, by key.
    """

    value: str
    gives: str
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """Something doubtful on which more than a tenth of the sessions depends.

    Attributes
    ----------
    key : str
        The choice that answers it.
    text : str
        What is asked, with the reason for the doubt.
    readings : tuple of Reading
        The ways to read it, the one that holds until it is answered first.
    changed : int
        Sessions that depend on it.
    """

    key: str
    text: str
    readings: tuple[Reading, ...]
    changed: int = 0


@dataclass(frozen=True, repr=False)
class Log:
    """A training log, read.

    Attributes
    ----------
    format : str
        Which app's export it is, for example ``Hevy``.
    name : str
        Name of the file.
    sessions : tuple of Session
        Oldest first. A run found inside a strength workout is a session of its own.
    check_ins : tuple of CheckIn
        Soreness ratings, oldest first.
    sleep_h : dict of date to float
        Sleep by the date the night ends on. [h]
    problems : tuple of Problem
        What was left out, and where.
    assumptions : tuple of Assumption
        What was decided, and why.
    unknown_exercises : dict of str to int
        Exercises that legrun does not know and their number of sets, most first.
    workouts : int
        Distinct workouts in the file that gave a session.
    choices : dict of str to str
        What the user decided, by the key of an assumption.
    athlete : Athlete or None
        Who it is, where the file says so; only legrun's own does.
    questions : tuple of Question
        What should be answered before the log is used.

    Examples
    --------
    >>> start = dt.datetime(2026, 3, 3, 18)
    >>> Log("Hevy", sessions=(Session(kind="legs", start=start, minutes=60, rpe=8),), workouts=1).summary
    'Hevy export: 1 workout, 1 with leg work, 3 Mar 2026'
    """

    format: str
    name: str = ""
    sessions: tuple[Session, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    sleep_h: Mapping[dt.date, float] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    unknown_exercises: Mapping[str, int] = field(default_factory=dict)
    workouts: int = 0
    choices: Mapping[str, str] = field(default_factory=dict)
    athlete: Athlete | None = None
    questions: tuple[Question, ...] = ()

    def __repr__(self) -> str:
        return f"<Log {self.name}: {self.summary}>" if self.name else f"<Log: {self.summary}>"

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, for JSON: its fields by name, and the line that sums it up."""
        return {"summary": self.summary, **plain(self)}

    def to_csv(self) -> str:
        r"""Return the log as legrun's own CSV, which `read_log` reads back to the same sessions, ratings and choices.

        No cell can start a formula in a spreadsheet.

        Examples
        --------
        >>> start = dt.datetime(2026, 3, 3, 18)
        >>> text = Log("Hevy", sessions=(Session(kind="legs", start=start, minutes=60, rpe=8, name="=1+1"),)).to_csv()
        >>> text.splitlines()[-1]
        "session,legs,2026-03-03T18:00:00,60.0,8.0,,,,,,,,,'=1+1,,,,,,,,"
        """
        from legrun.logs.own import write  # it builds on the reader, which builds on this module

        return write(self)

    @property
    def summary(self) -> str:
        """One line that says what the file is."""
        parts = [counted(self.workouts, "workout") if self.workouts else "no workouts"]
        legs = sum(session.kind == "legs" for session in self.sessions)
        runs = sum(session.kind == "run" for session in self.sessions)
        if legs:
            parts.append(f"{legs:,} with leg work")
        if runs:
            parts.append(counted(runs, "run"))
        if self.check_ins:
            parts.append(counted(len(self.check_ins), "check-in"))
        if self.sleep_h:
            parts.append(counted(len(self.sleep_h), "night"))
        if span := self._span():
            parts.append(span)
        return f"{_SORTS.get(self.format, f'{self.format} export')}: " + ", ".join(parts)

    def _span(self) -> str:
        days = [session.start.date() for session in self.sessions]
        days += [check_in.time.date() for check_in in self.check_ins]
        days += list(self.sleep_h)
        if not days:
            return ""
        first, last = min(days), max(days)
        return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: dt.date) -> str:
    # strftime("%b") follows the machine's language; the summary must not.
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
