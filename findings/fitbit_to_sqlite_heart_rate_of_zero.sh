#!/usr/bin/env bash
# A night without the watch is a night with a resting heart rate of 0.
#
# Version: fitbit-to-sqlite 0.6.
# Who meets it: whoever follows the resting heart rate of a Google Takeout, where it rises after hard days. Two nights out of
# three make a mean of 35 beats; the day after the lapse looks like a rise of 54. legrun does not use the resting heart rate;
# of Fitbit's files it reads activities and nights (legrun/logs/formats/fitbit.py).
# Behaviour: the export has a row without a date and with a value of 0 for such a night; it is stored as a measurement.
# Guess, written down first: the row is left out, or its value is NULL.
# Seen: 0.0 beats, on the date of the row.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check fitbit-to-sqlite==0.6
cat > make.py <<'PY'
import json
import zipfile

WORN = {"03/02/26": 52.3, "03/03/26": None, "03/04/26": 54.1}
rows = [
    {"dateTime": f"{day} 00:00:00", "value": {"date": beats and day, "value": beats or 0.0, "error": 6.8 if beats else 0.0}}
    for day, beats in WORN.items()
]
with zipfile.ZipFile("takeout.zip", "w") as archive:
    archive.writestr("Takeout/Fitbit/Global Export Data/resting_heart_rate-2026-01-01.json", json.dumps(rows))
PY
cat > look.py <<'PY'
import sqlite3

table = sqlite3.connect("fitbit.db")
for date, beats in table.execute("SELECT date, value FROM resting_heart_rate ORDER BY date"):
    print(date, beats)
print(f"mean {table.execute('SELECT avg(value) FROM resting_heart_rate').fetchone()[0]:.1f}")
PY
env/bin/python make.py
env/bin/fitbit-to-sqlite resting-heart-rate fitbit.db takeout.zip > /dev/null
seen="$(env/bin/python look.py)"
expected='2026-03-02 52.3
2026-03-03 0.0
2026-03-04 54.1
mean 35.5'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
