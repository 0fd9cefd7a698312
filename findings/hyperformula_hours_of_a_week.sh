#!/usr/bin/env bash
# A week of 26 hours and 30 minutes reads "[2]:30" in a coaching sheet outside Excel.
#
# Version: hyperformula 3.5.0 (npm; the formulas of Handsontable and other sheets on the web).
# Who meets it: whoever sums sleep or training in a sheet and shows it with TEXT(total,"[h]:mm"), the way to go past 24
# hours. The day is lost and the brackets are printed; "[hh]:mm" is right, so is the number itself. legrun reads
# totals of more than a day (legrun/logs/fields/durations.py).
# Behaviour: [hh] is known as hours past 24, [h] is not: h alone is the hour of the day.
# Guess, written down first: 26:30.
# Seen: [2]:30 with [h], 26:30 with [hh].
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund hyperformula@3.5.0
cat > look.mjs <<'JS'
import hyperformula from "hyperformula";

const HyperFormula = hyperformula.HyperFormula ?? hyperformula;
const night = ["7:30", "9:15", "9:45", "=SUM(A1:C1)", '=TEXT(D1,"[h]:mm")', '=TEXT(D1,"[hh]:mm")'];
const [row] = HyperFormula.buildFromArray([night], { licenseKey: "gpl-v3" }).getSheetValues(0);
console.log("hours", (row[3] * 24).toFixed(2));
console.log("[h]:mm", row[4]);
console.log("[hh]:mm", row[5]);
JS
seen="$(node look.mjs)"
expected='hours 26.50
[h]:mm [2]:30
[hh]:mm 26:30'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
