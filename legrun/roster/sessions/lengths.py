"""How long a session is by a coach's words: minutes, kilometres, a bare number, parts that add up, and its pace."""

from __future__ import annotations

import re

from legrun.evidence import value
from legrun.logs.fields.units import KM_PER_MILE
from legrun.logs.reading.text import fold
from legrun.roster.sessions.repeats import DISTANCE_UNITS, NUMBER, REPEATS, is_warm_up, without_warm_up
from legrun.roster.sessions.words import named_km, named_style
from legrun.scenario import Kind, Style

__all__ = [
    "DISTANCE",
    "HOURS",
    "MINUTES",
    "bare_minutes",
    "length",
    "minutes_beside_repeats",
    "part_pace",
    "with_miles",
    "with_minutes",
]

HOURS = re.compile(
    r"(?<![:\d.,])\b(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|hr|hrs|hours?|std|stunden?|heures?|horas?|ore|uur)\s*([0-5]\d)?\s*(?:min|m)?\b",
    re.I,
)
_CLOCK_LONG = re.compile(r"(?<!\d)(\d{1,2}):([0-5]\d)(?!\d)")
MINUTES = re.compile(
    rf"{NUMBER}\s*(?:min(?:s|utes?|uten|utos|uti|utter|uter)?\b|mn\b|dk\b|мин\b|分|분|['\u2032](?![\w'\u2032]))", re.I
)
# Not of a code, as that of a programme is: "C25K".
DISTANCE = re.compile(rf"(?<!\b[a-z])(?<!\b[a-z]\d){NUMBER}\s*({DISTANCE_UNITS})(?![\w])", re.I)
_PACE = re.compile(
    r"@?\s*(?:(\d{1,2}:[0-5]\d)\s*(?:min)?\s*[-\u2013]\s*)?(\d{1,2}:[0-5]\d)\s*(?:min)?\s*(?:/|per|pro|par|por)\s*(km|k|mile|mi)\b",
    re.I,
)
# "12 km 5:30-4:30", "12 km 5:30": clocks behind a distance are paces where no run of it begins and ends so or lasts so.
_PACES_BEHIND = re.compile(
    r"(?<=\d)\s*(km|k|mi|miles?)\b([^\d:]*)\b(\d{1,2}:[0-5]\d)"
    r"(?:\s*(?:-+>?|\u2013|\u2192|\b(?:to|bis|auf|a|\u00e0)\b)\s*(\d{1,2}:[0-5]\d))?(?!\s*(?:am|pm|uhr|h)\b|[:\d])",
    re.I,
)
_FASTEST, _SLOWEST = 4.5, 15.0  # of what is run between two clocks, and of any run [min/km]
_PACE_BOUNDS = (3.0, 12.0)  # [min] a kilometre or a mile
_LATEST_PACE = 6.0  # from here one clock behind a distance is its hour of the day
# Behind what is run, "5x1 km @4:00" and "10 miles @ 7:30", two numbers are a pace and no clock.
_PACE_AT = re.compile(
    r"(?<=\d)\s*(km|k|m|mi|miles?)?\s*(?:@\s*([2-9])|\b(?:a|\u00e0|in|en|im|zu)\s+([2-7]))[:'\u2032]([0-5]\d)"
    r"(?!\s*(?:am|pm|uhr|h)\b|[:\d])",
    re.I,
)
# "10x400 @ 1:30": how fast each is run.
_TIME_OF_REPEAT = re.compile(
    rf"({REPEATS.pattern})\s*(?:@|\b(?:in|en|a|\u00e0)\b)\s*\d:[0-5]\d(?!\s*(?:am|pm|uhr|h)\b|[:\d])", re.I
)
_ASIDE = re.compile(r"\((?!\s*\d{2,3}\s*\))[^()]*\)|\b(?:hr|puls|fc)\s*[<>=:]?\s*\d+", re.I)
_BARE = re.compile(
    r"(?<![\w.,:/@<>%+-])(\d{2,3})(?![\w:/%+-]|[.,]\d|\s*(?:kg|lbs?|%|[x\u00d7*]|reps?|sets?|bpm|watts?|w|rm|1rm)(?![\w/]))",
    re.I,
)
# "Easy 8": fewer are less than a run is without them.
_BARE_FEW = re.compile(
    r"(?<![\w.,:/@<>%+#-])(?<!\bweek )(?<!\bday )(?<!\brun )([6-9])"
    r"(?![\w:/%+.)-]|,\d|\s*(?:[^\W\d_]*\s)?(?:kg|lbs?|x|\u00d7|\*|reps?|sets?|am|pm|uhr|h)(?!\w))",
    re.I,
)
# "5 mi tempo (8 total)", "6x800 m, 12 km gesamt", "total 60 min".
_TOTAL = r"(?:(?:in |au |en |insg)?(?:total|gesamt|totale|totaal|totalt)|all in)"
_OF_ALL = re.compile(
    rf"{NUMBER}\s*(minutes|mins?|'|hours?|h|{DISTANCE_UNITS})?\s*(?:{_TOTAL})\b"
    rf"|\b{_TOTAL}\s*[:=]?\s*{NUMBER}\s*(minutes|mins?|'|hours?|h|{DISTANCE_UNITS})?(?![\w:]|[.,]\d)",
    re.I,
)
# "4 miles @ tempo in 8": the last number is the whole, in the first one's unit.
_OF_WHOLE = re.compile(rf"{NUMBER}\s*({DISTANCE_UNITS})\b[^\d]*(?:\bin|\bwithin|\bout of)\s+{NUMBER}\s*$", re.I)
_MOST_PARTS = 3  # "5 km in 25" is a time
_BARE_END = re.compile(r"(?<![\d.,:x\u00d7*/-])(\d{1,2}(?:[.,]\d)?)\s*$", re.I)
# Of runs: "6M" and "6m easy" are miles, "40m" minutes; metres come in hundreds.
_MILES_OR_MIN = re.compile(r"(?<![\w.,:])(?<![x\u00d7*]\s)(\d{1,2}(?:[.,]\d{1,2})?)\s?(M|m)\b(?!\.)")
_MINUTES_ALONE = re.compile(r"(?<![\w.,:])([2-9]\d|1[5-9])\s?m\b(?!\.)")
_MOST_MILES, _LEAST_MIN = 30.0, 15.0
_PARTED = re.compile(
    r"\s*(?:,(?!\d)|;|\+|\b(?:then|followed by|puis|dann|luego|despu\u00e9s|poi|depois|daarna)\b)\s*", re.I
)
_BREAK = re.compile(
    r"\b(?:rest|rec|recovery|r|p|tp|pause|trabpause|r[e\u00e9]cup|descanso)\s*[:=]?\s*\d:[0-5]\d\b", re.I
)
_WITHIN = r"(?:incl|with\b|w/|of which|davon|inkl|mit\b|dont\b|avec\b|con\b|com\b|met\b)"
_OF_WHICH = re.compile(rf"\s*(?:last|final|first|middle|letzte|dernier|ultim|laatste|{_WITHIN})", re.I)
_HOLDS_REPEATS = re.compile(rf"(.*?\d.*?)(?:\b|(?=w/)){_WITHIN}", re.I)
# "15 WU, 25 tempo, 10 CD", "20 easy 20 tempo 10 easy": a step is a number and how it is run.
_STEP = re.compile(rf"{NUMBER}\s*(mins?|'|\u2032|km|k|mi|miles?)?\s+([^\W\d][^\d]*?)\s*", re.I)
_NEXT_STEP = re.compile(r"(?<=[^\W\d])\s*(?:/|\s)\s*(?=\d)")
_LEAST_STEP_MIN = 10  # where no step is as long they are of kilometres
_LONGEST_H = 12  # "45:00" is minutes and seconds
_LEAST_RUN_MIN, _LEAST_LONG_MIN = 20, 50  # below it a bare number of a run, or a long one, is of kilometres
_LEAST_LEGS_MIN = 20


