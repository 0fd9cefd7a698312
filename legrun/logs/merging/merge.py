"""Several logs to one: the same workout recorded by two apps is counted once, and listed.

Apps write local time or UTC without saying so, so two copies of a workout may start whole or half hours apart. Such a
shift is believed where the same one explains many workouts of the same two files.
"""

from __future__ import annotations

import bisect
import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.corrections import corrected
from legrun.logs.log import Assumption, Log, Problem
from legrun.scenario import CheckIn, Kind, Session

__all__ = ["merge_logs"]

_WIDEST = 14 * 60  # time zones lie at most this far from UTC [min]
_STEP = 30  # and whole or half hours apart [min]
_DST = 60  # summer time moves the clock by this [min]
_FEW = 10  # a shift seen less than a tenth as often as the usual one is chance
_MOST_NEAR = 300  # sessions within a day that are compared with one; nobody has more
_STRENGTH: frozenset[Kind] = frozenset({"legs", "upper", "other"})
_OWN = "legrun"
_OPTIONS = ("merged", "separate")


@dataclass
class _Entry:
    """A session, the file that it came from, and whether that file's clock is UTC for want of a zone."""

    session: Session
    log: int
    own: bool
    utc: bool = False
    into: _Entry | None = None


@dataclass(frozen=True)
class _Pair:
    """Two entries that may be one workout, and how far their clocks are apart. [min]"""

    first: _Entry
    second: _Entry
    shift: int
    strain: float


def merge_logs(logs: Sequence[Log], *, choices: Mapping[str, str] | None = None) -> Log:
    """Join several logs of one person.

    Parameters
    ----------
    logs : sequence of Log
        Logs of one person; what stands in legrun's own CSV wins over the app it came from.
    choices : mapping of str to str, optional
        ``merge:<start>`` = ``separate`` keeps two sessions apart that look like one; corrections of sessions as
        `legrun.logs.corrections` writes them.

    Returns
    -------
    Log
        Every session once. Workouts that were merged are among the assumptions, copies among the problems.

    Examples
    --------
    >>> lift = Session(kind="legs", start=dt.datetime(2026, 3, 3, 18), minutes=60, rpe=8, hard_sets=12, source="Hevy")
    >>> watch = Session(kind="other", start=dt.datetime(2026, 3, 3, 17, 1), minutes=62, rpe=4, source="Strava")
    >>> log = merge_logs([Log("Hevy", sessions=(lift,)), Log("Strava", sessions=(watch,))])
    >>> [(session.kind, session.source) for session in log.sessions]
    [('legs', 'Hevy + Strava')]
    """
    if not logs:
        return Log(format=_OWN)
    decided = {key: text for log in logs for key, text in log.choices.items()} | dict(choices or {})
    entries = [
        _Entry(session, place, log.format == _OWN, _in_utc(log))
        for place, log in enumerate(logs)
        for session in log.sessions
    ]
    entries.sort(key=lambda entry: entry.session.start)
    problems = [_named(problem, log, len(logs)) for log in logs for problem in log.problems]
    copies = _drop_copies(entries, logs, problems)
    assumptions = [assumption for log in logs for assumption in log.assumptions]
    merged = _merge_pairs(entries, logs, decided, assumptions)
    assumptions += _set_clocks(entries, logs)
    once = sorted((entry.session for entry in entries if entry.into is None), key=_order)
    sessions, removed = corrected(once, decided, problems)
    return Log(
        format=" + ".join(dict.fromkeys(log.format for log in logs)),
        name=", ".join(dict.fromkeys(log.name for log in logs if log.name)),
        sessions=tuple(sessions),
        check_ins=_check_ins(logs),
        sleep_h=_nights(logs, problems),
        problems=tuple(problems),
        assumptions=tuple(dict.fromkeys(assumptions)),
        unknown_exercises=_unknown(logs),
        workouts=max(sum(log.workouts for log in logs) - copies - merged - removed, 0),
        choices=decided,
        athlete=next((log.athlete for log in reversed(logs) if log.athlete is not None), None),
    )


def _order(session: Session) -> tuple[dt.datetime, str, str]:
    return session.start, session.kind, session.name


def _named(problem: Problem, log: Log, count: int) -> Problem:
    return replace(problem, file=log.name or log.format) if count > 1 and not problem.file else problem


def _drop_copies(entries: list[_Entry], logs: Sequence[Log], problems: list[Problem]) -> int:
    """Mark sessions that are the same in every field, and return how many workouts they are.

    A file dropped in twice has nothing else.
    """
    seen: dict[Session, _Entry] = {}
    copies: Counter[int] = Counter()
    for entry in entries:
        earlier = seen.setdefault(entry.session, entry)
        if earlier is not entry:
            entry.into = earlier
            copies[entry.log] += 1
    for place, count in sorted(copies.items()):
        name = logs[place].name or logs[place].format
        problems.append(Problem(None, None, f"{name}: {count:,} sessions stand in another file too; counted once."))
    return sum(_workouts(logs[place], count) for place, count in copies.items())


