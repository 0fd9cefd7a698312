"""Compare's inputs: scenarios to pin, their names and order, and the controls that change one."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import streamlit as st

import legrun
from legrun.compare import LETTERS, ControlValues
from legrun.compare.differences import newest_rating
from legrun.inputs.form import NUMBERS
from legrun.link import MOST_PINS, encode_pins
from legrun.scenario.presets import PRESETS
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.compare import pins
from pages._ui.state.pins import Pin

__all__ = ["controls", "empty", "presented", "share"]

LONG = 2000
EXAMPLE = (5.0, 6.5, 8.0)
RUN_HELP = "At the time of the planned run; 0 for none. The curves then include it."
# The range of each slider; a run that is not run has no minutes.
CONTROL_INPUTS = {
    "soreness": NUMBERS["sore"],
    "effort": NUMBERS["effort"],
    "sleep_h": NUMBERS["sleep"],
    "usual_sleep_h": NUMBERS["usual"],
    "run_minutes": dataclasses.replace(NUMBERS["runmin"], low=0.0, default=0.0),
    "run_rpe": NUMBERS["runrpe"],
}


def empty() -> None:
    """Explain how to begin where nothing is pinned yet."""
    st.markdown(
        "Put up to four scenarios side by side and see which difference matters: an hour more sleep, an easier leg "
        "day, a shorter run. Nothing is pinned yet. Pin Today, a situation or a link; then copy it and change "
        "one thing."
    )
    add()
    st.button("Show me an example", on_click=_pin_example, key="sample_pins", icon=":material/lightbulb:")


def _pin_example() -> None:
    """Pin one morning after legs, with three kinds of nights ahead."""
    scenario = PRESETS[1].scenario(state.base.now().date())
    for slept in EXAMPLE:
        athlete = dataclasses.replace(scenario.athlete, usual_sleep_h=slept)
        pins.add(dataclasses.replace(scenario, athlete=athlete))


def add() -> None:
    """Offer to pin Today, a situation, or a link."""
    full = pins.full()
    if full:
        st.caption(f"{MOST_PINS} are pinned, the most that one chart can show. Remove one to pin another.")
    st.button("Pin Today", on_click=_pin_today, key="pin_today", icon=":material/keep:", disabled=full)
    st.selectbox(
        "Pin a situation",
        [preset.name for preset in PRESETS],
        index=None,
        key=state.pins.SITUATION,
        placeholder="Ten to choose from",
        on_change=_pin_situation,
        disabled=full,
    )
    st.text_input(
        "Pin a link",
        key=state.pins.PASTED,
        placeholder="The address of what is to be compared",
        on_change=_pin_link,
        disabled=full,
    )
    if refused := state.pins.refusal():
        st.info(refused, icon=":material/link_off:")


def _pin_today() -> None:
    try:
        pins.add(state.inputs.scenario())
    except legrun.LegrunError as error:
        st.toast(str(error), icon=":material/error:")


def _pin_situation() -> None:
    name = state.pins.take_situation()
    chosen = next((p for p in PRESETS if p.name == name), None)
    if chosen is not None:
        pins.add(chosen.scenario(state.base.now().date()))


def _pin_link() -> None:
    text = state.pins.take_pasted()
    state.pins.keep_refusal(pins.add_link(text) if text else None)


def controls(names: Sequence[str]) -> None:
    """Let a pin be chosen, named, copied, moved, removed and changed; offer to pin another."""
    kept = state.pins.pins()
    # By letter alone: the browser knows a choice by its words, and a name changes with what is changed.
    # Another number of pins is another list: it begins at the newest.
    index = st.radio(
        "Change one",
        range(len(kept)),
        index=len(kept) - 1,
        format_func=LETTERS.__getitem__,
        horizontal=True,
        key=state.pins.choice_key(),
    )
    pin = kept[index]
    with st.container(border=True):
        st.markdown(f"**{LETTERS[index]} · {escaped(names[index])}**")
        _moves(LETTERS[index], pin)
        _sliders(pin)
        _name(LETTERS[index], names[index], pin)
    with st.expander("Pin another", icon=":material/keep:", expanded=len(kept) == 1):
        add()


def _name(letter: str, name: str, pin: Pin) -> None:
    """Let a pin be named."""
    key = state.pins.name_key(pin.number)
    explained = "Kept for this visit; a link never holds it."
    options: dict[str, Any] = {"max_chars": 40, "placeholder": name, "help": explained}
    st.text_input(f"Name of {letter}", pin.name, key=key, on_change=pins.rename, args=(pin.number,), **options)


def _moves(letter: str, pin: Pin) -> None:
    """Draw the buttons of a pin."""
    row = st.container(horizontal=True, gap="small")
    options: dict[str, Any] = {"args": (pin.number,), "type": "tertiary"}
    row.button(f"Copy {letter}", on_click=pins.copy, key="copy", disabled=pins.full(), **options)
    if letter != LETTERS[0]:
        row.button(f"Move {letter} up", on_click=pins.move_up, key="move_up", **options)
    row.button(f"Remove {letter}", on_click=pins.remove, key="remove", **options)


def _sliders(pin: Pin) -> None:
    """Draw the sliders of a pin."""
    was = ControlValues.of(pin.scenario)
    rated, earlier = was.soreness is not None, newest_rating(pin.scenario)
    told = (was.soreness, earlier.soreness if earlier else None)
    sore = next((each for each in told if each is not None), NUMBERS["sore"].default)
    form = "%.1f" if rated else f"{earlier.soreness:g} at {earlier.time:%H:%M}" if earlier else "not rated"
    _slider("soreness", "Soreness now", sore, pin, format=form, on_change=_rate, args=(pin,))
    st.toggle(
        "Soreness is rated now", rated, key=state.pins.control_key("rated", pin.number), on_change=_change, args=(pin,)
    )
    if earlier and not rated:
        said = f"The rating of {earlier.time:%H:%M}, {earlier.soreness:g} of 10"
        st.caption(f"{said}, counts whatever else you change.")
    _slider("effort", "Leg-day intensity, 0 for no leg day", was.effort, pin, format="%.1f")
    _slider("sleep_h", "Sleep last night", was.sleep_h, pin, format="%.1f h")
    _slider("usual_sleep_h", "Nights ahead", was.usual_sleep_h, pin, format="%.1f h")
    _slider("run_minutes", "With a run of, minutes", was.run_minutes, pin, help=RUN_HELP)
    if was.run_minutes:
        _slider("run_rpe", "Its effort", was.run_rpe, pin)


def _slider(name: str, label: str, at: float, pin: Pin, **options: Any) -> None:
    """Draw a slider over the range of an input, standing at a pin's value."""
    spec = CONTROL_INPUTS[name]
    options = {"on_change": _change, "args": (pin,), "format": "%.0f", **options}
    key = state.pins.control_key(name, pin.number)
    st.slider(label, spec.low, spec.high, spec.clip(at), spec.step, key=key, **options)


