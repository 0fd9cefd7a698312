"""The page of a handout: HTML that is complete in itself, printed on one sheet."""

from __future__ import annotations

import base64
import functools
import hashlib
from dataclasses import asdict
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from legrun import MODEL_VERSION
from legrun.answering import Answer
from legrun.charts import VERDICT_COLORS
from legrun.decision.safety import LASTING, STOP
from legrun.errors import LegrunError
from legrun.report.handouts import chart
from legrun.report.handouts.content import ahead, content
from legrun.report.handouts.payload import packed
from legrun.report.text import CAUTION, printable
from legrun.scenario.names import VERDICT_NAMES
from legrun.wording.rounding import lowered

__all__ = ["NAME_LIMIT", "NOTE_LIMIT", "Sheet"]

# What one sheet of paper holds.
NAME_LIMIT, NOTE_LIMIT, NOTE_LINES = 80, 500, 5
HERE = Path(__file__).parent
WATCH = (
    "Ordinary muscle soreness is dull, on both sides, and eases as you move. Stop when pain is sharp, sits in one "
    "spot, grows as you go, or changes how you move.",
    *(f"{sign}: {lowered(advice)}" for sign, advice in STOP.values()),
    LASTING,
)


class Sheet:
    """Fills the page with what one coach hands over."""

    def __init__(self, coach: str, note: str) -> None:
        self.coach = _name(coach)
        self.note = _note(note)

    def stopped(self, answer: Answer, client: str) -> bytes:
        """Return the page behind a red flag: the advice, and nothing else."""
        signs = [STOP[flag] for flag in answer.scenario.red_flags]
        return self._filled(answer, client, script=None, stop=signs)

    def page(self, answer: Answer, client: str, data: dict[str, Any], picture: str) -> bytes:
        """Return the page."""
        return self._filled(
            answer,
            client,
            stop=(),
            script=Markup(_script()),
            runtime=_runtime(),
            data=packed(data),
            sliders=data,
            said=content(answer),
            ahead=ahead(answer.scenario),
            picture=Markup(picture),
            watch=WATCH,
            names=VERDICT_NAMES,
            alt="Recovery, leg strength lost and soreness over the week",
        )

    def _filled(self, answer: Answer, client: str, *, script: str | None, **more: Any) -> bytes:
        now = answer.scenario.now
        name = _name(client)
        filled = _page().render(
            script=script,
            policy=_policy(script),
            style=Markup(_style()),
            title=f"Run after leg day? {name}".strip(),
            date=f"{now:%A} {now.day} {now:%B %Y, %H:%M}",
            client=name,
            coach=self.coach,
            note=self.note,
            caution=CAUTION,
            version=MODEL_VERSION,
            colors=VERDICT_COLORS,
            **more,
        )
        return str(filled).encode()


def _name(text: str) -> str:
    """Return a name on one line, cut where it is longer than a heading holds."""
    name = printable(text)
    return name if len(name) <= NAME_LIMIT else f"{name[: NAME_LIMIT - 1]}…"


def _note(text: str) -> list[str]:
    lines = [line for line in map(printable, text.splitlines()) if line]
    length = sum(map(len, lines))
    if length > NOTE_LIMIT or len(lines) > NOTE_LINES:
        raise LegrunError(
            f"The note has {length} characters on {len(lines)} lines; a page holds {NOTE_LIMIT} on {NOTE_LINES}. "
            "Make it shorter."
        )
    return lines


@functools.cache
def _runtime() -> str:
    """Return the packed runtime, the same in every handout."""
    return packed(asdict(chart.runtime()))


@functools.cache
def _script() -> str:
    return (HERE / "page.js").read_text(encoding="utf-8")


def _policy(script: str | None) -> str:
    """Return the page's own rule: no request to anyone, no script but its own.

    That script unpacks Vega, whose interpreter reads a chart's expressions: nothing builds code from text.
    """
    allowed = f"{_hash(script)} {_runtime_hash()}" if script else "'none'"
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed}; base-uri 'none'; form-action 'none'"


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


@functools.cache
def _runtime_hash() -> str:
    return _hash(chart.runtime().script)


@functools.cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined)


def _page() -> jinja2.Template:
    return _environment().get_template("page.html")


@functools.cache
def _style() -> str:
    return _environment().get_template("page.css").render(colors=VERDICT_COLORS)
