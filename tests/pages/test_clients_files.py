"""Files on the Clients page: forms, plan sheets, names that look alike, rows left out, files that are wrong."""

from __future__ import annotations

import pytest

from legrun.roster import STATES
from tests.pages.roster_page import clients, table, with_files
from tests.pages.test_every_page import all_text

pytestmark = pytest.mark.slow

FORM = (
    "Timestamp,Your name,{},Hours slept,Pain?,What will you do today?\n"
    '11/16/2026 6:10:12,Ana Ruiz,1,"5,5",No,Intervals 5x1000 m\n'
    "11/16/2026 6:17:12,Ben Okafor,5,8,No,Easy 40 min\n"
    '11/16/2026 6:24:12,Cleo Marsh,3,7,"Yes, left calf tight",Rest\n'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [("empty.csv", b""), ("picture.csv", b"\x89PNG\r\n\x1a\n\x00\x00"), ("web.csv", b"<html>hello</html>")],
)
def test_a_wrong_file_gives_one_clear_message_and_the_sample_is_still_there(name: str, data: bytes) -> None:
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload(name, data, "text/csv").run()
    assert not at.exception
    assert len(at.error) == 1
    assert at.button(key="sample_roster_sample.csv")
    assert "not medical advice" in all_text(at)


def test_names_that_look_alike_are_asked_about() -> None:
    rows = (
        "record,athlete,kind,start,minutes,rpe,soreness\nsession,José Muñoz,legs,2026-03-03T18:00,60,8,\n"
        "check_in,Jose Munoz,,2026-03-04T06:00,,,3\ncheck_in,JOSÉ MUÑOZ,,2026-03-04T06:00,,,3\n"
    )
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    assert len(table(at)) == 2
    at.button(key="same_yes_Jose Munoz").click().run()
    assert not at.exception
    assert list(table(at)) == ["José Muñoz"]
    assert "one person?" not in all_text(at)


def test_two_files_of_one_name_are_two_clients_to_be_named() -> None:
    log = b"record,kind,start,minutes,rpe,key,value\nsession,legs,2026-03-03T18:00,60,8,,\n"
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").set_value([("workouts.csv", log, "text/csv")] * 2)
    at.run()
    assert not at.exception
    assert len(table(at)) == 2
    at.text_input(key="roster_name_0").set_value("Sofia")
    at.text_input(key="roster_name_1").set_value("Zoë")
    next(button for button in at.button if button.label == "Name them").click().run()
    assert set(table(at)) == {"Sofia", "Zoë"}


def test_rows_left_out_are_counted_at_the_top_and_nobody_gets_a_verdict_from_none() -> None:
    rows = "record,athlete,kind,start,minutes,rpe,soreness\nsession,Ana,legs,whenever,60,8,\ncheck_in,Ana,,soon,,,6\n"
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    assert "2 of 2 dated rows" in all_text(at)
    row = table(at)["Ana"]
    assert (row["Plan today"], row["Allowed"]) == ([STATES["ask"]], "–")
    at.selectbox(key="roster_open").set_value(0).run()
    assert not at.exception
    assert any("no verdict" in warning.value for warning in at.warning)
    assert not at.get("vega_lite_chart")


def test_cells_that_were_not_used_name_their_rows_and_many_are_counted() -> None:
    answers = "".join(f"2026-03-04 06:{minute:02d},Client {minute},in my calves,3\n" for minute in range(12))
    at = with_files(("form.csv", f"Timestamp,Name,Leg soreness (0-10),Sleep\n{answers}2026-03-04 06:30,Zed,5,8\n"))
    said = all_text(at)
    assert "The soreness is “in my calves”; it was not used. It is in row 2." in said
    assert "It is in row 9." in said
    assert "It is in row 10." not in said
    assert "4 more cells were not used." in said
    assert "12 never rated" in said
    assert "1 silent for two days or more" in said
    at.toggle(key="roster_left_out").set_value(True).run()
    assert not at.exception
    assert next(frame.value["Row"].tolist() for frame in at.dataframe if "What" in frame.value) == [10, 11, 12, 13]


def test_a_forms_answers_become_clients() -> None:
    at = with_files(("form.csv", FORM.format('"How sore are your legs? (1 = very sore, 5 = not sore)"')))
    shown = table(at)
    assert {name: row["Soreness"] for name, row in shown.items()} == {
        "Ana Ruiz": "10",
        "Ben Okafor": "0",
        "Cleo Marsh": "5",
    }
    assert shown["Cleo Marsh"]["Plan today"] == [STATES["ask"]]
    assert shown["Ana Ruiz"]["Planned"].startswith("intervals")
    assert "Answers" not in all_text(at)
    assert "An answer counts for the day it was sent" in all_text(at)


