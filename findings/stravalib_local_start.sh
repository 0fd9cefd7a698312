#!/usr/bin/env bash
# stravalib hands over a local start as a moment in UTC, hours away from when the run was.
#
# Version: stravalib 2.6.0.
# Who meets it: whoever turns Strava's API into a log. Strava sends start_date_local with a Z that means nothing; legrun
# reads such columns as local (legrun/logs/fields/times.py).
# Behaviour: start_date_local comes out aware, in UTC, so that start_date_local - start_date is the offset instead of 0,
# and converting it to the athlete's zone moves the run a second time.
# Guess, written down first: the Z is dropped and a naive local time comes out.
# Seen: 2026-03-02T18:04:00+00:00 for a run that began at 17:04 UTC.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check stravalib==2.6.0
cat > look.py <<'PY'
from stravalib.model import SummaryActivity

run = SummaryActivity.model_validate(
    {
        "id": 1,
        "sport_type": "Run",
        "start_date": "2026-03-02T17:04:00Z",
        "start_date_local": "2026-03-02T18:04:00Z",
        "timezone": "(GMT+01:00) Europe/Berlin",
        "utc_offset": 3600.0,
    }
)
print(run.start_date_local.isoformat(), run.start_date_local - run.start_date)
PY
seen="$(env/bin/python -W ignore look.py)"
expected='2026-03-02T18:04:00+00:00 1:00:00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
