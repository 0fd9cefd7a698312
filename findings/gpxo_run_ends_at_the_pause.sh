#!/usr/bin/env bash
# A run of 4 km with one pause is a run of 2 km: what comes after the pause is not read.
#
# Version: gpxo 0.3.0 (GPX) and chironpy 0.30.2 (GPX and TCX).
# Who meets it: whoever sums kilometres from files of a watch that starts a new segment, or a new Track inside the lap, when
# the runner goes on. The distance, the time and the end are those of the first piece, without a warning; the week looks
# easier than it was. legrun reads neither format and says what to export instead
# (legrun/logs/reading/elsewhere.py).
# Behaviour: of the segments of a track, and of the Tracks of a lap, the first is taken.
# Guess, written down first: all pieces, 4 km in 20 minutes or, with the pause, 25.
# Seen: 2 km in 10 minutes.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check gpxo==0.3.0 chironpy==0.30.2
cat > make.py <<'PY'
import datetime as dt

START = dt.datetime(2026, 3, 4, 17, 30)


def clock(second):
    return f"{START + dt.timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"


def pieces(point):
    """Ten minutes at 5:00 a kilometre, five of standing, ten more."""
    return [[point(s + stood, s * 10 / 3) for s in range(first, first + 601, 10)] for first, stood in ((0, 0), (600, 300))]


def gpx_point(second, metre):
    return f'<trkpt lat="{47 + metre / 111195:.7f}" lon="8"><ele>400</ele><time>{clock(second)}</time></trkpt>'


def tcx_point(second, metre):
    return (
        f"<Trackpoint><Time>{clock(second)}</Time><Position><LatitudeDegrees>{47 + metre / 111195:.7f}</LatitudeDegrees>"
        f"<LongitudeDegrees>8</LongitudeDegrees></Position><AltitudeMeters>400</AltitudeMeters>"
        f"<DistanceMeters>{metre:.2f}</DistanceMeters></Trackpoint>"
    )


segments = "".join(f"<trkseg>{''.join(piece)}</trkseg>" for piece in pieces(gpx_point))
with open("run.gpx", "w") as file:
    file.write(
        '<?xml version="1.0"?><gpx version="1.1" creator="look" xmlns="http://www.topografix.com/GPX/1/1">'
        f"<trk><name>Run</name>{segments}</trk></gpx>"
    )
tracks = "".join(f"<Track>{''.join(piece)}</Track>" for piece in pieces(tcx_point))
with open("run.tcx", "w") as file:
    file.write(
        '<?xml version="1.0"?><TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="Running">'
        f'<Id>{clock(0)}</Id><Lap StartTime="{clock(0)}"><TotalTimeSeconds>1200</TotalTimeSeconds>'
        "<DistanceMeters>4000</DistanceMeters><Calories>300</Calories><Intensity>Active</Intensity>"
        f"<TriggerMethod>Manual</TriggerMethod>{tracks}</Lap></Activity></Activities></TrainingCenterDatabase>"
    )
PY
cat > look.py <<'PY'
import gpxo
from chironpy import WorkoutData

track = gpxo.Track("run.gpx").data
print(f"gpxo, GPX: {track['distance (km)'].iloc[-1]:.1f} km, {track['duration (s)'].iloc[-1] / 60:.0f} min")
for name in ("run.gpx", "run.tcx"):
    run = WorkoutData.from_file(name)
    far = run["distance"].iloc[-1] if "distance" in run else (run["latitude"].iloc[-1] - 47) * 111195
    print(f"chironpy, {name[-3:].upper()}: {far / 1000:.1f} km, {run['time'].iloc[-1] / 60:.0f} min")
PY
env/bin/python make.py
seen="$(env/bin/python -W ignore look.py)"
expected='gpxo, GPX: 2.0 km, 10 min
chironpy, GPX: 2.0 km, 10 min
chironpy, TCX: 2.0 km, 10 min'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
