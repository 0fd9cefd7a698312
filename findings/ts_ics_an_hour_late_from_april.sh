#!/usr/bin/env bash
# A leg day every Tuesday at six is at seven once the clocks have changed, and the last one is gone.
#
# Version: ts-ics 2.4.6 (npm).
# Who meets it: whoever shows an athlete's calendar in an app and plans around it. From the last Sunday of March each session
# of a series stands an hour late, until October; where the series ends by UNTIL, its last session falls past the end. The
# zone is in the file, as a rule and by its IANA name. legrun writes each session with a clock of its own
# (legrun/report/calendar.py).
# Behaviour: the start is turned into a moment and the series counts on from there in days of 24 hours; the zone that was
# read beside it is not asked.
# Guess, written down first: 18:00 in Berlin on each of the five Tuesdays.
# Seen: 18:00 three times, 19:00 once, and no fifth.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ts-ics@2.4.6
cat > look.mjs <<'JS'
import { convertIcsCalendar, extendByRecurrenceRule } from "ts-ics";

const plan = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//plan//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:legs@plan
DTSTAMP:20260301T080000Z
DTSTART;TZID=Europe/Berlin:20260310T180000
DTEND;TZID=Europe/Berlin:20260310T191500
RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260407T160000Z
SUMMARY:Leg day
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");
const [legs] = convertIcsCalendar(undefined, plan).events;
const clock = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });
console.log(`zone read: ${legs.start.local.timezone}`);
for (const session of extendByRecurrenceRule(legs.recurrenceRule, { start: legs.start.date }))
  console.log(clock.format(session));
JS
seen="$(node look.mjs)"
expected='zone read: Europe/Berlin
10 Mar 2026, 18:00
17 Mar 2026, 18:00
24 Mar 2026, 18:00
31 Mar 2026, 19:00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
