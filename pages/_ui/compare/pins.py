"""The pinned scenarios of a visit: pinned, named, moved, changed, and kept in step with the address."""

from __future__ import annotations

import dataclasses
from urllib.parse import parse_qs, urlsplit

import streamlit as st

from legrun import compare
from legrun.link import MOST_PINS, decode, decode_pins, encode_pins
from legrun.logs.reading.text import clean
from legrun.scenario import Scenario
from pages._ui import state
from pages._ui.state.pins import Pin

__all__ = [
    "add",
    "add_link",
    "change",
    "copy",
    "full",
    "in_step_with_address",
    "move_up",
    "pin_button",
    "remove",
    "rename",
]  # fmt: skip


def full() -> bool:
    """Return whether there is no room for another pin."""
    return len(state.pins.pins()) >= MOST_PINS


def add(scenario: Scenario, name: str = "", *, tell: bool = False) -> None:
    """Pin a scenario; where the pins cannot be seen, name its letter."""
    if full():
        st.toast(f"{MOST_PINS} scenarios are pinned already. Remove one on Compare first.", icon=":material/block:")
        return
    if scenario.red_flags:
        st.toast("There is a warning sign: see the advice first; there is nothing to compare.", icon=":material/block:")
        return
    letter = compare.LETTERS[len(state.pins.pins())]
    state.pins.keep_refusal(None)
    state.pins.keep_pins((*state.pins.pins(), Pin(state.pins.new_number(), scenario, scenario, name)))
    if tell:
        st.toast(f"Pinned as {letter}. Change something and pin again, or open Compare.", icon=":material/keep:")


def pin_button(scenario: Scenario) -> None:
    """Offer to pin a page's scenario, and the way to Compare once one is pinned."""
    pinned = len(state.pins.pins())
    options = {"scenario": scenario, "tell": True}
    st.button("Pin to compare", on_click=add, kwargs=options, key="pin", icon=":material/keep:", disabled=full())
    if pinned:
        st.page_link("pages/compare.py", label=f"Compare {pinned} of {MOST_PINS}", icon=":material/compare_arrows:")


def add_link(text: str) -> str | None:
    """Pin what a pasted link holds: a scenario, or all of a comparison. Return why not, where it holds neither."""
    query = {name: each[-1] for name, each in parse_qs(urlsplit(text.strip()).query).items()}
    if packed := query.get(state.pins.PINS):
        decoded_pins = decode_pins(packed, now=state.clock.visit_hour())
        for each in decoded_pins.scenarios:
            add(each)
        return "; ".join(decoded_pins.ignored) or None
    decoded = decode(query, now=state.clock.visit_hour())
    if not decoded.given:
        return "That is not a link of legrun. Copy the whole address from Today's “Share and download”."
    add(decoded.scenario)
    return "; ".join(decoded.ignored) or None


def _index(number: int) -> int | None:
    """Return where a pin stands; None where it has gone while its widget's value was on its way."""
    return next((index for index, pin in enumerate(state.pins.pins()) if pin.number == number), None)


def _replace(number: int, **changes: object) -> None:
    kept = list(state.pins.pins())
    index = _index(number)
    if index is None:
        return
    kept[index] = dataclasses.replace(kept[index], **changes)  # type: ignore[arg-type]  # the fields of a Pin
    state.pins.keep_pins(tuple(kept))


def rename(number: int) -> None:
    """Give a pin the name in its widget."""
    _replace(number, name=clean(state.pins.typed_name(number)))


def change(number: int, to: compare.ControlValues) -> None:
    """Change a pin with its controls."""
    index = _index(number)
    if index is not None:
        pin = state.pins.pins()[index]
        _replace(number, scenario=compare.with_controls(pin.scenario, to, base=pin.base))


def copy(number: int) -> None:
    """Pin a scenario once more, to change it."""
    index = _index(number)
    if index is not None:
        add(state.pins.pins()[index].scenario)


def move_up(number: int) -> None:
    """Put a pin before the one above it; it stays the one that is changed."""
    kept, index = list(state.pins.pins()), _index(number)
    if index:
        kept[index - 1], kept[index] = kept[index], kept[index - 1]
        state.pins.keep_pins(tuple(kept))
        state.pins.choose(index - 1)


def remove(number: int) -> None:
    """Remove a pin."""
    state.pins.keep_pins(tuple(pin for pin in state.pins.pins() if pin.number != number))


def in_step_with_address() -> tuple[str, ...]:
    """Bring pins and address together; return the parts of the address that could not be used.

    An address that was not seen yet is a link, or the Back button, and is taken. Otherwise it is written, but only
    when the pins were edited or another page has cleared it: written on every run it would hold up the Back button.
    """
    address = st.query_params.get(state.pins.PINS)
    seen = state.pins.seen_pins()
    scenarios = [pin.scenario for pin in state.pins.pins()]
    edited = scenarios != [pin.scenario for pin in seen.pins]
    if address is not None and address != seen.text and not seen.is_late(address, edited=edited):
        decoded = decode_pins(address, now=state.clock.visit_hour())
        state.pins.keep_pins(_known(decoded.scenarios))
        state.pins.see_pins(address)
        return decoded.ignored
    if address != seen.text or edited:
        _write(encode_pins(scenarios))
    return ()


def _write(text: str) -> None:
    if text:
        st.query_params[state.pins.PINS] = text
    elif state.pins.PINS in st.query_params:
        del st.query_params[state.pins.PINS]
    state.pins.see_pins(text or None)


def _known(scenarios: tuple[Scenario, ...]) -> tuple[Pin, ...]:
    """Return a link's scenarios as pins: those of this visit where they are the same, so that they keep their names."""
    mine = [(encode_pins([pin.scenario]), pin) for pin in state.pins.pins()]
    known = []
    for scenario in scenarios:
        same = next((each for each in mine if each[0] == encode_pins([scenario])), None)
        if same is not None:
            mine.remove(same)
        known.append(same[1] if same else Pin(state.pins.new_number(), scenario, scenario))
    return tuple(known)
