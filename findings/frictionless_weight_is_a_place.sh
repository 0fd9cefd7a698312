#!/usr/bin/env bash
# A bar of 102,5 kg is a place in the sea off Malaysia: a decimal comma is taken for longitude and latitude.
#
# Version: frictionless 5.21.0.
# Who meets it: whoever lets it describe a training log from a German or French spreadsheet, where columns end at a
# semicolon. Such a column is no number any more, each row comes out as two, and nothing is said; the report of
# `frictionless describe` shows the type, the rows show [102.0, 5.0]. legrun reads decimal commas
# (legrun/logs/fields/numerals.py).
# Behaviour: "72,5" fits the type geopoint, which is tried before numbers, so a whole column of them is one.
# Guess, written down first: string, since the comma is no decimal sign by default.
# Seen: geopoint, [72.0, 5.0] and [102.0, 5.0].
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check frictionless==5.21.0
cat > log.csv <<'CSV'
Datum;Übung;Gewicht;Wdh
2026-03-02;Kniebeuge;72,5;8
2026-03-04;Kniebeuge;102,5;5
CSV
cat > look.py <<'PY'
from frictionless import Resource

log = Resource(path="log.csv", encoding="utf-8")
rows = log.read_rows()
for field in log.schema.fields:
    print(field.name, field.type)
for row in rows:
    print([float(number) for number in row["Gewicht"]])
PY
seen="$(env/bin/python -W ignore look.py)"
expected='Datum date
Übung string
Gewicht geopoint
Wdh integer
[72.0, 5.0]
[102.0, 5.0]'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
