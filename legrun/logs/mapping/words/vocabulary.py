"""The words by which headers name what a column holds, from `headers.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from legrun.logs.mapping.words.word_lists import listed
from legrun.logs.reading.text import fold

__all__ = ["PLANNED", "RoleWords", "header_words", "is_planned", "role_words"]

_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_SURE, _STEP, _PER_WORD, _EXTRA = 100.0, 1.0, 6.0, 1.5
_RATHER = 60.0  # what a word that speaks against it costs
_ACTUAL = 8.0
# What was meant to be done is not what was done.
PLANNED = listed("planned")
_MEASURES = frozenset(["duration", "kind", "distance", "hr", "rpe", "reps", "sets", "weight", "exercise"])
_CJK = "\u2e80"  # from here on
_JAMO, _TWO_SYLLABLES = ("\u1100", "\u11ff"), 4  # what Hangul comes apart into: two or three to a syllable
_INSIDE = ""  # what the terms are kept by that any word may hold
# Words that apps write together in small letters: starttime, totaldistance, avghr.
_GLUED = re.compile(
    r"(total|avg|average|mean|max|min|start|end|moving|elapsed|active|workout|activity|session|exercise|sport|sleep|heart)?"
    r"(time|date|distance|duration|hr|rate|heartrate|speed|pace|type|name|minutes|hours|seconds|km)(unit|units)?"
)
_PER_MINUTE = re.compile(r"(?:count|beats|1|slag|bat|schl|puls|lat|btt|uderz)?\.?\s?/\s?min\b", re.I)


@dataclass(frozen=True)
class _Parted:
    """Terms by how they fit a word: whole, as its beginning, or anywhere within it.

    Each header is held against hundreds of terms; one by one that took a third of the reading of a small log.
    """

    whole: frozenset[str]
    beginnings: tuple[str, ...]
    within: tuple[str, ...]

    @classmethod
    def of(cls, terms: Sequence[str]) -> _Parted:
        within = tuple(term.rstrip("*") for term in terms if _is_inside(term))
        others = [term for term in terms if not _is_inside(term)]
        beginnings = tuple(term[:-1] for term in others if term.endswith("*"))
        return cls(frozenset(term for term in others if not term.endswith("*")), beginnings, within)

    def any_in(self, words: Sequence[str]) -> bool:
        """Return whether any of the terms fits any of the words."""
        return any(
            word in self.whole or word.startswith(self.beginnings) or any(term in word for term in self.within)
            for word in words
        )


@dataclass(frozen=True)
class RoleWords:
    """The words of one role.

    Attributes
    ----------
    terms : tuple of tuple of str
        Words that name it, the surest first.
    never, rather : tuple of str
        Words of headers that do not hold it, or only where nothing else does.
    measure : bool
        Whether it is something that may be planned and done.
    """

    terms: tuple[tuple[str, ...], ...]
    never: tuple[str, ...]
    rather: tuple[str, ...]
    measure: bool = False

    def score(self, words: Sequence[str]) -> float:
        """Return how surely a header of these words names the role; 0 when it does not.

        Examples
        --------
        >>> dates = role_words()["date"]
        >>> dates.score(["workout", "date"]) > dates.score(["date"]) > dates.score(["date", "submitted"]) > 0
        True
        >>> role_words()["sleep"].score(["minutes", "to", "fall", "asleep"])
        0.0
        """
        if self._parted_never.any_in(words):
            return 0.0
        hits = [
            _SURE - _STEP * rank + _PER_WORD * (len(term) - 1) - _EXTRA * (len(words) - len(term))
            for rank in self._possible(words)
            if _stands_in(term := self.terms[rank], words)
        ]
        if not hits:
            return 0.0
        against = _RATHER if self._parted_rather.any_in(words) else 0.0
        done = _ACTUAL if self.measure and _DONE.any_in(words) else 0.0
        return max(max(hits) + done - against, 1.0)

    @functools.cached_property
    def _parted_never(self) -> _Parted:
        return _Parted.of(self.never)

    @functools.cached_property
    def _parted_rather(self) -> _Parted:
        return _Parted.of(self.rather)

    @functools.cached_property
    def _by_beginning(self) -> Mapping[str, Sequence[int]]:
        """The ranks of the terms by the first word of each, as it is listed."""
        ranks: dict[str, list[int]] = defaultdict(list)
        for rank, (first, *_) in enumerate(self.terms):
            ranks[_INSIDE if _is_inside(first) else first].append(rank)
        return ranks

    def _possible(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the ranks of the terms whose first word is one of a header's: of a long list few."""
        listed_so = set(words) | {f"{word[:end]}*" for word in words for end in range(len(word) + 1)}
        for beginning in (*listed_so, _INSIDE):
            yield from self._by_beginning.get(beginning, ())

    def excludes(self, words: Sequence[str]) -> bool:
        """Tell whether a header of these words cannot hold it."""
        return self._parted_never.any_in(words)

    def doubts(self, words: Sequence[str]) -> bool:
        """Tell whether a header of these words holds it only where no other column fits.

        Examples
        --------
        >>> role_words()["date"].doubts(["created", "at"]), role_words()["date"].doubts(["date"])
        (True, False)
        """
        return self._parted_rather.any_in(words)


