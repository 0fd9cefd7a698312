"""Whose a file or a sheet is, by what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from legrun.logs import Table
from legrun.logs.fields.dates import parse_moments
from legrun.logs.mapping.words.sheet_names import is_part, names_no_log, names_sport
from legrun.logs.reader import known_formats
from legrun.logs.reading.sheets import Group, alike
from legrun.logs.reading.text import clean, fold
from legrun.roster.forms.form import Form
from legrun.roster.forms.header_lines import below_preamble
from legrun.roster.forms.row_names import is_measure

__all__ = ["client_of", "with_people"]

# What apps call their files: no names of people.
_GENERIC = frozenset(
    "workout workouts activity activities sleep sleeps cycle cycles export exports log logs data training trainings "  # noqa: SIM905
    "history session sessions all my file csv download report physiological journal entries strength wellness copy "
    "table sheet tabelle feuille hoja planilha foglio blad answers responses plan week form roster clients coach team "
    "notes summary new final".split()
)
_PARTS = re.compile(r"[\s_\-.,()]+")


def client_of(name: str) -> str:
    """Return who a file is called after; empty where its name is an app's.

    Examples
    --------
    >>> client_of("hevy_Sofia.csv"), client_of("workouts (1).csv"), client_of("Zoë Müller.csv")
    ('Sofia', '', 'Zoë Müller')
    """
    stem = PurePath(clean(name)).stem
    apps = {word for export in known_formats() for word in fold(export.name).split()}
    generic = _GENERIC | apps
    kept = [part for part in _PARTS.split(stem) if part and fold(part).rstrip("0123456789") not in generic | {""}]
    return " ".join(kept)


def with_people(tables: Sequence[Table], name: str) -> Iterator[Table]:
    """Yield the tables of a workbook's sheets, those of one person each as one table with their names in it.

    Parameters
    ----------
    tables : sequence of Table
        Each called after its sheet.
    name : str
        The workbook's name.
    """
    tables = [_of_its_day(table) for table in tables]
    nameless = {
        PurePath(table.name).stem: below_preamble(table)[0] for table in tables if "athlete" in Form.of(table).missing
    }
    groups = [group for group in alike(nameless, of_one=False) if any(map(_names_person, group.names))]
    theirs = {sheet for group in groups for sheet in group.names}
    yield from (table for table in tables if PurePath(table.name).stem not in theirs)
    for group in groups:
        yield _with_names(group, name)


def _of_its_day(table: Table) -> Table:
    """Return the sheet of one day, called after it, with that day in each row; any other as it is."""
    called = PurePath(table.name).stem
    read = parse_moments([called])
    day = read.values[called]
    if day is None or not read.order_sure or "day" not in Form.of(table).missing:
        return table
    plain = below_preamble(table)[0]
    width = len(plain.header)
    rows = [[*row[:width], *[""] * (width - len(row)), day.date().isoformat()] for row in plain.rows]
    return replace(plain, header=(*plain.header, "Date"), given_rows=rows, given_columns=None)


def _with_names(group: Group, name: str) -> Table:
    table = group.with_column("Athlete", client_of).table
    rows = [row for _, row in group.places] or table.numbers  # as they are counted on each one's own sheet
    return replace(table, numbers=rows, name=clean(name))


def _names_person(sheet: str) -> bool:
    """Tell whether a sheet is surely called after somebody: after no part of a table, sport, plan or measure."""
    return bool(client_of(sheet)) and not (
        is_part(sheet) or names_sport(sheet) or names_no_log(sheet) or is_measure(sheet)
    )
