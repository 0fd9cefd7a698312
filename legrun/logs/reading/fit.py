"""FIT files, as watches write them: their sessions and sets as one table, decoded by Garmin's own SDK.

Every value of a row comes from its own message: nothing is carried over from the message before, so that a lift
before a run does not take over the run's pace. The hour on the wall comes from ``local_timestamp`` of the activity,
which is no moment but a clock: what it is ahead of ``timestamp`` is the watch's offset from UTC.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from legrun.errors import LogFormatError
from legrun.logs.log import Problem
from legrun.logs.reading.fit_frames import wanted_messages
from legrun.logs.reading.opening import MAX_BYTES
from legrun.logs.reading.table import MAX_ROWS, Table, check_rows
from legrun.logs.reading.text import clean

__all__ = ["COLUMNS", "read_fit"]

COLUMNS = (
    "fit_session", "file", "local_start", "utc_start", "sport", "title", "timer_s", "elapsed_s", "distance_m",
    "heart_rate", "max_heart_rate", "workout_rpe", "workout_feel", "set_type", "exercise", "category", "called",
    "reps", "weight_kg", "set_s",
)  # fmt: skip
_MESSAGES = {
    "file_id": 0,
    "session": 18,
    "workout": 26,
    "workout_step": 27,
    "activity": 34,
    "timestamp_correlation": 162,
    "set": 225,
    "exercise_title": 264,
}
# Categories whose exercises say little without them: a push of a sled is no push of the arms.
_TOOLS = frozenset({"sled", "tire", "battle_rope"})
_EPOCH = dt.datetime(1989, 12, 31)
_QUARTER = 900  # offsets from UTC are quarters of an hour [s]
_FURTHEST = 14 * 3600  # and none is further [s]
_ACTIVITY = "activity"
_PLANNED = frozenset({"course", "workout", "segment"})
_OTHER_FILE = (
    "This FIT file holds no activity but {}. Drop in the FIT file of an activity, or the zip of them that the watch's "
    "app exports."
)
Message = Mapping[str, Any]
Row = dict[str, str]


@dataclass(frozen=True)
class _Exercise:
    """An exercise as FIT files it: a category and a number within it."""

    category: int | None
    subtype: int | None


@dataclass(eq=False)
class _Recording:
    """The messages of one file."""

    name: str
    messages: Mapping[str, Sequence[Message]] = field(repr=False)

    def all(self, kind: str) -> Sequence[Message]:
        return self.messages.get(f"{kind}_mesgs", ())

    def first(self, kind: str, name: str) -> Any:
        return next((message[name] for message in self.all(kind) if name in message), None)

    @property
    def offset(self) -> dt.timedelta | None:
        """How far the clock on the wall was ahead of UTC; None where the file does not say."""
        for kind in ("activity", "timestamp_correlation"):
            for message in self.all(kind):
                local, utc = message.get("local_timestamp"), message.get("timestamp")
                if isinstance(local, int) and isinstance(utc, int):
                    seconds = round((local - utc) / _QUARTER) * _QUARTER
                    # Some apps write UTC into both.
                    if seconds and abs(seconds) <= _FURTHEST:
                        return dt.timedelta(seconds=seconds)
        return None


def read_fit(files: Iterable[tuple[str, bytes]]) -> Table:
    """Return the sessions and sets of FIT files as one table; those that cannot be read are among its problems.

    Parameters
    ----------
    files : iterable of (str, bytes)
        Name and bytes of each.

    Raises
    ------
    LogFormatError
        When none of them can be read.
    """
    rows: list[Row] = []
    problems: list[Problem] = []
    error: LogFormatError | None = None
    names = []
    for name, data in files:
        try:
            recording = _decoded(name, data)
        except LogFormatError as fault:
            problems.append(Problem(None, None, str(fault), clean(name)))
            error = fault
        else:
            names.append(name)
            rows += _rows(recording, first=len(rows))
            check_rows(len(rows), MAX_ROWS)
    if not rows:
        raise error or LogFormatError("There is no activity in these FIT files.")
    texts = [[row.get(column, "") for column in COLUMNS] for row in rows]
    return Table(COLUMNS, range(1, len(rows) + 1), texts, None, name=clean(names[0]), problems=tuple(problems))


def _decoded(name: str, data: bytes) -> _Recording:
    if len(data) > MAX_BYTES:
        raise LogFormatError(f"The FIT file is larger than {MAX_BYTES / 1e6:.0f} MB.")
    packed = wanted_messages(data, frozenset(_MESSAGES.values()))
    from garmin_fit_sdk import Decoder, Stream

    messages, errors = Decoder(Stream.from_byte_array(bytearray(packed))).read(
        convert_datetimes_to_dates=False,
        convert_types_to_strings=False,
        enable_crc_check=False,
        merge_heart_rates=False,
    )
    if errors:
        raise LogFormatError("The FIT file is damaged: its messages cannot be decoded.") from errors[0]
    recording = _Recording(clean(name), cast("Mapping[str, Sequence[Message]]", messages))
    kind = _type_name("file", recording.first("file_id", "type"))
    if kind in _PLANNED:
        raise LogFormatError(_OTHER_FILE.format(f"a file of the kind {kind}, which is planned, not done"))
    if not recording.all("session"):
        if kind != _ACTIVITY:
            raise LogFormatError(_OTHER_FILE.format(f"a file of the kind {kind or 'unknown'}".replace("_", " ")))
        raise LogFormatError(
            "The recording has no summary, for it breaks off. Export the activity from the watch's app."
        )
    return recording


def _type_name(kind: str, number: Any) -> str:
    """Return Garmin's word for a number of one of its types; empty where it has none."""
    from garmin_fit_sdk import Profile

    if isinstance(number, list):
        number = number[0] if number else None
    word = Profile["types"].get(kind, {}).get(number)
    return word if isinstance(word, str) else ""


