"""The floor of any app: one slider and one line of 168 hours, the chart built on each rerun as beginners do."""

import altair as alt
import numpy as np
import pandas as pd
import streamlit as st

HOURS = 168

st.set_page_config(page_title="Minimal floor", layout="wide")
soreness = st.slider("Soreness now", 0.0, 10.0, 4.0, 0.5, key="sore")
hours = np.arange(HOURS)
week = pd.DataFrame({"hour": hours, "soreness": soreness * np.exp(-hours / 48)})
line = alt.Chart(week).mark_line().encode(x="hour:Q", y=alt.Y("soreness:Q", scale=alt.Scale(domain=[0, 10])))
st.altair_chart(line.properties(height=320), key="week")
