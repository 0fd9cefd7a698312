"""The address of a page: read on a visit's first run and after Back or Forward, kept in step, written into links.

On a visit's first run, on whatever page, the address is decoded and fills the inputs that are still empty; what cannot
be used is named for the visit. From then on Today's inputs write themselves into it, each in place of its last value;
what has no input of its own, the base and the habits, is written here when it changes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from legrun.inputs.form import INPUTS
from legrun.link import VERSION, decode, make_link
from legrun.scenario import Scenario
from pages._ui.state import base, clock, evidence, flags, inputs, plan
from pages._ui.state.base import Base

__all__ = ["follow", "has_turned", "ignored", "keep_in_step", "read_once", "share_query", "turn_to"]

_IGNORED, _PAGE, _BEFORE, _STOOD_ON = "_ignored", "_page", "_page_before", "_today_stood_on"
_BASES, _BETWEEN = "_bases_of_addresses", "_addresses_between"
# What no widget writes: the base, its moment, and the habits.
_REST = base.PACKED | {"now", "habits"}
_UNTOLD = frozenset({evidence.SHOW, "v"})
_MOST_KNOWN = 200  # a slider held down makes many


def read_once() -> frozenset[str] | None:
    """Read the address on the visit's first run, and return the parameters it gave; None on any later run."""
    if _IGNORED in st.session_state:
        return None
    query = {name: st.query_params[name] for name in list(st.query_params) if name != evidence.SHOW}
    decoded = decode(query, now=clock.visit_hour())
    st.session_state[_IGNORED] = decoded.ignored
    base.set_now(decoded.scenario.now)
    if decoded.given:
        inputs.fill(decoded.scenario, overwrite=False, link=decoded.inputs)
    if decoded.plan is not None:
        plan.open_plan(decoded.plan)
    if decoded.given & base.PACKED:
        base.keep(Base(decoded.scenario, "the link"))
    return decoded.given


def turn_to(page: str) -> None:
    """Remember the page that this run draws."""
    st.session_state[_BEFORE] = st.session_state.get(_PAGE)
    st.session_state[_PAGE] = page


def has_turned() -> bool:
    """Return whether the run before this one drew another page, or there was none."""
    return bool(st.session_state.get(_BEFORE) != st.session_state.get(_PAGE))


def _has_come_from_another_page() -> bool:
    return has_turned() and st.session_state[_BEFORE] is not None


def follow() -> None:
    """Bring Today's inputs in step with the address that Back or Forward led to, else the address with the inputs."""
    asked, between = _asked(), st.session_state.setdefault(_BETWEEN, set())
    if _context().is_history_navigation:
        if _text(asked) in between:
            st.rerun()  # no address speaks there: what stands on Today stays
        _take(asked)
    elif _has_come_from_another_page():
        # The menu leads over an address without inputs before the whole one is written.
        between.update([_text(asked)] if _write(inputs.scenario()) else [])
    elif base.current() is not st.session_state.get(_STOOD_ON, base.current()):
        _write(inputs.scenario())
    st.session_state[_STOOD_ON] = base.current()


def keep_in_step(scenario: Scenario) -> None:
    """Write into the address what no input has: the base, the habits, and what a turn to the page took away."""
    _write(scenario)
    if (current := base.current()) is not None:
        known = {**_bases(), _text(_query()): current}
        st.session_state[_BASES] = dict(list(known.items())[-_MOST_KNOWN:])


def _write(scenario: Scenario) -> bool:
    """Write the whole address at once where it tells something else, and return whether it did.

    What inputs write one by one are as many entries of the browser's history.
    """
    query = _query()
    others = {name: text for name, text in query.items() if name not in _REST | INPUTS}
    address = {**others, **inputs.in_address(), **_rest(scenario)}
    if query == address:
        return False
    with _context().session_state.query_params() as parameters:
        parameters.clear_with_no_forward_msg(preserve_embed=True)
        # Letter by letter as Streamlit (1.67) keeps inputs on other pages, where they are all there is: anything else
        # would be one more entry of the browser's history. All of it is sent at once.
        version = {"v": str(VERSION)} if address.keys() - INPUTS else {}
        for name, text in sorted({**address, **version}.items()):
            parameters.set_with_no_forward_msg(name, text)
        parameters.update({})
    return True


def _take(query: Mapping[str, str]) -> None:
    """Fill the inputs and the base with what an address tells."""
    decoded = decode(query, now=clock.visit_hour())
    base.set_now(decoded.scenario.now)
    theirs = Base(decoded.scenario, "the link") if decoded.given & base.PACKED else None
    left, held = base.current(), _bases().get(_text(query), theirs)
    base.keep(held)
    # No address tells of what feels wrong: what a situation ticked goes with it, what somebody ticked stays.
    ticked = flags.ticked()
    if ticked == (left.scenario.flags if left else frozenset()):
        ticked = frozenset(held.scenario.flags if held else ())
    inputs.fill(replace(decoded.scenario, flags=ticked), link=decoded.inputs)


def _rest(scenario: Scenario) -> dict[str, str]:
    """Return the parameters of a scenario that no input writes; its moment only where that is not the visit's own."""
    current = base.current()
    if current is None or current.returns:
        own = current is not None or scenario.now == clock.visit_hour()
        names = {"habits"} if own else {"habits", "now"}
        told = Scenario(scenario.now, habits=scenario.habits)
    else:
        names = set(_REST)
        person = {name: getattr(scenario, name) for name in ("athlete", "habits", "planned")}
        told = replace(current.scenario, **person)
    return {name: text for name, text in make_link(told).parameters.items() if name in names}


def _text(parameters: Mapping[str, str]) -> str:
    """Return an address as one text."""
    return repr(sorted(parameters.items()))


def _bases() -> dict[str, Base]:
    """Return the bases of the addresses that the visit has had, by their text."""
    known: dict[str, Base] = st.session_state.get(_BASES, {})
    return known


def _query() -> dict[str, str]:
    """Return the parameters of the address, without its version and what only the Evidence page reads."""
    return {name: st.query_params[name] for name in list(st.query_params) if name not in _UNTOLD}


def _asked() -> dict[str, str]:
    """Return the same as the browser sent it with this run: on the way from another page Streamlit drops inputs."""
    sent = parse_qsl(_context().query_string, keep_blank_values=True)
    return {name: text for name, text in sent if name not in _UNTOLD}


def _context() -> ScriptRunContext:
    """Return what Streamlit knows of this run."""
    context = get_script_run_ctx()
    assert context is not None  # no page is drawn without one
    return context


def ignored() -> tuple[str, ...]:
    """Return the parts of the first run's address that could not be used."""
    parts: tuple[str, ...] = st.session_state.get(_IGNORED, ())
    return parts


def share_query(scenario: Scenario) -> tuple[str, str | None]:
    """Return the query of a scenario's link, and a note when not everything fits in it."""
    planned = plan.planned()
    made = make_link(scenario, planned.plan if planned else None)
    return made.query, made.note
