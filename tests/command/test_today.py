"""``legrun today``: what it prints, what it refuses, and what it loads."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from legrun.answering import answer
from legrun.command import main
from legrun.command.moments import time_of_day
from legrun.command.sessions import read_session
from legrun.command.today import Asked, scenario_of
from legrun.decision.safety import STOP
from legrun.errors import LegrunError
from legrun.report.text import printable
from legrun.scenario import FLAGS, Session
from legrun.scenario.names import VERDICT_NAMES
from tests.serving import ROOT

NOW = dt.datetime(2026, 3, 4, 7)
AT = ("--now", "2026-03-04 07:00")
HEAVY = ("pandas", "pyarrow", "altair", "streamlit", "jinja2", "icalendar", "vl_convert", "mcp")
BAD_LINES = {
    ("today", "nowhere.csv"): "nowhere.csv",
    ("today", "--sor", "4x"): "--sor",
    ("today", "--sorre", "4"): "--sorre is not understood; legrun today --help",
    ("today", "--legs", ""): "lacks a time, minutes and an effort",
    ("today", "--legs", "monkey 18:00 60min @8"): "monkey",
    ("today", "--legs", "thursdy 18:00 60min @8"): "thursdy",
    ("app", "--port", "99999"): "is no port; write a number from 1 to 65535",
    ("app", "--port", "-5"): "no port",
    ("app", "--port", "x"): "no port",
    ("week", "plan.csv", "--keep-hours"): "--keep-hours goes with --arrange; legrun week --help",
    ("today", "--sore", "11"): "0 to 10",
    ("today", "--sore", "3/10"): '"3/10" is no number; write it like 4 or 4.5',
    ("today", "--legs", "yesterday 18:00 60kg @8"): "60kg",
    ("today", "--legs", "yesterday 60min @8"): "lacks a time",
    ("today", "--legs", "yesterday 18:00 19:00 60min @8"): "second time",
    ("today", "--legs", "yesterday 18:00 60min @11"): "0 to 10",
    ("today", "--legs", "yesterday 25:00 60min @8"): "25:00",
    ("today", "--feels", "sad"): "sad",
    ("today", "--plan", "yesterday 18:00 40min @4"): "The run in mind is at 2026-03-03 18:00, now is 2026-03-04 07:00",
    ("today", "--plan", "2026-03-11 07:01 40min @4"): "must start within the week from now.",
    ("today", ""): "The name of a file is empty.",
    ("roster", "roster.csv", "--choose", "date_order=dmy"): "--choose",
    ("today", "--now", "soon"): "soon",
    ("today", "--tz", "Mars/Olympus"): "Mars/Olympus",
    ("today", "--sleep", "nan"): "--sleep is nan",
    ("read",): "FILE",
    ("fly",): "fly",
    ("week", "nowhere.csv"): "nowhere.csv",
    ("roster", "nowhere.csv"): "nowhere.csv",
}


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what a line prints, which must be an answer."""
    assert main(arguments) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    return shown.out


