#!/usr/bin/env bash
# A week of 26 hours and 30 minutes in an SPSS file is half past two.
#
# Version: pyreadstat 1.3.7 with pandas 3.1.1.
# Who meets it: whoever reads the diaries of a study: hours trained or slept in a week, in SPSS's format TIME, which is a
# length and shows 26:30:00. Each whole day is taken off, without a word, and what is left is a clock; weeks below 24
# hours beside it are right. The same column read with disable_datetime_conversion has all its seconds. legrun keeps
# lengths of more than a day (legrun/logs/fields/durations.py).
# Behaviour: the seconds are counted on from midnight and the date is thrown away.
# Guess, written down first: a timedelta or the number of seconds, since no clock shows 26:30.
# Seen: 07:30:00, 02:30:00 and, of 50 hours, 02:00:00.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pyreadstat==1.3.7 pandas==3.1.1
cat > look.py <<'PY'
import pandas as pd
import pyreadstat

weeks = pd.DataFrame({"trained": [hours * 3600 for hours in (7.5, 26.5, 50.0)]})
pyreadstat.write_sav(weeks, "diary.sav", variable_format={"trained": "TIME8"})
read, _ = pyreadstat.read_sav("diary.sav")
seconds, _ = pyreadstat.read_sav("diary.sav", disable_datetime_conversion=True)
for hours, length in zip(seconds["trained"] / 3600, read["trained"]):
    print(f"{hours:g} h: {length!r}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='7.5 h: datetime.time(7, 30)
26.5 h: datetime.time(2, 30)
50 h: datetime.time(2, 0)'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
