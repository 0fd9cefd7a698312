#!/usr/bin/env bash
# A treadmill run of 20 minutes before the squats goes to the watch as 40 minutes.
#
# Version: hevy2garmin 0.12.0, read by garmin-fit-sdk 21.218.0.
# Who meets it: whoever sends workouts of Hevy on to Garmin. The run was timed, 1200 s for 3 km, a pace of 6:40 a kilometre;
# in the file it is one of 13:20, a walk. A log that is read from both has a run of two lengths (legrun/logs/merging).
# Behaviour: what has no time of its own, a set or a break, gets a usual one; then everything is stretched, at most to
# twice its length, so that it fills the workout. That holds for what was timed too.
# Guess, written down first: the run keeps its 20 minutes, and the sets share what is left of the hour.
# Seen: 2400 s for the run, 80 s for each set.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check hevy2garmin==0.12.0 garmin-fit-sdk==21.218.0
cat > look.py <<'PY'
import contextlib
import io

from garmin_fit_sdk import Decoder, Stream
from hevy2garmin.fit import generate_fit

run = {"title": "Treadmill", "sets": [{"type": "normal", "duration_seconds": 1200, "distance_meters": 3000}]}
squats = {"title": "Squat (Barbell)", "sets": [{"type": "normal", "weight_kg": 100, "reps": 5}] * 3}
hour = {"start_time": "2026-03-03T17:00:00+00:00", "end_time": "2026-03-03T18:00:00+00:00"}
with contextlib.redirect_stdout(io.StringIO()):
    generate_fit({"title": "Legs", **hour, "exercises": [run, squats]}, None, "legs.fit")
messages, _ = Decoder(Stream.from_file("legs.fit")).read()
for each in messages["set_mesgs"]:
    if each["set_type"] == "active":
        print(f"{each['category']}: {each['duration']:.0f} s")
PY
seen="$(HOME="$work" env/bin/python -W ignore look.py)"
expected='cardio: 2400 s
squat: 80 s
squat: 80 s
squat: 80 s'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
