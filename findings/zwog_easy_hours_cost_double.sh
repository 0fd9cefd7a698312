#!/usr/bin/env bash
# An hour at half of the threshold costs 50 points of training stress where the formula gives 25.
#
# Version: zwog 1.1.0.
# Who meets it: whoever plans a week by the stress score it states for each workout. Training stress grows with the square of
# the intensity, and an hour at the threshold is 100; here easy hours weigh twice as much as they should and hard ones too
# little, so a week of easy riding looks like a hard one. legrun weighs a session by its length and its rating
# (legrun/trends/load.py).
# Behaviour: the score is the time multiplied by the share of the threshold.
# Guess, written down first: hours x intensity squared x 100.
# Seen: 100 at the threshold, as it should be, 50 instead of 25 at half of it, 105 instead of 74 for 90 minutes at 70 %.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check zwog==1.1.0
cat > look.py <<'PY'
from zwog import ZWOG

RIGHT = {"60min @ 100% FTP": 100, "60min @ 50% FTP": 25, "90min @ 70% FTP": 1.5 * 49, "30min @ 110% FTP": 60.5}
for text, right in RIGHT.items():
    print(f"{text}: {ZWOG(text).tss:.0f}, by the formula {right:.0f}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='60min @ 100% FTP: 100, by the formula 100
60min @ 50% FTP: 50, by the formula 25
90min @ 70% FTP: 105, by the formula 74
30min @ 110% FTP: 55, by the formula 60'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