def length(text: str) -> tuple[float | None, float | None]:
    """Return the length and the distance that a text names; those of repeats are no whole session. [min], [km]

    Examples
    --------
    >>> length("easy 40 min"), length("long 18 km, last 3 km tempo"), length("10 min easy, 20 min tempo, 10 min easy")
    ((40.0, None), (None, 18.0), (40.0, None))
    >>> length("15 WU, 25 tempo, 10 CD"), length("3 easy 5 tempo 2 easy")
    ((50.0, None), (None, 10.0))
    >>> length("25 km with 3x3 km at marathon pace"), length("3x3 km")
    ((None, 25.0), (None, None))
    """
    if total := _of_all(text):
        return total
    if steps := _of_steps(text):
        return steps
    parted = without_warm_up(text)
    if parted != text and (REPEATS.search(parted) or any(length(parted)) or _BARE.search(parted)):
        text = parted  # a warm-up is not how long the whole lasts
    rest, is_split = REPEATS.subn(" ", _BREAK.sub(" ", text))
    if is_split and (whole := _HOLDS_REPEATS.match(text)) and not REPEATS.search(whole[1]):
        return _minutes(whole[1]), _distance(whole[1])  # "25 km with 3x3 km" is 25
    if not is_split and (summed := _of_parts(rest)):
        return summed
    return _minutes(rest), None if is_split else _distance(rest)


