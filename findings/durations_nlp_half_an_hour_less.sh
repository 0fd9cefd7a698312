#!/usr/bin/env bash
# A run of "1h30" lasts an hour.
#
# Version: durations-nlp 1.0.1.
# Who meets it: whoever reads lengths as runners on the Continent write them. With its unit, "1h 30m", the half hour is
# there, without it the number is passed over and nothing says so; a night of "7h30" is seven hours in the same way.
# legrun takes what stands behind the hours for minutes (legrun/logs/fields/durations.py).
# Behaviour: a number that no unit follows is dropped.
# Guess, written down first: 1.5 and 7.5 hours.
# Seen: 1.0 and 7.0.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check durations-nlp==1.0.1
cat > look.py <<'PY'
from durations_nlp import Duration

for text in ("1h 30m", "1h30", "7h30"):
    print(text, "is", Duration(text).to_hours(), "h")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='1h 30m is 1.5 h
1h30 is 1.0 h
7h30 is 7.0 h'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
