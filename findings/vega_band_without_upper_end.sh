#!/usr/bin/env bash
# A band without an upper end on one day narrows to nothing there, as if that day were certain.
#
# Version: Vega-Lite 6.4, drawn by vl-convert-python 1.9.0.post1.
# Who meets it: whoever draws a forecast band with an area of y and y2 and has a day on which one end could not be
# reckoned. The rule for invalid values looks at y alone. With the lower end missing the band has a gap, with the upper
# end missing it is drawn on, from the lower end to the lower end. legrun takes both ends of a band from the same draws,
# so that they are there or missing together (legrun/charts/week.py).
# Behaviour: a null in y breaks the area, a null in y2 puts the upper edge on the lower one.
# Guess, written down first: a gap in either case.
# Seen, on a scale of 0 to 10 over 100 pixels: one piece whose edges meet at 60 px, which is the lower end, 4.
set -euo pipefail
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv env
env/bin/python -m pip install --quiet --disable-pip-version-check vl-convert-python==1.9.0.post1
cat > look.py <<'PY'
import re

import vl_convert


def edges(low, high):
    values = [{"day": day, "low": low[day], "high": high[day]} for day in range(5)]
    y = {"field": "low", "type": "quantitative", "axis": None, "scale": {"domain": [0, 10]}}
    x = {"field": "day", "type": "quantitative", "axis": None}
    spec = {"data": {"values": values}, "width": 200, "height": 100, "mark": "area"}
    spec["encoding"] = {"x": x, "y": y, "y2": {"field": "high"}}
    svg = vl_convert.vegalite_to_svg(spec, vl_version="6.4")
    path = max(re.findall(r' d="(M[^"]*Z)"', svg), key=len)
    pieces = path.strip("Z").split("Z")
    third = [float(y) for x, y in re.findall(r"[ML]([\d.]+),([\d.]+)", path) if float(x) == 100]
    return f"{len(pieces)} piece(s), edges on the third day {third or 'none'}"


print("all there:", edges([4] * 5, [6] * 5))
print("lower end missing:", edges([4, 4, None, 4, 4], [6] * 5))
print("upper end missing:", edges([4] * 5, [6, 6, None, 6, 6]))
PY
seen="$(env/bin/python -W ignore look.py)"
expected='all there: 1 piece(s), edges on the third day [60.0, 40.0]
lower end missing: 2 piece(s), edges on the third day none
upper end missing: 1 piece(s), edges on the third day [60.0, 60.0]'
printf '%s\n' "$seen"
if [ "$seen" != "$expected" ]; then
    printf 'Changed. It was:\n%s\n' "$expected" >&2
    exit 1
fi
