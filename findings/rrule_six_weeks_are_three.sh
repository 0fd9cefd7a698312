#!/usr/bin/env bash
# "every Tuesday and Friday for 6 weeks" ends after three weeks.
#
# Version: rrule 2.8.1 (npm).
# Who meets it: whoever lets athletes or coaches type the rhythm of a plan. Two sessions a week for six weeks are six
# sessions, without a word; with one day a week it happens to be right. legrun writes each session of a plan as an event of
# its own (legrun/report/calendar.py).
# Behaviour: the number after "for" is the number of sessions, whatever word follows it; "weeks" is not read.
# Guess, written down first: FREQ=WEEKLY;BYDAY=TU,FR and no end.
# Seen: COUNT=6; from 3 March the last session is on 20 March, not on 10 April.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund rrule@2.8.1
cat > look.mjs <<'JS'
import rrule from "rrule";

const plan = rrule.RRule.parseText("every Tuesday and Friday for 6 weeks");
const sessions = new rrule.RRule({ ...plan, dtstart: new Date(Date.UTC(2026, 2, 3, 18)) }).all();
console.log(rrule.RRule.optionsToString(plan));
console.log(sessions.length, "sessions, the last on", sessions.at(-1).toISOString().slice(0, 10));
JS
seen="$(TZ=UTC node look.mjs)"
expected='RRULE:FREQ=WEEKLY;BYDAY=TU,FR;COUNT=6
6 sessions, the last on 2026-03-20'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
