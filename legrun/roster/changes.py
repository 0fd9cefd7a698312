"""What is new about a client since yesterday morning."""

from __future__ import annotations

from collections.abc import Iterator

from legrun.roster.client_day import Entry
from legrun.roster.flags import FLAG_NAMES
from legrun.roster.morning import Morning
from legrun.scenario.hours import DAY
from legrun.scenario.names import VERDICT_NAMES, session_name
from legrun.wording.rounding import as_given, effort_text, lowered
from legrun.wording.score import rounded_score

__all__ = ["changes"]


def changes(today: Morning, yesterday: Morning) -> tuple[str, ...]:
    """Return in words what changed from one morning to the next: what was done, how it felt, what is allowed.

    Parameters
    ----------
    today, yesterday : Morning
        The client's rows of both mornings.
    """
    return tuple(_changes(today, yesterday))


def _changes(today: Morning, yesterday: Morning) -> Iterator[str]:
    now = today.day.scenario.now
    for session in today.day.scenario.sessions:
        if now - DAY < session.start <= now:
            said = ", not confirmed" if session in today.day.unconfirmed else ""
            yield f"{session_name(session)}, {session.minutes:.0f} min at effort {effort_text(session.rpe)}{said}"
    entry, before = today.day.entry, yesterday.day.entry
    for name, unit, new, old in (
        ("Soreness", "", entry.soreness, before.soreness),
        ("Sleep", " h", entry.sleep_h, before.sleep_h),
    ):
        if new is not None and old is not None and new != old:
            yield f"{name} {as_given(old)} \u2192 {as_given(new)}{unit}"
    if entry.complaint != before.complaint:
        yield _felt(entry) or "Nothing feels wrong any more"
    known = yesterday.day.scenario.sessions or yesterday.day.scenario.check_ins
    if not known:  # a guess about anybody is nothing that changes
        return
    if today.recovery is not None and yesterday.recovery is not None:
        old_score, new_score = (rounded_score(each) for each in (yesterday.recovery, today.recovery))
        if old_score != new_score:
            yield f"Recovery about {old_score} \u2192 {new_score}"
    if today.verdict != yesterday.verdict and today.verdict is not None and yesterday.verdict is not None:
        yield f"{VERDICT_NAMES[yesterday.verdict]} \u2192 {VERDICT_NAMES[today.verdict]}"


def _felt(entry: Entry) -> str:
    """Return what feels wrong: in the client's words, else by the name of each flag; empty where nothing does."""
    if entry.complaint.words:
        return f"Feels wrong: \u201c{entry.complaint.words}\u201d"
    named = ", ".join(name for flag, name in FLAG_NAMES.items() if flag in entry.flags)
    return f"Feels wrong: {lowered(named)}" if named else ""