def _workouts(log: Log, sessions: int) -> int:
    """Return how many of a log's workouts gave so many of its sessions; one with a run inside gives two."""
    return min(sessions, round(log.workouts * sessions / len(log.sessions)))


def _merge_pairs(
    entries: list[_Entry], logs: Sequence[Log], decided: Mapping[str, str], assumptions: list[Assumption]
) -> int:
    """Merge what is one workout, best matches first; return how many were merged away."""
    pairs = _believed(_candidates([entry for entry in entries if entry.into is None]))
    count, taken = 0, set[tuple[int, int]]()
    for pair in sorted(pairs, key=lambda pair: (pair.shift != 0, pair.strain)):
        first, second = pair.first, pair.second
        busy = first.into or second.into or (id(first), second.log) in taken or (id(second), first.log) in taken
        if busy:
            continue
        base, other = (first, second) if _rank(first) >= _rank(second) else (second, first)
        if base.utc and not other.utc and not base.own and "start" not in other.session.estimated:
            # The clock on the wall is the one that counts; the rest comes along in `_joined`.
            base, other = other, base
        key = f"merge:{base.session.start.isoformat()}"
        apart = decided.get(key) == "separate"
        names = f"{_label(base, logs)} and {_label(other, logs)}"
        shift = f", {abs(pair.shift) / 60:g} h apart as time zones are" if pair.shift else ""
        reason = "chosen by you" if key in decided else f"{names}: start and duration alike{shift}"
        assumptions.append(Assumption(key, "separate" if apart else "merged", reason, _OPTIONS))
        taken |= {(id(first), second.log), (id(second), first.log)}
        if not apart:
            base.session = _joined(base, other)
            other.into = base
            count += 1
    return count


def _in_utc(log: Log) -> bool:
    return any(assumption.key == "time_zone" and assumption.value == "UTC" for assumption in log.assumptions)


def _set_clocks(entries: list[_Entry], logs: Sequence[Log]) -> list[Assumption]:
    """Move what stands in UTC by the shift that workouts merged with a local clock show; return what was assumed."""
    assumptions = []
    for place in sorted({entry.log for entry in entries if entry.utc}):
        ours = [entry for entry in entries if entry.log == place]
        known = sorted((entry.session.start, _shift(entry)) for entry in ours if entry.into and not entry.into.utc)
        if len(known) < value("log.merge_clock_pairs"):
            continue
        times = [time for time, _ in known]
        left = [entry for entry in ours if entry.into is None and " + " not in entry.session.source]
        for entry in left:
            # Summer time comes and goes, so the nearest merged workout tells.
            at = bisect.bisect_left(times, entry.session.start)
            nearest = min(known[max(at - 1, 0) : at + 1], key=lambda pair: abs(pair[0] - entry.session.start))
            with contextlib.suppress(ScenarioError, OverflowError):  # the first hours of 1970 stay where they are
                entry.session = replace(entry.session, start=entry.session.start + nearest[1])
        name = logs[place].name or logs[place].format
        reason = (
            f"{len(known)} of its workouts stand in another file with the clock on the wall; the rest were moved alike"
        )
        assumptions.append(Assumption(f"clock:{name}", f"{len(left)} moved", reason))
    return assumptions


def _shift(entry: _Entry) -> dt.timedelta:
    assert entry.into is not None
    minutes = (entry.into.session.start - entry.session.start).total_seconds() / 60
    return dt.timedelta(minutes=round(minutes / _STEP) * _STEP)


def _label(entry: _Entry, logs: Sequence[Log]) -> str:
    source = entry.session.source or logs[entry.log].format
    return f"{source} {entry.session.start:%Y-%m-%d %H:%M} ({entry.session.kind}, {entry.session.minutes:.0f} min)"


def _candidates(entries: list[_Entry]) -> list[_Pair]:
    """Return every two sessions of different files that may be one workout."""
    starts = [entry.session.start for entry in entries]
    reach = dt.timedelta(minutes=_WIDEST + value("log.merge_start_min"))
    pairs = []
    for place, entry in enumerate(entries):
        try:
            last = bisect.bisect_right(starts, entry.session.start + reach)
        except OverflowError:
            last = len(starts)
        for other in entries[place + 1 : min(last, place + 1 + _MOST_NEAR)]:
            if other.log != entry.log and (pair := _pair(entry, other)) is not None:
                pairs.append(pair)
    return pairs


def _pair(first: _Entry, second: _Entry) -> _Pair | None:
    a, b = first.session, second.session
    if not _kinds_fit(a, b):
        return None
    apart = (b.start - a.start).total_seconds() / 60
    guessed = "start" in a.estimated | b.estimated
    if guessed:
        # One file gives the day only.
        return _Pair(first, second, 0, 1e6 + apart) if a.start.date() == b.start.date() and _alike(a, b) else None
    if apart <= value("log.merge_start_min"):
        shift = 0
    else:
        shift = round(apart / _STEP) * _STEP
        if not 0 < shift <= _WIDEST or abs(apart - shift) > value("log.merge_shifted_min"):
            return None
    return _Pair(first, second, shift, abs(apart - shift) + abs(a.minutes - b.minutes)) if _alike(a, b) else None


