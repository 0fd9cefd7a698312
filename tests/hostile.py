"""Texts that a file, a link or a person may bring and that must stay texts; and where on a page they may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from pages._ui.shared.into_view import PAGE_TOP, UNSEEN

__all__ = ["BAIT", "CELLS", "FORMULA_STARTS", "HUGE", "ON_PAGES", "rich_texts", "unsafe"]

BAIT = {
    "html": "<img src=//evil.example/a.png onerror=alert(1)><script>alert(1)</script>",
    "markdown image": "![x](http://evil.example/a.png)",
    "markdown link": "[tap](http://evil.example) :material/home: $x^2$",
    "hidden": "abc\u202efdp.exe\u2066 bell\x07 null\x00 escape\x1b[31m",
    "formula": '=HYPERLINK("http://evil.example","tap")',
    "full-width formula": "＝1+1",
    "command": "@SUM(1+1)*cmd|' /C calc'!A0",
    "broken": "half \ufffd \ufeff \u2028 line",
    "template": "{{ 7*7 }} {% raw %} ${7*7}",
}
CELLS = list(BAIT.values())
ON_PAGES = ("html", "markdown image", "markdown link", "hidden")
# The Evidence page has long passages of its own; nothing near a huge cell.
LONGEST = 20_000
HUGE = "![x](http://evil.example) " * 12_000  # 300 kB
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")

# Shown as they stand, whatever is in them: plain text, code, cells of tables, data of charts, what was typed in.
PLAIN_KINDS = {"text", "code", "arrow_data_frame", "arrow_table", "vega_lite_chart", "download_button", "text_input"}
PLAIN_FIELDS = {"id", "options", "string", "columns", "editing_mode", "default", "value", "raw_values", "values"}
ALIVE = re.compile(r"(?<!\\)(<img|<script|\]\(http://evil|\$x|:material/home:)")
# What brings a page to its top is a script of our own, with nothing of anybody's in it but the page's title.
OWN_SCRIPTS = {
    UNSEEN.format(key="page_top", turn=title, script=PAGE_TOP)
    for title in ("Today", "Week", "Compare", "Log", "Clients", "Evidence")
}
INVISIBLE = "\x00\x07\x1b\u202e\u2066"


def _nodes(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from _nodes(child)


def _strings(message: Message) -> Iterator[str]:
    """Yield every text of an element that Streamlit may take for Markdown."""
    for field, value in message.ListFields():
        if field.name in PLAIN_FIELDS:
            continue
        for each in value if field.is_repeated and not field.message_type else [value]:
            if isinstance(each, str):
                yield each
            elif isinstance(each, Message):
                yield from _strings(each)
        if field.is_repeated and field.message_type and not field.message_type.GetOptions().map_entry:
            for each in value:
                yield from _strings(each)


def rich_texts(at: AppTest) -> list[str]:
    """Return what a page shows as Markdown: bodies, labels, helps, of elements and of the boxes around them."""
    nodes = [node for root in (at.main, at.sidebar) for node in _nodes(root)]
    shown = [node for node in nodes if isinstance(getattr(node, "proto", None), Message)]
    texts = [text for node in shown if node.type not in PLAIN_KINDS for text in _strings(node.proto)]
    # What a radio button says and what stands in a table that is no grid is Markdown as well.
    texts += [option for each in at.radio for option in each.options]
    return texts + [str(cell) for each in at.table for cell in (*each.value.columns, *each.value.to_numpy().ravel())]


def unsafe(texts: Iterable[str]) -> list[str]:
    """Return texts in which something hostile would come to life, or which no page should be sent."""
    return [
        text[:200]
        for text in texts
        if (ALIVE.search(text) and text not in OWN_SCRIPTS)
        or any(mark in text for mark in INVISIBLE)
        or len(text) > LONGEST
    ]
