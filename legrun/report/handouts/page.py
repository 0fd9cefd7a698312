"""The page of a handout: HTML that is complete in itself, printed on one sheet."""

from __future__ import annotations

import base64
import functools
import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from legrun import MODEL_VERSION
from legrun.answering import Answer
from legrun.charts import VERDICT_COLORS
from legrun.decision.safety import LASTING, STOP
from legrun.errors import LegrunError
from legrun.inputs.form import EVENING, RUN_MORNING
from legrun.report.handouts import chart
from legrun.report.handouts.content import ahead, content
from legrun.report.handouts.payload import packed
from legrun.report.text import CAUTION, printable
from legrun.wording.languages import Phrase, clock, full_date, say, say_count, spoken
from legrun.wording.rounding import lowered

__all__ = ["NAME_LIMIT", "NOTE_LIMIT", "PackedRuntime", "Sheet", "runtime"]

# What one sheet of paper holds.
NAME_LIMIT, NOTE_LIMIT, NOTE_LINES = 80, 500, 5
HERE = Path(__file__).parent
ORDINARY = Phrase(
    "Ordinary muscle soreness is dull, on both sides, and eases as you move. Stop when pain is sharp, sits in one "
    "spot, grows as you go, or changes how you move."
)


@dataclass(frozen=True)
class PackedRuntime:
    """What draws a page's chart.

    Attributes
    ----------
    packed : str
        The spec, the script and the names of a language, as the page unpacks them.
    digest : str
        SHA-256 of the script, in base 64, by which the page's own rule allows it.
    """

    packed: str
    digest: str


class Sheet:
    """Fills the page with what one coach hands over, in the language that is spoken."""

    def __init__(self, coach: str, note: str) -> None:
        self.coach = _name(coach)
        self.note = _note(note)

    def stopped(self, answer: Answer, client: str) -> bytes:
        """Return the page behind a red flag: the advice, and nothing else."""
        signs = [(lowered(say(sign)), say(advice)) for sign, advice in (STOP[f] for f in answer.scenario.red_flags)]
        return self._filled(answer, client, script=None, stop=signs)

    def page(self, answer: Answer, client: str, data: dict[str, Any], *, picture: str, runtime: PackedRuntime) -> bytes:
        """Return the page, with its chart as a picture and what draws it, packed."""
        return self._filled(
            answer,
            client,
            stop=(),
            script=Markup(_script()),
            digest=runtime.digest,
            runtime=runtime.packed,
            data=packed(data),
            sliders=data,
            said=content(answer),
            ahead=ahead(answer.scenario),
            picture=Markup(picture),
            watch=_watch(),
            names=data["names"],
        )

    def _filled(self, answer: Answer, client: str, *, script: str | None, digest: str = "", **more: Any) -> bytes:
        now = answer.scenario.now
        name = _name(client)
        filled = _page().render(
            script=script,
            policy=_policy(script, digest),
            style=Markup(_style()),
            language=spoken(),
            date=f"{full_date(now)}, {clock(now)}",
            client=name,
            coach=self.coach,
            note=self.note,
            caution=say(CAUTION),
            version=MODEL_VERSION,
            colors=VERDICT_COLORS,
            **more,
        )
        return str(filled).encode()


def _watch() -> list[str]:
    """Return what to watch for, and when to stop."""
    signs = [say("{sign}: {advice}", sign=sign, advice=lowered(say(advice))) for sign, advice in STOP.values()]
    return [say(ORDINARY), *signs, say(LASTING)]


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
def runtime(language: str) -> PackedRuntime:
    """Return what draws the chart, the same in every handout of a language, made on its first call in the process."""
    made = chart.runtime(language)
    return PackedRuntime(packed(asdict(made)), _digest(made.script))


@functools.cache
def _script() -> str:
    return (HERE / "page.js").read_text(encoding="utf-8")


def _policy(script: str | None, digest: str) -> str:
    """Return the page's own rule: no request to anyone, no script but its own.

    That script unpacks Vega, whose interpreter reads a chart's expressions: nothing builds code from text.
    """
    allowed = f"'sha256-{_digest(script)}' 'sha256-{digest}'" if script else "'none'"
    return f"default-src 'none'; style-src 'unsafe-inline'; script-src {allowed}; base-uri 'none'; form-action 'none'"


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@functools.cache
def _environment() -> jinja2.Environment:
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined)
    made.globals |= {
        "say": say,
        "say_count": say_count,
        "say_name": _say_name,
        "run_hours": tuple(map(clock, (RUN_MORNING, EVENING))),
    }
    return made


def _say_name(message: str, name: str) -> Markup:
    """Return a text with a name in its place, which may run from right to left."""
    return Markup(say(message)).format(name=Markup("<bdi>{}</bdi>").format(name))


def _page() -> jinja2.Template:
    return _environment().get_template("page.html")


@functools.cache
def _style() -> str:
    return _environment().get_template("page.css").render(colors=VERDICT_COLORS)
