#!/usr/bin/env bash
# "squat 3x5 100kg" is one set of five with 3 kg, of an exercise called "Squat 100kg".
#
# Version: bodylog 0.1.0.
# Who meets it: whoever says sets before weight, as most programmes print them. The answer is a friendly confirmation; records,
# volume and history of the squat stay without the session, and each new weight is a new exercise. With the weight first, or
# with "sets of" and "at", the same line is right. legrun reads both orders (legrun/logs/fields/repetitions.py).
# Behaviour: the first "number x number" is weight and repetitions, with the unit that was used last; what is left over,
# unit and all, becomes part of the name.
# Guess, written down first: three sets of five at 100 kg.
# Seen: a set of 3 kg; with 100kg before 3x5 three sets of 100 kg.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check bodylog==0.1.0
export BODYLOG_OFFLINE=1
seen="$(for line in "squat 3x5 100kg" "squat 100kg 3x5" "squat 3 sets of 5 at 100kg" "leg press 2x12 180kg"; do
    rm -f log.db
    echo "$line -> $(env/bin/bodylog --db log.db log "$line" | tail -n 1)"
done)"
expected='squat 3x5 100kg -> Squat 100kg: 3 kg x 5
squat 100kg 3x5 -> Squat: 3 sets of 100 kg x 5
squat 3 sets of 5 at 100kg -> Squat: 3 sets of 100 kg x 5
leg press 2x12 180kg -> Leg Press 180kg: 2 kg x 12'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
