"""One cell of a column of ratings: a number, a number with words, a word, or a face."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from legrun.logs.fields.effort_words import SELECTOR, STARS, effort_of_words
from legrun.logs.fields.judged_words import Quality, says_of_soreness, says_of_what, word_table
from legrun.logs.reading.text import fold

__all__ = ["Rating", "parse_rating"]

_NUMBER = r"(\d{1,3}(?:[.,]\d{1,2})?)"
_PLAIN = re.compile(rf"(?:rpe|cr-?10|borg|ca\.?|~|\u2248|about)?\s*@?\s*{_NUMBER}\s*[!.+]?", re.I)
_OUT_OF = re.compile(rf"{_NUMBER}\s*(?:/|out of|von|sur|sobre|su|van|of|de|di)\s*(\d{{1,3}})\b.*", re.I)
_BETWEEN = re.compile(rf"{_NUMBER}\s*(?:-|\u2013|\u2014|to|bis|or)\s*{_NUMBER}", re.I)
_PERCENT = re.compile(rf"{_NUMBER}\s*%")
_LABELLED = re.compile(rf"{_NUMBER}\s*[-\u2013\u2014=:.)(,]*\s*([^\W\d_][^\d]*)")
_LABEL_FIRST = re.compile(rf"([^\W\d_][^\d]*?)\s*[(\[:=\u2013-]+\s*{_NUMBER}\s*[)\]]?")
_MISSING = frozenset({"", "-", "--", "\u2013", "\u2014", "n/a", "na", "n.a.", "null", "nan", "#n/a", "not rated", "."})
_BODY = frozenset("leg legs my feel feeling feels am quads calves beine jambes piernas pernas gambe".split())  # noqa: SIM905
# What there is little or much of: "etwas Muskelkater", "pas de courbatures", "a bit of pain".
_SORENESS = frozenset(
    "soreness doms pain pains ache aches muscle muscles muskelkater schmerz schmerzen courbature courbatures douleur "  # noqa: SIM905
    "douleurs musculaires musculaire agujetas dolor dolores muscular musculares dor dores indolenzimento dolore dolori "
    "muscolare muscolari spierpijn pijn traningsvark traeningsvaerk omhed omme stolhet zakwasy zakwasow lihaskipu "
    "of de d di van i".split()
)
_SIGNS = re.compile(r"\s+|(?<=[^\x00-\x7f])(?=[^\x00-\x7f\ufe0f\U0001f3fb-\U0001f3ff])")
_TONES = "\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_HALF = re.compile(r"(?<=\d)(?:\s?\u00bd|\s1/2)(?!\d)")
# One to ten as people write them: English, German, French, Spanish, Portuguese, Italian, Dutch.
_WRITTEN = (
    "one eins un une uno um een", "two zwei deux dos dois due twee", "three drei trois tres tre drie",
    "four vier quatre cuatro quatro quattro", "five funf cinq cinco cinque vijf", "six sechs seis sei zes",
    "seven sieben sept siete sete sette zeven", "eight acht huit ocho oito otto", "nine neun neuf nueve nove negen",
    "ten zehn dix diez dez dieci tien",
)  # fmt: skip
_IN_WORDS = {word: float(number) for number, words in enumerate(_WRITTEN, 1) for word in words.split()}
_LONGEST = 80
_SORE = 7.0  # as much as "sore" says alone
_VERY, _SOME, _LITTLE, _SLIGHT = 8.0, 5.0, 2.0, 1.0  # what "very", "moderate", "little" and "very little" say


@dataclass(frozen=True)
class Rating:
    """What one cell says.

    Attributes
    ----------
    number : float or None
        A number on the column's scale.
    out_of : float or None
        The scale's end, where the cell names it.
    own : float or None
        A rating that needs no scale, for it is a word or a face. [0-10]
    label : str
        Words beside a number.
    is_amount : bool
        Whether a word says how much alone, "very", so that what it is much of is for the column to say.
    """

    number: float | None = None
    out_of: float | None = None
    own: float | None = None
    label: str = ""
    is_amount: bool = False


def parse_rating(text: str, quality: Quality = "soreness") -> Rating | None:
    """Return what a cell says, or None where that is not understood; an empty `Rating` where nothing is rated.

    Examples
    --------
    >>> parse_rating("6,5").number, parse_rating("7/10"), parse_rating("7-8").number
    (6.5, Rating(number=7.0, out_of=10.0, own=None, label='', is_amount=False), 7.5)
    >>> parse_rating("seven").number, parse_rating("sieben").number
    (7.0, 7.0)
    >>> parse_rating("-3"), parse_rating("?"), parse_rating("very sore legs").own, parse_rating("easy", "effort").own
    (None, None, 8.0, 3.0)
    """
    text = _HALF.sub(".5", " ".join(text.split()))
    if text.casefold() in _MISSING:
        return Rating()
    if len(text) > _LONGEST:
        return None
    # Nearly every cell; no word and no face is written in digits alone.
    if match := _PLAIN.fullmatch(text):
        return Rating(number=_number(match[1]))
    own = _by_word(text, quality)
    if own is not None:
        return Rating(own=own, is_amount=quality == "soreness" and is_amount(text))
    if fold(text) in _IN_WORDS:
        return Rating(number=_IN_WORDS[fold(text)])
    if stars := STARS.fullmatch(text.replace(SELECTOR, "")):
        return Rating(number=float(len(stars[1])), out_of=float(len(stars[0])) if stars[2] else None)
    if match := _PERCENT.fullmatch(text):
        return Rating(number=_number(match[1]), out_of=100.0)
    if match := _OUT_OF.fullmatch(text):
        return Rating(number=_number(match[1]), out_of=float(match[2]))
    if match := _BETWEEN.fullmatch(text):
        return Rating(number=(_number(match[1]) + _number(match[2])) / 2)
    if match := _LABELLED.fullmatch(text):
        return Rating(number=_number(match[1]), label=match[2].rstrip(" )"))
    if match := _LABEL_FIRST.fullmatch(text):
        return Rating(number=_number(match[2]), label=match[1])
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))


@functools.cache
def _rated() -> dict[str, dict[str, float]]:
    """Return what words for soreness, and faces, are rated as."""
    table = word_table()
    words = {fold(word): float(at) for at, listed in table["soreness"].items() for word in listed.split(";")}
    plain = {fold(word): float(at) for at, listed in table["plain"].items() for word in listed.split(";")}
    faces = {sign: float(rating) for rating, signs in table["faces"].items() for sign in signs.split()}
    return {"words": plain | words, "plain": plain, "faces": faces}


def _by_word(text: str, quality: Quality) -> float | None:
    """Return what a word or a face says. [0-10]"""
    words = fold(text)
    if quality == "effort":
        return None if any(sign.isdigit() for sign in text) else effort_of_words(text)
    if words:
        known = _rated()["words"]
        bare = " ".join(word for word in words.split() if word not in _BODY)
        # "A bit stiff" and "very heavy and sore" are as much as they say, of what sore legs feel like.
        told = [word for word in bare.split() if word != "and" and word not in _SORENESS]
        amount = " ".join(word for word in told if not (known.get(word) == _SORE and says_of_soreness(word)))
        is_amount_of_it = amount != bare and not says_of_what(amount)  # "perfectly sore" is not perfect
        rated = known.get(words, known.get(bare, known.get(amount) if is_amount_of_it else None))
        return _strengthened(bare) if rated is None else rated
    # The same face several times, or one with a skin tone.
    signs = {sign.rstrip(_TONES) for sign in _SIGNS.split(text) if sign}
    levels = {_rated()["faces"].get(sign) for sign in signs}
    return levels.pop() if len(levels) == 1 else None


def _strengthened(words: str) -> float | None:
    """Return what a word behind "very" says: of a sore one at least as much as "very", of others less. [0-10]"""
    known = _rated()["words"]
    first, _, rest = words.partition(" ")
    rated = known.get(rest)
    if known.get(first) != _VERY or rated is None or _LITTLE < rated < _SOME:
        return None
    if rated >= _SOME and says_of_what(rest) and not says_of_soreness(rest):
        return None  # "very strong" may be legs, or soreness
    return max(rated, _VERY) if rated >= _SOME else _SLIGHT if rated == _LITTLE else 0.0


def is_amount(text: str) -> bool:
    """Return whether a rating in words says how much and not of what.

    Examples
    --------
    >>> is_amount("very"), is_amount("very sore"), is_amount("green"), is_amount("moderate")
    (True, False, False, True)
    """
    words = fold(text)
    return bool(words) and words not in _rated()["plain"] and not says_of_what(text)
