"""Draw the specs of every chart anew: ``python -m docs.specs`` from the root, after a change to a chart.

They are kept in ``legrun/charts/specs``, so that no visitor waits for Altair; a test says when one is out of date.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module

import altair

import legrun.charts
from legrun.charts.drawing import DRAWINGS, FOLDER, Drawing

__all__ = ["DRAWN_BY", "drawings"]

# Another version of Altair may write the same chart in other words.
DRAWN_BY = FOLDER / "altair.txt"


def drawings() -> list[Drawing]:
    """Return every chart's drawing."""
    for module in pkgutil.iter_modules(legrun.charts.__path__, "legrun.charts."):
        import_module(module.name)
    return DRAWINGS


def main() -> None:
    """Write every spec, and take away those that no chart has any more."""
    FOLDER.mkdir(exist_ok=True)
    texts = {each.path: each.drawn() for each in drawings()}
    for path in FOLDER.glob("*.json"):
        if path not in texts:
            path.unlink()
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    DRAWN_BY.write_text(f"{altair.__version__}\n", encoding="utf-8")
    sys.stdout.write(f"{len(texts)} specs\n")


if __name__ == "__main__":
    main()