@pytest.mark.parametrize("arguments", BAD_LINES, ids=" ".join)
def test_a_bad_line_is_one_sentence_and_nothing_is_half_printed(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([*arguments, *(AT if "--now" not in arguments and arguments[0] == "today" else ())]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("legrun: ")
    assert shown.err.count("\n") == 1
    assert shown.err.rstrip().endswith((".", '".'))
    assert BAD_LINES[tuple(arguments)] in shown.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--sore 11", "--sore is 11; it must be a number from 0 to 10."),
        ("--sleep 30", "--sleep is 30; it must be a number from 0 to 16 h."),
        ("--max-heart-rate 20", "--max-heart-rate is 20; it must be a number from 100 to 230 bpm."),
    ],
)
def test_a_value_out_of_range_is_told_by_its_option(line: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", *line.split()]) == 2
    assert capsys.readouterr().err == f"legrun: {said}\n"


@pytest.mark.parametrize(
    ("text", "start", "minutes", "rpe"),
    [
        ("yesterday 18:00 60min @8", dt.datetime(2026, 3, 3, 18), 60, 8),
        ("@8 60 min 18:00 yesterday", dt.datetime(2026, 3, 3, 18), 60, 8),
        ("tue 6pm 1h30 @ 7.5", dt.datetime(2026, 3, 3, 18), 90, 7.5),
        ("06:15 45m @4", dt.datetime(2026, 3, 4, 6, 15), 45, 4),
        ("2026-02-28 7.30am 2h @3", dt.datetime(2026, 2, 28, 7, 30), 120, 3),
        ("12h ago 1.5 hours @9", dt.datetime(2026, 3, 3, 19), 90, 9),
        ("wednesday 6:00, 50 minutes, @6", dt.datetime(2026, 3, 4, 6), 50, 6),
        ("thu 20:00 40min @4", dt.datetime(2026, 2, 26, 20), 40, 4),
        ("yesterday,18:00,60min @7,5", dt.datetime(2026, 3, 3, 18), 60, 7.5),
        ("12,5h ago 1,5 hours @ 7,5", dt.datetime(2026, 3, 3, 18, 30), 90, 7.5),
    ],
)
def test_a_session_in_few_words(text: str, start: dt.datetime, minutes: float, rpe: float) -> None:
    session = read_session(text, "legs", NOW)
    assert (session.start, session.minutes, session.rpe) == (start, minutes, rpe)


@pytest.mark.parametrize(
    ("word", "hour"), [("12am", 0), ("12:30am", 0), ("12pm", 12), ("1am", 1), ("11pm", 23), ("0:15", 0)]
)
def test_noon_and_midnight_are_told_apart(word: str, hour: int) -> None:
    assert time_of_day(word).hour == hour


@pytest.mark.parametrize("sign", ["\x07", "\x1b", "\x9b", "\u202e", "\u200b", "\ue000"])
def test_no_sign_that_steers_a_terminal_is_printed(sign: str) -> None:
    assert printable(f"A{sign}na\n  Bea") == "Ana Bea"


def test_a_weekday_of_a_plan_lies_ahead() -> None:
    assert read_session("thu 20:00 40min @4", "run", NOW, ahead=True).start == dt.datetime(2026, 3, 5, 20)
    assert read_session("tomorrow 07:00 40min @4", "run", NOW, ahead=True).start == dt.datetime(2026, 3, 5, 7)


def test_a_run_in_mind_on_a_weekday_is_the_next_one_and_what_was_done_the_last() -> None:
    asked = Asked(NOW, legs=["thu 18:00 60min @8"], plan="thu 18:00 40min @4")
    told = scenario_of(asked)
    assert [session.start for session in told.sessions] == [dt.datetime(2026, 2, 26, 18)]
    assert told.planned is not None
    assert told.planned.start == dt.datetime(2026, 3, 5, 18)


def test_hard_sets_are_understood() -> None:
    assert read_session("yesterday 18:00 60min @8 15 sets", "legs", NOW).hard_sets == 15


@pytest.mark.parametrize(
    "text",
    ["", "legs", "18:00", "60min @8", "60 18:00 @8", "12h ago 18:00 60min @8", "@8 @8", "99999999h ago 60min @8"],
)
def test_what_is_no_session_is_refused(text: str) -> None:
    with pytest.raises(LegrunError, match="like"):
        read_session(text, "legs", NOW)


def test_a_moment_that_cannot_be_is_said_as_it_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["today", "--now", "2500-01-01 07:00"]) == 2
    assert "now is 2500-01-01 07:00:00; it must be a date and time" in capsys.readouterr().err


def test_the_text_is_the_card_and_the_mornings_ahead(capsys: pytest.CaptureFixture[str]) -> None:
    legs = "yesterday 18:00 60min @8"
    text = printed(capsys, "today", "--legs", legs, "--sore", "4", "--sleep", "7", *AT)
    card, mornings = text.split("\n\n")
    assert card.splitlines()[0] == "Easy run"
    assert len(mornings.splitlines()) == 6
    assert mornings.splitlines()[1].startswith("Thu 07:00")


