"""The words of headers and rows of forms and sheets, from `words.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from legrun.logs.reading.text import fold

__all__ = ["in_a_row", "label_words", "outside_scale", "phrases", "rank_of", "spaced", "tells"]

_SCALE = re.compile(r"[(\[][^()\[\]]*\d\s*[=:\u2192][^()\[\]]*[)\]]")
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z][a-z])")


@functools.cache
def _table() -> Mapping[str, Mapping[str, tuple[tuple[str, ...], ...]]]:
    text = (resources.files("legrun.roster.forms") / "words.toml").read_text(encoding="utf-8")
    return {
        part: {
            name: tuple(each for phrase in words.split(";") if (each := _folded(phrase)))
            for name, words in listed.items()
        }
        for part, listed in tomllib.loads(text).items()
    }


def _folded(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase as headers are folded, their stars kept."""
    return tuple(
        f"{'*' * word.startswith('*')}{fold(word)}{'*' * word.endswith('*')}" for word in phrase.split() if fold(word)
    )


def phrases(part: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the phrases of a list of `words.toml`, each as its folded words."""
    return _table()[part].get(name, ())


def label_words(label: str) -> tuple[str, ...]:
    """Return the folded words of a label, also where they are written as one: "LegSorenessToday".

    Examples
    --------
    >>> label_words("LegSorenessToday"), label_words("leg_soreness (0-10)")
    (('leg', 'soreness', 'today'), ('leg', 'soreness', '0', '10'))
    """
    return tuple(fold(spaced(label)).split())


def outside_scale(label: str) -> str:
    """Return a label without the brackets that say what the numbers of its scale mean.

    Examples
    --------
    >>> outside_scale("Calves (1 = no pain, 5 = very painful)"), outside_scale("(0 = no pain, 10 = worst pain)")
    ('Calves', '(0 = no pain, 10 = worst pain)')
    """
    return _SCALE.sub(" ", label).strip() or label


def spaced(label: str) -> str:
    """Return a label with blanks between words that are written as one.

    Examples
    --------
    >>> spaced("LegSorenessToday"), spaced("leg_soreness_1_10")
    ('Leg Soreness Today', 'leg_soreness_1_10')
    """
    return _HUMP.sub(" ", label)


@dataclass(frozen=True)
class _Index:
    """The phrases of a list by what they ask of a word, each with its place in the list."""

    whole: Mapping[str, int]
    begins: Sequence[tuple[str, int]]
    inside: Sequence[tuple[str, int]]
    several: Sequence[tuple[tuple[str, ...], int]]

    @classmethod
    def of(cls, listed: Sequence[tuple[str, ...]]) -> _Index:
        whole: dict[str, int] = {}
        begins, inside, several = [], [], []
        for rank, phrase in enumerate(listed):
            term = phrase[0]
            if len(phrase) > 1:
                several.append((phrase, rank))
            elif term.startswith("*"):
                inside.append((term.strip("*"), rank))
            elif term.endswith("*"):
                begins.append((term[:-1], rank))
            else:
                whole.setdefault(term, rank)
        return cls(whole, begins, inside, several)

    def ranks(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the places of the phrases whose words all stand in some words."""
        yield from (self.whole[word] for word in words if word in self.whole)
        for word in words:
            yield from (rank for start, rank in self.begins if word.startswith(start))
            yield from (rank for stem, rank in self.inside if not word.isascii() and stem in word)
        yield from (rank for phrase, rank in self.several if _has_all(words, phrase))


_NOTHING = _Index.of(())


@functools.cache
def _indices() -> Mapping[tuple[str, str], _Index]:
    return {(part, name): _Index.of(listed) for part, lists in _table().items() for name, listed in lists.items()}


def _index(part: str, name: str) -> _Index:
    return _indices().get((part, name), _NOTHING)


def rank_of(words: Sequence[str], name: str, part: str = "roles") -> int | None:
    """Return the place of the first phrase of a list whose words all stand in a label's; None where none does.

    Examples
    --------
    >>> rank_of(label_words("Your name"), "athlete"), rank_of(label_words("Soreness"), "sleep")
    (0, None)
    """
    return min(_index(part, name).ranks(words), default=None)


def _has_all(words: Sequence[str], phrase: Sequence[str]) -> bool:
    return all(any(_fits(term, word) for word in words) for term in phrase)


def _fits(term: str, word: str) -> bool:
    """Return whether a word is one that a term names: what is written without spaces holds others."""
    if term.startswith("*"):
        return term.strip("*") in word
    return word.startswith(term[:-1]) if term.endswith("*") else word == term


def tells(label: str, name: str, part: str = "roles") -> bool:
    """Return whether a label has the words that a list of `words.toml` names."""
    return any(True for _ in _index(part, name).ranks(label_words(label)))


def in_a_row(label: str, name: str, part: str = "roles") -> bool:
    """Return whether a label has the words of a phrase of a list in a row, "no pain" but not "pain: no".

    Examples
    --------
    >>> in_a_row("Are you pain free?", "painless", "rows"), in_a_row("Pain, or free time?", "painless", "rows")
    (True, False)
    """
    words = label_words(label)
    for phrase in phrases(part, name):
        for start in range(len(words) - len(phrase) + 1):
            if all(_fits(term, word) for term, word in zip(phrase, words[start:], strict=False)):
                return True
    return False
