"""The graded claims are complete, graded from one set, and no surer than what was read."""

import dataclasses
import re
from typing import Any, get_args

import pytest

from legrun.errors import EvidenceError
from legrun.evidence import Claim, Study, cited, claims, studies
from legrun.evidence.grades import Grade, Tip

UNSURE = ("second-hand", "memory")
# Words that no claim here can carry: no study proves an effect, and the app never speaks of safety or injury risk.
TOO_SURE = re.compile(
    r"\b(prove[nsd]?|proof|guarante\w+|always|never|definitely|certain(ly)?|safe(ly)?|cleared|heals?)\b"
)


def test_there_are_thirty_five_numbered_in_order() -> None:
    assert list(claims()) == list(range(1, 36))
    assert all(claim.id == key for key, claim in claims().items())


def test_every_grade_is_used_and_none_besides() -> None:
    assert {claim.grade for claim in claims().values()} == set(get_args(Grade))


@pytest.mark.parametrize("claim", claims().values(), ids=lambda c: str(c.id))
def test_every_claim_stands_on_studies_or_says_that_it_is_ours(claim: Claim) -> None:
    assert set(claim.studies) <= set(studies())
    assert claim.studies or claim.basis == "our judgement"
    assert len(set(claim.studies)) == len(claim.studies)
    assert set(claim.tips) <= set(get_args(Tip))


@pytest.mark.parametrize("claim", claims().values(), ids=lambda c: str(c.id))
def test_every_claim_is_one_plain_sentence_each(claim: Claim) -> None:
    for text in (claim.claim, claim.verdict):
        assert text[0].isupper()
        assert text.endswith(".")
        assert ". " not in text.replace("e.g. ", "")
    assert not claim.qualifier.endswith(".")


@pytest.mark.parametrize("claim", claims().values(), ids=lambda c: str(c.id))
def test_no_claim_is_worded_surer_than_a_study_allows(claim: Claim) -> None:
    assert not TOO_SURE.search(f"{claim.qualifier} {claim.verdict}".lower())


@pytest.mark.parametrize("study", studies().values(), ids=lambda s: s.key)
def test_what_was_not_opened_shows_its_tag_wherever_it_is_cited(study: Study) -> None:
    assert study.citation.endswith(f"[{study.read}]") == (study.read in UNSURE)


@pytest.mark.parametrize("claim", claims().values(), ids=lambda c: str(c.id))
def test_a_claim_cites_with_tags_and_rests_on_something_read(claim: Claim) -> None:
    named = cited(claim.studies, f"claim {claim.id}")
    for study in named:
        assert (study.read in UNSURE) == study.citation.endswith(f"[{study.read}]")
    if claim.basis == "studies":
        assert any(study.read not in UNSURE for study in named), "a grade by studies needs one that was read"


@pytest.mark.parametrize("key", [24, 26, 33, 34])
def test_numbers_recalled_from_memory_say_so(key: int) -> None:
    assert "(from memory" in claims()[key].verdict


def test_what_claims_remember_is_counted() -> None:
    # A new study from memory behind a claim must be seen here, and its sentence read again.
    remembered = {key: [s for s in c.studies if studies()[s].read in UNSURE] for key, c in claims().items()}
    assert {key: each for key, each in remembered.items() if each} == {
        10: ["hickson_1980"],
        12: ["behm_2016"],
        21: ["saner_2020"],
        24: ["robergs_1991"],
        26: ["toresdahl_2020", "wu_2024"],
        27: ["llanos_lagos_2024"],
    }


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"grade": "proven"}, "grade is 'proven'"),
        ({"basis": "hearsay"}, "basis is 'hearsay'"),
        ({"tips": ("breakfast",)}, "tip is 'breakfast'"),
        ({"studies": ()}, "names none"),
    ],
)
def test_an_unsound_claim_is_refused(changes: dict[str, Any], says: str) -> None:
    with pytest.raises(EvidenceError, match=says):
        dataclasses.replace(claims()[1], **changes)


def test_a_study_that_nobody_holds_is_named() -> None:
    with pytest.raises(EvidenceError, match=r"claim 1: names the study nobody_1900"):
        cited(("nobody_1900",), "claim 1")
