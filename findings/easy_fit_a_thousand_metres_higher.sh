#!/usr/bin/env bash
# A run at 401 m above the sea is a run at 1401 m, if the watch is a newer one.
#
# Version: easy-fit 0.0.8 (npm), on FIT files of garmin-fit-sdk 21.218.0.
# Who meets it: whoever sets paces or loads by height, or shows it. Older watches write the field "altitude" and come out
# right, newer ones write "enhanced_altitude"; after a change of watch the same loop lies a kilometre higher. legrun takes
# no height from a file (legrun/logs/reading/fit.py).
# Behaviour: the format stores height plus 500 m; for the newer field the 500 is added instead of taken away.
# Guess, written down first: 401 m from both.
# Seen: 401 m and 1401 m.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0
cat > make.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Encoder, Profile

START = dt.datetime(2026, 3, 4, 17, 30, tzinfo=dt.timezone.utc)
for field in ("altitude", "enhanced_altitude"):
    encoder = Encoder()
    encoder.write_mesg({"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "activity", "time_created": START})
    encoder.write_mesg({"mesg_num": Profile["mesg_num"]["RECORD"], "timestamp": START, field: 401.0})
    with open(f"{field}.fit", "wb") as file:
        file.write(encoder.close())
PY
env/bin/python make.py
npm init -y >/dev/null
npm install --silent --no-audit --no-fund easy-fit@0.0.8
cat > look.cjs <<'JS'
const fs = require("fs");
const EasyFit = require("easy-fit").default;
for (const field of ["altitude", "enhanced_altitude"])
  new EasyFit({ force: true, lengthUnit: "m", mode: "list" }).parse(fs.readFileSync(`${field}.fit`), (error, read) =>
    console.log(`${field}: ${error ?? read.records[0][field]}`),
  );
JS
seen="$(node look.cjs)"
expected='altitude: 401
enhanced_altitude: 1401'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
