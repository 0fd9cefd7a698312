"""Compare's sentence, chart and tables."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from legrun.charts import overlay_figure, overlay_table
from legrun.compare import LETTERS, Outcome, difference_sentence, find_differences, outcome_rows
from legrun.wording.markdown import escaped
from legrun.wording.rounding import lowered
from pages._ui.shared import elements
from pages._ui.shared.links import sources

__all__ = ["presented", "results", "tables"]

COMMON = (
    "All scenarios use the same 512 simulated people, so you can compare them directly. Line: the most likely course. "
    "Band: four in five mornings. Dots only join letters to lines."
)
APART = "The scenarios are for different moments, so each line starts at its own “now”."
# Today says 75 where this table says 77: no two numbers for one thing without a word.
TO_THE_POINT = "Recovery is to the point here, so that small differences show; other pages round it to fives."
# Today's card names the next time from the run in mind on; here a run later in one scenario moves nothing else.
FROM_NOW = "“Easy run from”, “Steady run from” and “Hard run from” count from now; Today counts from the planned run."
# Nights ahead are as long as the usual night, which also stands for those that nobody told.
UNTOLD = "Nights ahead also stand for past nights that were not entered: what is lost now can differ with them alone."
# The facts that a client sees, at most three of those that differ.
CLIENT_FACTS = (
    "Verdict",
    "Hard run from",
    "Recovery tomorrow morning",
    "Highest soreness",
    "Recovery now",
)
MOST_FACTS = 3
MOST_LETTERS = 130  # of a sentence in the largest type: two lines


def _sentence(outcomes: Sequence[Outcome], names: Sequence[str]) -> str:
    if len(outcomes) == 1:
        return "Pin a second scenario to see the difference."
    return difference_sentence(outcomes, [escaped(name) for name in names])


def _own_moments(outcomes: Sequence[Outcome]) -> bool:
    return len({each.scenario.now for each in outcomes}) > 1


def results(outcomes: Sequence[Outcome], names: Sequence[str]) -> None:
    """Show the sentence and the chart."""
    st.markdown(f"#### {_sentence(outcomes, names)}", anchors=False)
    elements.figure(overlay_figure(outcomes, names), key="overlay")
    st.caption(f"{COMMON} {APART if _own_moments(outcomes) else ''}")


def tables(outcomes: Sequence[Outcome], names: Sequence[str]) -> None:
    """Show the differences and the outcomes, and on request the curves in numbers."""
    st.table(_table(outcomes, names))
    later = any(each.advice.at > each.scenario.now for each in outcomes)
    st.caption(f"{TO_THE_POINT} {FROM_NOW if later else ''}")
    if len({each.scenario.athlete.usual_sleep_h for each in outcomes}) > 1:
        st.caption(UNTOLD)
    sources(score="score", gates="rules", windows="windows", bands="ranges")
    if st.toggle("Show the curves as a table", key="overlay_table"):
        alt = "Recovery, strength lost and soreness of every scenario, every sixth hour, with their ranges."
        st.dataframe(overlay_table(outcomes), hide_index=True, alt=alt)


def _titles(names: Sequence[str]) -> list[str]:
    return [f"{letter} · {escaped(name)}" for letter, name in zip(LETTERS, names, strict=False)]


def _table(outcomes: Sequence[Outcome], names: Sequence[str]) -> pd.DataFrame:
    """Return the differences and the outcomes, one column for each scenario."""
    entered = find_differences([each.scenario for each in outcomes])
    rows = [(f"Entered: {lowered(row.label)}", row.texts) for row in entered]
    rows += [(row.label, row.texts) for row in outcome_rows(outcomes)]
    table = pd.DataFrame([texts for _, texts in rows], columns=_titles(names))
    return table.set_index(pd.Index([label for label, _ in rows], name="Entered, and the outcome"))


def presented(outcomes: Sequence[Outcome], names: Sequence[str]) -> None:
    """Show it to a client: one sentence, one chart, the facts that differ, in large type and without controls."""
    sentence = _sentence(outcomes, names)
    st.markdown(f"{'###' if len(sentence) <= MOST_LETTERS else '####'} {sentence}", anchors=False)
    elements.figure(overlay_figure(outcomes, names, large=True), key="overlay_large")
    facts = {row.label: row.texts for row in outcome_rows(outcomes)}
    differing = [label for label in CLIENT_FACTS if len(set(map(_without_range, facts[label]))) > 1]
    shown = (differing or list(CLIENT_FACTS))[:MOST_FACTS]
    columns = st.columns(len(outcomes))
    for index, (column, title) in enumerate(zip(columns, _titles(names), strict=True)):
        # Headings would have a line of space each: all is to be seen at once.
        lines = "  \n".join(f"{label}: **{facts[label][index]}**" for label in shown)
        column.markdown(f"##### {title}\n{lines}", anchors=False)


def _without_range(fact: str) -> str:
    """Return a fact without its range, whose end a client would not call a difference."""
    return fact.partition(" (")[0]
