#!/usr/bin/env bash
# "Sun 21 km" is planned for nine in the evening.
#
# Version: chrono-node 2.10.3 (npm).
# Who meets it: whoever lets a plan typed in a line become an entry of a calendar or of a list of tasks. The long run of Sunday
# comes at 21:00, the 10 km of Wednesday at 10:00, and looks as if someone had chosen it. legrun reads a number with a
# unit as what the unit says (legrun/roster/sessions/text.py).
# Behaviour: a number after a day is its hour, if it can be one; what follows the number is not looked at.
# Guess, written down first: the day alone, as for "Tue 8x400".
# Seen: an hour, which chrono-node calls certain, for "Sun 21 km"; none for "Sun 28 km", since no day has so many.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > look.mjs <<'JS'
import * as chrono from "chrono-node";

const monday = new Date(2026, 2, 2, 9);
for (const line of ["Tue 8x400", "Wed 10 km easy", "Sun 21 km", "Sun 28 km"]) {
  const [{ start, text }] = chrono.parse(line, monday, { forwardDate: true });
  const hour = start.isCertain("hour") ? `${start.get("hour")} o'clock` : "no hour";
  console.log(`${line}: "${text}", ${hour}`);
}
JS
seen="$(node look.mjs)"
expected='Tue 8x400: "Tue", no hour
Wed 10 km easy: "Wed 10", 10 o'"'"'clock
Sun 21 km: "Sun 21", 21 o'"'"'clock
Sun 28 km: "Sun", no hour'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
