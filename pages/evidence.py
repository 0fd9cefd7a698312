"""Evidence: every constant, claim and check, with its source and grade, and where all of it stops."""

import streamlit as st

from pages._ui.evidence import limits_and_safety as care
from pages._ui.evidence import model_fit as fit
from pages._ui.evidence import registry as evidence
from pages._ui.shared import shell

shell.draw_shell("Evidence")
st.header("Evidence", anchor=False)
st.markdown(
    "What legrun stands on, how well it fits what was published, and where it is off. Most studies had 8 to 15 people "
    "in them; most thresholds are our judgement."
)
hits, part, places = evidence.look_up()
if part == evidence.CLAIMS:
    evidence.claims(hits.claims, places[0])
elif part == evidence.CONSTANTS:
    evidence.constants(hits.constants, *places)
elif part == evidence.FIT:
    fit.fit(hits.datasets, places[0])
elif part == evidence.LIMITS:
    care.care(hits.limits)
else:
    evidence.studies(hits.studies, places[0])
st.divider()
evidence.downloads()
shell.draw_footer()
