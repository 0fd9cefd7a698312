"""What stands beside a session's main part: repeats, strides after an easy run, warm-up and cool-down."""

from __future__ import annotations

import re

from legrun.evidence import value
from legrun.logs.fields.units import KM_PER_MILE

__all__ = [
    "DISTANCE_UNITS",
    "NUMBER",
    "REPEATS",
    "in_one",
    "is_warm_up",
    "repeats_minutes",
    "without_strides",
    "without_warm_up",
]

NUMBER = r"(\d{1,5}(?:[.,]\d{1,3})?)"
DISTANCE_UNITS = r"km|kms|k|miles?|mi|meilen|m|meters?|metres?"
_SECONDS = "seconds|secs?|sek|s|''|\u2033"
_UNITS = rf"{DISTANCE_UNITS}|minutes|mins?|'|\u2032|{_SECONDS}"
REPEATS = re.compile(
    rf"\b(\d{{1,2}})\s*[x\u00d7*]\s*{NUMBER}\s*(km|k|m|min|mins|''|\u2033|'|\u2032|sec|s)?(?![\w])", re.I
)
# "6 strides", "4 x 20 s Steigerungen", "+ 5 rectas": they make no interval session of an easy run.
_STRIDES = re.compile(
    rf"(?:[+&,/]|\bwith\b|\bplus\b|\bund\b|\bavec\b|\bcon\b)?\s*\d{{1,2}}\s*(?:[x\u00d7*]\s*(?:{NUMBER}\s*(?:{_UNITS})?)?)?\s*"
    r"(?:strides?|pickups?|steigerung\w*|stl|lignes droites|accelerations?|acc\u00e9l\u00e9rations?|rectas|progresivos|"
    r"allunghi|retas|versnellingen|stigningsl\u00f8p|stegringar|przebie\u017ck\w*)\b"
    r"(?:\s*(?:@|at|in)\s*(?:\d{1,2}\s?k|mile)\s*pace)?",
    re.I,
)
_SHORT_S, _SHORT_M = 30.0, 120.0  # what no interval is shorter than, where the run is called easy
_LEAST_M, _MOST_MIN, _MOST_WORK_MIN = 100.0, 20.0, 90.0  # of repeats without a unit
_LONG_RUNG_MIN = 10  # "10-10-10 min" is a run in parts
# Repeats in sets, "2x(8x400)", in brackets, "6x(3' on", and in rounds, "5 rounds of 400 m".
_IN_SETS = re.compile(r"\b(\d{1,2})\s*[x\u00d7*]\s*\(?\s*(\d{1,2})\s*[x\u00d7*]\s*(?=\d)")
# A ladder, "400-800-1200-800-400" or "1-2-3-2-1 min": as its sum.
_LADDER = re.compile(
    r"(?<![\w.,:/\u00d7*-])(\d{1,4}(?:\s*[-\u2013/]\s*\d{1,4}){2,})(?![\d.,:/-])"
    r"\s*(mins?\b|'(?!')|\u2032|km\b|k\b|m\b)?",
    re.I,
)
# The same with a unit on each rung: "1k-2k-3k-2k-1k".
_RUNG = re.compile(r"(\d)\s*(km?|m|min|'|\u2032)(?=(?:\s*[-\u2013/]\s*\d{1,4}\s*\2(?!\w))+)", re.I)
_OF_MILES = re.compile(r"\b(\d{1,2})\s*[x\u00d7*]\s*(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*)?(?:mi(?:les?)?|(?-i:M))\b", re.I)
_MOST_M = 20.0  # below it "6x3m" is of minutes
_IN_BRACKETS = re.compile(r"\b(\d{1,2}\s*[x\u00d7*])\s*\(\s*(?=\d)")
_IN_ROUNDS = re.compile(r"\b(\d{1,2})\s*(?:rounds?|times|runden|mal|fois|veces|vezes|volte)\s*(?:of\s+)?(?=\d)", re.I)
# How many of them may stand last: "800 m x 6".
_COUNT_LAST = re.compile(
    rf"(?<![\w.,:x\u00d7*-]){NUMBER}\s*(km|k|m|min|mins|'|\u2032|mi|miles?)\s*[x\u00d7*]\s*(\d{{1,2}})"
    rf"(?![\w.,:]|\s*(?:{_UNITS})(?!\w)|\s*[x\u00d7*])",
    re.I,
)
_WARM = (
    r"(?:w/?u|c/?d|warm[\s-]?(?:up|down)|cool(?:[\s-]?down)?|einlaufen|auslaufen|einl|ausl|\u00e9chauffement|echauffement|ech|"
    r"retour au calme|rac|calentamiento|vuelta a la calma|enfriamiento|aquecimento|desaquecimento|riscaldamento|"
    r"defaticamento|calentar|soltar|inlopen|uitlopen|(?-i:EL|AL|RC)|oppvarming|nedjogg|uppv\u00e4rmning|nedjogg|rozgrzewka|schlodzenie)"
)
_WARM_UP = re.compile(
    rf"\b{_WARM}\b\s*:?\s*{NUMBER}\s*(?:{_UNITS})?(?!\w)"
    rf"|(?<![\d.,:]){NUMBER}\s*(?:{_UNITS})?\s*(?:easy |jog |of )?{_WARM}\b",
    re.I,
)


