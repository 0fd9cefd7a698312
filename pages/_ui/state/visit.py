"""A visit in session state: its clock, its address, its inputs, and what Today stands on.

Only this folder touches session state; a widget whose value none of them asks for has its
key where it is drawn. A visit's values live in widget keys, which are also the names in the address (`legrun.link`).
On a visit's first run, on whatever page, the address is decoded and seeds what is not there yet; what cannot be used is
named for the visit.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from legrun.charts import Ghost
from legrun.link import DAYS, DEFAULTS, EVENING, HABITS, MORNING, NUMBERS, decode, input_values, link
from legrun.logs.starting_point import StartingPoint
from legrun.scenario import RED_FLAGS, Habits, Scenario
from pages._ui.state import evidence as kept_evidence
from pages._ui.state import plan as kept_plan
from pages._ui.state import units as kept_units

__all__ = [
    "Base",
    "adopt",
    "base",
    "begin",
    "clock",
    "flags",
    "forget_flags",
    "ghost",
    "habits",
    "handout",
    "ignored_address",
    "input_value",
    "is_leaving",
    "is_rated",
    "keep_ghost",
    "keep_handout",
    "leave_for_today",
    "let_go",
    "mark_rated",
    "move_to_clock",
    "now",
    "other_day",
    "red_flags",
    "set_day",
    "share_query",
    "situation",
    "use_log",
    "values",
    "zone_name",
]

# Parameters of the address that no widget is bound to: they stand for a base.
PACKED = frozenset({"s", "n", "r", "leg", "run", "resp", "since"})
FLAG_KEYS = {flag: f"flag_{flag}" for flag in (*RED_FLAGS, "limping", "illness", "too_sore_to_walk")}
HABITS_KEY, SITUATION, FEELS_WRONG = "habits_used", "situation", "feels_wrong"
HANDOUT_KEYS = {name: f"handout_{name}" for name in ("client", "coach", "note")}

# How long after a link was made its leg day is taken for the one that it was.
DAYS_KEPT = 7
_NOW, _CLOCK, _BASE, _GHOST, _IGNORED = "_now", "_clock", "_base", "_ghost", "_ignored"
_HANDOUT, _LEAVING = "_handout", "_leaving"


@dataclass(frozen=True)
class Base:
    """What Today stands on beyond its inputs: a log, a situation of the menu, or a link.

    Attributes
    ----------
    scenario : Scenario
        Its sessions, nights and ratings.
    label : str
        What it is called on screen.
    is_log : bool
        Whether it is a training log, whose sessions are not to be told by the inputs.
    """

    scenario: Scenario
    label: str
    is_log: bool = False


def begin() -> None:
    """Read the address on the visit's first run."""
    if _IGNORED in st.session_state:
        return
    query = {key: st.query_params[key] for key in list(st.query_params) if key != kept_evidence.SHOW}
    decoded = decode(query, now=clock())
    st.session_state[_IGNORED] = decoded.ignored
    st.session_state[_NOW] = decoded.scenario.now
    if decoded.given:
        _seed(decoded.scenario, overwrite=False)
    if decoded.plan is not None:
        kept_plan.open_plan(decoded.plan)
    if decoded.given & PACKED:
        st.session_state[_BASE] = Base(decoded.scenario, "the link")


def clock() -> dt.datetime:
    """Return the browser's clock at the start of this visit, rounded to the hour."""
    if _CLOCK not in st.session_state:
        read = dt.datetime.now(_zone()).replace(tzinfo=None)
        st.session_state[_CLOCK] = (read + dt.timedelta(minutes=30)).replace(minute=0, second=0, microsecond=0)
    read_at: dt.datetime = st.session_state[_CLOCK]
    return read_at


def zone_name() -> str | None:
    """Return the browser's zone by its name; None where it tells none that is known."""
    name = st.context.timezone
    try:
        return ZoneInfo(name).key if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):  # some browsers say "Etc/Unknown"
        return None


def _zone() -> dt.tzinfo | None:
    """Return the browser's zone, or at least how far it is from UTC; None is the server's own."""
    name, minutes = zone_name(), st.context.timezone_offset
    if name is not None:
        return ZoneInfo(name)
    return None if minutes is None else dt.timezone(dt.timedelta(minutes=-minutes))


def now() -> dt.datetime:
    """Return the moment that Today answers for: that of its base, of the link, or of the visit."""
    moment: dt.datetime = st.session_state.get(_NOW) or clock()
    standing = base()
    return standing.scenario.now if standing else moment


def move_to_clock() -> None:
    """Answer for the browser's clock again, not for the moment of an old link.

    A leg day of this week stays on its date, and the rating of another morning is not one of this morning; an older
    link is taken for a situation, whose days count from now.
    """
    told, ago = now().date(), DAYS[input_value("day")]
    legs = input_value("legdate") if ago is None else told - dt.timedelta(days=ago)
    since = (clock().date() - legs).days
    st.session_state[_NOW] = clock()
    let_go()
    # Loaded again, the page is not to fall back to the link's moment.
    if "now" in st.query_params:
        del st.query_params["now"]
    if told < clock().date() and since < DAYS_KEPT:
        st.session_state["day"] = next((name for name, days in DAYS.items() if days == since), "Other")
        st.session_state["legdate"], st.session_state["rated"] = legs, False


def ignored_address() -> tuple[str, ...]:
    """Return what the address of this visit's first run held that could not be used."""
    ignored: tuple[str, ...] = st.session_state.get(_IGNORED, ())
    return ignored


