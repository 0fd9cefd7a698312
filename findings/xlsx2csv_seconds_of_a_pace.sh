#!/usr/bin/env bash
# Every pace between 5:00 and 5:59 a kilometre is 00:05 in the CSV.
#
# Version: xlsx2csv 0.8.6, on a workbook of openpyxl 3.1.5.
# Who meets it: whoever turns a training log kept in Excel into CSV before reading it. The column looks like clocks and is
# read as such: each run has the same pace, and a reader that takes it for minutes and seconds sees a pace of five seconds.
# legrun reads the workbook itself (legrun/logs/reading/workbook.py).
# Behaviour: any format of a time is written as hours and minutes; the seconds are gone.
# Guess, written down first: 05:30 for a cell of format m:ss, 59:59 or 1:00:00 for one of h:mm:ss.
# Seen: 00:05 for 5:00, 5:30 and 5:59, 00:59 for 59:59.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check xlsx2csv==0.8.6 openpyxl==3.1.5
cat > make.py <<'PY'
import openpyxl

book = openpyxl.Workbook()
for name, seconds, form in (
    ("5:00", 300, "m:ss"), ("5:30", 330, "m:ss"), ("5:59", 359, "mm:ss"), ("59:59", 3599, "h:mm:ss")
):
    book.active.append([f"typed {name}", seconds / 86400])
    book.active.cell(book.active.max_row, 2).number_format = form
book.save("log.xlsx")
PY
env/bin/python make.py
seen="$(env/bin/xlsx2csv log.xlsx | tr -d '\r')"
expected='typed 5:00,00:05
typed 5:30,00:05
typed 5:59,00:05
typed 59:59,00:59'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
