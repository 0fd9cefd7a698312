#!/usr/bin/env bash
# A run of "3 mi" is three metres long.
#
# Version: humanfriendly 10.0.
# Who meets it: whoever reads distances as runners type them. "5 km" is 5000, so the function looks right until the first
# American writes; the same number of metres comes out for everything that begins with an m. legrun knows miles
# (legrun/logs/fields/distances.py).
# Behaviour: the unit is told by its first letters, and m stands for metre.
# Guess, written down first: an error, InvalidLength.
# Seen: 3.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check humanfriendly==10.0
cat > look.py <<'PY'
from humanfriendly import parse_length

for distance in ("5 km", "3 mi"):
    print(distance, "is", parse_length(distance), "m")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='5 km is 5000 m
3 mi is 3 m'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
