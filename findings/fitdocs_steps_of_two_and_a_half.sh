#!/usr/bin/env bash
# Steps of 2.5 kg a set show as 2, 3, 3 and 2 kg: the page of a strength workout has whole kilograms.
#
# Version: fitdocs 0.2.0; the file is written by garmin-fit-sdk 21.218.0.
# Who meets it: whoever keeps a lifting diary from a watch's files. The smallest step that a bar takes is 2.5 kg, so every
# second weight of a progression is wrong on the page, which is the only place where the sets stand in words; one half is
# lost downwards and the next upwards. legrun counts sets and does not show weights.
# Behaviour: the load of a set is rounded to whole kilograms, a half to the even one.
# Guess, written down first: 102.5 kg, as in the file, which counts in sixteenths of a kilogram.
# Seen, of 100, 102.5, 105, 107.5 and 110 kg: 100, 102, 105, 108, 110.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check fitdocs==0.2.0 garmin-fit-sdk==21.218.0
mkdir files pages
cat > make.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Encoder, Profile

START = dt.datetime(2026, 3, 2, 17, 5, tzinfo=dt.timezone.utc)
END = START + dt.timedelta(minutes=55)
encoder = Encoder()


def message(kind, **fields):
    encoder.write_mesg({"mesg_num": Profile["mesg_num"][kind], **fields})


message("FILE_ID", type="activity", manufacturer="garmin", product=3, serial_number=1, time_created=START)
message("EVENT", timestamp=START, event="timer", event_type="start")
for place, weight in enumerate((100.0, 102.5, 105.0, 107.5, 110.0)):
    begin = START + dt.timedelta(minutes=5 * place)
    message(
        "SET", timestamp=begin, start_time=begin, duration=40.0, repetitions=5, weight=weight, set_type="active",
        category=["squat"], category_subtype=[6], message_index=place, weight_display_unit="kilogram",
    )
message("LAP", timestamp=END, start_time=START, total_elapsed_time=3300.0, total_timer_time=2700.0)
message(
    "SESSION", timestamp=END, start_time=START, total_elapsed_time=3300.0, total_timer_time=2700.0, sport="training",
    sub_sport="strength_training",
)
message("ACTIVITY", timestamp=END, total_timer_time=2700.0, num_sessions=1, type="manual", event="activity", event_type="stop")
with open("files/lift.fit", "wb") as file:
    file.write(encoder.close())
PY
env/bin/python make.py
env/bin/fitdocs sync files --out pages --no-prompt > /dev/null
seen="$(grep -ohE '^\| [0-9]+ \| [0-9]+ \| [0-9.]+ kg' pages/workouts/2026-*.md)"
expected='| 1 | 5 | 100 kg
| 2 | 5 | 102 kg
| 3 | 5 | 105 kg
| 4 | 5 | 108 kg
| 5 | 5 | 110 kg'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
