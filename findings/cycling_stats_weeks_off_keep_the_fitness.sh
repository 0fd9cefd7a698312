#!/usr/bin/env bash
# Seven weeks without any training leave fitness and fatigue where they were.
#
# Version: cycling-stats 0.1.0.
# Who meets it: whoever follows its README, which fills the days without training by `reindex` before the averages are taken:
# those days are empty, not zero. Someone who trained every other day, then was ill, comes back "fit and tired" at 100 of
# 100, and a plan by form starts where it ended. legrun makes every day without a session a zero (legrun/trends/load.py).
# Behaviour: pandas' ewm skips an empty day and repeats the last average; nothing else fills it. The first session, too, is
# the whole average at once.
# Guess, written down first: an empty day counts as zero, the averages start at zero.
# Seen, 100 points every other day for six weeks, then nothing for seven: fitness 100 and fatigue 100 at the end of both;
# with zeros 49 and 43, then 4 and 0.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check cycling-stats==0.1.0 pandas==3.0.6 numpy==2.4.6
cat > look.py <<'PY'
import pandas as pd
from cyclingstats.stats import acute_training_load, chronic_training_load

days = pd.date_range("2026-01-05", periods=13 * 7)
sessions = pd.Series(100.0, index=days[: 6 * 7 : 2])
as_in_readme = sessions.reindex(days)
for name, stress in (("empty days", as_in_readme), ("zeros", as_in_readme.fillna(0))):
    fitness, fatigue = chronic_training_load(stress), acute_training_load(stress)
    for weeks in (6, 13):
        print(f"{name}, week {weeks}: fitness {fitness.iloc[7 * weeks - 1]:.0f}, fatigue {fatigue.iloc[7 * weeks - 1]:.0f}")
PY
seen="$(env/bin/python look.py)"
expected='empty days, week 6: fitness 100, fatigue 100
empty days, week 13: fitness 100, fatigue 100
zeros, week 6: fitness 49, fatigue 43
zeros, week 13: fitness 4, fatigue 0'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
