"""What Compare shows: the sentence, the chart, the tables."""

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
    "The same 512 draws serve every scenario, so each range is that of the difference for one person, not of two "
    "guesses apart. Bands: the range for four in five people with these inputs; single days fall outside."
)
APART = "They answer for different moments, so each line starts at its own “now”."
# As many facts are shown to a client, of those that differ, the first first.
CLIENT_FACTS = (
    "Verdict for the run",
    "Hard run from",
    "Recovery tomorrow morning",
    "Soreness at its highest",
    "Recovery now",
)
MOST_FACTS = 3


def _sentence(outcomes: Sequence[Outcome], names: Sequence[str]) -> str:
    if len(outcomes) == 1:
        return "Pin a second scenario to see what makes a difference."
    return difference_sentence(outcomes, [escaped(name) for name in names])


def _own_moments(outcomes: Sequence[Outcome]) -> bool:
    return len({each.scenario.now for each in outcomes}) > 1


def results(outcomes: Sequence[Outcome], names: Sequence[str]) -> None:
    """Show what comes out: the sentence and the chart."""
    st.markdown(f"#### {_sentence(outcomes, names)}", anchors=False)
    elements.figure(overlay_figure(outcomes, names), key="overlay")
    st.caption(f"{COMMON} {APART if _own_moments(outcomes) else ''}")


def tables(outcomes: Sequence[Outcome], names: Sequence[str]) -> None:
    """Show what differs and what follows, and on request the curves in numbers."""
    st.table(_table(outcomes, names))
    sources(score="score", gates="rules", windows="when more is likely", bands="ranges")
    if st.toggle("Show the curves as a table", key="overlay_table"):
        alt = "Recovery, strength lost and soreness of every scenario, every sixth hour, with their ranges."
        st.dataframe(overlay_table(outcomes), hide_index=True, alt=alt)


def _titles(names: Sequence[str]) -> list[str]:
    return [f"{letter} · {escaped(name)}" for letter, name in zip(LETTERS, names, strict=False)]


def _table(outcomes: Sequence[Outcome], names: Sequence[str]) -> pd.DataFrame:
    """Return what differs and what follows, one column for each scenario."""
    entered = find_differences([each.scenario for each in outcomes])
    rows = [(f"Entered: {lowered(row.label)}", row.texts) for row in entered]
    rows += [(row.label, row.texts) for row in outcome_rows(outcomes)]
    table = pd.DataFrame([texts for _, texts in rows], columns=_titles(names))
    return table.set_index(pd.Index([label for label, _ in rows], name="What differs, and what follows"))


def presented(outcomes: Sequence[Outcome], names: Sequence[str]) -> None:
    """Show it to a client: one sentence, one chart, the facts that differ, in large type and without controls."""
    st.markdown(f"### {_sentence(outcomes, names)}", anchors=False)
    elements.figure(overlay_figure(outcomes, names, large=True), key="overlay_large")
    facts = {row.label: row.texts for row in outcome_rows(outcomes)}
    differing = [label for label in CLIENT_FACTS if len(set(facts[label])) > 1] or list(CLIENT_FACTS)
    columns = st.columns(len(outcomes))
    for index, (column, title) in enumerate(zip(columns, _titles(names), strict=True)):
        lines = "\n".join(f"##### {label}: {facts[label][index]}" for label in differing[:MOST_FACTS])
        column.markdown(f"#### {title}\n{lines}", anchors=False)
