#!/usr/bin/env bash
# "um 18 Uhr" is the 18th of the month, "gestern 18 Uhr" is this hour of yesterday, and "hier 18h" is 42 hours ago.
#
# Version: dateparser 1.5.0.
# Who meets it: whoever reads training notes or answers of German or French athletes, who write a full hour without its
# minutes. Each is a plausible moment, so nobody notices; with ":00" all are right. legrun reads such clocks
# in a coach's cell and in a date column (legrun/roster/sessions/clock.py, legrun/logs/fields/date_text.py).
# Behaviour: without minutes "18" is a day of the month or is dropped, and "18h" is taken off as 18 hours from yesterday.
# Guess, written down first: 18:00 today, 18:00 yesterday, 18:00 yesterday.
# Seen, as of Wednesday 4 March 2026, 12:00: 18 March; 3 March 12:00; 2 March 18:00.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check dateparser==1.5.0
cat > look.py <<'PY'
import datetime as dt

import dateparser

now = {"RELATIVE_BASE": dt.datetime(2026, 3, 4, 12)}
for language, text in (("de", "um 18 Uhr"), ("de", "gestern 18 Uhr"), ("de", "gestern 18:00 Uhr"), ("fr", "hier 18h")):
    print(f"{text}: {dateparser.parse(text, languages=[language], settings=now):%d %b %H:%M}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='um 18 Uhr: 18 Mar 00:00
gestern 18 Uhr: 03 Mar 12:00
gestern 18:00 Uhr: 03 Mar 18:00
hier 18h: 02 Mar 18:00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