def in_one(text: str) -> str:
    """Return a text with repeats in sets, in brackets or in rounds as plain ones.

    Examples
    --------
    >>> in_one("2x(8x400 m)"), in_one("6x(3' on, 2' off)"), in_one("5 rounds of 400 m")
    ('16x400 m)', "6x3' on, 2' off)", '5x400 m')
    >>> in_one("400-800-1200-800-400"), in_one("1-2-3-2-1 min"), in_one("1k-2k-1k"), in_one("4 x mile")
    ('1x3600 m', '1x9 min', '1x4 k', '4x1609 m')
    """
    text = _COUNT_LAST.sub(r"\3x\1 \2", text)
    text = _LADDER.sub(_summed, _RUNG.sub(r"\1", _OF_MILES.sub(_in_metres, text)))
    text = _IN_SETS.sub(lambda match: f"{int(match[1]) * int(match[2])}x", _IN_ROUNDS.sub(r"\1x", text))
    return _IN_BRACKETS.sub(r"\1", text)


def _summed(match: re.Match[str]) -> str:
    """Return a ladder as one repeat of its sum; without a unit only hundreds of metres are one."""
    rungs = [int(rung) for rung in re.findall(r"\d+", match[1])]
    in_metres = all(rung >= _LEAST_M and rung % 50 == 0 for rung in rungs)
    unit = match[2] or ("m" if in_metres else "")
    if not unit or (unit == "m" and not in_metres):
        return match[0]
    if unit.casefold() in ("km", "k", "m"):
        return f"1x{sum(rungs)} {unit}"
    return f"{'1x' * (min(rungs) < _LONG_RUNG_MIN)}{sum(rungs)} min"


def _in_metres(match: re.Match[str]) -> str:
    """Return repeats of miles, "4x1 mile" or "4 x mile", as those of metres."""
    each = float((match[2] or "1").replace(",", "."))
    return f"{match[1]}x{round(1000 * KM_PER_MILE * each)} m"


def repeats_minutes(text: str) -> float | None:
    """Return how long the repeats of a session last, without warm-up and breaks; None where it has none. [min]

    Examples
    --------
    >>> repeats_minutes("6 x 3' @ 5k pace"), repeats_minutes("easy 40 min")
    (18.0, None)
    """
    match = REPEATS.search(text)
    if match is None:
        return None
    count, each, unit = int(match[1]), float(match[2].replace(",", ".")), (match[3] or "").casefold()
    if unit in ("min", "mins", "'", "\u2032"):
        return count * each
    if unit in ("s", "sec", "''", "\u2033"):
        return count * each / 60
    if unit == "m" and each < _MOST_M:
        return count * each
    if not unit and each < _LEAST_M:
        # "3x10" is of minutes, "10x30" of seconds.
        return count * each / (1 if each <= _MOST_MIN and count * each <= _MOST_WORK_MIN else 60)
    return count * (each if unit in ("km", "k") else each / 1000) * value("plan.min_per_km")


def without_strides(text: str, *, is_easy: bool) -> str:
    """Return a text without its strides; where the run `is_easy`, repeats that are as short are strides too.

    Examples
    --------
    >>> without_strides("Easy 8 km + 6 strides", is_easy=True), without_strides("4x100 m", is_easy=False)
    ('Easy 8 km', '4x100 m')
    >>> without_strides("Easy 45' + 4x100m", is_easy=True)
    "Easy 45' +"
    """
    rest = _STRIDES.sub(" ", text)
    if is_easy and (match := REPEATS.search(rest)):
        each, unit = float(match[2].replace(",", ".")), (match[3] or "").casefold()
        short = _SHORT_S if unit in ("s", "sec", "''", "\u2033") else _SHORT_M if unit in ("m", "") else 0.0
        rest = f"{rest[: match.start()]} {rest[match.end() :]}" if each <= short else rest
    return rest.strip()


def is_warm_up(words: str) -> bool:
    """Tell the words for a warm-up or a cool-down, and no others.

    Examples
    --------
    >>> is_warm_up("WU"), is_warm_up("cool down"), is_warm_up("easy")
    (True, True, False)
    """
    return re.fullmatch(_WARM, words.strip(), re.I) is not None


def without_warm_up(text: str) -> str:
    """Return a text without its warm-up and cool-down, which are no length of the whole.

    Examples
    --------
    >>> without_warm_up("10k race, warm up 15 min"), without_warm_up("15' WU, 4x800, CD 10")
    ('10k race,  ', ' , 4x800,  ')
    """
    return _WARM_UP.sub(" ", text)
