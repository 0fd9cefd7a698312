#!/usr/bin/env bash
# A heart rate that climbs by 5 % at the same power is a decoupling of -4.8 %, which its own words call no drift.
#
# Version: endurance-metrics 0.1.0.
# Who meets it: whoever judges long runs by decoupling: below 5 % the next one may be longer or faster. The runner who drifts
# most gets the most negative number and passes every such limit. legrun reads no heart rate within a run.
# Behaviour: its documentation says "positive = cardiac drift"; the sign is the other way round.
# Guess, written down first: about +4.8 %.
# Seen: -4.8 for the heart that climbs, 5.0 for the one that calms down.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check endurance-metrics==0.1.0
cat > look.py <<'PY'
import inspect

from endurance_metrics import calculate_decoupling

POWER, LOW, HIGH = [220.0] * 3600, [150.0] * 1800, [157.5] * 1800
print("said:", "positive = cardiac drift" in inspect.getdoc(calculate_decoupling))
print("climbing:", calculate_decoupling(POWER, LOW + HIGH))
print("calming:", calculate_decoupling(POWER, HIGH + LOW))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='said: True
climbing: -4.8
calming: 5.0'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
