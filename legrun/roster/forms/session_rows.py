"""What a form's answers plan and did, as rows of a roster."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from legrun.logs.fields.hours import parse_hour
from legrun.logs.fields.numerals import parse_numbers
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.fields.ratings import read_ratings
from legrun.logs.fields.scales import Scale
from legrun.logs.mapping.columns.durations import MINUTES, header_unit
from legrun.logs.own import encode, session_row
from legrun.logs.reading.text import clean, quoted
from legrun.roster.forms.answer import Answer
from legrun.roster.forms.days import asked_ahead
from legrun.roster.forms.words import label_words, spaced
from legrun.roster.sessions.kinds import trains_with_weights
from legrun.roster.sessions.text import parse_sessions
from legrun.scenario import Session

__all__ = ["SessionRows", "with_lifts_together"]

_OF_DONE, _OF_PLAN = ("done_minutes", "done_rpe"), ("planned_minutes", "planned_rpe")
_LENGTHS = ("planned_minutes", "done_minutes")
_MOST_HOURS = 6.0
_EVENING = dt.time(18)
_UNNAMED = "workout"
# "Easy 5 mi, long 16": one sheet is in one unit; "at 5k pace" tells nothing of it.
_MILES, _KM = (
    re.compile(rf"\d\s*(?:{units})\b(?!\s*(?:pace|effort|race|tt|rp))", re.I) for units in ("mi|miles?", "km|kms|k")
)
_OF_MILES = frozenset({"mi", "mile", "miles", "mileage"})
Note = Callable[[int, str, str], None]


def _unit(label: str, texts: Sequence[str]) -> str:
    """Return the unit of a column of lengths: by its header, else by the size of its numbers."""
    numbers = [number for number in parse_numbers(texts).values.values() if number is not None and number > 0]
    if unit := header_unit(label):
        return unit
    return "h" if numbers and max(numbers) <= _MOST_HOURS else "min"


def _planned_efforts(label: str, texts: Sequence[str]) -> dict[str, float]:
    """Return planned efforts by their text; where their scale is not sure, the hardest that each may be. [0-10]"""
    told = [text for text in texts if text]
    if not told:
        return {}
    read = read_ratings(spaced(label), told, "effort")
    scales = read.readings or (Scale.named("0-10", "effort"),)
    efforts = dict(read.values)
    for text in efforts:
        cell = parse_rating(text, "effort")
        if math.isnan(efforts[text]) and not read.settled and cell is not None and cell.number is not None:
            rated = [scale.value(cell.number) for scale in scales if scale is not None]
            efforts[text] = max((each for each in rated if each is not None), default=math.nan)
    return {text: effort for text, effort in efforts.items() if not math.isnan(effort)}


def with_lifts_together(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    """Return rows of sessions in which the lifts of a day, one a row, are one workout: nothing says how long each was.

    Examples
    --------
    >>> row = {"record": "session", "athlete": "Ana", "kind": "legs", "start": "2026-05-05T18:00:00", "rpe": "7.0"}
    >>> lifts = [{**row, "name": name, "estimated": "minutes rpe"} for name in ("Squat", "RDL", "Leg press")]
    >>> [each["name"] for each in with_lifts_together(lifts)]
    ['Squat + RDL + Leg press']
    """
    kept: list[dict[str, str]] = []
    first: dict[tuple[str, ...], dict[str, str]] = {}
    for row in rows:
        key = tuple(row.get(name, "") for name in ("record", "athlete", "kind", "start"))
        before = first.get(key)
        is_lift = row["kind"] in ("legs", "upper") and "minutes" in row.get("estimated", "")
        if not is_lift or before is None or row["name"] in before["name"].split(" + "):
            kept.append(row)
            if is_lift:
                first.setdefault(key, row)
        else:
            before["name"] = f"{before['name']} + {row['name']}"
            before["rpe"] = max(before["rpe"], row["rpe"], key=float)
    return kept


class SessionRows:
    """Makes the rows of what was planned and done; `note` takes row, role and words of what was not understood."""

    def __init__(self, roles: Mapping[str, str], columns: Mapping[str, Sequence[str]], note: Note) -> None:
        self._units = {role: _unit(roles.get(role, ""), columns.get(role, ())) for role in _LENGTHS}
        asks_of_done = roles.get("done") or " ".join(roles.get(role, "") for role in ("done_minutes", "done_rpe"))
        self._done_ahead, self._plan_ahead = asked_ahead(asks_of_done), asked_ahead(roles.get("plan", ""))
        # A form's own "duration" is of filling it in: where nothing says what was done, an effort must be asked for.
        self._names_session = "done" in roles or "done_rpe" not in roles
        distance = roles.get("distance", "")
        # What stands beside a plan and something done is of the plan, unless it says otherwise.
        self._beside = "plan" if "plan" in roles else "session"
        self._miles = bool(_OF_MILES & set(label_words(distance)))
        told = [text for role in ("plan", "done") for text in dict.fromkeys(columns.get(role, ()))]
        self._in_miles = any(map(_MILES.search, told)) and not any(map(_KM.search, told))
        self._note = note
        self._open: set[str] = set()
        self._understood: dict[tuple[str, dt.date], tuple[Session, ...] | None] = {}
        self._efforts = _planned_efforts(roles.get("planned_rpe", ""), columns.get("planned_rpe", ()))

    def of(self, answer: Answer, efforts: Mapping[str, float]) -> Iterator[dict[str, str]]:
        """Yield what an answer plans, and what it says was done; `efforts` are those of its texts."""
        done, plan = answer.cells.get("done", ""), answer.cells.get("plan", "")
        if not plan and not any(map(answer.cells.get, _OF_DONE)) and any(map(answer.cells.get, _OF_PLAN)):
            done, plan = "", done  # a list of sessions in which this one has what was planned alone
        day = answer.moment.date() + self._plan_ahead
        rpe = self._efforts.get(answer.cells.get("planned_rpe", ""))
        yield from self._rows(answer, "plan", plan, day, answer.cells.get("planned_minutes", ""), rpe, said=bool(done))
        day = answer.moment.date() + self._done_ahead
        effort = efforts.get(answer.cells.get("done_rpe", ""), math.nan)
        minutes = answer.cells.get("done_minutes", "")
        if not self._names_session and minutes:
            done = _UNNAMED  # how long and how hard, of nobody knows what
        yield from self._rows(answer, "session", done, day, minutes, None if math.isnan(effort) else effort)

    def _with_unit(self, minutes: str, record: str) -> str:
        """Return a length with the unit of its column: hours where the header says so, or all of them are few."""
        plain = minutes.strip().replace(",", ".")
        if not plain.replace(".", "", 1).isdecimal():
            return minutes
        unit = self._units["planned_minutes" if record == "plan" else "done_minutes"]
        return f"{float(plain) * MINUTES[unit]:.0f} min"

    def _understand(self, text: str, day: dt.date) -> tuple[Session, ...] | None:
        """Return what a text says of a day: the same words of many are read once."""
        if (text, day) not in self._understood:
            self._understood[text, day] = parse_sessions(text, day, in_miles=self._in_miles)
        return self._understood[text, day]

    def _rows(
        self,
        answer: Answer,
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
        if sessions is None and minutes:  # "Match", and 90 beside it
            sessions = self._understand(f"{text}, {self._with_unit(minutes, record)}", day)
        if sessions is None:
            # Without its length the roster counts it as a row that could not be read, and asks for a look.
            self._note(answer.number, record, f"The {record} {quoted(text)} was not understood.")
            yield {**row, "kind": "other", "start": day.isoformat(), "name": encode(clean(text))}
            return
        for session in sessions:
            exact = self._exact(answer, session, record, minutes, rpe) if len(sessions) == 1 else session
            self._say_if_open(answer, record, exact)
            if record == "session" and exact.start.time() == dt.time():
                exact = replace(exact, start=dt.datetime.combine(day, _EVENING), estimated=exact.estimated | {"start"})
            yield {**session_row(exact), **row, "name": encode(exact.name), **({"done": "no"} if said else {})}

    def _say_if_open(self, answer: Answer, record: str, session: Session) -> None:
        """Note once of each text that names lifting, and not of what: it counts as other training."""
        if session.kind == "other" and session.name not in self._open and trains_with_weights(session.name):
            self._open.add(session.name)
            said = f"{quoted(session.name)} does not say whether it trains the legs; it counts as other training."
            self._note(answer.number, record, said)

    def _exact(self, answer: Answer, session: Session, record: str, minutes: str, rpe: float | None) -> Session:
        """Return a session with what other cells say of its length, its effort and its hour."""
        day, estimated = session.start.date(), session.estimated
        length = self._understand(f"run {self._with_unit(minutes, record)}", day) if minutes else ()
        if length and "minutes" not in length[0].estimated:
            session = replace(session, minutes=length[0].minutes, estimated=estimated - {"minutes"})
        elif record == self._beside and session.kind == "run" and "minutes" in estimated:
            session = self._over_its_distance(session, answer.cells.get("distance", ""))
        if rpe is not None:
            session = replace(session, rpe=rpe, estimated=session.estimated - {"rpe"})
        hour = parse_hour(answer.cells.get("session_at", "")) if record == self._beside else None
        if hour is not None and session.start.time() == dt.time():
            session = replace(session, start=dt.datetime.combine(day, hour))
        return session

    def _over_its_distance(self, session: Session, text: str) -> Session:
        """Return a run of nobody knows how long with the distance that a cell of its own tells."""
        number = parse_numbers([text]).values.get(text)
        said = text if number is None else f"{number:g} {'miles' if self._miles else 'km'}"
        told = self._understand(f"run {said}", session.start.date()) if text else ()
        if not told or told[0].distance_km is None:
            return session
        return replace(session, minutes=told[0].minutes, distance_km=told[0].distance_km)
