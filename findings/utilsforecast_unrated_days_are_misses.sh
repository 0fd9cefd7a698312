#!/usr/bin/env bash
# A day that nobody rated counts as a miss of the band: 90 % of the rated days inside reads as 60 %.
#
# Version: utilsforecast 0.2.17 (the scores of statsforecast, mlforecast and neuralforecast).
# Who meets it: whoever scores a band of soreness, wellness or resting pulse against a diary with gaps. The mean absolute
# error of the same module leaves the empty days out, the coverage counts them, so an honest band looks far too narrow.
# legrun scores rated mornings alone (legrun/calibration, tests/calibration).
# Behaviour: NaN is not between the two ends, so it is "outside", and the row stays in the number that it is divided by.
# Guess, written down first: a row whose actual is NaN is left out.
# Seen, nine of ten ratings inside and five days without one: coverage 0.60 and not 0.90; the mean absolute error is 1.08
# with and without the empty days.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check utilsforecast==0.2.17 pandas==3.0.6 numpy==2.4.6
cat > look.py <<'PY'
import numpy as np
import pandas as pd
from utilsforecast.losses import coverage, mae

ratings = [3, np.nan, 2, 4, np.nan, 3, 3, np.nan, 2, 4, np.nan, 3, 8, np.nan, 2]
days = pd.DataFrame({"unique_id": "legs", "ds": range(15), "y": ratings})
days = days.assign(**{"model": 2.8, "model-lo-90": 1.0, "model-hi-90": 5.0})
for name, table in (("whole diary", days), ("rated days", days.dropna(subset="y"))):
    share = coverage(table, models=["model"], level=90)["model"].item()
    error = mae(table, models=["model"])["model"].item()
    print(f"{name}: coverage {share:.2f}, mean absolute error {error:.2f}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='whole diary: coverage 0.60, mean absolute error 1.08
rated days: coverage 0.90, mean absolute error 1.08'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
