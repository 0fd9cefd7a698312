"""What the evidence cannot say, what legrun misses, and who should ask a person instead."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from legrun.decision.safety import CLINICIAN_FIRST, LASTING, SORE_OR_HURT, STOP
from legrun.evidence import cited
from legrun.evidence.limits import Limit
from legrun.wording.markdown import escaped
from pages._ui import state
from pages._ui.shared.links import source

__all__ = ["show"]

PRIVACY = (
    "What you enter and upload stays with this visit and is gone when it ends: nothing is written to disk unless you "
    "ask legrun to remember it, nothing is sent to another machine. No statistics are collected.",
    "Once asked, legrun keeps one file until you press Forget; Log says where it lies and how big it is.",
    "Uploaded files and everything worked out from them are kept for your visit alone; no other visitor sees them.",
    "A link holds the scenario (times, minutes, efforts, soreness, sleep), never names, notes or what feels wrong. "
    "Browsers keep addresses, and so may a proxy between you and a team's server.",
    "Whoever runs the server can see that you visit it, as with any site.",
)


def show(limits: tuple[Limit, ...]) -> None:
    """Show the limits, and unless a search asks for them alone, clinicians, red flags and privacy."""
    _limits("What the evidence cannot support", [each for each in limits if each.kind == "cannot"])
    _limits("What legrun is known to miss", [each for each in limits if each.kind == "miss"])
    if state.evidence.searched():
        return
    _clinician()
    _red_flags()
    st.subheader("Privacy", anchor=False)
    st.markdown("\n".join(f"- {each}" for each in PRIVACY))


def _limits(title: str, limits: list[Limit]) -> None:
    if not limits:
        return
    st.subheader(title, anchor=False)
    st.markdown("\n".join(_limit(each) for each in limits))


def _limit(each: Limit) -> str:
    tables = ", ".join(source(name, escaped(name)) for name in each.datasets)
    studies = ", ".join(source(study.key, escaped(study.tagged)) for study in cited(each.studies, each.id))
    shown = "; ".join(filter(None, (tables, studies)))
    return f"- **{escaped(each.title)}.** {escaped(each.what)}" + (f" :small[{shown}]" if shown else "")


def _clinician() -> None:
    st.subheader("Who should ask a clinician first", anchor=False)
    st.markdown("\n".join(f"- {each}" for each in CLINICIAN_FIRST))
    st.markdown(
        "Don't take anti-inflammatory pills in order to run, least of all dehydrated (our judgement): they hide what "
        "pain tells and strain the kidneys."
    )


def _red_flags() -> None:
    st.subheader("Stop, whatever any score says", anchor=False)
    for sign, advice in STOP.values():
        st.error(f"**{sign}.** {advice}", icon=":material/emergency:")
    st.warning(LASTING, icon=":material/medical_information:")
    st.markdown("Sore muscles and what is not, side by side. It is general information, not a diagnosis.")
    rows = pd.DataFrame(SORE_OR_HURT, columns=["", "Sore muscles", "More than that"]).set_index("")
    st.table(rows)
