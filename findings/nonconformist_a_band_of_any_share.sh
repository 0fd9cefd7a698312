#!/usr/bin/env bash
# With nine mornings to learn from, a band of 99 % is the band of 90 %.
#
# Version: nonconformist 2.1.0, with scikit-learn 1.3.2.
# Who meets it: whoever puts a conformal band around a forecast of soreness or pace after a week or two of ratings. No nine
# numbers can hold 95 % of what comes; the band says so all the same. crepes answers with a band of all numbers, MAPIE with
# an error. legrun's bands are those of a model with a prior, narrowed by ratings (legrun/calibration/learned.py).
# Behaviour: where the share asks for a score beyond the largest one, the largest is taken, without a warning.
# Guess, written down first: an endless band, or an error.
# Seen: the half width grows from 80 to 90 % and stays the same at 95 and 99 %.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check \
    nonconformist==2.1.0 scikit-learn==1.3.2 numpy==1.26.4 scipy==1.15.3
cat > look.py <<'PY'
import numpy as np
from nonconformist.icp import IcpRegressor
from nonconformist.nc import NcFactory
from sklearn.dummy import DummyRegressor

# Soreness of twenty mornings after leg days; eleven to fit the mean, nine to learn how far it is off.
soreness = np.array([4, 5, 4, 3, 5, 6, 4, 5, 4, 3, 4, 5, 3, 6, 4, 7, 4, 2, 5, 4], dtype=float)
mornings = np.zeros((20, 1))
band = IcpRegressor(NcFactory.create_nc(DummyRegressor()))
band.fit(mornings[:11], soreness[:11])
band.calibrate(mornings[11:], soreness[11:])
for significance in (0.2, 0.1, 0.05, 0.01):
    low, high = band.predict(mornings[:1], significance=significance)[0]
    print(f"{1 - significance:.0%}: {low:.2f} to {high:.2f}")
PY
seen="$(env/bin/python look.py)"
expected='80%: 2.00 to 6.55
90%: 1.55 to 7.00
95%: 1.55 to 7.00
99%: 1.55 to 7.00'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
