"""A planned week on the page: its picture, its verdicts, what the arranger found, why here, what to take along."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from legrun.charts import VERDICT_NAMES, calendar_figure, places_figure, week_figure, week_table, week_words
from legrun.evidence import claims
from legrun.report import plan_csv, plan_html, plan_ics
from legrun.scenario import PlanItem, Scenario
from legrun.week.arrange import Arrangement, arrange
from legrun.week.plan import WeekPlan, called, sent_to_today
from legrun.week.review import Agenda, Entry, agenda, gains
from legrun.week.starts import places
from legrun.wording.words import rounded_score
from pages._ui.shared import elements as show
from pages._ui.shared import shell
from pages._ui.shared.links import sources
from pages._ui.state import plan as kept_plan
from pages._ui.state import visit as state
from pages._ui.today import sharing

__all__ = ["arranger", "chart", "clashes", "picture", "problems", "take_along", "verdicts", "why_here"]

STRENGTH_CLAIM = 27
VERDICT_COLUMNS = {
    "Start": st.column_config.TextColumn(width=85, pinned=True),
    "Session": st.column_config.TextColumn(width=105),
    "Plan": st.column_config.TextColumn(width=115),
    "Verdict": st.column_config.TextColumn(width=85),
    "Recovery": st.column_config.ProgressColumn(min_value=0, max_value=100, format="%d", width=95),
    "Range": st.column_config.TextColumn(width=75),
    "So": st.column_config.TextColumn(width=205),
    "Why": st.column_config.TextColumn(width=330),
}


@dataclass(frozen=True)
class _Card:
    """One of the arranger's plans, ready to be shown."""

    plan: WeekPlan
    clashes: tuple[str, ...]
    moved: tuple[str, ...]
    gains: pd.DataFrame


def picture(found: Agenda) -> None:
    """Draw the calendar."""
    show.figure(calendar_figure(found), key="plan_calendar")


def clashes(found: Agenda) -> None:
    """Name every clash; say so where there is none."""
    over = [entry for entry in found.entries if entry.fits is False]
    if found.clashes:
        with st.expander(_clash_words(found), icon=":material/warning:", expanded=True):
            st.markdown("\n".join(f"- {clash.text}" for clash in found.clashes))
    elif over:
        st.info(f"No rule is broken. {_over_words(over)}", icon=":material/info:")
    elif any(entry.is_run for entry in found.entries):
        st.success("Every run fits on its day.", icon=":material/check_circle:")


def _clash_words(found: Agenda) -> str:
    count = len(found.clashes)
    runs = len({entry.item for entry in found.entries if entry.clashes})
    return f"{count} {'clash' if count == 1 else 'clashes'} at {runs} {'run' if runs == 1 else 'runs'}"


def _over_words(over: Sequence[Entry]) -> str:
    said = [f"{called(e.session)} on {e.session.start:%A}: {e.told[0].lower()}{e.told[1:]}." for e in over]
    return " ".join(said)


def problems(found: Sequence[str]) -> None:
    """Name the rows that make no session; the others stand."""
    if found:
        with st.container(border=True):
            st.markdown(":material/error: These rows are left out until they are whole:")
            for each in found:
                st.text(each)


def verdicts(found: Agenda) -> None:
    """Show what every session meets at its own start."""
    st.subheader("At the start of each session", anchor=False)
    st.dataframe(
        pd.DataFrame([_verdict_row(entry) for entry in found.entries]),
        hide_index=True,
        column_config=VERDICT_COLUMNS,
        alt="Every session with its verdict, recovery and range, whether it fits, and what holds it back.",
    )
    second = any(entry.week for entry in found.entries)
    note = "Judged in the worse of two weeks in a row, here the second where it is worse. " if second else ""
    claim = claims()[STRENGTH_CLAIM]
    st.caption(f"{note}Why leg day stays in a runner's week: {claim.verdict} ({claim.grade}.)")
    named = {f"claim-{STRENGTH_CLAIM}": "leg day in a runner's week", "gates": "rules", "caps": "limits"}
    sources(**named, planner="the arranger")


