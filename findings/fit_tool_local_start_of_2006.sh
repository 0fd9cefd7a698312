#!/usr/bin/env bash
# The local time of a session of 2026 lies in January 1970, or in March 2006, beside its time in UTC that is right.
#
# Version: fit-tool 0.9.16; the file is written by garmin-fit-sdk 21.218.0.
# Who meets it: whoever wants to know whether a session was in the morning where the athlete was. The activity message of a
# FIT file has both times; both come out as plain numbers, in different units from different years, so the offset
# between them, the reason to read the second, is nonsense. legrun takes both from Garmin's own SDK as seconds
# (legrun/logs/reading/fit.py).
# Behaviour: timestamp is in milliseconds since 1970, local_timestamp is left in seconds since 31 December 1989.
# Guess, written down first: milliseconds since 1970 in both.
# Seen: 2026-03-02 17:05 UTC and, read in the same way, 1970-01-14; as seconds since 1970 it is 2006-03-03 18:05.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check fit-tool==0.9.16 garmin-fit-sdk==21.218.0
cat > look.py <<'PY'
import datetime as dt

from fit_tool.fit_file import FitFile
from fit_tool.profile.messages.activity_message import ActivityMessage
from garmin_fit_sdk import Encoder, Profile

UTC = dt.timezone.utc
START = dt.datetime(2026, 3, 2, 17, 5, tzinfo=UTC)
HOUR_AHEAD = int((START - dt.datetime(1989, 12, 31, tzinfo=UTC)).total_seconds()) + 3600

encoder = Encoder()
encoder.write_mesg(
    {"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "activity", "manufacturer": "garmin", "time_created": START}
)
encoder.write_mesg(
    {
        "mesg_num": Profile["mesg_num"]["ACTIVITY"], "timestamp": START, "local_timestamp": HOUR_AHEAD,
        "num_sessions": 1, "type": "manual", "event": "activity", "event_type": "stop",
    }
)
with open("session.fit", "wb") as file:
    file.write(encoder.close())

messages = [record.message for record in FitFile.from_file("session.fit").records]
(activity,) = (message for message in messages if isinstance(message, ActivityMessage))
for name, number in (
    ("timestamp", activity.timestamp / 1000),
    ("local_timestamp", activity.local_timestamp / 1000),
    ("local_timestamp as seconds", activity.local_timestamp),
):
    print(f"{name}: {dt.datetime.fromtimestamp(number, UTC):%Y-%m-%d %H:%M}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='timestamp: 2026-03-02 17:05
local_timestamp: 1970-01-14 05:03
local_timestamp as seconds: 2006-03-03 18:05'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
