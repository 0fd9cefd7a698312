#!/usr/bin/env bash
# The athlete's own rating of a workout does not survive sports-lib's reading of a FIT file.
#
# Version: @sports-alliance/sports-lib 21.2.5; the file is written by garmin-fit-sdk 21.218.0.
# Who meets it: whoever reads FIT files with it and wants session RPE. legrun reads workout_rpe with Garmin's own SDK.
# Behaviour: the library has types for RPE and feeling, and its FIT reader below hands over workout_rpe and workout_feel;
# but the importer asks for a field "feeling", which FIT does not have, and for no RPE at all.
# Guess, written down first: workout_rpe 70 arrives as RPE 7 of 10.
# Seen: heart rate and times arrive, no RPE and no feeling.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0
cat > make.py <<'PY'
import datetime as dt
from garmin_fit_sdk import Encoder, Profile

begin = dt.datetime(2026, 3, 2, 17, 5, tzinfo=dt.timezone.utc)
end = begin + dt.timedelta(minutes=55)
encoder = Encoder()


def message(kind: str, **fields: object) -> None:
    encoder.write_mesg({"mesg_num": Profile["mesg_num"][kind], **fields})


message("FILE_ID", type="activity", manufacturer="garmin", product=3, serial_number=1, time_created=begin)
message("EVENT", timestamp=begin, event="timer", event_type="start")
message("LAP", timestamp=end, start_time=begin, total_elapsed_time=3300.0, total_timer_time=2700.0)
message(
    "SESSION", timestamp=end, start_time=begin, total_elapsed_time=3300.0, total_timer_time=2700.0, sport="training",
    sub_sport="strength_training", avg_heart_rate=101, workout_rpe=70, workout_feel=75,
)
message("ACTIVITY", timestamp=end, total_timer_time=2700.0, num_sessions=1, type="manual", event="activity", event_type="stop")
with open("lift.fit", "wb") as file:
    file.write(encoder.close())
PY
env/bin/python make.py
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @sports-alliance/sports-lib@21.2.5
cat > look.mjs <<'JS'
import fs from "fs";
import * as library from "@sports-alliance/sports-lib";
const { SportsLib } = library.SportsLib ? library : library.default;
const event = await SportsLib.importFromFit(Uint8Array.from(fs.readFileSync("lift.fit")).buffer);
const names = new Set();
for (const holder of [event, ...event.getActivities()]) holder.getStats().forEach((_, name) => names.add(name));
console.log("heart rate", names.has("Average Heart Rate"));
console.log("rating", [...names].some((name) => /rpe|effort|exertion|feel/i.test(name)));
JS
seen="$(TZ=UTC node look.mjs)"
expected='heart rate true
rating false'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
