"""What the Evidence page hands out, and the limits it prints, hold together."""

import csv
import io

import pytest
from bibtexparser.entrypoint import parse_string

import legrun
from legrun.checks import run_checks
from legrun.errors import EvidenceError
from legrun.evidence import claims, constants, studies
from legrun.evidence.daily_logs import daily_logs
from legrun.evidence.export import claims_csv, constants_csv, limits_csv, studies_bibtex
from legrun.evidence.limits import Limit, limits
from legrun.evidence.tables import datasets
from legrun.report import safe_cell


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))


def test_the_constants_read_back_as_they_stand_in_the_registry() -> None:
    table = {row["name"]: row for row in rows(constants_csv())}
    assert list(table) == list(constants())
    for key, row in table.items():
        each = constants()[key]
        assert [float(row[name]) for name in ("value", "low", "high")] == [each.value, each.low, each.high]
        assert (row["unit"], row["kind"], row["strength"]) == (each.unit, each.kind, each.strength)
        assert tuple(row["keys of the studies"].split()) == each.studies


def test_the_claims_read_back_with_their_grade() -> None:
    assert [(int(r["number"]), r["grade"]) for r in rows(claims_csv())] == [(c.id, c.grade) for c in claims().values()]


@pytest.mark.parametrize("text", [constants_csv(), claims_csv(), limits_csv()])
def test_no_word_of_a_table_is_taken_for_a_formula(text: str) -> None:
    words = [cell for row in rows(text) for cell in row.values() if not cell.lstrip("-").replace(".", "").isdigit()]
    assert words == [safe_cell(each) for each in words]


def test_a_reference_manager_can_read_every_study() -> None:
    library = parse_string(studies_bibtex())
    assert not library.failed_blocks
    table = {entry.key: entry.fields_dict for entry in library.entries}
    assert list(table) == list(studies())
    for key, fields in table.items():
        study = studies()[key]
        assert ("year" in fields) == bool(study.year)
        assert not study.doi or fields["doi"].value == study.doi
        assert fields["title"].value.startswith("{")


@pytest.mark.parametrize(
    ("key", "author"),
    [
        ("doma_2017_review", "Doma and Deakin and Bentley"),
        ("takayama_2017", "Takayama and others"),
        ("niosh", "{NIOSH}"),
    ],
)
def test_authors_stand_as_bibtex_lists_them(key: str, author: str) -> None:
    entry = parse_string(studies_bibtex()).entries_dict[key]
    assert entry.fields_dict["author"].value == author


@pytest.mark.parametrize(("read", "says"), [("memory", "From memory."), ("second-hand", "Second-hand.")])
def test_a_reference_is_only_as_certain_as_it_was_read(read: str, says: str) -> None:
    library = parse_string(studies_bibtex())
    unsure = [key for key, study in studies().items() if study.read == read]
    assert unsure
    assert all(says in library.entries_dict[key].fields_dict["note"].value for key in unsure)


def test_every_known_miss_is_told_in_plain_words() -> None:
    told = {table for limit in limits().values() if limit.kind == "miss" for table in limit.datasets}
    assert {c.dataset.id for c in run_checks() if c.status in ("known miss", "miss")} <= told


def test_a_limit_of_a_table_that_nobody_holds_is_refused() -> None:
    with pytest.raises(EvidenceError, match="V99"):
        Limit("miss-x", "miss", "Title", "What.", ("V99",), ())


def test_scores_on_daily_logs_are_of_the_model_that_answers() -> None:
    """A new version of the model is scored anew before its figures are shown."""
    assert {each.model for each in daily_logs()} == {legrun.MODEL_VERSION}
    assert all(each.rmse <= 0.97 * each.rmse_simple for each in daily_logs())
    assert all(0.76 <= each.inside80 <= 0.86 for each in daily_logs())


def test_the_limit_on_who_was_studied_counts_as_the_tables_do() -> None:
    told = [table.n for table in datasets().values() if table.n]
    few = sum(8 <= number <= 15 for number in told)
    assert f"{few} of the {len(told)} tables that tell their number" in limits()["limit-who"].what
