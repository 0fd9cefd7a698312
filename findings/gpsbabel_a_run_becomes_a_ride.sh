#!/usr/bin/env bash
# A run read from TCX and written to TCX is a bike ride, and its break of ten minutes is now part of the exercise.
#
# Version: gpsbabel 1.8.0 (Debian 12; taken from its archive into the folder, nothing is installed).
# Who meets it: whoever cleans, joins or converts files before an upload. What comes out is a valid file of another sport:
# the week has a run less and a ride more, and with it goes the load on the legs. The file says Running; the option
# `sport` would write it, what was read is not looked at. legrun names the list of activities instead of a TCX file
# (legrun/logs/reading/elsewhere.py).
# Behaviour: neither the sport nor the laps of the input are kept; all points are one lap, timed from first to last.
# Guess, written down first: Running, two laps of 600 s.
# Seen: Biking, one lap of 1800 s.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get -qq download gpsbabel=1.8.0+ds-5 libqt5core5a libshp2 libusb-1.0-0 libdouble-conversion3 libicu72 libpcre2-16-0 \
    libglib2.0-0 2>/dev/null
for package in *.deb; do
    dpkg-deb -x "$package" root
done
libraries="$(find "$work/root" -name '*.so*' -printf '%h\n' | sort -u | paste -sd:)"
cat > make.py <<'PY'
import datetime as dt

START = dt.datetime(2026, 3, 4, 17)


def lap(first_second, first_metre):
    points = ""
    for second in range(0, 601, 60):
        time, metre = START + dt.timedelta(seconds=first_second + second), first_metre + 3 * second
        points += (
            f"<Trackpoint><Time>{time:%Y-%m-%dT%H:%M:%SZ}</Time><Position>"
            f"<LatitudeDegrees>{52 + metre / 111195:.6f}</LatitudeDegrees><LongitudeDegrees>13</LongitudeDegrees></Position>"
            f"<DistanceMeters>{metre}</DistanceMeters></Trackpoint>"
        )
    return (
        f'<Lap StartTime="{START + dt.timedelta(seconds=first_second):%Y-%m-%dT%H:%M:%SZ}">'
        "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>1800</DistanceMeters><Calories>120</Calories>"
        f"<Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod><Track>{points}</Track></Lap>"
    )


print(
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>'
    f'<Activity Sport="Running"><Id>2026-03-04T17:00:00Z</Id>{lap(0, 0)}{lap(1200, 1800)}'
    "</Activity></Activities></TrainingCenterDatabase>"
)
PY
python3 make.py > run.tcx
LD_LIBRARY_PATH="$libraries" root/usr/bin/gpsbabel -t -i gtrnctr -f run.tcx -o gtrnctr,course=0 -F out.tcx
seen="$(for file in run.tcx out.tcx; do
    echo "$file:" $(grep -oE 'Sport="[A-Za-z]+"|<TotalTimeSeconds>[0-9]+' "$file" | sed 's/<TotalTimeSeconds>/lap of /')
done)"
expected='run.tcx: Sport="Running" lap of 600 lap of 600
out.tcx: Sport="Biking" lap of 1800'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
