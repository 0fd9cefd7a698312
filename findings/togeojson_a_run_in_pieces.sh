#!/usr/bin/env bash
# A TCX run of two laps comes out of togeojson as two features, each with the time and heart rate of its lap alone.
#
# Version: @tmcw/togeojson 7.1.3, read with @xmldom/xmldom 0.9.12.
# Who meets it: whoever turns watch files into sessions in JavaScript. One activity with automatic laps is as many runs of a
# kilometre as it has laps; the activity's own Id is in none of them, so nothing says that they belong together, and the
# pause between two laps is gone. legrun takes the sessions of a recording, never its laps (legrun/logs/formats).
# Behaviour: each Lap element is a feature of its own; the Activity around it is not.
# Guess, written down first: one feature for the activity, its time the sum of the laps.
# Seen: 2 features of 900 s, no Id.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tmcw/togeojson@7.1.3 @xmldom/xmldom@0.9.12
cat > look.mjs <<'JS'
import { tcx } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";

const point = (time, latitude) =>
  `<Trackpoint><Time>${time}</Time><Position><LatitudeDegrees>${latitude}</LatitudeDegrees>` +
  `<LongitudeDegrees>10</LongitudeDegrees></Position></Trackpoint>`;
const lap = (start, end, latitude) =>
  `<Lap StartTime="${start}"><TotalTimeSeconds>900</TotalTimeSeconds><DistanceMeters>2700</DistanceMeters>` +
  `<Intensity>Active</Intensity><Track>${point(start, latitude)}${point(end, latitude + 0.024)}</Track></Lap>`;
const file =
  `<?xml version="1.0"?><TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">` +
  `<Activities><Activity Sport="Running"><Id>2026-03-02T17:00:00Z</Id>` +
  lap("2026-03-02T17:00:00Z", "2026-03-02T17:15:00Z", 50) +
  lap("2026-03-02T17:25:00Z", "2026-03-02T17:40:00Z", 50.024) +
  `</Activity></Activities></TrainingCenterDatabase>`;
const { features } = tcx(new DOMParser().parseFromString(file, "text/xml"));
console.log(features.length, "features of", features.map((each) => each.properties.totalTimeSeconds).join(" and "), "s");
console.log("Id:", features.some((each) => each.id ?? each.properties.id) ? "there" : "none");
JS
seen="$(node look.mjs)"
expected='2 features of 900 and 900 s
Id: none'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
