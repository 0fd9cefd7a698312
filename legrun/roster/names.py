"""Who is who: names that are one person's by rule, and names about which a coach is asked."""

from __future__ import annotations

import difflib
import itertools
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from legrun.logs.reading.text import fold

__all__ = ["People", "first_name", "name_key"]

_LEAST_PART, _LEAST_ALIKE = 3, 0.8  # letters of a short form, and how alike a slip of the pen is
OTHERS = ""  # what a pair is decided to be when it is two people


def name_key(name: str) -> str:
    r"""Return a name as it is compared: one person's spellings in capitals, blanks and composed accents are one.

    Examples
    --------
    >>> name_key("ANA  Ruiz ") == name_key("Ana Ruiz"), name_key("Jose\u0301") == name_key("José")
    (True, True)
    >>> name_key("Jose") == name_key("José")
    False
    """
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFKC", name).casefold()).split())


def first_name(name: str) -> str:
    """Return what a client is greeted with.

    Examples
    --------
    >>> first_name("Ana Ruiz"), first_name("O'Neil, Kate"), first_name("Cher")
    ('Ana', 'Kate', 'Cher')
    """
    last, comma, first = name.partition(",")
    words = (first if comma and first.strip() else last).split()
    return words[0] if words else name


@dataclass(frozen=True)
class People:
    """The people that a column of names names.

    Attributes
    ----------
    clients : tuple of str
        Each once, in the order in which they are named first.
    places : mapping of str to int
        For each text of the column whose it is, as an index into `clients`.
    similar : tuple of (str, str)
        Pairs of clients that may be one person, and about which nothing was decided.
    """

    clients: tuple[str, ...]
    places: Mapping[str, int]
    similar: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, names: Iterable[str], same: Mapping[str, str] | None = None) -> People:
        """Return who some names name.

        Parameters
        ----------
        names : iterable of str
            Cells of the column; blank ones name nobody.
        same : mapping of str to str, optional
            What was decided: a name, and the name of the person that it is; an empty one when it is somebody else than
            the names that look like it.

        Examples
        --------
        >>> people = People.of(["Ana Ruiz", "ANA RUIZ", "José", "Jose"])
        >>> people.clients, people.places["ANA RUIZ"], people.similar
        (('Ana Ruiz', 'José', 'Jose'), 0, (('José', 'Jose'),))
        >>> People.of(["José", "Jose"], {"Jose": "José"}).clients
        ('José',)
        """
        decided = {name_key(name): other for name, other in (same or {}).items()}
        spellings: dict[str, list[str]] = {}
        owner: dict[str, str] = {}
        for name in dict.fromkeys(names):
            key = name_key(name)
            if not key:
                continue
            spellings.setdefault(key, []).append(" ".join(unicodedata.normalize("NFC", name).split()))
            owner[name] = key
        joined = {key: _followed(key, decided, spellings) for key in spellings}
        heads = list(dict.fromkeys(joined.values()))
        number = {key: place for place, key in enumerate(heads)}
        clients = tuple(_best(spellings[key]) for key in heads)
        places = {name: number[joined[key]] for name, key in owner.items()}
        return cls(clients, places, _similar(clients, decided))


def _followed(key: str, decided: Mapping[str, str], known: Mapping[str, object]) -> str:
    """Return whose name it is after all decisions; one that leads in a circle, or to nobody, changes nothing."""
    at, seen = key, {key}
    while (after := name_key(decided.get(at, ""))) and after in known and after not in seen:
        at = after
        seen.add(at)
    return at


def _best(spellings: Sequence[str]) -> str:
    """Return the spelling to show: the first that is neither all small nor all capitals."""
    return next((name for name in spellings if name not in (name.lower(), name.upper())), spellings[0])


def _similar(clients: Sequence[str], decided: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return pairs that differ by accents, order, parts or the short form of a name alone, or by a slip of the pen."""
    by_words: dict[frozenset[str], list[str]] = {}
    for name in clients:
        by_words.setdefault(frozenset(fold(name).split()), []).append(name)
    pairs = [(names[0], other) for words, names in by_words.items() if words for other in names[1:]]
    for words, (name, *_) in by_words.items():
        longer = [names[0] for others, names in by_words.items() if words < others]
        if words and len(longer) == 1:
            pairs.append((longer[0], name))
    pairs += _in_short(list(by_words), {words: names[0] for words, names in by_words.items()})
    return tuple(pair for pair in dict.fromkeys(pairs) if name_key(pair[1]) not in decided)


def _in_short(people: Sequence[frozenset[str]], shown: Mapping[frozenset[str], str]) -> list[tuple[str, str]]:
    """Return pairs of names alike but for one word: the initial, the short form or a slip of the other's."""
    sharing: dict[frozenset[str], list[frozenset[str]]] = {}
    for words in people:
        for word in filter(str.isalpha, words if len(words) > 1 else ()):
            sharing.setdefault(words - {word}, []).append(words)
    alike: dict[frozenset[str], list[frozenset[str]]] = {}
    for shared, each in sharing.items():
        for one, other in itertools.permutations(each, 2):
            if _is_short_of(*(one - shared), *(other - shared)):
                alike.setdefault(one, []).append(other)
    return [(shown[others[0]], shown[words]) for words, others in alike.items() if len(others) == 1]


def _is_short_of(word: str, whole: str) -> bool:
    """Return whether a word is an initial, a part or a misspelling of another, which is longer or comes later."""
    if (len(word), word) >= (len(whole), whole):
        return False
    if word in whole and (len(word) >= _LEAST_PART or (len(word) == 1 and whole.startswith(word))):
        return True
    is_long = len(word) >= _LEAST_PART and word[0] == whole[0]
    return is_long and difflib.SequenceMatcher(None, word, whole).ratio() >= _LEAST_ALIKE
