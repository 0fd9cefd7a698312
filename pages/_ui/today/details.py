"""The closer looks under the chart: options, how long and how hard, what would help, tips."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from legrun import charts
from legrun.answering import HORIZON_H, Answer
from legrun.decision.outlook import Window
from legrun.scenario import Session
from legrun.scenario.names import VERDICT_PHRASES, VERDICTS
from legrun.wording.levers import effect_words, grade_words, hard_again_words
from legrun.wording.reverse import goal_words, reverse_sentence
from legrun.wording.rounding import capitalised, effort_text, lowered
from legrun.wording.score import rounded_score
from legrun.wording.times import part_of_day
from legrun.wording.unrated import is_estimate
from legrun.wording.verdict import open_sentence
from pages._ui.shared import elements, width
from pages._ui.shared.links import source, sources

if TYPE_CHECKING:
    from legrun.alternatives.levers import Lever
    from legrun.alternatives.options import Option

__all__ = ["closer_looks"]

NAMES = ("Options", "How long, how hard", "What would help", "For this run", "Chances by day")
# Goals to stay ready for: minutes, effort and hour of a usual session of its kind.
GOALS = {"A long run": ("long", 120, 4, 9), "Intervals": ("intervals", 48, 8, 18), "A tempo run": ("tempo", 40, 6, 18)}
MORNING = "The morning after"
# Whether an option lies within the limits, where that is not known.
LIKELY, OPEN = "likely", "if today's trouble is over"


def closer_looks(answer: Answer) -> None:
    """Offer the closer looks; only the one that is asked for is made."""
    looks = dict(zip(NAMES, (_options, _grid, _levers, _tips, _chances), strict=True))
    # A row of radio buttons wraps on a phone, where tabs would run out of the screen.
    chosen = st.radio("Look closer", NAMES, horizontal=True, key="look", persist_state="session")
    looks[chosen](answer)


def _options(answer: Answer) -> None:
    """Show the options at the run's time in one table, on a phone in a list, with the one to take marked."""
    some, now = answer.options, answer.scenario.now
    if not some:
        return
    from legrun.alternatives.options import recommended  # with the options: after the chart was sent

    ours, rest = recommended(some, answer.for_plan), some[0]
    within = OPEN if open_sentence(answer.for_plan, now) else LIKELY if is_estimate(answer.scenario) else "yes"
    rows = [_option_row(option, rest, now, within, marked=option is ours) for option in some]
    with width.wide("options"):
        elements.text_table(rows)
    with width.narrow("options"):
        st.markdown("\n".join(_option_line(row) for row in rows))
    reliefs = {option.relief for option in some if option.relief}
    moving = f" Moving {lowered(min(reliefs))}" if reliefs else ""
    st.caption(
        ":material/star: this run, changed as above where it is too much; else what surely fits. Recovery and soreness "
        f"are those of {part_of_day(rest.morning, now)}, to the point, with the range of four in five. All options use "
        f"the same simulated people. Training load: minutes × effort.{moving}"
    )
    sources(options="load and cost of each")


def _option_row(option: Option, rest: Option, now: dt.datetime, within: str, *, marked: bool) -> dict[str, str]:
    """Return the row of an option; its difference is that of the numbers shown, `within` says that it fits."""
    session, sore = option.session, option.soreness
    low, median, high = (rounded_score(each, 1) for each in _ends(option))
    difference = median - rounded_score(rest.recovery.median, 1)
    name = f"**:material/star: {option.name}**" if marked else option.name
    return {
        "Option": f"{name}, {session.minutes:.0f} min at effort {effort_text(session.rpe)}" if session else name,
        "Within the limits": (within if session else "yes") if option.fits else option.why_not,
        "Recovery": f"**{median}**\u00a0({low}\u00a0to\u00a0{high})",
        "Against rest": "" if session is None else f"{difference:+d}".replace("-", "−") if difference else "same",
        "Soreness": f"{sore.median:.1f}\u00a0({sore.low80:.1f}\u00a0to\u00a0{sore.high80:.1f})",
        "Hard running": _back(option.hard, now),
        "Load": f"{option.load_au:.0f}",
    }


