#!/usr/bin/env bash
# 205 lb is a heavier squat than 100 kg: the unit beside each weight is dropped before records are taken.
#
# Version: kaiserlift 0.1.104.
# Who meets it: whoever gives it FitNotes' export, which it is made for, after a change of units. FitNotes writes the unit of
# each set into its row, so both may stand in one file; the record and the next target come from the lighter set, without
# a word. legrun reads the unit of each row (legrun/logs/formats/fitnotes.py).
# Behaviour: the column "Weight Unit" is removed on reading and the numbers are compared as they are.
# Guess, written down first: both in one unit, from the column that says so.
# Seen: the record of five repetitions is 205, which is 93 kg; 100 kg is no record.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check kaiserlift==0.1.104
cat > fitnotes.csv <<'CSV'
Date,Exercise,Category,Weight,Weight Unit,Reps,Distance,Distance Unit,Time,Comment
2026-03-02,Barbell Squat,Legs,100.0,kgs,5,,,,
2026-03-04,Barbell Squat,Legs,205.0,lbs,5,,,,
CSV
cat > look.py <<'PY'
import kaiserlift

sets = kaiserlift.import_fitnotes_csv(["fitnotes.csv"])
print("columns:", *sets.columns)
for row in kaiserlift.highest_weight_per_rep(sets).itertuples():
    print(f"record of {row.Reps:.0f}: {row.Weight:.0f} on {row.Date:%Y-%m-%d}")
PY
seen="$(env/bin/python -W ignore look.py | grep -v '^Using ')"
expected='columns: Date Exercise Category Weight Reps
record of 5: 205 on 2026-03-04'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
