"""Evidence: every constant, claim and check, with its source and grade, and where all of it stops."""

import streamlit as st

from pages._ui.evidence import limits_and_safety, model_fit, registry
from pages._ui.shared import shell

shell.draw_shell("Evidence")
st.header("Evidence", anchor=False)
st.markdown(
    "What legrun is based on, how well it fits published results, and where it is off. Half of the studies had 15 "
    "people or fewer in them; most thresholds are our judgement."
)
hits, part, filters = registry.look_up()
if part == registry.CLAIMS:
    registry.show_claims(hits.claims, filters[0])
elif part == registry.CONSTANTS:
    registry.show_constants(hits.constants, *filters)
elif part == registry.FIT:
    model_fit.show(hits.datasets, filters[0])
elif part == registry.LIMITS:
    limits_and_safety.show(hits.limits)
else:
    registry.show_studies(hits.studies, filters[0])
st.divider()
registry.downloads()
shell.draw_footer()