def _verdict_row(entry: Entry) -> dict[str, object]:
    session, advice = entry.item.session, entry.advice
    told: dict[str, object] = {
        "Start": f"{session.start:%a %H:%M}",
        "Session": ("★ " if entry.item.key else "") + called(session),
        "Plan": f"{session.minutes:.0f} min at {session.rpe:g}",
        "Verdict": "",
        "Recovery": None,
        "Range": "",
        "So": entry.told,
        "Why": "",
    }
    if advice is None or advice.score is None or advice.score_range80 is None:
        return told
    low, high = (rounded_score(edge) for edge in advice.score_range80)
    told |= {"Recovery": rounded_score(advice.score), "Range": f"{low} to {high}"}
    if entry.is_run:
        reasons = [f"{r.text} (−{r.points:.0f})" if r.points is not None else r.text for r in advice.reasons]
        told |= {"Verdict": VERDICT_NAMES[advice.verdict], "Why": ", ".join(reasons[:3])}
    return told


def arranger(plan: WeekPlan, today: Scenario, found: Agenda) -> None:
    """Offer to arrange the week, and show the best plans that were found for it as it stands."""
    row = st.container(horizontal=True, vertical_alignment="center")
    asked = row.button("Arrange it for me", icon=":material/auto_fix_high:", key="arrange")
    if kept_plan.plan_before() is not None:
        row.button("Undo", icon=":material/undo:", key="plan_undo", on_click=kept_plan.undo_plan)
    row.caption("Moves what may move to the best days. It compares every allowed week, so the best is the best.")
    if asked:
        kept_plan.keep_arranged((plan, today, *_arranged(plan, today, found)))
    kept = kept_plan.arranged()
    if kept is None or kept[:2] != (plan, today):
        return
    arrangement, cards = kept[2:]
    _found_words(arrangement, cards)
    if cards and not arrangement.is_best_already:
        for number, (column, card) in enumerate(zip(st.columns(len(cards)), cards, strict=True)):
            with column.container(border=True):
                _draw_card(number, card)


def _arranged(plan: WeekPlan, today: Scenario, found: Agenda) -> tuple[Arrangement, list[_Card]]:
    arrangement = arrange(plan, today)
    cards = []
    for each in arrangement.plans:
        after = agenda(each.plan, today)
        gained = [
            {
                "Key session" if gain.before.item.key else "Run": called(gain.before.session),
                "Now": _standing(gain.before),
                "Then": _standing(gain.after),
            }
            for gain in gains(found, after, each.moved)
        ]
        moved = tuple(_move_words(was, became) for was, became in each.moved)
        cards.append(_Card(each.plan, tuple(clash.text for clash in after.clashes), moved, pd.DataFrame(gained)))
    return arrangement, cards


def _standing(entry: Entry) -> str:
    """Return the day, recovery and verdict of a session."""
    advice = entry.advice
    score = "" if advice is None or advice.score is None else f" {rounded_score(advice.score)}"
    verdict = f", {VERDICT_NAMES[advice.verdict].lower()}" if entry.is_run and advice else ""
    return f"{entry.session.start:%a}{score}{verdict}"


def _move_words(was: PlanItem, became: PlanItem) -> str:
    return f"{called(was.session)}: {was.session.start:%A} → **{became.session.start:%A}**"


def _found_words(arrangement: Arrangement, cards: Sequence[_Card]) -> None:
    closer = " With leg days on days in a row fewer rules would be broken." if arrangement.closer_helps else ""
    if arrangement.obstacle:
        st.warning(f"{arrangement.obstacle}{closer}", icon=":material/block:")
    elif arrangement.is_best_already:
        st.success("Nothing to move: no other week is better for the key sessions.", icon=":material/verified:")
    elif cards[0].clashes or arrangement.plans[0].objective.clashes:
        left = " ".join(cards[0].clashes)
        st.warning(
            f"No allowed week keeps every rule. What cannot be met in the least bad: {left} Free a day, let another "
            f"session move, or ease one.{closer}",
            icon=":material/rule:",
        )


