"""What stands under the chart: options, how long and how hard, what would help, tips."""

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

__all__ = ["look_closer"]

NAMES = ("Options for today", "How long, how hard", "What would help", "For this run")
# What to stay ready for: minutes, effort and hour of a usual session of its kind.
GOALS = {"A long run": ("long", 120, 4, 9), "Intervals": ("intervals", 48, 8, 18), "A tempo run": ("tempo", 40, 6, 18)}
MORNING = "See tomorrow morning"


def look_closer(found: Answer) -> None:
    """Offer the four closer looks; none is made until it is asked for."""
    looks = dict(zip(NAMES, (_options, _grid, _levers, _tips), strict=True))
    # A row of radio buttons wraps on a phone, where tabs would run out of the screen.
    chosen = st.radio("Look closer", NAMES, index=None, horizontal=True, key="look", persist_state="session")
    if chosen is not None:
        looks[chosen](found)


def _options(found: Answer) -> None:
    """Show what could be done today, side by side; one table, which the browser redraws faster than five cards."""
    rows = [_option_row(option, found.scenario.now) for option in found.options]
    st.table(pd.DataFrame(rows).set_index("Option"))
    reliefs = {option.relief for option in found.options if option.relief}
    st.caption(
        "All five from the same draws, so differences between them are real. Bike and swim load the heart and not the "
        f"legs in the model (our judgement). {'Moving: ' + min(reliefs) if reliefs else ''}"
    )


def _option_row(option: Option, now: dt.datetime) -> dict[str, str]:
    session, recovery, sore = option.session, option.recovery, option.soreness
    told = f" · {session.minutes:.0f} min, effort {session.rpe:g}" if session else ""
    low, high = rounded_score(recovery.low80), rounded_score(recovery.high80)
    return {
        "Option": f"{option.name}{told}",
        "Today": "Within the limits" if option.fits else option.why_not,
        f"Recovery {part_of_day(option.morning, now)}": f"{rounded_score(recovery.median)} ({low} to {high})",
        "Against rest": f"{option.difference.median:+.0f} points" if session else "",
        "Soreness then": f"{sore.median:.1f} ({sore.low80:.1f} to {sore.high80:.1f})",
        "Hard running": _back(option.hard, now),
        "Load added": f"{option.load_au:.0f} AU",
    }


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
