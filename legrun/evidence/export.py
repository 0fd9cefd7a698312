"""The registry written down: constants, claims and limits as CSV, studies as BibTeX. Text out, no files."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from legrun.evidence.grades import claims
from legrun.evidence.limits import limits
from legrun.evidence.parameters import constants
from legrun.evidence.sources import READ_AS, Study, cited, studies

__all__ = ["claims_csv", "constants_csv", "limits_csv", "studies_bibtex"]

# What TeX reads as a command, written so that it is a character.
TEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{each: f"\\{each}" for each in "&%$#_{}"},
}
UNKNOWN = "authors not shown"
SPECIAL = re.compile("|".join(re.escape(each) for each in TEX))


def _csv(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> str:
    """Return a table as CSV; a byte order mark lets spreadsheets open it right."""
    sink = io.StringIO()
    writer = csv.writer(sink)
    writer.writerow(header)
    writer.writerows(rows)
    return "\ufeff" + sink.getvalue()


def _sources(keys: tuple[str, ...], where: str) -> str:
    return "; ".join(study.tagged for study in cited(keys, where))


def constants_csv() -> str:
    r"""Return every constant of the model with its range, what it does and the studies behind it.

    Examples
    --------
    >>> constants_csv().splitlines()[0].lstrip("\ufeff")
    'name,value,low,high,unit,kind,strength,what it does,studies,keys of the studies'
    """
    header = (
        "name", "value", "low", "high", "unit", "kind", "strength", "what it does", "studies", "keys of the studies",
    )  # fmt: skip
    return _csv(
        header,
        (
            (c.key, c.value, c.low, c.high, c.unit, c.kind, c.strength, c.what, _sources(c.studies, c.key),
             " ".join(c.studies))
            for c in constants().values()
        ),
    )  # fmt: skip


def claims_csv() -> str:
    r"""Return every claim with its grade, one sentence and its studies.

    Examples
    --------
    >>> len(claims_csv().splitlines())
    36
    """
    header = ("number", "claim", "grade", "nuance", "what is known", "basis", "studies", "keys of the studies")
    return _csv(
        header,
        (
            (c.id, c.claim, c.grade, c.qualifier, c.verdict, c.basis, _sources(c.studies, f"claim {c.id}"),
             " ".join(c.studies))
            for c in claims().values()
        ),
    )  # fmt: skip


def limits_csv() -> str:
    r"""Return what the evidence cannot support and what legrun is known to miss.

    Examples
    --------
    >>> limits_csv().splitlines()[1].split(",")[:2]
    ['limit-injury', 'cannot']
    """
    rows = ((each.id, each.kind, each.title, each.what, " ".join(each.datasets)) for each in limits().values())
    return _csv(("name", "kind", "title", "what", "published tables"), rows)


def _tex(text: str) -> str:
    return SPECIAL.sub(lambda sign: TEX[sign.group()], text)


def _authors(named: str) -> str:
    """Return authors as BibTeX lists them; an organisation is one name."""
    if named.isupper():
        return f"{{{_tex(named)}}}"
    names = re.split(r", | & ", named.replace(" et al.", " & others"))
    return " and ".join(_tex(each) for each in names)


def _fields(study: Study) -> Iterator[tuple[str, str]]:
    """Yield the BibTeX fields of a study. Titles were not recorded, so the title says what it is and that."""
    if study.authors != UNKNOWN:
        yield "author", _authors(study.authors)
    yield "title", f"{{{_tex(study.plain)} (title not recorded)}}"
    if study.year:
        yield "year", str(study.year)
    if study.where:
        yield "howpublished", _tex(study.where)
    if study.doi:
        yield "doi", study.doi
    if study.url:
        yield "url", study.url
    told = (study.finding, study.population, study.note, READ_AS[study.read])
    yield "note", _tex(" ".join(f"{each[0].upper()}{each[1:].rstrip('.')}." for each in told if each))
    yield "keywords", f"legrun, {READ_AS[study.read]}"


def studies_bibtex() -> str:
    """Return every study as BibTeX, each with how it was read.

    Examples
    --------
    >>> "@misc{hickson_1980," in studies_bibtex()
    True
    """
    entries = (
        f"@misc{{{study.key},\n" + "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(study)) + "}\n"
        for study in studies().values()
    )
    return "\n".join(entries)
