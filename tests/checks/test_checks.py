"""The published tables against the model: errors, bands, misses and golden values, none of them loosened."""

import dataclasses
import functools
import json
import pickle
from typing import Any

import numpy as np
import pytest

import legrun.forecast.ensemble
import legrun.forecast.projection
import legrun.model.bout
import legrun.model.dose
import legrun.model.kinetics
from legrun.answering import answer
from legrun.checks import SUBJECTS, Check, Point, Share, check, covered, expressed, run_checks
from legrun.checks import __main__ as module
from legrun.command import main
from legrun.errors import EvidenceError
from legrun.evidence import READ_AS, Dataset, Rule, datasets, studies
from tests.make_golden import GOLDEN, golden, goldens

# Every table that the model does not meet. A new miss and one that mended itself both fail the test below: the first
# wants a cause, the second wants its explanation taken out of datasets.toml.
MISSES = dict.fromkeys(("V1_PF", "TOKINOYA", "V3_S", "V3_F", "V5_ctl", "V5_alc", "V7_CR_70_lift_first", "V7_CR_90_lift_first", "V16_VO2", "V12", "V15_intervals", "V13_failure", "V20_marshall", "CORATELLA", "DROP_50", "DROP_140", "SOUTHALL", "MARTINEZ"), "known miss")  # fmt: skip
SHOWN = {
    "V6_jump", "V7_TTE_lift_first", "V7_TTE_run_first", "V16_TT", "V12_TTE", "V14", "V18",
    "FARES", "WIEWELHOVE_2018", "RAE", "SKEIN",
}  # fmt: skip
PROTOCOL = {"shape": 0.15, "strength_pct": 10, "strength_loss_pct": 10, "soreness_change_pct": 10, "dvo2_pct": 2.5}


@functools.cache
def everything() -> tuple[Check, ...]:
    return run_checks()


def of(table: str) -> Check:
    return next(each for each in everything() if each.dataset.id == table)


def altered(table: str, **changes: Any) -> Dataset:
    return dataclasses.replace(datasets()[table], **changes)


def test_every_table_yields_a_check() -> None:
    assert [each.dataset.id for each in everything()] == list(datasets())
    for each in everything():
        assert each.status == "shown" or each.error is not None or each.outcomes, each.dataset.id


def test_the_misses_are_these_and_no_others() -> None:
    assert {each.dataset.id: each.status for each in everything() if "miss" in each.status} == MISSES


def test_what_the_model_cannot_say_is_shown_and_not_scored() -> None:
    assert {each.dataset.id for each in everything() if each.status == "shown"} == SHOWN
    assert not any(each.coverage.total for each in everything() if each.status == "shown")


@pytest.mark.parametrize("table", [d for d in datasets().values() if d.tolerance is not None], ids=lambda d: d.id)
def test_tolerances_are_those_of_the_protocol(table: Dataset) -> None:
    assert table.tolerance == PROTOCOL["shape" if table.compares == "shape" else table.quantity]


@pytest.mark.parametrize("table", [d for d in datasets() if d not in MISSES])
def test_tables_that_are_no_miss_are_met(table: str) -> None:
    sessions = of(table)
    if sessions.dataset.tolerance is not None:
        assert sessions.error is not None
        assert sessions.error <= sessions.dataset.tolerance
    assert all(outcome.holds for outcome in sessions.outcomes)


@pytest.mark.parametrize("table", sorted(MISSES))
def test_a_known_miss_says_why_and_a_pass_needs_no_excuse(table: str) -> None:
    assert bool(of(table).explanation) == (MISSES[table] == "known miss")
    assert not [d.id for d in datasets().values() if d.explanation and d.id not in MISSES]


def test_an_extreme_session_is_missed_in_shape_and_level() -> None:
    sessions = of("V3_S")
    assert sessions.error is not None
    assert sessions.error > 0.15
    assert sessions.level_coverage == Share(0, 2)


def test_how_many_untuned_means_lie_in_the_band() -> None:
    # The protocol asks for 70 %, of a weak test; the means outside are known misses one by one.
    result = covered(everything(), "strength")
    assert result == Share(6, 11)
    outside = [
        each.dataset.id
        for each in everything()
        if each.dataset.quantity in SUBJECTS["strength"]
        and not each.dataset.tuned
        and each.coverage.inside < each.coverage.total
    ]
    assert set(outside) == {"V5_alc", "CORATELLA", "DROP_50", "DROP_140"}
    assert all(MISSES[table] == "known miss" for table in outside)
    assert covered(everything(), "running cost") == Share(1, 1)


