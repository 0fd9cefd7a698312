#!/usr/bin/env bash
# A treadmill run of 3.8 km and 20 minutes takes no time at all, has no start and no heart rate.
#
# Version: tcxreader 0.4.11.
# Who meets it: whoever reads TCX files of a treadmill, a track or a watch without satellites. The file states the seconds
# of each lap; read() drops the points that have no position, so duration is 0 and start and pulse are None, while
# distance is there from the laps: any pace or load after that is 0 or infinite. only_gps=False has it right. legrun takes
# the list of activities instead and says so of a TCX file (legrun/logs/reading/elsewhere.py).
# Behaviour: duration, start and pulse come from the points with a position, distance and calories from the laps.
# Guess, written down first: distance and duration both from the laps.
# Seen: 3800 m, 0 s, None, None.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check tcxreader==0.4.11
cat > look.py <<'PY'
import datetime as dt
from pathlib import Path

from tcxreader.tcxreader import TCXReader

START = dt.datetime(2026, 3, 4, 17)


def lap(first_second, first_metre, metres):
    points = ""
    for second in range(0, 601, 60):
        time = START + dt.timedelta(seconds=first_second + second)
        points += (
            f"<Trackpoint><Time>{time:%Y-%m-%dT%H:%M:%SZ}</Time><DistanceMeters>{first_metre + metres * second / 600}"
            "</DistanceMeters><HeartRateBpm><Value>150</Value></HeartRateBpm></Trackpoint>"
        )
    start = START + dt.timedelta(seconds=first_second)
    return (
        f'<Lap StartTime="{start:%Y-%m-%dT%H:%M:%SZ}"><TotalTimeSeconds>600</TotalTimeSeconds>'
        f"<DistanceMeters>{metres}</DistanceMeters><Calories>50</Calories><Intensity>Active</Intensity>"
        f"<TriggerMethod>Manual</TriggerMethod><Track>{points}</Track></Lap>"
    )


Path("treadmill.tcx").write_text(
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
    f'<Activity Sport="Running"><Id>2026-03-04T17:00:00Z</Id>{lap(0, 0, 2000)}{lap(600, 2000, 1800)}'
    "</Activity></Activities></TrainingCenterDatabase>"
)
for words, options in (("as it comes", {}), ("only_gps=False", {"only_gps": False})):
    run = TCXReader().read("treadmill.tcx", **options)
    print(f"{words}: {run.distance:.0f} m, {run.duration:.0f} s, start {run.start_time}, heart rate {run.hr_avg}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='as it comes: 3800 m, 0 s, start None, heart rate None
only_gps=False: 3800 m, 1200 s, start 2026-03-04 17:00:00, heart rate 150.0'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
