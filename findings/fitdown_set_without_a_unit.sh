#!/usr/bin/env bash
# A set written under its exercise without "lb" or "kg" is lost; on one line with the name it is kept.
#
# Version: fitdown 0.0.1 (PyPI).
# Who meets it: whoever keeps training notes in this notation, whose own description gives exactly these sets as examples.
# A session without units is an empty one, and one unit left out among sets takes that set away, without a word.
# legrun reads sets in a coach's words with and without units (legrun/roster/sessions/text.py).
# Behaviour: on lines of their own only sets with a unit count, although the description calls the unit optional.
# Guess, written down first: every set of the description's examples is a row.
# Seen, of "5@185" under "Deadlift": no row; of the same on one line: one.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check fitdown==0.0.1
cat > look.py <<'PY'
import fitdown

for words, sets in (
    ("under the name", "Deadlift\n5@185"),
    ("on one line", "5@185 Deadlift"),
    ("one unit left out", "Squat\n5@100kg\n5@105\n5@110kg"),
):
    rows = fitdown.parse(f"Workout February 26, 2024\n\n{sets}\n")
    print(f"{words}: {len(rows)} row(s)", *(f"{row['weight']:.0f}" for row in rows))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='under the name: 0 row(s)
on one line: 1 row(s) 185
one unit left out: 2 row(s) 100 110'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
