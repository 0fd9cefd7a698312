"""``legrun read``, ``week`` and ``roster``: files in, text out."""

from __future__ import annotations

import datetime as dt
import itertools
import shlex
from pathlib import Path

import pytest

from legrun.checks import score_log
from legrun.command import main
from legrun.command.plan_file import read_plan
from legrun.errors import LogFormatError
from legrun.logs import Log, read_log
from legrun.report import plan_csv
from legrun.scenario import CheckIn, Scenario, Session
from legrun.scenario.week_plan import WeekPlan
from legrun.week.arrange import Arrangement, arrange
from legrun.week.review import review_plan
from legrun.week.templates import TEMPLATES
from tests.command.test_json import PLAN, SAMPLES
from tests.command.test_today import printed

NOW = dt.datetime(2026, 3, 4, 7)


def test_read_says_what_each_file_is_and_what_was_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "read", str(SAMPLES / "dirty_sample.csv"), str(SAMPLES / "hevy_sample.csv"))
    log = read_log((SAMPLES / "dirty_sample.csv").read_bytes(), name="dirty_sample.csv")
    assert log.problems
    assert all(problem.message.split(".")[0] in text for problem in log.problems[:20])
    assert "Hevy export" in text


def test_everything_read_is_written_to_one_csv_that_reads_back(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "mine.csv"
    files = [str(SAMPLES / name) for name in ("hevy_sample.csv", "strava_sample.csv")]
    assert f"Written to {out}." in printed(capsys, "read", *files, "--out", str(out))
    both = read_log(out.read_bytes())
    assert len(both.sessions) > len(read_log(Path(files[0]).read_bytes()).sessions)
    assert printed(capsys, "today", str(out), "--now", "2026-11-16 07:00")


def test_one_file_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "picture.png"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert main(["read", str(SAMPLES / "hevy_sample.csv"), str(bad)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("legrun: picture.png: ")


def test_an_export_is_never_written_over_and_a_legrun_csv_may_be(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    export, own = tmp_path / "hevy.csv", tmp_path / "mine.csv"
    export.write_bytes((SAMPLES / "hevy_sample.csv").read_bytes())
    before = export.read_bytes()
    assert main(["read", str(export), "--out", str(export)]) == 2
    assert "write to another name" in capsys.readouterr().err
    assert export.read_bytes() == before
    assert main(["read", str(export), "--out", str(own)]) == 0
    first = own.read_bytes()
    assert main(["read", str(own), str(export), "--out", str(own)]) == 0
    assert len(read_log(own.read_bytes()).sessions) == len(read_log(first).sessions)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["hevy.csv", "mine.csv"]


def test_a_folder_is_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_a_plan_that_week_downloads_is_read_back(template: object) -> None:
    plan = template.plan(dt.date(2026, 3, 9))  # type: ignore[attr-defined]
    review = review_plan(plan, Scenario(NOW))
    again = read_plan(plan_csv(review), NOW)
    before = [(i.session.start, i.session.kind, i.session.style, i.session.minutes, i.key) for i in plan.items]
    assert [(i.session.start, i.session.kind, i.session.style, i.session.minutes, i.key) for i in again.items] == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("day,time,kind,minutes,effort\n", "no session"),
        ("day,time,kind,minutes,effort\nMon,18:00,swimming,60,8\n", "Row 1"),
        ("day,time,kind,minutes,effort\nMon,18:00,legs,sixty,8\n", "sixty"),
        ("day,time,kind,minutes,effort\nMon,,legs,60,8\n", "time missing"),
        ("day,time,kind,minutes,effort\nMon,18:00,legs,60,80\n", "0 to 10"),
        ("start,kind,minutes,effort\n2026-03-02 18:00,legs,60,8\n2026-03-09 18:00,run,60,8\n", "seven days"),
        ("a,b\n1,2\n", 'no column "day", "time", "kind", "minutes" and "effort"; it needs a header like day,time'),
        ("start,kind,minutes\n2026-03-02 18:00,legs,60\n", 'no column "effort"; it needs'),
        ("day,time,kind,minutes,effort\nMon,18:00,legs,60,8\nTue,07:70,run,40,4\n", 'used: Row 2: "07:70" is no time'),
        ("day,time,kind,minutes,effort\nMon,18:00,legs,4x,8\nTue,7:00,run,4y,4\n", "Row 1: .4x.* Row 2: .4y"),
        ("day,time,kind,minutes,effort\nMonkey,18:00,legs,60,8\n", "Row 1: day is 'Monkey'"),
        ("day,time,kind,minutes,effort\n" + "Mon,,legs,60,8\n" * 7, "Row 5: time missing.* 2 more rows cannot"),
        ("start,kind,minutes,effort,downhill (min)\n2026-03-02 18:00,run,60,4,few\n", "Row 1: .few. is no number"),
        ("day,time,kind,minutes,effort\n2026-13-01,18:00,legs,60,8\n", "day is '2026-13-01'"),
        ("day,time,kind,minutes,effort\n9999-12-31,18:00,legs,60,8\n", "9999-12-31 lies outside the years"),
        ("day,time,kind,minutes,effort,terrain\nMon,18:00,run,60,4,hills\n", "terrain is .hills"),
        ("day,time,kind,minutes,effort,not on\nMon,18:00,run,60,4,Sat never\n", "not on is .never"),
    ],
)
def test_a_plan_is_used_whole_or_not_at_all(text: str, why: str) -> None:
    with pytest.raises(LogFormatError, match=why):
        read_plan(text.encode(), NOW)


@pytest.mark.parametrize("cell", ["Sat Sun", "sat/sun", "Saturday, Sunday", "SAT,SUN", "Sat; Sun"])
def test_days_that_a_session_may_not_fall_on_are_all_read(cell: str) -> None:
    text = f'day,time,kind,minutes,effort,not on,terrain\nMon,18:00,run,60,4,"{cell}",hilly\n'
    (item,) = read_plan(text.encode(), NOW).items
    assert item.days == {0, 1, 2, 3, 4}
    assert item.session.downhill_minutes > 0


@pytest.mark.parametrize(("cell", "moves"), [("", True), ("yes", True), ("no", False), ("N", False), ("fixed", False)])
def test_a_session_may_move_unless_that_is_denied(cell: str, *, moves: bool) -> None:
    (item,) = read_plan(f"day,time,kind,minutes,effort,may move\nMon,18:00,run,60,4,{cell}\n".encode(), NOW).items
    assert item.may_move is moves


@pytest.mark.parametrize("verb", ["read", "today", "score"])
def test_a_choice_that_nothing_asks_for_is_refused(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "sample_data/hevy_sample.csv", "--choose", "wieght_unit=lb"]) == 2
    assert capsys.readouterr().err.startswith('legrun: "wieght_unit" is no choice')


def test_of_several_files_the_one_that_cannot_be_read_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    letter = tmp_path / "letter.csv"
    letter.write_text("hello\n")
    assert main(["roster", "sample_data/hevy_sample.csv", str(letter)]) == 2
    assert capsys.readouterr().err.startswith("legrun: letter.csv: This is no table")


def test_a_plan_as_a_spreadsheet_left_it() -> None:
    plan = read_plan("Day;Time;Kind;Minutes;Effort\nMonday;18:00;Legs;60,5;8\n".encode("utf-8-sig"), NOW)
    assert plan.items[0].session.minutes == 60.5


def test_a_week_says_what_clashes_and_what_moves(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "plan.csv"
    path.write_text(PLAN)
    text = printed(capsys, "week", str(path), "--arrange", "--now", "2026-03-04 07:00")
    assert "23 h after a hard leg day" in text
    assert "Arranged:" in text


def test_a_roster_is_sorted_by_who_needs_a_look(capsys: pytest.CaptureFixture[str]) -> None:
    at = ("--now", "2026-11-16 07:00")
    lines = printed(capsys, "roster", str(SAMPLES / "roster_sample.csv"), *at).splitlines()
    assert lines[1].split("  ")[0] == "Emma Lindqvist"
    page = printed(capsys, "roster", str(SAMPLES / "roster_sample.csv"), "--html", *at)
    assert "O&#39;Neil, Kate" in page
    assert page.index("Emma Lindqvist") < page.index("Grace Kim")
    assert "http" not in page


def test_a_score_says_how_the_forecasts_have_done(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "score", str(SAMPLES / "legrun_sample.csv"))
    score = score_log(read_log((SAMPLES / "legrun_sample.csv").read_bytes()))
    assert f"{len(score.mornings)} mornings" in text
    assert f"legrun's forecast            {score.rmse['forecast']:.2f}" in text
    assert "No morning could be scored" in printed(capsys, "score", str(SAMPLES / "hevy_sample.csv"))


DOUBTFUL = "Date,Activity,Duration,Effort\n03/04/2026,Run,40,4\n04/05/2026,Legs,60,8\n05/06/2026,Run,40,4\n"


def chosen(text: str) -> list[str]:
    """Return the options that a text tells to add."""
    words = shlex.split(text.split("--choose", 1)[1])
    return ["--choose", *itertools.takewhile(lambda word: word == "--choose" or "=" in word, words)]


def test_a_strange_table_is_mapped_and_its_questions_are_answered_before_anything_stands_on_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.csv"
    path.write_text(DOUBTFUL)
    assert main(["read", str(path)]) == 2
    columns = chosen(capsys.readouterr().err)
    text = printed(capsys, "read", str(path), *columns)
    assert "to decide" in text
    today = ("today", str(path), *columns, "--now", "2026-06-06 07:00")
    assert main(today) == 2
    assert "Order of day and month" in capsys.readouterr().err
    order = next(line for line in text.splitlines() if line.strip().startswith("month/day"))
    answers = chosen(order.rstrip(")"))
    assert "3 May 2026" not in printed(capsys, "read", str(path), *columns, *answers)
    assert printed(capsys, *today, *answers)


@pytest.mark.parametrize("text", ["date_order", "=dmy", "date_order="])
def test_a_choice_without_both_sides_is_refused(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(SAMPLES / "hevy_sample.csv"), "--choose", text]) == 2
    assert "no choice" in capsys.readouterr().err


def test_of_many_rows_left_out_the_first_twenty_are_listed(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path, start = tmp_path / "mine.csv", dt.datetime(2026, 3, 2, 18)
    written = Log("legrun", sessions=(Session("legs", start, 60, 8),)).to_csv()
    *_, row = written.splitlines()
    path.write_text(written + "".join(f"{row.replace('60.0', f'{n} blue')}\n" for n in range(25)))
    text = printed(capsys, "read", str(path))
    assert text.count("left out or changed: row") == 20
    assert "and 5 more; --json lists all" in text


def test_of_several_files_what_they_are_together_is_said_too(capsys: pytest.CaptureFixture[str]) -> None:
    names = "hevy_sample.csv", "strava_sample.csv"
    text = printed(capsys, "read", *(str(SAMPLES / name) for name in names))
    heads = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert [head.partition(":")[0] for head in heads] == [*names, ", ".join(names)]


def test_a_score_of_few_mornings_says_how_little_it_says(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    def score(mornings: int) -> str:
        path, first = tmp_path / f"{mornings}.csv", dt.datetime(2026, 1, 5, 7)
        rated = (CheckIn(first + dt.timedelta(days=day), day % 3) for day in range(mornings))
        path.write_text(Log("legrun", check_ins=tuple(rated)).to_csv())
        return printed(capsys, "score", str(path))

    assert "No morning could be scored" in score(7)
    assert "Too few to judge by" in score(20)
    assert "Too few to judge by" not in score(21)


@pytest.mark.parametrize("options", [[], ["--keep-hours"]])
def test_sessions_go_to_another_hour_unless_that_is_kept(
    options: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked = []

    def noted(plan: WeekPlan, today: Scenario, *, hours: bool) -> Arrangement:
        asked.append(hours)
        return arrange(plan, today, hours=hours)

    monkeypatch.setattr("legrun.command.week.arrange", noted)
    path = tmp_path / "plan.csv"
    path.write_text(PLAN)
    printed(capsys, "week", str(path), "--arrange", *options, "--now", "2026-03-04 07:00")
    assert asked == [not options]


def test_a_file_larger_than_any_log_is_not_loaded(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(11))
    monkeypatch.setattr("legrun.command.files.MOST_BYTES", 10)
    assert main(["read", str(path)]) == 2
    assert "is larger than 1 GB; no training log is." in capsys.readouterr().err
