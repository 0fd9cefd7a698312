#!/usr/bin/env bash
# Somebody who has just lifted 100 kg once, and not twice, is put down for 103 kg, or 109.
#
# Version: strength-utils 0.1.2.
# Who meets it: whoever tests a maximum every few weeks and lets it set the plan. The lift itself is the maximum, no formula is
# needed; by the default one the next single at the same effort is planned 2.5 kg heavier each time, without any gain. Two of
# its four formulas give 100. legrun estimates no maximum: it asks for sets and effort (legrun/roster/sessions/efforts.py).
# Behaviour: one repetition goes through the formula like any other number; Epley's adds a thirtieth, Mayhew's a twelfth.
# Guess, written down first: one repetition is the maximum, by every formula.
# Seen: 103.3 by epley (the default), 108.9 by mayhew, 100 by brzycki and lombardi.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check strength-utils==0.1.2
cat > look.py <<'PY'
from strength_utils import estimate_1rm, load_for
from strength_utils.formulas import available_1rm_methods

for method in available_1rm_methods():
    print(f"one repetition of 100 kg by {method}: {estimate_1rm(100, 1, method):.1f} kg")
kilograms = 100.0
for test in range(3):
    kilograms = load_for(reps=1, rpe=10, one_rm=estimate_1rm(kilograms, 1))
    print(f"planned single after test {test + 1}: {kilograms} kg")
PY
seen="$(env/bin/python look.py)"
expected='one repetition of 100 kg by brzycki: 100.0 kg
one repetition of 100 kg by epley: 103.3 kg
one repetition of 100 kg by lombardi: 100.0 kg
one repetition of 100 kg by mayhew: 108.9 kg
planned single after test 1: 102.5 kg
planned single after test 2: 105.0 kg
planned single after test 3: 107.5 kg'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
