"""The Evidence page: search, links to it, and what it has to show."""

import re
from collections import Counter
from itertools import chain
from statistics import median

import pytest
from streamlit.testing.v1 import AppTest

from legrun.checks import run_checks
from legrun.decision.safety import CLINICIAN_FIRST, STOP
from legrun.errors import EvidenceError
from legrun.evidence import READ_AS, claims, constants, datasets, studies
from legrun.evidence.limits import limits
from legrun.evidence.search import Hits, claim_name, find, is_name
from legrun.wording.markdown import escaped
from pages._ui.evidence import model_fit, registry
from pages._ui.shared.links import source
from tests.pages.test_every_page import all_text, opened, today

pytestmark = pytest.mark.slow

LINK = re.compile(r"\]\(evidence\?show=([^)]+)\)")
NAMES = [
    *map(claim_name, claims().values()), *constants(), *datasets(), *limits(), *studies(),
]  # fmt: skip


def page(show: str = "", part: str | None = None) -> AppTest:
    """Return the Evidence page, opened with a search, turned to a part."""
    at = opened("pages/evidence.py", **({"show": show} if show else {}))
    if part is not None:
        at.radio(key="evidence_part").set_value(part).run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def names_of(hits: Hits) -> set[str]:
    return set(
        chain(
            map(claim_name, hits.claims), (c.key for c in hits.constants), (d.id for d in hits.datasets),
            (each.id for each in hits.limits), (s.key for s in hits.studies),
        )
    )  # fmt: skip


def test_every_entry_is_found_by_its_own_name() -> None:
    assert [name for name in NAMES if name not in names_of(find(name))] == []
    assert [name for name in NAMES if source(name) != f"[Source](evidence?show={name})"] == []
    assert len(NAMES) > 600


def test_how_small_the_studies_are_and_how_much_is_judgement_is_so() -> None:
    assert "Half of the studies had 15 people or fewer in them; most thresholds are our judgement" in all_text(page())
    assert median(study.n for study in studies().values() if study.n) == 15
    assert sum(each.kind == "our judgement" for each in constants().values()) > len(constants()) / 2


def test_a_study_finds_what_rests_on_it() -> None:
    hits = find("chen_2008")
    assert [s.key for s in hits.studies] == ["chen_2008"]
    assert 1 in [c.id for c in hits.claims]
    assert "V17_chen" in [d.id for d in hits.datasets]
    resting = [*(c.studies for c in hits.claims), *(c.studies for c in hits.constants)]
    assert all("chen_2008" in keys for keys in resting)


def test_every_word_has_to_be_met() -> None:
    assert find("foam rolling").total > 0
    assert find("foam submarine").total == 0
    assert find("").total == len(NAMES)


def test_a_link_to_nothing_is_refused() -> None:
    assert not is_name("score.nothing")
    with pytest.raises(EvidenceError, match=r"score\.nothing"):
        source("score.nothing")


def test_the_claims_come_first_each_with_its_grade_in_words() -> None:
    text = all_text(page())
    for claim in claims().values():
        assert escaped(claim.claim) in text
        assert f"{registry.GRADE_ICONS[claim.grade]} **{claim.grade.capitalize()}**" in text


def test_a_grade_filters_the_claims() -> None:
    at = page()
    at.multiselect(key="evidence_grades").set_value(["contradicted"]).run()
    assert not at.exception
    assert "2 of 35 claims" in all_text(at)
    assert escaped(claims()[1].claim) in all_text(at)
    assert escaped(claims()[4].claim) not in all_text(at)


def test_every_constant_stands_with_value_range_kind_and_strength() -> None:
    text = all_text(page(part=registry.CONSTANTS))
    for each in constants().values():
        assert f"`{each.key}`" in text
        assert escaped(each.what) in text
    ours = sum(each.kind == "our judgement" for each in constants().values())
    assert text.count("**Our judgement**") == ours


def test_every_group_of_constants_has_a_name_and_stands_once() -> None:
    at = page(part=registry.CONSTANTS)
    folded = {each.label.rpartition(" (")[0]: int(each.label.rpartition(" (")[2].rstrip(")")) for each in at.expander}
    counted = Counter(key.split(".")[0] for key in constants())
    assert folded == {registry.GROUPS[group]: count for group, count in counted.items()}
    assert len(at.expander) == len(counted)


