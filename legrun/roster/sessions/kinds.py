"""What a text names: a run and its style, a leg day, something else, or a day off."""

from __future__ import annotations

import re

from legrun.logs.endurance.activities import activity
from legrun.logs.fields.judged_words import says_of_what
from legrun.logs.reading.text import fold
from legrun.logs.strength.exercises import classify
from legrun.logs.strength.titles import strength_kind
from legrun.roster.sessions.efforts import RPE
from legrun.roster.sessions.lengths import DISTANCE, HOURS, MINUTES, bare_minutes, length
from legrun.roster.sessions.repeats import REPEATS, in_one, repeats_minutes, without_strides, without_warm_up
from legrun.roster.sessions.words import (
    called_off_words,
    leg_words,
    named_km,
    named_style,
    other_words,
    repeats_words,
    rest_words,
    run_words,
    today_words,
)
from legrun.scenario import KINDS, Kind, Style

__all__ = ["MOST_REPS", "in_plain", "is_called_off", "is_rest", "sort", "trains_with_weights", "without_what_is_not"]

_SUM = re.compile(r"(?<![\d.,:x\u00d7*/])(\d{1,3})\s*\+\s*(\d{1,3})(?![\d.,:]*\d|\s*[x\u00d7*])(\s*[^\W\d_]+)?")
_REMARK = re.compile(r"\s*[(:,!]|\s[-\u2013\u2014]\s")
_DIGIT = re.compile(r"\d")
_HALF = re.compile(r"(?<!\d)(?<!\d\s)\b([luf]b)\s?\d?\b", re.I)  # and no pounds
# Daniels' letters in front of a number: "E 45", "T 3x10", "M 12k".
_CODE = re.compile(r"^\s*(?:[Dd]aniels'?\s+)?(?:([Ee])|(T)|(M)(?=\s?\d+\s?(?:k|mi)))\s?(?=\d)")
_CODE_BEHIND = re.compile(r"(?<=\d)(\s?(?:km?|mi(?:les?)?|[mM]|min|')\s)(?:(E)|(T))(?=$|[\s,;+/)])")  # "4m T"
_OF_CODE = ("easy ", "threshold ", "marathon pace ")
_NOT_THIS = re.compile(
    r"\b(?:no|not|skip|kein\w*|nicht|sin|sans|pas de|sem|senza|geen|niet|ohne|without)\s+([^\W\d_]+)\b[,;.]?", re.I
)
_RACE_OF = re.compile(r"\bWK\b(?=\s*\d+(?:[.,]\d+)?\s*km\b)")  # Wettkampf, and no week
_BARE_MINUTES = re.compile(r"(?<!\S):([0-5]\d)(?![\d:])")  # "easy :45"
_BARE_EASY = re.compile(r"(?<![\w.,:/])(\d{2,3})(?![\w:/%]|[.,]\d)")
_FELT = re.compile(r"\([^()\d]*\)")
_EASED = re.compile(r"\b(?:mobil|stretch|massag|yoga|foam|rehab|recover|dehn|scan)")
_PLAIN: tuple[Kind, ...] = ("run", "walk", "other")
_BESIDE = re.compile(r"(?:[+&]|\bw/|\b(?:with|mit|inkl\.?|incl\.?|avec|con|com|met))\s*$", re.I)
MOST_REPS = 30
_LENGTH_MIN = 10.0  # easy repeats that are as long are the run itself, in parts
_LEAST_SUM_MIN = 20


def is_rest(text: str) -> bool:
    """Return whether a text is of a day off, with a remark or without, "Off (travel)", or says "cancelled" alone."""
    if fold(text) in called_off_words():
        return True
    if fold(text) in rest_words() or all(fold(part) in rest_words() for part in text.split("/")):
        return True
    if _names_what_is_not(text):
        return True
    return not _DIGIT.search(text) and fold(_REMARK.split(text)[0]) in rest_words() and sort(text)[0] is None


def _names_what_is_not(text: str) -> bool:
    """Return whether a text says of training that it is not done, and no more: "No legs today"."""
    named = _NOT_THIS.findall(text)
    is_all = set(fold(_NOT_THIS.sub(" ", text)).split()) <= today_words()
    return (
        bool(named) and is_all and all(sort(word)[0] in ("legs", "run") or trains_with_weights(word) for word in named)
    )


def without_what_is_not(text: str) -> str:
    """Return a text without what it says is not done, where it says more.

    Examples
    --------
    >>> without_what_is_not("easy 40, no lifting"), without_what_is_not("No idea")
    ('easy 40,  ', 'No idea')
    """
    rest = _NOT_THIS.sub(" ", text)
    return rest if rest != text and sort(rest)[0] is not None else text


def is_called_off(text: str) -> bool:
    """Return whether a text says that what it names does not take place, "tempo 40 - cancelled", or strikes it out.

    Examples
    --------
    >>> is_called_off("CANCELLED tempo 40"), is_called_off("~~tempo 40~~"), is_called_off("tempo 40")
    (True, True, False)
    """
    return "~~" in text or any(f" {term} " in f" {fold(text)} " for term in called_off_words())


