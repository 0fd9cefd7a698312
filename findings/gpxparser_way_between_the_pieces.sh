#!/usr/bin/env bash
# Two kilometres run in two pieces are four: the way between the pieces, by car, is counted.
#
# Version: gpxparser 3.0.8 and @we-gold/gpxjs 1.2.0 (both npm).
# Who meets it: whoever sums kilometres from GPX files of watches that start a new segment after a pause. What was driven
# or walked while the watch stood is in the total of both; gpxpy and the Python package gpx leave it out. legrun takes
# distances from lists of activities, where the app summed them, and from the session of a FIT file.
# Behaviour: the points of all segments become one list before the distance is taken.
# Guess, written down first: each segment by itself, so 2000 m.
# Seen: 4000 m from both, with 1000 m in each of two segments and 2000 m between them.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund gpxparser@3.0.8 @we-gold/gpxjs@1.2.0
cat > look.mjs <<'JS'
import GpxParser from "gpxparser";
import { parseGPX } from "@we-gold/gpxjs";
import { JSDOM } from "jsdom";

const point = (metre, minute) =>
  `<trkpt lat="${47 + metre / 111195}" lon="8"><ele>400</ele>` +
  `<time>2026-03-04T17:${String(minute).padStart(2, "0")}:00Z</time></trkpt>`;
const segment = (metre, minute) =>
  `<trkseg>${[...Array(11).keys()].map((n) => point(metre + n * 100, minute + n)).join("")}</trkseg>`;
const file =
  `<?xml version="1.0"?><gpx version="1.1" creator="look" xmlns="http://www.topografix.com/GPX/1/1">` +
  `<trk><name>Run</name>${segment(0, 0)}${segment(3000, 30)}</trk></gpx>`;

const old = new GpxParser();
old.parse(file);
globalThis.DOMParser = new JSDOM().window.DOMParser;
const [parsed] = parseGPX(file);
for (const [name, track] of [["gpxparser", old.tracks[0]], ["gpxjs", parsed.tracks[0]]])
  console.log(`${name}: ${track.points.length} points, ${Math.round(track.distance.total)} m`);
JS
seen="$(node look.mjs)"
expected='gpxparser: 22 points, 4000 m
gpxjs: 22 points, 4000 m'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
