"""legrun values in, elements out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from legrun.answering import Answer
from legrun.charts import Figure, hours_before, score_figure, week_figure, week_table, week_words
from legrun.decision.advice import Advice
from legrun.decision.safety import STOP, safety_notes
from legrun.logs.fields.units import KM_PER_MILE
from legrun.scenario import Scenario
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.intensity import intensity_sentence
from legrun.wording.languages import full_moment
from legrun.wording.limits import limit_words
from legrun.wording.markdown import escaped
from legrun.wording.outlook import chances_sentence
from legrun.wording.plan import plan_sentence
from legrun.wording.rounding import lowered
from legrun.wording.score import score_words
from legrun.wording.unrated import as_guess, guess_name, is_estimate, unrated_plan_sentence
from legrun.wording.verdict import verdict_sentence
from legrun.wording.why import cost_sentence, question, why_sentences
from pages._ui import state
from pages._ui.shared.links import source, written_sources

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "COLORS",
    "TIREDNESS_HELP",
    "dated_table",
    "fault",
    "figure",
    "note_on_time",
    "notes_on_address",
    "safety",
    "stop_screen",
    "stop_words",
    "text_table",
    "verdict_card",
    "week",
    "week_explained",
]  # fmt: skip

ICONS = {
    "rest": ":material/self_improvement:",
    "walk": ":material/directions_walk:",
    "easy": ":material/sprint:",
    "moderate": ":material/directions_run:",
    "hard": ":material/bolt:",
}
# Streamlit's names of colours, which the theme sets to the shades of the verdicts that can be read as text.
COLORS = {"rest": "orange", "walk": "yellow", "easy": "green", "moderate": "blue", "hard": "violet"}
TIREDNESS_HELP = "4 or 5 may take the verdict one step down; no answer ever takes it up."
# Where the numbers of the verdict card stand.
SOURCES = written_sources(score="score", gates="rules", caps="limits", bands="ranges")
# How far the clock may be from what the page answers for; a situation of the menu is one of a certain hour of the day.
OLD, OLD_SITUATION = dt.timedelta(hours=1), dt.timedelta(hours=12)
LOOK_AT_CLOCK = dt.timedelta(minutes=5)


def figure(shown: Figure, *, key: str) -> None:
    """Draw a figure: its cached spec with this run's data.

    The alternative text stays the same while the data change, since the browser builds a chart anew when it
    does not; what the data say stands in words beside the chart.
    """
    # Ours first: that is what "Show data" shows.
    datasets = {**shown.datasets, **shown.spec.get("datasets", {})}
    st.vega_lite_chart(None, {**shown.spec, "datasets": datasets}, width="stretch", key=key, alt=shown.alt_text)


def dated_table(table: pd.DataFrame, alt: str) -> None:
    """Draw a table whose first column is a day or a moment, written as in the sentences of the pages."""
    config, first = st.column_config, table.columns[0]
    clock = config.DatetimeColumn(format="ddd D MMM YYYY, HH:mm")
    written = clock if first == "Rated" else config.DateColumn(format="ddd D MMM YYYY")
    st.dataframe(table, hide_index=True, column_config={first: written}, alt=alt)


def text_table(rows: Sequence[Mapping[str, str]]) -> None:
    """Draw a small table of words, a column for each key.

    Markdown, since the browser loads the viewer of data tables, a fifth of all its scripts, for `st.table` too.
    """
    lines = [list(rows[0]), ["---"] * len(rows[0]), *(list(row.values()) for row in rows)]
    st.markdown("\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines))


def fault(error: Exception) -> None:
    """Say what is wrong and how to mend it; the sentence may quote a file."""
    st.error(escaped(str(error)), icon=":material/error:")


def notes_on_address(notes: Sequence[str]) -> None:
    """Name the parts of the address that were ignored, in one box: the page begins right below."""
    if notes:
        lines = (f"Ignored in the address: {note}." for note in notes)
        st.info("  \n".join(lines), icon=":material/link_off:")


@st.fragment(run_every=LOOK_AT_CLOCK)
def note_on_time() -> None:
    """Offer to move to now where the page answers for another hour: an old link, or a page left open."""
    base = state.base.current()
    if base and base.is_log:
        return
    answers_for = state.base.now()
    if state.clock.has_passed(answers_for, by=OLD_SITUATION if base else OLD):
        row = st.container(horizontal=True, vertical_alignment="center")
        row.caption(f":material/schedule: This is for {full_moment(answers_for)}.")
        row.button("Move to now", on_click=state.today.move_to_visit_hour, key="move_to_now", type="tertiary")


def safety(scenario: Scenario) -> None:
    """Show what stands beside a verdict for safety's sake, where anything does."""
    for note in safety_notes(scenario):
        st.warning(note, icon=":material/medical_information:")