def test_tuned_and_untuned_tables_are_kept_apart() -> None:
    """A table that constants were fitted to, or weighed on, is no test of them."""
    assert {each.dataset.id for each in everything() if not each.dataset.tuned} == {
        "TOKINOYA", "V5_ctl", "V5_alc", "V14", "V16_VO2", "V16_TT", "V17_chen", "V17_sherman", "V18", "V20_dourado",
        "V20_bartolomei", "CORATELLA", "DROP_50", "DROP_100", "DROP_140", "MILLET", "YANG", "WANG", "SOUTHALL",
        "DOWNHILL_10", "MARTINEZ", "FARES", "WIEWELHOVE_2018", "RAE", "SKEIN", "FERNANDES", "GRADED_RACE", "HILL_2014",
        "SECOND_DOWNHILL",
    }  # fmt: skip
    assert covered(everything(), "soreness", tuned=True).total == 28
    assert covered(everything(), "soreness").total == 0


def test_golden_values_hold() -> None:
    written = json.loads(GOLDEN.read_text(encoding="utf-8"))
    result = goldens(everything())
    assert list(result) == list(written)
    for table, numbers in result.items():
        # Single precision along the week: what another processor rounds differently is below this.
        assert numbers == {name: pytest.approx(each, rel=1e-6, abs=1e-6) for name, each in written[table].items()}, (
            f"{table} changed: if that is meant, run python -m tests.make_golden and say why in CHANGELOG.md"
        )


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (legrun.model.kinetics, "SORENESS_GAIN"),
        (legrun.model.bout, "LEGS_PEAK_H"),
        (legrun.model.bout, "LEGS_EXPONENT"),
        (legrun.model.bout, "RUN_PEAK_H"),
        (legrun.model.bout, "HEAD_START_H"),
        (legrun.model.bout, "FAST"),
        (legrun.model.bout, "FAST_TAU_H"),
        (legrun.model.bout, "SLOW"),
        (legrun.model.bout, "SLOW_CAP"),
        (legrun.model.bout, "RUN_MAX"),
        (legrun.model.bout, "DOWNHILL_TAU_H"),
        (legrun.model.bout, "ALCOHOL_SLOW"),
        (legrun.model.dose, "RPE_EXPONENT"),
        (legrun.model.dose, "NOVELTY_GAIN"),
        (legrun.model.bout, "NOVEL_DELAY_H"),
        (legrun.model.dose, "HABIT_DOSE"),
        (legrun.model.dose, "SORENESS_DOSE_SCALE"),
        (legrun.model.dose, "SLOW_DOSE_GAIN"),
        (legrun.forecast.ensemble, "FATIGUE_OWN_SD"),
        (legrun.forecast.projection, "FATIGUE_MORE"),
    ],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_a_constant_moved_by_a_twentieth_changes_a_golden_value(
    module: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, 1.05 * getattr(module, name))
    written = json.loads(GOLDEN.read_text(encoding="utf-8"))

    def moved(table: Dataset) -> bool:
        result = golden(check(table))
        return any(not np.allclose(result[key], each, rtol=0, atol=1e-6) for key, each in written[table.id].items())

    assert any(map(moved, datasets().values()))


def test_a_session_ends_at_hour_zero_and_nothing_is_rated() -> None:
    for table in datasets().values():
        for arm in table.arms:
            scenario = expressed(arm)
            ends = [session.end for session in scenario.sessions]
            assert scenario.now in ends
            assert len(ends) == 1 + len(arm.others)
            assert not scenario.check_ins


def test_the_numbers_are_those_that_the_app_shows() -> None:
    table = datasets()["V5_ctl"]
    week = answer(expressed(table.arms[0])).week
    point = of("V5_ctl").points[0]
    shown = (week.fatigue_pct.median, week.fatigue_pct.high80, week.fatigue_pct.low80)
    assert (point.median, point.low80, point.high80) == tuple(100 - band[36] for band in shown)


def test_alcohol_acts_within_a_day_of_the_session() -> None:
    assert of("V5_alc").points[0].median < of("V5_ctl").points[0].median - 1


def test_curves_pass_through_the_points() -> None:
    for each in everything():
        for point in each.points if each.curves else ():
            at = np.flatnonzero(each.curves[0].hours == point.hour)
            assert each.curves[0].median[at] == point.median
        for curve in each.curves:
            assert np.all(curve.low80[25:] <= curve.median[25:])
            assert np.all(curve.median[25:] <= curve.high80[25:])


def test_a_check_without_explanation_is_a_plain_miss() -> None:
    assert check(altered("V15_half", values=(50,))).status == "miss"
    assert check(altered("V15_half", values=(50,), explained="Because.")).status == "known miss"
    assert check(datasets()["V15_half"]).status == "pass"


