#!/usr/bin/env bash
# A run at 5:30 a kilometre goes to the watch as 2985 metres a second.
#
# Version: pace2fit 0.1.3 with fit-tool 0.9.16, which is what its own requirement (0.9.15 or later) installs today.
# Who meets it: whoever writes a workout in words and loads it onto a Garmin watch. The step is there, its time and its name
# are right, and no pace on earth is inside its target. Two corrections of one fault meet: fit-tool did not scale this
# field, pace2fit multiplies by 1000 itself, and a later fit-tool scales it too. legrun says a pace in words
# (legrun/report) and writes no workout.
# Behaviour: the target is right with fit-tool 0.9.15 and a thousand times too fast with 0.9.16.
# Guess, written down first: 2.985 to 3.077 m/s, 5:25 to 5:35 a kilometre.
# Seen, read by Garmin's own SDK: 2.985 m/s with the one, 2985 m/s with the other.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check pace2fit==0.1.3 garmin-fit-sdk==21.218.0 fit-tool==0.9.15
cat > look.py <<'PY'
from importlib.metadata import version

from garmin_fit_sdk import Decoder, Stream

messages, _ = Decoder(Stream.from_file("workout.fit")).read()
(step,) = messages["workout_step_mesgs"]
slow, fast = (step[f"custom_target_speed_{end}"] for end in ("low", "high"))
print(f"fit-tool {version('fit-tool')}: {step['duration_time'] / 60:.0f} min at {slow:g} to {fast:g} m/s")
PY
seen="$(
    for version in 0.9.15 0.9.16; do
        env/bin/python -m pip install --quiet --disable-pip-version-check "fit-tool==$version"
        env/bin/pace2fit generate 10min@5:30 -o workout.fit > /dev/null
        env/bin/python -W ignore look.py
    done
)"
expected='fit-tool 0.9.15: 10 min at 2.985 to 3.077 m/s
fit-tool 0.9.16: 10 min at 2985 to 3077 m/s'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
