#!/usr/bin/env bash
# A week of three days so far gets a monotony and a strain of its own, in the same table as whole weeks.
#
# Version: acwr 0.1.1.
# Who meets it: whoever shows Foster's weekly strain on a Wednesday. The newest week always looks easy, since its total is of
# three days, while its monotony is as high as ever. legrun leaves the week in progress empty (legrun/trends/load.py).
# Behaviour: weekly_blocks keeps the unfinished week; n_days says 3, monotony and strain are numbers.
# Guess, written down first: weeks that are not whole are left out, or have no monotony.
# Seen: 7 days 341, 3 days 164.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check acwr==0.1.1 pandas==3.1.1
cat > look.py <<'PY'
import acwr
import pandas as pd

loads = [100, 0, 50, 0, 80, 0, 120, 60, 0, 90]
blocks = acwr.weekly_blocks(pd.Series(loads, index=pd.date_range("2026-03-02", periods=10), dtype=float))
for _, week in blocks.iterrows():
    print(int(week.n_days), "days, strain", round(week.strain))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='7 days, strain 341
3 days, strain 164'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
