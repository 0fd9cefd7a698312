"""The specs of charts as they were drawn: kept in ``legrun/charts/specs``, read once per process.

Altair takes longer to load, and to draw the week's spec, than a first visitor should wait. So a spec is drawn where
charts are worked on: ``python -m docs.specs`` draws all of them anew after a change.
"""

from __future__ import annotations

import functools
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["DRAWINGS", "Drawing", "kept"]

FOLDER = Path(__file__).with_name("specs")
Spec = dict[str, Any]


@dataclass(frozen=True)
class Drawing:
    """A chart's spec: how it is drawn, and where it is kept.

    Attributes
    ----------
    draw : callable
        Draws it anew.
    choices : dict of str to bool
        What it is drawn with.
    """

    draw: Callable[..., Spec]
    choices: dict[str, bool]

    @property
    def path(self) -> Path:
        """The file it is kept in: its module, which of its charts it is, and what is chosen."""
        named = self.draw.__module__.rpartition(".")[2], self.draw.__name__
        parts = [name.removesuffix("spec").strip("_") for name in named]
        parts += [name for name, is_chosen in self.choices.items() if is_chosen]
        return FOLDER / f"{'-'.join(dict.fromkeys(filter(None, parts)))}.json"

    def drawn(self) -> str:
        """Return its text as it is kept."""
        return json.dumps(self.draw(**self.choices), separators=(",", ":"), ensure_ascii=False) + "\n"


# Every chart's, in the order in which their modules are loaded.
DRAWINGS: list[Drawing] = []


def kept(*choices: str) -> Callable[[Callable[..., Spec]], Callable[..., Spec]]:
    """Let a function that draws a spec give it as it was drawn before, read once per process.

    Parameters
    ----------
    *choices : str
        Its arguments, each true or false.
    """

    def keep(draw: Callable[..., Spec]) -> Callable[..., Spec]:
        DRAWINGS.extend(Drawing(draw, chosen) for chosen in _every(choices))

        @functools.cache
        def read(**chosen: bool) -> Spec:
            spec: Spec = json.loads(Drawing(draw, chosen).path.read_text(encoding="utf-8"))
            return spec

        return functools.wraps(draw)(read)

    return keep


def _every(choices: Sequence[str]) -> Iterator[dict[str, bool]]:
    for chosen in itertools.product((False, True), repeat=len(choices)):
        yield dict(zip(choices, chosen, strict=True))
