#!/usr/bin/env bash
# A run of "1:30" lasts one millisecond and a bit.
#
# Version: parse-duration 2.1.9 (npm).
# Who meets it: whoever reads lengths that athletes type or watches show. "90 min" is right and "1:30" is a number too, so
# that a test for "not understood" lets it pass and the load of the session is nothing. legrun asks a whole column whether
# "1:30" means minutes or hours (legrun/logs/fields/durations.py).
# Behaviour: a number without a unit is in milliseconds, and the number after it in the next smaller unit, microseconds;
# colons are skipped. With "h" as the second argument the same text is 1.5.
# Guess, written down first: null, as for text that is no duration.
# Seen: 1.03 and, of "1:05:00", 1.005.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund parse-duration@2.1.9
cat > look.mjs <<'JS'
import parse from "parse-duration";

for (const length of ["90 min", "1:30", "1:05:00"]) console.log(length, "is", parse(length), "ms");
console.log("1:30 is", parse("1:30", "h"), "h");
JS
seen="$(node look.mjs)"
expected='90 min is 5400000 ms
1:30 is 1.03 ms
1:05:00 is 1.005 ms
1:30 is 1.5 h'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
