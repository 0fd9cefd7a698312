"""What a client says feels wrong: negations, illness and red flags by their words, anything else as it was written."""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from importlib import resources

from legrun.logs.reading.text import clean, fold
from legrun.scenario import FLAGS, RED_FLAGS
from legrun.scenario.names import FLAG_NAMES

__all__ = ["FLAG_NAMES", "Complaint", "after_no", "first_flag", "is_yes", "is_yes_or_no"]

_BY_NAME = {fold(name): flag for flag, name in FLAG_NAMES.items()}
_LONGEST_QUOTE, _LONGEST_READ = 60, 5_000
_DENIED = 2  # complaints that one denial is of
_CLAUSE = re.compile(
    r"[,;.!?\n()/|+&]+|\s[-\u2013\u2014]+\s|\b(?:but|just|only|except|apart|aber|nur|ausser|au\u00dfer|mais|sauf|pero|salvo|mas|ma|maar)\b",
    re.I,
)
_NONE_OF_TEN = re.compile(r"0(?:[.,]0)?\s*(?:/|of|out of|von|sur|de|su|van)\s*(?:5|7|10|100)")
_IN_FULL = re.compile(r"(?:(?:i['\u2019]?m|feeling|feel|at)\s+)*100\s?%\s*[!.]*", re.I)
_WILL = re.compile(r"\b([^\W\d_]+)['\u2019]ll\b", re.I)  # without its apostrophe "I'll" is ill
_TICKS = frozenset("☑✓✔☒🗹")
_BETWEEN = re.compile(r"[\s,;|+]+")
_NO_SIGNS = frozenset(" -\u2013\u2014.,/\u2009\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")


@dataclass(frozen=True)
class Complaint:
    """What somebody says feels wrong.

    Attributes
    ----------
    flags : frozenset of str
        What legrun knows it for, from `legrun.scenario.FLAGS`.
    words : str
        As it was written, where legrun does not know all of it; a coach must read it.
    """

    flags: frozenset[str] = frozenset()
    words: str = ""

    @classmethod
    def of(cls, text: str) -> Complaint:
        """Return what a cell means.

        Only what is known by its words becomes a flag. Unknown words are no flag and no all-clear: they are quoted.
        A bare "yes" under a question about pain stops, as a coach's mark in that column does.

        Examples
        --------
        >>> sorted(Complaint.of("limping, illness").flags), Complaint.of("No pain, all good")
        (['illness', 'limping'], Complaint(flags=frozenset(), words=''))
        >>> Complaint.of("Yes, left calf tight"), sorted(Complaint.of("yes").flags)
        (Complaint(flags=frozenset(), words='Yes, left calf tight'), ['injury'])
        """
        words = fold(text.replace("_", " ").replace("'", "").replace("\u2019", ""))
        if _is_clear(text):
            return cls()
        if words in _BY_NAME:
            return cls(frozenset({_BY_NAME[words]}))
        if is_yes(text):
            return cls(frozenset({"injury"}))
        flags = _meant(text)
        if any(map(_answers_yes, text.split(";"))):
            flags |= {"injury"}
        codes = {flag.replace("_", " ") for flag in FLAGS}
        parts = _parts(text)
        whole = bool(parts) and (words in codes or all(part in codes or is_yes(part) for part in parts))
        return cls(flags, "" if whole else clean(text, _LONGEST_QUOTE))

    @classmethod
    def together(cls, complaints: Iterable[Complaint]) -> Complaint:
        """Return several complaints as one."""
        said = list(complaints)
        words = dict.fromkeys(each.words for each in said if each.words)
        return cls(frozenset().union(*(each.flags for each in said)), clean("; ".join(words), 2 * _LONGEST_QUOTE))

    @property
    def unknown(self) -> bool:
        """Whether there are words and no flag for them."""
        return bool(self.words) and not self.flags

    @property
    def is_clear(self) -> bool:
        """Whether nothing is wrong."""
        return not self.words and not self.flags