def _kinds_fit(a: Session, b: Session) -> bool:
    return a.kind == b.kind or {a.kind, b.kind} <= _STRENGTH


def _alike(a: Session, b: Session) -> bool:
    """Tell whether durations, and distances where both have one, agree."""
    if a.distance_km and b.distance_km:
        longer = max(a.distance_km, b.distance_km)
        if abs(a.distance_km - b.distance_km) > value("log.merge_distance_part") * longer:
            return False
    if "minutes" in a.estimated | b.estimated:
        return True
    allowed = max(value("log.merge_least_min"), value("log.merge_part") * max(a.minutes, b.minutes))
    return abs(a.minutes - b.minutes) <= allowed


def _believed(pairs: list[_Pair]) -> list[_Pair]:
    """Leave out shifts that explain few workouts of two files where another explains many.

    Summer time gives two shifts an hour apart.
    """
    counts: Counter[tuple[int, int, int]] = Counter()
    for pair in pairs:
        counts[_clock(pair)] += 1
    best: dict[tuple[int, int], tuple[int, int, int]] = {}
    for (low, high, shift), count in counts.items():
        # The same clock is the likelier story where counts are equal.
        best[low, high] = max(best.get((low, high), (0, 0, 0)), (count, -abs(shift), shift))
    believed = []
    for pair in pairs:
        low, high, shift = _clock(pair)
        top, _, usual = best[low, high]
        summer = abs(shift - usual) == _DST and counts[low, high, shift] * _FEW >= top
        if pair.shift == 0 or shift == usual or summer:
            believed.append(pair)
    return believed


def _clock(pair: _Pair) -> tuple[int, int, int]:
    """Return the two files in a fixed order, and how far the second one's clock is ahead."""
    if pair.first.log < pair.second.log:
        return pair.first.log, pair.second.log, pair.shift
    return pair.second.log, pair.first.log, -pair.shift


def _rank(entry: _Entry) -> tuple[bool, bool, bool, int]:
    """Return how much a session knows: the user's own word first, then sets, then a kind, then what is measured."""
    session = entry.session
    return entry.own, session.hard_sets is not None, session.kind != "other", -len(session.estimated)


def _joined(base: _Entry, other: _Entry) -> Session:
    """Return the better session with what only the other one knows."""
    a, b = base.session, other.session
    sources = dict.fromkeys(part for text in (a.source, b.source) for part in text.split(" + ") if part)
    changes: dict[str, object] = {"source": " + ".join(sources)}
    estimated = set(a.estimated)
    if not base.own:
        for name in ("rpe", "minutes", "start"):
            if name in a.estimated and name not in b.estimated:
                changes[name] = getattr(b, name)
                estimated.discard(name)
        if (a.kind == "other" and b.kind != "other") or (a.hard_sets is None and b.hard_sets is not None):
            changes |= {"kind": b.kind, "hard_sets": b.hard_sets, "to_failure": b.to_failure}
    if a.distance_km is None and b.distance_km is not None:
        changes["distance_km"] = b.distance_km
    if not a.name:
        changes["name"] = b.name
    return replace(a, estimated=frozenset(estimated), **changes)  # type: ignore[arg-type]


def _by_word(logs: Sequence[Log]) -> list[Log]:
    """Return the logs by how much their word on a moment counts: what was typed in last, legrun's own, then the first.

    What is typed in stands last among the logs and is legrun's own.
    """
    own = [log for log in logs if log.format == _OWN]
    return [*own[::-1], *(log for log in logs if log.format != _OWN)]


def _check_ins(logs: Sequence[Log]) -> tuple[CheckIn, ...]:
    found: dict[dt.datetime, CheckIn] = {}
    for log in _by_word(logs):
        for check_in in log.check_ins:
            found.setdefault(check_in.time, check_in)
    return tuple(found[time] for time in sorted(found))


def _nights(logs: Sequence[Log], problems: list[Problem]) -> dict[dt.date, float]:
    """Return sleep by night; where two files differ, legrun's own wins, then the first."""
    nights: dict[dt.date, float] = {}
    by_file: dict[dt.date, bool] = {}
    differ = 0
    for log in _by_word(logs):
        for date, hours in log.sleep_h.items():
            kept = nights.setdefault(date, hours)
            # What was typed in has no file; it is meant to differ.
            differ += by_file.setdefault(date, bool(log.name)) and abs(kept - hours) > 0.5
    if differ:
        message = f"{differ:,} nights have different sleep in two files; the first file counts."
        problems.append(Problem(None, None, message))
    return dict(sorted(nights.items()))


def _unknown(logs: Sequence[Log]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for log in logs:
        counts.update(log.unknown_exercises)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
