"""Several files of one person: what was decided, corrected and remembered holds for all of them."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from legrun.logs import File, Log, join, merge_logs, read_files, read_log
from legrun.logs import choices as naming
from legrun.logs.corrections import REMOVED, corrected, correction, session_keys
from legrun.logs.reading.table import read_table
from legrun.logs.tables import as_csv, assumption_rows, merge_rows, problem_rows
from legrun.scenario import Session

HEVY = (
    "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"
    + "".join(f"Legs,2026-03-03 18:00,2026-03-03 19:00,Zorp,{n},normal,80,8,,,\n" for n in range(6))
)
RUNS = "Date,Type,Route Name,Distance (mi),Duration,GPX File\n2026-03-04 07:00:00,Running,,5,45:00,\n"
GARMIN = (
    "Activity Type,Date,Favorite,Title,Distance,Time,Avg HR\nRunning,2026-03-05 07:00:00,false,Run,5.00,00:30:00,\n"
)
DIARY = "When,What,Mins\n2026-03-06 07:00,run,40\n"
RUN = Session("run", dt.datetime(2026, 3, 3, 7), minutes=40, rpe=4, estimated=frozenset({"rpe"}))


def read(*texts: str, choices: dict[str, str] | None = None) -> tuple[Log, list[str]]:
    """Return the files' one log, and what could not be read."""
    files = [File(f"{place}.csv", text.encode()) for place, text in enumerate(texts)]
    parts, held = read_files(
        files, choices or {}, lambda n, decided: read_log(files[n].data, name=files[n].name, choices=decided)
    )
    return join(parts, held), [str(part.error) for part in parts if part.error]


def test_a_choice_holds_for_its_sort_of_file_alone() -> None:
    log, _ = read(RUNS, GARMIN, choices={"distance_unit@Garmin": "mi"})
    assert [round(s.distance_km or 0, 2) for s in log.sessions] == [8.05, 8.05]
    assert {a.choice: a.value for a in log.assumptions}["distance_unit@Garmin"] == "mi"
    assert not log.problems


def test_a_file_that_cannot_be_read_leaves_the_others() -> None:
    log, errors = read(HEVY, "", DIARY)
    assert len(errors) == 2
    assert log.workouts == 1


def test_what_the_legrun_csv_remembers_holds_for_the_files_beside_it() -> None:
    _, errors = read(DIARY)
    assert errors
    scope = read_table(DIARY).signature
    chosen = {
        f"map:start@{scope}": "When",
        f"map:duration@{scope}": "Mins",
        f"map:kind@{scope}": "What",
        "exercise:Zorp": "legs",
    }
    log, errors = read(DIARY, HEVY, choices=chosen)
    assert not errors
    saved = log.to_csv()
    again, errors = read(DIARY, HEVY, saved)
    assert not errors
    assert again.sessions == log.sessions
    assert [s.kind for s in again.sessions] == ["legs", "run"]


def test_a_correction_survives_the_file_read_again_beside_the_legrun_csv() -> None:
    first, _ = read(RUNS, HEVY)
    lift, run = session_keys(first.sessions)
    chosen = {lift: REMOVED, run: correction({"minutes": 50.0, "start": dt.datetime(2026, 3, 4, 9), "rpe": 7.0})}
    log, _ = read(RUNS, HEVY, choices=chosen)
    (session,) = log.sessions
    assert (session.start.hour, session.minutes, session.rpe, log.workouts) == (9, 50.0, 7.0, 1)
    assert "rpe" not in session.estimated
    for files in ((log.to_csv(),), (log.to_csv(), RUNS, HEVY), (RUNS, log.to_csv())):
        assert read(*files)[0].sessions == log.sessions


def test_corrections_add_up_and_are_followed() -> None:
    (key,) = session_keys([RUN])
    as_legs = correction({"kind": "legs"}, correction({"minutes": 50}))
    result, removed = corrected([RUN], {key: as_legs}, [])
    assert (result[0].kind, result[0].minutes, removed) == ("legs", 50.0, 0)
    (moved,) = session_keys(result)
    back, _ = corrected([RUN], {key: as_legs, moved: "kind=run"}, [])
    assert (back[0].kind, back[0].minutes) == ("run", 50.0)
    assert corrected([RUN], {key: as_legs, moved: REMOVED}, []) == ([], 1)


@pytest.mark.parametrize(
    "nonsense", ["minutes=inf", "minutes=-4", "rpe=eleven", "start=soon", "name=x", "kind=nap", "="]
)
def test_a_correction_that_makes_no_sense_leaves_the_session_and_says_so(nonsense: str) -> None:
    problems: list[object] = []
    result, _ = corrected([RUN], {session_keys([RUN])[0]: nonsense}, problems)  # type: ignore[arg-type]
    assert result == [RUN]
    assert len(problems) == 1


def test_tables_name_file_and_row_and_start_no_formula() -> None:
    bad = HEVY + "=1+1,yesterday,2026-03-03 19:00,Zorp,9,normal,80,8,,,\n"
    log, _ = read(bad, RUNS, RUNS.replace("07:00:00", "07:02:00"))
    (row,) = (row for row in problem_rows(log) if row["Row"])
    assert (row["File"], row["Row"], row["Column"]) == ("0.csv", 8, "start_time")
    (merged,) = merge_rows(log)
    assert (merged["Workout"], merged["Counted"]) == ("2026-03-04 07:00:00", "once")
    assert {"Effort of runs", "Zorp"} <= {row["What"] for row in assumption_rows(log)}
    assert b",'=2" in as_csv([{"a": 1, "b": "=2"}])
    assert as_csv([]) == b"\xef\xbb\xbf"


def test_no_assumption_of_any_format_shows_a_raw_key() -> None:
    """What the formats assume is found in their source, so that a new key without a name fails here."""
    source = Path(__file__).parents[2] / "legrun" / "logs"
    keys = {
        key
        for path in source.rglob("*.py")
        for key in re.findall(r'(?:choose|assume|_taken_for)\(\s*"([a-z_:]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(keys) > 25
    assert not {key for key in keys if ":" not in key} - naming.LABELS.keys()


def test_merging_one_log_changes_nothing() -> None:
    log = read_log(HEVY, name="a.csv")
    assert merge_logs([log]) == log
