"""The Log page: several files, mapping, decisions and corrections in place, downloads."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from legrun.logs import read_log
from tests.logs.recordings import recording, session
from tests.logs.sheets import xlsx

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_data"
DIARY = "When,What,Mins,How hard\n2026-03-03 18:00,legs,60,8\n2026-03-04 07:00,run,40,4\n"
LIFTS = "title,start_time,end_time,exercise_title,set_index,set_type,weight_kg,reps,distance_km,duration_seconds,rpe\n"


def log_page(*files: tuple[str, bytes | str]) -> AppTest:
    """Return the Log page with files dropped on it."""
    at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    at.query_params["now"] = "2026-03-05T07"
    at.switch_page("pages/log.py").run()
    for name, data in files:
        at.file_uploader[0].upload(name, data.encode() if isinstance(data, str) else data, "text/csv").run()
    assert not at.exception, [e.value for e in at.exception]
    return at


def said(at: AppTest) -> str:
    assert not at.exception, [e.value for e in at.exception]
    return " ".join(m.value for kind in (at.markdown, at.caption, at.info, at.subheader, at.text) for m in kind)


def edit(at: AppTest, name: str, edited_rows: dict[int, dict[str, object]]) -> AppTest:
    """Edit a table as the browser does; it keeps its edits until it is built anew."""
    key = next(str(each.key) for each in at.data_editor if str(each.key).startswith(f"{name}_"))
    before = at.session_state[key]["edited_rows"] if key in at.session_state else {}
    rows = {row: {**before.get(row, {}), **edited_rows.get(row, {})} for row in {**before, **edited_rows}}
    at.session_state[key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    return at.run()


def table(at: AppTest) -> Any:
    """Return the table of sessions."""
    return next(each.value for each in at.data_editor if "Kind" in each.value.columns)


def sessions(at: AppTest) -> list[tuple[str, float]]:
    return list(zip(table(at)["Kind"], table(at)["Minutes"], strict=True))


def add_run(at: AppTest, day: dt.date, minutes: int, distance: float | None = None) -> AppTest:
    """Add a run of six in the morning by the form."""
    at.session_state["add_opened"] = True
    at.run().selectbox(key="add_kind").set_value("run")
    at.date_input(key="add_date").set_value(day)
    at.time_input(key="add_time").set_value(dt.time(6))
    at.number_input(key="add_minutes").set_value(minutes)
    at.number_input(key="add_distance").set_value(distance)
    return next(button for button in at.button if button.label == "Add").click().run()


def test_several_files_are_one_log() -> None:
    at = log_page()
    at.button(key="sample_strava_sample.csv").click().run()
    text = said(at)
    assert "Hevy export: 69 workouts" in text
    assert "Strava export: 35 workouts" in text
    assert "Counted once: 22 workouts in two files" in text
    merged = next(each.value for each in at.data_editor if "Workout" in each.value)
    assert re.fullmatch(r"\w{3} \d{1,2} \w{3} 2026, \d\d:\d\d", merged["Workout"].iloc[0])
    assert len([b for b in at.button if b.label == "Remove"]) == 2
    next(b for b in at.button if b.label == "Remove").click().run()
    assert "Hevy export" not in said(at)
    assert "Strava export" in said(at)


def test_an_unknown_table_is_read_by_the_columns_one_names() -> None:
    at = log_page(("diary.csv", DIARY))
    assert "not an export that legrun knows" in said(at)
    assert not at.error
    guessed = {box.label: box.value for box in at.selectbox}
    assert (guessed["Date and start time"], guessed["Effort (RPE)"]) == ("When", "How hard")
    at.button(key="FormSubmitter:" + at.main.get("form")[0].proto.form.form_id + "-Read it like this").click().run()
    assert "Table: 2 workouts, 1 with leg work, 1 run" in said(at)
    at.file_uploader[0].upload("strava.csv", (SAMPLES / "strava_sample.csv").read_bytes(), "text/csv").run()
    labels = [box.label for box in at.selectbox]
    assert any("(your table)" in label for label in labels)
    assert not any("table-" in label for label in labels)
    next(b for b in at.button if b.label == "Name its columns again").click().run()
    assert "Which column holds what?" in said(at)


@pytest.mark.parametrize("name", ["diary.xlsx", "diary.zip"])
def test_an_unknown_table_in_a_spreadsheet_or_a_zip_gets_the_form(name: str) -> None:
    rows = [line.split(",") for line in DIARY.splitlines()]
    data = xlsx({"Notes": [["Enjoy"]], "Log": rows})
    if name.endswith("zip"):
        with io.BytesIO() as out, zipfile.ZipFile(out, "w") as archive:
            archive.writestr("diary.csv", DIARY)
            archive.writestr("friends.csv", "Name,Since\nAna,2026\n")
            archive.close()
            data = out.getvalue()
    at = log_page((name, data))
    assert {box.label: box.value for box in at.selectbox}["Effort (RPE)"] == "How hard"
    assert sorted(sessions(read_as_guessed(at))) == [("legs", 60), ("run", 40)]


def test_a_session_is_corrected_removed_and_added_in_place() -> None:
    rows = "".join(f"Legs,2026-03-03 18:00,2026-03-03 19:00,Leg Press,{n},normal,80,8,,,\n" for n in range(6))
    rows += "".join(f"Pull,2026-03-04 18:00,2026-03-04 18:50,Lat Pulldown,{n},normal,80,8,,,\n" for n in range(6))
    at = log_page(("hevy.csv", LIFTS + rows))
    assert sessions(at) == [("upper", 50), ("legs", 60)]
    edit(at, "sessions", edited_rows={1: {"Minutes": 75.0}, 0: {"Remove": True}})
    assert sessions(at) == [("legs", 75)]
    edit(at, "sessions", edited_rows={0: {"Effort (0-10)": 9.0}})
    assert sessions(at) == [("legs", 75)]
    add_run(at, dt.date(2026, 3, 5), 30)
    assert sessions(at) == [("run", 30), ("legs", 75)]
    at.button(key="use_log").click().run()
    at.switch_page("app.py").run()
    assert "Based on **your log**" in said(at)


def test_a_table_is_not_built_anew_while_it_is_typed_into() -> None:
    at = log_page(("hevy.csv", LIFTS + "Legs,2026-03-03 18:00,2026-03-03 19:00,Leg Press,0,normal,80,8,,,\n"))
    keys = [each.key for each in at.data_editor]
    edit(at, "check_ins", {1: {"Soreness (0-10)": 6.0}})
    edit(at, "check_ins", {2: {"Sleep (h)": 7.0}})
    edit(at, "sessions", {0: {"Minutes": 75.0}})
    assert table(at)["Load (AU)"].tolist() == [75 * table(at)["Effort (0-10)"][0]]
    assert [each.key for each in at.data_editor] == keys


def test_an_exercise_is_decided_in_its_table() -> None:
    rows = "".join(f"Evening,2026-03-03 18:00,2026-03-03 19:00,=Zorp,{n},normal,80,8,,,\n" for n in range(6))
    at = log_page(("hevy.csv", LIFTS + rows))
    assert sessions(at) == [("other", 60)]
    assert "1 name is not known" in said(at)
    edit(at, "exercises", edited_rows={0: {"Counts as": "legs"}})
    assert sessions(at) == [("legs", 60)]


def test_an_assumption_is_overruled_and_read_again_at_once() -> None:
    at = log_page()
    at.button(key="sample_dirty_sample.csv").click().run()
    box = next(box for box in at.selectbox if box.label == "Unit of distance")
    assert box.value == "mi"
    before = table(at)["Distance (km)"].sum()
    box.set_value("km").run()
    after = table(at)["Distance (km)"].sum()
    assert after == pytest.approx(before / 1.609344, rel=1e-3)
    assert next(box for box in at.selectbox if box.label == "Unit of distance").value == "km"


def test_nothing_of_a_file_reaches_markdown() -> None:
    bait = "![x](http://evil.example/a.png) [l](http://evil.example)"
    rows = f"{bait},2026-03-03 18:00,2026-03-03 19:00,{bait},0,{bait},80,8,,,\n{bait},soon,,x,1,normal,,,,,\n"
    at = log_page((f"{bait}.csv", LIFTS + rows), ("other.csv", f"{bait},b\n1,2\n"), ("empty.csv", f"{bait}\n"))
    rich = [m.value for kind in (at.markdown, at.caption, at.info, at.error, at.subheader) for m in kind]
    rich += [box.label for box in at.selectbox]
    rich += [str(cell) for table in at.table for cell in table.value.to_numpy().ravel()]
    assert any("evil" in text for text in rich)
    assert not [text for text in rich if re.search(r"(?<!\\)\]\(http|http(?<!\\)://", text)]


def test_the_same_bytes_count_once() -> None:
    sample = (SAMPLES / "strong_sample.csv").read_bytes()
    at = log_page(("a.csv", sample), ("b.csv", sample))
    assert len([b for b in at.button if b.label == "Remove"]) == 1


def test_the_legrun_csv_comes_back_to_the_same_log() -> None:
    log = read_log((SAMPLES / "hevy_sample.csv").read_bytes())
    at = log_page(("legrun_log.csv", log.to_csv()))
    assert "legrun CSV: 69 workouts, 23 with leg work, 28 runs" in said(at)
    assert len(at.get("download_button")) >= 1
    assert next(d for d in at.date_input if d.label == "Show this day").value == dt.date(2026, 11, 14)


CLOCKS = "Date,Time,Activity\n2026-03-02,18:22,Run\n2026-03-03,16:41,Run\n2026-03-04,21:17,Legs\n"


def read_as_guessed(at: AppTest) -> AppTest:
    form = at.main.get("form")[0].proto.form.form_id
    return at.button(key=f"FormSubmitter:{form}-Read it like this").click().run()


def test_what_is_doubtful_is_asked_before_anything_is_used() -> None:
    at = read_as_guessed(log_page(("diary.csv", CLOCKS)))
    shown = said(at).replace("\\", "")
    assert "Please decide first" in shown
    assert "18:22" in shown
    assert "18 min" in shown
    answers = [button for button in at.button if button.label == "Read it so"]
    assert len(answers) == 2
    assert not [button for button in at.button if button.key == "use_log"]
    answers[1].click().run()
    assert "Please decide first" not in said(at)
    assert sorted(table(at)["Minutes"].round().tolist()) == [17, 18, 21]
    assert [button for button in at.button if button.key == "use_log"]


def test_what_an_estimate_may_be_off_by_stands_beside_the_verdict() -> None:
    head = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Steps\n"
    rows = "".join(
        f"Running,2026-02-{day:02d} 18:00:00,false,Run,8,500,00:45:00,150,{160 + day},7000\n" for day in range(1, 25)
    )
    rows += "Strength Training,2026-03-01 18:00:00,false,Gym,0,300,01:00:00,110,150,100\n"
    shown = said(log_page(("Activities.csv", head + rows))).replace("\\", "")
    assert "Effort from heart rate: used. 24 efforts estimated" in shown
    assert "may be off by 2.5 either way" in shown
    assert "none of them counts as a leg day" in shown


def test_a_file_without_a_session_is_no_table_to_correct() -> None:
    at = log_page(("strong.csv", "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds\n"))
    assert "No session in the log." in said(at)
    assert not at.data_editor


def test_a_roster_on_the_log_page_gets_no_form_that_could_not_help() -> None:
    at = log_page(("roster.csv", (SAMPLES / "roster_sample.csv").read_bytes()))
    assert [each.value for each in at.error if "roster of 22 clients" in each.value]
    assert "Which column holds what?" not in said(at)


def test_ratings_that_wait_for_their_scale_are_asked_about_above_the_verdict() -> None:
    diary = "Datum;Start;Aktivität;Dauer (min);RPE;Muskelkater\n28.02.2026;18:00;Beintraining;60;8;\n"
    at = read_as_guessed(log_page(("tagebuch.csv", diary + "01.03.2026;07:30;Lauf;40;4;4\n")))
    shown = said(at).replace("\\", "")
    assert "**0 ratings**" in shown
    assert "By its lowest and highest values" in shown
    # Where it is said, not three screens below it, and once.
    (asked,) = [box for box in at.selectbox if box.value == "not decided"]
    labels = [box.label for box in at.selectbox]
    assert labels.index(asked.label) < labels.index("How used to leg days")
    asked.select("0-10").run()
    assert "**1 rating**" in said(at)
    assert not [box for box in at.selectbox if box.value == "not decided"]


def test_what_no_column_holds_is_folded_away_and_a_date_is_asked_for() -> None:
    at = log_page(("diary.csv", "When,What,Minutes,Knees\n2026-03-01,run,40,3\n"))
    (folded,) = at.expander
    assert {"Date alone", "What it was", "Duration"} <= {box.label for box in at.selectbox}
    aside = {box.label for box in folded.selectbox}
    assert folded.label == f"What else a column may hold ({len(aside)})"
    assert {"Soreness", "Reps"} <= aside
    assert not {"Date alone", "What it was", "Duration"} & aside
    # What stands folded away counts as well.
    next(box for box in folded.selectbox if box.label == "Soreness").select("Knees")
    shown = said(read_as_guessed(at))
    assert "Which column holds what?" not in shown
    at = log_page(("list.csv", "milk,eggs\n1,2\n"))
    assert {"Date and start time", "Date alone"} <= {box.label for box in at.selectbox}
    assert not {"Date and start time", "Date alone"} & {box.label for box in at.expander[0].selectbox}


def test_a_session_of_today_without_an_hour_counts_in_the_verdict_of_now() -> None:
    """It stood at 18:00, and the verdict was one for 19:00, “not for now”."""
    today = log_page().session_state["_clock"].date()
    rows = f"date,sport,minutes,rpe\n{today - dt.timedelta(days=2)},run,40,4\n{today},legs,60,8\n"
    shown = said(read_as_guessed(log_page(("diary.csv", rows))))
    assert "not for now" not in shown
    assert f"leg day 60 min on {today:%a}, hour not told" in shown


def test_columns_are_named_again_after_an_answer() -> None:
    at = read_as_guessed(log_page(("diary.csv", CLOCKS)))
    next(button for button in at.button if button.label == "Name its columns again").click().run()
    assert "Which column holds what?" in said(at)
    read_as_guessed(at)
    assert "Please decide first" in said(at)


def test_a_spreadsheet_and_a_recording_are_read_like_any_log() -> None:
    start = dt.datetime(2030, 5, 14, 16)
    run = session(start, 40, "running", total_distance=7000.0, workout_rpe=60)
    rows: list[list[object]] = [["Date", "Type", "Route Name", "Distance (km)", "Duration", "GPX File"]]
    rows += [[f"2030-05-{day} 07:00:00", "Running", "", 5.0, "30:00", "a.gpx"] for day in ("10", "12")]
    at = log_page(("watch.fit", recording([run], offset_h=2)), ("runs.xlsx", xlsx({"Notes": [["a"]], "Runs": rows})))
    assert [kind for kind, _ in sessions(at)] == ["run"] * 3