def _minutes(text: str) -> float | None:
    if match := HOURS.search(text):
        return 60 * float(match[1].replace(",", ".")) + float(match[2] or 0)
    if match := MINUTES.search(text):
        return float(match[1].replace(",", "."))
    if match := _CLOCK_LONG.search(text):
        hours, after = int(match[1]), int(match[2])
        return 60.0 * hours + after if hours <= _LONGEST_H else hours + after / 60
    return None


def _distance(text: str) -> float | None:
    if match := _OF_WHOLE.search(text):
        part, whole = (float(number.replace(",", ".")) for number in match.group(1, 3))
        if part < whole < _MOST_PARTS * part:
            return _distance(f"{match[3]} {match[2]}")
    if match := DISTANCE.search(text):
        number, unit = float(match[1].replace(",", ".")), match[2].casefold()
        metres = unit in ("m", "meter", "meters", "metre", "metres")
        return number * (KM_PER_MILE if unit.startswith(("mi", "mei")) else 0.001 if metres else 1.0)
    return named_km(text)


def _of_all(text: str) -> tuple[float | None, float | None] | None:
    """Return the length or the distance that a text calls the total; None where it names none."""
    match = _OF_ALL.search(text)
    if match is None:
        return None
    amount, unit = (match[1] or match[3], match[2] or match[4])
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    if unit is None:  # in that of the part: "5 mi tempo (8 total)"
        part = DISTANCE.search(rest)
        unit = part[2] if part else "min"
    minutes, km = _minutes(f"{amount} {unit}"), _distance(f"{amount} {unit}")
    part_min, part_km = _minutes(rest), _distance(rest)
    is_whole = (minutes or 0.0) >= (part_min or 0.0) and (km or 0.0) >= (part_km or 0.0)
    return (minutes, km) if is_whole or part_min is part_km is None else None


def _of_parts(text: str) -> tuple[float | None, float | None] | None:
    """Return what the parts of a run add up to, where each says how long and how it is run; None where they do not."""
    parts = _PARTED.split(text)
    told = [(_minutes(part), _distance(part)) for part in parts]
    if len(parts) < 2 or any(map(_OF_WHICH.match, parts)) or not all(minutes or km for minutes, km in told):
        return None
    is_mixed = len({minutes is None for minutes, _ in told}) > 1  # "8 km, 45 min" says one thing twice
    if is_mixed and any(named_style(f" {part.casefold()} ") is None for part in parts):
        return None
    if all(minutes is None for minutes, _ in told):
        return None, sum(km or 0.0 for _, km in told)
    return sum(minutes or (km or 0.0) * value("plan.min_per_km") for minutes, km in told), None


def _of_steps(text: str) -> tuple[float | None, float | None] | None:
    """Return what a run comes to that is told step by step, each a number and how it is run; None where it is not."""
    steps = [_STEP.fullmatch(step) for step in _PARTED.split(_NEXT_STEP.sub(", ", text.strip(" .,;")))]
    told = [(step[1], (step[2] or "").casefold(), step[3]) for step in steps if step is not None]
    styles = {"warm" if is_warm_up(words) else named_style(f" {fold(words)} ") for *_, words in told}
    if len(told) < max(len(steps), 2) or not styles - {"warm"} or styles & {None, "race"}:
        return None
    unit, *others = {unit for _, unit, _ in told}
    total = sum(float(amount.replace(",", ".")) for amount, *_ in told)
    if others:
        return None
    if unit:
        return _minutes(f"{total:g} {unit}"), _distance(f"{total:g} {unit}")
    in_min = any(float(amount.replace(",", ".")) >= _LEAST_STEP_MIN for amount, *_ in told)
    return (total, None) if in_min else (None, total)


def minutes_beside_repeats(text: str) -> float:
    """Return how long the easy parts before and after repeats last; 0 where there are none. [min]

    Examples
    --------
    >>> minutes_beside_repeats("20' easy + 2x10' threshold + 10' easy"), minutes_beside_repeats("easy 40")
    (30.0, 0)
    """
    parts = _PARTED.split(text)
    if not any(map(REPEATS.search, parts)):
        return 0
    beside = [part for part in parts if not REPEATS.search(part) and named_style(f" {fold(part)} ") == "easy"]
    return sum(_minutes(part) or (_distance(part) or 0.0) * value("plan.min_per_km") for part in beside)


