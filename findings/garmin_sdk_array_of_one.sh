#!/usr/bin/env bash
# Garmin's Python SDK gives an array field as a plain value when the file holds one element, else as a list.
#
# Version: garmin-fit-sdk 21.218.0 (Python). The same maker's JavaScript SDK always gives a list.
# Who meets it: whoever reads sets of a strength workout. `for name in message["category"]` walks through the letters of
# "squat" in one file and through names in the next. legrun takes both (legrun/logs/formats).
# Behaviour: the length in the file decides, not the profile, which calls the field an array.
# Guess, written down first: a list or tuple of names, always.
# Seen: 'squat' and ['squat', 'lunge'].
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0
cat > look.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

begin = dt.datetime(2026, 3, 2, 17, 5, tzinfo=dt.timezone.utc)
for categories in (["squat"], ["squat", "lunge"]):
    encoder = Encoder()
    encoder.write_mesg({"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "activity", "time_created": begin})
    encoder.write_mesg(
        {"mesg_num": Profile["mesg_num"]["SET"], "start_time": begin, "repetitions": 10, "set_type": "active",
         "category": categories}
    )
    messages, errors = Decoder(Stream.from_byte_array(bytearray(encoder.close()))).read()
    print(messages["set_mesgs"][0]["category"], errors)
PY
seen="$(env/bin/python -W ignore look.py)"
expected='squat []
['"'"'squat'"'"', '"'"'lunge'"'"'] []'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
