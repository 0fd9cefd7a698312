#!/usr/bin/env bash
# A sure and right forecast of "no soreness" scores worse than the worst forecast there is, since categories count from one.
#
# Version: scoringrules 0.10.0.
# Who meets it: whoever scores forecasts of a rating that starts at 0 with the ranked probability score and passes the
# rating as it is. The formula in the documentation starts at 1; nothing checks it, and each score is a plausible number.
# legrun scores its daily forecasts by their error in points of the scale (legrun/checks/daily.py).
# Behaviour: a rating of 0 lies before the first category and is missed at every step, one of 2 is taken for 1.
# Guess, written down first: categories count from 0, and one that is not among them is an error.
# Seen, all weight on the rating that came, of the scale 0 to 3: scores 4, 1, 1, 1; the worst that a forecast can have is
# 3.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check scoringrules==0.10.0 numpy==2.4.6 scipy==1.17.1
cat > look.py <<'PY'
import numpy as np
from scoringrules import rps_score

for rating in range(4):
    certain = np.eye(4)[rating]
    as_it_is, from_one = rps_score(rating, certain), rps_score(rating + 1, certain)
    print(f"rating {rating}, forecast without doubt: {as_it_is:.0f}, with 1 added {from_one:.0f}")
print(f"worst, the other end of the scale: {rps_score(4, np.eye(4)[0]):.0f}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='rating 0, forecast without doubt: 4, with 1 added 0
rating 1, forecast without doubt: 1, with 1 added 0
rating 2, forecast without doubt: 1, with 1 added 0
rating 3, forecast without doubt: 1, with 1 added 0
worst, the other end of the scale: 3'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
