#!/usr/bin/env bash
# Zone 2, where an easy run belongs, is 90 % of the highest heart rate.
#
# Version: m26 0.3.2.
# Who meets it: whoever shows an athlete the zones of this calculator beside a plan in the usual ones. Watches, clubs and
# plans count from easy to hard; here "40 minutes in zone 2" is a run at threshold, the day after legs. legrun reads "zone 2"
# in a coach's cell as easy (legrun/roster/sessions/words.toml).
# Behaviour: the five zones are listed from the hardest down, 95, 90, 85, 80 and 75 %, and numbered in that order.
# Guess, written down first: shares of 220 less the age, zone 1 the easiest.
# Seen, at 40 years: zone 1 from 171 beats, zone 5 from 135.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check m26==0.3.2
cat > look.py <<'PY'
import m26

for zone in m26.Age(40).training_zones():
    print(f"zone {zone['zone']}: {zone['pct_max']:.0%} of {zone['max']:.0f}, {zone['pulse']:.0f} beats a minute")
PY
seen="$(env/bin/python look.py)"
expected='zone 1: 95% of 180, 171 beats a minute
zone 2: 90% of 180, 162 beats a minute
zone 3: 85% of 180, 153 beats a minute
zone 4: 80% of 180, 144 beats a minute
zone 5: 75% of 180, 135 beats a minute'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
