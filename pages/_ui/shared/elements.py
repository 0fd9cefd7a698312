"""legrun values in, elements out."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from legrun.answering import Answer
from legrun.charts import INKS, Figure, hours_before, in_ink, score_figure, week_figure, week_table, week_words
from legrun.decision.safety import STOP
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.markdown import escaped
from legrun.wording.rounding import lowered
from legrun.wording.unrated import as_guess, guess_name, unrated_plan_sentence
from legrun.wording.words import chances_sentence, cost_sentence, plan_sentence, question, what_to_do, why_sentences
from pages._ui import state
from pages._ui.shared.links import written_sources

__all__ = [
    "fault",
    "figure",
    "notes_on_address",
    "stop_screen",
    "stop_words",
    "verdict_card",
    "week",
]  # fmt: skip

ICONS = {
    "rest": ":material/self_improvement:",
    "walk": ":material/directions_walk:",
    "easy": ":material/sprint:",
    "moderate": ":material/directions_run:",
    "hard": ":material/bolt:",
}
# Where the numbers of the verdict card stand.
SOURCES = written_sources(score="score", gates="rules", caps="limits", bands="ranges")
OLD_LINK = dt.timedelta(hours=12)


def figure(shown: Figure, *, key: str) -> None:
    """Draw a figure: its cached spec with this run's data.

    The alternative text stays the same while the data change, since the browser builds a chart anew when it
    does not; what the data say stands in words beside the chart.
    """
    spec = in_ink(shown.spec, INKS["dark" if st.context.theme.type == "dark" else "light"])
    spec["datasets"] = {**spec.get("datasets", {}), **shown.datasets}
    st.vega_lite_chart(None, spec, width="stretch", key=key, alt=shown.alt_text)


def fault(error: Exception) -> None:
    """Say what is wrong and what to do; the sentence may quote a file."""
    st.error(escaped(str(error)), icon=":material/error:")


def notes_on_address() -> None:
    """Name the parts of the address that were ignored, and offer to leave the moment of an old link."""
    for note in state.address.ignored():
        st.info(f"Ignored in the address: {note}.", icon=":material/link_off:")
    base = state.base.current()
    away = abs(state.base.now() - state.clock.visit_hour()) > OLD_LINK
    if away and not (base and base.is_log):
        row = st.container(horizontal=True, vertical_alignment="center")
        row.caption(f"This answers for {state.base.now():%a %d %b %Y, %H:%M}.")
        row.button("Move to now", on_click=state.today.move_to_visit_hour, key="move_to_now", type="tertiary")


def stop_words(flags: tuple[str, ...], source: str = "You ticked") -> None:
    """Say what to do about a red flag."""
    for flag in flags:
        sign, advice = STOP[flag]
        st.error(f"**{advice}**\n\n{source}: {lowered(sign)}.", icon=":material/emergency:")
    st.markdown("No score and no plan while this is ticked. This is general safety information, not a diagnosis.")


def stop_screen(flags: tuple[str, ...]) -> None:
    """Say what to do about a red flag; nothing else is shown."""
    stop_words(flags)
    st.button("Untick and go back", on_click=state.flags.untick_all, key="forget_flags")


def verdict_card(answer: Answer, *, guess: bool = False) -> None:
    """Draw the verdict for the run in mind: what to do, how sure that is, why, and whether the plan fits.

    `guess` tells of a client who did not check in: the same verdict with a wider range, and nothing is said to fit.
    """
    now, plan = answer.scenario.now, answer.scenario.planned
    advice = as_guess(answer.for_plan) if guess else answer.for_plan
    with st.container(border=True, key="verdict"):
        # Few blocks of text: the browser parses each anew at every step of a slider.
        when = "" if advice.at == now else f" · {advice.at:%a %H:%M}"
        asked = question(advice)
        name = guess_name(advice.verdict) if guess else VERDICT_NAMES[advice.verdict]
        st.markdown(
            f"### {ICONS[advice.verdict]} {name}{when}\n\n{what_to_do(advice, now)}"
            + (f"\n\n:material/help: {asked}" if asked else "")
        )
        figure(score_figure(advice), key="score")
        lines = [f"- {line}" for line in why_sentences(advice, now)]
        if plan is not None:
            fits = unrated_plan_sentence if guess else plan_sentence
            lines += ["", f":material/flag: {fits(advice, plan, now)}"]
        small = " ".join(filter(None, (cost_sentence(advice), chances_sentence(advice))))
        st.markdown("\n".join([*lines, "", f":small[:gray[{small}] {SOURCES}]"]))


def week(answer: Answer, of: str = "") -> None:
    """Draw the week chart, with the medians before the last change as a ghost, and its table.

    The ghost is that of the same person: `of` tells whose week it is, where it is not the visitor's own.
    """
    ghost = state.ghost.before(answer.scenario, of)
    shown, drawn = week_figure(answer, before=answer.before(hours_before(answer.scenario)), ghost=ghost)
    state.ghost.keep(answer.scenario, drawn, of)
    figure(shown, key="week")
    st.caption(
        "Line: the median; bands: the range for half and for four in five people with these inputs; single days fall "
        "outside. Dashed: before your last change. Hollow dots: 24, 48 and 72 h, where studies measured; between them "
        "the curve is drawn in."
    )
    if st.toggle("Show as a table", key="week_table"):
        st.markdown(week_words(answer))
        st.dataframe(week_table(answer), hide_index=True, alt=shown.alt_text)
