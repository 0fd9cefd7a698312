"""Session state: the only module that names its keys.

A visit's values live in widget keys, which are also the names in the address (`legrun.link`). On a visit's first
run, on whatever page, the address is decoded and seeds what is not there yet; what cannot be used is named once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from legrun.charts import Ghost
from legrun.history import StartingPoint
from legrun.link import DEFAULTS, EVENING, HABITS, MORNING, NUMBERS, decode, input_values, link
from legrun.scenario import RED_FLAGS, Habits, Scenario

__all__ = [
    "Base", "Upload", "adopt", "base", "begin", "choose", "clock", "flags", "forget_flags", "ghost", "habits",
    "ignored_address", "input_value", "is_rated", "keep_ghost", "keep_upload", "let_go", "mark_rated", "move_to_clock",
    "now", "other_day", "set_day", "share_query", "upload", "use_log", "values",
]  # fmt: skip

# Parameters of the address that no widget is bound to: they stand for a base.
PACKED = frozenset({"s", "n", "r", "leg", "run", "resp", "since"})
FLAG_KEYS = {flag: f"flag_{flag}" for flag in (*RED_FLAGS, "limping", "illness", "too_sore_to_walk")}
HABITS_KEY = "habits_used"

_NOW, _CLOCK, _BASE, _GHOST, _IGNORED, _UPLOAD = "_now", "_clock", "_base", "_ghost", "_ignored", "_upload"


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


@dataclass(frozen=True)
class Upload:
    """A file of this visit and what the visitor chose about it."""

    name: str
    data: bytes
    choices: tuple[tuple[str, str], ...] = ()


def begin() -> None:
    """Read the address on the visit's first run."""
    if _IGNORED in st.session_state:
        return
    query = {key: st.query_params[key] for key in list(st.query_params)}
    decoded = decode(query, now=clock())
    st.session_state[_IGNORED] = decoded.ignored
    st.session_state[_NOW] = decoded.scenario.now
    if decoded.given:
        _seed(decoded.scenario, overwrite=False)
    if decoded.given & PACKED:
        st.session_state[_BASE] = Base(decoded.scenario, "the link")


def clock() -> dt.datetime:
    """Return the browser's clock at the start of this visit, rounded to the hour."""
    if _CLOCK not in st.session_state:
        zone = st.context.timezone
        read = dt.datetime.now(ZoneInfo(zone) if zone else None).replace(tzinfo=None)
        st.session_state[_CLOCK] = (read + dt.timedelta(minutes=30)).replace(minute=0, second=0, microsecond=0)
    read_at: dt.datetime = st.session_state[_CLOCK]
    return read_at


def now() -> dt.datetime:
    """Return the moment that Today answers for: that of its base, of the link, or of the visit."""
    moment: dt.datetime = st.session_state.get(_NOW) or clock()
    standing = base()
    return standing.scenario.now if standing else moment


def move_to_clock() -> None:
    """Answer for the browser's clock again, not for the moment of an old link."""
    st.session_state[_NOW] = clock()
    let_go()


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


def other_day() -> dt.date:
    """Return the date that "Other" starts from."""
    return now().date() - dt.timedelta(days=4)


def input_value(key: str) -> Any:
    """Return the value of an input, its default where it was never drawn."""
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
    """Stand on a scenario and let its values fill every input."""
    let_go()
    st.session_state[_BASE] = Base(scenario, label, is_log)
    _seed(scenario, overwrite=True)


def use_log(start: StartingPoint) -> None:
    """Stand on a log."""
    adopt(start.scenario, "your log", is_log=True)


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


def forget_flags() -> None:
    """Untick everything that felt wrong."""
    for key in FLAG_KEYS.values():
        st.session_state[key] = False


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
    made = link(scenario)
    return made.query, made.note


def upload() -> Upload | None:
    """Return the log file of this visit, if any."""
    file: Upload | None = st.session_state.get(_UPLOAD)
    return file


def keep_upload(file: Upload | None) -> None:
    """Keep a log file for this visit, or let go of it."""
    if file is None:
        st.session_state.pop(_UPLOAD, None)
    else:
        st.session_state[_UPLOAD] = file


def choose(key: str, widget_key: str) -> None:
    """Overrule one assumption of the log with what its widget holds."""
    file = upload()
    if file is not None:
        chosen = {**dict(file.choices), key: str(st.session_state[widget_key])}
        keep_upload(Upload(file.name, file.data, tuple(sorted(chosen.items()))))


def ghost(shown: Scenario) -> Ghost | None:
    """Return what the week chart showed before it came to show this scenario."""
    before, now_shown = st.session_state.get(_GHOST, (None, None))
    last = before if now_shown is None or now_shown[0] == shown else now_shown
    return None if last is None else last[1]


def keep_ghost(shown: Scenario, drawn: Ghost) -> None:
    """Keep what the chart shows, as the ghost of the next change."""
    _, now_shown = st.session_state.get(_GHOST, (None, None))
    if now_shown is None or now_shown[0] != shown:
        st.session_state[_GHOST] = (now_shown, (shown, drawn))