def _rate(pin: Pin) -> None:
    state.pins.mark_rated(pin.number)
    _change(pin)


def _change(pin: Pin) -> None:
    """Change a pin to the values of its widgets; one beyond a slider's range stays until the slider is moved."""
    was = ControlValues.of(pin.scenario)
    moved: dict[str, float | None] = {}
    for name, spec in CONTROL_INPUTS.items():
        before = getattr(was, name)
        shown = spec.clip(before) if before is not None else None
        now = state.pins.control_value(name, pin.number, shown)
        moved[name] = before if now == shown else now
    if not state.pins.control_value("rated", pin.number):
        moved["soreness"] = None
    elif moved["soreness"] is None:
        moved["soreness"] = state.pins.control_value("soreness", pin.number)
    pins.change(pin.number, dataclasses.replace(was, **moved))  # type: ignore[arg-type]  # numbers, as in ControlValues


def presented(pinned: Sequence[Pin]) -> bool:
    """Offer to end a presentation, and return whether it may show the names that the visitor gave.

    They may be those of people, so they are not shown to others unasked.
    """
    st.button("Leave", on_click=state.pins.leave, key="leave_present", shortcut="Esc", type="tertiary")
    return any(pin.name for pin in pinned) and st.toggle(
        "Show the names I gave", key=state.pins.NAMES, help="Else each is called by what is different about it."
    )


def share() -> None:
    """Offer the large view and the link."""
    row = st.container(horizontal=True, vertical_alignment="center")
    explained = "Hides the controls and makes everything larger, for an audience. Esc leaves it."
    row.button("Present", on_click=state.pins.present, key="begin_present", icon=":material/slideshow:", help=explained)
    if row.button("Copy link", icon=":material/ios_share:", key="share_pins"):
        _link()


@st.dialog("Link to this comparison", width="medium")
def _link() -> None:
    text = encode_pins([pin.scenario for pin in state.pins.pins()])
    address = f"{str(st.context.url or 'http://localhost:8501/compare').split('?')[0]}?pins={text}"
    st.code(address.replace(" ", "+"), language=None, wrap_lines=True)
    st.caption(
        "Opens this comparison on any legrun; the address of this page is the same. Browsers and proxies keep "
        "addresses; names, notes and warning signs are never in one."
    )
    if len(address) > LONG:
        st.caption(f"It has {len(address)} characters, which some programs cut; try it before you send it.")
