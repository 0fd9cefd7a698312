"""Session state: the only module that names its keys.

A visit's values live in widget keys, which are also the names in the address. On a visit's first run the
address is checked: what cannot be used is dropped and named once.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

import streamlit as st

from legrun.charts import Ghost
from legrun.history import StartingPoint
from legrun.scenario import EXPERIENCES, Experience, Scenario

__all__ = [
    "DAYS", "EVENING", "EXPERIENCE", "NOVELTY", "NUMBERS", "WHENS", "Number", "Upload", "choose", "forget_log",
    "ghost", "ignored_address", "is_rated", "keep_ghost", "keep_upload", "log_start", "mark_rated", "now",
    "set_day", "upload", "use_log", "visit_now",
]  # fmt: skip


@dataclass(frozen=True)
class Upload:
    """A file of this visit and what the visitor chose about it."""

    name: str
    data: bytes
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Number:
    """A numeric input: its range, step and default."""

    low: float
    high: float
    step: float
    default: float


# Inputs by their key, which is also their name in the address.
NUMBERS = {
    "sore": Number(0.0, 10.0, 0.5, 4.0),
    "effort": Number(0.0, 10.0, 0.5, 8.0),
    "sleep": Number(3.0, 10.0, 0.5, 7.5),
    "legmin": Number(10.0, 240.0, 5.0, 60.0),
    "runmin": Number(10.0, 300.0, 5.0, 40.0),
    "runrpe": Number(1.0, 10.0, 1.0, 4.0),
    "usual": Number(4.0, 10.0, 0.5, 7.5),
    "longest": Number(0.0, 400.0, 5.0, 0.0),
}
# A choice stands in the address as it stands on the screen.
DAYS = {"This morning": 0, "Yesterday": 1, "2 days ago": 2, "3 days ago": 3, "Other": None}
WHENS = ("Now", "This evening", "Tomorrow morning", "Tomorrow evening")
EXPERIENCE: dict[str, Experience] = {name.capitalize(): name for name in EXPERIENCES}
NOVELTY = {"Usual exercises": 0.0, "Some new ones": 0.5, "All new": 1.0}
CHOICES: dict[str, tuple[str, ...]] = {
    "day": tuple(DAYS),
    "when": WHENS,
    "exp": tuple(EXPERIENCE),
    "nov": tuple(NOVELTY),
    "rated": ("true", "false"),
}
MORNING, EVENING = dt.time(8), dt.time(18)
TIMES = ("now", "legtime", "legdate")

_NOW, _LOG, _GHOST, _IGNORED, _UPLOAD = "_now", "_log_start", "_ghost", "_ignored", "_upload"


def ignored_address() -> list[str]:
    """Return what the address of this visit's first run held that could not be used."""
    if _IGNORED not in st.session_state:
        st.session_state[_IGNORED] = [
            note for key in list(st.query_params) if (note := _fault(key, st.query_params[key]))
        ]
    ignored: list[str] = st.session_state[_IGNORED]
    return ignored


def _fault(key: str, text: str) -> str | None:
    """Return what is wrong with one parameter of the address, if anything."""
    shown = text if len(text) <= 30 else text[:27] + "..."
    if key in NUMBERS:
        spec = NUMBERS[key]
        try:
            number = float(text)
        except ValueError:
            number = math.nan
        if not spec.low <= number <= spec.high:
            return f"{key} is {shown}; it must be a number from {spec.low:g} to {spec.high:g}"
        return None
    if key in CHOICES:
        allowed = CHOICES[key]
        return None if text in allowed else f"{key} is {shown}; it must be one of {', '.join(allowed)}"
    if key == "now":
        return None if _parsed_now(text) else f"now is {shown}; it must be a date and time like 2026-03-04T07"
    return None if key in TIMES else f"{key} is not an input"


def _parsed_now(text: str) -> dt.datetime | None:
    try:
        time = dt.datetime.fromisoformat(text)
    except ValueError:
        return None
    return time.replace(tzinfo=None) if 1970 <= time.year <= 2200 else None


def visit_now() -> dt.datetime:
    """Return the moment of this visit: the browser's clock, rounded to the hour and then kept."""
    if _NOW not in st.session_state:
        zone = st.context.timezone
        clock = dt.datetime.now(ZoneInfo(zone) if zone else None).replace(tzinfo=None)
        rounded = (clock + dt.timedelta(minutes=30)).replace(minute=0, second=0, microsecond=0)
        st.session_state[_NOW] = _parsed_now(st.query_params.get("now", "")) or rounded
    moment: dt.datetime = st.session_state[_NOW]
    return moment


def now() -> dt.datetime:
    """Return the moment that Today answers for: that of the visit, or of the log it stands on."""
    start = log_start()
    return start.scenario.now if start else visit_now()


def mark_rated() -> None:
    """Turn the soreness slider's value into a rating: it was moved."""
    st.session_state["rated"] = True


def is_rated() -> bool:
    """Return whether the soreness slider holds a rating."""
    return bool(st.session_state.get("rated", False))


def set_day() -> None:
    """Put the leg day's time where it usually is on the chosen day."""
    st.session_state["legtime"] = MORNING if st.session_state["day"] == "This morning" else EVENING


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


def log_start() -> StartingPoint | None:
    """Return the log that Today stands on, if any."""
    start: StartingPoint | None = st.session_state.get(_LOG)
    return start


def use_log(start: StartingPoint) -> None:
    """Let Today stand on a log; its newest leg day, night and rating fill the sliders."""
    st.session_state[_LOG] = start
    scenario = start.scenario
    legs = [s for s in scenario.sessions if s.kind == "legs"]
    today = [c for c in scenario.check_ins if c.time.date() == scenario.now.date() and c.soreness is not None]
    seeds: dict[str, Any] = {"exp": scenario.athlete.experience.capitalize(), "rated": bool(today)}
    if legs:
        seeds["effort"] = round(2 * legs[-1].rpe) / 2
    if today:
        seeds["sore"] = today[-1].soreness
    if (slept := scenario.nights.get(scenario.now.date())) is not None:
        seeds["sleep"] = min(max(round(2 * slept) / 2, NUMBERS["sleep"].low), NUMBERS["sleep"].high)
    if scenario.longest_run_minutes is not None:
        longest = 5 * round(scenario.longest_run_minutes / 5)
        seeds["longest"] = min(float(longest), NUMBERS["longest"].high)
    st.session_state.update(seeds)


def forget_log() -> None:
    """Let go of the log: Today stands on its own inputs again."""
    st.session_state.pop(_LOG, None)


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
