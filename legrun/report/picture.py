"""The week chart as a picture to put into a document."""

from __future__ import annotations

import re
from html import escape

from legrun.answering import Answer
from legrun.charts import PAPER, week_words
from legrun.report.handouts.chart import datasets, pictures
from legrun.report.handouts.payload import figure
from legrun.wording.languages import spoken

__all__ = ["week_svg"]


def week_svg(answer: Answer) -> bytes:
    """Return the week chart of an answer as SVG, black on nothing; drawn in a child process in a few seconds.

    Its title and its description are read out where it stands in a document.
    """
    (drawn,) = pictures([datasets(figure(answer))], spoken())
    # The ink and what it is written on follow a page's own text; a picture on its own has none.
    drawn = drawn.replace("currentColor", "#333333").replace(PAPER, "#ffffff")
    return _described(drawn, "The week ahead", week_words(answer)).encode()


def _described(drawn: str, title: str, description: str) -> str:
    """Return an SVG as one image with a title and a description.

    Examples
    --------
    >>> _described('<svg width="4"><path/></svg>', "A week", "Sore < 3.")[-48:]
    '<desc id="desc">Sore &lt; 3.</desc><path/></svg>'
    """
    words = f'<title id="title">{escape(title)}</title><desc id="desc">{escape(description)}</desc>'
    bare = re.sub(r' (role|aria-\w+)="[^"]*"', "", drawn[: drawn.index(">") + 1])
    opening = bare.replace("<svg", '<svg role="img" aria-labelledby="title desc"', 1)
    return f"{opening}{words}{drawn[drawn.index('>') + 1 :]}"
