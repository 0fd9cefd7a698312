#!/usr/bin/env bash
# A stop of ten minutes on the very same spot is neither moving nor stopped time in gpxpy.
#
# Version: gpxpy 1.6.2.
# Who meets it: whoever tells moving from elapsed time of a run with a pause. A watch that starts again where it stopped
# writes the same coordinates twice, and the ten minutes are in none of the two sums; a step to the side, and they are back.
# legrun takes moving time where a file tells it and reckons none itself (docs/trends.md, "a run with a pause").
# Behaviour: only pairs of points with some distance between them count, so moving + stopped is less than the duration.
# Guess, written down first: 3600 s moving and 600 s stopped, whatever the distance.
# Seen: 3600 and 0 of 4200 s with the same coordinates, 3600 and 600 with one metre between them.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check gpxpy==1.6.2
cat > look.py <<'PY'
import datetime as dt

from gpxpy.gpx import GPX, GPXTrack, GPXTrackPoint, GPXTrackSegment

METRE = 1 / 111_195  # of latitude, in degrees


def moving_and_stopped(aside_m: float) -> str:
    """Return the times of a run north of twice 30 min at 3 m/s, with a pause of 10 min between."""
    segment, degrees, time = GPXTrackSegment(), 50.0, dt.datetime(2026, 3, 2, 17, tzinfo=dt.timezone.utc)
    for half in range(2):
        for second in range(0, 1801, 5):
            segment.points.append(GPXTrackPoint(degrees + 3 * second * METRE, 10.0, time=time + dt.timedelta(seconds=second)))
        degrees, time = degrees + (5400 + aside_m) * METRE, time + dt.timedelta(seconds=2400)
    track, gpx = GPXTrack(), GPX()
    track.segments.append(segment)
    gpx.tracks.append(track)
    data = gpx.get_moving_data()
    return f"{data.moving_time:.0f} s moving, {data.stopped_time:.0f} s stopped, {gpx.get_duration():.0f} s in all"


for aside_m in (0, 1):
    print(f"{aside_m} m aside: {moving_and_stopped(aside_m)}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='0 m aside: 3600 s moving, 0 s stopped, 4200 s in all
1 m aside: 3600 s moving, 600 s stopped, 4200 s in all'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
