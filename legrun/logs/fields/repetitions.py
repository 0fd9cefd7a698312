"""Sets and repetitions in one cell: ``5x5``, ``3 x 8-10``, ``8/8`` for both sides, ``8,8,7``, "three sets of eight"."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from legrun.logs.reading.text import fold

__all__ = ["Repetitions", "in_digits", "parse_count", "parse_repetitions", "says_sets"]

_MOST_SETS, _MOST_REPS = 30, 500
_LIKELY_SETS = 15  # before an x; more is a weight
_LONGEST = 80  # of a cell [characters]
# Words that count only before a set.
_ALSO_WORDS = frozenset({"en", "sex", "a", "e", "y", "to", "een", "un", "une", "um", "una"})
_TOKEN = re.compile(r"\d+(?:\.\d+)?|セット|[^\W\d_]+|[^\s\w]")
_TIMES_SIGN = re.compile(r"(?<=[\d)\s组組次回])[x×✕*](?=\s*(?:\d|\(|amrap|max|f\b))")
_WEIGHT = r"\d{1,4}(?:\.\d{1,2}| , \d{1,2})?"
_REPS = r"(\d{1,3}(?: [-–—/] \d{1,3})?|max)"
_ENDS = r"(?: (?:reps?|kg|%|/|\+|[^\W\d_]+|[().!:]))*"
_TIMES = re.compile(
    rf"(?:set )?(\d{{1,3}})(?: [-–—] (\d{{1,2}}))? (?:set )?(?:x|of|x of) {_REPS}( s\b| min\b)?(?: (?:rep ))?"
    rf"(?: ?(?:x|@|of|\()? ?({_WEIGHT}))?{_ENDS}"
)
_SETS_OF = re.compile(rf"(\d{{1,2}})(?: [-–—] (\d{{1,2}}))? set(?: (?:x|of|,|:))?(?: {_REPS})?( s\b| min\b)?{_ENDS}")
_REPS_FIRST = re.compile(
    rf"{_REPS}(?: rep)?(?: [x,/]| of)? \(? ?(?:x )?(\d{{1,2}}) set{_ENDS}"
    rf"|{_REPS}(?: rep(?: \()?| \() x (\d{{1,2}})(?: \))?"
)
_NAMED = re.compile(rf"set : (\d{{1,2}})(?: [,;/])? rep : {_REPS}")
_AROUND = re.compile(r"(\d{1,2}) (?:set )?(?:x )?(?:of )?\( (.+) \)|\( (.+) \) (?:x )?(\d{1,2})(?: set| x)?")
_WEIGHT_FIRST = re.compile(rf"({_WEIGHT}) kg (x )?(\d{{1,3}})(?:(?: rep)? x (\d{{1,3}}))?(?: rep| set)?")
# 80 kg: 8, 8, 6 and 8, 8, 6 @ 80 kg
_COUNTS = r"\d{1,3}(?: [,/+–-] \d{1,3}(?! kg| x|\d))*"
_BY_WEIGHT = re.compile(rf"{_WEIGHT} kg(?: [:x–-])?(?: \()? ({_COUNTS})(?: rep)?(?: \))?(?: [,;/|+])?(?: |$)")
_BARE_WEIGHT = re.compile(r"(\d{2,3})(?: [:x]) (\d{1,3}(?: [,/+–-] \d{1,3})+)")
_AT_END = re.compile(rf"(.+?) @ {_WEIGHT}(?: kg)?")
# 3x5 at 100 kg; but "3 Sätze à 8" are repetitions.
_AT = re.compile(r"\b(?:at (?=\d\d)|(?:at|with|mit|bei|à|avec|a|con|com|op|met) (?=[\d.,]+ ?(?:kg|lb|%)))", re.I)
_KG_TIMES = re.compile(r"(kgs?|lbs?)\s*[x×✕*](?=\s*\d)", re.I)
_BODY = re.compile(r"\b(?:bw|bodyweight|body weight|bar|eigengewicht)\s*[x×✕*](?=\s*\d)", re.I)
_KIND_OF_SET = re.compile(r"(\d{1,2}) (?!set|rep)[^\W\d_]+ set")
_AT_WEIGHT = re.compile(rf"(\d{{1,3}}) (?:rep )?@ ({_WEIGHT})( kg)?")
_HARDEST = 10.0  # of an effort; what stands behind an @ and is more is a weight
# 62,5 kg; but 60kg x 8,70kg x 6 and 60kg x 8, 70kg x 6 are two sets.
_COMMA_KG = re.compile(r"(?<![\d.,])(\d+),(\d{1,2})(?=\s*kgs?\b)", re.I)
_OF_KG = re.compile(r"kgs?\s*[x×✕*]\s*$", re.I)
_OF_WEIGHT = re.compile(r"(\d{1,3}) x (\d{1,4})(?:\.\d{1,2})?( kg)?")
_A_WEIGHT, _NO_SETS = 40, 6  # from here on a number is no repetitions, and the other one no sets
_BEFORE_SETS = re.compile(r"([^\W\d_]+)(\s+)(?=([^\W\d_]+))")
_COUNT = re.compile(r"(?:set )?(\d{1,2})(?: (?:[-–—]|of) (\d{1,2}))?(?: set)?")
_EMOM = re.compile(r"emom (\d{1,2})(?: min)?")
_AND_EACH = re.compile(r" (?:[+;&|/]|and|,) ")
_AND = re.compile(r" (?:[+;&|]|and|,) ")
_LISTED = re.compile(r"\d{1,3}(?:(?: [-–,;/+|])? (?:\d{1,3}|-|max)){2,29}(?: \+)?")
_RANGE = re.compile(r"(\d{1,3}) [-–—] (\d{1,3})")
_PAIR = re.compile(r"(\d{1,3}) ([,;/+]) (\d{1,3})")
_ONE = re.compile(
    r"(?:x )?(\d{1,3})(?:[.,]0)?(?: [-–—] \d{1,3})?( s\b| min\b)?(?: (?:[^\W\d_]\D*|/ [^\W\d_]\D*|x|\+))?"
)
# One set behind another without a comma: a line each, or 100x5 / 100x5, or 100x5 100x4.
_NEXT_SET = re.compile(r"\s*\n+\s*|(?:\s*[/|]\s*|(?<=\d)\s+)(?=\d+(?:[.,]\d+)?\s*(?:kgs?|lbs?)?\s*[x×*]\s*\d)", re.I)
# How hard, how slow and with what rest: "@ RPE 8", "RIR 2", "(2-0-2)", "tempo 3010", "rest 90 s".
_HOW = re.compile(
    r"\s*[,;@(\[]*\s*\b(?:rpe|rir|tempo|rest|pausen?|pause|rec|repos|r\u00e9cup|descanso|pausa|rust)(?![^\W\d_])\s*[:=@]?\s*"
    r"\d[\dx.,'\u2032:/\u2013-]*\s*(?:secs?|seconds|s|mins?|m)?\b\s*['\u2032\")\]]*"
    r"|\s*[@(\[]\s*[\dx](?:-[\dx]){2,3}\s*[)\]]?|\s*\(\s*[0-9x]{4}\s*\)",
    re.I,
)
# A weight before sets that are written as one, 80kg x 3x8, and weights with the repetitions of each, 80/8 80/8.
_KG_THEN_SETS = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?\s*(?:kgs?|lbs?)\s*[x×*]\s+(?=\d{1,2}[x×*]\d{1,3}\s*$)", re.I)
_PER_WEIGHT = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?/(\d{1,2})")
_CLUSTER = re.compile(r"\(\s*(\d{1,2})(?:\s*\+\s*\d{1,2})+\s*\)")  # 4 x (6+6): four sets, each of them parted


@dataclass(frozen=True)
class Repetitions:
    """What one cell says about the sets of an exercise.

    Attributes
    ----------
    sets : int
        How many sets it stands for; 0 where it says that none was done.
    reps : float
        Repetitions of each, of one side where both are given; 0 where the cell does not count them.
    understood : bool
        Whether the cell was understood; one that was not is a set that was done.
    """

    sets: int
    reps: float
    understood: bool = True


def parse_repetitions(text: str, *, reps_first: bool = False) -> Repetitions | None:
    """Return the sets and repetitions of a cell, or None when it is empty.

    Parameters
    ----------
    text : str
        A cell. One that is not understood but not empty is a set that was done.
    reps_first : bool
        Whether the header says reps x sets.

    Examples
    --------
    >>> cells = ("5x5", "3 x 8-10", "8/8", "8,8,7", "12 each", "5x5x80", "three sets of eight", "2x(3x8)", "3-4 sets")
    >>> [(each.sets, each.reps) for each in map(parse_repetitions, cells)]
    [(5, 5.0), (3, 8.0), (1, 8.0), (3, 7.0), (1, 12.0), (5, 5.0), (3, 8.0), (6, 8.0), (4, 0.0)]
    >>> parse_repetitions("AMRAP"), parse_repetitions("0").sets, parse_repetitions("5?5").understood
    (Repetitions(sets=1, reps=0.0, understood=True), 0, False)
    """
    if not text.strip("-–—. \t\n"):
        return None
    bare = _KG_THEN_SETS.sub("", _HOW.sub("", _CLUSTER.sub(r"\1", text.strip())))
    if each := _per_weight(bare):
        return _bounded(len(each), float(min(each)))
    plain = _plain(_NEXT_SET.sub(", ", bare if any(map(str.isdigit, bare)) else text.strip()))
    read = _several(plain, reps_first) or _listed(plain)
    if read is not None:
        return _bounded(*read)
    if match := _ONE.fullmatch(plain):
        reps = 0.0 if match[2] else float(match[1])
        return _bounded(1 if float(match[1]) else 0, reps)
    return Repetitions(1, 0.0, not any(map(str.isdigit, plain)))


def in_digits(text: str) -> str:
    """Return a text with the numbers of sets that it has in words as digits.

    Examples
    --------
    >>> in_digits("Lunges three sets of 8")
    'Lunges 3 sets of 8'
    """
    means, counts = _words()

    def digits(match: re.Match[str]) -> str:
        counted = counts.get(fold(match[1]))
        return f"{counted}{match[2]}" if counted and means.get(fold(match[3])) == "set" else match[0]

    return _BEFORE_SETS.sub(digits, text)


def parse_count(text: str) -> int | None:
    """Return the number of sets in a cell of a column of sets, of a range the greater, or None.

    Examples
    --------
    >>> [parse_count(text) for text in ("3", "3.0", "three", "4 sets", "3-4", "W", "many")]
    [3, 3, 3, 4, 4, None, None]
    """
    plain = _plain(text).removesuffix(" .0").removesuffix(".0")
    match = _COUNT.fullmatch(plain)
    return min(int(match[2] or match[1]), _MOST_SETS) if match else None


def says_sets(text: str) -> bool:
    """Tell whether a cell says by a sign or a word that it counts sets.

    Examples
    --------
    >>> [says_sets(text) for text in ("3 × 5", "5x5x80", "3 serie da 8", "8,8,7", "10 km")]
    [True, True, True, False, False]
    """
    return not {"x", "set"}.isdisjoint(_plain(text).split())


def _plain(text: str) -> str:
    """Return a cell with one word for all that mean the same, each token parted by a blank."""
    means, counts = _words()
    text = _BODY.sub("0 kg x ", _KG_TIMES.sub(r"\1 x ", _AT.sub("@ ", text[:_LONGEST])))
    text = _COMMA_KG.sub(
        lambda match: match[0] if _OF_KG.search(text[: match.start()]) else f"{match[1]}.{match[2]}", text
    )
    words = _TOKEN.findall(_TIMES_SIGN.sub(" x ", text.casefold()[:_LONGEST]))
    tokens = []
    for place, token in enumerate(words):
        word = fold(token) or token
        counted = counts.get(word)
        if word in _ALSO_WORDS and means.get(fold("".join(words[place + 1 : place + 2]))) != "set":
            counted = None
        tokens.append(counted or means.get(word) or token)
    return " ".join(tokens)


@functools.cache
def _words() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return what a word stands for, and which number it is."""
    text = resources.files(__package__).joinpath("repetitions.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    means, counts = (
        {fold(word) or word: key for key, words in table[part].items() for word in words.split()}
        for part in ("words", "numbers")
    )
    return means, counts


