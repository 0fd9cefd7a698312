"""Finding things in the registry, and writing it down."""

import csv
import io

import pytest

from legrun.evidence import claims, constants, datasets, studies
from legrun.evidence.export import claims_csv, constants_csv, limits_csv, studies_bibtex
from legrun.evidence.limits import limits
from legrun.evidence.search import find


def test_every_word_of_a_search_has_to_be_met() -> None:
    salt, curls, both = (find(text) for text in ("epsom", "nordic", "epsom nordic"))
    assert salt.total > 0 < curls.total
    assert both.total == 0
    assert find("epsom salt").claims == salt.claims


def test_a_name_finds_itself_and_what_is_behind_it() -> None:
    hits = find("leg_soreness.peak_h")
    assert [each.key for each in hits.constants] == ["leg_soreness.peak_h"]
    assert {each.key for each in hits.studies} == set(constants()["leg_soreness.peak_h"].studies)
    study = next(iter(hits.studies))
    assert "leg_soreness.peak_h" in {each.key for each in find(study.key).constants}
    held = len(claims()) + len(constants()) + len(datasets()) + len(limits()) + len(studies())
    assert find("").total == held


@pytest.mark.parametrize(
    ("text", "rows"),
    [(constants_csv(), len(constants())), (claims_csv(), len(claims())), (limits_csv(), len(limits()))],
    ids=["constants", "claims", "limits"],
)
def test_a_table_of_the_registry_opens_right_in_a_spreadsheet(text: str, rows: int) -> None:
    assert text.startswith("\ufeff")
    header, *body = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert len(body) == rows
    assert {len(row) for row in body} == {len(header)}


def test_every_study_is_in_the_bibliography_once() -> None:
    text = studies_bibtex()
    assert [text.count(f"@misc{{{key},") for key in studies()] == [1] * len(studies())
