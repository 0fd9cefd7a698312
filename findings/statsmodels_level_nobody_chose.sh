#!/usr/bin/env bash
# One level of a 0 to 10 scale that nobody chose, and the ordinal model says that the leg day made no difference.
#
# Version: statsmodels 0.15.0.
# Who meets it: whoever fits ratings with OrderedModel. Scales of eleven steps have steps that a small group never
# chooses, and a pandas categorical keeps them. The fit returns: slope exactly 0, the same forecast for everybody, with a
# ConvergenceWarning and no word about the empty step. legrun takes ratings as numbers between 0 and 10, so that a step
# that was never chosen is nothing special (legrun/forecast/response.py).
# Behaviour: the empty step gives a first guess of minus infinity, from which the optimizer does not move.
# Guess, written down first: an error that names the empty level, or its probability is 0 and the rest is as usual.
# Seen: slope 0.0 with eleven levels, 1.2 with the ten that were chosen, from the same ratings.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check statsmodels==0.15.0 pandas==3.0.6 numpy==2.4.6 scipy==1.17.1
cat > look.py <<'PY'
import numpy as np
import pandas as pd
from statsmodels.miscmodels.ordinal_model import OrderedModel

sets = pd.DataFrame({"sets": np.tile(np.arange(11.0), 30)})
spread = (np.arange(330) * 71 % 330) / 330 * 4 - 2
ratings = np.clip(np.round(0.8 * sets["sets"] + 1 + spread), 0, 10).astype(int).replace(7, 6)
for levels in (range(11), sorted(set(ratings))):
    soreness = pd.Series(pd.Categorical(ratings, categories=levels, ordered=True))
    fit = OrderedModel(soreness, sets, distr="logit").fit(method="bfgs", maxiter=500, disp=0)
    chance = fit.predict(pd.DataFrame({"sets": [0.0, 10.0]}))
    high = chance.loc[:, [level for level in chance.columns if level >= 5]].sum(axis=1)
    print(f"{len(levels)} levels: slope {fit.params['sets']:.1f}, soreness of 5 or more after 0 and 10 sets", *high.round(2))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='11 levels: slope 0.0, soreness of 5 or more after 0 and 10 sets 0.56 0.56
10 levels: slope 1.2, soreness of 5 or more after 0 and 10 sets 0.01 1.0'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
