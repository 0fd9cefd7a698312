#!/usr/bin/env bash
# The npm package "ics" takes a start without a zone for the server's local time and writes it in UTC.
#
# Version: ics 3.8.1.
# Who meets it: whoever makes a training calendar on a server. A run at 07:00 made on a server in UTC stands at 09:00 in a
# Berlin summer. legrun writes times without a zone as floating, so that 07:00 is 07:00 where the person is.
# Behaviour: start [2026, 3, 30, 7, 0] becomes 20260330T050000Z under TZ=Europe/Berlin.
# Guess, written down first: a floating time, 20260330T070000.
# Seen: DTSTART:20260330T050000Z.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ics@3.8.1
cat > look.mjs <<'JS'
import ics from "ics";
const event = ics.createEvent({ title: "Easy run", start: [2026, 3, 30, 7, 0], duration: { minutes: 40 } });
console.log(event.value.match(/DTSTART.*/)[0].trim());
JS
seen="$(TZ=Europe/Berlin node look.mjs)"
expected='DTSTART:20260330T050000Z'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