def _option_line(row: Mapping[str, str]) -> str:
    """Return the row of an option as an entry of a list."""
    cells = dict(row)
    name, limit = cells.pop("Option"), cells.pop("Within the limits")
    told = capitalised(", ".join(f"{column.lower()} {cell}" for column, cell in cells.items() if cell))
    said = {"yes": "", LIKELY: "Likely within the limits.", OPEN: f"Within the limits {OPEN}."}.get(limit, limit)
    return f"- {name}. {said}  \n:small[{told}]"


def _ends(option: Option) -> tuple[float, float, float]:
    return option.recovery.low80, option.recovery.median, option.recovery.high80


def _back(window: Window | None, now: dt.datetime) -> str:
    if window is None:
        return "no date yet"
    return part_of_day(window.likely, now) if window.likely else "not within this week"


def _goal(answer: Answer) -> Session | None:
    """Ask what to stay ready for."""
    now = answer.scenario.now
    columns = st.columns(2)
    ahead = [s for s in answer.scenario.sessions if s.kind == "run" and s.start > answer.for_plan.at]
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


def _grid(answer: Answer) -> None:
    """Show how long and how hard, and answer the reverse question."""
    goal, now = _goal(answer), answer.scenario.now
    last = now + dt.timedelta(hours=HORIZON_H)
    looked_at = goal is None or answer.for_plan.at < goal.start <= last
    grid = answer.grid(ready_for=goal) if looked_at else None
    if grid is None and goal is None:
        st.caption("The morning after your run lies beyond this week. Choose an earlier run.")
        return
    if grid is None:
        st.caption("That time does not lie between your run and the end of this week. Choose another one.")
        return
    words = goal_words(goal, now) if goal else ""
    st.markdown(f"**{reverse_sentence(grid, answer.for_plan, answer.scenario, words)}**")
    if answer.for_plan.no_dates:
        return
    elements.figure(charts.grid_figure(grid), key="grid")
    dot = "" if grid.needed == VERDICTS[0] else f" Dot: leaves you ready for {VERDICT_PHRASES[grid.needed]}."
    st.caption(
        f"Colour: the verdict {part_of_day(grid.ready_at, now)} after such a run. Outlined: within the limits at the "
        f"run's time; faint: too much then.{dot} Diamond: your planned run."
    )
    sources(caps="limits of a run")


def _levers(answer: Answer) -> None:
    """Show each lever with its effect, its evidence and one line why; two columns, one on a phone."""
    from legrun.alternatives.options import morning_after  # with the levers: after the chart was sent

    half, morning = -(-len(answer.levers) // 2), morning_after(answer.for_plan.at)
    when = part_of_day(morning, answer.scenario.now)
    for column, levers in zip(st.columns(2), (answer.levers[:half], answer.levers[half:]), strict=True):
        column.markdown("\n\n".join(_lever_words(lever, when) for lever in levers))
    st.caption(
        "Each effect compares the same simulated people with and without it: points between their middle recoveries, "
        "as in Options, with the range of each person's own. Nobody has studied them combined."
    )
    sources(levers="size of each effect")


def _lever_words(lever: Lever, when: str) -> str:
    grade = grade_words(lever)
    effects = " ".join(filter(None, (effect_words(lever, when), hard_again_words(lever))))
    why = " ".join(filter(None, (lever.why, lever.caveat)))
    return f"**{lever.name}** :small[:gray[{grade}]]  \n{effects}  \n:small[{why}]"


def _tips(answer: Answer) -> None:
    """Show the claims of two popular articles that fit, each with its grade."""
    for tip in answer.tips:
        icon = ":material/do_not_disturb_on:" if tip.against else ":material/check:"
        st.markdown(f"{icon} **{tip.text}** :small[:gray[{tip.grade}] {source(f'claim-{tip.claim}')}]  \n{tip.why}")
    if not answer.tips:
        st.markdown("The two articles say nothing about this situation that goes beyond the card above.")


def _chances(answer: Answer) -> None:
    """Show how likely each verdict is along the week."""
    if answer.for_plan.no_dates:
        st.markdown(
            "Nobody knows when what holds you back is over, so no chances are named by day: check again each day."
        )
        return
    elements.figure(charts.chances_figure(answer), key="chances")
    st.caption("Share of people with these inputs at each verdict, hour by hour; the rules count too.")
