"""Who writes, by the name at the beginning of a line: whole, in any order, with an initial, or the first name alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legrun.logs.reading.text import fold
from legrun.roster.names import first_name

__all__ = ["Callers"]

_MOST_WORDS = 5


@dataclass(frozen=True)
class Callers:
    """What each client may be called.

    Attributes
    ----------
    ways : tuple of mapping of str to list of int
        Clients by what they are called, the surest way first.
    """

    ways: tuple[Mapping[str, Sequence[int]], ...]

    @classmethod
    def of(cls, clients: Sequence[str]) -> Callers:
        """Return the ways in which clients are called."""
        ways: list[dict[str, list[int]]] = [{}, {}, {}, {}]
        for client, name in enumerate(clients):
            words = fold(name).split()
            ways[0].setdefault(" ".join(words), []).append(client)
            ways[1].setdefault(" ".join(sorted(words)), []).append(client)
            ways[2].setdefault(fold(first_name(name)), []).append(client)
            for said in set(_with_initials(name)):
                ways[3].setdefault(said, []).append(client)
        return cls(tuple(ways))

    def whose(self, line: str) -> tuple[int | None, str]:
        """Return whose a line is, and the rest of it; nobody's where two could be meant.

        Examples
        --------
        >>> callers = Callers.of(["Ana Ruiz", "Ana Berg", "O'Neil, Kate"])
        >>> callers.whose("Ruiz Ana: 6"), callers.whose("Ana B. 6"), callers.whose("Ana 6")
        ((0, '6'), (1, '6'), (None, 'Ana 6'))
        """
        words = list(re.finditer(r"\S+", line))
        for length in range(min(_MOST_WORDS, len(words)), 0, -1):
            end = words[length - 1].end()
            if not fold(words[length - 1][0]):
                continue  # a dash or a face is no part of a name
            said = fold(line[:end]).split()
            for way, spelled in zip(self.ways, (said, sorted(said), said, said), strict=True):
                matches = way.get(" ".join(spelled), ()) if said else ()
                if len(matches) == 1:
                    return matches[0], line[end:].strip().strip(" ,;:-")
                if matches:
                    return None, line
        return None, line


def _with_initials(name: str) -> Iterator[str]:
    """Yield a name with one of its parts as an initial: "ana b", "a berg"."""
    first = fold(first_name(name)).split()
    last = fold(name).split()
    others = [word for word in last if word not in first]
    if first and others:
        yield f"{' '.join(first)} {others[0][0]}"
        yield f"{first[0][0]} {' '.join(others)}"
