"""Evidence: every constant, claim and check, with its source and grade, and where all of it stops."""

import streamlit as st

from pages._ui import care, evidence, fit, shell

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