def _seed(scenario: Scenario, *, overwrite: bool) -> None:
    """Fill the inputs with what a scenario says."""
    seeds: dict[str, Any] = {**input_values(scenario), HABITS_KEY: _habit_names(scenario.habits)}
    seeds |= {FLAG_KEYS[flag]: flag in scenario.flags for flag in FLAG_KEYS}
    for key, seed in seeds.items():
        if overwrite or key not in st.session_state:
            st.session_state[key] = seed
    if kept_units.per_kg():
        kept_units.keep_per_kg({name: seeds[name] for name in kept_units.BY_WEIGHT})


def other_day() -> dt.date:
    """Return the date that "Other" starts from."""
    return now().date() - dt.timedelta(days=4)


def input_value(key: str) -> Any:
    """Return the value of an input, its default where it was never drawn."""
    if key in (told := kept_units.per_kg()):
        return told[key]
    if key in st.session_state and st.session_state[key] is not None:
        return st.session_state[key]
    if key in NUMBERS:
        return NUMBERS[key].default
    other = {"legtime": EVENING, "legdate": other_day(), "rated": False}
    return other[key] if key in other else DEFAULTS[key]


def values() -> dict[str, Any]:
    """Return the values of all inputs by name."""
    names = ("day", "legtime", "legdate", "nov", "rated", "exp", "when", *NUMBERS)
    return {name: input_value(name) for name in names}


def base() -> Base | None:
    """Return what Today stands on beyond its inputs, if anything."""
    found: Base | None = st.session_state.get(_BASE)
    return found


def adopt(scenario: Scenario, label: str, *, is_log: bool = False) -> None:
    """Stand on a scenario and let its values fill every input; a handout begun for another is begun anew."""
    let_go()
    for part in ("client", "note"):
        st.session_state.pop(HANDOUT_KEYS[part], None)
    st.session_state[_BASE] = Base(scenario, label, is_log)
    _seed(scenario, overwrite=True)


def leave_for_today() -> None:
    """Let the run that follows go on to Today."""
    st.session_state[_LEAVING] = True


def is_leaving() -> bool:
    """Return, once, whether this run is to go on to Today."""
    return bool(st.session_state.pop(_LEAVING, False))


def use_log(start: StartingPoint) -> None:
    """Stand on a log; what feels wrong and which habits there are, no log tells, so they stay."""
    own = ", with your own response" if start.scenario.athlete.response else ""
    adopt(replace(start.scenario, flags=flags(), habits=habits()), f"your log{own}", is_log=True)


def let_go() -> None:
    """Stand on the inputs alone."""
    st.session_state.pop(_BASE, None)
    for name in PACKED & set(st.query_params):
        del st.query_params[name]


def _habit_names(used: Habits) -> list[str]:
    return [name for name, field in HABITS.items() if getattr(used, field)]


def habits() -> Habits:
    """Return the habits that are ticked."""
    used = {HABITS[name]: True for name in st.session_state.get(HABITS_KEY, [])}
    protein = input_value("protein") or None
    return Habits(**used, alcohol_g_per_kg=input_value("alcohol"), protein_g_per_kg=protein)


def flags() -> frozenset[str]:
    """Return what feels wrong."""
    return frozenset(flag for flag, key in FLAG_KEYS.items() if st.session_state.get(key))


def red_flags() -> tuple[str, ...]:
    """Return what feels wrong that replaces every score and plan."""
    return tuple(flag for flag in RED_FLAGS if flag in flags())


def forget_flags() -> None:
    """Untick everything that felt wrong."""
    for key in FLAG_KEYS.values():
        st.session_state[key] = False
    st.session_state[FEELS_WRONG] = False


def situation() -> str | None:
    """Return the situation that its menu holds."""
    chosen: str | None = st.session_state[SITUATION]
    return chosen


def is_rated() -> bool:
    """Return whether the soreness slider holds a rating."""
    return bool(input_value("rated"))


def mark_rated() -> None:
    """Turn the soreness slider's value into a rating: it was moved."""
    st.session_state["rated"] = True


def set_day() -> None:
    """Put the leg day's time where it usually is on the chosen day."""
    st.session_state["legtime"] = MORNING if st.session_state["day"] == "This morning" else EVENING


def share_query(scenario: Scenario) -> tuple[str, str | None]:
    """Return the query of a scenario's link, and a note when not everything fits in it."""
    standing = kept_plan.planned()
    made = link(scenario, standing.plan if standing else None)
    return made.query, made.note


def ghost(shown: Scenario, of: str = "") -> Ghost | None:
    """Return what the week chart of someone showed before it came to show this scenario."""
    before, now_shown = st.session_state.get(_GHOST + of, (None, None))
    last = before if now_shown is None or now_shown[0] == shown else now_shown
    return None if last is None else last[1]


def keep_ghost(shown: Scenario, drawn: Ghost, of: str = "") -> None:
    """Keep what the chart shows, as the ghost of the next change."""
    _, now_shown = st.session_state.get(_GHOST + of, (None, None))
    if now_shown is None or now_shown[0] != shown:
        st.session_state[_GHOST + of] = (now_shown, (shown, drawn))


def handout(shown: Scenario, of: str = "") -> bytes | None:
    """Return the handout made of this scenario for someone, if it is the newest one made."""
    made, page = st.session_state.get(_HANDOUT, (None, None))
    return page if made == (shown, of) else None


def keep_handout(shown: Scenario, page: bytes, of: str = "") -> None:
    """Keep a handout until the next one is made."""
    st.session_state[_HANDOUT] = ((shown, of), page)