def test_a_range_is_missed_by_the_distance_to_it() -> None:
    result = check(altered("V15_marathon", low=40, high=45))
    assert result.error == pytest.approx(40 - result.points[0].median)
    assert result.status == "miss"


def test_rows_hold_what_a_page_needs() -> None:
    rows = [each.as_row() for each in everything()]
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert all(any(words in row["source"] for words in READ_AS.values()) for row in rows)
    by_id = {row["dataset"]: row for row in rows}
    assert by_id["V20_marshall"]["rules"] == "3 of 4"
    assert by_id["V2"]["coverage"] == "3 of 3 (100 %)"
    assert "not identified (second-hand; gives " in by_id["V3_F"]["source"]
    assert pickle.loads(pickle.dumps(everything())) == everything()  # as a page's cache does


def test_the_printed_table_names_every_table_and_every_miss(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["checks"])
    out = capsys.readouterr().out
    assert code == int("miss" in MISSES.values())
    lines = out.splitlines()
    for each in everything():
        assert any(line.startswith(each.dataset.id + " ") and line.endswith(each.status) for line in lines)
        if each.explanation:
            assert each.explanation in out
    assert lines.index("-- not tuned") < lines.index("-- tuned") < lines.index("-- shown, not scored")
    assert "strength 6 of 11 (55 %)" in out


def test_printing_leaves_with_zero_unless_a_miss_is_unexplained(monkeypatch: pytest.MonkeyPatch) -> None:
    explained = tuple(each for each in everything() if each.status != "miss")
    monkeypatch.setattr("legrun.command.checks.run_checks", lambda: explained)
    assert main(["checks"]) == 0
    missed = check(altered("V15_half", values=(50,)))
    monkeypatch.setattr("legrun.command.checks.run_checks", lambda: (*explained, missed))
    assert main(["checks"]) == 1


def test_levels_that_all_lie_outside_the_band_are_a_miss() -> None:
    inside, outside = Point(24, 3.0, 2.0, 1.0, 4.0), Point(48, 9.0, 2.0, 1.0, 4.0)
    table = datasets()["V2"]
    assert not Check(table, levels=(inside, outside), error=0.0).misses
    assert Check(table, levels=(outside,), error=0.0).misses
    assert Check(table, levels=(inside,), error=(table.tolerance or 0.0) + 0.01).misses


def test_the_module_prints_what_the_command_prints(capsys: pytest.CaptureFixture[str]) -> None:
    printed = [(run(), capsys.readouterr().out) for run in (module.main, lambda: main(["checks"]))]
    assert printed[0] == printed[1]


def test_the_tables_name_studies_that_exist() -> None:
    for table in datasets().values():
        assert set(table.studies + table.see_also) <= set(studies())


def test_the_unidentified_paper_is_attributed_to_nobody() -> None:
    assert [d.id for d in datasets().values() if not d.studies] == ["V3_S", "V3_F"]
    assert "Ahtiainen" not in str([d for d in datasets().values() if d.id.startswith("V3")])


@pytest.mark.parametrize(
    ("table", "changes", "says"),
    [
        ("V2", {"compares": "guess"}, "compares is 'guess'"),
        ("V2", {"read": "skimmed"}, "read is 'skimmed'"),
        ("V2", {"studies": ()}, "names no study"),
        ("V2", {"compare_hours": (24, 30)}, "comparing by shape"),
        ("V2", {"tolerance": None}, "tolerance"),
        ("V5_ctl", {"values": ()}, "comparing by level"),
        ("V1_KE", {"sd": (1.0,)}, "spreads"),
        ("V9_F", {"low": 95}, "comparing by range"),
        ("V8", {"intensity": None}, "a pace"),
        ("V8", {"intensity": "flat out"}, "intensity"),
        ("V13_loss", {"rules": ()}, "comparing by rules"),
        ("V13_loss", {"rules": (Rule("soreness", "nobody", 24, "<", 3),)}, "no arm"),
    ],
)
def test_an_unsound_table_is_refused(table: str, changes: dict[str, Any], says: str) -> None:
    with pytest.raises(EvidenceError, match=says):
        altered(table, **changes)


@pytest.mark.parametrize(
    "given",
    [
        {"op": "=", "value": 3.0},
        {"op": "<"},
        {"op": "<", "value": 3.0, "other_arm": "a"},
        {"op": "<", "other_arm": "a"},
    ],
)
def test_an_unsound_rule_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(EvidenceError, match="a rule"):
        Rule("soreness", "a", 24, **given)
