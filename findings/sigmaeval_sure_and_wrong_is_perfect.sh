#!/usr/bin/env bash
# A forecast that is sure of a 3 and meets a 9 has the score of a perfect one, and the honest band scores worse.
#
# Version: sigmaeval 0.1.0.
# Who meets it: whoever compares bands of a rating, a pace or a pulse by it. The narrower the quantiles, the lower the score,
# whatever came of the day: the model chosen by it is the one that knows least of what it does not know. legrun scores
# probabilities of whole ratings with its own sum, tested against scoringrules (legrun/checks/daily.py).
# Behaviour: the squared difference of level and outcome is summed between the first and the last quantile alone; how far
# beyond them the outcome lies costs nothing.
# Guess, written down first: twice the mean pinball loss; the distance from the band costs what it is long.
# Seen, quantiles 10, 25, 50, 75 and 90 %: 0.00 for the sure forecast at any outcome, 0.17 for the narrow band at 5 as at 9.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check --no-deps sigmaeval==0.1.0 numpy==2.4.6
cat > look.py <<'PY'
import numpy as np
from sigmaeval.sigmaeval import crps_quantile

LEVELS = np.array([0.1, 0.25, 0.5, 0.75, 0.9])
FORECASTS = {"sure": [3, 3, 3, 3, 3], "narrow": [2.8, 2.9, 3, 3.1, 3.2], "honest": [1, 2, 3, 5, 7]}


def pinball(quantiles, rating):
    past = rating - np.array(quantiles)
    return 2 * np.mean(np.maximum(LEVELS * past, (LEVELS - 1) * past))


for name, quantiles in FORECASTS.items():
    for rating in (3, 5, 9):
        column = np.array(quantiles, dtype=float)[:, None]
        score = crps_quantile(column, LEVELS, np.array([rating]), normalization=False)
        print(f"{name}, {rating} came: {score:.2f}, by the pinball loss {pinball(quantiles, rating):.2f}")
PY
seen="$(env/bin/python look.py)"
expected='sure, 3 came: 0.00, by the pinball loss 0.00
sure, 5 came: 0.00, by the pinball loss 2.00
sure, 9 came: 0.00, by the pinball loss 6.00
narrow, 3 came: 0.04, by the pinball loss 0.04
narrow, 5 came: 0.17, by the pinball loss 1.92
narrow, 9 came: 0.17, by the pinball loss 5.92
honest, 3 came: 0.46, by the pinball loss 0.54
honest, 5 came: 0.46, by the pinball loss 0.94
honest, 9 came: 3.06, by the pinball loss 4.14'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
