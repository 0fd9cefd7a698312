#!/usr/bin/env bash
# A recording that was checked first holds nothing: no session, no set, no error.
#
# Version: garmin-fit-sdk 21.218.0; @garmin/fitsdk 21.217.0 (npm) beside it.
# Who meets it: whoever checks a file from a stranger before reading it, as one would, and brings the three calls is_fit(),
# check_integrity() and read() over from the same maker's JavaScript. The good files are the ones that come out empty; "no
# training" is the answer for all of them. legrun proves the checksum itself and reads once
# (legrun/logs/reading/fit_frames.py).
# Behaviour: the check leaves the stream at its end; reading begins there and finds no further file. is_fit() alone does not.
# Guess, written down first: the messages, as without the check.
# Seen: nothing after the check in Python, all of it in JavaScript.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @garmin/fitsdk@21.217.0
cat > look.py <<'PY'
import datetime as dt

from garmin_fit_sdk import Decoder, Encoder, Profile, Stream

START = dt.datetime(2026, 3, 4, 17, 30, tzinfo=dt.timezone.utc)
encoder = Encoder()
encoder.write_mesg({"mesg_num": Profile["mesg_num"]["FILE_ID"], "type": "activity", "time_created": START})
encoder.write_mesg({"mesg_num": Profile["mesg_num"]["SESSION"], "start_time": START, "sport": "running"})
with open("run.fit", "wb") as file:
    file.write(encoder.close())
for check in (False, True):
    decoder = Decoder(Stream.from_file("run.fit"))
    said = f"is_fit {decoder.is_fit()}"
    if check:
        said += f", check_integrity {decoder.check_integrity()}"
    read, errors = decoder.read()
    print(f"Python, {said}: {len(read)} kinds of messages, {len(errors)} errors")
PY
cat > look.mjs <<'JS'
import fs from "fs";
import { Decoder, Stream } from "@garmin/fitsdk";
const decoder = new Decoder(Stream.fromByteArray([...fs.readFileSync("run.fit")]));
const said = `isFIT ${decoder.isFIT()}, checkIntegrity ${decoder.checkIntegrity()}`;
const { messages, errors } = decoder.read();
console.log(`JavaScript, ${said}: ${Object.keys(messages).length} kinds of messages, ${errors.length} errors`);
JS
seen="$(env/bin/python look.py && node look.mjs)"
expected='Python, is_fit True: 2 kinds of messages, 0 errors
Python, is_fit True, check_integrity True: 0 kinds of messages, 0 errors
JavaScript, isFIT true, checkIntegrity true: 2 kinds of messages, 0 errors'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
