#!/usr/bin/env bash
# Of two activities in one FIT file the second is not there, and nothing says so.
#
# Version: fit-file-parser 6.1.2 (npm), on files of garmin-fit-sdk 21.218.0, whose decoder and fitdecode 0.11.0 read both.
# Who meets it: whoever reads "chained" files, several in a row in one, which the format describes and devices and services
# use to hand over a morning's warm-up and race, or a gym session with the run after it. The load of the day is half of what
# it was. legrun reads all of them (legrun/logs/reading/fit.py).
# Behaviour: the length in the first header is taken for the whole; what follows it is not looked at, without an error.
# Guess, written down first: both sessions.
# Seen: legs alone from fit-file-parser, legs and the run from the others.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0 fitdecode==0.11.0
npm init -y >/dev/null
npm install --silent --no-audit --no-fund fit-file-parser@6.1.2
cat > make.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Encoder, Profile

NUMBERS = Profile["mesg_num"]
with open("day.fit", "wb") as file:
    for hour, sport, sub_sport in ((9, "training", "strength_training"), (17, "running", "street")):
        start = dt.datetime(2026, 3, 4, hour, tzinfo=dt.timezone.utc)
        session = {"start_time": start, "timestamp": start + dt.timedelta(minutes=40), "sport": sport}
        encoder = Encoder()
        encoder.write_mesg({"mesg_num": NUMBERS["FILE_ID"], "type": "activity", "time_created": start})
        encoder.write_mesg({"mesg_num": NUMBERS["SESSION"], "sub_sport": sub_sport, "total_timer_time": 2400.0} | session)
        file.write(encoder.close())
PY
cat > look.py <<'PY'
import fitdecode
from garmin_fit_sdk import Decoder, Stream

read, errors = Decoder(Stream.from_file("day.fit")).read()
print("garmin-fit-sdk:", *(session["sport"] for session in read["session_mesgs"]))
with fitdecode.FitReader("day.fit") as file:
    frames = [frame for frame in file if isinstance(frame, fitdecode.FitDataMessage) and frame.name == "session"]
print("fitdecode:", *(frame.get_value("sport") for frame in frames))
PY
cat > look.mjs <<'JS'
import fs from "fs";
import FitParser from "fit-file-parser";
const Parser = FitParser.default ?? FitParser;
new Parser({ mode: "list" }).parse(fs.readFileSync("day.fit"), (error, read) =>
  console.log("fit-file-parser:", error ?? read.sessions.map((session) => session.sport).join(" ")),
);
JS
env/bin/python make.py
seen="$(env/bin/python look.py && node look.mjs)"
expected='garmin-fit-sdk: training running
fitdecode: training running
fit-file-parser: training'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
