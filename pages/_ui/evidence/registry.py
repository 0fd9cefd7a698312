"""The Evidence page: claims, constants and studies, to search, filter and take along."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import get_args

import numpy as np
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from legrun.evidence import READ_AS, Claim, Constant, Study, cited
from legrun.evidence.export import claims_csv, constants_csv, limits_csv, studies_bibtex
from legrun.evidence.grades import Grade
from legrun.evidence.parameters import FactKind, Strength
from legrun.evidence.search import Hits, claim_name, find
from legrun.wording.markdown import escaped
from legrun.wording.rounding import MINUS
from pages._ui import state
from pages._ui.shared.links import source

__all__ = [
    "CLAIMS",
    "CONSTANTS",
    "FIT",
    "LIMITS",
    "STUDIES",
    "downloads",
    "look_up",
    "show_claims",
    "show_constants",
    "show_studies",
]

CLAIMS, CONSTANTS, FIT = "What the articles say", "What the model uses", "How well it fits"
LIMITS, STUDIES = "Limits and care", "Studies"
PARTS = (CLAIMS, CONSTANTS, FIT, LIMITS, STUDIES)
# Always beside the word itself.
GRADE_ICONS: Mapping[Grade, str] = {
    "supported": ":material/check_circle:",
    "mostly supported": ":material/check:",
    "mixed": ":material/contrast:",
    "plausible": ":material/help:",
    "no evidence": ":material/do_not_disturb_on:",
    "contradicted": ":material/cancel:",
    "not graded": ":material/more_horiz:",
}
KIND_ICONS: Mapping[FactKind, str] = {
    "measured": ":material/straighten:",
    "fitted": ":material/timeline:",
    "our judgement": ":material/balance:",
}
GROUPS = {
    "leg_dose": "Leg dose of a leg day",
    "leg_soreness": "Soreness after a leg day",
    "leg_fatigue": "Leg strength lost after a leg day",
    "run_soreness": "Soreness after a run",
    "run_fatigue": "Leg strength lost after a run",
    "running_cost": "What running costs on tired legs",
    "protection": "Protection by the last leg day",
    "clock": "Recovery clock: sleep and age",
    "habits": "Recovery habits and alcohol",
    "rating": "What a soreness rating does",
    "ensemble": "How much people differ",
    "bands": "Least width of the ranges",
    "score": "Recovery score",
    "zones": "Zones of the score",
    "gates": "Gates: rules that lower a verdict",
    "caps": "Limits in minutes and effort",
    "windows": "When more is likely",
    "options": "Options side by side",
    "levers": "What would help",
    "notice": "What is pointed out",
    "tips": "Tips for a run",
    "history": "What a log is taken for",
    "log": "Reading logs: what is estimated",
    "trend": "Months of a log",
    "calibration": "A person's own response",
    "roster": "A coach's morning",
    "compare": "Scenarios side by side",
    "planner": "Arranging a week",
    "bout": "Sessions recorded in parts",
    "leg_load": "What other sport and walks load on the legs",
    "habituation": "Being used to leg days",
    "intensity": "Heart rate and pace beside effort",
    "vdot": "Pace from a race time",
    "plan": "What a coach's plan leaves unsaid",
    "usual": "A person's own usual",
    "return": "The way back after an illness, an injury or time away",
    "score_log": "How well a person has been forecast",
    "handout": "Handouts",
    "compute": "Working it out quickly",
}
# The link of an entry to itself, to keep or to send.
LINK = ":material/link:"
# Scales are units too, but nobody says "7.5 0-10".
SCALES = {"0-10": "of 10", "0-100": "of 100", "CR10": "of 10 (CR10)"}
# A new line within a paragraph of Markdown.
NEW_LINE = "  \n"
# So few entries need no folding.
FEW = 30


def _counts(hits: Hits) -> dict[str, int]:
    parts = (hits.claims, hits.constants, hits.datasets, hits.limits, hits.studies)
    return dict(zip(PARTS, map(len, parts), strict=True))


def _turn_to_hits() -> None:
    """Go to a part with hits, unless the present one has some."""
    counts = _counts(find(state.evidence.searched()))
    if not counts.get(state.evidence.part() or CLAIMS):
        state.evidence.turn_to(next((part for part, count in counts.items() if count), CLAIMS))


def look_up() -> tuple[Hits, str, tuple[DeltaGenerator, DeltaGenerator]]:
    """Ask which part to show and what to look for.

    Returns
    -------
    tuple
        The hits, the part, and two places for its filters beside the search.
    """
    if state.evidence.part() is None:
        _turn_to_hits()
    key = state.evidence.PART
    part = st.radio("Part", PARTS, horizontal=True, key=key, persist_state="session", label_visibility="collapsed")
    search, *places = st.columns([4, 3, 3], vertical_alignment="bottom")
    search.text_input(
        "Search",
        key=state.evidence.SHOW,
        bind="query-params",
        on_change=_turn_to_hits,
        icon=":material/search:",
        placeholder="sleep, foam rolling, chen_2008 …",
        help="Words, all of which have to be met, or the name of a constant, a study or a table. The address keeps it.",
    )
    text = state.evidence.searched()
    hits = find(text)
    if text:
        counts = ", ".join(f"{count} in “{name.lower()}”" for name, count in _counts(hits).items() if count)
        row = st.container(horizontal=True, vertical_alignment="center")
        row.text(f"“{text}”: {counts}." if counts else f"Nothing matches “{text}”.")
        row.button("Show everything", on_click=state.evidence.clear_search, key="evidence_clear", type="tertiary")
    return hits, part or CLAIMS, (places[0], places[1])


def downloads() -> None:
    """Offer the registry as files."""
    files: tuple[tuple[str, Callable[[], str], str, str], ...] = (
        ("Constants, CSV", constants_csv, "legrun_constants.csv", "text/csv"),
        ("Claims, CSV", claims_csv, "legrun_claims.csv", "text/csv"),
        ("Studies, BibTeX", studies_bibtex, "legrun_studies.bib", "application/x-bibtex"),
        ("Limits, CSV", limits_csv, "legrun_limits.csv", "text/csv"),
    )
    row = st.container(horizontal=True)
    for label, make, name, mime in files:
        row.download_button(
            label, make, file_name=name, mime=mime, on_click="ignore", key=name, icon=":material/download:"
        )


def _in_columns(blocks: Sequence[str]) -> None:
    """Draw blocks of text down two columns; on a phone one follows the other in the same order."""
    half = (len(blocks) + 1) // 2
    for column, part in zip(st.columns(2, gap="large"), (blocks[:half], blocks[half:]), strict=True):
        if part:
            column.markdown("\n\n".join(part))


def _sources(keys: tuple[str, ...], where: str) -> str:
    """Return the studies as cited, each with how it was read and a link to it."""
    named = (f"{source(study.key, escaped(study.plain))} ({READ_AS[study.read]})" for study in cited(keys, where))
    return "; ".join(named)


def _filter(place: DeltaGenerator, label: str, choices: Iterable[str], key: str, *, of: int) -> list[str]:
    """Ask which of some kinds to show; none means all, and so few that they can be seen at once are not asked about."""
    if of <= FEW:
        return []
    return place.multiselect(label, list(choices), key=key, persist_state="session", placeholder="All")


def _intro(words: str) -> None:
    """Say what a part is about, unless something is looked for in it."""
    if not state.evidence.searched():
        st.markdown(words)


def show_claims(hits: tuple[Claim, ...], place: DeltaGenerator) -> None:
    """Show what the articles say, each claim with its grade."""
    _intro(
        "Two popular articles make 35 claims about running after leg day. Each has a sentence on what is known and, "
        "where there are any, a grade and the studies behind it, with how we read them."
    )
    wanted = _filter(place, "Grade", get_args(Grade), "evidence_grades", of=len(hits))
    shown = [claim for claim in hits if not wanted or claim.grade in wanted]
    st.caption(f"{len(shown)} of {len(hits)} claims")
    _in_columns([_claim(claim) for claim in shown])


def _claim(claim: Claim) -> str:
    nuance = f" · {escaped(claim.qualifier)}" if claim.qualifier else ""
    basis = _sources(claim.studies, claim_name(claim)) or "no study was read"
    ours = " Graded by our judgement." if claim.basis == "our judgement" and claim.grade != "not graded" else ""
    lines = (
        f"**{claim.id}. {escaped(claim.claim)}** {source(claim_name(claim), LINK)}",
        f"{GRADE_ICONS[claim.grade]} **{claim.grade.capitalize()}**{nuance}",
        f"{escaped(claim.verdict)}{ours}",
        f":small[{basis}]",
    )
    return NEW_LINE.join(lines)


def show_constants(hits: tuple[Constant, ...], left: DeltaGenerator, right: DeltaGenerator) -> None:
    """Show every number of the model with its range, its effect and its sources."""
    _intro(
        "Every number of the model, with its plausible range. Most are **our judgement**: no study gives them, and "
        "they say so. The strength is that of the evidence behind the value."
    )
    kinds = _filter(left, "Kind of fact", get_args(FactKind), "evidence_kinds", of=len(hits))
    strengths = _filter(right, "Strength", get_args(Strength), "evidence_strengths", of=len(hits))
    kinds, strengths = kinds or list(get_args(FactKind)), strengths or list(get_args(Strength))
    shown = [each for each in hits if each.kind in kinds and each.strength in strengths]
    st.caption(f"{len(shown)} of {len(hits)} constants")
    # The registry's files each hold some of a group.
    for group, members in itertools.groupby(sorted(shown, key=_place), key=_group):
        blocks = [_constant(each) for each in members]
        title = GROUPS[group]
        if len(shown) <= FEW:
            st.markdown(f"#### {title}")
            _in_columns(blocks)
        else:
            with st.expander(f"{title} ({len(blocks)})", expanded=bool(state.evidence.searched())):
                _in_columns(blocks)


def _group(each: Constant) -> str:
    return each.key.split(".")[0]


def _place(each: Constant) -> int:
    return list(GROUPS).index(_group(each))


def _number(value: float) -> str:
    """Return a number as the registry holds it, to seven digits and never as a power of ten."""
    if value.is_integer():
        return f"{value:,.0f}".replace("-", MINUS)
    return np.format_float_positional(value, precision=7, fractional=False, trim="-").replace("-", MINUS)


def _constant(each: Constant) -> str:
    unit = f" {escaped(SCALES.get(each.unit, each.unit))}" if each.unit else ""
    span = f"range {_number(each.low)} to {_number(each.high)}" if each.low < each.high else "fixed"
    strength = "no study gives this number" if each.strength == "none" else f"evidence: {each.strength}"
    sources = _sources(each.studies, each.key)
    lines = (
        f"**{_number(each.value)}{unit}** ({span}) · `{each.key}` {source(each.key, LINK)}",
        escaped(each.what),
        f"{KIND_ICONS[each.kind]} **{each.kind.capitalize()}** · {strength}",
        *([f":small[{sources}]"] if sources else []),
    )
    return NEW_LINE.join(lines)


def show_studies(hits: tuple[Study, ...], place: DeltaGenerator) -> None:
    """Show the studies with their findings and how they were read."""
    _intro(
        "What was read, in our own words. **Read in abstract** means the abstract or an excerpt, not the whole paper; "
        "**second-hand** means quoted by someone else; **from memory** means recalled, and the number may be off."
    )
    names = {words: key for key, words in READ_AS.items()}
    wanted = {names[words] for words in _filter(place, "How it was read", names, "evidence_reads", of=len(hits))}
    shown = [study for study in hits if not wanted or study.read in wanted]
    st.caption(f"{len(shown)} of {len(hits)} studies")
    _in_columns([_study(study) for study in shown])


def _study(study: Study) -> str:
    facts = (escaped(study.population), f"**{READ_AS[study.read].capitalize()}**", escaped(study.note))
    address = [f"[{escaped(study.doi or study.url_id)}]({study.url})"] if study.url else []
    lines = (
        f"**{escaped(study.plain)}** · `{study.key}` {source(study.key, LINK)}",
        escaped(study.finding),
        f":small[{' · '.join(filter(None, (*facts, *address)))}]",
    )
    return NEW_LINE.join(lines)
