"""From the diary to Today: on a visit's first run, and again when a session was added."""

from __future__ import annotations

from collections.abc import Collection

import streamlit as st

from legrun.logs.mornings import mornings
from legrun.wording.track_record import known_line
from pages._ui import state
from pages._ui.diary import week_plan
from pages._ui.shared import cache
from pages._ui.state.diary import Saved

__all__ = ["OF_A_MORNING", "OF_A_PERSON", "base_today", "begin", "begin_anew", "overrule_address"]

# A link's own: where the address has one of these, somebody wants to see that link's morning.
OF_A_LINK = state.base.PACKED | {"now"}
# The inputs that say how it is this morning.
OF_A_MORNING = ("sore", "rated", "sleep")
# The inputs that a log says something of, but that a person may want otherwise.
OF_A_PERSON = (
    "when", "runmin", "runrpe", "style", "terrain", "longest", "exp", "usual", "age", "alcohol", "protein",
    "hrmax", "race", "racemin",
)  # fmt: skip


def begin(given: Collection[str] | None) -> None:
    """Open the diary on the visit's first run and base Today on it; `given` are the parameters of its address."""
    named = set(given or ())
    if state.diary.begin():
        week_plan.begin()
        if not OF_A_LINK & named:
            own = named & set(OF_A_PERSON)
            base_today(own)
            if named - own:
                state.diary.mark_stale(own)
    elif (keep := state.diary.take_asked()) is not None:
        state.diary.read_anew()
        base_today(keep)


def overrule_address() -> None:
    """Fill the inputs from the diary again once they are drawn: on a first run the address has the last word.

    What it says of a morning may be of an earlier one, whose page was left open.
    """
    if (keep := state.diary.take_stale()) is not None:
        state.diary.ask_for_base(keep)
        st.rerun()


def begin_anew() -> None:
    """Let Today begin the morning that it is by now, for a page that was left open."""
    state.clock.renew()
    state.diary.read_anew()
    base_today(OF_A_PERSON)


def base_today(keep: Collection[str] = ()) -> None:
    """Let Today have the diary for its base, at the visit's hour; the inputs to keep stay as they are."""
    kept = state.diary.kept()
    if kept is None:
        return
    now = state.clock.visit_hour()
    (today,) = mornings(kept.log, now, 1)
    saved = next((c for c in reversed(kept.log.check_ins) if c.time == today.time), None)
    state.diary.mark_saved(None if saved is None else Saved(saved, today.sleep_h))
    if not kept.log.sessions and not kept.log.check_ins:
        return  # the leg day is asked for, as of somebody without a log
    point, _ = cache.own_start(kept.log, now)
    before = {name: state.inputs.value(name) for name in keep}
    known = known_line(cache.track_record(kept.log, now, point.scenario.athlete))
    state.today.adopt_log(point, "your diary", known=known, returns=True)
    state.inputs.restore(before)
