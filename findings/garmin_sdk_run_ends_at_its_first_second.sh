#!/usr/bin/env bash
# A run whose seconds are saved the short way ends at its first point and has no summary.
#
# Version: garmin-fit-sdk 21.218.0 and @garmin/fitsdk 21.217.0 (npm), the maker's own; fitdecode 0.11.0 beside them.
# Who meets it: whoever reads recordings of older watches and bike computers, which save five bits of the time in the head of
# each point, as the format's own description has it. The check of the file's integrity passes. legrun cuts summaries and
# sets out of the file before it is decoded, so that such points do no harm (legrun/logs/reading/fit_frames.py).
# Behaviour: the reader stops at the first message with a compressed time and returns what it has, with an error in a list.
# Guess, written down first: ten points and a session, from the format's own reader as from others.
# Seen: one point, no session; fitdecode has all of it.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check garmin-fit-sdk==21.218.0 fitdecode==0.11.0
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @garmin/fitsdk@21.217.0
cat > make.py <<'PY'
import struct

from garmin_fit_sdk import CrcCalculator

START = 1141579800  # 4 March 2026, 17:30, in seconds since the end of 1989
ENUM, UINT8, UINT32 = (0x00, 1, "B"), (0x02, 1, "B"), (0x86, 4, "I")
FILE_ID = (0, 0, ((0, ENUM), (4, UINT32)))
FIRST = (1, 20, ((253, UINT32), (3, UINT8), (5, UINT32)))
RECORD = (3, 20, ((3, UINT8), (5, UINT32)))
SESSION = (2, 18, ((253, UINT32), (2, UINT32), (5, ENUM), (8, UINT32), (9, UINT32)))


def definition(local, number, fields):
    listed = b"".join(bytes([field, size, kind]) for field, (kind, size, _) in fields)
    return bytes([0x40 | local, 0, 0]) + struct.pack("<H", number) + bytes([len(fields)]) + listed


def message(kind, *values, seconds=None):
    local, _, fields = kind
    head = local if seconds is None else 0x80 | local << 5 | seconds & 0x1F
    return bytes([head]) + struct.pack("<" + "".join(letter for _, (_, _, letter) in fields), *values)


body = definition(*FILE_ID) + message(FILE_ID, 4, START)
body += definition(*FIRST) + message(FIRST, START, 150, 0) + definition(*RECORD)
for second in range(10, 100, 10):
    body += message(RECORD, 150, 300 * second, seconds=START + second)
body += definition(*SESSION) + message(SESSION, START + 90, START, 1, 90000, 27000)
head = bytes([14, 0x20]) + struct.pack("<HI", 2132, len(body)) + b".FIT"
head += struct.pack("<H", CrcCalculator.calculate_crc(head, 0, len(head)))
data = head + body
with open("run.fit", "wb") as file:
    file.write(data + struct.pack("<H", CrcCalculator.calculate_crc(data, 0, len(data))))
PY
cat > look.py <<'PY'
import fitdecode
from garmin_fit_sdk import Decoder, Stream

print("integrity:", Decoder(Stream.from_file("run.fit")).check_integrity())
read, errors = Decoder(Stream.from_file("run.fit")).read()
print(f"Python: {len(read['record_mesgs'])} points, {len(read.get('session_mesgs', []))} sessions, {errors[0]}")
with fitdecode.FitReader("run.fit") as file:
    names = [frame.name for frame in file if isinstance(frame, fitdecode.FitDataMessage)]
print(f"fitdecode: {names.count('record')} points, {names.count('session')} sessions")
PY
cat > look.mjs <<'JS'
import fs from "fs";
import { Decoder, Stream } from "@garmin/fitsdk";
const { messages, errors } = new Decoder(Stream.fromByteArray([...fs.readFileSync("run.fit")])).read();
const count = (list) => (list ?? []).length;
const [points, sessions] = [count(messages.recordMesgs), count(messages.sessionMesgs)];
console.log(`JavaScript: ${points} points, ${sessions} sessions, ${errors.length} error`);
JS
env/bin/python make.py
seen="$(env/bin/python look.py && node look.mjs)"
expected='integrity: True
Python: 1 points, 0 sessions, FIT Runtime Error at byte: 69 Compressed timestamp messages are not currently supported
fitdecode: 10 points, 1 sessions
JavaScript: 1 points, 0 sessions, 1 error'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
