"""A file in UTC, set right by the workouts that it shares with a file that has the clock on the wall."""

from __future__ import annotations

import bisect
import contextlib
import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from legrun.errors import ScenarioError
from legrun.evidence import value
from legrun.logs.log import Assumption, Log
from legrun.logs.merging.entries import Entry
from legrun.logs.merging.pairs import SHIFT_STEP

__all__ = ["set_clocks"]


def set_clocks(entries: Sequence[Entry], logs: Sequence[Log]) -> list[Assumption]:
    """Move what stands in UTC by the shift that workouts merged with a local clock show; return what was assumed."""
    assumptions = []
    for place in sorted({entry.log for entry in entries if entry.utc}):
        ours = [entry for entry in entries if entry.log == place]
        known = sorted((entry.session.start, _shift(entry)) for entry in ours if entry.into and not entry.into.utc)
        if len(known) < value("log.merge_clock_pairs"):
            continue
        times = [time for time, _ in known]
        left = [entry for entry in ours if entry.into is None and " + " not in entry.session.source]
        if not left:
            continue
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


def _shift(entry: Entry) -> dt.timedelta:
    assert entry.into is not None
    minutes = (entry.into.session.start - entry.session.start).total_seconds() / 60
    return dt.timedelta(minutes=round(minutes / SHIFT_STEP) * SHIFT_STEP)
