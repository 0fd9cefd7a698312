"""The rows of a roster that a form's answers make, cell by cell."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from legrun.evidence import value
from legrun.logs.fields.anchors import Quality
from legrun.logs.fields.ratings import Ratings, read_ratings
from legrun.logs.log import Problem
from legrun.logs.own import encode, session_row
from legrun.logs.reading.text import clean, fold, quoted
from legrun.roster.client_day import Entry
from legrun.roster.forms.complaints import alarming, complaints, pain_ratings
from legrun.roster.forms.days import names_of_days, told_day
from legrun.roster.forms.decisions import Decided, LegDays
from legrun.roster.forms.moments import moments_of
from legrun.roster.forms.parts import sore_parts
from legrun.roster.forms.roles import is_total
from legrun.roster.forms.shapes import VALUE, Shaped
from legrun.roster.names import name_key
from legrun.roster.sessions.text import parse_sessions
from legrun.roster.typed import read_cells
from legrun.scenario import Session
from legrun.scenario.hours import DAY

__all__ = ["FormRows"]

_MORNING, _EVENING = dt.time(7), dt.time(18)
_WHO_AND_WHEN = ("athlete", "time", "date")


@dataclass(frozen=True)
class _Answer:
    """One row: who, when, and the cells by role."""

    number: int
    name: str
    moment: dt.datetime
    cells: Mapping[str, str]
    parts: tuple[str, ...] = ()  # ratings of further parts of the legs

    @property
    def sore(self) -> tuple[str, ...]:
        """What it says of the legs, part by part."""
        return (self.cells.get("soreness", ""), *self.parts)


class FormRows:
    """Reads the rows of a form; what cannot be used is noted by row and column."""

    def __init__(self, shaped: Shaped, roles: Mapping[str, str], decided: Decided) -> None:
        self.shaped, self.roles, self.decided = shaped, roles, decided
        self.table = table = shaped.table
        self.columns = {role: table.column(table.labels.index(label)) for role, label in roles.items()}
        self.parts = sore_parts(table, roles)
        self._part_texts = list(zip(*(table.column(table.labels.index(label)) for label in self.parts), strict=True))
        self.problems: list[Problem] = []
        if self.parts:
            named = ", ".join((roles["soreness"], *self.parts))
            self.problems.append(Problem(None, None, f"The soreness is that of the sorest part: {named}."))
        self.scales: dict[Quality, Ratings] = {}
        self.texts: dict[Quality, list[str]] = {}
        self.open_order: tuple[str, str, str] | None = None
        self._nights: dict[str, Entry] = {}
        self._understood: dict[tuple[str, dt.date], tuple[Session, ...] | None] = {}
        self._efforts: dict[str, float | None] = {}
        self._silent: dict[str, tuple[int, str]] = {}
        self._times, self._dates = self._moments()

    def _note(self, number: int, role: str, message: str) -> None:
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
        told = [*self._latest(check_ins), *sessions]
        return [*told, *self._without_answers(told)]

    def _without_answers(self, told: list[dict[str, str]]) -> Iterator[dict[str, str]]:
        """Yield a row for everybody who is named and said nothing, or rests all week: they are of the roster too."""
        known = {name_key(row["athlete"]) for row in told}
        for key, (number, name) in self._silent.items():
            if key not in known:
                yield {"#": str(number), "record": "athlete", "athlete": encode(name), "kind": ""}

    def _answers(self) -> Iterator[_Answer]:
        """Yield the rows that name somebody and a day."""
        named = frozenset(self.columns.get("athlete", ()))
        for index, number in enumerate(self.table.numbers):
            cells = {role: texts[index] for role, texts in self.columns.items()}
            parts = self._part_texts[index] if self._part_texts else ()
            name = clean(cells["athlete"]) if "athlete" in cells else self.decided.person
            if is_total(name, named) or not (any((*cells.values(), *parts)) if name else self._tells(cells)):
                continue
            if not name_key(name):
                self._note(number, "athlete", "The row names nobody; it was left out.")
            elif not self._tells(cells) and not any(parts):
                self._silent.setdefault(name_key(name), (number, name))
            elif (moment := self._moment(number, self._times[index], self._dates[index], cells)) is not None:
                self._silent.setdefault(name_key(name), (number, name))
                yield _Answer(number, name, moment, cells, parts)

    @staticmethod
    def _tells(cells: Mapping[str, str]) -> bool:
        return any(text for role, text in cells.items() if role not in _WHO_AND_WHEN)

    def _moments(self) -> tuple[list[dt.datetime | None], list[dt.datetime | None]]:
        """Return when each row was answered, and the day that it names."""
        read: list[list[dt.datetime | None]] = []
        for role in ("time", "date"):
            if role not in self.columns:
                read.append([None] * len(self.table.numbers))
                continue
            moments = moments_of(
                self.roles[role], self.columns[role], self.decided.order, self.decided.tz, self.decided.now
            )
            self.open_order = self.open_order or moments.open_order
            read.append(moments.values)
        return read[0], read[1]

    def _moment(
        self, number: int, time: dt.datetime | None, date: dt.datetime | None, cells: Mapping[str, str]
    ) -> dt.datetime | None:
        """Return when an answer is of: its day, and a clock where it has one."""
        if date is None and time is not None and (day := told_day(cells.get("date", ""), time.date())) is not None:
            date = dt.datetime.combine(day, dt.time())
        elif date is None and time is not None and cells.get("date"):
            self._note(
                number,
                "date",
                f"The day {quoted(cells['date'])} was not understood; it counts for the day it was sent.",
            )
        if date is None and time is None:
            text = cells.get("date") or cells.get("time") or ""
            message = f"The date {quoted(text)} was not understood" if text else "The date is missing"
            self._note(number, "date" if "date" in cells else "time", f"{message}; the row was left out.")
            return None
        if time is None or (date is not None and date.date() < time.date()):
            assert date is not None
            late = time is not None
            if late:
                self._note(number, "date", f"Answered later, for {date.day} {date:%b}; it counts for that day.")
            return date if date.time() != dt.time() else dt.datetime.combine(date.date(), _MORNING)
        if date is not None and date.date() > time.date():
            self._note(
                number,
                "date",
                f"The day {date.day} {date:%b} lies ahead of the answer; it counts for {time.day} {time:%b}.",
            )
        return time

    def _ratings(
        self, quality: Quality, role: str, answers: list[_Answer], leg_days: LegDays | None = None
    ) -> Mapping[str, float]:
        if role not in self.roles:
            return {}
        told = [(a, text) for a in answers for text in (a.sore if role == "soreness" else (a.cells[role],))]
        texts = [text for _, text in told]
        people = [name_key(answer.name) for answer, _ in told]
        after = [
            answer.moment.date() - DAY in leg_days[who] if leg_days and who in leg_days else None
            for (answer, _), who in zip(told, people, strict=True)
        ]
        chosen = self.decided.scales.get(quality, "")
        label = self._label(role, quality)
        ratings = read_ratings(label, texts, quality, chosen=chosen, after_legs=after, people=people)
        self.scales[quality], self.texts[quality] = ratings, texts
        if ratings.doubt == "score" and not chosen:
            message = f"{quoted(label)} holds a score and no ratings; it was not used."
            self.problems.append(Problem(None, self.roles.get(role), message))
        for answer, text in told:
            if text in ratings.bad:
                self._note(answer.number, role, f"The {quality} is {quoted(text)}; it was not used.")
        return ratings.values

    def _label(self, role: str, quality: str) -> str:
        """Return what says how a column is rated: its name, or the title of a sheet of names and days."""
        return self.roles[role] if self.roles[role] != VALUE else self.shaped.title or quality

    def _check_in(self, answer: _Answer, soreness: Mapping[str, float]) -> dict[str, str] | None:
        """Return the check-in of an answer; None where it holds none."""
        told = {role: answer.cells.get(role, "") for role in ("soreness", "fatigue", "sleep", "wrong", "ill", "where")}
        told["note"] = alarming(answer.cells.get("note", ""))
        if not any((*told.values(), *answer.parts)):
            return None
        rated = max((sore for text in answer.sore if (sore := soreness.get(text, math.nan)) == sore), default=math.nan)
        slept = self._slept(told["sleep"], answer.moment)
        if slept.unread:
            self._note(answer.number, "sleep", f"The sleep is {quoted(told['sleep'])}; it was not used.")
        return {
            "#": str(answer.number),
            "record": "check_in",
            "athlete": encode(answer.name),
            "start": answer.moment.isoformat(),
            "soreness": "" if math.isnan(rated) else f"{rated:.4g}",
            "fatigue": self._fatigues.get(told["fatigue"], ""),
            "sleep_h": "" if slept.sleep_h is None else f"{slept.sleep_h:g}",
            "flag": encode(
                "; ".join(text for text in complaints(told, self._pains, self.roles.get("wrong", "")) if text)
            ),
        }

    @cached_property
    def _pains(self) -> dict[str, float]:
        """Ratings of pain by their text. [0-10]"""
        return pain_ratings(self.roles.get("wrong", ""), self.columns.get("wrong", ()))

    @cached_property
    def _fatigues(self) -> dict[str, str]:
        """Overall fatigue by its text, from 1 very fresh to 5 very tired; nothing where its scale is not told."""
        texts = [text for text in self.columns.get("fatigue", ()) if text]
        if not texts:
            return {}
        read = read_ratings(self._label("fatigue", "fatigue"), texts)
        if not read.settled:
            self._note(self.table.numbers[0], "fatigue", f"{read.question(texts)}: overall fatigue was not used.")
        normal = read.scale is not None and read.scale.normal is not None
        return {
            text: f"{_of_five(rated, has_normal=normal):.3g}" for text, rated in read.values.items() if rated == rated
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
                self._note(int(older["#"]), "time", "A second answer of that day; the later one counts.")
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
        day = answer.moment.date() - DAY if self._tells_of_yesterday else answer.moment.date()
        rpe = efforts.get(answer.cells.get("done_rpe", ""), math.nan)
        minutes = answer.cells.get("done_minutes", "")
        yield from self._session_rows(answer, "session", done, day, minutes, None if math.isnan(rpe) else rpe)

    @cached_property
    def _tells_of_yesterday(self) -> bool:
        """Whether what was done is asked of the day before the answer."""
        return bool(set(fold(self.roles.get("done", "")).split()) & names_of_days("yesterday"))

    def _number(self, text: str) -> float | None:
        if text not in self._efforts:
            rated = read_ratings("Effort 0-10", [text], "effort").values[text]
            self._efforts[text] = None if math.isnan(rated) else rated
        return self._efforts[text]

    def _understand(self, text: str, day: dt.date) -> tuple[Session, ...] | None:
        """Return what a text says of a day: the same words of many are read once."""
        if (text, day) not in self._understood:
            self._understood[text, day] = parse_sessions(text, day)
        return self._understood[text, day]

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
        sessions = self._understand(text, day)
        if sessions is None:
            # Without its length the roster counts it as a row that could not be read, and asks for a look.
            self._note(answer.number, record, f"The {record} {quoted(text)} was not understood.")
            yield {**row, "kind": "other", "start": day.isoformat(), "name": encode(clean(text))}
            return
        length = (
            self._understand(f"run {minutes} min" if minutes.strip().isdecimal() else f"run {minutes}", day)
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
            yield {**session_row(exact), **row, "name": encode(exact.name), **({"done": "no"} if said else {})}


def _of_five(rated: float, *, has_normal: bool) -> float:
    """Return a rating of 0 to 10 on the scale of overall fatigue, whose normal is 3. [1-5]"""
    usual = value("log.normal_soreness")
    if not has_normal:
        return 1 + 4 * rated / 10
    return 1 + 2 * rated / usual if rated <= usual else 3 + 2 * (rated - usual) / (10 - usual)
