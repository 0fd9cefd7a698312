#!/usr/bin/env bash
# Three sets of back squats go to the watch as burpees, front squats as weighted burpees.
#
# Version: amakaflow-fitfiletool 0.2.6, read by garmin-fit-sdk 21.218.0.
# Who meets it: whoever writes a leg day as a workout for a Garmin watch. The text on the screen is right; the exercise behind
# it is what the watch keeps with each set and what a log of it tells later: no squat that week. legrun tells the work of
# a set by its exercise (legrun/logs/formats/fit.py).
# Behaviour: its list of exercises holds both under "Sandbag", a category it takes for one that watches refuse; it writes
# "Total Body" instead and keeps the number of the exercise. A name not in the list goes to the nearest spelling.
# Guess, written down first: a squat, and for the jump a plyometric exercise.
# Seen: burpee, weighted burpee and, for the split jump, a sit-up; "Squat" alone is a squat.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check amakaflow-fitfiletool==0.2.6 garmin-fit-sdk==21.218.0
cat > look.py <<'PY'
from amakaflow_fitfiletool import build_fit_workout
from garmin_fit_sdk import Decoder, Profile, Stream

NAMES = ("Squat", "Back Squat", "Front Squat", "Split Jump")
legs = {"title": "Legs", "blocks": [{"exercises": [{"name": name, "reps": 5, "sets": 3} for name in NAMES]}]}
messages, _ = Decoder(Stream.from_byte_array(bytearray(build_fit_workout(legs)))).read()
steps = [step for step in messages["workout_step_mesgs"] if "exercise_category" in step and step.get("duration_reps")]
for name, step in zip(NAMES, steps, strict=True):
    category = step["exercise_category"]
    exercise = Profile["types"][f"{category}_exercise_name"].get(step["exercise_name"], "?")
    print(f'{name}: "{step["wkt_step_name"]}" is {category}, {exercise}')
PY
seen="$(env/bin/python -W ignore look.py)"
expected='Squat: "Squat" is squat, squat
Back Squat: "Back Squat" is total_body, burpee
Front Squat: "Front Squat" is total_body, weighted_burpee
Split Jump: "Split Jump" is sit_up, alternating_sit_up'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
