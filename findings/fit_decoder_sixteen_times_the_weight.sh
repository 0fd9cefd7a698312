#!/usr/bin/env bash
# A squat of 100 kg is 1600, beside a distance that is right.
#
# Version: fit-decoder 1.0.5 (npm), on a FIT file of garmin-fit-sdk 21.218.0.
# Who meets it: whoever reads the sets of a watch with it. Distance and speed come out in metres and metres a second, so the
# weight passes for a number in kilograms or pounds; the tonnage of a session is sixteen times too high. legrun reads the
# sets of a FIT file with their scale (legrun/logs/reading/fit.py).
# Behaviour: only some fields are scaled; of a set, weight stays in sixteenths of a kilogram and duration in milliseconds.
# Guess, written down first: 100 and 40 seconds.
# Seen: 1600 and 40000.
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
encoder = Encoder()


def message(kind, **fields):
    encoder.write_mesg({"mesg_num": Profile["mesg_num"][kind], **fields})


message("FILE_ID", type="activity", manufacturer="garmin", product=3, serial_number=1, time_created=START)
message("SET", timestamp=START, start_time=START, duration=40.0, repetitions=5, weight=100.0, set_type="active")
message("RECORD", timestamp=START, distance=12.5)
with open("lift.fit", "wb") as file:
    file.write(encoder.close())
PY
env/bin/python make.py
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fit-decoder@1.0.5
cat > look.mjs <<'JS'
import fs from "fs";
import decoder from "fit-decoder";

const bytes = Uint8Array.from(fs.readFileSync("lift.fit"));
const { records } = decoder.parseRecords(decoder.fit2json(bytes.buffer));
const of = (kind) => records.find(({ type }) => type === kind).data;
console.log(`distance ${of("record").distance}`);
console.log(`repetitions ${of("set").repetitions}, weight ${of("set").weight}, duration ${of("set").duration}`);
JS
seen="$(node look.mjs)"
expected='distance 12.5
repetitions 5, weight 1600, duration 40000'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
