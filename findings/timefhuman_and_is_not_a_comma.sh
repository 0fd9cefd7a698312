#!/usr/bin/env bash
# "Tue and Thu 6pm" is a Tuesday at midnight; with a comma or "or" it is six in the evening on both.
#
# Version: timefhuman 0.1.5.
# Who meets it: whoever turns a coach's line into sessions. The Tuesday is not missing, it stands 18 hours too early, so the
# day before loses its recovery and the rest before the session is wrong by most of a day. legrun reads a plan by its table:
# a cell is one day's, whatever its line says (legrun/roster/sessions/text.py).
# Behaviour: days joined by a comma or "or" are a list and share what they lack; "and", "&" and "/" end one date and start
# the next, and a date without a clock is midnight.
# Guess, written down first: both at 18:00, as the README has it for "7/17, 7/18, 7/19 at 9".
# Seen: Tuesday 00:00 and Thursday 18:00, without a warning.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check timefhuman==0.1.5
cat > look.py <<'PY'
import datetime as dt

from timefhuman import tfhConfig, timefhuman

monday = tfhConfig(now=dt.datetime(2026, 3, 2, 9))
for line in ("Tue, Thu 6pm", "Tue or Thu 6pm", "Tue and Thu 6pm", "Tue & Thu 6pm", "Tue/Thu 6pm"):
    read = timefhuman(line, monday)
    sessions = read[0] if isinstance(read[0], list) else read
    print(f"{line}: " + ", ".join(f"{session:%a %H:%M}" for session in sessions))
PY
seen="$(env/bin/python look.py)"
expected='Tue, Thu 6pm: Tue 18:00, Thu 18:00
Tue or Thu 6pm: Tue 18:00, Thu 18:00
Tue and Thu 6pm: Tue 00:00, Thu 18:00
Tue & Thu 6pm: Tue 00:00, Thu 18:00
Tue/Thu 6pm: Tue 00:00, Thu 18:00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
