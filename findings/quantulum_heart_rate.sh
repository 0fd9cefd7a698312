#!/usr/bin/env bash
# A heart rate of 150 bpm is read as 150 base pair metres, a unit of genetics times a unit of length.
#
# Version: quantulum3 0.10.0, without its classifier.
# Who meets it: whoever takes numbers out of training notes. Times beside it are right, and the heart rate is neither
# missing nor marked, it has another dimension. legrun passes over heart rates in a coach's text
# (legrun/roster/sessions/text.py) and takes them from columns that say so.
# Behaviour: no unit is called bpm, so it is put together from bp, the base pair, and m.
# Guess, written down first: 150 beats per minute.
# Seen: base pair metre.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check quantulum3==0.10.0
cat > look.py <<'PY'
from quantulum3 import parser

for text in ("40 min", "150 bpm"):
    (quantity,) = parser.parse(text)
    print(f"{text}: {quantity.value:g} {quantity.unit.name}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='40 min: 40 minute
150 bpm: 150 base pair metre'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
