"""Distances as people write them: ``8.02 km``, ``5 miles``, ``5k``, ``8000 m``, ``half marathon``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legrun.logs.fields.numerals import decimal_mark, parse_number, roughly
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.reading.text import fold

__all__ = ["KM", "Distances", "distance_unit", "read_distances"]

KM = {"km": 1.0, "mi": KM_PER_MILE, "m": 0.001, "cm": 0.000_01, "yd": 0.000_914_4, "ft": 0.000_304_8}
_WORDS = {
    "km": "km kms k kilometer kilometers kilometre kilometres kilometro kilometros chilometri quilometros км "
    'километр километров кілометрів χλμ χιλιομετρα กม กิโลเมตร كم کیلومتر کم קמ ק"מ ק״מ '
    "公里 千米 キロ キロメートル 킬로 킬로미터",
    "mi": "mi mile miles meile meilen milla millas mille milles miglia milhas mil",
    "m": "m meter meters metre metres metros metri metern mtr mts м 米 メートル 미터",
    "cm": "cm centimeter centimeters centimetre centimetres",
    "yd": "yd yds yard yards",
    "ft": "ft feet foot",
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_WITH_UNIT = re.compile(r"(?:ca\.?|about|~|≈)?\s*(\d[\d.,'’\s\u00a0\u202f]*)\s*([^\W\d_]+(?:[\"״][^\W\d_]+)?)\.?", re.I)
_RACES = (
    (re.compile(r"(?:half|halb|demi|semi|media|mezza|meia|halve|halv|pol)[ -]?\s?mara?th?on\w*|hm|21k"), 21.0975),
    (re.compile(r"(?:full )?mara?th?on\w*"), 42.195),
)
_MISSING = re.compile(r"[-–—.\s]*|n/?a|none|null", re.I)


@dataclass(frozen=True)
class Distances:
    """A column of distances, cell by cell.

    Attributes
    ----------
    values : array of float
        The number in each cell, NaN where there is none.
    units : list of str
        The unit that the cell itself names; empty where it names none.
    bad : frozenset of str
        Texts that are neither a distance nor a sign of a missing one.
    """

    values: NDArray[np.float64]
    units: list[str]
    bad: frozenset[str]


def distance_unit(text: str) -> str | None:
    """Return the unit of distance that a header or a word names, or None.

    Examples
    --------
    >>> distance_unit("Distance (mi)"), distance_unit("Strecke km"), distance_unit("distance_m"), distance_unit("Run")
    ('mi', 'km', 'm', None)
    """
    return next((_UNITS[word] for word in reversed(fold(text).split()) if word in _UNITS), None)


def read_distances(texts: Sequence[str]) -> Distances:
    """Return the number and the unit in each cell of a column.

    Examples
    --------
    >>> column = read_distances(["5 miles", "8,05", "8000 m", "half marathon", "--", "far"])
    >>> column.values.tolist(), column.units
    ([5.0, 8.05, 8000.0, 21.0975, nan, nan], ['mi', '', 'm', 'km', '', ''])
    >>> sorted(column.bad)
    ['far']
    """
    split = {text: _split(text) for text in dict.fromkeys(texts)}
    mark = decimal_mark(number for number, _ in split.values() if number)
    known: dict[str, tuple[float, str]] = {}
    bad = set()
    for text, (number, unit) in split.items():
        value = parse_number(number, mark) if number else None
        if value is None and not _MISSING.fullmatch(text[:40]):
            race = _race(text)
            known[text] = (race, "km") if race else (np.nan, "")
            if not race:
                bad.add(text)
        else:
            known[text] = (np.nan if value is None else value, unit if value is not None else "")
    values = np.array([known[text][0] for text in texts], dtype=np.float64)
    return Distances(values, [known[text][1] for text in texts], frozenset(bad))


def _split(text: str) -> tuple[str, str]:
    text = roughly(text)
    match = _WITH_UNIT.fullmatch(text[:40])
    if match and (unit := _UNITS.get(match[2].casefold())):
        return match[1].strip(), unit
    return text, ""


def _race(text: str) -> float | None:
    folded = fold(text)
    return next((km for pattern, km in _RACES if pattern.fullmatch(folded)), None)
