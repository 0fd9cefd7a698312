"""Activity lists to sessions: one row is one session, with its kind, time, distance and heart rate."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.efforts import Efforts, counted, highest_heart_rate
from legrun.logs.endurance.activities import activity, sport_of
from legrun.logs.endurance.multisport import mark_sums
from legrun.logs.fields.durations import ClockStyle, clock_minutes
from legrun.logs.fields.times import read_times
from legrun.logs.format import Columns, Findings, Notes
from legrun.logs.lengths import Length, Row, UsualSpeeds, empty_recordings
from legrun.logs.merging.twins import once_each
from legrun.logs.reading.table import Table
from legrun.logs.reading.text import clean, quoted
from legrun.logs.strength.titles import strength_kind
from legrun.scenario import KINDS, Kind, Session

__all__ = ["Activities", "note_undated", "read_heart", "read_minutes", "read_starts", "sessions_from_activities"]

_KINDS: tuple[str, ...] = KINDS
_MINUTES = frozenset({"minutes"})
_FASTEST_WHEELS = 120.0  # km/h; on wheels or snow


def _nothing() -> NDArray[np.float64]:
    return np.empty(0)


@dataclass(eq=False)
class Activities:
    """The rows of an activity list, column by column; NaN stands for what the file does not give.

    Attributes
    ----------
    table : Table
        The file, for row numbers and copies.
    starts : list of datetime or None
        Local starts; None for a row that was left out and noted.
    types, names : list of str
        The app's name for the activity, and its title.
    minutes, distance_km, heart, heart_max, rpe : array of float
        Duration [min], distance [km], mean and highest heart rate [bpm], rating [0-10].
    elapsed, recorded : array of float
        From start to end, pauses included, and in the recording. [min]
    estimated : frozenset of str
        What is an estimate in every row.
    estimates : mapping of int to frozenset of str
        What is an estimate in single rows, by their place.
    lifted : frozenset of int
        Places of strength sessions; found out when they are read.
    """

    table: Table
    starts: list[dt.datetime | None]
    types: list[str]
    names: list[str]
    minutes: NDArray[np.float64]
    distance_km: NDArray[np.float64] = field(default_factory=_nothing)
    heart: NDArray[np.float64] = field(default_factory=_nothing)
    heart_max: NDArray[np.float64] = field(default_factory=_nothing)
    rpe: NDArray[np.float64] = field(default_factory=_nothing)
    elapsed: NDArray[np.float64] = field(default_factory=_nothing)
    recorded: NDArray[np.float64] = field(default_factory=_nothing)
    estimated: frozenset[str] = frozenset()
    estimates: Mapping[int, frozenset[str]] = field(default_factory=dict)
    lifted: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        count = len(self.starts)
        for name in ("distance_km", "heart", "heart_max", "rpe", "elapsed", "recorded"):
            if not len(getattr(self, name)):
                setattr(self, name, np.full(count, np.nan))

    def row(self, index: int, kind: str | None) -> Row:
        """Return what one row says of time and distance, for a kind that it may be."""
        group = kind if kind in ("run", "walk") else f"type:{self.types[index]}"
        return Row(
            group,
            float(self.minutes[index]),
            float(self.elapsed[index]),
            float(self.recorded[index]),
            float(self.distance_km[index]),
            lifted=index in self.lifted,
        )


def sessions_from_activities(rows: Activities, source: str, notes: Notes) -> Findings:
    """Return the sessions of an activity list.

    Parameters
    ----------
    rows : Activities
        The list.
    source : str
        Name of the app, kept with each session.
    notes : Notes
        Takes what was assumed and left out.

    Returns
    -------
    Findings
    """
    _drop_copies(rows, notes)
    _drop_empty(rows, notes)
    _drop_senseless_distances(rows)
    kinds = _kinds(rows, notes)
    mark_sums(rows.table, rows.starts, kinds, rows.minutes, rows.elapsed, notes)
    highest = np.where(rows.heart_max > 0, rows.heart_max, rows.heart)
    efforts = Efforts(notes, highest_heart_rate(highest.tolist()))
    speeds = UsualSpeeds.of(rows.row(index, kind) for index, kind in enumerate(kinds) if kind is not None)
    sessions = []
    for index, kind in enumerate(kinds):
        if kind is None:
            continue
        kind, length = _settled(rows, index, kind, speeds, notes)
        if session := _session(rows, index, kind, length, source, efforts, notes):
            sessions.append(session)
    efforts.note()
    sessions = once_each(sessions, notes)
    return Findings(sessions=sessions, workouts=len(sessions))


def _drop_copies(rows: Activities, notes: Notes) -> None:
    """Leave out rows that are the same cell by cell; two sessions may well share a minute and a kind."""
    seen: dict[tuple[object, ...], list[int]] = {}
    for index, start in enumerate(rows.starts):
        if start is None:
            continue
        earlier = seen.setdefault((start, rows.types[index]), [])
        cells = rows.table.row(index)
        if any(rows.table.row(other) == cells for other in earlier[:8]):
            notes.problem(rows.table.numbers[index], None, "The same as an earlier row; it was counted once.")
            rows.starts[index] = None
        else:
            earlier.append(index)


def _drop_empty(rows: Activities, notes: Notes) -> None:
    """Leave out recordings of nothing: half an hour must not be invented for them."""
    empty = empty_recordings(rows.minutes, rows.elapsed, rows.distance_km, rows.rpe, rows.heart)
    unsaid = np.array([not kind and not name for kind, name in zip(rows.types, rows.names, strict=True)], dtype=bool)
    for column in (rows.minutes, rows.elapsed, rows.distance_km, rows.rpe, rows.heart):
        unsaid &= ~(column > 0)
    for index in np.flatnonzero(empty | unsaid).tolist():
        if rows.starts[index] is not None:
            notes.problem(rows.table.numbers[index], None, "It has neither time nor distance; it was left out.")
            rows.starts[index] = None


def _drop_senseless_distances(rows: Activities) -> None:
    columns = (rows.distance_km, rows.minutes, rows.elapsed, rows.recorded, rows.heart, rows.heart_max, rows.rpe)
    for column in columns:
        column[~(column > 0) | ~np.isfinite(column)] = np.nan


def _kinds(rows: Activities, notes: Notes) -> list[str | None]:
    """Return the kind of each row, ``multisport`` among them; None for rows that are no session."""
    known = {text: activity(text) for text in dict.fromkeys(rows.types)}
    used = Counter(text for text, start in zip(rows.types, rows.starts, strict=True) if start is not None)
    kinds: dict[str, str] = {text: named.kind for text, named in known.items()}
    for text, count in sorted(used.items(), key=lambda pair: (-pair[1], pair[0])):
        key = f"activity:{clean(text, 40)}"
        if known[text].style and _has_distances(rows, text):
            reason = f"{counted(count, 'row')} with a distance; the name says how a run is run"
            kinds[text] = notes.choose(key, "run", reason, _KINDS)
        elif notes.choices.get(key) in _KINDS or not known[text].known or known[text].style:
            reason = f"{counted(count, 'row')} of this kind, which legrun does not know as a run, walk or strength work"
            kinds[text] = notes.choose(key, "other", reason, _KINDS)
    if off := sum(count for text, count in used.items() if kinds[text] == "off"):
        notes.assume("days_off", f"{off:,} left out", "a day off is no training")
    of_rows: list[str | None] = []
    for text, start in zip(rows.types, rows.starts, strict=True):
        of_rows.append(None if start is None or kinds[text] == "off" else kinds[text])
    return _strength_kinds(rows, of_rows, notes)


def _has_distances(rows: Activities, text: str) -> bool:
    """Tell whether most rows of a type have a distance."""
    of_type = np.array([each == text for each in rows.types], dtype=bool)
    return bool(np.count_nonzero(rows.distance_km[of_type] > 0) * 2 > np.count_nonzero(of_type))


def _strength_kinds(rows: Activities, kinds: list[str | None], notes: Notes) -> list[str | None]:
    """Replace ``strength`` by what the titles say; the file names no exercises."""
    places = [place for place, kind in enumerate(kinds) if kind == "strength"]
    if not places:
        return kinds
    rows.lifted = frozenset(places)
    by_title = {place: strength_kind(f"{rows.names[place]} {rows.types[place]}") for place in places}
    named, silent = (
        sum(kind in ("legs", "upper") for kind in by_title.values()),
        sum(not kind for kind in by_title.values()),
    )
    if named:
        reason = "the file names no exercises; words like “legs” or “upper” in the title decided"
        notes.assume("strength_by_title", counted(named, "session"), reason)
    usual: str = "other"
    if silent:
        reason = (
            f"the file names no exercises for {counted(silent, 'strength session')}, so none of them counts as a leg "
            "day; choose legs if they were, or add the log of your lifting app"
        )
        usual = notes.choose("strength_kind", "other", reason, ("other", "upper", "legs"))
    for place, kind in by_title.items():
        kinds[place] = kind or usual
    return kinds


def _settled(rows: Activities, index: int, kind: str, speeds: UsualSpeeds, notes: Notes) -> tuple[str, Length]:
    """Return what a row was and how long it lasted, and note where the app's word was not taken for it."""
    row, number = rows.row(index, kind), rows.table.numbers[index]
    length = speeds.settle(row)
    if length.message:
        notes.problem(number, None, length.message)
    if kind == "run" and speeds.is_ride(row, length.minutes, lambda: _is_other_sport(rows.names[index])):
        message = f"{row.distance_km:.1f} km in {length.minutes:.0f} min is no run; it was taken as a ride."
        notes.problem(number, None, message)
        return "other", length
    return kind, length


