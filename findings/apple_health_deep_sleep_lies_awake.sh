#!/usr/bin/env bash
# A night in core, deep and REM sleep is a night of lying in bed without any sleep.
#
# Version: apple-health 2.0.0.
# Who meets it: whoever sums the sleep of an iPhone's export with it. Since iOS 16 a watch writes the phases of sleep, and
# each gets the value of "in bed", so the time asleep is nothing and the time in bed counts twice. legrun reads the words of
# the phases (legrun/logs/formats/apple.py, legrun/logs/mapping/shapes/sleep_rows.py).
# Behaviour: in bed is 0, asleep 1, awake 2; a word it does not know, as those of the phases, is 0 too, without an error.
# Guess, written down first: the words of the export, or a number of its own for each.
# Seen: 0 for the three phases and for the time in bed.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check apple-health==2.0.0
cat > look.py <<'PY'
from health import HealthData

PHASES = ("InBed", "Asleep", "Awake", "AsleepCore", "AsleepDeep", "AsleepREM")
rows = "".join(
    f'<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" creationDate="2026-03-04 07:00:00 +0100" '
    f'startDate="2026-03-04 0{hour}:00:00 +0100" endDate="2026-03-04 0{hour}:50:00 +0100" '
    f'value="HKCategoryValueSleepAnalysis{phase}"/>'
    for hour, phase in enumerate(PHASES)
)
with open("export.xml", "w") as file:
    file.write(f'<?xml version="1.0" encoding="UTF-8"?><HealthData locale="de_CH">{rows}</HealthData>')
read = HealthData.read(
    "export.xml", include_me=False, include_activity_summaries=False, include_correlations=False, include_records=True,
    include_workouts=False,
)
for phase, record in zip(PHASES, read.records, strict=True):
    print(f"{phase}: {record.value:g}")
PY
seen="$(env/bin/python -W ignore look.py)"
expected='InBed: 0
Asleep: 1
Awake: 2
AsleepCore: 0
AsleepDeep: 0
AsleepREM: 0'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