@functools.cache
def _table() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return for each flag the phrases that mean it, and each list of words as phrases of one."""
    table = tomllib.loads((resources.files("legrun.roster") / "flags.toml").read_text(encoding="utf-8"))
    meanings, otherwise = table.pop("meanings"), table.pop("otherwise")
    lists = {name: tuple((_folded(word),) for word in words.split()) for name, words in table.items()}
    phrases = {flag: _phrases_of(said) for flag, said in meanings.items()}
    return {**lists, "otherwise": _phrases_of(otherwise), **phrases}


def _phrases_of(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(map(_folded, phrase.split())) for phrase in text.split(";"))


def _folded(word: str) -> str:
    """Return a word as answers are folded, its stars kept: Hangul and some Cyrillic come apart there; signs stay."""
    plain = fold(word)
    return f"{'*' if word.startswith('*') else ''}{plain}{'*' if word.endswith('*') else ''}" if plain else word


@functools.cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(word for (word,) in _table()[name])


def _parts(text: str) -> list[str]:
    """Return the parts of an answer, folded: our own codes stand in a row."""
    return [fold(part.replace("_", " ")) for part in _BETWEEN.split(text) if fold(part)]


def _clauses(text: str) -> list[list[str]]:
    """Return the parts that an answer falls into, each as folded words: what one denies, another may say."""
    plain = _WILL.sub(r"\1 will", text).replace("_", " ").replace("'", "").replace("\u2019", "")
    return [words for part in _CLAUSE.split(plain) if (words := fold(part).split())]


def _is_clear(text: str) -> bool:
    """Return whether an answer says that nothing is wrong: each word is of an all-clear, and one says no, or good."""
    if _NONE_OF_TEN.fullmatch(text.strip()) or _IN_FULL.fullmatch(text.strip()):
        return True
    clauses = _clauses(text)
    if not clauses:
        return all(sign in _NO_SIGNS or sign in _listed("signs") for sign in text.strip())
    denied, good, bad = _listed("denied"), _listed("good"), _listed("bad")
    said = {word for words in clauses for word in words}
    bad |= {word for words in clauses for word in _illnesses_denied(words)}
    known = denied | good | bad | _listed("beside")
    if not said <= known or not said & (denied | good):
        return False
    return not any(_is_turned(words) or (bad & set(words) and not denied & set(words)) for words in clauses)


def _is_turned(words: Sequence[str]) -> bool:
    """Return whether a good word of a clause is denied, "not great", or a plain one: "not right", "not my usual".

    "No all good" and "not right now" are not.
    """
    turning = _listed("turning")
    if _is_denied_twice(words) or _is_praise(words):
        return True
    for place, word in enumerate(words):
        if (
            word in _listed("turned")
            and words[place + 1 : place + 2] != ["now"]
            and _listed("turns") & set(words[:place])
        ):
            return not _listed("bad") & set(words)
        if word in _listed("good") and turning & set(words[:place]):
            return not ("no" in words[:place] and {"all", "alles"} & set(words[:place]))
    return False


def _is_denied_twice(words: Sequence[str]) -> bool:
    """Return whether a denial is denied itself, "not without pain", or what goes well: "va pas", "geht nicht"."""
    turns, undone, goes = _listed("turns"), _listed("undone"), _listed("goes")
    denied = [place for place, word in enumerate(words) if word in turns]
    return any(undone & set(words[place + 1 :]) or goes & set(words[max(place - 1, 0) : place]) for place in denied)


def _is_praise(words: Sequence[str]) -> bool:
    """Return whether words may say "quite well", or "quite a lot of", as a denial does: "pas mal", "nada mal"."""
    praised, turning = _listed("praised"), _listed("turning")
    return any(before in turning and word in praised for before, word in itertools.pairwise(words))


def _meant(text: str) -> frozenset[str]:
    """Return the flags that an answer's words mean; what a "no" stands before is not there."""
    # "Cannot walk" is no denial of walking.
    # What is longer than any answer is quoted, for a look, and not read to its end; what is repeated is read once.
    unlike = dict.fromkeys(map(tuple, _clauses(text[:_LONGEST_READ])))
    clauses = [(words, _not_denied(words)) for words in map(_in_its_sense, unlike) if not _is_over(words)]
    return frozenset(
        flag
        for flag in FLAGS
        for whole, kept in clauses
        for said in (whole if flag == "too_sore_to_walk" else kept,)
        if any(all(_has(said, word) for word in phrase) for phrase in _table().get(flag, ()))
    )


def _is_over(words: Sequence[str]) -> bool:
    """Return whether a clause says of a complaint that it is gone; of the heart or dark urine nobody is told so."""
    phrases = (phrase for flag in ("heart", "rhabdo") for phrase in _table()[flag])
    grave = any(all(_has(words, word) for word in phrase) for phrase in phrases)
    gone = [place for place, word in enumerate(words) if word in _listed("over")]
    return not grave and any(not _listed("turning") & set(words[max(place - 2, 0) : place]) for place in gone)


