"""legrun's own CSV, as `Log.to_csv` writes it, and as a person or a spreadsheet may have changed it since."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from legrun.errors import LogFormatError, ScenarioError
from legrun.logs.fields.dates import parse_moments
from legrun.logs.fields.judged_words import Quality
from legrun.logs.fields.numerals import parse_number
from legrun.logs.fields.rating_cells import parse_rating
from legrun.logs.format import Columns, Findings, Format, Notes
from legrun.logs.own import ATHLETE_COLUMNS, ATHLETE_FIELDS, COLUMNS, RECORDS, RESPONSE_FIELDS, decode
from legrun.logs.reading.text import quoted
from legrun.scenario import Athlete, CheckIn, Response, Session

_NAME = "legrun"
_COLUMNS = {name: (name,) for name in COLUMNS}
_NUMBERS = ("distance_km", "hard_sets")
_PLAIN_NUMBERS = ("novelty", "downhill_minutes", "downhill_grade_pct")
_YES = frozenset({"yes", "true", "1", "wahr", "vrai", "ja", "oui", "si", "sí", "y", "x"})
_PLAIN_DIGITS = 12  # numbers as everyone writes them need no more careful look
_LONGEST_TEXT = 10_000  # a name or a choice that is longer was not written by us


class _CellError(ValueError):
    """A cell that cannot be used."""

    def __init__(self, column: str, message: str) -> None:
        self.column = column
        super().__init__(message)


@dataclass
class _Contents:
    sessions: list[Session] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    sleep_h: dict[dt.date, float] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    athlete: dict[str, str] = field(default_factory=dict)
    version: dict[str, str] = field(default_factory=dict)


Cells = Mapping[str, str]


def _read(columns: Columns, notes: Notes) -> Findings:
    _refuse_roster(columns)
    contents = _Contents()
    names = [name for name in COLUMNS if columns.has(name)]
    cells = [columns.texts(name) for name in names]
    table = zip(columns.table.numbers, zip(*cells, strict=True), zip(*map(_decoded, cells), strict=True), strict=True)
    seen: set[tuple[str, ...]] = set()
    for number, texts, contained in table:
        row = dict(zip(names, contained, strict=True))
        read = _READERS.get(row["record"].strip().casefold())
        if read is None:
            message = f"The record {quoted(row['record'])} is not one of {', '.join(RECORDS)}; the row was left out."
            notes.problem(number, "record", message)
            continue
        if texts in seen:
            notes.problem(number, None, "The same as an earlier row; it was counted once.")
            continue
        seen.add(texts)
        try:
            read(row, contents)
        except _CellError as error:
            notes.problem(number, error.column, f"{error} The row was left out.")
        except ScenarioError as error:
            notes.problem(number, None, f"This row was left out: {error}")
    choices = {key: text for key, text in contents.choices.items() if key not in notes.choices}
    workouts = len(contents.sessions)
    if contents.version.get("sessions") == str(workouts) and contents.version.get("workouts", "").isdecimal():
        workouts = min(int(contents.version["workouts"]), workouts)
    return Findings(
        contents.sessions,
        contents.check_ins,
        contents.sleep_h,
        workouts,
        choices=choices,
        athlete=_athlete(contents, notes),
    )


def _decoded(texts: Sequence[str]) -> list[str]:
    """Return what the cells of a column hold, each distinct text looked at once."""
    known = {text: decode(text)[:_LONGEST_TEXT] for text in set(texts)}
    return [known[text] for text in texts]


def _refuse_roster(columns: Columns) -> None:
    """Refuse the log of several people: read as one, it would add up their training."""
    place = columns.table.find(*ATHLETE_COLUMNS)
    clients = {text for text in columns.table.column(place) if text}
    if len(clients) > 1:
        raise LogFormatError(
            f"This is a roster of {len(clients)} clients, not one person's log. Open it on the Clients page, or keep "
            "the rows of one client."
        )


def _session(row: Cells, contents: _Contents) -> None:
    flags = {name: row.get(name, "").casefold() in _YES for name in ("to_failure", "warm_up")}
    rpe, is_word = _rated(row, "rpe", "effort")
    if rpe is None:
        raise _CellError("rpe", "It is missing.")
    contents.sessions.append(
        Session(
            kind=row.get("kind", "").strip(),  # type: ignore[arg-type]  # Session checks it
            start=_moment(row),
            minutes=_needed(row, "minutes"),
            rpe=rpe,
            style=row.get("style", "").strip() or None,  # type: ignore[arg-type]
            **{name: _number(row, name) for name in _NUMBERS},  # type: ignore[arg-type]
            **flags,
            **{name: number for name in _PLAIN_NUMBERS if (number := _number(row, name))},  # type: ignore[arg-type]
            name=row.get("name", ""),
            source=row.get("source", ""),
            sport=row.get("sport", ""),
            estimated=frozenset(row.get("estimated", "").split()) | ({"rpe"} if is_word else set()),
        )
    )


def _check_in(row: Cells, contents: _Contents) -> None:
    contents.check_ins.append(CheckIn(_moment(row), _rated(row, "soreness", "soreness")[0], _number(row, "fatigue")))
    if row.get("sleep_h", "").strip():
        _sleep(row, contents)


def _sleep(row: Cells, contents: _Contents) -> None:
    hours = _needed(row, "sleep_h")
    if not 0 <= hours <= 16:
        raise _CellError("sleep_h", f"The sleep is {hours:g} h; it must be from 0 to 16.")
    contents.sleep_h[_moment(row).date()] = hours


def _choice(row: Cells, contents: _Contents) -> None:
    contents.choices[row.get("key", "")] = row.get("value", "")


def _person(row: Cells, contents: _Contents) -> None:
    contents.athlete[row.get("key", "")] = row.get("value", "")


def _version(row: Cells, contents: _Contents) -> None:
    contents.version[row.get("key", "")] = row.get("value", "")


_READERS: dict[str, Callable[[Cells, _Contents], None]] = {
    "session": _session,
    "check_in": _check_in,
    "sleep": _sleep,
    "choice": _choice,
    "athlete": _person,
    "version": _version,
}


def _moment(row: Cells) -> dt.datetime:
    text = row.get("start", "").strip()
    try:
        moment: dt.datetime | None = dt.datetime.fromisoformat(text)
    except ValueError:
        moment = parse_moments([text]).values[text]  # a spreadsheet wrote it in its own way
    if moment is None or moment.tzinfo is not None:
        raise _CellError("start", f"The time {quoted(text)} was not understood.")
    return moment


def _is_plain(text: str) -> bool:
    """Return whether a text is a number as everyone writes it."""
    return text.isascii() and text.replace(".", "", 1).isdecimal() and len(text) <= _PLAIN_DIGITS


def _number(row: Cells, name: str) -> float | None:
    text = row.get(name, "")
    if _is_plain(text):
        return float(text)
    text = text.strip()
    if not text:
        return None
    # We never write thousands, so a comma was put there by a spreadsheet as its decimal mark.
    number = parse_number(text.replace(",", ".") if text.count(",") == 1 else text)
    if number is None:
        raise _CellError(name, f"{quoted(text)} is not a number.")
    return number


def _rated(row: Cells, name: str, quality: Quality) -> tuple[float | None, bool]:
    """Return a rating on our own scale of 0 to 10, and whether it was a word: people type "7/10" and "hard"."""
    text = row.get(name, "").strip()
    if not text or _is_plain(text):
        return _number(row, name), False
    rating = parse_rating(text, quality)
    if rating is None or rating.out_of not in (None, 10):
        return _number(row, name), False
    return (rating.number, False) if rating.own is None else (rating.own, True)


def _needed(row: Cells, name: str) -> float:
    number = _number(row, name)
    if number is None:
        raise _CellError(name, "It is missing.")
    return number


def _athlete(contents: _Contents, notes: Notes) -> Athlete | None:
    given = {key: text for key, text in contents.athlete.items() if text.strip()}
    if not given:
        return None
    try:
        numbers = {name: _number(given, name) for name in ATHLETE_FIELDS[1:] if given.get(name)}
        response = None
        if all(given.get(f"response.{name}") for name in RESPONSE_FIELDS):
            response = Response(**{name: _needed(given, f"response.{name}") for name in RESPONSE_FIELDS})
        experience = given.get("experience") or "recreational"
        return Athlete(experience=experience, response=response, **numbers)  # type: ignore[arg-type]
    except (_CellError, ScenarioError) as error:
        notes.problem(None, None, f"The athlete was left out: {error}")
        return None


FORMATS = (Format(_NAME, _COLUMNS, ("record", "kind", "start", "minutes", "key", "value"), _read),)