def test_a_scale_that_nothing_tells_is_asked_and_no_rating_counts_before() -> None:
    at = with_files(("form.csv", FORM.format("Leg soreness (1-5)")))
    assert [row["Soreness"] for row in table(at).values()] == ["–"] * 3
    assert "may be 10 of 10 sore, or 0" in all_text(at)
    turned = next(button for button in at.button if button.label == "1 = very sore, 5 = not sore")
    turned.click().run()
    assert not at.exception
    assert table(at)["Ana Ruiz"]["Soreness"] == "10"
    # The decision stays in the day's file: tomorrow's answers of the same form are read by it.
    kept = at.session_state["_roster"].csv().decode("utf-8-sig")
    again = with_files(("roster.csv", kept), ("form.csv", FORM.format("Leg soreness (1-5)")))
    assert table(again)["Ana Ruiz"]["Soreness"] == "10"
    assert "may be 10 of 10 sore" not in all_text(again)


def test_efforts_that_may_be_a_score_can_be_declined() -> None:
    rows = "".join(f"2026-11-16 06:1{at},Ana {at},4,Run,40,{score}\n" for at, score in enumerate((85, 42, 33)))
    form = f"Timestamp,Name,Soreness (0-10),Session yesterday,Minutes,Effort\n{rows}"
    at = with_files(("form.csv", form))
    assert "or no rating" in all_text(at)
    next(button for button in at.button if button.label == "No ratings").click().run()
    assert not at.exception
    assert "or no rating" not in all_text(at)


def test_a_sheet_of_the_weeks_plan_joins_the_form_by_name() -> None:
    plan = "Athlete,Mon 16 Nov 2026,Tue 17 Nov 2026\nANA RUIZ,Tempo 40 min RPE7,Rest\nDora Lind,Legs 60min RPE8,Easy 5 miles\n"
    form = FORM.format("Soreness (0-10)").replace(",What will you do today?", "").replace(",Intervals 5x1000 m", "")
    form = form.replace(",Easy 40 min", "").replace(",Rest", "")
    at = with_files(("form.csv", form), ("plan.csv", plan))
    shown = table(at)
    assert set(shown) == {"Ana Ruiz", "Ben Okafor", "Cleo Marsh", "Dora Lind"}
    assert shown["Ana Ruiz"]["Planned"] == "tempo, 40 min, effort 7"
    assert shown["Ana Ruiz"]["Soreness"] == "1"


def test_columns_that_no_word_tells_are_asked_for() -> None:
    at = clients(sample=False)
    text = "Wer,Wann,Wie,Ob\nAna,2026-11-16 06:10:00,3,nein\nBen,2026-11-16 06:20:00,6,nein\n"
    at.file_uploader(key="roster_upload").upload("x.csv", text.encode(), "text/csv").run()
    assert not at.exception
    assert "who each row is of" in all_text(at)
    for role, column in (("athlete", "Wer"), ("time", "Wann"), ("soreness", "Wie"), ("wrong", "Ob")):
        box = next(box for box in at.selectbox if box.key and box.key.endswith(f"_{role}"))
        box.select(column)
    next(button for button in at.button if button.label == "Read it like this").click().run()
    assert not at.exception, [e.value for e in at.exception]
    assert set(table(at)) == {"Ana", "Ben"}


def test_soreness_of_more_than_the_legs_is_asked_about_on_the_page() -> None:
    rows = "".join(
        f"2026-11-16 06:1{at},{name},{cells}\n" for at, (name, cells) in enumerate((("Ana", "1,5"), ("Ben", "6,2")))
    )
    at = with_files(
        ("form.csv", f"Timestamp,Name,Leg soreness (0-10),Overall soreness (1 = none; 5 = extreme)\n{rows}")
    )
    assert {name: row["Soreness"] for name, row in table(at).items()} == {"Ana": "1", "Ben": "6"}
    assert "Ana: Overall soreness (1 = none; 5 = extreme): “5”; Leg soreness (0-10): “1”" in all_text(at)
    next(button for button in at.button if button.label == "The sorest of all").click().run()
    assert not at.exception
    assert {name: row["Soreness"] for name, row in table(at).items()} == {"Ana": "10", "Ben": "6"}
    assert "The sorest of all" not in [button.label for button in at.button]
