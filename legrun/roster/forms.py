"""Answers of a form, and sheets that a coach keeps, as rows of a roster.

An answer counts for the day on which it was sent; a column for the day wins, unless it lies ahead of the answer. Of two
answers of one person on one day the later one counts. A plan without a clock is the day's.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from legrun.logs.fields.anchors import Quality
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.ratings import Ratings, read_ratings
from legrun.logs.fields.scales import SCALES, Scale
from legrun.logs.log import Problem
from legrun.logs.own import encode, session_row
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, fold, quoted
from legrun.roster.client_day import Entry
from legrun.roster.form_roles import ROLES, guess_roles, is_total
from legrun.roster.form_shapes import VALUE, Shaped, shape
from legrun.roster.names import name_key
from legrun.roster.session_text import parse_sessions
from legrun.roster.sheet import Sheet, sheet_of_rows
from legrun.roster.typed import read_cells
from legrun.scenario import Session

__all__ = ["FORM", "RULES", "Form", "choice_key"]

FORM = "form:"  # what keys of decisions about forms begin with

RULES = (
    "An answer counts for the day it was sent, or for the day that it names, unless that lies ahead of it. Of two "
    "answers of one person on one day the later counts. A check-in without a clock is a morning's, 07:00; a session "
    "without one was at 18:00."
)
LegDays = Mapping[str, Collection[dt.date]]
_MORNING, _EVENING = dt.time(7), dt.time(18)
_DAY = dt.timedelta(days=1)
_ZONE_NAME = re.compile(
    r"\s*\(?\b(?:GMT|UTC|CET|CEST|MEZ|MESZ|BST|IST|EST|EDT|CST|CDT|MST|MDT|PST|PDT|WET|EET)\b(?:[+-]\d{1,2}(?::?\d{2})?)?\)?\s*$",
    re.I,
)
_YESTERDAY = frozenset({"yesterday", "gestern", "hier", "ayer", "ontem", "ieri", "gisteren"})


def choice_key(table: Table, name: str) -> str:
    """Return the key under which a decision about such tables is kept.

    `name` is a role, "value", "week", a scale ("soreness_scale"), or "person": whose a sheet without names is.
    """
    return f"{FORM}{name}@{table.signature}"


@dataclass(frozen=True)
class _Answer:
    """One row: who, when, and the cells by role."""

    number: int
    name: str
    moment: dt.datetime
    cells: Mapping[str, str]


@dataclass(frozen=True, eq=False)
class Form:
    """A form's answers, or a coach's sheet, as they are read.

    Attributes
    ----------
    table : Table
        The file.
    shaped : Shaped
        The same with a row for each athlete and day.
    roles : mapping of str to str
        The label of the column that has each role.
    scales : mapping of str to Ratings
        How ratings are read: "soreness" and "effort", where there are any.
    sheet : Sheet
        Its rows of a roster.
    missing : tuple of str
        What must be said before anything can be read: "athlete", "day" or "week".
    """

    table: Table
    shaped: Shaped
    roles: Mapping[str, str]
    scales: Mapping[Quality, Ratings]
    sheet: Sheet
    missing: tuple[str, ...] = ()
    texts: Mapping[Quality, list[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, table: Table, choices: Mapping[str, str] | None = None, leg_days: Callable[[], LegDays] = dict) -> Form:
        r"""Return a table as a form.

        Parameters
        ----------
        table : Table
            A file that no app wrote.
        choices : mapping of str to str, optional
            What was decided about such tables, by `choice_key`.
        leg_days : callable, optional
            Returns the days with a leg day by the person's name as it is compared, from other files.

        Examples
        --------
        >>> from legrun.logs.reading.table import read_table
        >>> form = Form.of(read_table(
        ...     "Timestamp,Your name,\"Soreness (1 = very sore, 5 = not sore)\",Plan\n"
        ...     "11/23/2026 6:10:12,Ana,1,Easy 40 min\n"
        ... ))
        >>> form.missing, form.scales["soreness"].scale.name
        ((), '1-5, 5 = least')
        >>> [form.sheet.texts(name, [0])[0] for name in ("record", "athlete", "start", "soreness")]
        ['check_in', 'Ana', '2026-11-23T06:10:12', '10']
        """
        said = choices or {}
        week = _date(said.get(choice_key(table, "week"), ""))
        shaped = shape(table, week)
        roles = _roles(table, shaped, said)
        person = clean(said.get(choice_key(table, "person"), ""))
        missing = [
            name
            for name, is_there in (
                ("athlete", "athlete" in roles or bool(person)),
                ("day", bool({"time", "date"} & roles.keys())),
                ("week", not shaped.needs_week),
            )
            if not is_there
        ]
        reader = _Reader(table, shaped.table, roles, said, person)
        rows = [] if missing else reader.rows(leg_days)
        numbers = [int(row.pop("#")) for row in rows]
        sheet = sheet_of_rows(rows, table.name, numbers, (*table.problems, *reader.problems))
        return cls(table, shaped, roles, reader.scales, sheet, tuple(missing), reader.texts)

    @property
    def questions(self) -> dict[Quality, str]:
        """What must be decided about scales before their ratings count, with every reading of real answers."""
        return {
            quality: ratings.question(self.texts[quality])
            for quality, ratings in self.scales.items()
            if not ratings.settled
        }

    def scale_options(self, quality: Quality) -> tuple[Scale, ...]:
        """Return the scales to choose from, the likeliest first."""
        ratings = self.scales[quality]
        likely = (ratings.scale,) if ratings.scale is not None else ratings.readings
        others = (Scale.named(name, quality) for name in SCALES[quality])
        return tuple(dict.fromkeys(scale for scale in (*likely, *others) if scale is not None))


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _roles(table: Table, shaped: Shaped, choices: Mapping[str, str]) -> dict[str, str]:
    """Return what was decided about the columns, else the best guess."""
    labels = shaped.table.labels
    if shaped.shape in ("by date", "by athlete"):
        value = choices.get(choice_key(table, "value")) or shaped.value
        return {"date": labels[0], **({"athlete": labels[1]} if shaped.has_names else {}), value: VALUE}
    guess = guess_roles(shaped.table)
    chosen = {role: choices[key] for role in ROLES if (key := choice_key(table, role)) in choices}
    by_name = {role: label for role, label in {**guess, **chosen}.items() if label in labels and role in ROLES}
    # A column that was given another role is no longer what it was guessed to be.
    given = {label for role, label in chosen.items() if label}
    return {role: label for role, label in by_name.items() if role in chosen or label not in given}


class _Reader:
    """Reads the rows of a form; what cannot be used is noted by row and column."""

    def __init__(
        self, origin: Table, table: Table, roles: Mapping[str, str], choices: Mapping[str, str], person: str
    ) -> None:
        self.origin, self.table, self.roles, self.choices, self.person = origin, table, roles, choices, person
        self.columns = {role: table.column(table.labels.index(label)) for role, label in roles.items()}
        self.problems: list[Problem] = []
        self.scales: dict[Quality, Ratings] = {}
        self.texts: dict[Quality, list[str]] = {}
        self._nights: dict[str, Entry] = {}

    def note(self, number: int, role: str, message: str) -> None:
        self.problems.append(Problem(number, self.roles.get(role), message))

    def rows(self, leg_days: Callable[[], LegDays]) -> list[dict[str, str]]:
        """Return the rows of a roster that the answers make."""
        answers = list(self._answers())
        efforts = self._ratings("effort", "done_rpe", answers)
        sessions = [row for answer in answers for row in self._sessions(answer, efforts)]
        mine = defaultdict(set)
        for each in sessions:
            if each["kind"] == "legs":
                mine[name_key(each["athlete"])].add(dt.date.fromisoformat(each["start"][:10]))
        own = {**{name: set(days) for name, days in leg_days().items()}} if "soreness" in self.roles else {}
        for name, days in mine.items():
            own.setdefault(name, set()).update(days)
        soreness = self._ratings("soreness", "soreness", answers, own)
        check_ins = [row for answer in answers if (row := self._check_in(answer, soreness))]
        return [*self._latest(check_ins), *sessions]

    def _answers(self) -> Iterator[_Answer]:
        """Yield the rows that name somebody and a day."""
        times, dates = self._moments("time"), self._moments("date")
        for index, number in enumerate(self.table.numbers):
            cells = {role: texts[index] for role, texts in self.columns.items()}
            name = clean(cells["athlete"]) if "athlete" in cells else self.person
            if is_total(name) or not any(cells[role] for role in cells if role not in ("athlete", "time", "date")):
                continue
            if not name_key(name):
                self.note(number, "athlete", "The row names nobody; it was left out.")
                continue
            moment = self._moment(number, times[index], dates[index], cells)
            if moment is not None:
                yield _Answer(number, name, moment, cells)

    def _moments(self, role: str) -> list[dt.datetime | None]:
        if role not in self.columns:
            return [None] * len(self.table.numbers)
        texts = [_ZONE_NAME.sub("", text) for text in self.columns[role]]
        read = parse_moments(texts).values
        return [read[text] for text in texts]

    def _moment(
        self, number: int, time: dt.datetime | None, date: dt.datetime | None, cells: Mapping[str, str]
    ) -> dt.datetime | None:
        """Return when an answer is of: its day, and a clock where it has one."""
        if date is None and time is None:
            text = cells.get("date") or cells.get("time") or ""
            message = f"The date {quoted(text)} was not understood" if text else "The date is missing"
            self.note(number, "date" if "date" in cells else "time", f"{message}; the row was left out.")
            return None
        if time is None or (date is not None and date.date() < time.date()):
            assert date is not None
            late = time is not None
            if late:
                self.note(number, "date", f"Answered later, for {date:%d %b}; it counts for that day.")
            return date if date.time() != dt.time() else dt.datetime.combine(date.date(), _MORNING)
        if date is not None and date.date() > time.date():
            self.note(number, "date", f"The day {date:%d %b} lies ahead of the answer; it counts for {time:%d %b}.")
        return time

    def _ratings(
        self, quality: Quality, role: str, answers: list[_Answer], leg_days: LegDays | None = None
    ) -> Mapping[str, float]:
        if role not in self.roles:
            return {}
        texts = [answer.cells[role] for answer in answers]
        people = [name_key(answer.name) for answer in answers]
        after = [
            answer.moment.date() - _DAY in leg_days[who] if leg_days and who in leg_days else None
            for answer, who in zip(answers, people, strict=True)
        ]
        chosen = self.choices.get(choice_key(self.origin, f"{quality}_scale"), "")
        label = self.roles[role] if self.roles[role] != VALUE else f"{self.origin.name} {quality}"
        ratings = read_ratings(label, texts, quality, chosen=chosen, after_legs=after, people=people)
        self.scales[quality], self.texts[quality] = ratings, texts
        for answer, text in zip(answers, texts, strict=True):
            if text in ratings.bad:
                self.note(answer.number, role, f"The {quality} is {quoted(text)}; it was not used.")
        return ratings.values

    def _check_in(self, answer: _Answer, soreness: Mapping[str, float]) -> dict[str, str] | None:
        """Return the check-in of an answer; None where it holds none."""
        told = {role: answer.cells.get(role, "") for role in ("soreness", "sleep", "wrong")}
        if not any(told.values()):
            return None
        rated = soreness.get(told["soreness"], math.nan)
        slept = self._slept(told["sleep"], answer.moment)
        if slept.unread:
            self.note(answer.number, "sleep", f"The sleep is {quoted(told['sleep'])}; it was not used.")
        return {
            "#": str(answer.number),
            "record": "check_in",
            "athlete": encode(answer.name),
            "start": answer.moment.isoformat(),
            "soreness": "" if math.isnan(rated) else f"{rated:.4g}",
            "sleep_h": "" if slept.sleep_h is None else f"{slept.sleep_h:g}",
            "flag": encode(told["wrong"]),
        }

    def _slept(self, text: str, moment: dt.datetime) -> Entry:
        if text not in self._nights:
            self._nights[text] = read_cells(Entry(), {"sleep_h": text}, moment)
        return self._nights[text]

    def _latest(self, rows: list[dict[str, str]]) -> list[dict[str, str]]:
        """Return check-ins with one for each person and day: the later of two."""
        newest: dict[tuple[str, str], dict[str, str]] = {}
        for row in rows:
            key = name_key(row["athlete"]), row["start"][:10]
            before = newest.get(key)
            if before is not None:
                older = before if before["start"] <= row["start"] else row
                self.note(int(older["#"]), "time", "A second answer of that day; the later one counts.")
                if older is row:
                    continue
            newest[key] = row
        return list(newest.values())

    def _sessions(self, answer: _Answer, efforts: Mapping[str, float]) -> Iterator[dict[str, str]]:
        """Yield what an answer plans, and what it says was done."""
        done, plan = answer.cells.get("done", ""), answer.cells.get("plan", "")
        yield from self._session_rows(
            answer, "plan", plan, answer.moment.date(), answer.cells.get("planned_minutes", ""),
            self._number(answer.cells.get("planned_rpe", "")), said=bool(done),
        )  # fmt: skip
        words = set(fold(self.roles.get("done", "")).split())
        day = answer.moment.date() - _DAY if words & _YESTERDAY else answer.moment.date()
        rpe = efforts.get(answer.cells.get("done_rpe", ""), math.nan)
        minutes = answer.cells.get("done_minutes", "")
        yield from self._session_rows(answer, "session", done, day, minutes, None if math.isnan(rpe) else rpe)

    @staticmethod
    def _number(text: str) -> float | None:
        ratings = read_ratings("Effort 0-10", [text], "effort").values
        return None if math.isnan(ratings[text]) else ratings[text]

    def _session_rows(
        self,
        answer: _Answer,
        record: str,
        text: str,
        day: dt.date,
        minutes: str,
        rpe: float | None,
        *,
        said: bool = False,
    ) -> Iterator[dict[str, str]]:
        if not text:
            return
        row = {"#": str(answer.number), "record": record, "athlete": encode(answer.name)}
        sessions = parse_sessions(text, day)
        if sessions is None:
            # Without its length the roster counts it as a row that could not be read, and asks for a look.
            self.note(answer.number, record, f"The {record} {quoted(text)} was not understood.")
            yield {**row, "kind": "other", "start": day.isoformat(), "name": encode(clean(text))}
            return
        length = (
            parse_sessions(f"run {minutes} min" if minutes.strip().isdecimal() else f"run {minutes}", day)
            if minutes
            else ()
        )
        for session in sessions:
            exact = session
            if length and len(sessions) == 1 and "minutes" not in length[0].estimated:
                exact = replace(exact, minutes=length[0].minutes, estimated=exact.estimated - {"minutes"})
            if rpe is not None and len(sessions) == 1:
                exact = replace(exact, rpe=rpe, estimated=exact.estimated - {"rpe"})
            if record == "session" and exact.start.time() == dt.time():
                exact = replace(exact, start=dt.datetime.combine(day, _EVENING), estimated=exact.estimated | {"start"})
            yield {**session_row(_named(exact)), **row, **({"done": "no"} if said else {})}


def _named(session: Session) -> Session:
    """Return a session whose name stands in no link: the words that the coach wrote stay in the roster alone."""
    return replace(session, name=encode(session.name))
