#!/usr/bin/env bash
# Five minutes of standing between two hard efforts count as five minutes of running at their power.
#
# Version: chironpy 0.30.2, on a FIT file of garmin-fit-sdk 21.218.0.
# Who meets it: whoever takes the best power of so many minutes from a session of intervals with the watch stopped in the
# rests. Twice five minutes at 300 W with a rest between them become a best of 300 W over fifteen minutes; a threshold and
# the paces from it follow. legrun takes no best efforts from the points of a file (legrun/logs/reading/fit.py).
# Behaviour: the time in which the watch was stopped is filled with a line from the last point to the next one.
# Guess, written down first: the pause counts as time without work, so 200 W over the fifteen minutes.
# Seen: 300 W.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check chironpy==0.30.2 garmin-fit-sdk==21.218.0
cat > make.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Encoder, Profile

START = dt.datetime(2026, 3, 4, 17, 30, tzinfo=dt.timezone.utc)
encoder = Encoder()


def message(kind, seconds, **fields):
    when = START + dt.timedelta(seconds=seconds)
    encoder.write_mesg({"mesg_num": Profile["mesg_num"][kind], "timestamp": when, **fields})


message("FILE_ID", 0, type="activity", manufacturer="garmin", product=3, serial_number=1, time_created=START)
message("EVENT", 0, event="timer", event_type="start")
for second in range(1200):  # five minutes at 150 W, twice five at 300 W, five at 150 W
    stood = 300 if second >= 600 else 0
    if second == 600:
        message("EVENT", second, event="timer", event_type="stop_all")
        message("EVENT", second + stood, event="timer", event_type="start")
    message("RECORD", second + stood, power=300 if 300 <= second < 900 else 150, distance=3.3 * second)
message("LAP", 1500, start_time=START, total_elapsed_time=1500.0, total_timer_time=1200.0)
message("SESSION", 1500, start_time=START, total_elapsed_time=1500.0, total_timer_time=1200.0, sport="running")
message("ACTIVITY", 1500, total_timer_time=1200.0, num_sessions=1, type="manual", event="activity", event_type="stop")
with open("run.fit", "wb") as file:
    file.write(encoder.close())
PY
cat > look.py <<'PY'
from chironpy import WorkoutData

run = WorkoutData.from_file("run.fit")
print(f"{len(run)} seconds")
for best in run.best_intervals([300, 900], stream="power"):
    print(f"best {best['stop_index'] - best['start_index']} seconds: {best['value']:.0f} W")
PY
env/bin/python make.py
seen="$(env/bin/python -W ignore look.py)"
expected='1500 seconds
best 300 seconds: 300 W
best 900 seconds: 300 W'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