def _is_other_sport(title: str) -> bool:
    named = activity(title)
    return named.known and named.kind == "other"


def _sport(rows: Activities, index: int, kind: Kind) -> str:
    """Return the sport of a row; none where its numbers say that it was not what it is called."""
    sport = sport_of(rows.types[index], rows.names[index])
    return "" if sport in ("run", "walk") and sport != kind else sport


def _session(
    rows: Activities, index: int, kind: str, length: Length, source: str, efforts: Efforts, notes: Notes
) -> Session | None:
    start, row = rows.starts[index], rows.table.numbers[index]
    assert start is not None
    name = next(each for each in _KINDS if each == (kind if kind in _KINDS else "other"))
    final: Kind = name  # type: ignore[assignment]  # one of KINDS
    distance = float(rows.distance_km[index])
    if not math.isnan(distance):
        distance = _sound_distance(distance, length, final, row, notes)
    heart = math.nan if index in rows.lifted else float(rows.heart[index])
    rpe, estimated = efforts.of(final, rpe=float(rows.rpe[index]), heart=heart, minutes=length.minutes)
    try:
        return Session(
            kind=final,
            start=start,
            minutes=round(length.minutes, 3),
            rpe=min(rpe, 10.0),
            distance_km=None if math.isnan(distance) else round(distance, 6) or None,
            name=clean(rows.names[index]),
            source=source,
            estimated=estimated
            | rows.estimated
            | rows.estimates.get(index, frozenset())
            | (_MINUTES if length.estimated else frozenset()),
            sport=_sport(rows, index, final),
        )
    except ScenarioError as error:
        notes.problem(row, None, f"This row was left out: {error}")
        return None


