"""The diary on the pages: asked for, kept for a coach and a plan, lost from sight, forgotten."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from legrun.diary import Diary
from legrun.link.codes import plan_code
from legrun.scenario.hours import DAY
from legrun.week.templates import TEMPLATES
from tests.pages.diary_visits import HEVY, LOG, NOW, Open, has_button, press, rate
from tests.pages.test_log import edit, said

pytestmark = pytest.mark.slow


def test_who_never_asks_leaves_no_file(visit: Open, path: Path) -> None:
    at = rate(visit(), 4.0)
    assert has_button(at, "remember")
    assert "readable by you alone" in said(at)
    at = visit("log")
    at.file_uploader[0].upload("hevy.csv", HEVY, "text/csv").run()
    press(at, "use_log")
    visit("clients")
    assert not path.parent.exists()


def test_a_coach_begins_each_morning_with_the_roster_that_was_saved(visit: Open, path: Path) -> None:
    at = press(visit("clients"), "sample_roster_sample.csv")
    assert not path.exists()
    press(at, "save_roster")
    assert "Saved Wed 4 Mar, 07:00" in said(at)
    kept = Diary(path).roster()
    assert kept is not None
    assert kept.saved == NOW
    again = visit("clients", hour=NOW + DAY)
    assert any(label.startswith("Roster of 22") for label in (each.label for each in again.expander))
    assert "Saved Wed 4 Mar, 07:00" in said(again)
    press(again, "save_roster")
    assert "Saved Thu 5 Mar, 07:00" in said(again)
    assert Diary(path).people() == ()  # a coach's own training is another matter
    press(again, "forget_roster")
    assert Diary(path).roster() is None
    assert not visit("clients").get("arrow_data_frame")


def test_a_planned_week_is_kept_and_a_links_own_is_not(visit: Open, path: Path) -> None:
    plan = TEMPLATES[0].plan(NOW.date())
    Diary.open(path).keep_plan("me", plan)
    at = visit("week")
    assert at.button(key="arrange")
    at.toggle(key="plan_repeats_0").set_value(not plan.repeats).run()
    assert not at.exception
    assert Diary(path).plan("me") == replace(plan, repeats=not plan.repeats)
    kept, other = Diary(path).plan("me"), TEMPLATES[1].plan(NOW.date())
    visit("week", plan=plan_code(other))
    assert Diary(path).plan("me") == kept
    over = visit("week", hour=NOW + 8 * DAY)
    assert "Where should leg day go" in said(over)
    over.button(key=f"start_{TEMPLATES[1].name}").click().run()
    assert Diary(path).plan("me") != kept


def test_forget_everything_leaves_no_file_and_no_log(visit: Open, path: Path) -> None:
    Diary.open(path).put("me", LOG)
    at, other = visit("log"), visit()
    edit(at, "check_ins", {0: {"Soreness (0-10)": 3.5}})
    press(at, "forget")
    assert list(path.parent.iterdir()) == []
    assert "No log yet" in said(at)
    assert has_button(at, "remember")
    press(rate(other, 3.0), "save_morning")
    assert "its file is gone" in " ".join(w.value for w in other.warning)
    assert list(path.parent.iterdir()) == []


def _damage(path: Path) -> None:
    path.write_bytes(b"no database" * 500)


def _newer(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()


@pytest.mark.parametrize(("spoil", "told"), [(_damage, "moved to"), (_newer, "newer legrun")])
def test_a_diary_that_cannot_be_used_is_said_and_the_app_goes_on(
    visit: Open, path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    Diary.open(path).put("me", LOG)
    spoil(path)
    at = visit()
    assert told in " ".join(w.value for w in at.warning)
    assert "###" in said(at)  # a verdict from the sliders
    assert not has_button(at, "save_morning")
    at.switch_page("pages/log.py").run()
    assert told in " ".join(w.value for w in at.warning)
    at.file_uploader[0].upload("hevy.csv", HEVY, "text/csv").run()
    assert "Hevy export" in said(at)


def test_a_save_that_fails_is_said_and_can_be_tried_again(
    visit: Open, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Diary.open(path).put("me", LOG)
    at = rate(visit(), 5.0)
    monkeypatch.setattr("legrun.diary.file.WAIT_S", 0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    press(at, "save_morning")
    assert "Another window is writing" in " ".join(w.value for w in at.warning)
    assert "Not saved yet." in said(at)
    other.execute("ROLLBACK")
    other.close()
    press(at, "save_morning")
    assert "Saved at 07:00: soreness 5" in said(at)
    assert not at.warning
