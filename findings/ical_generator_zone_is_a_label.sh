#!/usr/bin/env bash
# ical-generator writes the athlete's zone beside the clock of the server, so that a run at 07:00 in Berlin stands at 05:00.
#
# Version: ical-generator 10.2.0.
# Who meets it: whoever hands out a plan as a calendar. On a laptop in the athlete's zone it is right; on a server in UTC
# the same code is hours off, and no reader can tell, since zone and time are both there. legrun writes times without a
# zone, from what the person entered (legrun/report/calendar.py).
# Behaviour: of a JavaScript Date the hour and minute of the machine are taken, and the event's `timezone` is put in front
# of them as TZID, without converting. A DateTime of luxon, already in the zone, would be written as it stands.
# Guess, written down first: TZID=Europe/Berlin:20260330T070000, wherever the server stands.
# Seen: 050000 on a server in UTC, 070000 on one in Berlin.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical-generator@10.2.0
cat > look.mjs <<'JS'
import ical from "ical-generator";

const plan = ical({ name: "Plan" });
plan.createEvent({ summary: "Easy run", start: new Date("2026-03-30T05:00:00Z"), timezone: "Europe/Berlin" });
console.log(process.env.TZ, plan.toString().match(/DTSTART.*/)[0].trim());
JS
seen="$(TZ=UTC node look.mjs; TZ=Europe/Berlin node look.mjs)"
expected='UTC DTSTART;TZID=Europe/Berlin:20260330T050000
Europe/Berlin DTSTART;TZID=Europe/Berlin:20260330T070000'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
