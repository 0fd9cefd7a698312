#!/usr/bin/env bash
# A plan by weekday falls into January of the year 1, and Sunday's long run comes before Monday's legs.
#
# Version: csvkit 2.2.0 with agate 1.14.2 and parsedatetime 2.6.
# Who meets it: whoever sorts or converts a coach's plan with csvsort, csvjson or csvsql. The names of the days are gone
# from what is written, and an order by that column starts a week on Tuesday. Repetitions such as "8-10" become a day of
# August 2001 in the same way; legrun reads those as they were typed (legrun/logs/mapping/shapes/dated_repetitions.py) and says
# of a column of weekdays that it names no date (legrun/logs/mapping/mapped.py).
# Behaviour: a column of weekdays is a column of dates; each is the first such day after 1 January of the year 1, so that
# Monday, which that day was, is the 8th.
# Guess, written down first: text, since no date is in it.
# Seen: Wednesday 0001-01-03, Sunday 0001-01-07, Monday 0001-01-08.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 parsedatetime==2.6
cat > plan.csv <<'CSV'
day,session,minutes
Monday,legs,60
Wednesday,easy run,40
Sunday,long run,90
CSV
seen="$(env/bin/csvsort -c day plan.csv)"
expected='day,session,minutes
0001-01-03,easy run,40
0001-01-07,long run,90
0001-01-08,legs,60'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