def test_every_number_is_that_of_the_registry() -> None:
    text = all_text(page(part=registry.CONSTANTS))
    for each in constants().values():
        said = re.search(rf"\*\*([^ *]+)[^*]*\*\* \([^`]*\) · `{re.escape(each.key)}`", text)
        assert said, each.key
        assert float(said[1].replace("\u2212", "-").replace(",", "")) == pytest.approx(each.value, rel=1e-6), each.key
        assert "e" not in said[1], each.key


def test_a_link_shows_one_constant_and_its_studies() -> None:
    at = page("leg_soreness.peak_h")
    assert at.radio(key="evidence_part").value == registry.CONSTANTS
    text = all_text(at)
    assert set(re.findall(r"`(\w+\.\w+)`", text)) == {"leg_soreness.peak_h"}
    for key in constants()["leg_soreness.peak_h"].studies:
        assert f"evidence?show={key}" in text
    at.button(key="evidence_clear").click().run()
    assert f"{len(constants())} of {len(constants())} constants" in all_text(at)


def test_a_search_turns_to_where_something_is_found() -> None:
    at = page()
    at.text_input(key="show").set_value("V2").run()
    assert at.radio(key="evidence_part").value == registry.FIT
    at.text_input(key="show").set_value("no such words").run()
    assert "Nothing matches" in all_text(at)
    at.text_input(key="show").set_value("<b>*[x](y)$z$").run()
    assert not at.exception


def test_what_was_not_read_says_so() -> None:
    text = all_text(page(part=registry.STUDIES))
    for words in READ_AS.values():
        reads = [s for s in studies().values() if READ_AS[s.read] == words]
        assert text.count(f"**{words.capitalize()}**") >= len(reads)
    assert f"{len(studies())} of {len(studies())} studies" in text
    assert " 0, " not in text


def test_every_table_is_drawn_or_told_tuned_and_untuned_apart_misses_first() -> None:
    at = page(part=registry.FIT)
    seen: list[str] = []
    for group in model_fit.GROUPS:
        at.selectbox(key="evidence_group").set_value(group).run()
        assert not at.exception
        shown = [
            key for m in at.markdown for key in re.findall(r"evidence\?show=(\w+)\)", m.value) if key in datasets()
        ]
        cards = [m.value for m in at.markdown if any(status in m.value for status in model_fit.STATUS.values())]
        missed = ["Misses" in card for card in cards]
        assert missed == sorted(missed, reverse=True)
        assert any(missed) == (group != model_fit.SHOWN)
        seen += shown
    assert sorted(seen) == sorted(datasets())
    assert "****" not in all_text(at)
    (miss,) = [m.value for m in at.markdown if "Known to miss" in m.value]
    assert "0.364" in miss
    assert "2,621 rated mornings" in miss


def test_the_charts_hold_the_published_points() -> None:
    at = page("V2", registry.FIT)
    charts = at.get("vega_lite_chart")
    check = next(c for c in run_checks() if c.dataset.id == "V2")
    assert len(charts) == 1
    assert check.dataset.name in charts[0].proto.alt
    at.toggle(key="evidence_table").set_value(True).run()
    table = at.dataframe[1].value
    assert list(table["Published"]) == pytest.approx([p.published for p in check.points])


def test_the_checks_are_worked_out_once_for_everybody() -> None:
    page("V2", registry.FIT)
    before = model_fit._checks.cache_info().misses
    page("V2", registry.FIT)
    assert model_fit._checks.cache_info().misses == before == 1


def test_limits_clinicians_red_flags_and_privacy_are_there() -> None:
    at = page(part=registry.LIMITS)
    text = all_text(at)
    for limit in limits().values():
        assert escaped(limit.title) in text
    assert all(each in text for each in CLINICIAN_FIRST)
    assert [advice in error.value for (_, advice), error in zip(STOP.values(), at.error, strict=True)] == [True] * 3
    assert "Privacy" in text


def test_the_registry_can_be_taken_along() -> None:
    assert len(page().get("download_button")) == 4


def test_what_today_says_links_to_where_it_comes_from() -> None:
    at = today(sore="4", rated="true")
    text = all_text(at)
    helps = " ".join(w.help or "" for kind in (at.slider, at.number_input, at.selectbox, at.multiselect) for w in kind)
    for look in ("Options", "How long, how hard", "What would help", "For this run"):
        at.radio(key="look").set_value(look).run()
        text += all_text(at)
    told = set(LINK.findall(text + helps))
    assert {"gates", "caps", "score", "levers", "score.sleep", "leg_dose"} <= told
    assert all(map(is_name, told))


def test_looking_for_evidence_leaves_no_note_on_today() -> None:
    at = page("gates").switch_page("app.py").run()
    assert not at.info