def sort(text: str) -> tuple[Kind | None, Style | None]:
    """Return the kind of a session and, of a run, its style; no kind where the words say nothing.

    Examples
    --------
    >>> sort("easy 40"), sort("Legs 60"), sort("qwerty")
    (('run', 'easy'), ('legs', None), (None, None))
    """
    text = in_plain(text)
    main = without_warm_up(text)
    text = main if any(map(str.isalpha, main)) else text
    plain = RPE.sub(" ", MINUTES.sub(" ", HOURS.sub(" ", REPEATS.sub(" ", text))))
    words = " ".join(word for word in fold(plain).split() if not word[:1].isdigit())
    # Strides are no ride, and a recovery of some miles, or an easy one, is a run.
    said = words.replace("strides", "")
    if "recovery" in words:
        rest = words.replace("recovery", " ")
        said = said.replace("recovery", "") if DISTANCE.search(text) or named_style(f" {rest} ") == "easy" else said
    style, known = _style(text), activity(said.strip() or words) if words else None
    lifted = (strength_kind(said.strip() or words) or _named_half(text, words)) if words else None
    first = words.split()[0] if words else ""
    if run_words() & set(words.split()) and "walk" in (first, known.kind if known is not None else ""):
        return "run", style
    for kind in KINDS:
        if first == kind != "run":  # our own words
            return kind, None
    if words in other_words():
        return "other", None
    if (sets := _of_sets(text, words)) is not None:
        return sets, None
    for kind in _PLAIN:
        if known is not None and known.known and known.kind == kind:
            return kind, style if kind == "run" else None
    if lifted == "upper" and DISTANCE.search(text):  # a name of a lift and of a run: a "fondo" of 10 km is no dip
        return "run", style
    if lifted is not None:
        return lifted, None
    if (known is not None and known.kind == "strength") or any(f" {term} " in f" {words} " for term in other_words()):
        return "other", None
    if _are_unknown_sets(text, words):
        return None, None
    of_run = style is not None or DISTANCE.search(text) or named_km(text) is not None
    return ("run", style) if of_run else (None, None)


def trains_with_weights(text: str) -> bool:
    """Return whether a text names lifting, or the gym, in general.

    Examples
    --------
    >>> trains_with_weights("Strength 45 min"), trains_with_weights("Bike 45 min")
    (True, False)
    """
    words = " ".join(word for word in fold(text).split() if not word[:1].isdigit())
    return bool(words) and words not in other_words() and activity(words).kind == "strength"


def _of_sets(text: str, words: str) -> Kind | None:
    """Return the kind of a lift by its name beside sets and repetitions, as "press banca 5x5" has them."""
    match = REPEATS.search(text)
    if match is None or match[3] or float(match[2].replace(",", ".")) > MOST_REPS or strength_kind(words) == "legs":
        return None
    region = classify(words).region
    return "legs" if region == "legs" else "upper" if region == "upper" else None


def _are_unknown_sets(text: str, words: str) -> bool:
    """Return whether sets and repetitions stand beside words that name neither a lift nor anything of a run."""
    match = REPEATS.search(text)
    is_few = match is not None and not match[3] and float(match[2].replace(",", ".")) <= MOST_REPS
    return is_few and not set(words.split()) <= repeats_words() and named_style(f" {words} ") is None


def _named_half(text: str, words: str) -> Kind | None:
    """Return the kind of a workout by its half of the body in letters, "LB"; all of it trains the legs too."""
    if half := _HALF.search(text):
        return "upper" if half[1].casefold() == "ub" else "legs"
    is_whole = any(f" {term} " in f" {words} " for term in leg_words()) and not _EASED.search(words)
    return "legs" if is_whole else None


def _style(text: str) -> Style | None:
    """Return how a run is meant to be run."""
    words = f" {fold(text)} "
    work = repeats_minutes(text)
    if work is not None and not (named_style(words) == "easy" and _is_of_lengths(text)):
        return "intervals"
    return named_style(words)


def _is_of_lengths(text: str) -> bool:
    """Return whether repeats are too long for intervals: "2 x 30 min easy" is an hour, in two parts."""
    match = REPEATS.search(text)
    return match is not None and (match[3] or "").casefold() in ("min", "mins", "'") and float(match[2]) >= _LENGTH_MIN


def in_plain(text: str) -> str:
    """Return a text without the strides beside its run, and with sums added up: "30 + 30 easy" is an hour."""
    text = _BARE_MINUTES.sub(r"\1 min", text)
    text = _RACE_OF.sub("race", text)
    text = _CODE.sub(lambda match: _OF_CODE[(match.lastindex or 1) - 1], text.replace("\U0001f9b5", "legs "))
    text = _CODE_BEHIND.sub(lambda match: match[1] + _OF_CODE[(match.lastindex or 2) - 2], text)
    text = _with_easy_minutes(text)
    text = _FELT.sub(lambda match: " " if _is_felt(match[0], text) else match[0], text)
    text = _SUM.sub(_sum, without_strides(in_one(text), is_easy=False))
    match = REPEATS.search(text)
    before = text[: match.start()] if match else ""
    is_easy = _BESIDE.search(before) is not None and named_style(f" {fold(before)} ") == "easy" and any(length(before))
    return without_strides(text, is_easy=is_easy)


def _with_easy_minutes(text: str) -> str:
    """Return a text with the unit of an easy run before its repeats: "easy 30 + 6x20 s"."""
    match = REPEATS.search(text)
    before = text[: match.start()] if match else ""
    if named_style(f" {fold(before)} ") != "easy" or any(length(before)) or not bare_minutes(before, "run", "easy")[1]:
        return text
    return _BARE_EASY.sub(r"\1 min", before, count=1) + text[len(before) :]


def _is_felt(aside: str, text: str) -> bool:
    """Return whether what stands in brackets beside a run says how it may feel: "easy 40 (legs heavy ok)"."""
    return says_of_what(aside) and named_style(f" {fold(text.replace(aside, ' '))} ") is not None


def _sum(match: re.Match[str]) -> str:
    """Return two numbers as their sum, in minutes where no unit follows."""
    total, after = int(match[1]) + int(match[2]), match[3] or ""
    has_unit = DISTANCE.fullmatch(f"{total}{after}") or MINUTES.fullmatch(f"{total}{after}")
    return f"{total}{after}" if has_unit or total < _LEAST_SUM_MIN else f"{total} min{after}"
