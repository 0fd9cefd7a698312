#!/usr/bin/env bash
# A run that was cut on a map has no times any more: the way to GeoJSON keeps them, the way back to GPX does not.
#
# Version: @tmcw/togeojson 7.1.3 and togpx 0.5.4 (npm).
# Who meets it: whoever cuts, joins or cleans a run as GeoJSON and writes it back. The file is a valid track with its heights
# and its way; length can be read from it, time, pace and the day of the training cannot. The day stands in the description
# as plain text. legrun takes no sessions from a GPX file (legrun/logs/reading/elsewhere.py).
# Behaviour: togeojson 5 and later put the times under coordinateProperties, togpx looks for `times` and `coordTimes`, where
# earlier versions put them.
# Guess, written down first: the times are kept, the heart rates are lost.
# Seen: three points with heights, none with a time.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @tmcw/togeojson@7.1.3 togpx@0.5.4 @xmldom/xmldom@0.9.12
cat > look.mjs <<'JS'
import { gpx } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import togpx from "togpx";

const point = (minute) =>
  `<trkpt lat="${52 + minute / 500}" lon="13"><ele>${40 + minute}</ele><time>2026-03-04T17:0${minute}:00Z</time></trkpt>`;
const run =
  '<gpx version="1.1" creator="watch" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Easy</name>' +
  `<type>running</type><trkseg>${[0, 1, 2].map(point).join("")}</trkseg></trk></gpx>`;
const features = gpx(new DOMParser().parseFromString(run, "text/xml"));
const count = (text) => `${text.split("<trkpt").length - 1} points, ${text.split("<ele>").length - 1} heights, ` +
  `${text.split("<time>").length - 1} times`;
console.log(`watch: ${count(run)}`);
console.log(`GeoJSON: ${features.features[0].properties.coordinateProperties.times.length} times`);
console.log(`GPX again: ${count(togpx(features))}`);
const [day] = features.features;
day.properties.coordTimes = day.properties.coordinateProperties.times;
console.log(`with coordTimes: ${count(togpx(features))}`);
JS
seen="$(node look.mjs)"
expected='watch: 3 points, 3 heights, 3 times
GeoJSON: 3 times
GPX again: 3 points, 3 heights, 0 times
with coordTimes: 3 points, 3 heights, 3 times'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