def test_a_plan_is_judged_at_its_start(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(
        capsys, "today", "--legs", "yesterday 18:00 60min @8", "--plan", "18:00 40min @9", "--sore", "3", *AT
    )
    assert "Your run (40 min at effort 9) is too much today" in text
    assert text.splitlines()[0].endswith("Wed 18:00")


@pytest.mark.parametrize("flag", STOP)
def test_a_red_flag_says_what_to_do_and_no_number(flag: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert printed(capsys, "today", "--feels", flag, "--sore", "2", *AT) == f"Stop\n{STOP[flag][1]}\n"


def test_without_a_rating_it_is_an_estimate(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, "today", "--legs", "60h ago 40min @5", "--plan", "18:00 30min @3", *AT)
    assert text.startswith("Estimate: ")
    assert "Not rated today." in text
    assert "Rate your legs to see whether your run (30 min at effort 3) fits." in text


def test_a_decimal_comma_is_a_decimal_point(capsys: pytest.CaptureFixture[str]) -> None:
    with_comma = printed(capsys, "today", "--sore", "3,5", "--sleep", "7,5", *AT)
    assert with_comma == printed(capsys, "today", "--sore", "3.5", "--sleep", "7.5", *AT)


def test_every_flag_can_be_said(capsys: pytest.CaptureFixture[str]) -> None:
    stops = dict.fromkeys(("rhabdo", "heart", "injury"), "Stop")
    rests = {"too_sore_to_walk": "Rest", "limping": "Walk", "illness": "Rest"}
    said = {**stops, **rests, "returning": "Easy run", "rebuilding": "Steady run"}
    assert said.keys() == set(FLAGS)
    for flag, headline in said.items():
        assert headline in printed(capsys, "today", "--feels", flag, *AT).splitlines(), flag


def test_a_log_that_ended_long_ago_is_said_to_have(capsys: pytest.CaptureFixture[str]) -> None:
    log = str(ROOT / "sample_data" / "hevy_sample.csv")
    assert "days before now" in printed(capsys, "today", log, "--now", "2026-11-20 07:00")
    assert "days before now" not in printed(capsys, "today", log, "--now", "2026-11-15 07:00")


def test_what_is_typed_is_added_to_a_log(capsys: pytest.CaptureFixture[str]) -> None:
    log = str(ROOT / "sample_data" / "legrun_sample.csv")
    at = ("--now", "2026-11-16 07:00")
    assert printed(capsys, "today", log, *at) != printed(capsys, "today", log, "--legs", "12h ago 60min @9", *at)


def test_colour_only_on_a_terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\033" not in printed(capsys, "today", *AT)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert printed(capsys, "today", "--sore", "0", *AT).startswith("\033[1;32mHard run\033[0m")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033" not in printed(capsys, "today", *AT)


def test_now_comes_from_a_zone(capsys: pytest.CaptureFixture[str]) -> None:
    there = printed(capsys, "today", "--now", "2026-03-04T06:00Z", "--tz", "Europe/Paris", "--json")
    assert '"now": "2026-03-04T07:00:00"' in there


def run_python(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def loaded(code: str) -> set[str]:
    """Return the modules that a process has loaded after some code."""
    done = run_python("-c", f"{code}\nimport sys; sys.stderr.write(' '.join(sys.modules))")
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


def test_importing_legrun_loads_nothing_heavier_than_numpy() -> None:
    assert not loaded("import legrun") & {*HEAVY, "numpy"}
    modules = loaded("import legrun; legrun.answer, legrun.Scenario, legrun.LegrunError")
    assert "numpy" in modules
    assert not modules & {*HEAVY, "legrun.logs.reader", "legrun.alternatives.options"}


def test_every_name_of_the_package_is_there_once_it_is_asked_for() -> None:
    assert not loaded("import legrun\nfor name in legrun.__all__: assert getattr(legrun, name) and name in dir(legrun)") & {
        "streamlit", "altair"
    }  # fmt: skip


def test_an_answer_loads_nothing_heavier_than_numpy() -> None:
    arguments = ["today", "--sore", "4", "--legs", "yesterday 18:00 60min @8"]
    modules = loaded(f"from legrun.command import main; main({arguments})")
    # numpy itself loads some of these up to version 1.26.
    of_numpy = loaded("import numpy")
    assert not (modules - of_numpy) & {*HEAVY, "json", "tomllib", "numpy.ma", "numpy.random", "legrun.logs.reader"}


def test_a_log_loads_what_reads_it() -> None:
    code = "import legrun\nassert legrun.Log is not None and legrun.read_log and legrun.merge_logs"
    assert "legrun.logs.reader" in loaded(code)
    assert "AttributeError" in run_python("-c", "import legrun; legrun.logs_of").stderr


def test_python_m_legrun_is_the_command() -> None:
    done = run_python("-m", "legrun", "today", "--sore", "4", *AT)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] in VERDICT_NAMES.values()
    assert run_python("-m", "legrun", "--version").stdout.startswith("legrun ")


@pytest.mark.skipif(os.name != "posix", reason="pipes that close early end otherwise on Windows")
def test_a_pipe_that_closes_early_is_no_traceback() -> None:
    line = f"{sys.executable} -m legrun today --sore 4 --json; echo status $? >&2"
    done = subprocess.run(["sh", "-c", f"({line}) | true"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr.split() == ["status", "0"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
@pytest.mark.parametrize("line", [("today",), ("checks", "--json"), ("--version",)], ids=" ".join)
def test_a_full_disk_is_said_in_a_sentence(line: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "legrun", *line],
            cwd=ROOT,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, "legrun: the output: no space left on device.\n")


def test_names_from_a_file_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_text("record,athlete,kind,start,minutes,rpe\nsession,A\x1b[2Jna,legs,2026-03-03T18:00,60,8\n")
    assert "\x1b" not in printed(capsys, "roster", str(path), *AT)


@pytest.mark.slow
def test_short_reprs() -> None:
    from legrun import Log, Scenario

    legs = Session("legs", dt.datetime(2026, 3, 3, 18), 60, 8)
    answered = answer(Scenario(NOW, sessions=[legs]))
    for value in (answered, answered.advice, answered.week, Log("Hevy", sessions=(legs,), workouts=1)):
        assert len(repr(value)) < 140
    assert str(answered) == answered.summary()
    assert answered.advice.summary().splitlines()[0] in answered.summary()
    assert answered.week.to_frame().shape == (169, 15)
    assert answered._repr_html_().lstrip().startswith("<svg")
    assert "<svg" not in answer(Scenario(NOW, flags={"heart"}))._repr_html_()