def _several(plain: str, reps_first: bool) -> tuple[int, float] | None:
    """Return sets and repetitions of a cell that says how many sets, or says it of several blocks."""
    if read := _times(plain, reps_first):
        return read
    if (match := _AROUND.fullmatch(plain)) and (inside := _several(match[2] or match[3], reps_first)):
        return int(match[1] or match[4]) * inside[0], inside[1]
    parts = [part for part in (_AND_EACH if "@" in plain else _AND).split(plain) if part]
    work = [part for part in parts if not part.startswith("warm")]
    if reps := _sets_of_weights(work):
        return len(reps), float(min(reps))
    if len(parts) > 1 and work and all(blocks := [_block(part, reps_first) for part in work]):
        done = [each for each in blocks if each is not None]
        return sum(sets for sets, _ in done), min(reps for _, reps in done)
    return None


def _sets_of_weights(parts: Sequence[str]) -> Sequence[int]:
    """Return the repetitions of sets written as repetitions x weight, 8x70kg, 6x75kg; none for sets x weight."""
    matches = [match for part in parts if (match := _OF_WEIGHT.fullmatch(part))]
    if len(matches) < max(len(parts), 2) or not all(match[3] or int(match[2]) >= _A_WEIGHT for match in matches):
        return []
    reps = [int(match[1]) for match in matches]
    return reps if len(set(parts)) < len(parts) or max(reps) >= _NO_SETS else []


