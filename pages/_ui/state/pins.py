"""The pinned scenarios in session state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from legrun.scenario import Scenario

if TYPE_CHECKING:
    from legrun.compare import Outcome

__all__ = [
    "NAMES",
    "PASTED",
    "PINS",
    "SITUATION",
    "Pin",
    "SeenPins",
    "choice_key",
    "choose",
    "control_key",
    "control_value",
    "keep_outcomes",
    "keep_pins",
    "keep_refusal",
    "leave",
    "mark_rated",
    "name_key",
    "new_number",
    "pins",
    "present",
    "presenting",
    "refusal",
    "see_pins",
    "seen_outcome",
    "seen_pins",
    "take_pasted",
    "take_situation",
    "typed_name",
]

# Parameters of Compare's address.
PINS, PRESENT = "pins", "present"
# The switch that shows the names that the visitor gave, for the time of one presentation.
NAMES = "present_names"
# What can be pinned; both are emptied when it is.
SITUATION, PASTED = "pin_situation", "pin_pasted"
_MOST_KNOWN = 200  # texts of the address that are remembered: a slider held down writes many
_PINS, _MADE, _SEEN, _REFUSED = "_pins", "_pins_made", "_pins_seen", "_pin_refused"
_OUTCOMES = "_pin_outcomes"


@dataclass(frozen=True)
class Pin:
    """A scenario pinned to be compared.

    Attributes
    ----------
    number : int
        Which pin of the visit it is; its widgets are named by it.
    scenario : Scenario
        What is compared.
    base : Scenario
        What was pinned, before it was changed on Compare.
    name : str
        What the visitor calls it; empty for the name it gets by itself. Never leaves the visit.
    """

    number: int
    scenario: Scenario
    base: Scenario
    name: str = ""


@dataclass(frozen=True)
class SeenPins:
    """What the address held when it was last looked at.

    Attributes
    ----------
    text : str or None
        Its text.
    pins : tuple of Pin
        The pins that it stands for.
    known : tuple of str
        Texts that it held in this visit, the newest last.
    """

    text: str | None = None
    pins: tuple[Pin, ...] = ()
    known: tuple[str, ...] = ()

    def is_late(self, text: str, *, edited: bool) -> bool:
        """Return whether an address is one of this visit's that the browser sent before it had the newest.

        A slider that is moved quickly sends its next value with the address of before. The Back button brings an old
        address too, but nothing is edited in the same run.
        """
        return edited and text in self.known


def pins() -> tuple[Pin, ...]:
    """Return the scenarios pinned in this visit."""
    pinned: tuple[Pin, ...] = st.session_state.get(_PINS, ())
    return pinned


def keep_pins(kept: tuple[Pin, ...]) -> None:
    """Keep the pinned scenarios for this visit."""
    st.session_state[_PINS] = kept


def seen_outcome(scenario: Scenario) -> Outcome | None:
    """Return the outcome of a scenario, if it was drawn last."""
    seen: tuple[Outcome, ...] = st.session_state.get(_OUTCOMES, ())
    return next((outcome for outcome in seen if outcome.scenario == scenario), None)


def keep_outcomes(outcomes: Sequence[Outcome]) -> None:
    """Keep the outcomes that are drawn: a slider moves one of them."""
    st.session_state[_OUTCOMES] = tuple(outcomes)


def new_number() -> int:
    """Return a number that no pin of this visit has had."""
    st.session_state[_MADE] = st.session_state.get(_MADE, 0) + 1
    return int(st.session_state[_MADE])


def seen_pins() -> SeenPins:
    """Return the pins of the address when it was last looked at."""
    seen: SeenPins = st.session_state.get(_SEEN, SeenPins())
    return seen


def see_pins(text: str | None) -> None:
    """Remember that the address holds the pins as they are."""
    known = (*seen_pins().known, text or "")[-_MOST_KNOWN:]
    st.session_state[_SEEN] = SeenPins(text, pins(), known)


def refusal() -> str | None:
    """Return why the last pasted link could not be pinned, or not all of it."""
    reason: str | None = st.session_state.get(_REFUSED)
    return reason


def keep_refusal(reason: str | None) -> None:
    """Keep why a pasted link could not be pinned."""
    st.session_state[_REFUSED] = reason


def take_situation() -> str | None:
    """Return the situation that its menu holds, and empty the menu."""
    chosen: str | None = st.session_state[SITUATION]
    st.session_state[SITUATION] = None
    return chosen


def take_pasted() -> str:
    """Return what was pasted, and empty its box."""
    text = str(st.session_state[PASTED] or "")
    st.session_state[PASTED] = ""
    return text


def choice_key() -> str:
    """Return the key of the choice of a pin; another number of pins is another choice."""
    return f"change_{len(pins())}"


def choose(index: int) -> None:
    """Choose the pin that is changed."""
    st.session_state[choice_key()] = index


def name_key(number: int) -> str:
    """Return the key of the box in which a pin is named."""
    return f"pin_name_{number}"


def typed_name(number: int) -> str:
    """Return the name that a pin's box holds."""
    return str(st.session_state[name_key(number)])


def control_key(name: str, number: int) -> str:
    """Return the key of a widget that changes a pin."""
    return f"turn_{name}_{number}"


def control_value(name: str, number: int, undrawn: Any = None) -> Any:
    """Return the value of a widget that changes a pin; `undrawn` where it is not drawn."""
    return st.session_state.get(control_key(name, number), undrawn)


def mark_rated(number: int) -> None:
    """Turn the soreness slider's value into a rating: it was moved."""
    st.session_state[control_key("rated", number)] = True


def presenting() -> bool:
    """Return whether Compare is being shown to somebody: its address says so, and so the Back button ends it."""
    return str(st.query_params.get(PRESENT, "")).lower() == "true"


def present() -> None:
    """Begin to show Compare to somebody."""
    st.query_params[PRESENT] = "true"


def leave() -> None:
    """End the presentation."""
    st.query_params.pop(PRESENT, None)