def _sound_distance(distance: float, length: Length, kind: Kind, row: int, notes: Notes) -> float:
    """Return the distance, or NaN where no one could have covered it in the time."""
    speed = distance / length.minutes * 60
    on_foot = kind in ("run", "walk")
    fastest = value("log.fastest_kmh") if on_foot else _FASTEST_WHEELS
    if distance > 500 or (not (on_foot and length.estimated) and speed > fastest):
        message = f"{distance:,.1f} km in {length.minutes:.0f} min cannot be; the distance was not used."
        notes.problem(row, None, message)
        return math.nan
    return distance


def read_starts(
    columns: Columns, key: str, notes: Notes, *, utc: bool = False
) -> tuple[list[dt.datetime | None], frozenset[str]]:
    """Return the local start of each row, None where it was not understood and noted, and what of it is estimated."""
    times = read_times(columns, key, notes, utc=utc)
    texts = columns.texts(key)
    starts = [times[text] for text in texts]
    note_undated(columns, key, starts, notes)
    return starts, times.estimated


def note_undated(columns: Columns, key: str, starts: Sequence[dt.datetime | None], notes: Notes) -> None:
    """Note each row whose time was not understood."""
    for number, text, start in zip(columns.table.numbers, columns.texts(key), starts, strict=True):
        if start is None:
            if text == columns.name(key):
                message = "The header stands here again; the row was left out."
            elif text:
                message = f"The date {quoted(text)} was not understood; the row was left out."
            else:
                message = "The date is missing; the row was left out."
            notes.problem(number, columns.name(key), message)


def read_minutes(columns: Columns, key: str, notes: Notes, style: ClockStyle = "mm:ss") -> NDArray[np.float64]:
    """Return the durations of a column of clocks, NaN where one was not understood and noted. [min]"""
    texts, name = columns.texts(key), columns.name(key)
    minutes, bad = clock_minutes(texts, style)
    for number, text in zip(columns.table.numbers, texts, strict=True):
        if text in bad and text != name:  # a header repeated inside is noted once
            notes.problem(number, name, f"The duration {quoted(text)} was not understood.")
    return minutes


def read_heart(columns: Columns, key: str, notes: Notes, decimal: str | None = None) -> NDArray[np.float64]:
    """Return a column of heart rates, mean or highest. [1/min]"""
    what = "highest heart rate" if key.startswith("heart_max") else "heart rate"
    return columns.numbers(key, notes, low=0, high=300, what=what, decimal=decimal)