def _block(plain: str, reps_first: bool) -> tuple[int, float] | None:
    if match := _AT_WEIGHT.fullmatch(plain):
        return 1, float(match[1])
    if match := _KIND_OF_SET.fullmatch(plain):  # "1 drop set"
        return int(match[1]), 0.0
    return _times(plain, reps_first)


def _times(plain: str, reps_first: bool) -> tuple[int, float] | None:
    """Read 5x5, 5x5x80, 80 kg x 5 x 5, 3 sets of 8, 5 @ 80 kg, and 80x5 as Jefit writes a set: weight x repetitions."""
    match = _AT_WEIGHT.fullmatch(plain)
    if match and (match[3] or float(match[2].replace(" , ", ".")) > _HARDEST):  # 3 @ 8 may be three sets, rated 8
        return 1, float(match[1])
    if match := _WEIGHT_FIRST.fullmatch(plain):
        first, second = int(match[3]), int(match[4] or 1)
        return (second, float(first)) if match[2] else (first, float(second)) if match[4] else (1, float(first))
    if match := _NAMED.fullmatch(plain):
        return int(match[1]), _first(match[2])
    if match := _EMOM.fullmatch(plain):
        return int(match[1]), 0.0
    if match := _REPS_FIRST.fullmatch(plain):
        return int(match[2] or match[4]), _first(match[1] or match[3])
    if match := _SETS_OF.fullmatch(plain):
        return int(match[2] or match[1]), 0.0 if match[4] else _first(match[3] or "")
    match = _TIMES.fullmatch(plain)
    return None if match is None else _of_times(match, reps_first)


