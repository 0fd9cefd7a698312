"""The week chart as a picture to put into a document."""

from __future__ import annotations

from legrun.answering import Answer
from legrun.report.handouts.chart import pictures
from legrun.report.handouts.payload import figure

__all__ = ["week_svg"]


def week_svg(answer: Answer) -> bytes:
    """Return the week chart of an answer as SVG, black on nothing; drawn in a child process in a few seconds."""
    (drawn,) = pictures([figure(answer)])
    # The ink follows a page's own text; a picture on its own has none.
    return drawn.replace("currentColor", "#333333").encode()
