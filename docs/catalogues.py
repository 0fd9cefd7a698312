"""Keep the catalogues of what is said to clients: ``python -m docs.catalogues`` from the root.

It reads every text out of the code, the handout's page and the claims that may become tips, brings the catalogues under
``legrun/wording/languages/catalogues`` up to date, and compiles them. What is new or has changed stands there
empty: translate it and run this again. It leaves with 1, and names what is missing, while one is not whole. A new
language begins with a file that holds another's header, and a name in ``LANGUAGES``.
"""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from legrun.alternatives.tips import ORDER
from legrun.evidence import claims
from legrun.wording.languages import LANGUAGES

__all__ = ["TRANSLATED", "extracted", "is_whole", "path_of", "read"]

PACKAGE = Path(__file__).parents[1] / "legrun"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
# The functions of legrun/wording/languages that take a text; its own examples are none.
METHODS = [("wording/languages/**", "ignore"), ("**.py", "python"), ("report/handouts/page.html", "jinja2")]
# Of what is compiled, which would differ on every run.
NO_DATE = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
KEYWORDS = {"say": None, "say_name": None, "Phrase": None, "say_count": (1, 2)}


def extracted() -> Catalog:
    """Return every text that may be said to a client, in English, with the file it is in."""
    catalog = Catalog(project="legrun", charset="utf-8")
    for name, _, message, _, _ in extract_from_dir(PACKAGE, METHODS, keywords=KEYWORDS):
        catalog.add(message, locations=[(f"legrun/{name}", 1)])
    for text in _claims():
        catalog.add(text, locations=[("legrun/evidence/claims.toml", 1)])
    return catalog


def _claims() -> Iterator[str]:
    """Yield the texts of the claims that may become tips."""
    for claim in map(claims().__getitem__, ORDER):
        yield from filter(None, (claim.claim, claim.grade, claim.qualifier, claim.verdict))


def path_of(language: str) -> Path:
    """Return the file of a language's catalogue."""
    return PACKAGE / "wording" / "languages" / "catalogues" / language / "LC_MESSAGES" / "legrun.po"


def read(language: str) -> Catalog:
    """Return the catalogue of a language as it stands."""
    with path_of(language).open("rb") as file:
        catalog = read_po(file, locale=language)
    catalog.creation_date = NO_DATE
    return catalog


def _compiled(catalog: Catalog) -> bytes:
    """Return a catalogue as gettext reads it; the same on every run."""
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def is_whole(message: Message) -> bool:
    """Return whether a text is translated, in every form, and nobody marked it as a guess."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms) and not message.fuzzy


def _header(catalog: Catalog) -> str:
    """Return the first lines of a catalogue: what gettext needs to know, and nothing that changes by itself."""
    needed = (
        ("Language", str(catalog.locale)),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", catalog.plural_forms),
    )
    lines = [catalog.header_comment, 'msgid ""', 'msgstr ""', *(f'"{name}: {value}\\n"' for name, value in needed)]
    return "\n".join(lines) + "\n"


def _update(language: str, template: Catalog) -> list[str]:
    """Write a catalogue anew with what the code says now, and return what is not translated."""
    catalog = read(language)
    catalog.update(template, no_fuzzy_matching=True, update_creation_date=False, update_header_comment=False)
    catalog.obsolete.clear()
    body = io.BytesIO()
    write_po(body, catalog, width=120, include_lineno=False, sort_by_file=True, omit_header=True)
    path_of(language).write_text(f"{_header(catalog)}\n{body.getvalue().decode()}", encoding="utf-8")
    path_of(language).with_suffix(".mo").write_bytes(_compiled(catalog))
    return [f"{language}: {message.id}" for message in catalog if message.id and not is_whole(message)]


def main() -> int:
    """Bring every catalogue up to date; return the exit status."""
    template = extracted()
    missing = [each for language in TRANSLATED for each in _update(language, template)]
    told = "\n".join(missing) or f"{len(template)} texts, whole in {', '.join(TRANSLATED)}"
    sys.stdout.write(f"{told}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