def is_planned(words: Sequence[str]) -> bool:
    """Tell whether a header of these words says what was meant to be done.

    Examples
    --------
    >>> is_planned(["planned", "time"]), is_planned(["time"])
    (True, False)
    """
    return _PARTED_PLANNED.any_in(words)


def _is_inside(term: str) -> bool:
    """Return whether a term may stand within a word, written without spaces: 运动时长 names 时长."""
    if _JAMO[0] <= term[:1] <= _JAMO[1]:
        return len(term.rstrip("*")) >= _TWO_SYLLABLES  # 분 alone stands in many words
    return term >= _CJK and len(term) > 1


def _fits(term: str, word: str) -> bool:
    if _is_inside(term):
        return term.rstrip("*") in word
    return word.startswith(term[:-1]) if term.endswith("*") else word == term


def _stands_in(term: Sequence[str], words: Sequence[str]) -> bool:
    length = len(term)
    return any(all(map(_fits, term, words[at : at + length])) for at in range(len(words) - length + 1))


_PARTED_PLANNED, _DONE = _Parted.of(PLANNED), _Parted.of(listed("done"))


@functools.cache
def role_words() -> Mapping[str, RoleWords]:
    """Return the words of every role that a header can name."""
    text = resources.files(__package__).joinpath("headers.toml").read_text(encoding="utf-8")
    return {
        role: RoleWords(
            tuple(tuple(map(_folded, term.split())) for term in listed["terms"]),
            tuple(map(_folded, listed.get("never", ()))),
            (*map(_folded, listed.get("rather", ())), *(PLANNED if role in _MEASURES else ())),
            role in _MEASURES,
        )
        for role, listed in tomllib.loads(text).items()
    }


def _folded(term: str) -> str:
    """Return a term as headers are folded: Hangul and kana come apart there."""
    return fold(term) + ("*" if term.endswith("*") else "")


def header_words(label: str) -> tuple[str, ...]:
    """Return the words of a header, folded.

    Examples
    --------
    >>> header_words("startDate"), header_words("Durée (min)"), header_words("set_num")
    (('start', 'date'), ('duree', 'min'), ('set', 'num'))
    >>> header_words("totaldistance"), header_words("Starttime")
    (('total', 'distance'), ('start', 'time'))
    """
    words = fold(_HUMP.sub(" ", _PER_MINUTE.sub(" bpm ", label))).split()
    return tuple(part for word in words for part in _parted(word))


def _parted(word: str) -> Sequence[str]:
    glued = _GLUED.fullmatch(word)
    return tuple(filter(None, glued.groups())) if glued else (word,)
