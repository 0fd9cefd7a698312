"""The pinned scenarios of a visit: pinned, named, moved, changed, and kept in step with the address."""

from __future__ import annotations

import dataclasses
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from legrun.compare import LETTERS, Knobs, turned
from legrun.link import MOST_PINS, decode, decode_pins, encode_pins
from legrun.logs.reading.text import clean
from legrun.scenario import Scenario
from pages._ui.state import pins as kept_pins
from pages._ui.state import visit as state
from pages._ui.state.pins import Pin

__all__ = [
    "add",
    "add_link",
    "copy",
    "full",
    "in_step_with_address",
    "move_up",
    "pin_button",
    "remove",
    "rename",
    "turn",
]  # fmt: skip


def full() -> bool:
    """Return whether there is no room for another pin."""
    return len(kept_pins.pins()) >= MOST_PINS


def add(scenario: Scenario, name: str = "", *, tell: bool = False) -> None:
    """Pin a scenario; where the pins cannot be seen, say as which letter."""
    if full():
        st.toast(f"{MOST_PINS} scenarios are pinned already. Remove one on Compare first.", icon=":material/block:")
        return
    if scenario.red_flags:
        st.toast("Something feels wrong: see the advice first; there is nothing to compare.", icon=":material/block:")
        return
    letter = LETTERS[len(kept_pins.pins())]
    kept_pins.keep_refusal(None)
    kept_pins.keep_pins((*kept_pins.pins(), Pin(kept_pins.new_number(), scenario, scenario, name)))
    if tell:
        st.toast(f"Pinned as {letter}. Change something and pin again, or open Compare.", icon=":material/keep:")


def pin_button(scenario: Scenario) -> None:
    """Offer to pin what a page shows, and the way to Compare once something is pinned."""
    pinned = len(kept_pins.pins())
    told = {"scenario": scenario, "tell": True}
    st.button("Pin to compare", on_click=add, kwargs=told, key="pin", icon=":material/keep:", disabled=full())
    if pinned:
        st.page_link("pages/compare.py", label=f"Compare {pinned} of {MOST_PINS}", icon=":material/compare_arrows:")


def add_link(text: str) -> str | None:
    """Pin what a pasted link holds: a scenario, or all of a comparison. Return why not, where it holds neither."""
    query = {name: each[-1] for name, each in parse_qs(urlsplit(text.strip()).query).items()}
    if packed := query.get(kept_pins.PINS):
        found = decode_pins(packed, now=state.clock())
        for each in found.scenarios:
            add(each)
        return "; ".join(found.ignored) or None
    decoded = decode(query, now=state.clock())
    if not decoded.given:
        return "That is not a link of legrun. Copy the whole address from Today's “Share and download”."
    add(decoded.scenario)
    return "; ".join(decoded.ignored) or None


def _place(number: int) -> int:
    return next(place for place, pin in enumerate(kept_pins.pins()) if pin.number == number)


def _replace(number: int, **changes: object) -> None:
    kept = list(kept_pins.pins())
    place = _place(number)
    kept[place] = dataclasses.replace(kept[place], **changes)  # type: ignore[arg-type]  # the fields of a Pin
    kept_pins.keep_pins(tuple(kept))


def rename(number: int) -> None:
    """Call a pin what its widget holds."""
    _replace(number, name=clean(kept_pins.typed_name(number)))


def turn(number: int, to: Knobs) -> None:
    """Turn the knobs of a pin."""
    pin = kept_pins.pins()[_place(number)]
    _replace(number, scenario=turned(pin.scenario, to, base=pin.base))


def copy(number: int) -> None:
    """Pin a scenario once more, to change it."""
    add(kept_pins.pins()[_place(number)].scenario)


def move_up(number: int) -> None:
    """Put a pin before the one above it; it stays the one that is changed."""
    kept, place = list(kept_pins.pins()), _place(number)
    if place:
        kept[place - 1], kept[place] = kept[place], kept[place - 1]
        kept_pins.keep_pins(tuple(kept))
        kept_pins.choose(place - 1)


def remove(number: int) -> None:
    """Let go of a pin."""
    kept_pins.keep_pins(tuple(pin for pin in kept_pins.pins() if pin.number != number))


def in_step_with_address() -> tuple[str, ...]:
    """Bring pins and address together; return what of the address could not be used.

    An address that was not seen yet is a link, or the Back button, and is taken. Otherwise it is written, but only
    when the pins were edited or another page has cleared it: written on every run it would hold up the Back button.
    """
    held = st.query_params.get(kept_pins.PINS)
    text, shown = kept_pins.seen_pins()
    if held is not None and held != text:
        found = decode_pins(held, now=state.clock())
        kept_pins.keep_pins(_known(found.scenarios))
        kept_pins.see_pins(held)
        return found.ignored
    scenarios = [pin.scenario for pin in kept_pins.pins()]
    if held is None or scenarios != [pin.scenario for pin in shown]:
        _write(encode_pins(scenarios))
    return ()


def _write(text: str) -> None:
    if text:
        st.query_params[kept_pins.PINS] = text
    elif kept_pins.PINS in st.query_params:
        del st.query_params[kept_pins.PINS]
    kept_pins.see_pins(text or None)


def _known(scenarios: tuple[Scenario, ...]) -> tuple[Pin, ...]:
    """Return a link's scenarios as pins: those of this visit where they are the same, so that they keep their names."""
    mine = [(encode_pins([pin.scenario]), pin) for pin in kept_pins.pins()]
    found = []
    for scenario in scenarios:
        same = next((each for each in mine if each[0] == encode_pins([scenario])), None)
        if same is not None:
            mine.remove(same)
        found.append(same[1] if same else Pin(kept_pins.new_number(), scenario, scenario))
    return tuple(found)
