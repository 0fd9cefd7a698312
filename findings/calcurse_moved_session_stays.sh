#!/usr/bin/env bash
# A leg day moved from Tuesday to Wednesday stands on both days, and one that was called off is there twice.
#
# Version: calcurse 4.7.1 (Debian 12; taken from its archive into the folder, nothing is installed).
# Who meets it: whoever imports a coach's calendar in which a weekly session was moved or called off for once, the way that
# every calendar saves it (RECURRENCE-ID). The import counts no item as skipped. A week with the session twice is twice the
# load on the legs. legrun writes each session as an entry of its own and no series (legrun/report/calendar.py).
# Behaviour: EXDATE and UNTIL of the series are kept; the changed day is added as an entry beside the series' own, and
# STATUS:CANCELLED is not looked at.
# Guess, written down first: one session on 1 April, none on 31 March and 7 April.
# Seen: one on each, and two on 7 April.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"
apt-get -qq download calcurse=4.7.1-1 libncursesw6 libtinfo6 2>/dev/null
for package in *.deb; do
    dpkg-deb -x "$package" root
done
libraries="$(find "$work/root" -name '*.so*' -printf '%h\n' | sort -u | paste -sd:)"
cat > plan.txt <<'ICS'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//plan//EN
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:legs@plan
DTSTAMP:20260301T080000Z
DTSTART;TZID=Europe/Berlin:20260310T180000
DURATION:PT1H
RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260414T160000Z
EXDATE;TZID=Europe/Berlin:20260324T180000
SUMMARY:Legs
END:VEVENT
BEGIN:VEVENT
UID:legs@plan
DTSTAMP:20260301T080000Z
RECURRENCE-ID;TZID=Europe/Berlin:20260331T180000
DTSTART;TZID=Europe/Berlin:20260401T183000
DURATION:PT1H
SUMMARY:Legs (moved)
END:VEVENT
BEGIN:VEVENT
UID:legs@plan
DTSTAMP:20260301T080000Z
RECURRENCE-ID;TZID=Europe/Berlin:20260407T180000
DTSTART;TZID=Europe/Berlin:20260407T180000
DURATION:PT1H
STATUS:CANCELLED
SUMMARY:Legs (called off)
END:VEVENT
END:VCALENDAR
ICS
sed 's/$/\r/' plan.txt > plan.ics
mkdir data config
export TMPDIR="$work"
calcurse() { LD_LIBRARY_PATH="$libraries" TZ=Europe/Berlin root/usr/bin/calcurse -D data -C config "$@"; }
calcurse -q -i plan.ics >/dev/null
seen="$(calcurse -Q --input-datefmt 4 --output-datefmt '%Y-%m-%d' --from 2026-03-10 --days 40 \
    --format-apt '%(start:%d %b %H:%M) %m\n' --format-recur-apt '%(start:%d %b %H:%M) %m, of the series\n' |
    grep -E '^[0-9]{2} ')"
expected='10 Mar 18:00 Legs, of the series
17 Mar 18:00 Legs, of the series
31 Mar 18:00 Legs, of the series
01 Apr 18:30 Legs (moved)
07 Apr 18:00 Legs, of the series
07 Apr 18:00 Legs (called off)
14 Apr 18:00 Legs, of the series'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