def _in_its_sense(words: Sequence[str]) -> list[str]:
    """Return the words of a clause without those that mean something else beside another: "cold legs", "chest day"."""
    kept = list(words)
    for said, *others in _table()["otherwise"]:
        for place, word in enumerate(words):
            if _has((word,), said) and _stands_beside(words, place, others):
                kept[place] = ""
    return [word for word in kept if word]


def _stands_beside(words: Sequence[str], place: int, others: Sequence[str]) -> bool:
    """Return whether words follow a word at once, or one stands before it with a verb between: "legs feel cold"."""
    after = words[place + 1 : place + 1 + len(others)]
    if len(after) == len(others) and all(_has((word,), other) for word, other in zip(after, others, strict=True)):
        return True
    before = [word for word in words[:place] if word not in _listed("verbs")][-1:]
    is_joined = words[place - 1 : place] and words[place - 1] in _listed("verbs")
    return len(others) == 1 and bool(is_joined) and _has(before, others[0])


def _not_denied(words: Sequence[str]) -> list[str]:
    """Return the words of a clause without the two complaints that a denial stands before, or more with an "or"."""
    kept: list[str] = []
    left, last = 0, ""
    for word in words:
        if word in _listed("denies") and not (word == "no" and last in _listed("has_place")):
            left = _DENIED
            kept.append(word)
        elif left and word in _listed("or"):
            left = _DENIED
        elif left and word not in _listed("small"):
            left = left - 1 if _is_complaint(word) else 0
            kept += [] if _is_complaint(word) else [word]
        elif not left:
            kept.append(word)
        last = word
    return kept


@functools.cache
def _complaints() -> frozenset[str]:
    return _listed("bad") | {word for flag in FLAGS for phrase in _table().get(flag, ()) for word in phrase}


def _is_complaint(word: str) -> bool:
    return word in _complaints() or any(word[:end] + "*" in _complaints() for end in range(2, len(word) + 1))


def _illnesses_denied(words: Sequence[str]) -> list[str]:
    """Return the illnesses that a denial stands before: "no fever, no cough"."""
    first = next((place for place, word in enumerate(words) if word in _listed("denied")), len(words))
    return list(filter(_is_illness, words[first:]))


def _is_illness(word: str) -> bool:
    return any(len(phrase) == 1 and _has((word,), phrase[0]) for phrase in _table()["illness"])


def _answers_yes(part: str) -> bool:
    """Return whether a part of a cell is a yes, "Yes" or "Knee: yes", as our cells have it; "Pain: 1" is a rating."""
    name, _, answer = part.rpartition(":")
    return is_yes(answer) and not (name and answer.strip().isdigit())


def is_yes(text: str) -> bool:
    """Return whether an answer says yes and nothing else, or is a tick in a box."""
    return fold(text) in _listed("yes") or text.strip("\ufe0f ") in _TICKS


def is_yes_or_no(text: str) -> bool:
    """Return whether an answer begins with a yes or a no.

    Examples
    --------
    >>> is_yes_or_no("No - hamstring"), is_yes_or_no("ja, Knie"), is_yes_or_no("hamstring")
    (True, True, False)
    """
    first = fold(text).split()[:1]
    return bool(first) and first[0] in _listed("yes") | _listed("denied")


def after_no(text: str) -> str | None:
    """Return what follows a no; None where an answer does not begin with one.

    Examples
    --------
    >>> after_no("No - hamstring"), after_no("nein"), after_no("yes")
    ('hamstring', '', None)
    """
    first, *rest = text.split(maxsplit=1) or [""]
    return " ".join(rest).lstrip(" ,;:.-\u2013\u2014") if fold(first) in _listed("denied") else None


def _has(words: Collection[str], wanted: str) -> bool:
    if wanted.startswith("*"):  # in what is written without spaces
        return any(wanted.strip("*") in word for word in words)
    if wanted.endswith("*"):
        return any(word.startswith(wanted[:-1]) for word in words)
    return wanted in words


def first_flag(flags: Collection[str]) -> str | None:
    """Return the gravest of some flags.

    Examples
    --------
    >>> first_flag(frozenset({"illness", "heart"}))
    'heart'
    """
    return next((flag for flag in (*RED_FLAGS, *FLAGS) if flag in flags), None)