def _of_times(match: re.Match[str], reps_first: bool) -> tuple[int, float]:
    # Of a range of sets the more: what is not surely less must not make a leg day lighter.
    sets, reps = int(match[2] or match[1]), 0.0 if match[4] else _first(match[3])
    if reps_first and reps:
        sets, reps = int(reps), float(sets)
    if sets > _LIKELY_SETS:  # 185x5x3: weight x repetitions x sets
        third = match[5] or ""
        return int(third) if third.isdecimal() and int(third) <= _LIKELY_SETS else 1, reps
    return sets, reps


def _listed(plain: str) -> tuple[int, float] | None:
    """Return sets and repetitions of a cell that names those of each set."""
    if read := _beside_weights(plain):
        return read
    if (match := _RANGE.fullmatch(plain)) and int(match[1]) < int(match[2]):
        return None  # 8-10 is a range of one set, 21-15-9 and 10-8 are sets
    if _LISTED.fullmatch(plain):
        counted: Sequence[int] = [number for each in re.findall(r"\d+", plain) if (number := int(each))]
        return len(counted), float(min(counted, default=0))
    if match := _PAIR.fullmatch(plain):
        # 8/8 is a set on each side; 8,8 and 8+8 are two sets.
        return 1 if match[2] == "/" else 2, float(match[1])
    return None


def _per_weight(text: str) -> Sequence[int]:
    """Return the repetitions of sets written as weight/repetitions, 80/8 80/8, or of both sides, 8/8 8/8; else none."""
    sets = [_PER_WEIGHT.fullmatch(each) for each in re.split(r"\s*[,;|]\s*|\s+", text)]
    read = [(float(each[0].split("/")[0].replace(",", ".")), int(each[1])) for each in sets if each]
    is_all = 1 < len(read) == len(sets) and all(first >= _A_WEIGHT > reps or first == reps for first, reps in read)
    return [reps for _, reps in read] if is_all else []


def _beside_weights(plain: str) -> tuple[int, float] | None:
    """Return sets and repetitions that stand behind a weight each, 80 kg: 8, 8, 6, or before one."""
    counted: list[str] = []
    at = 0
    while match := _BY_WEIGHT.match(plain, at):
        counted += re.findall(r"\d+", match[1])
        at = match.end()
    if at < len(plain):
        counted = []
    if (match := _BARE_WEIGHT.fullmatch(plain)) and int(match[1]) >= _A_WEIGHT:
        counted = re.findall(r"\d+", match[2])
    if counted:
        return len(counted), float(min(map(int, counted)))
    match = _AT_END.fullmatch(plain)
    return (_several(match[1], reps_first=False) or _listed(match[1])) if match else None


def _first(text: str) -> float:
    digits = re.match(r"\d+", text)
    return float(digits[0]) if digits else 0.0


def _bounded(sets: int, reps: float) -> Repetitions:
    return Repetitions(min(sets, _MOST_SETS), min(reps, float(_MOST_REPS)))
