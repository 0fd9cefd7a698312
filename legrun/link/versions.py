"""What every version of the link leaves unsaid, and the limits of a link."""

from __future__ import annotations

import datetime as dt

from legrun.evidence import value
from legrun.inputs.form import CHOICES, NUMBERS

__all__ = ["AHEAD", "LIMIT", "LONGEST", "NAMES", "OPTIONAL", "VERSION", "VERSIONS"]

VERSION = 1
# What a link of each version leaves unsaid. Never change a row: old links rely on it. What a new input
# stood for before there was one is added to each.
VERSIONS: dict[int, dict[str, str]] = {
    1: {
        "day": "Yesterday", "legmin": "60", "effort": "8", "nov": "Usual exercises", "sore": "4", "rated": "false",
        "sleep": "7.5", "usual": "7.5", "exp": "Recreational", "when": "Now", "runmin": "40", "runrpe": "4",
        "longest": "0", "alcohol": "0", "protein": "0", "age": "0", "hrmax": "0", "race": "None", "racemin": "0",
        "style": "Any", "terrain": "Flat",
    },
}  # fmt: skip
# Parameters that stand in a link only where there is something to say.
OPTIONAL = ("alcohol", "protein", "age", "hrmax", "race", "racemin", "style", "terrain")
OTHERS = ("v", "now", "legdate", "legtime", "leg", "run", "s", "n", "r", "habits", "resp", "since", "plan")
# What stands in the address of other pages and is read there.
ELSEWHERE = ("pins", "present")
NAMES = frozenset((*NUMBERS, *CHOICES, *OTHERS, *ELSEWHERE))

# Longest query, which leaves a hundred of the 2,000 characters that every program passes on to the site's address.
LIMIT = 1900
# Texts longer than any link's are not read.
LONGEST = 2000
# How far ahead the run in mind may lie.
AHEAD = dt.timedelta(hours=value("windows.horizon_h"))