def _draw_card(number: int, card: _Card) -> None:
    """Draw one plan: what moved, what it gains, and a button to take it."""
    moves = f"{len(card.moved)} {'move' if len(card.moved) == 1 else 'moves'}"
    count = len(card.clashes)
    clashes = "no rule broken" if not count else "one rule broken" if count == 1 else f"{count} rules broken"
    title = "Best plan" if number == 0 else f"Plan {number + 1}"
    st.markdown(f"**{title}** · {moves}, {clashes}\n\n" + "\n".join(f"- {each}" for each in card.moved))
    if not card.gains.empty:
        st.table(card.gains.set_index(card.gains.columns[0]))
    st.button("Use this plan", key=f"use_plan_{number}", on_click=kept_plan.put_plan, args=(card.plan,))


def chart(found: Agenda, *, rested: bool) -> None:
    """Draw the week chart with all sessions, and its table."""
    answer = found.answer
    st.subheader("The curves behind it", anchor=False)
    ghost = state.ghost(answer.scenario, "plan")
    start = "The week begins" if rested else "Now"
    shown, drawn = week_figure(answer, before=answer.before(1), ghost=ghost, start=start)
    state.keep_ghost(answer.scenario, drawn, "plan")
    show.figure(shown, key="plan_week")
    if st.toggle("Show as a table", key="plan_week_table"):
        st.markdown(week_words(answer))
        st.dataframe(week_table(answer), hide_index=True, alt=shown.alt_text)


def why_here(plan: WeekPlan, today: Scenario) -> None:
    """Let a session be picked, and show its recovery at every start of the week."""
    st.subheader("Why here?", anchor=False)
    names = {number: f"{called(item.session)}, {item.session.start:%a %H:%M}" for number, item in enumerate(plan.items)}
    chosen = st.selectbox(
        "Session to look at", list(names), index=None, format_func=names.__getitem__, key="plan_why",
        placeholder="Pick a session to see what every day and time would leave it",
    )  # fmt: skip
    if chosen is None or chosen not in names:
        return
    asked = plan, chosen, today
    seen = kept_plan.seen_places()
    found = seen[1] if seen and seen[0] == asked else places(*asked)
    kept_plan.keep_places((asked, found))
    show.figure(places_figure(found), key="plan_places")
    what = "The recovery that a leg day at each start leaves at the key run it hits most" if found.of_runs else (
        "Recovery at each start"
    )  # fmt: skip
    st.caption(
        f"{what}, all other sessions where they stand; the box is where it stands now. Faint: a rule would be broken."
    )
    if st.toggle("Show as a table", key="plan_places_table"):
        rows = [
            {"Day": f"{p.start:%a %d}", "Start": f"{p.start:%H:%M}", "Recovery": rounded_score(p.recovery),
             "Verdict": VERDICT_NAMES[p.verdict], "Rule broken": p.rule}
            for p in found.places
        ]  # fmt: skip
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="Recovery, verdict and rule at every start of the week.")


def take_along(plan: WeekPlan, today: Scenario, found: Agenda) -> None:
    """Offer the plan as files and as a link, and send its next run to Today."""
    st.subheader("Take it along", anchor=False)
    row = st.container(horizontal=True)
    name = f"legrun_week_{plan.first:%Y-%m-%d}"
    for label, make, ending, mime in (
        ("Calendar", plan_ics, "ics", "text/calendar"),
        ("Table", plan_csv, "csv", "text/csv"),
        ("Page to print", plan_html, "html", "text/html"),
    ):
        row.download_button(
            f"{label} ({ending.upper()})", lambda make=make: make(found), file_name=f"{name}.{ending}", mime=mime,  # type: ignore[misc]
            on_click="ignore", key=f"plan_{ending}", icon=":material/download:",
        )  # fmt: skip
    _send(row, plan, today, found)
    if st.toggle("Show the link", key="plan_link"):
        sharing.link_to("week", found.answer.scenario if plan.stands_on(today) else today)


def _send(row: st.delta_generator.DeltaGenerator, plan: WeekPlan, today: Scenario, found: Agenda) -> None:
    run = found.next_run(max(today.now, found.answer.scenario.now) if plan.stands_on(today) else dt.datetime.min)
    if run is None:
        return
    with row:
        shell.today_button(
            f"Send {run.start:%A}'s run to Today",
            lambda: state.adopt(sent_to_today(plan, today, run), "your plan"),
            icon=":material/send:",
            key="plan_send",
            told="Today then answers for the plan's next run.",
        )
