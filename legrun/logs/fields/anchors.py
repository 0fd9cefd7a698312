"""What a header says of its ratings: their range, and which end is the sore, or the hard, one."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from legrun.logs.fields.directions import high_is_worse
from legrun.logs.fields.judged_words import (
    UTMOST,
    Quality,
    has_word,
    how_bad,
    says_of_what,
    says_something,
    word_table,
)
from legrun.logs.reading.text import fold

__all__ = ["Anchor", "Header", "anchors_of", "read_header"]

Anchor = tuple[float, str]

# A comma parts "0=none,1=mild"; between digits it is a decimal one, or one of thousands.
_NUMBER = r"(?<!\d)(?<!\d[.,])(\d{1,3})(?!\d|[.,]\d)"
_WORDS = r"([^\d,;/()=\[\]:|\n]*[^\W\d_][^\d,;/()=\[\]:|\n]*)"
_MEANS = "is|means|meaning|being|ist|bedeutet|est|signifie|\u00e9tant|es|significa|\u00e8|\u00e9|betekent"
# "Where 1 is fresh and 10 is dead": what follows says what the numbers behind it mean.
_INTRODUCES = frozenset("where with wobei donde siendo dove essendo onde sendo waarbij ou etant".split())  # noqa: SIM905
# From the plainest way of saying what a number means to the loosest: the first that says something counts.
_SAID = (
    re.compile(rf"{_NUMBER}\s*(?:=|:|\b(?:{_MEANS})\b|\u2192|->)\s*{_WORDS}", re.I),
    re.compile(rf"{_WORDS}\s*(?:=|\bis\b)\s*{_NUMBER}", re.I),
    re.compile(rf"{_NUMBER}\s*\(\s*{_WORDS}\)", re.I),
    re.compile(rf"{_WORDS}\s*\(\s*{_NUMBER}\s*\)", re.I),
    re.compile(rf"{_NUMBER}\s*[-\u2013\u2014.)]*\s*{_WORDS}", re.I),
)
_NUMBER_LAST = (1, 3)
_WORDS_FIRST = re.compile(rf"{_WORDS}\s*{_NUMBER}")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
# Forms number their questions: "1. How sore are your legs?" says nothing of a rating of 1.
_QUESTION = re.compile(r"\s*(?:q|question|frage|no?\.?)?\s*\d{1,2}\s*[.):\-]?\s+(?=[^\W\d_])", re.I)
_TO = r"(?:-|\u2013|\u2014|to|bis|through|until|\u00e0|al?|at\u00e9|fino a|tot|\.\.+|\u2026)"
_RANGE = re.compile(rf"(?<![\d.,])(\d{{1,3}})\s*{_TO}\s*(\d{{1,3}})(?![\d.,]*\d)", re.I)
_LEAST_END = 3  # of a scale
_OF_THREE = ([0, 1, 2], [0, 2])  # numbers that words are given for, of a scale of three steps
# Steps of a scale written out, "0/1/2/3", and the last of them, "max 5", "5-point".
_COUNTED = re.compile(r"(?<![\d.,])\d{1,2}(?:\s*[/,;|]\s*\d{1,2}){2,}(?![\d.,]*\d)")
_TOP = re.compile(
    r"\b(?:max(?:imum|imal|imo|\.)?|up to|bis(?: zu)?|jusqu.?[a\u00e0]|hasta|at\u00e9|fino a|likert)\s*(?:=|:)?"
    r"\s*(\d{1,3})\b"
    r"|(?<![\d.,-])(\d{1,3})(?:[\s-]?(?:points?|pts?|punkte?|puntos|pontos|punti|stufig|stufen)\b|er[\s-]skala)",
    re.I,
)
# Ends of scales in words, and names of fields: "out of five", "one to five"; legSoreness0to10, 1to5.
_ENDS = {"one": 1, "zero": 0, "seven": 7} | dict.fromkeys(("five", "f\u00fcnf", "cinq", "cinco", "cinque"), 5)
_ENDS |= {"ten": 10, "zehn": 10}
_WRITTEN = re.compile(r"\b(?:(?:one|zero)(?= to\b)|five|seven|ten|f\u00fcnf|zehn|cinq|cinco|cinque)\b", re.I)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z\d])|(?<=\d)(?=[A-Za-z])")
_OF_A_FIELD = re.compile(r"(?<=_\d)_(?=\d)")  # leg_soreness_1_10
_OUT_OF = re.compile(r"(?:/|out of|von|sur|sobre|su|van|of)\s*(\d{1,3})(?!\d|\s*(?:=|:|\u2192|->))", re.I)
# Questionnaires by their names: range, whether its highest number is the worst, and its normal answer.
_QUESTIONNAIRES: dict[str, tuple[float, float, bool, float | None]] = {
    "hooper": (1, 7, True, None),
    "mclean": (1, 5, False, 3),
    "schulnote": (1, 6, True, None),
}
_WHOLLY = re.compile(r"\b100\s?%(?=\s+[^\W\d_])")
_GOOD = -2  # what "fresh" and "not sore" are judged as
_DENIALS = re.compile(
    r"(?<!\bor )\b(?:not|dont|doesnt|arent|isnt|without|lack|absence|nicht|keine?n?|ohne|pas|sans|sin|sem|senza|niet|"
    r"geen|zonder|ikke|inte)\b(?! at\b)(?= \w)"
)
# A scale that is turned round, and nobody says from where.
_TURNED = re.compile(r"\b(?:revers|invers|invert|umgekehrt|umgedreht|omgekeerd|omvand|odwrocon)")
# Scales in use: 7 - "very sore" beside 0 - "not sore" is of ten.
_USUAL = frozenset(
    {(0, 2), (0, 3), (1, 3), (0, 4), (1, 4), (0, 5), (1, 5), (0, 6), (1, 6), (1, 7), (0, 10), (1, 10), (0, 100)}
)


@dataclass(frozen=True)
class Header:
    """What the name of a column says about its ratings.

    Attributes
    ----------
    low, high : float or None
        Range that is named.
    top : float or None
        Its highest number, where nothing names the lowest: "5 = very sore".
    worst_high : bool or None
        Whether its highest number is the sorest, or hardest; None when it does not say.
    normal : float or None
        The number that it calls normal.
    subject : int
        1 when it rates soreness (or effort), -1 when it rates how good the legs are (or how easy it was), 0 when it
        does not say.
    questionnaire : str
        Name of the questionnaire, where it is one.
    """

    low: float | None = None
    high: float | None = None
    top: float | None = None
    worst_high: bool | None = None
    normal: float | None = None
    subject: int = 0
    questionnaire: str = ""


def anchors_of(text: str) -> list[Anchor]:
    """Return the numbers of a text with the words that say what they mean.

    Examples
    --------
    >>> anchors_of("How sore? (1 = very sore, 5 = not sore)")
    [(1.0, 'very sore'), (5.0, 'not sore')]
    >>> anchors_of("fresh (1) to wrecked (7)")
    [(1.0, 'fresh'), (7.0, 'to wrecked')]
    >>> anchors_of("Legs: fresh 1 - wrecked 7")
    [(1.0, 'fresh'), (7.0, 'wrecked')]
    """
    ranges = [match.span() for match in _RANGE.finditer(text)]
    best: list[Anchor] = []
    loosest = False
    for place, pattern in enumerate(_SAID):
        number, words = (2, 1) if place in _NUMBER_LAST else (1, 2)
        # The ends of "1-5" are no numbers that something is said of.
        rows = [
            (float(match[number]), match[words].strip(" -\u2013\u2014.?!"))
            for match in pattern.finditer(text)
            if not any(start <= match.start(number) < end for start, end in ranges)
        ]
        if len(rows) > len(best):
            best, loosest = rows, place == len(_SAID) - 1
    rows = _words_first(text)
    return rows if len(rows) > len(best) or (rows and loosest and len(rows) == len(best)) else best


def _words_first(text: str) -> list[Anchor]:
    """Return numbers with the words before each of them, "none 0 - extreme 10", unless words behind the last say it."""
    inner = next((match[1] for match in _BRACKETS.finditer(text) if len(re.findall(_NUMBER, match[1])) > 1), text)
    told = list(_WORDS_FIRST.finditer(inner))
    if len(told) < 2 or len(told) != len(re.findall(_NUMBER, inner)) or _RANGE.search(inner):
        return []
    is_dotted = inner[told[0].end() :].lstrip().startswith(".")  # "1. fresh 2. dead"
    after = inner[told[-1].end() :].lstrip(" -\u2013\u2014)." if is_dotted else " -\u2013\u2014)")
    if _INTRODUCES & set(fold(told[0][1]).split()[-1:]):
        return []
    is_bare = inner is text and told[0].start() == 0 and len(told[0][1].split()) == 1  # "Soreness 1, none 10"
    if is_bare or says_something(re.split(r"[.?!;,(\[]", after)[0]):
        return []
    return [(float(match[2]), match[1].strip(" -\u2013\u2014.?!")) for match in told]


def read_header(name: str, quality: Quality = "soreness", labels: Iterable[Anchor] = ()) -> Header:
    """Return what a column's name, and the labels that its cells carry, say about its ratings.

    Parameters
    ----------
    name : str
        The header's cell.
    quality : {"soreness", "effort"}
        What is rated.
    labels : iterable of (float, str)
        Numbers with words from the cells themselves, such as "5 - not sore".

    Examples
    --------
    >>> header = read_header("How sore are your legs? (1 = very sore, 5 = not sore)")
    >>> header.low, header.high, header.worst_high
    (1.0, 5.0, False)
    >>> read_header("Leg soreness (1-5)").worst_high is None, read_header("Hooper index DOMS").worst_high
    (True, True)
    >>> read_header("leg_soreness_1_10").high
    10.0
    """
    name = _OF_A_FIELD.sub("-", _in_digits(name))
    if name.count("%") == 1:  # no end of the scale: "1 = 100% fine"
        name = _WHOLLY.sub("fully", name)
    if question := _QUESTION.match(name):
        name = name[question.end() :]
    own = [(number, phrase) for number, phrase in anchors_of(name) if not _is_subject(name, phrase)]
    said = [*own, *labels]
    # "How much are your legs NOT sore?" says of no number what it means, and of no yes.
    is_turned = _TURNED.search(fold(name)) is not None
    subject = 0 if not own and (is_turned or _is_denied(name)) else _subject(name, quality)
    low, high = _range(name, own)
    if low is None and (ends := _range("", said)) in _USUAL:
        low, high = ends  # answers that carry their words show the whole scale only by chance
    judged = [(number, score) for number, phrase in said if (score := how_bad(phrase, quality, subject))]
    top = _top(name, own, lambda phrase: how_bad(phrase, quality, subject)) if high is None else None
    worst_high = _worst_high(judged, low, top if high is None else high)
    if worst_high is None:
        worst_high = high_is_worse(name, lambda phrase: how_bad(phrase, quality, subject))
    normal = next((n for n, phrase in said if has_word(fold(phrase).split(), "middle")), None)
    if normal is not None and not (low is not None and high is not None and low < normal < high):
        normal = None
    known = next((each for each in _QUESTIONNAIRES if each in fold(name)), "") if quality == "soreness" else ""
    if known and low is None:
        low, high = _QUESTIONNAIRES[known][:2]
    if known and (low, high) == _QUESTIONNAIRES[known][:2] and worst_high is None and not is_turned:
        worst_high, normal = _QUESTIONNAIRES[known][2:]
    return Header(low, high, None if high else top, worst_high, normal, subject, known.capitalize())


def _is_subject(name: str, phrase: str) -> bool:
    """Return whether words at the beginning of a name say what is rated, and not what their number means."""
    words = fold(phrase).split()
    told = [place for place, word in enumerate(words, 1) if says_of_what(word)]
    after = " ".join(words[told[0] :]) if told else ""
    return bool(after) and name.startswith(phrase) and not says_something(after)


def _subject(name: str, quality: Quality) -> int:
    """Return what the name rates, what it says of its numbers left out."""
    own = "words" if quality == "soreness" else "effort_words"
    for part in (re.split(r"[(\[]|\d", name, maxsplit=1)[0], name):
        words = fold(part).split()
        bad, good = has_word(words, "bad", own), has_word(words, "good", own)
        good = good or (quality == "soreness" and has_word(words, "strong"))
        if bad != good:
            return 1 if bad else -1
        if bad:
            return 0
    return 0


def _is_denied(name: str) -> bool:
    """Return whether a name denies what it rates: "How NOT sore?", "Lack of soreness", but not "Sore or not?"."""
    asked = re.split(r"[(\[]|\d", name, maxsplit=1)[0]
    return _DENIALS.search(fold(asked.replace("'", "").replace("\u2019", ""))) is not None


def _range(name: str, said: list[Anchor]) -> tuple[float | None, float | None]:
    ranges = [(float(match[1]), float(match[2])) for match in _RANGE.finditer(name) if match[1] != match[2]]
    if len(ranges) > 1 and all(one[1] < other[0] for one, other in pairwise(ranges)):
        return min([ranges[0][0], *(number for number, _ in said)]), ranges[-1][1]  # "0-3 fine, 4-6 moderate, 7-10 bad"
    if ranges:
        return min(ranges[0]), max(ranges[0])
    if counted := _counted(name):
        return counted
    numbers = sorted({number for number, _ in said})
    # "Of 1 (none) to 10 (worst)" names where the scale begins; in "0 none / 3 severe" words follow a stroke.
    ends = (end for match in _OUT_OF.finditer(name) if (end := float(match[1])) >= _LEAST_END)
    high = next(ends, None)
    if high and not (len(numbers) > 1 and high in numbers):
        return 0.0 if high in (10, 100) else 1.0, high
    whole = len(numbers) > 1 and (numbers[-1] >= _LEAST_END or numbers in _OF_THREE)
    return (numbers[0], numbers[-1]) if whole else (None, None)


def _in_digits(name: str) -> str:
    """Return a name with the ends of a scale in digits, and apart from its words where they are written in one."""
    name = _WRITTEN.sub(lambda match: str(_ENDS[match[0].casefold()]), name)
    return name if " " in name else _HUMP.sub(" ", name)


def _counted(name: str) -> tuple[float, float] | None:
    """Return the ends of a scale whose steps are written out: "0/1/2/3"."""
    for match in _COUNTED.finditer(name):
        steps = [int(step) for step in re.findall(r"\d+", match[0])]
        if steps[0] in (0, 1) and steps == list(range(steps[0], steps[-1] + 1)):
            return float(steps[0]), float(steps[-1])
    return None


def _top(name: str, said: list[Anchor], judge: Callable[[str], int]) -> float | None:
    """Return the highest number of a scale that is named alone: "max 5", "5 = very sore", but not "5 = moderate"."""
    if match := _TOP.search(name):
        return float(match[1] or match[2])
    number, phrase = max(said, default=(0.0, ""))
    outright = f"{number:g}=" in name.replace(" ", "") and fold(phrase) not in _middling()
    return number if number > 1 and (outright or abs(judge(phrase)) == UTMOST) else None


@functools.cache
def _middling() -> frozenset[str]:
    """Return the words for ratings that are neither the least nor the most."""
    table = word_table()
    rated = (words for level, words in table["soreness"].items() if level in ("2", "3", "5", "7"))
    return frozenset(fold(word) for words in rated for word in words.split(";")) | set(table["words"]["middle"].split())


def _worst_high(judged: list[tuple[float, int]], low: float | None, high: float | None) -> bool | None:
    """Return whether high numbers are worse, by what was said of two of them, or of one end."""
    if len({number for number, _ in judged}) > 1:
        least, most = min(judged), max(judged)
        are_both_good = max(least[1], most[1]) <= _GOOD  # "0 none, 4 a great deal"
        return None if least[1] == most[1] or are_both_good else most[1] > least[1]
    if not judged:
        return None
    number, score = judged[0]
    if high is not None and 2 * number == (low or 0) + high:
        return None
    if high is not None:
        at_top = number > ((low or 0) + high) / 2
    elif number in (0, 1):
        at_top = False
    elif number >= 5:
        at_top = True
    else:
        return None
    return (score > 0) == at_top