def _rows(recording: _Recording, first: int) -> list[Row]:
    """Return a row for each session, and one for each of its sets."""
    sessions = sorted(recording.all("session"), key=_begins)
    title = recording.first("workout", "wkt_name")
    rows = [_session_row(session, recording, first + place, title) for place, session in enumerate(sessions)]
    for work in recording.all("set"):
        place = _holder(work, sessions)
        rows += [rows[place] | row for row in _set_rows(work, recording)]
    return rows


def _begins(session: Message) -> float:
    start = session.get("start_time", session.get("timestamp"))
    return float(start) if isinstance(start, int) else 0.0


def _holder(work: Message, sessions: Sequence[Message]) -> int:
    """Return which session a set belongs to: the last that had begun by its start."""
    start = work.get("start_time", work.get("timestamp"))
    if not isinstance(start, int):
        return 0
    begun = [place for place, session in enumerate(sessions) if _begins(session) <= start]
    return begun[-1] if begun else 0


def _session_row(session: Message, recording: _Recording, number: int, title: Any) -> Row:
    row = {
        "fit_session": str(number),
        "file": recording.name,
        "sport": _sport(session),
        "title": clean(_joined(title) or _joined(session.get("sport_profile_name"))),
        "timer_s": _number(session.get("total_timer_time")),
        "elapsed_s": _number(session.get("total_elapsed_time")),
        "distance_m": _number(session.get("total_distance")),
        "heart_rate": _number(session.get("avg_heart_rate")),
        "max_heart_rate": _number(session.get("max_heart_rate")),
        "workout_rpe": _number(session.get("workout_rpe")),
        "workout_feel": _number(session.get("workout_feel")),
    }
    start = session.get("start_time")
    if not isinstance(start, int):
        return row
    utc = _EPOCH + dt.timedelta(seconds=start)
    row["utc_start"] = utc.isoformat()
    if (offset := recording.offset) is not None:
        row["local_start"] = (utc + offset).isoformat()
    return row


def _sport(session: Message) -> str:
    """Return the sport in words, the finer one too where it says more."""
    sport, finer = _type_name("sport", session.get("sport")), _type_name("sub_sport", session.get("sub_sport"))
    words = [sport] if finer in ("", "generic", sport) else [sport, finer]
    return " ".join(words).replace("_", " ")


def _joined(value: Any) -> str:
    return " ".join(str(part) for part in value if part) if isinstance(value, list) else str(value or "")


def _number(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) < 1e12:
        return ""
    return f"{value:.10g}"


def _set_rows(work: Message, recording: _Recording) -> list[Row]:
    """Return a row for each exercise of a set: those of a superset stand in one message."""
    base = {
        "set_type": _type_name("set_type", work.get("set_type")) or "active",
        "reps": _number(work.get("repetitions")),
        "weight_kg": _number(work.get("weight")),
        "set_s": _number(work.get("duration")),
    }
    exercises = _exercises(work) or _planned(work, recording)
    if not exercises:
        return [base]
    return [base | _named(exercise, recording) for exercise in exercises]


def _named(exercise: _Exercise, recording: _Recording) -> Row:
    category = _type_name("exercise_category", exercise.category)
    name = _type_name(f"{category}_exercise_name", exercise.subtype) if exercise.subtype is not None else ""
    title = next(
        (
            _joined(each.get("wkt_step_name"))
            for each in (*recording.all("exercise_title"), *recording.all("workout_step"))
            if (each.get("exercise_category"), each.get("exercise_name")) == (exercise.category, exercise.subtype)
        ),
        "",
    )
    words = name or title or category
    if category in _TOOLS and name:
        words = f"{category} {name}"
    exercise_name, called = clean(words.replace("_", " ").capitalize()), clean(title)
    return {"exercise": exercise_name, "category": category.replace("_", " "), "called": called}


def _exercises(work: Message) -> list[_Exercise]:
    """Return the distinct exercises of a set; the watch repeats one that it is sure of."""
    categories, subtypes = _listed(work.get("category")), _listed(work.get("category_subtype"))
    subtypes += [None] * (len(categories) - len(subtypes))
    pairs = zip(categories, subtypes, strict=False)
    return list(
        dict.fromkeys(
            _Exercise(*pair) for pair in pairs if _type_name("exercise_category", pair[0]) not in ("", "unknown")
        )
    )


def _planned(work: Message, recording: _Recording) -> list[_Exercise]:
    """Return the exercise of the workout's step that a set was done for, where the set itself has none."""
    index = work.get("wkt_step_index")
    for place, step in enumerate(recording.all("workout_step")):
        if index is not None and step.get("message_index", place) == index:
            exercise = _Exercise(step.get("exercise_category"), step.get("exercise_name"))
            return [exercise] if _type_name("exercise_category", exercise.category) not in ("", "unknown") else []
    return []


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list) else [value]