def with_miles(text: str) -> str:
    """Return a text of a run in which each M, or m below a hundred, is the miles or the minutes that it stands for.

    Examples
    --------
    >>> with_miles("6M easy"), with_miles("10m easy, 40m tempo"), with_miles("6x800m")
    ('6 miles easy', '10 min easy, 40 min tempo', '6x800m')
    """
    small = [_number(match) for match in _MILES_OR_MIN.finditer(text) if match[2] == "m"]
    in_min = bool(small) and max(small) >= _LEAST_MIN  # "10m easy, 20m tempo": they are of one unit

    def told(match: re.Match[str]) -> str:
        is_miles = _number(match) <= _MOST_MILES if match[2] == "M" else not in_min
        return f"{match[1]} {'miles' if is_miles else 'min'}"

    return _MILES_OR_MIN.sub(told, text)


def with_minutes(text: str) -> str:
    """Return a text of anything but a run in which "40m" is minutes; beside sets it may be of metres.

    Examples
    --------
    >>> with_minutes("legs 40m"), with_minutes("sled push 4x20m")
    ('legs 40 min', 'sled push 4x20m')
    """
    return text if REPEATS.search(text) else _MINUTES_ALONE.sub(r"\1 min", text)


def _number(match: re.Match[str]) -> float:
    return float(match[1].replace(",", "."))


def bare_minutes(text: str, kind: Kind, style: Style | None, *, in_miles: bool = False) -> tuple[float | None, bool]:
    """Return how long a session is by a number without a unit, and whether it says minutes.

    Few are kilometres of a run, or miles, for that is what it may come to, and nothing of a leg day. [min]

    Examples
    --------
    >>> bare_minutes("legs 45", "legs", None), bare_minutes("long 18", "run", "long")
    ((45.0, True), (108.0, False))
    """
    said = _ASIDE.sub(" ", text)
    numbers = _BARE.findall(said) or (_BARE_FEW.findall(said) if kind == "run" and style != "long" else [])
    if len(numbers) != 1 or REPEATS.search(text):
        return None, False
    number = float(numbers[0])
    if kind == "run" and number < (_LEAST_LONG_MIN if style == "long" else _LEAST_RUN_MIN):
        return number * value("plan.min_per_km") * (KM_PER_MILE if in_miles else 1.0), False
    return (None, False) if kind == "legs" and number < _LEAST_LEGS_MIN else (number, True)


def part_pace(text: str) -> tuple[float | None, str]:
    """Return the pace that a text names, and the text without it. [min/km]

    Examples
    --------
    >>> part_pace("16 km @ 5:00/km"), part_pace("easy 40 min")
    ((5.0, '16 km  '), (None, 'easy 40 min'))
    """
    if match := _PACE.search(text):
        minutes = max(map(_in_minutes, filter(None, match.group(1, 2))))
        # "Easy 6 @ 9:00/mi" is six miles.
        before = _BARE_END.sub(rf"\1 {match[3]}", text[: match.start()])
        rest = _PACE.sub(" ", before + text[match.start() :])
        return minutes / (1.0 if match[3].casefold().startswith("k") else KM_PER_MILE), rest
    if match := _PACE_AT.search(text):
        per = KM_PER_MILE if (match[1] or "").casefold().startswith("mi") else 1.0
        rest = f"{text[: match.start()]}{match[1] or ''} {text[match.end() :]}"
        return (int(match[2] or match[3]) + int(match[4]) / 60) / per, rest
    return _paces_behind(text)


def _paces_behind(text: str) -> tuple[float | None, str]:
    """Return the slower of the paces behind a distance, and the text without them. [min/km]"""
    text = _TIME_OF_REPEAT.sub(r"\1", text)
    match, km = _PACES_BEHIND.search(text), _distance(text)
    if match is None or not km:
        return None, text
    first, *last = map(_in_minutes, filter(None, match.group(3, 4)))
    low, high = _PACE_BOUNDS
    if not all(low <= pace < high for pace in (first, *last)):
        return None, text
    is_no_length = first < _LATEST_PACE and 60 * first > _SLOWEST * km
    is_pace = 60 * (last[0] - first) < _FASTEST * km if last else is_no_length
    per = KM_PER_MILE if match[1].casefold().startswith("mi") else 1.0
    rest = f"{text[: match.start(3)]} {text[match.end() :]}"
    return (max([first, *last]) / per, rest) if is_pace else (None, text)


def _in_minutes(clock: str) -> float:
    minutes, seconds = clock.split(":")
    return int(minutes) + int(seconds) / 60
