#!/usr/bin/env bash
# A second between two heart beats is 1024: the strap's own unit comes through, beside beats per minute in plain numbers.
#
# Version: pycycling 0.4.1, its heart rate service.
# Who meets it: whoever takes the morning's heart rate variability from a chest strap. Everything after expects
# milliseconds, and 1024ths are near enough to pass for them: each interval and every measure in milliseconds is 2.4 %
# too long, and lnRMSSD, which is compared with last week's from an app, is off by the same 0.024 each day. legrun
# asks for no heart rate variability.
# Behaviour: the number of the Bluetooth characteristic is handed on as it was sent, as rr_interval, without its unit.
# Guess, written down first: 1000 milliseconds or 1.0 seconds.
# Seen: bpm 60, rr_interval 1024.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pycycling==0.4.1
cat > look.py <<'PY'
import asyncio

from pycycling.heart_rate_service import HeartRateService


class Strap:
    """A strap that beats once a second: flags, beats per minute, one interval of 1024 / 1024 s."""

    async def start_notify(self, characteristic, notify):
        notify(characteristic, bytearray([0b10000, 60, *(1024).to_bytes(2, "little")]))


async def main():
    service = HeartRateService(Strap())
    service.set_hr_measurement_handler(lambda beat: print("bpm", beat.bpm, "rr_interval", *beat.rr_interval))
    await service.enable_hr_measurement_notifications()


asyncio.run(main())
PY
seen="$(env/bin/python -W ignore look.py)"
expected='bpm 60 rr_interval 1024'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
