"""Text in Markdown."""

from __future__ import annotations

import re

__all__ = ["escaped"]

# The signs of Markdown and of Streamlit's own directives; no more than that, since labels are also read aloud.
SIGNS = re.compile(r"([\\`*_\[\]<$~]|:(?=\S)|^[#>+-]|(?<=www)\.)", re.I)
NUMBERED = re.compile(r"^(\d+)([.)])")


def escaped(text: str) -> str:
    r"""Return a text that Markdown shows as it is: no links, pictures, formulas or icons.

    Examples
    --------
    >>> escaped("![x](http://a.b) :material/home: $1$")
    '!\\[x\\](http\\://a.b) \\:material/home: \\$1\\$'
    """
    return NUMBERED.sub(r"\1\\\2", SIGNS.sub(r"\\\1", " ".join(text.split())))
