#!/usr/bin/env bash
# Ten minutes at a pace become a step without length and without pace, in the file for the watch.
#
# Version: garmin-fit-sdk 21.218.0 and @garmin/fitsdk 21.217.0 (npm), the maker's own.
# Who meets it: whoever writes a workout, or reads a FIT file, changes it and writes it again. The names that the decoder
# gives (duration_time, custom_target_speed_low, avg_running_cadence) are subfields; the encoder takes the main field alone
# (duration_value in thousandths of a second) and leaves the others out without a word. The file is valid, its check sum is
# right. legrun's tests write their recordings with it, in main fields (tests/logs/recordings.py).
# Behaviour: a key that is no main field of the message is skipped, even where the profile knows it as a subfield.
# Guess, written down first: the subfield is turned into its main field, as the decoder turns it the other way.
# Seen: a step of time without a time and of a speed without a speed; a run without its cadence.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @garmin/fitsdk@21.217.0
cat > look.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

NUMBERS = Profile["mesg_num"]
START = dt.datetime(2026, 3, 4, 17, 30, tzinfo=dt.timezone.utc)
STEP = {"duration_type": "time", "target_type": "speed"}
SPEEDS = {"custom_target_speed_low": 3.0, "custom_target_speed_high": 3.3}
MESSAGES = (
    ("WORKOUT_STEP", STEP | {"duration_time": 600.0} | SPEEDS),
    ("WORKOUT_STEP", STEP | {"duration_value": 600000, "custom_target_value_low": 3000, "custom_target_value_high": 3300}),
    ("SESSION", {"sport": "running", "avg_running_cadence": 86}),
)
encoder = Encoder()
encoder.write_mesg({"mesg_num": NUMBERS["FILE_ID"], "type": "workout", "time_created": START})
for name, message in MESSAGES:
    encoder.write_mesg({"mesg_num": NUMBERS[name]} | message)
read, errors = Decoder(Stream.from_byte_array(bytearray(encoder.close()))).read()
print("errors:", len(errors))
for step in read["workout_step_mesgs"]:
    print("Python, step:", step.get("duration_time"), step.get("custom_target_speed_low"))
print("Python, session:", *read["session_mesgs"][0])
PY
cat > look.mjs <<'JS'
import { Decoder, Encoder, Profile, Stream } from "@garmin/fitsdk";
const encoder = new Encoder();
encoder.onMesg(Profile.MesgNum.FILE_ID, { type: "workout", timeCreated: new Date(Date.UTC(2026, 2, 4, 17, 30)) });
encoder.onMesg(Profile.MesgNum.WORKOUT_STEP, {
  durationType: "time",
  durationTime: 600,
  targetType: "speed",
  customTargetSpeedLow: 3,
  customTargetSpeedHigh: 3.3,
});
const { messages } = new Decoder(Stream.fromByteArray([...encoder.close()])).read();
console.log("JavaScript, step:", Object.keys(messages.workoutStepMesgs[0]).join(" "));
JS
seen="$(env/bin/python look.py && node look.mjs)"
expected='errors: 0
Python, step: None None
Python, step: 600.0 3.0
Python, session: sport
JavaScript, step: durationType targetType'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
