"""Several logs to one: the same workout recorded by two apps is counted once, and listed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from legrun.logs.corrections import corrected
from legrun.logs.log import Assumption, Log, Problem
from legrun.logs.merging.clocks import set_clocks
from legrun.logs.merging.copies import drop_copies
from legrun.logs.merging.entries import OWN, Entry, describe, entries_of, is_own, join_sessions
from legrun.logs.merging.pairs import matching_pairs
from legrun.logs.merging.twins import MERGE_OPTIONS, merge_key
from legrun.scenario import CheckIn, Session

__all__ = ["merge_logs"]


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
    >>> watch = Session("other", dt.datetime(2026, 3, 3, 17, 1), minutes=62, rpe=4, source="Strava", sport="strength")
    >>> log = merge_logs([Log("Hevy", sessions=(lift,)), Log("Strava", sessions=(watch,))])
    >>> [(session.kind, session.source) for session in log.sessions]
    [('legs', 'Hevy + Strava')]
    """
    if not logs:
        return Log(format=OWN)
    decided = {key: text for log in logs for key, text in log.choices.items()} | dict(choices or {})
    entries = entries_of(logs)
    problems = [_named(problem, log, len(logs)) for log in logs for problem in log.problems]
    copies = drop_copies(entries, logs, problems)
    assumptions = [assumption for log in logs for assumption in log.assumptions]
    merged = _merge_pairs(entries, logs, decided, assumptions)
    assumptions += set_clocks(entries, logs)
    once = sorted((entry.session for entry in entries if entry.into is None), key=_order)
    sessions, removed = corrected(once, decided, problems)
    return Log(
        format=" + ".join(dict.fromkeys(log.format for log in logs)),
        name=", ".join(dict.fromkeys(log.name for log in logs if log.name)),
        sessions=tuple(sessions),
        check_ins=_check_ins(logs, problems),
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


def _merge_pairs(
    entries: list[Entry], logs: Sequence[Log], decided: Mapping[str, str], assumptions: list[Assumption]
) -> int:
    """Merge what is one workout, best matches first; return how many were merged away."""
    count, taken = 0, set[tuple[int, int]]()
    for pair in matching_pairs([entry for entry in entries if entry.into is None]):
        first, second = pair.first, pair.second
        busy = first.into or second.into or (id(first), second.log) in taken or (id(second), first.log) in taken
        if busy:
            continue
        base, other = (first, second) if first.rank >= second.rank else (second, first)
        if base.utc and not other.utc and not base.own and "start" not in other.session.estimated:
            # The clock on the wall is the one that counts; the rest comes along when they are joined.
            base, other = other, base
        key = merge_key(base.session)
        apart = decided.get(key) == "separate"
        names = f"{_label(base, logs)} and {_label(other, logs)}"
        reason = "chosen by you" if key in decided else f"{names}: {pair.reason}"
        assumptions.append(Assumption(key, "separate" if apart else "merged", reason, MERGE_OPTIONS))
        taken |= {(id(first), second.log), (id(second), first.log)}
        if not apart:
            base.session = join_sessions(base.session, other.session, own=base.own)
            other.into = base
            count += 1
    return count


def _label(entry: Entry, logs: Sequence[Log]) -> str:
    return describe(replace(entry.session, source=entry.session.source or logs[entry.log].format))


def _by_word(logs: Sequence[Log]) -> list[Log]:
    """Return the logs by how much their word on a moment counts: what was typed in last, legrun's own, then the first.

    What is typed in stands last among the logs and is legrun's own.
    """
    own = [log for log in logs if is_own(log)]
    return [*own[::-1], *(log for log in logs if not is_own(log))]


def _check_ins(logs: Sequence[Log], problems: list[Problem]) -> tuple[CheckIn, ...]:
    """Return ratings by their moment; where two files differ, legrun's own wins, else the sorer one."""
    by_time: dict[dt.datetime, CheckIn] = {}
    own: set[dt.datetime] = set()
    differ: set[dt.datetime] = set()
    for log in _by_word(logs):
        for check_in in log.check_ins:
            time = check_in.time
            filled = check_in if time not in by_time else _filled(by_time[time], check_in)
            own |= {time} if is_own(log) else set()
            ratings = [each for each in (filled.soreness, check_in.soreness) if each is not None]
            if time not in own and len(set(ratings)) > 1:
                filled = replace(filled, soreness=max(ratings))
                differ.add(time)
            by_time[time] = filled
    if differ:
        they_differ = "1 rating differs" if len(differ) == 1 else f"{len(differ):,} ratings differ"
        problems.append(Problem(None, None, f"{they_differ} between two files; the sorer one counts."))
    return tuple(by_time[time] for time in sorted(by_time))


def _filled(kept: CheckIn, other: CheckIn) -> CheckIn:
    """Return a check-in with what it leaves out from another of the same moment; one that was emptied stays so."""
    if kept.soreness is None and kept.fatigue is None:
        return kept
    soreness = other.soreness if kept.soreness is None else kept.soreness
    return replace(kept, soreness=soreness, fatigue=other.fatigue if kept.fatigue is None else kept.fatigue)


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
        nights_differ = "1 night has" if differ == 1 else f"{differ:,} nights have"
        message = f"{nights_differ} different sleep in two files; the first file counts."
        problems.append(Problem(None, None, message))
    return dict(sorted(nights.items()))


def _unknown(logs: Sequence[Log]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for log in logs:
        counts.update(log.unknown_exercises)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
