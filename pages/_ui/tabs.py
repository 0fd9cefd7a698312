"""What stands under the chart: options, how long and how hard, what would help, tips. Only the open tab is made."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import streamlit as st

from legrun.answer import Answer
from legrun.charts import VERDICT_NAMES, grid_figure
from legrun.options import Option, goal_words, reverse_question
from legrun.outlook import Window
from legrun.scenario import Session
from legrun.words import part_of_day, rounded_score
from pages._ui import show

__all__ = ["draw_tabs"]

NAMES = ("Options for today", "How long, how hard", "What would help", "For this run")
# What to stay ready for: minutes, effort and hour of a usual session of its kind.
GOALS = {"A long run": ("long", 120, 4, 9), "Intervals": ("intervals", 48, 8, 18), "A tempo run": ("tempo", 40, 6, 18)}
MORNING = "See tomorrow morning"


def draw_tabs(found: Answer) -> None:
    """Draw the four tabs."""
    tabs = st.tabs(list(NAMES), on_change="rerun", key="tab")
    for tab, draw in zip(tabs, (_options, _grid, _levers, _tips), strict=True):
        if tab.open:
            with tab:
                draw(found)


def _options(found: Answer) -> None:
    """Show what could be done today, side by side."""
    columns = st.columns(len(found.options))
    for column, option in zip(columns, found.options, strict=True):
        with column, st.container(border=True):
            st.markdown(_option_words(option, found))
    st.caption(
        "All five from the same draws, so differences between them are real. Bike and swim load the heart and not the "
        "legs in the model (our judgement)."
    )


def _option_words(option: Option, found: Answer) -> str:
    now = found.scenario.now
    fits = ":material/check_circle: within today's limits" if option.fits else f":material/block: {option.why_not}"
    session = option.session
    told = f"{session.minutes:.0f} min, effort {session.rpe:g}" if session else "nothing added"
    recovery, sore = option.recovery, option.soreness
    low, high = rounded_score(recovery.low80), rounded_score(recovery.high80)
    lines = [
        f"**{option.name}**  \n:small[{told}]",
        fits,
        f"Recovery {part_of_day(option.morning, now)}: **{rounded_score(recovery.median)}** ({low} to {high})",
        f"Soreness {sore.median:.1f} ({sore.low80:.1f} to {sore.high80:.1f})",
        f"Hard running: {_back(option.hard, now)}",
        f"Load added: {option.load_au:.0f} AU",
    ]
    if option.relief:
        lines.append(f":small[:gray[{option.relief}]]")
    return "\n\n".join(lines)


def _back(window: Window, now: dt.datetime) -> str:
    return part_of_day(window.likely, now) if window.likely else "not within this week"


def _goal(found: Answer) -> Session | None:
    """Ask what to stay ready for."""
    now = found.scenario.now
    columns = st.columns(2)
    ahead = [s for s in found.scenario.sessions if s.kind == "run" and s.start > found.for_plan.at]
    named = {goal_words(s, now): s for s in ahead}
    chosen = columns[0].selectbox("Stay ready for", [MORNING, *named, *GOALS], key="goal", persist_state="session")
    if chosen in named:
        return named[chosen]
    if chosen == MORNING or chosen is None:
        return None
    style, minutes, rpe, hour = GOALS[chosen]
    days = {f"{day:%A}": day for day in (now.date() + dt.timedelta(days=n) for n in range(1, 7))}
    day = columns[1].selectbox("On", list(days), index=1, key="goal_day", persist_state="session")
    start = dt.datetime.combine(days[day or next(iter(days))], dt.time(hour))
    return Session("run", start, minutes, rpe, style=style)  # type: ignore[arg-type]  # a literal of the table above


def _grid(found: Answer) -> None:
    """Show how long and how hard, and answer the reverse question."""
    goal = _goal(found)
    grid = found.grid(ready_for=goal)
    if grid is None:
        return
    now = found.scenario.now
    words = goal_words(goal, now) if goal else ""
    st.markdown(f"**{reverse_question(grid, found.for_plan, found.scenario, words)}**")
    show.figure(grid_figure(grid), key="grid")
    st.caption(
        f"Colour: the verdict left {part_of_day(grid.ready_at, now)}. Dot: within the run's limits and leaves you "
        f"ready for {VERDICT_NAMES[grid.needed].lower()}. Faint: over the limit at the run's time. Diamond: your plan."
    )


def _levers(found: Answer) -> None:
    """Show each lever with its effect, its evidence and one line why."""
    rows = [
        {
            "What": lever.name,
            "Tomorrow's recovery": lever.effect_words,
            "Hard running": lever.window_words,
            "Evidence": f"{lever.grade}, {lever.strength}" if lever.effect is not None else lever.grade,
            "Why": " ".join(filter(None, (lever.why, lever.caveat))),
        }
        for lever in found.levers
    ]
    st.table(pd.DataFrame(rows).set_index("What"))
    st.caption("Effects are over the draws, each person compared with themselves. Nobody has studied them combined.")


def _tips(found: Answer) -> None:
    """Show what two popular articles say that fits, each with its grade."""
    for tip in found.tips:
        icon = ":material/do_not_disturb_on:" if tip.against else ":material/check:"
        st.markdown(f"{icon} **{tip.text}** :small[:gray[{tip.grade}]]  \n{tip.why}")
    if not found.tips:
        st.markdown("Nothing that the two articles say fits this situation better than the card above.")