def stop_words(flags: tuple[str, ...], source: str = "You ticked") -> None:
    """Give the advice for a red flag."""
    for flag in flags:
        sign, advice = STOP[flag]
        st.error(f"**{advice}**\n\n{source}: {lowered(sign)}.", icon=":material/emergency:")
    st.markdown("While this holds there is no score and no plan. This is general safety information, not a diagnosis.")


def stop_screen(flags: tuple[str, ...]) -> None:
    """Give the advice for a red flag, and nothing else."""
    stop_words(flags)
    st.button("Untick and go back", on_click=state.flags.untick_all, key="forget_flags")


def verdict_card(answer: Answer, *, assumed: bool = False, known: str = "") -> None:
    """Draw the verdict for the planned run: the verdict, its limits, the score, what to do, why, whether the plan fits.

    Where today was not rated it is an estimate: the same verdict with a wider range, and no run is said to fit.
    `assumed` is for a run that nobody planned: the one that the inputs begin with. `known` is a line on how well the
    forecast has known the person.
    """
    now, plan, guess = answer.scenario.now, answer.scenario.planned, is_estimate(answer.scenario)
    advice = as_guess(answer.for_plan) if guess else answer.for_plan
    with st.container(border=True, key="verdict"):
        # Few blocks of text: the browser parses each anew at every step of a slider.
        st.markdown(_headline(advice, now, guess=guess))
        figure(score_figure(advice), key="score")
        asked = question(advice)
        lines = [verdict_sentence(advice, now), "", *([f":material/help: {asked}", ""] if asked else [])]
        lines += [f"- {line}" for line in why_sentences(advice, now, score=False)]
        if zones := intensity_sentence(advice, answer.scenario.athlete, **_unit()):
            lines += ["", f":material/monitor_heart: {zones} {source('intensity', 'Sources')}"]
        if plan is not None:
            fits = unrated_plan_sentence if guess else plan_sentence
            lines += ["", f":material/flag: {fits(advice, plan, now, assumed=assumed)}"]
        small = " ".join(filter(None, (cost_sentence(advice), chances_sentence(advice), known)))
        st.markdown("\n".join([*lines, "", f":small[:gray[{small}] {SOURCES}]"]))


def _unit() -> dict[str, Any]:
    """Return the unit that distances are shown in."""
    return {"unit": "mile", "unit_km": KM_PER_MILE} if state.units.distance_unit() == "miles" else {}


def _headline(advice: Advice, now: dt.datetime, *, guess: bool) -> str:
    """Return the verdict in its colour, its limits as chips, and the score large."""
    color = COLORS[advice.verdict]
    name = guess_name(advice.verdict) if guess else VERDICT_NAMES[advice.verdict]
    when = "" if advice.at == now else f" :small[{advice.at:%a}\u00a0{advice.at:%H:%M}]"
    chips = " ".join(f":{color}-badge[{limit}]" for limit in limit_words(advice))
    return "\n\n".join(filter(None, (f"## :{color}[{ICONS[advice.verdict]} {name}]{when}", chips, score_words(advice))))


def week(answer: Answer, of: str = "") -> None:
    """Draw the week chart, with the medians before the last change as a ghost, and its table.

    The ghost is that of the same person: `of` names a person who is not the visitor.
    """
    ghost = state.ghost.before(answer.scenario, of)
    shown, drawn = week_figure(answer, before=answer.before(hours_before(answer)), ghost=ghost)
    state.ghost.keep(answer.scenario, drawn, of)
    figure(shown, key="week")
    week_explained(answer, shown, key="week_table", words=partial(week_words, answer))


def week_explained(answer: Answer, shown: Figure, *, key: str, words: Callable[[], str]) -> None:
    """Say what a week chart draws, and offer it in words and as a table."""
    drawn = shown.datasets["points"].column("kind").to_pylist()
    said = [
        "Line: the most likely course. Dark band: half of mornings. Light band: four in five. Grey: night. Dashed: "
        "before your last change.",
        "Hollow dots: 24, 48 and 72 h after the leg day, where studies measured." if "published" in drawn else "",
        "The curves are without the planned run." if answer.scenario.planned is not None else "",
    ]
    st.caption(" ".join(filter(None, said)))
    if st.toggle("Show as a table", key=key):
        st.markdown(words())
        st.dataframe(week_table(answer), hide_index=True, alt=shown.alt_text)
