"""Rules that know a thing by the words of its name; used for exercises and for kinds of activity."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from legrun.logs.reading.text import fold

__all__ = ["Rules"]


@dataclass(frozen=True)
class Rules:
    """A table of rules, indexed for quick look-up; of several that match, the first of the table wins.

    Attributes
    ----------
    exact : mapping of str to int
        Whole names, and the place of their rule; these win over every term.
    phrases : mapping of str to tuple
        First word of a term -> the words after it, and the place of its rule; ``squat*`` is any word that begins so.
    stems : mapping of str to int
        Pieces found anywhere in a name, and the place of their rule.
    """

    exact: Mapping[str, int]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]
    stems: Mapping[str, int]

    @classmethod
    def of(cls, table: Sequence[Mapping[str, Any]]) -> Rules:
        """Index the `names` and `terms` of each rule of a table.

        Examples
        --------
        >>> rules = Rules.of([{"terms": ["leg raise*"]}, {"terms": ["leg*", "~beuge"], "names": ["Squat"]}])
        >>> [rules.find(name) for name in ("Hanging leg raises", "Leg press", "Kniebeuge", "squat", "Jump squat")]
        [0, 1, 1, 1, None]
        """
        exact: dict[str, int] = {}
        phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        stems: dict[str, int] = {}
        for order, rule in enumerate(table):
            for name in rule.get("names", ()):
                exact.setdefault(fold(name), order)
            for term in rule.get("terms", ()):
                if term.startswith("~"):
                    stems.setdefault(fold(term[1:]), order)
                else:
                    head, *rest = term.split()
                    phrases.setdefault(head, []).append((tuple(rest), order))
        return cls(exact, {head: tuple(each) for head, each in phrases.items()}, stems)

    def find(self, name: str) -> int | None:
        """Return the place of the rule that a name falls under, or None."""
        text = fold(name)
        exact = self.exact.get(text)
        if exact is not None:
            return exact
        hits = [*self._phrase_hits(text.split())]
        hits += [order for stem, order in self.stems.items() if stem in text]
        return min(hits) if hits else None

    def _phrase_hits(self, words: list[str]) -> Iterator[int]:
        for at, word in enumerate(words):
            heads = [word] + [word[:length] + "*" for length in range(3, len(word) + 1)]
            for head in heads:
                for rest, order in self.phrases.get(head, ()):
                    following = words[at + 1 : at + 1 + len(rest)]
                    if len(following) == len(rest) and all(map(_fits, rest, following)):
                        yield order


def _fits(term: str, word: str) -> bool:
    return word.startswith(term[:-1]) if term.endswith("*") else word == term
