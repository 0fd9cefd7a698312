#!/usr/bin/env bash
# One early beat in five minutes lifts a cleaned morning RMSSD from 15 to 27 ms.
#
# Version: hrv-analysis 1.0.5, with nolds 0.5.2.
# Who meets it: whoever decides on a hard day from the heart rate variability of the morning. Early beats are common, and a
# tired athlete with a low value reads as a rested one on the morning of the first. legrun asks for no heart rate
# variability.
# Behaviour: get_nn_intervals removes the early beat, keeps the long one after it, which is as far from the others, and
# fills the gap with a mean of a normal and the long beat.
# Guess, written down first: both beats go, the rest is as without them, so 15 ms.
# Seen: 26.6 ms; without any cleaning 46.4 ms. The beat of 1315 ms is among the "normal" ones.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check hrv-analysis==1.0.5 nolds==0.5.2
cat > look.py <<'PY'
import contextlib
import io

import hrvanalysis

calm = [1000, 1015] * 150
early = [*calm[:150], 700, 1315, *calm[152:]]
with contextlib.redirect_stdout(io.StringIO()):
    cleaned = hrvanalysis.get_nn_intervals(early)
for name, beats in (("calm", calm), ("with an early beat", early), ("the same, cleaned", cleaned)):
    print(f"{name}: {hrvanalysis.get_time_domain_features(beats)['rmssd']:.1f} ms")
print("around it:", *(f"{beat:.0f}" for beat in cleaned[149:154]))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='calm: 15.0 ms
with an early beat: 46.4 ms
the same, cleaned: 26.6 ms
around it: 1015 1165 1315 1000 1015'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
