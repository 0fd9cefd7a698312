#!/usr/bin/env bash
# A day that nobody rated, between two that somebody did, is a day without any soreness.
#
# Version: calplot 0.1.7.5, with pandas 2.3.3 and matplotlib 3.10.8.
# Who meets it: whoever draws a year of ratings as a calendar, one colour a day. A forgotten morning has the colour of the
# best one and recovery looks quicker than it was. With a rating of 0 on the first day nothing tells the two apart.
# legrun draws the ratings there are (legrun/charts).
# Behaviour: the ratings of a day are summed, and the sum of none is 0; days outside the first and the last stay blank.
# Guess, written down first: a day without an entry stays blank.
# Seen: 0, drawn as a value; blank if the mean of the day is asked for instead.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check calplot==0.1.7.5 pandas==2.3.3 matplotlib==3.10.8
cat > look.py <<'PY'
import calplot
import matplotlib
import numpy as np
import pandas as pd

matplotlib.use("Agg")
ratings = pd.Series([6.0, 4.0], index=pd.to_datetime(["2026-03-02", "2026-03-04"]))
for how in ("sum", "mean"):
    mesh = calplot.yearplot(ratings, year=2026, how=how).collections[-1]
    week = np.ma.masked_invalid(mesh.get_array()).reshape(7, -1)[::-1, 9]
    print(how, *("blank" if hidden else f"{value:g}" for value, hidden in zip(week.data, np.ma.getmaskarray(week))))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='sum 6 0 4 blank blank blank blank
mean 6 blank 4 blank blank blank blank'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
