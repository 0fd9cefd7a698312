"""A morning on the Clients page: what is typed, pasted, applied, taken back, and kept for the day."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from legrun.roster import STATES, read_roster
from tests.pages.roster_page import SAMPLE, clients, enter, select, table
from tests.pages.test_every_page import all_text

pytestmark = pytest.mark.slow


def test_a_check_in_typed_into_the_form_changes_its_row_and_no_other() -> None:
    at = clients()
    before = table(at)
    enter(at, "Dilan Kaya", soreness="8", sleep="7h")
    after = table(at)
    assert before["Dilan Kaya"]["Plan today"] == [STATES["no check-in"]]
    assert after["Dilan Kaya"]["Plan today"] == [STATES["shorten"]]
    assert (after["Dilan Kaya"]["Soreness"], after["Dilan Kaya"]["Sleep, h"]) == ("8", 7.0)
    assert all(str(before[name]) == str(after[name]) for name in before if name != "Dilan Kaya")
    enter(at, "Ben Okafor", wrong="Chest pain, fainting")
    assert table(at)["Ben Okafor"]["Plan today"] == [STATES["stop"]]
    assert table(at)["Dilan Kaya"]["Soreness"] == "8"
    at.button(key="roster_undo").click().run()
    assert table(at)["Ben Okafor"]["Plan today"] == [STATES["fits"]]
    assert table(at)["Dilan Kaya"]["Soreness"] == "8"
    at.button(key="roster_undo").click().run()
    assert table(at)["Dilan Kaya"]["Plan today"] == [STATES["no check-in"]]


@pytest.mark.parametrize(
    ("text", "shown"), [("6,5", "6.5"), ("7/10", "7"), ("-3", "-3 ?"), ("?", "? ?"), ("abc", "abc ?")]
)
def test_a_cell_stays_what_was_typed(text: str, shown: str) -> None:
    at = enter(clients(), "Ben Okafor", soreness=text)
    row = table(at)["Ben Okafor"]
    assert row["Soreness"] == shown
    if shown.endswith("?"):
        assert row["Plan today"] == [STATES["ask"]]
        assert "not understood" in all_text(at)
        cells = at.data_editor[0].value.set_index("Client")
        assert cells.loc["Ben Okafor", "Soreness"] == text


def test_the_day_downloads_with_what_was_entered() -> None:
    at = enter(clients(), "Dilan Kaya", soreness="3", note="asked twice")
    visit = at.session_state["_roster"]
    again = read_roster(visit.csv())
    dilan = again.clients.index("Dilan Kaya")
    assert again.log(dilan).check_ins[-1].soreness == 3.0
    assert again.note(dilan) == "asked twice"


def test_yesterdays_plan_is_asked_for_and_what_is_said_holds() -> None:
    rows = "\n".join(
        [
            "record,athlete,kind,start,minutes,rpe,style,soreness",
            *(f"session,Ana,run,2026-03-{day:02d}T18:00,60,4,easy," for day in range(1, 12, 2)),
            "plan,Ana,run,2026-03-15T18:00,45,8,intervals,",
            "check_in,Ana,,2026-03-16T06:30,,,,1",
        ]
    )
    at = clients(sample=False)
    at.file_uploader(key="roster_upload").upload("r.csv", rows.encode(), "text/csv").run()
    at.date_input(key="roster_day").set_value(dt.date(2026, 3, 16)).run()
    form = at.data_editor[0].value.set_index("Client")
    assert form.loc["Ana", "Planned yesterday"] == "18:00 intervals, 45 min, effort 8"
    held = table(at)["Ana"]["Allowed"]
    enter(at, "Ana", yesterday="no")
    assert table(at)["Ana"]["Allowed"] != held
    enter(at, "Ana", yesterday="yes")
    assert table(at)["Ana"]["Allowed"] == held
    assert ",yes" in at.session_state["_roster"].csv().decode()


def test_as_many_plans_are_to_change_as_can_be_applied() -> None:
    """A plan behind a red flag is one of them."""
    at = clients()
    (count,) = re.findall(r"(\d+) plans to change", all_text(at))
    assert at.button(key="roster_apply").label == f"Apply what is proposed ({count})"
    at.button(key="roster_apply").click().run()
    assert "to change" not in all_text(at)
    at.button(key="roster_undo_applied").click().run()
    assert f"{count} plans to change" in all_text(at)


def test_what_is_proposed_is_applied_to_those_ticked_and_taken_back() -> None:
    at = clients()
    names = list(table(at))
    hugo = names.index("Hugo Silva")
    before = table(at)
    select(at, rows=[hugo])
    at.button(key="roster_apply").click().run()
    after = table(at)
    assert after["Hugo Silva"]["Plan today"] == [STATES["fits"]]
    assert after["Hugo Silva"]["Planned"] != before["Hugo Silva"]["Planned"]
    assert after["Ana Ruiz"]["Planned"] == before["Ana Ruiz"]["Planned"]
    at.button(key="roster_undo").click().run()
    assert table(at)["Hugo Silva"]["Planned"] == before["Hugo Silva"]["Planned"]
    at.button(key="roster_apply").click().run()
    assert STATES["shorten"] not in [row["Plan today"][0] for row in table(at).values()]


def test_replies_are_pasted_and_messages_are_for_all_at_once() -> None:
    at = clients()
    at.text_area(key="roster_replies").set_value("Dilan 3 7h30\nNobody 4")
    next(button for button in at.button if button.label == "Take the replies over").click().run()
    assert not at.exception, [e.value for e in at.exception]
    assert (table(at)["Dilan Kaya"]["Soreness"], table(at)["Dilan Kaya"]["Sleep, h"]) == ("3", 7.5)
    assert "Nobody 4" in all_text(at)
    everyone = next(code.value for code in at.code if "Hi Dilan," in code.value)
    assert everyone.count("Hi ") == 21  # all but who is away


def test_what_was_entered_one_morning_is_not_of_another() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness="8", sleep="4")
    visit = at.session_state["_roster"]
    day = visit.now.date()
    assert visit.entered[day]["dilan kaya"].soreness == 8.0
    at.date_input(key="roster_day").set_value(day - dt.timedelta(days=1)).run()
    assert not at.exception
    assert visit.now.date() < day
    assert not visit.edited


def test_another_roster_takes_nothing_over_from_the_last() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness="8")
    at.selectbox(key="roster_open").set_value(0).run()
    other = re.sub(r"(?m)^(\w+,)(?!athlete)([^,\n]+)", r"\1X \2", SAMPLE.read_text(encoding="utf-8"))
    at.file_uploader(key="roster_upload").upload("other.csv", other.encode(), "text/csv").run()
    at.run()
    assert not at.exception
    assert all(name.startswith("X ") for name in at.session_state["_roster"].roster.clients if name)
    assert not at.session_state["_roster"].edited
    assert at.selectbox(key="roster_open").value is None


def test_what_was_entered_survives_the_same_roster_dropped_again() -> None:
    at = clients()
    enter(at, "Dilan Kaya", soreness="8")
    day = at.session_state["_roster"].now.date()
    at.file_uploader(key="roster_upload").upload("again.csv", SAMPLE.read_bytes(), "text/csv").run()
    assert not at.exception
    assert at.session_state["_roster"].entered[day]["dilan kaya"].soreness == 8.0


def test_who_is_ill_has_no_verdict_and_a_group_stands_alone() -> None:
    at = enter(clients(), "Hugo Silva", away="ill for 5 days", group="Track")
    row = table(at)["Hugo Silva"]
    assert (row["Plan today"], row["To do"], row["Group"]) == ([STATES["away"]], "Nothing", "Track")
    assert "2 away, ill or injured" in all_text(at)
    at.selectbox(key="roster_group").set_value("Track").run()
    assert list(table(at)) == ["Hugo Silva"]
    at.selectbox(key="roster_group").set_value(None).run()
    at = enter(at, "Hugo Silva", away="back")
    assert table(at)["Hugo Silva"]["Plan today"] != [STATES["away"]]


def test_an_absence_that_ends_before_it_begins_is_asked_again() -> None:
    at = clients()
    number = at.session_state["_roster"].roster.clients.index("Hugo Silva")
    at.selectbox(key="roster_open").set_value(number).run()
    at.date_input(key=f"roster_absence_last_{number}").set_value(dt.date(2026, 11, 1))
    save = next(button for button in at.button if button.label == "Save")
    save.click().run()
    assert "Until comes before From" in at.error[0].value
    assert table(at)["Hugo Silva"]["Plan today"] != [STATES["away"]]
    at.date_input(key=f"roster_absence_last_{number}").set_value(dt.date(2026, 11, 20))
    next(button for button in at.button if button.label == "Save").click().run()
    assert not at.error
    assert table(at)["Hugo Silva"]["Plan today"] == [STATES["away"]]


def test_a_client_is_taken_out_of_the_roster_that_is_saved() -> None:
    at = clients()
    at.selectbox(key="roster_open").set_value(0).run()
    at.button(key="roster_remove").click().run()
    assert not at.exception
    assert "Ana Ruiz" not in table(at)
    assert len(table(at)) == 21
    assert b"Ana Ruiz" not in at.session_state["_roster"].csv()


def test_messages_and_questions_are_in_the_language_chosen() -> None:
    at = clients()
    assert at.selectbox(key="language_for_clients").value == "en"
    at.selectbox(key="language_for_clients").set_value("it").run()
    assert not at.exception, [e.value for e in at.exception]
    told = "\n".join(code.value for code in at.code)
    assert "Quante ore hai dormito?" in told
    assert told.count("Ciao ") == 21
    assert "Hi " not in told
    assert table(at)["Dilan Kaya"]["Message"].startswith("Ciao Dilan,")
    at.switch_page("app.py").run().switch_page("pages/clients.py").run()
    assert at.selectbox(key="language_for_clients").value == "it"
