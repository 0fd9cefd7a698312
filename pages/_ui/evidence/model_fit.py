"""How well the model fits: every published table drawn against it, misses first."""

from __future__ import annotations

import functools

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legrun.charts.fit import FitPanel, fit_panels, fit_table
from legrun.checks import COVERAGE_GOAL, Check, run_checks, untuned_shares
from legrun.evidence import Dataset
from legrun.evidence.daily_logs import daily_logs
from legrun.evidence.limits import limits
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.evidence.registry import LINK, NEW_LINE
from pages._ui.shared import elements
from pages._ui.shared.links import source

__all__ = ["show"]

UNTUNED, TUNED, SHOWN = "Not used to fit the model", "Used to fit it", "Shown, not scored"
GROUPS = (UNTUNED, TUNED, SHOWN)
MISSED = ("miss", "known miss")
STATUS = {
    "pass": ":material/check_circle: **Fits**",
    "known miss": ":material/error: **Misses, and we know why**",
    "miss": ":material/error: **Misses, not explained**",
    "shown": ":material/visibility: **Shown, not scored**",
}
UNITS = {
    "strength_pct": "points", "strength_loss_pct": "points", "dvo2_pct": "points", "soreness_change_pct": "points",
}  # fmt: skip
COMPARED = {"shape": "error of the shape", "level": "largest error", "range": "furthest from the range"}


@functools.cache
def _checks() -> tuple[tuple[Check, tuple[FitPanel, ...]], ...]:
    """Return every published table held against the model, drawn; nobody's data, so once per server."""
    return tuple((check, fit_panels(check)) for check in run_checks())


def _group(check: Check) -> str:
    if check.status == "shown":
        return SHOWN
    return TUNED if check.dataset.tuned else UNTUNED


def show(tables: tuple[Dataset, ...], place: DeltaGenerator) -> None:
    """Show the published tables beside the model: all of a group, or the hits of a search."""
    with st.spinner("Holding the published tables against the model …"):
        checked = _checks()
    wanted = {table.id for table in tables}
    chosen = [pair for pair in checked if pair[0].dataset.id in wanted]
    if not state.evidence.searched():
        _summary([check for check, _ in checked])
        group = place.selectbox("Tables", GROUPS, key="evidence_group", persist_state="session")
        chosen = [pair for pair in chosen if _group(pair[0]) == group]
    chosen.sort(key=lambda pair: pair[0].status not in MISSED)
    misses = sum(check.status in MISSED for check, _ in chosen)
    st.caption(
        f"Tables: {len(chosen)}, of them missed: {misses}, those first. Line: the model's median; band: its 80 % "
        "range. Filled dot: a published mean inside the band; hollow diamond: outside; thick line: a published range."
    )
    half = (len(chosen) + 1) // 2
    for column, part in zip(st.columns(2), (chosen[:half], chosen[half:]), strict=True):
        with column:
            for check, panels in part:
                _card(check, panels)
    _table([check for check, _ in chosen])


def _summary(checks: list[Check]) -> None:
    """Say how many published means lie inside the bands, for tables that the model never saw."""
    shares = untuned_shares(checks)
    # A share stays on one line.
    whole = {of: str(share).replace(" ", "\u00a0") for of, share in shares.items() if share.total}
    said = ", ".join(f"{of} **{share}**" for of, share in whole.items())
    tuned = [of for of, share in shares.items() if not share.total]
    unseen = f" No table was left unseen of: {', '.join(tuned)}." if tuned else ""
    st.markdown(
        f"Published means inside the model's 80 % range, over tables that it was **not** tuned on: {said}.{unseen} "
        f"The goal is {100 * COVERAGE_GOAL:.0f} %. It is a weak test: the mean of 10 to 40 people lies inside a range "
        "between people almost whatever the model, as long as it leans to no side."
    )
    _daily_logs()


def _daily_logs() -> None:
    """Show how the next morning of real people was forecast, which is the harder test."""
    logs = daily_logs()
    st.markdown(
        "**Mornings of real people.** Each morning forecast from the days before it, against the best of three simple "
        f"forecasts (the last rating, the own mean, between the two). Model {logs[0].model}, measured "
        f"{logs[0].measured}; the model's constants were chosen with these logs in view, so they are no proof for "
        "other people."
    )
    rows = {
        "Log": [each.what for each in logs],
        "People": [f"{each.people}" for each in logs],
        "Mornings forecast": [f"{each.mornings:,}" for each in logs],
        # Few columns, so that a phone has room for them all.
        "Error (best simple one), points": [f"{each.rmse:.2f} ({each.rmse_simple:.2f})" for each in logs],
        "Inside 80 % (50 %) range": [f"{100 * each.inside80:.0f} % ({100 * each.inside50:.0f} %)" for each in logs],
    }
    st.table(pd.DataFrame(rows).set_index("Log"))
    for miss in filter(None, (each.miss for each in logs)):
        st.markdown(f":material/error: **Known to miss.** {escaped(limits()[miss].what)}")


def _card(check: Check, panels: tuple[FitPanel, ...]) -> None:
    table = check.dataset
    with st.container(border=True, key=f"fit_{table.id}"):
        st.markdown("\n\n".join(_card_lines(check)))
        for panel in panels:
            st.caption(panel.title)
            elements.figure(panel.figure, key=f"fit_{table.id}_{panel.title}")
        with st.expander("How it was measured, read and expressed"):
            st.markdown(
                "\n\n".join(escaped(each) for each in (table.protocol, table.expressed_why, table.note) if each)
            )
            st.markdown(f"Source: {escaped(table.source)}")


def _card_lines(check: Check) -> list[str]:
    """Return the words of a card: what it is, how far off, which orderings hold, and why a miss stands."""
    table = check.dataset
    facts = [STATUS[check.status]]
    if check.error is not None and table.tolerance is not None:
        unit = f" {UNITS[table.quantity]}" if table.quantity in UNITS and table.compares != "shape" else ""
        facts.append(f"{COMPARED[table.compares]} {check.error:.2g}{unit}, tolerance {table.tolerance:g}")
    shares = {"means inside": check.coverage, "on 0 to 10": check.level_coverage}
    facts += [f"{name}: {share}" for name, share in shares.items() if share.total]
    if table.n:
        facts.append(f"{table.n} people")
    lines = [f"**{escaped(table.name)}** · `{table.id}` {source(table.id, LINK)}", " · ".join(facts)]
    if check.outcomes:
        lines.append(
            NEW_LINE.join(f"{_mark(each.holds)} {escaped(_plain_rule(each.words))}" for each in check.outcomes)
        )
    if check.status == "shown":
        lines.append(escaped(" ".join((table.protocol, *table.checks))))
    elif check.explanation:
        lines.append(f"Why: {escaped(check.explanation)}")
    return lines


def _plain_rule(rule: str) -> str:
    """Return an ordering without the names that code uses."""
    return rule.replace("strength_pct", "strength, %").replace("dvo2_pct", "running cost, %")


def _mark(holds: bool) -> str:
    return ":material/check: holds:" if holds else ":material/close: **fails**:"


def _table(checks: list[Check]) -> None:
    """Offer the same as a table."""
    if st.toggle("Show as a table", key="evidence_table"):
        rows = pd.DataFrame([check.as_row() for check in checks]).drop(columns=["explanation"])
        st.dataframe(rows, hide_index=True, alt=f"{len(rows)} published tables with error, coverage and status.")
        points = pd.DataFrame(fit_table(checks))
        st.dataframe(points, hide_index=True, alt=f"{len(points)} published numbers beside the model's.")
